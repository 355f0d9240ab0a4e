"""A closer look at the half hours in which something changes, by hundredths, in one run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import PayDays, in_job
from benefits_calc.engine.results import Results, Unknown, results_of

Floats = NDArray[np.float64]
GRID_STEP_HOURS = 0.5
HUNDREDTHS_PER_STEP = 50
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
        results: Their results, stretch after stretch.
        rows: The rows of each stretch, its low end first.
    """

    results: Results
    rows: dict[Stretch, slice]

    def rows_of_period(self, pay_days: PayDays) -> NDArray[np.intp]:
        """Rows of every stretch in one kind of assessment period."""
        found = [np.arange(r.start, r.stop) for s, r in self.rows.items() if s.pay_days == pay_days]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.intp)


def grid_hours(case: Case) -> Floats:
    """Hours at which the search begins: every half hour, at least as far as a full week."""
    longest = max(LARGEST_SEARCHED_HOURS, *case.compare_hours)
    steps = int(np.ceil(min(longest, MOST_HOURS) / GRID_STEP_HOURS))
    return np.asarray(np.arange(steps + 1) * GRID_STEP_HOURS, dtype=np.float64)


def look_closer(
    case: Case, unknown: tuple[Unknown, ...], stretches: Iterable[Stretch]
) -> CloseLook | None:
    """Work out every hundredth of an hour of some stretches; None where there are none.

    Args:
        case: The case, with a job.
        unknown: Lines left out, as the comparison found.
        stretches: Where to look; each is looked at once.
    """
    each = sorted(set(stretches))
    if not each:
        return None
    steps = np.arange(HUNDREDTHS_PER_STEP + 1) / (HUNDREDTHS_PER_STEP / GRID_STEP_HOURS)
    points = in_job(
        np.concatenate([np.round(stretch.low_hours + steps, 2) for stretch in each]),
        claims_universal_credit=case.universal_credit_claimed,
        pay_days=np.repeat(np.array([s.pay_days for s in each], dtype=np.int8), len(steps)),
    )
    starts = range(0, len(each) * len(steps), len(steps))
    rows = {s: slice(first, first + len(steps)) for s, first in zip(each, starts, strict=True)}
    return CloseLook(results_of(evaluate(case, points), unknown), rows)
