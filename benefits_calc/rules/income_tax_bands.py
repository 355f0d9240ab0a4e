"""Income tax on an amount of taxable income, by the bands of a nation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benefits_calc.rules.rates import Rates
from benefits_calc.rules.rounding import Money


@dataclass(frozen=True)
class Bands:
    """Rates in rising order, the parameter at which each starts, and the basic rate's place."""

    folder: str
    rates: tuple[str, ...]
    starts: tuple[str, ...]
    basic: int


REST_OF_UK = Bands(
    folder="hmrc.income_tax.rest_of_uk",
    rates=("basic_rate", "higher_rate", "additional_rate"),
    starts=("basic_band", "additional_threshold"),
    basic=0,
)
SCOTLAND = Bands(
    folder="hmrc.income_tax.scotland",
    rates=(
        "starter_rate",
        "basic_rate",
        "intermediate_rate",
        "higher_rate",
        "advanced_rate",
        "top_rate",
    ),
    starts=("basic_from", "intermediate_from", "higher_from", "advanced_from", "top_from"),
    basic=1,
)


def tax_on(rates: Rates, bands: Bands, taxable: Money, share_of_year: Money | float = 1.0) -> Money:
    """Tax in pounds on `taxable`, the bands' starts scaled to a share of the tax year.

    Income Tax Act 2007 ss.10-11A; Scotland Act 1998 s.80C for Scottish taxpayers.
    """
    tax = rates(f"{bands.folder}.{bands.rates[0]}") * taxable
    for rate, below, start in zip(bands.rates[1:], bands.rates[:-1], bands.starts, strict=True):
        extra = rates(f"{bands.folder}.{rate}") - rates(f"{bands.folder}.{below}")
        threshold = rates(f"{bands.folder}.{start}") * share_of_year
        tax = tax + extra * np.maximum(taxable - threshold, 0.0)
    return tax


def rate_above(rates: Rates, bands: Bands, steps: int) -> Money | float:
    """The rate `steps` bands above the basic rate (codes BR, D0 to D3)."""
    place = min(bands.basic + steps, len(bands.rates) - 1)
    return rates(f"{bands.folder}.{bands.rates[place]}")
