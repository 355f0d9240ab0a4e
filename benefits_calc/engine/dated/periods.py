"""The calendar of a dated run: assessment periods with their pay days, benefit weeks, months."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.assessment_periods import assessment_period_containing
from benefits_calc.rules.calendar import add_months
from benefits_calc.rules.working_days import working_day_on_or_before

Days = NDArray[np.datetime64]
PAYMENT_DAYS = "dwp.universal_credit.assessment_period.payment_days_after_end"
DAY = np.timedelta64(1, "D")
WEEK = np.timedelta64(7, "D")
# 1 January 1970 was a Thursday: Mondays are four days from a multiple of seven.
_MONDAY_OFFSET = 4


@dataclass(frozen=True)
class Calendar:
    """The days that a run looks at.

    Attributes:
        first_day: First day of money shown.
        last_day: Last day of money shown.
        period_starts: First day of each assessment period, the one paid on or after `first_day`
            being the first.
        period_ends: Last day of each.
        paid_on: Working day on which each is paid.
        start_day_given: Whether the case says on which day of the month periods begin.
        weeks_until: Last day that a benefit week is looked at for, the same in every cycle.
        begun_anew: Places of periods that begin a new cycle, on the day of a new claim.
    """

    first_day: date
    last_day: date
    period_starts: Days
    period_ends: Days
    paid_on: Days
    start_day_given: bool
    weeks_until: date
    begun_anew: tuple[int, ...] = ()

    @property
    def periods(self) -> int:
        """Number of assessment periods."""
        return len(self.period_starts)

    @cached_property
    def weeks(self) -> Days:
        """Mondays of every benefit week that the periods and the days shown touch."""
        first = min(self.period_starts[0], np.datetime64(self.first_day))
        last = np.datetime64(self.weeks_until)
        # Payments of the first days are for up to four weeks before them.
        monday = monday_on_or_before(np.array([first]))[0] - 4 * WEEK
        found: Days = np.arange(monday, last + DAY, WEEK)
        return found

    @cached_property
    def months(self) -> Days:
        """First day of every calendar month of the days shown."""
        first = np.datetime64(self.first_day, "M")
        last = np.datetime64(self.last_day, "M")
        return np.arange(first, last + 1).astype("datetime64[D]")

    @cached_property
    def firsts(self) -> Days:
        """First day of those months and of the next, whose money can come some days before."""
        following = (self.months[-1:].astype("datetime64[M]") + 1).astype("datetime64[D]")
        found: Days = np.concatenate([self.months, following])
        return found

    def period_of(self, days: Days) -> NDArray[np.int64]:
        """Place of the period that contains each day; -1 before the first."""
        return np.searchsorted(self.period_starts, days, side="right") - 1

    def days_of(self, place: int) -> tuple[date, date]:
        """First and last day of a period."""
        return self.period_starts[place].item(), self.period_ends[place].item()

    def anew_from(self, day: date, nation: str) -> Calendar:
        """The same months with a new cycle of periods from a day (UC Regs 2013 reg 21(1), (2)).

        The month that holds the day gives way to the first period of the new claim, and the one
        before, in which there is no award, reaches up to it: every cycle has as many months.
        """
        place = int(self.period_of(np.array([day], dtype="datetime64[D]"))[0])
        starts, ends = self.period_starts.copy(), self.period_ends.copy()
        following = day
        for later in range(place, self.periods):
            start, end = assessment_period_containing(following, day.day)
            starts[later], ends[later] = start, end
            following = end + timedelta(days=1)
        ends[place - 1] = np.datetime64(day) - DAY
        return replace(
            self,
            period_starts=starts,
            period_ends=ends,
            paid_on=payment_days(ends, nation),
            begun_anew=(*self.begun_anew, place),
        )


def monday_on_or_before(days: Days) -> Days:
    """The Monday of the week of each day."""
    number = np.asarray(days, dtype="datetime64[D]").astype(np.int64)
    monday = (number - _MONDAY_OFFSET) // 7 * 7 + _MONDAY_OFFSET
    found: Days = monday.astype("datetime64[D]")
    return found


def start_day_of_periods(case: Case) -> tuple[int, bool]:
    """Day of the month on which assessment periods begin, and whether the case says it."""
    award = case.benefits_now.universal_credit if case.benefits_now else None
    if award is not None and award.assessment_period_starts_on is not None:
        return award.assessment_period_starts_on, True
    assert case.as_at is not None  # noqa: S101 - a case of a timeline has its day
    return case.as_at.day, False


def calendar_of(case: Case, first_day: date, last_day: date) -> Calendar:
    """Every assessment period paid in the days shown, or with a day in their months."""
    start_day, given = start_day_of_periods(case)
    starts, ends = [], []
    # What is paid for a month on its first day looks at weeks to the month's end.
    until = months_later(last_day.replace(day=1), 1) - timedelta(days=1)
    # What is paid on the first day belongs to a period that ended before it.
    day = first_day - timedelta(days=parameter_at(PAYMENT_DAYS, first_day))
    while day <= until:
        start, end = assessment_period_containing(day, start_day)
        starts.append(start)
        ends.append(end)
        day = end + timedelta(days=1)
    period_ends = np.array(ends, dtype="datetime64[D]")
    return Calendar(
        first_day=first_day,
        last_day=last_day,
        period_starts=np.array(starts, dtype="datetime64[D]"),
        period_ends=period_ends,
        paid_on=payment_days(period_ends, case.nation),
        start_day_given=given,
        # A new claim can begin up to a month after a period of the old cycle.
        weeks_until=months_later(ends[-1], 1),
    )


def payment_days(period_ends: Days, nation: str) -> Days:
    """Days on which periods are paid: seven days after the end, or the working day before."""
    count = [int(parameter_at(PAYMENT_DAYS, end)) for end in period_ends.astype(date)]
    return working_day_on_or_before(period_ends + np.array(count) * DAY, nation)


def months_later(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or its last day."""
    found: date = add_months(np.array([day], dtype="datetime64[D]"), months)[0].item()
    return found
