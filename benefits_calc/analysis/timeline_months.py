"""Calendar months of a line: money in by source, money out, and what stands at the month's end."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benefits_calc.analysis.dated_records import CashEvent, DatedMessage, DatedStatus, Facts, Month
from benefits_calc.analysis.timeline_statuses import statuses_at
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.engine.dated.outgoings import COSTS

Floats = NDArray[np.float64]
UNLIKE_OTHERS = ("nil", "closed", "savings_over_limit", "retried", "reclaimed", "penny")


def months_of(run: Run, place: int, cash: tuple[CashEvent, ...]) -> tuple[Month, ...]:
    """Every month shown."""
    by_month: dict[date, list[CashEvent]] = defaultdict(list)
    for event in cash:
        by_month[event.day.replace(day=1)].append(event)
    income, left = month_totals(run)
    usual = _usual_wages(cash)
    months = run.dated.calendar.months.astype(date)
    return tuple(
        _month(
            run, place, month, (by_month[month], usual), float(income[row, 0]), float(left[row, 0])
        )
        for row, month in enumerate(months)
    )


def month_totals(run: Run) -> tuple[Floats, Floats]:
    """Money in, and money in less money out, by month and scenario."""
    months = run.dated.calendar.months.astype("datetime64[M]")
    income = np.zeros((len(months), len(run.dated.scenarios)))
    left = np.zeros_like(income)
    for stream in run.streams:
        row = (stream.days.astype("datetime64[M]") - months[0]).astype(np.int64)
        tables = (left, income) if stream.source not in COSTS else (left,)
        for table in tables:
            if stream.only is None:
                np.add.at(table, row, stream.amounts)
            else:
                np.add.at(table[:, stream.only], row, stream.amounts[:, 0])
    return np.round(income, 2), np.round(left, 2)


def _month(
    run: Run,
    place: int,
    month: date,
    payments: tuple[list[CashEvent], int],
    as_you_are_total: float,
    as_you_are_left: float,
) -> Month:
    events, usual_wages = payments
    sources: dict[str, float] = defaultdict(float)
    costs: dict[str, float] = defaultdict(float)
    for event in events:
        if event.source in COSTS:
            costs[event.source] -= event.amount
        else:
            sources[event.source] += event.amount
    total = round(sum(sources.values()), 2)
    return Month(
        month=month,
        per_source={name: round(amount, 2) for name, amount in sources.items()},
        costs={name: round(amount, 2) for name, amount in costs.items()},
        total=total,
        as_you_are_total=as_you_are_total,
        left_over=round(total - sum(costs.values()), 2),
        as_you_are_left_over=as_you_are_left,
        statuses=statuses_at(run, place, month) if place else (),
        messages=_messages(events, usual_wages),
        rates_not_yet_set=any(event.rates_not_yet_set for event in events),
        not_known=tuple(item.line for item in run.unknown),
    )


def _usual_wages(cash: tuple[CashEvent, ...]) -> int:
    """Wages that most periods with any count; 0 where none does."""
    counts = Counter(
        int(str(event.facts["wages_counted"]))
        for event in cash
        if event.source == "universal_credit" and event.facts["wages_counted"]
    )
    return counts.most_common(1)[0][0] if counts else 0


def _messages(events: list[CashEvent], usual_wages: int) -> tuple[DatedMessage, ...]:
    """What is unlike other months: several wages, a payment they took to nothing, a first wage."""
    found = []
    for event in events:
        if event.source != "universal_credit":
            continue
        facts: Facts = {
            "day": event.day,
            "amount": event.amount,
            "wages": event.facts["wages_counted"],
            "period_from": event.facts["period_from"],
            "period_to": event.facts["period_to"],
        }
        if event.why in UNLIKE_OTHERS:
            found.append(DatedMessage(f"universal_credit_{event.why}", facts, "dwp_decision"))
        elif int(str(event.facts["wages_counted"])) > usual_wages:
            found.append(DatedMessage("several_wages", facts))
        if event.facts.get("wage_moved"):
            found.append(DatedMessage("wage_moved", facts, "dwp_decision"))
    return tuple(found)


__all__ = ["DatedStatus", "months_of"]
