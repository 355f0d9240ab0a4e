"""A run of OpenFisca's variables for one month, without OpenFisca's bookkeeping of periods.

A run works out some 220 variables and asks for them some 600 times, all for one month. OpenFisca
checks names, periods and options and looks through stores by period each time; here a variable is
checked when it is first asked for, and from then on handed out from one dictionary. The formulas
are the same and run in the same order. A traced run, which `explain` reads, goes OpenFisca's way.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from weakref import ReferenceType, ref

import numpy as np
from numpy.typing import NDArray
from openfisca_core.errors import CycleError
from openfisca_core.periods import Period
from openfisca_core.populations import GroupPopulation, Population
from openfisca_core.projectors import projectable
from openfisca_core.simulations import Simulation

from benefits_calc.engine.layout import Integers

MEMBER = "member"


class _OneMonth:
    """A population of one run.

    It knows its run without holding it, so that a run, which can be large, goes as soon as nobody
    needs it and does not wait for the collector.

    Attributes:
        known: What was put in or worked out, by name.
        of_role: Who has a role, by role.
        ids_of_role: Their groups, by role.
    """

    count: int
    entity: Any
    _run: ReferenceType[Run] | None = None

    @property
    def simulation(self) -> Run | None:
        """The run; None before it is there."""
        return None if self._run is None else self._run()

    @simulation.setter
    def simulation(self, run: Run) -> None:
        self._run = ref(run)

    def begin(self) -> None:
        """Know nothing yet."""
        self.known: dict[str, NDArray[Any]] = {}
        self.of_role: dict[Any, NDArray[Any]] = {}
        self.ids_of_role: dict[Any, Integers] = {}

    def __call__(self, variable_name: str, period: Any, options: Any = None) -> Any:
        run = self.simulation
        if run is None or options is not None or period is not run.month or run.trace:
            return super().__call__(variable_name, period, options)  # type: ignore[misc]
        found = self.known.get(variable_name)
        if found is not None:
            return found
        self.entity.check_variable_defined_for_entity(variable_name)
        return run.worked_out(variable_name, self)


class People(_OneMonth, Population):  # type: ignore[misc]
    """The persons of a run."""

    @projectable  # type: ignore[untyped-decorator]
    def has_role(self, role: Any) -> NDArray[Any]:
        """Which persons have a role in their group."""
        found = self.of_role.get(role)
        if found is None:
            found = self.of_role[role] = super().has_role(role)
        return found


class Group(_OneMonth, GroupPopulation):  # type: ignore[misc]
    """The benefit units or the homes of a run."""

    @projectable  # type: ignore[untyped-decorator]
    def sum(self, array: NDArray[Any], role: Any = None) -> NDArray[Any]:
        """Sum over the members of each group, or over those with a role."""
        if role is None:
            return np.asarray(super().sum(array))
        members = self.members
        members.check_array_compatible_with_entity(array)
        found = self.of_role.get(role)
        if found is None:
            self.entity.check_role_validity(role)
            found = self.of_role[role] = np.flatnonzero(members.has_role(role))
            self.ids_of_role[role] = self.members_entity_id[found]
        ids = self.ids_of_role[role]
        return np.asarray(np.bincount(ids, array[found], minlength=self.count))


class Run(Simulation):  # type: ignore[misc]
    """An OpenFisca simulation in which every value is for one month.

    Attributes:
        month: The month.
    """

    def __init__(self, system: Any, populations: dict[str, Any], month: Period) -> None:
        super().__init__(system, populations)
        self.month = month
        self._under_way: set[str] = set()

    def calculate(self, variable_name: str, period: Any) -> Any:
        """A variable for the month of the run: put in, worked out before, or worked out now.

        Raises:
            VariableNotFoundError: where there is no such variable.
            CycleError: where it needs itself.
        """
        if self.trace or period is not self.month:
            return super().calculate(variable_name, period)
        for population in self.populations.values():
            found = population.known.get(variable_name)
            if found is not None:
                return found
        variable = self.tax_benefit_system.get_variable(variable_name, check_existence=True)
        return self.worked_out(variable_name, self.populations[variable.entity.key])

    def worked_out(self, variable_name: str, population: Any) -> Any:
        """Work out a variable of a population, and know it from then on.

        Raises:
            CycleError: where it needs itself.
        """
        variable = self.tax_benefit_system.variables[variable_name]
        if variable_name in self._under_way:
            raise CycleError(f"{variable_name} needs itself")
        self._under_way.add(variable_name)
        try:
            formula = _formula(variable, self.month)
            if formula is None:
                found = variable.default_array(population.count)
            else:
                found = self._cast_formula_result(formula(population, self.month), variable)
        finally:
            self._under_way.discard(variable_name)
        population.known[variable_name] = _of_length(found, variable, population)
        return found

    def set_input(self, variable_name: str, period: Any, value: NDArray[Any]) -> None:
        """Put a value in, in place of one before; the month of the run is the only period."""
        del period
        variable = self.tax_benefit_system.get_variable(variable_name, check_existence=True)
        population = self.populations[variable.entity.key]
        found = value if value.dtype == variable.dtype else value.astype(variable.dtype)
        population.known[variable_name] = _of_length(found, variable, population)

    def delete_arrays(self, variable: str, period: Any = None) -> None:
        """Forget a variable, put in or worked out."""
        super().delete_arrays(variable, period)
        for population in self.populations.values():
            population.known.pop(variable, None)

    def begin_trace(self, given: frozenset[str]) -> None:
        """Forget everything but what was given, and from now on record what each step reads."""
        for population in self.populations.values():
            for name in given & population.known.keys():
                population.get_holder(name).set_input(self.month, population.known[name])
        self.rate_reads: dict[str, dict[str, str]] = {}
        self.trace = True


@cache
def _formula(variable: Any, month: Period) -> Any:
    """The formula in force in a month; None where a variable has none."""
    return variable.get_formula(month)


def _of_length(values: Any, variable: Any, population: Any) -> Any:
    if len(values) != population.count:
        raise ValueError(f"{variable.name}: {len(values)} values for {population.count} rows")
    return values


def run_over(
    system: Any, month: Period, units: Integers, households: Integers, roles: Sequence[str]
) -> Run:
    """A run of persons placed in benefit units and households.

    Args:
        system: The rules.
        month: The month that every value is for.
        units: Benefit unit of each person, numbered from 0 without a gap.
        households: The same for households.
        roles: Key of each person's role in the benefit unit; those of one row, where rows repeat.
    """
    people = People(system.person_entity)
    people.count = len(units)
    people.ids = np.arange(people.count)
    populations = {system.person_entity.key: people}
    for entity in system.group_entities:
        in_units = entity.key == "benunit"
        group = Group(entity, people)
        group.members_entity_id = units if in_units else households
        group.count = int(group.members_entity_id.max()) + 1
        group.ids = np.arange(group.count)
        keys = roles if in_units else [MEMBER]
        group._members_role = _roles(entity, keys, people.count)  # noqa: SLF001 - its setter loops
        populations[entity.key] = group
    for population in populations.values():
        population.begin()
    return Run(system, populations, month)


def _roles(entity: Any, keys: Sequence[str], count: int) -> NDArray[np.object_]:
    """The role of each person, from the keys of the roles of one row."""
    by_key = {role.key: role for role in entity.flattened_roles}
    row = np.array([by_key[key] for key in keys], dtype=object)
    return np.tile(row, count // len(keys))
