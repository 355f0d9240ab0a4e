"""Facts in, figures out: the rules run over any number of small households in one go.

A row is one household: the people of the benefit unit looked at, the unit's own facts, and
others who live there. Facts are OpenFisca variables by name; what is not said has its default.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
from openfisca_core.parameters import Parameter, ParameterNode
from openfisca_core.reforms import Reform

from benefits_calc.engine.arrays import Simulation, default_of, simulate
from benefits_calc.engine.system import rules_system
from tests.oracle.universal_credit import last_day_of_period

Facts = dict[str, Any]
PERIOD_START = date(2026, 11, 8)
PAY_DATE = date(2026, 11, 27)
CLAIMANT, PARTNER, CHILD = "claimant", "partner", "child"
SHARED_DATES = ("assessment_period_start", "benefit_date")
EARLIEST, NEVER = date(1900, 1, 1), date(2999, 1, 1)


@dataclass(frozen=True)
class Row:
    """One household. The first of `people` is the claimant; others are units of their own."""

    people: Sequence[tuple[str, Facts]] = ((CLAIMANT, {}),)
    unit: Facts = field(default_factory=dict)
    others: Sequence[Facts] = ()


@dataclass(frozen=True)
class Answers:
    """What the rules say of each row."""

    simulation: Simulation
    first_people: np.ndarray
    first_units: np.ndarray

    def unit(self, name: str) -> np.ndarray:
        """A variable of each row's benefit unit."""
        return self.simulation.unit(name)[self.first_units]

    def person(self, name: str, place: int = 0) -> np.ndarray:
        """A variable of the person at `place` (0: the claimant) of each row."""
        return self.simulation.person(name)[self.first_people + place]


# ------------------------------------------------------------------ facts
# Leading parameters are Any, so that facts kept in a plain dict can be handed on as keywords.
def born(age: int, on: date = PERIOD_START) -> date:
    """A birth date of somebody who is that age for months before and after `on`."""
    birthday = on - timedelta(days=180)
    return date(birthday.year - age, birthday.month, min(birthday.day, 28))


def aged_on(age: int, day: date) -> date:
    """The birth date of somebody who reaches `age` on `day` itself."""
    return date(day.year - age, day.month, day.day)


def claimant(age: Any = 40, **facts: Any) -> tuple[str, Facts]:
    return CLAIMANT, {"birth_date": born(age)} | facts


def partner(age: Any = 40, **facts: Any) -> tuple[str, Facts]:
    return PARTNER, {"birth_date": born(age)} | facts


def child(birth_date: Any = 8, **facts: Any) -> tuple[str, Facts]:
    """A child by birth date, or by age."""
    day = born(birth_date) if isinstance(birth_date, int) else birth_date
    return CHILD, {"birth_date": day} | facts


def other_adult(age: Any = 50, **facts: Any) -> Facts:
    return {"birth_date": born(age), "lives_with_benunit_as_non_dependant": True} | facts


def family(*people: tuple[str, Facts], others: Any = (), **unit: Any) -> Row:
    """A row of people, the unit's facts by keyword."""
    return Row(people or (claimant(),), unit, others)


def employee(pay: Any, **facts: Any) -> Row:
    """Somebody with one employment that pays so much a pay period."""
    return family(claimant(additional_pay_per_pay_period=float(pay), **facts))


# ------------------------------------------------------------------ rates of one's own
class OtherRates(Reform):
    """The rules with some parameters replaced, for all time."""

    def __init__(self, baseline: Any, values: Mapping[str, float]) -> None:
        self.values = dict(values)
        super().__init__(baseline)

    def apply(self) -> None:
        self.modify_parameters(self._replaced)

    def _replaced(self, parameters: ParameterNode) -> ParameterNode:
        for path, value in self.values.items():
            *folders, name = path.split(".")
            node = parameters
            for folder in folders:
                node = node.children[folder]
            if not isinstance(node.children[name], Parameter):
                raise KeyError(f"{path} is not one parameter")
            leaf = Parameter(path, {"values": {"1900-01-01": {"value": float(value)}}})
            node.children[name] = leaf
        return parameters


def with_rates(values: Mapping[str, float]) -> Any:
    """A system whose parameters at the given paths have a case's own values."""
    return OtherRates(rules_system(), values)


# ------------------------------------------------------------------ running
def answer(rows: Iterable[Row], rates: Mapping[str, float] | None = None) -> Answers:
    """Run the rules over rows, with parameters replaced where `rates` says so."""
    rows = [_dated(row) for row in rows]
    people: list[Facts] = []
    units: list[Facts] = []
    unit_of, home_of, roles = [], [], []
    first_people, first_units = [], []
    for home, row in enumerate(rows):
        first_people.append(len(people))
        first_units.append(len(units))
        for role, facts in row.people:
            people.append(facts)
            unit_of.append(len(units))
            roles.append(role)
        units.append(row.unit)
        for facts in row.others:
            people.append(facts)
            unit_of.append(len(units))
            roles.append(CLAIMANT)
            units.append({name: row.unit[name] for name in SHARED_DATES})
        home_of += [home] * (len(row.people) + len(row.others))
    _check_given([row.unit for row in rows])
    _check_given([facts for row in rows for role, facts in row.people if role != CHILD])
    simulation = simulate(
        _columns(people),
        _columns(units),
        np.array(unit_of),
        np.array(home_of),
        roles,
        with_rates(rates) if rates else None,
    )
    return Answers(simulation, np.array(first_people), np.array(first_units))


def one(row: Row, rates: Mapping[str, float] | None = None) -> Answers:
    return answer([row], rates)


def figure(name: str, *people: tuple[str, Facts], rates: Any = None, **unit: Any) -> float:
    """One figure of the benefit unit of one household."""
    return float(one(family(*people, **unit), rates).unit(name)[0])


def payslip_figure(name: str, pay: Any, **facts: Any) -> float:
    """One figure of one employment."""
    return float(one(employee(pay, **facts)).person(name)[0])


def _dated(row: Row) -> Row:
    start = row.unit.get("assessment_period_start", PERIOD_START)
    unit = {"assessment_period_start": start, "benefit_date": start} | row.unit
    pay_date = PAY_DATE if start == PERIOD_START else start + timedelta(days=19)
    people = [(role, {"pay_date": pay_date} | facts) for role, facts in row.people]
    others = [{"pay_date": pay_date} | facts for facts in row.others]
    return Row(people, unit, others)


def last_day(start: date) -> date:
    """Last day of the assessment period that starts so."""
    return last_day_of_period(start, 1)


def _check_given(facts: Sequence[Facts]) -> None:
    """A variable with a formula is given for all or for none, lest a default replace the law."""
    system = rules_system()
    for name in set().union(*facts):
        if system.get_variable(name, check_existence=True).formulas:
            missing = sum(name not in one_of for one_of in facts)
            if missing:
                raise ValueError(f"{name} has a formula and is given for some rows only")


def _columns(facts: Sequence[Facts]) -> dict[str, np.ndarray]:
    columns = {}
    for name in sorted(set().union(*facts)):
        default = default_of(name)
        values = [one_of.get(name, default) for one_of in facts]
        columns[name] = np.array(values, dtype="datetime64[D]" if _is_day(values[0]) else None)
    return columns


def _is_day(value: Any) -> bool:
    return isinstance(value, date)
