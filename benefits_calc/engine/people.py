"""What the rules need to know about each person, by variable name."""

from __future__ import annotations

from datetime import date
from typing import Any

from benefits_calc.case import Case
from benefits_calc.case.household import Child, OtherPerson
from benefits_calc.case.person import (
    Carer,
    DisabilityLivingAllowance,
    DisabilityPayment,
    Person,
)
from benefits_calc.engine.income import incomes
from benefits_calc.engine.student import is_on_course, student_income_per_month
from benefits_calc.engine.system import parameter_at
from benefits_calc.engine.tables import state_pension_day
from benefits_calc.rules.conversions import per_month, per_week

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
)
# Awards that the benefit cap and other rules turn on, stated or shown by their amount.
AWARDS_BY_FLAG = ("armed_forces_independence_payment", "industrial_injuries", "war_pension")
STATUTORY_PAY = (
    "statutory_sick_pay",
    "statutory_maternity_pay",
    "statutory_paternity_pay",
    "statutory_adoption_pay",
    "statutory_shared_parental_pay",
    "statutory_parental_bereavement_pay",
    "statutory_neonatal_care_pay",
)


def adult_facts(person: Person, case: Case, as_at: date) -> Facts:
    """Facts of the claimant or the partner."""
    facts: Facts = {
        "birth_date": person.born_date,
        "pension_age_date": state_pension_day(person.born_date),
        "tax_code_region": "scotland" if case.nation == "scotland" else "rest_of_uk",
        "work_capability": person.work_capability,
        "health_element_rate": person.health_element,
        "meets_severe_conditions_criteria": person.health_element_basis == "severe",
        "is_terminally_ill": person.health_element_basis == "terminal",
        "is_severely_sight_impaired": person.severely_sight_impaired,
        "has_regular_overnight_carer": person.needs_overnight_care,
        "is_responsible_carer_of_couple": person.main_carer_of_children,
        "is_care_leaver": person.care_leaver,
        "lived_in_homeless_hostel_three_months": person.homeless_hostel_3_months,
        "is_domestic_abuse_or_slavery_survivor": person.domestic_abuse,
        "is_under_public_protection_arrangements": person.mappa,
        "is_foster_carer": person.foster_carer,
        "universal_credit_counts_net_relief_at_source": case.choices.ras_uc_deduction == "net",
        "has_armed_forces_or_industrial_award": any(
            _has_award(person, case, kind) for kind in AWARDS_BY_FLAG
        ),
        "is_unable_to_provide_childcare": person.in_hospital_since is not None,
        "has_armed_forces_independence_payment": _has_award(
            person, case, "armed_forces_independence_payment"
        ),
        "is_cared_for_by_paid_carer": person.someone_is_paid_to_care,
        "is_certified_severely_mentally_impaired": person.severe_mental_impairment_certified,
        "gets_war_pension": _has_award(person, case, "war_pension"),
    }
    student = person.student
    if student is not None and student.full_time and is_on_course(student, as_at):
        facts |= {
            "is_student_for_council_tax": True,
            "is_in_full_time_education": True,
            "is_full_time_student": True,
            "student_income_counted": student_income_per_month(student, as_at),
            "capability_was_decided_before_course": bool(student.capability_decided_before),
        }
    facts |= _dates_of_health(person)
    facts |= disability_facts(
        person.pip, person.adp, person.dla, scottish=case.nation == "scotland"
    )
    facts |= _income(person, case)
    facts |= _self_employment(person, as_at)
    if person.attendance_allowance:
        facts["attendance_allowance_rate"] = person.attendance_allowance
    facts |= _care(person, case, as_at) | _contributory(person, case)
    return facts


def _has_award(person: Person, case: Case, kind: str) -> bool:
    """Whether an award is stated as a fact, or by the amount that it pays."""
    who = "claimant" if person is case.claimant else "partner"
    paid = any(i.kind == kind and i.who == who and i.per_month > 0 for i in incomes(case))
    return bool(getattr(person, kind)) or paid


def _care(person: Person, case: Case, as_at: date) -> Facts:
    """Caring, and whether a carer's benefit is claimed for it in the person's nation."""
    carer = person.carer
    if carer is None:
        return {}
    scottish = case.nation == "scotland"
    facts: Facts = {
        "cares_for_hours_per_week": _hours_for_one_person(carer),
        "is_paid_for_care": carer.paid_for_it,
        "claims_carer_support_payment": carer.carers_allowance and scottish,
        "claims_carers_allowance": carer.carers_allowance and not scottish,
    }
    if carer.care_costs is not None:
        facts["care_costs_per_month"] = per_month(carer.care_costs.amount, carer.care_costs.per)
    if scottish:
        least = parameter_at(ADDITIONAL_CARE_HOURS, as_at)
        by_hours = sorted(carer.people, key=lambda one: one.hours_per_week, reverse=True)
        others = [one for one in by_hours[1:] if one.hours_per_week >= least]
        facts["additional_people_cared_for"] = float(len(others))
    return facts


def _hours_for_one_person(carer: Carer) -> float:
    """Hours of care that count: for one person, as hours for two are not added together.

    ICA Regs 1976 reg 4(1), and through it UC Regs 2013 reg 30(1).
    """
    if len(carer.people) < TWO_PEOPLE:
        return carer.hours_per_week
    return min(carer.hours_per_week, max(one.hours_per_week for one in carer.people))


TWO_PEOPLE = 2
ADDITIONAL_CARE_HOURS = (
    "social_security_scotland.carer_support_payment.additional_person_hours_per_week"
)


def _contributory(person: Person, case: Case) -> Facts:
    """New Style ESA and JSA in being."""
    facts: Facts = {}
    esa, jsa = person.new_style_esa, person.new_style_jsa
    if esa is not None:
        facts |= {
            "new_style_esa_group": esa.group,
            "has_protected_work_related_activity_component": esa.wrac_protected,
            "new_style_esa_days_used": float(esa.days_used or 0),
        }
    if jsa is not None:
        facts |= {
            "claims_new_style_jsa": True,
            "new_style_jsa_days_used": float(jsa.days_used or 0),
        }
    if case.job is not None and person is case.worker:
        facts["does_supported_permitted_work"] = case.job.supported_permitted_work
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
    if person.steady_work_until is not None:
        facts["last_day_of_steady_work"] = person.steady_work_until
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
        "occupational_and_personal_pension": total(
            "occupational_pension", "personal_pension", "annuity", "income_protection"
        ),
        "other_income_counted_for_housing_benefit": total(*OTHER_COUNTED),
        "maintenance_from_former_partner": total("spousal_maintenance"),
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


def _deduction_facts(other: OtherPerson, case: Case) -> Facts:
    """Weekly deductions: one for a couple, by their income together (HB Regs 2006 reg 74(3), (4)).

    It is made for the first of the two for whom one is made at all; the work of either counts.
    """
    couple = _couple_of(other, case)
    deducted = [who for who in couple if not who.student and not who.away_in_forces]
    if any("pension_credit" in who.benefits for who in couple):
        deducted = []
    return {
        "non_dependant_hours_per_week": max(who.hours_per_week or 0.0 for who in couple),
        "non_dependant_gross_income_per_week": sum(
            per_week(who.gross_earnings.amount, who.gross_earnings.per)
            for who in couple
            if who.gross_earnings
        ),
        "is_exempt_from_non_dependant_deduction": not deducted or deducted[0] is not other,
    }


def _couple_of(other: OtherPerson, case: Case) -> list[OtherPerson]:
    """The person and whoever they live with as a couple, in the order of the list."""
    people = case.others_in_home
    mine = next(place for place, who in enumerate(people, start=1) if who is other)
    return [
        who
        for place, who in enumerate(people, start=1)
        if who is other or who.partner_of == mine or other.partner_of == place
    ]


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
        "is_certified_severely_mentally_impaired": other.severe_mental_impairment_certified,
        "is_student_for_council_tax": other.student,
        **_deduction_facts(other, case),
        "is_on_universal_credit_without_earnings": "universal_credit_without_earnings" in benefits,
    }
    if other.attendance_allowance or "attendance_allowance" in benefits:
        facts["attendance_allowance_rate"] = other.attendance_allowance or "lower"
    return facts | disability_facts(
        other.pip, other.adp, other.dla, scottish=case.nation == "scotland"
    )
