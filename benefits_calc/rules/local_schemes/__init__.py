"""Council tax reduction schemes: which there are, for which councils and dates.

A scheme is data: a line of `registry.yaml` and a file of dated amounts under
`parameters/local/council_tax_reduction`. All schemes share the methods of
`variables/local/council_tax_reduction`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

METHODS = ("taper", "scotland", "bands")
NO_SCHEME = "none"
_PACKAGE = "benefits_calc.rules.local_schemes"


@dataclass(frozen=True)
class Group:
    """A table of bands within a scheme, and the variable that says whose it is.

    Attributes:
        name: Folder of its bands.
        when: Variable that is true for its households; None for everyone else.
    """

    name: str
    when: str | None


@dataclass(frozen=True)
class Scheme:
    """One scheme of one council or nation, for the days it was checked for.

    Attributes:
        id: Its name: the value of `council_tax_reduction_scheme` and the file of its amounts.
        title: The council or nation in words.
        nation: england, scotland or wales.
        councils: Names in the Band D table; empty with `whole_nation`, or for the default scheme.
        whole_nation: Whether it serves every council of its nation.
        first_day: First day for which its figures hold.
        last_day: Last such day.
        method: One of METHODS.
        deductions: Scheme whose table of deductions for other adults it uses, or None.
        off_universal_credit: Folder of the amounts used without an award, or None.
        off_universal_credit_from: First day for which those amounts are held, or None.
        groups: Tables of bands, the first that fits; only for method "bands".
        not_known_for: Variables that make the answer "ask the council" where they are true.
        checked: How its figures were checked.
        reference: Where the scheme is published.
        extended_reduction: The law by which a reduction runs on after a contributory benefit has
            ended by work; None where it is not known.
    """

    id: str
    title: str
    nation: str
    councils: tuple[str, ...]
    whole_nation: bool
    first_day: date
    last_day: date
    method: str
    deductions: str | None
    off_universal_credit: str | None
    off_universal_credit_from: date | None
    groups: tuple[Group, ...]
    not_known_for: tuple[str, ...]
    checked: str
    reference: str
    extended_reduction: str | None

    @property
    def folder(self) -> str:
        """Dotted path of its parameters."""
        return f"local.council_tax_reduction.{self.id}"

    def serves(self, council: str, nation: str, day: date) -> bool:
        """Whether it decides reductions of that council on that day."""
        of_council = nation == self.nation if self.whole_nation else council in self.councils
        return of_council and self.first_day <= day <= self.last_day


@cache
def schemes() -> tuple[Scheme, ...]:
    """Every scheme that is worked out, in the order of the registry."""
    return tuple(_scheme(entry) for entry in _read("registry.yaml"))


@cache
def councils_not_computed() -> dict[str, str]:
    """Councils whose schemes were looked at and are not worked out, with the reason."""
    return {entry["council"]: entry["why"] for entry in _read("not_computed.yaml")}


def scheme_of(council: str, nation: str, day: date) -> str:
    """Value of `council_tax_reduction_scheme` for a council on a day.

    Args:
        council: Name in `data/council_tax_band_d.csv`, or an alias of it.
        nation: england, scotland or wales.
        day: The day of the comparison.

    Returns:
        The id of a scheme, or "none" where no scheme is held: ask the council.
    """
    name = _aliases().get(council, council)
    found = [scheme.id for scheme in schemes() if scheme.serves(name, nation, day)]
    return found[0] if found else NO_SCHEME


def extended_reduction_of(council: str, nation: str, day: date) -> str | None:
    """The law by which a council's reduction runs on for some weeks; None where not known."""
    held = scheme_of(council, nation, day)
    return next((scheme.extended_reduction for scheme in schemes() if scheme.id == held), None)


@cache
def _aliases() -> dict[str, str]:
    path = files("benefits_calc.rules") / "data" / "council_aliases.csv"
    with path.open(encoding="utf-8") as lines:
        return {row["alias"]: row["council"] for row in csv.DictReader(lines)}


def _scheme(entry) -> Scheme:
    councils = entry["councils"]
    return Scheme(
        id=entry["id"],
        title=entry["title"],
        nation=entry["nation"],
        councils=() if councils == "nation" else tuple(councils),
        whole_nation=councils == "nation",
        first_day=entry["from"],
        last_day=entry["until"],
        method=entry["method"],
        deductions=_or_none(entry["deductions"]),
        off_universal_credit=_or_none(entry["off_universal_credit"]),
        off_universal_credit_from=entry.get("off_universal_credit_from"),
        groups=tuple(Group(group["name"], group.get("when")) for group in entry["groups"]),
        not_known_for=tuple(entry["not_known_for"]),
        checked=entry["checked"],
        reference=entry["reference"],
        extended_reduction=entry.get("extended_reduction"),
    )


def _or_none(text: str) -> str | None:
    return None if text == NO_SCHEME else text


def _read(name: str):
    text = (files(_PACKAGE) / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
