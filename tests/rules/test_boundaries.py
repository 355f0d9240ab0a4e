"""Both sides of every threshold of wages and Universal Credit.

Amounts are those of 2026-27 unless a date says otherwise; each is the law's own figure.
"""

import itertools
from datetime import date, timedelta
from fractions import Fraction

import numpy as np
import pytest

from tests.oracle.universal_credit import _fewest_rooms
from tests.oracle.wages import AUTO_ENROLMENT, LOAN_THRESHOLDS, NI_LIMITS
from tests.rules.support import (
    EARLIEST,
    NEVER,
    PAY_DATE,
    PERIOD_START,
    aged_on,
    answer,
    child,
    claimant,
    employee,
    family,
    figure,
    last_day,
    one,
    other_adult,
    partner,
    payslip_figure,
)

DAY = timedelta(days=1)
LAST_DAY = last_day(PERIOD_START)
PERIODS = ["week", "two_weeks", "four_weeks", "month"]
PERIODS_A_YEAR = {"week": 52, "two_weeks": 26, "four_weeks": 13, "month": 12}
LHA = {
    f"local_housing_allowance_{size}_per_month": float(rate)
    for size, rate in (
        ("shared", 400),
        ("one_bedroom", 600),
        ("two_bedrooms", 700),
        ("three_bedrooms", 800),
        ("four_bedrooms", 900),
    )
}
SOCIAL = {"tenure": "social_rent", "rent_per_month": 450.0}


def uc(*people, **unit):
    return figure("universal_credit", *people, **unit)


def earning(net, **facts):
    return claimant(uc_employed_earnings=float(net), **facts)


# ------------------------------------------------------------------ minimum wage
@pytest.mark.parametrize(
    ("age", "wage_before", "wage_from"), [(18, 8.00, 10.85), (21, 10.85, 12.71)]
)
def test_minimum_wage_changes_on_the_birthday(age, wage_before, wage_from):
    for birthday, wage in ((PAY_DATE, wage_from), (PAY_DATE + DAY, wage_before)):
        born = aged_on(age, birthday)
        assert payslip_figure("minimum_wage_per_hour", 0, birth_date=born) == wage


@pytest.mark.parametrize(
    ("day", "adult", "young", "under_18"),
    [
        (date(2025, 3, 31), 11.44, 8.60, 6.40),
        (date(2025, 4, 1), 12.21, 10.00, 7.55),
        (date(2026, 3, 31), 12.21, 10.00, 7.55),
        (date(2026, 4, 1), 12.71, 10.85, 8.00),
    ],
)
def test_minimum_wage_changes_on_1_april(day, adult, young, under_18):
    for age, wage in ((40, adult), (21, adult), (20, young), (18, young), (17, under_18)):
        facts = {"birth_date": aged_on(age, day - DAY), "pay_date": day}
        assert payslip_figure("minimum_wage_per_hour", 0, **facts) == wage


@pytest.mark.parametrize(
    ("age", "first_year", "wage"),
    [(18, False, 8.00), (19, False, 10.85), (19, True, 8.00), (30, True, 8.00), (30, False, 12.71)],
)
def test_apprentice_rate(age, first_year, wage):
    facts = {"is_apprentice": True, "is_in_first_year_of_apprenticeship": first_year}
    born = aged_on(age, PAY_DATE)
    assert payslip_figure("minimum_wage_per_hour", 0, birth_date=born, **facts) == wage


@pytest.mark.parametrize(("hourly", "shortfall"), [(12.71, 0.0), (12.70, 0.01), (12.36, 0.35)])
@pytest.mark.parametrize("period", PERIODS)
def test_minimum_wage_shortfall(hourly, shortfall, period):
    job = employee(0, hourly_pay=hourly, hours_per_week=19.5, pay_period=period)
    assert one(job).person("minimum_wage_shortfall_per_hour").tolist() == [shortfall]


# ------------------------------------------------------------------ workplace pension
@pytest.mark.parametrize("period", PERIODS)
def test_enrolment_is_for_pay_above_the_trigger(period):
    trigger, lower, upper = AUTO_ENROLMENT[period]
    pays = [trigger - 0.01, trigger, trigger + 0.01, upper, upper + 0.01, upper + 100]
    facts = {"pay_period": period, "pension_scheme": "net_pay", "pension_share_of_pay": 0.05}
    due = answer(employee(pay, **facts) for pay in pays)
    assert due.person("is_enrolled_in_workplace_pension").tolist() == [False] * 2 + [True] * 4
    from_trigger = float(round(Fraction(trigger - lower) / 20 + Fraction(1, 2000), 4))
    at_the_top = (upper - lower) / 20
    found = due.person("pension_contribution_per_pay_period")
    assert found[2] == pytest.approx(from_trigger, abs=0.005)
    assert found[3:].tolist() == pytest.approx([at_the_top] * 3, abs=0.005)


def test_pension_step_of_a_month():
    facts = {"pension_scheme": "net_pay", "pension_share_of_pay": 0.05}
    steps = [payslip_figure("net_pay", pay, **facts) for pay in (833.00, 833.01, 833.02)]
    assert steps == [833.00, 817.36, 817.37]


def test_enrolment_is_from_22_to_pension_age():
    facts = {"pension_scheme": "net_pay", "pension_share_of_pay": 0.05}
    name = "is_enrolled_in_workplace_pension"
    for birthday, enrolled in ((PAY_DATE, True), (PAY_DATE + DAY, False)):
        assert payslip_figure(name, 1000, birth_date=aged_on(22, birthday), **facts) == enrolled
    for pension_day, enrolled in ((PAY_DATE, False), (PAY_DATE + DAY, True)):
        assert payslip_figure(name, 1000, pension_age_date=pension_day, **facts) == enrolled
    young = {"birth_date": aged_on(17, PAY_DATE), "pension_enrolment": "joined"}
    assert payslip_figure(name, 100, **young, **facts)
    assert not payslip_figure(name, 1000, pension_enrolment="opted_out", **facts)


def test_joined_below_the_lower_limit_pays_nothing_of_band_earnings():
    facts = {"pension_scheme": "net_pay", "pension_share_of_pay": 0.05}
    facts |= {"pension_enrolment": "joined"}
    name = "pension_contribution_per_pay_period"
    assert [payslip_figure(name, pay, **facts) for pay in (520, 520.09, 520.10)] == [0, 0, 0.01]


# ------------------------------------------------------------------ National Insurance
@pytest.mark.parametrize("period", PERIODS)
def test_primary_threshold_and_upper_limit(period):
    threshold, limit = NI_LIMITS[period]
    pays = [threshold, threshold + 0.07, threshold + 0.08, limit, limit + 0.20, limit + 0.50]
    due = answer(employee(pay, pay_period=period) for pay in pays)
    top = round((limit - threshold) * 0.08, 2)
    # 0.07 x 8 % is 0.0056: the third decimal, 5, goes down; 0.08 x 8 % is 0.0064, up.
    found = due.person("national_insurance_per_pay_period").tolist()
    assert found == pytest.approx([0, 0, 0.01, top, top, top + 0.01], abs=1e-9)


@pytest.mark.parametrize(
    ("day", "limits"),
    [
        (date(2026, 4, 5), {"week": 125, "two_weeks": 250, "four_weeks": 500, "month": 542}),
        (date(2026, 4, 6), {"week": 129, "two_weeks": 258, "four_weeks": 516, "month": 559}),
    ],
)
@pytest.mark.parametrize("period", PERIODS)
def test_lower_earnings_limit_earns_a_credit(day, limits, period):
    pays = [limits[period] - 0.01, limits[period]]
    rows = [employee(pay, pay_period=period, pay_date=day) for pay in pays]
    assert answer(rows).person("earns_national_insurance_credit").tolist() == [False, True]


def test_no_insurance_under_16_or_from_pension_age():
    name = "national_insurance_per_pay_period"
    for birthday, due in ((PAY_DATE, 36.16), (PAY_DATE + DAY, 0)):
        assert payslip_figure(name, 1500, birth_date=aged_on(16, birthday)) == due
    for pension_day, due in ((PAY_DATE, 0), (PAY_DATE + DAY, 36.16)):
        assert payslip_figure(name, 1500, pension_age_date=pension_day) == due


# ------------------------------------------------------------------ income tax
@pytest.mark.parametrize(
    ("pay", "tax"),
    [
        (1049.25, 0),
        (1049.26, 0.20),
        (1050.25, 0.20),
        (1050.26, 0.40),
        # 37,700 / 12 = 3,141.67 of taxable pay at 20 %; payroll leaves the band above 3,142.00,
        # and then takes 40 % of the rest of that pound.
        (4189.26, 628.20),
        (4190.26, 628.40),
        (4190.27, 628.46),
        (4191.26, 628.86),
    ],
)
def test_tax_is_taken_by_whole_pounds_above_free_pay(pay, tax):
    assert payslip_figure("income_tax_per_pay_period", pay) == tax


@pytest.mark.parametrize(
    ("day", "scottish"), [(date(2026, 4, 5), 187.84), (date(2026, 4, 6), 186.89)]
)
def test_tax_year_begins_on_6_april(day, scottish):
    # 951 of taxable pay: 19 % to 2,827 / 12 (2025-26) or 3,967 / 12 (2026-27), 20 % above.
    facts = {"tax_code_region": "scotland", "pay_date": day}
    assert payslip_figure("income_tax_per_pay_period", 2000, **facts) == pytest.approx(scottish)


def test_never_more_than_half_of_net_pay_under_any_code():
    name = "income_tax_per_pay_period"
    code = {"tax_code_kind": "k", "tax_code_number": 1000.0}
    assert payslip_figure(name, 400, **code) == 200.00
    giving = {"pension_scheme": "net_pay", "pension_share_of_pay": 0.10}
    giving |= {"pension_basis": "all", "pension_enrolment": "joined"}
    # Half of 360: pay for this purpose is net of the pension (PAYE Regs 2003 regs 2, 3).
    assert payslip_figure(name, 400, **code, **giving) == 180.00
    # A cumulative code that has tax to catch up with is bound by the limit too.
    late = {"tax_period_number": 3.0, "earlier_taxable_pay_this_tax_year": 8000.0}
    assert payslip_figure(name, 400, **late) == 200.00
    assert payslip_figure(name, 4000, **late) == 1771.00  # 8,855 at 20 %


def test_flat_codes():
    for kind, region, tax in (
        ("br", "rest_of_uk", 400),
        ("d0", "rest_of_uk", 800),
        ("d1", "rest_of_uk", 900),
        ("br", "scotland", 400),
        ("d0", "scotland", 420),
        ("d1", "scotland", 840),
        ("d2", "scotland", 900),
        ("d3", "scotland", 960),
        ("nt", "rest_of_uk", 0),
    ):
        facts = {"tax_code_kind": kind, "tax_code_region": region}
        assert payslip_figure("income_tax_per_pay_period", 2000.99, **facts) == tax


# ------------------------------------------------------------------ student loans
@pytest.mark.parametrize("year", LOAN_THRESHOLDS)
@pytest.mark.parametrize("period", PERIODS)
def test_first_pound_of_a_loan(year, period):
    day = date(year, 11, 27)
    for plan, threshold in LOAN_THRESHOLDS[year].items():
        percent = 6 if plan == "postgraduate" else 9
        of_period = Fraction(100 * threshold // PERIODS_A_YEAR[period], 100)  # cut to the penny
        exact = of_period + Fraction(100, percent)
        first = -(-exact * 100 // 1) / 100  # the first penny at which a pound is due
        loan = "postgraduate_loan" if plan == "postgraduate" else f"student_loan_{plan}"
        facts = {f"repays_{loan}": True, "pay_period": period, "pay_date": day}
        pays = [float(first) - 0.01, float(first)]
        due = answer(employee(round(pay, 2), **facts) for pay in pays)
        assert due.person("student_loan_per_pay_period").tolist() == [0, 1], plan


def test_plan_5_begins_on_6_april_2026():
    for day, due in ((date(2026, 4, 5), 0), (date(2026, 4, 6), 10)):
        facts = {"repays_student_loan_plan_5": True, "pay_date": day}
        assert payslip_figure("student_loan_per_pay_period", 2200, **facts) == due


# ------------------------------------------------------------------ rates by assessment period
STANDARD = {2024: 393.45, 2025: 400.14, 2026: 424.90}


@pytest.mark.parametrize(
    ("start", "year"),
    [
        *[(date(2025, 4, day), 2024) for day in (1, 5, 6)],
        *[(date(2025, 4, day), 2025) for day in (7, 11, 12, 28, 29, 30)],
        *[(date(2026, 4, day), 2025) for day in (1, 5)],
        *[(date(2026, 4, day), 2026) for day in (6, 7, 11, 12, 28, 29, 30)],
        *[(date(2026, 3, day), 2025) for day in (28, 29, 30, 31)],
        (date(2027, 4, 11), 2026),
    ],
)
def test_a_period_has_the_rates_of_its_first_day(start, year):
    got = one(family(claimant(), assessment_period_start=start))
    assert got.unit("uc_standard_allowance").tolist() == [STANDARD[year]]


@pytest.mark.parametrize(
    ("start", "threshold"),
    [
        (date(2025, 3, 31), 793),
        (date(2025, 4, 1), 846),
        (date(2026, 3, 31), 846),
        (date(2026, 4, 1), 881),
        (date(2026, 4, 5), 881),
    ],
)
def test_the_wage_behind_a_threshold_changes_on_1_april(start, threshold):
    unit = {"assessment_period_start": start}
    assert figure("benefit_cap_earnings_threshold", **unit) == threshold


@pytest.mark.parametrize("start_day", [1, 5, 6, 7, 28, 29, 30, 31])
def test_periods_of_different_eras_share_a_run(start_day):
    months = [(2025, month) for month in range(5, 13)] + [(2026, month) for month in range(1, 13)]
    starts = [date(y, m, min(start_day, 28 if m == 2 else 30)) for y, m in months]
    got = answer(family(claimant(), assessment_period_start=start) for start in starts)
    expected = [STANDARD[2026 if start >= date(2026, 4, 6) else 2025] for start in starts]
    assert got.unit("uc_standard_allowance").tolist() == expected


@pytest.mark.parametrize(("birthday", "allowance"), [(LAST_DAY, 424.90), (LAST_DAY + DAY, 338.58)])
def test_25th_birthday_within_the_period_counts_for_all_of_it(birthday, allowance):
    young = claimant(birth_date=aged_on(25, birthday))
    assert figure("uc_standard_allowance", young) == allowance


@pytest.mark.parametrize(
    ("ages", "allowance"), [((24, 24), 528.34), ((24, 25), 666.97), ((25, 24), 666.97)]
)
def test_a_couple_with_one_of_25(ages, allowance):
    people = claimant(ages[0]), partner(ages[1])
    assert figure("uc_standard_allowance", *people) == allowance


@pytest.mark.parametrize(("birthday", "award"), [(LAST_DAY, 338.58), (LAST_DAY + DAY, 0)])
def test_18th_birthday(birthday, award):
    assert uc(claimant(birth_date=aged_on(18, birthday))) == award


@pytest.mark.parametrize(("pension_day", "award"), [(LAST_DAY, 0), (LAST_DAY + DAY, 424.90)])
def test_pension_age(pension_day, award):
    assert uc(claimant(pension_age_date=pension_day)) == award
    mixed = uc(claimant(pension_age_date=EARLIEST), partner())
    assert mixed == 666.97


# ------------------------------------------------------------------ capital
@pytest.mark.parametrize(
    ("capital", "tariff", "award"),
    [
        (5999.99, 0, 424.90),
        (6000.00, 0, 424.90),
        (6000.01, 4.35, 420.55),
        (15999.99, 174.00, 250.90),
        (16000.00, 174.00, 250.90),
        (16000.01, None, 0),
    ],
)
def test_savings_limits(capital, tariff, award):
    got = one(family(capital=capital))
    assert got.unit("universal_credit").tolist() == [award]
    if tariff is not None:
        assert got.unit("uc_tariff_income").tolist() == [tariff]


def test_each_250_of_savings():
    limits = [6000 + 250 * step for step in range(1, 40)]
    got = answer(
        family(capital=capital) for limit in limits for capital in (float(limit), limit + 0.01)
    )
    steps = [count for step in range(1, 40) for count in (step, step + 1)]
    exact = [round(4.35 * step, 2) for step in steps]
    assert got.unit("uc_tariff_income").tolist() == exact


# ------------------------------------------------------------------ work allowance and taper
@pytest.mark.parametrize(
    ("home", "allowance"),
    [
        ({}, 710),
        (SOCIAL, 427),
        ({"tenure": "supported", "rent_per_month": 1200.0}, 710),
        ({"tenure": "temporary", "rent_per_month": 1200.0}, 427),
        ({"tenure": "owner"}, 710),
        # Rent cut to nothing by contributions leaves no housing element in the award.
        ({"tenure": "social_rent", "rent_per_month": 0.0}, 710),
        ({"tenure": "social_rent", "rent_per_month": 0.01}, 427),
    ],
)
def test_work_allowance(home, allowance):
    nets = [allowance, allowance + 0.009, allowance + 0.01, allowance + 1]
    got = answer(family(earning(net, work_capability="lcw"), **home) for net in nets)
    assert set(got.unit("uc_work_allowance")) == {allowance}
    assert got.unit("uc_earnings_deduction").tolist() == [0, 0.01, 0.01, 0.55]


@pytest.mark.parametrize(
    ("people", "allowance"),
    [
        ([claimant()], 0),
        ([claimant(work_capability="awaiting_assessment")], 0),
        ([claimant(work_capability="lcw")], 710),
        ([claimant(work_capability="lcwra")], 710),
        ([claimant(work_capability="lcwra", lcwra_element_payable_from=NEVER)], 710),
        ([claimant(), partner(work_capability="lcw")], 710),
        ([claimant(), child()], 710),
    ],
)
def test_who_has_a_work_allowance(people, allowance):
    assert figure("uc_work_allowance", *people) == allowance


def test_an_owner_loses_service_charges_with_the_first_penny_earned():
    home = {"tenure": "owner", "eligible_service_charges_per_month": 120.0}
    ill = {"work_capability": "lcwra"}
    for net, element, allowance in ((0, 120, 427), (0.01, 0, 710)):
        got = one(family(earning(net, **ill), **home))
        assert got.unit("uc_housing_costs_element").tolist() == [element]
        assert got.unit("uc_work_allowance").tolist() == [allowance]


def test_a_floor_counts_as_earnings_of_an_owner():
    home = {"tenure": "owner", "eligible_service_charges_per_month": 120.0}
    facts = {"is_gainfully_self_employed": True}
    element = "uc_housing_costs_element"
    assert figure(element, claimant(**facts), **home) == 0
    assert figure(element, claimant(is_in_start_up_period=True, **facts), **home) == 120


# ------------------------------------------------------------------ benefit cap
CAPPED = {"tenure": "private_rent", "rent_per_month": 2000.0, "lives_in_london": True} | LHA
CAPPED |= {"local_housing_allowance_one_bedroom_per_month": 1439.97}


@pytest.mark.parametrize(("net", "capped"), [(880.99, True), (881.00, False)])
def test_earnings_that_lift_the_cap_are_net_and_in_whole_pounds(net, capped):
    # A maximum of 3,000 keeps the award above the cap at these earnings.
    got = one(family(earning(net), uc_maximum_amount=3000.0, **CAPPED))
    assert (got.unit("benefit_cap_reduction")[0] > 0) == capped


@pytest.mark.parametrize(
    ("pay", "net", "lifted"), [(881.23, 863.17, False), (899.95, 880.95, False), (900, 881, True)]
)
def test_sixteen_hours_with_a_pension_do_not_lift_the_cap(pay, net, lifted):
    facts = {"pension_scheme": "net_pay", "pension_share_of_pay": 0.05}
    got = one(employee(pay, **facts))
    assert got.unit("uc_actual_earned_income").tolist() == [net]
    assert got.unit("earns_enough_to_lift_benefit_cap").tolist() == [lifted]


def test_a_floor_does_not_lift_the_cap():
    trader = claimant(is_gainfully_self_employed=True)
    got = one(family(trader, uc_maximum_amount=3000.0, **CAPPED))
    assert got.unit("uc_earned_income")[0] > 881
    assert got.unit("benefit_cap_reduction")[0] > 0


@pytest.mark.parametrize(
    "facts",
    [
        {"work_capability": "lcwra"},
        {"pip_daily_living": "standard"},
        {"pip_mobility": "standard"},
        {"dla_care": "lowest"},
        {"dla_mobility": "lower"},
        {"attendance_allowance_rate": "lower"},
        {"cares_for_hours_per_week": 35.0},
        {"has_armed_forces_or_industrial_award": True},
        {"new_style_esa_has_support_component": True},
        {"has_carers_benefit": True},
    ],
    ids=str,
)
def test_exemptions_from_the_cap_one_by_one(facts):
    assert figure("benefit_cap_reduction", claimant(), **CAPPED) == 450.95
    assert figure("benefit_cap_reduction", claimant(**facts), **CAPPED) == 0


def test_exemptions_from_the_cap_through_others():
    reduction = "benefit_cap_reduction"
    three = [child(8)] * 3
    assert figure(reduction, claimant(), *three, **CAPPED) > 0
    disabled = [child(8), child(8), child(8, dla_care="lowest")]
    assert figure(reduction, claimant(), *disabled, **CAPPED) == 0
    assert figure(reduction, claimant(), is_in_benefit_cap_grace_period=True, **CAPPED) == 0
    guarded = [*three[1:], child(8, guardians_allowance_is_paid_for=True)]
    assert figure(reduction, claimant(), *guarded, **CAPPED) == 0


@pytest.mark.parametrize(
    "facts",
    [
        {"work_capability": "lcw"},
        {"work_capability": "awaiting_assessment"},
        {"work_capability": "lcwra", "lcwra_element_payable_from": NEVER},
        {"cares_for_hours_per_week": 34.99},
    ],
    ids=str,
)
def test_no_exemption_from_the_cap(facts):
    assert figure("benefit_cap_reduction", claimant(**facts), **CAPPED) == 450.95


@pytest.mark.parametrize(
    ("people", "london", "cap"),
    [
        ([claimant()], False, 1229.42),
        ([claimant()], True, 1413.92),
        ([claimant(), partner()], False, 1835.00),
        ([claimant(), child()], False, 1835.00),
        ([claimant(), partner()], True, 2110.25),
        ([claimant(), child()], True, 2110.25),
    ],
)
def test_cap_by_place_and_kind(people, london, cap):
    for maximum, reduction in ((cap, 0), (cap + 0.01, 0.01), (cap + 100, 100)):
        unit = {"uc_maximum_amount": maximum, "lives_in_london": london}
        found = figure("benefit_cap_reduction", *people, **unit)
        assert found == pytest.approx(reduction, abs=1e-9)


def test_cap_counts_child_benefit_and_leaves_childcare_out():
    people = [
        claimant(is_in_paid_work=True),
        child(4, childcare_charges_per_month=200.0),
        *[child(9)] * 3,
    ]
    unit = {"claims_child_benefit": True, "uc_maximum_amount": 2000.0}
    # 80.75 a week of Child Benefit is 349.92 a month; 170 of childcare is left out.
    expected = 2000 + 349.92 - 1835.00 - 170.00
    assert figure("benefit_cap_reduction", *people, **unit) == pytest.approx(expected)


# ------------------------------------------------------------------ work lines that change no money
@pytest.mark.parametrize(("pay", "barred"), [(881.22, False), (881.23, True)])
def test_capability_assessment_gate_keeps_pence(pay, barred):
    for capability in ("none", "awaiting_assessment"):
        facts = {"additional_pay_per_pay_period": pay, "work_capability": capability}
        got = one(family(claimant(**facts)))
        assert got.person("is_barred_from_first_assessment").tolist() == [barred]


def test_gate_counts_all_earned_income_and_spares_findings_and_disability_benefits():
    name = "is_barred_from_first_assessment"

    def barred(**facts):
        return bool(one(family(claimant(**facts))).person(name)[0])

    half = {"additional_pay_per_pay_period": 440.62}
    assert not barred(**half)
    assert barred(self_employment_profit=440.61, **half)
    assert barred(statutory_pay=440.61, **half)
    assert not barred(self_employment_profit=-440.61, additional_pay_per_pay_period=881.22)
    paid = {"additional_pay_per_pay_period": 900.0}
    assert barred(**paid)
    for shield in ({"pip_mobility": "standard"}, {"dla_care": "lowest"}):
        assert not barred(**paid, **shield)
    assert not barred(work_capability="lcw", **paid)
    assert not barred(work_capability="lcwra", **paid)


@pytest.mark.parametrize(("pay", "light"), [(990.99, False), (991.00, True)])
def test_administrative_threshold(pay, light):
    got = one(family(claimant(additional_pay_per_pay_period=pay)))
    assert got.person("has_light_touch_requirements").tolist() == [light]


@pytest.mark.parametrize(("pay", "light"), [(798.49, False), (798.50, True)])
def test_administrative_threshold_of_a_couple(pay, light):
    facts = {"additional_pay_per_pay_period": pay}
    got = one(family(claimant(**facts), partner(**facts)))
    assert got.person("has_light_touch_requirements").tolist() == [light]


# ------------------------------------------------------------------ children
AUGUST, SEPTEMBER = date(2026, 8, 1), date(2026, 8, 2)  # periods that end 31 August, 1 September


@pytest.mark.parametrize(
    ("born", "studies", "before", "after"),
    [
        (date(2009, 9, 1), False, 1, 0),  # 16 on 1 September: the day that follows is next year's
        (date(2010, 9, 1), False, 1, 1),
        (date(2010, 8, 31), False, 1, 0),
        (date(2010, 8, 31), True, 1, 1),
        (date(2009, 8, 31), False, 0, 0),
        (date(2007, 8, 31), True, 1, 0),
        (date(2006, 9, 1), True, 1, 0),
        (date(2007, 9, 1), True, 1, 1),
        (date(2006, 8, 31), True, 0, 0),
    ],
)
def test_young_person_until_september(born, studies, before, after):
    for start, count in ((AUGUST, before), (SEPTEMBER, after)):
        young = child(born, is_in_approved_education=studies)
        got = figure("number_of_children", claimant(), young, assessment_period_start=start)
        assert got == count


@pytest.mark.parametrize(
    ("born", "element"), [(date(2017, 4, 5), 351.88), (date(2017, 4, 6), 303.94)]
)
def test_higher_first_child_rate_goes_with_birth_before_6_april_2017(born, element):
    assert figure("uc_child_element", claimant(), child(born)) == element


@pytest.mark.parametrize(
    ("births", "before", "after"),
    [
        (("2016-05-01", "2018-05-01", "2020-05-01"), 339.00 + 292.81, 351.88 + 2 * 303.94),
        (("2018-05-01", "2019-05-01", "2020-05-01"), 2 * 292.81, 3 * 303.94),
        # Three born before 6 April 2017 were never limited; a later fourth was.
        (
            ("2011-05-01", "2013-05-01", "2017-04-05", "2018-05-01"),
            339.00 + 2 * 292.81,
            351.88 + 3 * 303.94,
        ),
        (("2016-05-01", "2017-04-05", "2017-04-06"), 339.00 + 292.81, 351.88 + 2 * 303.94),
    ],
)
def test_two_child_limit_ends_with_periods_from_6_april_2026(births, before, after):
    children = [child(date.fromisoformat(born)) for born in births]
    for start, element in ((date(2026, 4, 5), before), (date(2026, 4, 6), after)):
        found = figure("uc_child_element", claimant(), *children, assessment_period_start=start)
        assert found == pytest.approx(element, abs=1e-9)


@pytest.mark.parametrize(
    ("facts", "addition"),
    [
        ({}, 0),
        ({"dla_care": "lowest"}, 164.79),
        ({"dla_care": "middle"}, 164.79),
        ({"dla_care": "highest"}, 514.71),
        ({"dla_mobility": "lower"}, 164.79),
        ({"dla_mobility": "higher"}, 164.79),
        ({"pip_daily_living": "standard"}, 164.79),
        ({"pip_daily_living": "enhanced"}, 514.71),
        ({"pip_mobility": "enhanced"}, 164.79),
        ({"is_severely_sight_impaired": True}, 514.71),
    ],
    ids=str,
)
def test_disabled_child_addition(facts, addition):
    assert figure("uc_disabled_child_element", claimant(), child(**facts)) == addition


@pytest.mark.parametrize(
    ("children", "charges", "element"),
    [
        (1, 1260.10, 1071.09),  # 85 % is 1,071.085
        (1, 1260.09, 1071.08),
        (1, 1260.11, 1071.09),
        (1, 900.00, 765.00),
        (2, 2160.18, 1836.15),
        (2, 2160.19, 1836.16),
        (2, 5000.00, 1836.16),
        (3, 5000.00, 1836.16),
    ],
)
def test_childcare_caps(children, charges, element):
    paid = [round(charges / children, 2)] * (children - 1)
    paid.append(round(charges - sum(paid), 2))
    young = [child(4, childcare_charges_per_month=amount) for amount in paid]
    worker = claimant(is_in_paid_work=True)
    found = figure("uc_childcare_element", worker, *young, child(9))
    assert found == element


@pytest.mark.parametrize(
    ("people", "met"),
    [
        ([claimant(is_in_paid_work=True)], True),
        ([claimant(is_in_paid_work=False)], False),
        ([claimant(is_in_paid_work=False, work_capability="lcwra")], False),
        ([claimant(is_in_paid_work=True), partner(is_in_paid_work=False)], False),
        ([claimant(is_in_paid_work=True), partner(is_in_paid_work=True)], True),
        (
            [claimant(is_in_paid_work=True), partner(is_in_paid_work=False, work_capability="lcw")],
            True,
        ),
        (
            [
                claimant(is_in_paid_work=True),
                partner(is_in_paid_work=False, cares_for_hours_per_week=35.0),
            ],
            True,
        ),
        (
            [
                claimant(is_in_paid_work=True),
                partner(is_in_paid_work=False, is_unable_to_provide_childcare=True),
            ],
            True,
        ),
    ],
)
def test_childcare_work_condition(people, met):
    paid = child(4, childcare_charges_per_month=100.0)
    assert figure("uc_childcare_element", *people, paid) == (85 if met else 0)


# ------------------------------------------------------------------ health elements
ILL = {"work_capability": "lcwra"}
BEFORE, AFTER = date(2026, 4, 5), date(2026, 4, 6)


@pytest.mark.parametrize(
    ("start", "protected", "standard"), [(BEFORE, 423.27, 423.27), (AFTER, 429.80, 217.26)]
)
def test_two_rates_from_6_april_2026(start, protected, standard):
    for rate, element in (("protected", protected), ("standard", standard)):
        person = claimant(health_element_rate=rate, **ILL)
        found = figure("uc_lcwra_element", person, assessment_period_start=start)
        assert found == element


@pytest.mark.parametrize(
    ("person", "unit", "element"),
    [
        ({"work_capability_since": BEFORE}, {"universal_credit_since": BEFORE}, 429.80),
        ({"work_capability_since": AFTER}, {"universal_credit_since": BEFORE}, 217.26),
        ({"work_capability_since": BEFORE}, {"universal_credit_since": AFTER}, 217.26),
        ({"awaiting_assessment_since": BEFORE}, {"universal_credit_since": BEFORE}, 429.80),
        ({"awaiting_assessment_since": AFTER}, {"universal_credit_since": BEFORE}, 217.26),
        ({"fit_note_from": BEFORE}, {"universal_credit_since": BEFORE}, 429.80),
        ({"fit_note_from": AFTER}, {"universal_credit_since": BEFORE}, 217.26),
        ({"support_component_since": BEFORE}, {"universal_credit_since": AFTER}, 429.80),
        ({"support_component_since": AFTER}, {"universal_credit_since": AFTER}, 217.26),
        ({"meets_severe_conditions_criteria": True}, {}, 429.80),
        ({"is_terminally_ill": True}, {}, 429.80),
        ({}, {}, 217.26),
    ],
    ids=str,
)
def test_who_has_the_protected_rate(person, unit, element):
    assert figure("uc_lcwra_element", claimant(**ILL, **person), **unit) == element


@pytest.mark.parametrize(
    ("gap", "element"),
    [
        ({"longest_break_for_earnings_months": 6.0}, 429.80),
        ({"longest_break_for_earnings_months": 6.01}, 217.26),
        ({"has_break_for_reason_other_than_earnings": True}, 217.26),
    ],
    ids=str,
)
def test_a_break_that_ends_protection(gap, element):
    person = claimant(work_capability_since=BEFORE, **ILL)
    unit = {"universal_credit_since": BEFORE} | gap
    assert figure("uc_lcwra_element", person, **unit) == element
    severe = claimant(meets_severe_conditions_criteria=True, **ILL)
    assert figure("uc_lcwra_element", severe, **unit) == 429.80


def test_one_element_for_a_couple_the_higher_of_two():
    low = {"health_element_rate": "standard"} | ILL
    high = {"health_element_rate": "protected"} | ILL
    assert figure("uc_lcwra_element", claimant(**low), partner(**low)) == 217.26
    assert figure("uc_lcwra_element", claimant(**low), partner(**high)) == 429.80
    assert figure("uc_lcwra_element", claimant(**high), partner(**low)) == 429.80


@pytest.mark.parametrize(
    ("payable_from", "element"), [(PERIOD_START, 217.26), (PERIOD_START + DAY, 0)]
)
def test_wait_for_the_element_ends_with_a_period_that_starts_on_its_day(payable_from, element):
    person = claimant(lcwra_element_payable_from=payable_from, **ILL)
    assert figure("uc_lcwra_element", person) == element


WAITING = {"lcwra_element_payable_from": NEVER} | ILL


@pytest.mark.parametrize(
    ("rate", "net", "award"),
    [
        # With the element the award would end at 1,877.56 (standard) or 2,264.00 (protected).
        ("standard", 1482.53, 0.01),
        ("standard", 1482.54, 0.01),
        ("standard", 1877.55, 0.01),
        ("standard", 1877.56, 0),
        ("protected", 1877.56, 0.01),
        ("protected", 2263.99, 0.01),
        ("protected", 2264.00, 0),
    ],
)
def test_award_is_held_at_a_penny_during_the_wait(rate, net, award):
    person = earning(net, health_element_rate=rate, **WAITING)
    assert uc(person) == award


def test_award_is_held_while_an_assessment_is_awaited_unless_earnings_bar_it():
    awaited = {"work_capability": "awaiting_assessment"}
    # 424.90 of standard allowance ends at 772.54 net; with 217.26 more it would at 1,167.56.
    assert uc(earning(772.54, **awaited)) == 0.01
    assert uc(earning(1167.55, **awaited)) == 0.01
    assert uc(earning(1167.56, **awaited)) == 0
    assert uc(earning(772.54)) == 0
    for gross, award in ((881.22, 0.01), (881.23, 0)):
        facts = {"additional_pay_per_pay_period": gross} | awaited
        assert uc(claimant(**facts)) == award


def test_no_hold_where_the_element_would_only_replace_another():
    other = partner(uc_employed_earnings=0.0, health_element_rate="protected", **ILL)
    assert uc(earning(3000, **WAITING), other) == 0
    carer = {"cares_for_hours_per_week": 35.0, "health_element_rate": "standard"}
    # 217.26 would take the place of the carer element of 209.34: 7.92 more, 14.40 of earnings.
    nil = (424.90 + 209.34) / 0.55 + 710
    assert uc(earning(round(nil + 14, 2), **carer, **WAITING)) == 0.01
    assert uc(earning(round(nil + 15, 2), **carer, **WAITING)) == 0


@pytest.mark.parametrize(("since", "element"), [(date(2017, 4, 2), 158.76), (date(2017, 4, 3), 0)])
def test_lcw_element_of_saved_cases(since, element):
    person = claimant(work_capability="lcw", work_capability_since=since)
    assert figure("uc_lcw_element", person) == element


@pytest.mark.parametrize(("hours", "element"), [(34.99, 0), (35.0, 209.34)])
def test_carer_element(hours, element):
    carer = claimant(cares_for_hours_per_week=hours)
    assert figure("uc_carer_element", carer) == element
    paid = claimant(cares_for_hours_per_week=hours, is_paid_for_care=True)
    assert figure("uc_carer_element", paid) == 0


def test_carer_element_beside_lcwra():
    caring = {"cares_for_hours_per_week": 35.0}
    element = "uc_carer_element"
    assert figure(element, claimant(**caring, **ILL)) == 0
    assert figure(element, claimant(**caring, **WAITING)) == 209.34
    assert figure(element, claimant(**caring, **ILL), partner(**caring)) == 209.34
    assert figure(element, claimant(**caring, **ILL), partner(**ILL)) == 209.34
    assert figure(element, claimant(**caring), partner(**caring)) == 418.68


# ------------------------------------------------------------------ minimum income floor
TRADE = {"is_gainfully_self_employed": True, "self_employment_tax_and_ni_paid": 0.0}
NO_TRADE = {"self_employment_tax_and_ni_paid": 0.0}
FLOOR = 1698.84  # 35 x 12.71 x 52/12 less a twelfth of 20 % tax and 6 % Class 4 on the year


@pytest.mark.parametrize(
    ("profit", "counted"), [(0, FLOOR), (1698.83, FLOOR), (1698.84, FLOOR), (1698.85, 1698.85)]
)
def test_floor(profit, counted):
    trader = claimant(self_employment_profit=float(profit), **TRADE)
    assert figure("uc_earned_income", trader) == counted


@pytest.mark.parametrize(
    ("day", "profit", "paid"),
    [
        ("2023-07-20", 1047.49, 0.0),
        ("2023-07-20", 1047.5, 14.95),  # 52 weeks of Class 2 at 3.45, and nothing else yet
        ("2023-07-20", 2000.5, 291.32),  # 20 % and 9 % over 12,570 and 179.40
        ("2024-07-20", 1047.5, 0.0),
        ("2024-07-20", 2000.5, 247.78),
    ],
)
def test_class_2_had_to_be_paid_until_april_2024(day, profit, paid):
    trader = claimant(self_employment_profit=profit)
    start = date.fromisoformat(day)
    assert figure("self_employment_tax_and_ni_paid", trader, assessment_period_start=start) == paid


@pytest.mark.parametrize(
    ("facts", "children"),
    [
        ({"work_capability": "lcw"}, []),
        ({"work_capability": "lcwra"}, []),
        ({"cares_for_hours_per_week": 35.0}, []),
        ({"is_in_start_up_period": True}, []),
        ({}, [child(2)]),
        ({}, [child(date(2023, 12, 8))]),  # turns three the day after the period
    ],
)
def test_no_floor(facts, children):
    trader = claimant(self_employment_profit=300.0, **TRADE, **facts)
    assert figure("uc_earned_income", trader, *children) == 300


def test_floor_of_the_responsible_carer_of_a_child_under_three():
    own = {"self_employment_profit": 300.0} | TRADE
    three = child(date(2023, 12, 7))
    assert figure("uc_earned_income", claimant(**own), three) == FLOOR
    couple = claimant(**own), partner(**NO_TRADE)
    assert figure("uc_earned_income", *couple, child(2)) == FLOOR
    nominated = claimant(is_responsible_carer_of_couple=True, **own), partner(**NO_TRADE)
    assert figure("uc_earned_income", *nominated, child(2)) == 300


SIXTEEN_HOURS = 881.23  # under the personal allowance, so nothing is taken off


@pytest.mark.parametrize(
    ("partner_facts", "partner_threshold"),
    [
        ({}, FLOOR),
        ({"work_capability": "lcw"}, SIXTEEN_HOURS),
        ({"work_capability": "lcwra"}, 0),
        ({"cares_for_hours_per_week": 35.0}, 0),
    ],
    ids=str,
)
@pytest.mark.parametrize("wages", [0.0, 500.0, 1500.0, 3000.0])
def test_floor_of_a_couple_by_the_partners_group(partner_facts, partner_threshold, wages):
    people = [
        claimant(self_employment_profit=300.0, uc_employed_earnings=0.0, **TRADE),
        partner(uc_employed_earnings=wages, **NO_TRADE, **partner_facts),
    ]
    got = one(family(*people))
    assert got.person("minimum_income_floor", 1).tolist() == [partner_threshold]
    couple = FLOOR + partner_threshold
    treated = max(FLOOR - max(FLOOR + wages - couple, 0), 0) if 300 + wages < couple else 300
    expected = max(treated, 300) + wages
    assert got.unit("uc_earned_income")[0] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("child_age", "hours"), [(None, 35), (0, 0), (1, 16), (2, 16), (3, 35), (12, 35)]
)
def test_hours_in_the_threshold_by_the_youngest_child(child_age, hours):
    children = [] if child_age is None else [child(child_age), child(14)]
    got = one(family(claimant(), *children))
    assert got.person("individual_threshold_hours_per_week").tolist() == [hours]


# ------------------------------------------------------------------ housing
def test_contribution_of_somebody_of_21():
    for birthday, element in ((LAST_DAY, 353.45), (LAST_DAY + DAY, 450.00)):
        lodger = other_adult(birth_date=aged_on(21, birthday))
        row = family(claimant(), others=[lodger], bedrooms=2.0, **SOCIAL)
        assert one(row).unit("uc_housing_costs_element").tolist() == [element]


@pytest.mark.parametrize(
    ("facts", "exempt"),
    [
        ({}, False),
        ({"pip_daily_living": "standard"}, True),
        ({"pip_daily_living": "enhanced"}, True),
        ({"pip_mobility": "enhanced"}, False),
        ({"dla_care": "highest"}, True),
        ({"dla_care": "middle"}, True),
        ({"dla_care": "lowest"}, False),
        ({"dla_mobility": "higher"}, False),
        ({"attendance_allowance_rate": "lower"}, True),
        ({"is_exempt_non_dependant_by_benefit": True}, True),
        ({"has_child_under_five": True}, True),
        ({"is_prisoner": True}, True),
        ({"is_away_in_forces": True}, True),
        ({"is_severely_sight_impaired": True}, False),
    ],
    ids=str,
)
def test_exempt_non_dependants_one_by_one(facts, exempt):
    row = family(claimant(), others=[other_adult(**facts)], bedrooms=2.0, **SOCIAL)
    element = one(row).unit("uc_housing_costs_element")
    assert element.tolist() == [450.00 if exempt else 353.45]


@pytest.mark.parametrize(
    ("facts", "exempt"),
    [
        ({}, False),
        ({"pip_daily_living": "standard"}, True),
        ({"pip_mobility": "enhanced"}, False),
        ({"dla_care": "middle"}, True),
        ({"dla_care": "lowest"}, False),
        ({"attendance_allowance_rate": "higher"}, True),
        ({"is_severely_sight_impaired": True}, True),
    ],
    ids=str,
)
def test_exempt_renters_one_by_one(facts, exempt):
    expected = [450.00 if exempt else 256.90]
    two = [other_adult(), other_adult()]
    alone = family(claimant(**facts), others=two, bedrooms=3.0, **SOCIAL)
    assert one(alone).unit("uc_housing_costs_element").tolist() == expected
    through_partner = family(claimant(), partner(**facts), others=two, bedrooms=3.0, **SOCIAL)
    assert one(through_partner).unit("uc_housing_costs_element").tolist() == expected


def test_contributions_never_take_more_than_the_rent():
    others = [other_adult()] * 5
    row = family(claimant(), others=others, bedrooms=6.0, **SOCIAL)
    got = one(row)
    assert got.unit("uc_housing_costs_element").tolist() == [0]
    assert got.unit("uc_maximum_amount").tolist() == [424.90]


@pytest.mark.parametrize(("spare", "element"), [(0, 476.67), (1, 409.94), (2, 357.50), (3, 357.50)])
def test_spare_bedrooms(spare, element):
    unit = {"tenure": "social_rent", "rent_per_month": 110 * 52 / 12, "bedrooms": 1.0 + spare}
    assert figure("uc_housing_costs_element", **unit) == element
    shared = unit | {"joint_tenants": 2.0}
    assert figure("uc_housing_costs_element", **shared) == 238.34  # half of 476.67, no cut


def test_rent_of_a_month_is_rounded_before_it_is_shared():
    # 100.10 a week is 433.7666..: 433.77, of which a third is 144.59; two thirds 289.18.
    unit = {"tenure": "social_rent", "rent_per_month": 100.10 * 52 / 12, "joint_tenants": 3.0}
    assert figure("uc_housing_costs_element", **unit) == 144.59
    assert figure("uc_housing_costs_element", tenants_in_benefit_unit=2.0, **unit) == 289.18


TYPES = [(9, "f"), (9, "m"), (10, "f"), (10, "m")]


@pytest.mark.parametrize("count", range(7))
def test_bedrooms_of_every_family(count):
    families = list(itertools.combinations_with_replacement(TYPES, count))
    rows = [
        family(claimant(), *[child(age, is_female=sex == "f") for age, sex in children])
        for children in families
    ]
    expected = [1 + _fewest_rooms(children) for children in families]
    assert answer(rows).unit("bedrooms_needed").tolist() == expected


@pytest.mark.parametrize(
    ("age", "rooms"),
    [(9, 2), (10, 3)],
)
def test_a_boy_and_a_girl_share_under_10(age, rooms):
    born = aged_on(age, LAST_DAY)
    people = [claimant(), child(born, is_female=True), child(8)]
    assert figure("bedrooms_needed", *people) == rooms


def test_own_room_on_the_16th_birthday():
    for birthday, rooms in ((LAST_DAY, 3), (LAST_DAY + DAY, 2)):
        people = [claimant(), child(aged_on(16, birthday)), child(12)]
        assert figure("bedrooms_needed", *people) == rooms


@pytest.mark.parametrize(
    ("care", "own_room"),
    [("none", False), ("lowest", False), ("middle", True), ("highest", True)],
)
def test_a_child_who_cannot_share_needs_the_award_besides(care, own_room):
    disabled = child(8, cannot_share_bedroom=True, dla_care=care)
    assert figure("bedrooms_needed", claimant(), disabled, child(8)) == (3 if own_room else 2)


@pytest.mark.parametrize(
    ("facts", "room"),
    [
        ({}, False),
        ({"pip_daily_living": "standard"}, True),
        ({"dla_care": "middle"}, True),
        ({"dla_care": "lowest"}, False),
        ({"pip_mobility": "enhanced"}, False),
        ({"attendance_allowance_rate": "lower"}, True),
    ],
    ids=str,
)
def test_room_for_an_overnight_carer(facts, room):
    person = claimant(has_regular_overnight_carer=True, **facts)
    assert figure("bedrooms_needed", person) == (2 if room else 1)


PRIVATE = {"tenure": "private_rent", "rent_per_month": 2000.0} | LHA


def lha(*people, others=(), **unit):
    row = family(*people, others=others, **PRIVATE | unit)
    return one(row).unit("local_housing_allowance")[0]


@pytest.mark.parametrize(("birthday", "rate"), [(LAST_DAY, 600), (LAST_DAY + DAY, 400)])
def test_shared_rate_ends_at_35(birthday, rate):
    assert lha(claimant(birth_date=aged_on(35, birthday))) == rate


@pytest.mark.parametrize(
    ("age", "facts", "rate"),
    [
        (34, {}, 400),
        (24, {"is_care_leaver": True}, 600),
        (25, {"is_care_leaver": True}, 400),
        (18, {"lived_in_homeless_hostel_three_months": True}, 600),
        (34, {"lived_in_homeless_hostel_three_months": True}, 600),
        (34, {"is_domestic_abuse_or_slavery_survivor": True}, 600),
        (34, {"is_under_public_protection_arrangements": True}, 600),
        (34, {"is_foster_carer": True}, 600),
        (34, {"pip_daily_living": "standard"}, 600),
        (34, {"pip_daily_living": "enhanced"}, 600),
        (34, {"pip_mobility": "enhanced"}, 400),
        (34, {"dla_care": "highest"}, 600),
        (34, {"dla_care": "middle"}, 600),
        (34, {"dla_care": "lowest"}, 400),
        (34, {"attendance_allowance_rate": "lower"}, 600),
        (34, {"work_capability": "lcwra"}, 400),
    ],
    ids=str,
)
def test_exceptions_from_the_shared_rate_one_by_one(age, facts, rate):
    assert lha(claimant(age, **facts)) == rate


def test_nobody_else_may_live_there_for_the_shared_rate():
    assert lha(claimant(30), others=[other_adult()]) == 700
    assert lha(claimant(30), partner(30)) == 600
    assert lha(claimant(30), child()) == 700


def test_never_more_than_four_bedrooms_or_the_rent():
    assert lha(claimant(), *[child(12, is_female=n % 2 == 0) for n in range(9)]) == 900
    for rent, element in ((599.99, 599.99), (600.00, 600.00), (600.01, 600.00)):
        unit = PRIVATE | {"rent_per_month": rent}
        assert figure("uc_housing_costs_element", **unit) == element


# ------------------------------------------------------------------ sanctions and deductions
@pytest.mark.parametrize(
    ("daily", "start", "taken"),
    [
        (13.90, PERIOD_START, 417.00),  # 30 days
        (13.99, PERIOD_START, 417.00),
        (13.96, date(2026, 12, 8), 424.90),  # 31 days: 430.90 is more than there is
        (6.94, date(2026, 12, 8), 213.90),
        (6.90, date(2027, 2, 8), 193.20),  # 28 days
    ],
)
def test_sanction_by_days_at_whole_ten_pences(daily, start, taken):
    unit = {"sanction_per_day": daily, "assessment_period_start": start}
    assert figure("uc_sanction_reduction", **unit) == taken
    assert figure("uc_sanction_reduction", claimant(**ILL), **unit) == 0


@pytest.mark.parametrize(
    ("start", "most"),
    [(date(2025, 4, 29), 100.04), (date(2025, 4, 30), 60.02), (PERIOD_START, 63.74)],
)
def test_share_of_the_standard_allowance_that_deductions_may_take(start, most):
    unit = {"assessment_period_start": start}
    for wanted, taken in ((most - 0.01, most - 0.01), (most, most), (500.0, most)):
        found = figure("uc_deductions", limited_deductions=wanted, **unit)
        assert found == pytest.approx(taken, abs=1e-9)
    both = {"limited_deductions": 500.0, "unlimited_deductions": 30.0}
    assert figure("uc_deductions", **both, **unit) == pytest.approx(most + 30)


def test_a_penny_is_always_left():
    for net, paid in ((700, 0.01), (772.52, 0.01), (772.54, 0)):
        got = one(family(earning(net), unlimited_deductions=300.0))
        left = got.unit("universal_credit") - got.unit("uc_deductions")
        assert left.tolist() == pytest.approx([paid], abs=1e-9)


# ------------------------------------------------------------------ Child Benefit charge
@pytest.mark.parametrize(
    ("income", "charge"),
    [
        (60_000, 0),
        (60_199.99, 0),
        (60_200, 14),  # 1 % of 1,406, down to pounds
        (60_399.99, 14),
        (60_400, 28),
        (79_999.99, 1391),
        (80_000, 1406),
        (200_000, 1406),
    ],
)
def test_child_benefit_charge(income, charge):
    unit = {"claims_child_benefit": True}
    name = "child_benefit_charge_per_year"
    person = claimant(adjusted_net_income_per_year=float(income))
    assert figure(name, person, child(), **unit) == charge
    low = claimant(adjusted_net_income_per_year=20_000.0)
    high = partner(adjusted_net_income_per_year=float(income))
    assert figure(name, low, high, child(), **unit) == charge
    assert figure(name, person, child()) == 0


@pytest.mark.parametrize(
    ("salary", "paid", "charge"),
    [
        (70_000, "month", 703),  # twelve months of 5,833.33 are 69,999.96
        (70_000, "week", 703),
        (69_999, "month", 688),
        (65_200, "four_weeks", 365),
    ],
)
def test_child_benefit_charge_goes_by_the_salary_and_not_by_its_rounded_pay_days(
    salary, paid, charge
):
    person = claimant(salary_per_year=float(salary), pay_period=paid)
    unit = {"claims_child_benefit": True}
    assert figure("child_benefit_charge_per_year", person, child(), **unit) == charge


# ------------------------------------------------------------------ every era
@pytest.mark.parametrize(
    "start",
    [date(2025, 4, 7), date(2025, 11, 8), date(2026, 4, 1), date(2026, 4, 6), date(2027, 3, 8)],
)
def test_every_kind_of_household_can_be_worked_out_on_every_verified_day(start):
    trader = {"is_gainfully_self_employed": True, "self_employment_profit": 400.0}
    rows = [
        family(claimant(**ILL), assessment_period_start=start),
        family(claimant(work_capability="lcw"), assessment_period_start=start, **SOCIAL),
        family(claimant(**trader), partner(**WAITING), assessment_period_start=start),
        family(
            claimant(additional_pay_per_pay_period=1500.0, repays_student_loan_plan_5=True),
            child(4, dla_care="middle"),
            others=[other_adult()],
            assessment_period_start=start,
            sanction_per_day=5.0,
            limited_deductions=20.0,
            claims_child_benefit=True,
            **PRIVATE,
        ),
    ]
    awards = answer(rows).unit("universal_credit")
    assert np.isfinite(awards).all()
    assert (awards >= 0).all()
