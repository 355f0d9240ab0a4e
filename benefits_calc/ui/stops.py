"""Situations in which no figures are shown: kind words, and who can help."""

from __future__ import annotations

import streamlit as st

from benefits_calc.output import markup
from benefits_calc.ui import state
from benefits_calc.words.page_catalogue import say, section

OLDER_BENEFITS = (
    "income_related_esa",
    "income_support",
    "income_based_jsa",
    "tax_credits",
    "pension_credit",
)


def found() -> tuple[str, ...]:
    """Why no figures are shown, by code of the catalogue; nothing where they are."""
    known = section("stops")
    named = [name for name in state.value("circumstances") or () if name in known]
    if state.value("nation") == "northern_ireland":
        named.append("northern_ireland")
    if any(state.value(f"benefits_now.{name}") is not None for name in OLDER_BENEFITS):
        named.append("older_benefit")
    return tuple(named)


def show() -> bool:
    """Say so on the page, where there is a reason.

    Returns:
        Whether there is one.
    """
    reasons = found()
    if reasons:
        lines = [say("stops", name) for name in reasons]
        lines += [say("stops", "not_now"), say("stops", "who_can_help"), say("help", "advice")]
        st.html(markup.section(say("stops", "heading"), lines, "bc-stop"))
    return bool(reasons)
