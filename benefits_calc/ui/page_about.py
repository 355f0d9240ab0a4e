"""About and rates: what the program is, rates with sources, coverage, privacy, accessibility."""

from __future__ import annotations

import streamlit as st

from benefits_calc import __version__
from benefits_calc.analysis.rates import rates_on
from benefits_calc.case import CaseError
from benefits_calc.engine.coverage import programmes, schemes
from benefits_calc.output import markup
from benefits_calc.resources import known_differences
from benefits_calc.ui import answers, hosting, state
from benefits_calc.words import about_tables
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.times import day

SAFE = ("safe_report", "safe_keep", "safe_employer", "safe_mistake", "safe_savings")


def show() -> None:
    """Show the page."""
    today = answers.today()
    version = say("about", "version", version=__version__, day=day(today))
    st.html(markup.paragraphs([say("about", "what"), version, say("about", "free")]))
    _part("privacy", _privacy())
    _part("safe", [say("about", code) for code in SAFE])
    _part("accessibility", _accessibility())
    _rates()
    _covered()
    with st.expander(say("about", "differences")):
        st.markdown(known_differences())


def _part(code: str, lines: list[str]) -> None:
    st.header(say("about", code), anchor=False)
    st.html(markup.paragraphs(lines))


def _privacy() -> list[str]:
    place = say("page", "this_computer" if hosting.is_this_computer() else "other_computer")
    held = say("about", "privacy_held", place=place)
    return [held, say("about", "privacy_file"), say("about", "privacy_names")]


def _accessibility() -> list[str]:
    codes = ("accessibility_aim", "accessibility_gap", "accessibility_tell")
    return [say("about", code) for code in codes]


def _rates() -> None:
    st.header(say("about", "rates"), anchor=False)
    st.html(markup.paragraphs([say("about", "public"), say("about", "rates_note")]))
    on = answers.today()
    try:
        groups = about_tables.groups(rates_on(on))
    except CaseError as error:
        st.html(markup.paragraphs([problem.message for problem in error.problems]))
        return
    key = state.key_of_visit("rates")
    which = st.selectbox(say("about", "rates_which"), list(groups), key=key)
    st.html(markup.table(about_tables.rates_table(groups[which], on)))


def _covered() -> None:
    st.header(say("about", "covered"), anchor=False)
    st.html(markup.table(about_tables.programmes_table(programmes())))
    st.html(markup.table(about_tables.schemes_table(schemes())))
    st.html(markup.paragraphs([say("about", "schemes_note")]))
