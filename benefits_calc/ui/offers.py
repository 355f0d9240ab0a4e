"""Jobs side by side: keep this one, change it, keep the next."""

from __future__ import annotations

from functools import partial

import streamlit as st

from benefits_calc.output import markup
from benefits_calc.ui import state
from benefits_calc.ui.answers import Answer, answer
from benefits_calc.words.money import Unit
from benefits_calc.words.offers import offers_table
from benefits_calc.words.page_catalogue import say


def show(found: Answer, unit: Unit) -> None:
    """Show the jobs that were kept, with buttons to keep this one and to empty the list."""
    st.header(say("offers", "heading"), anchor=False)
    st.html(markup.paragraphs([say("offers", "intro")]))
    job = found.case.job
    if job is not None and st.button(say("offers", "keep"), key=state.key_of_visit("keep")):
        state.keep_offer(job)
    kept = state.offers()
    if not kept:
        return
    answered = [
        state.once(
            ("offer", offer),
            partial(
                answer,
                found.case.model_copy(update={"job": offer}),
                found.comparison.dates.as_at,
            ),
        )
        for offer in kept
    ]
    table = offers_table([(item.comparison, item.point) for item in answered], unit)
    st.html(markup.table(table))
    if st.button(say("offers", "drop"), key=state.key_of_visit("drop")):
        state.drop_offers()
        st.rerun()
