"""The working of one point, step by step, for those who check it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benefits_calc.case import Case, CaseError
from benefits_calc.case.problems import not_given
from benefits_calc.engine.points import in_job, now
from benefits_calc.engine.workings import RateRead, Step, workings_of


@dataclass(frozen=True)
class Explanation:
    """The steps of one point.

    Attributes:
        hours_per_week: Hours in the job; None for things as they are.
        steps: Each before what is made from it.
    """

    hours_per_week: float | None
    steps: tuple[Step, ...]


def explain(case: Case, hours_per_week: float | None) -> Explanation:
    """Every step behind the figures at some hours, or as things are now.

    Raises:
        CaseError: where hours are asked for without a job, or a date or place is not held.
    """
    claims = case.universal_credit_claimed
    if hours_per_week is None:
        return Explanation(None, workings_of(case, now(claims_universal_credit=claims)))
    if case.job is None:
        raise CaseError([not_given("job", "give the job to explain, with its pay and hours")])
    point = in_job(np.array([hours_per_week]), claims_universal_credit=claims)
    return Explanation(hours_per_week, workings_of(case, point))


def rates_that_matter(step: Step) -> tuple[RateRead, ...]:
    """Of the rates a step read, the one it took where it took one as it stands."""
    taken = tuple(rate for rate in step.rates if rate.value == step.value)
    return taken[:1] or step.rates
