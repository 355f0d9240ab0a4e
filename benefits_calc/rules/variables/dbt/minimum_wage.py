"""National Minimum Wage: the rate for age and apprenticeship, and any shortfall."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.pay_periods import WEEKS_PER_PERIOD, index_of
from benefits_calc.rules.rates import pay_rates
from benefits_calc.rules.rounding import down_to_penny

MONTH = DateUnit.MONTH
WAGE = "dbt.minimum_wage"


class minimum_wage_per_hour(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per hour"
    label = "National Minimum Wage for the person's age, or apprentice rate"
    documentation = "Apprentice rate under 19, or in the first twelve months of the apprenticeship."
    reference = "https://www.legislation.gov.uk/uksi/2015/621/regulation/4A"

    def formula(person, period):
        rates = pay_rates(person, period)
        age = person("age_on_pay_date", period)
        by_age = np.select(
            [
                age >= rates(f"{WAGE}.adult_age"),
                age >= rates(f"{WAGE}.age_21_rate_age"),
                age >= rates(f"{WAGE}.youth_age"),
            ],
            [
                rates(f"{WAGE}.national_living_wage"),
                rates(f"{WAGE}.age_21_to_22"),
                rates(f"{WAGE}.age_18_to_20"),
            ],
            rates(f"{WAGE}.under_18"),
        )
        first_year = person("is_in_first_year_of_apprenticeship", period)
        apprentice = person("is_apprentice", period) & (
            (age < rates(f"{WAGE}.apprentice_age")) | first_year
        )
        return np.where(apprentice, rates(f"{WAGE}.apprentice"), by_age)


class pay_per_hour_for_minimum_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per hour"
    label = "Pay for an hour after salary sacrifice"
    reference = "https://www.legislation.gov.uk/uksi/2015/621/part/4"

    def formula(person, period):
        index = index_of(person("pay_period", period))
        week = person("hours_per_week", period) * person("share_of_weeks_paid", period)
        hours = week * WEEKS_PER_PERIOD[index]
        pay = person("taxable_pay_per_pay_period", period)
        return np.where(hours > 0, pay / np.maximum(hours, 1e-9), 0.0)


class minimum_wage_shortfall_per_hour(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per hour"
    label = "How far pay for an hour falls short of the minimum wage (a warning, not a bar)"
    documentation = "A shortfall under a penny comes from rounding a month's pay and is no finding."
    reference = "https://www.legislation.gov.uk/ukpga/1998/39/section/17"

    def formula(person, period):
        wage = person("minimum_wage_per_hour", period)
        paid = person("pay_per_hour_for_minimum_wage", period)
        short = down_to_penny(np.maximum(wage - paid, 0.0) + 0.004)
        return np.where(person("hours_per_week", period) > 0, short, 0.0)
