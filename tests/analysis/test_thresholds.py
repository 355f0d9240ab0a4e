"""Thresholds are exact: the state holds at the line and not a penny, or a hundredth, below it."""

from typing import Any

import numpy as np
import pytest

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.analysis.thresholds import FALL, STEP, Threshold
from benefits_calc.case import Case, build_case
from benefits_calc.engine.switches import ONLY_WITH_AN_AWARD, SWITCHES, readings
from tests.engine.random_cases import random_case
from tests.engine.whole_cases import NAMES, case_with, compared, scenario, swept

HUNDREDTH = 0.01
SEEDS = range(0, 320, 8)
CERTAINTIES = {"rule", "dwp_decision", "council", "unknown"}
NO_FINDING = {"born": "1991-06"}


def found(case: Case, *codes: str) -> list[Threshold]:
    comparison = compared(case, 16, thresholds=True)
    return [line for line in comparison.thresholds if line.code in codes]


def assert_exact(case: Case, comparison: Comparison) -> int:
    """Recompute every line at its pay and a penny less, and at its hours and a hundredth less."""
    lines = [line for line in comparison.thresholds if line.code not in (FALL, STEP)]
    if not lines:
        return 0
    hours = np.repeat([line.hours_per_week for line in lines], 2)
    pay = np.array([line.gross_per_pay_period for line in lines])
    by_pay = readings(swept(case, hours, np.ravel(np.column_stack([pay - 0.01, pay]))).outcome)
    below = np.round(hours[::2] - HUNDREDTH, 2)
    by_hours = readings(swept(case, np.ravel(np.column_stack([below, hours[::2]]))).outcome)
    for place, line in enumerate(lines):
        if line.hours_per_week > HUNDREDTH:
            before, at = by_pay[line.code][2 * place : 2 * place + 2]
            assert (bool(before), bool(at)) == (not line.starts, line.starts), line
        before, at = by_hours[line.code][2 * place : 2 * place + 2]
        assert (bool(before), bool(at)) == (not line.starts, line.starts), line
    return len(lines)


@pytest.mark.parametrize("name", NAMES)
def test_exact_in_every_scenario(name: str):
    case = scenario(name)
    assert assert_exact(case, compared(case, 16, thresholds=True)) >= 3


def test_exact_in_random_households():
    count = 0
    for seed in SEEDS:
        case = build_case(random_case(seed))
        count += assert_exact(case, compared(case, 16, thresholds=True))
    assert count > 150


@pytest.mark.parametrize("seed", SEEDS[::4])
def test_no_switch_flips_without_a_line(seed: int):
    """Every hundredth of an hour to 48: the first flip of each half hour is a line of its code."""
    case = build_case(random_case(seed))
    comparison = compared(case, 16, thresholds=True)
    hours = np.arange(0, 4801) / 100
    results = swept(case, hours)
    left_out = {item.line for item in (*comparison.unknown, *results.unknown)}
    for switch in SWITCHES:
        if switch.code in left_out:
            continue
        on = readings(results.outcome)[switch.code]
        said = {t.hours_per_week for t in comparison.thresholds if t.code == switch.code}
        for low in range(0, 4800, 50):
            states = on[low : low + 51]
            if states[0] == states[-1] or (states[0] and not switch.said_when_it_stops):
                continue
            first = low + int(np.argmax(states != states[0]))
            if switch.code in ONLY_WITH_AN_AWARD and not results.lines["universal_credit"][first]:
                continue
            assert float(hours[first]) in said, (switch.code, hours[first])


def test_first_line_of_work_is_at_the_first_penny():
    case = case_with(claimant=NO_FINDING)
    (taper,) = found(case, "earnings_lower_universal_credit")
    assert (taper.hours_per_week, taper.gross_per_pay_period) == (0.01, 0.01)


def test_gross_gate_and_net_cap_are_both_found_though_near():
    """881.23 gross bars a first assessment; 881 net lifts the cap, 18.80 higher with a pension."""
    family: dict[str, Any] = {
        "claimant": NO_FINDING,
        "children": [{"born": f"20{year}-06"} for year in (19, 21, 23)],
        "home__rent": {"amount": 1500, "per": "month"},
        "home__bedrooms": 3,
    }
    case = case_with(**family)
    (gate,) = found(case, "first_assessment_barred")
    (cap,) = found(case, "benefit_cap")
    assert gate.starts
    assert gate.gross_per_pay_period == 881.23
    assert not cap.starts
    assert cap.gross_per_pay_period == pytest.approx(899.98, abs=0.03)
    assert 0.3 < cap.hours_per_week - gate.hours_per_week < 0.4
    assert cap.change_per_month > 100
    assert (
        swept(case, np.array([20.0]), np.array([cap.gross_per_pay_period])).lines["net_pay"] == 881
    )


@pytest.mark.parametrize(
    ("paid", "line"),
    [("weekly", 192.01), ("fortnightly", 384.01), ("four_weekly", 768.01), ("monthly", 833.01)],
)
def test_auto_enrolment_begins_a_penny_over_the_trigger(paid: str, line: float):
    (enrolled,) = found(case_with(job__paid=paid), "workplace_pension")
    assert enrolled.gross_per_pay_period == line
    assert enrolled.loss_per_month > 0
    assert enrolled.loss_per_month == -enrolled.change_per_month


def test_lines_of_wages_by_the_month():
    case = case_with(job__pension={"scheme": "none"}, job__student_loan="plan_1")
    lines = {
        line.code: line.gross_per_pay_period for line in compared(case, thresholds=True).thresholds
    }
    assert lines["national_insurance_credit"] == 559.00
    assert lines["national_insurance"] == pytest.approx(1048.07, abs=0.02)
    # A loan is taken in whole pounds: one pound is a ninth of 100 above 26,900 / 12.
    assert lines["student_loan"] == pytest.approx(26900 / 12 + 100 / 9, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_in_order_and_have_their_law(name: str):
    lines = compared(scenario(name), 16, thresholds=True).thresholds
    pay = [line.gross_per_pay_period for line in lines]
    assert pay == sorted(pay)
    for line in lines:
        assert line.reference.startswith("https://"), line
        assert line.certainty in CERTAINTIES
        assert line.loss_per_month >= 0
        assert 0 < line.hours_per_week <= 168


def test_a_line_beyond_the_usual_week_is_found_where_hours_are_compared():
    case = case_with(compare_hours=[0, 90])
    (nil,) = found(case, "universal_credit")
    assert 60 < nil.hours_per_week < 90


def test_what_the_jobcentre_asks_is_no_line_once_the_award_has_ended():
    case = case_with(
        claimant=NO_FINDING, home={"tenure": "owned_outright", "council_tax": {"liable": False}}
    )
    assert found(case, "universal_credit")
    assert not found(case, "no_work_search")


def test_a_partner_without_a_question_of_capability_has_no_gate():
    partner = {"born": "1990-03"}
    assert not found(case_with(partner=partner, job__who="partner"), "first_assessment_barred")
    waiting = {**partner, "work_capability": "awaiting_assessment"}
    assert found(case_with(partner=waiting, job__who="partner"), "first_assessment_barred")


def test_a_claim_kept_open_at_a_penny_has_its_lines():
    case = scenario("a03_northampton_supported_awaiting_assessment")
    begins, ends = found(case, "held_at_a_penny")
    assert (begins.starts, ends.starts) == (True, False)
    assert ends.gross_per_month == 881.23


def test_a_fall_names_the_line_that_took_it():
    """Child Benefit's charge takes more with each step of income above 60,000."""
    case = build_case(random_case(88))
    falls = found(case, FALL)
    assert {line.line for line in falls} == {"child_benefit_charge"}
    assert all(line.loss_per_month > 1 for line in falls)


def test_a_scheme_with_bands_falls_by_steps_and_a_taper_does_not():
    parts: dict[str, Any] = {
        "claimant": NO_FINDING,
        "region": None,
        "home__council_tax": {"liable": True, "band": "B"},
    }
    banded, tapered = (case_with(**parts, council=name) for name in ("croydon", "merton"))
    assert compared(banded, 16).unknown == compared(tapered, 16).unknown == ()
    steps = found(banded, STEP)
    assert len(steps) >= 3
    for line in steps:
        pay = line.gross_per_pay_period
        results = swept(banded, np.array([20.0, 20.0]), np.array([pay - 0.01, pay]))
        before, at = results.lines["council_tax_reduction"]
        assert before - at > 1
        assert line.certainty == "council"
    assert not found(tapered, STEP)
    (ends,) = found(tapered, "council_tax_reduction")
    assert not ends.starts


def test_what_is_unknown_further_on_does_not_hide_what_is_known_here():
    """Croydon's bands are held for times with Universal Credit only."""
    tax = {"liable": True, "band": "B"}
    case = case_with(claimant=NO_FINDING, region=None, council="croydon", home__council_tax=tax)
    comparison = compared(case, 0, 16, thresholds=True)
    assert comparison.unknown == ()
    assert "council_tax_further_on" in {gap.code for gap in comparison.not_covered}
    (ends,) = [line for line in comparison.thresholds if line.code == "universal_credit"]
    assert ends.change_per_month == 0
    assert not [line for line in comparison.thresholds if line.code == "council_tax_reduction"]
    beyond = compared(case, 0, ends.hours_per_week, thresholds=True)
    assert [item.line for item in beyond.unknown] == ["council_tax_reduction"]
