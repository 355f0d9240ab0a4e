"""Words of tasks, reviews, reconciliation and help with money, by section and code."""

from __future__ import annotations

from benefits_calc.words.page_catalogue import say


def tell(section: str, code: str, /, **facts: str) -> str:
    """A phrase by section and code (a dot goes a step down), with its facts filled in.

    Raises:
        KeyError: where the catalogue has no such phrase, or a fact is missing.
    """
    *groups, last = code.split(".")
    return say(".".join([section, *groups]), last, **facts)
