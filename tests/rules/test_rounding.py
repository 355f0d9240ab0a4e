"""Rounding in float64 against exact arithmetic, for every penny to 6,000 pounds.

The exact figures are whole numbers of the smallest unit in play, so nothing is rounded twice.
"""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest

from benefits_calc.rules.rounding import (
    down_to_penny,
    down_to_pound,
    down_to_step,
    national_insurance_to_penny,
    to_penny,
    up_to_penny,
    up_to_step,
)
from tests.oracle.wages import LOAN_THRESHOLDS, NI_LIMITS, NI_RATES, pay_adjustment, round_ni
from tests.oracle.wages import income_tax as tax_by_code
from tests.rules.support import PAY_DATE, answer, employee

PENCE = np.arange(600_001)
POUNDS = PENCE / 100
# Rates by what they are of: pension, taper, childcare, spare rooms, deductions, a fifth, a week.
RATES = ["0.05", "0.055", "0.55", "0.63", "0.85", "0.14", "0.25", "0.15", "0.2", "0.08", "0.0185"]


def scaled(rate: str) -> int:
    """A rate in ten-thousandths."""
    return int(Decimal(rate) * 10_000)


def same(found, exact_pence):
    """Equal to the very float that the exact pennies make."""
    np.testing.assert_array_equal(found, exact_pence / 100)


@pytest.mark.parametrize("rate", RATES)
def test_share_of_every_penny(rate):
    share = PENCE * scaled(rate)
    product = float(rate) * POUNDS
    same(to_penny(product), (share + 5_000) // 10_000)
    same(down_to_penny(product), share // 10_000)
    same(up_to_penny(product), -(-share // 10_000))
    same(to_penny(POUNDS * float(rate)), (share + 5_000) // 10_000)


@pytest.mark.parametrize("rate", ["0.05", "0.55"])
def test_share_of_every_penny_in_decimals(rate):
    found = to_penny(float(rate) * POUNDS)
    factor, penny = Decimal(rate) / 100, Decimal("0.01")
    exact = [float((p * factor).quantize(penny, ROUND_HALF_UP)) for p in PENCE.tolist()]
    assert found.tolist() == exact


@pytest.mark.parametrize(
    ("times", "by"), [(52, 12), (26, 12), (13, 12), (48, 12), (1, 12), (12, 365)]
)
def test_conversion_of_every_penny(times, by):
    same(to_penny(POUNDS * (times / by)), (2 * PENCE * times + by) // (2 * by))
    same(to_penny(POUNDS * times / by), (2 * PENCE * times + by) // (2 * by))


def test_half_a_penny_goes_up_and_less_is_dropped():
    assert to_penny(np.array([0.005, 0.00499, 350.0035, 9.075, 874.896])).tolist() == [
        0.01,
        0.0,
        350.0,
        9.08,
        874.90,
    ]


@pytest.mark.parametrize("step", [0.1, 0.5])
def test_steps_from_every_penny(step):
    whole = int(step * 100)
    same(down_to_step(POUNDS, step), PENCE // whole * whole)
    np.testing.assert_allclose(
        up_to_step(POUNDS, step), -(-PENCE // whole) * whole / 100, atol=1e-9
    )


@pytest.mark.parametrize("category", sorted(NI_RATES))
@pytest.mark.parametrize("period", ["week", "month"])
def test_national_insurance_of_every_penny(period, category):
    threshold, limit = (100 * amount for amount in NI_LIMITS[period])
    main, upper = NI_RATES[category]
    between = np.maximum(np.minimum(PENCE, limit) - threshold, 0)
    above = np.maximum(PENCE - limit, 0)
    for pence, rate in ((between, main), (above, upper)):
        # Thousandths of a pound; then the third decimal.
        thousandths = pence * scaled(rate) // 1000
        exact = thousandths // 10 + (thousandths % 10 >= 6)
        same(national_insurance_to_penny(float(rate) * pence / 100), exact)


@pytest.mark.parametrize(
    ("amount", "due"), [("28.0459", 28.04), ("28.0460", 28.05), ("8.1650", 8.16), ("8.1660", 8.17)]
)
def test_third_decimal_of_national_insurance(amount, due):
    assert national_insurance_to_penny(np.array([float(amount)])).tolist() == [due]
    assert float(round_ni([Decimal(amount)])) == due


@pytest.mark.parametrize("year", LOAN_THRESHOLDS)
@pytest.mark.parametrize("periods", [12, 13, 26, 52])
def test_loan_repayment_of_every_penny(year, periods):
    for plan, threshold in LOAN_THRESHOLDS[year].items():
        percent = 6 if plan == "postgraduate" else 9
        over = np.maximum(PENCE - 100 * threshold // periods, 0)
        exact = percent * over // 10_000
        of_period = down_to_penny(np.array(threshold / periods))
        found = down_to_pound(percent / 100 * np.maximum(POUNDS - of_period, 0.0))
        np.testing.assert_array_equal(found, exact, plan)


@pytest.mark.parametrize("period", ["week", "two_weeks", "four_weeks", "month"])
def test_free_pay_of_every_code(period):
    numbers = [0, *range(1, 2_600), 4_999, 5_000, 5_001, 9_999]
    answers = answer(
        employee(0.0, pay_period=period, tax_code_number=float(number)) for number in numbers
    )
    exact = [float(pay_adjustment(number, period)) for number in numbers]
    np.testing.assert_allclose(
        answers.person("paye_free_pay_per_pay_period"), exact, rtol=0, atol=1e-9
    )


@pytest.mark.parametrize(("region", "code"), [("rest_of_uk", "0T"), ("scotland", "S0T")])
@pytest.mark.parametrize("period", ["week", "month"])
def test_tax_of_every_whole_pound(region, code, period):
    pounds = range(6_001)
    answers = answer(
        employee(float(pay), pay_period=period, tax_code_number=0.0, tax_code_region=region)
        for pay in pounds
    )
    exact = [float(tax_by_code(Decimal(pay), code, period, PAY_DATE)) for pay in pounds]
    assert answers.person("income_tax_per_pay_period").tolist() == exact
