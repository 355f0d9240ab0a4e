"""Unearned income and capital (UC Regs 2013 regs 18, 66 to 73)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.rates import benefit_rates, uc_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
UC = "dwp.universal_credit"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"


class carers_benefit_counted(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Carer's Allowance, or Carer Support Payment up to the same rate"
    documentation = "The Scottish supplement and additional-person payment are left out."
    reference = f"{REGULATIONS}66"

    def formula(person, period):
        payment = person("carer_support_payment", period)
        if payment.any():
            weekly = benefit_rates(person, period)("dwp.carers_allowance.weekly_rate")
            payment = np.minimum(payment, to_penny(np.asarray(weekly * 52 / 12)))
        return person("carers_allowance", period) + payment


class student_income_counted_after_disregard(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Student income after the disregard"
    reference = f"{REGULATIONS}71"

    def formula(person, period):
        income = person("student_income_counted", period)
        ignored = uc_rates(person, period)(f"{UC}.student_income.disregard_per_period")
        return np.maximum(income - ignored, 0.0)


class uc_unearned_income_of_person(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Unearned income on the list of regulation 66"
    documentation = (
        "Not on the list, so ignored: PIP, DLA, ADP, Attendance Allowance, Child Benefit, Housing "
        "Benefit, child maintenance, Scottish Child Payment and the Scottish carer supplement."
    )
    reference = f"{REGULATIONS}66"

    def formula(person, period):
        return to_penny(
            person("new_style_esa", period)
            + person("new_style_jsa", period)
            + person("carers_benefit_counted", period)
            + person("maternity_allowance", period)
            + person("pension_income", period)
            + person("other_unearned_income_counted", period)
            + person("student_income_counted_after_disregard", period)
        )


class uc_unearned_income(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Unearned income, taken off pound for pound"
    reference = f"{REGULATIONS}66"

    def formula(benunit, period):
        each = benunit.members("uc_unearned_income_of_person", period)
        return to_penny(benunit.sum(each * benunit.members("is_adult_in_award", period)))


class uc_tariff_income(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Tariff income: what savings over the lower limit are taken to bring"
    reference = f"{REGULATIONS}72"

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        over = np.maximum(benunit("capital", period) - rates(f"{UC}.capital.lower_limit"), 0.0)
        steps = np.ceil(to_penny(over) / rates(f"{UC}.capital.tariff_step"))
        return to_penny(steps * rates(f"{UC}.capital.tariff_amount"))


class has_too_much_capital(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Savings are over the upper limit, so there is no Universal Credit"
    reference = f"{REGULATIONS}18"

    def formula(benunit, period):
        limit = uc_rates(benunit, period)(f"{UC}.capital.upper_limit")
        return benunit("capital", period) > limit
