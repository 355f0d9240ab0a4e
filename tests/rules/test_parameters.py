"""The parameters hold what the law and the published rates say, dated and with sources.

`tests/data/rates.yaml` was compiled apart from the parameters, from the sources its entries
name. `test_rate_formulas.py` checks amounts against each other, with neither.
"""

import datetime as dt
import math
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from openfisca_core.parameters import Parameter, ParameterNode

ROOT = Path(__file__).resolve().parents[2]
PARAMETERS = ROOT / "benefits_calc" / "rules" / "parameters"
RATES = {
    rate["id"]: rate
    for rate in yaml.safe_load((ROOT / "tests" / "data" / "rates.yaml").read_text("utf-8"))
}

# Ids of rates.yaml that are not amounts the rules read, and why.
NOT_PARAMETERS = {
    "uc.benefit_cap.earnings_exception": "computed from hours and the National Living Wage",
    "uc.aet.individual": "computed from hours and the National Living Wage",
    "uc.aet.couple": "computed from hours and the National Living Wage",
    "uc.wca_earnings_threshold": "computed from hours and the National Living Wage",
    "uc.sanction.daily_25": "computed from the standard allowance",
    "esa.permitted_work.higher": "computed from hours and the National Living Wage",
    "hb.disregard.permitted_work": "equals the permitted work limit",
    "tfc.min_earnings_21": "computed from hours and the National Living Wage",
    "status.is_jsaib_closed": "a status of a benefit, not an amount",
    "status.esa_ir_closed": "a status of a benefit, not an amount",
    "status.hb_working_age_closed": "a status of a benefit, not an amount",
    "status.dhp_replaced_england": "a status of a benefit, not an amount",
    "status.right_to_try": "a rule without an amount",
    "hb.uc_passport": "a rule without an amount",
    "council_tax.smi_disregard": "a rule without an amount",
    "pc.mixed_age": "a rule without an amount",
    "ctr.default_scheme.taper": "each scheme has its own, compared below",
    "ctr.capital_limit": "each scheme has its own, compared below",
    "lha.freeze": "the frozen rates themselves are the table of the data folder",
    "sp.age": "the table of the data folder gives the age by date of birth",
    "uprating.cpi_september": "uprates nothing by itself; only enacted rates are kept",
}

# A rate that ends: no limit above is infinity, no minimum below is nothing.
NO_LONGER = {
    "uc.two_child_limit": math.inf,
    "fsm.england.threshold": math.inf,
    "ssp.lower_earnings_limit": 0,
}

UNITS = {
    *("currency-GBP", "/1", "year", "month", "week", "day", "hour", "mile"),
    *("child", "room", "number", "date-yyyymmdd"),
}
LOAD_SECONDS = 2.0


@pytest.fixture(scope="module")
def tree():
    return ParameterNode("", directory_path=str(PARAMETERS))


@pytest.fixture(scope="module")
def leaves(tree) -> dict[str, Parameter]:
    return {leaf.name: leaf for leaf in tree.get_descendants() if isinstance(leaf, Parameter)}


def files() -> list[Path]:
    return sorted(PARAMETERS.rglob("*.yaml"))


def values_of(node: dict, path: str = "") -> Iterator[tuple[str, str, dict]]:
    """Every (parameter, day, dated value) written in one file."""
    if "values" in node:
        for day, value in node["values"].items():
            yield path, str(day), value
        return
    for key, child in node.items():
        if isinstance(child, dict) and key != "metadata":
            yield from values_of(child, f"{path}.{key}" if path else key)


# --- against rates.yaml ----------------------------------------------------------------------


def test_every_rate_is_a_parameter_or_named_as_not_one(leaves):
    held = [leaf.metadata["rate_id"] for leaf in leaves.values() if "rate_id" in leaf.metadata]
    assert len(held) == len(set(held)), "one rate, one parameter"
    assert set(held) | set(NOT_PARAMETERS) == set(RATES)
    assert not set(held) & set(NOT_PARAMETERS)


@pytest.mark.parametrize("rate_id", sorted(set(RATES) - set(NOT_PARAMETERS)))
def test_value_in_force_equals_the_rate_on_each_of_its_days(leaves, rate_id):
    (leaf,) = [leaf for leaf in leaves.values() if leaf.metadata.get("rate_id") == rate_id]
    for rate in RATES[rate_id]["values"]:
        expected = NO_LONGER[rate_id] if rate["value"] is None else rate["value"]
        assert leaf.get_at_instant(str(rate["from"])) == expected, (leaf.name, rate["from"])


@pytest.mark.parametrize(
    "scheme", ["england_default_scheme", "scotland_working_age", "wales_working_age"]
)
@pytest.mark.parametrize(
    ("rate_id", "name"),
    [("ctr.default_scheme.taper", "taper"), ("ctr.capital_limit", "capital_limit")],
)
def test_national_schemes_have_the_rate_as_their_own(leaves, scheme, rate_id, name):
    leaf = leaves[f"local.council_tax_reduction.{scheme}.{name}"]
    (rate,) = RATES[rate_id]["values"]
    assert leaf.get_at_instant("2026-12-01") == rate["value"]


def test_what_rests_on_memory_is_marked(leaves):
    for leaf in leaves.values():
        rate = RATES.get(leaf.metadata.get("rate_id"))
        doubtful = leaf.metadata.get("checked") == "unverified"
        if doubtful or (rate and rate["checked"] == "unverified" and not _settled(leaf)):
            assert leaf.metadata.get("unverified") is True, leaf.name


def _settled(leaf) -> bool:
    """Whether the parameter names a better check than rates.yaml had."""
    return leaf.metadata.get("checked") in {"both", "gov.uk-page", "instrument"}


# --- form ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(PARAMETERS)))
def test_each_dated_value_names_its_source(path):
    dated = list(values_of(yaml.safe_load(path.read_text("utf-8"))))
    assert dated
    for name, day, value in dated:
        assert value["value"] is not None, (name, day)
        references = value["metadata"]["reference"]
        assert references, (name, day)
        for reference in references:
            assert set(reference) == {"title", "href"}, (name, day)
            assert len(reference["title"]) > 10, (name, day)
            assert re.match(r"https?://[^\s/]+\.\w+", reference["href"]), (name, day)


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(PARAMETERS)))
def test_files_use_plain_yaml(path):
    tags = [
        token.value
        for token in yaml.scan(path.read_text("utf-8"))
        if isinstance(token, yaml.TagToken | yaml.AnchorToken | yaml.AliasToken)
    ]
    assert tags == []


def test_each_parameter_has_a_unit_and_a_description(leaves):
    for name, leaf in leaves.items():
        assert leaf.metadata.get("unit") in UNITS, name
        assert leaf.description, name


def test_verified_until_is_a_day_after_the_last_change(leaves):
    for name, leaf in leaves.items():
        until = leaf.metadata.get("verified_until")
        if until is None:
            continue
        assert dt.date.fromisoformat(until).isoformat() == until
        if not leaf.metadata.get("unverified"):
            assert leaf.values_list[0].instant_str <= until, name


def test_dates_kept_as_numbers_are_real_days(leaves):
    kept = [leaf for leaf in leaves.values() if leaf.metadata["unit"] == "date-yyyymmdd"]
    assert len(kept) == 4
    for leaf in kept:
        for value in leaf.values_list:
            day = str(value.value)
            assert dt.date.fromisoformat(day).strftime("%Y%m%d") == day


def test_nothing_is_dated_to_a_year_not_yet_enacted(leaves):
    known_for_2027 = {
        "hmrc.income_tax.personal_allowance",
        "hmrc.income_tax.rest_of_uk.basic_band",
        "hmrc.income_tax.savings.basic_rate",
        "hmrc.student_loan.plan_2",
        "dwp.universal_credit.surplus_earnings.de_minimis",
    }
    later = {n for n, leaf in leaves.items() if leaf.values_list[0].instant_str >= "2027-01-01"}
    assert later == known_for_2027


def test_loading_is_quick(capsys):
    start = time.perf_counter()
    ParameterNode("", directory_path=str(PARAMETERS))
    seconds = time.perf_counter() - start
    with capsys.disabled():
        print(f"\nparameters: {len(files())} files loaded in {seconds:.3f} s")  # noqa: T201
    assert seconds < LOAD_SECONDS
