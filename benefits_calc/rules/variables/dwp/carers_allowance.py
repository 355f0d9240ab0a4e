"""Carer's Allowance, and the earnings test that Carer Support Payment shares with it.

The week's net earnings are compared with the limit to the penny; one penny over and nothing
is paid. Averaging (SI 1996/2745 reg 8(3)) is for pay that fluctuates, not for a steady week.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import down_to_penny, up_to_penny
from benefits_calc.rules.weeks import benefit_week_of, month_of, net_earnings, week_of

MONTH = DateUnit.MONTH
CARERS = "dwp.carers_allowance"
COMPUTATION = "https://www.legislation.gov.uk/uksi/1996/2745/regulation/"
ICA = "https://www.legislation.gov.uk/uksi/1976/409/regulation/"
SECTION_70 = "https://www.legislation.gov.uk/ukpga/1992/4/section/70"


class carers_earnings_before_care_costs_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Net earnings of a carer, before care charges"
    documentation = (
        "Employer's sick and maternity pay counts (reg 9(1)(j)); expenses wholly for the job do "
        "not. A fraction of a penny is dropped (reg 5)."
    )
    reference = [f"{COMPUTATION}9", f"{COMPUTATION}10"]

    def formula(person, period):
        share = benefit_rates(person, period)(f"{CARERS}.pension_deduction_share")
        net = (
            net_earnings(person, period, share)
            + week_of(person("statutory_pay", period))
            - person("deductible_expenses_per_week", period)
        )
        return down_to_penny(np.maximum(net, 0.0))


class carers_earnings_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Net earnings that the carer's limit is compared with"
    documentation = "After care charges paid to no close relative, up to half of net earnings."
    reference = [f"{COMPUTATION}10", "https://www.legislation.gov.uk/uksi/1996/2745/schedule/3"]

    def formula(person, period):
        net = person("carers_earnings_before_care_costs_per_week", period)
        costs = person("care_costs_per_month", period)
        if not costs.any():
            return net
        share = benefit_rates(person, period)(f"{CARERS}.care_cost_deduction_share")
        most = up_to_penny(net * share)
        return down_to_penny(net - np.minimum(up_to_penny(week_of(costs)), most))


class cares_enough_for_carers_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Cares for at least 35 hours a week for somebody on a qualifying benefit"
    reference = f"{ICA}4"

    def formula(person, period):
        hours = benefit_rates(person, period)(f"{CARERS}.hours_per_week")
        return person("cares_for_hours_per_week", period) >= hours


class is_within_carers_allowance_earnings_limit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Net earnings do not exceed the limit of Carer's Allowance"
    reference = f"{ICA}8"

    def formula(person, period):
        limit = benefit_rates(person, period)(f"{CARERS}.earnings_limit_per_week")
        return person("carers_earnings_per_week", period) <= limit


class is_entitled_to_carers_allowance(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to Carer's Allowance, whether or not another benefit overlaps it"
    reference = SECTION_70

    def formula(person, period):
        claims = person("claims_carers_allowance", period)
        if not claims.any():
            return claims
        return (
            claims
            & person("cares_enough_for_carers_benefit", period)
            & person("is_within_carers_allowance_earnings_limit", period)
            & ~person("is_in_full_time_education", period)
        )


class overlapping_benefits_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Contributory benefits that take the place of a carer's benefit"
    documentation = "New Style ESA and JSA and Maternity Allowance."
    reference = "https://www.legislation.gov.uk/uksi/1979/597/regulation/4"

    def formula(person, period):
        return (
            benefit_week_of(person("new_style_esa", period))
            + benefit_week_of(person("new_style_jsa", period))
            + benefit_week_of(person("maternity_allowance", period))
        )


class carers_allowance_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Carer's Allowance a week: the balance over benefits that overlap it"
    reference = [SECTION_70, "https://www.legislation.gov.uk/uksi/1979/597/regulation/4"]

    def formula(person, period):
        entitled = person("is_entitled_to_carers_allowance", period)
        if not entitled.any():
            return np.zeros(person.count)
        rate = benefit_rates(person, period)(f"{CARERS}.weekly_rate")
        balance = np.maximum(rate - person("overlapping_benefits_per_week", period), 0.0)
        return np.where(entitled, balance, 0.0)


class carers_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Carer's Allowance"
    documentation = "A week's entitlement x 52/12."
    reference = SECTION_70

    def formula(person, period):
        return month_of(person("carers_allowance_per_week", period))


class has_carers_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to Carer's Allowance or Carer Support Payment, paid or underlying"
    reference = [
        "https://www.legislation.gov.uk/uksi/2013/376/regulation/83",
        "https://www.legislation.gov.uk/uksi/2006/213/schedule/3/paragraph/17",
    ]

    def formula(person, period):
        return person("is_entitled_to_carers_allowance", period) | person(
            "is_entitled_to_carer_support_payment", period
        )
