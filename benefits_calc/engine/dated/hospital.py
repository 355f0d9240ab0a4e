"""Stays in hospital: days without a disability payment, a carer's benefit, help with rent.

A stay runs from the day after the person goes in to the day before they leave (SI 2013/377 reg
32(2)), so both of those days are paid. Its first 28 days are paid too; stays with no more than 28
days between them are counted together (regs 30(1) and 32(4)). Adult Disability Payment (SSI
2022/54 reg 28), Disability Living Allowance and Attendance Allowance have the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.case.person import Person
from benefits_calc.engine.dated.periods import Days, months_later
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.conversions import DAYS_PER_WEEK

PAID_DAYS = "dwp.personal_independence_payment.hospital_payment_days"
UC_ABSENCE_MONTHS = "dwp.universal_credit.housing.absence_months"
HB_ABSENCE_WEEKS = "dwp.housing_benefit.reporting.absence_weeks_in_hospital"
CARER_WEEKS = "dwp.carers_allowance.weeks_in_hospital"
ADULTS = ("claimant", "partner")
ONE_DAY = timedelta(days=1)
Stay = tuple[date, date | None]


def stays_of(case: Case, who: str) -> tuple[Stay, ...]:
    """Days on which a person goes in and leaves, in order; None where the end is not known."""
    found: list[Stay] = [
        (event.on, event.until)
        for event in sorted(case.events, key=lambda event: event.on)
        if event.kind == "hospital" and (event.who or "claimant") == who
    ]
    person = _person(case, who)
    since = person.in_hospital_since if person is not None else None
    if since is not None and not any(on <= since for on, _ in found):
        # A later stay says that this one ends before it; until then it has no end.
        following = min((on for on, _ in found), default=None)
        found.insert(0, (since, following))
    return tuple(found)


def unpaid_spells(case: Case, who: str) -> tuple[Stay, ...]:
    """First and last days for which a person's disability payment stops; None: no end known."""
    found: list[Stay] = []
    spent, paid_again = 0, None
    for entered, left in stays_of(case, who):
        days = int(parameter_at(PAID_DAYS, entered))
        first = entered + ONE_DAY
        # Days from the one of leaving to the one of going in again are the interval between.
        if paid_again is None or (first - paid_again).days > days:
            spent = 0
        stops = first + timedelta(days=max(days - spent, 0))
        if left is None:
            found.append((stops, None))
            break
        if stops < left:
            found.append((stops, left - ONE_DAY))
        spent += max((left - first).days, 0)
        paid_again = left
    return tuple(found)


def unpaid_on(case: Case, who: str, day: date) -> bool:
    """Whether a stay has stopped a person's disability payment on a day."""
    return any(
        first <= day and (last is None or day <= last) for first, last in unpaid_spells(case, who)
    )


def unpaid_share(case: Case, who: str, weeks: Days) -> NDArray[np.float64]:
    """Share of the days of each benefit week (by its Monday) that is not paid."""
    days = weeks[:, np.newaxis] + np.arange(DAYS_PER_WEEK).astype("timedelta64[D]")
    unpaid = np.zeros(days.shape, dtype=bool)
    for first, last in unpaid_spells(case, who):
        inside = days >= np.datetime64(first)
        unpaid |= inside if last is None else inside & (days <= np.datetime64(last))
    return np.asarray(unpaid.mean(axis=1), dtype=np.float64)


def carers_stopped(case: Case, day: date) -> tuple[str, ...]:
    """Adults whose caring brings no benefit on a day because of hospital.

    The partner or claimant who is paid to care for the other, whose payment has stopped (SSCBA
    1992 s.70(2)); and a carer who has been in hospital for over twelve weeks (SI 1976/409 reg
    4(2)), in England and Wales.
    """
    found = []
    for who, other in (ADULTS, ADULTS[::-1]):
        person, cared_for = _person(case, who), _person(case, other)
        if person is None or person.carer is None:
            continue
        no_award = (
            cared_for is not None and cares_for(person, cared_for) and unpaid_on(case, other, day)
        )
        if no_award or (case.nation != "scotland" and _is_long_in(case, who, day)):
            found.append(who)
    return tuple(found)


def cares_for(person: Person, other: Person) -> bool:
    """Whether a person is the one who is paid to care for the other adult of the home."""
    carer = person.carer
    return (
        carer is not None
        and other.someone_is_paid_to_care
        and all(someone.in_this_home for someone in carer.people)
    )


def away_too_long_for_universal_credit(case: Case, day: date) -> bool:
    """Whether the only adult is away, or expected to be, for over six months (UC Regs Sch 3 9)."""
    return _is_away_too_long(case, day, last_day_of_absence)


def last_day_of_absence(entered: date) -> date:
    """Last day of a stay for which Universal Credit meets rent (UC Regs 2013 Sch 3 para 9)."""
    return months_later(entered, int(parameter_at(UC_ABSENCE_MONTHS, entered)))


def expected_over_six_months(stay: Stay) -> bool:
    """Whether a stay is known to be longer than an absence that Universal Credit allows."""
    entered, left = stay
    return left is not None and left > last_day_of_absence(entered)


def away_too_long_for_housing_benefit(case: Case, day: date) -> bool:
    """Whether the only adult is away in hospital for over 52 weeks (HB Regs 2006 reg 7(17))."""
    return _is_away_too_long(
        case, day, lambda on: on + timedelta(weeks=int(parameter_at(HB_ABSENCE_WEEKS, on)))
    )


def without_rent(case: Case) -> Case:
    """The case as benefits see it when its home is no longer counted as occupied."""
    home = case.home.model_copy(update={"rent": None, "service_charges": None})
    return case.model_copy(update={"home": home})


def _is_away_too_long(case: Case, day: date, last_of: Callable[[date], date]) -> bool:
    if case.partner is not None:
        return False
    return any(
        entered <= day
        and (left is None or day < left)
        and (day if left is None else left) > last_of(entered)
        for entered, left in stays_of(case, "claimant")
    )


def _is_long_in(case: Case, who: str, day: date) -> bool:
    weeks = timedelta(weeks=int(parameter_at(CARER_WEEKS, day)))
    return any(
        entered + weeks < day and (left is None or day < left)
        for entered, left in stays_of(case, who)
    )


def _person(case: Case, who: str) -> Person | None:
    return case.claimant if who == "claimant" else case.partner
