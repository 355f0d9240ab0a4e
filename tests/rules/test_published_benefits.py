"""The rules of benefits other than Universal Credit against worked examples that others published.

The cases are those of tests/data/published.yaml that `test_published.py` leaves to these rules. A
case of a year that the parameters do not hold is run with its own rates.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from benefits_calc.engine.sick_pay import (
    Absences,
    qualifying_days_between,
    statutory_sick_pay,
)
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.assessment_periods import assessment_period_containing
from benefits_calc.rules.conversions import per_month, per_week
from benefits_calc.rules.local_schemes.methods import (
    maximum_reduction,
    share_by_band,
    tapered_reduction,
)
from benefits_calc.rules.rounding import amount_to_penny
from benefits_calc.rules.transitional import ELEMENTS, relevant_increases
from tests.oracle.test_published import CASES, near
from tests.rules.council_tax_run import born as born_for_council_tax
from tests.rules.council_tax_run import of
from tests.rules.support import answer, child, claimant, family, one, other_adult, partner

BY_ID = {case["id"]: case for case in CASES}
RULES: dict[str, Any] = {}
CARERS = "dwp.carers_allowance"
WAGE = "dbt.minimum_wage.national_living_wage"
HB_CAP = "dwp.housing_benefit.benefit_cap"
IN_2024, IN_2025, IN_2026 = date(2024, 11, 8), date(2025, 11, 8), date(2026, 11, 8)

# By id: figures of an example that works by the year, where the law works by the week and drops
# a fraction of a penny of each week: up to 52 pence apart.
BY_THE_YEAR = {("pe-ca-2026-half-pension", "counted_earnings"): Decimal("0.52")}


def rule(name):
    def register(function):
        RULES[name] = function
        return function

    return register


# ------------------------------------------------------------------ New Style ESA
@rule("esa-permitted-work-limits")
def permitted_work_limits(f):
    limits = [
        one(family(), {WAGE: float(wage)}).person("permitted_work_higher_limit_per_week")[0]
        for wage in f["minimum_wage"].values()
    ]
    held = one(family(assessment_period_start=IN_2025))
    assert held.person("permitted_work_higher_limit_per_week")[0] == limits[-1]
    return {"limit": limits}


# ------------------------------------------------------------------ transitional protection
@rule("rightsnet-20802-loss-of-sdp")
def element_for_loss_of_a_premium(f):
    row = family(
        total_legacy_amount=float(f["total_legacy_excluding_hb"]),
        indicative_universal_credit_amount=float(f["standard_allowance"] + f["lcwra_element"]),
    )
    return {"transitional_element": one(row).unit("transitional_element_at_start")[0]}


def increases_of(before, now):
    """Relevant increases where some elements change and no other does."""
    nothing = dict.fromkeys(ELEMENTS, np.zeros(1))
    old, new = (
        {f"uc_{k}": np.array([float(v)]) for k, v in each.items()} for each in (before, now)
    )
    return float(relevant_increases(nothing | old, nothing | new)[0])


@rule("rightsnet-17679-carer-to-lcwra")
def carer_element_replaced_by_lcwra(f):
    lost = increases_of(
        {"carer_element": f["carer_element"]}, {"lcwra_element": f["lcwra_element"]}
    )
    return {"te_if_whole_increase": max(float(f["transitional_element"]) - lost, 0.0)}


# ------------------------------------------------------------------ Statutory Sick Pay
@rule("govuk-ssp-2026-80-percent")
def sick_pay_at_a_share_of_pay(f):
    who = claimant(
        sick_day=date.fromisoformat(f["sick_from"]),
        normal_weekly_earnings=float(f["earnings_8_weeks"]) / 8,
        sick_qualifying_days=5.0,
    )
    return {"ssp": one(family(who)).person("statutory_sick_pay_payment")[0]}


# ------------------------------------------------------------------ Carer's Allowance
def carer(pay_per_week, start, rates=None, **facts):
    """A week's allowance, and the earnings that count, of a carer paid so much a week."""
    who = claimant(
        claims_carers_allowance=True,
        cares_for_hours_per_week=35.0,
        additional_pay_per_pay_period=float(pay_per_week),
        pay_period="week",
        **facts,
    )
    got = one(family(who, assessment_period_start=start), rates)
    return {
        name: got.person(name)[0]
        for name in (
            "carers_allowance_per_week",
            "carers_earnings_per_week",
            "is_entitled_to_carers_allowance",
        )
    }


@rule("brumdaily-ca-month")
def a_month_over_the_limit(f):
    within, over = carer(196.00, IN_2025), carer(196.01, IN_2025)
    lost = within["carers_allowance_per_week"] - over["carers_allowance_per_week"]
    assert within["carers_allowance_per_week"] == float(f["carers_allowance_week"])
    return {"overpayment": lost * f["weeks_over"]}


@rule("contact-ca-2025")
def sixteen_hours_of_2025(f):
    got = carer(f["hours_week"] * f["hourly"], IN_2025)
    return {"eligible": bool(got["is_entitled_to_carers_allowance"])}


@rule("pe-ca-2026-half-pension")
def half_of_the_pension(f):
    # A scheme that takes 1,000 of all pay of 11,000 a year, week by week.
    share = float(f["pension_year"]) / float(f["earnings_gross_year"])
    got = carer(
        float(f["earnings_gross_year"]) / 52,
        IN_2026,
        pension_scheme="net_pay",
        pension_basis="all",
        pension_enrolment="joined",
        pension_share_of_pay=share,
    )
    return {
        "counted_earnings": 52 * got["carers_earnings_per_week"],
        "carers_allowance": 52 * got["carers_allowance_per_week"],
    }


@rule("mse-ca-151-01")
def a_penny_over(f):
    rates = {
        f"{CARERS}.earnings_limit_per_week": float(f["limit_week"]),
        f"{CARERS}.weekly_rate": float(f["carers_allowance_week"]),
    }
    return {
        "carers_allowance": [
            carer(pay, IN_2024, rates)["carers_allowance_per_week"]
            for pay in f["counted_earnings_week"]
        ]
    }


@rule("litrg-ca-2017")
def living_wage_of_2017(f):
    rates = {f"{CARERS}.earnings_limit_per_week": float(f["limit_week"])}
    got = carer(f["hours_week"] * f["hourly"], IN_2024, rates)
    return {
        "weekly_earnings": got["carers_earnings_per_week"],
        "eligible": bool(got["is_entitled_to_carers_allowance"]),
    }


# ------------------------------------------------------------------ Housing Benefit
def home(rent_per_week, **unit):
    facts = {
        "tenure": "supported",
        "rent_per_month": float(rent_per_week) * 52 / 12,
        "is_entitled_to_universal_credit": False,
    }
    return one(family(claimant(), **facts | unit))


@rule("southoxon-hb")
def taper_of_both(f):
    amounts = {
        "hb_income_per_week": float(f["income_week"]),
        "hb_applicable_amount": float(f["applicable_amount"]),
    }
    benefit = home(f["rent_week"], **amounts).unit("housing_benefit_per_week")[0]
    reduction = tapered_reduction(
        maximum_reduction(np.array([float(f["council_tax_week"])]), 1.0, 0.0),
        0.2,
        float(f["income_week"]),
        float(f["applicable_amount"]),
    )
    return {"housing_benefit": benefit, "council_tax_reduction": float(reduction[0])}


@rule("nwleics-under-occupied")
def spare_bedroom(f):
    # Housing Benefit of this kind has ended; a rent in Universal Credit falls by the same share.
    rent = float(f["rent_week"]) * 52 / 12
    got = one(
        family(
            claimant(int(f["age"])),
            tenure="social_rent",
            rent_per_month=rent,
            bedrooms=1.0 + f["spare_bedrooms"],
        )
    )
    return {"housing_benefit": per_week(got.unit("uc_housing_costs_element")[0], "month")}


def capped(f, others, benefit, cap):
    rates = {f"{HB_CAP}.{place}": float(f["cap_week"]) for place in (cap,)}
    people = [claimant()] + ([child(7)] if cap.endswith("children") else [])
    got = one(
        family(
            *people,
            tenure="temporary",
            lives_in_london=cap.startswith("london"),
            is_entitled_to_universal_credit=False,
            other_benefits_under_hb_cap_per_week=float(others),
            housing_benefit_before_cap_per_week=float(benefit),
        ),
        rates,
    )
    cap_itself = got.unit("hb_benefit_cap_amount_per_week")[0]
    return {
        "over_cap": float(others) + float(benefit) - cap_itself,
        "housing_benefit_after": got.unit("housing_benefit_per_week")[0],
    }


@rule("lewisham-cap")
def lone_parent_in_london(f):
    *others, benefit = f["weekly_benefits"]
    return capped(f, sum(others), benefit, "london.couple_or_children")


@rule("docslib-hb-cap-martin")
def single_outside_london(f):
    others, benefit = f["weekly_benefits"]
    assert benefit == f["housing_benefit_week"]
    return capped(f, others, benefit, "outside_london.single")


# ------------------------------------------------------------------ council tax reduction
@rule("pe-ctr-newham-2026")
def newham(f):
    # The publisher works by the year. Newham's own share and taper are read from its scheme.
    facts = {
        "scheme": "newham",
        "birth_date": born_for_council_tax(34),
        "is_council_tax_bill_given": True,
        "council_tax_bill_given_per_year": float(f["council_tax_year"]),
        "council_tax_applicable_amount": float(f["applicable_amount"]) / (365 / 7),
        "council_tax_income": float(f["income"]) / (365 / 7),
    }
    return {"council_tax_reduction": of("council_tax_reduction_per_week", **facts) * 365 / 7}


@rule("bathnes-bands")
def bands_moved_by_additions(f):
    additions = f["additions"]
    starts = [float(row[0]) for row in f["bands_single"]]
    shares = [float(row[2]) / 100 for row in f["bands_single"]]
    found = []
    for household in f["cases"]:
        more = household["couple"] * additions["partner"]
        more += household["children"] * additions["per_child"]
        more = min(more, additions["maximum"])
        moved = [starts[0], *(start + more for start in starts[1:])]
        income = np.array([float(household["income_week"])])
        found.append(100 * share_by_band(income, moved, shares)[0])
    return {"discount_percent": found}


@rule("centralbeds-steve")
def income_without_housing(f):
    income = of(
        "council_tax_band_income",
        scheme="croydon",
        birth_date=born_for_council_tax(34),
        universal_credit=per_month(float(f["uc_week"]), "week"),
        uc_housing_costs_element=per_month(float(f["housing_element_week"]), "week"),
    )
    starts = [float(first) for first, _ in f["bands"].values()]
    names = list(f["bands"])
    place = share_by_band(np.array([income]), starts, [float(n) for n in range(len(names))])[0]
    year = float(f["pays_year_proposed"])
    return {
        "income_for_band": amount_to_penny(income),
        "current_band": names[int(place)],
        "pays_month_proposed": amount_to_penny(per_month(year, "year")),
    }


# ------------------------------------------------------------------ sick pay, redundancy, meals
@rule("govuk-ssp-2026-80-percent")
def a_week_of_sick_pay(f):
    first, last = (date.fromisoformat(f[name]) for name in ("sick_from", "sick_to"))
    days = qualifying_days_between(np.array([first]), np.array([last]), np.array([5.0]))
    sick = Absences(
        day=np.array([first], dtype="datetime64[D]"),
        normal_weekly_earnings=np.array([float(f["earnings_8_weeks"]) / 8]),
        qualifying_days_per_week=np.array([5.0]),
        days=days,
        earlier_days=np.zeros(1),
        had_esa=np.zeros(1, dtype=bool),
        protected=np.zeros(1, dtype=bool),
    )
    assert parameter_at("hmrc.statutory_sick_pay.weekly_rate", first) == float(f["rate_week"])
    return {"ssp": float(statutory_sick_pay(sick)[0])}


def redundancy(age, years, week, rates=None):
    who = claimant(
        age, complete_years_with_employer=float(years), weekly_pay_for_redundancy=float(week)
    )
    return float(one(family(who), rates).person("statutory_redundancy_pay")[0])


@rule("govuk-redundancy-45")
def twelve_years_at_45(f):
    rates = {"dbt.redundancy_pay.weekly_pay_limit": float(f["cap_week"])}
    return {"redundancy_pay": redundancy(f["age"], f["years"], f["weekly_pay"], rates)}


@rule("askcpag-free-school-meals")
def school_meals(f):
    before = date(2026, 7, 8)
    one_period = one(family(assessment_period_start=before)).unit("school_meals_earnings_limit")[0]
    england = "passported.free_school_meals.england"
    assert parameter_at(f"{england}.earnings_limit", before) == f["annual_limit"]
    more = [parameter_at(f"{england}.{n}_period_limit", before) for n in ("two", "three")]
    return {"limits": [float(one_period), *more]}


# ------------------------------------------------------------------ days of pay
def paydays_by_period(weeks_apart):
    """How many paydays fall in each assessment period of a year that has 26 fortnightly ones."""
    first = date(2026, 1, 8)
    days = np.arange(np.datetime64(first), np.datetime64("2027-01-02"), 7 * weeks_apart)
    counts: dict[Any, int] = {}
    for day in days.astype(object):
        start, _ = assessment_period_containing(day, 2)
        counts[start] = counts.get(start, 0) + 1
    return counts


@rule("uceplus-paydays-per-year")
def paydays(f):
    assert f["pay_frequency"] == ["fortnightly", "four-weekly"]
    fortnightly, four_weekly = (list(paydays_by_period(n).values()) for n in (2, 4))
    assert len(fortnightly) == len(four_weekly) == 12
    return {
        "fortnightly_periods_with_2": fortnightly.count(2),
        "fortnightly_periods_with_3": fortnightly.count(3),
        "four_weekly_periods_with_1": four_weekly.count(1),
        "four_weekly_periods_with_2": four_weekly.count(2),
    }


# ------------------------------------------------------------------ the comparison
@pytest.mark.parametrize("name", sorted(RULES))
def test_published_case(name):
    case = BY_ID[name]
    assert case["agrees"]
    got = RULES[name](
        {"benefit_year": case["benefit_year"]} | (case["steps"] or {}) | case["inputs"]
    )
    assert set(got) == set(case["recomputed"])
    for figure, wanted in case["recomputed"].items():
        value = _plain(got[figure])
        tolerance = BY_THE_YEAR.get((name, figure), Decimal(str(case["tolerance"])))
        assert near(value, wanted, tolerance), f"{figure}: {value}, not {wanted}"


def _plain(value):
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return Decimal(repr(round(float(value), 9)))
    return value


# ------------------------------------------------------------------ the cap in Housing Benefit
TA = {"tenure": "temporary", "is_entitled_to_universal_credit": False}


def benefit_after_cap(award, *people, others=(), **unit):
    facts = TA | {"housing_benefit_before_cap_per_week": float(award)} | unit
    rows = [family(*(people or (claimant(),)), others=others, **facts)]
    return round(float(answer(rows).unit("housing_benefit_per_week")[0]), 2)


@pytest.mark.parametrize(
    ("london", "family_of", "cap"),
    [
        (True, "single", 326.29),
        (True, "couple", 486.98),
        (True, "parent", 486.98),
        (False, "single", 283.71),
        (False, "couple", 423.46),
        (False, "parent", 423.46),
    ],
)
def test_cap_by_place_and_kind_a_penny_each_side(london, family_of, cap):
    # Annual limits of 25,323, 16,967, 22,020 and 14,753 over 52.
    more = {"single": [], "couple": [partner()], "parent": [child(7)]}[family_of]
    facts = {"lives_in_london": london, "child_benefit": 0.0}
    at, over = (benefit_after_cap(award, claimant(), *more, **facts) for award in (cap, cap + 0.01))
    assert (at, over) == (cap, cap)
    assert benefit_after_cap(cap + 100, claimant(), *more, **facts) == cap


def test_cap_adds_child_benefit_and_contributory_benefits_by_the_week():
    # 423.46 - 27.05 of Child Benefit; 283.71 - 95.55 of New Style JSA.
    parent = benefit_after_cap(420, claimant(), child(7), claims_child_benefit=True)
    assert parent == round(423.46 - 27.05, 2)
    jobseeker = claimant(claims_new_style_jsa=True)
    assert benefit_after_cap(280, jobseeker) == round(283.71 - 95.55, 2)


@pytest.mark.parametrize(
    "facts",
    [
        {"pip_mobility": "standard"},
        {"dla_care": "lowest"},
        {"has_armed_forces_independence_payment": True},
        {"has_armed_forces_or_industrial_award": True},
        {"new_style_esa_group": "support"},
        {"claims_carers_allowance": True, "cares_for_hours_per_week": 35.0},
    ],
)
def test_who_is_free_of_the_cap(facts):
    assert benefit_after_cap(600, claimant(**facts)) == 600


def test_no_cap_beside_universal_credit_or_in_supported_accommodation():
    assert benefit_after_cap(600, is_entitled_to_universal_credit=True) == 600
    assert benefit_after_cap(600, tenure="supported") == 600
    assert benefit_after_cap(600) == 283.71
    assert benefit_after_cap(600, others=[other_adult()]) == 283.71


# ------------------------------------------------------------------ redundancy
@pytest.mark.parametrize(
    ("age", "years", "weeks"),
    [
        (30, 1, 0),
        (30, 2, 2),
        (22, 2, 1),
        (23, 2, 1.5),
        (41, 5, 5),
        (42, 5, 5.5),
        (60, 20, 29.5),
        (60, 25, 29.5),
        (61, 20, 30),
        (45, 12, 14),
    ],
)
def test_weeks_of_redundancy_pay_by_age_and_years(age, years, weeks):
    assert redundancy(age, years, 100) == 100 * weeks


def test_a_weeks_pay_counts_up_to_the_limit():
    assert redundancy(30, 2, 750.99) == 1501.98
    assert redundancy(30, 2, 751) == redundancy(30, 2, 751.01) == redundancy(30, 2, 2000) == 1502
