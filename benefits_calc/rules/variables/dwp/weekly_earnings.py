"""Earnings of a week, for the benefits whose law is weekly.

Pay of a pay period is divided by its weeks, a month's by 52/12 (ESA Regs 2013 reg 79(1);
SI 1996/2745 reg 8(1)). Averaging over a working cycle is for fluctuating pay, not here.
Several employments of one person are worked out one by one, so whoever hands in their sums
by the month hands in these by the week too: a month's whole pence do not give the week's.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.pay_periods import PERIODS_PER_MONTH, WEEKS_PER_PERIOD, index_of
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.weeks import week_of

MONTH = DateUnit.MONTH
NET_EARNINGS = [
    "https://www.legislation.gov.uk/uksi/2013/379/regulation/81",
    "https://www.legislation.gov.uk/uksi/1996/2745/regulation/10",
    "https://www.legislation.gov.uk/uksi/2006/213/regulation/36",
]


class pay_after_tax_and_national_insurance_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Pay less income tax and Class 1 contributions, for a week; not rounded"
    documentation = "Pay given up for a pension is not pay. Student loan repayments stay in."
    reference = NET_EARNINGS

    def formula(person, period):
        weeks = _weeks_of_own_pay_period(person, period)
        return (
            person("taxable_pay_per_pay_period", period)
            - person("income_tax_per_pay_period", period)
            - person("national_insurance_per_pay_period", period)
        ) / weeks


class pension_contributions_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Pension contributions taken from pay, for a week; not rounded"
    reference = NET_EARNINGS

    def formula(person, period):
        weeks = _weeks_of_own_pay_period(person, period)
        return person("pension_taken_from_pay_per_pay_period", period) / weeks


class deductible_expenses_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Expenses wholly for the job that the employer does not repay, for a week"
    reference = "https://www.legislation.gov.uk/uksi/1996/2745/regulation/9"

    def formula(person, period):
        weeks = _weeks_of_own_pay_period(person, period)
        return person("deductible_expenses_per_pay_period", period) / weeks


class self_employed_profit_after_tax_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Profit of a trade less tax and National Insurance, for a week"
    reference = "https://www.legislation.gov.uk/uksi/2013/379/regulation/83"

    def formula(person, period):
        profit = person("self_employment_profit", period)
        if not profit.any():
            return np.zeros(person.count)
        return week_of(profit - person("self_employment_tax_and_ni_paid", period))


class hours_of_work_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "hours per week"
    label = "Hours of paid work, employed and self-employed together"
    reference = "https://www.legislation.gov.uk/uksi/2013/379/regulation/39"

    def formula(person, period):
        return person("hours_per_week", period) + person("self_employment_hours_per_week", period)


def _weeks_of_own_pay_period(person, period):
    """Weeks in the pay period; an error where the month's pay was handed in from elsewhere."""
    index = index_of(person("pay_period", period))
    own = to_penny(person("contractual_pay_per_pay_period", period) * PERIODS_PER_MONTH[index])
    if (own != person("employment_income", period)).any():
        message = (
            "employment_income was handed in without the weekly lines that go with it "
            "(pay_after_tax_and_national_insurance_per_week, pension_contributions_per_week, "
            "deductible_expenses_per_week)"
        )
        raise ValueError(message)
    return WEEKS_PER_PERIOD[index]
