"""Earnings lines that change what DWP may ask or assess, not the money."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import WorkCapability
from benefits_calc.rules.conversions import WEEKS_PER_MONTH
from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.rates import uc_rates
from benefits_calc.rules.rounding import down_to_pound, to_penny

MONTH = DateUnit.MONTH
UC = "dwp.universal_credit"
CONDITIONALITY = f"{UC}.conditionality"
WAGE = "dbt.minimum_wage.national_living_wage"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"


class capability_assessment_earnings_gate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Gross pay from which there is no first work capability assessment without PIP or ADP"
    documentation = "16 hours at the living wage; not rounded to whole pounds."
    reference = f"{REGULATIONS}41"

    def formula(person, period):
        rates = uc_rates(person, period)
        week = rates(f"{UC}.capability_assessment.earnings_gate_hours") * rates(WAGE)
        return np.broadcast_to(to_penny(np.asarray(week * WEEKS_PER_MONTH)), (person.count,)).copy()


class is_barred_from_first_assessment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Earns at or over the gate and has no disability benefit, before any assessment"
    documentation = "An existing finding of LCW or LCWRA is not touched."
    reference = f"{REGULATIONS}41"

    def formula(person, period):
        capability = person("work_capability", period)
        undecided = (capability == WorkCapability.none) | (
            capability == WorkCapability.awaiting_assessment
        )
        # Earned income before tax and pension: reg 90(6), wages, statutory pay and trade alike.
        gross = (
            person("employment_income", period)
            + person("statutory_pay", period)
            + np.maximum(person("self_employment_profit", period), 0.0)
        )
        over = to_penny(gross) >= person("capability_assessment_earnings_gate", period)
        return undecided & over & ~person("gets_disability_benefit", period)


class age_of_youngest_child(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "years"
    label = "Age of the youngest child at the end of the assessment period; infinite without any"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/19"

    def formula(benunit, period):
        members = benunit.members
        child = members("is_qualifying_child", period)
        return benunit.min(np.where(child, members("age", period), np.inf))


class is_responsible_carer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lone parent, or the one of a couple nominated as responsible for the children"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/19"

    def formula(person, period):
        alone = ~person.benunit("is_couple", period)
        nominated = person("is_responsible_carer_of_couple", period)
        has_children = person.benunit("number_of_children", period) > 0
        return person("is_adult_in_award", period) & has_children & (alone | nominated)


class has_no_work_requirements(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "No work-related requirements: LCWRA, a carer, or a responsible carer of a baby"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/19"

    def formula(person, period):
        rates = uc_rates(person, period)
        baby = person.benunit("age_of_youngest_child", period) < rates(
            f"{CONDITIONALITY}.no_requirements_child_under_age"
        )
        return (
            person("has_lcwra", period)
            | person("is_carer_for_universal_credit", period)
            | (person("is_responsible_carer", period) & baby)
        )


class is_in_all_requirements_group(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Subject to all work-related requirements, earnings apart"
    documentation = (
        "Not LCW or LCWRA, not a carer, not the responsible carer of a child under three."
    )
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/22"

    def formula(person, period):
        small = person.benunit("age_of_youngest_child", period) < uc_rates(person, period)(
            f"{CONDITIONALITY}.child_under_age"
        )
        return (
            person("is_adult_in_award", period)
            & ~person("has_lcw_or_lcwra", period)
            & ~person("is_carer_for_universal_credit", period)
            & ~(person("is_responsible_carer", period) & small)
        )


class administrative_earnings_threshold(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Gross pay from which DWP asks for no work search (own earnings)"
    reference = f"{REGULATIONS}99"

    def formula(person, period):
        rates = uc_rates(person, period)
        hours = rates(f"{CONDITIONALITY}.administrative_earnings_threshold_individual_hours")
        amount = down_to_pound(np.asarray(hours * rates(WAGE) * WEEKS_PER_MONTH))
        return np.broadcast_to(amount, (person.count,)).copy()


class has_light_touch_requirements(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In the all-requirements group and paid enough that no work search is asked"
    documentation = "Own pay at the individual threshold, or the couple's together at theirs."
    reference = f"{REGULATIONS}99"

    def formula(person, period):
        gross = person("employment_income", period)
        own = gross >= person("administrative_earnings_threshold", period)
        unit = person.benunit
        rates = uc_rates(person, period)
        hours = rates(f"{CONDITIONALITY}.administrative_earnings_threshold_couple_hours")
        joint = down_to_pound(np.asarray(hours * rates(WAGE) * WEEKS_PER_MONTH))
        together = unit.sum(gross * person("is_adult_in_award", period))
        couple = unit("is_couple", period) & (together >= joint)
        return person("is_in_all_requirements_group", period) & (own | couple)
