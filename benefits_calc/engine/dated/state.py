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

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.award import Awards, History, no_history
from benefits_calc.engine.dated.element import TransitionalElement
from benefits_calc.engine.dated.grace import Grace, MonthsOfPay
from benefits_calc.engine.dated.periods import DAY, Calendar, Days
from benefits_calc.engine.dated.spell import (
    CLOSED,
    NIL,
    NO_DAY,
    NOT_CLAIMED,
    OPEN,
    PAID,
    PENNY,
    RECLAIMED,
    RETRIED,
    STATES,
    UC,
    Booleans,
    Facts,
    Spell,
    at,
)
from benefits_calc.engine.dated.surplus import Surplus
from benefits_calc.rules.calendar import add_months
from benefits_calc.rules.conversions import DAYS_PER_YEAR, MONTHS_PER_YEAR
from benefits_calc.rules.rounding import to_penny

Whole = NDArray[np.int64]


@dataclass
class States:
    """What became of each period, by period and scenario.

    Attributes:
        code: Place in `STATES`.
        award: What is paid before deductions, pounds.
        deductions: Taken off it.
        claimed_on: Day on which it must be claimed again; NaT: nothing to claim.
        new_cycle_from: Day of a claim that comes too late for the old days of the month.
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
    new_cycle_from: Days
    first_nil: Days
    for_income: Booleans
    months_nil: Whole
    lost: Booleans
    transitional_element: Floats
    transitional_why: NDArray[np.int8]
    in_grace: Booleans
    surplus: Floats
    history: History = field(repr=False)


def walk(calendar: Calendar, awards: Awards, facts: Facts, pay: MonthsOfPay) -> States:
    """Step through the periods once, with the awards as they were worked out.

    The caller works the awards out again where the history found asks for other awards.
    """
    periods, scenarios = awards.uc_award_before_cap.shape
    found = _empty(periods, scenarios)
    if not facts.claims:
        return found
    spell = Spell(scenarios, calendar, facts)
    element = TransitionalElement(awards, facts)
    grace = Grace(awards, calendar, facts, pay)
    surplus = Surplus(awards, calendar)
    for place in range(periods):
        barred = np.logical_or.reduce([one[place] for one in awards.barred_as_student])
        payable = (awards.uc_award_before_cap[place] > 0) & ~barred
        if place + 1 in calendar.begun_anew:
            # The claim is made on the first day of the next period and not before.
            payable &= ~spell.closed
        found.surplus[place] = surplus.carried
        found.in_grace[place] = grace.step(place, spell)
        _step(place, calendar, awards, facts, found, spell, payable)
        grace.settle(found.code[place])
        element.step(place, spell)
        if facts.has_element:
            found.transitional_element[place] = element.amount
            found.transitional_why[place] = element.why
        surplus.step(place, found.code[place], spell)
        spell.close(place, found.code[place])
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
        new_cycle_from=days.copy(),
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


def _step(
    place: int,
    calendar: Calendar,
    awards: Awards,
    facts: Facts,
    found: States,
    spell: Spell,
    payable: Booleans,
) -> None:
    start = calendar.period_starts[place]
    was_closed = spell.closed.copy()
    late = spell.too_late(place)
    found.lost[place] = late
    claimed_on, share = _claim(place, calendar, facts, spell)
    anew = spell.needs_a_new_cycle(place)
    if place not in calendar.begun_anew:
        first = _first_day_of_new_claim(place, calendar, facts, spell)
        found.new_cycle_from[place] = np.where(anew & payable, first, NO_DAY)
    # A new cycle begins with its claim, so there is no part of a period to leave out.
    anew |= spell.refused
    claimed_on, share = np.where(anew, start, claimed_on), np.where(anew, 1.0, share)
    _wait_anew(place, calendar, spell, late, claimed_on)
    ends = ~was_closed & ~payable
    # Nil for any reason but income (savings over the limit, State Pension age) keeps nothing.
    spell.begin(place, ends, awards.meets_universal_credit_conditions[place].astype(bool))
    held = awards.is_held_at_one_penny[place].astype(bool)
    tries = int(at(f"{UC}.assessment_period.deemed_claims_after_nil_award", start))
    by_itself = facts.automatic & spell.for_income & (spell.months <= tries)
    by_itself |= facts.automatic & spell.refused & (spell.months_refused <= tries)
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
    found.claimed_on[place] = np.where(again, claimed_on, NO_DAY)
    award = np.where(paid, np.where(again, to_penny(full * share), full), 0.0)
    found.award[place] = award
    least = at(f"{UC}.deductions.minimum_payable", start)
    found.deductions[place] = np.minimum(
        awards.uc_deductions[place], np.maximum(to_penny(award - least), 0.0)
    )


def _wait_anew(
    place: int, calendar: Calendar, spell: Spell, late: Booleans, claimed_on: Days
) -> None:
    """A claim that comes too late waits again, from its day, for the element (UC Regs reg 28)."""
    start = calendar.period_starts[place]
    months = int(at(f"{UC}.lcwra.waiting_months", start))
    anew = add_months(np.broadcast_to(claimed_on, late.shape), months)
    spell.element_from = np.where(late, anew, spell.element_from)
    spell.lost |= late
    spell.element_from_of.append(spell.element_from.copy())
    waits = spell.lost & ~np.isnat(spell.element_from) & (spell.element_from > start)
    spell.awaits_of.append(waits)


def _claim(place: int, calendar: Calendar, facts: Facts, spell: Spell) -> tuple[Days, Floats]:
    """The day of a claim made again by hand, and the share of the period that it is for.

    Somebody in work is paid for the whole period in which they claim. So is somebody out of work
    who claims within seven days of the job ending; after that the award runs from the claim, at
    twelve 365ths of it a day (UC Regs reg 22A). The day taken is the last in time; where that is
    past, the day on which nothing was paid for the period before.
    """
    start, end = calendar.period_starts[place], calendar.period_ends[place]
    days = int(at(f"{UC}.assessment_period.reclaim_days_after_job_ends", start))
    told = calendar.paid_on[place - 1] if place else start
    told = np.clip(told, start, end)
    ended = facts.job_ended[place]
    last_in_time = ended + days * DAY
    in_time = ~np.isnat(ended) & (last_in_time >= start)
    works = facts.works[place]
    for_all = works | in_time | ~spell.for_income
    claimed = np.where(in_time & ~works, np.minimum(last_in_time, end), told)
    left = (end - claimed).astype(np.int64) + 1
    share = np.where(for_all, 1.0, left * MONTHS_PER_YEAR / DAYS_PER_YEAR)
    return claimed, share


def _first_day_of_new_claim(place: int, calendar: Calendar, facts: Facts, spell: Spell) -> Days:
    """The day of a claim that is too late for the old days of the month.

    Its award runs from that very day (UC Regs reg 21(1); Claims and Payments Regulations 2013
    reg 26), so no day is better than the first. The day taken is the last that a plan gives to
    somebody whose job has just ended; otherwise the first day of the period in which there would
    be an award, or the day on which savings fell.
    """
    start = calendar.period_starts[place]
    before = calendar.period_starts[max(place - 1, 0)]
    days = int(at(f"{UC}.assessment_period.reclaim_days_after_job_ends", start))
    planned = facts.job_ended[place] + days * DAY
    months = int(at(f"{UC}.assessment_period.same_periods_reclaim_months", start))
    known = ~np.isnat(spell.since)
    too_late = np.full(len(known), start)
    too_late[known] = add_months(spell.since[known], months)
    soon = ~np.isnat(planned) & (planned >= np.maximum(before, too_late))
    fell = facts.savings_changed[place]
    otherwise = np.where(spell.for_income | np.isnat(fell), start, fell)
    return np.asarray(np.where(soon & spell.for_income, planned, otherwise))


def _history_of(found: States, spell: Spell) -> None:
    """What the walk found, as the facts of another run of the awards."""
    history = found.history
    history.element_from[:] = np.array(spell.element_from_of)
    history.awaits_finding[:] = np.array(spell.awaits_of)
    lost = ~np.isnat(history.element_from)
    history.lost_protection[:] = lost
    history.transitional_element[:] = found.transitional_element
    history.in_grace[:] = found.in_grace
    history.surplus[:] = found.surplus


__all__ = [
    "CLOSED",
    "NIL",
    "NOT_CLAIMED",
    "OPEN",
    "PAID",
    "PENNY",
    "RECLAIMED",
    "RETRIED",
    "STATES",
    "Facts",
    "States",
    "walk",
]
