"""Money left over along the hours, for a line on a chart: nothing else of each point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benefits_calc.analysis.locked import locks_of, with_locks
from benefits_calc.case import Case
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job, now, together
from benefits_calc.engine.results import results_of, unknown_lines


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


def curve_of(case: Case, hours: tuple[float, ...]) -> Curve:
    """What is left over at each of some hours, as a comparison at them has it.

    Raises:
        CaseError: where a date or place is not held.
    """
    claims = case.universal_credit_claimed
    rows = together(
        now(claims_universal_credit=claims),
        in_job(np.array(hours), claims_universal_credit=claims),
    )
    outcome = evaluate(case, rows)
    worked_out = results_of(outcome, unknown_lines(outcome))
    left = with_locks(worked_out, locks_of(worked_out)).left_over
    return Curve(
        tuple(
            CurvePoint(worked, float(over), round(float(over - left[0]), 2))
            for worked, over in zip(hours, left[1:], strict=True)
        )
    )
