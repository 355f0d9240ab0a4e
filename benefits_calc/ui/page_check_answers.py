"""Check your answers: what is still missing, each answer with the way to it, what was taken."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from benefits_calc.case import CaseError
from benefits_calc.output import markup
from benefits_calc.ui import answers, links, state, stops
from benefits_calc.words import answers_list, asked
from benefits_calc.words.answers_list import Answered
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import assumptions
from benefits_calc.words.records import Item, Row, Table


def show() -> None:
    """Show what is missing first, then every answer with a way to change it."""
    state.want("")
    if not state.begun():
        st.html(markup.paragraphs([say("check_answers", "nothing")]))
        links.link("start")
        return
    stopped = stops.show()
    if not stopped:
        _still_to_do()
    found = answers_list.answered(state.all_answers(), state.all_unsure())
    st.html(markup.paragraphs([say("check_answers", "how")]))
    for page in asked.ASKED_ON:
        _group(page, found.get(page, ()))
    _others(found.get(answers_list.OTHER, ()))
    if not stopped:
        _assumed()


def _still_to_do() -> None:
    by_page: dict[str, dict[str, str]] = {}
    for path, line in _wrong().items():
        by_page.setdefault(answers_list.page_of(path), {}).setdefault(line, path)
    if not by_page:
        code = "complete" if state.value("job") is not None else "job_missing"
        st.html(markup.paragraphs([say("check_answers", code)]))
        links.link("better_off" if state.value("job") is not None else "the_job")
        return
    st.header(say("check_answers", "to_do"), anchor=False)
    for page, lines in by_page.items():
        if page not in asked.ASKED_ON:
            st.html(markup.items(Item("", line) for line in lines))
            continue
        for line, path in lines.items():
            with st.container(key=f"to_do-{path}"):
                _button(page, path, line, "to_do-")


def _wrong() -> dict[str, str]:
    """What to say of each answer, by its path: what was typed goes before what is missing."""
    said: dict[str, str] = {}
    for path, text in state.all_typed().items():
        said[path] = say("check_answers", "typed", name=answers_list.name_of(path), text=text)
    for problem in state.checked(answers.today()).problems:
        said.setdefault(problem.field, answers_list.problem_line(problem))
    return said


def _group(page: str, rows: Iterable[Answered]) -> None:
    title = say("pages.titles", page)
    st.header(title, anchor=False)
    listed = list(rows)
    for row in listed:
        _answer(page, row)
    if not listed:
        st.html(markup.paragraphs([say("check_answers", "none")]))
    links.link(page, say("check_answers", "change", title=title))


def _answer(page: str, row: Answered) -> None:
    """A question, which is the way to it, and what was answered."""
    with st.container(key=f"answer-{row.path}", gap=None):
        left, right = st.columns([2, 3], gap="small")
        with left:
            _button(page, row.path, row.name)
        with right:
            st.html(markup.paragraphs([line for line in (row.answer, row.taken) if line]))


def _button(page: str, path: str, label: str, where: str = "") -> None:
    # An answer that is wrong stands above, and again in its group.
    key = state.key_of_visit(f"{where}change-{path}")
    if st.button(label, type="tertiary", wrap=True, key=key):
        state.want(path)
        links.go(page)


def _others(rows: Iterable[Answered]) -> None:
    """What a file says and no page asks for: in the figures as it stands, and kept."""
    listed = tuple(Row(row.name, (row.answer,)) for row in rows)
    if listed:
        title = say("check_answers", "from_file")
        st.header(title, anchor=False)
        st.html(markup.paragraphs([say("check_answers", "from_file_note")]))
        headers = (say("check_answers", "question"), say("check_answers", "answered"))
        st.html(markup.table(Table(title, headers, listed, figures=False)))


def _assumed() -> None:
    """What the figures take as given, where there are figures."""
    try:
        found = state.current_answer(answers.today())
    except CaseError:
        return
    items = () if found is None else assumptions(found.comparison)
    if items:
        st.header(say("check_answers", "taken"), anchor=False)
        st.html(markup.items(items))
