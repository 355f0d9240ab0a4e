"""Amounts of one period turned into those of another.

Weeks are 52 to the year and months twelve (Universal Credit Regulations 2013 reg 73(2) and
Sch 4 para 7(2)). Earnings are never converted for Universal Credit: they count when received.
"""

from __future__ import annotations

PERIODS_PER_YEAR = {
    "week": 52.0,
    "fortnight": 26.0,
    "four_weeks": 13.0,
    "month": 12.0,
    "quarter": 4.0,
    "year": 1.0,
}
MONTHS_PER_YEAR = 12.0
WEEKS_PER_YEAR = 52.0
DAYS_PER_WEEK = 7
WEEKS_PER_MONTH = WEEKS_PER_YEAR / MONTHS_PER_YEAR
DAYS_PER_YEAR = 365.0
# A day's share of a month: part of an assessment period (Universal Credit Regulations 2013
# regs 22A and 73(2A)).
DAYS_PER_MONTH = DAYS_PER_YEAR / MONTHS_PER_YEAR


def per_month(amount: float, per: str) -> float:
    """Pounds a month of an amount paid `per` week, fortnight, four_weeks, month, quarter, year."""
    return amount * PERIODS_PER_YEAR[per] / MONTHS_PER_YEAR


def per_week(amount: float, per: str) -> float:
    """Pounds a week of an amount paid `per` some period."""
    return amount * PERIODS_PER_YEAR[per] / WEEKS_PER_YEAR


def per_year(amount: float, per: str) -> float:
    """Pounds a year of an amount paid `per` some period."""
    return amount * PERIODS_PER_YEAR[per]
