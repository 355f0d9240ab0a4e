"""Does this match your letters?: each letter against the figure, with likely reasons."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from benefits_calc.analysis.reconcile import Letter, reconcile
from benefits_calc.case import CaseError
from benefits_calc.output import markup
from benefits_calc.ui import state
from benefits_calc.ui.fields import Fields
from benefits_calc.words import answers_list
from benefits_calc.words.money import pence
from benefits_calc.words.page_catalogue import say, section
from benefits_calc.words.reconcile_words import letter_name, letter_sentence, reason_sentence
from benefits_calc.words.records import Item, Row, Table


def show(fields: Fields, today: date) -> None:
    """Show the comparison once the case is complete, and keep a letter's amount where wanted."""
    st.header(say("letters", "heading"), anchor=False)
    case = state.current_case(today)
    if case is None:
        st.html(markup.paragraphs([say("letters", "not_yet")]))
        return
    try:
        found = state.once(("letters", today), partial(reconcile, case))
    except CaseError as error:
        lines = [answers_list.problem_line(problem) for problem in error.problems]
        st.html(markup.problems(say("choose", "problem_case"), lines))
        return
    if not found.letters:
        st.html(markup.paragraphs([say("letters", "none")]))
        return
    st.html(markup.table(_table(found.letters)))
    if all(letter.agrees for letter in found.letters):
        st.html(markup.paragraphs([say("letters", "all_agree")]))
        return
    for letter in found.letters:
        if letter.agrees is False:
            _difference(fields, letter)
    st.html(markup.paragraphs([say("help", "differ_ask"), say("help", "differ_wrong")]))


def _table(letters: tuple[Letter, ...]) -> Table:
    codes = ("benefit", "letter", "figure", "stand")
    return Table(
        say("letters", "caption"),
        tuple(say("letters", code) for code in codes),
        tuple(_row(letter) for letter in letters),
        figures=False,
    )


def _row(letter: Letter) -> Row:
    figure = letter.figure_per_month
    amount = f"{pence(letter.amount)} {section('ask.per.options')[letter.per]}"
    shown = say("amount", "not_worked_out") if figure is None else pence(figure)
    stand = say("letters", "same") if letter.agrees else letter_sentence(letter)
    return Row(letter_name(letter), (amount, shown, stand))


def _difference(fields: Fields, letter: Letter) -> None:
    name = letter_name(letter)
    st.subheader(name, anchor=False)
    if letter.reasons:
        st.html(markup.paragraphs([say("letters", "reasons")]))
        st.html(markup.items(Item("", reason_sentence(reason)) for reason in letter.reasons))
    else:
        st.html(markup.paragraphs([say("letters", "no_reason")]))
    path = f"benefits_now.{letter.line}.locked"
    held = bool(state.value(path))
    if fields.tick("locked", current=held, who=letter.line, name=name) != held:
        state.put(path, None if held else True)
        st.rerun()
