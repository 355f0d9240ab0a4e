"""Days, months and ages in numpy."""

from __future__ import annotations

import numpy as np

Dates = np.ndarray
FEW_ROWS = 200


def as_integer_day(dates: Dates) -> np.ndarray:
    """Dates as yyyymmdd, the form in which a date stands in a parameter file."""
    # A run has many rows and few days, and the calendar is slow: each day is read once.
    if len(dates) < FEW_ROWS:
        return _integers_of(dates)
    if (dates == dates[0]).all():
        return np.full(len(dates), _integers_of(dates[:1])[0])
    days = np.unique(dates)
    return _integers_of(days)[np.searchsorted(days, dates)]


def _integers_of(dates: Dates) -> np.ndarray:
    months = dates.astype("datetime64[M]")
    years = dates.astype("datetime64[Y]").astype(np.int64) + 1970
    month = months.astype(np.int64) % 12 + 1
    return years * 10000 + month * 100 + _day_of_month(dates)


def years_between(born: Dates, on: Dates) -> np.ndarray:
    """Whole years of age on a day. A 29 February birthday falls on 1 March in other years."""
    return (as_integer_day(on) - as_integer_day(born)) // 10000


def add_months(dates: Dates, months: int) -> Dates:
    """Same day `months` later; the last day of the month where there is no such day."""
    target = dates.astype("datetime64[M]") + months
    last = (target + 1).astype("datetime64[D]") - np.timedelta64(1, "D")
    wanted = target.astype("datetime64[D]") + (_day_of_month(dates) - 1).astype("timedelta64[D]")
    return np.minimum(wanted, last)


def assessment_period_last_day(start: Dates) -> Dates:
    """Last day of the assessment period that begins on `start` (UC reg 21)."""
    return add_months(start, 1) - np.timedelta64(1, "D")


def _day_of_month(dates: Dates) -> np.ndarray:
    return (dates - dates.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64) + 1
