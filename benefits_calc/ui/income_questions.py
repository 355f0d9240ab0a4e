"""Questions about one grown-up's money: New Style ESA and JSA, work now, other income."""

from __future__ import annotations

from benefits_calc.ui import state
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.person_questions import WHO
from benefits_calc.ui.state import UNSURE

MOST_JOBS, MOST_INCOMES = 5, 8
NOW = "benefits_now"
UC = "benefits_now.universal_credit"
NOT_FIT_FOR_WORK = "lcwra"


def universal_credit_as_said() -> str | None:
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


def keep_what_the_statement_says() -> None:
    """Somebody who read the rate from a statement gets Universal Credit, asked or not."""
    asked = state.value("claims_universal_credit") is not None or state.value(NOW) is not None
    if not asked and universal_credit_as_said() == "yes":
        state.put(UC, {})


def ask_esa(fields: Fields, person: str) -> None:
    """New Style ESA: the group, since when, and the amount on the letter."""
    path, who = f"{person}.new_style_esa", WHO[person]
    group = state.value(f"{path}.group")
    found = _paid_or_not(fields, path, "new_style_esa", group, who)
    if found != group and found is not None:
        state.put(f"{path}.group", found)
    if state.value(path) is None:
        return
    fields.month(f"{path}.claimed_from", "esa_began", who=who)
    if found != "assessment" or state.value(f"{path}.since") is not None:
        fields.month(f"{path}.since", "esa_group_since", who=who)
    if found == "work_related" or state.value(f"{path}.wrac_protected") is not None:
        fields.ticked(f"{path}.wrac_protected", "esa_component", who=who)
    if found != "support" or state.value(f"{path}.days_used") is not None:
        fields.number(f"{path}.days_used", "days_used", who=who)
    _amount_on_the_letter(fields, person, "new_style_esa")


def ask_jsa(fields: Fields, person: str) -> None:
    """New Style JSA, for those who may have it."""
    path, who = f"{person}.new_style_jsa", WHO[person]
    held = state.value(path)
    # It is never paid with New Style ESA, and is for people who are fit for work.
    other = state.value(f"{person}.new_style_esa") is not None
    if held is None and (other or state.value(f"{person}.work_capability") == NOT_FIT_FOR_WORK):
        return
    found = _paid_or_not(fields, path, "new_style_jsa", None if held is None else "yes", who)
    if found == "yes" and state.value(path) is None:
        state.put(path, {})
    if state.value(path) is None:
        return
    fields.month(f"{path}.since", "jsa_since", who=who)
    fields.number(f"{path}.days_used", "days_used", who=who)
    _amount_on_the_letter(fields, person, "new_style_jsa")


def _paid_or_not(fields: Fields, path: str, code: str, held: str | None, who: str) -> str | None:
    """What was chosen where it is paid; otherwise it is taken away, and the answer kept."""
    current = held or state.said(path) or ("no" if state.opened_a_case() else None)
    found = fields.pick(code, current, path=path, who=who)
    if found is None or found == current:
        return held
    is_paid = found not in ("no", UNSURE)
    state.set_said(path, None if is_paid else found)
    person = path.partition(".")[0]
    letter = f"{NOW}.{code}"
    if is_paid:
        state.take_back(path)
        if state.value(letter) is None:
            state.take_back(letter)
            if _whose(letter) != person:
                state.set_aside(letter)
        return found
    state.set_aside(path)
    if _whose(letter) == person:
        state.set_aside(letter)
    return None


def _whose(letter: str) -> str:
    """Whose benefit the amount of a letter is."""
    return str(state.value(f"{letter}.who") or "claimant")


def _amount_on_the_letter(fields: Fields, person: str, name: str) -> None:
    """One amount is held for the two of a couple: whose it is stands with it."""
    path = f"{NOW}.{name}"
    whose = _whose(path)
    if whose != person and state.value(path) is not None:
        return
    if person == "partner" and state.value(f"claimant.{name}") is not None and whose != person:
        return
    fields.money(path, f"{name}_amount", who=WHO[person], default="fortnight")
    if person == "partner" and state.value(path) is not None:
        state.put(f"{path}.who", "partner")


def ask_work(fields: Fields, person: str) -> None:
    """Jobs now, and work for oneself."""
    who = WHO[person]
    for place in fields.rows(f"{person}.jobs", "jobs", MOST_JOBS, who=who):
        path, number = f"{person}.jobs[{place}]", str(place)
        fields.pay(path, "present_pay", who=who, number=number)
        fields.number(f"{path}.hours_per_week", "present_hours", who=who, number=number)
        fields.choice(f"{path}.paid", "present_paid", who=who, default="monthly", number=number)
    _self_employment(fields, person)


def _self_employment(fields: Fields, person: str) -> None:
    path, who = f"{person}.self_employment", WHO[person]
    said = state.said(path) == "yes"
    is_yes = state.value(path) is not None or said
    if not fields.yes_no("self_employed", is_yes=is_yes, path=path, who=who):
        state.set_said(path, None)
        state.set_aside(path)
        return
    state.set_said(path, "yes")
    state.take_back(path)
    fields.money(f"{path}.profit", "profit", who=who, default="month")
    fields.month(f"{path}.started", "trade_began", who=who)
    if fields.truth(f"{path}.gainful", "gainful", who=who):
        fields.day(f"{path}.start_up_until", "start_up", who=who)
    fields.money(f"{path}.tax_and_ni_paid", "own_tax", who=who, default="year")


def ask_other_income(fields: Fields, person: str) -> None:
    """Money that comes in besides wages and the benefits asked for."""
    who = WHO[person]
    for place in fields.rows(f"{person}.other_income", "incomes", MOST_INCOMES, who=who):
        path, number = f"{person}.other_income[{place}]", str(place)
        fields.choice(f"{path}.kind", "income_kind", who=who, number=number)
        fields.money(path, "income_amount", who=who, keeps=True, number=number)
