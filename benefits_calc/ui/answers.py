"""One case's answer for the page: the comparison, the job's point, and points for the line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from benefits_calc.analysis.comparison import Comparison, Point, compare
from benefits_calc.analysis.curve import Curve, curve_of
from benefits_calc.analysis.hours_for import HoursFor, hours_for
from benefits_calc.analysis.search import hundredths
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
        as_now: The hours that leave at least as much over as now.
    """

    case: Case
    comparison: Comparison
    point: Point
    curve: Curve
    as_now: HoursFor


def answer(case: Case, today: date) -> Answer:
    """Work a case out as at its own day, or today where it has none.

    Raises:
        CaseError: where there is no job, or a date or place is not held.
    """
    dated = case if case.as_at is not None else case.at(today)
    worked = None if dated.job is None else dated.job.hours_per_week
    own = () if worked is None else (worked,)
    hours = tuple(sorted({*dated.compare_hours, *own}))
    # The search for lines, the line on the chart and the fewest hours share one run.
    worked_out = None if dated.job is None else hundredths(dated, hours)
    comparison = compare(dated, hours, worked_out=worked_out)
    point = next(item for item in comparison.points if item.hours_per_week == worked)
    curve = curve_of(dated, curve_hours(comparison), worked_out)
    return Answer(dated, comparison, point, curve, hours_for(dated, None, worked_out))


def today() -> date:
    """The day on the clock of the computer that runs the page."""
    return datetime.now().astimezone().date()
