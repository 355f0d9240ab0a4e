"""Claims made after an award ended: the old days of the month, or a cycle of their own.

UC Regs 2013 reg 21(3C): the old days are kept where the last day of the old award lies in the six
months before the claim. Otherwise periods run from the day of the claim (reg 21(1), (2)).
"""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.months import simulate_months
from benefits_calc.engine.dated.periods import calendar_of, months_later
from benefits_calc.engine.dated.scenario import AS_YOU_ARE, in_job
from tests.engine import plain_calendar as plain
from tests.engine.dated_cases import p1

FIRST, LAST = date(2026, 10, 1), date(2028, 6, 30)


def well_paid(end: str | None, *, job_pay: float = 15.0, **changes):
    """No rent, the standard rate, and a wage that leaves no award from 8 January 2027."""
    return p1(
        claimant={"health_element": "standard", "health_element_basis": None},
        home={"tenure": "with_family", "rent": None, "bedrooms": None},
        job={
            "starts": "2026-12-14",
            "pay_day": 28,
            "hours_per_week": 50.0,
            "hourly_pay": job_pay,
            "arrears_weeks": None,
        },
        events=[{"on": end, "kind": "job_ends"}] if end else [],
        **changes,
    )


def periods(case, months: int = 16):
    return timeline(case, months=months).lines[0].periods


def again(case):
    return next(period for period in periods(case) if period.state == "reclaimed")


@pytest.mark.parametrize(
    ("end", "claimed", "first_payment"),
    [
        # Nil from 8 January: the last day that keeps the 8th is 7 July.
        ("2027-06-30", date(2027, 7, 8), date(2027, 8, 13)),
        # The plan's day is 8 July, the first too late: the cycle begins on it, which is the 8th.
        ("2027-07-01", date(2027, 7, 8), date(2027, 8, 13)),
        ("2027-07-28", date(2027, 8, 4), date(2027, 9, 10)),
        ("2027-08-24", date(2027, 8, 31), date(2027, 10, 6)),
        ("2027-09-23", date(2027, 9, 30), date(2027, 11, 5)),
    ],
)
def test_a_late_claim_begins_its_own_cycle(end: str, claimed: date, first_payment: date):
    found = again(well_paid(end))
    assert (found.starts, found.paid_on) == (claimed, first_payment)


@pytest.mark.parametrize(
    ("end", "starts"),
    [
        ("2027-08-24", [(8, 31), (9, 30), (10, 31), (11, 30), (12, 31), (1, 31), (2, 29), (3, 31)]),
        ("2027-09-23", [(9, 30), (10, 30), (11, 30), (12, 30), (1, 30), (2, 28), (3, 30)]),
    ],
)
def test_the_new_cycle_at_the_ends_of_months(end: str, starts: list[tuple[int, int]]):
    found = [p.starts for p in periods(well_paid(end)) if p.starts >= date(2027, 8, 31)]
    assert [(day.month, day.day) for day in found][: len(starts)] == starts


@pytest.mark.parametrize("end", ["2027-05-20", "2027-07-28", "2027-09-23"])
def test_periods_follow_one_another_through_a_new_claim(end: str):
    found = periods(well_paid(end))
    for one, following in pairwise(found):
        assert following.starts == one.ends + timedelta(days=1)


def test_a_claim_in_time_keeps_the_old_days_for_good():
    found = periods(well_paid("2027-05-20"))
    assert {period.starts.day for period in found} == {8}


def test_the_wait_for_the_health_element_runs_from_the_new_claim():
    # Claimed on 4 August, so the three months end on 3 November, the last day of a period.
    by_start = {p.starts: p.award for p in periods(well_paid("2027-07-28"))}
    assert by_start[date(2027, 10, 4)] == 424.90
    assert by_start[date(2027, 11, 4)] == 642.16


def test_a_last_wage_that_leaves_nothing_is_waited_for():
    # The job ends on 9 August and the last wage is due on the 28th: claimed on 16 August it would
    # take the month to 15 September to nothing, and the next award would begin on the 16th.
    case = well_paid("2027-08-09")
    found = {p.starts: p for p in periods(case)}
    claim = found[date(2027, 8, 29)]
    assert (claim.state, claim.award, claim.wages_counted) == ("reclaimed", 424.90, 0)
    assert claim.paid_on == date(2027, 10, 5)


def test_a_last_wage_that_only_lowers_the_first_month_is_not_waited_for():
    # Two days' pay, due on 28 August.
    found = {p.starts: p for p in periods(well_paid("2027-08-02"))}
    claim = found[date(2027, 8, 9)]
    assert (claim.state, claim.wages_counted) == ("reclaimed", 1)
    assert 0 < claim.award < 424.90


def test_savings_that_fall_after_half_a_year_begin_a_cycle_on_that_day():
    case = p1(
        job=None,
        events=[
            {"on": "2027-01-20", "kind": "savings", "savings": 17_000},
            {"on": "2027-07-19", "kind": "savings", "savings": 5_000},
        ],
    )
    found = timeline(case, months=12).as_you_are.periods
    claim = next(period for period in found if period.state == "reclaimed")
    # Nil from 8 January: a claim after 7 July is too late.
    assert (claim.starts, claim.paid_on) == (date(2027, 7, 19), date(2027, 8, 25))


def test_savings_that_fall_within_half_a_year_keep_the_old_days():
    case = p1(
        job=None,
        events=[
            {"on": "2027-01-20", "kind": "savings", "savings": 17_000},
            {"on": "2027-06-19", "kind": "savings", "savings": 5_000},
        ],
    )
    found = timeline(case, months=12).as_you_are.periods
    claim = next(period for period in found if period.state == "reclaimed")
    assert claim.starts == date(2027, 6, 8)


def test_one_line_s_new_claim_leaves_the_others_as_they_are():
    case = well_paid("2027-07-28")
    days = (FIRST, LAST)
    lines = (AS_YOU_ARE, in_job(8.0), scenarios_of(case, (50.0,))[1])
    together = simulate_months(case, lines, *days)
    for place, line in enumerate(lines):
        alone = simulate_months(case, (AS_YOU_ARE, line), *days)
        own = together.manual.calendar_of(place)
        assert np.array_equal(own.period_starts, alone.manual.calendar_of(1).period_starts)
        for name in ("award", "deductions", "code", "lost"):
            one = getattr(together.manual.states, name)[:, place]
            assert np.array_equal(one, getattr(alone.manual.states, name)[:, 1]), (place, name)
    assert [len(together.manual.calendar_of(n).begun_anew) for n in range(3)] == [0, 0, 1]


def test_money_follows_the_new_periods():
    line = timeline(well_paid("2027-07-28"), months=14).lines[0]
    paid = {e.day: e.amount for e in line.cash if e.source == "universal_credit" and e.amount}
    for period in line.periods:
        if line.cash[0].day <= period.paid_on <= line.cash[-1].day and period.award:
            assert paid.pop(period.paid_on) == period.award
    assert paid == {}


def test_a_new_claim_is_a_last_day_with_its_first_payment():
    line = timeline(well_paid("2027-07-28"), months=14).lines[0]
    (deadline,) = [item for item in line.deadlines if item.what == "new_claim"]
    assert (deadline.by, deadline.aim_for) == (date(2027, 8, 4), date(2027, 7, 29))
    assert deadline.facts["first_payment"] == date(2027, 9, 10)
    assert deadline.facts["price_per_day"] == pytest.approx(424.90 * 12 / 365, abs=0.005)
    assert not [item for item in line.deadlines if item.what == "reclaim_after_job_ends"]


def test_the_way_back_shows_the_wait_of_five_weeks():
    found = way_back(well_paid(None), Asked("job_ends", 8))
    # The job ends on 13 August, and its last wage is due on the 28th: claimed on the 29th.
    assert found.changes_on == date(2027, 8, 13)
    paid = [
        e.day
        for e in found.line.cash
        if e.source == "universal_credit" and e.amount and e.day > found.changes_on
    ]
    assert paid[0] == date(2027, 10, 5)


def test_a_new_cycle_has_as_many_months_as_the_old_one():
    calendar = calendar_of(p1(), FIRST, LAST)
    for day in (date(2027, 7, 8), date(2027, 8, 4), date(2027, 8, 31), date(2027, 9, 30)):
        anew = calendar.anew_from(day, "england")
        assert anew.periods == calendar.periods
        assert np.array_equal(anew.weeks, calendar.weeks)
        assert anew.period_ends[-1] >= calendar.period_ends[-1]
        assert np.array_equal(anew.period_starts[1:], anew.period_ends[:-1] + 1)


def test_nobody_claims_anew_before_the_job_has_ended():
    # With a child the wages of two weeks of December leave an award in the old month from the
    # 8th. The job ends on the 13th, so the claim is made on the 20th.
    case = well_paid("2027-12-13", children=[{"born": "2020-05"}], job_pay=18.0)
    found = {p.starts: p for p in periods(case)}
    assert found[date(2027, 12, 20)].state == "reclaimed"
    assert date(2027, 12, 8) not in found


@settings(max_examples=15)
@given(st.integers(1, 31), st.integers(0, 300))
def test_any_claim_is_read_a_second_time(start_day: int, days: int):
    """Old days up to six months after the old award's last day, otherwise those of the claim."""
    ends = date(2027, 3, 1) + timedelta(days=days)
    award = {"universal_credit": {"assessment_period_starts_on": start_day}}
    found = periods(well_paid(str(ends), benefits_now=award), months=18)
    claims = [place for place, period in enumerate(found) if period.state == "reclaimed"]
    nil = next(period for period in found if period.state == "nil")
    if not claims:
        # The last month shown comes before the claim.
        assert found[-1].starts < ends + timedelta(days=62)
        return
    place = claims[0]
    claim = found[place]
    too_late = claim.starts >= months_later(nil.starts, 6)
    before = plain.periods(start_day, date(2026, 1, 1), date(2030, 1, 1))
    cycle = claim.starts.day if too_late else start_day
    after = plain.periods(cycle, claim.starts, date(2030, 1, 1))
    old = [(p.starts, p.ends) for p in found[: place - 1]]
    assert old == [each for each in before if each[0] >= found[0].starts][: len(old)]
    new = [(p.starts, p.ends) for p in found[place:]]
    assert new == after[: len(new)]
    assert found[place - 1].ends == claim.starts - timedelta(days=1)
    for period in found[place:]:
        assert period.paid_on == plain.working_day(period.ends + timedelta(days=7), "england")
    if too_late:
        # No day of the new award comes before its claim, and none of it is shared out.
        assert claim.award == claim.worked_out
        assert claim.starts > ends
