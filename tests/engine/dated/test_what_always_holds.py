"""What holds of any run of pay packets."""

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benefits_calc.case import Case
from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.payslips import Payslips, payslips_of
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job
from tests.engine.dated.dated_pay import job_case, offered, pounds, slips_of
from tests.engine.whole_cases import case_with

FIRST, LAST = dt.date(2026, 8, 1), dt.date(2028, 4, 30)
CYCLES = ["weekly", "fortnightly", "four_weekly", "monthly"]
COLUMNS = [name for name in Payslips.__dataclass_fields__ if name != "assumptions"]

jobs = st.fixed_dictionaries(
    {
        "starts": st.dates(dt.date(2026, 6, 1), dt.date(2027, 6, 1)).map(dt.date.isoformat),
        "paid": st.sampled_from(CYCLES),
        "hours_per_week": st.sampled_from([7.5, 16.0, 20.0, 37.5]),
        "tax_code": st.sampled_from(["1257L", "1257L M1", "BR", "S1257L", "K100"]),
        "hourly_pay": st.sampled_from([12.71, 19.99]),
        "pension": st.sampled_from(
            [
                {"scheme": "net_pay"},
                {"scheme": "relief_at_source", "basis": "all", "enrolment": "joined"},
                {"scheme": "salary_sacrifice"},
            ]
        ),
        "student_loan": st.sampled_from([[], ["plan_2"], ["plan_5", "postgraduate"]]),
    },
    optional={
        "pattern": st.just([{"weeks": 2, "hours": 30}, {"weeks": 3, "hours": 6}]),
        "ends": st.just("2027-11-03"),
        "arrears_weeks": st.integers(0, 4),
    },
)
present_jobs = st.sampled_from(
    [
        [],
        [{"hourly_pay": 14, "hours_per_week": 12, "paid": "weekly"}],
        [{"hourly_pay": 13, "hours_per_week": 21, "paid": "monthly", "starts": "2026-09-14"}],
    ]
)
events = st.lists(
    st.sampled_from(
        [
            {"on": "2027-01-11", "kind": "sickness", "until": "2027-02-21"},
            {"on": "2027-03-15", "kind": "change_of_hours", "hours_per_week": 25},
            {"on": "2027-04-05", "kind": "change_of_pay", "hourly_pay": 21.5},
            {"on": "2027-08-20", "kind": "job_ends", "holiday_pay": 90, "redundancy_pay": 500},
        ]
    ),
    unique_by=lambda event: str(event["kind"]),  # type: ignore[index]
    max_size=3,
)


def a_case(job: dict[str, Any], now: list[dict[str, Any]], later: list[dict[str, Any]]) -> Case:
    return case_with(
        as_at="2026-11-01",
        claimant__jobs=now,
        events=later,
        **{f"job__{name}": part for name, part in job.items()},
        **({"job__replaces": "all"} if now else {}),
    )


def as_rows(slips: Payslips) -> list[tuple[Any, ...]]:
    columns = [getattr(slips, name) for name in COLUMNS]
    return [tuple(column[row] for column in columns) for row in range(slips.count)]


@settings(deadline=None, max_examples=80)
@given(jobs, present_jobs, events, st.integers(0, (LAST - FIRST).days))
def test_a_run_cut_in_two_is_the_same(
    job: dict[str, Any], now: list[dict[str, Any]], later: list[dict[str, Any]], cut: int
):
    case = a_case(job, now, later)
    scenarios = scenarios_of(case, (job["hours_per_week"], 12.0))
    middle = FIRST + dt.timedelta(days=cut)
    whole = as_rows(payslips_of(case, scenarios, FIRST, LAST))
    parts = as_rows(payslips_of(case, scenarios, FIRST, middle))
    parts += as_rows(payslips_of(case, scenarios, middle + dt.timedelta(days=1), LAST))
    assert sorted(parts, key=str) == sorted(whole, key=str)


@settings(deadline=None, max_examples=80)
@given(jobs, present_jobs, events)
def test_parts_make_up_the_whole(
    job: dict[str, Any], now: list[dict[str, Any]], later: list[dict[str, Any]]
):
    case = a_case(job, now, later)
    slips = payslips_of(case, scenarios_of(case, (job["hours_per_week"],)), FIRST, LAST)
    taken = (
        slips.income_tax
        + slips.national_insurance
        + slips.employee_pension
        + slips.student_loan
        + slips.payroll_giving
    )
    assert np.allclose(slips.net, slips.gross - taken, atol=0.001)
    assert (slips.statutory_sick_pay + slips.holiday_pay <= slips.gross + 0.001).all()
    assert (slips.net >= -0.001).all()
    assert (slips.work_from <= slips.work_to).all()
    assert (slips.paid_on <= slips.due_on).all()
    keys = set(zip(slips.scenario, slips.employment, slips.due_on, slips.kind == 4, strict=True))
    assert len(keys) == slips.count
    assert all(np.isfinite(getattr(slips, name)).all() for name in ("net", "uc_earned_income"))


@settings(deadline=None, max_examples=40)
@given(jobs, present_jobs, events)
def test_a_line_does_not_turn_on_the_lines_beside_it(
    job: dict[str, Any], now: list[dict[str, Any]], later: list[dict[str, Any]]
):
    case = a_case(job, now, later)
    scenarios = scenarios_of(case, (job["hours_per_week"], 8.0, 30.0))
    together = payslips_of(case, scenarios, FIRST, LAST)
    for place, scenario in enumerate(scenarios):
        alone = payslips_of(case, (scenario,), FIRST, LAST)
        mine = together.where(together.scenario == place)
        for name in COLUMNS:
            if name != "scenario":
                assert np.array_equal(getattr(alone, name), getattr(mine, name)), name


@settings(deadline=None, max_examples=30)
@given(present_jobs, events)
def test_without_a_job_to_take_the_lines_are_the_same(
    now: list[dict[str, Any]], later: list[dict[str, Any]]
):
    events_now = [event for event in later if event["kind"] == "sickness"]
    case = case_with(as_at="2026-11-01", claimant__jobs=now, events=events_now, job=None)
    scenarios = scenarios_of(case, (16.0,))
    slips = payslips_of(case, scenarios, FIRST, LAST)
    lines = [slips.where(slips.scenario == place) for place in (0, 1)]
    assert lines[0].count == lines[1].count
    assert np.array_equal(lines[0].net, lines[1].net)
    assert bool(lines[0].count) == bool(now)


@pytest.mark.parametrize("paid", CYCLES)
@pytest.mark.parametrize("hours", [4.0, 16.0, 20.0, 37.5])
@pytest.mark.parametrize("scheme", ["net_pay", "relief_at_source", "salary_sacrifice"])
def test_a_steady_month_1_packet_is_the_comparisons(paid: str, hours: float, scheme: str):
    case = job_case(
        starts="2026-11-02",
        paid=paid,
        tax_code="1257L M1",
        hours_per_week=hours,
        pension={"scheme": scheme},
        student_loan=["plan_5"],
    )
    slips = offered(slips_of(case, last=dt.date(2027, 3, 20)))
    usual = slips.where(slips.kind == 0)
    assert usual.count >= 3
    steady = evaluate(case, in_job(np.array([hours]), claims_universal_credit=True)).payroll
    for name, line in (
        ("gross", "contractual_pay_per_pay_period"),
        ("income_tax", "income_tax_per_pay_period"),
        ("national_insurance", "national_insurance_per_pay_period"),
        ("student_loan", "student_loan_per_pay_period"),
        ("net", "net_pay_per_pay_period"),
    ):
        assert set(pounds(getattr(usual, name))) == {float(np.round(steady.offer[line][0], 2))}
    if paid == "monthly":
        for name, line in (
            ("employee_pension", "employee_pension_contributions"),
            ("net", "net_pay"),
        ):
            month = float(np.round(steady.monthly[line][0, 0], 2))
            assert set(pounds(getattr(usual, name))) == {month}


def test_days_after_the_last_known_rates_are_marked():
    slips = offered(slips_of(job_case(starts="2026-11-02", paid="weekly"), last=LAST))
    known = slips.due_on[~slips.rates_not_yet_set]
    # The minimum wage is known to the end of March 2027.
    assert (str(known[0]), str(known[-1])) == ("2026-11-13", "2027-03-26")
    assert str(slips.due_on[slips.rates_not_yet_set][0]) == "2027-04-02"
    assert not slips.bank_holidays_not_known.any()


def test_pay_days_after_the_table_of_bank_holidays_are_marked():
    case = job_case(starts="2026-11-02", pay_day=28)
    slips = offered(slips_of(case, first=dt.date(2028, 12, 1), last=dt.date(2029, 1, 31)))
    assert list(slips.bank_holidays_not_known) == [False, True]
    assert list(slips.rates_not_yet_set) == [True, True]


def test_nobody_in_work_has_no_packets():
    slips = slips_of(case_with(as_at="2026-11-01", job=None))
    assert slips.count == 0
    assert slips.due_on.dtype == np.dtype("datetime64[D]")
    assert slips.assumptions == ()


def test_a_start_that_is_not_given_is_the_next_monday():
    slips = slips_of(job_case(pay_day=28, hours_per_week=20))
    # 1 November 2026 is a Sunday.
    assert str(offered(slips).work_from[0]) == "2026-11-02"
    assert "job_starts" in {each.code for each in slips.assumptions}
