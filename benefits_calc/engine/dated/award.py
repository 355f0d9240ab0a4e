"""Universal Credit of every assessment period, as each would be by itself: no history but given.

What history decides (the wait for the LCWRA element, its rate, a transitional element, grace from
the cap, surplus earnings) is handed in; `state` works it out and asks again where it differs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.case.person import Person
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.case_on import case_on
from benefits_calc.engine.dated.earnings import ADULTS, PeriodEarnings
from benefits_calc.engine.dated.hospital import (
    away_too_long_for_universal_credit,
    without_rent,
)
from benefits_calc.engine.dated.periods import Calendar
from benefits_calc.engine.dated.rows import DatedRun, Given, Moment
from benefits_calc.engine.income import incomes
from benefits_calc.engine.people import STATUTORY_PAY
from benefits_calc.rules.rounding import to_penny

Booleans = NDArray[np.bool_]
Days = NDArray[np.datetime64]
LONG_AGO = np.datetime64("1900-01-01")


@dataclass(frozen=True)
class History:
    """What earlier periods decide of a period, by period and scenario.

    Attributes:
        element_from: First day from which the LCWRA element is payable; NaT: as the case says.
        lost_protection: Whether the protected LCWRA rate is gone.
        awaits_finding: Whether a new claim waits for a new decision on capability.
        transitional_element: Pounds; below 0: as the case says.
        in_grace: Whether the benefit cap is held off by the grace period.
        surplus: Surplus earnings counted besides, pounds.
    """

    element_from: Days
    lost_protection: Booleans
    awaits_finding: Booleans
    transitional_element: Floats
    in_grace: Booleans
    surplus: Floats

    def same_as(self, other: History) -> bool:
        """Whether two histories ask for the same run."""
        return all(
            _equal(getattr(self, each.name), getattr(other, each.name)) for each in fields(self)
        )


def _equal(one: NDArray[Any], other: NDArray[Any]) -> bool:
    return np.array_equal(one, other, equal_nan=one.dtype.kind in "fM")


def no_history(periods: int, scenarios: int) -> History:
    """Nothing has happened: the case's own facts hold."""
    shape = (periods, scenarios)
    return History(
        element_from=np.full(shape, np.datetime64("NaT"), dtype="datetime64[D]"),
        lost_protection=np.zeros(shape, dtype=bool),
        awaits_finding=np.zeros(shape, dtype=bool),
        transitional_element=np.full(shape, -1.0),
        in_grace=np.zeros(shape, dtype=bool),
        surplus=np.zeros(shape),
    )


@dataclass(frozen=True)
class AtWork:
    """Who has a job when.

    Attributes:
        holds_job: Whether each adult has one on the first or last day: by period, scenario, adult.
        childcare_share: Part of the days of each period on which the worker has one, by scenario.
    """

    holds_job: Booleans
    childcare_share: Floats


@dataclass(frozen=True)
class Unearned:
    """Weekly benefits that an award counts, as a period has them: by period, scenario, adult.

    Attributes:
        amounts: By line, pounds for the period (UC Regs 2013 reg 73(2) and (2A)).
        last_week: By fact, the pay and days of the period's last benefit week, for tests of
            entitlement to such a benefit that the award itself makes (the benefit cap's).
    """

    amounts: dict[str, Floats]
    last_week: dict[str, Floats]


class Awards:
    """The run of every period, asked for by name, by period and scenario."""

    def __init__(
        self,
        case: Case,
        calendar: Calendar,
        earnings: PeriodEarnings,
        at_work: AtWork,
        unearned: Unearned,
        history: History,
        more_savings: Floats,
    ) -> None:
        self.moments = period_moments(case, calendar)
        scenarios = earnings.counted.shape[1]
        given = Given(
            person=_person(self.moments, earnings, at_work.holds_job, unearned, history),
            unit=_unit(history) | with_savings(self.moments, more_savings),
            childcare_share=at_work.childcare_share,
        )
        self.run = DatedRun(self.moments, scenarios, given)

    def __getattr__(self, name: str) -> NDArray[Any]:
        """A variable of the award, by period and scenario."""
        if name.startswith("_") or name in ("run", "moments"):
            raise AttributeError(name)
        values = self.run.unit(name)
        setattr(self, name, values)
        return values

    @cached_property
    def barred_as_student(self) -> list[Booleans]:
        """Of each adult, periods in which full-time education bars an award (UC Regs reg 12)."""
        adults = 1 if self.moments[0].case.partner is None else ADULTS
        return [
            np.asarray(self.run.person("is_barred_by_education", who), dtype=bool)
            for who in range(adults)
        ]


def period_moments(case: Case, calendar: Calendar) -> tuple[Moment, ...]:
    """Each period with the facts of its last day, which govern all of it (SI 2013/381 Sch 1)."""
    found = []
    for start, end in zip(
        calendar.period_starts.astype(date), calendar.period_ends.astype(date), strict=True
    ):
        found.append(Moment(_housed(case, case_on(case, end), end), end, (start, end)))
    return tuple(found)


def _housed(case: Case, on_the_day: Case, day: date) -> Case:
    """The case without rent to meet while its only adult is away for too long."""
    if not away_too_long_for_universal_credit(case, day):
        return on_the_day
    return without_rent(on_the_day)


def _person(
    moments: tuple[Moment, ...],
    earnings: PeriodEarnings,
    works: Booleans,
    unearned: Unearned,
    history: History,
) -> dict[str, NDArray[Any]]:
    surplus = np.zeros_like(earnings.counted)
    surplus[:, :, 0] = history.surplus
    found: dict[str, NDArray[Any]] = {
        "uc_employed_earnings": to_penny(earnings.counted + _statutory_pay(moments) + surplus),
        "employment_income": earnings.usual_gross,
        "income_tax": earnings.income_tax,
        "is_in_paid_work": works | (earnings.packets > 0),
    }
    for line in ("national_insurance", "pension_contributions_ignored_by_universal_credit"):
        found[line] = np.zeros_like(earnings.counted)
    for line in ("student_loan_repayments", "payroll_giving", "deductible_employment_expenses"):
        found[line] = np.zeros_like(earnings.counted)
    return {**found, **unearned.last_week, **unearned.amounts, **_health(moments, history)}


def _statutory_pay(moments: tuple[Moment, ...]) -> Floats:
    """Statutory pay stated as income, by period and adult (pay packets hold their own)."""
    found = np.zeros((len(moments), 1, ADULTS))
    who = {"claimant": 0, "partner": 1}
    for place, moment in enumerate(moments):
        for income in incomes(moment.case):
            if income.kind in STATUTORY_PAY:
                found[place, 0, who[income.who]] += income.per_month
    return found


def adults_of(case: Case) -> list[Person | None]:
    """Claimant and partner, the place of a partner empty where there is none."""
    return [case.claimant, case.partner]


def _health(moments: tuple[Moment, ...], history: History) -> dict[str, NDArray[Any]]:
    """Facts of capability that history changes: nothing where it changes nothing."""
    found: dict[str, NDArray[Any]] = {}
    if not np.isnat(history.element_from).all():
        stated = _facts(moments, _element_from, LONG_AGO)
        later = history.element_from[:, :, np.newaxis]
        found["lcwra_element_payable_from"] = np.where(
            np.isnat(later), stated, np.maximum(later, stated)
        )
    if history.lost_protection.any():
        lost = history.lost_protection[:, :, np.newaxis] & ~_facts(moments, _keeps_rate, False)
        stated = _facts(moments, lambda person: person.health_element, "automatic")
        found["health_element_rate"] = np.where(lost, "standard", stated).astype(object)
    if history.awaits_finding.any():
        stated = _facts(moments, lambda person: person.work_capability, "none")
        waits = history.awaits_finding[:, :, np.newaxis] & (stated == "lcwra")
        found["work_capability"] = np.where(waits, "awaiting_assessment", stated).astype(object)
    return found


def _facts(moments: tuple[Moment, ...], read: Callable[[Person], Any], nobody: Any) -> NDArray[Any]:
    """A fact of each adult at each moment, with an axis of one for the scenarios between."""
    found = [[nobody if p is None else read(p) for p in adults_of(m.case)] for m in moments]
    kind = object if isinstance(nobody, str) else None
    return np.array(found, dtype=kind)[:, np.newaxis, :]


def _element_from(person: Person) -> np.datetime64:
    from_ = person.health_element_from
    return LONG_AGO if from_ is None else np.datetime64(from_.first_day)


def _keeps_rate(person: Person) -> bool:
    """Severe conditions and terminal illness bring the higher rate in any claim (reg 40A)."""
    return person.health_element_basis in ("severe", "terminal")


def with_savings(moments: Sequence[Moment], more: Floats) -> dict[str, NDArray[Any]]:
    """Savings of each moment and scenario with what has come in besides; nothing if none has."""
    if not more.any():
        return {}
    stated = np.array([moment.case.savings_counted for moment in moments], dtype=np.float64)
    return {"capital": stated[:, np.newaxis] + more}


def _unit(history: History) -> dict[str, NDArray[Any]]:
    found: dict[str, NDArray[Any]] = {}
    if (history.transitional_element >= 0).any():
        found["transitional_element"] = np.maximum(history.transitional_element, 0.0)
    if history.in_grace.any():
        found["is_in_benefit_cap_grace_period"] = history.in_grace
    return found
