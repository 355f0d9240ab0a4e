"""Transitional protection over assessment periods, and the earnings rule that can end it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from benefits_calc.case import Case
from benefits_calc.case.benefits_now import UniversalCreditNow
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.conversions import WEEKS_PER_MONTH
from benefits_calc.rules.rates import MissingRateError
from benefits_calc.rules.rounding import down_to_pound, to_penny
from benefits_calc.rules.transitional import ELEMENTS, relevant_increases

CONDITIONALITY = "dwp.universal_credit.conditionality"
WAGE = "dbt.minimum_wage.national_living_wage"
YES, NO, UNKNOWN = "yes", "no", "unknown"


def transitional_elements(first: Floats, elements: Mapping[str, Floats]) -> Floats:
    """The transitional element of each period, by row and period.

    Args:
        first: Of the first period, by row, pounds a month.
        elements: Each of `rules.transitional.ELEMENTS`, by row and period.
    """
    before = {name: elements[name][:, :-1] for name in ELEMENTS}
    now = {name: elements[name][:, 1:] for name in ELEMENTS}
    # Rises are never below nothing, so once used up the element stays at nil.
    lost = np.cumsum(relevant_increases(before, now), axis=1)
    later = np.maximum(first[:, np.newaxis] - lost, 0.0)
    return np.asarray(to_penny(np.concatenate([first[:, np.newaxis], later], axis=1)))


def transitional_threshold(case: Case, as_at: date) -> tuple[float, bool]:
    """Earnings below which three periods in a row can end the element, and whether it is sure.

    The administrative earnings threshold of the day the award began, the couple's for a couple
    (TP Regs reg 56(2) with SI 2023/7 reg 3); where that day, or its threshold, is not known, the
    one of today.
    """
    award = _award(case)
    people = "individual" if case.partner is None else "couple"
    if award is not None and award.since is not None:
        try:
            return _administrative_threshold(people, award.since.first_day), True
        except MissingRateError:
            pass
    return _administrative_threshold(people, as_at), False


def earned_enough_at_start(case: Case, as_at: date) -> str:
    """Whether first-period earnings reached the threshold: yes, no or unknown."""
    award = _award(case)
    if award is None:
        return UNKNOWN
    if award.first_period_earned_income is None:
        return award.earned_above_threshold_at_start
    threshold, _ = transitional_threshold(case, as_at)
    return YES if award.first_period_earned_income >= threshold else NO


def _award(case: Case) -> UniversalCreditNow | None:
    return case.benefits_now.universal_credit if case.benefits_now else None


def _administrative_threshold(people: str, day: date) -> float:
    """Whole pounds a month (UC Regs reg 99(6) with reg 6(1A))."""
    hours = parameter_at(f"{CONDITIONALITY}.administrative_earnings_threshold_{people}_hours", day)
    week = np.asarray(hours * parameter_at(WAGE, day))
    return float(down_to_pound(week * WEEKS_PER_MONTH))
