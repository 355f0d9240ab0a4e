"""Sentences of the strips and of what they say together."""

from __future__ import annotations

from benefits_calc.analysis.overlap import Limit, Limits, Overlap
from benefits_calc.analysis.strips import PAYMENT, Range, Strip
from benefits_calc.case import Case
from benefits_calc.engine.conversions import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from benefits_calc.words.catalogue import catalogue, label_of, phrase
from benefits_calc.words.page_catalogue import say, section
from benefits_calc.words.times import hours_and_minutes


def strip_phrase(group: str, code: str, /, **facts: str) -> str:
    """A phrase of the strips, with its facts filled in.

    Raises:
        KeyError: where there is no such phrase, or a fact is missing.
    """
    return say(f"strips.{group}", code, **facts)


def strip_name(code: str) -> str:
    """What a strip is about."""
    named = catalogue()["statuses"].get(code, {}).get("name")
    return str(named) if named else label_of(code)


def strip_sentence(strip: Strip, *, weekly: bool = False) -> str:
    """A strip in one line: each stretch of hours with its state and amounts."""
    ranges = _ranges(strip, strip.ranges, weekly=weekly)
    return strip_phrase("table", "row", name=strip_name(strip.code), ranges=ranges)


def worst_strip_sentence(strip: Strip, pay_days: int, *, weekly: bool = False) -> str | None:
    """The same for a month with the most pay days; None where it is no other."""
    if strip.worst_ranges is None:
        return None
    ranges = _ranges(strip, strip.worst_ranges, weekly=weekly)
    name = strip_name(strip.code)
    return strip_phrase("table", "worst", pay_days=str(pay_days), name=name, ranges=ranges)


def heading(*, weekly: bool = False) -> str:
    """The heading of the strips."""
    return strip_phrase("table", "heading", period=phrase("periods", "week" if weekly else "month"))


def overlap_sentences(case: Case, overlap: Overlap, strips: tuple[Strip, ...]) -> list[str]:
    """How far nothing stops and nothing changes, for which pay cycle, and what is left out."""
    if not any(strip.kind == PAYMENT for strip in strips):
        return [strip_phrase("overlap", "empty")]
    said = [*_stops(overlap), *_changes(overlap)]
    if overlap.full_housing_benefit is not None:
        said += _full_housing_benefit(case, overlap, overlap.full_housing_benefit)
    left_out = ", ".join(left_out_name(code) for code in overlap.leaves_out)
    return [*said, strip_phrase("overlap", "leaves_out", names=left_out)]


def left_out_name(code: str) -> str:
    """Something that the list leaves out."""
    if code in section("strips.left_out"):
        return strip_phrase("left_out", code)
    return strip_phrase("left_out", "line", name=label_of(code))


def _stops(overlap: Overlap) -> list[str]:
    limits = overlap.nothing_stops
    worst = limits.worst_period
    if worst.up_to_hours is None:
        return [strip_phrase("overlap", "stops_at_once", names=_names(worst))]
    said = [_held("nothing_stops", overlap, limits)]
    if _differ(limits):
        said.append(
            strip_phrase(
                "overlap",
                "usual_stops",
                hours=_hours(limits.usual_month.up_to_hours),
                pay_days=str(overlap.pay_days_most),
                names=_names(worst),
                **{"from": hours_and_minutes(worst.from_hours or 0.0)},
            )
        )
    elif worst.from_hours is not None:
        said.append(_from("stops_from", worst))
    return said


def _changes(overlap: Overlap) -> list[str]:
    limits = overlap.nothing_changes
    worst = limits.worst_period
    if not worst.up_to_hours:
        return [strip_phrase("overlap", "changes_with_any_pay", names=_names(worst))]
    said = [_held("nothing_changes", overlap, limits)]
    return said if worst.from_hours is None else [*said, _from("changes_from", worst)]


def _held(code: str, overlap: Overlap, limits: Limits) -> str:
    """Up to how many hours it holds, in any period of this pay cycle."""
    uneven = overlap.pay_days_most > overlap.pay_days_usual
    return strip_phrase(
        "overlap",
        f"{code}_in_any_period" if uneven else code,
        hours=_hours(limits.worst_period.up_to_hours),
        cycle=strip_phrase("cycles", overlap.paid),
        pay_days=str(overlap.pay_days_most),
    )


def _from(code: str, limit: Limit) -> str:
    facts = {"names": _names(limit), "from": hours_and_minutes(limit.from_hours or 0.0)}
    return strip_phrase("overlap", code, **facts)


def _full_housing_benefit(case: Case, overlap: Overlap, limits: Limits) -> list[str]:
    if limits.usual_month.up_to_hours is None:
        return []
    said = strip_phrase(
        "overlap",
        "full_housing_benefit_uneven" if _differ(limits) else "full_housing_benefit",
        hours=_hours(limits.usual_month.up_to_hours),
        cycle=strip_phrase("cycles", overlap.paid),
        pay_days=str(overlap.pay_days_most),
        worst=_hours(limits.worst_period.up_to_hours),
    )
    people = [case.claimant] + ([case.partner] if case.partner else [])
    limited = any(person.work_capability == "lcwra" for person in people)
    return [said, strip_phrase("overlap", "rests_on_lcwra" if limited else "rests_on")]


def _differ(limits: Limits) -> bool:
    return limits.usual_month != limits.worst_period


def _names(limit: Limit) -> str:
    return ", ".join(strip_name(code) for code in limit.set_by)


def _hours(hours: float | None) -> str:
    return "0" if hours is None else f"{hours:g}"


def _ranges(strip: Strip, ranges: tuple[Range, ...], *, weekly: bool) -> str:
    states = "states" if strip.kind == PAYMENT else "status_states"
    if len(ranges) == 1:
        only = ranges[0]
        return strip_phrase(
            "table",
            "whole",
            state=strip_phrase(states, only.state),
            to=_hours(only.to_hours),
            amount=_amount(only, weekly=weekly),
        )
    said = []
    for part in ranges:
        facts = {
            "from": _hours(part.from_hours),
            "to": _hours(part.to_hours),
            "state": strip_phrase(states, part.state),
            "amount": _amount(part, weekly=weekly),
        }
        one = "single" if part.from_hours == part.to_hours else "range"
        said.append(strip_phrase("table", "last" if part is ranges[-1] else one, **facts))
    return "; ".join(said)


def _amount(part: Range, *, weekly: bool) -> str:
    """The amounts at both ends, or once where they are one; nothing for nothing."""
    one, other = part.from_per_month, part.to_per_month
    if one is None or other is None or (one == 0 and other == 0):
        return ""
    if one == other:
        return " " + strip_phrase("table", "amount", one=_pounds(one, weekly=weekly))
    both = {"one": _pounds(one, weekly=weekly), "other": _pounds(other, weekly=weekly)}
    return " " + strip_phrase("table", "amounts", **both)


def _pounds(per_month: float, *, weekly: bool) -> str:
    amount = per_month * MONTHS_PER_YEAR / WEEKS_PER_YEAR if weekly else per_month
    return f"£{amount:,.2f}"
