"""Statutory redundancy pay: what an employer owes at least (Employment Rights Act 1996 Part 11).

It is a sum of money and no earnings: Universal Credit counts what is left of it as savings.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.rates import pay_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
REDUNDANCY = "dbt.redundancy_pay"
ACT = "https://www.legislation.gov.uk/ukpga/1996/18/section/"


class complete_years_with_employer(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "years"
    label = "Complete years worked without a break for the employer, on the pay date"
    reference = f"{ACT}162"


class weekly_pay_for_redundancy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "A week's pay before anything is taken off"
    reference = f"{ACT}221"


class weeks_of_redundancy_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "weeks"
    label = "Weeks' pay due: half a week, one or one and a half for each year, by the age in it"
    documentation = "Years are counted back from the end; the last twenty count."
    reference = [f"{ACT}155", f"{ACT}162"]

    def formula(person, period):
        rates = pay_rates(person, period)
        years = np.floor(person("complete_years_with_employer", period))
        counted = np.minimum(years, rates(f"{REDUNDANCY}.most_years"))
        age = person("age_on_pay_date", period)
        higher = np.clip(age - rates(f"{REDUNDANCY}.higher_age"), 0, counted)
        middle = np.clip(age - rates(f"{REDUNDANCY}.middle_age"), 0, counted) - higher
        weeks = (
            higher * rates(f"{REDUNDANCY}.weeks_from_higher_age")
            + middle * rates(f"{REDUNDANCY}.weeks_from_middle_age")
            + (counted - higher - middle) * rates(f"{REDUNDANCY}.weeks_below_middle_age")
        )
        return np.where(years >= rates(f"{REDUNDANCY}.least_years"), weeks, 0.0)


class statutory_redundancy_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP"
    label = "Statutory redundancy pay"
    reference = [f"{ACT}162", f"{ACT}227"]

    def formula(person, period):
        limit = pay_rates(person, period)(f"{REDUNDANCY}.weekly_pay_limit")
        week = np.minimum(person("weekly_pay_for_redundancy", period), limit)
        return to_penny(week * person("weeks_of_redundancy_pay", period))
