"""Uneven hours against limits that look at a week."""

import pytest

from benefits_calc.analysis.uneven_weeks import Cycle, cycle_of, uneven_weeks
from tests.engine.whole_cases import case_with, compared

ESA = {
    "claims_universal_credit": False,
    "claimant": {
        "born": "1975-05",
        "work_capability": "lcwra",
        "new_style_esa": {"group": "support", "since": "2016-03"},
    },
    "home": {"tenure": "owned_outright", "council_tax": {"liable": False}},
    "benefits_now": {"new_style_esa": {"amount": 145.90, "per": "week"}},
}
CARER = ESA | {
    "claimant": {
        "born": "1986-01",
        "work_capability": "none",
        "carer": {
            "hours_per_week": 40,
            "carers_allowance": True,
            "people": [{"award": "pip_daily_living_enhanced", "hours_per_week": 40}],
        },
    },
    "benefits_now": {"carers_allowance": {"amount": 86.45, "per": "week"}},
}


def working(facts, *hours, pay=12.71, paid="weekly", usual=12, **job):
    pattern = [{"weeks": 1, "hours": each} for each in hours]
    offer = {
        "hourly_pay": pay,
        "hours_per_week": usual,
        "paid": paid,
        "tax_code": "1257L",
        "pension": {"scheme": "none"},
        "pattern": pattern,
    }
    return case_with(**facts, job=offer | job)


def said(case):
    return {a.code: a.facts for a in uneven_weeks(case)}


def test_a_cycle_is_averaged_with_its_weeks_off():
    case = working(ESA, 20, 10, 0, paid="weekly")
    assert cycle_of(case.job) == Cycle(3, 10.0, 0.0, 20.0, 20.0)


def test_weeks_that_are_paid_together_are_spread_over_each_other():
    fortnightly = cycle_of(working(ESA, 20, 10, 0, paid="fortnightly").job)
    assert fortnightly is not None
    assert fortnightly.most_paid_together == 15.0
    four_weekly = cycle_of(working(ESA, 20, 10, 0, paid="four_weekly").job)
    assert four_weekly is not None
    assert four_weekly.most_paid_together == 12.5


def test_hours_that_settle_or_are_even_make_no_cycle():
    settles = working(ESA, pattern=[{"weeks": 4, "hours": 8}, {"weeks": "repeat", "hours": 16}])
    assert cycle_of(settles.job) is None
    assert said(settles) == {"uneven_settles": {"hours": "16"}}
    assert cycle_of(working(ESA, 12, 12).job) is None


# 15 h x 13.00 = 195.00 and 15.65 h = 203.45 are within 203.50; 15.66 h = 203.58 is over.
@pytest.mark.parametrize(
    ("hours", "state"),
    [
        ((15.65, 8), "within"),
        ((15.66, 8), "week_over"),
        ((22.5, 15, 0), "week_over"),  # 12.5 hours on average
        ((22.5, 15), "average_over"),  # 18.75 hours on average
    ],
)
def test_permitted_work_takes_hours_on_average_and_pay_by_the_week(hours, state):
    codes = set(said(working(ESA, *hours, pay=13.0)))
    assert f"uneven_permitted_work_{state}" in codes


def test_hours_of_sixteen_in_one_week_are_no_harm_where_pay_is_low():
    # 16 x 12.71 = 203.36, under 203.50; on average 12 hours.
    assert "uneven_permitted_work_within" in said(working(ESA, 16, 8))


# 16.05 h x 12.71 = 203.9955, 204.00 in pence; 16.06 h = 204.12.
@pytest.mark.parametrize(
    ("hours", "paid", "state"),
    [
        ((16.05, 8), "weekly", "within"),
        ((16.06, 8), "weekly", "week_over"),
        ((20, 8), "fortnightly", "within"),
        ((24, 10), "weekly", "average_over"),
    ],
)
def test_carers_limit_is_a_weeks_and_may_be_averaged(hours, paid, state):
    codes = set(said(working(CARER, *hours, paid=paid)))
    assert f"uneven_carer_{state}" in codes


def test_last_years_limits():
    # 195.50 for permitted work and 196 for a carer in 2025-26.
    case = working(ESA | {"as_at": "2025-12-01"}, 15.04, 8, pay=13.0)
    assert said(case)["uneven_permitted_work_week_over"]["limit"] == "£195.50"
    carer = working(CARER | {"as_at": "2025-12-01"}, 16.1, 8, pay=12.21)
    assert said(carer)["uneven_carer_week_over"]["limit"] == "£196.00"


def test_the_usual_hours_that_differ_from_the_average_are_said():
    assert "uneven_average_is_another" in said(working(ESA, 20, 8))  # 14, not 12
    assert "uneven_average_is_another" not in said(working(ESA, 16, 8))


def test_it_stands_among_what_is_taken_as_given():
    codes = {a.code for a in compared(working(ESA, 16, 8), 12).assumptions}
    assert "uneven_average" in codes


def test_housing_benefit_is_averaged_by_the_council():
    home = {
        "tenure": "supported",
        "supported_kind": "exempt",
        "rent": {"amount": 255, "per": "week"},
        "council_tax": {"liable": False},
    }
    assert "uneven_housing_benefit" in said(working(ESA | {"home": home}, 16, 8))
