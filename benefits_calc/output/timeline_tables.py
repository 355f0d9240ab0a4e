"""A timeline as plain text: a row a month, then the dates, the gaps and what to know."""

from __future__ import annotations

from collections.abc import Iterable

from benefits_calc.analysis.dated_records import Line, Month, Timeline
from benefits_calc.case import Case
from benefits_calc.output.text import wrapped
from benefits_calc.words.catalogue import label_of
from benefits_calc.words.dated import (
    assumption_sentence,
    cash_title,
    cash_why,
    dated,
    deadline_sentence,
    gap_sentences,
    lowest_sentence,
    message_sentence,
    status_sentence,
    warning_sentence,
)
from benefits_calc.words.money_help_words import money_help_sentence
from benefits_calc.words.unknowns import left_out_sentences

MONTH_WIDTH, AMOUNT_WIDTH, NAME_WIDTH = 10, 12, 32
NOT_SET = "*"


def timeline_text(timeline: Timeline) -> str:
    """Every line of life under one another."""
    shown = timeline.lines or (timeline.as_you_are,)
    parts = [_heading(timeline)]
    for line in shown:
        parts += _line_parts(line, timeline.case)
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
        first=timeline.first_day.isoformat(),
        last=timeline.last_day.isoformat(),
        version=timeline.program_version,
    )


def _line_parts(line: Line, case: Case) -> list[str]:
    hours = line.hours_per_week
    title = (
        dated("table", "as_you_are")
        if hours is None
        else dated("table", "in_job", hours=f"{hours:g}")
    )
    return [
        title,
        _months(line.months),
        _changes(line.months),
        cash_table(line),
        _list("deadlines", map(deadline_sentence, line.deadlines)),
        _gap(line, case, after_end=False),
        _gap(line, case, after_end=True),
        _list("to_know", map(message_sentence, line.messages)),
    ]


def _months(months: tuple[Month, ...]) -> str:
    sources = list(dict.fromkeys(name for month in months for name in month.per_source))
    heads = [label_of(name) for name in sources]
    rows = [_row("", [*map(_short, heads), *_ends("total", "usual", "left", "usual_left")])]
    for month in months:
        amounts = [month.per_source.get(name, 0.0) for name in sources]
        ends = (month.total, month.as_you_are_total, month.left_over, month.as_you_are_left_over)
        mark = NOT_SET if month.rates_not_yet_set else ""
        rows.append(_row(f"{month.month:%Y-%m}{mark}", [f"{a:,.2f}" for a in (*amounts, *ends)]))
    if any(month.rates_not_yet_set for month in months):
        rows.append(dated("table", "not_set", mark=NOT_SET))
    return "\n".join(rows)


def _ends(*codes: str) -> list[str]:
    return [dated("table", code) for code in codes]


def _short(text: str) -> str:
    """A heading that fits its column."""
    words = text.split()
    short = "".join(word[0] for word in words) if len(text) >= AMOUNT_WIDTH else text
    return short if len(short) < AMOUNT_WIDTH else short[: AMOUNT_WIDTH - 1]


def _row(name: str, amounts: Iterable[str]) -> str:
    return name.ljust(MONTH_WIDTH) + "".join(text.rjust(AMOUNT_WIDTH) for text in amounts)


def _changes(months: tuple[Month, ...]) -> str:
    """What stands differently from the month before, month by month."""
    found, before = [], None
    for month in months:
        said = [status_sentence(status) for status in month.statuses if status.state != "stays"]
        said += [message_sentence(message) for message in month.messages]
        if said and said != before:
            found.append(f"{month.month:%Y-%m}")
            found += [wrapped(text) for text in dict.fromkeys(said)]
        before = said
    return "\n".join([dated("table", "changes"), *found]) if found else ""


def cash_table(line: Line) -> str:
    """Every payment with its date, reason and the running total."""
    rows = [dated("table", "cash")]
    for event in line.cash:
        mark = NOT_SET if event.rates_not_yet_set else " "
        rows.append(
            f"{event.day.isoformat()}{mark} {cash_title(event).ljust(NAME_WIDTH)}"
            f"{event.amount:>12,.2f}{event.running_total:>14,.2f}  {cash_why(event)}"
        )
    return "\n".join(rows)


def _gap(line: Line, case: Case, *, after_end: bool) -> str:
    gap = line.end_gap if after_end else line.first_wage_gap
    if gap is None:
        return ""
    lowest = line.lowest_after_end if after_end else line.lowest_after_start
    said = list(gap_sentences(gap, after_end=after_end))
    if lowest is not None:
        said.append(lowest_sentence(lowest))
    help_said = [money_help_sentence(item, case) for item in gap.help]
    head = dated("table", "end_gap" if after_end else "first_wage_gap")
    return "\n".join([head, *map(wrapped, said), dated("table", "help"), *map(wrapped, help_said)])


def _list(head: str, sentences: Iterable[str]) -> str:
    said = list(dict.fromkeys(sentences))
    return "\n".join([dated("table", head), *map(wrapped, said)]) if said else ""
