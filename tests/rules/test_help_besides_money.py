"""Limits of help besides money: both sides by a penny, a day and a nation.

The limits are read in the instruments that the parameters name; the amounts worked out here are
sums of them, and of no output of ours.
"""

from datetime import date
from typing import Any

import numpy as np
import pytest

from benefits_calc.rules.school_years import age_in_school_year
from tests.rules.support import child, claimant, figure, partner

BEFORE_SEPTEMBER, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 1)
START = date(2026, 8, 8)


def paid(usual: float, most: float | None = None, **facts: Any) -> Any:
    """Somebody by the counted pay of a usual month and of one with the most pay days."""
    more = usual if most is None else most
    return claimant(
        counted_pay_in_usual_period=usual,
        counted_pay_with_most_pay_days=more,
        employment_income=usual,
        **facts,
    )


def has(name: str, *people: Any, **unit: Any) -> bool:
    return bool(figure(name, *people, **unit))


# --- help with NHS costs (SI 2003/2382 reg 5(1A)) ----------------------------------------------

NHS, NHS_MOST = "has_nhs_help_after_usual_period", "has_nhs_help_after_most_pay_days"
RENTED = {"rent_per_month": 450.0, "tenure": "social_rent"}


@pytest.mark.parametrize(
    ("facts", "limit"),
    [
        ({}, 435.00),
        ({"work_capability": "awaiting_assessment"}, 435.00),
        ({"work_capability": "lcw"}, 935.00),
        ({"work_capability": "lcwra"}, 935.00),
    ],
)
def test_nhs_help_to_the_penny(facts: dict[str, Any], limit: float):
    assert has(NHS, paid(limit, **facts), **RENTED)
    assert not has(NHS, paid(limit + 0.01, **facts), **RENTED)


def test_nhs_help_has_the_higher_limit_with_a_child():
    assert has(NHS, paid(935.00), child(8))
    assert not has(NHS, paid(935.01), child(8))


def test_nhs_help_of_a_couple_counts_both_and_one_finding_is_enough():
    """435 together without a finding; 935 where either has one (reg 5(1A)(a)(ii), (c)(i))."""

    def second(pay: float, **facts: Any) -> Any:
        return partner(
            counted_pay_in_usual_period=pay,
            counted_pay_with_most_pay_days=pay,
            employment_income=pay,
            **facts,
        )

    assert has(NHS, paid(400), second(35.00))
    assert not has(NHS, paid(400), second(35.01))
    assert has(NHS, paid(400), second(535.00, work_capability="lcw"))
    assert not has(NHS, paid(400), second(535.01, work_capability="lcw"))


def test_nhs_help_looks_at_the_pay_days_of_the_month():
    limited: dict[str, Any] = {"work_capability": "lcwra"}
    one, two = paid(796.77, 1593.54, **limited), paid(467.50, 935.00, **limited)
    assert has(NHS, one, **RENTED)
    assert not has(NHS_MOST, one, **RENTED)
    assert has(NHS_MOST, two, **RENTED)
    assert not has(NHS_MOST, paid(467.51, 935.02, **limited), **RENTED)


def test_nhs_help_asks_for_an_award():
    assert not has(NHS, paid(0), claims_universal_credit=False)
    assert not has(NHS, paid(0), capital=16000.01)
    assert has(NHS, paid(0), capital=6000.0)


def test_an_award_in_a_month_with_more_pay_days():
    """424.90 and no work allowance: nil from 772.53 of pay, as 0.55 of it is 424.89."""
    name = "has_universal_credit_with_most_pay_days"
    assert has(name, paid(300, 772.51))
    assert not has(name, paid(300, 772.54))
    assert has("has_universal_credit_in_usual_period", paid(300, 772.54))


# --- Healthy Start (SI 2005/3262 reg 3(8), (9)) ------------------------------------------------


def test_healthy_start_looks_at_the_lower_of_two_months_running():
    name = "is_within_healthy_start_limit"
    assert has(name, paid(408.00, 510.00), child(2))
    assert not has(name, paid(408.01, 510.00), child(2))


def test_what_healthy_start_brings_by_the_ages_of_children():
    """4.65 a week for one and two, twice that under one, none from the fourth birthday."""
    name = "healthy_start_per_year"
    day = {"benefit_date": date(2026, 12, 1)}
    assert figure(name, claimant(), child(date(2024, 6, 1)), **day) == 241.80
    assert figure(name, claimant(), child(date(2025, 12, 2)), **day) == 483.60
    assert figure(name, claimant(), child(date(2025, 12, 1)), **day) == 241.80
    assert figure(name, claimant(), child(date(2022, 12, 2)), **day) == 241.80
    assert figure(name, claimant(), child(date(2022, 12, 1)), **day) == 0
    before = {"benefit_date": date(2026, 3, 31), "assessment_period_start": date(2026, 3, 8)}
    assert figure(name, claimant(), child(date(2024, 6, 1)), **before) == 221.00


def test_what_best_start_foods_brings_by_the_ages_of_children():
    """5.40 a week, 10.80 under one, to the third birthday."""
    name = "best_start_foods_per_year"
    day = {"benefit_date": date(2025, 12, 1), "assessment_period_start": date(2025, 12, 1)}
    assert figure(name, claimant(), child(date(2024, 12, 2)), **day) == 561.60
    assert figure(name, claimant(), child(date(2022, 12, 2)), **day) == 280.80
    assert figure(name, claimant(), child(date(2022, 12, 1)), **day) == 0


# --- free school meals -------------------------------------------------------------------------

MEALS = "has_free_school_meals_after_usual_period"
MEALS_MOST = "has_free_school_meals_after_most_pay_days"


@pytest.mark.parametrize("unit", [{}, {"lives_in_wales": True}])
def test_school_meals_by_the_pay_of_one_month(unit: dict[str, Any]):
    """616.67 in the month before the request (SI 2018/148 reg 4; WSI 2019/187)."""
    day = {"benefit_date": BEFORE_SEPTEMBER, "assessment_period_start": START} | unit
    assert has(MEALS, paid(616.67), child(12), **day)
    assert not has(MEALS, paid(616.68), child(12), **day)


def test_school_meals_by_the_pay_of_two_months_together():
    """1,233.34 over two months helps where one of them has an extra pay day."""
    day = {"benefit_date": BEFORE_SEPTEMBER, "assessment_period_start": START}
    assert has(MEALS_MOST, paid(533.34, 700.00), child(12), **day)
    assert not has(MEALS_MOST, paid(533.35, 700.00), child(12), **day)
    assert has(MEALS_MOST, paid(500.00, 616.67), child(12), **day)


def test_school_meals_in_england_have_no_limit_from_september_2026():
    rich = (paid(1200.00), child(12))
    assert not has(MEALS, *rich, benefit_date=BEFORE_SEPTEMBER, assessment_period_start=START)
    assert has(MEALS, *rich, benefit_date=SEPTEMBER, assessment_period_start=START)
    assert not has(MEALS, *rich, lives_in_wales=True)
    # An award is still asked for.
    assert not has(MEALS, paid(5000.00), child(12))


def test_school_meals_in_scotland_look_at_one_month():
    scotland = {"lives_in_scotland": True}
    assert has(MEALS, paid(850.00), child(12), **scotland)
    assert not has(MEALS, paid(850.01), child(12), **scotland)
    assert has(MEALS_MOST, paid(600.00, 850.00), child(12), **scotland)
    assert not has(MEALS_MOST, paid(600.00, 850.01), child(12), **scotland)


@pytest.mark.parametrize(
    ("born", "unit", "younger", "tested"),
    [
        # On 1 September 2026 six, so in year 2; seven, so in year 3.
        (date(2019, 9, 2), {}, 1, 0),
        (date(2019, 9, 1), {}, 0, 1),
        # Four on that day starts reception; three does not.
        (date(2022, 9, 1), {}, 1, 0),
        (date(2022, 9, 2), {}, 0, 0),
        # Wales: year 6, year 7.
        (date(2015, 9, 2), {"lives_in_wales": True}, 1, 0),
        (date(2015, 9, 1), {"lives_in_wales": True}, 0, 1),
        # Scotland, by the age on 1 March 2027: P5 at nine, P6 at ten.
        (date(2017, 3, 2), {"lives_in_scotland": True}, 1, 0),
        (date(2017, 3, 1), {"lives_in_scotland": True}, 0, 1),
        (date(2022, 3, 1), {"lives_in_scotland": True}, 1, 0),
        (date(2022, 3, 2), {"lives_in_scotland": True}, 0, 0),
    ],
)
def test_classes_in_which_meals_are_free_for_all(
    born: date, unit: dict[str, Any], younger: int, tested: int
):
    people = (claimant(), child(born))
    day = {"benefit_date": date(2026, 12, 1)} | unit
    assert figure("pupils_with_free_meals_for_all", *people, **day) == younger
    assert figure("pupils_tested_for_free_meals", *people, **day) == tested


def test_scottish_child_payment_opens_meals_in_p6_and_p7_alone():
    name, scotland = "pupils_helped_by_scottish_child_payment", {"lives_in_scotland": True}
    for born, pupils in ((2017, 1), (2016, 1)):
        assert figure(name, claimant(), child(date(born, 3, 1)), **scotland) == pupils
    assert figure(name, claimant(), child(date(2015, 3, 1)), **scotland) == 0
    assert figure(name, claimant(), child(date(2017, 3, 2)), **scotland) == 0
    assert figure(name, claimant(), child(date(2017, 3, 1))) == 0


def test_the_school_year_turns_in_september_and_in_august():
    born = np.array(["2016-05-10"], dtype="datetime64[D]")

    def age(day: str, *, scottish: bool) -> int:
        return int(
            age_in_school_year(born, np.array([day], dtype="datetime64[D]"), np.array([scottish]))[
                0
            ]
        )

    assert [age("2026-08-31", scottish=False), age("2026-09-01", scottish=False)] == [9, 10]
    assert [age("2026-07-31", scottish=True), age("2026-08-01", scottish=True)] == [9, 10]
    assert age("2027-02-28", scottish=True) == age("2027-07-31", scottish=True) == 10


# --- heating, saving, sudden costs -------------------------------------------------------------

COLD = "meets_cold_weather_conditions"


def test_heating_help_ends_with_any_work_unless_a_child_is_disabled():
    limited: dict[str, Any] = {"work_capability": "lcwra"}
    assert has(COLD, claimant(**limited))
    assert not has(COLD, claimant(work_capability="awaiting_assessment"))
    assert not has(COLD, paid(0.01, **limited))
    assert has(COLD, paid(0.01, **limited), child(8, dla_care="middle"))
    assert has(COLD, claimant(), child(8, dla_care="middle"))


def test_heating_help_for_a_child_under_five():
    day = {"benefit_date": date(2026, 12, 1)}
    assert has(COLD, claimant(), child(date(2021, 12, 2)), **day)
    assert not has(COLD, claimant(), child(date(2021, 12, 1)), **day)
    working = partner(
        employment_income=10.0,
        counted_pay_in_usual_period=10.0,
        counted_pay_with_most_pay_days=10.0,
    )
    without = claimant(employment_income=0.0)
    assert not has(COLD, without, working, child(date(2021, 12, 2)), **day)


def test_help_to_save_asks_for_a_pound_of_pay():
    assert has("can_open_help_to_save", paid(1.00))
    assert not has("can_open_help_to_save", paid(0.99))
    assert figure("help_to_save_bonus_per_year", claimant()) == 300


def test_budgeting_advance_by_family_and_savings():
    """348, 464 and 812; savings over 1,000 lower it; under 100 nothing is paid (regs 15, 16)."""
    name = "most_budgeting_advance"
    assert figure(name, claimant()) == 348
    assert figure(name, claimant(), partner()) == 464
    assert figure(name, claimant(), child(8)) == 812
    assert figure(name, claimant(), capital=1000.0) == 348
    assert figure(name, claimant(), capital=1248.0) == 100
    assert figure(name, claimant(), capital=1248.01) == 0


def test_budgeting_advance_by_the_earnings_of_six_months():
    """2,600 over six periods, 3,600 for a couple (reg 13): 433.33 and 600 a month."""
    name = "most_budgeting_advance"
    assert figure(name, claimant(employment_income=433.33)) == 348
    assert figure(name, claimant(employment_income=433.34)) == 0
    assert figure(name, claimant(employment_income=600.00), partner(employment_income=0.0)) == 464
    assert figure(name, claimant(employment_income=600.01), partner(employment_income=0.0)) == 0
    assert figure(name, claimant(), claims_universal_credit=False) == 0


def test_half_a_tv_licence():
    name = "tv_licence_saving_per_year"
    assert figure(name, claimant()) == 90
    last_year = {"benefit_date": date(2026, 3, 31), "assessment_period_start": date(2026, 3, 8)}
    assert figure(name, claimant(), **last_year) == 87.25
