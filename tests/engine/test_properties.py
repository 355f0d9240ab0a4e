"""What holds for any household: 320 random ones, each at every quarter of an hour to 48."""

import copy
from functools import cache
from typing import Any

import numpy as np
import pytest

from benefits_calc.analysis.comparison import Comparison, compare
from benefits_calc.case import Case, build_case
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job, now
from benefits_calc.engine.results import (
    COST_LINES,
    INCOME_LINES,
    TAKEN_FROM_INCOME,
    Results,
    results_of,
)
from tests.engine.random_cases import random_case
from tests.engine.whole_cases import NAMES, data_with, scenario, swept

SWEEP = np.arange(0.0, 48.001, 0.25)
SEEDS = range(320)
GROUPS = 8
PENNY = 0.01
# Taken in whole pounds or whole per cents of the year: more pay takes more in small steps, which
# are no lines of their own. Each begins at a named threshold.
STEPPED = ("student_loan", "child_benefit_charge", "income_tax")


@cache
def random_one(seed: int) -> tuple[Case, Results]:
    case = build_case(random_case(seed))
    return case, swept(case, SWEEP)


@cache
def compared(seed: int) -> Comparison:
    return compare(build_case(random_case(seed)))


def group(number: int) -> list[int]:
    return [seed for seed in SEEDS if seed % GROUPS == number]


@pytest.mark.parametrize("number", range(GROUPS))
def test_amounts_are_whole_pennies_and_parts_sum_to_totals(number: int):
    for seed in group(number):
        _, results = random_one(seed)
        for line, amounts in {**results.lines, **results.workings}.items():
            assert np.isfinite(amounts).all(), (seed, line)
            assert (amounts >= 0).all(), (seed, line)
            pennies = amounts * 100
            assert np.abs(pennies - np.round(pennies)).max() < 1e-6, (seed, line)
        lines = results.lines
        income = sum(lines[line] for line in INCOME_LINES if line in lines)
        total = income - sum(lines[line] for line in TAKEN_FROM_INCOME)
        assert np.allclose(total, results.total_income, atol=1e-6), seed
        left = total - sum(lines[line] for line in COST_LINES)
        assert np.allclose(left, results.left_over, atol=1e-6), seed


@pytest.mark.parametrize("number", range(GROUPS))
def test_pay_less_what_is_taken_from_it_is_take_home_pay(number: int):
    """By the month each line is rounded by itself, so weekly pay may part by a penny a line."""
    for seed in group(number):
        case, results = random_one(seed)
        lines = results.lines
        taken = ("income_tax", "national_insurance", "employee_pension", "student_loan")
        net = lines["gross_pay"] - sum(lines[line] for line in taken)
        # Salary sacrifice and relief at source are pension that is not all taken from pay.
        pension = case.job.pension_in_force.scheme if case.job else "none"
        if pension == "net_pay":
            assert np.abs(net - lines["net_pay"]).max() <= 5 * PENNY + 1e-9, seed
        assert (lines["net_pay"] <= lines["gross_pay"] + 1e-9).all() or _is_k_or_taxed(case), seed


def _is_k_or_taxed(case: Case) -> bool:
    return bool(case.job and case.job.tax_code == "K100")


@pytest.mark.parametrize("number", range(GROUPS))
def test_every_fall_of_more_than_a_pound_has_a_named_threshold(number: int):
    for seed in group(number):
        _, results = random_one(seed)
        comparison = compared(seed)
        change = np.diff(results.left_over)
        for place in np.flatnonzero(change < -1.0):
            named = threshold_between(comparison, SWEEP[place], SWEEP[place + 1])
            assert named or in_small_steps(comparison, results, int(place)), (seed, SWEEP[place])


def threshold_between(comparison: Comparison, low: float, high: float) -> bool:
    return any(
        low < line.hours_per_week <= high + 1e-9 and line.loss_per_month > 0
        for line in comparison.thresholds
    )


def in_small_steps(comparison: Comparison, results: Results, place: int) -> bool:
    """Whether stepped lines alone took more than was lost, each after its own threshold."""
    begun = {t.code for t in comparison.thresholds if t.hours_per_week <= SWEEP[place + 1]}
    rises = sum(
        float(results.lines[line][place + 1] - results.lines[line][place])
        for line in STEPPED
        if line in begun
    )
    fall = float(results.left_over[place] - results.left_over[place + 1])
    return rises >= fall


@pytest.mark.parametrize("number", range(GROUPS))
def test_more_pay_is_more_take_home_pay_outside_named_steps(number: int):
    for seed in group(number):
        _, results = random_one(seed)
        lines = compared(seed).thresholds
        down = np.flatnonzero(np.diff(results.lines["net_pay"]) < -PENNY)
        for place in down:
            low, high = SWEEP[place], SWEEP[place + 1]
            codes = {t.code for t in lines if low < t.hours_per_week <= high + 1e-9}
            stepped = np.diff(results.lines["student_loan"])[place] > 0
            assert codes & {"workplace_pension", "fall", "income_tax"} or stepped, (seed, low)


@pytest.mark.parametrize("seed", range(0, 320, 8))
def test_a_point_of_the_sweep_is_the_same_case_alone(seed: int):
    case, together = random_one(seed)
    for place in (0, 33, 64, 150, 192):
        alone = swept(case, SWEEP[place : place + 1])
        # A line unknown at some point is left out at all; alone, a point may know it.
        for line, amounts in together.lines.items():
            assert alone.lines[line][0] == amounts[place], (seed, line)
        if alone.lines.keys() == together.lines.keys():
            assert alone.left_over[0] == together.left_over[place]


@pytest.mark.parametrize("seed", range(0, 320, 16))
def test_splitting_the_points_changes_nothing(seed: int):
    case, together = random_one(seed)
    halves = [swept(case, SWEEP[:50]), swept(case, SWEEP[50:])]
    joined = np.concatenate([half.left_over for half in halves])
    assert (joined == together.left_over).all()


@pytest.mark.parametrize("seed", [s for s in SEEDS if len(random_case(s)["children"]) > 1][::3])
def test_the_order_of_children_makes_no_difference(seed: int):
    _, results = random_one(seed)
    turned = random_case(seed)
    turned["children"] = turned["children"][::-1]
    other = swept(build_case(turned), SWEEP)
    assert_same_lines(results, other)


def test_the_order_of_others_in_the_home_makes_no_difference():
    others: list[dict[str, Any]] = [
        {"born": "1962-03", "relation": "parent", "pip": {"daily_living": "standard"}},
        {"born": "2001-05", "relation": "sibling"},
        {"born": "1999-09", "relation": "friend", "benefits": ["carers_allowance"]},
    ]
    found = [
        swept(build_case(data_with(others_in_home=order)), SWEEP)
        for order in (others, others[::-1], [others[1], others[0], others[2]])
    ]
    assert_same_lines(found[0], found[1])
    assert_same_lines(found[0], found[2])
    without = swept(build_case(data_with()), SWEEP)
    assert (found[0].left_over < without.left_over).all()


def test_who_is_claimant_and_who_partner_makes_no_difference():
    ill = {
        "born": "1985-03",
        "work_capability": "lcwra",
        "work_capability_since": "2023-05",
        "health_element": "protected",
        "pip": {"daily_living": "standard"},
    }
    well = {"born": "1983-05", "other_income": [{"kind": "trust", "amount": 40, "per": "week"}]}
    one = data_with(claimant=ill, partner=well)
    other = data_with(claimant=well, partner=ill, job__who="partner")
    assert_same_lines(swept(build_case(one), SWEEP), swept(build_case(other), SWEEP))


def assert_same_lines(one: Results, other: Results) -> None:
    assert one.lines.keys() == other.lines.keys()
    for line, amounts in one.lines.items():
        assert (amounts == other.lines[line]).all(), line
    assert (one.left_over == other.left_over).all()


@pytest.mark.parametrize("name", NAMES)
def test_now_is_nought_hours_where_no_job_is_held(name: str):
    case = scenario(name)
    claims = case.universal_credit_claimed
    here = results_of(evaluate(case, now(claims_universal_credit=claims)))
    nought = results_of(evaluate(case, in_job(np.zeros(1), claims_universal_credit=claims)))
    assert_same_lines(here, nought)


def test_now_is_not_nought_hours_where_a_job_is_given_up():
    held = {"hourly_pay": 12.71, "hours_per_week": 10, "paid": "monthly"}
    for replaces, same in (("none", True), ("all", False), (1, False)):
        case = build_case(data_with(claimant__jobs=[held], job__replaces=replaces))
        here = results_of(evaluate(case, now(claims_universal_credit=True)))
        nought = results_of(evaluate(case, in_job(np.zeros(1), claims_universal_credit=True)))
        assert bool(here.left_over[0] == nought.left_over[0]) is same, replaces
        assert here.lines["gross_pay"][0] == 550.77


def test_working_out_a_case_changes_nothing_in_it():
    data = random_case(7)
    kept = copy.deepcopy(data)
    case = build_case(data)
    before = case.model_dump_json()
    compare(case)
    assert data == kept
    assert case.model_dump_json() == before
