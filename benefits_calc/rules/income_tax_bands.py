"""Income tax on an amount of taxable income, by the bands of a nation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benefits_calc.rules.rates import Rates
from benefits_calc.rules.rounding import (
    Money,
    down_to_pound,
    down_to_ten_thousandth,
    up_to_pound,
)


@dataclass(frozen=True)
class Bands:
    """Rates in rising order, the parameter at which each starts, and the basic rate's place.

    `cut_band_by_band` is how payroll's routines cut the tax on the bands below to four decimals:
    each band's by itself, or all together.
    """

    folder: str
    rates: tuple[str, ...]
    starts: tuple[str, ...]
    basic: int
    cut_band_by_band: bool = False


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
    cut_band_by_band=True,
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


def payroll_tax_on(rates: Rates, bands: Bands, taxable: Money, share_of_year: Money) -> Money:
    """Tax in pounds on taxable pay to date as payroll's routines work it out, before it is cut.

    A band is left behind only above its scaled end raised to whole pounds; whole pounds are taxed,
    from the end cut to four decimals. HMRC's specification for PAYE tax table routines, section
    4.4; its own test rows for Scotland fit only if each band's tax is cut by itself.
    """
    whole = down_to_pound(taxable)
    tax = rates(f"{bands.folder}.{bands.rates[0]}") * whole
    start = tax_below = cut_below = np.zeros_like(whole)
    for rate, below, end in zip(bands.rates[1:], bands.rates[:-1], bands.starts, strict=True):
        end_of_year = np.broadcast_to(rates(f"{bands.folder}.{end}"), whole.shape)
        of_band = rates(f"{bands.folder}.{below}") * (end_of_year - start)
        start, tax_below = end_of_year, tax_below + of_band
        cut_below = (
            cut_below + down_to_ten_thousandth(of_band * share_of_year)
            if bands.cut_band_by_band
            else down_to_ten_thousandth(tax_below * share_of_year)
        )
        over = whole - down_to_ten_thousandth(end_of_year * share_of_year)
        above = cut_below + rates(f"{bands.folder}.{rate}") * over
        tax = np.where(taxable > up_to_pound(end_of_year * share_of_year), above, tax)
    return tax


def rate_above(rates: Rates, bands: Bands, steps: int) -> Money | float:
    """The rate `steps` bands above the basic rate (codes BR, D0 to D3)."""
    place = min(bands.basic + steps, len(bands.rates) - 1)
    return rates(f"{bands.folder}.{bands.rates[place]}")
