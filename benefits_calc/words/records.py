"""Plain records of what a surface shows: tables, items. Their text is text, never markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["line", "group", "total", "chosen"]


@dataclass(frozen=True)
class Link:
    """A link to the law.

    Attributes:
        text: What is shown.
        address: Where it goes.
        name: What a screen reader says.
    """

    text: str
    address: str
    name: str


@dataclass(frozen=True)
class Row:
    """A row of a table.

    Attributes:
        header: The first cell, which names the row.
        cells: The others.
        kind: line, group (a heading across the table), total or chosen.
        link: Put at the end of the row, in a column of its own.
    """

    header: str
    cells: tuple[str, ...] = ()
    kind: Kind = "line"
    link: Link | None = None


@dataclass(frozen=True)
class Table:
    """A table of figures.

    Attributes:
        caption: What it holds, with its unit.
        headers: Of every column, the first included.
        rows: From the top.
        figures: Whether its cells are figures, which stand to the right.
    """

    caption: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    figures: bool = True


@dataclass(frozen=True)
class Item:
    """An item of a list.

    Attributes:
        name: Shown first and strong; may be empty.
        text: The rest.
        link: To the law, at the end.
    """

    name: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Group:
    """Items under one heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Prose:
    """Plain paragraphs.

    Attributes:
        lines: Each a paragraph.
        strong: Whether they lead the section.
    """

    lines: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True)
class Listing:
    """A list under an optional heading of its own.

    Attributes:
        items: From the top.
        heading: Above them; may be empty.
        boxes: Whether each has a box to tick on paper.
    """

    items: tuple[Item, ...]
    heading: str = ""
    boxes: bool = False


@dataclass(frozen=True)
class ToWrite:
    """Lines to be filled in by hand.

    Attributes:
        labels: What each line is for.
    """

    labels: tuple[str, ...]


Block = Prose | Listing | Table | ToWrite


@dataclass(frozen=True)
class Section:
    """A part of a document under one heading."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """Something to print and keep.

    Attributes:
        title: Its name.
        intro: Paragraphs under the title.
        sections: From the top.
        footer: At the foot: law and program versions.
        language: Code of its language, such as en-GB.
    """

    title: str
    intro: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: str
    language: str = "en-GB"
