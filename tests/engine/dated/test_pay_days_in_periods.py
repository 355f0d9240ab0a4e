"""Awards of periods with one pay day more: the published patterns, through the dated run.

Single, LCWRA at the protected rate, rent of 450, periods from the 8th, 20 hours at 12.71 on a
week-1 or month-1 code with a pension by net pay. Worked out beforehand: four-weekly pay leaves
999.68, and 459.81 in the period with two; weekly pay 999.43 with four and 864.40 with five.
"""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from benefits_calc.engine.dated.earnings import one_in_each
from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.months import simulate_months
from tests.engine.whole_cases import case_with

MAXIMUM = 1304.70
AWARDS = {
    ("four_weekly", 1): 999.68,
    ("four_weekly", 2): 459.81,
    ("weekly", 4): 999.43,
    ("weekly", 5): 864.40,
    ("monthly", 1): 954.70,
    ("monthly", 0): MAXIMUM,
    ("monthly", 2): 369.84,
}


def awards(**parts: Any) -> list[tuple[str, int, float]]:
    """First day, wages counted and award of each period from November 2026."""
    plain = {
        "as_at": "2026-11-01",
        "job__starts": "2026-11-02",
        "job__hours_per_week": 20,
        "job__tax_code": "1257L M1",
    }
    case = case_with(**{**plain, **parts})
    dated = simulate_months(
        case, scenarios_of(case, (20.0,)), dt.date(2026, 11, 1), dt.date(2027, 3, 31)
    )
    starts = [str(day) for day in dated.calendar.period_starts]
    found = []
    for place, start in enumerate(starts):
        if "2026-11-08" < start < "2027-03-01":
            packets = int(dated.manual.earnings_of(1).packets[place, 1].sum())
            found.append((start, packets, round(float(dated.manual.states.award[place, 1]), 2)))
    return found


@pytest.mark.parametrize(
    ("paid", "facts", "counts"),
    [
        # Wednesdays 9 December and 6 January are both in the period from 8 December.
        (
            "four_weekly",
            {"job__starts": "2026-10-12", "job__first_pay_date": "2026-11-11"},
            [2, 1, 1],
        ),
        # Fridays: 11, 18, 25 December, 1 January; 8 to 5 February; then four.
        ("weekly", {}, [4, 5, 4]),
        ("monthly", {"job__pay_day": 28}, [1, 1, 1]),
    ],
)
def test_awards_by_pay_days(paid: str, facts: dict[str, Any], counts: list[int]):
    found = awards(job__paid=paid, **facts)
    assert [count for _, count, _ in found] == counts
    assert [award for _, _, award in found] == [AWARDS[(paid, count)] for count in counts]


def test_a_wage_that_comes_early_is_counted_by_its_pay_day():
    # Due on Friday 8 January; the one of 8 November, a Sunday, comes on the 6th: each is counted
    # in the period that begins on its day.
    found = awards(job__pay_day=8, job__arrears_weeks=0, choices={"reallocate_double_pay": False})
    assert [award for _, _, award in found] == [954.70] * 3


@pytest.mark.parametrize(
    ("moved", "expected"), [(True, [954.70] * 3), (False, [369.84, 954.70, 1304.70])]
)
def test_two_monthly_wages_in_one_period(moved: bool, expected: list[float]):
    # The last working day, with periods from the last day of the month: 31 December and 29
    # January are in one, and none is in that of 28 February to 30 March.
    found = awards(
        job__pay_day="last_working_day",
        benefits_now={"universal_credit": {"assessment_period_starts_on": 31, "since": "2023-01"}},
        choices={"reallocate_double_pay": moved},
    )
    by_start = {start: award for start, _, award in found}
    assert [by_start[day] for day in ("2026-12-31", "2027-01-31", "2027-02-28")] == expected


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([0, 1, 2, 3], [0, 1, 2, 3]),
        ([0, 1, 1, 3], [0, 1, 2, 3]),  # the gap after
        ([0, 2, 2, 3], [0, 1, 2, 3]),  # the gap before
        ([0, 1, 1, 2, 4], [0, 1, 2, 3, 4]),  # a pattern that slips is shifted along
        ([0, 2, 3, 3, 4], [0, 1, 2, 3, 4]),
        ([0, 1, 1, 2, 3], [0, 1, 1, 2, 3]),  # no gap: two stay
        ([0, 0, 1, 2], [0, 0, 1, 2]),
        ([0, 2, 2, 4, 4, 6], [0, 2, 3, 4, 5, 6]),
        ([5], [5]),
        ([], []),
    ],
)
def test_one_wage_in_each_period(places: list[int], moved: list[int]):
    assert list(one_in_each(np.array(places, dtype=np.int64))) == moved
