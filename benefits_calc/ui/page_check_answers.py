"""Check your answers: what is still missing, each answer, and what was taken as given."""

from __future__ import annotations

import streamlit as st

from benefits_calc.output import markup
from benefits_calc.ui import answers, links, state, stops
from benefits_calc.words import answers_list, questions
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.records import Item, Row, Table

ASKED_ON = ("about_you", "your_home", "money_now", "the_job")


def show() -> None:
    """Show what is missing first, then every answer with a way to change it."""
    if not state.begun():
        st.html(markup.paragraphs([say("check_answers", "nothing")]))
        links.link("start")
        return
    stopped = stops.show()
    if not stopped:
        _still_to_do()
    found = answers_list.answered(state.all_answers(), state.all_unsure())
    for page in ASKED_ON:
        _group(page, found.get(page, ()))
    _others(found.get(answers_list.OTHER, ()))
    taken = answers_list.taken_as_given(state.all_unsure())
    if taken:
        st.header(say("check_answers", "taken"), anchor=False)
        st.html(markup.items(Item("", line) for line in taken))


def _still_to_do() -> None:
    found = state.checked(answers.today())
    by_page: dict[str, list[str]] = {}
    for problem in found.problems:
        page = answers_list.page_of(problem.field)
        line = questions.problem_in_words(problem)
        if line not in by_page.setdefault(page, []):
            by_page[page].append(line)
    for path, text in state.all_typed().items():
        line = say("check_answers", "typed", name=answers_list.name_of(path), text=text)
        by_page.setdefault(answers_list.page_of(path), []).append(line)
    if not by_page:
        code = "complete" if state.value("job") is not None else "job_missing"
        st.html(markup.paragraphs([say("check_answers", code)]))
        links.link("better_off" if state.value("job") is not None else "the_job")
        return
    st.header(say("check_answers", "to_do"), anchor=False)
    for page, lines in by_page.items():
        st.html(markup.items(Item("", line) for line in lines))
        if page in ASKED_ON:
            links.link(page, say("check_answers", "answer", title=say("pages.titles", page)))


def _group(page: str, rows: tuple[Row, ...]) -> None:
    title = say("pages.titles", page)
    st.header(title, anchor=False)
    if rows:
        st.html(markup.table(_table(title, rows)))
    else:
        st.html(markup.paragraphs([say("check_answers", "none")]))
    links.link(page, say("check_answers", "change", title=title))


def _others(rows: tuple[Row, ...]) -> None:
    if rows:
        title = say("check_answers", "from_file")
        st.header(title, anchor=False)
        st.html(markup.table(_table(title, rows)))


def _table(title: str, rows: tuple[Row, ...]) -> Table:
    headers = (say("check_answers", "question"), say("check_answers", "answered"))
    return Table(say("check_answers", "caption", title=title), headers, rows, figures=False)
