"""Pay packets gathered into assessment periods and benefit weeks.

Universal Credit counts a packet in the period of its date (UC Regs 2013 reg 61(2)); one of two
monthly wages of a period may be moved to keep one in each (reg 61(6)). The weekly benefits look
at the week's work: a packet's pay for the weeks that it pays for (ESA Regs 2013 reg 79).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.employments import DatedEmployment
from benefits_calc.engine.dated.payslips import KINDS, Payslips
from benefits_calc.engine.dated.periods import DAY, WEEK, Calendar, Days, monday_on_or_before
from benefits_calc.engine.dated.work import WEEKDAYS_PER_WEEK
from benefits_calc.rules.conversions import MONTHS_PER_YEAR, PERIODS_PER_YEAR, WEEKS_PER_YEAR

Whole = NDArray[np.int64]
Booleans = NDArray[np.bool_]
ADULTS = 2
REDUNDANCY = KINDS.index("redundancy")
PERIOD_OF_CYCLE = {
    "weekly": "week",
    "fortnightly": "fortnight",
    "four_weekly": "four_weeks",
    "monthly": "month",
}


@dataclass(frozen=True)
class PeriodEarnings:
    """What is counted in each assessment period, by period, scenario and adult.

    Attributes:
        counted: Earned income that Universal Credit counts, pounds.
        usual_gross: Gross pay of a usual month at the pay of the packets counted.
        income_tax: Tax of a usual month, likewise.
        packets: Wage packets counted.
        moved: Whether one was moved here or away (reg 61(6)).
    """

    counted: Floats
    usual_gross: Floats
    income_tax: Floats
    packets: Whole
    moved: Booleans


@dataclass(frozen=True)
class WeekEarnings:
    """Pay for the work of each benefit week, by week, scenario and adult; not rounded.

    Attributes:
        after_tax: Pay less tax and National Insurance, pounds a week.
        pension: Pension contributions, pounds a week.
        expenses: Expenses wholly for the job, pounds a week.
        hours: Hours of work.
    """

    after_tax: Floats
    pension: Floats
    expenses: Floats
    hours: Floats


def period_of_packets(
    case: Case, payslips: Payslips, employments: tuple[DatedEmployment, ...], calendar: Calendar
) -> tuple[Whole, Booleans]:
    """Place of the period that counts each packet (-1 or past the end: none), and if it moved."""
    by_date = calendar.period_of(payslips.due_on)
    by_date = np.where(payslips.due_on > calendar.period_ends[-1], calendar.periods, by_date)
    if not case.choices.reallocate_double_pay:
        return by_date, np.zeros(len(by_date), dtype=bool)
    places = by_date.copy()
    monthly = {item.place for item in employments if item.facts.job.paid == "monthly"}
    for place in monthly:
        for scenario in np.unique(payslips.scenario[payslips.employment == place]):
            rows = np.flatnonzero((payslips.employment == place) & (payslips.scenario == scenario))
            places[rows] = one_in_each(by_date[rows])
    return places, places != by_date


def one_in_each(places: Whole) -> Whole:
    """Periods of monthly wages in order, two in one of them spread into the nearest gap.

    Wages between the two and the gap each move by one period, so that a pattern that has slipped
    (pay on the last working day, periods from the 31st) is regular again. Nothing is moved before
    the first wage or after the last.
    """
    found = [int(place) for place in places]
    for here in range(1, len(found)):
        if found[here] != found[here - 1]:
            continue
        later, earlier = _to_gap(found, here, 1), _to_gap(found, here - 1, -1)
        if later is None and earlier is None:
            continue
        if earlier is None or (later is not None and later <= earlier):
            chain, step = range(here, here + (later or 0)), 1
        else:
            chain, step = range(here - earlier, here), -1
        for place in chain:
            found[place] += step
    return np.array(found, dtype=np.int64)


def _to_gap(found: list[int], start: int, step: int) -> int | None:
    """How many wages from `start` on must move by one period to fill a gap; None: no gap there."""
    place = start
    while 0 <= place + step < len(found):
        if found[place + step] != found[place] + step:
            apart = abs(found[place + step] - found[place]) > 1
            return abs(place - start) + 1 if apart else None
        place += step
    return None


def period_earnings(
    payslips: Payslips,
    employments: tuple[DatedEmployment, ...],
    calendar: Calendar,
    scenarios: int,
    places: tuple[Whole, Booleans],
) -> PeriodEarnings:
    """Add up the packets of each period."""
    period, moved = places
    shape = (calendar.periods, scenarios, ADULTS)
    inside = (period >= 0) & (period < calendar.periods)
    at = (period[inside], payslips.scenario[inside], payslips.person[inside])

    def total(values: NDArray[np.float64]) -> Floats:
        found = np.zeros(shape)
        np.add.at(found, at, values[inside])
        return found

    packets = np.zeros(shape, dtype=np.int64)
    wages = payslips.kind != REDUNDANCY
    # A payslip of nothing, at no hours, is no wage to count.
    paid = wages & (payslips.gross > 0)
    np.add.at(packets, at, paid[inside].astype(np.int64))
    was_moved = np.zeros(shape, dtype=bool)
    was_moved[at] |= moved[inside]
    # A usual month: each employment's mean packet of the period, by its cycle.
    gross, tax = np.zeros(shape), np.zeros(shape)
    for item in employments:
        mine = inside & wages & (payslips.employment == item.place)
        here = (period[mine], payslips.scenario[mine], payslips.person[mine])
        count, pay, taken = np.zeros(shape), np.zeros(shape), np.zeros(shape)
        np.add.at(count, here, 1.0)
        np.add.at(pay, here, payslips.gross[mine])
        np.add.at(taken, here, payslips.income_tax[mine])
        cycle = PERIODS_PER_YEAR[PERIOD_OF_CYCLE[item.facts.job.paid]] / MONTHS_PER_YEAR
        usual = cycle / np.maximum(count, 1.0)
        gross += pay * usual
        tax += taken * usual
    return PeriodEarnings(
        # Expenses above pay make no earnings below nothing (reg 55(5), 57(2)).
        counted=np.maximum(np.round(total(payslips.uc_earned_income), 2), 0.0),
        usual_gross=np.round(gross, 2),
        income_tax=np.round(tax, 2),
        packets=packets,
        moved=was_moved,
    )


def week_earnings(
    payslips: Payslips,
    employments: tuple[DatedEmployment, ...],
    calendar: Calendar,
    scenarios: int,
) -> WeekEarnings:
    """Spread packets over the weeks of the work that they pay for."""
    weeks = calendar.weeks
    shape = (len(weeks), scenarios, ADULTS)
    found = WeekEarnings(*(np.zeros(shape) for _ in range(4)))
    for item in employments:
        # Redundancy pay is for no week's work.
        wages = payslips.kind != REDUNDANCY
        mine = payslips.where(wages & (payslips.employment == item.place))
        if mine.count == 0:
            continue
        first, last = _weeks_of_work(mine, item, weeks)
        lengths = np.maximum(last - first + 1, 0)
        row = np.repeat(np.arange(mine.count), lengths)
        week = np.repeat(first, lengths) + _counting(lengths)
        inside = (week >= 0) & (week < len(weeks))
        at = (week[inside], mine.scenario[row[inside]], mine.person[row[inside]])
        share = 1.0 / weeks_paid_for(mine, item)
        job = item.facts.job
        sacrifice = job.pension_in_force.scheme == "salary_sacrifice"
        given_up = mine.employee_pension if sacrifice else np.zeros(mine.count)
        per_week = {
            "after_tax": mine.gross - given_up - mine.income_tax - mine.national_insurance,
            "pension": mine.employee_pension - given_up,
            "expenses": np.full(mine.count, job.expenses_per_week) / share,
            # Months have 20 to 23 weekdays: hours are those of the days, not of 52/12 weeks.
            "hours": mine.hours_worked / _weeks_of_days(mine) / share,
        }
        for name, amounts in per_week.items():
            np.add.at(getattr(found, name), at, (amounts * share)[row[inside]])
    return found


def weeks_paid_for(payslips: Payslips, item: DatedEmployment) -> Floats:
    """Weeks that a packet pays for: those of its cycle (52/12 of a month), or a part of them."""
    cycle = PERIOD_OF_CYCLE[item.facts.job.paid]
    return payslips.pay_periods * (WEEKS_PER_YEAR / PERIODS_PER_YEAR[cycle])


def _weeks_of_days(payslips: Payslips) -> Floats:
    """Weeks of five weekdays in the days that each packet pays for."""
    days = np.busday_count(payslips.work_from, payslips.work_to + np.timedelta64(1, "D"))
    found: Floats = np.maximum(days, 1) / WEEKDAYS_PER_WEEK
    return found


def _weeks_of_work(payslips: Payslips, item: DatedEmployment, weeks: Days) -> tuple[Whole, Whole]:
    """First and last week, by Monday, of each packet; each week belongs to one packet.

    A week is the packet's that pays for its Monday; the week in which the job begins is the first
    packet's.
    """
    begins = payslips.work_from
    monday = monday_on_or_before(begins)
    first_day = np.datetime64(item.pays_from)
    from_monday = np.where((begins == monday) | (begins == first_day), monday, monday + WEEK)
    first = (from_monday - weeks[0]) // WEEK
    last = (monday_on_or_before(payslips.work_to) - weeks[0]) // WEEK
    return first.astype(np.int64), last.astype(np.int64)


def _counting(lengths: Whole) -> Whole:
    """0, 1, 2 … within each run of the given lengths."""
    total = int(lengths.sum())
    starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.arange(total) - starts


def works_on(days: Days, employments: tuple[DatedEmployment, ...], scenarios: int) -> Booleans:
    """Whether each adult has a job on each day: by day, scenario and adult."""
    found = np.zeros((len(days), scenarios, ADULTS), dtype=bool)
    for item in employments:
        for scenario, line in enumerate(item.lines):
            if line is not None:
                inside = (days >= np.datetime64(line.first)) & (days <= np.datetime64(line.last))
                found[:, scenario, item.facts.person] |= inside
    return found


def share_of_days_worked(
    calendar: Calendar, employments: tuple[DatedEmployment, ...], scenarios: int, person: int
) -> Floats:
    """Part of the days of each assessment period on which an adult has a job, by scenario."""
    starts, ends = calendar.period_starts, calendar.period_ends
    days = np.arange(starts[0], ends[-1] + DAY)
    held = works_on(days, employments, scenarios)[:, :, person].astype(np.float64)
    first = (starts - starts[0]).astype(np.int64)
    count = (ends - starts).astype(np.int64) + 1
    return np.asarray(np.add.reduceat(held, first, axis=0) / count[:, np.newaxis])
