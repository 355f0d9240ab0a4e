"""Results format 1: what is printed is what docs/results-format.md says, for every scenario."""

import json
import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benefits_calc.analysis.help_besides_money import (
    GAINED,
    KEPT,
    LOST,
    NOT_AFFECTED,
    OPEN,
    VARIES,
)
from benefits_calc.analysis.statuses import LOW_EARNINGS, PROTECTIONS, STATUS_SWITCHES
from benefits_calc.analysis.thresholds import FALL, STEP
from benefits_calc.engine.results import BENEFIT_LINES
from benefits_calc.engine.switches import SWITCHES
from benefits_calc.output.contract import LINE_ORDER, comparison_object
from benefits_calc.rules.help_items import help_items
from tests.engine.whole_cases import NAMES, case_with, compared, scenario

# The lines that the agreed format names; the program may add more, and may drop none.
AGREED = [
    "gross_pay",
    "income_tax",
    "national_insurance",
    "employee_pension",
    "student_loan",
    "net_pay",
    "universal_credit",
    "new_style_esa",
    "new_style_jsa",
    "pip",
    "carers_allowance",
    "housing_benefit",
    "council_tax_reduction",
    "adult_disability_payment",
    "disability_living_allowance",
    "child_disability_payment",
    "attendance_allowance",
    "carer_support_payment",
    "scottish_carer_supplement",
    "maternity_allowance",
    "statutory_sick_pay",
    "child_benefit",
    "child_benefit_charge",
    "guardians_allowance",
    "scottish_child_payment",
    "partner_net_pay",
    "self_employment_net",
    "tax_on_benefits",
    "other_income",
    "total_income",
    "rent",
    "council_tax",
    "work_costs",
    "childcare",
    "left_over",
]
AGREED_WORKINGS = [
    "uc_standard_allowance",
    "uc_lcwra_element",
    "uc_housing_costs_element",
    "uc_maximum_amount",
    "uc_work_allowance",
    "uc_earned_income",
    "uc_earnings_deduction",
    "uc_unearned_income",
    "uc_tariff_income",
    "benefit_cap_reduction",
]
AGREED_THRESHOLD = [
    "hours_per_week",
    "what",
    "loss_per_month",
    "change_per_month",
    "permanent",
    "until",
    "certainty",
    "rule",
    "reference",
]
OPTIONAL = {"per_week", "difference_per_month_range"}
ONLY_IN_THE_JOB = {"hours_per_week", "tax_code"}
HELD = {"lcwra", "lcw", LOW_EARNINGS, *PROTECTIONS}
ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)


def printed(name: str, *, weekly: bool = False, hours: tuple[float, ...] = ()) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text_of(name, weekly, hours))
    return found


@cache
def text_of(name: str, weekly: bool, hours: tuple[float, ...]) -> str:
    comparison = compared(scenario(name), *hours, thresholds=True)
    return json.dumps(comparison_object(comparison, weekly=weekly), allow_nan=False)


def tables_of(root: Path) -> dict[str, list[str]]:
    """First names of each table of the page, by the heading or the table's own first cell."""
    page = (root / "docs" / "results-format.md").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for section in page.split("\n## ")[1:]:
        title = section.split("\n", 1)[0]
        for table in re.findall(r"(?:^\|.*\n)+", section, re.MULTILINE):
            head = table.split("|")[1].strip()
            found[title if head in ("field", "line", "step") else head] = ROW.findall(table)
    return found


@pytest.fixture(scope="module")
def documented() -> dict[str, list[str]]:
    return tables_of(Path(__file__).resolve().parents[2])


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_documented_and_every_documented_name_is_there(
    name: str, documented: dict[str, list[str]]
):
    result = printed(name)
    assert list(result) == documented["The object"]
    for point in (result["now"], *result["points"]):
        assert list(point["per_month"]) == documented["Lines"]
        assert list(point["workings"]) == documented["Workings"]
        assert set(point) <= set(documented["A point"])
        always = set(documented["A point"]) - OPTIONAL - ONLY_IN_THE_JOB
        assert always <= set(point)
        for period in (point["usual_period"], point["worst_period"]):
            assert list(period) == documented["part of a period"]
        for status in point["statuses"]:
            assert list(status) == documented["A status"]
            assert_way_back(status["reversible"], documented)
    assert not ONLY_IN_THE_JOB & set(result["now"])
    for point in result["points"]:
        assert set(point) >= ONLY_IN_THE_JOB
    for threshold in result["thresholds"]:
        assert list(threshold) == documented["A threshold"]
        assert_way_back(threshold["reversible"], documented)
        assert threshold["until"] == (threshold["reversible"] or {"until": None})["until"]
    for strip in result["strips"]:
        assert list(strip) == documented["A strip"]
        for part in (*strip["ranges"], *(strip["ranges_in_worst_period"] or ())):
            assert list(part) == documented["part of a range"]
    assert list(result["overlap"]) == documented["part of the overlap"]
    for limits in ("nothing_stops", "nothing_changes"):
        assert list(result["overlap"][limits]) == ["usual_month", "worst_period"]
        for limit in result["overlap"][limits].values():
            assert list(limit) == documented["part of a limit"]


@pytest.mark.parametrize("name", NAMES)
def test_help_besides_money_is_documented(name: str, documented: dict[str, list[str]]):
    result = printed(name)
    assert result["now"]["help"]
    for point in (result["now"], *result["points"]):
        for item in point["help"]:
            assert list(item) == documented["Help besides money"]
            assert item["state"] in documented["help state"]


def assert_way_back(found: Any, documented: dict[str, list[str]]) -> None:
    if found is not None:
        assert list(found) == documented["part of the way back"]
        for limit in found["time_limits"]:
            assert list(limit) == documented["part of a time limit"]


def test_codes_are_documented(documented: dict[str, list[str]]):
    assert documented["threshold code"] == [*(switch.code for switch in SWITCHES), STEP, FALL]
    items = help_items()
    assert documented["help code"] == [item.id for item in items]
    assert set(documented["help trigger"]) == {item.trigger for item in items}
    assert set(documented["help state"]) == {OPEN, KEPT, VARIES, GAINED, LOST, NOT_AFFECTED}
    assert set(documented["status code"]) == HELD | set(STATUS_SWITCHES)


def test_what_was_agreed_is_there():
    result = printed("a01")
    assert set(AGREED) <= set(LINE_ORDER)
    assert set(AGREED_WORKINGS) <= set(result["now"]["workings"])
    assert set(AGREED_THRESHOLD) <= set(result["thresholds"][0])
    assert set(result["rates_as_at"]) == {"universal_credit", "other"}


@pytest.mark.parametrize("name", NAMES)
def test_totals_are_sums_of_the_lines_to_the_penny(name: str):
    result = printed(name)
    for point in (result["now"], *result["points"]):
        lines = {key: amount or 0.0 for key, amount in point["per_month"].items()}
        income = sum(lines[line] for line in BENEFIT_LINES)
        income += lines["net_pay"] + lines["partner_net_pay"] + lines["self_employment_net"]
        income += lines["other_income"] - lines["child_benefit_charge"] - lines["tax_on_benefits"]
        assert lines["total_income"] == pytest.approx(income, abs=1e-6)
        costs = ("uc_deductions", "rent", "council_tax", "work_costs", "childcare", "care_charge")
        left = income - sum(lines[line] for line in costs)
        assert lines["left_over"] == pytest.approx(left, abs=1e-6)
        now = result["now"]["per_month"]["left_over"]
        assert point["difference_per_month"] == pytest.approx(left - now, abs=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_null_lines_are_named_in_both_places(name: str):
    result = printed(name)
    for point in (result["now"], *result["points"]):
        null = [line for line, amount in point["per_month"].items() if amount is None]
        assert set(null) <= set(result["totals_leave_out"])
        if null:
            assert point["kept_per_extra_pound"] is None
    assert len(result["not_covered"]) > len(result["totals_leave_out"])


def amounts_of(value: Any) -> Iterator[float]:
    if isinstance(value, float):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from amounts_of(part)


@pytest.mark.parametrize("name", NAMES)
def test_every_number_is_finite_and_has_at_most_two_places_but_the_share(name: str):
    result = printed(name)
    for point in result["points"]:
        share = point.pop("kept_per_extra_pound")
        assert share is None or -0.05 <= share <= 1.05
    for amount in amounts_of(result):
        assert math.isfinite(amount)
        assert abs(amount - round(amount, 2)) < 1e-9, amount


def test_weekly_adds_to_each_point_and_changes_nothing_else():
    monthly, weekly = printed("a06"), printed("a06", weekly=True)
    for point in (weekly["now"], *weekly["points"]):
        per_week = point.pop("per_week")
        assert list(per_week) == list(point["per_month"])
        for line, amount in point["per_month"].items():
            if amount is None:
                assert per_week[line] is None
            else:
                assert per_week[line] == pytest.approx(amount * 12 / 52, abs=0.0051)
    assert weekly == monthly


def test_the_example_of_the_page_is_what_is_printed(root: Path):
    page = (root / "docs" / "results-format.md").read_text(encoding="utf-8")
    example = json.loads(page.split("```json")[1].split("```")[0])
    result = printed("p1_", hours=(16,))
    assert_contains(result, example)


def assert_contains(whole: Any, part: Any) -> None:
    if isinstance(part, dict):
        for key, value in part.items():
            assert_contains(whole[key], value)
    elif isinstance(part, list):
        for one, other in zip(whole, part, strict=True):
            assert_contains(one, other)
    else:
        assert whole == part


def test_a_range_is_printed_where_today_is_known():
    reduction = {"amount": 24, "per": "week"}
    case = case_with(
        home__council_tax={"liable": "unknown"}, benefits_now__council_tax_reduction=reduction
    )
    result = comparison_object(compared(case, 16))
    (point,) = result["points"]
    low, high = point["difference_per_month_range"]["low"], point["difference_per_month"]
    assert point["difference_per_month_range"]["high"] == high
    assert high - low == pytest.approx(104.00)
    assert "difference_per_month_range" not in result["now"]


def test_help_not_claimed_is_printed(documented: dict[str, list[str]]):
    case = case_with(benefits_now={}, claims_universal_credit=False)
    could, pip = comparison_object(compared(case, 16))["could_claim_now"]
    assert list(could) == list(pip) == documented["Help that could be claimed"]
    assert could["per_month"] == 1304.70
    assert (pip["what"], pip["per_month"], pip["certainty"]) == ("pip", None, "dwp_decision")


def test_the_same_case_prints_the_same():
    once = printed("a08_cardiff_couple_carer")
    text_of.cache_clear()
    assert printed("a08_cardiff_couple_carer") == once
