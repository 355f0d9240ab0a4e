"""Weekly law beside monthly lines: 52 weeks and 12 months to the year.

The weekly benefits share one way of counting net earnings: pay less income tax and Class 1
contributions, less a share of what is paid into a pension (ESA Regs 2013 reg 81; JSA Regs
2013 reg 59; SI 1996/2745 reg 10(4); HB Regs 2006 reg 36(3)), and a trade's profit likewise.
"""

from __future__ import annotations

import numpy as np

from benefits_calc.rules.conversions import WEEKS_PER_MONTH
from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.rounding import Money, to_penny


def week_of(month: Money) -> Money:
    """A month's amount for a week, unrounded."""
    return month / WEEKS_PER_MONTH


def benefit_week_of(month: Money) -> Money:
    """The weekly benefit, to the penny, that a monthly line was made from."""
    return to_penny(week_of(month))


def month_of(week: Money) -> Money:
    """A weekly benefit for a month, to the penny."""
    return to_penny(week * WEEKS_PER_MONTH)


def net_earnings(person, period, pension_share: float | Money) -> Money:
    """Pounds a week of net earnings, unrounded; a loss in a trade lowers no wages."""
    wages = person("pay_after_tax_and_national_insurance_per_week", period) - (
        pension_share * person("pension_contributions_per_week", period)
    )
    profit = person("self_employed_profit_after_tax_per_week", period) - (
        pension_share * week_of(person("self_employment_pension", period))
    )
    return np.maximum(wages, 0.0) + np.maximum(profit, 0.0)


def of_claimant(benunit, values) -> np.ndarray:
    """Values of people, for the claimant of each benefit unit."""
    return benunit.sum(values, role=BenUnit.CLAIMANT)


def of_partner(benunit, values) -> np.ndarray:
    """Values of people, for the partner of each benefit unit; 0 without one."""
    return benunit.sum(values, role=BenUnit.PARTNER)


def of_couple(benunit, values) -> np.ndarray:
    """Sum over claimant and partner."""
    return of_claimant(benunit, values) + of_partner(benunit, values)
