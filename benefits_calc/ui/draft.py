"""Answers as plain data on their way to a case: by path, incomplete, and checked on demand.

A path is written as the case's own messages write it: ``claimant.born``, ``children[2].born``;
places in a list count from 1. Nothing here knows the page.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from benefits_calc.analysis.checking import check as check_whole
from benefits_calc.case import Case, CaseError, Problem, build_case, parse_data
from benefits_calc.words.questions import REFUSED

Answers = dict[str, Any]

_STEP: Final = re.compile(r"([a-z_0-9]+)|\[(\d+)\]")
# An empty one says something: that nothing is paid, or that it is claimed with no figure given.
_KEPT_EMPTY: Final = ("benefits_now", "benefits_now.universal_credit", "partner", "job")


def steps_of(path: str) -> tuple[str | int, ...]:
    """The names and places (from 0) that a path goes through."""
    return tuple(
        name or int(place) - 1
        for name, place in ((found[1], found[2]) for found in _STEP.finditer(path))
    )


def value_at(answers: Mapping[str, Any], path: str) -> Any:
    """What stands at a path; None where nothing does."""
    found: Any = answers
    for step in steps_of(path):
        if isinstance(step, int):
            if not isinstance(found, list) or step >= len(found):
                return None
        elif not isinstance(found, Mapping) or step not in found:
            return None
        found = found[step]
    return found


def with_value(answers: Answers, path: str, value: Any) -> Answers:
    """A copy with a value at a path; None takes it away, and what it leaves empty with it."""
    changed = copy.deepcopy(answers)
    _place(changed, steps_of(path), value)
    return changed


def _place(held: Any, steps: tuple[str | int, ...], value: Any, above: str = "") -> None:
    step, *rest = steps
    here = f"{above}.{step}" if above and isinstance(step, str) else str(step)
    if not rest:
        if value is not None:
            _set(held, step, value)
        elif isinstance(held, list) and isinstance(step, int):
            del held[step : step + 1]
        else:
            held.pop(step, None)
        return
    inner = held[step] if _has(held, step) else None
    if not isinstance(inner, dict | list):
        if value is None:
            return
        inner = [] if isinstance(rest[0], int) else {}
        _set(held, step, inner)
    _place(inner, tuple(rest), value, here)
    if value is None and not inner and here not in _KEPT_EMPTY and isinstance(step, str):
        held.pop(step, None)


def _has(held: Any, step: str | int) -> bool:
    return step < len(held) if isinstance(step, int) else step in held


def _set(held: Any, step: str | int, value: Any) -> None:
    if isinstance(step, int) and step >= len(held):
        held.append(value)
    else:
        held[step] = value


def answers_of(case: Case) -> Answers:
    """A case's stated facts as plain data, lists as lists, so that they can be changed."""
    found: Answers = case.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return _with_lists(found)  # type: ignore[no-any-return]


def _with_lists(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _with_lists(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_with_lists(item) for item in value]
    return value


@dataclass(frozen=True)
class Checked:
    """Answers that were looked at as a whole.

    Attributes:
        case: The case; None while something is missing or wrong.
        problems: What is missing or wrong.
    """

    case: Case | None
    problems: tuple[Problem, ...] = ()

    @property
    def missing(self) -> tuple[Problem, ...]:
        """What was not answered yet."""
        return tuple(found for found in self.problems if found.value == "nothing")

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """What was answered and cannot be so."""
        return tuple(found for found in self.problems if found.value != "nothing")


def read_unfinished(content: bytes, today: date) -> Answers:
    """Answers from a file saved before everything was answered.

    Raises:
        CaseError: where something in it cannot be used, or it cannot be read.
    """
    data = parse_data(content)
    found = check(data, today)
    # What is refused has its own words on the page: it is no fault of the file.
    wrong = [problem for problem in found.wrong if REFUSED not in problem.message]
    if wrong or not isinstance(data, dict):
        raise CaseError(found.problems)
    return data


def check(answers: Answers, today: date) -> Checked:
    """The case that answers make, or everything that keeps them from being one.

    Args:
        answers: Plain data by name.
        today: The day to check at, where the answers have none of their own.
    """
    try:
        case = build_case(answers)
        check_whole(case if case.as_at is not None else case.at(today))
    except CaseError as error:
        return Checked(None, tuple(error.problems))
    return Checked(case)
