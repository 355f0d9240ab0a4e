"""Letters against figures: the reasons found are those that the arithmetic bears out.

Each letter below is worked by hand from the law's amounts for December 2026.
"""

from typing import Any

import pytest

from benefits_calc.analysis.letter_variants import variants_of
from benefits_calc.analysis.reasons import Reason
from benefits_calc.analysis.reconcile import Letter, reconcile
from benefits_calc.analysis.reconcile_uc import award_now
from benefits_calc.case import Case
from benefits_calc.case.benefits_now import BenefitLine
from benefits_calc.case.facts import Amount
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import now
from benefits_calc.engine.results import Results, results_of
from tests.engine.whole_cases import NAMES, case_with, scenario

# The plain household: 424.90 + 429.80 + 450 rent.
AWARD = 1304.70


def letters(**parts: Any) -> dict[str, Letter]:
    return {letter.line: letter for letter in reconcile(case_with(**parts)).letters}


def statement(amount: float, **parts: Any) -> Letter:
    paid = {"amount": amount, "per": "month"}
    return letters(benefits_now__universal_credit__amount=paid, **parts)["universal_credit"]


def reason(letter: Letter, code: str) -> Reason:
    (found,) = [reason for reason in letter.reasons if reason.code == code]
    return found


def test_a_statement_that_agrees_needs_no_reason():
    letter = statement(AWARD)
    assert (letter.agrees, letter.difference_per_month, letter.reasons) == (True, 0.0, ())


def test_the_other_rate_of_the_health_element():
    """429.80 less 217.26 is 212.54."""
    letter = statement(AWARD - 212.54)
    assert letter.difference_per_month == -212.54
    first = letter.reasons[0]
    assert (first.code, first.match, first.figure_per_month) == (
        "health_element_standard",
        "exact",
        1092.16,
    )


def test_no_health_element_at_all():
    assert statement(AWARD - 429.80).reasons[0].code == "health_element_not_in_award"


def test_deductions_taken_or_added_back():
    debt = [{"kind": "overpayment", "amount": 63.74, "per": "month"}]
    parts = {"benefits_now__universal_credit__deductions": debt}
    letter = statement(AWARD - 63.74, **parts)
    assert letter.reasons[0].code == "after_deductions"
    assert letter.reasons[0].facts == {"amount": "£63.74"}
    after = {"benefits_now__universal_credit__amount_is": "after_deductions"}
    assert statement(AWARD - 63.74, **parts, **after).agrees
    assert statement(AWARD, **parts, **after).reasons[0].code == "before_deductions"


def test_a_deduction_that_nobody_told_is_possible_up_to_its_limit():
    """15 per cent of 424.90 is 63.73."""
    assert reason(statement(AWARD - 63.73), "deduction_possible").match == "possible"
    codes = [item.code for item in statement(AWARD - 63.75).reasons]
    assert "deduction_possible" not in codes


def test_days_of_a_sanction():
    """424.90 x 12 / 365 is 13.969, cut to 13.90 a day: 14 days are 194.60; lower rate 5.50."""
    plain = {"claimant": {"born": "1991-06", "work_capability": "none"}}
    letter = statement(874.90 - 194.60, **plain)
    assert reason(letter, "sanction").facts == {"days": "14", "amount": "£13.90"}
    lower = statement(874.90 - 7 * 5.50, **plain)
    assert reason(lower, "sanction_lower").facts == {"days": "7", "amount": "£5.50"}
    # With LCWRA there is no reduction.
    assert "sanction" not in [item.code for item in statement(AWARD - 194.60).reasons]


@pytest.mark.parametrize(("steps", "low", "high"), [(1, 6000, 6250), (3, 6500, 6750)])
def test_savings_taken_as_more(steps: int, low: int, high: int):
    """4.35 a month for each 250, or part, over 6,000."""
    found = reason(statement(AWARD - steps * 4.35), "savings_taken_as")
    assert found.match == "exact"
    assert found.facts == {"low": f"£{low:,}", "high": f"£{high:,}"}


def test_savings_that_are_not_counted():
    """2,000 over the limit are eight steps of 4.35: 34.80."""
    letter = statement(AWARD, savings=8000)
    assert letter.difference_per_month == 34.80
    assert letter.reasons[0].code == "savings_not_counted"


JOB = {"hourly_pay": 12.71, "hours_per_week": 16, "pension": {"scheme": "none"}}


def working(paid: str) -> dict[str, Any]:
    return {
        "claimant__jobs": [JOB | {"paid": paid, "tax_code": "1257L"}],
        "job__replaces": "all",
    }


def test_two_pay_days_in_the_period():
    """203.36 x 4 = 813.44 once: 1304.70 - 0.55 x (813.44 - 427) = 1092.16 (1092.158).

    Twice is 1,626.88: 1304.70 - 0.55 x 1199.88 = 644.77 (644.766).
    """
    letter = statement(644.77, **working("four_weekly"))
    assert letter.reasons[0].code == "pay_days_most"
    assert letter.reasons[0].match == "exact"
    assert reason(statement(1092.16, **working("four_weekly")), "pay_days_fewest").match == "exact"


def test_five_weekly_pays():
    """203.36 x 5 = 1,016.80: 1304.70 - 0.55 x 589.80 = 980.31."""
    assert statement(980.31, **working("weekly")).reasons[0].code == "pay_days_most"


def test_pay_of_the_new_job_that_is_counted_already():
    """Sixteen hours by the month, without pension: 1304.70 - 0.55 x (881.23 - 427) = 1054.87."""
    parts = {"job__pension": {"scheme": "none"}}
    assert reason(statement(1054.87, **parts), "new_job_average").match == "exact"
    twice = reason(statement(644.77, job__paid="four_weekly", **parts), "new_job_most")
    assert twice.figure_per_month == 644.77


def test_a_months_wage_that_came_twice():
    """881.23 twice is 1,762.46, without tax: 1304.70 - 0.55 x 1335.46 = 570.20."""
    assert statement(570.20, **working("monthly")).reasons[0].code == "two_monthly_pays"


def test_pay_that_is_not_counted():
    assert statement(AWARD, **working("monthly")).reasons[0].code == "pay_not_counted"


def test_the_other_work_allowance_on_the_same_pay():
    """881.23 with 710 in place of 427: 1304.70 - 0.55 x 171.23 = 1210.52; with none 820.02."""
    assert reason(
        statement(1210.52, **working("monthly")), "work_allowance_higher"
    ).figure_per_month
    assert reason(statement(820.02, **working("monthly")), "work_allowance_none").match == "exact"


def test_rent_and_bedrooms():
    """One bedroom too many takes 14 per cent of 450: 63.00."""
    assert reason(statement(AWARD - 63.00, home__bedrooms=1), "other_bedrooms").facts == {
        "bedrooms": "2"
    }
    assert statement(AWARD - 450).reasons[0].code == "rent_not_in_award"


def test_another_adult_at_home():
    """Somebody of 21 or over is expected to give 96.55 a month."""
    assert statement(AWARD - 96.55, home__bedrooms=1).reasons[0].code == "somebody_else_at_home"
    friend = {"others_in_home": [{"born": "1985-01", "relation": "friend"}], "home__bedrooms": 1}
    letter = statement(AWARD, **friend)
    assert letter.difference_per_month == 96.55
    assert reason(letter, "nobody_else_at_home").match == "exact"


def test_last_years_rates():
    """400.14 + 423.27 + 450 in 2025-26."""
    assert statement(400.14 + 423.27 + 450).reasons[0].code == "old_rates"


def test_esa_and_carers_benefit_that_are_not_counted():
    """145.90 a week of ESA is 632.23 a month; 86.45 of Carer's Allowance 374.62."""
    esa = {
        "claimant__new_style_esa": {"group": "support", "since": "2022-01"},
    }
    letter = statement(AWARD, **esa)
    assert letter.difference_per_month == 632.23
    assert letter.reasons[0].code == "esa_not_counted"
    carer = {
        "claimant": {
            "born": "1991-06",
            "carer": {
                "hours_per_week": 40,
                "carers_allowance": True,
                "people": [{"award": "pip_daily_living_standard"}],
            },
        }
    }
    # 424.90 + 450 + 209.34 carer element.
    assert statement(1084.24, **carer).reasons[0].code == "carers_allowance_not_counted"
    assert reason(statement(874.90, **carer), "carer_element_not_in_award").match == "exact"


def test_weekly_benefits_by_rate_by_year_and_by_period():
    pip = {"claimant__pip": {"daily_living": "standard", "mobility": "none"}}

    def letter(amount: float, per: str = "week") -> Letter:
        return letters(benefits_now__pip={"amount": amount, "per": per}, **pip)["pip"]

    assert letter(76.70).agrees
    assert reason(letter(114.60), "other_rates").facts == {
        "daily_living": "enhanced",
        "mobility": "none",
    }
    assert letter(73.90).reasons[0].code == "old_rates"
    # 76.70 a week paid every four weeks, written down as a month.
    assert letter(306.80, "month").reasons[0].code == "amount_is_for_four_weeks"
    assert letter(38.35).reasons[0].code == "half"


def test_a_council_tax_letter_by_band():
    case = scenario("a01")
    tax = case.home.council_tax
    assert tax is not None
    home = case.home.model_copy(update={"council_tax": tax.model_copy(update={"band": "C"})})
    (band_c,) = reconcile(_with_letter(case.model_copy(update={"home": home}), 40)).letters
    assert band_c.figure_per_month is not None
    (letter,) = reconcile(_with_letter(case, band_c.figure_per_month * 12 / 52)).letters
    assert letter.agrees is False
    assert reason(letter, "other_band").facts == {"band": "C"}


def _with_letter(case: Case, a_week: float) -> Case:
    assert case.benefits_now is not None
    line = BenefitLine(amount=round(float(a_week), 2), per="week")
    paid = case.benefits_now.model_copy(update={"council_tax_reduction": line})
    return case.model_copy(update={"benefits_now": paid})


def test_an_amount_that_the_rules_do_not_work_out_has_no_figure():
    found = letters(benefits_now__discretionary_housing_payment={"amount": 20, "per": "week"})
    letter = found["discretionary_housing_payment"]
    assert (letter.figure_per_month, letter.agrees, letter.reasons) == (None, None, ())


def test_nothing_in_the_letters_is_nothing_to_compare():
    assert reconcile(case_with()).letters == ()


def test_a_letter_that_is_kept_is_still_compared():
    letter = statement(1200.00, benefits_now__universal_credit__locked=True)
    assert letter.locked
    assert letter.figure_per_month == AWARD


@pytest.mark.parametrize("name", NAMES)
def test_letters_of_scenarios_agree_with_the_rules(name: str):
    for letter in reconcile(scenario(name)).letters:
        assert letter.agrees is (None if letter.figure_per_month is None else True), letter.line


@pytest.mark.parametrize("amount", [0.0, 5.0, 400.0, 1304.69, 1304.75, 2500.0])
def test_the_best_match_is_first_and_none_is_the_figure_itself(amount: float):
    letter = statement(amount)
    order = [("exact", "near", "possible").index(item.match) for item in letter.reasons]
    assert order == sorted(order)
    assert len(letter.reasons) <= 5
    assert all(item.figure_per_month != letter.figure_per_month for item in letter.reasons)


@pytest.mark.parametrize("name", ["a01_merton_social_tenant_lcwra", "a08_cardiff_couple_carer"])
def test_a_letter_written_from_a_variant_is_explained_to_the_penny(name: str):
    """Whatever fact is otherwise (every second one here), its letter has an exact reason."""
    case = scenario(name)
    results = worked_out(case)
    usual = award_now(case, results)
    explained = set()
    for variant in variants_of(case, frozenset({"universal_credit"}))[::2]:
        figure = award_now(variant.case, worked_out(variant.case))
        if figure == usual:
            continue
        (letter,) = [
            item
            for item in reconcile(with_statement(case, figure)).letters
            if item.line == "universal_credit"
        ]
        assert letter.reasons[0].match == "exact", variant.code
        explained |= {item.code for item in letter.reasons}
    assert len(explained) >= 3


def worked_out(case: Case) -> Results:
    return results_of(evaluate(case, now(claims_universal_credit=case.universal_credit_claimed)))


def with_statement(case: Case, amount: float) -> Case:
    assert case.benefits_now is not None
    award = case.benefits_now.universal_credit
    assert award is not None
    paid = award.model_copy(update={"amount": Amount(amount=amount, per="month")})
    letters = case.benefits_now.model_copy(update={"universal_credit": paid})
    return case.model_copy(update={"benefits_now": letters})
