"""Surplus earnings: what is far above the point at which an award ends (UC Regs 2013 reg 54A)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.rates import uc_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
UC = "dwp.universal_credit"
SURPLUS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/54A"


class surplus_earnings_threshold(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Earnings over which any are surplus"
    documentation = (
        "The earnings at which nothing is left of the award, after other income and savings, and "
        "the amount that is let through besides."
    )
    reference = SURPLUS

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        before_earnings = (
            benunit("uc_maximum_amount", period)
            - benunit("uc_unearned_income", period)
            - benunit("uc_tariff_income", period)
        )
        nil_point = to_penny(np.maximum(before_earnings, 0.0) / rates(f"{UC}.taper.rate"))
        return (
            nil_point
            + benunit("uc_work_allowance", period)
            + rates(f"{UC}.surplus_earnings.de_minimis")
        )


class surplus_earnings(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Surplus earnings of a period in which earnings leave no award"
    documentation = "Counted again only if the claim is made again soon; the timeline decides that."
    reference = SURPLUS

    def formula(benunit, period):
        over = benunit("uc_earned_income", period) - benunit("surplus_earnings_threshold", period)
        return to_penny(np.maximum(over, 0.0))
