"""The rows of a comparison: which way of things stands where in its one run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.points import PayDays, Points, in_job, now, together

Floats = NDArray[np.float64]
MONTHLY = "monthly"


@dataclass(frozen=True)
class Rows:
    """Places in the run of a comparison.

    Attributes:
        points: What is worked out, row by row.
        shown: First row of the hours shown.
        twins: First row of the same with a pound more.
        count: How many hours are shown.
        now_by_period: Row of things as they are, by kind of assessment period.
        shown_by_period: First row of the hours shown, by kind of assessment period.
        grid: Rows of the search for lines, by kind of assessment period; empty without a search.
    """

    points: Points
    shown: int
    twins: int
    count: int
    now_by_period: dict[PayDays, int]
    shown_by_period: dict[PayDays, int]
    grid: dict[PayDays, slice]

    NOW = 0
    NOW_EVERYTHING_CLAIMED = 1
    NOW_CERTIFIED = 2


def has_uneven_pay_days(case: Case) -> bool:
    """Whether some assessment periods hold more pay days than others."""
    people = [case.claimant] + ([case.partner] if case.partner else [])
    jobs = [job for person in people for job in person.jobs] + ([case.job] if case.job else [])
    return any(job.paid != MONTHLY for job in jobs)


def rows_of(case: Case, shown: Floats, grid: Floats, extra_pay: float) -> Rows:
    """Lay out the rows of a comparison.

    Args:
        case: The case, with a job.
        shown: Hours to show.
        grid: Hours at which the search for lines begins; empty for no search.
        extra_pay: The next pound, pounds a pay period.
    """
    claims = case.universal_credit_claimed
    parts: list[Points] = []

    def add(part: Points) -> int:
        parts.append(part)
        return sum(earlier.count for earlier in parts[:-1])

    def hours(which: Floats, pay_days: PayDays, extra: float = 0.0) -> int:
        return add(
            in_job(
                which,
                claims_universal_credit=claims,
                extra_pay_per_pay_period=extra,
                pay_days=pay_days,
            )
        )

    average = PayDays.average
    add(now(claims_universal_credit=claims))
    add(now(claims_universal_credit=True, claims_everything=True))
    add(now(claims_universal_credit=claims, certified=True))
    first, twins = hours(shown, average), hours(shown, average, extra_pay)
    grids = {average: hours(grid, average)}
    now_rows = dict.fromkeys(PayDays, Rows.NOW)
    shown_rows = dict.fromkeys(PayDays, first)
    if has_uneven_pay_days(case):
        for which in (PayDays.fewest, PayDays.most):
            now_rows[which] = add(now(claims_universal_credit=claims, pay_days=which))
            shown_rows[which] = hours(shown, which)
        grids[PayDays.most] = hours(grid, PayDays.most)
    return Rows(
        points=together(*parts),
        shown=first,
        twins=twins,
        count=len(shown),
        now_by_period=now_rows,
        shown_by_period=shown_rows,
        grid={which: slice(start, start + len(grid)) for which, start in grids.items()},
    )
