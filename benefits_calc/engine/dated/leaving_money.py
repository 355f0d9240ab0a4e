"""Money for the end of a job that is no wage: what the law gives at least, and savings from it.

Statutory redundancy pay is due after two complete years (Employment Rights Act 1996 ss.155, 162).
For Universal Credit and the council it is no income (ITEPA 2003 s.403 makes it no general
earnings): it adds to savings from the day it comes until the case says what is left of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benefits_calc.case import Case
from benefits_calc.engine.arrays import Floats, simulate_people
from benefits_calc.engine.dated.case_on import events_in_order
from benefits_calc.engine.dated.employments import DatedEmployment
from benefits_calc.engine.dated.packets import KINDS
from benefits_calc.engine.dated.payslips import Payslips
from benefits_calc.engine.dated.periods import Days
from benefits_calc.engine.dated.scenario import Scenario
from benefits_calc.engine.dated.work import contract_pay_per_week
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.calendar import years_between

LEAST_YEARS = "dbt.redundancy_pay.least_years"
# A week's pay is the average of twelve where it varies (Employment Rights Act 1996 s.224).
WEEKS_AVERAGED = "dbt.redundancy_pay.weeks_averaged"


@dataclass(frozen=True)
class Redundancy:
    """Statutory redundancy pay at the end of an employment.

    Attributes:
        last_day: Last day of work.
        complete_years: Years with the employer; None where the first day is not known.
        years_needed: Years from which it is due.
        weeks: Weeks' pay due.
        week_pay: A week's pay, before the limit, pounds.
        amount: Pounds; 0 where nothing is due or the years are not known.
    """

    last_day: date
    complete_years: int | None
    years_needed: int
    weeks: float
    week_pay: float
    amount: float


def redundancy_pay(
    case: Case, item: DatedEmployment, scenario: Scenario, line_last: date
) -> Redundancy:
    """What is due at least if the job ends on a day because the work is no longer there."""
    weeks = int(parameter_at(WEEKS_AVERAGED, line_last))
    first = line_last - timedelta(weeks=weeks, days=-1)
    week_pay = float(contract_pay_per_week(case, item, scenario, first, line_last).mean())
    years = None
    begins = item.facts.job.starts or item.starts
    if begins is not None:
        after = line_last + timedelta(days=1)
        days = (np.array([day], dtype="datetime64[D]") for day in (begins, after))
        years = int(years_between(*days)[0])
    columns = {
        "complete_years_with_employer": np.array([float(years or 0)]),
        "weekly_pay_for_redundancy": np.array([week_pay]),
        "birth_date": np.array([item.facts.worker.born.first_day], dtype="datetime64[D]"),
        "pay_date": np.array([line_last], dtype="datetime64[D]"),
    }
    run = simulate_people(columns, 1)
    return Redundancy(
        last_day=line_last,
        complete_years=years,
        years_needed=int(parameter_at(LEAST_YEARS, line_last)),
        weeks=float(run.person("weeks_of_redundancy_pay")[0]),
        week_pay=round(week_pay, 2),
        amount=float(run.person("statutory_redundancy_pay")[0]),
    )


def redundancies(
    case: Case, employments: tuple[DatedEmployment, ...], scenario: Scenario, place: int
) -> list[Redundancy]:
    """Of each job that ends by an event in a scenario, and for which no sum is stated."""
    found = []
    for item in employments:
        line = item.lines[place]
        ended = line is not None and any(end.on == line.last for end in scenario.ends)
        if line is not None and ended and not line.pay.redundancy_pay:
            found.append(redundancy_pay(case, item, scenario, line.last))
    return found


def savings_added(case: Case, payslips: Payslips, days: Days, scenarios: int) -> Floats:
    """Redundancy pay that has come by each day and stands in no later statement of savings.

    By day and scenario, pounds.
    """
    found = np.zeros((len(days), scenarios))
    rows = np.flatnonzero(payslips.kind == KINDS.index("redundancy"))
    stated = [event.on for event in events_in_order(case) if event.kind == "savings"]
    known = np.array([*stated, days.max() + 1], dtype="datetime64[D]")
    came = payslips.paid_on[rows]
    # The first statement from that day on; where there is none, all the days asked for.
    until = known[np.searchsorted(known[:-1], came)]
    counts = (days[:, np.newaxis] >= came) & (days[:, np.newaxis] < until)
    np.add.at(found.T, payslips.scenario[rows], np.where(counts, payslips.net[rows], 0.0).T)
    return found
