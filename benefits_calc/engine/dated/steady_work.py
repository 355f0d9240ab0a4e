"""Steady work that ends in a run, for the weeks without the benefit cap after it.

HB Regs 2006 reg 75E(4): at least 50 of the 52 weeks to the last day of work were worked, without
ESA, JSA or Income Support. Weeks before the run count only where the case says when such work
ended. The last day is taken to be the Sunday of the last week worked.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.arrays import Floats, default_of
from benefits_calc.engine.dated.award import adults_of
from benefits_calc.engine.dated.periods import DAY, WEEK, Calendar
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.conversions import WEEKS_PER_YEAR

WEEKS_OF_WORK = "dwp.housing_benefit.benefit_cap.grace_weeks_of_work"
Days = NDArray[np.datetime64]


def last_days_of_steady_work(
    case: Case, calendar: Calendar, hours: Floats, benefits: tuple[Floats, ...]
) -> Days:
    """By week, scenario and adult, the last day of steady work before the week.

    Args:
        case: The case.
        calendar: The weeks.
        hours: Hours worked in each week.
        benefits: New Style ESA and JSA of each week.
    """
    works = hours > 0
    counts = works & ~np.logical_or.reduce([amounts > 0 for amounts in benefits])
    year = int(WEEKS_PER_YEAR)
    total = np.cumsum(counts, axis=0)
    before = np.concatenate([np.zeros((year, *total.shape[1:]), dtype=total.dtype), total])
    least = int(parameter_at(WEEKS_OF_WORK, calendar.first_day))
    steady = works & (total - before[: len(total)] >= least)
    day = np.full(hours.shape, _stated(case), dtype="datetime64[D]")
    sundays = (calendar.weeks + WEEK - DAY)[:, np.newaxis, np.newaxis]
    # Work that goes on has no last day.
    ended = np.zeros_like(steady)
    ended[:-1] = steady[:-1] & ~works[1:]
    found = np.maximum.accumulate(np.where(ended, sundays, day), axis=0)
    last: Days = np.concatenate([day[:1], found[:-1]])
    return last


def _stated(case: Case) -> Days:
    """What the case says of each adult; long ago where it says nothing."""
    never = np.datetime64(default_of("last_day_of_steady_work"))
    stated = [person.steady_work_until if person else None for person in adults_of(case)]
    return np.array([day or never for day in stated], dtype="datetime64[D]")
