"""Start: what this does, what to have at hand, and an example or a person's own case file."""

from __future__ import annotations

from datetime import date
from typing import Literal

import streamlit as st

from benefits_calc.case import CaseError, load_case, parse_case
from benefits_calc.output import markup
from benefits_calc.resources import scenarios_directory
from benefits_calc.ui import answers, hosting, links, state
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import example_title

LARGEST_UPLOAD_MB = 1
FILE_TYPES = ["yaml", "yml", "json"]


def show() -> None:
    """Say what this does; begin, or open what is chosen."""
    today = answers.today()
    place = say("page", "this_computer" if hosting.is_this_computer() else "other_computer")
    st.html(markup.paragraphs([say("page", "intro"), say("page", "privacy", place=place)]))
    st.header(say("choose", "heading"), anchor=False)
    left, right = st.columns(2, gap="large")
    with left:
        _examples(today)
    with right:
        _own_file(today)


def _examples(today: date) -> None:
    names = sorted(path.stem for path in scenarios_directory().glob("*.yaml"))
    chosen = st.selectbox(
        say("choose", "example"),
        names,
        index=None,
        format_func=example_title,
        placeholder=say("choose", "example_none"),
        key=state.key_of_visit("example"),
    )
    st.html(markup.paragraphs([say("choose", "example_help")], "footer"))
    if chosen is None or state.example() == chosen:
        return
    try:
        state.open_case(load_case(scenarios_directory() / f"{chosen}.yaml"), chosen, today)
    except CaseError as error:
        _say_problems(error)
    else:
        links.go("better_off")


def _own_file(today: date) -> None:
    file = st.file_uploader(
        say("choose", "file"),
        type=FILE_TYPES,
        key=state.key_of_visit("file"),
        max_upload_size=LARGEST_UPLOAD_MB,
    )
    st.html(markup.paragraphs([say("choose", "file_help")], "footer"))
    if file is not None:
        kind: Literal["yaml", "json"] = "json" if file.name.lower().endswith("json") else "yaml"
        try:
            state.open_case(parse_case(file.getvalue(), kind), None, today)
        except CaseError as error:
            state.report(tuple(problem.message for problem in error.problems))
        # The file itself is let go: its facts, or what is wrong with it, are all that is held.
        if state.problems():
            st.rerun()
        links.go("better_off")
    if state.problems():
        st.html(markup.problems(say("choose", "problem"), state.problems()))


def _say_problems(error: CaseError) -> None:
    lines = [problem.message for problem in error.problems]
    st.html(markup.problems(say("choose", "problem_case"), lines))
