"""Facts that change the figures, found to have been left out or read wrongly before."""

from typing import Any

import pytest

from tests.engine.whole_cases import case_with, compared, lines_at, money

PARTNER = {"born": "1990-03"}
CHILD = {"born": "2019-06"}
STATEMENT = {"assessment_period_starts_on": 8, "since": "2023-01"}


def now(**parts: Any):
    return compared(case_with(**parts)).now


# --- home ----------------------------------------------------------------------------------


def test_charges_in_a_weekly_rent_fall_in_the_weeks_it_is_charged():
    """100 a week with 20 of it ineligible, in 48 weeks of the year: 80 x 48 / 12 is 320."""
    rent = {"amount": 100, "per": "week", "weeks_charged": 48}
    found = now(home__rent=rent, home__ineligible_charges={"amount": 20, "per": "week"})
    assert money(found, "rent") == 400
    assert found.workings["uc_housing_costs_element"] == 320


def test_an_approved_foster_carer_has_one_bedroom_more():
    """Two bedrooms for one person: 14 per cent of 450 is 63, and nothing for a foster carer."""
    plain = now(home__bedrooms=2).workings["uc_housing_costs_element"]
    foster = now(home__bedrooms=2, claimant__foster_carer=True)
    assert (plain, foster.workings["uc_housing_costs_element"]) == (387, 450)


# --- childcare -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("care", "a_month"),
    [
        ({"amount": 200, "per": "fortnight", "weeks_per_year": 39}, 325.00),
        ({"amount": 520, "per": "month", "weeks_per_year": 13}, 130.00),
        (
            {
                "amount": 50,
                "per": "week",
                "weeks_per_year": 39,
                "holiday": {"amount": 400, "per": "four_weeks", "weeks_per_year": 12},
            },
            262.50,
        ),
    ],
)
def test_childcare_in_some_weeks_of_the_year_by_any_period(care: Any, a_month: float):
    case = case_with(children=[{**CHILD, "childcare": care}])
    assert lines_at(case, 16)["childcare"] == a_month


# --- benefits in payment -------------------------------------------------------------------

LARGE_FAMILY: dict[str, Any] = {
    "claimant": {"born": "1991-06"},
    "partner": PARTNER,
    "children": [{"born": "2019-06"}, {"born": "2021-06"}, {"born": "2023-06"}],
    "home__rent": {"amount": 1500, "per": "month"},
    "home__bedrooms": 3,
}


@pytest.mark.parametrize(
    "paid",
    [
        {"claimant": {"born": "1991-06", "industrial_injuries": True}},
        {"benefits_now__industrial_injuries": {"amount": 10, "per": "week"}},
        {"benefits_now__war_pension": {"amount": 10, "per": "week", "who": "partner"}},
        {"benefits_now__armed_forces_independence_payment": {"amount": 155, "per": "week"}},
        {
            "partner": {
                **PARTNER,
                "other_income": [{"kind": "war_pension", "amount": 10, "per": "week"}],
            }
        },
    ],
)
def test_an_award_that_lifts_the_cap_may_be_shown_by_its_amount(paid: Any):
    """Regulation 83(1): the benefit cap does not apply while such an award is paid."""
    assert now(**LARGE_FAMILY).workings["benefit_cap_reduction"] > 0
    assert now(**{**LARGE_FAMILY, **paid}).workings["benefit_cap_reduction"] == 0


@pytest.mark.parametrize(
    "line", ["armed_forces_independence_payment", "discretionary_housing_payment"]
)
def test_a_payment_known_only_from_its_letter_is_money_coming_in(line: str):
    paid = {f"benefits_now__{line}": {"amount": 30, "per": "week"}}
    plain, found = now(), now(**paid)
    assert money(found, "other_income") == 130
    assert money(found, "universal_credit") == money(plain, "universal_credit")


@pytest.mark.parametrize("line", ["child_benefit", "scottish_child_payment"])
def test_a_benefit_stated_as_nothing_is_not_in_payment(line: str):
    family = {"children": [CHILD], "nation": "scotland", "job__tax_code": "S1257L"}
    paid = {f"benefits_now__{line}": {"amount": 0, "per": "week"}}
    assert money(now(**family, **paid), line) == 0


def test_nothing_is_paid_means_no_help_from_the_council_either():
    home = {
        "tenure": "supported",
        "supported_kind": "exempt",
        "rent": {"amount": 200, "per": "week"},
        "council_tax": {"liable": True, "band": "B"},
    }
    parts = {"home": home, "region": None, "council": "merton", "claims_universal_credit": False}
    found = compared(case_with(**parts, benefits_now={}))
    assert money(found.now, "housing_benefit") == 0
    assert money(found.now, "council_tax_reduction") == 0
    could = {item.line for item in found.could_claim_now}
    assert {"housing_benefit", "council_tax_reduction"} <= could


# --- other facts ---------------------------------------------------------------------------


def test_a_carers_costs_of_care_while_at_work_are_a_cost_of_work():
    carer = {"hours_per_week": 35, "care_costs": {"amount": 15, "per": "week"}}
    parts = {"claimant__carer": carer}
    assert money(now(**parts), "work_costs") == 0
    assert lines_at(case_with(**parts), 16)["work_costs"] == 65


def test_rent_from_property_is_capital_when_it_comes_and_no_income():
    """Regulation 72(3) of the Universal Credit Regulations 2013: rental, interest, dividends."""
    for kind in ("rental", "interest"):
        income = [{"kind": kind, "amount": 100, "per": "month"}]
        found = now(claimant__other_income=income)
        assert found.workings["uc_unearned_income"] == 0
        assert money(found, "other_income") == 100
