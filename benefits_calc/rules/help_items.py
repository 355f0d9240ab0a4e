"""Help besides money, as the registry says it: where it is, what opens it, how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# What was read on a secondary page or is from memory is never said as exact.
NOT_SURE = ("secondary-page", "unverified")


@dataclass(frozen=True)
class HelpValue:
    """What an item is worth.

    Attributes:
        variable: Variable of the benefit unit that holds the pounds; or None.
        parameter: Parameter that holds them; or None.
        per: year, once, cold_week or loan.
        kind: exact, about or up_to.
    """

    variable: str | None
    parameter: str | None
    per: str
    kind: str


@dataclass(frozen=True)
class HelpItem:
    """One kind of help.

    Attributes:
        id: Its name in the registry and the catalogue of words.
        nations: Where it is given.
        open_when: Conditions by name: each group must hold, by any of its members.
        trigger: What opens or ends it.
        threshold: Code under which a comparison says where; None where pay does not decide.
        asks: Facts that a case does not hold.
        value: What it is worth, where that can be said.
        certainty: rule, dwp_decision, council, provider or unknown.
        verified_from: First day for which it has been checked.
        verified_until: Last such day.
        checked: Against what.
        reference: The law, or the page of whoever gives it.
    """

    id: str
    nations: tuple[str, ...]
    open_when: tuple[tuple[str, ...], ...]
    trigger: str
    threshold: str | None
    asks: tuple[str, ...]
    value: HelpValue | None
    certainty: str
    verified_from: date
    verified_until: date
    checked: str
    reference: str

    def is_verified_on(self, day: date) -> bool:
        """Whether its rule was checked, against the law or an official page, for the day."""
        return self.verified_from <= day <= self.verified_until and self.checked not in NOT_SURE


@cache
def help_items() -> tuple[HelpItem, ...]:
    """Every item, in the order of the registry."""
    text = (files("benefits_calc.rules") / "help.yaml").read_text(encoding="utf-8")
    return tuple(_item(entry) for entry in yaml.load(text, Loader=yaml.CSafeLoader))


def _item(entry: dict[str, Any]) -> HelpItem:
    return HelpItem(
        id=entry["id"],
        nations=tuple(entry["nations"]),
        open_when=tuple(tuple(group) for group in entry["open_when"]),
        trigger=entry["trigger"],
        threshold=entry.get("threshold"),
        asks=tuple(entry.get("asks", ())),
        value=_value(entry.get("value")),
        certainty=entry["certainty"],
        verified_from=entry["verified_from"],
        verified_until=entry["verified_until"],
        checked=entry["checked"],
        reference=entry["reference"],
    )


def _value(entry: dict[str, str] | None) -> HelpValue | None:
    if entry is None:
        return None
    return HelpValue(entry.get("variable"), entry.get("parameter"), entry["per"], entry["is"])
