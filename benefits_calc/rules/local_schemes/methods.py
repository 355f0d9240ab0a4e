"""The arithmetic that the schemes share, on arrays of pounds a week."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from benefits_calc.rules.rounding import Money, to_penny


def maximum_reduction(bill: Money, share: ArrayLike, deductions: ArrayLike) -> Money:
    """Most that a scheme gives: its share of the bill less deductions for other adults."""
    return np.maximum(np.asarray(share) * bill - np.asarray(deductions), 0.0)


def tapered_reduction(
    maximum: Money, taper: ArrayLike, income: ArrayLike, applicable: ArrayLike
) -> Money:
    """The maximum less a share of income over the applicable amount (SI 2012/2886 Sch para 32)."""
    excess = np.maximum(np.asarray(income) - np.asarray(applicable), 0.0)
    return np.maximum(maximum - np.asarray(taper) * excess, 0.0)


def share_by_band(income: Money, starts: Sequence[ArrayLike], shares: Sequence[ArrayLike]) -> Money:
    """Share of the bill met at an income: that of the last band whose start it reaches.

    Income is compared to the penny, as bands are published.
    """
    in_pence = to_penny(income)
    share = np.broadcast_to(np.asarray(shares[0], dtype=float), in_pence.shape).copy()
    for start, of_band in zip(starts[1:], shares[1:], strict=True):
        share = np.where(in_pence >= to_penny(np.asarray(start)), of_band, share)
    return share


def days_in_financial_year(dates) -> np.ndarray:
    """Days from 1 April to 31 March of the year in which each date falls."""
    months = dates.astype("datetime64[M]")
    first = (months - 3).astype("datetime64[Y]").astype("datetime64[M]") + 3
    return ((first + 12).astype("datetime64[D]") - first.astype("datetime64[D]")).astype(np.int64)
