"""Cumulative tax: worked by hand, and against a second reading that steps from pay to pay."""

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benefits_calc.engine.dated.payslips import Payslips
from tests.engine.dated.dated_pay import days, job_case, offered, pounds, slips_of
from tests.engine.whole_cases import case_with
from tests.oracle.test_hmrc_paye import rows
from tests.oracle.wages import cumulative_income_tax, statutory_income_tax

D = Decimal
NONE = {"scheme": "none"}
WEEKS = {"weekly": (1, "week"), "fortnightly": (2, "two_weeks"), "four_weekly": (4, "four_weeks")}


def tax_year_2026(slips: Payslips) -> Payslips:
    in_year = (slips.due_on >= np.datetime64("2026-04-06")) & (
        slips.due_on <= np.datetime64("2027-04-05")
    )
    return slips.where(in_year)


def by_hand(slips: Payslips, code: str, paid: str, **before: Any) -> list[float]:
    """Tax of 2026-27 by the second reading: period by period, a 53rd week by itself."""
    pays = [D(str(round(pay, 2))) for pay in slips.gross]
    if paid == "monthly":
        first = (slips.due_on[0].item() - dt.timedelta(days=5)).month - 3
        tax = cumulative_income_tax(
            pays, code, "month", 2026, first_period=first if first > 0 else first + 12, **before
        )
        return [float(each) for each in tax]
    weeks, period = WEEKS[paid]
    week = (slips.due_on[0].item() - dt.date(2026, 4, 6)).days // 7 + 1
    first = -(-week // weeks)
    usual = 52 // weeks - first + 1
    tax = cumulative_income_tax(pays[:usual], code, period, 2026, first_period=first, **before)
    alone = [cumulative_income_tax([pay], code, period, 2026)[0] for pay in pays[usual:]]
    return [float(each) for each in [*tax, *alone]]


@settings(deadline=None, max_examples=120)
@given(
    start=st.dates(dt.date(2026, 4, 6), dt.date(2027, 3, 1)),
    paid=st.sampled_from(["weekly", "fortnightly", "four_weekly", "monthly"]),
    code=st.sampled_from(["1257L", "S1257L", "C1257L", "K100", "SK475", "BR", "SBR", "D0", "NT"]),
    hourly=st.sampled_from([12.71, 15.03, 31.17]),
    hours=st.sampled_from([3.0, 16.0, 37.5]),
    training=st.integers(1, 9),
    before=st.sampled_from([(0, 0), (4000, 0), (21000.5, 2110.2)]),
)
def test_each_pay_day_is_as_a_second_reading_steps(
    start: dt.date, paid: str, code: str, hourly: float, hours: float, training: int, before: Any
):
    case = job_case(
        starts=start.isoformat(),
        paid=paid,
        tax_code=code,
        hourly_pay=hourly,
        hours_per_week=hours,
        pattern=[{"weeks": training, "hours": 40}, {"weeks": "repeat", "hours": hours}],
        pension=NONE,
        pay_this_tax_year=before[0],
        tax_this_tax_year=before[1],
    )
    slips = tax_year_2026(offered(slips_of(case, first=start, last=dt.date(2027, 4, 30))))
    if not slips.count:
        return
    expected = by_hand(
        slips, code, paid, pay_before=D(str(before[0])), tax_before=D(str(before[1]))
    )
    assert pounds(slips.income_tax) == expected


# Starts in tax month 6 on 4,000 a month with no earlier pay (docs/known-differences.md).
def test_tax_begins_when_free_pay_is_used_up():
    case = job_case(
        starts="2026-09-01",
        pay_day=28,
        hourly_pay=None,
        pay={"amount": 4000, "per": "month"},
        hours_per_week=37.5,
        tax_code="1257L",
        pension=NONE,
    )
    slips = offered(slips_of(case, first=dt.date(2026, 9, 1), last=dt.date(2026, 11, 30)))
    assert days(slips.due_on) == ["2026-09-28", "2026-10-28", "2026-11-28"]
    assert pounds(slips.gross) == [4000, 4000, 4000]
    # 8,000 - 7 x 1,048.26 = 662.18: 20% of 662. 12,000 - 8,386.08 = 3,613.92: 722.60 in all.
    assert pounds(slips.income_tax) == [0, 132.40, 590.20]


def steady(code: str, **job: Any) -> Payslips:
    case = job_case(starts="2025-03-01", tax_code=code, pension=NONE, **job)
    return offered(slips_of(case, first=dt.date(2025, 4, 1), last=dt.date(2027, 6, 1)))


@pytest.mark.parametrize(
    ("code", "nation"), [("1257L", "rest_of_uk"), ("S1257L", "scotland"), ("C1257L", "wales")]
)
@pytest.mark.parametrize("hours", [16, 30, 37.5])
def test_a_whole_year_of_tax_is_the_years_liability(code: str, nation: str, hours: float):
    slips = tax_year_2026(steady(code, hours_per_week=hours, pay_day=28))
    assert slips.count == 12
    income = D(str(round(float(slips.gross.sum()), 2)))
    liability = statutory_income_tax(income, scottish=nation == "scotland", year=2026)
    # Payroll gives 9.12 more of free pay than the Act, and drops less than a pound of pay.
    assert 0 <= float(liability) - slips.income_tax.sum() <= 0.21 * (9.12 + 1) + 0.01


@pytest.mark.parametrize("row", rows("hmrc-paye-2025.csv"))
@pytest.mark.parametrize("paid", ["monthly", "four_weekly"])
def test_twelve_months_come_to_hmrcs_yearly_tax(row: dict[str, str], paid: str):
    # HMRC's rows are a year at once on 12,579 of free pay; a payroll drops pence and gives a
    # few pence more of free pay (12,579.12 by months, 12,579.84 by weeks).
    wages = float(row["input_wages"])
    monthly = paid == "monthly"
    case = job_case(
        starts="2025-04-07",
        paid=paid,
        pay_day=28 if monthly else "thursday",
        first_pay_date="2025-04-28" if monthly else "2025-05-01",
        arrears_weeks=0,
        hourly_pay=None,
        pay={"amount": wages, "per": "year"},
        hours_per_week=37.5,
        tax_code=row[""],
        pension=NONE,
        first_pay_amount=round(wages / (12 if monthly else 13), 2),
    )
    slips = offered(slips_of(case, first=dt.date(2025, 4, 6), last=dt.date(2026, 4, 5)))
    assert slips.count == (12 if monthly else 13)
    difference = float(row["expected_yearly_income_tax"]) - slips.income_tax.sum()
    assert -0.05 <= difference <= 0.48 * 2


def test_the_month_1_mark_is_dropped_on_6_april():
    case = job_case(starts="2026-11-02", pay_day=28, tax_code="1257L M1", hours_per_week=20)
    slips = offered(slips_of(case, first=dt.date(2026, 11, 1), last=dt.date(2027, 9, 30)))
    april = days(slips.due_on).index("2027-04-28")
    assert set(pounds(slips.income_tax[:april])) == {4.80}
    # To date: 6 x (1,101.53 - 29.08 - 1,048.26) = 145.14, so month 6 brings 29.00 - 24.00.
    assert pounds(slips.income_tax[april:]) == [4.80, 4.80, 4.80, 4.80, 4.80, 5.00]


# A pay day on Monday 5 April 2027 is in week 53.
@pytest.mark.parametrize(
    ("paid", "first", "weeks", "alone"),
    # 483.60 - 241.92 = 241.68: 241 at 20%; two weeks: 967.20 - 483.84; four: 1,934.40 - 967.68.
    [
        ("weekly", "2026-11-09", 1, 48.20),
        ("fortnightly", "2026-11-02", 2, 96.60),
        ("four_weekly", "2026-11-16", 4, 193.20),
    ],
)
def test_an_extra_pay_day_on_5_april_is_taxed_alone(
    paid: str, first: str, weeks: int, alone: float
):
    case = job_case(
        starts="2026-10-05",
        paid=paid,
        pay_day="monday",
        first_pay_date=first,
        arrears_weeks=1,
        hourly_pay=12.09,
        hours_per_week=40,
        tax_code="1257L",
        pension=NONE,
    )
    slips = tax_year_2026(offered(slips_of(case)))
    assert str(slips.due_on[-1]) == "2027-04-05"
    assert pounds(slips.gross[-1:]) == [round(483.60 * weeks, 2)]
    assert pounds(slips.income_tax[-1:]) == [alone]


def test_tax_is_never_more_than_half_of_a_pay_and_is_caught_up():
    case = job_case(
        starts="2026-11-02",
        pay_day=28,
        tax_code="K1500",
        hourly_pay=20,
        hours_per_week=10,
        pension=NONE,
    )
    slips = offered(slips_of(case, first=dt.date(2026, 11, 1), last=dt.date(2027, 3, 31)))
    assert (slips.income_tax <= slips.gross / 2).all()
    # 866.67 a month beside 8 months of 1,250.76: the limit of 433.33 holds each time.
    assert pounds(slips.income_tax) == [433.33] * 5


def test_tax_paid_in_an_earlier_job_comes_back():
    case = job_case(
        starts="2026-11-02",
        pay_day=28,
        tax_code="1257L",
        hours_per_week=16,
        pension=NONE,
        pay_this_tax_year=8000,
        tax_this_tax_year=500,
    )
    slips = offered(slips_of(case, first=dt.date(2026, 11, 1), last=dt.date(2026, 12, 31)))
    # Month 8: 8,881.23 - 8,386.08 = 495 x 20% = 99; month 9: 9,762.46 - 9,434.34 = 328, 65.60.
    assert pounds(slips.income_tax) == [-401.00, -33.40]
    assert pounds(slips.net) == [1282.23, 914.63]
    assert pounds(slips.uc_earned_income) == [1282.23, 914.63]


@pytest.mark.parametrize(
    ("facts", "assumed", "first_tax"),
    [
        ({"starter_declaration": "A"}, None, 0.0),
        ({"starter_declaration": "B"}, None, 10.60),
        ({"starter_declaration": "C"}, None, 220.20),
        ({"tax_code": "0T M1"}, None, 220.20),
        ({}, "tax_code_cumulative", 0.0),
    ],
)
def test_starter_declarations(facts: dict[str, Any], assumed: str | None, first_tax: float):
    given_code = {"tax_code": None, **facts}
    case = job_case(starts="2026-11-02", pay_day=28, hours_per_week=20, pension=NONE, **given_code)
    slips = slips_of(case, last=dt.date(2026, 11, 30))
    assert pounds(slips.income_tax) == [first_tax]
    codes = {each.code for each in slips.assumptions} - {"weeks_in_hand"}
    assert codes == ({assumed} if assumed else set())


def test_taxable_esa_puts_a_new_job_on_month_1_or_on_a_lowered_code():
    esa = {
        "claimant__new_style_esa": {"group": "support", "since": "2024-01"},
        "benefits_now": {"new_style_esa": {"amount": 145.90, "per": "week"}},
        "as_at": "2026-11-01",
        "job__starts": "2026-11-02",
        "job__pay_day": 28,
        "job__hours_per_week": 20,
        "job__pension": NONE,
    }
    alone = slips_of(case_with(job__tax_code=None, **esa), last=dt.date(2026, 12, 31))
    assert "tax_code_month_1" in {each.code for each in alone.assumptions}
    assert pounds(offered(alone).income_tax) == [10.60, 10.60]
    # At 10 hours ESA goes on, and a lowered code takes its tax from wages: over a year 20% of
    # 12 x 550.77 + 52 x 145.90 - 12,570, but for what payroll drops.
    case = case_with(job__tax_code="automatic", **esa)
    lowered = slips_of(case, 10.0, first=dt.date(2027, 4, 6), last=dt.date(2028, 4, 5))
    assert "tax_code_lowered" in {each.code for each in lowered.assumptions}
    assert lowered.count == 12
    assert float(lowered.income_tax.sum()) == pytest.approx(325.21, abs=3)
