"""A document as a tagged PDF (PDF/UA-1): title, language, headings, lists and header cells.

The words go to the typesetter as data and never as its markup.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from benefits_calc.output.markup import SAFE_START
from benefits_calc.output.pdf_row_headers import with_row_headers
from benefits_calc.words.records import (
    Block,
    Document,
    Item,
    Link,
    Listing,
    Prose,
    Row,
    Section,
    Table,
    ToWrite,
)


def document_pdf(found: Document) -> bytes:
    """The PDF's bytes.

    Raises:
        ModuleNotFoundError: where the typesetter is not installed (extra `pdf`).
    """
    import typst  # noqa: PLC0415 - large, and asked for only when a PDF is

    template = (files("benefits_calc.output") / "document.typ").read_bytes()
    data = json.dumps(_document(found), ensure_ascii=False)
    made = typst.compile(
        template,
        format="pdf",
        sys_inputs={"document": data},
        ignore_system_fonts=True,
        pdf_standards="ua-1",
    )
    if not isinstance(made, bytes):  # pragma: no cover - one file is asked for
        raise TypeError("one PDF was expected")
    return with_row_headers(made)


def _document(found: Document) -> dict[str, Any]:
    return {
        "title": found.title,
        "language": found.language.partition("-")[0],
        "region": found.language.partition("-")[2],
        "intro": found.intro,
        "sections": [_section(section) for section in found.sections],
        "footer": found.footer,
    }


def _section(section: Section) -> dict[str, Any]:
    return {"heading": section.heading, "blocks": [_block(block) for block in section.blocks]}


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Prose):
        return {"kind": "prose", "lines": block.lines, "strong": block.strong}
    if isinstance(block, Listing):
        return {
            "kind": "list",
            "heading": block.heading,
            "boxes": block.boxes,
            "items": [_item(item) for item in block.items],
        }
    if isinstance(block, ToWrite):
        return {"kind": "fill", "labels": block.labels}
    return _table(block)


def _item(item: Item) -> dict[str, Any]:
    return {"name": item.name, "text": item.text, "link": _link(item.link)}


def _link(link: Link | None) -> dict[str, str] | None:
    if link is None or not link.address.startswith(SAFE_START):
        return None
    return {"text": link.text, "address": link.address, "name": link.name}


def _table(table: Table) -> dict[str, Any]:
    width = len(table.headers)
    return {
        "kind": "table",
        "caption": table.caption,
        "figures": table.figures,
        "headers": table.headers,
        "rows": [_row(row, width) for row in table.rows],
    }


def _row(row: Row, width: int) -> dict[str, Any]:
    cells: list[dict[str, Any]] = [{"text": cell, "link": None} for cell in row.cells]
    if row.link is not None:
        cells.append({"text": "", "link": _link(row.link)})
    cells += [{"text": "", "link": None}] * (width - 1 - len(cells))
    return {"header": row.header, "kind": row.kind, "cells": cells}
