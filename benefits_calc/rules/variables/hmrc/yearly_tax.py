"""A year's income tax on everything taxable, for tax that PAYE does not take from pay."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import TaxRegion
from benefits_calc.rules.conversions import WEEKS_PER_YEAR
from benefits_calc.rules.entities import Person
from benefits_calc.rules.income_tax_bands import REST_OF_UK, SCOTLAND, tax_on
from benefits_calc.rules.rates import pay_rates
from benefits_calc.rules.rounding import to_penny, to_pound

MONTH = DateUnit.MONTH
CLASS_2 = "hmrc.national_insurance.class_2"
CLASS_4 = "hmrc.national_insurance.class_4"
ITA = "https://www.legislation.gov.uk/ukpga/2007/3/section/"


class taxable_benefits_and_pensions(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "New Style ESA and JSA, Carer's Allowance or Carer Support Payment, and pensions"
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/section/660"

    def formula(person, period):
        return (
            person("new_style_esa", period)
            + person("new_style_jsa", period)
            + person("carers_allowance", period)
            + person("carer_support_payment", period)
            + person("pension_income", period)
        )


class taxable_pay_per_year(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per year"
    label = "A year's pay after pension contributions that lower tax"
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/section/62"

    def formula(person, period):
        return 12 * np.maximum(
            person("employment_income", period)
            - person("pension_contributions_ignored_by_universal_credit", period)
            - person("payroll_giving", period)
            - person("deductible_employment_expenses", period),
            0.0,
        )


class adjusted_net_income_per_year(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per year"
    label = "Adjusted net income"
    documentation = (
        "To the nearest pound: a year of pay rounded for each pay day is pence off the salary, "
        "and the charge goes by steps."
    )
    reference = f"{ITA}58"

    def formula(person, period):
        return to_pound(_taxable_income_per_year(person, period))


class self_employment_tax_and_ni_paid(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Tax and National Insurance on the trade"
    documentation = (
        "A twelfth of the year's bill where the case does not say what was paid in the month. "
        "Class 2 had to be paid until April 2024."
    )
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/57"

    def formula(person, period):
        profit = 12 * np.maximum(person("self_employment_profit", period), 0.0)
        if not profit.any():
            return np.zeros(person.count)
        rates = pay_rates(person, period)
        pay = person("taxable_pay_per_year", period)
        tax = _year_tax(person, period, rates, pay + profit) - _year_tax(person, period, rates, pay)
        lower = rates(f"{CLASS_4}.lower_profits_limit")
        upper = rates(f"{CLASS_4}.upper_profits_limit")
        contributions = rates(f"{CLASS_4}.main_rate") * np.clip(
            profit - lower, 0.0, upper - lower
        ) + rates(f"{CLASS_4}.additional_rate") * np.maximum(profit - upper, 0.0)
        class_2 = WEEKS_PER_YEAR * rates(f"{CLASS_2}.compulsory_per_week") * (profit >= lower)
        return to_penny((tax + contributions + class_2) / 12)


class self_employment_net(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Self-employed profit after tax, National Insurance and pension"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/57"

    def formula(person, period):
        return to_penny(
            person("self_employment_profit", period)
            - person("self_employment_tax_and_ni_paid", period)
            - person("self_employment_pension", period)
        )


class tax_on_benefits(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Tax on benefits and pensions that the pay line does not take"
    documentation = (
        "The year's tax on everything, less what the code takes from pay and the tax on a "
        "trade; a month of it; usually collected by lowering a later code."
    )
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/part/10"

    def formula(person, period):
        taxable = person("taxable_benefits_and_pensions", period)
        if not taxable.any():
            return np.zeros(person.count)
        rates = pay_rates(person, period)
        income = _taxable_income_per_year(person, period)
        profit = 12 * np.maximum(person("self_employment_profit", period), 0.0)
        pay = person("taxable_pay_per_year", period)
        on_trade = _year_tax(person, period, rates, pay + profit) - _year_tax(
            person, period, rates, pay
        )
        year = _year_tax(person, period, rates, income) - on_trade
        left = to_penny(year / 12) - person("income_tax", period)
        return np.where(taxable > 0, np.maximum(to_penny(left), 0.0), 0.0)


class income_tax_on_year(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per year"
    label = "Income tax of a whole year on the adjusted net income"
    reference = f"{ITA}23"

    def formula(person, period):
        income = person("adjusted_net_income_per_year", period)
        return to_penny(_year_tax(person, period, pay_rates(person, period), income))


def _taxable_income_per_year(person, period):
    return person("taxable_pay_per_year", period) + 12 * (
        np.maximum(person("self_employment_profit", period), 0.0)
        + person("taxable_benefits_and_pensions", period)
    )


def _year_tax(person, period, rates, income):
    """Income tax on a year's income after the personal allowance, by the person's nation."""
    allowance = rates("hmrc.income_tax.personal_allowance")
    taper_from = rates("hmrc.income_tax.personal_allowance_taper_from")
    left = np.maximum(allowance - np.maximum(income - taper_from, 0.0) / 2, 0.0)
    taxable = np.maximum(income - left, 0.0)
    scottish = person("tax_code_region", period) == TaxRegion.scotland
    tax = tax_on(rates, REST_OF_UK, taxable)
    if not scottish.any():
        return tax
    return np.where(scottish, tax_on(rates, SCOTLAND, taxable), tax)
