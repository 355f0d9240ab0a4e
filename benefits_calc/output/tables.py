"""Results as plain text for a terminal: one column a point, one line an amount."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import groupby

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.explain import Explanation, rates_that_matter
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.engine.rate_list import RateInForce
from benefits_calc.engine.workings import Step
from benefits_calc.output.contract import lines_of, per_week
from benefits_calc.output.help_besides_money import help_text
from benefits_calc.words import sentences
from benefits_calc.words.catalogue import label_of, phrase
from benefits_calc.words.clocks import clock_sentence, run_on_sentence
from benefits_calc.words.real_periods import pay_days
from benefits_calc.words.strips import heading as strips_heading
from benefits_calc.words.strips import (
    overlap_sentences,
    strip_phrase,
    strip_sentence,
    worst_strip_sentence,
)

TEXT_WIDTH = 100
PAGE_WIDTH = 140
LABEL_WIDTH = 38
COLUMN_WIDTH = 10
ALWAYS_SHOWN = ("gross_pay", "net_pay", "universal_credit", "total_income", "left_over")
RULE = "rule"
SMALLEST_HOURS = 0.01
REAL_PERIOD_ROWS = {
    "row_credit": "universal_credit",
    "row_housing": "housing_benefit",
    "row_left_over": "left_over",
}
RULED_ABOVE = ("total_income", "left_over")


def comparison_table(
    comparison: Comparison, *, weekly: bool = False, width: int = PAGE_WIDTH
) -> str:
    """A comparison as text: figures, then what changes where, then what to know.

    Points that do not fit beside one another in `width` characters go under one another, each
    block with things as they are now beside it.
    """
    period = "week" if weekly else "month"
    parts = [
        _heading(comparison, period),
        *_figures(comparison, weekly=weekly, width=width),
        textwrap.fill(phrase("table", "unknown"), TEXT_WIDTH) if comparison.unknown else "",
        _statuses(comparison, weekly=weekly),
        _thresholds(comparison, weekly=weekly),
        _strips(comparison, weekly=weekly),
        help_text(_at_offer(comparison)),
        _bullets(
            "Could be claimed now",
            [
                sentences.could_claim_sentence(item, weekly=weekly)
                for item in comparison.could_claim_now
            ],
        ),
        _bullets("What ends by itself", map(clock_sentence, comparison.clocks)),
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


def _figures(comparison: Comparison, *, weekly: bool, width: int) -> list[str]:
    """Tables of as many points as fit, the same lines in each."""
    everything = [lines_of(point) for point in (comparison.now, *comparison.points)]
    shown = [
        line
        for line in everything[0]
        if line in ALWAYS_SHOWN or any(column[line] != 0 for column in everything)
    ]
    beside_now = max((width - LABEL_WIDTH) // COLUMN_WIDTH - 1, 1)
    blocks = range(0, len(comparison.points), beside_now)
    return [
        _block(comparison, comparison.points[first : first + beside_now], shown, weekly=weekly)
        for first in blocks
    ]


def _block(
    comparison: Comparison, points: tuple[Point, ...], shown: list[str], *, weekly: bool
) -> str:
    columns = [lines_of(point) for point in (comparison.now, *points)]
    rows = [_row(phrase("table", "hours"), [_hours(p) for p in (comparison.now, *points)])]
    for line in shown:
        if line in RULED_ABOVE:
            rows.append("-" * (LABEL_WIDTH + COLUMN_WIDTH * len(columns)))
        amounts = [_amount(_in_period(column[line], weekly=weekly)) for column in columns]
        rows.append(_row(label_of(line), amounts))
    rows += _differences(comparison, points, weekly=weekly)
    rows += _real_periods((comparison.now, *points))
    kept = [point.kept_per_extra_pound for point in points]
    if any(share is not None for share in kept):
        shares = ["-" if share is None else f"{share * 100:.0f}p" for share in kept]
        rows.append(_row(phrase("table", "kept"), ["", *shares]))
    return "\n".join(rows)


def _real_periods(points: Sequence[Point]) -> list[str]:
    """Months with the fewest and the most pay days, pounds a month; nothing where all are alike."""
    rows = []
    each = [(point.usual_period, point.worst_period) for point in points]
    alike = all(usual == worst for usual, worst in each)
    for periods in [] if alike else zip(*each, strict=True):
        found = [period for period in periods if period is not None]
        days = pay_days(max(period.pay_days for period in found))
        for code, line in REAL_PERIOD_ROWS.items():
            amounts = [getattr(period, line) for period in found]
            if any(amounts):
                label = strip_phrase("real_periods", code, pay_days=days)
                rows.append(_row(label, [_amount(amount) for amount in amounts]))
    return rows


def _differences(comparison: Comparison, points: tuple[Point, ...], *, weekly: bool) -> list[str]:
    """The difference from now; while a line is unknown, what it is before or between."""
    highest = [_signed(_in_period(p.difference_per_month, weekly=weekly)) for p in points]
    if not comparison.unknown:
        return [_row(phrase("table", "difference"), ["", *highest])]
    ranges = [point.difference_range_per_month for point in points]
    lowest = [_signed(_in_period(r[0], weekly=weekly)) for r in ranges if r is not None]
    if len(lowest) < len(points):
        return [_row(phrase("table", "difference_some_unknown"), ["", *highest])]
    return [
        _row(phrase("table", "difference_none_lost"), ["", *highest]),
        _row(phrase("table", "difference_all_lost"), ["", *lowest]),
    ]


def _in_period(per_month: float | None, *, weekly: bool) -> float | None:
    return per_week(per_month) if weekly else per_month


def _hours(point: Point) -> str:
    return phrase("table", "now") if point.hours_per_week is None else f"{point.hours_per_week:g}"


def _amount(amount: float | None) -> str:
    return "?" if amount is None else f"{amount:,.2f}"


def _signed(amount: float | None) -> str:
    return "" if amount is None else f"{amount:+,.2f}"


def _row(label: str, cells: Sequence[str]) -> str:
    first, *rest = textwrap.wrap(label, LABEL_WIDTH - 1) or [""]
    lines = [first.ljust(LABEL_WIDTH) + "".join(cell.rjust(COLUMN_WIDTH) for cell in cells)]
    return "\n".join([*lines, *rest])


def _at_offer(comparison: Comparison) -> Point:
    """The point at the offer's hours, or the nearest one shown."""
    job = comparison.case.job
    offer = (job.hours_per_week if job is not None else None) or 0.0
    return min(comparison.points, key=lambda p: abs((p.hours_per_week or 0.0) - offer))


def _statuses(comparison: Comparison, *, weekly: bool) -> str:
    """What stays and what changes at the offer's hours, or the nearest point shown."""
    point = _at_offer(comparison)
    rows = [
        f"{sentences.status_name(status)}: {phrase('states', status.state)}. "
        f"{sentences.status_why(status, weekly=weekly)}{_sure(status.certainty)}"
        for status in point.statuses
    ]
    rows += map(run_on_sentence, point.run_ons)
    return _bullets(f"At {point.hours_per_week:g} hours a week", rows)


def _thresholds(comparison: Comparison, *, weekly: bool) -> str:
    job = comparison.case.job
    paid = job.paid if job is not None else "monthly"
    groups = groupby(comparison.thresholds, lambda t: (t.hours_per_week, t.gross_per_pay_period))
    rows = [_threshold(list(group), paid, weekly=weekly) for _, group in groups]
    return _bullets("What changes where", rows)


def _threshold(together: list[Threshold], paid: str, *, weekly: bool) -> str:
    """Everything that one line of pay starts or stops, what it does to the money, and the law."""
    threshold = together[0]
    period = "week" if weekly else "month"
    gross = _in_period(threshold.gross_per_month, weekly=weekly)
    pay = f"{gross:,.2f} a {period}"
    if paid != ("weekly" if weekly else "monthly"):
        pay += ", " + phrase("pay_days", paid, pay=f"{threshold.gross_per_pay_period:,.2f}")
    where = f"{threshold.hours_per_week:g} h (pay of {pay})"
    if threshold.hours_per_week <= SMALLEST_HOURS:
        where = phrase("table", "any_work")
    parts = [f"{where}:"]
    parts += [f"{sentences.threshold_sentence(t)}{_sure(t.certainty)}" for t in together]
    moved = max((item.change_per_month for item in together), key=abs)
    change = _in_period(moved, weekly=weekly)
    if abs(moved) >= 1:
        parts.append(f"Money left over changes by {change:+,.2f} a {period} here.")
    parts += dict.fromkeys(item.reference for item in together if item.reference)
    return " ".join(parts)


def _strips(comparison: Comparison, *, weekly: bool) -> str:
    """Each payment and status along the hours, then how far nothing stops or changes."""
    overlap = comparison.overlap
    if overlap is None:
        return ""
    rows = []
    for strip in comparison.strips:
        rows.append(strip_sentence(strip, weekly=weekly))
        rows.append(worst_strip_sentence(strip, overlap.pay_days_most, weekly=weekly) or "")
    rows += overlap_sentences(comparison.case, overlap, comparison.strips)
    return _bullets(strips_heading(weekly=weekly), filter(None, rows))


def _sure(certainty: str) -> str:
    """How sure it is, where it is not simply the rule."""
    return "" if certainty == RULE else f" {phrase('certainty', certainty)}"


def _bullets(title: str, rows: object) -> str:
    texts = list(rows)  # type: ignore[call-overload]
    if not texts:
        return ""
    wrapped = [
        textwrap.fill(
            str(text),
            TEXT_WIDTH,
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
        f"    rate: {rate.description} = {_number(rate.value, rate.unit)} since {rate.since}; "
        + "; ".join(title for title, _ in rate.references[:1])
        for rate in rates_that_matter(step)
    ]
    return "\n".join(lines)


def _number(value: float, unit: str) -> str:
    """A rate as people write it; a date held as yyyymmdd as a date."""
    if unit.startswith("date"):
        digits = f"{value:.0f}"
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return f"{value:.10g}"


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
            f"{rate.path} = {_number(rate.value, rate.unit)} ({rate.unit}) since {rate.since} "
            f"[{rate.checked}] {title} {address}".rstrip()
        )
    return "\n".join(rows) + "\n"
