"""Facts that the figures would lack without a word are asked for by name."""

from typing import Any

import pytest

from benefits_calc.case import CaseError
from tests.engine.whole_cases import case_with

PARTNER = {"born": "1990-03"}
WEEK = {"amount": 90, "per": "week"}


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("new_style_esa", "claimant.new_style_esa"),
        ("new_style_jsa", "claimant.new_style_jsa"),
        ("pip", "claimant.pip"),
        ("adult_disability_payment", "claimant.adp"),
        ("disability_living_allowance", "claimant.dla"),
        ("attendance_allowance", "claimant.attendance_allowance"),
        ("carers_allowance", "claimant.carer"),
        ("carer_support_payment", "claimant.carer"),
        ("scottish_carer_supplement", "claimant.carer"),
        ("child_benefit", "children"),
        ("scottish_child_payment", "children"),
        ("child_disability_payment", "children"),
        ("guardians_allowance", "children"),
    ],
)
def test_a_benefit_on_a_letter_needs_the_fact_that_it_is_worked_out_from(line: str, asked: str):
    with pytest.raises(CaseError, match=rf"^{asked}: nothing given.*benefits_now\.{line} says"):
        case_with(**{f"benefits_now__{line}": WEEK})
    case_with(**{f"benefits_now__{line}": {**WEEK, "amount": 0}})


def test_the_fact_is_asked_of_the_one_who_is_paid():
    own: dict[str, Any] = {"claimant__pip": {"daily_living": "standard"}}
    case_with(**own, benefits_now__pip=WEEK)
    with pytest.raises(CaseError, match=r"^partner\.pip: nothing given"):
        case_with(**own, partner=PARTNER, benefits_now__pip={**WEEK, "who": "partner"})


def test_a_childs_award_explains_the_line():
    child = {"born": "2016-06", "dla": {"care": "middle"}}
    assert case_with(children=[child], benefits_now__disability_living_allowance=WEEK).children


def test_housing_benefit_for_an_ordinary_tenancy_is_refused():
    with pytest.raises(CaseError, match=r"^benefits_now\.housing_benefit: .*ended by 1 July"):
        case_with(benefits_now__housing_benefit=WEEK)


@pytest.mark.parametrize("stated", [None, 1, 2])
def test_a_joint_tenant_in_the_home_is_one_who_pays_the_rent(stated: Any):
    flatmate = {"born": "1992-06", "relation": "joint_tenant"}
    parts = {"partner": PARTNER, "others_in_home": [flatmate], "home__joint_tenants": stated}
    with pytest.raises(CaseError, match=r"^home\.joint_tenants: .*3 or more"):
        case_with(**parts)
    assert case_with(**{**parts, "home__joint_tenants": 3}).home.joint_tenants == 3
    assert case_with(**parts, home__share=0.5).home.share == 0.5


def test_ineligible_charges_without_a_rent_are_not_accepted():
    owner = {
        "tenure": "owned_outright",
        "ineligible_charges": {"amount": 10, "per": "week"},
    }
    with pytest.raises(CaseError, match=r"^home\.ineligible_charges: 10 a week is not accepted"):
        case_with(home=owner)


@pytest.mark.parametrize(
    ("born", "until", "accepted"),
    [
        ("2010-11", None, True),  # 16 in November 2026: counts to 31 August 2027
        ("2010-03", None, False),  # 16 in March 2026: to 31 August 2026
        ("2010-03", "2028-06", True),
        ("2009-03", "2026-06", True),  # 17 and left: brings nothing, and is no adult
        ("2008-03", "2026-06", False),  # 18 and left: another adult in the home
        ("2008-03", "2027-06", True),
    ],
)
def test_a_young_person_counts_by_school_or_is_listed_with_the_adults(
    born: str, until: Any, accepted: bool
):
    child = {"born": born} | ({"in_education_until": until} if until else {})
    if accepted:
        assert case_with(children=[child]).children
    else:
        with pytest.raises(CaseError, match=r"^children\[1\]\.in_education_until: .*others_in"):
            case_with(children=[child])


@pytest.mark.parametrize(("field", "day"), [("ends", "2026-11-30"), ("starts", "2026-12-02")])
def test_a_present_job_is_held_on_the_day(field: str, day: str):
    held = {"hourly_pay": 12.71, "hours_per_week": 4, "paid": "monthly", field: day}
    with pytest.raises(CaseError, match=rf"^claimant\.jobs\[1\]\.{field}: {day} is not accepted"):
        case_with(claimant__jobs=[held], job__replaces="none")


@pytest.mark.parametrize("basis", ["pre_2026", "severe", "terminal"])
def test_the_standard_rate_and_a_reason_for_the_higher_one_do_not_agree(basis: str):
    with pytest.raises(CaseError, match=r"^claimant\.health_element_basis"):
        case_with(claimant__health_element="standard", claimant__health_element_basis=basis)
