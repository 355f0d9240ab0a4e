"""Childcare in dated months: only that of the days of the job is for a period (UC Regs reg 33)."""

from datetime import date
from typing import Any

import pytest

from benefits_calc.analysis.timeline import timeline
from tests.engine.dated_cases import p1

# 35 a week for a child of six; periods from the 8th. The share met is 85 per cent (reg 34).
CHILDREN = [{"born": "2020-05", "childcare": {"amount": 35, "per": "week"}}]
PAID = {"child_benefit": {"amount": 27.05, "per": "week"}}
A_MONTH = 35 * 52 / 12 * 0.85


def met(**changes: Any) -> dict[date, float]:
    """By first day of a period, what childcare adds to the maximum amount."""
    case = p1(children=CHILDREN, benefits_now=PAID, home={"bedrooms": 2}, **{"job": {}, **changes})
    found = timeline(case, months=5)
    pairs = zip(found.lines[0].periods, found.as_you_are.periods, strict=True)
    return {with_job.starts: with_job.maximum - without.maximum for with_job, without in pairs}


@pytest.mark.parametrize(
    ("starts", "days"),
    [
        ("2026-11-07", 1),  # the last day of the period of 31 days from 8 October
        ("2026-11-02", 6),
        ("2026-10-09", 30),
        ("2026-10-08", 31),
    ],
)
def test_the_first_period_has_the_childcare_of_its_days_of_work(starts: str, days: int):
    found = met(job={"starts": starts})
    assert found[date(2026, 10, 8)] == pytest.approx(A_MONTH * days / 31, abs=0.02)
    assert found[date(2026, 11, 8)] == pytest.approx(A_MONTH, abs=0.02)


def test_the_last_period_has_the_childcare_of_its_days_of_work():
    found = met(events=[{"on": "2027-01-17", "kind": "job_ends"}])
    assert found[date(2027, 1, 8)] == pytest.approx(A_MONTH * 10 / 31, abs=0.02)
    assert found[date(2027, 2, 8)] == 0
