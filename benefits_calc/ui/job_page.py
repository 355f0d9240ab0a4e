"""The page: choose a case, change the job, see what it comes to."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from benefits_calc.case import CaseError, dump_case
from benefits_calc.output import markup
from benefits_calc.ui import answers, choose, hosting, job_form, result, state
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import example_title, footer

SAVED_AS = "case.yaml"


def show() -> None:
    """Show the page from top to bottom."""
    today = answers.today()
    place = say("page", "this_computer" if hosting.is_this_computer() else "other_computer")
    st.title(say("page", "title"), anchor=False)
    st.html(markup.paragraphs([say("page", "intro"), say("page", "privacy", place=place)]))
    choose.show(today)
    held = state.draft()
    if held is None:
        st.html(markup.paragraphs([say("page", "empty")]))
        _help()
        _source()
        return
    code, title = (
        ("file_open", held.case.label)
        if held.example is None
        else ("example_open", example_title(held.example))
    )
    st.html(markup.paragraphs([say("choose", code, title=title)]))
    job_form.show(held.case, today)
    found = _answer(today)
    if found is not None:
        result.show(found)
    _help()
    _keep(state.draft() or held)
    if found is not None:
        st.html(markup.paragraphs([footer(found.comparison)], "footer"))
    _source()


def _answer(today: date) -> answers.Answer | None:
    try:
        return state.current_answer(today)
    except CaseError as error:
        lines = [problem.message for problem in error.problems]
        st.html(markup.problems(say("choose", "problem_case"), lines))
        return None


def _help() -> None:
    with st.expander(say("help", "differ_heading")):
        st.html(
            markup.paragraphs(
                say("help", code) for code in ("differ_ask", "differ_wrong", "differ_too_much")
            )
        )
    st.header(say("help", "heading"), anchor=False)
    st.html(markup.paragraphs([say("help", "advice"), say("help", "samaritans")]))


def _keep(held: state.Draft) -> None:
    st.header(say("keep", "heading"), anchor=False)
    left, right = st.columns(2, gap="large")
    with left:
        st.download_button(
            say("keep", "save"),
            # Written when it is asked for; until then no copy of it waits on the server.
            data=partial(dump_case, held.case),
            file_name=SAVED_AS,
            mime="application/yaml",
            on_click="ignore",
            key=state.key_of_visit("save"),
        )
        st.html(markup.paragraphs([say("keep", "save_note")], "footer"))
    with right:
        st.button(
            say("keep", "start_over"),
            on_click=state.start_over,
            key=state.key_of_visit("start_over"),
        )
        st.html(markup.paragraphs([say("keep", "start_over_note")], "footer"))


def _source() -> None:
    st.html(markup.paragraphs([say("page", "source")], "footer"))
