"""The dated simulation: every month of every scenario, with what one month leaves to the next.

Pay packets first, then the weekly benefits, then Universal Credit of every assessment period in
one run; the history between them is stepped through in numpy, and the run repeated where history
asks for another award. Rates past the verified days are the last ones held, and marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from benefits_calc.case import Case, CaseError, check_places
from benefits_calc.case.problems import not_accepted
from benefits_calc.engine.dated.award import (
    AtWork,
    Awards,
    History,
    no_history,
)
from benefits_calc.engine.dated.award_facts import (
    facts_of,
    facts_place,
    stated_element,
    year_of_earnings_before,
)
from benefits_calc.engine.dated.cycles import Cycle, Settled, settled_of
from benefits_calc.engine.dated.earnings import (
    WeekEarnings,
    period_earnings,
    period_of_packets,
    share_of_days_worked,
    week_earnings,
    works_on,
)
from benefits_calc.engine.dated.employments import DatedEmployment, dated_employments
from benefits_calc.engine.dated.grace import MonthsOfPay
from benefits_calc.engine.dated.leaving_money import savings_added
from benefits_calc.engine.dated.payslips import Payslips, payslips_of
from benefits_calc.engine.dated.periods import (
    Calendar,
    calendar_of,
    months_later,
)
from benefits_calc.engine.dated.scenario import Scenario
from benefits_calc.engine.dated.state import PAID, walk
from benefits_calc.engine.dated.unknown import unknown_by_the_facts
from benefits_calc.engine.dated.weekly import Weeks, counted_in_periods, weekly_benefits
from benefits_calc.engine.dates import programmes_needed
from benefits_calc.engine.layout import layout_of
from benefits_calc.engine.refusals import refuse
from benefits_calc.engine.results import Unknown
from benefits_calc.engine.tables import council_nations, london_councils, rental_areas
from benefits_calc.rules.rates import MissingRateError
from benefits_calc.rules.registry import verified_range
from benefits_calc.rules.working_days import bank_holidays_known_until

# New claims that begin a cycle of their own, one after another in one line of life.
MOST_NEW_CYCLES = 4
Claims = tuple[date, ...]
# History settles in two or three walks; each walk fixes at least the earliest month that differs.
MOST_WALKS = 12


@dataclass(frozen=True)
class Dated:
    """A dated simulation.

    Attributes:
        case: The case.
        scenarios: The lines of life; the first is as things are.
        calendar: The days looked at.
        employments: Every employment with its days.
        payslips: Every pay packet.
        week_earnings: Pay by benefit week.
        weeks: Weekly benefits.
        manual: Universal Credit where an award that ended must be claimed again.
        automatic: The same where DWP tries again by itself; `manual` where nothing ended.
        rates_verified_until: Last day for which every rate is checked.
        bank_holidays_known_until: Last day for which bank holidays are held.
        unknown: Lines that the rules cannot fill, by the facts of the case.
    """

    case: Case
    scenarios: tuple[Scenario, ...]
    calendar: Calendar
    employments: tuple[DatedEmployment, ...]
    payslips: Payslips
    week_earnings: WeekEarnings
    weeks: Weeks
    manual: Settled
    automatic: Settled
    rates_verified_until: date
    bank_holidays_known_until: date
    unknown: tuple[Unknown, ...]


def simulate_months(
    case: Case, scenarios: tuple[Scenario, ...], first_day: date, last_day: date
) -> Dated:
    """Run every scenario from `first_day` to `last_day`.

    Raises:
        CaseError: where a place or a rate is not held, or a pay day does not fit its cycle.
    """
    with rates_must_be_held(case):
        return _simulate(case, scenarios, first_day, last_day)


@contextmanager
def rates_must_be_held(case: Case) -> Iterator[None]:
    """Name the day that lies too early where a rate of it is not held.

    Raises:
        CaseError: in place of the rules' own error.
    """
    try:
        yield
    except MissingRateError as error:
        job = case.job
        starts = None if job is None else job.starts
        assert case.as_at is not None  # noqa: S101
        by_job = starts is not None and starts < case.as_at
        field, day = ("job.starts", starts) if by_job else ("as_at", case.as_at)
        raise CaseError([not_accepted(field, day, f"give a later day; {error}")]) from None


def _simulate(
    case: Case, scenarios: tuple[Scenario, ...], first_day: date, last_day: date
) -> Dated:
    check_places(case, council_nations(), rental_areas(), london_councils())
    calendar = calendar_of(case, first_day, last_day)
    earliest = min(calendar.weeks[0], calendar.period_starts[0]).astype(date)
    latest = max(calendar.weeks[-1], calendar.period_ends[-1]).astype(date)
    employments = dated_employments(case, layout_of(case), scenarios, earliest)
    payslips = payslips_of(case, scenarios, earliest, months_later(latest, 2))
    by_week = week_earnings(payslips, employments, calendar, len(scenarios))
    weeks = weekly_benefits(case, calendar, by_week)
    lives = Lives(case, len(scenarios), employments, payslips, weeks)
    manual = _settle(lives, calendar, automatic=False)
    automatic = manual
    if (manual.states.months_nil > 0).any():
        automatic = _settle(lives, calendar, automatic=True)
    _, verified = verified_range(tuple(programmes_needed(case)))
    return Dated(
        case=case,
        scenarios=scenarios,
        calendar=calendar,
        employments=employments,
        payslips=payslips,
        week_earnings=by_week,
        weeks=weeks,
        manual=manual,
        automatic=automatic,
        rates_verified_until=verified,
        bank_holidays_known_until=date.fromisoformat(str(bank_holidays_known_until())),
        unknown=unknown_by_the_facts(case, scenarios),
    )


def refuse_where_it_is_not_worked_out(case: Case, awards: Awards, place: int) -> None:
    """Stop where Universal Credit turns on rules that are not held.

    Raises:
        CaseError: naming the field, why, and where to go.
    """
    if not case.universal_credit_claimed:
        return
    of_age = bool(awards.is_of_age_for_universal_credit[place].all())
    # In a line of life that loses its health finding a student can be barred later: no award then.
    refuse(case, of_age=of_age, barred=[bool(one[:, 0].any()) for one in awards.barred_as_student])


@dataclass(frozen=True)
class Lives:
    """What every cycle of assessment periods is worked out from.

    Attributes:
        case: The case.
        scenarios: Number of lines of life.
        employments: Every employment with its days.
        payslips: Every pay packet.
        weeks: Weekly benefits.
    """

    case: Case
    scenarios: int
    employments: tuple[DatedEmployment, ...]
    payslips: Payslips
    weeks: Weeks


def _settle(lives: Lives, calendar: Calendar, *, automatic: bool) -> Settled:
    """Awards and history of every scenario, each with the assessment periods of its own claims."""
    nation = lives.case.nation
    claims: list[Claims] = [()] * lives.scenarios
    runs: dict[Claims, Cycle] = {(): _settle_cycle(lives, calendar, automatic=automatic)}
    for _ in range(MOST_NEW_CYCLES):
        claims = [_claims_after(runs[days], days, lives, n) for n, days in enumerate(claims)]
        wanted = [days for days in dict.fromkeys(claims) if days not in runs]
        if not wanted:
            break
        for days in wanted:
            so_far = runs[days[:-1]]
            anew = so_far.calendar.anew_from(days[-1], nation)
            before = so_far.states.history
            runs[days] = _settle_cycle(lives, anew, automatic=automatic, before=before)
    columns = {days: [n for n, own in enumerate(claims) if own == days] for days in runs}
    return settled_of(
        [
            replace(run, columns=np.array(columns[days], dtype=np.int64))
            for days, run in runs.items()
            if columns[days] or not days
        ]
    )


def _claims_after(run: Cycle, days: Claims, lives: Lives, scenario: int) -> Claims:
    """The days of new claims of a scenario, with the one that its run so far asks for.

    A wage that leaves nothing to pay for the first month of a new claim is waited for: claimed the
    day after it, the first award begins sooner than a month after the claim that it would refuse.
    """
    states = run.states
    if days and states.code[run.calendar.begun_anew[-1], scenario] not in PAID:
        first, last = run.calendar.days_of(run.calendar.begun_anew[-1])
        wage = lives.payslips.last_wage_between(scenario, first, last)
        return days if wage is None or wage >= last else (*days[:-1], wage + timedelta(days=1))
    asked = states.new_cycle_from[:, scenario]
    asked = asked[~np.isnat(asked)]
    if not len(asked) or run.calendar.period_of(asked[:1])[0] < 1:
        return days
    return (*days, asked[0].item())


def _settle_cycle(
    lives: Lives, calendar: Calendar, *, automatic: bool, before: History | None = None
) -> Cycle:
    """Awards and history, walked again until neither changes the other.

    Args:
        lives: What the periods are worked out from.
        calendar: The periods.
        automatic: Whether DWP is taken to try again by itself.
        before: History of the cycle that this one goes on from, to begin with.
    """
    case, employments, scenarios = lives.case, lives.employments, lives.scenarios
    places = period_of_packets(case, lives.payslips, employments, calendar)
    earnings = period_earnings(lives.payslips, employments, calendar, scenarios, places)
    unearned = counted_in_periods(lives.weeks, calendar)
    works = works_on(calendar.period_starts, employments, scenarios)
    works |= works_on(calendar.period_ends, employments, scenarios)
    # Only childcare of the days of the job is attributable to a period (UC Regs 2013 reg 33(1)).
    worker = 0 if case.worker is case.claimant else 1
    childcare = share_of_days_worked(calendar, employments, scenarios, worker)
    at_work = AtWork(works, childcare)
    facts = facts_of(case, calendar, employments, scenarios, automatic=automatic)
    history = before or _first_history(case, calendar.periods, scenarios)
    pay = MonthsOfPay(lives.payslips, earnings, year_of_earnings_before(case))
    more = savings_added(case, lives.payslips, calendar.period_ends, scenarios)
    runs = 0
    while True:
        awards = Awards(case, calendar, earnings, at_work, unearned, history, more)
        if runs == 0 and before is None:
            # By the facts alone: what a long spell without an award takes away later is no
            # reason to answer nothing at all.
            refuse_where_it_is_not_worked_out(case, awards, facts_place(case, calendar))
        states = walk(calendar, awards, facts, pay)
        runs += 1
        if states.history.same_as(history) or runs == MOST_WALKS:
            return Cycle(calendar, np.arange(scenarios), earnings, awards, states, runs)
        history = states.history


def _first_history(case: Case, periods: int, scenarios: int) -> History:
    """Nothing has happened yet but what the statement says."""
    history = no_history(periods, scenarios)
    stated = stated_element(case)
    if stated is not None:
        history.transitional_element[:] = stated
    return history
