"""Facts that change no figure, and letters that do not agree, are said with the result."""

from typing import Any

import pytest

from benefits_calc.analysis.assumptions import Assumption
from benefits_calc.words.sentences import assumption_sentence, gap_sentence
from tests.engine.whole_cases import case_with, compared

AWARD = "benefits_now__universal_credit__"
STUDENT = {"full_time": False, "loan": {"amount": 3000, "per": "year"}}


def said(**parts: Any) -> dict[str, str]:
    comparison = compared(case_with(**parts), 16)
    found = {item.code: assumption_sentence(item) for item in comparison.assumptions}
    return found | {item.code: gap_sentence(item) for item in comparison.not_covered}


def letters(**parts: Any) -> list[Assumption]:
    assumptions = compared(case_with(**parts), 16).assumptions
    return [item for item in assumptions if item.code == "letter_differs"]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"home__bedrooms": None}, "bedrooms"),
        (
            {
                "claimant__new_style_esa": {"group": "work_related"},
                "claimant__work_capability": "lcw",
            },
            "new_style_esa_days",
        ),
        ({"claimant__new_style_jsa": {}}, "new_style_jsa_days"),
        ({"home__host": {"council_tax_reduction": True}}, "host"),
        (
            {"claimant__other_income": [{"kind": "rental", "amount": 90, "per": "month"}]},
            "rental",
        ),
        ({"claimant__student": STUDENT}, "part_time_student"),
    ],
)
def test_what_the_figures_cannot_hold_is_said(parts: dict[str, Any], code: str):
    assert code in said(**parts)
    assert code not in said()


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        ({f"{AWARD}nil_since": "2026-10-08"}, "Nothing paid since"),
        ({f"{AWARD}first_period_earned_income": 400}, "Earnings in the first period"),
        ({f"{AWARD}earned_above_threshold_at_start": "yes"}, "Earned enough at the start"),
        ({f"{AWARD}earnings_last_12_months_over_threshold": True}, "Twelve months of earnings"),
        ({f"{AWARD}rent_to_landlord": True}, "Rent to the landlord"),
        ({"home__shared": True}, "Shared"),
        ({"job__pay_this_tax_year": 4000}, "Pay this tax year"),
        ({"job__tax_this_tax_year": 400}, "Tax this tax year"),
        ({"job__first_pay_amount": 100}, "First pay"),
        ({"job__arrears_weeks": 2}, "Weeks in hand"),
        ({"job__ends": "2027-06-30"}, "Ends"),
        ({"claimant__lcwra_reason": "substantial_risk"}, "Reason for LCWRA"),
        ({"claimant__next_review": "2027-06"}, "Next review"),
        ({"choices": {"uc_reclaim_mode": "manual"}}, "After a month without UC"),
        ({"choices": {"reallocate_double_pay": False}}, "Two pays in one period"),
        (
            {
                "savings": 900,
                "savings_ignored": [
                    {"kind": "benefit_arrears", "amount": 500, "received": "2026-02"}
                ],
            },
            "Received",
        ),
    ],
)
def test_a_fact_that_changes_nothing_is_named(parts: dict[str, Any], title: str):
    assert said(**parts)["facts_not_used"].endswith(f": {title}.")
    assert "facts_not_used" not in said()


def test_a_statement_that_differs_from_the_figure_is_said():
    """The plain case's award is 1,304.70; a deduction of 60 leaves 1,244.70."""
    right = {f"{AWARD}amount": {"amount": 1304.70, "per": "month"}}
    assert letters(**right) == []
    after = {
        f"{AWARD}amount_is": "after_deductions",
        f"{AWARD}deductions": [{"kind": "advance", "amount": 60, "per": "month"}],
    }
    assert letters(**{**after, f"{AWARD}amount": {"amount": 1244.70, "per": "month"}}) == []
    (found,) = letters(**right, **after)
    assert found.facts["line"] == "universal_credit"
    (found,) = letters(**{f"{AWARD}amount": {"amount": 900, "per": "month"}})
    assert assumption_sentence(found).startswith(
        "Universal Credit: the letter or statement says £900.00 a month, and the figures use "
        "£1,304.70"
    )


def test_a_letter_by_the_week_is_compared_by_the_month():
    pip = {"claimant__pip": {"daily_living": "standard"}}
    right = {"amount": 76.70, "per": "week"}
    assert letters(**pip, benefits_now__pip=right) == []
    (found,) = letters(**pip, benefits_now__pip={"amount": 114.60, "per": "week"})
    assert found.facts == {"line": "pip", "letter": "£496.60", "figure": "£332.37"}


def test_a_letter_may_be_one_persons_or_by_the_name_before_scotlands():
    both = {
        "claimant__pip": {"daily_living": "standard"},
        "partner": {"born": "1990-03", "pip": {"daily_living": "enhanced"}},
    }
    one = {"amount": 114.60, "per": "week", "who": "partner"}
    assert letters(**both, benefits_now__pip=one) == []
    scottish = {"nation": "scotland", "job__tax_code": "S1257L"}
    award = {"claimant__pip": {"daily_living": "standard"}}
    right = {"amount": 76.70, "per": "week"}
    assert letters(**scottish, **award, benefits_now__pip=right) == []


def test_a_bill_or_band_is_what_is_missing_where_the_scheme_is_held():
    place = {"region": None, "council": "merton"}
    comparison = compared(case_with(**place, home__council_tax={"liable": True}), 16)
    assert [item.reason for item in comparison.unknown] == ["bill_not_given"]
    given = {"liable": True, "bill": {"amount": 1500, "per": "year"}}
    assert compared(case_with(**place, home__council_tax=given), 16).unknown == ()


def test_housing_benefit_by_the_week_is_of_the_weeks_that_rent_is_charged():
    home = {
        "tenure": "supported",
        "supported_kind": "exempt",
        "rent": {"amount": 281, "per": "week", "weeks_charged": 48},
        "ineligible_charges": {"amount": 19, "per": "week"},
        "council_tax": {"liable": False},
    }
    assert letters(home=home, benefits_now__housing_benefit={"amount": 262, "per": "week"}) == []
