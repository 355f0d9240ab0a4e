"""A letter's amount is now's, and only the job changes it: by what is worked out, never below 0."""

from typing import Any

import pytest

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.case import Case
from benefits_calc.case.benefits_now import BenefitLine, BenefitsNow
from benefits_calc.words import sentences
from tests.engine.whole_cases import case_with, compared, money, scenario

PIP = {"daily_living": "standard"}


def letter(amount: float, per: str = "month", **more: Any) -> dict[str, Any]:
    return {"amount": amount, "per": per, "locked": True, **more}


def statement(amount: float, **more: Any) -> dict[str, Any]:
    return {
        "benefits_now__universal_credit__amount": {"amount": amount, "per": "month"},
        "benefits_now__universal_credit__locked": True,
        **{f"benefits_now__universal_credit__{name}": value for name, value in more.items()},
    }


def codes(comparison: Comparison) -> set[str]:
    assumed = {item.code for item in comparison.assumptions}
    return assumed | {item.code for item in comparison.not_covered}


@pytest.mark.parametrize("paid", [1250.00, 1304.70, 1340.25])
def test_universal_credit_moves_by_what_is_worked_out(paid: float):
    """1,304.70 is worked out and 1,064.81 at 16 hours: 239.89 less than the statement."""
    comparison = compared(case_with(**statement(paid)), 0, 16)
    assert money(comparison.now, "universal_credit") == paid
    nothing, job = comparison.points
    assert money(nothing, "universal_credit") == paid
    assert money(job, "universal_credit") == pytest.approx(paid - 239.89, abs=0.001)
    plain = compared(case_with(), 16).points[0]
    assert job.difference_per_month == plain.difference_per_month
    assert job.workings["uc_payment"] == money(job, "universal_credit")


def test_totals_are_made_of_the_letters_amounts():
    plain, locked = (compared(case_with(**p), 16) for p in ({}, statement(1340.25)))
    more = 1340.25 - 1304.70
    for before, after in zip((plain.now, *plain.points), (locked.now, *locked.points), strict=True):
        for total in ("total_income_per_month", "left_over_per_month"):
            rise = getattr(after, total) - getattr(before, total)
            assert rise == pytest.approx(more, abs=0.001)


def test_it_never_goes_below_nothing():
    """A statement 900 below what is worked out: at 40 hours the change is more than is left."""
    comparison = compared(case_with(**statement(404.70)), 40)
    change = 1304.70 - money(compared(case_with(), 40).points[0], "universal_credit")
    assert change > 404.70
    assert money(comparison.points[0], "universal_credit") == 0


def test_a_payment_that_stops_is_nothing_whatever_the_letter_says():
    """New Style ESA of 632.23 is worked out; a letter of 650 stops with it."""
    esa = BenefitLine(amount=150.0, per="week", locked=True)
    now = BenefitsNow(new_style_esa=esa)
    locked = scenario("a04").model_copy(update={"benefits_now": now})
    comparison = compared(locked, 15, 16)
    assert money(comparison.now, "new_style_esa") == 650
    assert money(comparison.points[0], "new_style_esa") == 650
    assert money(comparison.points[1], "new_style_esa") == 0
    (status,) = [s for s in comparison.points[1].statuses if s.code == "new_style_esa"]
    assert (status.state, status.was_per_month, status.is_per_month) == ("stops", 650, 0)


def test_a_statement_after_deductions_is_the_award_less_them():
    deduction = [{"kind": "advance", "amount": 50, "per": "month"}]
    case = case_with(**statement(1254.70, amount_is="after_deductions", deductions=deduction))
    now = compared(case).now
    assert money(now, "universal_credit") == 1304.70
    assert now.workings["uc_payment"] == 1254.70


def test_one_of_a_couple_has_a_letter_and_the_line_holds_both():
    """332.37 is worked out for each; the partner's letter says 340 a month."""
    parts: dict[str, Any] = {
        "claimant__pip": PIP,
        "partner": {"born": "1990-03", "pip": PIP},
        "benefits_now__pip": letter(340, who="partner"),
    }
    comparison = compared(case_with(**parts), 16)
    for point in (comparison.now, *comparison.points):
        assert money(point, "pip") == pytest.approx(332.37 + 340.00, abs=0.001)


def test_an_award_that_work_does_not_touch_is_the_letters_everywhere():
    case = case_with(claimant__pip=PIP, benefits_now__pip=letter(80, "week"))
    comparison = compared(case, 0, 16, 60, thresholds=True)
    for point in (comparison.now, *comparison.points):
        assert money(point, "pip") == 346.67
    (strip,) = [s for s in comparison.strips if s.code == "pip"]
    (whole,) = strip.ranges
    assert (whole.state, whole.from_per_month, whole.to_per_month) == ("unchanged", 346.67, 346.67)


def test_strips_keep_their_hours_and_take_the_amounts():
    plain, locked = (
        {s.code: s for s in compared(case_with(**p), 16, thresholds=True).strips}
        for p in ({}, statement(1340.25))
    )
    before, after = plain["universal_credit"].ranges, locked["universal_credit"].ranges
    assert [(p.from_hours, p.state) for p in before] == [(p.from_hours, p.state) for p in after]
    assert after[0].from_per_month == 1340.25


def test_it_is_listed_and_the_difference_is_named():
    comparison = compared(case_with(**statement(1340.25)), 16)
    (said,) = [a for a in comparison.assumptions if a.code == "locked_amount"]
    assert "£1,340.25" in sentences.assumption_sentence(said)
    assert "£1,304.70" in sentences.assumption_sentence(said)
    assert "letter_differs" not in codes(comparison)


def test_a_letter_for_which_the_facts_give_nothing_is_not_carried_to_other_hours():
    """Nobody is liable for council tax here, so there is no reduction to move."""
    comparison = compared(case_with(benefits_now__council_tax_reduction=letter(100)), 16)
    assert money(comparison.points[0], "council_tax_reduction") == 0
    (gap,) = [g for g in comparison.not_covered if g.code == "locked_not_used"]
    assert sentences.gap_sentence(gap).startswith("Council tax reduction: the file says to use")


def test_without_a_lock_the_letter_changes_nothing():
    case: Case = case_with(benefits_now__universal_credit__amount={"amount": 1250, "per": "month"})
    comparison = compared(case, 16)
    assert money(comparison.now, "universal_credit") == 1304.70
    assert "letter_differs" in codes(comparison)
    assert "locked_amount" not in codes(comparison)
