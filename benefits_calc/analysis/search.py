"""A closer look by hundredths of an hour: at half hours in which something changes, or at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.evaluate import Outcome, evaluate
from benefits_calc.engine.points import PayDays, in_job, now, together
from benefits_calc.engine.results import Results, Unknown, results_of, unknown_lines

Floats = NDArray[np.float64]
GRID_STEP_HOURS = 0.5
HUNDREDTHS_PER_STEP = 50
ROWS_EACH = HUNDREDTHS_PER_STEP + 1
STEPS_PER_HOUR = 100
# As far as two full-time jobs and no further.
LARGEST_SEARCHED_HOURS = 60.0
MOST_HOURS = 168.0


@dataclass(frozen=True, order=True)
class Stretch:
    """A half hour of the grid, in one kind of assessment period."""

    pay_days: PayDays
    low_hours: float


@dataclass(frozen=True)
class CloseLook:
    """Every hundredth of an hour of some stretches.

    Attributes:
        results: By kind of assessment period, the results that hold its stretches.
        rows: The rows of each stretch in the results of its kind, its low end first.
    """

    results: dict[PayDays, Results]
    rows: dict[Stretch, slice]

    def rows_of_period(self, pay_days: PayDays) -> NDArray[np.intp]:
        """Rows of every stretch in one kind of assessment period."""
        found = [np.arange(r.start, r.stop) for s, r in self.rows.items() if s.pay_days == pay_days]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.intp)


@dataclass(frozen=True)
class Hundredths:
    """Things as they are, and the job at every hundredth of an hour, in usual months, in one run.

    Attributes:
        outcome: The run; things as they are stand first.
        hours: Hours of the rows after it, rising.
        read: Results read from it so far, by what they leave out.
    """

    outcome: Outcome
    hours: Floats
    read: dict[tuple[Unknown, ...], Results] = field(default_factory=dict, repr=False)

    def rows_at(self, hours: Floats) -> NDArray[np.intp] | None:
        """The row of each of some hours; None where one of them was not worked out."""
        places = np.minimum(np.searchsorted(self.hours, hours), len(self.hours) - 1)
        return places + 1 if (self.hours[places] == hours).all() else None

    def results_at(self, rows: NDArray[np.intp]) -> Results:
        """Results in which what is not known now or at some rows is left out, and nothing else."""
        shown = np.zeros(self.outcome.points.count, dtype=bool)
        shown[0] = shown[rows] = True
        return self.results(unknown_lines(self.outcome, shown))

    def results(self, unknown: tuple[Unknown, ...]) -> Results:
        """Results without the lines that are not known."""
        if unknown not in self.read:
            self.read[unknown] = results_of(self.outcome, unknown)
        return self.read[unknown]


def hundredths(case: Case, also: Iterable[float] = ()) -> Hundredths:
    """Work out a job at every hundredth of an hour of a long week, and at some other hours.

    Raises:
        CaseError: where a date or place is not held.
    """
    each = np.arange(round(LARGEST_SEARCHED_HOURS * STEPS_PER_HOUR) + 1) / STEPS_PER_HOUR
    return run_at(case, np.union1d(each, np.array(tuple(also), dtype=np.float64)))


def run_at(case: Case, hours: Floats) -> Hundredths:
    """Work out things as they are, and a job at some rising hours, in usual months.

    Raises:
        CaseError: where a date or place is not held.
    """
    claims = case.universal_credit_claimed
    rows = together(
        now(claims_universal_credit=claims), in_job(hours, claims_universal_credit=claims)
    )
    return Hundredths(evaluate(case, rows), hours)


def grid_hours(case: Case) -> Floats:
    """Hours at which the search begins: every half hour, at least as far as a full week."""
    longest = max(LARGEST_SEARCHED_HOURS, *case.compare_hours)
    steps = int(np.ceil(min(longest, MOST_HOURS) / GRID_STEP_HOURS))
    return np.asarray(np.arange(steps + 1) * GRID_STEP_HOURS, dtype=np.float64)


def look_closer(
    case: Case,
    unknown: tuple[Unknown, ...],
    stretches: Iterable[Stretch],
    usual: Hundredths | None = None,
) -> CloseLook | None:
    """Work out every hundredth of an hour of some stretches; None where there are none.

    Args:
        case: The case, with a job.
        unknown: Lines left out, as the comparison found.
        stretches: Where to look; each is looked at once.
        usual: Usual months that were worked out already, which are not worked out again.
    """
    each = sorted(set(stretches))
    if not each:
        return None
    held = _held(each, usual)
    asked = [stretch for stretch in each if stretch not in held]
    results: dict[PayDays, Results] = {}
    if usual is not None and held:
        results[PayDays.average] = usual.results(unknown)
    if asked:
        points = in_job(
            np.concatenate([_hours_of(stretch) for stretch in asked]),
            claims_universal_credit=case.universal_credit_claimed,
            pay_days=np.repeat(np.array([s.pay_days for s in asked], dtype=np.int8), ROWS_EACH),
        )
        found = results_of(evaluate(case, points), unknown)
        results |= {stretch.pay_days: found for stretch in asked}
    starts = range(0, len(asked) * ROWS_EACH, ROWS_EACH)
    rows = held | {
        s: slice(first, first + ROWS_EACH) for s, first in zip(asked, starts, strict=True)
    }
    return CloseLook(results, {stretch: rows[stretch] for stretch in each})


def _hours_of(stretch: Stretch) -> Floats:
    steps = np.arange(ROWS_EACH) / (HUNDREDTHS_PER_STEP / GRID_STEP_HOURS)
    return np.asarray(np.round(stretch.low_hours + steps, 2), dtype=np.float64)


def _held(stretches: list[Stretch], usual: Hundredths | None) -> dict[Stretch, slice]:
    """Where the stretches of usual months stand in a run; nothing where it lacks one of them."""
    found: dict[Stretch, slice] = {}
    for stretch in stretches:
        if usual is None or stretch.pay_days != PayDays.average:
            continue
        rows = usual.rows_at(_hours_of(stretch))
        if rows is None or rows[-1] - rows[0] != HUNDREDTHS_PER_STEP:
            return {}
        found[stretch] = slice(int(rows[0]), int(rows[-1]) + 1)
    return found
