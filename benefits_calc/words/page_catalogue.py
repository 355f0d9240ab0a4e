"""The words of the page in the browser, by section and code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGE = "en"
# One file for each subject, each with sections of its own.
SUBJECTS = ("page", "plan")


@cache
def _catalogue(language: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for subject in SUBJECTS:
        file = files("benefits_calc.words") / f"{subject}_{language}.toml"
        sections = tomllib.loads(file.read_text(encoding="utf-8"))
        twice = found.keys() & sections.keys()
        if twice:
            message = f"sections in two files of words: {sorted(twice)}"
            raise ValueError(message)
        found |= sections
    return found


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
