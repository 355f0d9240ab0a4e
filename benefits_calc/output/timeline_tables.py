"""A timeline as plain text: a row a month, then the dates, the gaps and what to know."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from benefits_calc.analysis.dated_records import DatedChange, Line, Month, Timeline
from benefits_calc.case import Case
from benefits_calc.output.text import GAP, TEXT_WIDTH, Column, beside_one_another, wrapped
from benefits_calc.words.changes import change_items, line_sentences
from benefits_calc.words.dated import (
    assumption_sentence,
    cash_title,
    cash_why,
    counted,
    dated,
    source_name,
    warning_sentence,
)
from benefits_calc.words.money_help_words import money_help_sentence
from benefits_calc.words.month_tables import around, deadline_items
from benefits_calc.words.times import day
from benefits_calc.words.unknowns import left_out_sentences

NAME_WIDTH = 32
WHY_INDENT = 13
NOT_SET = "*"


def timeline_text(timeline: Timeline, width: int = TEXT_WIDTH) -> str:
    """Every line of life under one another, tables in as many characters as given."""
    shown = timeline.lines or (timeline.as_you_are,)
    parts = [_heading(timeline)]
    for line in shown:
        parts += _line_parts(line, timeline.case, width)
    parts += [
        _list("warnings", map(warning_sentence, timeline.warnings)),
        _list("assumptions", map(assumption_sentence, timeline.assumptions)),
        _list("not_covered", left_out_sentences(timeline.unknown, timeline.case)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(timeline: Timeline) -> str:
    return dated(
        "table",
        "heading",
        label=timeline.case.label,
        first=day(timeline.first_day),
        last=day(timeline.last_day),
        version=timeline.program_version,
    )


def _line_parts(line: Line, case: Case, width: int) -> list[str]:
    hours = line.hours_per_week
    title = (
        dated("table", "as_you_are")
        if hours is None
        else dated("table", "in_job", hours=counted("hours", hours))
    )
    return [
        title,
        _months(line, width),
        changes_text(line.changes),
        cash_table(line),
        _list("deadlines", (item.text for item in deadline_items(line))),
        _gap(line, case, after_end=False),
        _gap(line, case, after_end=True),
        _list("to_know", line_sentences(line)),
    ]


def _months(line: Line, width: int) -> str:
    """Money in and left over of each month, then where it comes from."""
    months = line.months
    sources = list(dict.fromkeys(name for month in months for name in month.per_source))
    ends = {
        "total": [month.total for month in months],
        "usual": [month.as_you_are_total for month in months],
        "left": [month.left_over for month in months],
        "usual_left": [month.as_you_are_left_over for month in months],
    }
    if line.hours_per_week is None:
        ends = {code: ends[code] for code in ("total", "left")}
    columns = [amounts_column(dated("table", code), amounts) for code, amounts in ends.items()]
    columns += [
        amounts_column(source_name(name), [month.per_source.get(name, 0.0) for month in months])
        for name in sources
    ]
    return months_beside(months, columns, width)


def months_beside(months: Sequence[Month], columns: Sequence[Column], width: int) -> str:
    """Columns of amounts by month; months whose amounts are not announced are marked."""
    names = [f"{m.month:%b %Y}{NOT_SET if m.rates_not_yet_set else ''}" for m in months]
    text = beside_one_another(names, columns, width)
    if any(month.rates_not_yet_set for month in months):
        text += f"\n{dated('table', 'not_set', mark=NOT_SET)}"
    return text


def amounts_column(head: str, amounts: Sequence[float]) -> Column:
    """Amounts with pence under a heading."""
    return Column(head, tuple(f"{amount:,.2f}" for amount in amounts))


def changes_text(changes: Iterable[DatedChange]) -> str:
    """What changes, by its day."""
    rows = [wrapped(f"{item.name} {item.text}") for item in change_items(changes)]
    return "\n".join([dated("table", "changes"), *rows]) if rows else ""


def cash_table(line: Line) -> str:
    """Every payment with its date, reason and the running total."""
    rows = [dated("table", "cash")]
    for event in line.cash:
        mark = NOT_SET if event.rates_not_yet_set else " "
        row = (
            f"{event.day.isoformat()}{mark} {cash_title(event).ljust(NAME_WIDTH)}"
            f"{event.amount:>12,.2f}{event.running_total:>14,.2f}"
        )
        why = cash_why(event)
        if len(row) + len(why) + GAP <= TEXT_WIDTH:
            rows.append(f"{row}  {why}")
        else:
            indent = " " * WHY_INDENT
            below = textwrap.fill(why, TEXT_WIDTH, initial_indent=indent, subsequent_indent=indent)
            rows += [row, below]
    return "\n".join(rows)


def _gap(line: Line, case: Case, *, after_end: bool) -> str:
    gap = line.end_gap if after_end else line.first_wage_gap
    if gap is None:
        return ""
    said = around(line, after_end=after_end)
    help_said = [money_help_sentence(item, case) for item in gap.help]
    head = dated("table", "end_gap" if after_end else "first_wage_gap")
    return "\n".join([head, *map(wrapped, said), dated("table", "help"), *map(wrapped, help_said)])


def _list(head: str, sentences: Iterable[str]) -> str:
    said = list(dict.fromkeys(sentences))
    return "\n".join([dated("table", head), *map(wrapped, said)]) if said else ""
