"""Tables of the page "About and rates": rates with sources, and what is worked out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from benefits_calc.engine.coverage import Programme, Scheme
from benefits_calc.engine.rate_list import RateInForce
from benefits_calc.words.catalogue import catalogue
from benefits_calc.words.page_catalogue import joined, say, section
from benefits_calc.words.records import Link, Row, Table
from benefits_calc.words.times import day
from benefits_calc.words.values import value_with_unit


def groups(rates: Sequence[RateInForce]) -> dict[str, tuple[RateInForce, ...]]:
    """Rates by the group that the page offers, under the group's name."""
    names = section("about.groups")
    found: dict[str, list[RateInForce]] = {}
    for rate in rates:
        address = _group(rate.path, names)
        name = str(names.get(address) or address.replace("_", " ").capitalize())
        found.setdefault(name, []).append(rate)
    return {name: tuple(held) for name, held in sorted(found.items())}


def _group(path: str, names: dict[str, str]) -> str:
    parts = path.split(".")
    for length in (2, 1):
        address = ".".join(parts[:length])
        if address in names:
            return address
    return parts[0]


def rates_table(rates: Sequence[RateInForce], on: date) -> Table:
    """Rates with their value, first day, check and source."""
    headers = tuple(say("about", code) for code in ("rate", "value", "since", "checked", "source"))
    rows: list[Row] = []
    for heading, held in groupby(rates, _heading):
        rows += [Row(heading, (), "group"), *map(_rate, held)]
    return Table(say("about", "rates_caption", day=day(on)), headers, tuple(rows), figures=False)


def _heading(rate: RateInForce) -> str:
    """The benefit, the tax or the part that a rate is of: "Higher rate" says too little alone."""
    names = section("about.groups")
    address = _group(rate.path, names)
    parts = rate.path.removeprefix(f"{address}.").split(".")[:-1] or [address]
    # Each council's scheme is a part of its own.
    shown = parts[:2] if parts[0] == "council_tax_reduction" else parts[:1]
    return ": ".join(map(_name_of_part, shown))


def _name_of_part(code: str) -> str:
    known = {**catalogue()["lines"], **section("about.groups"), **section("about.parts")}
    return str(known.get(code) or code.replace("_", " ").capitalize())


def _rate(rate: RateInForce) -> Row:
    cells = (value_with_unit(rate.value, rate.unit), _since(rate.since), _checked(rate.checked))
    address = rate.references[0][1] if rate.references else ""
    name = say("about", "source_label", name=rate.description)
    return Row(rate.description, cells, link=Link(say("about", "source_text"), address, name))


def _since(written: str) -> str:
    return day(date.fromisoformat(written))


def _checked(code: str) -> str:
    return str(section("about.rate_checked").get(code, code))


def programmes_table(found: Sequence[Programme]) -> Table:
    """Every programme with its nations and the days of its rates."""
    headers = tuple(say("about", code) for code in ("programme", "nations", "days", "law_text"))
    rows = tuple(
        Row(
            entry.title,
            (_nations(entry.nations), _days(entry.verified_from, entry.verified_until)),
            link=_law(entry.title, entry.reference, "law_text"),
        )
        for entry in found
        if entry.built
    )
    return Table(say("about", "programmes_caption"), headers, rows, figures=False)


def schemes_table(found: Sequence[Scheme]) -> Table:
    """Every council tax reduction scheme that is held."""
    codes = ("scheme", "nations", "days", "checked", "scheme_text")
    checked = section("about.how_checked")
    rows = tuple(
        Row(
            entry.title,
            (
                _nations((entry.nation,)),
                _days(entry.first_day, entry.last_day),
                str(checked[entry.checked]),
            ),
            link=_law(entry.title, entry.reference, "scheme_text"),
        )
        for entry in found
        if entry.whole_nation or entry.councils
    )
    headers = tuple(say("about", code) for code in codes)
    return Table(say("about", "schemes_caption"), headers, rows, figures=False)


def _nations(codes: Sequence[str]) -> str:
    names = section("about.nation_names")
    return joined([str(names[code]) for code in codes])


def _days(first: date, last: date) -> str:
    return say("about", "days_between", first=day(first), last=day(last))


def _law(name: str, address: str, code: str) -> Link:
    return Link(say("about", code), address, say("about", "law_label", name=name))
