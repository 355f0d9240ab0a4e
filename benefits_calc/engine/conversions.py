"""The rules' own ways from one period to another, for those downstream."""

from __future__ import annotations

from benefits_calc.rules.conversions import (
    DAYS_PER_MONTH,
    MONTHS_PER_YEAR,
    WEEKS_PER_MONTH,
    WEEKS_PER_YEAR,
    per_week,
)

__all__ = [
    "DAYS_PER_MONTH",
    "MONTHS_PER_YEAR",
    "WEEKS_PER_MONTH",
    "WEEKS_PER_YEAR",
    "per_week",
]
