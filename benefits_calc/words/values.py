"""A rate or a step's value as people write it."""

from __future__ import annotations

from datetime import date
from typing import Final

from benefits_calc.words.times import day

POUNDS: Final = "currency-GBP"
SHARE: Final = "/1"
SEVERAL: Final = {"child": "children"}


def value_with_unit(value: float, unit: str) -> str:
    """A rate as people write it: pounds, a share, a date or a number with its unit."""
    if unit.startswith("date"):
        digits = f"{value:.0f}"
        return day(date(int(digits[:4]), int(digits[4:6]), int(digits[6:])))
    if unit.startswith(POUNDS):
        return f"£{value:,.2f}{unit.removeprefix(POUNDS)}"
    if unit == SHARE:
        return f"{value * 100:.10g} %"
    number = f"{value:,.10g}"
    if unit in ("", "number"):
        return number
    thing, per, period = unit.partition(" per ")
    return f"{number} {thing if value == 1 else SEVERAL.get(thing, f'{thing}s')}{per}{period}"
