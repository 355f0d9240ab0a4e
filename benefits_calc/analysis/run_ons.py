"""What goes on being paid for a while after it would have fallen or stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from benefits_calc.engine.conversions import WEEKS_PER_MONTH
from benefits_calc.engine.extended_payment import REFERENCE, extended_payment
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
    paid, after = (r.lines["housing_benefit"][at] for r, at in ((now, now_row), (points, row)))
    # HB Regs reg 73E: the benefit of the last week as it was before the benefit cap.
    before = paid + now.workings["housing_benefit_cap_reduction"][now_row]
    if not (had > 0 and has == 0 and before > after):
        return ()
    outcome = points.outcome
    found = extended_payment(outcome.case, outcome.dates.as_at)
    if found is None:
        return ()
    return (
        RunOn(
            code="housing_benefit_extended_payment",
            line="housing_benefit",
            per_week=_per_week(float(before)),
            then_per_week=_per_week(float(after)),
            weeks=found.weeks,
            starts_on=found.starts_on,
            ends_on=found.ends_on,
            reference=REFERENCE,
            certainty=found.certainty,
        ),
    )


def _per_week(per_month: float) -> float:
    return round(per_month / WEEKS_PER_MONTH, 2)
