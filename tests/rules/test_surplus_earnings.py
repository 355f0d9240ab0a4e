"""Surplus earnings: a penny on both sides, and what moves the line (UC Regs 2013 reg 54A)."""

import pytest

from tests.rules.support import claimant, family, one

RENT = {"tenure": "social_rent", "rent_per_month": 450.0}
# LCWRA at the protected rate and rent of 450: 1,304.70 / 0.55 + 427 + 2,500.
LINE = 5299.18


def surplus(earned, **unit):
    who = claimant(
        work_capability="lcwra", health_element_rate="protected", uc_employed_earnings=earned
    )
    got = one(family(who, **RENT, **unit))
    return (
        round(float(got.unit("surplus_earnings_threshold")[0]), 2),
        round(float(got.unit("surplus_earnings")[0]), 2),
    )


@pytest.mark.parametrize(
    ("earned", "over"), [(0.0, 0.0), (LINE, 0.0), (LINE + 0.01, 0.01), (6000.0, 700.82)]
)
def test_only_what_is_over_the_line_is_surplus(earned, over):
    assert surplus(earned) == (LINE, over)


def test_savings_bring_the_line_down_by_what_they_take_from_the_award():
    # 4.35 a month for 6,000.01: (1,304.70 - 4.35) / 0.55 is 2,364.27.
    assert surplus(0.0, capital=6000.01)[0] == 2364.27 + 427 + 2500


def test_an_award_that_other_income_ends_leaves_the_allowance_and_the_amount_let_through():
    assert surplus(0.0, uc_unearned_income=2000.0)[0] == 427 + 2500
