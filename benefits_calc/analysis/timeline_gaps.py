"""The days without money: around the first wage, after the last, and the lowest point."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from benefits_calc.analysis.dated_records import CashEvent, Help, LowestPoint, MoneyGap
from benefits_calc.analysis.money_help import money_help
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.case import Case
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.streams import Stream

LOWERED = ("wages_counted", "nil", "closed", "savings_over_limit", "penny")


def daily_totals(dated: Dated, streams: tuple[Stream, ...]) -> NDArray[np.float64]:
    """Money so far at the end of each day, by day and scenario."""
    first = np.datetime64(dated.calendar.first_day)
    count = int((np.datetime64(dated.calendar.last_day) - first).astype(np.int64)) + 1
    by_day = np.zeros((count, len(dated.scenarios)))
    for stream in streams:
        places = (stream.days - first).astype(np.int64)
        if stream.only is None:
            np.add.at(by_day, places, stream.amounts)
        else:
            np.add.at(by_day[:, stream.only], places, stream.amounts[:, 0])
    return np.asarray(np.round(np.cumsum(by_day, axis=0), 2), dtype=np.float64)


def lowest_from(run: Run, place: int, day: date | None) -> LowestPoint | None:
    """The lowest running total from a day on."""
    start = _place_of(run, day)
    if start is None:
        return None
    column = run.totals[start:, place]
    row = start + int(np.argmin(column))
    return LowestPoint(
        day=_day_of(run, row),
        running_total=float(run.totals[row, place]),
        as_you_are_running_total=float(run.totals[row, 0]),
    )


def first_wage_gap(
    run: Run, place: int, start: date | None, cash: tuple[CashEvent, ...]
) -> MoneyGap | None:
    """From the last payment that no wage lowered to the first wage."""
    if start is None:
        return None
    wages = [e.day for e in cash if e.source == "net_pay" and e.day >= start]
    first = min(wages, default=None)
    awards = [e for e in cash if e.source == "universal_credit"]
    full = [e.day for e in awards if e.why not in LOWERED and (first is None or e.day <= first)]
    lower = [e.day for e in awards if e.why in LOWERED and e.day >= start]
    last = max(full, default=None)
    return MoneyGap(
        last_full_payment=last,
        first_money=first,
        days=(first - last).days if first and last else None,
        short_by=_short_by(run, place, start, first),
        lower_payment=min(lower, default=None),
        help=help_in_gap(run.dated.case, claims=bool(awards), new_claim=False),
    )


def end_gap(
    run: Run, place: int, ends: date | None, cash: tuple[CashEvent, ...]
) -> MoneyGap | None:
    """From the last wage to the first payment that no wage lowers."""
    if ends is None:
        return None
    wages = [e.day for e in cash if e.source == "net_pay"]
    last_wage = max(wages, default=None)
    awards = [e for e in cash if e.source == "universal_credit" and e.day > ends]
    after = [e for e in awards if last_wage is None or e.day > last_wage]
    full = [e.day for e in after if e.why not in LOWERED and e.amount > 0]
    lower = [e.day for e in awards if e.why in LOWERED]
    first = min(full, default=None)
    again = any(e.why in ("nil", "closed", "savings_over_limit", "reclaimed") for e in awards)
    return MoneyGap(
        last_full_payment=last_wage,
        first_money=first,
        days=(first - last_wage).days if first and last_wage else None,
        short_by=_short_by(run, place, ends, first),
        lower_payment=min(lower, default=None),
        help=help_in_gap(run.dated.case, claims=bool(awards), new_claim=again),
    )


def help_in_gap(case: Case, *, claims: bool, new_claim: bool) -> tuple[Help, ...]:
    """Help that exists until money comes, with whom to ask; none of it is certain to be given."""
    needs_award = ("budgeting_advance", "new_claim_advance")
    found = []
    for item in money_help(case):
        if item.code == "new_claim_advance" and not new_claim:
            continue
        if item.code in needs_award and not claims:
            continue
        found.append(item)
    return tuple(found)


def _short_by(run: Run, place: int, start: date, until: date | None) -> float:
    """How far the running total falls below that of things as they are, in these days."""
    first = _place_of(run, start)
    last = _place_of(run, until)
    if first is None:
        return 0.0
    rows = slice(first, last if last is not None and last > first else None)
    behind = run.totals[rows, 0] - run.totals[rows, place]
    return round(float(np.maximum(behind, 0.0).max(initial=0.0)), 2)


def _place_of(run: Run, day: date | None) -> int | None:
    """Row of a day in the totals; None where it is not among the days shown."""
    if day is None or day > run.dated.calendar.last_day:
        return None
    return max((day - run.dated.calendar.first_day).days, 0)


def _day_of(run: Run, row: int) -> date:
    found: date = (np.datetime64(run.dated.calendar.first_day) + np.timedelta64(row, "D")).item()
    return found
