"""Situations that need a word of caution, or somebody to talk to first: boxes to tick."""

from __future__ import annotations

import streamlit as st

from benefits_calc.output import markup
from benefits_calc.ui import state
from benefits_calc.ui.fields import Fields
from benefits_calc.words.asked import CIRCUMSTANCES_OF_LIFE
from benefits_calc.words.page_catalogue import say

PATH = "circumstances"
SINGLE_ONLY, COUPLE_ONLY = "couple_forming", "couple_separating"
# Asked together with another, or nowhere: shown where a file has them.
RARE = ("probation_hostel", "kinship_care", "lodger", "attachment_of_earnings")


def ask_circumstances(fields: Fields) -> None:
    """Boxes under a heading of their own."""
    st.header(say("ask.circumstance", "heading"), anchor=False)
    st.html(markup.paragraphs([say("ask.circumstance", "note")]))
    held = state.value(PATH) or ()
    names = (name for name in CIRCUMSTANCES_OF_LIFE if name not in RARE or name in held)
    tick_circumstances(fields, tuple(names))


def tick_circumstances(fields: Fields, names: tuple[str, ...]) -> None:
    """Boxes to tick, in the order given; one that is held is always there."""
    single = state.value("partner") is None
    held = list(state.value(PATH) or ())
    found = [name for name in held if name not in names]
    for name in names:
        if name == (COUPLE_ONLY if single else SINGLE_ONLY) and name not in held:
            continue
        if fields.tick(name, current=name in held, path=f"{PATH}.{name}"):
            found.append(name)
    if set(found) != set(held):
        state.put(PATH, found or None)
