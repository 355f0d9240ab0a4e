"""Bank holidays against the Act and the church calendar, worked out here a second time."""

import datetime as dt
from collections.abc import Iterator

import numpy as np
import pytest

from benefits_calc.rules.working_days import (
    bank_holidays,
    bank_holidays_known_until,
    is_working_day,
    working_day_on_or_after,
    working_day_on_or_before,
)

YEARS = range(2024, 2029)
PARTS = ("england_and_wales", "scotland")
DAY = dt.timedelta(days=1)


def easter(year: int) -> dt.date:
    """Easter Day by the table-free form of the Gregorian rule."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = skipped - (skipped // 28) * (1 - 29 // (skipped + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (moon - weekday + 40) // 44
    assert rest == year - 100 * century
    return dt.date(year, month, moon - weekday + 28 - 31 * (month // 4))


def monday(year: int, month: int, *, last: bool = False) -> dt.date:
    day = dt.date(year, month, 1)
    while day.weekday() != 0:
        day += DAY
    while last and (day + 7 * DAY).month == month:
        day += 7 * DAY
    return day


def moved(days: list[dt.date]) -> Iterator[dt.date]:
    """Days on a weekend move to the next weekday that is not already a holiday."""
    taken = {day for day in days if day.weekday() < 5}
    for day in days:
        free = day
        while free.weekday() >= 5 or (free != day and free in taken):
            free += DAY
        taken.add(free)
        yield free


def by_the_act(part: str, year: int) -> set[dt.date]:
    sunday = easter(year)
    found = {sunday - 2 * DAY, monday(year, 5), monday(year, 5, last=True)}
    found |= set(moved([dt.date(year, 12, 25), dt.date(year, 12, 26)]))
    if part == "scotland":
        found |= set(moved([dt.date(year, 1, 1), dt.date(year, 1, 2)]))
        found |= {monday(year, 8), *moved([dt.date(year, 11, 30)])}
        return found | ({dt.date(2026, 6, 15)} if year == 2026 else set())
    found |= {sunday + DAY, monday(year, 8, last=True)}
    return found | set(moved([dt.date(year, 1, 1)]))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("year", YEARS)
def test_the_table_is_what_the_act_and_easter_give(part: str, year: int):
    held = {day.item() for day in bank_holidays(part)}
    assert {day for day in held if day.year == year} == by_the_act(part, year)


def test_known_easters():
    assert [easter(year) for year in (2024, 2025, 2026, 2027)] == [
        dt.date(2024, 3, 31),
        dt.date(2025, 4, 20),
        dt.date(2026, 4, 5),
        dt.date(2027, 3, 28),
    ]


def test_the_table_ends_with_its_last_year():
    assert str(bank_holidays_known_until()) == "2028-12-31"


# 2026: 3 April Good Friday, 6 April Easter Monday (not in Scotland), 30 November St Andrew's Day.
@pytest.mark.parametrize(
    ("nation", "day", "before", "after"),
    [
        ("england", "2026-04-05", "2026-04-02", "2026-04-07"),
        ("wales", "2026-04-05", "2026-04-02", "2026-04-07"),
        ("scotland", "2026-04-05", "2026-04-02", "2026-04-06"),
        ("england", "2026-11-30", "2026-11-30", "2026-11-30"),
        ("scotland", "2026-11-30", "2026-11-27", "2026-12-01"),
        ("england", "2026-12-27", "2026-12-24", "2026-12-29"),
        ("england", "2027-12-28", "2027-12-24", "2027-12-29"),
        ("scotland", "2027-01-02", "2026-12-31", "2027-01-05"),
        ("england", "2029-12-25", "2029-12-25", "2029-12-25"),
    ],
)
def test_the_working_day_on_either_side(nation: str, day: str, before: str, after: str):
    days = np.array([day], dtype="datetime64[D]")
    assert str(working_day_on_or_before(days, nation)[0]) == before
    assert str(working_day_on_or_after(days, nation)[0]) == after
    assert is_working_day(days, nation)[0] == (before == day == after)
