"""The page's lists: statuses, what makes each change, what the figures rest on."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from benefits_calc.analysis.assumptions import Gap
from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.could_claim import CouldClaim
from benefits_calc.analysis.curve import Curve
from benefits_calc.analysis.statuses import CHANGES, STARTS, STAYS, STOPS, Status
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.words import sentences
from benefits_calc.words.catalogue import catalogue, label_of, phrase
from benefits_calc.words.money import Unit
from benefits_calc.words.page_catalogue import joined, say, section
from benefits_calc.words.real_periods import worst_period_sentences
from benefits_calc.words.records import Group, Item, Link
from benefits_calc.words.restoring import way_back
from benefits_calc.words.times import day, hours, hours_and_minutes, is_any_work
from benefits_calc.words.unknowns import NOT_ASKED, before_any_change_in, open_lines

STATES: Final = (STAYS, CHANGES, STARTS, STOPS)
RULE: Final = "rule"
PAYMENT: Final = "payment"
# A smaller step on the line has its place in the list of what makes each change.
DROP_TO_NAME_PER_MONTH: Final = 5.0


def status_groups(comparison: Comparison, point: Point, unit: Unit) -> tuple[Group, ...]:
    """What stays, changes, starts and stops, and what to ask about; empty groups left out."""
    found = []
    for state in STATES:
        items = tuple(_status(status, unit) for status in point.statuses if status.state == state)
        if items:
            found.append(Group(say("statuses", state), items))
    to_ask = tuple(
        Item(label_of(gap.line), sentences.gap_sentence(gap))
        for gap in comparison.not_covered
        if gap.line is not None
    )
    if to_ask:
        found.append(Group(say("statuses", "unknown"), to_ask))
    return tuple(found)


def stop_sentence(point: Point) -> str:
    """What to know where something stops, or that nothing does."""
    stops = any(status.state == STOPS for status in point.statuses)
    return say("statuses", "stop_help" if stops else "none_stop")


def _status(status: Status, unit: Unit) -> Item:
    name = sentences.status_name(status)
    text = with_certainty(_why(status, unit), status.certainty)
    return Item(name, text, _rule(name, status.reference, status.certainty))


def with_certainty(text: str, certainty: str) -> str:
    """The text with how sure it is; a rule says so in its link."""
    return text if certainty == RULE else f"{text} {catalogue()['certainty'][certainty]}"


def _rule(name: str, address: str, certainty: str = RULE) -> Link | None:
    if not address:
        return None
    code = "rule" if certainty == RULE else "law"
    return Link(say("statuses", code), address, say("statuses", f"{code}_label", name=name))


def _why(status: Status, unit: Unit) -> str:
    """The catalogue's sentence in this page's unit, in whole pounds."""
    was, here = status.was_per_month or 0.0, status.is_per_month or 0.0
    section, state = status.code, status.state
    if state == CHANGES and here > was:
        section, state = PAYMENT, "rises"
    elif state not in catalogue()["statuses"].get(section, {}):
        section = PAYMENT
    amounts = {"was": unit.pounds(was), "is": unit.pounds(here), "period": _period(unit)}
    why = phrase("statuses", f"{section}.{state}", **amounts)
    return " ".join([why, *way_back(status.reversible)])


def _period(unit: Unit) -> str:
    return phrase("periods", unit.period)


# --- what makes each change ------------------------------------------------------------------


def causes(comparison: Comparison, unit: Unit) -> tuple[Item, ...]:
    """What starts or stops where, in the order of the numbers on the chart."""
    shown = marked(comparison)
    firsts = set(_one_a_line(shown))
    return tuple(_cause(item, comparison, unit, priced=item in firsts) for item in shown)


def _one_a_line(found: Iterable[Threshold]) -> tuple[Threshold, ...]:
    """The first of those that stand at the same pay: the money changes there once."""
    first: dict[tuple[float, float], Threshold] = {}
    for item in found:
        first.setdefault((item.hours_per_week, item.gross_per_pay_period), item)
    return tuple(first.values())


def marked(comparison: Comparison) -> tuple[Threshold, ...]:
    """The thresholds within the hours shown: number n on the chart is the n-th."""
    most = most_hours(comparison)
    return tuple(item for item in comparison.thresholds if item.hours_per_week <= most)


def most_hours(comparison: Comparison) -> float:
    """The most hours that the page shows."""
    return max(point.hours_per_week or 0.0 for point in comparison.points)


def _cause(threshold: Threshold, comparison: Comparison, unit: Unit, *, priced: bool) -> Item:
    job = comparison.case.job
    said = [sentences.threshold_sentence(threshold)]
    change = unit.changes(threshold.change_per_month) if priced else 0
    if change:
        code = "change_less" if change < 0 else "change_more"
        amount = unit.size(threshold.change_per_month)
        said.append(say("causes", code, amount=amount, each=unit.each))
    if threshold.permanent:
        said.append(say("causes", "permanent"))
    name = sentences.threshold_phrase(threshold).partition(",")[0].rstrip(".")
    if is_any_work(threshold.hours_per_week) or job is None:
        where = say("causes", "any_work_where")
    else:
        where = say(
            "causes",
            "where",
            hours=hours_and_minutes(threshold.hours_per_week),
            pay=f"£{threshold.gross_per_pay_period:,.0f}",
            cycle=say("lead.cycles", job.paid),
        )
    text = with_certainty(" ".join(said), threshold.certainty)
    return Item(where, text, _rule(name, threshold.reference, threshold.certainty))


def no_causes(comparison: Comparison) -> str:
    """What to say where nothing starts or stops."""
    return say("causes", "none", low="0", high=hours(most_hours(comparison)))


# --- the line of money left over -------------------------------------------------------------


def curve_sentences(comparison: Comparison, curve: Curve, unit: Unit) -> tuple[str, ...]:
    """What the line of money left over shows, in words."""
    first, last = curve.points[0], curve.points[-1]
    said = [
        say(
            "hours",
            "rises",
            low=hours(first.hours_per_week or 0.0),
            high=hours(last.hours_per_week or 0.0),
            first=unit.pounds(first.left_over_per_month),
            last=unit.pounds(last.left_over_per_month),
            each=unit.each,
        )
    ]
    lines = _one_a_line(marked(comparison))
    drops = [item for item in lines if item.loss_per_month >= DROP_TO_NAME_PER_MONTH]
    if drops:
        where = joined([_drop(item, unit) for item in drops])
        said.append(say("hours", "falls", where=where))
    elif _never_falls(curve, unit):
        said.append(say("hours", "never_falls"))
    less = _stretches_below_now(curve, unit)
    if less:
        said.append(say("hours", "less_than_now", where=joined(less)))
    if comparison.unknown:
        what = before_any_change_in(open_lines(comparison) or comparison.unknown)
        said.append(say("hours", "before", what=what))
    return tuple(said)


def _drop(threshold: Threshold, unit: Unit) -> str:
    amount = unit.size(threshold.change_per_month)
    if is_any_work(threshold.hours_per_week):
        return say("hours", "fall_any_work", amount=amount)
    return say("hours", "fall", hours=hours_and_minutes(threshold.hours_per_week), amount=amount)


def _never_falls(curve: Curve, unit: Unit) -> bool:
    left = [point.left_over_per_month for point in curve.points]
    return all(unit.changes(after - before) >= 0 for before, after in pairwise(left))


def _stretches_below_now(curve: Curve, unit: Unit) -> list[str]:
    """Stretches of hours at which less is left over than now, to the whole hour outward."""
    found: list[list[float]] = []
    before = False
    for point in curve.points:
        below = unit.changes(point.difference_per_month) < 0
        worked = point.hours_per_week or 0.0
        if below and before:
            found[-1][1] = worked
        elif below:
            found.append([worked, worked])
        before = below
    said = []
    for low, high in found:
        top = hours_and_minutes(math.ceil(high))
        if low < 1:
            said.append(say("hours", "up_to", high=top))
        else:
            said.append(say("hours", "span", low=hours(math.floor(low)), high=top))
    return said


# --- what the figures rest on ----------------------------------------------------------------


def assumptions(comparison: Comparison) -> tuple[Item, ...]:
    """What was taken as given."""
    return tuple(Item("", sentences.assumption_sentence(a)) for a in comparison.assumptions)


def not_asked(comparison: Comparison) -> tuple[Item, ...]:
    """What nobody gave, so that it is in no figure."""
    found = [Item("", _gap(gap)) for gap in comparison.not_covered if gap.code == NOT_ASKED]
    case = comparison.case
    if case.job is not None and not case.job.costs:
        found.append(Item("", say("limits", "costs_of_work")))
    tax = case.home.council_tax
    # Where the band is given, the bill is worked out from the council's own rates.
    worked_out = bool(comparison.now.per_month.get("council_tax"))
    if tax is not None and tax.liable is not False and tax.bill is None and not worked_out:
        found.append(Item("", say("limits", "council_tax_bill")))
    return tuple(found)


def not_covered(comparison: Comparison) -> tuple[Item, ...]:
    """What cannot be worked out here."""
    return tuple(Item("", _gap(gap)) for gap in comparison.not_covered if gap.code != NOT_ASKED)


def _gap(gap: Gap) -> str:
    return sentences.gap_sentence(gap)


def could_claim(comparison: Comparison, unit: Unit) -> tuple[Item, ...]:
    """Help that could be claimed and is not."""
    return tuple(
        Item(
            sentences.could_claim_name(item),
            _could_claim_text(item, unit),
            _rule(sentences.could_claim_name(item), item.reference),
        )
        for item in comparison.could_claim_now
    )


def _could_claim_text(item: CouldClaim, unit: Unit) -> str:
    if not item.per_month:
        return sentences.could_claim_sentence(item)
    amount = unit.pounds(item.per_month)
    return phrase("could_claim", item.line, amount=amount, period=_period(unit))


def to_check(comparison: Comparison) -> tuple[Item, ...]:
    """What to know before relying on the figures."""
    # What an extra pay day does has a place of its own.
    elsewhere = worst_period_sentences(comparison)
    said = (text for text in sentences.warnings(comparison) if text not in elsewhere)
    return tuple(Item("", text) for text in said)


def footer(comparison: Comparison) -> str:
    """The day of the law and the version of the program."""
    dates = comparison.dates
    return say(
        "page",
        "footer",
        day=day(dates.as_at),
        universal_credit_day=day(dates.assessment_period_start),
        version=comparison.program_version,
    )


def example_title(name: str) -> str:
    """Title of an example by the name of its file; the name itself where it has none."""
    return str(section("examples").get(name) or name.replace("_", " "))
