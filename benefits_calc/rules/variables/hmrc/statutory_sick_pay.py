"""Statutory Sick Pay (Social Security Contributions and Benefits Act 1992 Part 11).

An employer's payment for qualifying days. Since 6 April 2026 (Employment Rights Act 2025
ss.10 and 11) there is no waiting and no least pay, and the rate is at most a share of normal
earnings. Rates and rules are those of the day of absence, so an absence that runs through an
April changes on the day.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.rates import Rates
from benefits_calc.rules.rounding import up_to_penny

MONTH = DateUnit.MONTH
FOLDER = "hmrc.statutory_sick_pay"
ACT = "https://www.legislation.gov.uk/ukpga/1992/4/section/"
ROUNDING = "https://www.legislation.gov.uk/uksi/1982/894/regulation/11"


def sick_day_rates(person, period) -> Rates:
    """Rates in force on the day of absence."""
    return Rates(person, person("sick_day", period))


class is_entitled_to_statutory_sick_pay(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Earns enough for Statutory Sick Pay, and did not have ESA just before"
    documentation = "With ESA in the 85 days before, it is ESA that is claimed again."
    reference = [f"{ACT}153", "https://www.legislation.gov.uk/ukpga/1992/4/schedule/11"]

    def formula(person, period):
        earnings = person("normal_weekly_earnings", period)
        least = sick_day_rates(person, period)(f"{FOLDER}.lower_earnings_limit")
        had_esa = person("had_employment_and_support_allowance_before_sickness", period)
        return (earnings > 0) & (earnings >= least) & ~had_esa


class statutory_sick_pay_rate_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Weekly rate of Statutory Sick Pay: flat, or a share of normal earnings if lower"
    documentation = "Unrounded: only a payment is rounded."
    reference = f"{ACT}157"

    def formula(person, period):
        rates = sick_day_rates(person, period)
        earnings = person("normal_weekly_earnings", period)
        flat = rates(f"{FOLDER}.weekly_rate")
        # Infinite where the law of the day sets no such limit.
        share = np.multiply(
            rates(f"{FOLDER}.earnings_share"),
            earnings,
            out=np.zeros(person.count),
            where=earnings > 0,
        )
        protected = person("is_sick_pay_protected_from_earnings_share", period)
        rate = np.where(protected, flat, np.minimum(flat, share))
        return np.where(person("is_entitled_to_statutory_sick_pay", period), rate, 0.0)


class statutory_sick_pay_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Statutory Sick Pay for a whole week"
    reference = [f"{ACT}157", ROUNDING]

    def formula(person, period):
        return up_to_penny(person("statutory_sick_pay_rate_per_week", period))


class statutory_sick_pay_rate_per_day(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per day"
    label = "Statutory Sick Pay for one qualifying day, unrounded"
    reference = f"{ACT}157"

    def formula(person, period):
        days = person("qualifying_days_per_week", period)
        week = person("statutory_sick_pay_rate_per_week", period)
        return np.divide(week, days, out=np.zeros(person.count), where=days > 0)


class statutory_sick_pay_days(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "days"
    label = "Qualifying days paid: after the waiting days, and up to the most weeks"
    documentation = (
        "Days of absence before April 2026 that were paid nothing, as waiting days or for low "
        "pay, are no part of the 28 weeks and are left out of the earlier days."
    )
    reference = f"{ACT}155"

    def formula(person, period):
        rates = sick_day_rates(person, period)
        waiting = rates(f"{FOLDER}.waiting_days")
        most = rates(f"{FOLDER}.maximum_weeks") * person("qualifying_days_per_week", period)
        earlier = person("earlier_sick_qualifying_days", period)
        through = earlier + person("sick_qualifying_days", period)
        return np.clip(through - waiting, 0.0, most) - np.clip(earlier - waiting, 0.0, most)


class statutory_sick_pay_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP"
    label = "Statutory Sick Pay for the qualifying days of absence"
    documentation = "A payment with a fraction of a penny is raised to the next penny."
    reference = [f"{ACT}157", ROUNDING]

    def formula(person, period):
        days = person("statutory_sick_pay_days", period)
        return up_to_penny(days * person("statutory_sick_pay_rate_per_day", period))
