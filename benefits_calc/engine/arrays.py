"""Arrays into an OpenFisca simulation and out of it, past the slow dictionary builder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import Period, period
from openfisca_core.simulations import SimulationBuilder

from benefits_calc.engine.layout import CLAIMANT, Integers, Layout
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

    def __init__(self, core: Any, given: frozenset[str]) -> None:
        self.core = core
        self.given = given

    def person(self, name: str) -> NDArray[Any]:
        """A variable of each person."""
        return np.asarray(self.core.calculate(name, NOMINAL_MONTH))

    unit = person
    household = person

    def forget_what_was_worked_out(self) -> None:
        """Keep what was handed in alone, so that the next call works everything out again."""
        for population in self.core.populations.values():
            for name, holder in population._holders.items():  # noqa: SLF001 - no public way
                if name not in self.given:
                    holder.delete_arrays()

    def variables_evaluated(self) -> int:
        """How many variables have been worked out or set."""
        return sum(len(population._holders) for population in self.core.populations.values())  # noqa: SLF001


def simulate_people(columns: Columns, people: int) -> Simulation:
    """Run the rules over people who each live alone (employments, one a row)."""
    everyone = np.arange(people, dtype=np.int64)
    return simulate(columns, {}, everyone, everyone, [CLAIMANT] * people)


def simulate_rows(
    person_columns: Columns, unit_columns: Columns, layout: Layout, rows: int
) -> Simulation:
    """Run the rules over rows that repeat one case's people."""
    return simulate(
        person_columns,
        unit_columns,
        layout.person_units(rows),
        layout.person_households(rows),
        list(layout.roles) * rows,
    )


def simulate(
    person_columns: Columns,
    unit_columns: Columns,
    units: Integers,
    households: Integers,
    roles: list[str],
    system: Any = None,
) -> Simulation:
    """Run the rules over people placed in benefit units and households at will.

    `units` and `households` give each person's; `system` stands in for the rules (other rates).
    """
    system = system or rules_system()
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("person", np.arange(len(units)))
    unit_entity = builder.declare_entity("benunit", np.arange(units[-1] + 1))
    builder.join_with_persons(unit_entity, units, roles)
    household_entity = builder.declare_entity("household", np.arange(households[-1] + 1))
    builder.join_with_persons(household_entity, households, ["member"] * len(units))
    core = builder.build(system)
    columns = {**person_columns, **unit_columns}
    for name, values in columns.items():
        core.set_input(name, NOMINAL_MONTH, encoded(name, values))
    return Simulation(core, frozenset(columns))


def encoded(name: str, values: NDArray[Any]) -> NDArray[Any]:
    """Values as the variable stores them: enum positions, days, numbers.

    Raises:
        KeyError: where an enum has no such member.
    """
    variable = rules_system().get_variable(name, check_existence=True)
    if variable.value_type is Enum:
        places = {member.name: member.index for member in variable.possible_values}
        index = np.array([places[value] for value in values], dtype=np.int16)
        found: NDArray[Any] = EnumArray(index, variable.possible_values)
        return found
    if variable.value_type is date:
        return np.asarray(values, dtype="datetime64[D]")
    return np.asarray(values, dtype=variable.dtype)


def default_of(name: str) -> Any:
    """The value a variable takes where nothing is said, as a case would state it."""
    variable = rules_system().get_variable(name, check_existence=True)
    if variable.value_type is Enum:
        return variable.default_value.name
    return variable.default_value


def repeated(value: Any, count: int) -> NDArray[Any]:
    """One value at each of `count` rows; an array is passed through."""
    if isinstance(value, np.ndarray):
        return value
    kind = object if isinstance(value, str) else None
    return np.full(count, np.datetime64(value, "D") if isinstance(value, date) else value, kind)
