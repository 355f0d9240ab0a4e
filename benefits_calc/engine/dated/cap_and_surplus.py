"""Two more things that one period leaves to the next: grace from the cap, surplus earnings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.dated.award import Awards
from benefits_calc.engine.dated.periods import DAY, Calendar
from benefits_calc.engine.dated.spell import CLOSED, NIL, UC, Booleans, Facts, Spell, at
from benefits_calc.rules.calendar import add_months


class Grace:
    """Nine months without the benefit cap after a year of earnings (UC Regs reg 82)."""

    def __init__(self, awards: Awards, calendar: Calendar, facts: Facts) -> None:
        self.awards, self.calendar = awards, calendar
        scenarios = awards.uc_award_before_cap.shape[1]
        day = calendar.period_starts[0]
        self.needed = int(at(f"{UC}.benefit_cap.grace_qualifying_months", day))
        self.months = int(at(f"{UC}.benefit_cap.grace_months", day))
        start = self.needed if facts.twelve_months_at_threshold else 0
        self.row = np.full(scenarios, start)
        self.until = np.full(scenarios, facts.grace_until, dtype="datetime64[D]")

    def step(self, place: int) -> Booleans:
        """Whether grace holds in the period."""
        earns = self.awards.earns_enough_to_lift_benefit_cap[place].astype(bool)
        start = self.calendar.period_starts[place]
        begins = ~earns & (self.row >= self.needed)
        last = add_months(np.full(1, start), self.months)[0] - DAY
        self.until = np.where(begins, last, self.until)
        self.row = np.where(earns, self.row + 1, 0)
        return np.asarray(~np.isnat(self.until) & (start <= self.until))


class Surplus:
    """Earnings far over the nil point, counted again in a claim soon after (UC Regs reg 54A)."""

    def __init__(self, awards: Awards, calendar: Calendar) -> None:
        self.awards, self.calendar = awards, calendar
        self.carried = np.zeros(awards.uc_award_before_cap.shape[1])

    def step(self, place: int, code: NDArray[np.int8], spell: Spell) -> None:
        """What is carried into the next period."""
        following = self.calendar.period_ends[place] + DAY
        soon = np.isin(code, (NIL, CLOSED)) & spell.for_income & ~np.isnat(spell.since)
        months = int(at(f"{UC}.surplus_earnings.reclaim_months", following))
        # Only a claim within six months of the old award's last day looks back at them.
        soon[soon] = add_months(spell.since[soon], months) > following
        over = self.awards.surplus_earnings[place] if soon.any() else 0.0
        self.carried = np.where(soon, over, 0.0)
