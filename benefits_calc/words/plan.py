"""The plan to take away, and the service's own record, made from the same records as the page."""

from __future__ import annotations

from typing import Final

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.words import page_parts, page_tables
from benefits_calc.words.band_parts import band_section, help_section
from benefits_calc.words.lead import lead
from benefits_calc.words.money import Unit
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.records import (
    Block,
    Document,
    Item,
    Listing,
    Prose,
    Section,
    Table,
    ToWrite,
)
from benefits_calc.words.times import day, hours

SIGNED: Final = ("adviser", "date", "next_date")
RECORD: Final = (
    "offered",
    "accepted",
    "before_start",
    "at_change",
    "reporting",
    "first_payslip",
    "third_month",
    "by_whom",
)


def plan(
    comparison: Comparison, point: Point, unit: Unit, dated: tuple[Section, ...] = ()
) -> Document:
    """The client's plan.

    Args:
        comparison: Now against the job.
        point: The job at the hours offered.
        unit: Month or week, for the whole plan.
        dated: Sections on the months, the way back and what to do, where they are worked out.
    """
    sections = (
        Section(say("plan", "summary"), _summary(comparison, point, unit)),
        _today_and_job(comparison, point, unit),
        _statuses(comparison, point, unit),
        *dated,
        Section(say("plan", "by_hours"), _by_hours(comparison, point, unit)),
        *band_section(comparison),
        *help_section(point),
        *_could_claim(comparison, unit),
        _help(),
        _rests_on(comparison),
        Section(say("plan", "signed"), (ToWrite(tuple(say("plan", code) for code in SIGNED)),)),
    )
    intro = [say("plan", "intro"), _when(comparison), *_offer(comparison, point, unit)]
    return Document(
        say("plan", "title"),
        (*intro, say("plan", "not_saved")),
        sections,
        _footer(comparison),
    )


def record(comparison: Comparison, point: Point, unit: Unit) -> Document:
    """The service's record of benefits counselling, with no name and nothing for the client."""
    made = say(
        "record",
        "made",
        day=day(comparison.dates.as_at),
        version=comparison.program_version,
    )
    label = comparison.case.label
    reference = [say("record", "reference", label=label)] if label else []
    left_out = (*page_parts.not_asked(comparison), *page_parts.not_covered(comparison))
    sections = (
        Section(say("record", "given"), (ToWrite(tuple(say("record", code) for code in RECORD)),)),
        Section(
            say("record", "figures"),
            (
                page_tables.now_and_job(comparison, point, unit),
                page_tables.by_hours(comparison, point, unit),
            ),
        ),
        *_listed("record", "assumed", page_parts.assumptions(comparison)),
        *_listed("record", "left_out", left_out),
    )
    intro = (say("record", "intro"), *reference, made)
    return Document(say("record", "title"), intro, sections, _footer(comparison))


def _listed(name: str, code: str, items: tuple[Item, ...]) -> tuple[Section, ...]:
    return (Section(say(name, code), (Listing(items),)),) if items else ()


def _when(comparison: Comparison) -> str:
    return say("plan", "when", day=day(comparison.dates.as_at))


def _offer(comparison: Comparison, point: Point, unit: Unit) -> list[str]:
    job = comparison.case.job
    if job is None:
        return []
    worked = hours(point.hours_per_week or 0.0)
    said = [say("plan", "offer", hours=worked, cycle=say("lead.cycles", job.paid))]
    pay = unit.pounds(point.per_month["gross_pay"] or 0.0)
    said.append(say("plan", "offer_pay", pay=pay, each=unit.each))
    if job.starts is not None:
        said.append(say("plan", "starts", day=day(job.starts)))
    return [" ".join(said)]


def _summary(comparison: Comparison, point: Point, unit: Unit) -> tuple[Block, ...]:
    first, *others = lead(comparison, point, unit)
    blocks: list[Block] = [Prose((first,), strong=True), Prose(tuple(others))]
    checks = page_parts.to_check(comparison)
    if checks:
        blocks.append(Listing(checks, say("lead", "check")))
    return tuple(blocks)


def _today_and_job(comparison: Comparison, point: Point, unit: Unit) -> Section:
    notes = [say("now_and_job", "left_over_note"), say("now_and_job", "zero_note")]
    if comparison.unknown:
        notes.append(say("now_and_job", "unknown_note"))
    table: Table = page_tables.now_and_job(comparison, point, unit)
    return Section(say("plan", "today_and_job"), (table, Prose(tuple(notes))))


def _statuses(comparison: Comparison, point: Point, unit: Unit) -> Section:
    groups = page_parts.status_groups(comparison, point, unit)
    listed = tuple(Listing(group.items, group.heading) for group in groups)
    stop = Prose((page_parts.stop_sentence(point),))
    return Section(say("plan", "statuses"), (*listed, stop))


def _by_hours(comparison: Comparison, point: Point, unit: Unit) -> tuple[Block, ...]:
    """Money left over at other hours, and what starts or stops where."""
    causes = page_parts.causes(comparison, unit)
    table: Table = page_tables.by_hours(comparison, point, unit)
    if not causes:
        return table, Prose((page_parts.no_causes(comparison),))
    return table, Listing(causes, say("causes", "heading"))


def _could_claim(comparison: Comparison, unit: Unit) -> tuple[Section, ...]:
    return _listed("plan", "could_claim", page_parts.could_claim(comparison, unit))


def _help() -> Section:
    people = Prose((say("help", "advice"), say("help", "samaritans")))
    differ = [say("help", code) for code in ("differ_ask", "differ_wrong", "differ_too_much")]
    items = tuple(Item("", text) for text in differ)
    return Section(say("plan", "help"), (people, Listing(items, say("plan", "differ"))))


def _rests_on(comparison: Comparison) -> Section:
    parts = {
        "assumed": page_parts.assumptions(comparison),
        "not_asked": page_parts.not_asked(comparison),
        "not_covered": page_parts.not_covered(comparison),
    }
    listed = tuple(Listing(items, say("limits", code)) for code, items in parts.items() if items)
    note = Prose((say("limits", "not_covered_note"), say("limits", "zero_note")))
    return Section(say("plan", "rests_on"), (*listed, note))


def _footer(comparison: Comparison) -> str:
    dates = comparison.dates
    return say(
        "plan",
        "footer",
        day=day(dates.as_at),
        universal_credit_day=day(dates.assessment_period_start),
        version=comparison.program_version,
    )
