"""Redundancy pay: what is due at least, and what it does to savings from the day it comes."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.months import simulate_months
from tests.engine.dated_cases import p1

OFFER = 1


def with_sum(pay: float, on: str = "2027-02-26", **changes: Any) -> Any:
    """A job that ends with a sum; the last wage and the sum come on 26 February (a Friday)."""
    end = {"on": on, "kind": "job_ends", "redundancy_pay": pay}
    return p1(events=[end, *changes.pop("more", [])], **changes)


def periods(case: Any) -> dict[date, Any]:
    return {p.starts: p for p in timeline(case, months=10).lines[0].periods}


# --- what the law gives at least ---------------------------------------------------------------


def present_job(starts: str, born: str, hours: float, pay: float, ends: str) -> Any:
    return p1(
        claimant={
            "born": born,
            "jobs": [
                {"hourly_pay": pay, "hours_per_week": hours, "paid": "weekly", "starts": starts}
            ],
        },
        job={"replaces": "none"},
        events=[{"on": ends, "kind": "job_ends", "job": 1}],
    )


@pytest.mark.parametrize(
    ("starts", "born", "hours", "pay", "weeks", "amount"),
    [
        # Two complete years on 28 February 2027, one week's pay each from 22 to 40.
        ("2025-03-01", "1990-05", 20.0, 13.0, 2.0, 520.0),
        # A day less than two years: nothing.
        ("2025-03-02", "1990-05", 20.0, 13.0, 0.0, 0.0),
        # Fifty in 2026: of ten years nine are at 41 or over, 1.5 weeks each, and one is a week.
        ("2017-02-01", "1976-05", 40.0, 15.0, 14.5, 8700.0),
        # Over the most that a week counts for, 751.
        ("2017-02-01", "1976-05", 40.0, 30.0, 14.5, 10889.5),
        # Twenty years count at most; at 66 all of them are at 41 or over.
        ("2000-02-01", "1961-05", 10.0, 13.0, 30.0, 3900.0),
    ],
)
def test_statutory_redundancy_pay(
    starts: str, born: str, hours: float, pay: float, weeks: float, amount: float
):
    case = present_job(starts, born, hours, pay, "2027-02-28")
    messages = {m.code: m.facts for m in timeline(case, months=6).lines[0].messages}
    if not amount:
        assert "redundancy_due" not in messages
        return
    assert messages["redundancy_due"]["amount"] == amount
    assert amount == pytest.approx(weeks * min(hours * pay, 751.0))


def test_years_that_are_not_known_are_asked_for():
    case = present_job("2025-03-01", "1990-05", 20.0, 13.0, "2027-02-28")
    job = case.claimant.jobs[0].model_copy(update={"starts": None})
    claimant = case.claimant.model_copy(update={"jobs": (job,)})
    found = timeline(case.model_copy(update={"claimant": claimant}), months=6).lines[0]
    assert "redundancy_years_not_known" in [m.code for m in found.messages]


@pytest.mark.parametrize(("months", "due"), [(23, 0.0), (24, 508.40)])
def test_the_way_back_says_what_is_due_from_two_years_on(months: int, due: float):
    # 20 hours at 12.71 for two complete years, at the age of 42: a week and a half for the last
    # year, in which nobody is below 41, and for the one before, begun at 40, a week.
    case = p1(claimant={"born": "1990-05"})
    found = way_back(case, Asked("job_ends", months))
    assert found.redundancy is not None
    assert found.redundancy.amount == due
    code = "redundancy_due" if due else "redundancy_not_due"
    assert code in [item.code for item in found.week_one]


# --- savings -----------------------------------------------------------------------------------


def test_a_sum_is_savings_from_the_period_in_which_it_comes():
    found = periods(with_sum(9_100.0))
    before, after = found[date(2027, 1, 8)], found[date(2027, 3, 8)]
    here = found[date(2027, 2, 8)]
    assert here.award == pytest.approx(before.award - 56.55, abs=0.02)
    # 9,100 is 3,100 over 6,000: thirteen parts of 250 at 4.35 each.
    assert after.award == pytest.approx(1304.70 - 13 * 4.35)


@pytest.mark.parametrize(("pay", "state"), [(16_000.0, "open"), (16_000.01, "nil")])
def test_a_sum_over_the_limit_ends_the_award(pay: float, state: str):
    assert periods(with_sum(pay))[date(2027, 3, 8)].state.replace("closed", "nil") == state


def test_a_sum_adds_to_the_savings_there_are():
    found = periods(with_sum(5_000.0, savings=5_000.0))
    assert found[date(2027, 3, 8)].award == pytest.approx(1304.70 - 16 * 4.35)


def test_savings_stated_later_take_the_sum_s_place():
    left = {"on": "2027-04-10", "kind": "savings", "savings": 5_900.0}
    found = periods(with_sum(9_100.0, more=[left]))
    assert found[date(2027, 3, 8)].award == pytest.approx(1304.70 - 13 * 4.35)
    assert found[date(2027, 4, 8)].award == pytest.approx(1304.70, abs=0.01)


def test_only_the_lines_in_which_the_job_is_taken_have_the_sum():
    case = with_sum(17_000.0)
    dated = simulate_months(case, scenarios_of(case, (20.0,)), date(2026, 10, 1), date(2027, 9, 30))
    capital = dated.manual.awards.capital
    assert capital[:, 0].max() == 0
    assert capital[:, OFFER].max() == 17_000
    assert (np.diff(capital[:, OFFER]) >= 0).all()


def test_a_sum_lowers_rent_help_and_is_no_income_there():
    home = {
        "tenure": "supported",
        "supported_kind": "exempt",
        "rent": {"amount": 262.0, "per": "week"},
        "council_tax": {"liable": False},
    }
    plain = p1(home=home, events=[{"on": "2027-02-26", "kind": "job_ends"}])
    rich = p1(
        home=home,
        events=[{"on": "2027-02-26", "kind": "job_ends", "redundancy_pay": 16_500.0}],
    )

    def paid(case: Any) -> dict[date, float]:
        cash = timeline(case, months=8).lines[0].cash
        return {e.day: e.amount for e in cash if e.source == "housing_benefit"}

    without, with_it = paid(plain), paid(rich)
    assert with_it[date(2027, 2, 1)] == without[date(2027, 2, 1)] == 262.0
    # No award for the period of the sum, so the council looks at the wage until the sum is there.
    assert 0 < with_it[date(2027, 2, 22)] < 262.0
    assert date(2027, 3, 1) not in with_it
    assert without[date(2027, 3, 1)] == 262.0


# --- earnings ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["holiday_pay", "pay_in_lieu_of_notice"])
def test_pay_for_leave_and_notice_is_earnings(name: str):
    plain = p1(events=[{"on": "2027-02-26", "kind": "job_ends"}])
    more = p1(events=[{"on": "2027-02-26", "kind": "job_ends", name: 300.0}])
    start = date(2027, 2, 8)
    before, after = periods(plain)[start], periods(more)[start]
    assert 0 < after.earned_income - before.earned_income <= 300.0
    assert after.award < before.award
    assert periods(plain)[date(2027, 3, 8)].award == periods(more)[date(2027, 3, 8)].award
