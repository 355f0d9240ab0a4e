"""The catalogue of words: labels, sentences and reasons by code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGE = "en"


@cache
def catalogue(language: str = LANGUAGE) -> dict[str, Any]:
    """The catalogue of a language."""
    text = (files("benefits_calc.words") / f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def label_of(line: str) -> str:
    """Name of a line of the results, or of a step of its working, in plain words.

    Raises:
        KeyError: where the catalogue has no such line.
    """
    words = catalogue()
    return str(words["lines"].get(line) or words["workings"][line])


def phrase(section: str, code: str, /, **facts: str) -> str:
    """A phrase by section and code, with its facts filled in.

    Raises:
        KeyError: where the catalogue has no such phrase, or a fact is missing.
    """
    found: Any = catalogue()[section]
    for part in code.split("."):
        found = found[part]
    return str(found).format_map(facts)
