"""First, last and broken pay, worked out by hand (20 hours at 12.71: 254.20 a week)."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from benefits_calc.case import Case, CaseError
from benefits_calc.engine.dated.from_events import in_the_job
from benefits_calc.engine.dated.payslips import KINDS, Payslips, payslips_of
from benefits_calc.engine.dated.scenario import LeavingPay
from tests.engine.dated.dated_pay import days, offered, pounds, slips_of
from tests.engine.whole_cases import case_with

NONE = {"scheme": "none"}
SALARY = {"amount": 24000, "per": "year"}
UNTIL = dt.date(2027, 7, 31)


def twenty_hours(starts: str = "2026-11-02", **parts: Any) -> Case:
    plain: dict[str, Any] = {
        "as_at": "2026-11-01",
        "job__starts": starts,
        "job__hours_per_week": 20,
        "job__pension": NONE,
        "job__tax_code": "1257L M1",
    }
    if parts.get("job__paid", "monthly") == "monthly":
        plain["job__pay_day"] = 28
    return case_with(**{**plain, **parts})


def wages(case: Case, hours: float = 20.0) -> Payslips:
    return offered(slips_of(case, hours, last=UNTIL))


def kinds(slips: Payslips) -> list[str]:
    return [KINDS[kind] for kind in slips.kind]


# November 2026 has 21 weekdays, the first of them Monday 2 November.
@pytest.mark.parametrize(
    ("starts", "share"),
    [
        ("2026-11-01", 1),
        ("2026-11-02", 1),
        ("2026-11-03", 20 / 21),
        ("2026-11-16", 11 / 21),
        ("2026-11-27", 2 / 21),
    ],
)
def test_part_of_the_first_month(starts: str, share: float):
    slips = wages(twenty_hours(starts))
    assert pounds(slips.gross[:2]) == [round(20 * 12.71 * 52 / 12 * share, 2), 1101.53]
    assert kinds(slips)[:2] == ["first", "usual"]
    assert str(slips.work_from[0]) == starts
    assert str(slips.work_to[0]) == "2026-11-30"


def test_part_of_the_first_week():
    slips = wages(twenty_hours("2026-11-05", job__paid="weekly"))
    # Thursday and Friday of five days.
    assert pounds(slips.gross[:2]) == [101.68, 254.20]
    assert pounds(slips.hours_worked[:2]) == [8, 20]
    assert days(slips.paid_on[:2]) == ["2026-11-13", "2026-11-20"]


def test_a_salary_for_part_of_a_month():
    case = twenty_hours("2026-11-16", job__hourly_pay=None, job__pay=SALARY)
    assert pounds(wages(case).gross[:2]) == [1047.62, 2000]
    half = wages(case, 10.0)
    assert pounds(half.gross[:2]) == [523.81, 1000]


def test_a_first_wage_that_is_stated():
    slips = wages(twenty_hours(job__first_pay_amount=600))
    assert pounds(slips.gross[:2]) == [600, 1101.53]


def test_a_late_first_wage_is_for_all_the_work_with_one_months_limits():
    slips = wages(twenty_hours("2026-11-16", job__first_pay_date="2026-12-28"))
    assert str(slips.due_on[0]) == "2026-12-28"
    # 11 of 21 weekdays and a whole month: 576.9937 + 1,101.5333, to the penny at the end.
    assert pounds(slips.gross[:1]) == [1678.53]
    # 8% of 1,678.52 - 1,048; tax by month 1: 20% of 630.
    assert pounds(slips.national_insurance[:1]) == [50.44]
    assert pounds(slips.income_tax[:1]) == [126.00]


def test_the_last_wage_with_holiday_pay_and_redundancy_pay():
    end = {
        "on": "2027-04-16",
        "kind": "job_ends",
        "holiday_pay": 100.25,
        "pay_in_lieu_of_notice": 254.20,
        "redundancy_pay": 2000,
    }
    slips = wages(twenty_hours(events=[end]))
    assert kinds(slips)[-2:] == ["final", "redundancy"]
    assert days(slips.due_on[-2:]) == ["2027-04-28", "2027-04-28"]
    # 12 of April's 22 weekdays: 600.84.
    assert pounds(slips.gross[-2:]) == [955.29, 2000]
    assert pounds(slips.holiday_pay[-2:]) == [100.25, 0]
    assert pounds(slips.net[-2:]) == [955.29, 2000]
    assert pounds(slips.uc_earned_income[-2:]) == [955.29, 0]
    assert str(slips.work_to[-2]) == "2027-04-16"


def test_what_is_paid_at_the_end_is_not_lost_where_the_job_ends_on_a_weekend():
    # Saturday 1 May 2027: no weekday of the last month is worked.
    end = {"on": "2027-05-01", "kind": "job_ends", "holiday_pay": 80}
    slips = wages(twenty_hours(events=[end]))
    assert str(slips.due_on[-1]) == "2027-04-28"
    assert pounds(slips.gross[-1:]) == [1181.53]
    assert kinds(slips)[-1:] == ["final"]


def test_the_worked_end_of_a_job():
    # Ends on Sunday 31 January: the wage of 28 January is whole and the last.
    case = twenty_hours(job__tax_code="1257L", job__pension={"scheme": "net_pay"})
    scenario = in_the_job(case, 20.0, job_ends_on=dt.date(2027, 1, 31))
    slips = payslips_of(case, (scenario,), dt.date(2026, 11, 1), UNTIL)
    assert days(slips.due_on) == ["2026-11-28", "2026-12-28", "2027-01-28"]
    assert pounds(slips.net) == [1068.17, 1068.17, 1068.17]
    assert kinds(slips) == ["first", "usual", "final"]


def test_a_job_of_one_wage():
    case = twenty_hours(job__ends="2026-11-13")
    slips = wages(case)
    assert kinds(slips) == ["only"]
    assert pounds(slips.gross) == [524.54]  # 10 of 21 weekdays


def test_leaving_pay_of_a_scenario_is_paid_with_its_last_wage():
    case = twenty_hours()
    scenario = in_the_job(
        case, 20.0, job_ends_on=dt.date(2026, 12, 31), leaving_pay=LeavingPay(holiday_pay=50)
    )
    slips = payslips_of(case, (scenario,), dt.date(2026, 11, 1), UNTIL)
    assert pounds(slips.gross) == [1101.53, 1151.53]


def test_redundancy_pay_that_bears_tax_is_refused():
    end = {"on": "2027-04-16", "kind": "job_ends", "redundancy_pay": 30000}
    assert pounds(wages(twenty_hours(events=[end])).net[-1:]) == [30000]
    with pytest.raises(CaseError, match=r"redundancy_pay: 30000\.01 is not accepted"):
        wages(twenty_hours(events=[{**end, "redundancy_pay": 30000.01}]))


def test_hours_change_in_the_middle_of_a_month():
    change = {"on": "2027-02-15", "kind": "change_of_hours", "hours_per_week": 10}
    case = twenty_hours(events=[change])
    slips = wages(case)
    at = days(slips.due_on).index("2027-02-28")
    # Ten weekdays of each: 15 hours on average, 15 x 12.71 x 52/12.
    assert pounds(slips.gross[at - 1 : at + 2]) == [1101.53, 826.15, 550.77]
    # At other hours they are steady.
    assert set(pounds(wages(case, 16.0).gross)) == {881.23}


def test_pay_changes_and_a_raise_holds_at_all_hours():
    change = {"on": "2027-02-01", "kind": "change_of_pay", "hourly_pay": 13.50}
    case = twenty_hours(events=[change])
    at = days(wages(case).due_on).index("2027-02-28")
    assert pounds(wages(case).gross[at - 1 : at + 1]) == [1101.53, 1170.00]
    assert pounds(wages(case, 16.0).gross[at - 1 : at + 1]) == [881.23, 936.00]


def test_training_weeks_then_fewer_hours():
    pattern = [{"weeks": 3, "hours": 37.5}, {"weeks": "repeat", "hours": 20}]
    slips = wages(twenty_hours(job__paid="weekly", job__pattern=pattern))
    assert pounds(slips.gross[:5]) == [476.63, 476.63, 476.63, 254.20, 254.20]
    assert pounds(slips.hours_worked[:4]) == [37.5, 37.5, 37.5, 20]


def test_a_rota_repeats():
    pattern = [{"weeks": 1, "hours": 30}, {"weeks": 2, "hours": 10}]
    slips = wages(twenty_hours(job__paid="weekly", job__pattern=pattern))
    assert pounds(slips.hours_worked[:7]) == [30, 10, 10, 30, 10, 10, 30]


def test_a_month_of_a_rota_is_the_average_of_its_days():
    pattern = [{"weeks": 1, "hours": 30}, {"weeks": 1, "hours": 10}]
    slips = wages(twenty_hours(job__pattern=pattern))
    # November: 2 to 6, 16 to 20 and 30 at 30 hours (11 days), 10 days at 10: 430 / 21.
    assert pounds(slips.gross[:1]) == [round(430 / 21 * 12.71 * 52 / 12, 2)]


def test_the_job_that_goes_ends_the_day_before_and_its_tax_goes_along():
    now = {"hourly_pay": 20, "hours_per_week": 30, "paid": "monthly", "pay_day": 28}
    case = twenty_hours(
        job__tax_code=None,
        job__replaces="all",
        claimant__jobs=[{**now, "tax_code": "1257L", "pension": NONE}],
    )
    slips = slips_of(case, 20.0, first=dt.date(2026, 4, 6), last=dt.date(2026, 12, 31))
    assert {each.code for each in slips.assumptions} >= {"tax_code_after_p45"}
    old = slips.where((slips.scenario == 1) & (slips.employment == 0))
    new = offered(slips)
    # It ends on Sunday 1 November: no weekday of that month is worked.
    assert str(old.work_to[-1]) == "2026-10-31"
    assert kinds(old)[-1:] == ["final"]
    # 30 x 20 x 52/12 = 2,600 a month, seven months, and no weekday of November.
    assert pounds(old.gross[-1:]) == [2600]
    assert str(old.due_on[-1]) == "2026-10-28"
    # Month 7: 18,200 - 7,337.82 = 10,862 at 20%. Month 8: 19,301.53 - 8,386.08 = 10,915.
    assert round(float(old.income_tax.sum()), 2) == 2172.40
    assert pounds(new.income_tax[:1]) == [10.60]


def test_a_present_job_goes_on_beside_the_new_one_on_br():
    now = {"hourly_pay": 13, "hours_per_week": 8, "paid": "weekly", "tax_code": "1257L"}
    case = twenty_hours(job__tax_code=None, job__replaces="none", claimant__jobs=[now])
    slips = slips_of(case, 20.0, last=dt.date(2026, 12, 31))
    assert "tax_code_second_job" in {each.code for each in slips.assumptions}
    # To date: 20% of 1,101, then of 2,203.
    assert pounds(offered(slips).income_tax) == [220.20, 220.40]
    both = [slips.where((slips.scenario == each) & (slips.employment == 0)) for each in (0, 1)]
    assert np.array_equal(both[0].net, both[1].net)
    assert both[0].count == 22  # Fridays from 7 August to 31 December


def test_a_pension_put_off_and_then_kept_when_pay_falls():
    pension = {"scheme": "net_pay", "first_deduction_date": "2027-02-01"}
    change = {"on": "2027-03-01", "kind": "change_of_hours", "hours_per_week": 13}
    slips = wages(twenty_hours(job__pension=pension, events=[change]))
    # Nothing to January; 5% of 1,101.53 - 520; 13 hours pay 715.99, below the trigger of 833.
    assert pounds(slips.employee_pension[:5]) == [0, 0, 0, 29.08, 9.80]
    never = wages(twenty_hours(job__pension={"scheme": "net_pay"}, job__hours_per_week=13), 13.0)
    assert set(pounds(never.employee_pension)) == {0}


def test_gifts_are_no_more_than_pay():
    pattern = [{"weeks": 2, "hours": 0}, {"weeks": "repeat", "hours": 20}]
    case = twenty_hours(
        job__paid="weekly",
        job__pattern=pattern,
        job__payroll_giving={"amount": 5, "per": "week"},
    )
    slips = wages(case)
    assert pounds(slips.payroll_giving[:4]) == [0, 0, 5, 5]
    # Tax on 254.20 - 5 - 241.92: 7 at 20%; National Insurance on 12.20: 0.976, so 98p.
    assert pounds(slips.net[:3]) == [0, 0, 246.82]


TERM = {"weeks": 39, "spread_over_year": False}
EASTER = {"first": "2027-03-29", "last": "2027-04-09"}


def test_school_holidays_without_pay():
    slips = wages(twenty_hours(job__paid="weekly", job__term_time={**TERM, "breaks": [EASTER]}))
    by_week = dict(zip(days(slips.work_from), pounds(slips.gross), strict=True))
    weeks = ("2027-03-22", "2027-03-29", "2027-04-05", "2027-04-12")
    assert [by_week[week] for week in weeks] == [254.20, 0, 0, 254.20]


def test_term_time_pay_in_equal_parts():
    # 39 weeks and holiday pay make 44.6 paid weeks of 52.
    term = {"weeks": 39, "weeks_paid": 44.6}
    slips = wages(twenty_hours(job__term_time=term))
    assert set(pounds(slips.gross)) == {round(20 * 12.71 * 44.6 / 12, 2)}
    not_given = slips_of(twenty_hours(job__term_time=TERM))
    assert "term_dates_not_given" in {each.code for each in not_given.assumptions}
    assert set(pounds(offered(not_given).gross)) == {round(20 * 12.71 * 39 / 12, 2)}


def test_no_set_hours_but_a_rota():
    pattern = [{"weeks": 1, "hours": 12}, {"weeks": 1, "hours": 0}]
    slips = wages(
        twenty_hours(job__paid="weekly", job__hours_per_week=0, job__pattern=pattern), 0.0
    )
    assert pounds(slips.gross[:4]) == [152.52, 0, 152.52, 0]


def test_a_present_salary_without_hours():
    now = {"pay": {"amount": 600, "per": "month"}, "paid": "monthly", "pay_day": 28}
    ends = {"on": "2027-01-15", "kind": "job_ends", "job": 1}
    case = case_with(as_at="2026-11-01", job=None, claimant__jobs=[now], events=[ends])
    slips = slips_of(case, last=UNTIL)
    # 11 of January's 21 weekdays.
    assert pounds(slips.where(slips.scenario == 0).gross[-2:]) == [600, 314.29]
    assert set(pounds(slips.hours_worked)) == {0}
