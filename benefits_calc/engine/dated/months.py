"""The dated simulation: every month of every scenario, with what one month leaves to the next.

Pay packets first, then the weekly benefits, then Universal Credit of every assessment period in
one run; the history between them is stepped through in numpy, and the run repeated where history
asks for another award. Rates past the verified days are the last ones held, and marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case, CaseError, check_places
from benefits_calc.case.benefits_now import UniversalCreditNow
from benefits_calc.case.problems import not_accepted
from benefits_calc.engine.dated.award import (
    Awards,
    History,
    Unearned,
    no_history,
)
from benefits_calc.engine.dated.earnings import (
    PeriodEarnings,
    WeekEarnings,
    period_earnings,
    period_of_packets,
    week_earnings,
    works_on,
)
from benefits_calc.engine.dated.employments import DatedEmployment, dated_employments
from benefits_calc.engine.dated.payslips import Payslips, payslips_of
from benefits_calc.engine.dated.periods import (
    DAY,
    Calendar,
    Days,
    calendar_of,
    months_later,
)
from benefits_calc.engine.dated.scenario import Scenario
from benefits_calc.engine.dated.state import Facts, States, walk
from benefits_calc.engine.dated.unknown import unknown_by_the_facts
from benefits_calc.engine.dated.weekly import Weeks, counted_in_periods, weekly_benefits
from benefits_calc.engine.dates import programmes_needed
from benefits_calc.engine.layout import layout_of
from benefits_calc.engine.refusals import refuse
from benefits_calc.engine.results import Unknown
from benefits_calc.engine.system import parameter_at
from benefits_calc.engine.tables import council_nations, london_councils, rental_areas
from benefits_calc.engine.transitional import (
    YES,
    earned_enough_at_start,
    transitional_threshold,
)
from benefits_calc.rules.conversions import per_month
from benefits_calc.rules.rates import MissingRateError
from benefits_calc.rules.registry import verified_range
from benefits_calc.rules.working_days import bank_holidays_known_until

GRACE_MONTHS = "dwp.universal_credit.benefit_cap.grace_months"
# History settles in two or three walks; each walk fixes at least the earliest month that differs.
MOST_WALKS = 12


@dataclass(frozen=True)
class Settled:
    """Universal Credit of every period once history and awards agree.

    Attributes:
        awards: The run of the rules.
        states: What became of each period.
        runs: How many runs of the rules it took.
    """

    awards: Awards
    states: States
    runs: int


@dataclass(frozen=True)
class Dated:
    """A dated simulation.

    Attributes:
        case: The case.
        scenarios: The lines of life; the first is as things are.
        calendar: The days looked at.
        employments: Every employment with its days.
        payslips: Every pay packet.
        period_of_packet: The period that counts each packet.
        earnings: Pay by assessment period.
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
    period_of_packet: NDArray[np.int64]
    earnings: PeriodEarnings
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
    try:
        return _simulate(case, scenarios, first_day, last_day)
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
    places = period_of_packets(case, payslips, employments, calendar)
    earnings = period_earnings(payslips, employments, calendar, len(scenarios), places)
    by_week = week_earnings(payslips, employments, calendar, len(scenarios))
    weeks = weekly_benefits(case, calendar, by_week)
    unearned = counted_in_periods(weeks, calendar)
    manual = _settle(case, calendar, earnings, employments, unearned, automatic=False)
    automatic = manual
    if (manual.states.months_nil > 0).any():
        automatic = _settle(case, calendar, earnings, employments, unearned, automatic=True)
    _, verified = verified_range(tuple(programmes_needed(case)))
    return Dated(
        case=case,
        scenarios=scenarios,
        calendar=calendar,
        employments=employments,
        payslips=payslips,
        period_of_packet=places[0],
        earnings=earnings,
        week_earnings=by_week,
        weeks=weeks,
        manual=manual,
        automatic=automatic,
        rates_verified_until=verified,
        bank_holidays_known_until=date.fromisoformat(str(bank_holidays_known_until())),
        unknown=unknown_by_the_facts(case, scenarios),
    )


def facts_place(case: Case, calendar: Calendar) -> int:
    """Place of the period that holds the day of the case, or the nearest one."""
    day = np.array([case.as_at], dtype="datetime64[D]")
    return int(np.clip(calendar.period_of(day)[0], 0, calendar.periods - 1))


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


def _settle(
    case: Case,
    calendar: Calendar,
    earnings: PeriodEarnings,
    employments: tuple[DatedEmployment, ...],
    unearned: Unearned,
    *,
    automatic: bool,
) -> Settled:
    """Awards and history, walked again until neither changes the other."""
    scenarios = earnings.counted.shape[1]
    works = works_on(calendar.period_starts, employments, scenarios)
    works |= works_on(calendar.period_ends, employments, scenarios)
    facts = facts_of(case, calendar, employments, scenarios, automatic=automatic)
    history: History = no_history(calendar.periods, scenarios)
    stated = _stated_element(case)
    if stated is not None:
        history.transitional_element[:] = stated
    runs = 0
    while True:
        awards = Awards(case, calendar, earnings, works, unearned, history)
        if runs == 0:
            # By the facts alone: what a long spell without an award takes away later is no
            # reason to answer nothing at all.
            refuse_where_it_is_not_worked_out(case, awards, facts_place(case, calendar))
        states = walk(calendar, awards, facts)
        runs += 1
        if states.history.same_as(history) or runs == MOST_WALKS:
            return Settled(awards, states, runs)
        history = states.history


def facts_of(
    case: Case,
    calendar: Calendar,
    employments: tuple[DatedEmployment, ...],
    scenarios: int,
    *,
    automatic: bool,
) -> Facts:
    """What the steps look at besides the awards."""
    award = case.benefits_now.universal_credit if case.benefits_now else None
    assert case.as_at is not None  # noqa: S101
    return Facts(
        claims=case.universal_credit_claimed,
        nil_before=_months_nil_already(award, calendar),
        automatic=automatic,
        works=np.asarray(works_on(calendar.period_starts, employments, scenarios).any(axis=2)),
        job_ended=_last_days_of_work(calendar, employments, scenarios),
        has_element=bool(_stated_element(case))
        or (award is not None and award.older_premiums is not None),
        stated_in=facts_place(case, calendar),
        low_earnings_limit=_low_earnings_limit(case),
        twelve_months_at_threshold=bool(
            award
            and award.earnings_last_12_months_over_threshold
            and award.earnings_fell_on is None
        ),
        grace_until=_grace_until(award),
    )


def _stated_element(case: Case) -> float | None:
    """The transitional element as the statement shows it, pounds a month."""
    award = case.benefits_now.universal_credit if case.benefits_now else None
    if award is None or award.transitional_element is None:
        return None
    return per_month(award.transitional_element.amount, award.transitional_element.per)


def _low_earnings_limit(case: Case) -> float:
    """Earnings below which the element can end; 0 where the award did not begin above it."""
    assert case.as_at is not None  # noqa: S101
    if earned_enough_at_start(case, case.as_at) != YES:
        return 0.0
    return transitional_threshold(case, case.as_at)[0]


def _months_nil_already(award: UniversalCreditNow | None, calendar: Calendar) -> int:
    if award is None or award.nil_since is None:
        return 0
    since = np.datetime64(award.nil_since, "M").astype(np.int64)
    return max(int(calendar.period_starts[0].astype("datetime64[M]").astype(np.int64) - since), 0)


def _grace_until(award: UniversalCreditNow | None) -> np.datetime64:
    """Last day of grace that earnings before the first period brought."""
    if (
        award is None
        or award.earnings_fell_on is None
        or not award.earnings_last_12_months_over_threshold
    ):
        return np.datetime64("NaT", "D")
    months = int(parameter_at(GRACE_MONTHS, award.earnings_fell_on))
    return np.datetime64(months_later(award.earnings_fell_on, months)) - DAY


def _last_days_of_work(
    calendar: Calendar, employments: tuple[DatedEmployment, ...], scenarios: int
) -> Days:
    """By period and scenario, the last day of the latest job that is over by its end."""
    found = np.full((calendar.periods, scenarios), np.datetime64("NaT"), dtype="datetime64[D]")
    ends = calendar.period_ends
    for item in employments:
        for scenario, line in enumerate(item.lines):
            if line is None:
                continue
            last = np.datetime64(line.last)
            over = ends >= last
            column = found[:, scenario]
            later = np.isnat(column) | (column < last)
            found[:, scenario] = np.where(over & later, last, column)
    return found
