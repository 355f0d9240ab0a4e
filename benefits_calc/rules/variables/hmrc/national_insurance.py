"""Class 1 National Insurance of an employee, per pay period and never cumulative."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import NationalInsuranceCategory
from benefits_calc.rules.entities import Person
from benefits_calc.rules.pay_periods import by_pay_period
from benefits_calc.rules.rates import pay_rates
from benefits_calc.rules.rounding import national_insurance_to_penny, to_penny

MONTH = DateUnit.MONTH
CLASS_1 = "hmrc.national_insurance.class_1"


class pays_class_1_contributions(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of an age to pay Class 1 contributions: 16 to State Pension age"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/6"

    def formula(person, period):
        rates = pay_rates(person, period)
        old_enough = person("age_on_pay_date", period) >= rates(f"{CLASS_1}.minimum_age")
        return old_enough & (person("pay_date", period) < person("pension_age_date", period))


class national_insurance_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Class 1 contribution for the pay period"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/8"

    def formula(person, period):
        rates = pay_rates(person, period)
        pay_period = person("pay_period", period)
        pay = person("taxable_pay_per_pay_period", period)
        lower = by_pay_period(rates, f"{CLASS_1}.primary_threshold", pay_period)
        upper = by_pay_period(rates, f"{CLASS_1}.upper_earnings_limit", pay_period)
        between = np.maximum(np.minimum(pay, upper) - lower, 0.0)
        above = np.maximum(pay - upper, 0.0)
        main, additional = _rates_by_category(person, period, rates)
        due = to_penny(
            national_insurance_to_penny(main * between)
            + national_insurance_to_penny(additional * above)
        )
        return np.where(person("pays_class_1_contributions", period), due, 0.0)


class earns_national_insurance_credit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Pay reaches the lower earnings limit, so the period counts for pension and benefits"
    reference = "https://www.legislation.gov.uk/uksi/2001/1004/regulation/10"

    def formula(person, period):
        rates = pay_rates(person, period)
        limit = by_pay_period(
            rates, f"{CLASS_1}.lower_earnings_limit", person("pay_period", period)
        )
        return person("taxable_pay_per_pay_period", period) >= limit


def _rates_by_category(person, period, rates):
    """Main and additional rate of each row's category."""
    category = person("national_insurance_category", period)
    main = rates(f"{CLASS_1}.main_rate")
    additional = rates(f"{CLASS_1}.additional_rate")
    standard = category == NationalInsuranceCategory.standard
    if standard.all():
        return main, additional
    reduced = category == NationalInsuranceCategory.reduced
    deferred = category == NationalInsuranceCategory.deferred
    main_by_row = np.select(
        [standard, reduced, deferred],
        [main, rates(f"{CLASS_1}.reduced_rate"), rates(f"{CLASS_1}.deferment_rate")],
        0.0,
    )
    return main_by_row, np.where(category == NationalInsuranceCategory.nothing, 0.0, additional)
