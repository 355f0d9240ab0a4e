"""About you: where you live, health, disability benefit, family, caring, study."""

from __future__ import annotations

from datetime import date

import streamlit as st

from benefits_calc.engine.system import parameter_at
from benefits_calc.output import markup
from benefits_calc.ui import answers, state, stops
from benefits_calc.ui.circumstance_questions import ask_circumstances
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.person_questions import ask_caring, ask_disability, ask_health, ask_study
from benefits_calc.words.money import pence
from benefits_calc.words.page_catalogue import say

MOST_CHILDREN = 10
GREAT_BRITAIN = ("england", "scotland", "wales")


def show() -> None:
    """Ask, one subject at a time."""
    today = answers.today()
    fields = Fields(today, **_rates(today))
    st.html(markup.paragraphs([say("answers", "optional")]))
    before = state.value("nation")
    nation = fields.choice("nation", "nation")
    if before is not None and nation != before:
        _forget_places()
    fields.month("claimant.born", "born")
    ask_health(fields, "claimant")
    ask_disability(fields, "claimant")
    _heading("family")
    if fields.yes_no("partner", is_yes=state.value("partner") is not None, path="partner"):
        state.take_back("partner")
        if state.value("partner") is None:
            state.put("partner", {})
        fields.month("partner.born", "born", who="partner")
        ask_health(fields, "partner")
        ask_disability(fields, "partner")
    else:
        state.set_aside("partner")
    _children(fields, today)
    _heading("care_and_study")
    ask_caring(fields, "claimant")
    ask_study(fields, "claimant")
    if state.value("partner") is not None:
        ask_caring(fields, "partner")
        ask_study(fields, "partner")
    ask_circumstances(fields)
    _about_health_now(fields)
    fields.say_problems()
    stops.show()


def _about_health_now(fields: Fields) -> None:
    """A stay in hospital, a baby that is due, and somebody who deals with the benefits."""
    for path, code, then in (
        ("claimant.in_hospital_since", "in_hospital", "hospital_since"),
        ("claimant.pregnant_due", "pregnant", "baby_due"),
    ):
        if fields.tick(code, current=state.value(path) is not None or state.said(path) == "yes"):
            state.set_said(path, "yes")
            state.take_back(path)
            fields.day(path, then)
        else:
            state.set_said(path, None)
            state.keep_typed(path, None)
            state.set_aside(path)
    fields.ticked("claimant.appointee", "appointee")


def _heading(code: str) -> None:
    st.header(say("about_you", code), anchor=False)


def _rates(today: date) -> dict[str, str]:
    day = state.day_of_rates(today)
    rates = ("protected", "standard")
    return {name: pence(parameter_at(f"dwp.universal_credit.lcwra.{name}", day)) for name in rates}


def _forget_places() -> None:
    """A council or a rental area of another nation cannot stay."""
    for path in ("council", "region", "rental_area"):
        state.put(path, None)


def _children(fields: Fields, today: date) -> None:
    rows = fields.rows("children", "children", MOST_CHILDREN)
    needed = {problem.field for problem in state.checked(today).missing}
    for place in rows:
        path, number = f"children[{place}]", str(place)
        fields.month(f"{path}.born", "child_born", number=number)
        if f"{path}.sex" in needed or state.value(f"{path}.sex") is not None:
            fields.choice(f"{path}.sex", "child_sex", number=number)
        ends = f"{path}.in_education_until"
        if ends in needed or state.value(ends) is not None:
            fields.month(ends, "child_school", number=number)
        _child_disability(fields, path, number)


def _child_disability(fields: Fields, path: str, number: str) -> None:
    names = ("dla", "cdp", "pip", "adp")
    current = next((name for name in names if state.value(f"{path}.{name}")), "no")
    only = names if state.value("nation") == "scotland" else ("dla", "pip")
    found = fields.pick("child_disability", current, path=path, only=("no", *only), number=number)
    for name in names if found != current else ():
        (state.take_back if name == found else state.set_aside)(f"{path}.{name}")
    if found in ("dla", "cdp"):
        if not state.value(f"{path}.{found}"):
            state.put(f"{path}.{found}", {"care": "none", "mobility": "none"})
        for part, code in (("care", "dla_care"), ("mobility", "dla_mobility")):
            fields.choice(f"{path}.{found}.{part}", code, who="child", number=number)
    elif found in ("pip", "adp"):
        if not state.value(f"{path}.{found}"):
            state.put(f"{path}.{found}", {"daily_living": "none", "mobility": "none"})
        for part in ("daily_living", "mobility"):
            fields.choice(f"{path}.{found}.{part}", part, who="child", number=number)
