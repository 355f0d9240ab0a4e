"""HMRC's rows for payroll software: real pay periods, codes on both bases, every letter."""

import csv
from datetime import date, timedelta
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
FIRST_WEEK = date(2025, 4, 11)
#: A month's number, from 1 in April, to the calendar month of its pay day.
DAY_IN_MONTH = 25


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a file whose first line says where it comes from."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# HM Revenue & Customs")
    return [dict(row) for row in csv.DictReader(lines[1:])]


def pay_day(row: dict[str, str]) -> date:
    """A day within the row's week or month of 2025-26."""
    number = int(row["period"])
    if row["pay_period"] == "week":
        return FIRST_WEEK + timedelta(weeks=number - 1)
    years, month = divmod(number + 2, 12)
    return date(2025 + years, month + 1, DAY_IN_MONTH)
