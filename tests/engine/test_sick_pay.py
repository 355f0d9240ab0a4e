"""Statutory Sick Pay of many absences, held to a reading in plain Decimal arithmetic."""

import math
import random
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

import numpy as np
import pytest

from benefits_calc.engine.sick_pay import (
    Absences,
    qualifying_days_between,
    statutory_sick_pay,
    statutory_sick_pay_per_week,
)

PENNY = Decimal("0.01")
NEW_LAW = date(2026, 4, 6)


class Absence(NamedTuple):
    day: date
    earnings: Decimal
    a_week: int
    days: int
    earlier: int
    had_esa: bool
    protected: bool


def by_the_act(sick: Absence) -> Decimal:
    """SSCBA 1992 ss.151 to 157 as in force on the day, with the amounts of the orders."""
    new = sick.day >= NEW_LAW
    flat = Decimal("123.25") if new else Decimal("118.75")
    if sick.had_esa or (not new and sick.earnings < 125) or sick.earnings <= 0:
        return Decimal(0)
    week = flat
    if new and not sick.protected:
        week = min(flat, sick.earnings * 80 / 100)
    paid = 0
    for day in range(sick.earlier + 1, sick.earlier + sick.days + 1):
        waited = day - (0 if new else 3)
        if 0 < waited <= 28 * sick.a_week:
            paid += 1
    exact = week * paid / sick.a_week
    return exact.quantize(PENNY, rounding=ROUND_CEILING)


def some_absence(dice: random.Random) -> Absence:
    return Absence(
        day=date(2025, 4, 6) + timedelta(days=dice.randrange(700)),
        earnings=Decimal(dice.choice([0, 12499, 12500, 15406, 15407, dice.randrange(1, 60000)]))
        / 100,
        a_week=dice.randrange(1, 8),
        days=dice.randrange(0, 40),
        earlier=dice.choice([0, 0, 2, 3, dice.randrange(0, 220)]),
        had_esa=dice.random() < 0.1,
        protected=dice.random() < 0.1,
    )


def test_payments_equal_an_independent_reading_of_the_act():
    dice = random.Random(41)  # noqa: S311 - households, not secrets
    sick = [some_absence(dice) for _ in range(20_000)]
    sick = [one for one in sick if one.day <= date(2027, 4, 5)]
    found = statutory_sick_pay(
        Absences(
            day=np.array([one.day for one in sick], dtype="datetime64[D]"),
            normal_weekly_earnings=np.array([float(one.earnings) for one in sick]),
            qualifying_days_per_week=np.array([float(one.a_week) for one in sick]),
            days=np.array([float(one.days) for one in sick]),
            earlier_days=np.array([float(one.earlier) for one in sick]),
            had_esa=np.array([one.had_esa for one in sick]),
            protected=np.array([one.protected for one in sick]),
        )
    )
    for one, amount in zip(sick, found, strict=True):
        assert Decimal(str(round(float(amount), 6))) == by_the_act(one), one
    assert sum(found > 0) > 10_000


@pytest.mark.parametrize(
    ("earnings", "day", "week"),
    [
        (127.10, "2026-12-01", 101.68),
        (203.36, "2026-12-01", 123.25),
        (203.36, "2026-04-05", 118.75),
        (101.68, "2026-04-05", 0.0),
    ],
)
def test_a_week(earnings, day, week):
    found = statutory_sick_pay_per_week(np.array([earnings]), np.array([day], "datetime64[D]"))
    assert found.tolist() == [week]


def test_a_week_takes_a_table_of_earnings_against_days():
    earnings = np.array([[101.68], [203.36]])
    days = np.array(["2026-04-05", "2026-04-06"], "datetime64[D]")
    found = statutory_sick_pay_per_week(earnings, days)
    assert found.tolist() == [[0.0, 81.35], [118.75, 123.25]]


def test_six_weeks_of_absence_from_the_first_of_june():
    # 1 June 2026 is a Monday: 42 days hold 6 x 2 worked days.
    first, last = (np.array([day], "datetime64[D]") for day in ("2026-06-01", "2026-07-12"))
    assert qualifying_days_between(first, last, np.array([2.0])).tolist() == [12.0]


@pytest.mark.parametrize("a_week", range(8))
def test_any_week_holds_its_qualifying_days(a_week):
    first = np.arange("2026-06-01", "2026-06-15", dtype="datetime64[D]")
    found = qualifying_days_between(first, first + 6, np.full(14, float(a_week)))
    assert found.tolist() == [float(a_week)] * 14


def test_half_a_day_a_week_is_half_of_the_day():
    first = np.array(["2026-06-01"], "datetime64[D]")
    found = qualifying_days_between(first, first + 6, np.array([2.5]))
    assert math.isclose(found[0], 2.5)


def test_no_days_between_a_day_and_the_day_before():
    day = np.array(["2026-06-03"], "datetime64[D]")
    assert qualifying_days_between(day, day - 1, np.array([5.0])).tolist() == [0.0]
