"""If it doesn't work out: the job ends, the hours go down, or weeks off sick, month by month."""

from __future__ import annotations

import streamlit as st

from benefits_calc.analysis.way_back import MOST_MONTHS_OF_WORK, Asked, WayBack, way_back
from benefits_calc.case import CaseError
from benefits_calc.output import markup
from benefits_calc.ui import state
from benefits_calc.ui.answers import Answer
from benefits_calc.words import way_back_parts
from benefits_calc.words.changes import change_items
from benefits_calc.words.dated import assumption_sentence, warning_sentence
from benefits_calc.words.page_catalogue import say, section
from benefits_calc.words.records import Item

USUAL_MONTHS = 6
USUAL_WEEKS, MOST_WEEKS = 6, 28


def show(found: Answer) -> None:
    """Ask what happens, and show what follows."""
    st.html(markup.paragraphs([say("way_back_page", "intro")]))
    asked = _asked(found.point.hours_per_week or 0.0)
    try:
        with st.spinner(say("page", "working")):
            made = state.once(("way_back", asked), lambda: way_back(found.case, asked))
    except CaseError as error:
        st.html(markup.paragraphs([problem.message for problem in error.problems]))
        return
    st.html(markup.lead(way_back_parts.lead_sentences(made)))
    _list(say("way_back_page", "week_one"), way_back_parts.week_one_items(made))
    st.html(markup.paragraphs([say("way_back_page", "who"), say("help", "advice")]))
    deadlines = way_back_parts.deadline_items(made)
    _list(say("way_back_page", "deadlines"), deadlines)
    if not deadlines:
        st.html(markup.paragraphs([say("way_back_page", "no_deadlines")]))
    st.header(say("way_back_page", "money"), anchor=False)
    st.html(markup.table(way_back_parts.months_table(made)))
    _around_the_end(made)
    _list(say("months", "help"), way_back_parts.help_items(made))
    _list(say("way_back_page", "statuses"), change_items(made.changes))
    _rest(made)


def _around_the_end(made: WayBack) -> None:
    """The days without a wage, and the payments that the lowest day counts; where the job ends."""
    items = way_back_parts.end_items(made)
    if items:
        _list(say("way_back_page", "gap"), items)
        st.html(markup.table(way_back_parts.end_table(made)))


def _asked(hours: float) -> Asked:
    kinds = section("way_back_page.kinds")
    kind = st.radio(
        say("way_back_page", "kind"),
        list(kinds),
        format_func=kinds.__getitem__,
        horizontal=True,
        key=state.key_of_visit("way_back_kind"),
    )
    after = _number("after", USUAL_MONTHS, 1, MOST_MONTHS_OF_WORK)
    if kind == "hours_drop":
        return Asked(kind, after, hours=float(_number("to_hours", int(hours // 2), 0, int(hours))))
    if kind == "sickness":
        return Asked(kind, after, weeks=_number("weeks", USUAL_WEEKS, 1, MOST_WEEKS))
    return Asked(kind, after)


def _number(code: str, usual: int, least: int, most: int) -> int:
    found = st.number_input(
        say("way_back_page", code),
        min_value=least,
        max_value=max(most, least),
        value=min(max(usual, least), max(most, least)),
        step=1,
        key=state.key_of_case(f"way_back_{code}"),
    )
    return int(found)


def _rest(made: WayBack) -> None:
    said = [warning_sentence(warning) for warning in made.warnings]
    if said:
        st.html(markup.paragraphs(dict.fromkeys(said)))
    with st.expander(say("way_back_page", "assumed")):
        assumed = dict.fromkeys(map(assumption_sentence, made.assumptions))
        st.html(markup.items(Item("", text) for text in assumed))


def _list(heading: str, items: tuple[Item, ...]) -> None:
    if items:
        st.header(heading, anchor=False)
        st.html(markup.items(items))
