"""Run the council tax rules over households written as plain facts."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import numpy as np
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import period
from openfisca_core.simulations import SimulationBuilder

from benefits_calc.rules import CountryTaxBenefitSystem

MONTH = period("2026-12")
DAY = date(2026, 12, 1)
BAND_B_ALONE_KINGSTON = {"band": "b", "band_d": 2609.20, "scheme": "kingston_upon_thames"}
SHORT_NAMES = {
    "band": "council_tax_band",
    "band_d": "council_tax_band_d_per_year",
    "scheme": "council_tax_reduction_scheme",
    "liable": "is_liable_for_council_tax",
    "day": "benefit_date",
}


def born(age: int, day: date = DAY) -> date:
    return date(day.year - age, 6, 15)


def run(households: list[dict[str, Any]]) -> Any:
    """Simulate households; facts of claimants stand at the top, others under their role.

    Keys: variables or SHORT_NAMES of the home and claimant; `partner`, `children`, `others`:
    facts of those people. A household is liable unless it says otherwise.
    """
    people: list[tuple[int, int, str, dict[str, Any]]] = []
    units: list[dict[str, Any]] = []
    homes: list[dict[str, Any]] = []
    for number, household in enumerate(households):
        facts = {"liable": True, "day": DAY, **household}
        partner, children, others = (
            facts.pop("partner", None),
            facts.pop("children", []),
            facts.pop("others", []),
        )
        facts = {SHORT_NAMES.get(name, name): value for name, value in facts.items()}
        by_entity: dict[str, dict[str, Any]] = {"person": {}, "benunit": {}, "household": {}}
        for name, value in facts.items():
            by_entity[_entity(name)][name] = value
        unit = len(units)
        units.append(by_entity["benunit"])
        homes.append(by_entity["household"])
        people.append((unit, number, "claimant", by_entity["person"]))
        if partner is not None:
            people.append((unit, number, "partner", partner))
        people += [(unit, number, "child", child) for child in children]
        for other in others:
            people.append((len(units), number, "claimant", other))
            units.append({"benefit_date": facts["benefit_date"]})
    return simulate(
        {**_columns([facts for *_, facts in people]), **_columns(units), **_columns(homes)},
        [unit for unit, *_ in people],
        [home for _, home, *_ in people],
        [role for _, _, role, _ in people],
    )


@cache
def system() -> CountryTaxBenefitSystem:
    return CountryTaxBenefitSystem()


def simulate(columns: dict[str, Any], units: list[int], homes: list[int], roles: list[str]) -> Any:
    """A simulation of people placed in benefit units and homes."""
    builder = SimulationBuilder()
    builder.create_entities(system())
    builder.declare_person_entity("person", np.arange(len(units)))
    for key, places, as_roles in (
        ("benunit", units, roles),
        ("household", homes, ["member"] * len(homes)),
    ):
        entity = builder.declare_entity(key, np.arange(max(places) + 1))
        builder.join_with_persons(entity, np.array(places), as_roles)
    simulation = builder.build(system())
    for name, values in columns.items():
        simulation.set_input(name, MONTH, _encoded(name, values))
    return simulation


def _encoded(name: str, values: Any) -> Any:
    variable = system().get_variable(name, check_existence=True)
    if variable.value_type is Enum:
        places = {member.name: member.index for member in variable.possible_values}
        index = np.array([places[value] for value in values], dtype=np.int16)
        return EnumArray(index, variable.possible_values)
    kind = "datetime64[D]" if variable.value_type is date else variable.dtype
    return np.asarray(values, dtype=kind)


def claimants(result: Any, households: list[dict[str, Any]], name: str) -> np.ndarray:
    """A variable of the benefit unit that each household is about."""
    first, places = 0, []
    for household in households:
        places.append(first)
        first += 1 + len(household.get("others", []))
    return np.asarray(result.calculate(name, MONTH))[places]


def of(name: str, *names: str, **household: Any) -> Any:
    """One or more figures of one household."""
    result = run([household])
    found = [claimants(result, [household], each)[0] for each in (name, *names)]
    return found[0] if not names else tuple(found)


def _entity(name: str) -> str:
    return system().get_variable(name, check_existence=True).entity.key


def _columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    names = {name for row in rows for name in row}
    return {name: _column(name, rows) for name in names}


def _column(name: str, rows: list[dict[str, Any]]) -> list[Any]:
    variable = system().get_variable(name, check_existence=True)
    missing = variable.default_value
    if variable.value_type is Enum:
        missing = missing.name
    return [row.get(name, missing) for row in rows]
