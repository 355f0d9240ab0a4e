"""Row headers in the tables of a tagged PDF.

The typesetter marks the header cells of columns; its function for the first cell of a row is behind
a switch that its Python package does not have. The file it writes is plain (no packed objects), so
the changed cells are added at its end, as ISO 32000-1 section 7.5.6 lets a program add to a file:
what stands in it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

Objects = dict[int, bytes]

START: Final = re.compile(rb"startxref\n(\d+)\n%%EOF\s*$")
PLACES: Final = re.compile(rb"xref\n0 \d+\n((?:\d{10} \d{5} [nf]\r\n)+)")
PLACE: Final = re.compile(rb"(\d{10}) \d{5} [nf]\r\n")
TRAILER: Final = re.compile(rb"trailer\n(<<.*>>)\nstartxref", re.DOTALL)
OBJECT: Final = re.compile(rb"(\d+) 0 obj\n(<</Type/Struct.*?>>)\nendobj", re.DOTALL)
CHILDREN: Final = re.compile(rb"/K\[((?:\d+ 0 R ?)+)\]")
REFERENCE: Final = re.compile(rb"(\d+) 0 R")


def with_row_headers(pdf: bytes) -> bytes:
    """The PDF, with the first cell of each row a header cell that the row's other cells name.

    A file that is not written as expected comes back as it was.
    """
    start = START.search(pdf)
    trailer = TRAILER.search(pdf)
    places = PLACES.match(pdf, int(start[1])) if start else None
    if start is None or trailer is None or places is None:
        return pdf
    held = dict(_structure(pdf, [int(place) for place in PLACE.findall(places[1])]))
    changed = _changed(held)
    return pdf + _addition(len(pdf), changed, trailer[1], start[1]) if changed else pdf


def _structure(pdf: bytes, places: list[int]) -> Iterator[tuple[int, bytes]]:
    """The objects of the tree of tags, by number."""
    for number, place in enumerate(places):
        found = OBJECT.match(pdf, place)
        if found and int(found[1]) == number:
            yield number, found[2]


def _changed(held: Objects) -> Objects:
    """The cells that change, and the list of names that leads to them."""
    changed: Objects = {}
    names: list[bytes] = []
    for row in (found for found in held.values() if b"/S/TR/" in found):
        cells = _cells(row)
        if cells and all(b"/S/TD/" in held.get(cell, b"") for cell in cells):
            name = b"(R%06d)" % cells[0]
            names.append(b"%s%d 0 R" % (name, cells[0]))
            changed[cells[0]] = (
                held[cells[0]]
                .replace(b"/S/TD/", b"/S/TH/ID%s/" % name, 1)
                .replace(b"/O/Table", b"/O/Table/Scope/Row", 1)
            )
            for cell in cells[1:]:
                changed[cell] = re.sub(
                    rb"(/Headers\[[^\]]*)\]", rb"\1%s]" % name, held[cell], count=1
                )
    root = next((n for n, found in held.items() if b"/Type/StructTreeRoot" in found), None)
    if root is None or b"/IDTree<</Names[(U" not in held[root]:
        return {}
    # Names stand in order: all that the typesetter gives begin with a U, and come after these.
    changed[root] = held[root].replace(
        b"/IDTree<</Names[", b"/IDTree<</Names[" + b"".join(sorted(names)), 1
    )
    return changed


def _cells(row: bytes) -> list[int]:
    children = CHILDREN.search(row)
    return [int(found) for found in REFERENCE.findall(children[1])] if children else []


def _addition(at: int, changed: Objects, trailer: bytes, previous: bytes) -> bytes:
    """Changed objects, where they are, and where the earlier list of places is."""
    body = b"\n"
    listed = b""
    for number, found in sorted(changed.items()):
        listed += b"%d 1\n%010d 00000 n\r\n" % (number, at + len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, found)
    end = trailer.removesuffix(b">>") + b"/Prev %s>>" % previous
    return body + b"xref\n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (listed, end, at + len(body))
