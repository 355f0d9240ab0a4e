"""Paragraphs of plain text for a terminal."""

from __future__ import annotations

import textwrap

TEXT_WIDTH = 100


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
