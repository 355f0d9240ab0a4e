"""Armed Forces Independence Payment is attendance allowance for Universal Credit (reg 2)."""

from datetime import date

import pytest

from tests.rules.support import claimant, family, figure, one, other_adult

PAID = {"has_armed_forces_independence_payment": True}


@pytest.mark.parametrize(("facts", "barred"), [({}, True), (PAID, False)])
def test_assessment_gate_is_open_with_it(facts, barred):
    who = claimant(
        work_capability="awaiting_assessment",
        additional_pay_per_pay_period=900.0,
        **facts,
    )
    assert bool(one(family(who)).person("is_barred_from_first_assessment")[0]) is barred


@pytest.mark.parametrize(("facts", "taken"), [({}, 96.55), (PAID, 0.0)])
def test_no_contribution_of_another_adult_is_taken_from_its_holder(facts, taken):
    row = family(
        claimant(**facts),
        tenure="social_rent",
        rent_per_month=450.0,
        bedrooms=2.0,
        others=[other_adult()],
        assessment_period_start=date(2026, 11, 8),
    )
    assert 450.0 - one(row).unit("uc_housing_costs_element")[0] == pytest.approx(taken)


@pytest.mark.parametrize(("facts", "exempt"), [({}, False), (PAID, True)])
def test_it_frees_from_the_benefit_cap(facts, exempt):
    capped = figure(
        "benefit_cap_reduction",
        claimant(**facts),
        tenure="social_rent",
        rent_per_month=1500.0,
        bedrooms=1.0,
    )
    assert (capped == 0) is exempt
