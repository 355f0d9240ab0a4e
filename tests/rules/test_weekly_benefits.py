"""New Style ESA and JSA, carers' benefits, Scottish Child Payment: both sides of each limit."""

import random
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from benefits_calc.engine.arrays import NOMINAL_MONTH, encoded, repeated
from tests.rules.plain_weekly_law import (
    Adult,
    Child,
    Home,
    carer_entitled,
    carers_week,
    esa_week,
    kinds_of_permitted_work,
)
from tests.rules.weekly_rows import claimant, simulate, unit

D = Decimal
NOW = date(2026, 12, 1)
LAST_YEAR = date(2025, 12, 1)


def rules(name, *adults, on=NOW, facts=()):
    homes = [Home(on, [adult], on_uc=False) for adult in adults]
    simulation = simulate(homes, people_facts=facts)
    found = claimant(simulation, name, homes)
    return [bool(x) if found.dtype == bool else round(float(x), 6) for x in found]


def pay(net, hours=10, **facts):
    return Adult(pay_after_tax_and_ni=D(str(net)), hours=D(str(hours)), **facts)


# ------------------------------------------------------------------ New Style ESA
@pytest.mark.parametrize(
    ("on", "age", "group", "wrac", "week"),
    [
        (NOW, 24, "assessment", False, 75.65),
        (NOW, 25, "assessment", False, 95.55),
        (NOW, 24, "work_related", False, 95.55),
        (NOW, 40, "work_related", True, 133.50),
        (NOW, 24, "support", False, 145.90),
        (LAST_YEAR, 24, "assessment", False, 72.90),
        (LAST_YEAR, 40, "work_related", False, 92.05),
        (LAST_YEAR, 40, "support", False, 140.55),
    ],
)
def test_rates_of_new_style_esa(on, age, group, wrac, week):
    adult = Adult(age=age, esa=group, wrac=wrac)
    assert rules("new_style_esa_per_week", adult, on=on) == [week]


def test_a_month_of_new_style_esa():
    people = [Adult(esa="work_related"), Adult(esa="support")]
    assert rules("new_style_esa", *people) == [414.05, 632.23]


def test_a_pension_over_85_a_week_takes_half_the_excess_in_the_persons_favour():
    month = [D(week) * 52 / 12 for week in ("85", "85.01", "85.02", "105", "500")]
    people = [Adult(esa="support", private_pension_month=each) for each in month]
    assert rules("new_style_esa_per_week", *people) == [145.90, 145.90, 145.89, 135.90, 0.0]


@pytest.mark.parametrize(("on", "limit"), [(NOW, 203.50), (LAST_YEAR, 195.50)])
def test_the_higher_limit_is_sixteen_hours_at_the_living_wage_to_the_next_fifty_pence(on, limit):
    assert rules("permitted_work_higher_limit_per_week", Adult(), on=on) == [limit]


@pytest.mark.parametrize(
    ("net", "hours", "supported", "kept"),
    [
        ("203.50", "15.99", False, True),
        ("203.51", "15.99", False, False),
        ("203.50", "16", False, False),
        ("20.00", "16", False, True),
        ("20.01", "16", False, False),
        ("20.01", "15.99", False, True),
        ("203.50", "40", True, True),
        ("203.51", "40", True, False),
        ("0", "0", False, True),
    ],
)
def test_permitted_work_of_the_three_kinds(net, hours, supported, kept):
    adult = pay(net, hours, esa="support", supported_work=supported)
    assert rules("is_within_permitted_work", adult) == [kept]
    assert rules("new_style_esa_per_week", adult) == [145.90 if kept else 0.0]
    assert rules("new_style_esa_has_support_component", adult) == [kept]
    assert rules("does_permitted_work", adult) == [kept and D(net) > 0]


def test_half_of_a_pension_contribution_comes_off_and_a_fraction_of_a_penny_is_dropped():
    people = [
        pay("208.50", pension_paid=D("10.00"), esa="support"),
        pay("208.51", pension_paid=D("10.01"), esa="support"),
        pay("208.51", pension_paid=D("10.00"), esa="support"),
    ]
    assert rules("permitted_work_earnings_per_week", *people) == [203.50, 203.50, 203.51]
    assert rules("is_entitled_to_new_style_esa", *people) == [True, True, False]


def test_bank_work_of_fifteen_hours_keeps_esa_and_sixteen_loses_it():
    # 15 x 13.10 = 196.50; 16 x 13.10 = 209.60
    people = [pay("196.50", 15, esa="support"), pay("209.60", 16, esa="support")]
    assert rules("new_style_esa_per_week", *people) == [145.90, 0.0]


def test_days_run_out_except_in_the_support_group():
    people = [Adult(esa=group) for group in ("work_related", "work_related", "support")]
    facts = [{"new_style_esa_days_used": days} for days in (364, 365, 900)]
    assert rules("new_style_esa_per_week", *people, facts=facts) == [95.55, 0.0, 145.90]


def test_statutory_sick_pay_is_no_earnings_for_permitted_work():
    adult = pay("203.50", esa="support", statutory_pay_month=D(500))
    assert rules("is_within_permitted_work", adult) == [True]


# ------------------------------------------------------------------ pay periods
@pytest.mark.parametrize(
    ("period", "weeks"), [("week", 1), ("two_weeks", 2), ("four_weeks", 4), ("month", 52 / 12)]
)
def test_a_week_is_the_pay_periods_pay_over_its_weeks(period, weeks):
    names = (
        "pay_after_tax_and_national_insurance_per_week",
        "pension_contributions_per_week",
        "deductible_expenses_per_week",
    )
    simulation = simulate([Home(NOW, [Adult()], on_uc=False)])
    for name in names:
        simulation.core.delete_arrays(name)
    for name, value in (
        ("pay_period", period),
        ("pension_scheme", "net_pay"),
        ("pension_enrolment", "joined"),
        ("pension_basis", "all"),
    ):
        put(simulation, name, value)
    put(simulation, "hours_per_week", 15.0)
    put(simulation, "hourly_pay", 12.0)
    put(simulation, "pension_share_of_pay", 0.05)
    put(simulation, "deductible_expenses_per_pay_period", 3.0 * weeks)
    # 180 a week: no tax, no National Insurance, 9.00 pension.
    found = [float(simulation.person(name)[0]) for name in names]
    assert found == pytest.approx([180.0, 9.0, 3.0], abs=1e-9)


def put(simulation, name, value):
    simulation.core.delete_arrays(name)
    simulation.core.set_input(name, NOMINAL_MONTH, encoded(name, repeated(value, 1)))


def test_monthly_lines_alone_are_refused_where_weeks_are_asked_for():
    simulation = simulate([Home(NOW, [Adult(esa="support")], on_uc=False)])
    for name in ("pay_after_tax_and_national_insurance_per_week", "hours_per_week"):
        simulation.core.delete_arrays(name)
    put(simulation, "employment_income", 900.0)
    with pytest.raises(ValueError, match="employment_income was handed in without"):
        simulation.person("new_style_esa")


# ------------------------------------------------------------------ New Style JSA
def jsa(*adults, on=NOW, **more):
    facts = [{"claims_new_style_jsa": True} | more] * len(adults)
    return rules("new_style_jsa_per_week", *adults, on=on, facts=facts)


def test_rates_of_new_style_jsa():
    assert jsa(Adult(age=24), Adult(age=25)) == [75.65, 95.55]
    assert jsa(Adult(age=24), Adult(age=25), on=LAST_YEAR) == [72.90, 92.05]


def test_jsa_after_earnings():
    people = [pay("5.00"), pay("5.01"), pay("60"), pay("101.68", 8)]
    assert jsa(*people) == [95.55, 95.54, 40.55, 0.0]


def test_jsa_of_less_than_ten_pence_is_not_payable():
    assert jsa(pay("100.45"), pay("100.46")) == [0.10, 0.0]


def test_jsa_stops_at_sixteen_hours():
    assert jsa(pay(10, "15.99"), pay(10, "16")) == [90.55, 0.0]


def test_jsa_after_a_pension_over_fifty_a_week():
    people = [Adult(private_pension_month=D(week) * 52 / 12) for week in ("50", "50.01", "90")]
    assert jsa(*people) == [95.55, 95.54, 55.55]


def test_jsa_days_and_esa():
    assert jsa(Adult(), new_style_jsa_days_used=181) == [95.55]
    assert jsa(Adult(), new_style_jsa_days_used=182) == [0.0]
    assert jsa(Adult(esa="support")) == [0.0]


# ------------------------------------------------------------------ carers
CARER: dict[str, Any] = {"cares_and_claims": True}


@pytest.mark.parametrize(
    ("on", "net", "week"),
    [
        (NOW, "204.00", 86.45),
        (NOW, "204.01", 0.0),
        (LAST_YEAR, "196.00", 83.30),
        (LAST_YEAR, "196.01", 0.0),
    ],
)
def test_the_carers_limit_to_the_penny(on, net, week):
    assert rules("carers_allowance_per_week", pay(net, **CARER), on=on) == [week]


def test_what_comes_off_a_carers_earnings():
    people = [
        # 230 less half of 11.50; care of 60 leaves 164.25
        pay(230, pension_paid=D("11.50"), care_costs_month=D(260), **CARER),
        # care takes at most half: 500 -> 250
        pay(500, care_costs_month=D(5000), **CARER),
        pay(408, care_costs_month=D(5000), **CARER),
        pay("408.02", care_costs_month=D(5000), **CARER),
        pay("214.00", expenses=D("10.00"), **CARER),
        pay(200, statutory_pay_month=D(52), **CARER),
    ]
    expected = [164.25, 250.0, 204.0, 204.01, 204.0, 212.0]
    assert rules("carers_earnings_per_week", *people) == expected
    kept = [True, False, True, False, True, False]
    assert rules("is_entitled_to_carers_allowance", *people) == kept


def test_a_month_of_carers_allowance():
    assert rules("carers_allowance", Adult(**CARER)) == [374.62]


def test_hours_of_care_and_full_time_education():
    people = [Adult(**CARER)] * 3
    facts = [
        {"cares_for_hours_per_week": 34.99},
        {"cares_for_hours_per_week": 35.0},
        {"is_in_full_time_education": True},
    ]
    assert rules("carers_allowance_per_week", *people, facts=facts) == [0.0, 86.45, 0.0]


def test_new_style_esa_overlaps_and_leaves_underlying_entitlement():
    adult = Adult(esa="work_related", **CARER)
    assert rules("carers_allowance_per_week", adult) == [0.0]
    assert rules("has_carers_benefit", adult) == [True]
    # Young person in the assessment phase: 86.45 - 75.65
    young = Adult(age=20, esa="assessment", **CARER)
    assert rules("carers_allowance_per_week", young) == [10.80]
    assert rules("has_carers_benefit", pay("204.01", **CARER)) == [False]


def scottish(name, *adults, on=NOW, **more):
    facts = {"claims_carer_support_payment": True, "cares_for_hours_per_week": 35.0} | more
    return rules(name, *adults, on=on, facts=[facts] * len(adults))


def test_carer_support_payment_and_its_supplement():
    people = [pay("204.00"), pay("204.01"), Adult(esa="work_related")]
    assert scottish("carer_support_payment", *people) == [374.62, 0.0, 0.0]
    assert scottish("scottish_carer_supplement", *people) == [50.70, 0.0, 0.0]
    assert scottish("has_carers_benefit", *people) == [True, False, True]
    # Underlying entitlement alone brings no supplement.
    assert rules("scottish_carer_supplement", Adult(**CARER)) == [0.0]


@pytest.mark.parametrize(
    ("on", "month"),
    [
        (date(2026, 3, 14), 0.0),
        (date(2026, 3, 15), 48.92),
        (date(2026, 4, 4), 48.92),
        (date(2026, 4, 5), 50.70),
    ],
)
def test_the_supplement_by_date(on, month):
    assert scottish("scottish_carer_supplement", Adult(), on=on) == [month]


def test_further_people_cared_for():
    assert scottish("carer_additional_person_payment", Adult(), additional_people_cared_for=2) == [
        86.67
    ]


def test_carer_support_payment_is_open_to_students():
    assert scottish("carer_support_payment", Adult(), is_in_full_time_education=True) == [374.62]


# ------------------------------------------------------------------ Scottish Child Payment
def scp(*facts, ages=(7, 7)):
    homes = [Home(NOW, [Adult()], [Child() for _ in ages], on_uc=None) for _ in facts]
    usual = {"claims_scottish_child_payment": True, "lives_in_scotland": True}
    simulation = simulate(homes, [usual | more for more in facts])
    return [float(x) for x in unit(simulation, "scottish_child_payment", homes)]


def test_scottish_child_payment_while_universal_credit_is_above_nil():
    found = scp(
        {"universal_credit": 0.01},
        {"universal_credit": 0.0},
        {"universal_credit": 500.0, "lives_in_scotland": False},
        {"universal_credit": 500.0, "claims_scottish_child_payment": False},
    )
    assert found == [244.40, 0.0, 0.0, 0.0]


def test_scottish_child_payment_stops_at_sixteen():
    homes = [Home(NOW, [Adult()], [Child()], on_uc=None)] * 2
    facts = {
        "claims_scottish_child_payment": True,
        "lives_in_scotland": True,
        "universal_credit": 100.0,
    }
    simulation = simulate(homes, [facts] * 2)
    births = ["1986-01-01", "2010-12-02", "1986-01-01", "2010-12-01"]
    simulation.core.delete_arrays("birth_date")
    simulation.core.set_input("birth_date", "eternity", np.array(births, dtype="datetime64[D]"))
    assert list(unit(simulation, "scottish_child_payment_per_week", homes)) == [28.20, 0.0]


# ------------------------------------------------------------------ beside Universal Credit
def test_universal_credit_counts_what_the_week_brings():
    homes = [
        Home(NOW, [Adult(esa="support")], on_uc=None),
        Home(NOW, [Adult(**CARER)], on_uc=None),
        Home(NOW, [pay("204.01", **CARER)], on_uc=None),
    ]
    # The monthly lines that belong to the weekly ones; only income other than wages is looked at.
    simulation = simulate(homes)
    found = [float(x) for x in unit(simulation, "uc_unearned_income", homes)]
    assert found == [632.23, 374.62, 0.0]


# ------------------------------------------------------------------ a plain reading in bulk
ROWS = 20_000


def some_adult(dice):
    edges = [
        "20",
        "20.01",
        "195.50",
        "195.51",
        "196",
        "196.01",
        "203.50",
        "203.51",
        "204",
        "204.01",
    ]
    net = D(dice.choice(edges)) if dice.random() < 0.4 else D(dice.randrange(45000)) / 100
    pension = D(dice.choice([0, 0, 1, 2, 333, 1001])) / 100
    return Adult(
        age=dice.choice([18, 24, 25, 50]),
        pay_after_tax_and_ni=net + pension / 2 if dice.random() < 0.5 else net,
        pension_paid=pension,
        expenses=D(dice.choice([0, 0, 0, 1, 1250])) / 100,
        hours=D(dice.choice(["4", "15.99", "16", "30"])),
        esa=dice.choice(["none", "none", "assessment", "work_related", "support"]),
        wrac=dice.random() < 0.3,
        supported_work=dice.random() < 0.2,
        cares_and_claims=dice.random() < 0.7,
        care_costs_month=D(dice.choice([0, 0, 0, 10000, 65000])) / 100,
        private_pension_month=D(dice.choice([0, 0, 36833, 36834, 50011])) / 100,
        maternity_allowance_month=D(dice.choice([0, 0, 0, 20000])) / 100,
        statutory_pay_month=D(dice.choice([0, 0, 0, 5200])) / 100,
    )


def test_a_plain_reading_of_the_law_agrees():
    dice = random.Random("permitted work and carers")  # noqa: S311
    days = [date(2025, 4, 7), date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 6), NOW]
    homes = [Home(dice.choice(days), [some_adult(dice)], on_uc=False) for _ in range(ROWS)]
    simulation = simulate(homes)
    readings = {
        "is_within_permitted_work": lambda adult, on: bool(kinds_of_permitted_work(adult, on)),
        "new_style_esa_per_week": esa_week,
        "is_entitled_to_carers_allowance": carer_entitled,
        "carers_allowance_per_week": carers_week,
    }
    for name, reading in readings.items():
        expected = np.array([float(reading(home.adults[0], home.on)) for home in homes])
        found = claimant(simulation, name, homes).astype(float)
        apart = np.flatnonzero(np.abs(found - expected) > 0.001)
        assert not apart.size, (name, homes[apart[0]], found[apart[0]], expected[apart[0]])
        assert 0.05 < (found > 0).mean() < 0.95, name
