"""The rules against the second reading of each method, over random households.

Amounts lie on and beside the lines of the schemes more often than chance would put them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest

from tests.oracle import council_tax as second
from tests.rules.council_tax_run import claimants, run

DAYS = {2025: date(2025, 12, 1), 2026: date(2026, 12, 1)}
TAPER_2026 = (
    "england_default_scheme",
    "kingston_upon_thames",
    "merton",
    "hammersmith_and_fulham",
    "newham",
    "westminster",
    "west_northamptonshire",
    "north_northamptonshire",
    "bristol_city_of",
    "wales_working_age",
)
NO_ELEMENTS = dict.fromkeys(
    ("transitional", "housing", "lcwra", "carer", "child", "disabled_child", "childcare"),
    Fraction(0),
)
LINES = (183, 266, 279, 286, 316, 394, 463, 474, 485, 497, 577, 586, 605, 614)
OFF_AWARD = ("merton", "kingston_upon_thames", "bristol_city_of", "wales_working_age")
HOUSEHOLDS = dict.fromkeys(("taper", "off award", "scotland", "bands"), 20_000)
PARTLY_HELD = {"ealing": (2026, "0 154.19 179.90 205.59"), "sutton": (2025, "0")}


def pence(random: Random, most: float) -> Fraction:
    """Nothing a third of the time, else pence up to `most` pounds."""
    return (
        Fraction(0) if random.random() < 0.33 else Fraction(random.randrange(int(most * 100)), 100)
    )


def other_adult(random: Random) -> second.OtherAdult:
    near = Fraction(random.choice(LINES)) + Fraction(random.choice((-1, 0, 1)), 100)
    gross = random.choice(
        (near, pence(random, 900), Fraction(random.choice((46154, 46155, 46156)), 100))
    )
    hours = Fraction(0) if gross == 0 else Fraction(random.choice((8, 15.99, 16, 35)))
    return second.OtherAdult(
        hours=Fraction(str(float(hours))),
        gross_week=gross,
        on_uc_without_earnings=random.random() < 0.1,
        exempt=random.random() < 0.1,
    )


def adult(random: Random, *, healthy: bool = False) -> second.Adult:
    choose = random.choice
    if healthy:
        return second.Adult(age=random.randrange(19, 60))
    return second.Adult(
        age=random.randrange(19, 60),
        daily_living=choose(("none", "none", "standard", "enhanced")),
        mobility=choose(("none", "none", "standard", "enhanced")),
        capability=choose(("none", "none", "lcw", "lcwra")),
        esa=choose(("none", "none", "assessment", "work_related", "support")),
        carers_benefit=random.random() < 0.2,
        paid_carer=random.random() < 0.2,
        blind=random.random() < 0.1,
        earnings_week=pence(random, 500),
        other_income_week=pence(random, 150),
        hours=Fraction(random.choice((0, 10, 16, 25, 30, 37))),
    )


def household(random: Random, scheme: str, year: int, *, on_uc: bool, healthy: bool = False) -> Any:
    partner = adult(random, healthy=healthy) if random.random() < 0.35 else None
    children = tuple(
        second.Child(random.choice(("none", "none", "lowest", "highest")))
        for _ in range(random.choice((0, 0, 1, 2, 3)))
    )
    claimant = adult(random, healthy=healthy)
    elements: dict[str, Fraction] = {}
    if children and random.random() < 0.9:
        elements["child"] = Fraction(random.randrange(29000, 90000), 100)
        elements["childcare"] = pence(random, 1900)
        elements["disabled_child"] = pence(random, 300)
    for name, most in (("transitional", 200), ("housing", 900), ("lcwra", 430), ("carer", 210)):
        elements[name] = pence(random, most)
    maximum = Fraction(random.randrange(31000, 200000), 100)
    earned = pence(random, 2400)
    if scheme == "scotland_working_age":
        earned = sum((a.earnings_week for a in (claimant, partner) if a), Fraction(0)) * 52 / 12
    return second.Facts(
        scheme=scheme,
        year=year,
        bill_year=Fraction(random.randrange(40000, 420000), 100),
        band=random.choice("abcd" if scheme == "scotland_working_age" else "abcdefgh"),
        on_uc=on_uc,
        claimant=claimant,
        partner=partner,
        children=children,
        others=tuple(other_adult(random) for _ in range(random.choice((0, 0, 0, 1, 2)))),
        capital=random.choice(
            (
                Fraction(0),
                Fraction(6000),
                Fraction("6000.01"),
                Fraction(8000),
                Fraction("8000.01"),
                Fraction(16000),
                pence(random, 17000),
            )
        ),
        earned_month=earned,
        unearned_month=pence(random, 600),
        tariff_month=pence(random, 170),
        award_month=min(maximum, pence(random, 2000)),
        maximum_month=maximum,
        elements=elements,
        lone_parent_small_child=bool(children) and partner is None and random.random() < 0.5,
        works=earned > 0,
    )


def as_rules(facts: second.Facts) -> dict[str, Any]:
    """The household as the rules are told it."""
    day = DAYS[facts.year]
    on_uc = facts.on_uc
    people = [person(facts, a, place, day) for place, a in enumerate(facts.adults)]
    age = 2 if facts.lone_parent_small_child else 9
    children = [
        {"birth_date": date(day.year - age, 3, 1), "dla_care": child.care,
         "childcare_charges_per_month": 100.0}
        for child in facts.children
    ]  # fmt: skip
    others = [
        {
            "birth_date": date(1980, 1, 1),
            "lives_with_benunit_as_non_dependant": True,
            "non_dependant_hours_per_week": float(other.hours),
            "non_dependant_gross_income_per_week": float(other.gross_week),
            "is_on_universal_credit_without_earnings": other.on_uc_without_earnings,
            "is_exempt_from_non_dependant_deduction": other.exempt,
        }
        for other in facts.others
    ]
    element = {name: float(amount) for name, amount in facts.elements.items()}
    return {
        **people[0],
        **({"partner": people[1]} if len(people) > 1 else {}),
        "children": children,
        "others": others,
        "day": day,
        "scheme": facts.scheme,
        "lives_in_scotland": facts.scheme == "scotland_working_age",
        "band": facts.band,
        "is_council_tax_bill_given": True,
        "council_tax_bill_given_per_year": float(facts.bill_year),
        "capital": float(facts.capital),
        "claims_universal_credit": on_uc,
        "is_entitled_to_universal_credit": on_uc,
        "uc_earned_income": float(facts.earned_month),
        "uc_unearned_income": float(facts.unearned_month),
        "uc_tariff_income": float(facts.tariff_month),
        "universal_credit": float(facts.award_month),
        "uc_award_before_cap": float(facts.award_month),
        "benefit_cap_reduction": 0.0,
        "uc_maximum_amount": float(facts.maximum_month),
        "uc_child_element": element.get("child", 0.0),
        "uc_disabled_child_element": element.get("disabled_child", 0.0),
        "uc_childcare_element": element.get("childcare", 0.0),
        "transitional_element": element["transitional"],
        "uc_housing_costs_element": element["housing"],
        "uc_lcwra_element": element["lcwra"],
        "uc_carer_element": element["carer"],
        "hb_childcare_disregard": 0.0,
    }


def person(facts: second.Facts, adult: second.Adult, place: int, day: date) -> dict[str, Any]:
    return {
        "birth_date": date(day.year - adult.age, 1, 1),
        "pip_daily_living": adult.daily_living,
        "pip_mobility": adult.mobility,
        "work_capability": adult.capability,
        "new_style_esa_group": adult.esa,
        "new_style_esa": 0.0,
        "is_within_permitted_work": True,
        "does_exempt_work_for_housing_benefit": False,
        "has_carers_benefit": adult.carers_benefit,
        "is_cared_for_by_paid_carer": adult.paid_carer,
        "is_severely_sight_impaired": adult.blind,
        "hb_earnings_per_week": float(adult.earnings_week),
        "hb_other_income_of_person": float(adult.other_income_week),
        "uc_employed_earnings": float(adult.earnings_week * 52 / 12),
        "hours_per_week": float(adult.hours),
        "is_in_paid_work": facts.works and place == 0,
    }


def draw(kind: str) -> list[second.Facts]:
    random = Random(f"council tax {kind}")  # noqa: S311
    found = []
    for _ in range(HOUSEHOLDS[kind]):
        if kind == "taper":
            pairs = [(scheme, 2026) for scheme in TAPER_2026]
            pairs += [("southwark", 2025), ("wales_working_age", 2025)]
            scheme, year = random.choice(pairs)
            found.append(household(random, scheme, year, on_uc=True))
        elif kind == "off award":
            found.append(household(random, random.choice(OFF_AWARD), 2026, on_uc=False))
        elif kind == "scotland":
            year, on_uc = random.choice((2025, 2026)), random.random() < 0.7
            found.append(household(random, "scotland_working_age", year, on_uc=on_uc))
        else:
            scheme = random.choice(("croydon", "lambeth", "oxford"))
            healthy = scheme == "lambeth"
            found.append(household(random, scheme, 2026, on_uc=True, healthy=healthy))
    return found


@pytest.mark.parametrize("kind", sorted(HOUSEHOLDS))
def test_rules_and_second_reading_agree(kind):
    drawn = draw(kind)
    households = [as_rules(facts) for facts in drawn]
    result = run(households)
    expected = np.array([float(second.reduction_month(facts)) for facts in drawn])
    week = claimants(result, households, "council_tax_reduction_per_week")
    exact = np.array([float(second.reduction_week(facts)) for facts in drawn])
    apart = np.flatnonzero(np.abs(week - exact) > 1e-6)
    assert not len(apart), (len(apart), drawn[apart[0]], week[apart[0]], exact[apart[0]])
    known = claimants(result, households, "council_tax_reduction_is_known")
    month = claimants(result, households, "council_tax_reduction")
    assert np.abs(month - expected)[known].max() < 0.0101
    assert (month[~known] == 0).all()
    # The comparison is worth something only over partial reductions too.
    partial = (exact > 0) & (month < claimants(result, households, "council_tax_bill"))
    assert known.mean() > 0.5
    assert partial.mean() > 0.1


@pytest.mark.parametrize("scheme", sorted(PARTLY_HELD))
def test_what_is_held_of_a_scheme_agrees_and_the_rest_is_asked_of_the_council(scheme):
    year, lines = PARTLY_HELD[scheme]
    random = Random(f"council tax {scheme}")  # noqa: S311
    drawn = [partly_held(random, scheme, year, lines.split()) for _ in range(20_000)]
    households = [as_rules(facts) for facts in drawn]
    result = run(households)
    readings = [second.partly_held(facts) for facts in drawn]
    known = claimants(result, households, "council_tax_reduction_is_known")
    apart = np.flatnonzero(known != np.array([one is not None for one in readings]))
    assert not len(apart), (len(apart), drawn[apart[0]], readings[apart[0]])
    week = claimants(result, households, "council_tax_reduction_per_week")
    exact = np.array([float(one or 0) for one in readings])
    apart = np.flatnonzero(known & (np.abs(week - exact) > 1e-6))
    assert not len(apart), (len(apart), drawn[apart[0]], week[apart[0]], exact[apart[0]])
    assert 0.1 < known.mean() < 0.9
    assert (exact > 0).mean() > 0.05
    assert (claimants(result, households, "council_tax_reduction")[~known] == 0).all()


def partly_held(random: Random, scheme: str, year: int, lines: list[str]) -> second.Facts:
    """A household, often without a health condition, with pay on and beside the lines."""
    facts = household(random, scheme, year, on_uc=random.random() < 0.95)
    healthy = random.random() < 0.5
    if healthy:
        claimant = second.Adult(age=random.randrange(19, 60))
        facts = replace(facts, claimant=claimant, partner=None, children=(), elements=NO_ELEMENTS)
        facts = replace(facts, lone_parent_small_child=False)
    line = (Fraction(random.choice(lines)) + Fraction(random.choice((-1, 0, 1)), 100)) * 52 / 12
    earned = random.choice((Fraction(0), pence(random, 1200), max(line, Fraction(0))))
    small = Fraction(random.randrange(9000, 20000), 100)
    bill = random.choice((facts.bill_year, facts.bill_year, small))
    return replace(facts, earned_month=earned, works=earned > 0, bill_year=bill)
