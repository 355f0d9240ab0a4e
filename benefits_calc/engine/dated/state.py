"""What one month leaves to the next: Universal Credit open, at a penny, ended, tried again.

Entitlement ends with the first period whose award is below a penny (WRA 2012 s.5; reg 17). From
then on clocks run: later months may be treated as claimed (Claims and Payments Regulations 2013
reg 32A), health element and rates are kept for six months after earnings ended the award (UC
Regs regs 27A and 28), a transitional element for three (TP Regs 2014 reg 57). An end for savings,
or for any reason but income, keeps none of them.

This module loops over months; every step is of all scenarios at once. Lengths are parameters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.award import Awards, History, no_history
from benefits_calc.engine.dated.periods import DAY, Calendar, Days
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.calendar import add_months
from benefits_calc.rules.rounding import to_penny

Booleans = NDArray[np.bool_]
Whole = NDArray[np.int64]
UC = "dwp.universal_credit"
# States of a period, by place.
STATES = ("not_claimed", "open", "penny", "nil", "closed", "retried", "reclaimed")
NOT_CLAIMED, OPEN, PENNY, NIL, CLOSED, RETRIED, RECLAIMED = range(len(STATES))
PAID = (OPEN, PENNY, RETRIED, RECLAIMED)
_DAYS_PER_YEAR, _MONTHS_PER_YEAR = 365, 12
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
        transitional_element: As the statement shows it, pounds.
        stated_in: Place of the period for which the statement holds.
        low_earnings_end_it: Whether low earnings can end that element (TP Regs reg 56).
        twelve_months_at_threshold: Whether the year before the first period was above the
            threshold that holds off the cap.
        grace_until: Last day of a grace period that runs already; NaT: none.
    """

    claims: bool
    nil_before: int
    automatic: bool
    works: Booleans
    job_ended: Days
    transitional_element: float
    stated_in: int
    low_earnings_end_it: bool
    twelve_months_at_threshold: bool
    grace_until: np.datetime64


@dataclass
class States:
    """What became of each period, by period and scenario.

    Attributes:
        code: Place in `STATES`.
        award: What is paid before deductions, pounds.
        deductions: Taken off it.
        claimed_on: Day on which it must be claimed again; NaT: nothing to claim.
        first_nil: First day of the first nil period of the spell that the period is in or ends.
        for_income: Whether that spell began because of income.
        months_nil: Months since then.
        lost: Whether the health element and its rate must be found anew.
        transitional_element: Pounds; the element in the award.
        transitional_why: 0 kept, 1 eroded, 2 ended by low earnings, 3 ended by a nil spell.
        in_grace: Whether the benefit cap is held off by grace.
        surplus: Surplus earnings counted.
    """

    code: NDArray[np.int8]
    award: Floats
    deductions: Floats
    claimed_on: Days
    first_nil: Days
    for_income: Booleans
    months_nil: Whole
    lost: Booleans
    transitional_element: Floats
    transitional_why: NDArray[np.int8]
    in_grace: Booleans
    surplus: Floats
    history: History = field(repr=False)


def walk(calendar: Calendar, awards: Awards, facts: Facts) -> States:
    """Step through the periods once, with the awards as they were worked out.

    The caller works the awards out again where the history found asks for other awards.
    """
    periods, scenarios = awards.uc_award_before_cap.shape
    found = _empty(periods, scenarios)
    if not facts.claims:
        return found
    spell = _Spell(scenarios, calendar, facts)
    element = _TransitionalElement(awards, facts)
    grace = _Grace(awards, calendar, facts)
    surplus = _Surplus(awards, calendar)
    for place in range(periods):
        payable = awards.uc_award_before_cap[place] > 0
        found.surplus[place] = surplus.carried
        found.in_grace[place] = grace.step(place)
        _step(place, calendar, awards, facts, found, spell, payable)
        element.step(place, spell, found)
        surplus.step(place, found.code[place], spell)
        spell.close(found.code[place])
    _history_of(found, spell)
    return found


def _empty(periods: int, scenarios: int) -> States:
    shape = (periods, scenarios)
    days = np.full(shape, NO_DAY, dtype="datetime64[D]")
    return States(
        code=np.full(shape, NOT_CLAIMED, dtype=np.int8),
        award=np.zeros(shape),
        deductions=np.zeros(shape),
        claimed_on=days.copy(),
        first_nil=days.copy(),
        for_income=np.zeros(shape, dtype=bool),
        months_nil=np.zeros(shape, dtype=np.int64),
        lost=np.zeros(shape, dtype=bool),
        transitional_element=np.full(shape, -1.0),
        transitional_why=np.zeros(shape, dtype=np.int8),
        in_grace=np.zeros(shape, dtype=bool),
        surplus=np.zeros(shape),
        history=no_history(periods, scenarios),
    )


class _Spell:
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
        months = int(_at(f"{UC}.lcwra.waiting_reaward_gap_months", start))
        late = np.zeros(len(self.closed), dtype=bool)
        late[self.closed] = add_months(self.since[self.closed], months) <= start
        return self.closed & (late | ~self.for_income)

    def close(self, code: NDArray[np.int8]) -> None:
        """End the spell where an award was made."""
        self.closed &= ~np.isin(code, PAID)
        self.months[self.closed] += 1


def _step(
    place: int,
    calendar: Calendar,
    awards: Awards,
    facts: Facts,
    found: States,
    spell: _Spell,
    payable: Booleans,
) -> None:
    start = calendar.period_starts[place]
    was_closed = spell.closed.copy()
    late = spell.too_late(place)
    found.lost[place] = late
    _wait_anew(place, calendar, spell, late)
    ends = ~was_closed & ~payable
    spell.begin(place, ends, ~awards.has_too_much_capital[place].astype(bool))
    held = awards.is_held_at_one_penny[place].astype(bool)
    tries = int(_at(f"{UC}.assessment_period.deemed_claims_after_nil_award", start))
    by_itself = facts.automatic & spell.for_income & (spell.months <= tries)
    found.code[place] = np.select(
        [ends, was_closed & ~payable, was_closed & by_itself, was_closed, held],
        [NIL, CLOSED, RETRIED, RECLAIMED, PENNY],
        OPEN,
    )
    found.first_nil[place] = np.where(spell.closed, spell.since, NO_DAY)
    found.for_income[place] = spell.for_income
    found.months_nil[place] = np.where(spell.closed, spell.months, 0)
    full = awards.universal_credit[place]
    paid = np.isin(found.code[place], PAID)
    again = found.code[place] == RECLAIMED
    claimed_on, share = _claim(place, calendar, facts, spell)
    found.claimed_on[place] = np.where(again, claimed_on, NO_DAY)
    award = np.where(paid, np.where(again, to_penny(full * share), full), 0.0)
    found.award[place] = award
    least = _at(f"{UC}.deductions.minimum_payable", start)
    found.deductions[place] = np.minimum(
        awards.uc_deductions[place], np.maximum(to_penny(award - least), 0.0)
    )


def _wait_anew(place: int, calendar: Calendar, spell: _Spell, late: Booleans) -> None:
    """A claim that comes too late waits again for the health element (UC Regs reg 28)."""
    start = calendar.period_starts[place]
    months = int(_at(f"{UC}.lcwra.waiting_months", start))
    anew = add_months(np.full(1, start), months)[0]
    spell.element_from = np.where(late, anew, spell.element_from)
    spell.lost |= late
    spell.element_from_of.append(spell.element_from.copy())
    waits = spell.lost & ~np.isnat(spell.element_from) & (spell.element_from > start)
    spell.awaits_of.append(waits)


def _claim(place: int, calendar: Calendar, facts: Facts, spell: _Spell) -> tuple[Days, Floats]:
    """The day of a claim made again by hand, and the share of the period that it is for.

    Somebody in work is paid for the whole period in which they claim. So is somebody out of work
    who claims within seven days of the job ending; after that the award runs from the claim, at
    twelve 365ths of it a day (UC Regs reg 22A). The day taken is the last in time; where that is
    past, the day on which nothing was paid for the period before.
    """
    start, end = calendar.period_starts[place], calendar.period_ends[place]
    days = int(_at(f"{UC}.assessment_period.reclaim_days_after_job_ends", start))
    told = calendar.paid_on[place - 1] if place else start
    told = np.clip(told, start, end)
    ended = facts.job_ended[place]
    last_in_time = ended + days * DAY
    in_time = ~np.isnat(ended) & (last_in_time >= start)
    works = facts.works[place]
    for_all = works | in_time | ~spell.for_income
    claimed = np.where(in_time & ~works, np.minimum(last_in_time, end), told)
    left = (end - claimed).astype(np.int64) + 1
    share = np.where(for_all, 1.0, left * _MONTHS_PER_YEAR / _DAYS_PER_YEAR)
    return claimed, share


class _TransitionalElement:
    """The transitional element from month to month (TP Regs 2014 regs 55 to 57)."""

    # Falls in these never raise it, and rises in them lower it (reg 55(4)); childcare does not.
    ERODED_BY = (
        "uc_standard_allowance",
        "uc_child_element",
        "uc_disabled_child_element",
        "uc_carer_element",
        "uc_housing_costs_element",
    )
    CAPABILITY = ("uc_lcw_element", "uc_lcwra_element")
    EROSION, LOW_EARNINGS, NIL_SPELL = 1, 2, 3

    def __init__(self, awards: Awards, facts: Facts) -> None:
        self.facts, self.awards = facts, awards
        self.there_is_one = facts.transitional_element > 0
        scenarios = awards.uc_award_before_cap.shape[1]
        self.amount = np.full(scenarios, facts.transitional_element)
        self.below = np.zeros(scenarios, dtype=np.int64)
        self.why = np.zeros(scenarios, dtype=np.int8)

    def step(self, place: int, spell: _Spell, found: States) -> None:
        """The element of one period."""
        if not self.there_is_one:
            return
        if place > self.facts.stated_in:
            self._erode(place)
        self._end_with_low_earnings(place, spell)
        self._end_with_nil_spell(place, spell)
        found.transitional_element[place] = self.amount
        found.transitional_why[place] = self.why

    def _erode(self, place: int) -> None:
        rises = [self._rise(name, place) for name in self.ERODED_BY]
        rises.append(self._rise_of_capability(place))
        rise = to_penny(sum(rises, np.zeros(len(self.amount))))
        left = to_penny(np.maximum(self.amount - rise, 0.0))
        self._now(left, (left == 0) & (self.amount > 0), self.EROSION)

    def _rise(self, name: str, place: int) -> Floats:
        values = getattr(self.awards, name)
        found: Floats = np.maximum(values[place] - values[place - 1], 0.0)
        return found

    def _rise_of_capability(self, place: int) -> Floats:
        """LCWRA in place of LCW lowers it by the difference alone."""
        both = sum(getattr(self.awards, name) for name in self.CAPABILITY)
        found: Floats = np.maximum(both[place] - both[place - 1], 0.0)
        return found

    def _end_with_low_earnings(self, place: int, spell: _Spell) -> None:
        """After three periods in a row below the administrative threshold (reg 56)."""
        if not self.facts.low_earnings_end_it:
            return
        limit = int(
            _at(
                f"{UC}.transitional.consecutive_periods_below_threshold",
                spell.calendar.period_starts[place],
            )
        )
        ended = self.below >= limit
        self._now(np.where(ended, 0.0, self.amount), ended & (self.amount > 0), self.LOW_EARNINGS)
        low = self.awards.uc_earned_income[place] < self.awards.administrative_threshold[place]
        self.below = np.where(low, self.below + 1, 0)

    def _end_with_nil_spell(self, place: int, spell: _Spell) -> None:
        """Three months that begin with the last day of the first nil period (reg 57)."""
        start = spell.calendar.period_starts[place]
        months = int(_at(f"{UC}.transitional.reaward_months", start))
        over = np.zeros(len(self.amount), dtype=bool)
        rows = spell.closed & ~np.isnat(spell.last_day_of_first)
        if rows.any():
            over[rows] = add_months(spell.last_day_of_first[rows], months) <= start
        lost = spell.closed & (over | ~spell.for_income)
        self._now(np.where(lost, 0.0, self.amount), lost & (self.amount > 0), self.NIL_SPELL)

    def _now(self, amount: Floats, ended: Booleans, why: int) -> None:
        self.amount = amount
        self.why = np.where(ended, why, self.why).astype(np.int8)


class _Grace:
    """Nine months without the benefit cap after a year of earnings (UC Regs reg 82)."""

    def __init__(self, awards: Awards, calendar: Calendar, facts: Facts) -> None:
        self.awards, self.calendar = awards, calendar
        scenarios = awards.uc_award_before_cap.shape[1]
        day = calendar.period_starts[0]
        self.needed = int(_at(f"{UC}.benefit_cap.grace_qualifying_months", day))
        self.months = int(_at(f"{UC}.benefit_cap.grace_months", day))
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


class _Surplus:
    """Earnings far over the nil point, counted again in a claim soon after (UC Regs reg 54A)."""

    def __init__(self, awards: Awards, calendar: Calendar) -> None:
        self.awards, self.calendar = awards, calendar
        self.carried = np.zeros(awards.uc_award_before_cap.shape[1])

    def step(self, place: int, code: NDArray[np.int8], spell: _Spell) -> None:
        """What is carried into the next period."""
        start = self.calendar.period_starts[place]
        nil = np.isin(code, (NIL, CLOSED)) & spell.for_income
        months = int(_at(f"{UC}.surplus_earnings.reclaim_months", start))
        soon = nil & (spell.months < months)
        over = self.awards.surplus_earnings[place] if soon.any() else 0.0
        self.carried = np.where(soon, over, 0.0)


def _history_of(found: States, spell: _Spell) -> None:
    """What the walk found, as the facts of another run of the awards."""
    history = found.history
    history.element_from[:] = np.array(spell.element_from_of)
    history.awaits_finding[:] = np.array(spell.awaits_of)
    lost = ~np.isnat(history.element_from)
    history.lost_protection[:] = lost
    history.transitional_element[:] = found.transitional_element
    history.in_grace[:] = found.in_grace
    history.surplus[:] = found.surplus


def _at(path: str, day: Any) -> float:
    return parameter_at(path, day.item())
