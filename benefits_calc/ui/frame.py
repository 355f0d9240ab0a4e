"""What stands around every page: menu, title, steps, help, saving, and the unit of time."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st

from benefits_calc.case import CaseError, dump_case, dump_plain
from benefits_calc.output import markup
from benefits_calc.ui import answers, links, pages, state, stops
from benefits_calc.ui.turns import Turns
from benefits_calc.words import answers_list
from benefits_calc.words.money import PERIODS
from benefits_calc.words.page_catalogue import say, section
from benefits_calc.words.page_parts import example_title, footer

STYLE = Path(__file__).with_name("style.css")
SAVED_AS = "case.yaml"
# Pages of several people are made one after another: Python works on one at a time whatever we do,
# and those made at the same time all take as long as the last of them, and their memory together.
_TURNS = Turns()


def start() -> None:
    """Set up the app, show its menu, and run the page that is asked for."""
    with _TURNS:
        st.set_page_config(layout="wide", initial_sidebar_state="auto")
        st.html(STYLE)
        # One plain list: with headings in it, Streamlit's menu is no list to a screen reader.
        menu = [links.page_of(page) for page in pages.built()]
        st.navigation(menu, position="sidebar", expanded=True).run()


def run(page: pages.Page) -> None:
    """Show one page from top to bottom."""
    today = answers.today()
    _phone_menu(page)
    st.title(say("pages.titles", page.code), anchor=False)
    _what_is_open(today)
    leads_on = page.leads_on
    if page.kind == "results":
        # Without a result the way leads back to what is missing, and not on.
        leads_on = _results(page, today) and leads_on
    else:
        page.show()
    _steps(page, leads_on=leads_on)
    if page.for_clients:
        _help()
    _keep(today)
    st.html(markup.paragraphs([say("page", "source")], "footer"))


@st.fragment
def _phone_menu(page: pages.Page) -> None:
    """Every page in a list that unfolds: on a narrow screen the menu at the side is left out.

    Its links are sent when it is opened: they are a good part of a page that few unfold.
    """
    with st.container(key="phone_menu"):
        menu = st.expander(say("page", "menu"), key=f"menu-{page.code}", on_change="rerun")
        if menu.open:
            with menu:
                for found in pages.built():
                    links.link(found.code)


def _what_is_open(today: date) -> None:
    name = state.example()
    case = state.checked(today).case
    if name is not None:
        st.html(markup.paragraphs([say("choose", "example_open", title=example_title(name))]))
    elif case is not None and state.opened_file():
        st.html(markup.paragraphs([say("choose", "file_open")]))


def _results(page: pages.Page, today: date) -> bool:
    """Show a page of results, or what is in its way.

    Returns:
        Whether there are results.
    """
    try:
        with st.spinner(say("page", "working")):
            found = state.current_answer(today)
    except CaseError as error:
        lines = [problem.message for problem in error.problems]
        st.html(markup.problems(say("choose", "problem_case"), lines))
        return False
    if found is None:
        _not_yet(today)
        return False
    if page.by_month_or_week:
        _unit()
    page.show(found)
    st.html(markup.paragraphs([footer(found.comparison)], "footer"))
    return True


def _not_yet(today: date) -> None:
    """Why there is no result yet, and the way to it."""
    if stops.show():
        links.link("about_you")
        return
    if not state.begun():
        st.html(markup.paragraphs([say("page", "nothing_yet")]))
        links.link(pages.FIRST.code)
        return
    found = state.checked(today)
    if found.case is not None:
        st.html(markup.paragraphs([say("page", "job_missing")]))
        links.link("the_job")
        return
    lines = dict.fromkeys(answers_list.problem_line(problem) for problem in found.problems)
    st.html(markup.problems(say("page", "not_yet"), lines))
    links.link("check_answers")


def _unit() -> None:
    key = state.key_of_visit("unit")
    found = st.radio(
        say("unit", "heading"),
        PERIODS,
        index=PERIODS.index(state.unit().period),
        format_func=section("unit.each").__getitem__,
        horizontal=True,
        key=key,
    )
    state.set_period(found)


def _steps(page: pages.Page, *, leads_on: bool) -> None:
    """The way back, and the way on where there is one."""
    before, after = pages.around(page)
    if after is not None and leads_on:
        with st.container(key="next_step"):
            links.link(after.code, say("page", "next", title=say("pages.titles", after.code)))
    if before is not None:
        with st.container(key="step_back"):
            links.link(before.code, say("page", "back", title=say("pages.titles", before.code)))


def _help() -> None:
    st.html(
        markup.section(
            say("help", "heading"), [say("help", "advice"), say("help", "samaritans")], "bc-help"
        )
    )
    with st.expander(say("help", "differ_heading")):
        codes = ("differ_ask", "differ_wrong", "differ_too_much")
        st.html(markup.paragraphs(say("help", code) for code in codes))


def _keep(today: date) -> None:
    if not state.begun():
        return
    left, right = st.columns(2, gap="large")
    case = state.checked(today).case
    with left:
        st.download_button(
            say("keep", "save"),
            # Written when it is asked for; until then no copy of it waits on the server.
            data=partial(dump_plain, state.all_answers())
            if case is None
            else partial(dump_case, case),
            file_name=SAVED_AS,
            mime="application/yaml",
            on_click="ignore",
            key=state.key_of_visit("save"),
        )
        notes = [say("keep", "save_note")]
        if case is None:
            notes.append(say("keep", "save_unfinished"))
        st.html(markup.paragraphs(notes, "footer"))
    with right:
        if st.button(say("keep", "start_over"), key=state.key_of_visit("start_over")):
            state.start_over()
            links.go(pages.FIRST.code)
        st.html(markup.paragraphs([say("keep", "start_over_note")], "footer"))
