"""What the rules need to know about each person, by variable name."""

from __future__ import annotations

from datetime import date
from typing import Any

from benefits_calc.case import Case
from benefits_calc.case.household import Child, OtherPerson
from benefits_calc.case.person import DisabilityLivingAllowance, DisabilityPayment, Person
from benefits_calc.engine.income import incomes
from benefits_calc.engine.student import student_income_per_month
from benefits_calc.engine.tables import state_pension_day
from benefits_calc.rules.conversions import per_month

Facts = dict[str, Any]

PENSIONS = ("occupational_pension", "personal_pension", "state_pension", "annuity")
OTHER_COUNTED = (
    "industrial_injuries",
    "severe_disablement_allowance",
    "widowed_parents_allowance",
    "spousal_maintenance",
    "trust",
    "income_protection",
    "training_allowance",
    "rental",
)
STATUTORY_PAY = (
    "statutory_sick_pay",
    "statutory_maternity_pay",
    "statutory_paternity_pay",
    "statutory_adoption_pay",
    "statutory_shared_parental_pay",
    "statutory_parental_bereavement_pay",
)


def adult_facts(person: Person, case: Case, as_at: date) -> Facts:
    """Facts of the claimant or the partner."""
    facts: Facts = {
        "birth_date": person.born_date,
        "pension_age_date": state_pension_day(person.born_date),
        "pay_date": as_at,
        "tax_code_region": "scotland" if case.nation == "scotland" else "rest_of_uk",
        "work_capability": person.work_capability,
        "health_element_rate": person.health_element,
        "meets_severe_conditions_criteria": person.health_element_basis == "severe",
        "is_terminally_ill": person.health_element_basis == "terminal",
        "is_severely_sight_impaired": person.severely_sight_impaired,
        "has_regular_overnight_carer": person.needs_overnight_care,
        "is_care_leaver": person.care_leaver,
        "lived_in_homeless_hostel_three_months": person.homeless_hostel_3_months,
        "is_domestic_abuse_or_slavery_survivor": person.domestic_abuse,
        "is_under_public_protection_arrangements": person.mappa,
        "is_foster_carer": person.foster_carer,
        "universal_credit_counts_net_relief_at_source": case.choices.ras_uc_deduction == "net",
        "has_armed_forces_or_industrial_award": person.armed_forces_independence_payment
        or person.industrial_injuries
        or person.war_pension,
        "is_unable_to_provide_childcare": person.in_hospital_since is not None,
    }
    facts |= _dates_of_health(person)
    facts |= disability_facts(
        person.pip, person.adp, person.dla, scottish=case.nation == "scotland"
    )
    facts |= _income(person, case)
    facts |= _self_employment(person, as_at)
    if person.attendance_allowance:
        facts["attendance_allowance_rate"] = person.attendance_allowance
    if person.carer is not None:
        facts["cares_for_hours_per_week"] = person.carer.hours_per_week
        facts["is_paid_for_care"] = person.carer.paid_for_it
    if person.student is not None and person.student.full_time:
        facts["student_income_counted"] = student_income_per_month(person.student, as_at)
        facts["is_full_time_student"] = True
        facts["capability_was_decided_before_course"] = bool(
            person.student.capability_decided_before
        )
    return facts


def _dates_of_health(person: Person) -> Facts:
    esa = person.new_style_esa
    support = esa.claimed_from or esa.since if esa and esa.group == "support" else None
    known = {
        "work_capability_since": person.work_capability_since,
        "awaiting_assessment_since": person.awaiting_assessment_since,
        "fit_note_from": person.fit_note_from,
        "lcwra_element_payable_from": person.health_element_from,
        "support_component_since": support,
    }
    facts: Facts = {name: when.first_day for name, when in known.items() if when is not None}
    if person.health_element_basis == "pre_2026":
        facts["health_element_rate"] = "protected"
    if person.health_element_basis == "new":
        facts["health_element_rate"] = "standard"
    return facts


def disability_facts(
    pip: DisabilityPayment | None,
    adp: DisabilityPayment | None,
    dla: DisabilityLivingAllowance | None,
    *,
    scottish: bool,
) -> Facts:
    """PIP or ADP, and DLA or CDP. In Scotland an adult's PIP is treated as ADP."""
    facts: Facts = {}
    award = adp or pip
    if award is not None:
        facts |= {
            "pip_daily_living": award.daily_living,
            "pip_mobility": award.mobility,
            "has_adult_disability_payment": adp is not None or scottish,
        }
    if dla is not None:
        facts |= {"dla_care": dla.care, "dla_mobility": dla.mobility}
    return facts


def _income(person: Person, case: Case) -> Facts:
    who = "claimant" if person is case.claimant else "partner"

    def total(*kinds: str) -> float:
        return sum(i.per_month for i in incomes(case) if i.kind in kinds and i.who == who)

    return {
        "pension_income": total(*PENSIONS),
        "maternity_allowance": total("maternity_allowance"),
        "other_unearned_income_counted": total(*OTHER_COUNTED),
        "bereavement_benefit_in_cap": total("widowed_parents_allowance"),
        "statutory_pay": total(*STATUTORY_PAY),
    }


def _self_employment(person: Person, as_at: date) -> Facts:
    trade = person.self_employment
    if trade is None:
        return {}
    facts: Facts = {
        "self_employment_profit": per_month(trade.profit.amount, trade.profit.per),
        "is_gainfully_self_employed": trade.gainful,
        "is_in_start_up_period": trade.start_up_until is not None and as_at <= trade.start_up_until,
        "self_employment_losses": trade.losses_brought_forward,
    }
    if trade.pension is not None:
        facts["self_employment_pension"] = per_month(trade.pension.amount, trade.pension.per)
    return facts


def child_facts(child: Child, case: Case, as_at: date) -> Facts:
    """Facts of a child or young person of the family."""
    studying = child.in_education_until is not None and as_at <= child.in_education_until.last_day
    facts: Facts = {
        "birth_date": child.born_date,
        "is_female": child.sex == "f",
        "is_severely_sight_impaired": child.severely_sight_impaired,
        "cannot_share_bedroom": child.needs_own_room,
        "has_regular_overnight_carer": child.needs_overnight_care,
        "is_in_approved_education": studying,
        "guardians_allowance_is_paid_for": child.guardians_allowance,
        "has_child_disability_payment": child.cdp is not None,
    }
    return facts | disability_facts(
        child.pip, child.adp, child.dla or child.cdp, scottish=case.nation == "scotland"
    )


def other_facts(other: OtherPerson, case: Case) -> Facts:
    """Facts of somebody else who lives in the home."""
    benefits = set(other.benefits)
    facts: Facts = {
        "birth_date": other.born_date,
        "lives_with_benunit_as_non_dependant": other.relation not in ("joint_tenant", "carer"),
        "is_exempt_non_dependant_by_benefit": bool(
            benefits & {"pension_credit", "carers_allowance", "armed_forces_independence_payment"}
        ),
        "has_child_under_five": other.child_under_5,
        "is_away_in_forces": other.away_in_forces,
        "is_severely_sight_impaired": other.severely_sight_impaired,
    }
    if other.attendance_allowance or "attendance_allowance" in benefits:
        facts["attendance_allowance_rate"] = other.attendance_allowance or "lower"
    return facts | disability_facts(
        other.pip, other.adp, other.dla, scottish=case.nation == "scotland"
    )
