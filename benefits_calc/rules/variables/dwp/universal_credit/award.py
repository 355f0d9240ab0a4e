"""The award: maximum amount less income, the cap, a sanction and deductions."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.rates import uc_rates
from benefits_calc.rules.rounding import down_to_step, to_penny

MONTH = DateUnit.MONTH
UC = "dwp.universal_credit"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"
ELEMENTS = (
    "uc_standard_allowance",
    "uc_child_element",
    "uc_disabled_child_element",
    "uc_lcw_element",
    "uc_lcwra_element",
    "uc_carer_element",
    "uc_childcare_element",
    "uc_housing_costs_element",
    "transitional_element",
)


class uc_maximum_amount(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Maximum amount: all elements together"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/8"

    def formula(benunit, period):
        return to_penny(sum(benunit(element, period) for element in ELEMENTS))


class is_of_age_for_universal_credit(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Somebody in the award is 18 or over and under State Pension age"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/4"

    def formula(benunit, period):
        rates = uc_rates(benunit.members, period)
        members = benunit.members
        end = benunit.project(benunit("assessment_period_end", period))
        of_age = (members("age", period) >= rates(f"{UC}.age.minimum")) & (
            members("pension_age_date", period) > end
        )
        return benunit.sum(of_age & members("is_adult_in_award", period)) > 0


class meets_universal_credit_conditions(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Claimed, of age, and savings within the limit"
    documentation = (
        "Residence, education and the claimant commitment are asked about before the rules run."
    )
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/5"

    def formula(benunit, period):
        return (
            benunit("claims_universal_credit", period)
            & benunit("is_of_age_for_universal_credit", period)
            & ~benunit("has_too_much_capital", period)
        )


class uc_amount_after_income(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Maximum amount less unearned income, tariff income and the earnings deduction"
    documentation = "May be below zero; the award itself never is."
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/8"

    def formula(benunit, period):
        return to_penny(
            benunit("uc_maximum_amount", period)
            - benunit("uc_unearned_income", period)
            - benunit("uc_tariff_income", period)
            - benunit("uc_earnings_deduction", period)
        )


class is_held_at_one_penny(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Award kept open at a penny because only the missing LCWRA element makes it nil"
    documentation = "While the three-month period runs or an assessment is awaited (reg 28(7))."
    reference = f"{REGULATIONS}28"

    def formula(benunit, period):
        gain = benunit("uc_gain_once_lcwra_wait_is_over", period)
        if not (gain > 0).any():
            return np.zeros(benunit.count, dtype=bool)
        amount = benunit("uc_amount_after_income", period)
        smallest = uc_rates(benunit, period)(f"{UC}.minimum_award")
        return (amount < smallest) & (to_penny(amount + gain) >= smallest)


class uc_award_before_cap(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Award before the benefit cap"
    documentation = "Less than a penny is no award (reg 17)."
    reference = f"{REGULATIONS}17"

    def formula(benunit, period):
        smallest = uc_rates(benunit, period)(f"{UC}.minimum_award")
        amount = benunit("uc_amount_after_income", period)
        held = benunit("is_held_at_one_penny", period)
        payable = np.where(amount >= smallest, amount, np.where(held, smallest, 0.0))
        return np.where(benunit("meets_universal_credit_conditions", period), payable, 0.0)


class is_entitled_to_universal_credit(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Entitled to Universal Credit in the assessment period"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/5"

    def formula(benunit, period):
        return benunit("uc_award_before_cap", period) > 0


class uc_sanction_reduction(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Sanction"
    documentation = "Nil for a period at whose end the claimant has LCWRA (reg 111(3))."
    reference = f"{REGULATIONS}111"

    def formula(benunit, period):
        daily = benunit("sanction_per_day", period)
        if not daily.any():
            return np.zeros(benunit.count)
        end = benunit("assessment_period_end", period)
        start = benunit("assessment_period_start", period)
        days = (end - start).astype(np.int64) + 1
        step = uc_rates(benunit, period)(f"{UC}.sanction.rounding_step")
        sanction = to_penny(down_to_step(daily, step) * days)
        limited = benunit.sum(benunit.members("has_lcwra", period)) > 0
        after_cap = benunit("uc_award_before_cap", period) - benunit(
            "benefit_cap_reduction", period
        )
        return np.where(limited, 0.0, np.minimum(sanction, after_cap))


class universal_credit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Universal Credit, after the cap and any sanction, before deductions"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/8"

    def formula(benunit, period):
        return to_penny(
            benunit("uc_award_before_cap", period)
            - benunit("benefit_cap_reduction", period)
            - benunit("uc_sanction_reduction", period)
        )


class uc_deductions(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Deductions from the award: advances, overpayments, arrears and the like"
    documentation = (
        "Most are limited together to a share of the standard allowance; a penny is always left."
    )
    reference = "https://www.legislation.gov.uk/uksi/2013/380/schedule/6"

    def formula(benunit, period):
        limited = benunit("limited_deductions", period)
        unlimited = benunit("unlimited_deductions", period)
        if not (limited.any() or unlimited.any()):
            return np.zeros(benunit.count)
        rates = uc_rates(benunit, period)
        most = to_penny(
            benunit("uc_standard_allowance", period) * rates(f"{UC}.deductions.maximum_share")
        )
        left = rates(f"{UC}.deductions.minimum_payable")
        room = np.maximum(benunit("universal_credit", period) - left, 0.0)
        return to_penny(np.minimum(np.minimum(limited, most) + unlimited, room))
