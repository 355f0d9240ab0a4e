"""Amounts that the law ties to one another, worked out again in exact decimals.

A slip in one figure cannot hide here: each is compared with what the statute makes of
another. The expected thresholds are those of the regulations' formulas at published wages.
"""

import math
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from openfisca_core.parameters import Parameter, ParameterNode

ROOT = Path(__file__).resolve().parents[2]
NLW = "dbt.minimum_wage.national_living_wage"
UC = "dwp.universal_credit"
ESA = "dwp.employment_and_support_allowance.permitted_work"
HB = "dwp.housing_benefit"
NI = "hmrc.national_insurance.class_1"
PENSION = "dwp.workplace_pension"
TFC = "hmrc.tax_free_childcare"


@pytest.fixture(scope="module")
def leaves() -> dict[str, Parameter]:
    tree = ParameterNode("", directory_path=str(ROOT / "benefits_calc" / "rules" / "parameters"))
    return {leaf.name: leaf for leaf in tree.get_descendants() if isinstance(leaf, Parameter)}


@pytest.fixture(scope="module")
def at(leaves):
    """Return a reader of a parameter on a day, as an exact decimal."""
    return lambda name, day: Decimal(str(leaves[name].get_at_instant(day)))


def to_step(amount: Decimal, step: str, rounding: str) -> Decimal:
    return (amount / Decimal(step)).quantize(Decimal(1), rounding) * Decimal(step)


def monthly(weekly: Decimal) -> Decimal:
    return weekly * 52 / 12


def penny(amount: Decimal) -> Decimal:
    return to_step(amount, "0.01", ROUND_HALF_UP)


# --- hours at the National Living Wage -------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "day", "expected"),
    [
        # UC Regs reg 82(1)(a), 6(1A): 793 is the published figure for 2024-25
        ("benefit_cap.earnings_exception_hours", "2024-04-08", 793),
        ("benefit_cap.earnings_exception_hours", "2025-04-07", 846),
        ("benefit_cap.earnings_exception_hours", "2026-04-06", 881),
        # UC Regs reg 99(6): 892 and 1,437 are the published figures from 13 May 2024
        ("conditionality.administrative_earnings_threshold_individual_hours", "2024-05-13", 892),
        ("conditionality.administrative_earnings_threshold_individual_hours", "2025-04-07", 952),
        ("conditionality.administrative_earnings_threshold_individual_hours", "2026-04-06", 991),
        ("conditionality.administrative_earnings_threshold_couple_hours", "2024-05-13", 1437),
        ("conditionality.administrative_earnings_threshold_couple_hours", "2025-04-07", 1534),
        ("conditionality.administrative_earnings_threshold_couple_hours", "2026-04-06", 1597),
        # and from 30 January 2023: 617 and 988; from 26 September 2022: 494 and 782
        ("conditionality.administrative_earnings_threshold_individual_hours", "2023-01-30", 617),
        ("conditionality.administrative_earnings_threshold_couple_hours", "2023-01-30", 988),
        ("conditionality.administrative_earnings_threshold_individual_hours", "2022-09-26", 494),
        ("conditionality.administrative_earnings_threshold_couple_hours", "2022-09-26", 782),
        # UC Regs reg 90
        ("conditionality.conditionality_earnings_threshold_hours", "2025-04-07", 1851),
        ("conditionality.conditionality_earnings_threshold_hours", "2026-04-06", 1927),
    ],
)
def test_monthly_thresholds_cut_to_whole_pounds(at, hours, day, expected):
    assert math.floor(monthly(at(f"{UC}.{hours}", day) * at(NLW, day))) == expected


@pytest.mark.parametrize(
    ("hours", "day", "expected"),
    [
        ("capability_assessment.earnings_gate_hours", "2025-04-07", "846.56"),
        ("capability_assessment.earnings_gate_hours", "2026-04-06", "881.23"),
        ("minimum_income_floor.hours_per_week", "2025-04-07", "1851.85"),
        ("minimum_income_floor.hours_per_week", "2026-04-06", "1927.68"),
    ],
)
def test_monthly_thresholds_that_keep_their_pence(at, hours, day, expected):
    assert penny(monthly(at(f"{UC}.{hours}", day) * at(NLW, day))) == Decimal(expected)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2024-04-08", "183.50"), ("2025-04-07", "195.50"), ("2026-04-06", "203.50")],
)
def test_permitted_work_higher_limit(at, day, expected):
    earnings = at(f"{ESA}.higher_limit_hours", day) * at(NLW, day)
    step = str(at(f"{ESA}.rounding_step", day))
    assert to_step(earnings, step, ROUND_CEILING) == Decimal(expected)


@pytest.mark.parametrize("day", ["2025-04-07", "2026-04-06"])
@pytest.mark.parametrize(
    "limit",
    [
        "dwp.carers_allowance.earnings_limit_per_week",
        "social_security_scotland.carer_support_payment.earnings_limit_per_week",
    ],
)
def test_carer_earnings_limit_is_its_hours_in_whole_pounds(at, limit, day):
    hours = at("dwp.carers_allowance.earnings_limit_hours", day)
    assert at(limit, day) == to_step(hours * at(NLW, day), "1", ROUND_CEILING)


@pytest.mark.parametrize(
    ("day", "expected"), [("2025-04-01", "2539.68"), ("2026-04-01", "2643.68")]
)
def test_tax_free_childcare_minimum_earnings(at, day, expected):
    hours, weeks = at(f"{TFC}.minimum_hours_per_week", day), at(f"{TFC}.quarter_weeks", day)
    assert hours * weeks * at(NLW, day) == Decimal(expected)


# --- Universal Credit ------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "expected"), [("2025-04-07", "13.1"), ("2026-04-06", "13.9")])
def test_daily_sanction_of_a_single_adult(at, day, expected):
    yearly = 12 * at(f"{UC}.standard_allowance.single_25_or_over", day)
    daily = yearly / at(f"{UC}.sanction.days_in_year", day)
    step = str(at(f"{UC}.sanction.rounding_step", day))
    assert to_step(daily, step, ROUND_FLOOR) == Decimal(expected)


# September's CPI, by which the Secretary of State raised benefits the next April (ONS D7G7).
CPI = {
    "2023-04-10": ("2022-04-11", "1.101"),
    "2024-04-08": ("2023-04-10", "1.067"),
    "2025-04-07": ("2024-04-08", "1.017"),
    "2026-04-06": ("2025-04-07", "1.038"),
}
ALLOWANCES = [f"single_{a}" for a in ("under_25", "25_or_over")] + [
    f"couple_{a}" for a in ("under_25", "25_or_over")
]
TO_THE_PENNY = {
    **{f"{UC}.standard_allowance.{name}": ("2023", "2024", "2025") for name in ALLOWANCES},
    f"{UC}.lcwra.protected": ("2023", "2024", "2025"),
    f"{UC}.lcwra.standard": ("2023", "2024", "2025"),
    f"{UC}.limited_capability_for_work.element": ("2023", "2024", "2025"),
    f"{UC}.carer.element": ("2023", "2024", "2025", "2026"),
    f"{UC}.disabled_child.lower": ("2023", "2024", "2025", "2026"),
    f"{UC}.disabled_child.higher": ("2025", "2026"),
    f"{UC}.child.other": ("2025", "2026"),
    f"{UC}.child.first_born_before_6_april_2017": ("2025", "2026"),
    f"{UC}.housing.non_dependant_contribution": ("2023", "2024", "2025", "2026"),
    f"{UC}.childcare.maximum_one_child": ("2025", "2026"),
    f"{UC}.childcare.maximum_two_or_more_children": ("2025", "2026"),
}
ALL_YEARS = ("2023", "2024", "2025", "2026")
TO_FIVE_PENCE = {
    **{
        f"dwp.personal_independence_payment.{name}": ALL_YEARS
        for name in (
            *("daily_living_standard", "daily_living_enhanced"),
            *("mobility_standard", "mobility_enhanced"),
        )
    },
    "dwp.carers_allowance.weekly_rate": ALL_YEARS,
    "dwp.employment_and_support_allowance.new_style.basic_25_or_over": ALL_YEARS,
    "dwp.employment_and_support_allowance.new_style.support_component": ALL_YEARS,
    "dwp.jobseekers_allowance.new_style.under_25": ALL_YEARS,
    "hmrc.child_benefit.eldest_per_week": ALL_YEARS,
    "hmrc.child_benefit.additional_per_week": ALL_YEARS,
    "hmrc.child_benefit.guardians_allowance_per_week": ALL_YEARS,
}
TO_THE_POUND = {f"{UC}.work_allowance.{name}": ALL_YEARS for name in ("higher", "lower")}


@pytest.mark.parametrize(
    ("name", "day", "step"),
    [
        (name, day, step)
        for step, table in (
            ("0.01", TO_THE_PENNY),
            ("0.05", TO_FIVE_PENCE),
            ("1", TO_THE_POUND),
        )
        for name, years in table.items()
        for day in CPI
        if day[:4] in years
    ],
)
def test_april_amount_is_the_last_one_raised_by_prices(at, name, day, step):
    before, rise = CPI[day]
    assert at(name, day) == to_step(at(name, before) * Decimal(rise), step, ROUND_HALF_UP)


@pytest.mark.parametrize("name", ALLOWANCES)
def test_standard_allowances_of_2026_reach_the_statutory_minimum(at, name):
    # UC Act 2025 s.1: not less than the CPI-only amount raised by a further 2.3%.
    before = at(f"{UC}.standard_allowance.{name}", "2025-04-07")
    least = to_step(before * Decimal("1.038") * Decimal("1.023"), "0.01", ROUND_CEILING)
    now = at(f"{UC}.standard_allowance.{name}", "2026-04-06")
    # The under-25 rate was raised further, so that with LCWRA it kept up with prices (s.4).
    assert now > least if name == "single_under_25" else now == least


def test_allowance_and_protected_lcwra_together_keep_up_with_prices(at):
    # UC Act 2025 s.4, which binds for the single rate under 25 and no other.
    for name in ALLOWANCES:
        old, new = (
            at(f"{UC}.standard_allowance.{name}", day) + at(f"{UC}.lcwra.protected", day)
            for day in ("2025-04-07", "2026-04-06")
        )
        assert new >= penny(old * Decimal("1.038"))
        assert name != "single_under_25" or new == penny(old * Decimal("1.038"))


def test_one_lcwra_rate_until_two_apply(at):
    for day in ("2022-04-11", "2023-04-10", "2024-04-08", "2025-04-07", "2026-04-05"):
        assert at(f"{UC}.lcwra.standard", day) == at(f"{UC}.lcwra.protected", day)
    assert at(f"{UC}.lcwra.standard", "2026-04-06") < at(f"{UC}.lcwra.protected", "2026-04-06")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        # annual limits of Welfare Reform Act 2012 s.96(5A) and SI 2023/335
        ("london.couple_or_children", 23000, 25323),
        ("london.single", 15410, 16967),
        ("outside_london.couple_or_children", 20000, 22020),
        ("outside_london.single", 13400, 14753),
    ],
)
def test_benefit_cap_is_a_twelfth_of_the_annual_limit(at, name, old, new):
    assert at(f"{UC}.benefit_cap.{name}", "2023-04-09") == penny(Decimal(old) / 12)
    assert at(f"{UC}.benefit_cap.{name}", "2023-04-10") == penny(Decimal(new) / 12)


# --- Housing Benefit -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("disregard", "standard_allowance", "allowance", "earnings_disregard"),
    [
        ("single_under_25", "single_under_25", "single_under_25", "single"),
        ("single_25_or_over", "single_25_or_over", "single_25_or_over", "single"),
        ("couple_under_18", "couple_under_25", "couple_under_18", "couple"),
        ("couple_under_25", "couple_under_25", "couple_18_or_over", "couple"),
        ("couple_25_or_over", "couple_25_or_over", "couple_18_or_over", "couple"),
    ],
)
def test_supported_housing_disregard_meets_the_end_of_universal_credit(
    at, disregard, standard_allowance, allowance, earnings_disregard
):
    day = "2026-10-05"
    name = f"{HB}.earnings_disregard.specified_or_temporary_accommodation.{disregard}"
    award_ends = at(f"{UC}.standard_allowance.{standard_allowance}", day) / at(
        f"{UC}.taper.rate", day
    )
    expected = (
        award_ends * 12 / 52
        - at(f"{HB}.allowance.{allowance}", day)
        - at(f"{HB}.earnings_disregard.{earnings_disregard}", day)
    )
    assert at(name, day) == penny(expected)
    assert at(name, "2026-10-04") == 0


def test_housing_benefit_bands_rise(at):
    for day in ("2025-04-01", "2026-04-01"):
        amounts = [at(f"{HB}.non_dependant.band_{band}.amount", day) for band in range(6)]
        starts = [at(f"{HB}.non_dependant.band_{band}.threshold", day) for band in range(1, 6)]
        assert amounts == sorted(set(amounts))
        assert starts == sorted(set(starts))


# --- pay periods -----------------------------------------------------------------------------

PERIODS = {"per_week": 52, "per_two_weeks": 26, "per_four_weeks": 13, "per_month": 12}
DAYS = ["2022-08-01", "2023-04-06", "2024-04-06", "2025-04-06", "2026-04-06"]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize(
    "stem",
    [f"{NI}.upper_earnings_limit", f"{PENSION}.qualifying_upper", f"{PENSION}.qualifying_lower"],
)
def test_period_limits_are_the_annual_amount_shared_out(at, stem, period, day):
    share = at(f"{stem}_per_year", day) / PERIODS[period]
    assert abs(at(f"{stem}_{period}", day) - share) < 1


def test_pension_trigger_as_the_pensions_regulator_publishes_it(at):
    published = {"per_week": 192, "per_two_weeks": 384, "per_four_weeks": 768, "per_month": 833}
    for day in DAYS:
        assert {p: at(f"{PENSION}.trigger_{p}", day) for p in PERIODS} == published


@pytest.mark.parametrize("day", DAYS[1:])
@pytest.mark.parametrize("period", PERIODS)
def test_primary_threshold_is_the_annual_amount_rounded_up(at, period, day):
    # Contributions Regulations 2001 reg 11(3)
    share = at(f"{NI}.primary_threshold_per_year", day) / PERIODS[period]
    assert at(f"{NI}.primary_threshold_{period}", day) == share.to_integral_value(ROUND_CEILING)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("period", PERIODS)
def test_lower_earnings_limit_is_the_weekly_amount_rounded_up(at, period, day):
    # Contributions Regulations 2001 reg 11(2)
    share = 52 * at(f"{NI}.lower_earnings_limit_per_week", day) / PERIODS[period]
    limit = at(f"{NI}.lower_earnings_limit_{period}", day)
    assert limit == share.to_integral_value(ROUND_CEILING)


def test_rates_and_thresholds_changed_during_2022_and_january_2024(at):
    assert at(f"{NI}.primary_threshold_per_month", "2022-07-05") == 823
    assert at(f"{NI}.primary_threshold_per_month", "2022-07-06") == 1048
    rates = [
        ("2022-11-05", "0.1325"),
        ("2022-11-06", "0.12"),
        ("2024-01-05", "0.12"),
        ("2024-01-06", "0.1"),
        ("2024-04-05", "0.1"),
        ("2024-04-06", "0.08"),
    ]
    for day, rate in rates:
        assert at(f"{NI}.main_rate", day) == Decimal(rate)
        if day >= "2022-11-06":
            # Category B has always been 6.15 points below the main rate since then.
            assert at(f"{NI}.reduced_rate", day) == Decimal(rate) - Decimal("0.0615")


# --- tax -------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS)
def test_scottish_bands_and_rates_rise(at, day):
    scotland = "hmrc.income_tax.scotland"
    bands = ("basic", "intermediate", "higher", "advanced", "top")
    starts = [at(f"{scotland}.{band}_from", day) for band in bands]
    rates = [at(f"{scotland}.{band}_rate", day) for band in ("starter", *bands)]
    assert starts == sorted(starts)
    assert rates == sorted(rates)
    assert (starts[3] < starts[4]) == (day >= "2024-04-06"), "the advanced band began in 2024"


def test_scottish_bands_as_published_with_the_allowance(at):
    # Scottish Government, 2026-27: 16,537 / 29,526 / 43,662 / 75,000
    allowance = at("hmrc.income_tax.personal_allowance", "2026-04-06")
    for band, published in [
        ("basic", 16537),
        ("intermediate", 29526),
        ("higher", 43662),
        ("advanced", 75000),
    ]:
        start = at(f"hmrc.income_tax.scotland.{band}_from", "2026-04-06")
        assert start + allowance == published


@pytest.mark.parametrize("day", ["2024-04-05", "2024-04-06"])
def test_child_benefit_charge_reaches_the_whole_in_a_hundred_steps(at, day):
    charge = "hmrc.child_benefit.high_income_charge"
    span = at(f"{charge}.end", day) - at(f"{charge}.start", day)
    assert span / at(f"{charge}.step", day) * at(f"{charge}.step_share", day) == 1


def test_marriage_allowance_is_a_tenth_rounded_up_to_ten_pounds(at):
    # ITA 2007 s.55B(3)-(4)
    allowance = at("hmrc.income_tax.personal_allowance", "2026-04-06")
    expected = to_step(allowance / 10, "10", ROUND_CEILING)
    assert at("hmrc.income_tax.marriage_allowance", "2026-04-06") == expected
