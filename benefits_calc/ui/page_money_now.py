"""Money now: what is paid today, by the letters, and other money and savings."""

from __future__ import annotations

from datetime import date

import streamlit as st

from benefits_calc.engine.system import parameter_at
from benefits_calc.output import markup
from benefits_calc.ui import answers, letters, state, stops
from benefits_calc.ui.circumstance_questions import tick_circumstances
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.income_questions import (
    ask_esa,
    ask_jsa,
    ask_other_income,
    ask_work,
    universal_credit_as_said,
)
from benefits_calc.ui.person_questions import WHO
from benefits_calc.ui.state import UNSURE
from benefits_calc.words.money import whole
from benefits_calc.words.page_catalogue import say

MOST_DEDUCTIONS, MOST_LEFT_OUT = 6, 4
RENT_IN_AWARD = ("social_rent", "private_rent")
UC = "benefits_now.universal_credit"
NOW = "benefits_now"


def show() -> None:
    """Ask, one subject at a time."""
    today = answers.today()
    fields = Fields(today, **_limits(today))
    st.html(markup.paragraphs([say("money_now", "letters"), say("answers", "optional")]))
    _universal_credit(fields)
    _council_help(fields)
    _contributory(fields)
    _family_benefits(fields)
    _older(fields)
    _savings(fields)
    _people(fields)
    fields.say_problems()
    if not stops.show():
        letters.show(fields, today)


def _limits(today: date) -> dict[str, str]:
    """The two limits for savings, in whole pounds."""
    day = state.day_of_rates(today)
    names = {"lower": "lower_limit", "upper": "upper_limit"}
    return {
        short: f"£{whole(parameter_at(f'dwp.universal_credit.capital.{name}', day)):,}"
        for short, name in names.items()
    }


def _universal_credit(fields: Fields) -> None:
    st.header(say("money_now", "universal_credit"), anchor=False)
    path = "claims_universal_credit"
    current = universal_credit_as_said()
    found = fields.pick("universal_credit", current, path=path)
    if found is not None and (found != current or state.value(path) is None):
        _keep_claim(found, changed=found != current)
    if found != "yes" or state.value(UC) is None:
        return
    fields.number(f"{UC}.assessment_period_starts_on", "period_starts")
    not_known = any(state.said(f"{person}.health_element") == UNSURE for person in WHO)
    if not_known or state.value(f"{UC}.since") is not None:
        fields.month(f"{UC}.since", "uc_since")
    fields.money(f"{UC}.amount", "uc_amount", default="month")
    if state.value(f"{UC}.amount") is not None:
        fields.choice(f"{UC}.amount_is", "uc_amount_is", default="before_deductions")
    _on_the_statement(fields)


def _keep_claim(found: str, *, changed: bool) -> None:
    """Keep the award, or that there is none; what nobody knows is taken as not claimed."""
    path = "claims_universal_credit"
    state.set_said(path, UNSURE if found == UNSURE else None)
    if found == "yes":
        if state.value(path) is False:
            state.put(path, None)
        state.take_back(UC)
        if state.value(UC) is None and state.value(path) is None:
            state.put(UC, {})
    elif changed:
        state.set_aside(UC)
        state.put(path, False)


def _on_the_statement(fields: Fields) -> None:
    """What is taken off, protection after an older benefit, a sanction, and how it is paid."""
    for place in fields.rows(f"{UC}.deductions", "uc_deductions", MOST_DEDUCTIONS):
        path, number = f"{UC}.deductions[{place}]", str(place)
        fields.choice(f"{path}.kind", "deduction_kind", number=number)
        fields.money(path, "deduction_amount", default="month", keeps=True, number=number)
        fields.day(f"{path}.ends", "deduction_ends", number=number)
    fields.money(f"{UC}.transitional_element", "uc_transitional", default="month")
    at_start = f"{UC}.earned_above_threshold_at_start"
    if state.value(f"{UC}.transitional_element.amount") or state.value(at_start) is not None:
        fields.choice(at_start, "earned_at_start")
    _sanction(fields)
    if state.value("nation") == "scotland" or state.value(f"{UC}.paid") is not None:
        fields.choice(f"{UC}.paid", "uc_paid", default="monthly")
    direct = f"{UC}.rent_to_landlord"
    if state.value("home.tenure") in RENT_IN_AWARD or state.value(direct) is not None:
        fields.ticked(direct, "rent_to_landlord")


def _sanction(fields: Fields) -> None:
    path = f"{UC}.sanction"
    held = state.value(path) is not None or state.said(path) == "yes"
    if not fields.tick("sanction", current=held, path=path):
        state.set_said(path, None)
        state.put(path, None)
        return
    state.set_said(path, "yes")
    fields.number(f"{path}.per_day", "sanction_per_day", pence=True)
    fields.day(f"{path}.until", "sanction_until")


def _council_help(fields: Fields) -> None:
    st.header(say("money_now", "council"), anchor=False)
    held = state.value(f"{NOW}.housing_benefit") is not None
    if held or state.value("home.tenure") in ("supported", "temporary"):
        _paid(fields, "housing_benefit")
    _paid(fields, "council_tax_reduction")
    extra = f"{NOW}.discretionary_housing_payment"
    if state.value("home.tenure") in RENT_IN_AWARD or state.value(extra) is not None:
        fields.money(extra, "discretionary_housing_payment")


def _paid(fields: Fields, name: str) -> None:
    """A benefit of the council: its amount; nothing; or not known, and then said."""
    path = f"{NOW}.{name}"
    amount = state.value(f"{path}.amount")
    current = state.said(path)
    if amount is not None:
        current = "yes" if amount else "no"
    found = fields.pick(name, current, path=path)
    if found is not None and found != current:
        state.set_said(path, found if found in ("yes", UNSURE) else None)
        if amount:
            state.set_aside(path)
        state.put(path, None)
        if found == "no":
            state.put(path, {"amount": 0, "per": "week"})
        elif found == "yes":
            state.take_back(path)
    if found == "yes":
        fields.money(path, f"{name}_amount")


def _contributory(fields: Fields) -> None:
    st.header(say("money_now", "other_benefits"), anchor=False)
    for person in ("claimant", "partner"):
        if person == "claimant" or state.value(person) is not None:
            ask_esa(fields, person)
            ask_jsa(fields, person)


def _family_benefits(fields: Fields) -> None:
    scottish = state.value("nation") == "scotland"
    name = "carer_support_payment" if scottish else "carers_allowance"
    if state.value("claimant.carer.carers_allowance") or state.value(f"{NOW}.{name}") is not None:
        payment = say("ask.carers_payment", name)
        fields.money(f"{NOW}.{name}", "carer_amount", payment=payment)
    if state.value("children"):
        fields.money(f"{NOW}.child_benefit", "child_benefit", default="four_weeks")
    if state.value("children") and state.value("nation") == "scotland":
        fields.money(f"{NOW}.scottish_child_payment", "scottish_child", default="four_weeks")


def _older(fields: Fields) -> None:
    held = next((name for name in stops.OLDER_BENEFITS if state.value(f"{NOW}.{name}")), None)
    current = held or state.said("older") or "no"
    found = fields.pick("older", current, path="older")
    if found == current:
        return
    state.set_said("older", UNSURE if found == UNSURE else None)
    for name in stops.OLDER_BENEFITS:
        state.put(f"{NOW}.{name}", {"amount": 0, "per": "week"} if name == found else None)


def _savings(fields: Fields) -> None:
    st.header(say("money_now", "savings"), anchor=False)
    fields.number("savings", "savings", step=100.0)
    if state.value("savings") or state.value("savings_ignored"):
        for place in fields.rows("savings_ignored", "savings_left_out", MOST_LEFT_OUT):
            path, number = f"savings_ignored[{place}]", str(place)
            fields.choice(f"{path}.kind", "left_out_kind", number=number)
            fields.number(f"{path}.amount", "left_out_amount", step=100.0, number=number)
            fields.month(f"{path}.received", "left_out_received", number=number)
    tick_circumstances(fields, ("inheritance_or_compensation",))


def _people(fields: Fields) -> None:
    """Work and other money now, of one after the other."""
    for person, code in (("claimant", "work"), ("partner", "work_of_partner")):
        if state.value(person) is None and person == "partner":
            continue
        st.header(say("money_now", code), anchor=False)
        ask_work(fields, person)
        ask_other_income(fields, person)
