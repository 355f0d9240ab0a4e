"""What is wrong with a case, in one clear line each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_LONGEST_VALUE = 60
ADVISER = "Ask Citizens Advice or a welfare rights adviser"
"""Where most people are sent."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a case.

    Attributes:
        field: Where, as a path such as ``job.hours_per_week``.
        value: What was given, as short text; "nothing" where nothing was.
        accepted: What may be given instead, or where to go.
        message: The whole line.
    """

    field: str
    value: str
    accepted: str
    message: str

    def __str__(self) -> str:
        return self.message


class CaseError(ValueError):
    """A case that cannot be used; its text is one line for each problem."""

    def __init__(self, problems: Sequence[Problem], source: str | None = None) -> None:
        self.problems = list(problems)
        self.source = source
        start = f"{shown(source)}: " if source else ""
        super().__init__("\n".join(f"{start}{problem.message}" for problem in self.problems))


def shown(value: object) -> str:
    """A value as short, printable text."""
    if isinstance(value, date):
        text = value.isoformat()
    elif isinstance(value, str) and value.isprintable():
        text = value or '""'
    else:
        text = json.dumps(value, default=str, ensure_ascii=True)
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 3]}..."


def not_accepted(field: str, value: object, accepted: str, reason: str = "") -> Problem:
    """A value that the field does not take."""
    because = f" because {reason}" if reason else ""
    given = shown(value)
    return Problem(field, given, accepted, f"{field}: {given} is not accepted{because}; {accepted}")


def not_given(field: str, accepted: str, reason: str = "") -> Problem:
    """A fact that is needed and missing."""
    because = f", but needed {reason}" if reason else ""
    return Problem(field, "nothing", accepted, f"{field}: nothing given{because}; {accepted}")


def refused(field: str, value: object, reason: str, instead: str) -> Problem:
    """A situation that is not worked out here, with where to go."""
    given = shown(value)
    return Problem(
        field, given, instead, f"{field}: {given} is not worked out here: {reason}. {instead}"
    )
