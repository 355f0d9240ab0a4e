"""Council tax of whole case files against the second reading of each scheme.

The band, the adults of the home and the scheme's own facts are read here from the format's page;
the Universal Credit figures that a scheme builds on are those of the same result.
"""

from __future__ import annotations

import csv
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from benefits_calc.analysis.comparison import Point
from benefits_calc.case import CaseError, build_case
from tests.engine.test_cases_against_second_reading import plain_case, years_on
from tests.engine.whole_cases import compared
from tests.oracle import council_tax as second
from tests.oracle.money import penny

BAND_D = Path(__file__).parents[2] / "benefits_calc/rules/data/council_tax_band_d.csv"
NINTHS = dict(zip("ABCDEFGH", (6, 7, 8, 9, 11, 13, 15, 18), strict=True))
SCOTTISH = dict(zip("ABCDEFGH", (240, 280, 320, 360, 473, 585, 705, 882), strict=True))
COUNCILS = {
    "england": ("kingston_upon_thames", "merton", "newham", "west_northamptonshire", "croydon",
                "oxford", "bristol_city_of", "westminster"),
    "wales": ("cardiff", "swansea"),
    "scotland": ("glasgow_city", "dundee_city"),
}  # fmt: skip
GROUPS, CASES_A_GROUP = 6, 40


def billed_case(seed: int) -> dict[str, Any]:
    """A random case of 2026-27 that gets a bill by band, in a place whose scheme is held."""
    case = plain_case(seed)
    case["as_at"] = "2026-12-01"
    case.pop("region", None)
    places = COUNCILS[case["nation"]]
    case["council"] = places[seed % len(places)]
    bands = "ABCD" if case["nation"] == "scotland" else "ABCDEFGH"
    adults = 1 + ("partner" in case) + len(case.get("others_in_home", ()))
    case["home"]["council_tax"] = {
        "liable": True,
        "band": bands[seed % len(bands)],
        "people_counted": adults,
    }
    for who in ("claimant", "partner"):
        if who in case:
            case[who].pop("carer", None)
    return case


def band_d(council: str, year: int) -> Fraction:
    with BAND_D.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    (found,) = [
        row["band_d_per_year"]
        for row in rows
        if row["council"] == council and int(row["from_april"]) == year
    ]
    return Fraction(found)


def bill_of(case: dict[str, Any]) -> Fraction:
    tax = case["home"]["council_tax"]
    scottish = case["nation"] == "scotland"
    share = Fraction(SCOTTISH[tax["band"]], 360) if scottish else Fraction(NINTHS[tax["band"]], 9)
    alone = Fraction(3, 4) if tax["people_counted"] == 1 else Fraction(1)
    return Fraction(penny(band_d(case["council"], 2026) * share * alone))


def adult_of(case: dict[str, Any], who: str) -> second.Adult:
    facts = case[who]
    award = facts.get("pip") or facts.get("adp") or {}
    return second.Adult(
        age=years_on(facts["born"], date.fromisoformat(case["as_at"])),
        daily_living=award.get("daily_living", "none"),
        mobility=award.get("mobility", "none"),
        capability=facts["work_capability"],
    )


def facts_of(case: dict[str, Any], point: Point, hours: float) -> second.Facts:
    day = date.fromisoformat(case["as_at"])
    steps = {name: Fraction(str(round(value, 2))) for name, value in point.workings.items()}
    award = Fraction(str(point.per_month["universal_credit"]))
    partner = adult_of(case, "partner") if "partner" in case else None
    children = tuple(
        second.Child((c.get("dla") or c.get("cdp") or {}).get("care", "none"))
        for c in case["children"]
    )
    ages = [years_on(c["born"], day) for c in case["children"]]
    scheme = {"wales": "wales_working_age", "scotland": "scotland_working_age"}
    trades = any("self_employment" in case[who] for who in ("claimant", "partner") if who in case)
    return second.Facts(
        scheme=scheme.get(case["nation"], case["council"]),
        year=2026,
        bill_year=bill_of(case),
        band=case["home"]["council_tax"]["band"].lower(),
        on_uc=True,
        claimant=adult_of(case, "claimant"),
        partner=partner,
        children=children,
        others=tuple(
            second.OtherAdult(Fraction(0), Fraction(0)) for _ in case.get("others_in_home", ())
        ),
        capital=Fraction(str(case["savings"])),
        earned_month=steps["uc_earned_income"],
        unearned_month=steps["uc_unearned_income"],
        tariff_month=steps["uc_tariff_income"],
        award_month=award,
        maximum_month=steps["uc_maximum_amount"],
        elements={
            "child": steps["uc_child_element"],
            "disabled_child": steps["uc_disabled_child_element"],
            "childcare": steps["uc_childcare_element"],
            "transitional": steps["uc_transitional_element"],
            "housing": steps["uc_housing_costs_element"],
            "lcwra": steps["uc_lcwra_element"],
        },
        lone_parent_small_child=partner is None and any(age < 5 for age in ages),
        works=hours > 0 or trades,
    )


@pytest.mark.parametrize("group", range(GROUPS))
def test_council_tax_of_case_files_is_that_of_the_second_reading(group: int):
    done = 0
    for seed in range(50_000 + group * 1000, 50_000 + group * 1000 + CASES_A_GROUP):
        data = billed_case(seed)
        hours = data["job"]["hours_per_week"]
        try:
            found = compared(build_case(data), 0, hours)
        except CaseError:
            continue
        for point, worked in zip(found.points, (0, hours), strict=True):
            assert point.per_month["council_tax"] == float(penny(bill_of(data) / 12)), (
                seed,
                worked,
            )
            reduction = point.per_month["council_tax_reduction"]
            if reduction is None or not point.workings["uc_award_before_cap"]:
                continue
            expected = second.reduction_month(facts_of(data, point, worked))
            assert reduction == pytest.approx(float(expected), abs=0.0101), (seed, worked)
            done += 1
    assert done > CASES_A_GROUP / 2
