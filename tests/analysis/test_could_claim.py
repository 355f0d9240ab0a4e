"""What the facts say a person could have now and does not claim."""

from typing import Any

import pytest

from benefits_calc.analysis.could_claim import SEVERE_MENTAL_IMPAIRMENT, CouldClaim
from benefits_calc.words.sentences import could_claim_sentence
from tests.engine.whole_cases import case_with, compared, money

PIP = {"claimant__pip": {"daily_living": "standard"}}
# Kingston upon Thames, whose scheme is worked out; band B, all council tax help turned down.
HOME: dict[str, Any] = {
    "region": None,
    "council": "kingston_upon_thames",
    "home__council_tax": {"liable": True, "band": "B"},
}
NO_REDUCTION = {"benefits_now__council_tax_reduction": {"amount": 0, "per": "week"}}
OTHER_ADULT = {"others_in_home": [{"born": "1980-01", "relation": "friend"}]}


def could(**parts: Any) -> dict[str, CouldClaim]:
    return {item.line: item for item in compared(case_with(**parts), 16).could_claim_now}


def bill(**parts: Any) -> float:
    return money(compared(case_with(**parts), 16).now, "council_tax")


# --- severe mental impairment (LGFA 1992 Sch 1 para 2) -----------------------------------------


def test_somebody_who_lives_alone_would_pay_nothing():
    found = could(**HOME, **NO_REDUCTION, **PIP)[SEVERE_MENTAL_IMPAIRMENT]
    assert found.per_month == bill(**HOME, **NO_REDUCTION, **PIP) > 0
    assert found.certainty == "council"


def test_with_one_other_adult_a_quarter_of_the_bill():
    facts = {**HOME, **NO_REDUCTION, **PIP, **OTHER_ADULT}
    found = could(**facts)[SEVERE_MENTAL_IMPAIRMENT]
    assert found.per_month == pytest.approx(bill(**facts) / 4, abs=0.01)


def test_what_reduction_already_meets_is_not_saved_twice():
    """At nothing earned the scheme meets the whole bill: a certificate saves nothing yet."""
    found = could(**HOME, **PIP)[SEVERE_MENTAL_IMPAIRMENT]
    assert found.per_month == 0
    assert "goes on if that reduction falls in work" in could_claim_sentence(found)


def test_a_bill_that_is_given_and_would_be_saved_whole():
    given = {"home__council_tax": {"liable": True, "bill": {"amount": 1200, "per": "year"}}}
    facts = {**HOME, **NO_REDUCTION, **PIP, **given}
    assert could(**facts)[SEVERE_MENTAL_IMPAIRMENT].per_month == 100
    other = could(**facts, **OTHER_ADULT)[SEVERE_MENTAL_IMPAIRMENT]
    assert other.per_month is None


def test_where_the_bill_is_not_known_no_amount_is_said():
    unknown = {"home__council_tax": {"liable": "unknown"}}
    assert could(**PIP, **unknown)[SEVERE_MENTAL_IMPAIRMENT].per_month is None


@pytest.mark.parametrize(
    "parts",
    [
        {"claimant__severe_mental_impairment_certified": True},
        {
            "claimant__work_capability": "none",
            "claimant__pip": None,
            "claimant__health_element": None,
        },
        {"home__council_tax": {"liable": False}},
        {"home__council_tax": {"liable": True, "band": "B", "exempt": "other"}},
    ],
)
def test_nobody_is_told_of_it_for_whom_it_cannot_help(parts: dict[str, Any]):
    facts = {**HOME, **NO_REDUCTION, **PIP, **parts}
    assert SEVERE_MENTAL_IMPAIRMENT not in could(**facts)


def test_now_is_as_it_was_before_a_certificate():
    facts = {**HOME, **NO_REDUCTION, **PIP}
    now = compared(case_with(**facts), 0)
    assert now.now.left_over_per_month == now.points[0].left_over_per_month


# --- disability and carers' benefits -----------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ({}, "pip"),
        ({"nation": "scotland"}, "adult_disability_payment"),
        ({"claimant__work_capability": "awaiting_assessment"}, "pip"),
        ({"claimant__new_style_esa": {"group": "support"}}, "pip"),
    ],
)
def test_a_disability_benefit_may_be_open_with_a_health_finding(parts: dict[str, Any], line: str):
    found = could(**parts)[line]
    assert (found.per_month, found.certainty) == (None, "dwp_decision")


def test_it_is_said_of_the_one_whom_the_finding_is_of():
    well = {"born": "1990-01"}
    assert could()["pip"].who == ("claimant",)
    assert "open to you. Nobody" in could_claim_sentence(could()["pip"])
    ill = well | {"work_capability": "lcw"}
    assert could(partner=well)["pip"].who == ("claimant",)
    assert could(partner=ill)["pip"].who == ("claimant", "partner")
    assert "open to you or your partner. Nobody" in could_claim_sentence(could(partner=ill)["pip"])


@pytest.mark.parametrize(
    "parts",
    [
        PIP,
        {"claimant__work_capability": "none", "claimant__health_element": None},
        {"claimant__pending": [{"benefit": "pip", "stage": "claim"}]},
        {"claimant__dla": {"care": "lowest"}},
        {"claimant__attendance_allowance": "lower"},
        {"claimant__armed_forces_independence_payment": True},
    ],
)
def test_no_disability_benefit_is_suggested_that_is_there_or_asked_for(parts: dict[str, Any]):
    assert "pip" not in could(**parts)


def test_a_carers_benefit_may_be_open_from_35_hours():
    def caring(hours: float, **facts: Any) -> dict[str, Any]:
        return {"claimant__carer": {"hours_per_week": hours, **facts}}

    assert could(**caring(35))["carers_allowance"].per_month is None
    assert "carers_allowance" not in could(**caring(34.99))
    assert "carers_allowance" not in could(**caring(35, carers_allowance=True))
    assert "carers_allowance" not in could(**caring(35, paid_for_it=True))
    assert "carer_support_payment" in could(nation="scotland", **caring(35))
