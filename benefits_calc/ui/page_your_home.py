"""Your home: council, how you live, rent, who else lives there, council tax."""

from __future__ import annotations

from datetime import date

import streamlit as st

from benefits_calc.case.ages import age_on
from benefits_calc.case.places import AREA_NOT_KNOWN
from benefits_calc.engine.tables import council_nations, rental_areas_of
from benefits_calc.output import markup
from benefits_calc.ui import answers, reading, state, stops
from benefits_calc.ui.circumstance_questions import tick_circumstances
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.person_questions import WHO
from benefits_calc.ui.state import UNSURE
from benefits_calc.words import asked, questions
from benefits_calc.words.page_catalogue import say

MOST_OTHERS = 8
RENTED = ("social_rent", "private_rent", "supported", "temporary")
OWNED = ("mortgaged", "owned_outright")
# By benefit of another adult, the box that stands for it.
OF_OTHERS = {
    "pension_credit": "other_benefit",
    "universal_credit_without_earnings": "other_universal_credit",
}
WITH_BEDROOMS = ("social_rent", "private_rent")
YOUNG = 35
FOR_A_WHOLE_FLAT = ("care_leaver", "homeless_hostel_3_months", "domestic_abuse")
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
        _private(fields)
    _for_a_whole_flat(fields, tenure, today)
    if tenure in OWNED:
        _owned(fields, tenure)
    if tenure == "with_family" or state.value("home.host") is not None:
        _with_family(fields)
    if tenure in ("supported", "temporary") or state.value("claimant.care_charge") is not None:
        _care(fields)
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
    elif nation in (None, "england") or state.value("region") is not None:
        fields.choice("region", "region")


def _owned(fields: Fields, tenure: str) -> None:
    loan = "home.mortgage_interest_loan"
    if tenure == "mortgaged":
        fields.money("home.mortgage", "mortgage", default="month", keeps=True)
        if not state.value("home.mortgage"):
            state.put("home.mortgage", None)
    if tenure == "mortgaged" or state.value(loan) is not None:
        fields.money(f"{loan}.amount", "smi_loan", default="month")
    fields.money("home.service_charges.eligible", "charges", default="month")


def _with_family(fields: Fields) -> None:
    fields.money("home.board", "board")
    st.subheader(say("ask.host", "heading"), anchor=False)
    st.html(markup.paragraphs([say("ask.host", "note")]))
    for name in asked.OF_THE_FAMILY:
        fields.ticked(f"home.host.{name}", f"host_{name}")


def _care(fields: Fields) -> None:
    """What the council charges for care, and a move to a home of one's own."""
    st.header(say("your_home", "care"), anchor=False)
    path = "claimant.care_charge"
    fields.money(path, "care_charge")
    if state.value(path) is not None:
        fields.choice(f"{path}.section_117", "section_117")
    tick_circumstances(fields, ("leaving_supported_housing",))


def _tenure(fields: Fields) -> str | None:
    before = state.value("home.tenure")
    tenure = fields.choice("home.tenure", "tenure")
    if tenure is not None and tenure != before:
        _keep_what_fits(tenure)
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


def _keep_what_fits(tenure: str) -> None:
    """What another tenure asks for is set aside, and comes back if that is chosen again."""
    fits = {
        "home.rent": tenure in RENTED,
        "home.ineligible_charges": tenure in RENTED,
        "home.joint_tenants": tenure in RENTED,
        "home.share": tenure in RENTED,
        "home.mortgage": tenure == "mortgaged",
        "home.mortgage_interest_loan": tenure == "mortgaged",
        "home.supported_kind": tenure == "supported",
        "home.temporary_kind": tenure == "temporary",
        "rental_area": tenure == "private_rent",
        "home.shared": tenure == "private_rent",
        "home.local_housing_allowance": tenure == "private_rent",
        "home.board": tenure == "with_family",
        "home.host": tenure == "with_family",
    }
    for path, fit in fits.items():
        (state.take_back if fit else state.set_aside)(path)
    if tenure != "supported":
        state.set_said("home.supported_kind", None)


def _rent(fields: Fields, tenure: str) -> None:
    fields.money("home.rent", "rent", default="month" if tenure == "private_rent" else "week")
    if state.value("home.rent.per") == "week":
        state.take_back("home.rent.weeks_charged")
    weeks = state.value("home.rent.weeks_charged") is not None
    if state.value("home.rent.per") == "week" and (tenure == "social_rent" or weeks):
        fields.number("home.rent.weeks_charged", "rent_weeks")
    elif state.value("home.rent.per") != "week":
        state.set_aside("home.rent.weeks_charged")
    if tenure != "private_rent" or state.value("home.ineligible_charges") is not None:
        fields.money("home.ineligible_charges", "ineligible")
    if tenure in WITH_BEDROOMS or state.value("home.bedrooms") is not None:
        fields.number("home.bedrooms", "bedrooms")
    fields.number("home.joint_tenants", "tenants")
    if tenure in WITH_BEDROOMS:
        _rooms_for_health(fields)


def _rooms_for_health(fields: Fields) -> None:
    """An own room for a carer, or for a child who cannot share."""
    for person, code in (("claimant", "overnight"), ("partner", "overnight_partner")):
        awards = any(state.value(f"{person}.{name}") for name in ("pip", "adp", "dla"))
        path = f"{person}.needs_overnight_care"
        if awards or state.value(path) is not None:
            fields.ticked(path, code)
    children = state.value("children") or []
    for place, child in enumerate(children, start=1):
        path = f"children[{place}].needs_own_room"
        awards = any(child.get(name) for name in ("dla", "cdp", "pip", "adp"))
        if (awards and len(children) > 1) or child.get("needs_own_room") is not None:
            fields.ticked(path, "own_room", number=str(place))


def _private(fields: Fields) -> None:
    room = state.value("home.shared")
    current = None if room is None else "room" if room else "whole"
    found = fields.pick("shared", current, path="home.shared")
    if found is not None and found != current:
        state.put("home.shared", found == "room")
    areas = rental_areas_of(state.value("nation"))
    names = {code: questions.place_in_words(code) for code in areas}
    fields.place("rental_area", "rental_area", names, AREA_NOT_KNOWN)
    _area_not_known(fields)


def _for_a_whole_flat(fields: Fields, tenure: str | None, today: date) -> None:
    """What lifts the limit to a room for people under 35."""
    held = any(state.value(f"claimant.{name}") for name in FOR_A_WHOLE_FLAT)
    family = state.value("partner") is not None or bool(state.value("children"))
    matters = tenure == "private_rent" and not family and _is_young(today)
    if not held and not matters:
        return
    st.header(say("ask.under_35", "heading"), anchor=False)
    st.html(markup.paragraphs([say("ask.under_35", "note")]))
    for name in FOR_A_WHOLE_FLAT:
        fields.ticked(f"claimant.{name}", name)


def _area_not_known(fields: Fields) -> None:
    """The statement's own amount in its place; the whole rent, and that is said, without it."""
    given = "home.local_housing_allowance"
    if state.value("rental_area") == AREA_NOT_KNOWN or state.value(given) is not None:
        fields.money(given, "statement_rent", default="month")


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
        _situation_of_other(fields, path, number)


def _situation_of_other(fields: Fields, path: str, number: str) -> None:
    """What decides whether benefits take something off for this person, and how much."""
    hours = f"{path}.hours_per_week"
    if state.value(f"{path}.gross_earnings") is not None or state.value(hours) is not None:
        fields.number(hours, "other_hours", number=number)
    for name, code in OF_OTHERS.items():
        held = list(state.value(f"{path}.benefits") or ())
        where = f"{path}.benefits.{name}"
        ticked = fields.tick(code, current=name in held, path=where, number=number)
        if ticked != (name in held):
            kept = [item for item in held if item != name] + ([name] if ticked else [])
            state.put(f"{path}.benefits", kept or None)
    fields.ticked(f"{path}.student", "other_student", number=number)
    where, place = f"{path}.partner_of", int(number)
    held = state.value(where)
    # One of the two is enough, so it is asked of the one who comes later in the list.
    if place == 1 and held is None:
        return
    others = len(state.value("others_in_home")) if held is not None else place - 1
    each = (str(other) for other in range(1, others + 1) if other != place)
    current = "no" if held is None else str(held)
    only = ("no", *each)
    found = fields.pick("other_partner", current, path=where, only=only, number=number)
    if found is not None and found != current:
        state.put(where, int(found) if found.isdigit() else None)


def _disability_of_other(fields: Fields, path: str, number: str) -> None:
    """Any such award has the same effect here: it is kept as the one of the nation."""
    name = "adp" if state.value("nation") == "scotland" else "pip"
    held = any(state.value(f"{path}.{award}") for award in ("pip", "adp", "dla"))
    ticked = fields.tick("other_disability", current=held, path=f"{path}.{name}", number=number)
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
    if state.value(f"{path}.band") is not None:
        fields.ticked(f"{path}.disabled_band_reduction", "disabled_band")
    for person in ("claimant", "partner"):
        if state.value(person) is not None:
            where = f"{person}.severe_mental_impairment_certified"
            fields.ticked(where, "severe_mental_impairment", who=WHO[person])
