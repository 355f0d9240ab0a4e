"""Working days: Monday to Friday, bank holidays apart (Banking and Financial Dealings Act 1971).

Scotland's bank holidays are its own; England's and Wales's are the same. After the last year in
the table only weekends are left out, which `bank_holidays_known_until` lets a caller say.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.datetime64]
SCOTLAND = "scotland"
ENGLAND_AND_WALES = "england_and_wales"
_DECEMBER, _LAST = 12, 31


@cache
def bank_holidays(part: str) -> Days:
    """Bank holidays of a part of Great Britain (`scotland` or `england_and_wales`), in order."""
    text = (files("benefits_calc.rules") / "data" / "bank_holidays.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    days = [row["day"] for row in csv.DictReader(lines) if row["part"] == part]
    return np.sort(np.array(days, dtype="datetime64[D]"))


def bank_holidays_of(nation: str) -> Days:
    """Bank holidays where a nation's banks close: Scotland's own, otherwise England and Wales."""
    return bank_holidays(SCOTLAND if nation == SCOTLAND else ENGLAND_AND_WALES)


@cache
def bank_holidays_known_until() -> np.datetime64:
    """Last day of the last year whose bank holidays are held."""
    last: date = max(bank_holidays(part)[-1].item() for part in (SCOTLAND, ENGLAND_AND_WALES))
    return np.datetime64(date(last.year, _DECEMBER, _LAST), "D")


def is_working_day(days: Days, nation: str) -> NDArray[np.bool_]:
    """Whether each day is neither a Saturday, a Sunday nor a bank holiday."""
    return np.is_busday(days, holidays=bank_holidays_of(nation))


def working_day_on_or_before(days: Days, nation: str) -> Days:
    """Each day, or the last working day before it."""
    return np.busday_offset(days, 0, roll="backward", holidays=bank_holidays_of(nation))


def working_day_on_or_after(days: Days, nation: str) -> Days:
    """Each day, or the first working day after it."""
    return np.busday_offset(days, 0, roll="forward", holidays=bank_holidays_of(nation))
