"""Arrays into an OpenFisca simulation and out of it, past the slow dictionary builder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import Period, period

from benefits_calc.engine.layout import CLAIMANT, Integers, Layout
from benefits_calc.engine.populations import Run, run_over
from benefits_calc.engine.system import rules_system

Floats = NDArray[np.float64]
Columns = Mapping[str, NDArray[Any]]

# Rates are read at the dates in the arrays, so one nominal month serves every run.
NOMINAL_MONTH: Period = period("2026-12")


class Simulation:
    """One run of the rules over many rows.

    Attributes:
        core: The OpenFisca simulation.
        given: Names of the variables handed in.
    """

    def __init__(self, core: Run, given: frozenset[str]) -> None:
        self.core = core
        self.given = given

    def person(self, name: str) -> NDArray[Any]:
        """A variable of each person."""
        return np.asarray(self.core.calculate(name, NOMINAL_MONTH))

    unit = person
    household = person

    def begin_trace(self) -> None:
        """Keep what was handed in alone, and record what each step reads from now on."""
        self.core.begin_trace(self.given)

    def variables_evaluated(self) -> int:
        """How many variables have been worked out or set."""
        return sum(len(population.known) for population in self.core.populations.values())


def simulate_people(columns: Columns, people: int) -> Simulation:
    """Run the rules over people who each live alone (employments, one a row)."""
    everyone = np.arange(people, dtype=np.int64)
    return simulate(columns, {}, everyone, everyone, [CLAIMANT])


def simulate_rows(
    person_columns: Columns, unit_columns: Columns, layout: Layout, rows: int
) -> Simulation:
    """Run the rules over rows that repeat one case's people."""
    return simulate(
        person_columns,
        unit_columns,
        layout.person_units(rows),
        layout.person_households(rows),
        layout.roles,
    )


def simulate(
    person_columns: Columns,
    unit_columns: Columns,
    units: Integers,
    households: Integers,
    roles: Sequence[str],
    system: Any = None,
) -> Simulation:
    """Run the rules over people placed in benefit units and households at will.

    `units` and `households` give each person's, `roles` too or those of one of the rows, where
    rows repeat; `system` stands in for the rules (other rates).
    """
    system = system or rules_system()
    core = run_over(system, NOMINAL_MONTH, units, households, roles)
    columns = {**person_columns, **unit_columns}
    for name, values in columns.items():
        core.set_input(name, NOMINAL_MONTH, encoded(name, values))
    return Simulation(core, frozenset(columns))


@cache
def _variable(name: str) -> Any:
    return rules_system().get_variable(name, check_existence=True)


def encoded(name: str, values: NDArray[Any]) -> NDArray[Any]:
    """Values as the variable stores them: enum positions, days, numbers.

    What is stored so already passes through.

    Raises:
        KeyError: where an enum has no such member.
    """
    variable = _variable(name)
    if variable.value_type is Enum:
        index = values
        if not np.issubdtype(values.dtype, np.integer):
            places = _places(name)
            index = np.fromiter((places[value] for value in values), np.int16, len(values))
        found: NDArray[Any] = EnumArray(np.asarray(index, dtype=np.int16), variable.possible_values)
        return found
    if variable.value_type is date:
        return np.asarray(values, dtype="datetime64[D]")
    return np.asarray(values, dtype=variable.dtype)


def encoded_rows(name: str, parts: Sequence[Any], count: int) -> NDArray[Any]:
    """Parts under one another as the variable stores them, each a value or an array of rows.

    A value is encoded before it is repeated `count` times, which is what makes many rows cheap.
    """
    rows = [
        np.asarray(encoded(name, part))
        if isinstance(part, np.ndarray)
        else np.full(count, _stored(name, part), _kind(name))
        for part in parts
    ]
    return rows[0] if len(rows) == 1 else np.concatenate(rows)


def encoded_row(name: str, values: Sequence[Any], count: int) -> NDArray[Any]:
    """One row of values as the variable stores them, repeated `count` times."""
    if len(values) == 1:
        return np.full(count, _stored(name, values[0]), _kind(name))
    row = np.array([_stored(name, value) for value in values], _kind(name))
    return np.broadcast_to(row, (count, len(row))).reshape(-1)


def _stored(name: str, value: Any) -> Any:
    """One value as the variable stores it."""
    if isinstance(value, str):
        return _places(name)[value]
    return np.datetime64(value, "D") if isinstance(value, date) else value


@cache
def _kind(name: str) -> np.dtype[Any]:
    """How numpy stores the variable."""
    variable = _variable(name)
    return np.dtype("datetime64[D]" if variable.value_type is date else variable.dtype)


@cache
def _places(name: str) -> dict[str, int]:
    """The position of each member of an enum, by its name."""
    return {member.name: member.index for member in _variable(name).possible_values}


def default_of(name: str) -> Any:
    """The value a variable takes where nothing is said, as a case would state it."""
    variable = _variable(name)
    if variable.value_type is Enum:
        return variable.default_value.name
    return variable.default_value


def repeated(value: Any, count: int) -> NDArray[Any]:
    """One value at each of `count` rows; an array is passed through."""
    if isinstance(value, np.ndarray):
        return value
    kind = object if isinstance(value, str) else None
    return np.full(count, np.datetime64(value, "D") if isinstance(value, date) else value, kind)
