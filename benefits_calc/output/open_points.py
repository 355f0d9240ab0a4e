"""What is not confirmed from the law itself, as a page: made from the registries of the rules.

`python -m benefits_calc.output.open_points docs/open-points.md` writes it; a test holds it current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benefits_calc.engine.coverage import OpenPoint, open_points, schemes
from benefits_calc.engine.rate_list import rates_on
from benefits_calc.output.coverage import CHECKED, NATIONS, table

# The day on which the parameters are listed: the last year whose rates are held.
LISTED_ON = date(2026, 12, 1)
HOW_CHECKED = {
    "unverified": "from memory or an announcement",
    "secondary-page": "one page other than the law or gov.uk",
    "parameter-branch": "another model's figure that is not released yet",
}
PARAMETERS = f"""As in force on {LISTED_ON.isoformat()}. `benefits-calc rates` prints each with its
value and source.
"""
INTRODUCTION = """# What is not confirmed

Made by `python -m benefits_calc.output.open_points docs/open-points.md` from
`rules/open_points.yaml`, the registry of schemes and the parameters; a test holds it current.
How open words are read, and why, is in [law-readings.md](law-readings.md).

A point of a comparison names the statements that its lines rest on, by id
(`depends_on_unverified` in [results-format.md](results-format.md)). A line counts that pays
something at the point or now. Where one of them is not held as sure, the result says so beside
the figures. To close one: confirm it from the instrument, take it out of the registry, and say so
in `law-readings.md` where it is a reading.
"""


def open_points_page() -> str:
    """The page, in Markdown."""
    moving = [point for point in open_points() if point.lines]
    others = [point for point in open_points() if not point.lines]
    parts = [
        INTRODUCTION,
        "## Statements that lines rest on\n",
        table(
            ("Id", "What the rules take", "What would confirm it", "Sure", "Lines", "Where"),
            [_statement(point) for point in moving],
        ),
        "## Other statements\n",
        table(
            ("Id", "What the rules take", "What would confirm it", "Sure"),
            [_statement(point)[:4] for point in others],
        ),
        "## Council tax reduction schemes\n",
        table(
            ("Scheme", "Nation", "Checked against"),
            [
                (scheme.title, NATIONS[scheme.nation], CHECKED[scheme.checked])
                for scheme in schemes()
                if scheme.checked != "instrument"
            ],
        ),
        "## Parameters\n",
        PARAMETERS,
        table(("Parameters", "Checked against"), list(_parameters())),
    ]
    return "\n".join(parts)


def _statement(point: OpenPoint) -> tuple[str, ...]:
    lines = ", ".join(f"`{line}`" for line in point.lines)
    where = f"scheme `{point.scheme}`" if point.scheme else _words(point.when)
    return (f"`{point.id}`", point.says, point.open, point.sure, lines, where)


def _words(name: str) -> str:
    return f"`{name}`" if name else "always"


def _parameters() -> Iterator[tuple[str, str]]:
    """Parameters by file and by how they were checked, those least sure first."""
    rates = rates_on(LISTED_ON)
    for checked, words in HOW_CHECKED.items():
        by_folder: dict[str, list[str]] = {}
        for rate in rates:
            if rate.checked == checked:
                folder, _, name = rate.path.rpartition(".")
                by_folder.setdefault(folder, []).append(name)
        for folder, names in by_folder.items():
            yield f"`{folder}`: {', '.join(names)}", words


def main() -> None:
    """Write the page to the file named, or print it."""
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(open_points_page(), encoding="utf-8")
    else:
        sys.stdout.write(open_points_page())


if __name__ == "__main__":
    main()
