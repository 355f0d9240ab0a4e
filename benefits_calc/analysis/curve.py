"""Money left over along the hours, for a line on a chart: nothing else of each point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benefits_calc.analysis.locked import locks_of, with_locks
from benefits_calc.analysis.search import Hundredths, run_at
from benefits_calc.case import Case


@dataclass(frozen=True)
class CurvePoint:
    """The line at some hours.

    Attributes:
        hours_per_week: Hours in the job.
        left_over_per_month: Left over, pounds a month.
        difference_per_month: Left over less now's.
    """

    hours_per_week: float
    left_over_per_month: float
    difference_per_month: float


@dataclass(frozen=True)
class Curve:
    """The line, by rising hours."""

    points: tuple[CurvePoint, ...]


def curve_of(case: Case, hours: tuple[float, ...], worked_out: Hundredths | None = None) -> Curve:
    """What is left over at each of some hours, as a comparison at them has it.

    Args:
        case: The case, with a job.
        hours: Where to work it out.
        worked_out: A run of the case; what it has of the hours is not worked out again.

    Raises:
        CaseError: where a date or place is not held.
    """
    run, rows = worked_out, None
    if run is not None:
        rows = run.rows_at(np.array(hours))
    if run is None or rows is None:
        run = run_at(case, np.array(hours))
        rows = np.arange(1, len(hours) + 1)
    results = run.results_at(rows)
    left = with_locks(results, locks_of(results)).left_over
    return Curve(
        tuple(
            CurvePoint(worked, float(over), round(float(over - left[0]), 2))
            for worked, over in zip(hours, left[rows], strict=True)
        )
    )
