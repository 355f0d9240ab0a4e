"""Tax years, months and weeks, day by day against a plain count."""

import datetime as dt

import numpy as np
import pytest

from benefits_calc.rules.tax_year import (
    first_day_of_tax_year,
    tax_month_of,
    tax_week_of,
    tax_year_of,
)

DAYS = np.arange("2023-01-01", "2029-01-01", dtype="datetime64[D]")


def counted(day: dt.date) -> tuple[int, int, int]:
    """Year, month and week of a day, counted from its 6 April."""
    year = day.year if day >= dt.date(day.year, 4, 6) else day.year - 1
    sixth, month = dt.date(year, 4, 6), 0
    while sixth <= day:
        month += 1
        following = (year * 12 + 3 + month) // 12, (3 + month) % 12 + 1
        sixth = dt.date(*following, 6)
    return year, month, ((day - dt.date(year, 4, 6)).days + 7) // 7


def test_every_day_of_six_years():
    expected = [counted(day.item()) for day in DAYS]
    found = zip(tax_year_of(DAYS), tax_month_of(DAYS), tax_week_of(DAYS), strict=True)
    assert [tuple(int(part) for part in each) for each in found] == expected


@pytest.mark.parametrize(
    ("day", "year", "month", "week"),
    [
        ("2026-04-05", 2025, 12, 53),
        ("2026-04-06", 2026, 1, 1),
        ("2026-05-05", 2026, 1, 5),
        ("2026-05-06", 2026, 2, 5),
        ("2026-11-28", 2026, 8, 34),
        ("2028-02-29", 2027, 11, 48),
        ("2028-04-04", 2027, 12, 53),
        ("2028-04-05", 2027, 12, 53),
        ("2027-04-04", 2026, 12, 52),
    ],
)
def test_days_at_the_turn_of_a_year(day: str, year: int, month: int, week: int):
    days = np.array([day], dtype="datetime64[D]")
    assert (tax_year_of(days)[0], tax_month_of(days)[0], tax_week_of(days)[0]) == (
        year,
        month,
        week,
    )


def test_a_tax_year_begins_on_6_april():
    assert [str(day) for day in first_day_of_tax_year(np.array([2024, 2028]))] == [
        "2024-04-06",
        "2028-04-06",
    ]
