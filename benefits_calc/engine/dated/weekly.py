"""Benefits by the week: New Style ESA and JSA, carers' and disability benefits, Child Benefit.

Each benefit week is a row with that week's pay and hours. New Style ESA that stopped for work can
be had again within the linking weeks; after them the old contributions are not enough as a rule,
and it is taken as gone (ESA Regs 2013 reg 86).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.award import Unearned, adults_of
from benefits_calc.engine.dated.case_on import case_on
from benefits_calc.engine.dated.earnings import ADULTS, WeekEarnings
from benefits_calc.engine.dated.hospital import unpaid_share
from benefits_calc.engine.dated.periods import DAY, WEEK, Calendar
from benefits_calc.engine.dated.rows import DatedRun, Given, Moment
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.conversions import DAYS_PER_YEAR, MONTHS_PER_YEAR, WEEKS_PER_YEAR
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.weeks import benefit_week_of

Booleans = NDArray[np.bool_]
ESA, JSA = "new_style_esa", "new_style_jsa"
# Weekly variables of a person that an award counts as income, and their line.
COUNTED = {
    "new_style_esa_per_week": ESA,
    "new_style_jsa_per_week": JSA,
    "carers_allowance_per_week": "carers_allowance",
    "carer_support_payment_per_week": "carer_support_payment",
}
LINKING_WEEKS = "dwp.employment_and_support_allowance.linking_weeks"


@dataclass(frozen=True)
class Weeks:
    """Weekly benefits, pounds a week.

    Attributes:
        moments: The weeks' Mondays with the case as it stands.
        facts: Pay, hours and days used of each week, by week, scenario and adult.
        counted: By line, by week, scenario and adult.
        family: By line, by week and scenario: everyone's in the family.
        esa_stopped: Weeks in which work keeps New Style ESA from being paid, by adult.
        esa_gone: Weeks from which it can no longer be picked up.
    """

    moments: tuple[Moment, ...]
    facts: dict[str, Floats]
    counted: dict[str, Floats]
    family: dict[str, Floats]
    esa_stopped: Booleans
    esa_gone: Booleans


def week_moments(case: Case, calendar: Calendar) -> tuple[Moment, ...]:
    """Each benefit week with the facts of its Monday, and the assessment period it lies in."""
    places = np.clip(calendar.period_of(calendar.weeks), 0, calendar.periods - 1)
    starts = calendar.period_starts.astype(date)
    ends = calendar.period_ends.astype(date)
    return tuple(
        Moment(case_on(case, monday, for_week=True), monday, (starts[place], ends[place]))
        for monday, place in zip(calendar.weeks.astype(date), places, strict=True)
    )


def weekly_benefits(case: Case, calendar: Calendar, earnings: WeekEarnings) -> Weeks:
    """Every weekly benefit of every week in one run."""
    moments = week_moments(case, calendar)
    scenarios = earnings.hours.shape[1]
    facts = weekly_pay(earnings) | _days_used(case, calendar, scenarios)
    given = Given(
        person=facts,
        unit={},
        childcare_share=np.zeros((len(moments), scenarios)),
    )
    run = DatedRun(moments, scenarios, given)
    counted = {
        line: np.stack(
            [_adult(run, name, place, case, scenarios) for place in range(ADULTS)], axis=2
        )
        for name, line in COUNTED.items()
    }
    stopped, gone = _linked(case, counted[ESA], calendar)
    counted[ESA] = np.where(gone, 0.0, counted[ESA])
    family = {line: amounts.sum(axis=2) for line, amounts in counted.items()}
    family |= _scottish_extras(run, family["carer_support_payment"])
    family |= _disability(run, case, calendar)
    family |= {
        "child_benefit": run.unit("child_benefit_per_week"),
        "guardians_allowance": benefit_week_of(run.unit("guardians_allowance")),
    }
    return Weeks(moments, facts, counted, family, stopped, gone)


def weekly_pay(earnings: WeekEarnings) -> dict[str, NDArray[np.float64]]:
    """A week's pay as the facts that the weekly rules read."""
    return {
        "pay_after_tax_and_national_insurance_per_week": earnings.after_tax,
        "pension_contributions_per_week": earnings.pension,
        "deductible_expenses_per_week": earnings.expenses,
        "hours_per_week": earnings.hours,
    }


def _adult(run: DatedRun, name: str, place: int, case: Case, scenarios: int) -> Floats:
    if place and case.partner is None:
        return np.zeros((len(run.moments), scenarios))
    return np.asarray(run.person(name, place), dtype=np.float64)


def _days_used(case: Case, calendar: Calendar, scenarios: int) -> dict[str, NDArray[np.float64]]:
    """Days of New Style ESA and JSA used by each week, counted on from the case's own day."""
    assert case.as_at is not None  # noqa: S101
    since = (calendar.weeks - np.datetime64(case.as_at)).astype(np.int64)
    found = {}
    for line in (ESA, JSA):
        awards = [getattr(person, line) if person else None for person in adults_of(case)]
        if not any(awards):
            continue
        days = np.zeros((len(calendar.weeks), scenarios, ADULTS))
        for place, award in enumerate(awards):
            if award is not None and award.days_used is not None:
                days[:, :, place] = np.maximum(award.days_used + since, 0)[:, np.newaxis]
        found[f"{line}_days_used"] = days
    return found


def _linked(case: Case, amounts: Floats, calendar: Calendar) -> tuple[Booleans, Booleans]:
    """Weeks in which ESA is stopped, and those from which it is gone for good."""
    limit = int(parameter_at(LINKING_WEEKS, calendar.first_day))
    stopped = np.zeros(amounts.shape, dtype=bool)
    gone = np.zeros(amounts.shape, dtype=bool)
    has = [person is not None and person.new_style_esa is not None for person in adults_of(case)]
    if not any(has):
        return stopped, gone
    weeks_off = np.zeros(amounts.shape[1:], dtype=np.int64)
    lost = np.zeros(amounts.shape[1:], dtype=bool)
    was_paid = np.zeros(amounts.shape[1:], dtype=bool)
    for week in range(len(amounts)):
        payable = amounts[week] > 0
        lost |= was_paid & payable & (weeks_off > limit)
        weeks_off = np.where(payable & ~lost, 0, weeks_off + 1)
        was_paid |= payable
        stopped[week] = was_paid & (~payable | lost)
        gone[week] = lost | (was_paid & (weeks_off > limit))
    return stopped, gone


def _scottish_extras(run: DatedRun, payment: Floats) -> dict[str, Floats]:
    found = {}
    for line in ("scottish_carer_supplement", "carer_additional_person_payment"):
        week = benefit_week_of(run.family(line))
        found[line] = np.where(payment > 0, week, 0.0)
    return found


def _disability(run: DatedRun, case: Case, calendar: Calendar) -> dict[str, Floats]:
    """Disability benefits; an adult's own stops to the day in a long stay in hospital."""
    stays = [
        (place, unpaid_share(case, who, calendar.weeks)[:, np.newaxis])
        for place, who in enumerate(("claimant", "partner"))
        if place == 0 or case.partner is not None
    ]
    found = {}
    for line in (
        "pip",
        "adult_disability_payment",
        "disability_living_allowance",
        "child_disability_payment",
        "attendance_allowance",
    ):
        everyone = to_penny(benefit_week_of(run.family(line)))
        for place, share in stays:
            if share.any():
                everyone = everyone - benefit_week_of(run.person(line, place)) * share
        # A part of a week is rounded with the payment that it is in.
        found[line] = everyone
    return found


def counted_in_periods(weeks: Weeks, calendar: Calendar) -> Unearned:
    """Weekly benefits as each assessment period counts them (UC Regs 2013 reg 73).

    A whole period at one rate is the week x 52/12; of a part, each day is 12/365 of that month.
    """
    days = np.arange(calendar.period_starts[0], calendar.period_ends[-1] + DAY)
    week_of_day = ((days - calendar.weeks[0]) // WEEK).astype(np.int64)
    period_of_day = calendar.period_of(days)
    first = np.searchsorted(period_of_day, np.arange(calendar.periods))
    found = {}
    for line, amounts in weeks.counted.items():
        daily = amounts[week_of_day]
        month = to_penny(daily * WEEKS_PER_YEAR / MONTHS_PER_YEAR)
        highest = np.maximum.reduceat(month, first)
        lowest = np.minimum.reduceat(month, first)
        by_day = to_penny(np.add.reduceat(month * MONTHS_PER_YEAR / DAYS_PER_YEAR, first))
        found[line] = np.where(highest == lowest, highest, by_day)
    last = ((calendar.period_ends - calendar.weeks[0]) // WEEK).astype(np.int64)
    return Unearned(found, {name: values[last] for name, values in weeks.facts.items()})
