"""The rates in force on a day, with their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from benefits_calc.engine.system import rules_system


@dataclass(frozen=True)
class RateInForce:
    """A parameter as it stands on a day.

    Attributes:
        path: Its address in the rules.
        description: What it is.
        value: Its value.
        unit: Unit and period, as in the parameter file.
        since: First day of that value.
        checked: How far it was checked.
        references: Title and address of each source.
    """

    path: str
    description: str
    value: float
    unit: str
    since: str
    checked: str
    references: tuple[tuple[str, str], ...]


def rates_on(day: date) -> tuple[RateInForce, ...]:
    """Every rate with a value on that day, by address."""
    return tuple(_rates(rules_system().parameters, day.isoformat()))


def _rates(node: Any, day: str) -> Iterator[RateInForce]:
    if not hasattr(node, "values_list"):
        for name in sorted(node.children):
            yield from _rates(node.children[name], day)
        return
    held = next((value for value in node.values_list if value.instant_str <= day), None)
    if held is None or held.value is None:
        return
    period = node.metadata.get("period")
    unit = str(node.metadata.get("unit", ""))
    yield RateInForce(
        path=node.name,
        description=node.description or "",
        value=float(held.value),
        unit=f"{unit} per {period}" if period else unit,
        since=held.instant_str,
        checked=str(node.metadata.get("checked", "")),
        references=tuple((ref["title"], ref["href"]) for ref in held.metadata.get("reference", [])),
    )
