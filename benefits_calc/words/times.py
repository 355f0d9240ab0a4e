"""Hours and dates in words."""

from __future__ import annotations

import math
from datetime import date

from benefits_calc.words.page_catalogue import say

MINUTES = 60
ANY_WORK_BELOW = 0.02


def hours(amount: float) -> str:
    """Hours as a number, such as 16 or 37.5."""
    return f"{amount:g}"


def hours_and_minutes(amount: float, *, at_most: bool = False) -> str:
    """Hours as hours and whole minutes: up, so that a line is not named too early.

    Args:
        amount: Hours.
        at_most: Whether it is the most that still holds, so that it is rounded down.
    """
    exact = round(amount * MINUTES, 6)
    minutes = math.floor(exact) if at_most else math.ceil(exact)
    whole, rest = divmod(minutes, MINUTES)
    parts = []
    if whole or not rest:
        parts.append(_counted(whole, "one_hour", "hours_only"))
    if rest:
        parts.append(_counted(rest, "one_minute", "minutes_only"))
    return " ".join(parts)


def _counted(count: int, one: str, more: str) -> str:
    return say("causes", one) if count == 1 else say("causes", more, count=str(count))


def is_any_work(amount: float) -> bool:
    """Whether a line stands at the first pay at all."""
    return amount <= ANY_WORK_BELOW


def day(value: date) -> str:
    """A day as people write it, such as 1 December 2026."""
    return f"{value.day} {value:%B %Y}"
