"""Situations that the rules see and do not work out: refused, never answered with nothing."""

from __future__ import annotations

from collections.abc import Iterator

from benefits_calc.case import CaseError, Problem
from benefits_calc.case.problems import ADVISER, refused
from benefits_calc.engine.evaluate import Outcome


def refuse_what_is_not_worked_out(outcome: Outcome) -> None:
    """Stop where Universal Credit turns on rules that are not held.

    Raises:
        CaseError: naming the field, why, and where to go.
    """
    if not outcome.points.claims_universal_credit.any():
        return
    problems = [*_young(outcome), *_students(outcome)]
    if problems:
        raise CaseError(problems)


def _young(outcome: Outcome) -> Iterator[Problem]:
    if not outcome.unit("is_of_age_for_universal_credit").all():
        yield refused(
            "claimant.born",
            str(outcome.case.claimant.born),
            "under 18 Universal Credit can be had only in some situations",
            f"{ADVISER}, or a young people's advice service.",
        )


def _students(outcome: Outcome) -> Iterator[Problem]:
    people = {"claimant": 0, "partner": outcome.layout.partner}
    for field, place in people.items():
        if place is not None and outcome.person("is_barred_by_education", place).any():
            yield refused(
                f"{field}.student",
                "full time",
                "most full-time students cannot have Universal Credit, and the exception that "
                "would allow it is not shown by these facts",
                f"{ADVISER}, or the college's money adviser.",
            )
