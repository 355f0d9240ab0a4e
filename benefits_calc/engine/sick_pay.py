"""Statutory Sick Pay of absences from employments, many at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.arrays import Floats, Simulation, simulate_people

Days = NDArray[np.datetime64]
Booleans = NDArray[np.bool_]
LONGEST_WEEK = 7


@dataclass(frozen=True)
class Absences:
    """Absences for sickness, one a row: a run of days under one set of rates.

    Attributes:
        day: A day of the run; its rates and rules are used (split runs at 6 April).
        normal_weekly_earnings: Average gross pay of the eight weeks before, pounds a week.
        qualifying_days_per_week: Days a week usually worked.
        days: Qualifying days in the run.
        earlier_days: Qualifying days before it in the same or linked absences.
        had_esa: Whether ESA was in being in the 85 days before the absence.
        protected: Whether sick pay for the same absence was paid before 6 April 2026.
    """

    day: Days
    normal_weekly_earnings: Floats
    qualifying_days_per_week: Floats
    days: Floats
    earlier_days: Floats
    had_esa: Booleans
    protected: Booleans


def statutory_sick_pay(absences: Absences) -> Floats:
    """Pounds due for each absence's days, each payment raised to the penny (SI 1982/894 reg 11)."""
    return _simulated(absences).person("statutory_sick_pay_payment").astype(np.float64)


def statutory_sick_pay_per_week(normal_weekly_earnings: Floats, day: Days) -> Floats:
    """Pounds for a whole week of sickness that contains `day`, raised to the penny.

    0 where pay is below the least that the law of the day asks for; waiting days are left out.
    """
    earnings, days = np.broadcast_arrays(
        np.asarray(normal_weekly_earnings, dtype=np.float64),
        np.asarray(day, dtype="datetime64[D]"),
    )
    columns = {"normal_weekly_earnings": earnings.reshape(-1), "sick_day": days.reshape(-1)}
    found = simulate_people(columns, earnings.size).person("statutory_sick_pay_per_week")
    return np.asarray(found, dtype=np.float64).reshape(earnings.shape)


def qualifying_days_between(first: Days, last: Days, days_per_week: Floats) -> Floats:
    """Qualifying days from `first` to `last`, both included.

    Which days of the week are worked is not in a case: they are taken to run from Monday, and
    a part of a day a week is a share of those counted (2.5 days: half of what 5 would give).
    """
    first, last, a_week = np.broadcast_arrays(
        np.asarray(first, dtype="datetime64[D]"),
        np.asarray(last, dtype="datetime64[D]"),
        np.asarray(days_per_week, dtype=np.float64),
    )
    whole = np.ceil(np.clip(a_week, 0, LONGEST_WEEK)).astype(np.int64)
    end = np.maximum(last + np.timedelta64(1, "D"), first)
    counted = np.zeros(first.shape)
    for days in range(1, LONGEST_WEEK + 1):
        mask = "1" * days + "0" * (LONGEST_WEEK - days)
        counted = np.where(whole == days, np.busday_count(first, end, weekmask=mask), counted)
    return np.asarray(counted * a_week / np.maximum(whole, 1), dtype=np.float64)


def _simulated(absences: Absences) -> Simulation:
    columns = {
        "sick_day": absences.day,
        "normal_weekly_earnings": absences.normal_weekly_earnings,
        "qualifying_days_per_week": absences.qualifying_days_per_week,
        "sick_qualifying_days": absences.days,
        "earlier_sick_qualifying_days": absences.earlier_days,
        "had_employment_and_support_allowance_before_sickness": absences.had_esa,
        "is_sick_pay_protected_from_earnings_share": absences.protected,
    }
    return simulate_people(columns, len(absences.day))
