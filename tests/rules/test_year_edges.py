"""Both sides of the weekly limits, by a penny, an hour and a day, in each era of the two years.

2025-26; 2026-27 before 5 October 2026; and from then. Figures are those of the rates published for
each year; where a limit is a sum, it is written out.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from tests.rules.plain_weekly_law import Adult, Child, Home
from tests.rules.weekly_rows import claimant, simulate, unit

D = Decimal
DAY = timedelta(days=1)
PENNY = D("0.01")
LAST_YEAR, BEFORE, FROM_OCTOBER = date(2025, 12, 1), date(2026, 10, 4), date(2026, 10, 5)
ERAS = (LAST_YEAR, BEFORE, FROM_OCTOBER)
THIS_YEAR = (BEFORE, FROM_OCTOBER)


def week(name: str, on: date, *adults: Adult, **facts: Any) -> list[float]:
    """A weekly figure of each adult, each alone in a home without Universal Credit."""
    homes = [Home(on, [adult], on_uc=False) for adult in adults]
    found = claimant(simulate(homes, people_facts=[facts] * len(homes)), name, homes)
    return [round(float(each), 6) for each in found]


def earning(net: Any, hours: Any = 10, **facts: Any) -> Adult:
    return Adult(pay_after_tax_and_ni=D(str(net)), hours=D(str(hours)), **facts)


def a_penny_over(limit: str, **facts: Any) -> tuple[Adult, Adult]:
    return earning(limit, **facts), earning(D(limit) + PENNY, **facts)


# ------------------------------------------------------------------ carers
CARER_LIMITS = [(LAST_YEAR, "196", 83.30), *((day, "204", 86.45) for day in THIS_YEAR)]


@pytest.mark.parametrize(("on", "limit", "paid"), CARER_LIMITS)
def test_carers_allowance_a_penny_each_side(on: date, limit: str, paid: float):
    people = a_penny_over(limit, cares_and_claims=True)
    assert week("carers_allowance_per_week", on, *people) == [paid, 0.0]


@pytest.mark.parametrize(("on", "limit", "paid"), CARER_LIMITS)
def test_carer_support_payment_a_penny_each_side(on: date, limit: str, paid: float):
    claims = {"claims_carer_support_payment": True, "cares_for_hours_per_week": 35.0}
    found = week("carer_support_payment_per_week", on, *a_penny_over(limit), **claims)
    assert found == [paid, 0.0]
    less_care = {**claims, "cares_for_hours_per_week": 34.99}
    assert week("carer_support_payment_per_week", on, earning(limit), **less_care) == [0.0]


@pytest.mark.parametrize(
    ("on", "hourly", "kept"),
    [(LAST_YEAR, "12.21", [True, False]), *((day, "12.71", [True, False]) for day in THIS_YEAR)],
)
def test_sixteen_hours_at_the_living_wage_are_within_and_seventeen_are_over(
    on: date, hourly: str, kept: list[bool]
):
    # 195.36 and 207.57; 203.36 and 216.07.
    people = [earning(D(hourly) * hours, hours, cares_and_claims=True) for hours in (16, 17)]
    found = week("is_entitled_to_carers_allowance", on, *people)
    assert [bool(each) for each in found] == kept


@pytest.mark.parametrize(
    ("first", "before", "after"),
    # 200 a week is over the limit of 2025-26 and within that of 2026-27.
    [(date(2026, 4, 6), 0.0, 86.45)],
)
def test_the_carers_limit_changes_on_the_first_day_of_the_year(
    first: date, before: float, after: float
):
    person = earning(200, cares_and_claims=True)
    assert week("carers_allowance_per_week", first - DAY, person) == [before]
    assert week("carers_allowance_per_week", first, person) == [after]


# ------------------------------------------------------------------ permitted work
@pytest.mark.parametrize(
    ("on", "limit", "esa"),
    [(LAST_YEAR, "195.50", 140.55), *((day, "203.50", 145.90) for day in THIS_YEAR)],
)
def test_permitted_work_by_a_penny_and_an_hour(on: date, limit: str, esa: float):
    people = [
        *a_penny_over(limit, esa="support"),
        earning(limit, "15.99", esa="support"),
        earning(limit, "16", esa="support"),
        earning("20.00", "16", esa="support"),
        earning("20.01", "16", esa="support"),
        earning(limit, "40", esa="support", supported_work=True),
        earning(D(limit) + PENNY, "40", esa="support", supported_work=True),
    ]
    kept = [True, False, True, False, True, False, True, False]
    expected = [esa if each else 0.0 for each in kept]
    assert week("new_style_esa_per_week", on, *people) == expected


def test_the_higher_limit_follows_the_wage_on_1_april_and_the_rates_on_6_april():
    person = earning("200", esa="support")
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 5), date(2026, 4, 6)]
    found = [week("new_style_esa_per_week", day, person)[0] for day in days]
    assert found == [0.0, 140.55, 140.55, 145.90]


# ------------------------------------------------------------------ New Style JSA
@pytest.mark.parametrize(("on", "rate"), [(LAST_YEAR, 92.05), *((day, 95.55) for day in THIS_YEAR)])
def test_new_style_jsa_by_a_penny_and_an_hour(on: date, rate: float):
    claims = {"claims_new_style_jsa": True}
    people = [
        *a_penny_over("5.00"),
        earning("5.00", "15.99"),
        earning("5.00", "16"),
        earning(D(str(rate)) + 5 - D("0.10")),
        earning(D(str(rate)) + 5 - D("0.09")),
    ]
    expected = [rate, round(rate - 0.01, 2), rate, 0.0, 0.10, 0.0]
    assert week("new_style_jsa_per_week", on, *people, **claims) == expected


# ------------------------------------------------------------------ Housing Benefit
def hb(on: date, *adults: Adult, children: tuple[Child, ...] = ()) -> list[float]:
    homes = [Home(on, [adult], list(children), on_uc=False) for adult in adults]
    found = unit(simulate(homes), "housing_benefit_per_week", homes)
    return [round(float(each), 6) for each in found]


# Net pay of a week that leaves all of the rent of 255: the allowance and what is left out of pay.
@pytest.mark.parametrize(
    ("on", "limit"),
    [
        (LAST_YEAR, D("92.05") + 5),
        (BEFORE, D("95.55") + 5),
        (FROM_OCTOBER, D("95.55") + 5 + D("77.73")),
    ],
)
def test_where_pay_begins_to_lower_housing_benefit(on: date, limit: Decimal):
    people = [earning(net, 10, age=31) for net in (limit, limit + PENNY, limit + 2 * PENNY)]
    # 255 less 65 per cent of a penny and of two pence: 254.9935 and 254.987.
    assert hb(on, *people) == [255.0, 254.99, 254.99]


@pytest.mark.parametrize(
    ("on", "limit"),
    [
        (LAST_YEAR, D("92.05") + 20 + D("43.20")),
        (BEFORE, D("95.55") + 20 + D("44.85")),
        (FROM_OCTOBER, D("95.55") + 20 + D("44.85") + D("77.73")),
    ],
)
def test_the_disregard_of_twenty_goes_with_a_disability_premium(on: date, limit: Decimal):
    people = [earning(net, 10, age=31, mobility="standard") for net in (limit, limit + PENNY)]
    assert hb(on, *people) == [255.0, 254.99]


@pytest.mark.parametrize(
    ("on", "sum_of_disregards"),
    [
        (LAST_YEAR, D("22.10")),
        (BEFORE, D("22.10")),
        (FROM_OCTOBER, D("99.83")),
    ],
)
def test_the_disregard_for_hours_by_a_penny_and_an_hour(on: date, sum_of_disregards: Decimal):
    people = [
        earning(sum_of_disregards - PENNY, 30, age=31),
        earning(sum_of_disregards, 30, age=31),
        earning(sum_of_disregards, "29.99", age=31),
        earning(sum_of_disregards, 30, age=24),
    ]
    homes = [Home(on, [person], on_uc=False) for person in people]
    found = unit(simulate(homes), "hb_additional_earnings_disregard", homes)
    assert [float(each) for each in found] == [0.0, 17.10, 0.0, 0.0]


@pytest.mark.parametrize(("on", "others"), [(LAST_YEAR, 0.0), (BEFORE, 0.0), (FROM_OCTOBER, 61.41)])
def test_the_disregard_of_october_2026_by_day_for_somebody_of_24(on: date, others: float):
    homes = [Home(on, [earning("150", 10, age=24)], on_uc=False)]
    found = unit(simulate(homes), "hb_accommodation_earnings_disregard", homes)
    assert float(found[0]) == others


# ------------------------------------------------------------------ Scottish Child Payment
@pytest.mark.parametrize(
    ("on", "paid"),
    [(date(2026, 3, 31), 27.15), (date(2026, 4, 1), 28.20), *((day, 28.20) for day in THIS_YEAR)],
)
def test_scottish_child_payment_by_day_and_by_a_penny_of_the_award(on: date, paid: float):
    facts = {"claims_scottish_child_payment": True, "lives_in_scotland": True}
    homes = [Home(on, [Adult()], [Child()], on_uc=None)] * 2
    awards = [facts | {"universal_credit": amount} for amount in (0.01, 0.0)]
    found = unit(simulate(homes, awards), "scottish_child_payment_per_week", homes)
    assert np.round(found.astype(float), 6).tolist() == [paid, 0.0]
