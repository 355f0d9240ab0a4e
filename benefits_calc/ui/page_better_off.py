"""Better off?: the result: sentences, figures, charts beside tables, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from benefits_calc.analysis.explain import explain
from benefits_calc.analysis.hours_for import hours_for
from benefits_calc.output import charts, curve_chart, markup, strip_charts
from benefits_calc.ui import offers, pictures, state
from benefits_calc.ui.answers import Answer
from benefits_calc.words import band_parts, page_parts, page_tables
from benefits_calc.words.hours_for import hours_for_sentences
from benefits_calc.words.lead import lead
from benefits_calc.words.money import Unit
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.records import Item
from benefits_calc.words.times import hours


def show(found: Answer) -> None:
    """Show everything that an answer says, in one unit of time."""
    unit = state.unit()
    worked = hours(found.point.hours_per_week or 0.0)
    st.header(say("lead", "heading", hours=worked), anchor=False)
    st.html(markup.lead(lead(found.comparison, found.point, unit)))
    _list(say("lead", "check"), page_parts.to_check(found.comparison))
    _list(say("band", "extra_pay_day"), band_parts.worst_period_items(found.comparison))
    _now_and_job(found, unit)
    _statuses(found, unit)
    _by_hours(found, unit)
    _causes(found, unit)
    _band(found)
    _hours_for(found, unit)
    offers.show(found, unit)
    _besides(found)
    _list(say("could_claim", "heading"), page_parts.could_claim(found.comparison, unit))
    _limits(found)
    _working(found)


def _now_and_job(found: Answer, unit: Unit) -> None:
    st.header(say("now_and_job", "heading"), anchor=False)
    left, right = st.columns([2, 3], gap="large")
    with left:
        pictures.show(
            charts.bars(found.comparison, found.point, unit),
            key=state.key_of_visit("bars"),
            alt=charts.bars_alt(found.comparison, found.point, unit),
        )
    with right:
        st.html(markup.table(page_tables.now_and_job(found.comparison, found.point, unit)))
        notes = [say("now_and_job", "left_over_note"), say("now_and_job", "zero_note")]
        if found.comparison.unknown:
            notes.append(say("now_and_job", "unknown_note"))
        st.html(markup.paragraphs(notes, "footer"))


def _statuses(found: Answer, unit: Unit) -> None:
    st.header(say("statuses", "heading"), anchor=False)
    for group in page_parts.status_groups(found.comparison, found.point, unit):
        _list(group.heading, group.items)
    stop = page_parts.stop_sentence(found.point)
    st.html(markup.paragraphs([stop, say("help", "advice")]))


def _by_hours(found: Answer, unit: Unit) -> None:
    st.header(say("hours", "heading"), anchor=False)
    sentences = page_parts.curve_sentences(found.comparison, found.curve, unit)
    st.html(markup.paragraphs(sentences))
    left, right = st.columns(2, gap="large")
    with left:
        pictures.show(
            curve_chart.curve(found.comparison, found.curve, found.point, unit),
            key=state.key_of_visit("curve"),
            alt=curve_chart.curve_alt(found.comparison, found.curve, unit),
        )
        note = say("hours", "marks", heading=say("causes", "heading"))
        st.html(markup.paragraphs([note], "footer"))
    with right:
        st.html(markup.table(page_tables.by_hours(found.comparison, found.point, unit)))


def _causes(found: Answer, unit: Unit) -> None:
    st.header(say("causes", "heading"), anchor=False)
    causes = page_parts.causes(found.comparison, unit)
    if causes:
        st.html(markup.items(causes, numbered=True))
    else:
        st.html(markup.paragraphs([page_parts.no_causes(found.comparison)]))


def _band(found: Answer) -> None:
    said = band_parts.band_sentences(found.comparison)
    if not said:
        return
    st.header(say("band", "heading"), anchor=False)
    st.html(markup.paragraphs(said))
    pictures.show(
        strip_charts.strip_bars(found.comparison),
        key=state.key_of_visit("strips"),
        alt=say("band", "picture"),
    )
    with st.expander(say("band", "more")):
        st.html(markup.table(band_parts.strips_table(found.comparison)))


def _besides(found: Answer) -> None:
    if not found.point.help:
        return
    with st.expander(say("besides", "heading")):
        for block in band_parts.help_blocks(found.point):
            st.html(markup.block(block))


def _hours_for(found: Answer, unit: Unit) -> None:
    st.header(say("hours_for", "heading"), anchor=False)
    target = st.number_input(
        say("hours_for", "ask", each=unit.each),
        min_value=0.0,
        value=None,
        step=10.0,
        format="%.0f",
        key=state.key_of_case("left_over_wanted"),
    )
    st.html(markup.paragraphs([say("hours_for", "ask_hint")], "hint"))
    answered = found.as_now
    if target is not None:
        wanted = unit.per_month(target)
        answered = state.once(("hours_for", wanted), lambda: hours_for(found.case, wanted))
    said = hours_for_sentences(answered, unit, as_now=target is None)
    st.html(markup.lead(said))


def _limits(found: Answer) -> None:
    with st.expander(say("limits", "heading")):
        _list(say("limits", "assumed"), page_parts.assumptions(found.comparison))
        _list(
            say("limits", "not_asked"),
            page_parts.not_asked(found.comparison),
            say("limits", "not_asked_note"),
        )
        _list(
            say("limits", "not_covered"),
            page_parts.not_covered(found.comparison),
            say("limits", "not_covered_note"),
        )
        st.subheader(say("limits", "zero"), anchor=False)
        st.html(markup.paragraphs([say("limits", "zero_note")]))


def _working(found: Answer) -> None:
    # Worked out only when asked for: it is the longest table of the page.
    if not st.checkbox(say("working", "toggle"), key=state.key_of_visit("working")):
        return
    st.header(say("working", "heading"), anchor=False)
    st.html(markup.paragraphs([say("working", "note")]))
    st.html(markup.table(page_tables.lines_in_pence(found.comparison, found.point)))
    explanation = explain(found.case, found.point.hours_per_week)
    st.html(markup.table(page_tables.steps(explanation)))


def _list(heading: str, found: Iterable[Item], note: str | None = None) -> None:
    listed = tuple(found)
    if not listed:
        return
    st.subheader(heading, anchor=False)
    before = markup.paragraphs([note]) if note else ""
    st.html(before + markup.items(listed))
