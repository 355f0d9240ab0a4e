"""The pay days of an employment, and the days of work that each pays for.

Nothing in law fixes a pay day: it is what the contract says (Employment Rights Act 1996 s.1(4)(b)).
What the case does not say is assumed, and each assumption is recorded with its code:

========================  =====================================================================
code                      what was taken
========================  =====================================================================
pay_day                   monthly: the last working day; otherwise Friday
weeks_in_hand             weekly, fortnightly and four-weekly pay comes in the week after the
                          work; monthly pay after the 15th is for that month, and pay up to the
                          15th for the month before
pay_cycle                 which week pay comes in, where it does not come every week: the week
                          after the first two or four weeks of work, or, for a job that began
                          on a day not known, the week of the day that the case is for
========================  =====================================================================

A pay day on a weekend or bank holiday is paid on the working day before. Its date for tax and
National Insurance stays the pay day itself (HMRC, Further guide to PAYE, CWG2 1.8), and that is
the date that real-time information carries to Universal Credit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case.job import Job
from benefits_calc.rules.conversions import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from benefits_calc.rules.working_days import working_day_on_or_before

Days = NDArray[np.datetime64]
Whole = NDArray[np.int64]

WEEKS = {"weekly": 1, "fortnightly": 2, "four_weekly": 4}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
DAY = np.timedelta64(1, "D")
_WEEK = 7
_LAST_DAY_FOR_MONTH_BEFORE = 15
_FRIDAY = WEEKDAYS.index("friday")
# 1 January 1970 was a Thursday: days since then, less four, are whole weeks on Mondays.
_MONDAY_OFFSET = 4


@dataclass(frozen=True)
class PayCalendar:
    """Pay packets of one employment, in order, and the pay periods that they cover.

    Attributes:
        due_on: The contract's pay day of each packet, which decides tax year, week and month.
        paid_on: The working day on which the money comes.
        period_from: First day of each pay period, in order; periods follow each other unbroken.
        period_to: Last day of each pay period.
        packet_of_period: Place of the packet that pays each period (the first can pay several).
        assumed: Codes of what the case did not say.
    """

    due_on: Days
    paid_on: Days
    period_from: Days
    period_to: Days
    packet_of_period: Whole
    assumed: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of packets."""
        return len(self.due_on)

    def from_packet(self, first: int) -> PayCalendar:
        """The same calendar without the packets before `first`."""
        kept = self.packet_of_period >= first
        return replace(
            self,
            due_on=self.due_on[first:],
            paid_on=self.paid_on[first:],
            period_from=self.period_from[kept],
            period_to=self.period_to[kept],
            packet_of_period=self.packet_of_period[kept] - first,
        )


def pay_calendar(
    job: Job,
    nation: str,
    works_from: date,
    until: date,
    *,
    cycle_day: date,
    starts_known: bool,
) -> PayCalendar:
    """Pay packets for work from `works_from`, up to the first pay day after `until`.

    Args:
        job: The employment.
        nation: England, Scotland or Wales, for bank holidays.
        works_from: First day of work to be paid.
        until: Last day on which a pay day is wanted.
        cycle_day: A day in a week in which pay comes, where nothing else fixes the cycle.
        starts_known: Whether `works_from` is the first day of the employment.
    """
    begin = np.datetime64(works_from, "D")
    end = np.datetime64(until, "D")
    if job.paid == "monthly":
        calendar = _monthly(job, nation, begin, end, starts_known=starts_known)
    else:
        cycle = np.datetime64(cycle_day, "D")
        calendar = _weekly(job, begin, end, cycle, starts_known=starts_known)
    due, starts, finishes, assumed = calendar
    due = _with_first_pay_date(job, due, begin, starts_known)
    due_on, packet = np.unique(due, return_inverse=True)
    return PayCalendar(
        due_on=due_on,
        paid_on=working_day_on_or_before(due_on, nation),
        period_from=starts,
        period_to=finishes,
        packet_of_period=packet.astype(np.int64),
        assumed=assumed,
    )


_Periods = tuple[Days, Days, Days, tuple[str, ...]]


def _monthly(
    job: Job, nation: str, begin: np.datetime64, end: np.datetime64, *, starts_known: bool
) -> _Periods:
    """Calendar months; each paid on the pay day of that month or of a later one."""
    later, assumed = _months_later(job, begin if starts_known else None)
    months = np.arange(begin.astype("datetime64[M]"), end.astype("datetime64[M]") + 2)
    due = _pay_days_of_months(job.pay_day, months + later, nation)
    if job.pay_day is None and job.first_pay_date is None:
        assumed = ("pay_day", *assumed)
    elif job.pay_day is None and job.first_pay_date is not None:
        due = _pay_days_of_months(job.first_pay_date.day, months + later, nation)
    return due, _day_one(months), _day_one(months + 1) - DAY, assumed


def _months_later(job: Job, begin: np.datetime64 | None) -> tuple[int, tuple[str, ...]]:
    """Months from the end of the month of work to the month of pay."""
    if job.arrears_weeks is not None:
        return round(job.arrears_weeks * MONTHS_PER_YEAR / WEEKS_PER_YEAR), ()
    day = job.pay_day
    if day is None and job.first_pay_date is not None:
        day = job.first_pay_date.day
    later = int(isinstance(day, int) and day <= _LAST_DAY_FOR_MONTH_BEFORE)
    if job.first_pay_date is not None and begin is not None:
        first = np.datetime64(job.first_pay_date, "M") - begin.astype("datetime64[M]")
        later = max(min(later, int(first.astype(np.int64))), 0)
    return later, ("weeks_in_hand",)


def _pay_days_of_months(pay_day: int | str | None, months: Days, nation: str) -> Days:
    last = _day_one(months + 1) - DAY
    if isinstance(pay_day, int):
        return np.minimum(_day_one(months) + (pay_day - 1) * DAY, last)
    if pay_day in WEEKDAYS:
        found: Days = last - (weekday_of(last) - WEEKDAYS.index(str(pay_day))) % _WEEK * DAY
        return found
    return working_day_on_or_before(last, nation)


def _weekly(
    job: Job,
    begin: np.datetime64,
    end: np.datetime64,
    cycle_day: np.datetime64,
    *,
    starts_known: bool,
) -> _Periods:
    """Runs of one, two or four weeks from a Monday, paid on a weekday of a later week."""
    weeks = WEEKS[job.paid]
    weekday, assumed = _weekday(job)
    monday = monday_of(begin)
    if job.first_pay_date is not None:
        paid_week = monday_of(np.datetime64(job.first_pay_date, "D"))
        room = int((paid_week - monday).astype(int)) // _WEEK if starts_known else None
        hand, taken = _weeks_in_hand(job, room)
        anchor = paid_week + (1 - hand) * _WEEK * DAY
    else:
        hand, taken = _weeks_in_hand(job, None)
        known = monday + weeks * _WEEK * DAY
        anchor = known if starts_known else monday_of(cycle_day) + (1 - hand) * _WEEK * DAY
        assumed = (*assumed, *(("pay_cycle",) if weeks > 1 else ()))
    length = weeks * _WEEK
    first = anchor + (begin - anchor).astype(int) // length * length * DAY
    count = (end - first).astype(int) // length + 2
    starts = first + np.arange(count) * length * DAY
    finishes = starts + (length - 1) * DAY
    due = starts + length * DAY + ((hand - 1) * _WEEK + weekday) * DAY
    return due, starts, finishes, (*assumed, *taken)


def _weekday(job: Job) -> tuple[int, tuple[str, ...]]:
    """Day of the week of pay, 0 for Monday."""
    if job.pay_day in WEEKDAYS:
        return WEEKDAYS.index(str(job.pay_day)), ()
    if job.first_pay_date is not None:
        return job.first_pay_date.weekday(), ()
    return _FRIDAY, ("pay_day",)


def _weeks_in_hand(job: Job, room: int | None) -> tuple[int, tuple[str, ...]]:
    """Weeks from the end of a pay period to the end of the week of its pay day."""
    if job.arrears_weeks is not None:
        return round(job.arrears_weeks), ()
    return (1 if room is None else max(min(1, room), 0)), ("weeks_in_hand",)


def _with_first_pay_date(job: Job, due: Days, begin: np.datetime64, starts_known: bool) -> Days:
    """Nothing is paid before the first pay date, nor before any work is done."""
    if not starts_known:
        return due
    first_possible = due[due >= begin][0]
    if job.first_pay_date is None:
        possible: Days = np.maximum(due, first_possible)
        return possible
    first = np.datetime64(job.first_pay_date, "D")
    later: Days = np.maximum(due, first)
    later[0] = first
    return later


def weekday_of(days: Days) -> Whole:
    """Day of the week: 0 is Monday."""
    found: Whole = (days.astype("datetime64[D]").astype(np.int64) - _MONDAY_OFFSET) % _WEEK
    return found


def monday_of(day: np.datetime64) -> np.datetime64:
    """Monday of the week of a day."""
    return day - int(weekday_of(np.asarray(day))) * DAY


def _day_one(months: Days) -> Days:
    return months.astype("datetime64[D]")
