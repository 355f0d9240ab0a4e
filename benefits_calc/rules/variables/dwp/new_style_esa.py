"""New Style Employment and Support Allowance and permitted work (ESA Regs 2013).

Above the limits of permitted work the person is not entitled, and is treated as not having
limited capability for work (regs 37 and 38): a cliff, not a taper.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import NewStyleEsaGroup
from benefits_calc.rules.entities import Person
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import down_to_penny, up_to_penny, up_to_step
from benefits_calc.rules.weeks import month_of, net_earnings, week_of

MONTH = DateUnit.MONTH
ESA = "dwp.employment_and_support_allowance"
RATES = f"{ESA}.new_style"
PERMITTED = f"{ESA}.permitted_work"
WAGE = "dbt.minimum_wage.national_living_wage"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/379/regulation/"
ACT = "https://www.legislation.gov.uk/ukpga/2007/5/section/"


class permitted_work_earnings_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Net earnings that the limits of permitted work are compared with"
    documentation = "A fraction of a penny is dropped (reg 4). Statutory sick pay is no earnings."
    reference = [f"{REGULATIONS}39", f"{REGULATIONS}81"]

    def formula(person, period):
        share = benefit_rates(person, period)(f"{PERMITTED}.pension_deduction_share")
        return down_to_penny(net_earnings(person, period, share))


class permitted_work_higher_limit_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Higher limit of permitted work: 16 hours at the living wage, raised to the next 50p"
    documentation = "The adult rate whatever the person's age."
    reference = f"{REGULATIONS}39"

    def formula(person, period):
        rates = benefit_rates(person, period)
        week = rates(f"{PERMITTED}.higher_limit_hours") * rates(WAGE)
        limit = up_to_step(np.asarray(week), rates(f"{PERMITTED}.rounding_step"))
        return np.broadcast_to(limit, (person.count,)).copy()


class is_within_permitted_work_lower_limit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Earns no more than the lower limit of permitted work, whatever the hours"
    reference = f"{REGULATIONS}39"

    def formula(person, period):
        limit = benefit_rates(person, period)(f"{PERMITTED}.lower_limit_per_week")
        return person("permitted_work_earnings_per_week", period) <= limit


class is_within_permitted_work_higher_limit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works under 16 hours and earns no more than the higher limit of permitted work"
    reference = f"{REGULATIONS}39"

    def formula(person, period):
        hours = benefit_rates(person, period)(f"{PERMITTED}.hours")
        earns = person("permitted_work_earnings_per_week", period)
        return (person("hours_of_work_per_week", period) < hours) & (
            earns <= person("permitted_work_higher_limit_per_week", period)
        )


class is_within_supported_permitted_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Supported permitted work that pays no more than the higher limit, at any hours"
    reference = f"{REGULATIONS}39"

    def formula(person, period):
        earns = person("permitted_work_earnings_per_week", period)
        return person("does_supported_permitted_work", period) & (
            earns <= person("permitted_work_higher_limit_per_week", period)
        )


class is_within_permitted_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "No paid work, or work of one of the three permitted kinds"
    reference = [f"{REGULATIONS}37", f"{REGULATIONS}39"]

    def formula(person, period):
        return (
            person("is_within_permitted_work_lower_limit", period)
            | person("is_within_permitted_work_higher_limit", period)
            | person("is_within_supported_permitted_work", period)
        )


class has_new_style_esa_days_left(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In the support group, or the 365 days are not used up"
    reference = f"{ACT}1A"

    def formula(person, period):
        most = benefit_rates(person, period)(f"{RATES}.days")
        support = person("new_style_esa_group", period) == NewStyleEsaGroup.support
        return support | (person("new_style_esa_days_used", period) < most)


class is_entitled_to_new_style_esa(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to New Style ESA"
    documentation = "The contribution conditions are taken as met by an award in being."
    reference = [f"{ACT}1", f"{REGULATIONS}37"]

    def formula(person, period):
        claims = person("new_style_esa_group", period) != NewStyleEsaGroup.none
        if not claims.any():
            return claims
        return (
            claims
            & person("has_new_style_esa_days_left", period)
            & person("is_within_permitted_work", period)
        )


class does_permitted_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets New Style ESA beside permitted work"
    reference = f"{REGULATIONS}39"

    def formula(person, period):
        works = (person("hours_of_work_per_week", period) > 0) | (
            person("permitted_work_earnings_per_week", period) > 0
        )
        return works & person("is_entitled_to_new_style_esa", period)


class new_style_esa_has_support_component(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "New Style ESA includes the support component"
    reference = f"{ACT}2"

    def formula(person, period):
        support = person("new_style_esa_group", period) == NewStyleEsaGroup.support
        return support & person("is_entitled_to_new_style_esa", period)


class new_style_esa_before_pension_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "New Style ESA for the group and age, before a pension is taken off"
    reference = [f"{ACT}2", f"{REGULATIONS}62"]

    def formula(person, period):
        rates = benefit_rates(person, period)
        group = person("new_style_esa_group", period)
        young = person("age_on_benefit_date", period) < rates(f"{RATES}.full_rate_age")
        assessment = (group == NewStyleEsaGroup.assessment) & young
        basic = np.where(
            assessment, rates(f"{RATES}.assessment_under_25"), rates(f"{RATES}.basic_25_or_over")
        )
        protected = (group == NewStyleEsaGroup.work_related) & person(
            "has_protected_work_related_activity_component", period
        )
        component = np.select(
            [group == NewStyleEsaGroup.support, protected],
            [
                rates(f"{RATES}.support_component"),
                rates(f"{RATES}.work_related_activity_component"),
            ],
            0.0,
        )
        return basic + component


class new_style_esa_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "New Style ESA a week, after half of any pension over the threshold"
    documentation = "A fraction of a penny is rounded in the person's favour (reg 4)."
    reference = [f"{REGULATIONS}67", f"{REGULATIONS}72"]

    def formula(person, period):
        entitled = person("is_entitled_to_new_style_esa", period)
        if not entitled.any():
            return np.zeros(person.count)
        rates = benefit_rates(person, period)
        pension = down_to_penny(week_of(person("occupational_and_personal_pension", period)))
        excess = np.maximum(pension - rates(f"{RATES}.pension_threshold"), 0.0)
        reduction = down_to_penny(excess * rates(f"{RATES}.pension_deduction_share"))
        left = person("new_style_esa_before_pension_per_week", period) - reduction
        return np.where(entitled, up_to_penny(np.maximum(left, 0.0)), 0.0)


class new_style_esa(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "New Style ESA"
    documentation = "A week's entitlement x 52/12, as Universal Credit counts it (reg 73)."
    reference = [f"{ACT}2", "https://www.legislation.gov.uk/uksi/2013/376/regulation/66"]

    def formula(person, period):
        return month_of(person("new_style_esa_per_week", period))
