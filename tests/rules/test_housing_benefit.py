"""Housing Benefit: the law's worked cases, each limit on both sides, and a plain reading."""

import random
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from tests.rules.plain_weekly_law import Adult, Child, Home, Other, housing_benefit_week
from tests.rules.weekly_rows import simulate, unit

D = Decimal
BEFORE, AFTER = date(2026, 10, 4), date(2026, 10, 5)
MONTHLY = (
    "income_tax",
    "national_insurance",
    "pension_contributions_ignored_by_universal_credit",
    "payroll_giving",
    "deductible_employment_expenses",
)


def hb(*homes, name="housing_benefit_per_week", facts=()):
    return [round(float(x), 6) for x in unit(simulate(homes, facts), name, homes)]


def worker(net, hours=20, **facts):
    return Adult(age=31, pay_after_tax_and_ni=D(str(net)), hours=D(str(hours)), **facts)


# ------------------------------------------------------------------ worked cases
# Single, 31, no health decision, eligible rent 255 a week, living wage; net pay as given, with
# tax over the year. Hours, net pay, HB from 5 October 2026, HB before. 255 - 0.65 x (190.65 - 5
# - 95.55) is 196.435, a half penny, which regulation 80(8) rounds up.
LADDER = [
    (15, "190.65", 246.96, 196.44),
    (20, "250.73", 207.91, 157.38),
    (30, "342.24", 159.54, 109.02),
    (37.5, "410.88", 114.93, 64.40),
]


@pytest.mark.parametrize(("hours", "net", "new", "old"), LADDER)
def test_hours_ladder_once_universal_credit_has_ended(hours, net, new, old):
    person = worker(net, hours)
    assert hb(Home(AFTER, [person]), Home(BEFORE, [person])) == [new, old]


@pytest.mark.parametrize(("hours", "net"), [(0, 0), (14, "177.94"), (30, "342.24")])
def test_beside_universal_credit_income_and_savings_are_ignored(hours, net):
    home = Home(AFTER, [worker(net, hours)], on_uc=True, capital=D(90000))
    assert hb(home) == [255.0]


# What is lost a week at the point where UC runs out, 30 hours or more: with DP and SDP (daily
# living), with DP alone (mobility alone), with no premium. UC-only health decision: DP stays and
# there is no component. A loss of a half penny (154.635, 17.355, 3.055) is a penny less once the
# award is rounded up.
LOSSES = [
    ("433.28", 59.80, 115.73, 154.63),
    ("522.46", 117.77, 173.70, 212.60),
    ("367.98", 17.35, 73.29, 112.19),
    ("457.15", 75.32, 131.25, 170.15),
]


@pytest.mark.parametrize(("net", "with_sdp", "with_dp", "without"), LOSSES)
def test_what_is_lost_where_universal_credit_runs_out(net, with_sdp, with_dp, without):
    severe = worker(net, 37.5, daily_living="standard")
    disabled = worker(net, 37.5, mobility="standard")
    plain = worker(net, 37.5)
    homes = [Home(AFTER, [one]) for one in (severe, disabled, plain)]
    lost = [round(255 - left, 2) for left in hb(*homes)]
    assert lost == [with_sdp, with_dp, without]


@pytest.mark.parametrize(
    ("net", "lost"), [("433.28", 45.50), ("522.46", 103.47), ("367.98", 3.05), ("457.15", 61.02)]
)
def test_what_is_lost_with_enhanced_daily_living(net, lost):
    home = Home(AFTER, [worker(net, 37.5, daily_living="enhanced")])
    assert [round(255 - left, 2) for left in hb(home)] == [lost]


def test_council_example_of_the_taper():
    # South Oxfordshire: income 150, applicable amount 122.80, rent 50 gives 32.32. Here the same
    # excess of 27.20 comes from other income over an allowance of 95.55.
    person = Adult(age=31, other_month=D("122.75") * 52 / 12)
    assert hb(Home(AFTER, [person], eligible_rent=D(50))) == [32.32]


# 110.55 a week is 15 over 95.55: nothing is over the allowance once 15 is left out.
@pytest.mark.parametrize(
    ("facts", "award"),
    [
        ({"widowed_parents_month": D("110.55") * 52 / 12}, 255.0),
        ({"widowed_parents_month": D("111.55") * 52 / 12}, 254.35),
        ({"maintenance_month": D("96.55") * 52 / 12}, 254.35),
        ({"other_month": D("96.55") * 52 / 12}, 254.35),
    ],
)
def test_fifteen_pounds_of_a_widowed_parents_allowance_are_left_out(facts, award):
    assert hb(Home(AFTER, [Adult(age=31, **facts)])) == [award]


def test_fifteen_pounds_of_maintenance_are_left_out_where_there_is_a_child():
    # A lone parent's need is 95.55 and 87.88 for the child.
    homes = [
        Home(AFTER, [Adult(age=31, maintenance_month=D(week) * 52 / 12)], [Child()])
        for week in ("198.43", "199.43")
    ]
    assert hb(*homes) == [255.0, 254.35]


# ------------------------------------------------------------------ limits, a penny each side
def test_less_than_fifty_pence_is_not_payable():
    person = Adult(age=31, other_month=D("95.55") * 52 / 12)
    homes = [Home(AFTER, [person], eligible_rent=D(rent)) for rent in ("0.49", "0.50")]
    assert hb(*homes) == [0.0, 0.50]


@pytest.mark.parametrize(
    ("capital", "tariff"),
    [("6000", 0), ("6000.01", 1), ("6250", 1), ("6250.01", 2), ("15999.99", 40), ("16000", 40)],
)
def test_tariff_income(capital, tariff):
    home = Home(AFTER, [Adult(age=31)], capital=D(capital))
    assert hb(home, name="hb_tariff_income_per_week") == [float(tariff)]


def test_savings_over_the_upper_limit():
    homes = [Home(AFTER, [Adult(age=31)], capital=D(c)) for c in ("16000", "16000.01")]
    assert hb(*homes) == [255.0, 0.0]


def test_the_additional_disregard_needs_the_earnings_and_the_hours():
    # 5 + 77.73 + 17.10 = 99.83
    homes = [Home(AFTER, [worker(net, h)]) for net, h in [("99.82", 30), ("99.83", 30)]]
    assert hb(*homes, name="hb_additional_earnings_disregard") == [0.0, 17.1]
    homes = [Home(AFTER, [worker("200", h)]) for h in ("29.99", "30")]
    assert hb(*homes, name="hb_additional_earnings_disregard") == [0.0, 17.1]
    homes = [Home(AFTER, [worker("200", h, mobility="standard")]) for h in ("15.99", "16")]
    assert hb(*homes, name="hb_additional_earnings_disregard") == [0.0, 17.1]


def test_the_extra_disregard_starts_on_5_october_2026_and_goes_by_age():
    name = "hb_accommodation_earnings_disregard"
    ages = [(24,), (25,), (17, 17), (17, 18), (24, 24), (24, 25)]
    expected = [61.41, 77.73, 97.33, 61.53, 61.53, 119.70]
    for people, amount in zip(ages, expected, strict=True):
        adults = [Adult(age=age, pay_after_tax_and_ni=D(150)) for age in people]
        assert hb(Home(BEFORE, adults), Home(AFTER, adults), name=name) == [0.0, amount]


def test_the_extra_disregard_is_never_more_than_the_earnings_left():
    name = "hb_accommodation_earnings_disregard"
    assert hb(Home(AFTER, [worker("30", 3)]), name=name) == [25.0]


def test_permitted_work_costs_no_housing_benefit():
    # Support group, 195 net for 15 hours: all of it ignored; ESA is income but so is the need.
    esa: dict[str, Any] = {"age": 31, "esa": "support"}
    idle = Adult(**esa)
    busy = Adult(**esa, pay_after_tax_and_ni=D(195), hours=D(15))
    assert hb(Home(BEFORE, [idle]), Home(BEFORE, [busy])) == [255.0, 255.0]


def test_permitted_work_shared_by_a_partner_up_to_twenty_pounds():
    one = Adult(esa="work_related", pay_after_tax_and_ni=D(100), hours=D(10))
    other = Adult(pay_after_tax_and_ni=D(300), hours=D(20))
    name = "hb_first_earnings_disregard"
    assert hb(Home(BEFORE, [one, other]), name=name) == [120.0]
    nearly = Adult(esa="work_related", pay_after_tax_and_ni=D(190), hours=D(15))
    assert hb(Home(BEFORE, [nearly, other]), name=name) == [203.5]


def test_a_universal_credit_decision_gives_no_component_and_leaves_the_disability_premium():
    # 95.55 + 44.85 against 95.55 + 50.35 + 22.00 once ESA or credits say support group.
    facts: dict[str, Any] = {"age": 31, "mobility": "standard"}
    homes = [
        Home(AFTER, [Adult(**facts)]),
        Home(AFTER, [Adult(**facts, credits_only="lcwra")]),
        Home(AFTER, [Adult(**facts, esa="assessment")]),
    ]
    assert hb(*homes, name="hb_applicable_amount") == [140.40, 167.90, 95.55]


@pytest.mark.parametrize(
    ("carers", "premium"), [((False, False), 172.10), ((True, False), 86.05), ((True, True), 0.0)]
)
def test_severe_disability_premium_of_a_couple(carers, premium):
    adults = [Adult(daily_living="standard", cared_for_by_paid_carer=paid) for paid in carers]
    assert hb(Home(AFTER, adults), name="hb_severe_disability_premium") == [premium]


@pytest.mark.parametrize(
    ("gross", "hours", "taken"),
    [
        ("700", "15.99", 20.40),
        ("191.99", "16", 20.40),
        ("192", "16", 46.85),
        ("278.99", "16", 46.85),
        ("279", "16", 64.35),
        ("365", "16", 105.20),
        ("485", "16", 119.85),
        ("604.99", "16", 119.85),
        ("605", "16", 131.45),
    ],
)
def test_non_dependant_deductions_by_band(gross, hours, taken):
    other = Other(gross=D(gross), hours=D(hours))
    home = Home(AFTER, [Adult()], others=[other], on_uc=True)
    assert hb(home) == [round(255 - taken, 2)]


@pytest.mark.parametrize(
    ("adult", "other", "taken"),
    [
        (Adult(), Other(age=17), 0.0),
        (Adult(), Other(age=24, on_uc_without_earnings=True), 0.0),
        (Adult(), Other(age=25, on_uc_without_earnings=True), 20.40),
        (Adult(), Other(exempt=True), 0.0),
        (Adult(dla_care="lowest"), Other(), 0.0),
        (Adult(blind=True), Other(), 0.0),
        (Adult(mobility="enhanced"), Other(), 20.40),
    ],
)
def test_for_whom_nothing_is_taken(adult, other, taken):
    home = Home(AFTER, [adult], others=[other], on_uc=True)
    assert hb(home) == [round(255 - taken, 2)]


def test_the_years_amounts_wait_for_the_first_monday_where_rent_is_weekly():
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 5), date(2026, 4, 6)]
    monthly = [Home(day, [Adult(age=31)], weekly_rent=False) for day in days]
    weekly = [Home(day, [Adult(age=31)], weekly_rent=True) for day in days]
    assert hb(*monthly, name="hb_personal_allowance") == [92.05, 95.55, 95.55, 95.55]
    assert hb(*weekly, name="hb_personal_allowance") == [92.05, 92.05, 92.05, 95.55]


def test_only_in_supported_or_temporary_accommodation():
    home = Home(AFTER, [Adult()], on_uc=True)
    facts: list[dict[str, Any]] = [
        {"tenure": kind} for kind in ("supported", "temporary", "social_rent", "none")
    ]
    facts.append({"claims_housing_benefit": False})
    assert hb(*[home] * 5, facts=facts) == [255.0, 255.0, 0.0, 0.0, 0.0]


def test_a_month_is_fifty_two_twelfths_of_a_week():
    home = Home(AFTER, [worker("190.65", 15)])
    assert hb(home, name="housing_benefit") == [1070.16]


def test_ineligible_charges_are_the_clients_own():
    facts = [{"rent_per_month": 281 * 52 / 12, "ineligible_charges_per_month": 19 * 52 / 12}]
    assert hb(Home(AFTER, [Adult()], on_uc=True), facts=facts) == [262.0]


@pytest.mark.parametrize(("net_month", "left"), [("772.54", 246.96), ("772.53", 255.0)])
def test_universal_credit_itself_decides_which_rule_applies(net_month, left):
    # Single, 25 or over: 424.90 less 55 % of 772.53 is a penny, of 772.54 nothing.
    home = Home(AFTER, [worker("190.65", 15)], on_uc=None)
    pay = dict.fromkeys(MONTHLY, 0.0) | {"employment_income": float(net_month)}
    simulation = simulate([home], people_facts=[pay])
    assert float(unit(simulation, "housing_benefit_per_week", [home])[0]) == left


# ------------------------------------------------------------------ a plain reading in bulk
DAYS = [
    date(2025, 4, 7),
    date(2025, 12, 1),
    date(2026, 4, 3),
    date(2026, 4, 6),
    date(2026, 10, 4),
    date(2026, 10, 5),
    date(2027, 3, 1),
]
SHAPES = [(1, 0, 0), (1, 2, 0), (2, 0, 0), (2, 3, 0), (1, 0, 1), (2, 1, 2)]
ROWS = 4000


def pick(dice, *weighted):
    values, weights = zip(*weighted, strict=True)
    return dice.choices(values, weights)[0]


def pence(dice, most):
    return D(dice.randrange(most * 100)) / 100


def some_adult(dice):
    pay = dice.choice(["0", "20", "20.01", "195.50", "203.50", "203.51", "204", "204.01"])
    return Adult(
        age=dice.choice([16, 17, 18, 19, 24, 25, 26, 40, 60]),
        pay_after_tax_and_ni=pick(dice, (D(pay), 1), (pence(dice, 600), 2)),
        pension_paid=pick(dice, (D(0), 2), (pence(dice, 30), 1)),
        hours=D(dice.choice(["0", "4", "12", "15.99", "16", "29.99", "30", "37.5"])),
        daily_living=pick(dice, ("none", 5), ("standard", 1), ("enhanced", 1)),
        mobility=pick(dice, ("none", 5), ("standard", 1), ("enhanced", 1)),
        dla_care=pick(dice, ("none", 12), ("lowest", 1), ("middle", 1), ("highest", 1)),
        blind=dice.random() < 0.07,
        afip=dice.random() < 0.03,
        esa=pick(dice, ("none", 5), ("assessment", 1), ("work_related", 1), ("support", 1)),
        wrac=dice.random() < 0.3,
        credits_only=pick(dice, ("none", 8), ("lcw", 1), ("lcwra", 1)),
        supported_work=dice.random() < 0.1,
        cares_and_claims=dice.random() < 0.25,
        care_costs_month=pick(dice, (D(0), 3), (pence(dice, 700), 1)),
        cared_for_by_paid_carer=dice.random() < 0.2,
        private_pension_month=pick(dice, (D(0), 3), (pence(dice, 900), 1)),
        maternity_allowance_month=pick(dice, (D(0), 9), (pence(dice, 800), 1)),
        pension_month=pick(dice, (D(0), 4), (pence(dice, 600), 1)),
        other_month=pick(dice, (D(0), 4), (pence(dice, 500), 1)),
        widowed_parents_month=pick(dice, (D(0), 9), (pence(dice, 700), 1)),
        maintenance_month=pick(dice, (D(0), 7), (pence(dice, 300), 1)),
        statutory_pay_month=pick(dice, (D(0), 9), (pence(dice, 500), 1)),
        expenses=pick(dice, (D(0), 4), (pence(dice, 20), 1)),
    )


def some_child(dice):
    return Child(
        dla_care=pick(dice, ("none", 6), ("lowest", 1), ("middle", 1), ("highest", 1)),
        daily_living=pick(dice, ("none", 8), ("enhanced", 1)),
        blind=dice.random() < 0.05,
        childcare_month=pick(dice, (D(0), 2), (pence(dice, 1000), 1)),
    )


def some_other(dice):
    return Other(
        age=dice.choice([17, 18, 24, 25, 50]),
        hours=D(dice.choice(["0", "15.99", "16", "40"])),
        gross=pick(dice, (pence(dice, 800), 3), (D(dice.choice([183, 192, 279, 605])), 1)),
        exempt=dice.random() < 0.15,
        on_uc_without_earnings=dice.random() < 0.2,
        daily_living=pick(dice, ("none", 6), ("standard", 1)),
        blind=dice.random() < 0.05,
    )


def some_home(dice, shape):
    adults, children, others = shape
    return Home(
        on=dice.choice(DAYS[1:]),
        adults=[some_adult(dice) for _ in range(adults)],
        children=[some_child(dice) for _ in range(children)],
        others=[some_other(dice) for _ in range(others)],
        eligible_rent=pence(dice, 420),
        weekly_rent=dice.random() < 0.5,
        on_uc=dice.random() < 0.1,
        capital=pick(
            dice,
            (D(0), 3),
            (pence(dice, 20000), 1),
            (D(dice.choice(["6000", "6000.01", "16000", "16000.01"])), 1),
        ),
    )


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_plain_reading_of_the_law_agrees(shape):
    dice = random.Random(f"housing benefit {shape}")  # noqa: S311
    homes = [some_home(dice, shape) for _ in range(ROWS)]
    expected = np.array([float(housing_benefit_week(home)) for home in homes])
    found = unit(simulate(homes), "housing_benefit_per_week", homes)
    apart = np.flatnonzero(np.abs(found - expected) > 0.001)
    assert not apart.size, (homes[apart[0]], found[apart[0]], expected[apart[0]], apart.size)
    # Worth comparing: full, tapered and nil awards are all there.
    rents = np.array([float(home.eligible_rent) for home in homes])
    assert ((found > 0) & (found < rents - 0.005)).mean() > 0.05
    assert (found == 0).mean() > 0.01
    assert (np.abs(found - rents) < 0.005).mean() > 0.05


def test_more_than_twenty_thousand_homes_are_compared():
    assert ROWS * len(SHAPES) >= 20_000
