"""Tax years, months and weeks (Income Tax Act 2007 s.4; PAYE Regulations 2003 reg 2).

A tax year begins on 6 April and is named by the calendar year of that day. Tax months begin on
the 6th; tax weeks are each seven days from 6 April, so the last day or two are week 53.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.datetime64]
Whole = NDArray[np.int64]

_DAYS_BEFORE_THE_SIXTH = np.timedelta64(5, "D")
_MONTHS_BEFORE_APRIL = 3
_MONTHS = 12
_WEEK = 7
_EPOCH_YEAR = 1970


def tax_year_of(days: Days) -> Whole:
    """Calendar year in which each day's tax year began."""
    return _EPOCH_YEAR + _months_since_first_april(days) // _MONTHS


def tax_month_of(days: Days) -> Whole:
    """Number of each day's tax month: 1 is 6 April to 5 May, 12 ends on 5 April."""
    return _months_since_first_april(days) % _MONTHS + 1


def tax_week_of(days: Days) -> Whole:
    """Number of each day's tax week: 1 begins on 6 April, 53 is 5 April (and 4 April)."""
    return (days - first_day_of_tax_year(tax_year_of(days))).astype(np.int64) // _WEEK + 1


def first_day_of_tax_year(years: Whole) -> Days:
    """6 April of each year."""
    months = np.asarray(years - _EPOCH_YEAR) * _MONTHS + _MONTHS_BEFORE_APRIL
    april: Days = months.astype("datetime64[M]").astype("datetime64[D]")
    return np.asarray(april + _DAYS_BEFORE_THE_SIXTH, dtype="datetime64[D]")


def _months_since_first_april(days: Days) -> Whole:
    months = (days - _DAYS_BEFORE_THE_SIXTH).astype("datetime64[M]").astype(np.int64)
    return months - _MONTHS_BEFORE_APRIL
