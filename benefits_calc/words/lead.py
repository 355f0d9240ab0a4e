"""The first sentences of a result: what stays the same first, but a loss before all else."""

from __future__ import annotations

from typing import Final

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.statuses import STARTS, STAYS, STOPS
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.words import sentences
from benefits_calc.words.money import Unit
from benefits_calc.words.page_catalogue import joined, say
from benefits_calc.words.times import hours, hours_and_minutes
from benefits_calc.words.unknowns import before_any_change_in, depends_on, open_lines

# Held by a decision about health, which work does not end and a review can.
BY_DECISION: Final = (
    "lcwra",
    "lcw",
    "pip",
    "adult_disability_payment",
    "disability_living_allowance",
    "child_disability_payment",
)


# Lines that matter whatever the pounds: a gate that closes when it starts, payments that stop.
GATES: Final = ("first_assessment_barred",)
PROTECTIONS: Final = ("transitional_element", "higher_rate_by_esa")
WEIGHTY: Final = (
    *GATES,
    "universal_credit",
    "new_style_esa",
    "new_style_jsa",
    "carers_benefit",
    "scottish_child_payment",
    "housing_benefit",
)
# How far ahead a line is told at the top of the page, and from what loss on.
NEAR_HOURS: Final = 12.0
MUCH_LESS_PER_MONTH: Final = 20.0


def lead(comparison: Comparison, point: Point, unit: Unit) -> tuple[str, ...]:
    """Sentences for the top of a result, the most important first.

    Where left over falls, or something is lost for good, the first says so in pounds. Otherwise
    what stays the same is first. While a line is unknown and nothing bounds it, no gain is said.
    """
    lost = _lost_for_good(comparison, point, unit)
    money = _money(comparison, point, unit)
    stays = _stays(point)
    order = [*lost, money, *stays] if lost or _may_fall(point, unit) else [*stays, money]
    kept = _kept(comparison, point, unit)
    undo = [*_next_drop(comparison, point, unit), _undo(comparison, point)]
    return (order[0], *_gates(comparison, point), *order[1:], *_stops(point), *kept, *undo)


def _may_fall(point: Point, unit: Unit) -> bool:
    lowest = min(point.difference_range_per_month or (point.difference_per_month,))
    return unit.changes(min(lowest, point.difference_per_month)) < 0


def _lost_for_good(comparison: Comparison, point: Point, unit: Unit) -> list[str]:
    worked = point.hours_per_week or 0.0
    reached = [t for t in comparison.thresholds if t.permanent and t.hours_per_week <= worked]
    said, pay = [], None
    for threshold in reached:
        # Lines on the same penny share one loss, which is said once.
        again = threshold.gross_per_pay_period == pay
        pay = threshold.gross_per_pay_period
        said.append(_permanent(threshold, unit, loss_is_said=again))
    return said


def _permanent(threshold: Threshold, unit: Unit, *, loss_is_said: bool) -> str:
    facts = {
        "from_hours": hours_and_minutes(threshold.hours_per_week),
        "sentence": sentences.threshold_sentence(threshold),
    }
    if loss_is_said or unit.changes(threshold.loss_per_month) == 0:
        return say("lead", "permanent_no_loss", **facts)
    loss = unit.size(threshold.loss_per_month)
    return say("lead", "permanent", amount=loss, each=unit.each, **facts)


def _money(comparison: Comparison, point: Point, unit: Unit) -> str:
    facts = {"hours": hours(point.hours_per_week or 0.0), "each": unit.each}
    difference = point.difference_per_month
    unbounded = open_lines(comparison)
    if unbounded:
        return _before_change(comparison, point, unit, facts)
    if depends_on(comparison.unknown) and point.difference_range_per_month is not None:
        low, difference = point.difference_range_per_month
        if unit.changes(low) != unit.changes(difference):
            return _range(comparison, (low, difference), unit, facts)
    if unit.changes(difference) == 0:
        return say("lead", "same", **facts)
    code = "more" if difference > 0 else "less"
    return say("lead", code, amount=unit.size(difference), **facts)


def _before_change(comparison: Comparison, point: Point, unit: Unit, facts: dict[str, str]) -> str:
    what = before_any_change_in(comparison.unknown)
    if unit.changes(point.difference_per_month) < 0:
        amount = unit.size(point.difference_per_month)
        return say("lead", "less_before", amount=amount, what=what, **facts)
    then, now = point.left_over_per_month, comparison.now.left_over_per_month
    if unit.changes(then) < 0:
        return say("lead", "short_level", short=unit.size(then), what=what, **facts)
    return say("lead", "level", then=unit.pounds(then), now=unit.pounds(now), what=what, **facts)


def _range(
    comparison: Comparison, bounds: tuple[float, float], unit: Unit, facts: dict[str, str]
) -> str:
    low, high = bounds
    what = depends_on(comparison.unknown)
    least, most = unit.size(low), unit.size(high)
    if unit.changes(low) >= 0:
        return say("lead", "between_more", low=least, high=most, what=what, **facts)
    if unit.changes(high) <= 0:
        return say("lead", "between_less", low=most, high=least, what=what, **facts)
    return say("lead", "between_both", low=least, high=most, what=what, **facts)


def _stays(point: Point) -> list[str]:
    same = [status for status in point.statuses if status.state == STAYS]
    decided = [sentences.status_name(status) for status in same if status.code in BY_DECISION]
    others = [sentences.status_name(status) for status in same if status.code not in BY_DECISION]
    return [*_named("stays_until_decided", decided), *_named("stays", others)]


def _named(code: str, names: list[str]) -> list[str]:
    if not names:
        return []
    return [say("lead", code if len(names) == 1 else f"{code}_many", names=joined(names))]


def _stops(point: Point) -> list[str]:
    names = [
        sentences.status_name(status)
        for status in point.statuses
        if status.state == STOPS and status.was_per_month
    ]
    return [say("lead", "stops", names=joined(names))] if names else []


def _kept(comparison: Comparison, point: Point, unit: Unit) -> list[str]:
    earned = (point.per_month["gross_pay"] or 0.0) - (comparison.now.per_month["gross_pay"] or 0.0)
    kept = point.difference_per_month
    if comparison.unknown or kept <= 0 or earned <= kept:
        return []
    said = say("lead", "kept", kept=unit.size(kept), earned=unit.size(earned))
    if comparison.case.job is not None and not comparison.case.job.costs:
        said = f"{said} {say('lead', 'costs_not_asked')}"
    return [said]


def _gates(comparison: Comparison, point: Point) -> list[str]:
    """What has no pounds and weighs most: a closed first assessment, a protection that ends.

    The first assessment is told here to somebody who waits for one; to others further down.
    """
    waits = comparison.case.worker.work_capability == "awaiting_assessment"
    return [
        f"{sentences.status_name(status)}: {sentences.status_why(status)}"
        for status in point.statuses
        if (status.code in GATES and status.state == STARTS and waits)
        or (status.code in PROTECTIONS and status.state == STOPS)
    ]


def _next_drop(comparison: Comparison, point: Point, unit: Unit) -> list[str]:
    """The nearest line above these hours at which much less is left over, or a payment stops."""
    for threshold in comparison.thresholds:
        if not 0 < threshold.hours_per_week - (point.hours_per_week or 0.0) <= NEAR_HOURS:
            continue
        from_hours = hours_and_minutes(threshold.hours_per_week)
        if threshold.loss_per_month >= MUCH_LESS_PER_MONTH:
            amount = unit.size(threshold.loss_per_month)
            return [say("lead", "next_drop", from_hours=from_hours, amount=amount, each=unit.each)]
        if threshold.starts == (threshold.code in GATES) and threshold.code in WEIGHTY:
            sentence = sentences.threshold_sentence(threshold)
            return [say("lead", "next_line", from_hours=from_hours, sentence=sentence)]
    return []


def _undo(comparison: Comparison, point: Point) -> str:
    job = comparison.case.job
    paid_credit = point.per_month.get("universal_credit")
    if job is not None and job.paid != "monthly" and paid_credit:
        return say("lead", "undo_extra_pay_day", cycle=say("lead.cycles", job.paid))
    return say("lead", "undo")
