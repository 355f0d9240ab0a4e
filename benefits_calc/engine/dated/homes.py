"""Which home each day is lived in and paid for, where the household moves.

Universal Credit has the home of the last day of an assessment period for all of it (SI 2013/381
Sch 1 para 20); here are the days that rent, Housing Benefit and council tax go by. Housing Benefit
for a home that is left ends with the week of the move, and goes from one home to the next on the
day itself (HB Regs 2006 (SI 2006/213) reg 79(2A) and (8)); for a first such home it begins with
the day from which rent is owed (regs 76(2) and 80).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.case.moving import gets_housing_benefit, moves_of
from benefits_calc.engine.dated.case_on import case_on
from benefits_calc.engine.dated.periods import DAY, WEEK, Calendar, Days, monday_on_or_before

Whole = NDArray[np.int64]
BY_THE_WEEK = ("week", "fortnight", "four_weeks")


@dataclass(frozen=True)
class HomeSpell:
    """Days for which a home is paid for.

    Attributes:
        first: First day.
        last: Last day.
        case: The case as it stands on the first day.
    """

    first: np.datetime64
    last: np.datetime64
    case: Case


@dataclass(frozen=True)
class Move:
    """A move in the middle of a week.

    Attributes:
        on: The day.
        row: Row of the run of weeks that holds the week's amounts in the new home.
        week_paid_whole: Whether Housing Benefit and rent of the old home go on to the Sunday.
    """

    on: date
    row: int
    week_paid_whole: bool


@dataclass(frozen=True)
class DayRows:
    """The row of the run of weeks whose amounts hold on a day.

    Attributes:
        weeks: Mondays of the first rows.
        moves: Moves in the middle of a week, each with a row of its own after those.
    """

    weeks: Days
    moves: tuple[Move, ...]

    def at(self, days: Days, *, housing_benefit: bool = False) -> Whole:
        """Rows for days; of Housing Benefit, with the week that is paid whole."""
        found: Whole = ((days - self.weeks[0]) // WEEK).astype(np.int64)
        found = found.clip(0, len(self.weeks) - 1)
        mondays = monday_on_or_before(days)
        for move in self.moves:
            if housing_benefit and move.week_paid_whole:
                continue
            on = np.datetime64(move.on)
            same_week = mondays == monday_on_or_before(np.array([on]))[0]
            found[same_week & (days >= on)] = move.row
        return found


def rows_of_days(case: Case, calendar: Calendar) -> DayRows:
    """The rows of every day: one for each week, and one more for a move inside a week."""
    first, last = calendar.weeks[0], calendar.weeks[-1] + WEEK
    found: list[Move] = []
    for event in moves_of(case):
        on = np.datetime64(event.on)
        if first < on < last and event.on.weekday():
            whole = _week_is_paid_whole(case, event.on)
            found.append(Move(event.on, len(calendar.weeks) + len(found), whole))
    return DayRows(calendar.weeks, tuple(found))


def home_spells(case: Case, calendar: Calendar) -> tuple[HomeSpell, ...]:
    """Homes that are paid for, in order; at a move the two can overlap to the end of a week."""
    begins = calendar.weeks[0]
    ends = max(calendar.weeks[-1] + WEEK, calendar.firsts[-1] + 31 * DAY)
    moves = [event.on for event in moves_of(case) if begins < np.datetime64(event.on) <= ends]
    starts = [begins, *(np.datetime64(day) for day in moves)]
    lasts = [*(last_day_paid(case, day) for day in moves), ends]
    return tuple(
        HomeSpell(first, last, case_on(case, first.item()))
        for first, last in zip(starts, lasts, strict=True)
    )


def pays_by_the_week(case: Case) -> bool:
    """Whether rent is charged by weeks."""
    return case.home.rent is not None and case.home.rent.per in BY_THE_WEEK


def last_day_paid(case: Case, day: date) -> np.datetime64:
    """Last day of rent for the home that is left on a day."""
    on = np.datetime64(day)
    if not day.weekday() or not _week_is_paid_whole(case, day):
        return on - DAY
    found: np.datetime64 = monday_on_or_before(np.array([on]))[0] + WEEK - DAY
    return found


def _leaves_housing_benefit(case: Case, day: date) -> bool:
    """Whether a move on a day ends Housing Benefit."""
    before, after = case_on(case, day - timedelta(days=1)), case_on(case, day)
    return gets_housing_benefit(before) and not gets_housing_benefit(after)


def _week_is_paid_whole(case: Case, day: date) -> bool:
    by_the_week = pays_by_the_week(case_on(case, day - timedelta(days=1)))
    return by_the_week and _leaves_housing_benefit(case, day)
