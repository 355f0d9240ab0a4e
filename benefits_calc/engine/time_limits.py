"""Time limits that begin when a payment ends: how long, and until which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benefits_calc.case import Case
from benefits_calc.engine.dates import ComparisonDates
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.assessment_periods import assessment_period_containing
from benefits_calc.rules.calendar import add_months

UC = "dwp.universal_credit"
MONTHS, WEEKS, PERIODS = "months", "weeks", "assessment_periods"


@dataclass(frozen=True)
class Within:
    """One time limit.

    Attributes:
        amount: How many.
        unit: months, weeks or assessment_periods.
        counted_from: First day that counts; None where the job has no first day.
        until: Last day; None where that is so.
    """

    amount: int
    unit: str
    counted_from: date | None
    until: date | None


@dataclass(frozen=True)
class TimeLimits:
    """The time limits of a case, counted from the earliest day on which the job can begin them.

    Universal Credit's are counted from the assessment period that holds the first day of pay, or
    of work where the first pay day is not given: no period before it can be the first without an
    award, so no day here is too late.
    """

    case: Case
    dates: ComparisonDates

    def tried_again(self) -> Within:
        """Further assessment periods in which a claim may be treated as made (SI 2013/380 r32A)."""
        period = self._first_period()
        number = self._number(f"{UC}.assessment_period.deemed_claims_after_nil_award")
        last = None if period is None else _months_after(period[0], number)
        return Within(number, PERIODS, period[0] if period else None, last)

    def lcwra_without_wait(self) -> Within:
        """Six months beginning with the first period without an award (UC Regs 2013 reg 28(4))."""
        return self._months_of_first_period(f"{UC}.lcwra.waiting_reaward_gap_months")

    def protected_rate(self) -> Within:
        """The same for the rate of before 6 April 2026 (UC Regs 2013 reg 27A(2))."""
        return self._months_of_first_period(f"{UC}.lcwra.pre_2026_gap_months")

    def saved_lcw(self) -> Within:
        """The same for the LCW element (SI 2017/204 Sch 2 para 8)."""
        return self._months_of_first_period(f"{UC}.limited_capability_for_work.reaward_gap_months")

    def mortgage_interest_loan(self) -> Within:
        """No new wait for the loan (SI 2017/725 reg 9(8))."""
        return self._months_of_first_period("dwp.mortgage_interest_loan.restart_months")

    def transitional_element(self) -> Within:
        """Three months beginning with the last day of the first nil period (SI 2014/1230 r57)."""
        period = self._first_period()
        number = self._number(f"{UC}.transitional.reaward_months")
        return _months_from(period[1] if period else None, number)

    def linked_esa(self) -> Within:
        """Weeks in which a new claim for New Style ESA joins the old one (SI 2013/379 reg 86)."""
        return self._weeks_from_start("dwp.employment_and_support_allowance.linking_weeks")

    def linked_jsa(self) -> Within:
        """The same for New Style JSA (SI 2013/378 reg 37)."""
        return self._weeks_from_start("dwp.jobseekers_allowance.new_style.linking_weeks")

    def days_to_claim_again(self) -> int:
        """Days after a job ends in which a claim still covers the whole period (reg 22A)."""
        return self._number(f"{UC}.assessment_period.reclaim_days_after_job_ends")

    def _number(self, path: str) -> int:
        return int(parameter_at(path, self.dates.as_at))

    def _first_period(self) -> tuple[date, date] | None:
        """The assessment period of the first pay; None without a day or the periods' own day."""
        job = self.case.job
        first = (job.first_pay_date or job.starts) if job is not None else None
        if first is None or not self.dates.start_day_given:
            return None
        award = self.case.benefits_now.universal_credit if self.case.benefits_now else None
        day = award.assessment_period_starts_on if award is not None else None
        return None if day is None else assessment_period_containing(first, day)

    def _months_of_first_period(self, path: str) -> Within:
        period = self._first_period()
        return _months_from(period[0] if period else None, self._number(path))

    def _weeks_from_start(self, path: str) -> Within:
        weeks = self._number(path)
        starts = self.case.job.starts if self.case.job is not None else None
        until = None if starts is None else starts + timedelta(weeks=weeks, days=-1)
        return Within(weeks, WEEKS, starts, until)


def _months_from(first: date | None, months: int) -> Within:
    """Months beginning with a day: the last is the day before the same day."""
    if first is None:
        return Within(months, MONTHS, None, None)
    return Within(months, MONTHS, first, _months_after(first, months) - timedelta(days=1))


def _months_after(day: date, months: int) -> date:
    found: date = add_months(np.array([day], dtype="datetime64[D]"), months)[0].item()
    return found
