"""Differences, ranges, the next pound, and what is assumed or left out."""

from typing import Any

import pytest

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.case import CaseError
from benefits_calc.engine.results import BENEFIT_LINES
from tests.engine.whole_cases import case_with, compared, data_with, money, point_at, scenario

# The rules hold no scheme of this council: its reduction is never worked out here.
UNKNOWN = {"home__council_tax": {"liable": "unknown"}}


def codes(comparison: Comparison) -> set[str]:
    assumed = {item.code for item in comparison.assumptions}
    return assumed | {item.code for item in comparison.not_covered}


def test_difference_is_left_over_less_nows():
    comparison = compared(scenario("a01"))
    for point in comparison.points:
        difference = point.left_over_per_month - comparison.now.left_over_per_month
        assert point.difference_per_month == pytest.approx(difference, abs=1e-9)
    assert comparison.now.difference_per_month == 0


def test_an_unknown_line_is_null_everywhere_and_leaves_no_slope():
    comparison = compared(case_with(**UNKNOWN), 0, 16)
    assert [item.line for item in comparison.unknown] == ["council_tax_reduction"]
    for point in (comparison.now, *comparison.points):
        assert point.per_month["council_tax_reduction"] is None
        assert point.kept_per_extra_pound is None
        assert point.difference_range_per_month is None
    assert "liability_not_known" in codes(comparison)


@pytest.mark.parametrize(("paid", "lost"), [(24.00, 104.00), (0.0, 0.0)])
def test_a_range_where_what_is_unknown_is_paid_today(paid: float, lost: float):
    """24 a week is 104 a month: all of it lost, or none."""
    reduction = {"amount": paid, "per": "week"}
    case = case_with(**UNKNOWN, benefits_now__council_tax_reduction=reduction)
    comparison = compared(case, 16)
    (point,) = comparison.points
    low, high = point.difference_range_per_month or (None, None)
    assert high == point.difference_per_month
    assert low == pytest.approx(point.difference_per_month - lost)
    assert comparison.now.difference_range_per_month is None


@pytest.mark.parametrize(
    ("tax", "council", "reason"),
    [
        (None, None, "not_asked"),
        ({"liable": True}, None, "council_not_given"),
        ({"liable": "unknown"}, "leeds", "liability_not_known"),
        ({"liable": False}, None, None),
        ({"liable": True, "exempt": "students"}, None, None),
    ],
)
def test_why_the_reduction_is_left_out(tax: Any, council: Any, reason: Any):
    region = None if council else "rest_of_great_britain"
    case = case_with(home__council_tax=tax, council=council, region=region)
    assert [item.reason for item in compared(case, 0).unknown] == ([reason] if reason else [])


def test_kept_of_the_next_pound():
    """All below the allowance, 45p above, 32p with tax as well; none at a step."""
    case = case_with(job__pension={"scheme": "none"})
    kept = [p.kept_per_extra_pound for p in compared(case, 0, 4, 12, 30).points]
    assert kept[0] is None
    assert kept[1] == 1
    assert kept[2] == pytest.approx(0.45, abs=0.01)
    assert kept[3] == pytest.approx(0.72 * 0.45, abs=0.01)
    enrols = case_with(
        job__hours_per_week=10, job__hourly_pay=None, job__pay={"amount": 833, "per": "month"}
    )
    assert point_at(enrols, 10).kept_per_extra_pound is None


def test_every_benefit_line_is_there_whatever_the_case():
    for case in (case_with(), scenario("a04"), scenario("a07")):
        for point in (compared(case).now, point_at(case, 16)):
            assert set(BENEFIT_LINES) <= set(point.per_month)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"job__pension": None}, "pension"),
        ({"job__tax_code": None}, "tax_code"),
        ({"job__paid": None}, "paid_monthly"),
        ({"job__term_time": {"weeks": 39}}, "term_time"),
        ({"job__pension__first_deduction_date": "2027-03-01"}, "pension_put_off"),
        ({"benefits_now__universal_credit": {}}, "assessment_period_start"),
        ({"claimant__health_element": "automatic"}, "health_element_protected"),
        (
            {"claimant__health_element": "automatic", "claimant__work_capability_since": "2026-08"},
            "health_element_standard",
        ),
        ({"claimant__health_element_from": "2027-01-08"}, "lcwra_wait"),
        ({"claimant__born": "1991-12"}, "birthday_first_of_month"),
        (
            {
                "claimant__self_employment": {
                    "profit": {"amount": 99, "per": "month"},
                    "gainful": False,
                }
            },
            "self_employment_tax",
        ),
        ({"benefits_now__universal_credit__earnings_fell_on": "2026-10-01"}, "benefit_cap_grace"),
        (
            {"children": [{"born": "2019-06", "childcare": {"amount": 50, "per": "week"}}]},
            "childcare_constant",
        ),
        (
            {"job__pattern": [{"weeks": 3, "hours": 30}, {"weeks": "repeat", "hours": 12}]},
            "pattern",
        ),
        ({"claimant__pending": [{"benefit": "pip", "stage": "appeal"}]}, "pending"),
        (
            {
                "benefits_now__universal_credit__locked": True,
                "benefits_now__universal_credit__amount": {"amount": 1300, "per": "month"},
            },
            "locked_amount",
        ),
    ],
)
def test_what_is_not_given_is_said(parts: dict[str, Any], code: str):
    assert code in codes(compared(case_with(**parts), 16))
    assert code not in codes(compared(case_with(), 16))


def test_what_holds_for_every_case_is_always_said():
    assert {"steady_month", "other_help"} <= codes(compared(case_with(), 16))


def test_hours_are_those_asked_for_or_those_of_the_case():
    assert [p.hours_per_week for p in compared(case_with(), 3, 1.25).points] == [3, 1.25]
    case = case_with(compare_hours=[0, 7])
    assert [p.hours_per_week for p in compared(case).points] == [0, 7]


@pytest.mark.parametrize("day", ["2023-04-09", "2027-04-01", "2031-05-01"])
def test_a_day_whose_rates_are_not_checked_is_refused(day: str):
    with pytest.raises(CaseError, match="for which the rates have been checked"):
        compared(case_with(as_at=day))


def test_universal_credit_is_at_the_rates_of_the_day_its_period_began():
    """A period from 20 March keeps the rates of 2025-26 on 10 April; pay is at the new ones."""
    old = case_with(
        as_at="2026-04-10", benefits_now__universal_credit__assessment_period_starts_on=20
    )
    new = case_with(
        as_at="2026-04-10", benefits_now__universal_credit__assessment_period_starts_on=8
    )
    assert compared(old).now.workings["uc_standard_allowance"] == 400.14
    assert compared(new).now.workings["uc_standard_allowance"] == 424.90
    assert str(compared(old).dates.assessment_period_start) == "2026-03-20"
    assert money(point_at(old, 16), "national_insurance") == money(
        point_at(new, 16), "national_insurance"
    )


def test_the_plain_case_of_these_tests_leaves_nothing_out():
    assert data_with()["benefits_now"]
    assert compared(case_with(), 16).unknown == ()
