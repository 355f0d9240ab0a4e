"""What goes on being paid for a while after it would have fallen or stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from benefits_calc.engine.conversions import WEEKS_PER_MONTH
from benefits_calc.engine.extended_payment import (
    ExtendedPayment,
    extended_payment,
    extended_reduction,
)
from benefits_calc.engine.results import Results


@dataclass(frozen=True)
class RunOn:
    """A payment that runs on.

    Attributes:
        code: What runs on, in the catalogue.
        line: Line of the results that it fills for the time.
        per_week: What is paid in each of its weeks, pounds.
        then_per_week: What is paid after them, pounds a week.
        weeks: How many weeks.
        starts_on: First day; None where the job's first day is not given.
        ends_on: Last day; None likewise.
        reference: The law.
        certainty: council, or unknown where the facts do not show that it is due.
    """

    code: str
    line: str
    per_week: float
    then_per_week: float
    weeks: int
    starts_on: date | None
    ends_on: date | None
    reference: str
    certainty: str


def run_ons(now: Results, now_row: int, points: Results, row: int) -> tuple[RunOn, ...]:
    """What runs on at a point, against things as they are."""
    had, has = (r.lines["new_style_esa"][at] for r, at in ((now, now_row), (points, row)))
    if not (had > 0 and has == 0):
        return ()
    outcome = points.outcome
    # HB Regs reg 73E: the benefit of the last week as it was before the benefit cap.
    uncapped = {"housing_benefit": float(now.workings["housing_benefit_cap_reduction"][now_row])}
    found = (
        ("housing_benefit_extended_payment", "housing_benefit", extended_payment),
        ("council_tax_extended_reduction", "council_tax_reduction", extended_reduction),
    )
    made = []
    for code, line, extended in found:
        if line not in now.lines or line not in points.lines:
            continue
        before = float(now.lines[line][now_row]) + uncapped.get(line, 0.0)
        after = float(points.lines[line][row])
        weeks = extended(outcome.case, outcome.dates.as_at) if before > after else None
        if weeks is not None:
            made.append(_run_on(code, line, weeks, before, after))
    return tuple(made)


def _run_on(code: str, line: str, weeks: ExtendedPayment, before: float, after: float) -> RunOn:
    return RunOn(
        code=code,
        line=line,
        per_week=_per_week(before),
        then_per_week=_per_week(after),
        weeks=weeks.weeks,
        starts_on=weeks.starts_on,
        ends_on=weeks.ends_on,
        reference=weeks.reference,
        certainty=weeks.certainty,
    )


def _per_week(per_month: float) -> float:
    return round(per_month / WEEKS_PER_MONTH, 2)
