"""Redundancy pay is cash and savings, and never earnings of a week or of an assessment period."""

import datetime as dt

import numpy as np

from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.months import Dated, simulate_months
from tests.engine.whole_cases import case_with


def months(redundancy_pay: float) -> Dated:
    end = {
        "on": "2027-02-26",
        "kind": "job_ends",
        "holiday_pay": 90,
        "redundancy_pay": redundancy_pay,
    }
    case = case_with(
        as_at="2026-11-01",
        job__starts="2026-11-02",
        job__pay_day=28,
        job__hours_per_week=20,
        events=[end],
    )
    return simulate_months(
        case, scenarios_of(case, (20.0,)), dt.date(2026, 11, 1), dt.date(2027, 5, 31)
    )


def test_a_whole_first_month_is_a_month_of_weeks():
    # 20 hours at 12.71 from Monday 2 November: each week of it is 254.20 less its share of tax
    # and National Insurance, as in December and January (no tax yet; 4.28 a month of insurance).
    weeks = months(0).week_earnings.after_tax[:, 1, 0]
    steady = (1101.53 - 4.28) * 12 / 52
    assert np.allclose(weeks[weeks > 0][:13], steady)


def test_hours_of_a_week_are_the_same_in_long_and_short_months():
    weeks = months(0).week_earnings.hours[:, 1, 0]
    assert np.allclose(weeks[weeks > 0], 20)


def test_redundancy_pay_is_nobodys_earnings():
    without, with_pay = months(0), months(900)
    assert with_pay.payslips.count == without.payslips.count + 1
    for name in ("after_tax", "pension", "hours"):
        assert np.allclose(
            getattr(with_pay.week_earnings, name), getattr(without.week_earnings, name)
        )
    for name in ("counted", "usual_gross", "income_tax", "packets"):
        assert np.array_equal(
            getattr(with_pay.manual.earnings_of(1), name),
            getattr(without.manual.earnings_of(1), name),
        )
    assert float(with_pay.payslips.net.sum() - without.payslips.net.sum()) == 900
