"""The payment calendars of the law read once more, slowly: days one by one, no code of the engine.

Bank holidays from their rules, assessment periods by looking at each day, pay days by counting,
weekly benefits by the week, an award by its formula in exact decimals.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
MONDAY, FRIDAY, SATURDAY = 0, 4, 5
# Proclaimed for one year alone.
ONCE = {"scotland": {date(2026, 6, 15)}}
FOUR_WEEKLY, FORTNIGHTLY = 4, 2


def days(first: date, last: date) -> Iterator[date]:
    """Every day from one to another."""
    day = first
    while day <= last:
        yield day
        day += DAY


def is_last_of_month(day: date) -> bool:
    """Whether the next day is in another month."""
    return (day + DAY).month != day.month


# --- bank holidays (Banking and Financial Dealings Act 1971 Sch 1, each year's proclamation) -----


def easter_sunday(year: int) -> date:
    """Easter by the Gregorian reckoning."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114
    return date(year, n // 31, n % 31 + 1)


def first_monday(year: int, month: int) -> date:
    """The first Monday of a month."""
    return next(d for d in days(date(year, month, 1), date(year, month, 7)) if d.weekday() == 0)


def last_monday(year: int, month: int) -> date:
    """The last Monday of a month of 31 days."""
    return next(d for d in days(date(year, month, 25), date(year, month, 31)) if d.weekday() == 0)


def holidays(year: int, nation: str) -> set[date]:
    """Bank holidays of a year; one on a weekend is kept on the next day that is free."""
    easter = easter_sunday(year)
    found = {easter - 2 * DAY, first_monday(year, 5), last_monday(year, 5)}
    fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
    if nation == "scotland":
        found.add(first_monday(year, 8))
        fixed = [date(year, 1, 1), date(year, 1, 2), date(year, 11, 30), *fixed[1:]]
    else:
        found |= {easter + DAY, last_monday(year, 8)}
    for day in fixed:
        kept = day
        while kept.weekday() >= SATURDAY or kept in found:
            kept += DAY
        found.add(kept)
    return found | {day for day in ONCE.get(nation, set()) if day.year == year}


def working_day(day: date, nation: str) -> date:
    """The day, or the working day before it."""
    while day.weekday() >= SATURDAY or day in holidays(day.year, nation):
        day -= DAY
    return day


# --- Universal Credit (UC Regs 2013 reg 21; SI 2013/380 reg 45) ----------------------------------


def begins_period(day: date, start_day: int) -> bool:
    """Whether a period of a cycle begins on a day."""
    if start_day == 31:
        return is_last_of_month(day)
    if day.month == 2 and start_day in (29, 30):
        return is_last_of_month(day + DAY)
    return day.day == start_day


def periods(start_day: int, first: date, last: date) -> list[tuple[date, date]]:
    """First and last days of the periods that begin from one day to another."""
    begins = [day for day in days(first, last) if begins_period(day, start_day)]
    return [(one, other - DAY) for one, other in pairwise(begins)]


def award(maximum: str, allowance: str, earned: Decimal) -> Decimal:
    """Maximum less 55 per cent of what is earned over the allowance (reg 22), each to the penny."""
    over = max(earned - Decimal(allowance), Decimal(0)) * Decimal("0.55")
    return max(
        Decimal(maximum) - over.quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal(0)
    ).quantize(Decimal("0.01"))


# --- pay days ------------------------------------------------------------------------------------


def pay_days(first: date, last: date, cycle: str, pay_day: int | str, nation: str) -> list[date]:
    """The contract's pay days from the first one on."""
    if cycle == "monthly":
        return [day for day in days(first, last) if _is_monthly_pay_day(day, pay_day, nation)]
    step = {"weekly": 1, "fortnightly": FORTNIGHTLY, "four_weekly": FOUR_WEEKLY}[cycle]
    return [day for day in days(first, last) if (day - first).days % (7 * step) == 0]


def _is_monthly_pay_day(day: date, pay_day: int | str, nation: str) -> bool:
    if pay_day == "last_working_day":
        month_end = next(d for d in days(day, day + 31 * DAY) if is_last_of_month(d))
        return working_day(month_end, nation) == day
    return day.day == pay_day or (is_last_of_month(day) and day.day < int(pay_day))


# --- benefits by the week ------------------------------------------------------------------------


def weekly_payments(
    first: date, last: date, anchor: date, weeks: int, rates: dict[date, str], nation: str
) -> list[tuple[date, Decimal]]:
    """Payments of a benefit: every so many weeks on a Monday, for the weeks before it.

    Args:
        first: First day shown.
        last: Last day shown.
        anchor: A Monday on which a payment is due.
        weeks: Weeks that each is for.
        rates: Weekly rate by the Monday from which it holds.
        nation: Whose bank holidays move a payment forward.
    """
    found = []
    for day in days(first - 6 * WEEK, last + 6 * WEEK):
        if (day - anchor).days % (7 * weeks):
            continue
        amount = Decimal(0)
        for week in range(1, weeks + 1):
            monday = day - week * WEEK
            amount += Decimal(rates[max(start for start in rates if start <= monday)])
        paid = working_day(day, nation)
        if first <= paid <= last:
            found.append((paid, amount))
    return found
