"""Points of law and parameters that are not confirmed from the instrument, from their registry."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class OpenPoint:
    """A statement that the rules take and that is not confirmed.

    Attributes:
        id: Its fixed name.
        says: What the rules take.
        open: What would confirm it.
        sure: high, medium or low.
        lines: Lines of the results that rest on it.
        when: What has to hold besides, by name; empty for nothing.
        scheme: Council tax reduction scheme that has to answer; empty for any.
        parameters: Parameters that rest on it.
    """

    id: str
    says: str
    open: str
    sure: str
    lines: tuple[str, ...]
    when: str
    scheme: str
    parameters: tuple[str, ...]


@cache
def open_points() -> tuple[OpenPoint, ...]:
    """Every open point, in the order of the registry."""
    text = (files("benefits_calc.rules") / "open_points.yaml").read_text(encoding="utf-8")
    return tuple(
        OpenPoint(
            id=entry["id"],
            says=entry["says"],
            open=entry["open"],
            sure=entry["sure"],
            lines=tuple(entry["lines"]),
            when=entry.get("when", ""),
            scheme=entry.get("scheme", ""),
            parameters=tuple(entry.get("parameters", ())),
        )
        for entry in yaml.load(text, Loader=yaml.CSafeLoader)
    )
