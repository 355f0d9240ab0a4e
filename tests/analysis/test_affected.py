"""Claims of people outside the case that the job can move."""

from typing import Any

import pytest

from benefits_calc.analysis.affected import affected_people
from tests.engine.whole_cases import case_with, scenario

FAMILY = {"tenure": "with_family", "board": {"amount": 40, "per": "week"}}


def codes(**parts: Any) -> list[str]:
    return [item.code for item in affected_people(case_with(**parts))]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (
            {"universal_credit_housing": True, "council_tax_reduction": True},
            ["host_help_with_rent", "host_council_tax_reduction"],
        ),
        ({"housing_benefit": True}, ["host_help_with_rent"]),
        ({"single_person_discount": True}, ["host_single_person_discount"]),
        ({}, []),
        (None, ["host_not_known"]),
    ],
)
def test_the_family_lived_with_is_told_of_what_it_gets(
    host: dict[str, bool] | None, expected: list[str]
):
    home = FAMILY | ({} if host is None else {"host": host})
    assert codes(home=home) == expected


def test_a_carer_and_joint_tenants_are_named():
    assert codes() == []
    assert codes(claimant__someone_is_paid_to_care=True) == ["your_carer"]
    shared = {
        "others_in_home": [{"born": "1990-01", "relation": "joint_tenant"}],
        "home__joint_tenants": 2,
    }
    assert codes(**shared) == ["joint_tenants"]


def test_a_young_person_at_home_has_a_parent_to_tell():
    found = affected_people(scenario("a09"))
    assert found
    assert all(item.reference.startswith("https://www.legislation.gov.uk/") for item in found)
