"""One case's answer for the page: the comparison, the job's point, and points for the line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from benefits_calc.analysis.comparison import Comparison, Point, compare
from benefits_calc.analysis.curve import Curve, curve_of
from benefits_calc.case import Case
from benefits_calc.output.curve_chart import curve_hours


@dataclass(frozen=True)
class Answer:
    """What a case comes to.

    Attributes:
        case: The case, with its day.
        comparison: Now against the job, at the case's hours and the job's own.
        point: The job at its own hours.
        curve: The same at every hour, to draw the line.
    """

    case: Case
    comparison: Comparison
    point: Point
    curve: Curve


def answer(case: Case, today: date) -> Answer:
    """Work a case out as at its own day, or today where it has none.

    Raises:
        CaseError: where there is no job, or a date or place is not held.
    """
    dated = case if case.as_at is not None else case.at(today)
    worked = None if dated.job is None else dated.job.hours_per_week
    own = () if worked is None else (worked,)
    comparison = compare(dated, tuple(sorted({*dated.compare_hours, *own})))
    point = next(item for item in comparison.points if item.hours_per_week == worked)
    curve = curve_of(dated, curve_hours(comparison))
    return Answer(dated, comparison, point, curve)


def today() -> date:
    """The day on the clock of the computer that runs the page."""
    return datetime.now().astimezone().date()
