"""Paragraphs and tables of plain text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

TEXT_WIDTH = 100
# Between two columns.
GAP = 2


def wrapped(text: str, *, first: bool = True) -> str:
    """A paragraph of a list: its first line begins with a dash, others stand below it."""
    return textwrap.fill(
        text,
        TEXT_WIDTH,
        initial_indent="- " if first else "  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


@dataclass(frozen=True)
class Column:
    """A column of amounts under a heading, which stands on as many lines as it needs."""

    head: str
    cells: tuple[str, ...]

    @property
    def width(self) -> int:
        """Characters that its cells and the words of its heading need."""
        return GAP + max(map(len, (*self.head.split(), *self.cells)), default=0)


def beside_one_another(
    names: Sequence[str], columns: Sequence[Column], width: int = TEXT_WIDTH
) -> str:
    """Rows by name, with as many columns beside them as fit; the others in a table below."""
    left = max(map(len, names), default=0)
    tables: list[list[Column]] = [[]]
    for column in columns:
        taken = left + sum(each.width for each in tables[-1])
        if tables[-1] and taken + column.width > width:
            tables.append([])
        tables[-1].append(column)
    return "\n\n".join("\n".join(_table(names, left, table)) for table in tables if table)


def _table(names: Sequence[str], left: int, columns: Sequence[Column]) -> list[str]:
    heads = [
        textwrap.wrap(column.head, column.width - GAP, break_long_words=False) for column in columns
    ]
    tall = max(map(len, heads))
    rows = []
    for line in range(tall):
        # Headings end just above the figures.
        words = [head[place] if (place := line - tall + len(head)) >= 0 else "" for head in heads]
        rows.append(_row("", left, columns, words))
    cells = zip(*(column.cells for column in columns), strict=True)
    rows += [_row(name, left, columns, row) for name, row in zip(names, cells, strict=True)]
    return [row.rstrip() for row in rows]


def _row(name: str, left: int, columns: Sequence[Column], cells: Sequence[str]) -> str:
    aligned = (cell.rjust(column.width) for column, cell in zip(columns, cells, strict=True))
    return name.ljust(left) + "".join(aligned)
