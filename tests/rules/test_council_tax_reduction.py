"""The reduction: worked figures, boundaries of each line, and what is not known.

Expected figures come from published examples or are worked by hand from the schemes' figures.
"""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
import yaml

from benefits_calc.rules.local_schemes.methods import (
    maximum_reduction,
    share_by_band,
    tapered_reduction,
)
from tests.rules.council_tax_run import (
    BAND_B_ALONE_KINGSTON,
    MONTH,
    born,
    claimants,
    of,
    run,
)

PUBLISHED = {
    case["id"]: case
    for case in yaml.safe_load(
        (Path(__file__).parents[1] / "data" / "published.yaml").read_text("utf-8")
    )
}
ADULT = {"birth_date": born(40), "lives_with_benunit_as_non_dependant": True}
YEAR_BEFORE = date(2025, 12, 1)
# A bill of 10 pounds a day: 3,650 / 365 x 7 = 70 a week.
BILL_70 = {"is_council_tax_bill_given": True, "council_tax_bill_given_per_year": 3650.0}
LCWRA_RENTER = {
    "birth_date": born(30),
    "work_capability": "lcwra",
    "health_element_rate": "protected",
    "tenure": "social_rent",
    "rent_per_month": 450.0,
}
NO_EXCESS = {
    "birth_date": born(34),
    "uc_maximum_amount": 900.0,
    "universal_credit": 900.0,
    "is_entitled_to_universal_credit": True,
}


def week(**facts):
    known, amount = of("council_tax_reduction_is_known", "council_tax_reduction_per_week", **facts)
    assert known
    return amount


def known(**facts):
    return of("council_tax_reduction_is_known", **facts)


def excess(pounds_a_week):
    """Universal Credit figures with that much income over the maximum amount."""
    return {**NO_EXCESS, "universal_credit": 0.0, "uc_earned_income": 900 + pounds_a_week * 52 / 12}


# --- published cases -------------------------------------------------------------------------


def test_south_oxfordshire_taper():
    facts = PUBLISHED["southoxon-hb"]
    inputs = facts["inputs"]
    found = tapered_reduction(
        maximum_reduction(inputs["council_tax_week"], 1.0, 0.0),
        0.2,
        inputs["income_week"],
        inputs["applicable_amount"],
    )
    assert found == pytest.approx(facts["expected"]["council_tax_reduction"]["value"], abs=0.005)


def test_newham_taper():
    case = PUBLISHED["pe-ctr-newham-2026"]
    inputs = case["inputs"]
    year = 52 * tapered_reduction(
        maximum_reduction(inputs["council_tax_year"] / 52, 0.7, 0.0),
        0.25,
        inputs["income"] / 52,
        inputs["applicable_amount"] / 52,
    )
    expected = case["expected"]["council_tax_reduction"]["value"]
    assert year == pytest.approx(expected, abs=0.005)


def test_newham_scheme_has_the_case_s_share_and_taper():
    case = PUBLISHED["pe-ctr-newham-2026"]["inputs"]
    facts = {**excess(1000 / 52), "scheme": "newham", "is_council_tax_bill_given": True}
    facts["council_tax_bill_given_per_year"] = float(case["council_tax_year"])
    # Ours is by the day: 1,260 / 365 x 7 - 0.25 x 1000 / 52.
    assert week(**facts) == pytest.approx(1260 / 365 * 7 - 250 / 52, abs=1e-6)


def test_bath_and_north_east_somerset_bands():
    case = PUBLISHED["bathnes-bands"]
    inputs, additions = case["inputs"], case["inputs"]["additions"]
    starts = [row[0] for row in inputs["bands_single"]]
    shares = [row[2] / 100 for row in inputs["bands_single"]]
    found = []
    for household in inputs["cases"]:
        more = household["couple"] * additions["partner"]
        more = min(more + household["children"] * additions["per_child"], additions["maximum"])
        moved = [starts[0], *(start + more for start in starts[1:])]
        income = np.array([float(household["income_week"])])
        found.append(100 * share_by_band(income, moved, shares)[0])
    assert found == pytest.approx(case["expected"]["discount_percent"]["value"])


def test_central_bedfordshire_income_leaves_housing_out():
    case = PUBLISHED["centralbeds-steve"]
    inputs = case["inputs"]
    income = of(
        "council_tax_band_income",
        scheme="croydon",
        birth_date=born(34),
        universal_credit=inputs["uc_week"] * 52 / 12,
        uc_housing_costs_element=inputs["housing_element_week"] * 52 / 12,
    )
    assert income == pytest.approx(case["expected"]["income_for_band"]["value"], abs=0.005)


# --- worked examples of the schemes ----------------------------------------------------------


@pytest.mark.parametrize(
    ("earned", "expected"), [(0.0, 29.19), (440.61, 9.20), (881.23, 0.05), (900.0, 0.0)]
)
def test_kingston_tenant_with_lcwra(earned, expected):
    facts = {**LCWRA_RENTER, **BAND_B_ALONE_KINGSTON, "uc_earned_income": earned}
    assert week(**facts) == pytest.approx(expected, abs=0.005)


def test_kingston_excess_at_eight_hours():
    income, amount = of(
        "council_tax_income",
        "council_tax_applicable_amount",
        **{**LCWRA_RENTER, **BAND_B_ALONE_KINGSTON, "uc_earned_income": 440.61},
    )
    assert income - amount == pytest.approx(99.95, abs=0.005)


def test_west_northamptonshire_meets_four_fifths():
    facts = {**NO_EXCESS, "band": "b", "band_d": 2486.66, "scheme": "west_northamptonshire"}
    assert week(**facts) == pytest.approx(22.26, abs=0.005)
    bill = of("council_tax_bill_per_week", **facts)
    assert bill - week(**facts) == pytest.approx(5.56, abs=0.005)


def test_west_northamptonshire_care_leaver_under_25_has_all_of_it():
    facts = {**NO_EXCESS, **BILL_70, "scheme": "west_northamptonshire", "is_care_leaver": True}
    assert week(**{**facts, "birth_date": date(2001, 12, 2)}) == pytest.approx(70.0)
    assert week(**{**facts, "birth_date": date(2001, 12, 1)}) == pytest.approx(56.0)


def test_a_full_reduction_is_the_bill_to_the_penny():
    bill, reduction = of(
        "council_tax_bill", "council_tax_reduction", **LCWRA_RENTER, **BAND_B_ALONE_KINGSTON
    )
    assert bill == reduction == 126.84


def test_a_month_is_a_twelfth_of_a_year():
    # 9.20 a week and a bit: 29.18962 - 0.2 x 99.94985 = 9.19965; x 365 / 7 / 12 = 39.97.
    facts = {**LCWRA_RENTER, **BAND_B_ALONE_KINGSTON, "uc_earned_income": 440.61}
    assert of("council_tax_reduction", **facts) == 39.97


SHARES = {
    "england_default_scheme": 1.0,
    "kingston_upon_thames": 1.0,
    "merton": 1.0,
    "hammersmith_and_fulham": 1.0,
    "westminster": 1.0,
    "bristol_city_of": 1.0,
    "wales_working_age": 1.0,
    "newham": 0.70,
    "west_northamptonshire": 0.80,
    "north_northamptonshire": 0.75,
}


@pytest.mark.parametrize("scheme", sorted(SHARES))
def test_each_taper_scheme_at_and_past_its_maximum(scheme):
    taper = 0.25 if scheme == "newham" else 0.20
    most = 70 * SHARES[scheme]
    facts = {**BILL_70, "scheme": scheme}
    assert week(**facts, **excess(0)) == pytest.approx(most)
    assert week(**facts, **excess(0.01)) == pytest.approx(most - taper * 0.01)
    assert week(**facts, **excess(100)) == pytest.approx(most - taper * 100)
    assert week(**facts, **excess(most / taper - 0.01)) == pytest.approx(taper * 0.01)
    assert week(**facts, **excess(most / taper)) == pytest.approx(0.0, abs=1e-9)


def test_southwark_is_of_2025():
    facts = {**NO_EXCESS, **BILL_70, "scheme": "southwark"}
    assert week(**facts, day=date(2026, 3, 31)) == pytest.approx(59.5)
    assert not known(**facts, day=date(2026, 4, 1))
    assert of("council_tax_reduction", **facts, day=date(2026, 4, 1)) == 0.0


@pytest.mark.parametrize(
    ("scheme", "day", "held"),
    [
        ("kingston_upon_thames", date(2026, 3, 31), False),
        ("kingston_upon_thames", date(2026, 4, 1), True),
        ("kingston_upon_thames", date(2027, 3, 31), True),
        ("kingston_upon_thames", date(2027, 4, 1), False),
        ("scotland_working_age", date(2025, 3, 31), False),
        ("scotland_working_age", date(2025, 4, 1), True),
        ("wales_working_age", date(2025, 4, 1), True),
        ("wales_working_age", date(2027, 4, 1), False),
        ("none", date(2026, 12, 1), False),
    ],
)
def test_a_scheme_serves_only_its_own_dates(scheme, day, held):
    facts = {**NO_EXCESS, **BILL_70, "scheme": scheme, "day": day}
    facts["lives_in_scotland"] = scheme == "scotland_working_age"
    assert known(**facts) == held


@pytest.mark.parametrize(
    ("scheme", "limit"), [("kingston_upon_thames", 16000.0), ("newham", 6000.0)]
)
def test_capital_limit(scheme, limit):
    facts = {**NO_EXCESS, **BILL_70, "scheme": scheme}
    assert week(**facts, capital=limit) > 0
    assert week(**facts, capital=limit + 0.01) == 0.0


def test_a_capped_award_leaves_the_full_reduction():
    facts = {**NO_EXCESS, **BILL_70, "scheme": "merton", "universal_credit": 400.0}
    assert week(**facts) == pytest.approx(70.0)


def test_rows_of_different_schemes_and_years_share_one_run():
    households = [
        {**NO_EXCESS, **BILL_70, "scheme": "kingston_upon_thames"},
        {**NO_EXCESS, **BILL_70, "scheme": "newham"},
        {**NO_EXCESS, **BILL_70, "scheme": "southwark", "day": YEAR_BEFORE},
        {**NO_EXCESS, **BILL_70, "scheme": "none"},
        {**NO_EXCESS, **BILL_70, "scheme": "oxford", "others": [ADULT]},
        {**NO_EXCESS, **BILL_70, "scheme": "wales_working_age", "day": YEAR_BEFORE},
    ]
    result = run(households)
    weeks = claimants(result, households, "council_tax_reduction_per_week")
    assert weeks == pytest.approx([70.0, 49.0, 59.5, 0.0, 64.8, 70.0])
    answers = claimants(result, households, "council_tax_reduction_is_known")
    assert answers.tolist() == [True, True, True, False, True, True]


# --- other adults ----------------------------------------------------------------------------

PRESCRIBED = [(0, 5.20), (279, 10.60), (485, 13.30), (605, 15.95)]
DEDUCTIONS = {
    "england_default_scheme": PRESCRIBED,
    "merton": PRESCRIBED,
    "oxford": PRESCRIBED,
    "kingston_upon_thames": [(0, 5.64), (279, 11.50), (485, 14.43), (605, 17.31)],
    "newham": [(0, 7.54), (183, 14.96), (316, 18.84), (394, 22.61)],
    "wales_working_age": [(0, 6.70), (279, 13.35), (485, 16.80), (605, 20.05)],
    "scotland_working_age": [(0, 5.55), (286, 10.95), (497, 13.90), (614, 16.55)],
}
DEDUCTIONS_2025 = {
    "southwark": [(0, 5.00), (266, 10.20), (463, 12.80), (577, 15.35)],
    "wales_working_age": [(0, 6.25), (266, 12.45), (463, 15.65), (577, 18.70)],
    "scotland_working_age": [(0, 5.35), (273, 10.55), (474, 13.40), (586, 15.95)],
}
TABLES = [(date(2026, 12, 1), DEDUCTIONS), (YEAR_BEFORE, DEDUCTIONS_2025)]


def deduction(scheme, *others, **facts):
    facts = {**NO_EXCESS, **BILL_70, "scheme": scheme, "others": list(others), **facts}
    facts["lives_in_scotland"] = scheme == "scotland_working_age"
    return of("council_tax_deductions_per_week", **facts)


def earner(gross, hours=16.0):
    return {
        **ADULT,
        "non_dependant_gross_income_per_week": gross,
        "non_dependant_hours_per_week": hours,
    }


@pytest.mark.parametrize(
    ("day", "scheme", "band"),
    [(day, s, b) for day, tables in TABLES for s in tables for b in range(4)],
)
def test_each_band_of_deductions_on_both_sides(day, scheme, band):
    table = dict(TABLES)[day][scheme]
    start, amount = table[band]
    assert deduction(scheme, earner(start + 0.0), day=day) == pytest.approx(amount)
    if band:
        before = table[band - 1][1]
        assert deduction(scheme, earner(start - 0.01), day=day) == pytest.approx(before)


def test_under_sixteen_hours_is_the_lowest_deduction():
    assert deduction("merton", earner(700.0, 15.99)) == pytest.approx(5.20)
    assert deduction("merton", earner(700.0, 16.0)) == pytest.approx(15.95)


@pytest.mark.parametrize(
    ("other", "amount"),
    [
        (ADULT, 5.0),
        (earner(0.01, 1.0), 10.0),
        (earner(24000 / 52, 40.0), 10.0),
        (earner(24001 / 52, 40.0), 30.0),
    ],
)
def test_croydon_deductions_for_any_work(other, amount):
    assert deduction("croydon", other) == pytest.approx(amount)


def test_lambeth_deductions_for_any_earnings():
    assert deduction("lambeth", ADULT) == pytest.approx(10.0)
    assert deduction("lambeth", earner(0.01, 0.5)) == pytest.approx(16.0)


@pytest.mark.parametrize(
    "other",
    [
        {"birth_date": date(2008, 12, 2)},
        {"is_exempt_from_non_dependant_deduction": True},
        {"is_on_universal_credit_without_earnings": True},
        {"is_disregarded_for_council_tax_otherwise": True},
        {"is_student_for_council_tax": True},
        {"lives_with_benunit_as_non_dependant": False},
    ],
    ids="-".join,
)
def test_adults_without_a_deduction(other):
    assert deduction("merton", {**ADULT, **other}) == 0.0


@pytest.mark.parametrize(
    "award",
    [
        {"pip_daily_living": "standard"},
        {"dla_care": "lowest"},
        {"attendance_allowance_rate": "lower"},
        {"has_armed_forces_independence_payment": True},
        {"is_severely_sight_impaired": True},
    ],
    ids="-".join,
)
def test_awards_that_free_the_applicant(award):
    assert deduction("merton", ADULT, **award) == 0.0
    assert deduction("merton", ADULT, partner={"birth_date": born(30), **award}) == 0.0


def test_two_adults_two_deductions_shared_among_those_liable():
    assert deduction("merton", ADULT, earner(300.0)) == pytest.approx(15.80)
    shared = deduction("merton", ADULT, earner(300.0), people_liable_for_council_tax=2.0)
    assert shared == pytest.approx(7.90)


def test_deductions_come_off_the_reduction():
    facts = {**BILL_70, "scheme": "newham", "others": [ADULT]}
    assert week(**facts, **excess(0)) == pytest.approx(0.7 * 70 - 7.54)
    assert week(**facts, **excess(100)) == pytest.approx(0.7 * 70 - 7.54 - 25)


# --- Scotland --------------------------------------------------------------------------------

SCOTLAND = {"scheme": "scotland_working_age", "lives_in_scotland": True, **BILL_70, "band": "b"}
GLASGOW_CLIENT = {
    **SCOTLAND,
    "birth_date": born(45),
    "work_capability": "lcwra",
    "health_element_rate": "protected",
    "pip_daily_living": "standard",
    "has_adult_disability_payment": True,
}


def test_applicable_amount_with_lcwra_and_daily_living():
    # 95.55 + 50.35 + 86.05 + 22.00
    found = of("council_tax_applicable_amount", **GLASGOW_CLIENT)
    assert found == pytest.approx(253.95)


def test_same_applicable_amount_in_2025():
    # 92.05 + 48.50 + 82.90 + 21.20
    found = of("council_tax_applicable_amount", **GLASGOW_CLIENT, day=YEAR_BEFORE)
    assert found == pytest.approx(244.65)


def test_full_reduction_at_twenty_hours():
    # 250.80 a week net, less 20.
    facts = {**GLASGOW_CLIENT, "uc_earned_income": 250.80 * 52 / 12, "hours_per_week": 20.0}
    income, amount = of("council_tax_income", "council_tax_reduction_per_week", **facts)
    assert income == pytest.approx(230.80)
    assert amount == pytest.approx(70.0)


def test_where_the_reduction_starts_to_fall():
    # 253.95 + 20; no additional 17.10 with an award (Sch 3 para 15(1) is for regulation 50).
    at = {**GLASGOW_CLIENT, "uc_earned_income": 273.95 * 52 / 12, "hours_per_week": 30.0}
    assert week(**at) == pytest.approx(70.0)
    past = {**at, "uc_earned_income": 283.95 * 52 / 12}
    assert week(**past) == pytest.approx(68.0)


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ({"birth_date": date(2001, 12, 2)}, 75.65),
        ({"birth_date": date(2001, 12, 1)}, 95.55),
        ({"birth_date": born(20), "work_capability": "lcw"}, 95.55 + 37.95),
        ({"birth_date": born(20), "work_capability": "lcwra"}, 95.55 + 50.35 + 22.00),
        ({"birth_date": born(20), "children": [{"birth_date": born(4)}]}, 95.55 + 109.85),
        ({"partner": {"birth_date": born(30)}}, 150.15),
        ({"pip_mobility": "standard"}, 95.55 + 44.85),
        ({"pip_mobility": "standard", "work_capability": "lcw"}, 95.55 + 37.95),
        ({"pip_daily_living": "standard"}, 95.55 + 44.85 + 86.05),
        ({"pip_daily_living": "enhanced"}, 95.55 + 44.85 + 86.05 + 22.00),
        ({"pip_daily_living": "standard", "others": [ADULT]}, 95.55 + 44.85),
        ({"pip_daily_living": "standard", "is_cared_for_by_paid_carer": True}, 95.55 + 44.85),
        ({"has_carers_benefit": True}, 95.55 + 48.15),
        ({"cares_for_hours_per_week": 35.0}, 95.55 + 48.15),
        (
            {"partner": {"birth_date": born(30), "work_capability": "lcwra"}},
            150.15 + 50.35 + 31.40,
        ),
        (
            {
                "pip_daily_living": "standard",
                "partner": {"birth_date": born(30), "pip_daily_living": "standard"},
            },
            150.15 + 64.00 + 172.10,
        ),
        (
            {"children": [{"birth_date": born(4), "dla_care": "highest"}]},
            95.55 + 109.85 + 84.46 + 33.99,
        ),
    ],
)
def test_applicable_amounts_in_scotland(facts, amount):
    household = {**SCOTLAND, "birth_date": born(40), **facts}
    assert of("council_tax_applicable_amount", **household) == pytest.approx(amount)


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ({}, 5.0),
        ({"partner": {"birth_date": born(30)}}, 10.0),
        ({"children": [{"birth_date": born(4)}]}, 25.0),
        ({"children": [{"birth_date": born(4)}], "work_capability": "lcwra"}, 25.0),
        ({"work_capability": "lcw"}, 20.0),
        ({"work_capability": "lcwra"}, 20.0),
        ({"pip_mobility": "standard"}, 20.0),
        ({"has_carers_benefit": True}, 20.0),
    ],
)
def test_scottish_disregard_by_household(facts, amount):
    household = {
        **SCOTLAND,
        "birth_date": born(40),
        "uc_employed_earnings": 800.0,
        **facts,
    }
    assert of("scottish_council_tax_disregard", **household) == pytest.approx(amount)


@pytest.mark.parametrize(
    ("elements", "award", "cap", "counted"),
    [
        ({}, 700.0, 0.0, 0.0),
        ({"uc_child_element": 300.0}, 900.0, 0.0, 300.0),
        ({"uc_child_element": 300.0}, 250.0, 0.0, 250.0),
        ({"uc_child_element": 300.0, "uc_childcare_element": 85.0}, 900.0, 0.0, 385.0),
        ({"uc_child_element": 300.0, "uc_disabled_child_element": 160.0}, 900.0, 0.0, 460.0),
        ({"uc_child_element": 300.0, "transitional_element": 50.0}, 900.0, 0.0, 350.0),
        ({"transitional_element": 50.0}, 900.0, 0.0, 50.0),
        ({"transitional_element": 50.0}, 20.0, 0.0, 50.0),
        ({"transitional_element": 50.0}, 900.0, 870.0, 30.0),
        ({"uc_child_element": 300.0}, 900.0, 650.0, 250.0),
        ({"uc_child_element": 300.0}, 0.0, 0.0, 0.0),
    ],
)
def test_how_much_universal_credit_counts_in_scotland(elements, award, cap, counted):
    found = of(
        "scottish_council_tax_universal_credit_counted",
        **elements,
        uc_award_before_cap=award,
        benefit_cap_reduction=cap,
    )
    assert found == pytest.approx(counted)


def test_scottish_childcare_is_the_element_over_its_rate():
    child = {"birth_date": born(4), "childcare_charges_per_month": 500.0}
    found = of("scottish_council_tax_childcare", **SCOTLAND, children=[child],
               uc_childcare_element=425.0)  # fmt: skip
    assert found == pytest.approx(115.38)  # 500 x 12 / 52
    most = of("scottish_council_tax_childcare", **SCOTLAND, children=[child],
              uc_childcare_element=1700.0)  # fmt: skip
    assert most == pytest.approx(290.0)
    two = of("scottish_council_tax_childcare", **SCOTLAND, children=[child, dict(child)],
             uc_childcare_element=1900.0)  # fmt: skip
    assert two == pytest.approx(497.0)


def test_nil_award_is_bridged_only_in_scotland_and_only_when_said():
    nil = {"birth_date": born(45), "work_capability": "lcwra", "uc_earned_income": 2600.0}
    on_award = "has_universal_credit_for_council_tax"
    bridged = {"has_bridged_nil_universal_credit_award": True}
    assert not of(on_award, **SCOTLAND, **nil)
    assert of(on_award, **SCOTLAND, **nil, **bridged)
    assert not of(on_award, **nil, **bridged)
    # With the bridge LCWRA still brings its component: 95.55 + 50.35 + 22.00.
    amount = of("council_tax_applicable_amount", **SCOTLAND, **nil, **bridged)
    assert amount == pytest.approx(167.90)
    # Without it the Universal Credit decision says nothing: 95.55.
    assert of("council_tax_applicable_amount", **SCOTLAND, **nil) == pytest.approx(95.55)


@pytest.mark.parametrize(
    ("band", "earned", "held"),
    [("d", 2000.0, True), ("e", 0.0, True), ("e", 2000.0, False), ("h", 2000.0, False)],
)
def test_scottish_relief_for_higher_bands_is_not_guessed(band, earned, held):
    facts = {**SCOTLAND, "birth_date": born(45), "band": band, "uc_earned_income": earned}
    facts |= {"is_entitled_to_universal_credit": True, "universal_credit": 10.0}
    assert known(**facts) == held


# --- without Universal Credit ----------------------------------------------------------------

OFF = {"claims_universal_credit": False, "birth_date": born(40), **BILL_70}


@pytest.mark.parametrize(
    ("scheme", "amounts"),
    [
        ("kingston_upon_thames", (75.65, 95.55, 150.15, 87.88)),
        ("wales_working_age", (80.60, 101.85, 159.85, 87.88)),
    ],
)
def test_allowances_without_universal_credit(scheme, amounts):
    young, single, couple, child = amounts
    name = "council_tax_applicable_amount"
    facts = {**OFF, "scheme": scheme}
    assert of(name, **{**facts, "birth_date": date(2001, 12, 2)}) == pytest.approx(young)
    assert of(name, **facts) == pytest.approx(single)
    assert of(name, **facts, partner={"birth_date": born(39)}) == pytest.approx(couple)
    parent = of(name, **facts, children=[{"birth_date": born(3)}])
    assert parent == pytest.approx(single + child)


def test_esa_support_group_without_universal_credit():
    # Component and enhanced premium; the disability premium is barred (95.55 + 50.35 + 22.00).
    facts = {**OFF, "scheme": "merton", "new_style_esa_group": "support"}
    facts |= {"pip_mobility": "standard", "is_within_permitted_work": True}
    assert of("council_tax_applicable_amount", **facts) == pytest.approx(167.90)


def test_universal_credit_decision_alone_brings_no_component():
    facts = {**OFF, "scheme": "merton", "work_capability": "lcwra", "pip_mobility": "standard"}
    assert of("council_tax_applicable_amount", **facts) == pytest.approx(95.55 + 44.85)


@pytest.mark.parametrize(
    ("earnings", "hours", "expected"),
    [
        # 5 ignored: 70 - 0.2 x (200 - 5 - 95.55)
        (200.0, 15.0, 70 - 0.2 * 99.45),
        # 25 and over with 30 hours: 17.10 more
        (200.0, 30.0, 70 - 0.2 * 82.35),
        (200.0, 29.99, 70 - 0.2 * 99.45),
        (100.55, 10.0, 70.0),
        (450.54, 10.0, 0.002),
        (450.56, 10.0, 0.0),
    ],
)
def test_earnings_without_universal_credit(earnings, hours, expected):
    facts = {**OFF, "scheme": "kingston_upon_thames", "hours_per_week": hours}
    assert week(**facts, hb_earnings_per_week=earnings) == pytest.approx(expected, abs=1e-6)


def test_tariff_income_without_universal_credit():
    # 6,250.01 is two steps: 2 pounds; other income 95.55 takes the allowance up.
    facts = {**OFF, "scheme": "kingston_upon_thames", "hb_other_income_of_person": 95.55}
    assert week(**facts, capital=6000.0) == pytest.approx(70.0)
    assert week(**facts, capital=6250.0) == pytest.approx(69.8)
    assert week(**facts, capital=6250.01) == pytest.approx(69.6)


@pytest.mark.parametrize(
    ("scheme", "day", "held"),
    [
        ("wales_working_age", date(2026, 3, 31), False),
        ("wales_working_age", date(2026, 4, 1), True),
        ("bristol_city_of", date(2026, 12, 1), True),
        ("newham", date(2026, 12, 1), False),
        ("westminster", date(2026, 12, 1), False),
        ("croydon", date(2026, 12, 1), False),
        ("oxford", date(2026, 12, 1), False),
    ],
)
def test_where_amounts_without_universal_credit_are_held(scheme, day, held):
    assert known(**OFF, scheme=scheme, day=day) == held


# --- bands -----------------------------------------------------------------------------------

CROYDON = [0.75, 0.60, 0.40, 0.30, 0.20, 0.15, 0.10, 0.0]
CROYDON_PARENT = [0.80, 0.70, 0.60, 0.50, 0.40, 0.30, 0.20, 0.0]
CROYDON_STARTS = [0, 158, 208, 258, 308, 358, 408, 458]
LAMBETH = [0.735, 0.55, 0.45, 0.30, 0.15, 0.0]
LAMBETH_STARTS = [0, 0.01, 100.01, 200.01, 300.01, 380.01]
LAMBETH_PARENT = [0, 0.01, 130.01, 230.01, 330.01, 410.01]
LAMBETH_THREE = [0, 0.01, 190.01, 290.01, 390.01, 470.01]
OXFORD = [1.0, 0.75, 0.50, 0.25, 0.0]
OXFORD_STARTS = [0, 480.01, 530.01, 580.01, 660.01]
CHILD = {"birth_date": born(8)}
SMALL = {"birth_date": born(2)}
BAND_D = {"band": "d"}
BANDED = [
    ("croydon", BAND_D, CROYDON_STARTS, CROYDON),
    ("croydon", {**BAND_D, "children": [CHILD]}, CROYDON_STARTS, CROYDON),
    ("croydon", {**BAND_D, "children": [SMALL]}, CROYDON_STARTS, CROYDON_PARENT),
    ("lambeth", {}, LAMBETH_STARTS, LAMBETH),
    ("lambeth", {"children": [CHILD]}, LAMBETH_PARENT, LAMBETH),
    ("lambeth", {"children": [CHILD] * 3}, LAMBETH_THREE, LAMBETH),
    ("oxford", {}, OXFORD_STARTS, OXFORD),
    ("ealing", {}, [0, 154.19, 179.90], [0.80, 0.60, 0.50]),
]


@pytest.mark.parametrize("row", range(len(BANDED)))
def test_every_band_on_both_sides_of_its_start(row):
    scheme, facts, starts, shares = BANDED[row]
    base = {**NO_EXCESS, **BILL_70, **facts, "scheme": scheme}
    for place, (start, share) in enumerate(zip(starts, shares, strict=True)):
        at = week(**base, council_tax_band_income=float(start))
        assert at == pytest.approx(70 * share), (scheme, start)
        if place:
            before = week(**base, council_tax_band_income=start - 0.01)
            assert before == pytest.approx(70 * shares[place - 1]), (scheme, start)


def test_croydon_disabled_and_not_working_has_all_of_it():
    facts = {**NO_EXCESS, **BILL_70, "scheme": "croydon", "pip_daily_living": "standard"}
    assert week(**facts) == pytest.approx(70.0)
    assert week(**facts, capital=16000.0) == pytest.approx(70.0)
    assert week(**facts, capital=16000.01) == 0.0


def test_croydon_first_pound_of_work():
    facts = {**NO_EXCESS, **BILL_70, "scheme": "croydon", "pip_daily_living": "standard"}
    facts |= {"band": "b", "universal_credit": 0.0, "employment_income": 40.0}
    # In work: bands, 50 pounds a week left out, savings to 8,000.
    at_half = {**facts, "uc_earned_income": 208 * 52 / 12}
    assert of("council_tax_band_income", **at_half) == pytest.approx(158.0)
    assert week(**at_half) == pytest.approx(0.60 * 70)
    assert week(**{**facts, "uc_earned_income": 207.98 * 52 / 12}) == pytest.approx(0.75 * 70)
    assert week(**at_half, capital=8000.01) == 0.0


def test_croydon_income_leaves_elements_out():
    # 1,300 less 450 rent, 217.26 LCWRA, 160 child, half of 209.34.
    found = of(
        "council_tax_band_income",
        scheme="croydon",
        universal_credit=1300.0,
        uc_housing_costs_element=450.0,
        uc_lcwra_element=217.26,
        uc_disabled_child_element=160.0,
        uc_carer_element=209.34,
    )
    assert found == pytest.approx((1300 - 450 - 217.26 - 160 - 104.67) * 12 / 52)


@pytest.mark.parametrize(("band", "share"), [("c", 1.0), ("d", 1.0), ("e", 9 / 11), ("h", 9 / 18)])
def test_croydon_meets_no_more_than_band_d(band, share):
    facts = {**NO_EXCESS, "scheme": "croydon", "band": band, **BILL_70}
    found = week(**facts, council_tax_band_income=0.0)
    assert found == pytest.approx(0.75 * 70 * share)


def test_croydon_needs_the_band_for_its_limit():
    facts = {**NO_EXCESS, "scheme": "croydon", **BILL_70, "council_tax_band_income": 0.0}
    assert not known(**facts)
    assert known(**facts, pip_daily_living="standard")


def test_ealing_has_a_smallest_award_and_an_end():
    facts = {**NO_EXCESS, "scheme": "ealing", **BILL_70}
    assert known(**facts, council_tax_band_income=205.58)
    assert not known(**facts, council_tax_band_income=205.59)
    small = {**facts, "council_tax_bill_given_per_year": 130.0, "council_tax_band_income": 0.0}
    assert week(**small) == 0.0  # 130 / 365 x 7 x 0.8 = 1.99
    more = {**small, "council_tax_bill_given_per_year": 131.0}
    assert week(**more) == pytest.approx(131 / 365 * 7 * 0.8)


def test_ealing_protected_group():
    facts = {**NO_EXCESS, "scheme": "ealing", **BILL_70, "work_capability": "lcwra"}
    assert week(**facts) == pytest.approx(70.0)
    assert not known(**facts, uc_earned_income=10.0)


def test_sutton_of_2025_for_those_disabled_and_not_working():
    facts = {**NO_EXCESS, **BILL_70, "scheme": "sutton", "day": YEAR_BEFORE, "band": "c"}
    assert not known(**facts)
    assert week(**facts, work_capability="lcwra") == pytest.approx(0.95 * 70)
    above = {**facts, "band": "d", "work_capability": "lcwra"}
    assert week(**above) == pytest.approx(0.95 * 70 * 8 / 9)
    assert not known(**facts, work_capability="lcwra", employment_income=1.0)


# --- ask the council -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "facts"),
    [
        ("lambeth", {"pip_mobility": "standard"}),
        ("lambeth", {"work_capability": "lcw"}),
        ("lambeth", {"has_carers_benefit": True}),
        ("lambeth", {"benefit_cap_reduction": 1.0}),
        ("croydon", {"work_capability": "lcwra", "band": "b"}),
        ("croydon", {"pip_daily_living": "standard", "others": [ADULT], "band": "b"}),
        ("ealing", {"others": [ADULT]}),
        ("ealing", {"pension_income": 10.0}),
        ("west_northamptonshire", {"gets_war_pension": True}),
        ("merton", {"is_student_for_council_tax": True}),
        ("merton", {"claims_universal_credit": False, "is_entitled_to_universal_credit": False,
                    "pension_age_date": date(2026, 12, 1)}),
    ],
)  # fmt: skip
def test_what_a_scheme_leaves_open_is_asked_of_the_council(scheme, facts):
    household = {**NO_EXCESS, **BILL_70, "scheme": scheme}
    if scheme == "croydon":
        household["band"] = "b"
    assert known(**household)
    assert not known(**{**household, **facts})
    assert of("council_tax_reduction", **{**household, **facts}) == 0.0


def test_no_bill_no_question():
    assert known(birth_date=born(34), liable=False)
    assert known(birth_date=born(34), council_tax_exemption="other")
    assert not known(birth_date=born(34), scheme="merton", **{k: v for k, v in NO_EXCESS.items()
                                                              if k != "birth_date"})  # fmt: skip


def test_other_units_of_the_home_have_neither_bill_nor_reduction():
    result = run([{**NO_EXCESS, **BILL_70, "scheme": "merton", "others": [ADULT]}])
    assert result.calculate("council_tax_bill", MONTH).tolist()[1] == 0.0
    assert result.calculate("council_tax_reduction", MONTH).tolist()[1] == 0.0
