"""New Style Jobseeker's Allowance (JSA Regs 2013)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import NewStyleEsaGroup
from benefits_calc.rules.entities import Person
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import down_to_penny, up_to_penny
from benefits_calc.rules.weeks import month_of, net_earnings, week_of

MONTH = DateUnit.MONTH
RATES = "dwp.jobseekers_allowance.new_style"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/378/regulation/"
ACT = "https://www.legislation.gov.uk/ukpga/1995/18/section/"


class new_style_jsa_earnings_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Net earnings that reduce New Style JSA, before the disregard"
    reference = f"{REGULATIONS}59"

    def formula(person, period):
        share = benefit_rates(person, period)(f"{RATES}.pension_deduction_share")
        return down_to_penny(net_earnings(person, period, share))


class is_entitled_to_new_style_jsa(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Claims New Style JSA, works under 16 hours, and days are left"
    documentation = "Nobody has New Style ESA and JSA for the same days."
    reference = [f"{ACT}1", f"{ACT}5", f"{REGULATIONS}42"]

    def formula(person, period):
        claims = person("claims_new_style_jsa", period)
        if not claims.any():
            return claims
        rates = benefit_rates(person, period)
        return (
            claims
            & (person("hours_of_work_per_week", period) < rates(f"{RATES}.hours"))
            & (person("new_style_jsa_days_used", period) < rates(f"{RATES}.days"))
            & (person("new_style_esa_group", period) == NewStyleEsaGroup.none)
        )


class new_style_jsa_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "New Style JSA a week, after earnings and pension over the disregards"
    documentation = "A fraction of a penny goes up (regs 49, 53); under the minimum is nothing."
    reference = [f"{ACT}4", f"{REGULATIONS}49", f"{REGULATIONS}51", f"{REGULATIONS}52"]

    def formula(person, period):
        entitled = person("is_entitled_to_new_style_jsa", period)
        if not entitled.any():
            return np.zeros(person.count)
        rates = benefit_rates(person, period)
        young = person("age_on_benefit_date", period) < rates(f"{RATES}.full_rate_age")
        rate = np.where(young, rates(f"{RATES}.under_25"), rates(f"{RATES}.age_25_or_over"))
        earnings = person("new_style_jsa_earnings_per_week", period)
        pension = down_to_penny(week_of(person("occupational_and_personal_pension", period)))
        left = (
            rate
            - np.maximum(earnings - rates(f"{RATES}.earnings_disregard"), 0.0)
            - np.maximum(pension - rates(f"{RATES}.pension_disregard"), 0.0)
        )
        amount = up_to_penny(np.maximum(left, 0.0))
        payable = entitled & (amount >= rates(f"{RATES}.minimum_award"))
        return np.where(payable, amount, 0.0)


class new_style_jsa(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "New Style JSA"
    documentation = "A week's entitlement x 52/12, as Universal Credit counts it (reg 73)."
    reference = [f"{ACT}4", "https://www.legislation.gov.uk/uksi/2013/376/regulation/66"]

    def formula(person, period):
        return month_of(person("new_style_jsa_per_week", period))
