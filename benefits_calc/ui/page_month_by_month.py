"""Month by month: calendar months beside things as they are, and the days around the start."""

from __future__ import annotations

import streamlit as st

from benefits_calc.analysis.dated_records import Line, Timeline
from benefits_calc.analysis.timeline import timeline
from benefits_calc.output import dated_charts, markup
from benefits_calc.ui import pictures, state
from benefits_calc.ui.answers import Answer
from benefits_calc.words import month_tables
from benefits_calc.words.dated import assumption_sentence, warning_sentence
from benefits_calc.words.money_help_words import money_help_sentence
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.records import Item
from benefits_calc.words.unknowns import left_out_sentences

# Last days in sight; those of later months are folded.
MOST_DEADLINES = 4


def show(found: Answer) -> None:
    """Show the months of the job at its own hours."""
    with st.spinner(say("page", "working")):
        made = state.once(("timeline",), lambda: timeline(found.case))
    line = made.lines[0]
    st.html(markup.paragraphs([say("months", "intro")]))
    st.html(markup.lead(month_tables.lead_sentences(made, line)))
    _warnings(made)
    _months(line)
    _start(line)
    _deadlines(line)
    _help(line, found)
    _rest(made, line)


def _warnings(made: Timeline) -> None:
    said = [warning_sentence(warning) for warning in made.warnings]
    if said:
        st.html(markup.paragraphs(said))


def _months(line: Line) -> None:
    st.header(say("months", "heading"), anchor=False)
    pictures.show(
        dated_charts.month_bars(line),
        key=state.key_of_visit("months"),
        alt=dated_charts.month_bars_alt(line),
    )
    st.html(markup.table(month_tables.months_table(line)))
    _list(say("months", "to_know"), month_tables.to_know_items(line))


def _start(line: Line) -> None:
    st.header(say("cash", "heading"), anchor=False)
    st.html(markup.table(month_tables.cash_table(month_tables.first_days(line))))
    notes = [say("cash", "running_note"), say("cash", "more_below")]
    st.html(markup.paragraphs(notes, "footer"))


def _deadlines(line: Line) -> None:
    st.header(say("months", "deadlines"), anchor=False)
    items = month_tables.deadline_items(line)
    if items:
        st.html(markup.items(items[:MOST_DEADLINES]))
        if items[MOST_DEADLINES:]:
            with st.expander(say("months", "later_deadlines")):
                st.html(markup.items(items[MOST_DEADLINES:]))
    else:
        st.html(markup.paragraphs([say("months", "none")]))


def _help(line: Line, found: Answer) -> None:
    gap = line.first_wage_gap
    if gap is not None and gap.help:
        said = tuple(Item("", money_help_sentence(item, found.case)) for item in gap.help)
        _list(say("months", "help"), said)


def _rest(made: Timeline, line: Line) -> None:
    with st.expander(say("months", "all")):
        st.html(markup.table(month_tables.cash_table(line.cash, "caption_all")))
        st.html(markup.items(month_tables.why_items(line.cash)))
    with st.expander(say("months", "assumed")):
        assumed = dict.fromkeys(map(assumption_sentence, made.assumptions))
        st.html(markup.items(Item("", text) for text in assumed))
        left_out = left_out_sentences(made.unknown, made.case)
        if left_out:
            st.html(markup.paragraphs([say("months", "left_out")]))
            st.html(markup.items(Item("", text) for text in left_out))


def _list(heading: str, items: tuple[Item, ...]) -> None:
    if items:
        st.subheader(heading, anchor=False)
        st.html(markup.items(items))
