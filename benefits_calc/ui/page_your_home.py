"""Your home: council, how you live, rent, who else lives there, council tax."""

from __future__ import annotations

from datetime import date

import streamlit as st

from benefits_calc.case.ages import age_on
from benefits_calc.engine.tables import council_nations, rental_areas_of
from benefits_calc.output import markup
from benefits_calc.ui import answers, reading, state, stops
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.state import UNSURE
from benefits_calc.words import questions
from benefits_calc.words.page_catalogue import say

MOST_OTHERS = 8
RENTED = ("social_rent", "private_rent", "supported", "temporary")
WITH_BEDROOMS = ("social_rent", "private_rent")
YOUNG = 35
FOR_A_WHOLE_FLAT = ("care_leaver", "homeless_hostel_3_months", "domestic_abuse")
_ONLY_FOR = {
    "mortgaged": "home.mortgage",
    "supported": "home.supported_kind",
    "temporary": "home.temporary_kind",
}
BANDS = ("A", "B", "C", "D", "E", "F", "G", "H")


def show() -> None:
    """Ask, one subject at a time."""
    today = answers.today()
    fields = Fields(today)
    st.html(markup.paragraphs([say("answers", "optional")]))
    _council(fields)
    tenure = _tenure(fields)
    if tenure in RENTED:
        _rent(fields, tenure)
    if tenure == "private_rent":
        _private(fields, today)
    if tenure == "mortgaged":
        fields.money("home.mortgage", "mortgage", default="month")
    if tenure in ("mortgaged", "owned_outright"):
        fields.money("home.service_charges.eligible", "charges", default="month")
    if tenure == "with_family":
        fields.money("home.board", "board")
    _others(fields)
    _council_tax(fields)
    fields.say_problems()
    stops.show()


def _council(fields: Fields) -> None:
    nation = state.value("nation")
    names = {
        code: questions.place_in_words(code)
        for code, where in council_nations().items()
        if nation is None or where == nation
    }
    before = state.value("council")
    council = fields.place("council", "council", names)
    if council is not None:
        if council != before:
            state.put("region", None)
        if nation is None:
            state.put("nation", council_nations()[council])
    elif nation in (None, "england"):
        fields.choice("region", "region")


def _tenure(fields: Fields) -> str | None:
    before = state.value("home.tenure")
    tenure = fields.choice("home.tenure", "tenure")
    if tenure is not None and tenure != before:
        _forget_what_does_not_fit(tenure)
    if tenure == "supported":
        _supported(fields)
    if tenure == "temporary":
        fields.choice("home.temporary_kind", "temporary_kind")
    return tenure


def _supported(fields: Fields) -> None:
    """The kind; the commonest is taken where it is not known, and that is said."""
    path = "home.supported_kind"
    held = state.said(path) or state.value(path)
    found = fields.pick("supported_kind", held, path=path)
    if found is not None and found != held:
        state.put(path, "exempt" if found == UNSURE else found)
        state.set_said(path, UNSURE if found == UNSURE else None)


def _forget_what_does_not_fit(tenure: str) -> None:
    if tenure not in RENTED:
        for name in ("rent", "ineligible_charges", "joint_tenants", "share"):
            state.put(f"home.{name}", None)
    for kind in ("mortgaged", "supported", "temporary"):
        if tenure != kind:
            state.put(_ONLY_FOR[kind], None)
    if tenure != "with_family":
        state.put("home.board", None)


def _rent(fields: Fields, tenure: str) -> None:
    fields.money("home.rent", "rent", default="month" if tenure == "private_rent" else "week")
    if state.value("home.rent.per") == "week" and tenure == "social_rent":
        fields.number("home.rent.weeks_charged", "rent_weeks")
    elif state.value("home.rent.per") != "week":
        state.put("home.rent.weeks_charged", None)
    if tenure != "private_rent":
        fields.money("home.ineligible_charges", "ineligible")
    if tenure in WITH_BEDROOMS:
        fields.number("home.bedrooms", "bedrooms")
    fields.number("home.joint_tenants", "tenants")


def _private(fields: Fields, today: date) -> None:
    room = state.value("home.shared")
    current = None if room is None else "room" if room else "whole"
    found = fields.pick("shared", current)
    if found is not None and found != current:
        state.put("home.shared", found == "room")
    areas = rental_areas_of(state.value("nation"))
    fields.place(
        "rental_area", "rental_area", {code: questions.place_in_words(code) for code in areas}
    )
    if state.value("partner") is not None or state.value("children") or not _is_young(today):
        return
    st.header(say("ask.under_35", "heading"), anchor=False)
    st.html(markup.paragraphs([say("ask.under_35", "note")]))
    for name in FOR_A_WHOLE_FLAT:
        held = bool(state.value(f"claimant.{name}"))
        if fields.tick(name, current=held) != held:
            state.put(f"claimant.{name}", None if held else True)


def _is_young(today: date) -> bool:
    born = reading.read_month(str(state.value("claimant.born") or ""))
    return born is not None and age_on(reading.first_day(born), today) < YOUNG


def _others(fields: Fields) -> None:
    st.header(say("your_home", "others"), anchor=False)
    for place in fields.rows("others_in_home", "others", MOST_OTHERS):
        path, number = f"others_in_home[{place}]", str(place)
        fields.choice(f"{path}.relation", "other_relation", number=number)
        fields.month(f"{path}.born", "other_born", number=number)
        fields.money(f"{path}.gross_earnings", "other_earnings", number=number)
        _disability_of_other(fields, path, number)


def _disability_of_other(fields: Fields, path: str, number: str) -> None:
    """Any such award has the same effect here: it is kept as the one of the nation."""
    name = "adp" if state.value("nation") == "scotland" else "pip"
    held = any(state.value(f"{path}.{award}") for award in ("pip", "adp", "dla"))
    ticked = fields.tick("other_disability", current=held, who=number, number=number)
    if ticked and not held:
        state.put(f"{path}.{name}", {"daily_living": "standard"})
    elif held and not ticked:
        for award in ("pip", "adp", "dla"):
            state.put(f"{path}.{award}", None)


def _council_tax(fields: Fields) -> None:
    st.header(say("your_home", "council_tax"), anchor=False)
    path = "home.council_tax"
    held = state.value(f"{path}.liable")
    if held is None and state.value(path) is not None:
        held = True
    current = None if held is None else UNSURE if held == "unknown" else "yes" if held else "no"
    found = fields.pick("liable", current, path=f"{path}.liable")
    if found is None:
        return
    if found != current:
        state.put(f"{path}.liable", {"yes": True, "no": False}.get(found, "unknown"))
    if found != "yes":
        return
    bands = (*BANDS, "I") if state.value("nation") == "wales" else BANDS
    fields.choice(f"{path}.band", "band", only=(*bands, UNSURE))
    fields.money(f"{path}.bill", "bill", default="year")
