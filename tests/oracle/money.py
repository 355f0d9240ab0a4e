"""Decimal helpers: rounding, and conversion of periodic amounts. Amounts are pounds."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

PENNY = Decimal("0.01")
POUND = Decimal(1)
NIL = Decimal("0.00")

#: Payments a year for each interval: UC Regs 2013 (SI 2013/376) reg 73(2), Sch 4 para 7(2).
PER_YEAR: dict[str, int] = {
    "week": 52,
    "two_weeks": 26,
    "four_weeks": 13,
    "month": 12,
    "quarter": 4,
    "year": 1,
}


def fraction(value: Decimal | int | str | Fraction) -> Fraction:
    """The exact rational value, so that no division loses digits."""
    return value if isinstance(value, Fraction) else Fraction(Decimal(value))


def _cut(value: Fraction | Decimal, step: Decimal, rounding: str) -> Decimal:
    exact = fraction(value) / fraction(step)
    whole, rest = divmod(exact.numerator, exact.denominator)
    if rounding == ROUND_HALF_UP:
        whole += 1 if 2 * rest >= exact.denominator else 0
    elif rounding == ROUND_CEILING:
        whole += 1 if rest else 0
    elif rounding not in (ROUND_FLOOR, ROUND_DOWN):
        raise ValueError(f"rounding {rounding!r} is not one of half up, ceiling, floor")
    return whole * step


def penny(value: Fraction | Decimal) -> Decimal:
    """UC Regs reg 6(1): half a penny or more goes up, less is dropped. For amounts not below 0."""
    return _cut(value, PENNY, ROUND_HALF_UP)


def penny_down(value: Fraction | Decimal) -> Decimal:
    """Pennies cut."""
    return _cut(value, PENNY, ROUND_FLOOR)


def penny_up(value: Fraction | Decimal) -> Decimal:
    """Up to the next penny."""
    return _cut(value, PENNY, ROUND_CEILING)


def pound_down(value: Fraction | Decimal) -> Decimal:
    """Down to whole pounds."""
    return _cut(value, POUND, ROUND_FLOOR)


def ten_pence_down(value: Fraction | Decimal) -> Decimal:
    """Down to a multiple of 10p: UC Regs reg 111(4)."""
    return _cut(value, Decimal("0.10"), ROUND_FLOOR)


def exact_per_month(amount: Decimal | Fraction, period: str) -> Fraction:
    """An amount paid every `period` as a monthly amount, not rounded."""
    if period not in PER_YEAR:
        raise ValueError(f"period {period!r}: accepted are {', '.join(PER_YEAR)}")
    return fraction(amount) * PER_YEAR[period] / 12


def per_month(amount: Decimal, period: str) -> Decimal:
    """An amount paid every `period` as a monthly amount, to the penny (UC Regs regs 6, 73(2))."""
    return penny(exact_per_month(amount, period))
