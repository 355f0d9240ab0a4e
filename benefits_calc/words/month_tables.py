"""Months and payments as tables and sentences of a page: whole pounds, real calendar months."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from benefits_calc.analysis.dated_records import (
    CashEvent,
    Deadline,
    Line,
    LowestPoint,
    Month,
    Timeline,
)
from benefits_calc.engine.results import Unknown
from benefits_calc.words.changes import change_items, line_sentences
from benefits_calc.words.dated import (
    cash_title,
    cash_why,
    deadline_sentence,
    gap_sentences,
    lowest_sentence,
    pounds,
    warning_sentence,
)
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import with_certainty
from benefits_calc.words.records import Block, Item, Listing, Prose, Row, Section, Table
from benefits_calc.words.times import day
from benefits_calc.words.unknowns import before_any_change_in, today_sentence

# What a person lives through first: the month before, the start, and the two after it.
FIRST_DAYS = timedelta(days=100)
# As many lines as are read; every payment of the whole time stands in a list of its own.
MOST_FIRST_LINES = 24
# The last month of a table, and the one in which what it brings is paid.
MONTHS_AFTER_TABLE = timedelta(days=61)


def _short_name(month: Month) -> str:
    """A month and its year, which stay on one line of a narrow table."""
    return f"{month.month:%b\u00a0%Y}"


def month_name(month: Month) -> str:
    """A month as people write it, with a word where its amounts are not announced."""
    name = _short_name(month)
    return say("months", "not_set", month=name) if month.rates_not_yet_set else name


def months_table(line: Line) -> Table:
    """Money in in each calendar month, beside the same month without the job."""
    codes = ("month", "money_in", "as_you_are", "change")
    headers = tuple(say("months", code) for code in codes)
    return Table(say("months", "caption"), headers, month_rows(line.months))


def month_rows(months: Iterable[Month]) -> tuple[Row, ...]:
    """A row for each month; one line before those whose amounts are not announced."""
    rows: list[Row] = []
    is_set = True
    for month in months:
        if month.rates_not_yet_set and is_set:
            rows.append(Row(say("months", "not_set_from_here"), kind="group"))
        is_set = not month.rates_not_yet_set
        cells = (
            pounds(month.total),
            pounds(month.as_you_are_total),
            more_or_less(month.total - month.as_you_are_total),
        )
        rows.append(Row(_short_name(month), cells))
    return tuple(rows)


def more_or_less(change: float) -> str:
    """A difference as words."""
    amount = pounds(abs(change))
    if amount == pounds(0.0):
        return say("amount", "same")
    return say("amount", "more" if change > 0 else "less", amount=amount)


def cash_table(events: Sequence[CashEvent], caption: str = "caption") -> Table:
    """Payments by their day, with what is in hand since the first day of the table.

    Args:
        events: The payments, in order.
        caption: Code of what the table shows: caption (the start), caption_end or caption_all.
    """
    before = events[0].running_total - events[0].amount if events else 0.0
    rows = tuple(
        Row(
            say("cash", "line", day=_day(event), what=cash_title(event)),
            (_in_or_out(event.amount), pounds(event.running_total - before)),
        )
        for event in events
    )
    headers = tuple(say("cash", code) for code in ("what", "amount", "running"))
    return Table(say("cash", caption), headers, rows)


def _day(event: CashEvent) -> str:
    return f"{event.day:%a} {day(event.day)}"


def _in_or_out(amount: float) -> str:
    return say("cash", "in" if amount >= 0 else "out", amount=pounds(abs(amount)))


def first_days(line: Line) -> tuple[CashEvent, ...]:
    """Payments around the start, from the one that the lowest day is counted from."""
    return _days_from(line, line.lowest_after_start)


def last_days(line: Line) -> tuple[CashEvent, ...]:
    """Payments around the end, from the one that the lowest day is counted from."""
    return _days_from(line, line.lowest_after_end)


def _days_from(line: Line, lowest: LowestPoint | None) -> tuple[CashEvent, ...]:
    """As many payments as are read; further where the lowest day is later."""
    if lowest is None:
        return line.cash
    first = lowest.counted_from
    near = [event for event in line.cash if first <= event.day <= first + FIRST_DAYS]
    to_lowest = sum(event.day <= lowest.day for event in near)
    return tuple(near[: max(MOST_FIRST_LINES, to_lowest)])


def why_items(events: Iterable[CashEvent]) -> tuple[Item, ...]:
    """Why each payment is what it is."""
    return tuple(
        Item(say("cash", "item", day=day(event.day), what=cash_title(event)), cash_why(event))
        for event in events
        if event.amount >= 0
    )


def around(line: Line, *, after_end: bool) -> tuple[str, ...]:
    """The gap before the first wage or after the last, and the lowest day."""
    gap = line.end_gap if after_end else line.first_wage_gap
    lowest = line.lowest_after_end if after_end else line.lowest_after_start
    said = () if gap is None else gap_sentences(gap, after_end=after_end)
    return said if lowest is None else (*said, lowest_sentence(lowest, after_end=after_end))


def to_know_items(line: Line) -> tuple[Item, ...]:
    """What changes, by its day, and what to know of all of it: each once."""
    changes = change_items(line.changes)
    said = [*line_sentences(line), *([say("changes", "sure")] if changes else [])]
    return (*changes, *(Item("", text) for text in said))


def deadline_items(line: Line) -> tuple[Item, ...]:
    """Every last day, in order."""
    return tuple(
        Item("", with_certainty(deadline_sentence(deadline), deadline.certainty))
        for deadline in line.deadlines
    )


def shows(line: Line) -> str:
    """What the bars of months show, in one sentence."""
    months = [month for month in line.months if line.starts_on and month.month >= line.starts_on]
    if not months:
        return say("months", "shows_none")
    changes = [month.total - month.as_you_are_total for month in months]
    low, high = min(changes), max(changes)
    if more_or_less(low) == more_or_less(high):
        return say("months", "shows_even", change=more_or_less(low))
    return say("months", "shows", low=more_or_less(low), high=more_or_less(high))


def lead_sentences(timeline: Timeline, line: Line) -> tuple[str, ...]:
    """What the months show, what is not in them, and the days around the start."""
    return (shows(line), *not_in_them(timeline.unknown), *around(line, after_end=False))


def not_in_them(unknown: tuple[Unknown, ...]) -> tuple[str, ...]:
    """That no gain or loss is the whole of it while a line is left out."""
    if not unknown:
        return ()
    today = [item for item in unknown if item.now_per_month]
    said = [say("hours", "before", what=before_any_change_in(unknown))]
    return (*said, *(today_sentence(item) for item in today))


def month_sections(timeline: Timeline, months_shown: int) -> tuple[Section, ...]:
    """The months of the job for the plan: some months in a table, and what changes in all."""
    if not timeline.lines:
        return ()
    line = timeline.lines[0]
    last = _last_month(line, months_shown)
    deadlines = deadline_items(replace(line, deadlines=_told_by(line, last)))
    warned = tuple(warning_sentence(warning) for warning in timeline.warnings)
    said = (*lead_sentences(timeline, line), *warned)
    shown = replace(line, months=tuple(m for m in line.months if m.month <= last))
    months: list[Block] = [months_table(shown), Prose(said)]
    notes = to_know_items(line)
    found = [
        Section(
            say("months", "heading"),
            (*months, *((Listing(notes, say("months", "to_know")),) if notes else ())),
        ),
        Section(
            say("cash", "heading"),
            (cash_table(first_days(line)), Prose((say("cash", "running_note"),))),
        ),
    ]
    if deadlines:
        listed = Listing(deadlines, boxes=True)
        found.append(Section(say("months", "deadlines"), (listed,)))
    return tuple(found)


def _last_month(line: Line, months_shown: int) -> date:
    """First day of the last month of a table that shows so many from the start."""
    began = [m.month for m in line.months if line.starts_on and m.month >= line.starts_on]
    return (began or [m.month for m in line.months])[:months_shown][-1]


def _told_by(line: Line, last: date) -> tuple[Deadline, ...]:
    """Last days that fall, or whose months without an award fall, in the months of a table."""
    end = last + MONTHS_AFTER_TABLE
    return tuple(item for item in line.deadlines if _first_told(item) <= end)


def _first_told(deadline: Deadline) -> date:
    again = deadline.facts.get("paid_again")
    return min(deadline.by, again) if isinstance(again, date) else deadline.by
