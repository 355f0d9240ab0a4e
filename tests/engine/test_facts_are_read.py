"""Facts that change the figures, found to have been left out or read wrongly before."""

from typing import Any

import pytest

from benefits_calc.case import CaseError
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


def test_costs_of_a_present_salaried_job_count_though_its_hours_are_not_given():
    held = {
        "pay": {"amount": 500, "per": "month"},
        "paid": "monthly",
        "costs": [{"kind": "travel", "amount": 12, "per": "week"}],
    }
    case = case_with(claimant__jobs=[held], job__replaces="all")
    assert money(compared(case).now, "work_costs") == 52
    assert lines_at(case, 16)["work_costs"] == 0


def test_rent_from_property_is_capital_when_it_comes_and_no_income():
    """Regulation 72(3) of the Universal Credit Regulations 2013: rental, interest, dividends."""
    for kind in ("rental", "interest"):
        income = [{"kind": kind, "amount": 100, "per": "month"}]
        found = now(claimant__other_income=income)
        assert found.workings["uc_unearned_income"] == 0
        assert money(found, "other_income") == 100


STUDENT: dict[str, Any] = {
    "full_time": True,
    "course_start": "2025-09",
    "course_end": "2028-06",
    "loan": {"amount": 9000, "per": "year"},
    "grant": {"amount": 0, "per": "year"},
    "capability_decided_before": False,
}


@pytest.mark.parametrize("dates", [("2023-09", "2026-06"), ("2027-01", "2029-06")])
def test_a_course_that_is_over_or_to_come_bars_nobody(dates: tuple[str, str]):
    with pytest.raises(CaseError, match=r"^claimant\.student: "):
        now(claimant__student=STUDENT)
    outside = {**STUDENT, "course_start": dates[0], "course_end": dates[1]}
    assert money(now(claimant__student=outside), "universal_credit") == 1304.70


def test_the_carer_supplement_is_left_out_where_the_case_says_that_it_is_not_paid():
    carer: dict[str, Any] = {"hours_per_week": 35, "carers_allowance": True}
    parts: dict[str, Any] = {"nation": "scotland", "job__tax_code": "S1257L"}
    paid = now(**parts, claimant__carer=carer)
    without = now(**parts, claimant__carer={**carer, "scottish_carer_supplement": False})
    assert money(paid, "scottish_carer_supplement") > 0
    assert money(without, "scottish_carer_supplement") == 0
    assert money(without, "carer_support_payment") == money(paid, "carer_support_payment") > 0


# --- other adults in the home --------------------------------------------------------------


def housing_benefit(*others: dict[str, Any]) -> float:
    """Housing Benefit of somebody on Universal Credit in supported housing at 200 a week."""
    home = {
        "tenure": "supported",
        "supported_kind": "exempt",
        "rent": {"amount": 200, "per": "week"},
        "council_tax": {"liable": False},
    }
    return money(now(home=home, others_in_home=list(others)), "housing_benefit")


def adult(weekly_pay: float, **parts: Any) -> dict[str, Any]:
    works = {"gross_earnings": {"amount": weekly_pay, "per": "week"}, "hours_per_week": 30}
    return {"born": "1980-01", "relation": "friend", **(works if weekly_pay else {}), **parts}


def test_a_couple_in_the_home_is_one_deduction_by_their_pay_together():
    """Regulation 74(3) and (4) of the Housing Benefit Regulations 2006."""
    alone_at_700 = housing_benefit(adult(700))
    assert alone_at_700 < housing_benefit(adult(350)) < housing_benefit()
    for couple in (
        (adult(350), adult(350, partner_of=1)),
        (adult(350, partner_of=2), adult(350)),
        (adult(350, partner_of=2), adult(350, partner_of=1)),
        (adult(0), adult(700, partner_of=1)),
    ):
        assert housing_benefit(*couple) == alone_at_700


def test_a_student_in_a_couple_does_not_hide_the_others_deduction():
    student = adult(0, student=True)
    assert housing_benefit(student, adult(700, partner_of=1)) == housing_benefit(adult(700))
    assert housing_benefit(student) == housing_benefit()
    on_credit = adult(0, benefits=["pension_credit"])
    assert housing_benefit(on_credit, adult(700, partner_of=1)) == housing_benefit()


# --- self-employment -----------------------------------------------------------------------


def test_fewer_hours_expected_of_a_trader_are_not_fewer_of_the_partner():
    """Regulation 62(3): a couple's floor is limited by both thresholds, the partner's at 35 hours.

    Stating the 35 hours that the law expects anyway changes nothing.
    """
    earner = {**PARTNER, "jobs": [{"hourly_pay": 13, "hours_per_week": 30, "paid": "monthly"}]}
    trade = {"profit": {"amount": 100, "per": "month"}, "gainful": True}
    parts: dict[str, Any] = {"partner": earner}
    left_out = {"born": "1991-06", "self_employment": trade}
    stated = {"born": "1991-06", "self_employment": {**trade, "expected_hours": 35}}
    usual = now(claimant=left_out, **parts).workings["uc_earned_income"]
    assert now(claimant=stated, **parts).workings["uc_earned_income"] == usual
    fewer = {"born": "1991-06", "self_employment": {**trade, "expected_hours": 20}}
    assert 0 < now(claimant=fewer, **parts).workings["uc_earned_income"] < usual
