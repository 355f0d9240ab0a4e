"""Pay in one pay period, and a month's average of it.

A steady month counts 52/12 weekly, 26/12 fortnightly or 13/12 four-weekly pays (results
format 1): the calendar's four- and five-payday months are the timeline's business.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.pay_periods import (
    PERIODS_PER_MONTH,
    PERIODS_PER_YEAR,
    WEEKS_PER_PERIOD,
    index_of,
)
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
ITEPA_EARNINGS = "https://www.legislation.gov.uk/ukpga/2003/1/section/7"


class contractual_pay_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Pay before anything is taken off"
    reference = ITEPA_EARNINGS

    def formula(person, period):
        index = index_of(person("pay_period", period))
        hours = person("hours_per_week", period)
        contract_hours = person("contract_hours_per_week", period)
        salaried_share = np.where(contract_hours > 0, hours / np.maximum(contract_hours, 1e-9), 1.0)
        paid_hours = hours * person("share_of_weeks_paid", period)
        hourly = paid_hours * person("hourly_pay", period) * WEEKS_PER_PERIOD[index]
        salary = person("salary_per_year", period) / PERIODS_PER_YEAR[index] * salaried_share
        pay = to_penny(hourly + salary) + person("additional_pay_per_pay_period", period)
        return np.maximum(to_penny(pay), 0.0)


class taxable_pay_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Pay that National Insurance and student loans are counted on"
    documentation = "Salary sacrifice lowers the pay itself; other pensions do not."
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/6"

    def formula(person, period):
        pay = person("contractual_pay_per_pay_period", period)
        return pay - person("salary_sacrifice_per_pay_period", period)


class net_pay_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Pay into the bank for one pay period"
    reference = "https://www.legislation.gov.uk/ukpga/1996/18/section/8"

    def formula(person, period):
        return to_penny(
            person("taxable_pay_per_pay_period", period)
            - person("pension_taken_from_pay_per_pay_period", period)
            - person("income_tax_per_pay_period", period)
            - person("national_insurance_per_pay_period", period)
            - person("student_loan_per_pay_period", period)
            - person("payroll_giving_per_pay_period", period)
        )


def month_of(person, period, name):
    """A steady month's share of a per-pay-period amount, to the penny."""
    index = index_of(person("pay_period", period))
    return to_penny(person(name, period) * PERIODS_PER_MONTH[index])


class employment_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Gross pay"
    reference = ITEPA_EARNINGS

    def formula(person, period):
        return month_of(person, period, "contractual_pay_per_pay_period")


class income_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Income tax taken from pay"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682"

    def formula(person, period):
        return month_of(person, period, "income_tax_per_pay_period")


class national_insurance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "National Insurance"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/8"

    def formula(person, period):
        return month_of(person, period, "national_insurance_per_pay_period")


class employee_pension_contributions(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Pension contribution taken from pay"
    reference = "https://www.legislation.gov.uk/ukpga/2008/30/section/20"

    def formula(person, period):
        return month_of(person, period, "pension_taken_from_pay_per_pay_period") + month_of(
            person, period, "salary_sacrifice_per_pay_period"
        )


class pension_contributions_ignored_by_universal_credit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Relievable pension contributions, which Universal Credit ignores in full"
    documentation = (
        "For relief at source the gross contribution counts (reg 55(5)(a)); "
        "with salary sacrifice the pay itself is lower."
    )
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/55"

    def formula(person, period):
        return month_of(person, period, "relievable_pension_per_pay_period") + month_of(
            person, period, "salary_sacrifice_per_pay_period"
        )


class student_loan_repayments(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Student loan repayments"
    reference = "https://www.legislation.gov.uk/uksi/2009/470"

    def formula(person, period):
        return month_of(person, period, "student_loan_per_pay_period")


class payroll_giving(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Gifts to charity taken from pay"
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/part/12"

    def formula(person, period):
        return month_of(person, period, "payroll_giving_per_pay_period")


class deductible_employment_expenses(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Expenses of the job that tax law lets a worker deduct"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/55"

    def formula(person, period):
        return month_of(person, period, "deductible_expenses_per_pay_period")


class net_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Take-home pay: gross pay less every line above, so that the parts add up"
    reference = "https://www.legislation.gov.uk/ukpga/1996/18/section/8"

    def formula(person, period):
        return to_penny(
            person("employment_income", period)
            - person("income_tax", period)
            - person("national_insurance", period)
            - person("employee_pension_contributions", period)
            - person("student_loan_repayments", period)
            - person("payroll_giving", period)
        )
