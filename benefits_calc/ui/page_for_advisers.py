"""For advisers: the working with its law, exact lines, offers side by side, expected results."""

from __future__ import annotations

from functools import partial

import streamlit as st

from benefits_calc.analysis.comparison import Point
from benefits_calc.analysis.explain import explain
from benefits_calc.output import markup
from benefits_calc.output.contract import LINE_ORDER
from benefits_calc.output.document_html import document_html
from benefits_calc.output.expected import expected_file
from benefits_calc.ui import offers, state
from benefits_calc.ui.answers import Answer
from benefits_calc.words import adviser_tables, page_tables
from benefits_calc.words.catalogue import label_of
from benefits_calc.words.money import Unit
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.plan import record

RECORD_FILE = "record.html"
EXPECTED_FILE = "expected.yaml"
MOST_CHARACTERS = 300


def show(found: Answer) -> None:
    """Show the working, by choice of point, and the tools below it."""
    st.html(markup.paragraphs([say("advisers", "intro"), say("working", "note")]))
    point = _working(found)
    st.header(say("advisers", "thresholds"), anchor=False)
    st.html(markup.table(adviser_tables.thresholds_table(found.comparison)))
    st.html(markup.table(adviser_tables.kept_table(found.comparison)))
    st.header(say("advisers", "statuses"), anchor=False)
    st.html(markup.table(adviser_tables.statuses_table(found.comparison)))
    offers.show(found, state.unit())
    _expected(found, point)
    _record(found)


def _working(found: Answer) -> Point:
    points = (found.comparison.now, *found.comparison.points)
    place = st.selectbox(
        say("advisers", "point"),
        range(len(points)),
        index=points.index(found.point),
        format_func=lambda i: adviser_tables.point_name(points[i]),
        key=state.key_of_case("point"),
    )
    point = points[place]
    st.html(markup.table(page_tables.lines_in_pence(found.comparison, point)))
    explanation = state.once(
        ("explain", point.hours_per_week), lambda: explain(found.case, point.hours_per_week)
    )
    st.html(markup.table(page_tables.steps(explanation)))
    return point


def _expected(found: Answer, point: Point) -> None:
    """A file for a test, of the point whose working is shown."""
    st.header(say("advisers", "expected"), anchor=False)
    where = say("advisers", "expected_at", point=adviser_tables.point_name(point))
    st.html(markup.paragraphs([say("advisers", "expected_intro"), where]))
    lines = [line for line in LINE_ORDER if line in point.per_month]
    line = st.selectbox(
        say("advisers", "expected_line"),
        lines,
        format_func=label_of,
        key=state.key_of_visit("expected_line"),
    )
    amount = st.number_input(
        say("advisers", "expected_amount"),
        value=None,
        step=0.01,
        format="%.2f",
        key=state.key_of_visit("expected_amount"),
    )
    source = st.text_input(
        say("advisers", "expected_source"),
        max_chars=MOST_CHARACTERS,
        key=state.key_of_visit("expected_source"),
    )
    if amount is None:
        st.html(markup.paragraphs([say("advisers", "expected_missing")], "footer"))
        return
    worked = point.hours_per_week
    st.download_button(
        say("advisers", "expected_save"),
        data=partial(expected_file, found.case, worked, line, amount, source),
        file_name=EXPECTED_FILE,
        mime="application/yaml",
        on_click="ignore",
        key=state.key_of_visit("expected_save"),
    )


def _record(found: Answer) -> None:
    st.header(say("advisers", "record"), anchor=False)
    st.html(markup.paragraphs([say("advisers", "record_note")]))
    st.download_button(
        say("advisers", "record_html"),
        data=lambda: document_html(record(found.comparison, found.point, Unit())),
        file_name=RECORD_FILE,
        mime="text/html",
        on_click="ignore",
        key=state.key_of_visit("record"),
    )
