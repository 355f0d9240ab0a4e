"""Hours and pay of one employment, day by day, gathered into its pay packets.

Days of work are counted as Mondays to Fridays, bank holidays among them. Part of a pay period is
paid as its weekdays are to all its weekdays, so a month begun on its first Monday is whole, and a
steady month is 52/12 weeks, as in a comparison. The days really worked are not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.case.job import Job, PatternStep, TermBreak
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.employments import DatedEmployment
from benefits_calc.engine.dated.paydays import Days, PayCalendar, monday_of
from benefits_calc.engine.dated.scenario import Change, Scenario
from benefits_calc.rules.conversions import WEEKS_PER_YEAR, per_year

Booleans = NDArray[np.bool_]
WEEKDAYS_PER_WEEK = 5
_WEEK = np.timedelta64(7, "D")


@dataclass(frozen=True)
class Work:
    """What each packet pays for, by scenario and packet.

    Attributes:
        worked: Whether the employment lasts on any day that the packet pays for.
        hours_per_week: Average over the pay period; over several, their sum.
        hourly_pay: Pounds an hour, averaged over those hours.
        salary_per_year: Pounds a year at the contract's hours.
        hours_worked: Hours in the days paid for.
        share: Share of the pay period in which the employment lasts.
        sick: Days off sick, by scenario and weekday of `days`.
        days: Every weekday of the pay periods.
        packet_of_day: The packet that pays each of them.
        at_work: Days at work, by scenario and weekday.
        spells: First and last day of each spell off sick, weekends included, by scenario.
        pay_per_week: The contract's pay on each day, pounds a week, by scenario and weekday.
    """

    worked: Booleans
    hours_per_week: Floats
    hourly_pay: Floats
    salary_per_year: Floats
    hours_worked: Floats
    share: Floats
    sick: Booleans
    days: Days
    packet_of_day: NDArray[np.int64]
    at_work: Booleans
    spells: tuple[tuple[tuple[date, date], ...], ...]
    pay_per_week: Floats


def work_of(
    employment: DatedEmployment,
    calendar: PayCalendar,
    scenarios: tuple[Scenario, ...],
    *,
    sickness_person: int,
    pattern_from: date,
) -> Work:
    """Gather hours and pay into packets.

    Args:
        employment: The employment.
        calendar: Its pay packets.
        scenarios: The lines of life.
        sickness_person: Place of the person meant where a spell of sickness names nobody.
        pattern_from: A day of the first week of a pattern of uneven hours.
    """
    days = _weekdays(calendar.period_from[0], calendar.period_to[-1])
    period = np.searchsorted(calendar.period_from, days, side="right") - 1
    shape = (len(scenarios), len(days))
    hours, hourly, salary = (np.zeros(shape) for _ in range(3))
    employed, sick = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    person = employment.facts.person
    spells = tuple(_spells(scenario, person, sickness_person) for scenario in scenarios)
    for row, (scenario, line) in enumerate(zip(scenarios, employment.lines, strict=True)):
        if line is None:
            continue
        employed[row] = _between(days, line.first, line.last)
        for first, last in spells[row]:
            sick[row] |= _between(days, first, last)
        hours[row] = _hours(employment, scenario, days, pattern_from)
        _set_pay(employment, scenario, days, hourly[row], salary[row])
    sick &= employed
    at_work = employed & ~sick
    gather = _Gathering(calendar, period)
    share = gather.averages(employed)
    hours_per_week = gather.averages(hours * at_work)
    return Work(
        worked=share > 0,
        hours_per_week=hours_per_week,
        hourly_pay=_weighted(gather.averages(hours * hourly * at_work), hours_per_week),
        salary_per_year=_salary(employment.facts.job, gather, hours * at_work, salary, at_work),
        hours_worked=gather.sums(hours * at_work) / WEEKDAYS_PER_WEEK,
        share=share,
        sick=sick,
        days=days,
        packet_of_day=calendar.packet_of_period[period],
        at_work=at_work,
        spells=spells,
        pay_per_week=hours * hourly + _salary_per_week(employment.facts.job, hours, salary),
    )


def contract_pay_per_week(
    case: Case, employment: DatedEmployment, scenario: Scenario, first: date, last: date
) -> Floats:
    """The contract's pay on each weekday from `first` to `last`, pounds a week."""
    days = _weekdays(np.datetime64(first, "D"), np.datetime64(last, "D"))
    hourly, salary = np.zeros(len(days)), np.zeros(len(days))
    hours = _hours(employment, scenario, days, pattern_begins(case, employment))
    _set_pay(employment, scenario, days, hourly, salary)
    return hours * hourly + _salary_per_week(employment.facts.job, hours, salary)


def pattern_begins(case: Case, employment: DatedEmployment) -> date:
    """A day of the first week of an employment's pattern of uneven hours."""
    return employment.starts or case.as_at or employment.pays_from


def _spells(scenario: Scenario, person: int, sickness_person: int) -> tuple[tuple[date, date], ...]:
    """Spells off sick of one person."""
    return tuple(
        (spell.first, spell.last)
        for spell in scenario.sickness
        if person == (sickness_person if spell.person is None else spell.person)
    )


class _Gathering:
    """Sums over the weekdays of each pay period, and over the periods of each packet."""

    def __init__(self, calendar: PayCalendar, period: NDArray[np.int64]) -> None:
        self._first_day = np.searchsorted(period, np.arange(len(calendar.period_from)))
        self._first_period = np.searchsorted(calendar.packet_of_period, np.arange(calendar.count))
        self._weekdays = np.bincount(period)

    def averages(self, values: NDArray[np.float64] | Booleans) -> Floats:
        """Average over the weekdays of each period, summed over a packet's periods."""
        by_period = np.add.reduceat(values.astype(np.float64), self._first_day, axis=1)
        found: Floats = np.add.reduceat(by_period / self._weekdays, self._first_period, axis=1)
        return found

    def sums(self, values: Floats) -> Floats:
        """Sum over the weekdays of each packet."""
        by_period = np.add.reduceat(values, self._first_day, axis=1)
        found: Floats = np.add.reduceat(by_period, self._first_period, axis=1)
        return found


def _hours(
    employment: DatedEmployment, scenario: Scenario, days: Days, pattern_from: date
) -> Floats:
    """Hours a week on each day: the pattern or the usual hours, until a change."""
    job = employment.facts.job
    usual = scenario.hours_per_week if employment.facts.is_offer else (job.hours_per_week or 0.0)
    found = np.full(len(days), usual)
    if job.pattern and usual == (job.hours_per_week or 0.0):
        found = _pattern_hours(job, days, pattern_from, usual)
    for change in _changes(employment, scenario):
        if change.hours_per_week is not None:
            found[days >= np.datetime64(change.on, "D")] = change.hours_per_week
    for each in breaks_without_pay(job):
        found[_between(days, each.first, each.last)] = 0.0
    return found


def breaks_without_pay(job: Job) -> tuple[TermBreak, ...]:
    """Days between terms, where the year's pay is not spread over them."""
    if job.term_time is None or job.term_time.spread_over_year:
        return ()
    return job.term_time.breaks


def _pattern_hours(job: Job, days: Days, pattern_from: date, usual: float) -> Floats:
    """Runs of weeks one after another; without 'repeat' at its end the whole list repeats."""
    steps = job.pattern or ()
    weeks = [hours for weeks, hours in _step_weeks(steps) for _ in range(weeks)]
    last = steps[-1].hours if steps[-1].weeks == "repeat" else None
    number = (days - monday_of(np.datetime64(pattern_from, "D"))) // _WEEK
    listed = np.array([*weeks, 0.0] if last is None else [*weeks, last])
    place = number % max(len(weeks), 1) if last is None else np.minimum(number, len(weeks))
    return np.where(number < 0, usual, listed[np.maximum(place, 0)])


def _step_weeks(steps: tuple[PatternStep, ...]) -> list[tuple[int, float]]:
    return [(step.weeks, step.hours) for step in steps if isinstance(step.weeks, int)]


def _set_pay(
    employment: DatedEmployment,
    scenario: Scenario,
    days: Days,
    hourly: Floats,
    salary: Floats,
) -> None:
    job = employment.facts.job
    hourly[:] = job.hourly_pay or 0.0
    salary[:] = per_year(job.pay.amount, job.pay.per) if job.pay is not None else 0.0
    for change in _changes(employment, scenario):
        later = days >= np.datetime64(change.on, "D")
        if change.hourly_pay is not None:
            hourly[later], salary[later] = change.hourly_pay, 0.0
        if change.salary_per_year is not None:
            hourly[later], salary[later] = 0.0, change.salary_per_year


def _changes(employment: DatedEmployment, scenario: Scenario) -> list[Change]:
    offered = employment.facts.is_offer
    mine = [
        change
        for change in scenario.changes
        if change.employment == employment.place or (change.employment is None and offered)
    ]
    return sorted(mine, key=lambda change: change.on)


def _salary(
    job: Job, gather: _Gathering, worked_hours: Floats, salary: Floats, at_work: Booleans
) -> Floats:
    """A salary at the contract's hours; without hours it is paid while the job lasts."""
    if job.hours_per_week:
        return _weighted(gather.averages(worked_hours * salary), gather.averages(worked_hours))
    return gather.averages(salary * at_work)


def _salary_per_week(job: Job, hours: Floats, salary: Floats) -> Floats:
    share = hours / job.hours_per_week if job.hours_per_week else 1.0
    found: Floats = salary / WEEKS_PER_YEAR * share
    return found


def _weighted(total: Floats, weight: Floats) -> Floats:
    return np.divide(total, weight, out=np.zeros_like(total), where=weight > 0)


def _weekdays(first: np.datetime64, last: np.datetime64) -> Days:
    days = np.arange(first, last + np.timedelta64(1, "D"))
    return days[np.is_busday(days)]


def _between(days: Days, first: date, last: date) -> Booleans:
    return (days >= np.datetime64(first, "D")) & (days <= np.datetime64(last, "D"))
