"""How many hours of a job leave a certain amount over: the fewest, and where it dips again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.analysis.locked import locks_of, with_locks
from benefits_calc.analysis.search import (
    LARGEST_SEARCHED_HOURS,
    STEPS_PER_HOUR,
    Hundredths,
    hundredths,
)
from benefits_calc.case import Case, CaseError
from benefits_calc.case.problems import not_given
from benefits_calc.engine.results import Results

HALF_A_PENNY = 0.005


@dataclass(frozen=True)
class Stretch:
    """Hours between which at least the target is left over.

    Attributes:
        from_hours: The fewest, to the hundredth.
        to_hours: The most; None where it holds as far as was searched.
    """

    from_hours: float
    to_hours: float | None


@dataclass(frozen=True)
class HoursFor:
    """The hours that leave a target over.

    Attributes:
        target_per_month: Left over that is asked for, pounds a month.
        stretches: Where it is reached, by rising hours; empty where it never is.
        left_over_per_month: At the fewest hours that reach it; None where none do.
        unknown: Lines that nobody can bound, so that no answer is given.
        at_worst: Whether help that could be lost is counted as lost.
        searched_to_hours: The most hours that were tried.
        counted_as_lost: Those lines of help, with what each pays today, pounds a month.
    """

    target_per_month: float
    stretches: tuple[Stretch, ...]
    left_over_per_month: float | None
    unknown: tuple[str, ...]
    at_worst: bool
    searched_to_hours: float = LARGEST_SEARCHED_HOURS
    counted_as_lost: tuple[tuple[str, float], ...] = ()


def hours_for(
    case: Case, left_over_per_month: float | None = None, worked_out: Hundredths | None = None
) -> HoursFor:
    """Find the hours in the job at which at least an amount is left over.

    Args:
        case: The case, with its day and its job.
        left_over_per_month: Pounds a month; what is left over now where left out.
        worked_out: The case at every hundredth of an hour; worked out here where left out.

    Raises:
        CaseError: where there is no job, or a date or place is not held.
    """
    if case.job is None:
        raise CaseError([not_given("job", "give the job, with its pay")])
    run = worked_out or hundredths(case)
    hours = np.arange(1, round(LARGEST_SEARCHED_HOURS * STEPS_PER_HOUR) + 1) / STEPS_PER_HOUR
    rows = run.rows_at(hours)
    if rows is None:  # pragma: no cover - a run has every hundredth
        raise AssertionError("hundredths of an hour are missing")
    results = run.results_at(rows)
    results = with_locks(results, locks_of(results))
    left, lost = _at_worst(results)
    target = float(left[0]) if left_over_per_month is None else left_over_per_month
    unbounded = tuple(item.line for item in results.unknown if item.now_per_month is None)
    if unbounded:
        return HoursFor(target, (), None, unbounded, at_worst=False)
    in_the_job = left[rows]
    reached = in_the_job >= target - HALF_A_PENNY
    stretches = _stretches(hours, reached)
    first = float(in_the_job[reached][0]) if stretches else None
    return HoursFor(target, stretches, first, (), bool(lost), counted_as_lost=lost)


def _at_worst(results: Results) -> tuple[NDArray[np.float64], tuple[tuple[str, float], ...]]:
    """Left over, with help paid today that could be lost kept at now and lost at any hours."""
    lost = tuple((item.line, item.now_per_month) for item in results.unknown if item.now_per_month)
    left = results.left_over.copy()
    left[0] += sum(paid for _, paid in lost)
    return np.round(left, 2), lost


def _stretches(hours: NDArray[np.float64], reached: NDArray[np.bool_]) -> tuple[Stretch, ...]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], reached, [False]]).astype(int)))
    return tuple(
        Stretch(float(hours[start]), None if end == len(hours) else float(hours[end - 1]))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    )
