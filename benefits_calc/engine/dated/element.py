"""The transitional element from month to month (UC(TP) Regs 2014 (SI 2014/1230) regs 55 to 57)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.case.moving import gets_housing_benefit
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.award import Awards, adults_of
from benefits_calc.engine.dated.spell import UC, Booleans, Facts, Spell, at
from benefits_calc.rules.calendar import add_months
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.transitional import ELEMENTS, relevant_increases

HOUSING = "uc_housing_costs_element"
KEPT, EROSION, LOW_EARNINGS, NIL_SPELL = range(4)


def keeps_element_in_move(before: Case, after: Case) -> bool:
    """Whether rent that Universal Credit takes over from Housing Benefit leaves the element alone.

    For severely disabled people (SSWP v JA [2024] UKUT 52 (AAC)): here, where the older award had
    a severe disability premium or somebody has daily living, care or attendance allowance.
    """
    if not gets_housing_benefit(before) or gets_housing_benefit(after):
        return False
    award = before.benefits_now.universal_credit if before.benefits_now else None
    if award is not None and award.older_premiums is not None:
        return True
    return any(
        person.attendance_allowance
        or any(
            part is not None and getattr(part, name) != "none"
            for part, name in (
                (person.pip, "daily_living"),
                (person.adp, "daily_living"),
                (person.dla, "care"),
            )
        )
        for person in adults_of(before)
        if person is not None
    )


class TransitionalElement:
    """The element of each scenario, stepped from period to period.

    Attributes:
        amount: Pounds, by scenario.
        why: Why it has ended, where it has.
    """

    def __init__(self, awards: Awards, facts: Facts) -> None:
        self.facts, self.awards = facts, awards
        self.amount: Floats = np.asarray(awards.transitional_element[facts.stated_in])
        self.below = np.zeros(len(self.amount), dtype=np.int64)
        self.why: NDArray[np.int8] = np.full(len(self.amount), KEPT, dtype=np.int8)

    def step(self, place: int, spell: Spell) -> None:
        """Go on to a period."""
        if not self.facts.has_element:
            return
        if place > self.facts.stated_in:
            self._erode(place)
        self._end_with_low_earnings(place, spell)
        self._end_with_nil_spell(place, spell)

    def _erode(self, place: int) -> None:
        before = {name: getattr(self.awards, name)[place - 1] for name in ELEMENTS}
        now = {name: getattr(self.awards, name)[place] for name in ELEMENTS}
        if keeps_element_in_move(*(self.awards.moments[at].case for at in (place - 1, place))):
            before[HOUSING] = np.maximum(before[HOUSING], now[HOUSING])
        rise = relevant_increases(before, now)
        left = np.asarray(to_penny(np.maximum(self.amount - rise, 0.0)))
        self._now(left, (left == 0) & (self.amount > 0), EROSION)

    def _end_with_low_earnings(self, place: int, spell: Spell) -> None:
        """After three periods in a row below the administrative threshold (reg 56)."""
        if not self.facts.low_earnings_limit:
            return
        day = spell.calendar.period_starts[place]
        limit = int(at(f"{UC}.transitional.consecutive_periods_below_threshold", day))
        ended = self.below >= limit
        self._now(np.where(ended, 0.0, self.amount), ended & (self.amount > 0), LOW_EARNINGS)
        low = self.awards.uc_earned_income[place] < self.facts.low_earnings_limit
        self.below = np.where(low, self.below + 1, 0)

    def _end_with_nil_spell(self, place: int, spell: Spell) -> None:
        """Three months that begin with the last day of the first nil period (reg 57)."""
        start = spell.calendar.period_starts[place]
        months = int(at(f"{UC}.transitional.reaward_months", start))
        over = np.zeros(len(self.amount), dtype=bool)
        rows = spell.closed & ~np.isnat(spell.last_day_of_first)
        if rows.any():
            over[rows] = add_months(spell.last_day_of_first[rows], months) <= start
        lost = spell.closed & (over | ~spell.for_income)
        self._now(np.where(lost, 0.0, self.amount), lost & (self.amount > 0), NIL_SPELL)

    def _now(self, amount: Floats, ended: Booleans, why: int) -> None:
        self.amount = amount
        self.why = np.where(ended, why, self.why).astype(np.int8)
