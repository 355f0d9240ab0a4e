"""The benefit cap's amount, which Universal Credit and Housing Benefit choose alike."""

from __future__ import annotations

import numpy as np

from benefits_calc.rules.conversions import WEEKS_PER_MONTH
from benefits_calc.rules.rates import Rates
from benefits_calc.rules.rounding import Money, down_to_pound


def cap_by_place_and_kind(benunit, period, rates: Rates, path: str) -> Money:
    """Cap of each benefit unit: by London or not, and alone or with a partner or a child.

    Args:
        benunit: The benefit units.
        period: The period.
        rates: Rates at the date that the benefit's own law names.
        path: Where the four amounts stand among the parameters, in that benefit's period.
    """
    family = benunit("is_couple", period) | (benunit("number_of_children", period) > 0)
    london = benunit("lives_in_london", period)
    return np.select(
        [london & family, london, family],
        [
            rates(f"{path}.london.couple_or_children"),
            rates(f"{path}.london.single"),
            rates(f"{path}.outside_london.couple_or_children"),
        ],
        rates(f"{path}.outside_london.single"),
    )


def earnings_that_lift_the_cap(hours: Money | float, wage: Money | float) -> Money:
    """Earnings of a month that hold the cap off: so many hours at the wage, whole pounds (reg 82).

    Args:
        hours: Hours a week.
        wage: The National Living Wage an hour.
    """
    return down_to_pound(np.asarray(hours * wage * WEEKS_PER_MONTH))
