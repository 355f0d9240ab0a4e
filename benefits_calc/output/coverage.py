"""What is worked out, where and for which dates, as a page: made from the registries of the rules.

`python -m benefits_calc.output.coverage docs/coverage.md` writes it; a test holds it current.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from benefits_calc.engine.coverage import (
    HelpItem,
    Programme,
    Scheme,
    councils_not_computed,
    help_items,
    programmes,
    schemes,
)
from benefits_calc.words.help_words import help_name, help_phrase

NATIONS = {"england": "England", "scotland": "Scotland", "wales": "Wales"}
CHECKED = {
    "instrument": "the law itself",
    "scheme_page": "the council's page",
    "second_hand": "a reading of the council's document",
    "third_hand": "a summary of the council's document",
}
INTRODUCTION = """# What is worked out

Made by `python -m benefits_calc.output.coverage docs/coverage.md` from the registries of the
rules; a test holds it current. A day outside the dates of wages, the minimum wage or Universal
Credit is refused. A benefit that a case claims is worked out only within its own dates. What is
not worked out stands under "not covered" with the results, and never as nothing.
"""
HELP = """Said beside the figures and in no total. What was read on a secondary page or is from
memory is never said as exact, and the results mark it as not checked.
"""
COUNCILS = """Wales and Scotland have one scheme each; in England each council has its own. For a
council that is not here, the answer is to ask the council.
"""


def coverage_page() -> str:
    """The page, in Markdown."""
    parts = [
        INTRODUCTION,
        "## Programmes\n",
        table(
            ("Programme", "Nations", "Worked out", "Rates checked", "Lines of the results", "Law"),
            [_programme(entry) for entry in programmes()],
        ),
        "## Help besides money\n",
        HELP,
        table(
            ("Help", "Nations", "Hangs on", "Checked", "Checked against", "Law or page"),
            [_help(item) for item in help_items()],
        ),
        "## Council tax reduction\n",
        COUNCILS,
        table(
            ("Scheme", "Nation", "Dates", "Checked against", "Scheme's page"),
            [_scheme(entry) for entry in schemes() if entry.whole_nation or entry.councils],
        ),
        "Looked at, and not worked out:\n",
        table(
            ("Council", "Why"),
            [(_words(name), why) for name, why in sorted(councils_not_computed().items())],
        ),
    ]
    return "\n".join(parts)


def _programme(entry: Programme) -> tuple[str, ...]:
    return (
        entry.title,
        ", ".join(NATIONS[nation] for nation in entry.nations),
        "yes" if entry.built else "not yet",
        _days(entry.verified_from, entry.verified_until),
        ", ".join(f"`{line}`" for line in entry.lines),
        f"[law]({entry.reference})",
    )


def _help(item: HelpItem) -> tuple[str, ...]:
    return (
        help_name(item.id),
        ", ".join(NATIONS[nation] for nation in item.nations),
        help_phrase("triggers", item.trigger),
        _days(item.verified_from, item.verified_until),
        item.checked,
        f"[source]({item.reference})",
    )


def _scheme(entry: Scheme) -> tuple[str, ...]:
    return (
        entry.title,
        NATIONS[entry.nation],
        _days(entry.first_day, entry.last_day),
        CHECKED[entry.checked],
        f"[page]({entry.reference})",
    )


def _days(first: date, last: date) -> str:
    return f"{first.isoformat()} to {last.isoformat()}"


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def table(heading: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [heading, ("---",) * len(heading), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def main() -> None:
    """Write the page to the file named, or print it."""
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(coverage_page(), encoding="utf-8")
    else:
        sys.stdout.write(coverage_page())


if __name__ == "__main__":
    main()
