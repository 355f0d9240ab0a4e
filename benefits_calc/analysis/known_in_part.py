"""Lines left out of the totals that are known at some points: where, and how far they can move.

A line that is unknown at any point shown is in no total, so that totals can be compared. Where it
is known it is shown, and what it loses there is exact.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from benefits_calc.analysis.rows import Rows
from benefits_calc.engine.results import Results, Unknown

SMALLEST_PAY = 0.005


def known_here(results: Results, row: int) -> dict[str, float]:
    """Amounts of the lines left out that are known at a row, pounds a month."""
    found = {line: float(amounts[row]) for line, amounts in results.known_in_part.items()}
    return {line: amount for line, amount in found.items() if not np.isnan(amount)}


def unknown_with_today(results: Results) -> tuple[Unknown, ...]:
    """The lines left out, each with what is paid now: as its letter says, or as worked out."""
    now = known_here(results, Rows.NOW)
    return tuple(
        item if item.now_per_month is not None else replace(item, now_per_month=now.get(item.line))
        for item in results.unknown
    )


def range_of_change(results: Results, row: int) -> tuple[float, float] | None:
    """Lowest and highest change of the lines left out, against now; pounds a month.

    None where nothing is left out, or today's amount of one is not known. Where pay is as it is
    now nothing moves.
    """
    today = unknown_with_today(results)
    if not today or any(item.now_per_month is None for item in today):
        return None
    pay = results.lines["gross_pay"]
    if abs(pay[row] - pay[Rows.NOW]) < SMALLEST_PAY:
        return 0.0, 0.0
    now, here = known_here(results, Rows.NOW), known_here(results, row)
    low = high = 0.0
    for item in today:
        was = now.get(item.line, item.now_per_month or 0.0)
        if item.line in here:
            low += here[item.line] - was
            high += here[item.line] - was
        else:
            low -= item.now_per_month or 0.0
    return round(low, 2), round(high, 2)


def change_between(results: Results, row: int, other: int) -> float | None:
    """How the lines left out change from one row to another; None where one is not known."""
    before, after = known_here(results, row), known_here(results, other)
    lines = [item.line for item in results.unknown]
    if any(line not in before or line not in after for line in lines):
        return None
    return round(sum(after[line] - before[line] for line in lines), 2)
