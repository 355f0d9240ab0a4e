"""How far nothing stops, and help besides money, as parts of a page or of the plan."""

from __future__ import annotations

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.strips import Range, Strip
from benefits_calc.words.help_words import help_change, help_name, help_state
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.real_periods import worst_period_sentences
from benefits_calc.words.records import Block, Item, Link, Listing, Prose, Row, Section, Table
from benefits_calc.words.strips import overlap_sentences, strip_name, strip_phrase
from benefits_calc.words.times import hours

# What the job changes comes first.
CHANGED = ("lost", "varies", "gained")
UNCHANGED = ("kept", "not_affected", "open")


def strip_state(strip: Strip, part: Range) -> str:
    """The state of one stretch in a word."""
    words = "states" if strip.kind == "payment" else "status_states"
    return strip_phrase(words, part.state)


def band_sentences(comparison: Comparison) -> tuple[str, ...]:
    """Up to how many hours nothing stops and nothing changes, and what the list leaves out."""
    if comparison.overlap is None:
        return ()
    return tuple(overlap_sentences(comparison.case, comparison.overlap, comparison.strips))


def worst_period_items(comparison: Comparison) -> tuple[Item, ...]:
    """What an extra pay day in a month does."""
    return tuple(Item("", text) for text in worst_period_sentences(comparison))


def strips_table(comparison: Comparison) -> Table:
    """Each payment and status along the hours, a stretch after the other."""
    rows = tuple(
        Row(strip_name(strip.code), (_stretches(strip),), link=_law(strip))
        for strip in comparison.strips
    )
    headers = tuple(say("band", code) for code in ("what", "stretches", "law"))
    return Table(say("band", "caption"), headers, rows, figures=False)


def _stretches(strip: Strip) -> str:
    return "; ".join(
        say(
            "band",
            "stretch",
            low=hours(part.from_hours),
            high=hours(part.to_hours),
            state=strip_state(strip, part),
        )
        for part in strip.ranges
    )


def _law(strip: Strip) -> Link | None:
    if not strip.reference:
        return None
    name = say("statuses", "law_label", name=strip_name(strip.code))
    return Link(say("statuses", "law"), strip.reference, name)


def help_blocks(point: Point) -> tuple[Block, ...]:
    """Help besides money: in full what the job changes, by name what it leaves alone."""
    changed = tuple(
        Item(help_name(status.code), f"{help_state(status).capitalize()}. {help_change(status)}")
        for state in CHANGED
        for status in point.help
        if status.state == state
    )
    names: dict[str, list[str]] = {}
    for status in point.help:
        if status.state in UNCHANGED:
            names.setdefault(help_state(status), []).append(help_name(status.code))
    rest = tuple(
        Item(state.capitalize(), say("besides", "names", names="; ".join(held)))
        for state, held in names.items()
    )
    blocks: list[Block] = [Prose((say("besides", "note"),))]
    if changed:
        blocks.append(Listing(changed, say("besides", "changes")))
    if rest:
        blocks.append(Listing(rest, say("besides", "rest")))
    return tuple(blocks)


def band_section(comparison: Comparison) -> tuple[Section, ...]:
    """How far nothing stops, for the plan."""
    said = band_sentences(comparison)
    if not said:
        return ()
    extra = worst_period_items(comparison)
    blocks: list[Block] = [Prose(said)]
    if extra:
        blocks.append(Listing(extra, say("band", "extra_pay_day")))
    return (Section(say("band", "heading"), tuple(blocks)),)


def help_section(point: Point) -> tuple[Section, ...]:
    """Help besides money, for the plan."""
    return (Section(say("besides", "heading"), help_blocks(point)),) if point.help else ()
