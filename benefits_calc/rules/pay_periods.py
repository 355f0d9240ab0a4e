"""Pay periods: how many fall in a year, and parameters stated for each."""

from __future__ import annotations

import numpy as np
from openfisca_core.indexed_enums import Enum

from benefits_calc.rules.rates import Rates
from benefits_calc.rules.rounding import Money


class PayPeriod(Enum):
    """How often pay is made up. `year` exists for HMRC's own yearly test rows."""

    week = "A week"
    two_weeks = "Two weeks"
    four_weeks = "Four weeks"
    month = "A calendar month"
    year = "A year"


# By the enum's order. Weeks are counted 52 to the year throughout (results format 1).
PERIODS_PER_YEAR = np.array([52.0, 26.0, 13.0, 12.0, 1.0])
WEEKS_PER_PERIOD = 52.0 / PERIODS_PER_YEAR
PERIODS_PER_MONTH = PERIODS_PER_YEAR / 12.0
SUFFIXES = ("per_week", "per_two_weeks", "per_four_weeks", "per_month", "per_year")


def index_of(pay_period) -> np.ndarray:
    """Position of each row's pay period in the tables above."""
    return np.asarray(pay_period).astype(np.intp)


def by_pay_period(rates: Rates, path: str, pay_period) -> Money:
    """Read a parameter that the law states for each pay period (NI and pension limits)."""
    index = index_of(pay_period)
    first = index[0]
    if (index == first).all():
        return np.broadcast_to(rates(f"{path}_{SUFFIXES[first]}"), index.shape)
    table = np.array([np.broadcast_to(rates(f"{path}_{end}"), index.shape) for end in SUFFIXES])
    return table[index, np.arange(len(index))]
