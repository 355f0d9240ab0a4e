"""Records of words as HTML with real tables and lists; every text is escaped here, once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from benefits_calc.words.records import Block, Item, Link, Listing, Prose, Row, Table, ToWrite

SAFE_START = "https://"
# Columns that a phone has no room for; one fewer where the cells are words.
FEWEST_WIDE = 5


def lead(sentences: Iterable[str]) -> str:
    """Leading sentences, read out by a screen reader when they change."""
    return f'<div class="bc-lead" role="status">{_paragraphs(sentences)}</div>'


def paragraphs(sentences: Iterable[str], kind: str = "note") -> str:
    """Plain paragraphs."""
    return "".join(f'<p class="bc-{kind}">{escape(text)}</p>' for text in sentences)


def section(heading: str, sentences: Iterable[str], kind: str) -> str:
    """A part of the page with a heading of its own."""
    return f'<section class="{kind}"><h2>{escape(heading)}</h2>{_paragraphs(sentences)}</section>'


def _paragraphs(sentences: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in sentences)


def problems(heading: str, lines: Iterable[str]) -> str:
    """What is wrong, said at once by a screen reader."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return (
        f'<div class="bc-problems" role="alert"><p class="bc-note">{escape(heading)}</p>'
        f'<ul class="bc-list">{items}</ul></div>'
    )


def items(found: Iterable[Item], *, numbered: bool = False) -> str:
    """A list, numbered where the numbers stand on a chart."""
    tag = "ol" if numbered else "ul"
    lines = "".join(f"<li>{_item(item)}</li>" for item in found)
    return f'<{tag} class="bc-list">{lines}</{tag}>'


def _item(item: Item) -> str:
    name = f"<strong>{escape(item.name)}</strong> " if item.name else ""
    link = f" {_link(item.link)}" if item.link else ""
    return f"{name}{escape(item.text)}{link}"


def _link(link: Link) -> str:
    # Only the law's own addresses, which come from the rules; a link out opens beside the page,
    # so that what was typed is not lost.
    if not link.address.startswith(SAFE_START):
        return ""
    return (
        f'<a href="{escape(link.address)}" target="_blank" rel="noopener noreferrer" '
        f'aria-label="{escape(link.name)}">{escape(link.text)}</a>'
    )


def table(found: Table) -> str:
    """A table with a caption and headers that name their columns, rows and groups of rows."""
    kind = "bc-table bc-figures" if found.figures else "bc-table"
    wide = is_wide(found)
    headers = "".join(f'<th scope="col">{escape(text)}</th>' for text in found.headers)
    rows = "".join(_row(row, found.headers, named=wide) for row in found.rows)
    # A group is a body of its own, so that its heading is the header of its rows and no others.
    bodies = rows.replace('<tr class="bc-group">', '</tbody><tbody><tr class="bc-group">')
    return (
        f'<div class="bc-wrap"><table class="{kind}{" bc-wide" if wide else ""}">'
        f"<caption>{escape(found.caption)}</caption><thead><tr>{headers}</tr></thead>"
        f"<tbody>{bodies}</tbody></table></div>".replace("<tbody></tbody>", "")
    )


def is_wide(found: Table) -> bool:
    """Whether a phone has no room for the columns: there, each row is a small list instead."""
    return len(found.headers) >= (FEWEST_WIDE if found.figures else FEWEST_WIDE - 1)


def _row(row: Row, headers: Sequence[str], *, named: bool) -> str:
    """A row; where the table is wide, each cell carries the name of its column."""
    if row.kind == "group":
        return (
            f'<tr class="bc-group"><th scope="rowgroup" colspan="{len(headers)}">'
            f"{escape(row.header)}</th></tr>"
        )
    cells = [escape(cell) for cell in row.cells]
    if row.link is not None:
        cells.append(_link(row.link))
    cells += [""] * (len(headers) - 1 - len(cells))
    # A bare number says nothing where the headers of the columns are out of sight.
    bare = named and row.header[:1].isdigit()
    first = f' data-name="{escape(headers[0])}"' if bare else ""
    starts = [f'<td data-name="{escape(name)}">' if named else "<td>" for name in headers[1:]]
    return (
        f'<tr class="bc-{row.kind}"><th scope="row"{first}>{escape(row.header)}</th>'
        + "".join(f"{start}{cell}</td>" for start, cell in zip(starts, cells, strict=True))
        + "</tr>"
    )


def block(found: Block) -> str:
    """Any block of a document; a list's own heading is a third level."""
    if isinstance(found, Prose):
        return paragraphs(found.lines, "strong" if found.strong else "note")
    if isinstance(found, Table):
        return table(found)
    if isinstance(found, ToWrite):
        lines = "".join(f'<p class="bc-fill">{escape(label)}</p>' for label in found.labels)
        return f"<div>{lines}</div>"
    return _listing(found)


def _listing(found: Listing) -> str:
    heading = f"<h3>{escape(found.heading)}</h3>" if found.heading else ""
    listed = items(found.items)
    return f'{heading}<div class="bc-boxes">{listed}</div>' if found.boxes else heading + listed
