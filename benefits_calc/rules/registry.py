"""The registry of programmes: what is worked out, where, and for which dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

CORE = ("wages", "minimum_wage", "universal_credit")


@dataclass(frozen=True)
class Programme:
    """One programme.

    Attributes:
        id: Its name in the registry.
        title: Its name in words.
        nations: Where it applies.
        built: Whether the rules work it out.
        verified_from: First day for which its rates have been checked.
        verified_until: Last such day.
        lines: Lines of the results that it fills.
        reference: The law.
    """

    id: str
    title: str
    nations: tuple[str, ...]
    built: bool
    verified_from: date
    verified_until: date
    lines: tuple[str, ...]
    reference: str


@cache
def programmes() -> tuple[Programme, ...]:
    """Every programme, in the order of the registry."""
    text = (files("benefits_calc.rules") / "registry.yaml").read_text(encoding="utf-8")
    return tuple(
        Programme(
            id=entry["id"],
            title=entry["title"],
            nations=tuple(entry["nations"]),
            built=entry["status"] == "built",
            verified_from=entry["verified_from"],
            verified_until=entry["verified_until"],
            lines=tuple(entry["lines"]),
            reference=entry["reference"],
        )
        for entry in yaml.load(text, Loader=yaml.CSafeLoader)
    )


def verified_range(also: tuple[str, ...] = ()) -> tuple[date, date]:
    """First and last day on which the core of every comparison can be worked out.

    Args:
        also: Further programmes that a case calls for.
    """
    core = [entry for entry in programmes() if entry.id in (*CORE, *also)]
    return max(e.verified_from for e in core), min(e.verified_until for e in core)
