"""Money now: what is paid today, by the letters, and other money and savings."""

from __future__ import annotations

from datetime import date

import streamlit as st

from benefits_calc.engine.system import parameter_at
from benefits_calc.output import markup
from benefits_calc.ui import answers, letters, state, stops
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.state import UNSURE
from benefits_calc.words.money import whole
from benefits_calc.words.page_catalogue import say

MOST_JOBS, MOST_INCOMES = 5, 8
UC = "benefits_now.universal_credit"
NOW = "benefits_now"


def show() -> None:
    """Ask, one subject at a time."""
    today = answers.today()
    fields = Fields(today, **_limits(today))
    st.html(markup.paragraphs([say("money_now", "letters"), say("answers", "optional")]))
    _universal_credit(fields)
    _council_help(fields)
    _esa(fields)
    _family_benefits(fields)
    _older(fields)
    _savings(fields)
    _jobs(fields)
    _incomes(fields)
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
    current = _claims()
    found = fields.pick("universal_credit", current, path=path)
    if found is not None and (found != current or state.value(path) is None):
        _keep_claim(found, changed=found != current)
    if found != "yes" or state.value(UC) is None:
        return
    fields.number(f"{UC}.assessment_period_starts_on", "period_starts")
    fields.money(f"{UC}.amount", "uc_amount", default="month")
    if state.value(f"{UC}.amount") is not None:
        fields.choice(f"{UC}.amount_is", "uc_amount_is", default="before_deductions")
    _deductions(fields)
    fields.money(f"{UC}.transitional_element", "uc_transitional", default="month")


def _claims() -> str | None:
    """Whether Universal Credit is paid, as far as is known; a rate on its statement says so."""
    said = state.said("claims_universal_credit")
    claims, award = state.value("claims_universal_credit"), state.value(UC)
    if said is not None:
        return said
    if award is not None or claims is True:
        return "yes"
    if claims is False or state.value(NOW) is not None:
        return "no"
    if state.value("claimant.health_element") in ("protected", "standard"):
        return "yes"
    return None


def _keep_claim(found: str, *, changed: bool) -> None:
    """Keep the award, or that there is none; what nobody knows is taken as not claimed."""
    path = "claims_universal_credit"
    state.set_said(path, UNSURE if found == UNSURE else None)
    if found == "yes":
        if state.value(path) is False:
            state.put(path, None)
        if state.value(UC) is None and state.value(path) is None:
            state.put(UC, {})
    elif changed:
        state.put(UC, None)
        state.put(path, False)


def _deductions(fields: Fields) -> None:
    """One sum for what is taken off, unless a file lists several."""
    path = f"{UC}.deductions"
    held = state.value(path) or []
    if len(held) > 1:
        return
    fields.money(f"{path}[1]", "uc_deductions", default="month")
    if state.value(f"{path}[1]") is not None and state.value(f"{path}[1].kind") is None:
        state.put(f"{path}[1].kind", "other")


def _council_help(fields: Fields) -> None:
    st.header(say("money_now", "council"), anchor=False)
    if state.value("home.tenure") in ("supported", "temporary"):
        _paid(fields, "housing_benefit")
    _paid(fields, "council_tax_reduction")


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
        state.put(path, {"amount": 0, "per": "week"} if found == "no" else None)
    if found == "yes":
        fields.money(path, f"{name}_amount")


def _esa(fields: Fields) -> None:
    st.header(say("money_now", "other_benefits"), anchor=False)
    path = "claimant.new_style_esa"
    group = state.value(f"{path}.group")
    current = group or state.said(path) or ("no" if state.opened_a_case() else None)
    found = fields.pick("new_style_esa", current, path=path)
    if found is not None and found != current:
        is_paid = found not in ("no", UNSURE)
        state.set_said(path, None if is_paid else found)
        if is_paid:
            state.put(f"{path}.group", found)
        else:
            state.put(path, None)
            state.put(f"{NOW}.new_style_esa", None)
    if state.value(path) is not None:
        fields.money(f"{NOW}.new_style_esa", "new_style_esa_amount", default="fortnight")


def _family_benefits(fields: Fields) -> None:
    if state.value("claimant.carer.carers_allowance"):
        scottish = state.value("nation") == "scotland"
        name = "carer_support_payment" if scottish else "carers_allowance"
        payment = say("ask.carers_payment", name)
        fields.money(f"{NOW}.{name}", "carer_amount", payment=payment)
    if state.value("children"):
        fields.money(f"{NOW}.child_benefit", "child_benefit", default="four_weeks")


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
    held = state.value("savings_ignored") or []
    if not state.value("savings") or len(held) > 1:
        return
    path = "savings_ignored[1]"
    fields.number(f"{path}.amount", "savings_arrears", step=100.0)
    if state.value(f"{path}.amount") is None:
        state.put(path, None)
        return
    if state.value(f"{path}.kind") is None:
        state.put(f"{path}.kind", "benefit_arrears")
    fields.month(f"{path}.received", "savings_arrears_received")


def _jobs(fields: Fields) -> None:
    st.header(say("money_now", "work"), anchor=False)
    for place in fields.rows("claimant.jobs", "jobs", MOST_JOBS):
        path, number = f"claimant.jobs[{place}]", str(place)
        fields.pay(path, "present_pay", number=number)
        fields.number(f"{path}.hours_per_week", "present_hours", number=number)


def _incomes(fields: Fields) -> None:
    for place in fields.rows("claimant.other_income", "incomes", MOST_INCOMES):
        path, number = f"claimant.other_income[{place}]", str(place)
        fields.choice(f"{path}.kind", "income_kind", number=number)
        fields.money(path, "income_amount", keeps=True, number=number)
