"""Figures worked out by hand before the program was written, met through a whole comparison.

The ladder: 2026-27, National Living Wage of 12.71, paid monthly on 1257L month 1, a pension of 5
per cent of qualifying earnings by net pay. P1: LCWRA at the protected rate and rent of 450. P2:
as P1 at the standard rate. P3: protected, no rent. P4: no LCW, rent of 450.
"""

from typing import Any

import pytest

from benefits_calc.case import Case
from tests.engine.whole_cases import (
    NO_PENSION,
    at_pay,
    case_with,
    compared,
    money,
    point_at,
    scenario,
)

# Hours: gross, pension, tax, National Insurance, net.
WAGES = {
    0: (0, 0, 0, 0, 0),
    4: (220.31, 0, 0, 0, 220.31),
    8: (440.61, 0, 0, 0, 440.61),
    12: (660.92, 0, 0, 0, 660.92),
    16: (881.23, 18.06, 0, 0, 863.17),
    20: (1101.53, 29.08, 4.80, 4.28, 1063.37),
    25: (1376.92, 42.85, 57.00, 26.31, 1250.76),
    30: (1652.30, 56.62, 109.40, 48.34, 1437.94),
    35: (1927.68, 70.38, 161.80, 70.37, 1625.13),
    37.5: (2065.38, 77.27, 187.80, 81.39, 1718.92),
}
# Hours: Universal Credit of P1, P2, P3, P4.
AWARDS = {
    0: (1304.70, 1092.16, 854.70, 874.90),
    4: (1304.70, 1092.16, 854.70, 753.73),
    8: (1297.21, 1084.67, 854.70, 632.56),
    12: (1176.04, 963.50, 854.70, 511.39),
    16: (1064.81, 852.27, 770.46, 400.16),
    20: (954.70, 742.16, 660.35, 290.05),
    25: (851.63, 639.09, 557.28, 186.98),
    30: (748.68, 536.14, 454.33, 84.03),
    35: (645.73, 433.19, 351.38, 0),
    37.5: (594.14, 381.60, 299.79, 0),
}
LADDERS = ("p1_", "p2_", "p3_", "p4_")

# Maximum amount and work allowance by the facts changed, and the first net penny at which there
# is no award left (half a penny of the deduction rounds up, so a penny before the algebra's).
NIL_POINTS: dict[str, tuple[dict[str, Any], float]] = {
    "protected, rent": ({}, 2799.18),
    "standard, rent": ({"claimant__health_element": "standard"}, 2412.74),
    "protected, no rent": ({"home__rent": None, "home__tenure": "owned_outright"}, 2264.00),
    "standard, no rent": (
        {
            "claimant__health_element": "standard",
            "home__rent": None,
            "home__tenure": "owned_outright",
        },
        1877.56,
    ),
    "under 25, standard, no rent": (
        {
            "claimant__born": "2004-02",
            "claimant__health_element": "standard",
            "home__rent": None,
            "home__tenure": "owned_outright",
        },
        1720.61,
    ),
    "LCW only, rent": ({"claimant__work_capability": "lcw"}, 2017.72),
    "LCW only, no rent": (
        {
            "claimant__work_capability": "lcw",
            "home__rent": None,
            "home__tenure": "owned_outright",
        },
        1482.54,
    ),
    "no allowance, rent": ({"claimant": {"born": "1991-06"}}, 1590.72),
    "no allowance, no rent": (
        {"claimant": {"born": "1991-06"}, "home__rent": None, "home__tenure": "owned_outright"},
        772.54,
    ),
}


@pytest.mark.parametrize("ladder", LADDERS)
def test_ladder(ladder: str):
    points = compared(scenario(ladder), *AWARDS).points
    place = LADDERS.index(ladder)
    for point, (hours, awards) in zip(points, AWARDS.items(), strict=True):
        gross, pension, tax, insurance, net = WAGES[hours]
        assert point.hours_per_week == hours
        assert money(point, "gross_pay") == gross
        assert money(point, "employee_pension") == pension
        assert money(point, "income_tax") == tax
        assert money(point, "national_insurance") == insurance
        assert money(point, "net_pay") == net
        assert money(point, "universal_credit") == awards[place]
        assert point.total_income_per_month == pytest.approx(net + awards[place], abs=1e-9)


@pytest.mark.parametrize("facts", NIL_POINTS)
def test_nil_point_on_both_sides_of_the_penny(facts: str):
    """With no tax, National Insurance or pension in the way, net pay is gross pay."""
    parts, first_nil = NIL_POINTS[facts]
    case = untaxed(**parts)
    below, at = at_pay(case, first_nil - 0.01), at_pay(case, first_nil)
    assert below.lines["net_pay"][0] == pytest.approx(first_nil - 0.01)
    assert below.lines["universal_credit"][0] >= 0.01
    assert at.lines["universal_credit"][0] == 0


def untaxed(**parts: Any) -> Case:
    return case_with(
        **{
            "job__pension": NO_PENSION,
            "job__tax_code": "NT",
            "job__national_insurance_category": "C",
            **parts,
        }
    )


def test_no_award_is_paid_where_the_algebra_gives_one_of_nothing():
    award = at_pay(untaxed(), 2799.18).workings
    assert award["uc_earnings_deduction"][0] == 1304.70
    assert award["uc_maximum_amount"][0] == 1304.70


@pytest.mark.parametrize(
    ("name", "maximum", "allowance", "net", "gross_week", "hours"),
    [("a02", 854.70, 710, 2264.00, 631.60, 49.7), ("a11", 642.16, 427, 1594.56, 417.04, 32.8)],
)
def test_supported_and_temporary_homes_reach_nil_where_worked_out(
    name: str, maximum: float, allowance: float, net: float, gross_week: float, hours: float
):
    """The published point is the algebra's; by the penny the award may end one before it."""
    comparison = compared(scenario(name), thresholds=True)
    (nil,) = [t for t in comparison.thresholds if t.code == "universal_credit"]
    assert maximum / 0.55 + allowance == pytest.approx(net, abs=0.005)
    at_line = point_at(scenario(name), nil.hours_per_week)
    assert money(at_line, "net_pay") == pytest.approx(net, abs=0.60)
    assert nil.gross_per_month * 12 / 52 == pytest.approx(gross_week, abs=0.10)
    assert nil.gross_per_month * 12 / 52 / 12.71 == pytest.approx(hours, abs=0.05)
    results = at_pay(scenario(name), nil.gross_per_pay_period - 0.01, nil.hours_per_week)
    assert results.lines["universal_credit"][0] >= 0.01


def test_supported_home_has_the_higher_work_allowance_and_temporary_the_lower():
    supported, temporary = point_at(scenario("a02"), 16), point_at(scenario("a11"), 16)
    assert supported.workings["uc_work_allowance"] == 710
    assert temporary.workings["uc_work_allowance"] == 427
    assert supported.workings["uc_housing_costs_element"] == 0
    assert temporary.workings["uc_housing_costs_element"] == 0


def test_owner_loses_service_charges_with_the_first_penny_and_gets_the_higher_allowance():
    case = scenario("a12")
    now, at_any = compared(case).now, at_pay(case, 0.01, 0.01)
    assert now.workings["uc_housing_costs_element"] == 120
    assert now.workings["uc_work_allowance"] == 427
    assert at_any.workings["uc_housing_costs_element"][0] == 0
    assert at_any.workings["uc_work_allowance"][0] == 710


def test_esa_is_kept_within_permitted_work_and_taxed_with_the_wages():
    """A year: ESA 7,586.80 and wages 10,218 less pension 198.90; 20 per cent above 12,570."""
    at_15 = point_at(scenario("a04"), 15)
    assert money(at_15, "new_style_esa") == 632.23
    year = 7586.80 + 10218 - 198.90 - 12570
    assert money(at_15, "income_tax") == 0
    assert money(at_15, "tax_on_benefits") == pytest.approx(year * 0.2 / 12, abs=0.03)
    assert money(point_at(scenario("a04"), 16), "new_style_esa") == 0


def test_carer_keeps_the_allowance_at_16_hours_and_not_at_17():
    """203.36 a week less half the pension is under the limit of 204; 216.07 is over it."""
    nia = scenario("a08_cardiff_couple_carer_partner_job")
    at_16, at_17 = compared(nia, 16, 17).points
    assert money(at_16, "carers_allowance") == 374.62
    assert money(at_17, "carers_allowance") == 0
    assert at_17.workings["uc_carer_element"] == at_16.workings["uc_carer_element"] > 0


@pytest.mark.parametrize(
    ("hours", "housing_benefit_per_week"),
    [(0, 255.00), (8, 255.00), (14, 255.00), (15, 246.96), (20, 207.85), (37.5, 114.81)],
)
def test_housing_benefit_after_universal_credit_ends(hours: float, housing_benefit_per_week: float):
    """By the week, tax taken each pay day; earnings left out as from October 2026."""
    point = point_at(scenario("a03_northampton_supported_no_lcwra"), hours)
    expected = housing_benefit_per_week * 52 / 12
    assert money(point, "housing_benefit") == pytest.approx(expected, abs=0.05)


def test_student_income_is_spread_over_the_course_and_counted_less_the_disregard():
    """11,000 over nine months from September, less 110; the grant is not counted."""
    now = compared(scenario("a10")).now
    assert now.workings["uc_unearned_income"] == pytest.approx(11000 / 9 - 110, abs=0.01)
    assert money(now, "other_income") == pytest.approx(12000 / 9, abs=0.01)


def test_every_pay_cycle_gives_a_month_of_the_same_hours():
    gross = {
        paid: money(point_at(case_with(job__paid=paid), 16), "gross_pay")
        for paid in ("weekly", "fortnightly", "four_weekly", "monthly")
    }
    assert gross == {
        "weekly": 881.23,
        "fortnightly": 881.23,
        "four_weekly": 881.23,
        "monthly": 881.23,
    }
