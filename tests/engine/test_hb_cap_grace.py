"""Thirty-nine weeks without the benefit cap in Housing Benefit after steady work (reg 75E)."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from benefits_calc.analysis.timeline import timeline
from benefits_calc.case import Case
from benefits_calc.engine.dated.months import simulate_months
from benefits_calc.engine.dated.scenario import AS_YOU_ARE, in_job
from benefits_calc.engine.dated.steady_work import last_days_of_steady_work
from tests.engine.dated_cases import p1
from tests.engine.whole_cases import case_with, compared, money

# Outside London, single: 283.71 a week. Rent of 400 alone is over it.
HOME: dict[str, Any] = {
    "tenure": "temporary",
    "temporary_kind": "housing_association",
    "rent": {"amount": 400.0, "per": "week"},
    "council_tax": {"liable": False},
}


def capped(**claimant: Any) -> Case:
    return case_with(
        claims_universal_credit=False,
        claimant={"born": "1986-01", **claimant},
        home=HOME,
        benefits_now={"housing_benefit": {"amount": 283.71, "per": "week"}},
    )


def a_week(case: Case) -> float:
    return round(money(compared(case, 0).now, "housing_benefit") * 12 / 52, 2)


def test_without_work_before_it_the_cap_holds():
    assert a_week(capped()) == 283.71


@pytest.mark.parametrize(
    ("days_ago", "paid"), [(0, 283.71), (1, 400.0), (273, 400.0), (274, 283.71), (400, 283.71)]
)
def test_thirty_nine_weeks_begin_on_the_day_after_the_last_day(days_ago: int, paid: float):
    as_at = capped().as_at
    assert as_at is not None
    assert a_week(capped(steady_work_until=as_at - timedelta(days=days_ago))) == paid


def test_awards_of_other_kinds_still_free_from_it():
    assert a_week(capped(pip={"daily_living": "standard"})) == 400.0


def test_in_work_there_is_no_exception():
    """Nothing took the place of Working Tax Credit; the means test leaves more than the cap."""
    at_work = compared(capped(), 5).points[0]
    assert round(money(at_work, "housing_benefit") * 12 / 52, 2) == 283.71


# --- in dated months ----------------------------------------------------------------------------


def ended(weeks_worked: int) -> tuple[Case, date]:
    """A job from Monday 2 November 2026 for some whole weeks."""
    start = date(2026, 11, 2)
    last = start + timedelta(weeks=weeks_worked, days=-1)
    home = {"bedrooms": None, **HOME}
    case = p1(
        claims_universal_credit=False,
        claimant={
            "work_capability": "none",
            "work_capability_since": None,
            "health_element": None,
            "health_element_basis": None,
        },
        home=home,
        benefits_now={"universal_credit": None, "housing_benefit": {"amount": 1, "per": "week"}},
        job={"starts": start, "ends": last, "paid": "weekly", "pay_day": None},
    )
    return case, last


@pytest.mark.parametrize(("weeks_worked", "freed"), [(49, False), (50, True), (60, True)])
def test_work_of_the_run_counts_where_it_filled_fifty_weeks(weeks_worked: int, *, freed: bool):
    case, last = ended(weeks_worked)
    cash = timeline(case, months=22).lines[0].cash
    paid = {e.day: e.amount for e in cash if e.source == "housing_benefit"}
    # The weeks after the last wage has been paid for are all means-tested to the whole rent.
    within, first_after = last + timedelta(days=8 * 7 + 1), last + timedelta(days=39 * 7 + 1)
    assert within.weekday() == first_after.weekday() == 0
    assert paid[within] == (400.0 if freed else 283.71)
    assert paid[first_after - timedelta(days=7)] == (400.0 if freed else 283.71)
    assert paid[first_after] == 283.71


def test_a_week_with_esa_does_not_count_and_new_work_ends_nothing():
    case, _ = ended(60)
    calendar = simulate_months(
        case, (AS_YOU_ARE, in_job(20.0)), date(2026, 8, 1), date(2028, 6, 30)
    ).calendar
    weeks = len(calendar.weeks)
    hours = np.zeros((weeks, 1, 2))
    hours[5:57, 0, 0] = 20.0
    hours[60:63, 0, 0] = 20.0
    nothing = np.zeros_like(hours)
    found = last_days_of_steady_work(case, calendar, hours, (nothing, nothing))[:, 0, 0]
    sunday = calendar.weeks[56] + np.timedelta64(6, "D")
    assert found[56] == np.datetime64("1900-01-01")
    assert (found[57:] == sunday).all()
    esa = nothing.copy()
    esa[10:13, 0, 0] = 95.55
    found = last_days_of_steady_work(case, calendar, hours, (esa, nothing))[:, 0, 0]
    assert (found == np.datetime64("1900-01-01")).all()
