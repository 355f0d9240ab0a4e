"""Start: what this does, what to have at hand, and an example or a person's own case file."""

from __future__ import annotations

from datetime import date

import streamlit as st

from benefits_calc.case import CaseError, load_case, parse_case
from benefits_calc.output import markup
from benefits_calc.resources import scenarios_directory
from benefits_calc.ui import answers, draft, hosting, links, state
from benefits_calc.ui.field_parts import NOTHING_TO_LOSE
from benefits_calc.words.page_catalogue import say, section
from benefits_calc.words.page_parts import example_title
from benefits_calc.words.records import Item, Row, Table

LARGEST_UPLOAD_MB = 1
FILE_TYPES = ["yaml", "yml", "json"]


def show() -> None:
    """Say what this does; begin, or open what is chosen."""
    today = answers.today()
    st.html(markup.paragraphs([say("start", "what"), say("start", "decide"), _privacy()]))
    if not state.begun():
        st.html(NOTHING_TO_LOSE, unsafe_allow_javascript=True)
    if st.button(_begin_label(), type="primary", key=state.key_of_visit("begin")):
        state.begin()
        links.go("about_you")
    st.html(markup.paragraphs([say("start", "how_long")], "footer"))
    _letters()
    st.header(say("choose", "heading"), anchor=False)
    left, right = st.columns(2, gap="large")
    with left:
        _examples(today)
    with right:
        _own_file(today)


def _privacy() -> str:
    place = "this_computer" if hosting.is_this_computer() else "other_computer"
    return say("page", "privacy", place=say("page", place))


def _begin_label() -> str:
    return say("start", "go_on" if state.begun() else "begin")


def _letters() -> None:
    """Which letters to have at hand, and where the figure is on them."""
    st.header(say("start", "letters"), anchor=False)
    st.html(markup.paragraphs([say("start", "letters_note")]))
    rows = tuple(
        Row(str(letter["name"]), (str(letter["where"]),))
        for letter in section("start.letter").values()
    )
    headers = (say("start", "letter_head"), say("start", "where_head"))
    table = Table(say("start", "letters_caption"), headers, rows, figures=False)
    st.html(markup.table(table))


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
        lines = [problem.message for problem in error.problems]
        st.html(markup.problems(say("choose", "problem_case"), lines))
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
        # The file itself is let go: its facts, or what is wrong with it, are all that is held.
        try:
            is_ready = _open(file.getvalue(), file.name, today)
        except CaseError as error:
            state.report(tuple(problem.message for problem in error.problems))
            st.rerun()
        links.go("better_off" if is_ready else "check_answers")
    if state.problems():
        st.html(markup.problems(say("choose", "problem"), [say("choose", "problem_help")]))
        with st.expander(say("choose", "problem_details"), expanded=False):
            st.html(markup.items(Item("", line) for line in state.problems()))


def _open(content: bytes, name: str, today: date) -> bool:
    """Open a file; one saved before everything was answered too.

    Returns:
        Whether there is a result to look at.

    Raises:
        CaseError: where it cannot be used.
    """
    is_json = name.lower().endswith("json")
    try:
        case = parse_case(content, "json" if is_json else "yaml")
        state.open_case(case, None, today)
    except CaseError:
        if is_json:
            raise
        state.open_unfinished(draft.read_unfinished(content, today))
        return False
    return case.job is not None
