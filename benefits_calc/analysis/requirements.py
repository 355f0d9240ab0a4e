"""What the Jobcentre may ask of the worker (Welfare Reform Act 2012 ss.19 to 22)."""

from __future__ import annotations

from benefits_calc.case import Case
from benefits_calc.engine.evaluate import Outcome, evaluate
from benefits_calc.engine.points import now

NONE, PREPARATION, ALL = "no_work_requirements", "preparation_group", "all_work_requirements"


def requirements(outcome: Outcome, row: int) -> str:
    """The worker's group at a row without the job: its pay changes no group here."""
    if bool(outcome.person("has_no_work_requirements", outcome.worker)[row]):
        return NONE
    if bool(outcome.person("is_in_all_requirements_group", outcome.worker)[row]):
        return ALL
    return PREPARATION


def requirements_now(case: Case) -> str:
    """The worker's group as things are.

    Raises:
        CaseError: where the case has no day, or one whose rates are not held.
    """
    return requirements(evaluate(case, now(claims_universal_credit=True)), 0)
