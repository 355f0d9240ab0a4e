"""Nine months without the benefit cap after a year of earnings (UC Regs 2013 reg 82(1)(b) to (5)).

They begin with the first day of a period of the award in which earnings fall below the threshold,
or, before the award, with the day after work stopped; in either case only if earnings met the
threshold in each of the twelve months before that day. The later of the two counts. A period in
which they end is free as well. They run on where the award stops and starts again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.award import Awards
from benefits_calc.engine.dated.earnings import PeriodEarnings
from benefits_calc.engine.dated.payslips import Payslips
from benefits_calc.engine.dated.periods import DAY, Calendar, Days
from benefits_calc.engine.dated.spell import PAID, UC, Booleans, Facts, Spell, at
from benefits_calc.rules.calendar import add_months
from benefits_calc.rules.capped import earnings_that_lift_the_cap

Whole = NDArray[np.int64]
HOURS, WAGE = (
    f"{UC}.benefit_cap.earnings_exception_hours",
    "dbt.minimum_wage.national_living_wage",
)


@dataclass(frozen=True)
class MonthsOfPay:
    """Earned income of months that are no assessment periods.

    Attributes:
        payslips: Every pay packet.
        earnings: Pay by assessment period.
        year_before: Whether the twelve months before the first period met the threshold.
    """

    payslips: Payslips
    earnings: PeriodEarnings
    year_before: bool

    def in_a_row(self, day: np.datetime64, awards: Awards, calendar: Calendar, most: int) -> Whole:
        """Months in a row before a day that met the threshold, by scenario; `most` at most."""
        scenarios = self.earnings.counted.shape[1]
        found, still = np.zeros(scenarios, dtype=np.int64), np.ones(scenarios, dtype=bool)
        # A trade's profit is the same in any month that begins in a period.
        trade = awards.uc_actual_earned_income - self.earnings.counted.sum(axis=2)
        for month in range(most):
            first, after = (
                add_months(np.array([day]), -months)[0] for months in (month + 1, month)
            )
            if first < calendar.period_starts[0]:
                still &= self.year_before
            else:
                place = int(calendar.period_of(np.array([first]))[0])
                earned = self._paid_between(first, after, scenarios) + trade[place]
                still &= np.round(earned, 2) >= earnings_that_lift_the_cap(
                    at(HOURS, first), at(WAGE, first)
                )
            found += still
        return found

    def _paid_between(self, first: np.datetime64, after: np.datetime64, scenarios: int) -> Floats:
        slips = self.payslips
        rows = (slips.due_on >= first) & (slips.due_on < after)
        found = np.zeros(scenarios)
        np.add.at(found, slips.scenario[rows], slips.uc_earned_income[rows])
        return found


class Grace:
    """The grace period of each scenario, stepped from period to period."""

    def __init__(self, awards: Awards, calendar: Calendar, facts: Facts, pay: MonthsOfPay) -> None:
        self.awards, self.calendar, self.facts, self.pay = awards, calendar, facts, pay
        scenarios = awards.uc_award_before_cap.shape[1]
        day = calendar.period_starts[0]
        self.needed = int(at(f"{UC}.benefit_cap.grace_qualifying_months", day))
        self.months = int(at(f"{UC}.benefit_cap.grace_months", day))
        self.row = np.full(scenarios, self.needed if pay.year_before else 0)
        # Last days: of grace that an award's own periods brought, and of the end of work.
        self.until = np.full(scenarios, facts.grace_until, dtype="datetime64[D]")
        self.began = np.zeros(scenarios, dtype=bool)
        self.before = self.until.copy()
        self.entitled_since = np.full(scenarios, day)
        self.stopped_work = np.full(scenarios, np.datetime64("NaT"), dtype="datetime64[D]")
        self.until_by_work = self.stopped_work.copy()

    def step(self, place: int, spell: Spell) -> Booleans:
        """Whether grace holds in the period, if there is an award in it."""
        start = self.calendar.period_starts[place]
        self.entitled_since = np.where(spell.closed, start, self.entitled_since)
        if place in self.calendar.begun_anew:
            self.row = self.pay.in_a_row(start, self.awards, self.calendar, self.needed)
        earns = self.awards.earns_enough_to_lift_benefit_cap[place].astype(bool)
        self.began = ~earns & (self.row >= self.needed)
        self.before = self.until
        self.until = np.where(self.began, self._last_day(start), self.until)
        self.row = np.where(earns, self.row + 1, 0)
        self._work_stops(place)
        after_work = self.stopped_work + DAY < self.entitled_since
        return _holds(self.until, start) | (after_work & _holds(self.until_by_work, start))

    def settle(self, code: NDArray[np.int8]) -> None:
        """Only a period of an award begins grace by its own earnings (reg 82(2)(a))."""
        not_entitled = self.began & ~np.isin(code, PAID)
        self.until = np.where(not_entitled, self.before, self.until)

    def _work_stops(self, place: int) -> None:
        """The latest day on which work has stopped, and the grace that it brings if any."""
        stopped = self.facts.work_stopped[place]
        new = ~np.isnat(stopped) & ~(stopped == self.stopped_work)
        for day in np.unique(stopped[new]):
            months = self.pay.in_a_row(day + DAY, self.awards, self.calendar, self.needed)
            here = new & (stopped == day)
            brought = np.where(months >= self.needed, self._last_day(day + DAY), self.until_by_work)
            self.until_by_work = np.where(here, brought, self.until_by_work)
        self.stopped_work = np.where(new, stopped, self.stopped_work)

    def _last_day(self, day: np.datetime64) -> np.datetime64:
        found: np.datetime64 = add_months(np.array([day]), self.months)[0] - DAY
        return found


def _holds(until: Days, start: np.datetime64) -> Booleans:
    return np.asarray(~np.isnat(until) & (start <= until))
