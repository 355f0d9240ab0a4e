"""Money out by its dates: rent, council tax, the costs of work, childcare, care charges."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case.job import Job
from benefits_calc.case.moving import moves_of
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.award import adults_of
from benefits_calc.engine.dated.employments import DatedEmployment
from benefits_calc.engine.dated.homes import home_spells, pays_by_the_week
from benefits_calc.engine.dated.local import Local
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.periods import DAY, Days, monday_on_or_before
from benefits_calc.engine.dated.streams import Stream, inside, monthly
from benefits_calc.engine.evaluate import childcare_while_at_work
from benefits_calc.engine.home import housing_cost_per_month
from benefits_calc.engine.layout import layout_of
from benefits_calc.rules.conversions import (
    DAYS_PER_WEEK,
    MONTHS_PER_YEAR,
    PERIODS_PER_YEAR,
    WEEKS_PER_YEAR,
    per_month,
    per_week,
)
from benefits_calc.rules.rounding import to_penny

COSTS = ("rent", "council_tax", "work_costs", "childcare", "care_charge", "tax_on_benefits")


def costs_of(dated: Dated, local: Local) -> list[Stream]:
    """Every stream of money out, and the reduction that comes off council tax."""
    return [
        *_rent(dated),
        *_council_tax(dated, local),
        *_costs_of_work(dated),
        *_care_charge(dated),
    ]


def _rent(dated: Dated) -> list[Stream]:
    """Rent, mortgage and charges: by the week on Mondays, otherwise on the first of the month.

    A home moved to is paid for from the day of the move, a home left to the last day owed.
    """
    found = []
    for spell in home_spells(dated.case, dated.calendar):
        month = housing_cost_per_month(spell.case)
        if not month:
            continue
        weekly = pays_by_the_week(spell.case)
        days = np.arange(spell.first, spell.last + DAY)
        due, share = _shares(days, weekly=weekly)
        whole = to_penny(np.array(per_week(month, "month"))) if weekly else month
        amounts = to_penny(share * whole)
        why = "weekly_rent" if weekly else "monthly_amount"
        for part, reason in ((share == 1, why), (share < 1, "part_of_rent")):
            column = np.repeat(-amounts[part, np.newaxis], len(dated.scenarios), axis=1)
            found.append(inside(dated, Stream("rent_due", "rent", due[part], column, reason, {})))
    return found


def _shares(days: Days, *, weekly: bool) -> tuple[Days, Floats]:
    """Days of a stretch by the week or the month that they are in: when due, and what part."""
    begins = monday_on_or_before(days) if weekly else _first_of_month(days)
    starts, first, count = np.unique(begins, return_index=True, return_counts=True)
    if weekly:
        return days[first], count / DAYS_PER_WEEK
    return days[first], count / (_first_of_month(starts + 31 * DAY) - starts).astype(np.int64)


def _first_of_month(days: Days) -> Days:
    found: Days = days.astype("datetime64[M]").astype("datetime64[D]")
    return found


def _council_tax(dated: Dated, local: Local) -> list[Stream]:
    """Twelve instalments on the first of the month, less the reduction of the month's days.

    After a move the rest of the month is paid for, and reduced, with the month that follows.
    """
    if not local.council_tax_bill.any():
        return []
    months = dated.calendar.firsts
    days = np.arange(months[0], _first_of_month(months[-1:] + 31 * DAY)[0])
    month = np.searchsorted(months, days, side="right") - 1
    moves = np.array([move.on for move in moves_of(dated.case)], dtype="datetime64[D]")
    begins = np.unique(np.concatenate([months, moves[(moves >= days[0]) & (moves <= days[-1])]]))
    governs = begins[np.searchsorted(begins, days, side="right") - 1]
    due = month + (governs > months[month])
    shown = due < len(months)
    reduction = np.zeros((len(months), len(dated.scenarios)))
    daily = local.council_tax_reduction[local.rows.at(days)] / DAYS_PER_WEEK
    np.add.at(reduction, due[shown], daily[shown])
    bill = np.zeros_like(reduction)
    daily = local.council_tax_bill[local.rows.at(governs)]
    daily = daily / np.bincount(month)[month][:, np.newaxis]
    np.add.at(bill, due[shown], daily[shown])
    bill = to_penny(bill)
    reduction = np.minimum(to_penny(reduction), bill)
    found = [monthly(dated, "council_tax_instalment", "council_tax", -bill)]
    if reduction.any():
        found.append(
            monthly(
                dated,
                "council_tax_reduction_credit",
                "council_tax_reduction",
                reduction,
                on_the_day=True,
            )
        )
    return found


def _costs_of_work(dated: Dated) -> list[Stream]:
    """Travel and other costs of each week worked, and childcare while the worker works."""
    weeks = dated.calendar.weeks
    costs = np.zeros((len(weeks), len(dated.scenarios)))
    for item in dated.employments:
        week = sum(_cost_per_week(cost, item.facts.job) for cost in item.facts.job.costs)
        if week:
            costs += _weeks_held(item, weeks, len(dated.scenarios)) * week
    childcare = np.zeros_like(costs)
    worker = 0 if dated.case.worker is dated.case.claimant else 1
    charges = np.array(
        [
            childcare_while_at_work(moment.case, layout_of(moment.case)).sum()
            for moment in dated.weeks.moments
        ]
    )
    if charges.any():
        held = np.zeros_like(costs, dtype=bool)
        for item in dated.employments:
            if item.facts.person == worker:
                held |= _weeks_held(item, weeks, len(dated.scenarios))
        childcare = held * (charges * MONTHS_PER_YEAR / WEEKS_PER_YEAR)[:, np.newaxis]
    found = []
    for what, line, amounts in (
        ("costs_of_work", "work_costs", costs),
        ("childcare_due", "childcare", childcare),
    ):
        if amounts.any():
            found.append(
                inside(dated, Stream(what, line, weeks, -to_penny(amounts), "while_in_work", {}))
            )
    return found


def _weeks_held(item: DatedEmployment, weeks: Days, scenarios: int) -> NDArray[np.bool_]:
    """Weeks in which an employment is held on any day."""
    found = np.zeros((len(weeks), scenarios), dtype=bool)
    for scenario, line in enumerate(item.lines):
        if line is not None:
            begins = weeks + 6 * DAY >= np.datetime64(line.first)
            found[:, scenario] = begins & (weeks <= np.datetime64(line.last))
    return found


def _cost_per_week(cost: Any, job: Job) -> float:
    if cost.per in PERIODS_PER_YEAR:
        return per_week(cost.amount, cost.per)
    return float(cost.amount * (job.shifts_per_week or 0.0))


def _care_charge(dated: Dated) -> list[Stream]:
    people = [person for person in adults_of(dated.case) if person is not None]
    charges = [person.care_charge for person in people if person.care_charge]
    month = sum(per_month(charge.amount, charge.per) for charge in charges)
    if not month:
        return []
    shape = (len(dated.calendar.firsts), len(dated.scenarios))
    return [monthly(dated, "care_charge_due", "care_charge", np.full(shape, -month))]
