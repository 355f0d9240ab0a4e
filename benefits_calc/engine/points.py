"""Points of a comparison: rows of the arrays, each one way things could be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class PayDays(IntEnum):
    """How many pay days fall in the assessment period that a row is for.

    `average` shares the year's pay days over twelve months. Real periods hold the fewest or the
    most that the pay cycle allows: four or five weekly pays, two or three fortnightly, one or two
    four-weekly. Pay by the month comes once in each.
    """

    average = 0
    fewest = 1
    most = 2


@dataclass(frozen=True)
class Points:
    """Rows to work out for one case.

    Attributes:
        hours_per_week: Hours in the job thought about (0 where it is not taken).
        job_taken: Whether the job is chosen. At 0 hours a replaced job is gone all the same.
        extra_pay_per_pay_period: Pay added to (or taken from) the job's, pounds a pay period.
        claims_universal_credit: Whether Universal Credit is claimed.
        claims_everything: Whether everything the facts allow is claimed, to see what is not.
        pay_days: Which assessment period: a value of `PayDays`.
        certified: Whether the claimant and the partner are taken as certified severely mentally
            impaired for council tax, to see what that would save.
    """

    hours_per_week: NDArray[np.float64]
    job_taken: NDArray[np.bool_]
    extra_pay_per_pay_period: NDArray[np.float64]
    claims_universal_credit: NDArray[np.bool_]
    claims_everything: NDArray[np.bool_]
    pay_days: NDArray[np.int8]
    certified: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self.hours_per_week)


def now(
    *,
    claims_universal_credit: bool,
    claims_everything: bool = False,
    pay_days: PayDays = PayDays.average,
    certified: bool = False,
) -> Points:
    """One row: things as they are, with the present jobs."""
    return Points(
        np.zeros(1),
        np.zeros(1, dtype=bool),
        np.zeros(1),
        np.array([claims_universal_credit]),
        np.array([claims_everything]),
        np.full(1, pay_days, dtype=np.int8),
        np.array([certified]),
    )


def in_job(
    hours_per_week: NDArray[np.float64],
    *,
    claims_universal_credit: bool,
    extra_pay_per_pay_period: NDArray[np.float64] | float = 0.0,
    pay_days: NDArray[np.int8] | PayDays = PayDays.average,
) -> Points:
    """One row for each number of hours in the job."""
    hours = np.asarray(hours_per_week, dtype=np.float64)
    return Points(
        hours,
        np.ones(len(hours), dtype=bool),
        np.broadcast_to(np.asarray(extra_pay_per_pay_period, dtype=np.float64), hours.shape),
        np.full(len(hours), claims_universal_credit),
        np.zeros(len(hours), dtype=bool),
        np.broadcast_to(np.asarray(pay_days, dtype=np.int8), hours.shape),
        np.zeros(len(hours), dtype=bool),
    )


def together(*parts: Points) -> Points:
    """Rows of several parts, one after another."""
    return Points(
        np.concatenate([part.hours_per_week for part in parts]),
        np.concatenate([part.job_taken for part in parts]),
        np.concatenate([part.extra_pay_per_pay_period for part in parts]),
        np.concatenate([part.claims_universal_credit for part in parts]),
        np.concatenate([part.claims_everything for part in parts]),
        np.concatenate([part.pay_days for part in parts]),
        np.concatenate([part.certified for part in parts]),
    )
