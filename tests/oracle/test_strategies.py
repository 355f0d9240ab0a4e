"""Random households: that they are worth comparing, and that the second reading is coherent."""

from decimal import Decimal

import pytest
from hypothesis import given

from tests.oracle import universal_credit as uc
from tests.oracle.households import Household
from tests.oracle.strategies import (
    Difference,
    compare,
    employments,
    households,
    oracle_result,
    random_employments,
    random_households,
)
from tests.oracle.wages import payslip

D = Decimal
ELEMENTS = (
    "standard_allowance",
    "child_elements",
    "disabled_child_additions",
    "lcw_element",
    "lcwra_element",
    "carer_element",
    "childcare_element",
    "housing_element",
    "transitional_element",
)


def test_the_same_seed_gives_the_same_households():
    assert random_households(20, seed=7) == random_households(20, seed=7)
    assert random_households(20, seed=7) != random_households(20, seed=8)
    assert random_employments(20, seed=7) == random_employments(20, seed=7)


def test_random_households_reach_every_part_of_the_award():
    results = [uc.universal_credit(one) for one in random_households(1500, seed=1)]
    for name in (
        *ELEMENTS,
        "cap_reduction",
        "tariff_income",
        "unearned_income",
        "deductions",
        "earnings_deduction",
    ):
        assert sum(result[name] > 0 for result in results) >= 10, name
    nil = sum(result["award"] == 0 for result in results)
    assert 50 < nil < 1000
    assert {result["work_allowance"] for result in results} == {
        D(0),
        D(411),
        D(684),
        D(427),
        D(710),
    }


@given(households())
def test_parts_of_the_award_add_up(household):
    result = uc.universal_credit(household)
    assert result["maximum"] == sum(result[name] for name in ELEMENTS)
    assert 0 <= result["award"] <= result["award_before_cap"] <= result["maximum"]
    assert result["award"] == result["award_before_cap"] - result["cap_reduction"]
    assert all(value == value.quantize(D("0.01")) for value in result.values())


@given(employments())
def test_a_payslip_adds_up(job):
    slip = payslip(job)
    taken = slip.pension_from_pay + slip.income_tax + slip.national_insurance + slip.student_loan
    assert slip.net == slip.gross - taken
    assert slip.uc_earned_income <= slip.gross
    assert slip.income_tax <= slip.gross / 2


def test_compare_names_what_differs():
    answer = oracle_result(Household())
    same = {name: float(value) for name, value in answer.items()}
    assert compare(same, answer) == []
    wrong = same | {"award": same["award"] + 0.01}
    assert compare(wrong, answer) == [Difference("award", same["award"] + 0.01, answer["award"])]
    assert compare({"award": float("nan")}, answer)[0].name == "award"
    with pytest.raises(KeyError, match="surprise"):
        compare({"surprise": 1.0}, answer)
