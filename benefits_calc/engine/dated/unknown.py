"""Lines that no dated figure holds: the same, with the same reasons, as in a comparison."""

from __future__ import annotations

import numpy as np

from benefits_calc.case import Case
from benefits_calc.engine.dated.scenario import Scenario
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job, now, together
from benefits_calc.engine.results import Unknown, paid_now, unknown_lines

REDUCTION = "council_tax_reduction"


def unknown_by_the_facts(case: Case, scenarios: tuple[Scenario, ...]) -> tuple[Unknown, ...]:
    """What the facts call for and the rules cannot fill now, or at the hours of a scenario."""
    claims = case.universal_credit_claimed
    hours = [item.hours_per_week or 0.0 for item in scenarios if item.takes_job]
    points = now(claims_universal_credit=claims)
    if hours:
        points = together(points, in_job(np.array(hours), claims_universal_credit=claims))
    return unknown_lines(evaluate(case, points))


def unknown_in(
    case: Case, by_the_facts: tuple[Unknown, ...], *, reduction_known: bool
) -> tuple[Unknown, ...]:
    """The same, with a reduction that is not worked out in some week of the run."""
    if by_the_facts or reduction_known:
        return by_the_facts
    reason = "council_not_given" if case.council is None else "council_not_held"
    return (Unknown(REDUCTION, reason, paid_now(case, REDUCTION)),)
