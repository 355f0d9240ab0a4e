"""What people type for a month or a day, read in any usual way of writing it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from benefits_calc.words.page_catalogue import section

_PARTS: Final = re.compile(r"[0-9]+|[a-z]+")
_SHORTEST_NAME: Final = 3
_YEAR_DIGITS: Final = 4


def read_month(text: str, *, day_too: bool = True) -> str | None:
    """A month as a case holds it, from "5 1986", "May 1986", "05/1986" or "1986-05".

    A full date such as "14 5 1986" is kept whole where `day_too`. None where it is neither.
    """
    parts = _parts(text)
    if parts is None:
        return None
    day, month, year = parts
    if day is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if day_too else None


def read_day(text: str) -> str | None:
    """A day as a case holds it, from "11 1 2027", "11 January 2027" or "2027-01-11"."""
    parts = _parts(text)
    if parts is None or parts[0] is None:
        return None
    day, month, year = parts
    return f"{year:04d}-{month:02d}-{day:02d}"


def first_day(month: str) -> date:
    """The first day of a month as a case holds it, or the day itself where it is known."""
    return date.fromisoformat(month if month.count("-") > 1 else f"{month}-01")


def _parts(text: str) -> tuple[int | None, int, int] | None:
    """Day (or none), month and year, where they make a date of the calendar."""
    found = _PARTS.findall(text.lower())
    if found and len(found[0]) == _YEAR_DIGITS and found[0].isdigit():
        found.reverse()
    if len(found) not in (2, 3) or not found[-1].isdigit() or len(found[-1]) != _YEAR_DIGITS:
        return None
    month = _month(found[-2])
    day = int(found[0]) if len(found) > 2 and found[0].isdigit() else None  # noqa: PLR2004
    if month is None or (day is None and len(found) > 2):  # noqa: PLR2004
        return None
    try:
        date(int(found[-1]), month, day or 1)
    except ValueError:
        return None
    return day, month, int(found[-1])


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    if len(text) < _SHORTEST_NAME:
        return None
    names = [str(name).lower() for name in section("calendar")["months"]]
    return next((place for place, name in enumerate(names, 1) if name.startswith(text)), None)
