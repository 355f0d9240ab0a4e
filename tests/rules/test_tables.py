"""The tables of amounts by place and of State Pension age by date of birth."""

import csv
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "benefits_calc" / "rules" / "data"
CATEGORIES = {"shared", "1_bedroom", "2_bedroom", "3_bedroom", "4_bedroom"}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.fixture(scope="module")
def local_housing_allowance():
    return rows("local_housing_allowance.csv")


def test_each_area_has_each_category_each_year_once(local_housing_allowance):
    keys = {
        (row["from_april"], row["broad_rental_market_area"], row["category"])
        for row in local_housing_allowance
    }
    areas = {row["broad_rental_market_area"] for row in local_housing_allowance}
    assert len(keys) == len(local_housing_allowance) == 3 * 192 * 5
    assert {key[0] for key in keys} == {"2024", "2025", "2026"}
    assert {key[2] for key in keys} == CATEGORIES
    assert len(areas) == 192


def test_areas_of_each_nation(local_housing_allowance):
    nations = {row["broad_rental_market_area"]: row["nation"] for row in local_housing_allowance}
    counts = {nation: list(nations.values()).count(nation) for nation in set(nations.values())}
    assert counts == {"england": 152, "scotland": 18, "wales": 22}
    assert nations["lothian"] == "scotland"
    assert nations["wrexham"] == "wales"
    assert nations["inner_south_east_london"] == "england"


def test_northern_irish_areas_are_named_as_not_covered(local_housing_allowance):
    covered = {row["broad_rental_market_area"] for row in local_housing_allowance}
    refused = {row["broad_rental_market_area"] for row in rows("rental_areas_not_covered.csv")}
    assert len(refused) == 8
    assert "belfast" in refused
    assert not covered & refused


def test_rates_have_stood_still_since_april_2024(local_housing_allowance):
    by_year: dict[str, dict] = {}
    for row in local_housing_allowance:
        key = (row["broad_rental_market_area"], row["category"])
        by_year.setdefault(row["from_april"], {})[key] = (
            row["per_week"],
            row["per_month_universal_credit"],
        )
    assert by_year["2024"] == by_year["2025"] == by_year["2026"]


def test_monthly_rate_is_the_weekly_one_times_365_over_84(local_housing_allowance):
    # One published figure is 3p off; the README of the folder names it.
    off = set()
    for row in local_housing_allowance:
        weekly, monthly = (
            Decimal(row["per_week"]),
            Decimal(row["per_month_universal_credit"]),
        )
        if abs(weekly * 365 / 84 - monthly) > Decimal("0.03"):
            off.add((row["broad_rental_market_area"], row["category"]))
    assert off <= {("inner_south_east_london", "1_bedroom")}


def test_weekly_rates_do_not_pass_the_national_maximum(local_housing_allowance):
    folder = ROOT / "benefits_calc" / "rules" / "parameters" / "dwp"
    tree = yaml.safe_load((folder / "local_housing_allowance.yaml").read_text("utf-8"))
    maximum = {
        name: next(iter(node["values"].values()))["value"]
        for name, node in tree["maximum_per_week"].items()
        if isinstance(node, dict)
    }
    named = {
        "shared": "one_bedroom",
        "1_bedroom": "one_bedroom",
        "2_bedroom": "two_bedrooms",
        "3_bedroom": "three_bedrooms",
        "4_bedroom": "four_bedrooms",
    }
    for row in local_housing_allowance:
        assert float(row["per_week"]) <= maximum[named[row["category"]]], row


def test_council_tax_of_every_council_in_both_years():
    table = rows("council_tax_band_d.csv")
    keys = {(row["council"], row["from_april"]) for row in table}
    councils = {row["council"]: row["nation"] for row in table}
    assert len(keys) == len(table)
    assert len(councils) == 350
    assert keys == {(council, year) for council in councils for year in ("2025", "2026")}
    for row in table:
        assert 900 < float(row["band_d_per_year"]) < 3500, row


def test_aliases_name_councils_of_the_table():
    councils = {row["council"] for row in rows("council_tax_band_d.csv")}
    for row in rows("council_aliases.csv"):
        assert row["council"] in councils
        assert row["alias"] not in councils


def pension_age(born: dt.date) -> tuple[int, int]:
    table = rows("state_pension_age.csv")
    row = [row for row in table if dt.date.fromisoformat(row["born_from"]) <= born][-1]
    return int(row["pension_age_years"]), int(row["pension_age_months"])


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        # Pensions Act 2014 s.26(3), table 3: both ends of a period, first and last periods
        (dt.date(1955, 1, 1), (66, 0)),
        (dt.date(1960, 4, 5), (66, 0)),
        (dt.date(1960, 4, 6), (66, 1)),
        (dt.date(1960, 5, 5), (66, 1)),
        (dt.date(1960, 5, 6), (66, 2)),
        (dt.date(1960, 9, 6), (66, 6)),
        (dt.date(1960, 12, 31), (66, 9)),
        (dt.date(1961, 1, 31), (66, 10)),
        (dt.date(1961, 3, 5), (66, 11)),
        (dt.date(1961, 3, 6), (67, 0)),
        (dt.date(1986, 1, 1), (67, 0)),
    ],
)
def test_state_pension_age(born, expected):
    assert pension_age(born) == expected
