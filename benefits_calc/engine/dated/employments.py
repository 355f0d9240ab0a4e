"""Employments as they lie in time: when each begins and ends in each scenario."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benefits_calc.case import Case
from benefits_calc.engine.dated.scenario import LeavingPay, Scenario
from benefits_calc.engine.layout import Layout
from benefits_calc.engine.payroll import Employment, employments_of
from benefits_calc.engine.points import in_job
from benefits_calc.rules.tax_year import first_day_of_tax_year, tax_year_of

NEVER = date(9999, 12, 31)
# A pay period that is paid at the beginning of a tax year began no longer than this before it.
_LONGEST_BEFORE_PAY = timedelta(days=120)
_MONDAY = 0
_WEEK = 7
_DAY = timedelta(days=1)
_WORKED = in_job(np.ones(1), claims_universal_credit=True)


@dataclass(frozen=True)
class Line:
    """One employment in one scenario.

    Attributes:
        first: First day of work.
        last: Last day of work.
        pay: Money paid with the final wage.
    """

    first: date
    last: date
    pay: LeavingPay


@dataclass(frozen=True)
class DatedEmployment:
    """One employment with its days.

    Attributes:
        place: Its place in `employments_of`.
        facts: Whose it is, and the job.
        starts: First day of work; None where it began before anything asked for.
        pays_from: First day of work whose pay is worked out.
        wanted_from: No packet due before this day is made.
        replaced: Whether the job being thought about takes its place.
        lines: By scenario; None where it is not worked at all.
    """

    place: int
    facts: Employment
    starts: date | None
    pays_from: date
    wanted_from: date
    replaced: bool
    lines: tuple[Line | None, ...]


def job_start(case: Case) -> tuple[date | None, bool]:
    """First day of the job being thought about, and whether the case says it.

    Not given: the first Monday on or after the day that the case is for.
    """
    if case.job is None:
        return None, True
    if case.job.starts is not None:
        return case.job.starts, True
    if case.as_at is None:
        return None, False
    return case.as_at + timedelta(days=(_MONDAY - case.as_at.weekday()) % _WEEK), False


def dated_employments(
    case: Case, layout: Layout, scenarios: tuple[Scenario, ...], first_day: date
) -> tuple[DatedEmployment, ...]:
    """Every employment with its days, in the order of `employments_of`.

    A present job is taken to have been worked since before the tax year unless it `starts` later.
    Packets are made from the beginning of the tax year of `first_day`, or of the day that the
    case is for where that is earlier, so that tax to date does not turn on where a run is cut.
    """
    start, _ = job_start(case)
    kept = {id(job) for job in case.jobs_kept}
    year_begins = _tax_year_begins(min(first_day, case.as_at or first_day))
    found = []
    for place, item in enumerate(employments_of(case, layout, _WORKED)):
        begins = start if item.is_offer else item.job.starts
        replaced = item.worker is case.worker and not item.is_offer and id(item.job) not in kept
        oldest = year_begins - _LONGEST_BEFORE_PAY
        known = begins is not None and begins > oldest
        first = begins if known and begins is not None else oldest
        ends = start - _DAY if replaced and start is not None else NEVER
        lines = tuple(_line(place, item, each, first, ends) for each in scenarios)
        found.append(
            DatedEmployment(
                place=place,
                facts=item,
                starts=begins if known else None,
                pays_from=first,
                wanted_from=first if known else year_begins,
                replaced=replaced,
                lines=lines,
            )
        )
    return tuple(found)


def _line(
    place: int, item: Employment, scenario: Scenario, first: date, replaced_on: date
) -> Line | None:
    """First and last day of an employment in a scenario; None where it is not worked."""
    last, pay = item.job.ends or NEVER, LeavingPay()
    if item.is_offer:
        uneven = item.job.pattern and scenario.hours_per_week == item.job.hours_per_week
        if not scenario.takes_job or not (scenario.hours_per_week or scenario.changes or uneven):
            return None
        if scenario.job_ends_on is not None and scenario.job_ends_on <= last:
            last, pay = scenario.job_ends_on, scenario.leaving_pay
    elif scenario.takes_job:
        last = min(last, replaced_on)
    for end in scenario.ends:
        if end.on <= last and (
            end.employment == place or (end.employment is None and item.is_offer)
        ):
            last, pay = end.on, end.pay
    return None if last < first else Line(first, last, pay)


def _tax_year_begins(day: date) -> date:
    year = tax_year_of(np.array([day], dtype="datetime64[D]"))
    begins: date = first_day_of_tax_year(year)[0].item()
    return begins
