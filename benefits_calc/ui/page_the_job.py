"""The job: hours, pay and pension, used together on one press."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from benefits_calc.case import Case, CaseError
from benefits_calc.output import markup
from benefits_calc.ui import answers, links, state
from benefits_calc.ui.job_values import (
    FIELD_OF,
    PENSIONS,
    PERS,
    SCHEMES,
    JobValues,
    in_words,
    values_of,
    with_values,
)
from benefits_calc.words.page_catalogue import say, section

Places = dict[str, DeltaGenerator]


def show() -> None:
    """Show the fields, and change the case when they are used."""
    today = answers.today()
    case = state.current_case(today)
    if case is None:
        st.html(markup.paragraphs([say("page", "empty")]))
        return
    if case.job is not None and case.job.who == "partner":
        st.html(markup.paragraphs([say("job", "partner")]))
    with st.form(state.key_of_case("job"), border=True):
        places: Places = {}
        values = _fields(values_of(case), places)
        places["form"] = st.container()
        pressed = st.form_submit_button(say("job", "submit"), type="primary")
    if pressed:
        _use(case, values, places, today)


def _fields(shown: JobValues, places: Places) -> JobValues:
    # Two rows, not three columns of two: on a phone the fields then stand in reading order.
    first, second, third = st.columns(3)
    with first:
        hours = _number("hours", shown.hours, 1.0, places)
    with second:
        pay = _number("pay", shown.pay, 0.1, places)
    with third:
        per = _choice("per", PERS, shown.per, section("job.pers"))
    first, second, third = st.columns(3)
    with first:
        pension = _choice("pension", PENSIONS, shown.pension, section("job.pensions"))
    with second:
        scheme = _choice("scheme", SCHEMES, shown.scheme, section("job.schemes"))
    with third:
        percent = _number("percent", shown.percent, 1.0, places)
    return JobValues(hours, pay, per, pension, scheme, percent)


def _number(name: str, value: float | None, step: float, places: Places) -> float | None:
    found = st.number_input(
        say("job", name),
        value=value,
        step=step,
        format="%g" if name != "pay" else "%.2f",
        key=state.key_of_case(name),
    )
    places[name] = st.container()
    return None if found is None else float(found)


def _choice(name: str, options: tuple[str, ...], chosen: str, words: dict[str, str]) -> str:
    return st.selectbox(
        say("job", name),
        options,
        index=options.index(chosen),
        format_func=words.__getitem__,
        key=state.key_of_case(name),
    )


def _use(case: Case, values: JobValues, places: Places, today: date) -> None:
    missing = values.missing()
    if missing:
        for name, line in missing.items():
            places[name].html(markup.problems(say("job", "problem"), [line]))
        return
    try:
        state.change(with_values(case, values), today)
    except CaseError as error:
        by_place: dict[str, list[str]] = {}
        for problem in error.problems:
            place = FIELD_OF.get(problem.field, "form")
            by_place.setdefault(place, []).append(in_words(problem.field, problem.message))
        for place, lines in by_place.items():
            places[place].html(markup.problems(say("job", "problem"), lines))
        return
    links.go("better_off")
