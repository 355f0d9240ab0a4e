"""What stays, changes, starts and stops at a point."""

from typing import Any

import pytest

from benefits_calc.analysis.statuses import Status
from benefits_calc.case import Case, build_case
from tests.engine.random_cases import random_case
from tests.engine.whole_cases import NAMES, case_with, compared, point_at, scenario

STATES = ("stays", "changes", "starts", "stops")


def states(case: Case, hours: float) -> dict[str, str]:
    return {status.code: status.state for status in point_at(case, hours).statuses}


@pytest.mark.parametrize("name", NAMES)
def test_what_stays_comes_first_and_nothing_is_said_twice(name: str):
    for point in compared(scenario(name)).points:
        order = [STATES.index(status.state) for status in point.statuses]
        assert order == sorted(order)
        codes = [status.code for status in point.statuses]
        assert len(codes) == len(set(codes))


def assert_agrees(status: Status) -> None:
    was, here = status.was_per_month, status.is_per_month
    if was is None or here is None:
        return
    expected = (
        "stops" if here == 0 else "starts" if was == 0 else "stays" if was == here else "changes"
    )
    assert status.state == expected
    assert was or here


@pytest.mark.parametrize("seed", range(40))
def test_states_of_payments_agree_with_their_amounts(seed: int):
    for point in compared(build_case(random_case(seed)), 0, 12, 30).points:
        for status in point.statuses:
            assert_agrees(status)
            assert status.reference.startswith("https://"), status


def test_lcwra_and_pip_stay_at_any_hours():
    case = case_with(claimant__pip={"daily_living": "standard"})
    for hours in (0, 16, 60):
        found = states(case, hours)
        assert found["lcwra"] == found["pip"] == "stays"
    assert states(case, 16)["universal_credit"] == "changes"


def test_lcwra_is_not_promised_to_somebody_on_new_style_esa_alone():
    at_15, at_16 = (states(scenario("a04"), hours) for hours in (15, 16))
    assert "lcwra" not in at_15
    assert (at_15["new_style_esa"], at_16["new_style_esa"]) == ("stays", "stops")
    assert (at_15["higher_rate_by_esa"], at_16["higher_rate_by_esa"]) == ("stays", "stops")
    assert "no_work_search" not in at_15
    assert "first_assessment_barred" not in at_15


def test_transitional_protection_goes_with_the_award():
    element = {"amount": 61, "per": "month"}
    case = case_with(benefits_now__universal_credit__transitional_element=element)
    assert states(case, 16)["transitional_element"] == "stays"
    assert states(case, 80)["transitional_element"] == "stops"
    nothing: dict[str, Any] = {"amount": 0, "per": "month"}
    none = case_with(benefits_now__universal_credit__transitional_element=nothing)
    assert "transitional_element" not in states(none, 16)


def test_switches_are_said_from_the_point_of_now():
    found = states(case_with(), 20)
    assert found["workplace_pension"] == found["national_insurance_credit"] == "starts"
    assert "workplace_pension" not in states(case_with(), 8)
    held = {"hourly_pay": 12.71, "hours_per_week": 20, "paid": "monthly"}
    case = case_with(claimant__jobs=[held], job__replaces="all")
    assert compared(case, 8).points[0].per_month["gross_pay"] == 440.61
