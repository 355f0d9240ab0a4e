"""Rounding as the law rounds, in float64 pounds.

A product of a rate and an amount in pence can land a hair under an exact half penny in
binary; `GUARD_PENCE` is far smaller than any amount the law can produce between two
results and larger than the error, so each helper agrees with decimal arithmetic
(tested over every penny to 6,000 pounds).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Money = NDArray[np.float64]
GUARD_PENCE = 1e-6
PENCE = 100.0
TEN_THOUSANDTHS = 10_000.0


def to_penny(pounds: Money) -> Money:
    """Round to the nearest penny, half a penny up (Universal Credit Regulations 2013 reg 6(1))."""
    return np.floor(pounds * PENCE + 0.5 + GUARD_PENCE) / PENCE


def amount_to_penny(pounds: float) -> float:
    """One amount, rounded as `to_penny` does."""
    return float(to_penny(np.asarray(pounds, dtype=np.float64)))


def down_to_penny(pounds: Money) -> Money:
    """Drop any fraction of a penny (PAYE tax to date)."""
    return np.floor(pounds * PENCE + GUARD_PENCE) / PENCE


def up_to_penny(pounds: Money) -> Money:
    """Raise any fraction of a penny to the next penny (PAYE free pay)."""
    return np.ceil(pounds * PENCE - GUARD_PENCE) / PENCE


def down_to_pound(pounds: Money) -> Money:
    """Drop pence (UC reg 6(1A), taxable pay, student loan repayments)."""
    return np.floor(pounds + GUARD_PENCE / PENCE)


def up_to_pound(pounds: Money) -> Money:
    """Raise any pence to the next pound (where payroll's tax routines leave a band)."""
    return np.ceil(pounds - GUARD_PENCE / PENCE)


def to_pound(pounds: Money) -> Money:
    """Round to the nearest pound, half a pound up (a year put together from rounded pay)."""
    return np.floor(pounds + 0.5 + GUARD_PENCE / PENCE)


def down_to_ten_thousandth(pounds: Money) -> Money:
    """Keep four decimals, as payroll's tax routines carry amounts between steps."""
    return np.floor(pounds * TEN_THOUSANDTHS + GUARD_PENCE) / TEN_THOUSANDTHS


def up_to_step(pounds: Money, step: float | Money) -> Money:
    """Raise to the next whole `step` pounds (permitted work limit: 50p)."""
    return np.ceil(pounds / step - GUARD_PENCE) * step


def down_to_step(pounds: Money, step: float | Money) -> Money:
    """Lower to a whole `step` pounds (sanction daily rate: 10p, UC reg 111(4))."""
    return to_penny(np.floor(pounds / step + GUARD_PENCE) * step)


def national_insurance_to_penny(pounds: Money) -> Money:
    """Round a Class 1 contribution: a third decimal of 5 or less goes down, 6 or more up.

    Social Security (Contributions) Regulations 2001 reg 12; HMRC's guidance for payroll
    software works to three decimals first, and rounds the contribution on each band by itself.
    """
    thousandths = np.floor(pounds * 1000.0 + GUARD_PENCE)
    return np.floor((thousandths + 4.0) / 10.0) / PENCE
