"""The plan, or the service's record, as the bytes of a file."""

from __future__ import annotations

from benefits_calc.analysis.comparison import Comparison, Point, compare
from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.case import Case, CaseError
from benefits_calc.case.problems import not_accepted, not_given
from benefits_calc.output.document_html import document_html
from benefits_calc.output.document_pdf import document_pdf
from benefits_calc.output.next_steps import next_steps
from benefits_calc.words import month_tables, next_step_parts
from benefits_calc.words import plan as words
from benefits_calc.words.money import Unit
from benefits_calc.words.records import Document
from benefits_calc.words.way_back_parts import sick_section, way_back_section

KINDS = (".html", ".pdf")
# The months that a person can plan for; the page and the command line have more.
MONTHS_IN_PLAN = 6
SICK = Asked("sickness", weeks=6)


def plan_file(case: Case, kind: str, *, weekly: bool = False, record: bool = False) -> bytes:
    """Bytes of the plan at the hours offered.

    Args:
        case: The case, with its day.
        kind: .html or .pdf.
        weekly: Whether amounts are by the week.
        record: The service's record instead of the client's plan.

    Raises:
        CaseError: where there is no job with hours, or the kind is another.
    """
    if kind.lower() not in KINDS:
        raise CaseError([not_accepted("output", kind or "no ending", "use .html or .pdf")])
    found = _document(case, Unit("week" if weekly else "month"), record=record)
    if kind.lower() == ".pdf":
        return document_pdf(found)
    return document_html(found).encode()


def _document(case: Case, unit: Unit, *, record: bool) -> Document:
    worked = None if case.job is None else case.job.hours_per_week
    if worked is None:
        raise CaseError([not_given("job", "give the job, with its pay and hours a week")])
    comparison = compare(case, tuple(sorted({*case.compare_hours, worked})))
    point = next(item for item in comparison.points if item.hours_per_week == worked)
    if record:
        return words.record(comparison, point, unit)
    return plan_of(comparison, point, unit)


def plan_of(comparison: Comparison, point: Point, unit: Unit) -> Document:
    """The client's plan, with its months, what to do, and what it can mean for reviews."""
    case = comparison.case
    steps = next_steps(case)
    ended, sick = (way_back(case, asked) for asked in (Asked("job_ends"), SICK))
    dated = (
        *month_tables.month_sections(timeline(case, before=1), MONTHS_IN_PLAN),
        way_back_section(ended),
        sick_section(sick, ended),
        next_step_parts.task_section(steps.tasks),
        *next_step_parts.review_section(steps.reassessment),
        *next_step_parts.money_help_section(steps.money_help, case),
    )
    return words.plan(comparison, point, unit, dated)
