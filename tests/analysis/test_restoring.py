"""What stops can be had again or not, until which day, and how surely: each date by the law."""

import datetime as dt
from typing import Any

import pytest

from benefits_calc.analysis.restoring import WAYS, Restoring
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.case import Case, build_case
from benefits_calc.words.page_catalogue import section
from benefits_calc.words.restoring import way_back
from tests.analysis.walks import bola
from tests.engine.random_cases import random_case
from tests.engine.whole_cases import NAMES, case_with, compared, point_at, scenario

# The first assessment period of a job from 12 January 2027 runs from the 8th to 7 February.
STARTS = {"job__starts": "2027-01-12"}
PROTECTED_BEFORE = {"claimant__health_element_basis": "pre_2026"}
LAST_OF_SIX_MONTHS = dt.date(2027, 7, 7)


def threshold(case: Case, code: str) -> Threshold:
    (found,) = [t for t in compared(case, 16, 60, thresholds=True).thresholds if t.code == code]
    return found


def way(case: Case, code: str) -> Restoring:
    found = threshold(case, code).reversible
    assert found is not None
    return found


def limits(found: Restoring) -> dict[str, tuple[int, str, Any, str]]:
    return {
        limit.code: (limit.within.amount, limit.within.unit, limit.within.until, limit.certainty)
        for limit in found.time_limits
    }


def status_way(case: Case, code: str, hours: float) -> Restoring | None:
    (status,) = [s for s in point_at(case, hours).statuses if s.code == code]
    assert status.state == "stops"
    return status.reversible


# --- Universal Credit ------------------------------------------------------------------------


def test_five_later_periods_and_six_months_from_the_first_without_an_award():
    """Claims are treated as made on the 8th of February to June; six months end on 7 July."""
    found = way(bola(**STARTS), "universal_credit")
    assert found.can_be_restored
    assert found.within is not None
    assert (found.within.amount, found.within.unit) == (5, "assessment_periods")
    assert found.within.counted_from == dt.date(2027, 1, 8)
    assert found.within.until == dt.date(2027, 6, 8)
    assert found.certainty == "dwp_decision"
    assert found.days_to_claim == 7
    assert limits(found) == {"lcwra": (6, "months", LAST_OF_SIX_MONTHS, "rule")}


def test_the_protected_rate_has_its_own_limit_and_certainty():
    """Reg 27A(2) for those entitled before April 2026; for those who were waiting it is open."""
    case = case_with(**STARTS, compare_hours=[0, 70])
    before = case_with(**STARTS, **PROTECTED_BEFORE, compare_hours=[0, 70])
    rate = limits(way(case, "universal_credit"))["protected_rate"]
    assert rate == (6, "months", LAST_OF_SIX_MONTHS, "dwp_decision")
    assert limits(way(before, "universal_credit"))["protected_rate"][3] == "rule"
    standard = case_with(**STARTS, claimant__health_element="standard", compare_hours=[0, 70])
    assert "protected_rate" not in limits(way(standard, "universal_credit"))


def test_transitional_protection_has_three_months_from_the_last_day_of_the_first_nil_period():
    """The period ends on 7 February: three months beginning with it end on 6 May."""
    element = {"amount": 61, "per": "month"}
    case = case_with(
        **STARTS,
        benefits_now__universal_credit__transitional_element=element,
        compare_hours=[0, 70],
    )
    found = way(case, "transitional_element")
    assert found.within is not None
    assert found.within.counted_from == dt.date(2027, 2, 7)
    assert found.within.until == dt.date(2027, 5, 6)
    credit = limits(way(case, "universal_credit"))
    assert credit["transitional_element"] == (3, "months", dt.date(2027, 5, 6), "dwp_decision")


def test_the_first_pay_day_begins_the_time_and_not_the_first_day_of_work():
    """Paid from 26 February: the period of 8 February is the first that can be without an award."""
    case = bola(**STARTS, job__first_pay_date="2027-02-26")
    found = way(case, "universal_credit")
    assert found.within is not None
    assert found.within.counted_from == dt.date(2027, 2, 8)
    assert limits(found)["lcwra"][2] == dt.date(2027, 8, 7)


@pytest.mark.parametrize(
    "parts",
    [{}, {**STARTS, "benefits_now__universal_credit__assessment_period_starts_on": None}],
)
def test_without_a_day_to_count_from_the_time_is_given_and_no_date(parts: dict[str, Any]):
    found = way(bola(**parts), "universal_credit")
    assert found.within is not None
    assert (found.within.amount, found.within.until) == (5, None)
    assert limits(found)["lcwra"][:3] == (6, "months", None)
    assert ", by " not in " ".join(way_back(found))


def test_periods_from_the_end_of_a_month_keep_to_its_last_day():
    """31 August and six months is the last of February, so the last day is the day before it."""
    case = bola(
        job__starts="2026-09-01", benefits_now__universal_credit__assessment_period_starts_on=31
    )
    found = way(case, "universal_credit")
    assert found.within is not None
    assert found.within.counted_from == dt.date(2026, 8, 31)
    assert limits(found)["lcwra"][2] == dt.date(2027, 2, 27)


# --- New Style ESA, carers, council ----------------------------------------------------------


def test_new_style_esa_is_for_good_after_twelve_weeks():
    """Twelve weeks beginning with 11 January 2027 end on 4 April."""
    case = scenario("a04")
    assert case.job is not None
    dated = case.model_copy(
        update={"job": case.job.model_copy(update={"starts": dt.date(2027, 1, 11)})}
    )
    found = threshold(dated, "new_style_esa")
    assert found.permanent
    assert found.reversible is not None
    assert found.reversible.within is not None
    assert found.reversible.within.amount == 12
    assert found.reversible.within.until == dt.date(2027, 4, 4)
    route = threshold(dated, "higher_rate_by_esa")
    assert route.permanent
    assert route.reversible is not None
    assert not route.reversible.can_be_restored
    assert route.gross_per_pay_period == found.gross_per_pay_period


def test_a_carers_benefit_has_no_time_limit():
    found = way(scenario("a07"), "carers_benefit")
    assert found.can_be_restored
    assert found.within is None
    status = status_way(scenario("a07"), "scottish_carer_supplement", 30)
    assert status is not None
    assert status.how == "claim_again_under_the_limit"


def test_help_from_the_council_comes_back_by_claiming():
    found = way(bola(), "housing_benefit")
    assert (found.how, found.certainty, found.within) == ("claim_from_the_council", "council", None)


def test_a_gate_that_closes_opens_with_lower_pay_and_dwp_decides():
    waiting = {"born": "1991-06", "work_capability": "awaiting_assessment"}
    found = threshold(case_with(claimant=waiting), "first_assessment_barred")
    assert found.starts
    assert found.reversible is not None
    assert found.reversible.certainty == "dwp_decision"


# --- every case ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "case",
    [scenario(name) for name in NAMES]
    + [build_case(random_case(seed)) for seed in range(2, 90, 6)],
)
def test_everything_that_stops_paying_says_how_it_comes_back(case: Case):
    comparison = compared(case, 0, 16, 45, thresholds=True)
    for point in comparison.points:
        for status in point.statuses:
            stops_paying = status.state == "stops" and status.was_per_month
            if stops_paying and status.code in WAYS:
                assert way_back(status.reversible), status
            if status.state in ("stays", "changes"):
                assert status.reversible is None
    for line in comparison.thresholds:
        if line.code in WAYS:
            assert (line.reversible is None) == line.starts
        if line.permanent:
            assert line.reversible is not None


def test_every_way_has_words_and_no_words_are_left_over():
    words = section("restoring")
    hows = {
        "tried_again_by_itself",
        "with_universal_credit",
        "linked_claim",
        "not_once_esa_has_ended",
        "linked_jsa_claim",
        "claim_again_under_the_limit",
        "claim_again_with_universal_credit",
        "claim_from_the_council",
        "lower_pay_opens_the_gate",
    }
    assert set(words["how"]) == hows
    assert set(words["within"]) == {"months", "weeks", "assessment_periods"}
