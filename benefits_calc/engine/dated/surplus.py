"""Surplus earnings: one more thing that one period leaves to the next."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.dated.award import Awards
from benefits_calc.engine.dated.periods import DAY, Calendar
from benefits_calc.engine.dated.spell import CLOSED, NIL, UC, Spell, at
from benefits_calc.rules.calendar import add_months


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
