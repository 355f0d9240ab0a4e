"""The working of a figure: every variable it came from, with its law and the rates it read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from openfisca_core.indexed_enums import Enum

from benefits_calc.case import Case
from benefits_calc.engine.arrays import NOMINAL_MONTH, Simulation
from benefits_calc.engine.evaluate import Outcome, evaluate
from benefits_calc.engine.help import variables_behind
from benefits_calc.engine.points import Points
from benefits_calc.engine.system import rules_system
from benefits_calc.rules.rates import rate_book

PAY_ENTRIES = ("net_pay_per_pay_period", "minimum_wage_shortfall_per_hour")
PERSON_ENTRIES = (
    "net_pay",
    "self_employment_net",
    "pip",
    "adult_disability_payment",
    "disability_living_allowance",
    "child_disability_payment",
    "attendance_allowance",
    "new_style_esa",
    "new_style_jsa",
    "carers_allowance",
    "carer_support_payment",
    "scottish_carer_supplement",
    "tax_on_benefits",
)
UNIT_ENTRIES = (
    "child_benefit",
    "guardians_allowance",
    "universal_credit",
    "uc_deductions",
    "housing_benefit",
    "scottish_child_payment",
    "child_benefit_charge",
)


@dataclass(frozen=True)
class RateRead:
    """A parameter that a step read.

    Attributes:
        path: Its address in the rules.
        description: What it is.
        value: Its value.
        unit: Unit, as in the parameter file.
        since: First day of that value.
        references: Title and address of each source.
    """

    path: str
    description: str
    value: float
    unit: str
    since: str
    references: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Step:
    """One line of working.

    Attributes:
        name: The variable.
        label: What it is.
        who: claimant, partner, child 1 …, or household for the whole award.
        value: Its value: pounds, yes or no, a word or a number.
        unit: Unit, where it has one.
        references: The law.
        rates: Parameters it read.
        given: Whether it is a fact of the case and not worked out.
    """

    name: str
    label: str
    who: str
    value: Any
    unit: str | None
    references: tuple[str, ...]
    rates: tuple[RateRead, ...]
    given: bool


def workings_of(case: Case, point: Points) -> tuple[Step, ...]:
    """Every step behind the figures of one point, each before what is made from it.

    Raises:
        CaseError: where a place or the date is not held.
    """
    outcome = evaluate(case, point)
    found: list[Step] = []
    pay = outcome.payroll
    if pay.simulation is not None:
        names = [f"{_who(outcome, item.person)}, job {n}" for n, item in _numbered(pay.employments)]
        found += _trace(pay.simulation, PAY_ENTRIES, names, names)
    people = [_who(outcome, place) for place in range(outcome.layout.people)]
    units = ["household", *(f"other unit {n}" for n in range(1, outcome.layout.unit_count))]
    behind_help = variables_behind(case.nation, outcome.dates.as_at)
    entries = (*PERSON_ENTRIES, *UNIT_ENTRIES, *behind_help)
    found += _trace(outcome.simulation, entries, people, units)
    return tuple(found)


def _numbered(employments: tuple[Any, ...]) -> list[tuple[int, Any]]:
    return list(enumerate(employments, start=1))


def _who(outcome: Outcome, position: int) -> str:
    layout = outcome.layout
    if position in layout.children:
        return f"child {layout.children.index(position) + 1}"
    if position in layout.others:
        return f"other adult {layout.others.index(position) + 1}"
    return "partner" if position == layout.partner else "claimant"


def _trace(
    simulation: Simulation, entries: tuple[str, ...], people: list[str], units: list[str]
) -> list[Step]:
    """Run the entries with a record of what each step read, and list what they used."""
    simulation.begin_trace()
    core = simulation.core
    for entry in entries:
        core.calculate(entry, NOMINAL_MONTH)
    order: list[str] = []
    for tree in core.tracer.trees:
        _after_its_parts(tree, order)
    steps = []
    for name in order:
        steps += _steps_of(simulation, name, people, units)
    return steps


def _after_its_parts(node: Any, order: list[str]) -> None:
    for child in node.children:
        _after_its_parts(child, order)
    if node.name not in order:
        order.append(node.name)


def _steps_of(simulation: Simulation, name: str, people: list[str], units: list[str]) -> list[Step]:
    core = simulation.core
    variable = rules_system().get_variable(name)
    values = core.calculate(name, NOMINAL_MONTH)
    owners = people if variable.entity.key == "person" else units
    rates = tuple(_rate(path, since) for path, since in core.rate_reads.get(name, {}).items())
    return [
        Step(
            name=name,
            label=variable.label,
            who=owner,
            value=_plain(variable, values[place]),
            unit=variable.unit,
            references=tuple(variable.reference or ()),
            rates=rates,
            given=not variable.formulas,
        )
        for place, owner in enumerate(owners)
        if place < len(values) and _worth_saying(variable, values[place])
    ]


def _worth_saying(variable: Any, value: Any) -> bool:
    """Dates and nothings are left out: they are the facts of most people."""
    if variable.value_type is Enum:
        return bool(value != variable.default_value.index)
    if np.issubdtype(np.asarray(value).dtype, np.datetime64):
        return False
    return bool(value)


def _plain(variable: Any, value: Any) -> Any:
    if variable.value_type is Enum:
        return list(variable.possible_values)[int(value)].value
    return value.item() if hasattr(value, "item") else value


def _rate(path: str, since: str) -> RateRead:
    node = rate_book(rules_system()).parameters
    for part in path.split("."):
        node = node.children[part]
    at = next(entry for entry in node.values_list if entry.instant_str <= since)
    references = at.metadata.get("reference", [])
    return RateRead(
        path=path,
        description=node.description or path,
        value=float(at.value),
        unit=str(node.metadata.get("unit", "")),
        since=at.instant_str,
        references=tuple((ref["title"], ref["href"]) for ref in references),
    )
