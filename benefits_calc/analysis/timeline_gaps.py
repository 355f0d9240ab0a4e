"""The days without money: around the first wage, after the last, and the lowest point."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from benefits_calc.analysis.dated_records import CashEvent, Help, LowestPoint, MoneyGap
from benefits_calc.analysis.money_help import money_help
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.case import Case
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.state import CLOSED, NIL, PENNY
from benefits_calc.engine.dated.streams import Stream

NOT_PAID = (NIL, CLOSED, PENNY)
LARGER = ("universal_credit", "net_pay")
A_PENNY = 0.005
ONE_DAY = timedelta(days=1)


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


def lowest_from(
    run: Run, place: int, day: date | None, cash: tuple[CashEvent, ...]
) -> LowestPoint | None:
    """The lowest running total from a day on, counted from the last payment up to that day."""
    start = _place_of(run, day)
    if start is None or day is None:
        return None
    row = start + int(np.argmin(run.totals[start:, place]))
    counted_from = _counted_from(cash, day) or day
    before = (_place_of(run, counted_from) or 0) - 1
    held = run.totals[before] if before >= 0 else np.zeros(run.totals.shape[1])
    return LowestPoint(
        day=_day_of(run, row),
        running_total=float(run.totals[row, place]),
        as_you_are_running_total=float(run.totals[row, 0]),
        counted_from=counted_from,
        in_hand=round(float(run.totals[row, place] - held[place]), 2),
        as_you_are_in_hand=round(float(run.totals[row, 0] - held[0]), 2),
    )


def _counted_from(cash: tuple[CashEvent, ...], day: date) -> date | None:
    """The last wage or payment of Universal Credit up to a day; of anything where there is none."""
    paid = [event for event in cash if event.amount > 0 and event.day <= day]
    larger = [event.day for event in paid if event.source in LARGER]
    return max(larger or [event.day for event in paid], default=None)


def first_wage_gap(
    run: Run, place: int, start: date | None, cash: tuple[CashEvent, ...]
) -> MoneyGap | None:
    """From the last payment that no wage lowered to the first wage."""
    if start is None:
        return None
    wages = [e.day for e in cash if e.source == "net_pay" and e.day >= start]
    first = min(wages, default=None)
    awards = [e for e in cash if e.source == "universal_credit"]
    lowered = _lowered(run, place, awards)
    full = [
        e.day
        for e in awards
        if e.day not in lowered and e.amount > 0 and (first is None or e.day <= first)
    ]
    last = max(full, default=None)
    short, short_on = _short_by(run, place, start - ONE_DAY, first)
    return MoneyGap(
        last_full_payment=last,
        first_money=first,
        days=(first - last).days if first and last else None,
        short_by=short,
        lower_payment=min((day for day in lowered if day >= start), default=None),
        help=help_in_gap(run.dated.case, claims=bool(awards), new_claim=False),
        short_on=short_on,
        has_universal_credit=bool(awards),
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
    lowered = _lowered(run, place, awards)
    after = [e for e in awards if last_wage is None or e.day > last_wage]
    first = min((e.day for e in after if e.day not in lowered and e.amount > 0), default=None)
    again = any(e.why in ("nil", "closed", "savings_over_limit", "reclaimed") for e in awards)
    # What was earned before is spent: what is short is counted from the last wage on.
    short, short_on = _short_by(run, place, max(last_wage or ends, ends), first)
    return MoneyGap(
        last_full_payment=last_wage,
        first_money=first,
        days=(first - last_wage).days if first and last_wage else None,
        short_by=short,
        lower_payment=min(lowered, default=None),
        help=help_in_gap(run.dated.case, claims=bool(awards), new_claim=again, at_start=False),
        short_on=short_on,
        has_universal_credit=bool(awards) and any(e.amount > 0 for e in awards),
    )


def _lowered(run: Run, place: int, awards: list[CashEvent]) -> set[date]:
    """Days of payments that are less than in full: for wages, or for days before a new claim."""
    awarded, states = run.settled.awards, run.settled.states
    taken = awarded.uc_earnings_deduction[:, place] > awarded.uc_earnings_deduction[:, 0] + A_PENNY
    in_part = states.award[:, place] < awarded.universal_credit[:, place] - A_PENNY
    rows = np.flatnonzero(taken | in_part | np.isin(states.code[:, place], NOT_PAID))
    periods = {run.settled.calendar_of(place).period_starts[row].item() for row in rows}
    return {e.day for e in awards if e.facts["period_from"] in periods}


def help_in_gap(
    case: Case, *, claims: bool, new_claim: bool, at_start: bool = True
) -> tuple[Help, ...]:
    """Help that exists until money comes, with whom to ask; none of it is certain to be given."""
    needs_award = ("budgeting_advance", "new_claim_advance")
    found = []
    for item in money_help(case, at_start=at_start):
        if item.code == "new_claim_advance" and not new_claim:
            continue
        if item.code in needs_award and not claims:
            continue
        found.append(item)
    return tuple(found)


def _short_by(run: Run, place: int, after: date, until: date | None) -> tuple[float, date | None]:
    """How far money since a day falls below that of things as they are, and on which day."""
    last = _place_of(run, until)
    held = (after - run.dated.calendar.first_day).days
    if held + 1 >= len(run.totals):
        return 0.0, None
    begin = max(held + 1, 0)
    rows = slice(begin, last if last is not None and last > begin else None)
    behind = run.totals[rows, 0] - run.totals[rows, place]
    if held >= 0:
        behind = behind - (run.totals[held, 0] - run.totals[held, place])
    most = int(np.argmax(behind))
    if behind[most] < A_PENNY:
        return 0.0, None
    return round(float(behind[most]), 2), _day_of(run, begin + most)


def _place_of(run: Run, day: date | None) -> int | None:
    """Row of a day in the totals; None where it is not among the days shown."""
    if day is None or day > run.dated.calendar.last_day:
        return None
    return max((day - run.dated.calendar.first_day).days, 0)


def _day_of(run: Run, row: int) -> date:
    found: date = (np.datetime64(run.dated.calendar.first_day) + np.timedelta64(row, "D")).item()
    return found
