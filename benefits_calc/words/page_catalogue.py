"""The words of the page in the browser, by section and code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGE = "en"


@cache
def _catalogue(language: str) -> dict[str, Any]:
    """Everything in `<subject>_<language>.toml`, one file for each subject, as one.

    Raises:
        ValueError: where two files have a section of the same name.
    """
    found: dict[str, Any] = {}
    for file in sorted(files("benefits_calc.words").iterdir(), key=lambda file: file.name):
        if not file.name.endswith(f"_{language}.toml"):
            continue
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        twice = found.keys() & words.keys()
        if twice:
            raise ValueError(f"sections in two files of words: {sorted(twice)}")
        found |= words
    return found


def sections() -> tuple[str, ...]:
    """The names of every section."""
    return tuple(_catalogue(LANGUAGE))


def section(name: str, /) -> dict[str, Any]:
    """A section of the catalogue; a dot goes to a section inside it.

    Raises:
        KeyError: where there is none.
    """
    found: Any = _catalogue(LANGUAGE)
    for part in name.split("."):
        found = found[part]
    return dict(found)


def say(name: str, code: str, /, **facts: str) -> str:
    """A phrase, with its facts filled in.

    Raises:
        KeyError: where there is no such phrase, or a fact is missing.
    """
    return str(section(name)[code]).format_map(facts)


def joined(names: list[str]) -> str:
    """Names as a list in words: "a, b and c"."""
    if len(names) < 2:  # noqa: PLR2004  (one name needs no "and")
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
