"""Assessment periods by the day of the month on which they begin (UC Regs 2013 reg 21)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_FEBRUARY = 2
_LAST_DAY_CYCLE = 31
_DAYS_SHORT_OF_FEBRUARY = (29, 30)


def period_start_in_month(year: int, month: int, start_day: int) -> date:
    """First day of the assessment period that begins in a month.

    A cycle from the 31st begins on the last day of every month; one from the 29th or 30th
    begins on the last day but one of February (reg 21(2)).
    """
    last = calendar.monthrange(year, month)[1]
    if start_day == _LAST_DAY_CYCLE:
        return date(year, month, last)
    if month == _FEBRUARY and start_day in _DAYS_SHORT_OF_FEBRUARY:
        return date(year, month, last - 1)
    return date(year, month, start_day)


def assessment_period_containing(day: date, start_day: int) -> tuple[date, date]:
    """First and last day of the assessment period that contains `day`."""
    start = period_start_in_month(day.year, day.month, start_day)
    if start > day:
        start = period_start_in_month(*_month_after(day, -1), start_day)
    following = period_start_in_month(*_month_after(start, 1), start_day)
    return start, following - timedelta(days=1)


def _month_after(day: date, months: int) -> tuple[int, int]:
    count = day.month - 1 + months
    return day.year + count // 12, count % 12 + 1
