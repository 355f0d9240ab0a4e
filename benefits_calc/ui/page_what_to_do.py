"""What to do: tasks with their days, health reviews, help with money, and the plan."""

from __future__ import annotations

from functools import partial

import streamlit as st

from benefits_calc.output import markup
from benefits_calc.output.calendar_file import calendar_of_tasks
from benefits_calc.output.document_html import document_html
from benefits_calc.output.document_pdf import document_pdf
from benefits_calc.output.next_steps import NextSteps, next_steps
from benefits_calc.output.plan_file import plan_of
from benefits_calc.ui import state
from benefits_calc.ui.answers import Answer
from benefits_calc.words import next_step_parts
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.records import Listing, Section

PLAN = "plan"
CALENDAR = "dates.ics"


def show(found: Answer) -> None:
    """Show what to do, and give the plan to take away."""
    st.html(markup.paragraphs([say("what_to_do", "intro")]))
    steps = state.once(("next_steps",), lambda: next_steps(found.case))
    _tasks(steps)
    for section in _sections(steps, found):
        st.header(section.heading, anchor=False)
        for block in section.blocks:
            st.html(markup.block(block))
    _calendar(steps)
    _plan(found)


def _calendar(steps: NextSteps) -> None:
    st.header(say("what_to_do", "calendar"), anchor=False)
    st.html(markup.paragraphs([say("what_to_do", "calendar_note")]))
    st.download_button(
        say("what_to_do", "calendar_save"),
        data=partial(calendar_of_tasks, steps),
        file_name=CALENDAR,
        mime="text/calendar",
        on_click="ignore",
        key=state.key_of_visit("calendar"),
    )


def _tasks(steps: NextSteps) -> None:
    """The short list in sight, and each task in full where it is opened."""
    section = next_step_parts.task_section(steps.tasks)
    st.header(section.heading, anchor=False)
    for block in section.blocks:
        if isinstance(block, Listing) and block.heading:
            with st.expander(block.heading):
                st.html(markup.items(block.items))
        else:
            st.html(markup.block(block))


def _sections(steps: NextSteps, found: Answer) -> tuple[Section, ...]:
    return (
        *next_step_parts.review_section(steps.reassessment),
        *next_step_parts.money_help_section(steps.money_help, found.case),
    )


def _plan(found: Answer) -> None:
    st.header(say("what_to_do", "plan"), anchor=False)
    st.html(markup.paragraphs([say("what_to_do", "plan_note")]))
    make = partial(plan_of, found.comparison, found.point, state.unit())
    left, right = st.columns(2)
    with left:
        st.download_button(
            say("what_to_do", "plan_pdf"),
            data=lambda: document_pdf(make()),
            file_name=f"{PLAN}.pdf",
            mime="application/pdf",
            on_click="ignore",
            key=state.key_of_visit("plan_pdf"),
        )
    with right:
        st.download_button(
            say("what_to_do", "plan_html"),
            data=lambda: document_html(make()),
            file_name=f"{PLAN}.html",
            mime="text/html",
            on_click="ignore",
            key=state.key_of_visit("plan_html"),
        )
