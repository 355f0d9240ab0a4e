"""Situations that the rules see and do not work out: refused, never answered with nothing."""

from __future__ import annotations

from collections.abc import Iterator

from benefits_calc.case import Case, CaseError, Problem
from benefits_calc.case.problems import ADVISER, refused
from benefits_calc.engine.evaluate import Outcome


def refuse_what_is_not_worked_out(outcome: Outcome) -> None:
    """Stop where Universal Credit turns on rules that are not held.

    Raises:
        CaseError: naming the field, why, and where to go.
    """
    if not outcome.points.claims_universal_credit.any():
        return
    places = [0] if outcome.layout.partner is None else [0, outcome.layout.partner]
    refuse(
        outcome.case,
        of_age=bool(outcome.unit("is_of_age_for_universal_credit").all()),
        barred=[bool(outcome.person("is_barred_by_education", place).any()) for place in places],
    )


def refuse(case: Case, *, of_age: bool, barred: list[bool]) -> None:
    """Stop where nobody is of age, or the claimant or the partner is barred as a student.

    Raises:
        CaseError: naming the field, why, and where to go.
    """
    problems = [*_young(case, of_age=of_age), *_students(barred)]
    if problems:
        raise CaseError(problems)


def _young(case: Case, *, of_age: bool) -> Iterator[Problem]:
    if not of_age:
        yield refused(
            "claimant.born",
            str(case.claimant.born),
            "under 18 Universal Credit can be had only in some situations",
            f"{ADVISER}, or a young people's advice service.",
        )


def _students(barred: list[bool]) -> Iterator[Problem]:
    for field, is_barred in zip(("claimant", "partner"), barred, strict=False):
        if is_barred:
            yield refused(
                f"{field}.student",
                "full time",
                "most full-time students cannot have Universal Credit, and the exception that "
                "would allow it is not shown by these facts",
                f"{ADVISER}, or the college's money adviser.",
            )
