"""The nil spell that a scenario is in, and what the steps of a run look at besides the awards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.dated.periods import Calendar, Days
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.calendar import add_months

Booleans = NDArray[np.bool_]
UC = "dwp.universal_credit"
# States of a period, by place.
STATES = ("not_claimed", "open", "penny", "nil", "closed", "retried", "reclaimed")
NOT_CLAIMED, OPEN, PENNY, NIL, CLOSED, RETRIED, RECLAIMED = range(len(STATES))
PAID = (OPEN, PENNY, RETRIED, RECLAIMED)
NO_DAY = np.datetime64("NaT")


@dataclass(frozen=True)
class Facts:
    """What the steps look at besides the awards.

    Attributes:
        claims: Whether Universal Credit is claimed.
        nil_before: Periods before the first one in which the award has been nil already; 0: none.
        automatic: Whether DWP is taken to treat later months as claimed.
        works: Whether anybody has a job on the first day and on the last day of each period.
        job_ended: Last day of the latest job that ended before each period's end; NaT: none.
        work_stopped: Last day of work after which that person has none, likewise.
        savings_changed: Day in each period on which savings last changed; NaT: none.
        has_element: Whether there is a transitional element.
        stated_in: Place of the period for which the statement holds.
        low_earnings_limit: Earned income below which three periods in a row end that element (TP
            Regs reg 56), pounds; 0 where they cannot.
        grace_until: Last day of a grace period that runs already; NaT: none.
    """

    claims: bool
    nil_before: int
    automatic: bool
    works: Booleans
    job_ended: Days
    work_stopped: Days
    savings_changed: Days
    has_element: bool
    stated_in: int
    low_earnings_limit: float
    grace_until: np.datetime64


def at(path: str, day: Any) -> float:
    """A parameter on a day of numpy."""
    return parameter_at(path, day.item())


class Spell:
    """The nil spell of each scenario, if it is in one, and what it cost."""

    def __init__(self, scenarios: int, calendar: Calendar, facts: Facts) -> None:
        first = calendar.period_starts[0]
        self.calendar = calendar
        self.closed = np.full(scenarios, facts.nil_before > 0)
        self.since = np.full(scenarios, NO_DAY, dtype="datetime64[D]")
        if facts.nil_before:
            self.since[:] = add_months(np.array([first]), -facts.nil_before)
        self.last_day_of_first = np.full(scenarios, NO_DAY, dtype="datetime64[D]")
        self.for_income = np.ones(scenarios, dtype=bool)
        self.months = np.full(scenarios, facts.nil_before)
        self.lost = np.zeros(scenarios, dtype=bool)
        self.element_from = np.full(scenarios, NO_DAY, dtype="datetime64[D]")
        # A claim of a new cycle that brought no award, and the months since.
        self.refused = np.zeros(scenarios, dtype=bool)
        self.months_refused = np.zeros(scenarios, dtype=np.int64)
        self.element_from_of: list[Days] = []
        self.awaits_of: list[Booleans] = []

    def begin(self, place: int, rows: Booleans, for_income: Booleans) -> None:
        """The award ends with this period."""
        self.since[rows] = self.calendar.period_starts[place]
        self.last_day_of_first[rows] = self.calendar.period_ends[place]
        self.for_income[rows] = for_income[rows]
        self.months[rows] = 0
        self.closed |= rows

    def too_late(self, place: int) -> Booleans:
        """Whether an award from this period would come too late to keep the health element."""
        start = self.calendar.period_starts[place]
        months = int(at(f"{UC}.lcwra.waiting_reaward_gap_months", start))
        late = np.zeros(len(self.closed), dtype=bool)
        late[self.closed] = add_months(self.since[self.closed], months) <= start
        return self.closed & (late | ~self.for_income)

    def needs_a_new_cycle(self, place: int) -> Booleans:
        """Whether a claim now would come too late for the old days of the month (reg 21(3C)).

        The last day of the old award must lie in the six months before the claim; what ended it
        makes no difference.
        """
        start = self.calendar.period_starts[place]
        months = int(at(f"{UC}.assessment_period.same_periods_reclaim_months", start))
        late = np.zeros(len(self.closed), dtype=bool)
        late[self.closed] = add_months(self.since[self.closed], months) <= start
        return late & ~self.refused

    def close(self, place: int, code: NDArray[np.int8]) -> None:
        """End the spell where an award was made; otherwise it is a month longer."""
        self.closed &= ~np.isin(code, PAID)
        self.months[self.closed] += 1
        if place in self.calendar.begun_anew:
            self.refused, self.months_refused[:] = self.closed.copy(), 0
        self.refused &= self.closed
        self.months_refused[self.refused] += 1
