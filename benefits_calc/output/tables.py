"""Results as plain text for a terminal: one column a point, one line an amount."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.explain import Explanation, rates_that_matter
from benefits_calc.engine.rate_list import RateInForce
from benefits_calc.engine.workings import Step
from benefits_calc.output.contract import lines_of, per_week
from benefits_calc.words import sentences
from benefits_calc.words.catalogue import label_of

WIDTH = 100
LABEL_WIDTH = 38
COLUMN_WIDTH = 10
ALWAYS_SHOWN = ("gross_pay", "net_pay", "universal_credit", "total_income", "left_over")
RULED_ABOVE = ("total_income", "left_over")


def comparison_table(comparison: Comparison, *, weekly: bool = False) -> str:
    """A comparison as text: figures, then what changes where, then what to know."""
    period = "week" if weekly else "month"
    parts = [
        _heading(comparison, period),
        _figures(comparison, weekly=weekly),
        _statuses(comparison),
        _thresholds(comparison),
        _bullets(
            "Could be claimed now", map(sentences.could_claim_sentence, comparison.could_claim_now)
        ),
        _bullets("To know", sentences.warnings(comparison)),
        _bullets("Taken as given", map(sentences.assumption_sentence, comparison.assumptions)),
        _bullets("Not in these figures", map(sentences.gap_sentence, comparison.not_covered)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(comparison: Comparison, period: str) -> str:
    dates = comparison.dates
    return (
        f"{comparison.case.label}: pounds a {period}, as at {dates.as_at.isoformat()} "
        f"(Universal Credit rates of {dates.assessment_period_start.isoformat()}; "
        f"program {comparison.program_version})"
    )


def _figures(comparison: Comparison, *, weekly: bool) -> str:
    points = [comparison.now, *comparison.points]
    columns = [lines_of(point) for point in points]
    rows = [_row("Hours a week", [_hours(point) for point in points])]
    for line in columns[0]:
        amounts = [column[line] for column in columns]
        if line not in ALWAYS_SHOWN and all(amount == 0 for amount in amounts):
            continue
        if line in RULED_ABOVE:
            rows.append("-" * (LABEL_WIDTH + COLUMN_WIDTH * len(points)))
        shown = [per_week(amount) if weekly else amount for amount in amounts]
        rows.append(_row(label_of(line), [_amount(amount) for amount in shown]))
    differences = [
        per_week(point.difference_per_month) if weekly else point.difference_per_month
        for point in comparison.points
    ]
    rows.append(_row("Difference from now", ["", *(_signed(value) for value in differences)]))
    ranges = [point.difference_range_per_month for point in comparison.points]
    if any(ranges):
        rows.append(
            _row("  if all unknown help is lost", ["", *(_low(r, weekly=weekly) for r in ranges)])
        )
    kept = [point.kept_per_extra_pound for point in comparison.points]
    if any(share is not None for share in kept):
        shares = ["-" if share is None else f"{share * 100:.0f}p" for share in kept]
        rows.append(_row("Kept of the next pound", ["", *shares]))
    return "\n".join(rows)


def _low(bounds: tuple[float, float] | None, *, weekly: bool) -> str:
    if bounds is None:
        return ""
    return _signed(per_week(bounds[0]) if weekly else bounds[0])


def _hours(point: Point) -> str:
    return "now" if point.hours_per_week is None else f"{point.hours_per_week:g}"


def _amount(amount: float | None) -> str:
    return "?" if amount is None else f"{amount:,.2f}"


def _signed(amount: float | None) -> str:
    return "" if amount is None else f"{amount:+,.2f}"


def _row(label: str, cells: Sequence[str]) -> str:
    first, *rest = textwrap.wrap(label, LABEL_WIDTH - 1) or [""]
    lines = [first.ljust(LABEL_WIDTH) + "".join(cell.rjust(COLUMN_WIDTH) for cell in cells)]
    return "\n".join([*lines, *rest])


def _statuses(comparison: Comparison) -> str:
    """What stays and what changes at the offer's hours, or the last point shown."""
    if not comparison.points:
        return ""
    job = comparison.case.job
    offer = job.hours_per_week if job is not None else None
    point = next((p for p in comparison.points if p.hours_per_week == offer), comparison.points[-1])
    rows = [
        f"{sentences.status_name(status)} {status.state}. {sentences.status_why(status)}"
        for status in point.statuses
    ]
    return _bullets(f"At {point.hours_per_week:g} hours a week", rows)


def _thresholds(comparison: Comparison) -> str:
    rows = [
        f"{threshold.hours_per_week:g} h (pay of {threshold.gross_per_month:,.2f} a month, "
        f"{threshold.gross_per_pay_period:,.2f} a pay day): "
        f"{sentences.threshold_sentence(threshold)}"
        + (
            f" Left over moves by {threshold.change_per_month:+,.2f} a month."
            if abs(threshold.change_per_month) >= 1
            else ""
        )
        + (f" {threshold.reference}" if threshold.reference else "")
        for threshold in comparison.thresholds
    ]
    return _bullets("What changes where", rows)


def _bullets(title: str, rows: object) -> str:
    texts = list(rows)  # type: ignore[call-overload]
    if not texts:
        return ""
    wrapped = [
        textwrap.fill(
            str(text),
            WIDTH,
            initial_indent="- ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for text in texts
    ]
    return "\n".join([title, *wrapped])


def explanation_text(explanation: Explanation) -> str:
    """The working, a step a paragraph, with its law and rates."""
    hours = explanation.hours_per_week
    title = "Now" if hours is None else f"At {hours:g} hours a week"
    return "\n".join([title, *(_step(step) for step in explanation.steps)]) + "\n"


def _step(step: Step) -> str:
    how = "given" if step.given else "worked out"
    lines = [f"{step.label} ({step.who}): {_value(step)} [{how}]"]
    lines += [f"    law: {reference}" for reference in step.references]
    lines += [
        f"    rate: {rate.description} = {rate.value:g} since {rate.since}; "
        + "; ".join(title for title, _ in rate.references[:1])
        for rate in rates_that_matter(step)
    ]
    return "\n".join(lines)


def _value(step: Step) -> str:
    if isinstance(step.value, bool):
        return "yes" if step.value else "no"
    if isinstance(step.value, float):
        unit = step.unit or ""
        if unit.startswith("GBP"):
            return f"{step.value:,.2f}{unit.removeprefix('GBP')}"
        return f"{step.value:g} {unit}".strip()
    return str(step.value)


def rates_table(rates: Sequence[RateInForce]) -> str:
    """The rates of a day, one a line with its first source."""
    rows = []
    for rate in rates:
        title, address = rate.references[0] if rate.references else ("", "")
        rows.append(
            f"{rate.path} = {rate.value:g} ({rate.unit}) since {rate.since} "
            f"[{rate.checked}] {title} {address}".rstrip()
        )
    return "\n".join(rows) + "\n"
