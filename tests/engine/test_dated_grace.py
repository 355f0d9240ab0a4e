"""The benefit cap's grace period in dates, on both sides of each of its lines (UC Regs reg 82)."""

from datetime import date
from typing import Any

import pytest

from benefits_calc.analysis.timeline import timeline
from tests.engine.dated_cases import p1

FULL, CAPPED = 424.90 + 1439.97, 1413.92
NO_PENSION = {"scheme": "none", "employee_percent": None, "basis": None, "enrolment": None}


def capped(**changes: Any) -> Any:
    """Single, in London, no finding on health, rent 1,439.97; 20 hours from 2 November 2026."""
    facts: dict[str, Any] = {
        "region": "london",
        "claimant": {
            "work_capability": "none",
            "work_capability_since": None,
            "health_element": None,
            "health_element_basis": None,
        },
        "home": {"rent": {"amount": 1439.97, "per": "month"}},
        "job": {"tax_code": "1257L M1", "starter_declaration": None, "pension": NO_PENSION},
    }
    job = facts["job"] | changes.pop("job", {})
    return p1(**{**facts, "job": job, **changes})


def ends(*days: str) -> list[dict[str, Any]]:
    return [{"on": day, "kind": "job_ends"} for day in days]


def awards(case: Any, months: int = 28) -> dict[date, float]:
    return {p.starts: p.award for p in timeline(case, months=months).lines[0].periods}


def free_of_the_cap(case: Any, months: int = 28) -> list[date]:
    """First days of periods in which the cap is off, with no more than a tax refund earned."""
    periods = timeline(case, months=months).lines[0].periods
    return [p.starts for p in periods if p.award > CAPPED and p.earned_income < 100]


# Wages come on the 28th from November 2026, so periods from the 8th have one each.


@pytest.mark.parametrize(
    ("last_day", "free"),
    [
        # Twelve wages, November 2026 to October 2027: free for the nine months from 8 November.
        (
            "2027-10-31",
            [date(2027, m, 8) for m in (11, 12)] + [date(2028, m, 8) for m in range(1, 8)],
        ),
        # Eleven: none.
        ("2027-09-30", []),
    ],
)
def test_twelve_months_of_earnings_bring_nine_without_the_cap(last_day: str, free: list[date]):
    assert free_of_the_cap(capped(events=ends(last_day))) == free


@pytest.mark.parametrize(("hourly", "free"), [(12.72, True), (12.69, False)])
def test_the_threshold_is_net_earnings_in_whole_pounds(hourly: float, free: bool):
    # 16 hours a week: 881.92 a month meets 881, 879.84 does not; no tax, insurance or pension.
    case = capped(job={"hours_per_week": 16.0, "hourly_pay": hourly}, events=ends("2027-10-31"))
    assert bool(free_of_the_cap(case)) == free


def test_fewer_hours_begin_grace_as_the_end_of_work_does():
    drop = {"on": "2027-11-01", "kind": "change_of_hours", "hours_per_week": 4.0}
    case = capped(events=[drop])
    periods = {p.starts: p for p in timeline(case, months=24).lines[0].periods}
    low = periods[date(2027, 11, 8)]
    assert low.award == pytest.approx(FULL - 0.55 * low.earned_income, abs=0.01)
    assert periods[date(2028, 8, 8)].award == CAPPED


def test_work_again_in_grace_does_not_stop_its_months():
    # Free from 8 November 2027 to 7 August 2028. Two wages in March and April change nothing.
    again = [
        {"on": "2027-11-01", "kind": "change_of_hours", "hours_per_week": 0.0},
        {"on": "2028-03-01", "kind": "change_of_hours", "hours_per_week": 20.0},
        {"on": "2028-05-01", "kind": "change_of_hours", "hours_per_week": 0.0},
    ]
    free = free_of_the_cap(capped(events=again))
    assert free[0] == date(2027, 11, 8)
    assert free[-1] == date(2028, 7, 8)
    assert date(2028, 5, 8) in free


def test_work_again_after_grace_needs_another_year():
    again = [
        {"on": "2027-11-01", "kind": "change_of_hours", "hours_per_week": 0.0},
        {"on": "2028-10-01", "kind": "change_of_hours", "hours_per_week": 20.0},
        {"on": "2029-01-01", "kind": "change_of_hours", "hours_per_week": 0.0},
    ]
    found = awards(capped(events=again))
    assert found[date(2028, 8, 8)] == CAPPED
    assert found[date(2029, 1, 8)] == CAPPED


def test_a_break_of_one_month_begins_the_twelve_again():
    pause = [
        {"on": "2027-06-01", "kind": "change_of_hours", "hours_per_week": 0.0},
        {"on": "2027-07-01", "kind": "change_of_hours", "hours_per_week": 20.0},
        {"on": "2028-01-31", "kind": "job_ends"},
    ]
    assert free_of_the_cap(capped(events=pause)) == []


@pytest.mark.parametrize(("worked", "free"), [(True, True), (False, False)])
def test_months_before_the_run_count_where_the_case_says_so(worked: bool, free: bool):
    award = {"earnings_last_12_months_over_threshold": worked}
    jobs = [{"hourly_pay": 12.71, "hours_per_week": 20.0, "paid": "monthly", "pay_day": 28}]
    jobs[0]["pension"] = {"scheme": "none"}
    case = capped(
        benefits_now={"universal_credit": award},
        claimant={
            "work_capability": "none",
            "work_capability_since": None,
            "health_element": None,
            "health_element_basis": None,
            "jobs": jobs,
        },
        job={"replaces": "none", "hours_per_week": 1.0},
        events=[{"on": "2026-11-30", "kind": "job_ends", "job": 1}],
    )
    assert (awards(case, 6)[date(2026, 12, 8)] > CAPPED) == free


def nil_by_wages(last_day: str, *more: dict[str, Any]) -> Any:
    """60 hours a week at 17: no award from the first wage on."""
    job = {"hours_per_week": 60.0, "hourly_pay": 17.0}
    return capped(job=job, events=[*ends(last_day), *more])


def test_a_year_at_nil_brings_grace_to_a_new_claim():
    # The last wage comes on 26 November 2027 and the claim is made on 7 December.
    found = timeline(nil_by_wages("2027-11-30"), months=28).lines[0].periods
    claim = next(p for p in found if p.state == "reclaimed")
    assert claim.starts == date(2027, 12, 7)
    free = [p.starts for p in found if p.starts >= claim.starts and p.award > CAPPED]
    # Nine months from the first period's first day; the tenth is capped.
    assert free == [claim.starts, *(date(2028, m, 7) for m in range(1, 9))]


def test_eleven_months_at_nil_bring_none():
    found = timeline(nil_by_wages("2027-09-30"), months=28).lines[0].periods
    claim = next(p for p in found if p.state == "reclaimed")
    assert claim.award <= CAPPED


def test_before_a_claim_the_months_run_from_the_day_after_work():
    # Savings keep the award away until 10 March 2028: the nine months from 1 December 2027 end on
    # 31 August 2028, in the period from 10 August, which is free as well (reg 82(1)(b)).
    rich = {"on": "2027-11-15", "kind": "savings", "savings": 20_000.0}
    poor = {"on": "2028-03-10", "kind": "savings", "savings": 1_000.0}
    case = nil_by_wages("2027-11-30", rich, poor)
    found = timeline(case, months=28).lines[0].periods
    claim = next(p for p in found if p.state == "reclaimed")
    assert claim.starts == date(2028, 3, 10) or claim.starts == date(2028, 3, 8)
    free = [p.starts for p in found if p.starts >= claim.starts and p.award > CAPPED]
    assert free[-1].month == 8
    assert next(p for p in found if p.starts > free[-1]).award == CAPPED


def test_work_that_stopped_after_too_short_a_time_brings_none_before_a_claim():
    rich = {"on": "2027-08-15", "kind": "savings", "savings": 20_000.0}
    poor = {"on": "2028-01-10", "kind": "savings", "savings": 1_000.0}
    found = timeline(nil_by_wages("2027-08-31", rich, poor), months=24).lines[0].periods
    claim = next(p for p in found if p.state == "reclaimed")
    assert claim.award == CAPPED


@pytest.mark.parametrize(("pay", "free"), [(860.0, False), (885.0, True)])
def test_each_month_is_held_to_the_living_wage_of_its_first_day(pay: float, free: bool):
    # Twelve wages from June 2025 to May 2026: 860 meets the 846 of 2025-26 ten times, and not the
    # 881 of April and May 2026.
    job = {
        "starts": "2025-06-02",
        "hourly_pay": None,
        "pay": {"amount": pay, "per": "month"},
        "hours_per_week": 16.0,
    }
    case = capped(
        as_at="2025-05-20",
        job=job,
        benefits_now={"universal_credit": {"since": "2024-06"}},
        events=ends("2026-05-31"),
    )
    assert bool(free_of_the_cap(case, 24)) == free


def test_a_threshold_that_rises_over_a_steady_wage_begins_grace():
    # Twelve wages of 860 to March 2026 met it; from April they are below 881, in work or not.
    job = {
        "starts": "2025-03-10",
        "hourly_pay": None,
        "pay": {"amount": 860.0, "per": "month"},
        "hours_per_week": 16.0,
    }
    benefits = {"universal_credit": {"since": "2024-06"}}
    home = {"rent": {"amount": 1800.0, "per": "month"}}
    case = capped(as_at="2025-04-20", job=job, benefits_now=benefits, home=home)
    found = awards(case, 24)
    assert found[date(2026, 4, 8)] == pytest.approx(424.90 + 1800.0 - 0.55 * 860.0, abs=0.01)
    # Nine months from 8 April 2026.
    assert found[date(2026, 12, 8)] == found[date(2026, 4, 8)]
    assert found[date(2027, 1, 8)] == CAPPED


def test_the_last_day_of_grace_is_a_deadline_with_its_price():
    line = timeline(capped(events=ends("2027-10-31")), months=28).lines[0]
    (deadline,) = [item for item in line.deadlines if item.what == "benefit_cap_grace_ends"]
    assert deadline.by == date(2028, 8, 7)
    assert deadline.facts["price_per_month"] == pytest.approx(FULL - CAPPED, abs=0.01)
    none = timeline(capped(events=ends("2027-09-30")), months=28).lines[0]
    assert not [item for item in none.deadlines if item.what == "benefit_cap_grace_ends"]
