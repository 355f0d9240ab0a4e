"""Money out by its dates: rent, council tax, the costs of work, childcare, care charges."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.case.job import Job
from benefits_calc.engine.dated.award import adults_of
from benefits_calc.engine.dated.employments import DatedEmployment
from benefits_calc.engine.dated.local import Local
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.periods import DAY, WEEK, Days
from benefits_calc.engine.dated.streams import Stream, inside, monthly
from benefits_calc.engine.evaluate import childcare_while_at_work
from benefits_calc.engine.home import housing_cost_per_month
from benefits_calc.engine.layout import layout_of
from benefits_calc.rules.conversions import (
    MONTHS_PER_YEAR,
    PERIODS_PER_YEAR,
    WEEKS_PER_YEAR,
    per_month,
    per_week,
)
from benefits_calc.rules.rounding import to_penny

COSTS = ("rent", "council_tax", "work_costs", "childcare", "care_charge")
DAYS_PER_WEEK = 7


def costs_of(dated: Dated, local: Local) -> list[Stream]:
    """Every stream of money out, and the reduction that comes off council tax."""
    return [
        *_rent(dated),
        *_council_tax(dated, local),
        *_costs_of_work(dated),
        *_care_charge(dated),
    ]


def _rent(dated: Dated) -> list[Stream]:
    """Rent, mortgage and charges: by the week on Mondays, otherwise on the first of the month."""
    scenarios = len(dated.scenarios)
    weeks, months = dated.calendar.weeks, dated.calendar.firsts
    by_week = np.zeros((len(weeks), scenarios))
    by_month = np.zeros((len(months), scenarios))
    week_cases = [moment.case for moment in dated.weeks.moments]
    for place, case in enumerate(week_cases):
        if _is_weekly(case):
            by_week[place] = to_penny(np.array(per_week(housing_cost_per_month(case), "month")))
    firsts = np.searchsorted(weeks, months, side="right") - 1
    for place, week in enumerate(firsts):
        case = week_cases[max(int(week), 0)]
        if not _is_weekly(case):
            by_month[place] = housing_cost_per_month(case)
    found = []
    if by_week.any():
        found.append(inside(dated, Stream("rent_due", "rent", weeks, -by_week, "weekly_rent", {})))
    if by_month.any():
        found.append(monthly(dated, "rent_due", "rent", -by_month))
    return found


def _is_weekly(case: Case) -> bool:
    return case.home.rent is not None and case.home.rent.per in ("week", "fortnight", "four_weeks")


def _council_tax(dated: Dated, local: Local) -> list[Stream]:
    """Twelve instalments on the first of the month, less the reduction of the month's days."""
    if not local.council_tax_bill.any():
        return []
    months, weeks = dated.calendar.firsts, dated.calendar.weeks
    days = np.arange(months[0], (months[-1].astype("datetime64[M]") + 1).astype("datetime64[D]"))
    week = ((days - weeks[0]) // WEEK).astype(np.int64).clip(0, len(weeks) - 1)
    daily = local.council_tax_reduction[week] / DAYS_PER_WEEK
    first = np.searchsorted(days, months)
    reduction = to_penny(np.add.reduceat(daily, first))
    bill = local.council_tax_bill[
        (np.searchsorted(weeks, months, side="right") - 1).clip(0, len(weeks) - 1)
    ]
    reduction = np.minimum(reduction, bill)
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
