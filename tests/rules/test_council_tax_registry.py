"""The registry of schemes: complete, in one form, and answering by council and day."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from benefits_calc.rules import CountryTaxBenefitSystem
from benefits_calc.rules.local_schemes import (
    METHODS,
    NO_SCHEME,
    councils_not_computed,
    scheme_of,
    schemes,
)
from benefits_calc.rules.local_schemes.choices import CouncilTaxReductionScheme

RULES = Path(__file__).parents[2] / "benefits_calc" / "rules"
PARAMETERS = RULES / "parameters" / "local" / "council_tax_reduction"
DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def councils() -> dict[str, str]:
    lines = (RULES / "data" / "council_tax_band_d.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["council"]: row["nation"] for row in rows}


@pytest.fixture(scope="module")
def system() -> CountryTaxBenefitSystem:
    return CountryTaxBenefitSystem()


def amounts(scheme) -> dict:
    return yaml.safe_load((PARAMETERS / f"{scheme.id}.yaml").read_text("utf-8"))


def leaves(node: dict):
    if "values" in node:
        yield node
        return
    for name, child in node.items():
        if isinstance(child, dict) and name != "metadata":
            yield from leaves(child)


def test_each_scheme_has_a_file_and_each_file_a_scheme():
    assert {path.stem for path in PARAMETERS.glob("*.yaml")} == {s.id for s in schemes()}
    assert len({scheme.id for scheme in schemes()}) == len(schemes())
    assert [member.name for member in CouncilTaxReductionScheme] == [
        NO_SCHEME,
        *(scheme.id for scheme in schemes()),
    ]


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_a_scheme_s_amounts_hold_for_its_dates_and_no_longer(scheme):
    for leaf in leaves(amounts(scheme)):
        assert min(leaf["values"]) >= scheme.first_day, leaf["description"]
        assert leaf["metadata"]["verified_until"] == scheme.last_day, leaf["description"]


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_a_scheme_is_of_one_year_unless_both_are_held(scheme):
    assert scheme.method in METHODS
    assert scheme.first_day.replace(year=scheme.first_day.year + 1) <= scheme.last_day + timedelta(
        days=1
    )
    years = {value.year for leaf in leaves(amounts(scheme)) for value in leaf["values"]}
    if scheme.last_day.year - scheme.first_day.year > 1:
        assert years >= {2025, 2026}, "a scheme of two years holds amounts of both"


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_a_scheme_has_what_its_method_reads(scheme, system):
    data = amounts(scheme)
    if scheme.method == "bands":
        assert [group.name for group in scheme.groups] == list(data["group"])
        for group in data["group"].values():
            bands = [group[name] for name in group if name.startswith("band_")]
            assert [name for name in group if name.startswith("band_")] == [
                f"band_{number}" for number in range(len(bands))
            ]
            assert all({"from", "share"} <= set(band) for band in bands)
        assert {"universal_credit_share", "unearned_share"} <= set(data["income"])
    else:
        assert not scheme.groups
        assert {"maximum_share", "taper", "capital_limit"} <= set(data)
    if scheme.deductions == scheme.id:
        assert {"work_hours", "band_0"} <= set(data["non_dependant"])
    elif scheme.deductions is not None:
        assert scheme.deductions in {other.id for other in schemes()}
        assert "non_dependant" not in data


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_conditions_named_in_the_registry_are_yes_or_no_of_the_benefit_unit(scheme, system):
    named = [group.when for group in scheme.groups if group.when] + list(scheme.not_known_for)
    for name in named:
        variable = system.get_variable(name, check_existence=True)
        assert variable.entity.key == "benunit"
        assert variable.value_type is bool


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_amounts_without_universal_credit_come_with_a_first_day(scheme):
    assert (scheme.off_universal_credit is None) == (scheme.off_universal_credit_from is None)


def test_councils_of_the_registry_are_in_the_table(councils):
    named = {council for scheme in schemes() for council in scheme.councils}
    assert named | set(councils_not_computed()) <= set(councils)
    assert not {c for c in named if scheme_of(c, "england", DAY) != NO_SCHEME} & set(
        councils_not_computed()
    )


def test_no_council_has_two_schemes_on_one_day(councils):
    for year in (2025, 2026):
        for council, nation in councils.items():
            serving = [s for s in schemes() if s.serves(council, nation, date(year, 12, 1))]
            assert len(serving) <= 1, council


def test_how_many_councils_are_worked_out(councils):
    found: dict[int, list[tuple[str, str]]] = {2025: [], 2026: []}
    for year, held in found.items():
        for council, nation in councils.items():
            if scheme_of(council, nation, date(year, 12, 1)) != NO_SCHEME:
                held.append((nation, council))
    english = sorted(council for nation, council in found[2026] if nation == "england")
    assert english == [
        "bristol_city_of",
        "croydon",
        "ealing",
        "hammersmith_and_fulham",
        "kingston_upon_thames",
        "lambeth",
        "merton",
        "newham",
        "north_northamptonshire",
        "oxford",
        "west_northamptonshire",
        "westminster",
    ]
    assert sorted(c for nation, c in found[2025] if nation == "england") == ["southwark", "sutton"]
    for held in found.values():
        assert sum(nation == "scotland" for nation, _ in held) == 32
        assert sum(nation == "wales" for nation, _ in held) == 22


@pytest.mark.parametrize(
    ("council", "nation", "day", "scheme"),
    [
        ("merton", "england", DAY, "merton"),
        ("merton", "england", date(2026, 3, 31), NO_SCHEME),
        ("bristol", "england", DAY, "bristol_city_of"),
        ("bristol_city_of", "england", DAY, "bristol_city_of"),
        ("southwark", "england", date(2026, 3, 31), "southwark"),
        ("southwark", "england", date(2026, 4, 1), NO_SCHEME),
        ("sutton", "england", DAY, NO_SCHEME),
        ("birmingham", "england", DAY, NO_SCHEME),
        ("adur", "england", DAY, NO_SCHEME),
        ("glasgow_city", "scotland", DAY, "scotland_working_age"),
        ("city_of_edinburgh", "scotland", date(2025, 4, 1), "scotland_working_age"),
        ("swansea", "wales", DAY, "wales_working_age"),
        ("swansea", "wales", date(2027, 4, 1), NO_SCHEME),
    ],
)
def test_scheme_of_a_council_on_a_day(council, nation, day, scheme):
    assert scheme_of(council, nation, day) == scheme


def test_what_was_looked_at_and_not_worked_out_says_why():
    assert all(len(why) > 20 for why in councils_not_computed().values())
