"""Universal Credit in months with the usual number of pay days, and with the most.

Help that hangs on pay in an assessment period looks at the pay received in it, never at an
average: a month with an extra pay day can be over a limit that the others keep within.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.rates import uc_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
UC = "dwp.universal_credit"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"


class counted_pay_in_usual_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per assessment period"
    label = "Counted pay of a Universal Credit month with the usual number of pay days"
    reference = f"{REGULATIONS}54"


class counted_pay_with_most_pay_days(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per assessment period"
    label = "Counted pay of a Universal Credit month with the most pay days"
    reference = f"{REGULATIONS}54"


class uc_earned_income_in_usual_period(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per assessment period"
    label = "Earned income of a month with the usual number of pay days"
    documentation = "Self-employment, with any minimum income floor, as in the average month."
    reference = f"{REGULATIONS}52"

    def formula(benunit, period):
        return _earned_income(benunit, period, "counted_pay_in_usual_period")


class uc_earned_income_with_most_pay_days(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per assessment period"
    label = "Earned income of a month with the most pay days"
    documentation = "Everybody's extra pay day in the same month."
    reference = f"{REGULATIONS}52"

    def formula(benunit, period):
        return _earned_income(benunit, period, "counted_pay_with_most_pay_days")


class has_universal_credit_in_usual_period(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Universal Credit is above nil in a month with the usual number of pay days"
    reference = f"{REGULATIONS}17"

    def formula(benunit, period):
        return _has_award(benunit, period, "uc_earned_income_in_usual_period")


class has_universal_credit_with_most_pay_days(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Universal Credit is above nil in a month with the most pay days"
    reference = f"{REGULATIONS}17"

    def formula(benunit, period):
        return _has_award(benunit, period, "uc_earned_income_with_most_pay_days")


def _earned_income(benunit, period, counted_pay):
    members = benunit.members
    wages = np.maximum(
        to_penny(members(counted_pay, period) + members("statutory_pay", period)), 0.0
    )
    each = wages + members("uc_self_employed_earnings_with_floor", period)
    return to_penny(benunit.sum(each * members("is_adult_in_award", period)))


def _has_award(benunit, period, earned_income):
    """Whether there is an award with other earnings than the average month's."""
    rates = uc_rates(benunit, period)
    over = benunit(earned_income, period) - benunit("uc_work_allowance", period)
    deduction = to_penny(rates(f"{UC}.taper.rate") * np.maximum(to_penny(over), 0.0))
    before = benunit("uc_amount_after_income", period) + benunit("uc_earnings_deduction", period)
    amount = to_penny(before - deduction)
    gain = benunit("uc_gain_once_lcwra_wait_is_over", period)
    smallest = rates(f"{UC}.minimum_award")
    held = (gain > 0) & (to_penny(amount + gain) >= smallest)
    return benunit("meets_universal_credit_conditions", period) & ((amount >= smallest) | held)
