"""Households of the plain reading as rows of the rules."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from benefits_calc.engine.arrays import default_of, simulate_rows
from benefits_calc.engine.layout import CHILD, CLAIMANT, PARTNER, Layout


def born(age, on):
    """A birthday half a year before `on`, so that ages are safely inside a year."""
    return (on - timedelta(days=183)).replace(year=(on - timedelta(days=183)).year - age, day=1)


def adult_row(adult, on):
    return {
        "birth_date": born(adult.age, on),
        "pay_after_tax_and_national_insurance_per_week": adult.pay_after_tax_and_ni,
        "pension_contributions_per_week": adult.pension_paid,
        "deductible_expenses_per_week": adult.expenses,
        "hours_per_week": adult.hours,
        "pip_daily_living": adult.daily_living,
        "pip_mobility": adult.mobility,
        "dla_care": adult.dla_care,
        "is_severely_sight_impaired": adult.blind,
        "has_armed_forces_independence_payment": adult.afip,
        "new_style_esa_group": adult.esa,
        "has_protected_work_related_activity_component": adult.wrac,
        "credits_only_work_capability": adult.credits_only,
        "does_supported_permitted_work": adult.supported_work,
        "claims_carers_allowance": adult.cares_and_claims,
        "cares_for_hours_per_week": 35.0 if adult.cares_and_claims else 0.0,
        "care_costs_per_month": adult.care_costs_month,
        "is_cared_for_by_paid_carer": adult.cared_for_by_paid_carer,
        "occupational_and_personal_pension": adult.private_pension_month,
        "maternity_allowance": adult.maternity_allowance_month,
        "pension_income": adult.pension_month,
        "other_unearned_income_counted": adult.other_month
        + adult.widowed_parents_month
        + adult.maintenance_month,
        "bereavement_benefit_in_cap": adult.widowed_parents_month,
        "maintenance_from_former_partner": adult.maintenance_month,
        "statutory_pay": adult.statutory_pay_month,
    }


def child_row(child, on):
    return {
        "birth_date": born(7, on),
        "dla_care": child.dla_care,
        "pip_daily_living": child.daily_living,
        "is_severely_sight_impaired": child.blind,
        "childcare_charges_per_month": child.childcare_month,
    }


def other_row(other, on):
    return {
        "birth_date": born(other.age, on),
        "lives_with_benunit_as_non_dependant": True,
        "non_dependant_hours_per_week": other.hours,
        "non_dependant_gross_income_per_week": other.gross,
        "is_exempt_from_non_dependant_deduction": other.exempt,
        "is_on_universal_credit_without_earnings": other.on_uc_without_earnings,
        "pip_daily_living": other.daily_living,
        "is_severely_sight_impaired": other.blind,
    }


def unit_row(home):
    return {
        "benefit_date": home.on,
        "assessment_period_start": home.on,
        "tenure": "supported",
        "rent_per_month": float(home.eligible_rent) * 52 / 12,
        "rent_is_charged_weekly": home.weekly_rent,
        "capital": home.capital,
    } | ({} if home.on_uc is None else {"is_entitled_to_universal_credit": home.on_uc})


def simulate(homes, unit_facts=(), people_facts=()):
    """Run the rules over homes that all have the same number of people of each kind.

    Further facts are given home by home: of the benefit unit, and of every adult.
    """
    first = homes[0]
    adults, children, others = len(first.adults), len(first.children), len(first.others)
    layout = Layout(
        people=adults + children + others,
        units=(0,) * (adults + children) + tuple(range(1, others + 1)),
        roles=(CLAIMANT, PARTNER)[:adults] + (CHILD,) * children + (CLAIMANT,) * others,
        partner=1 if adults == 2 else None,
        children=tuple(range(adults, adults + children)),
        others=tuple(range(adults + children, adults + children + others)),
    )
    people, units = [], []
    for place, home in enumerate(homes):
        more = people_facts[place] if people_facts else {}
        people += [adult_row(adult, home.on) | more for adult in home.adults]
        people += [child_row(child, home.on) for child in home.children]
        people += [other_row(other, home.on) for other in home.others]
        units.append(unit_row(home) | (unit_facts[place] if unit_facts else {}))
        units += [{"benefit_date": home.on, "assessment_period_start": home.on}] * others
    return simulate_rows(_columns(people), _columns(units), layout, len(homes))


def _columns(rows):
    names = sorted({name for row in rows for name in row})
    columns = {}
    for name in names:
        default = default_of(name)
        values = [row.get(name, default) for row in rows]
        if isinstance(default, str):
            columns[name] = np.array(values, dtype=object)
        elif isinstance(default, bool):
            columns[name] = np.array(values, dtype=bool)
        elif isinstance(default, int | float):
            columns[name] = np.array([float(value) for value in values])
        else:
            columns[name] = np.array(values, dtype="datetime64[D]")
    return columns


def claimant(simulation, name, homes):
    """A person variable of each home's claimant."""
    people = len(homes[0].adults) + len(homes[0].children) + len(homes[0].others)
    return simulation.person(name)[::people]


def unit(simulation, name, homes):
    """A variable of each home's own benefit unit."""
    return simulation.unit(name)[:: 1 + len(homes[0].others)]
