"""Tables by place that stand beside the parameters: councils, rental areas, pension age."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from importlib.resources import files

import numpy as np

from benefits_calc.rules.calendar import add_months

LHA_CATEGORIES = ("shared", "1_bedroom", "2_bedroom", "3_bedroom", "4_bedroom")
_APRIL = 4


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = (files("benefits_calc.rules") / "data" / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(csv.DictReader(lines))


@cache
def council_nations() -> dict[str, str]:
    """Every council of Great Britain by name, and its nation; other names included."""
    nations = {row["council"]: row["nation"] for row in _rows("council_tax_band_d.csv")}
    nations |= {row["alias"]: nations[row["council"]] for row in _rows("council_aliases.csv")}
    return nations


def band_d_per_year(council: str, day: date) -> float | None:
    """Band D council tax of a council in the year of `day`, pounds; None where it is not held."""
    aliases = {row["alias"]: row["council"] for row in _rows("council_aliases.csv")}
    name = aliases.get(council, council)
    year = str(day.year if day.month >= _APRIL else day.year - 1)
    found = (
        float(row["band_d_per_year"])
        for row in _rows("council_tax_band_d.csv")
        if row["council"] == name and row["from_april"] == year
    )
    return next(found, None)


@cache
def london_councils() -> frozenset[str]:
    """The councils of Greater London."""
    return frozenset(row["council"] for row in _rows("london_councils.csv"))


@cache
def rental_areas() -> frozenset[str]:
    """Every broad rental market area of Great Britain."""
    return frozenset(row["broad_rental_market_area"] for row in _rows(_LHA_FILE))


@cache
def rental_areas_of(nation: str | None) -> frozenset[str]:
    """The broad rental market areas of a nation; of Great Britain where none is named."""
    rows = _rows(_LHA_FILE)
    return frozenset(
        row["broad_rental_market_area"] for row in rows if nation in (None, row["nation"])
    )


_LHA_FILE = "local_housing_allowance.csv"


def local_housing_allowance(area: str, day: date) -> tuple[float, ...]:
    """Monthly Local Housing Allowance of an area: shared, then one to four bedrooms.

    Rates run from 1 April. Nothing held for that day gives zeros only where the area is unknown,
    which is refused before this is asked.
    """
    year = day.year if day.month >= _APRIL else day.year - 1
    found = {
        row["category"]: float(row["per_month_universal_credit"])
        for row in _rows(_LHA_FILE)
        if row["broad_rental_market_area"] == area and row["from_april"] == str(year)
    }
    return tuple(found[category] for category in LHA_CATEGORIES)


@cache
def _pension_ages() -> tuple[tuple[date, int], ...]:
    return tuple(
        (
            date.fromisoformat(row["born_from"]),
            12 * int(row["pension_age_years"]) + int(row["pension_age_months"]),
        )
        for row in _rows("state_pension_age.csv")
    )


def state_pension_day(born: date) -> date:
    """The day on which somebody born on `born` reaches State Pension age."""
    months = next(months for start, months in reversed(_pension_ages()) if born >= start)
    day: date = add_months(np.array([born], dtype="datetime64[D]"), months)[0].item()
    return day
