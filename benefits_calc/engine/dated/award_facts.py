"""What the steps of an award look at besides the awards themselves: work, savings, statements."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from benefits_calc.case import Case
from benefits_calc.case.benefits_now import UniversalCreditNow
from benefits_calc.engine.dated.case_on import events_in_order
from benefits_calc.engine.dated.earnings import works_on
from benefits_calc.engine.dated.employments import DatedEmployment
from benefits_calc.engine.dated.periods import DAY, Calendar, Days, months_later
from benefits_calc.engine.dated.spell import Facts
from benefits_calc.engine.system import parameter_at
from benefits_calc.engine.transitional import (
    YES,
    earned_enough_at_start,
    transitional_threshold,
)
from benefits_calc.rules.conversions import per_month

GRACE_MONTHS = "dwp.universal_credit.benefit_cap.grace_months"


def facts_place(case: Case, calendar: Calendar) -> int:
    """Place of the period that holds the day of the case, or the nearest one."""
    day = np.array([case.as_at], dtype="datetime64[D]")
    return int(np.clip(calendar.period_of(day)[0], 0, calendar.periods - 1))


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
        work_stopped=_last_days_of_work(calendar, employments, scenarios, for_good=True),
        savings_changed=_days_of_savings(case, calendar),
        has_element=bool(stated_element(case))
        or (award is not None and award.older_premiums is not None),
        stated_in=facts_place(case, calendar),
        low_earnings_limit=_low_earnings_limit(case),
        grace_until=_grace_until(award),
    )


def year_of_earnings_before(case: Case) -> bool:
    """Whether the year before the first period met the threshold that lifts the cap."""
    award = case.benefits_now.universal_credit if case.benefits_now else None
    return bool(
        award and award.earnings_last_12_months_over_threshold and award.earnings_fell_on is None
    )


def stated_element(case: Case) -> float | None:
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


def _days_of_savings(case: Case, calendar: Calendar) -> Days:
    """The last day in each period on which savings change."""
    found = np.full(calendar.periods, np.datetime64("NaT"), dtype="datetime64[D]")
    days = [event.on for event in events_in_order(case) if event.kind == "savings"]
    for day, place in zip(days, calendar.period_of(np.array(days, "datetime64[D]")), strict=True):
        if 0 <= place < calendar.periods:
            found[place] = np.datetime64(day)
    return found


def _last_days_of_work(
    calendar: Calendar,
    employments: tuple[DatedEmployment, ...],
    scenarios: int,
    *,
    for_good: bool = False,
) -> Days:
    """By period and scenario, the last day of the latest job that is over by its end.

    With `for_good` only of a job after which that person has no other.
    """
    found = np.full((calendar.periods, scenarios), np.datetime64("NaT"), dtype="datetime64[D]")
    ends = calendar.period_ends
    for item in employments:
        for scenario, line in enumerate(item.lines):
            if line is None or (for_good and _has_other_work(employments, item, scenario)):
                continue
            last = np.datetime64(line.last)
            over = ends >= last
            column = found[:, scenario]
            later = np.isnat(column) | (column < last)
            found[:, scenario] = np.where(over & later, last, column)
    return found


def _has_other_work(
    employments: tuple[DatedEmployment, ...], item: DatedEmployment, scenario: int
) -> bool:
    """Whether the person of a job has another on the day after its last."""
    ended = item.lines[scenario]
    others = [
        other.lines[scenario]
        for other in employments
        if other is not item and other.facts.person == item.facts.person
    ]
    return ended is not None and any(
        line is not None and line.first - timedelta(days=1) <= ended.last and line.last > ended.last
        for line in others
    )
