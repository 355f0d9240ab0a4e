"""Clocks that run on the day of a case: the last day of each, and the law that sets it.

Only what is running now and ends by the passing of time alone. What starts to run when a job
begins or ends is for a timeline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benefits_calc.case import Case
from benefits_calc.case.facts import MonthOrDay
from benefits_calc.case.person import NewStyleEsa, NewStyleJsa, Person
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.calendar import add_months

ESA = "dwp.employment_and_support_allowance.new_style"
JSA = "dwp.jobseekers_allowance.new_style"
ARREARS = "dwp.universal_credit.capital.arrears_months"
RULE, DWP_DECISION = "rule", "dwp_decision"
ESA_DAYS_RULE = "https://www.legislation.gov.uk/ukpga/2007/5/section/1A"
ESA_PHASE_RULE = "https://www.legislation.gov.uk/ukpga/2007/5/section/24"
JSA_DAYS_RULE = "https://www.legislation.gov.uk/ukpga/1995/18/section/5"
ARREARS_RULE = "https://www.legislation.gov.uk/uksi/2013/376/schedule/10/paragraph/18"
SANCTION_RULE = "https://www.legislation.gov.uk/uksi/2013/376/regulation/111"
START_UP_RULE = "https://www.legislation.gov.uk/uksi/2013/376/regulation/63"


@dataclass(frozen=True)
class Clock:
    """Something that ends on a day by itself.

    Attributes:
        code: What it is, in the catalogue.
        who: claimant, partner or household.
        ends_on: Last day of it.
        reference: The law that sets the length.
        certainty: rule, or dwp_decision where a decision can come between.
        exact: Whether the day is known; otherwise it rests on a month, or on days that are taken
            to have been paid without a break.
    """

    code: str
    who: str
    ends_on: date
    reference: str
    certainty: str = RULE
    exact: bool = True


def clocks_of(case: Case, as_at: date) -> tuple[Clock, ...]:
    """Every clock that runs on `as_at`, the first to end first."""
    people = {"claimant": case.claimant} | ({"partner": case.partner} if case.partner else {})
    found = [clock for who, person in people.items() for clock in _of_person(person, who, as_at)]
    found += _of_household(case, as_at)
    running = [clock for clock in found if clock.ends_on >= as_at]
    return tuple(sorted(running, key=lambda clock: clock.ends_on))


def _of_person(person: Person, who: str, as_at: date) -> Iterator[Clock]:
    if person.new_style_esa is not None:
        yield from _esa(person.new_style_esa, who, as_at)
    if person.new_style_jsa is not None:
        yield from _jsa(person.new_style_jsa, who, as_at)
    trade = person.self_employment
    if trade is not None and trade.start_up_until is not None:
        yield Clock("start_up_period", who, trade.start_up_until, START_UP_RULE)


def _esa(esa: NewStyleEsa, who: str, as_at: date) -> Iterator[Clock]:
    """The 365 days outside the support group (s.1A), and the assessment phase (s.24(2))."""
    if esa.group == "support":
        return
    assessed = esa.group == "assessment"
    # In the assessment phase days stop counting if the support group follows it.
    certainty = DWP_DECISION if assessed else RULE
    most = parameter_at(f"{ESA}.days", as_at)
    # From the claim on only where all of it is known to have been outside the support group.
    began = esa.claimed_from if assessed or esa.since is None else None
    last, exact = _last_day(most, esa.days_used, began, as_at)
    if last is not None:
        yield Clock("new_style_esa_days", who, last, ESA_DAYS_RULE, certainty, exact)
    if assessed and esa.claimed_from is not None:
        weeks = parameter_at(f"{ESA}.assessment_phase_weeks", as_at)
        phase = esa.claimed_from.first_day + timedelta(weeks=weeks, days=-1)
        exact = esa.claimed_from.exact
        yield Clock("assessment_phase", who, phase, ESA_PHASE_RULE, DWP_DECISION, exact)


def _jsa(jsa: NewStyleJsa, who: str, as_at: date) -> Iterator[Clock]:
    most = parameter_at(f"{JSA}.days", as_at)
    last, exact = _last_day(most, jsa.days_used, jsa.since, as_at)
    if last is not None:
        yield Clock("new_style_jsa_days", who, last, JSA_DAYS_RULE, RULE, exact)


def _last_day(
    most: float, used: int | None, began: MonthOrDay | None, as_at: date
) -> tuple[date | None, bool]:
    """Last payable day of so many: by the days used before today, or from the first day on."""
    if used is not None:
        return as_at + timedelta(days=most - used - 1), True
    if began is not None:
        return began.first_day + timedelta(days=most - 1), False
    return None, False


def _of_household(case: Case, as_at: date) -> Iterator[Clock]:
    award = case.benefits_now.universal_credit if case.benefits_now else None
    if award is not None and award.sanction is not None and award.sanction.until is not None:
        yield Clock("sanction", "household", award.sanction.until, SANCTION_RULE)
    months = round(parameter_at(ARREARS, as_at))
    for part in case.savings_ignored:
        if part.kind == "benefit_arrears" and part.received is not None:
            received = np.array([part.received.first_day], dtype="datetime64[D]")
            last: date = (add_months(received, months)[0] - np.timedelta64(1, "D")).item()
            exact = part.received.exact
            yield Clock("benefit_arrears", "household", last, ARREARS_RULE, RULE, exact)
