"""Pay packets of cases that tests put together."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from benefits_calc.case import Case
from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.paydays import PayCalendar, pay_calendar
from benefits_calc.engine.dated.payslips import Payslips, payslips_of
from tests.engine.whole_cases import case_with

START, END = date(2026, 8, 1), date(2028, 4, 30)


def job_case(**parts: Any) -> Case:
    """The plain case, as at 1 November 2026, with parts of the job changed."""
    return case_with(as_at="2026-11-01", **{f"job__{name}": part for name, part in parts.items()})


def calendar_of(
    starts: str, until: str = "2027-12-31", nation: str = "england", **job: Any
) -> PayCalendar:
    """Pay packets of a job that starts on a day."""
    case = job_case(**job)
    assert case.job is not None
    first = date.fromisoformat(starts)
    return pay_calendar(
        case.job,
        nation,
        first,
        date.fromisoformat(until),
        cycle_day=first,
        starts_known=True,
    )


def slips_of(case: Case, *hours: float, first: date = START, last: date = END) -> Payslips:
    """Pay packets as things are and at each number of hours (the job's own where none is given)."""
    if not hours and case.job is not None and case.job.hours_per_week is not None:
        hours = (case.job.hours_per_week,)
    return payslips_of(case, scenarios_of(case, hours), first, last)


def offered(slips: Payslips, scenario: int = 1) -> Payslips:
    """The packets of the job thought about in one scenario."""
    return slips.where(
        (slips.scenario == scenario) & (slips.employment == slips.employment.max(initial=0))
    )


def days(values: Any) -> list[str]:
    return [str(day) for day in values]


def pounds(values: Any) -> list[float]:
    return [float(value) for value in np.round(values, 2)]
