"""A document as one HTML file: nothing in it is fetched from anywhere, and no text is markup."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

from benefits_calc.output import markup
from benefits_calc.words.records import Document, Section

# The page may load nothing: no script, no picture, no style but its own.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def document_html(found: Document) -> str:
    """The whole file, ready to open, print or read with a screen reader."""
    sections = "".join(_section(section) for section in found.sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(found.language)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(found.title)}</title><style>{_style()}</style></head>"
        f"<body><main><h1>{escape(found.title)}</h1>"
        f"{markup.paragraphs(found.intro)}{sections}</main>"
        f"<footer>{markup.paragraphs([found.footer], 'footer')}</footer></body></html>\n"
    )


@cache
def _style() -> str:
    return (files("benefits_calc.output") / "document.css").read_text(encoding="utf-8")


def _section(section: Section) -> str:
    blocks = "".join(markup.block(block) for block in section.blocks)
    return f"<section><h2>{escape(section.heading)}</h2>{blocks}</section>"
