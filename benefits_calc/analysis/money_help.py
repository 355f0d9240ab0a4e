"""Help with money in a gap: what exists in the nation, its most, and whom to ask."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from benefits_calc.analysis.dated_records import Help
from benefits_calc.case import Case
from benefits_calc.engine.system import parameter_at


@cache
def help_data() -> tuple[dict[str, Any], ...]:
    """Every kind of help the program knows, as the data file has it."""
    text = (files("benefits_calc.analysis") / "data" / "help.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["help"])


def money_help(case: Case, *, at_start: bool = True) -> tuple[Help, ...]:
    """Help that exists for this household, with its most on the day of the case, in pounds.

    Args:
        case: The case.
        at_start: Whether help that is there only around a first wage belongs to it.
    """
    return tuple(
        Help(
            code=entry["code"],
            ask=entry["ask"],
            most=_of_family(entry.get("most"), case),
            reference=entry["reference"],
            certainty=entry["certainty"],
        )
        for entry in _for(case)
        if at_start or entry.get("when") != "start"
    )


def earnings_limit(code: str, case: Case) -> float | None:
    """The most that may have been earned in the last six months for a kind of help, pounds."""
    (entry,) = [entry for entry in help_data() if entry["code"] == code]
    return _of_family(entry.get("earned"), case)


def _for(case: Case) -> list[dict[str, Any]]:
    held = {
        "universal_credit": case.universal_credit_claimed,
        "rent": case.home.rented,
    }
    return [
        entry
        for entry in help_data()
        if case.nation in entry.get("nations", (case.nation,))
        and held.get(entry.get("needs", ""), True)
    ]


def _of_family(paths: dict[str, str] | None, case: Case) -> float | None:
    if paths is None or case.as_at is None:
        return None
    alone = "single" if case.partner is None else "couple"
    return parameter_at(paths["with_children" if case.children else alone], case.as_at)
