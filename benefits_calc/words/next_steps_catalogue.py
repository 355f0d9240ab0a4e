"""Words of tasks, reviews, reconciliation and help with money, by section and code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGE = "en"


@cache
def next_steps_catalogue(language: str = LANGUAGE) -> dict[str, Any]:
    """The catalogue of a language."""
    text = (files("benefits_calc.words") / f"next_steps_{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


def tell(section: str, code: str, /, **facts: str) -> str:
    """A phrase by section and code (a dot goes a step down), with its facts filled in.

    Raises:
        KeyError: where the catalogue has no such phrase, or a fact is missing.
    """
    found: Any = next_steps_catalogue()[section]
    for part in code.split("."):
        found = found[part]
    return str(found).format_map(facts)
