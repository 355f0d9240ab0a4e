"""Strips along the hours: they cover every hour, end where thresholds stand, and say what is so."""

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.analysis.overlap import Limit, Overlap
from benefits_calc.analysis.strips import PAYMENT, STATES, STATUS, Range, Strip
from benefits_calc.case import Case, build_case
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import PayDays, in_job
from benefits_calc.engine.results import results_of
from tests.analysis.walks import bola, marcus
from tests.engine.random_cases import random_case
from tests.engine.whole_cases import NAMES, case_with, compared, scenario

HUNDREDTH = 0.01
SEEDS = range(5, 245, 8)
CYCLES = ("weekly", "fortnightly", "four_weekly")
# Threshold codes that end a payment, with the lines that they are about.
ENDS = {
    "universal_credit": ("universal_credit",),
    "new_style_esa": ("new_style_esa",),
    "new_style_jsa": ("new_style_jsa",),
    "carers_benefit": ("carers_allowance", "carer_support_payment"),
    "scottish_child_payment": ("scottish_child_payment",),
    "housing_benefit": ("housing_benefit",),
    "council_tax_reduction": ("council_tax_reduction",),
}


def searched(case: Case) -> Comparison:
    return compared(case, 16, thresholds=True)


def strips(case: Case) -> dict[str, Strip]:
    return {strip.code: strip for strip in searched(case).strips}


def overlap(case: Case) -> Overlap:
    found = searched(case).overlap
    assert found is not None
    return found


def paid(case: Case, cycle: str) -> Case:
    assert case.job is not None
    return case.model_copy(update={"job": case.job.model_copy(update={"paid": cycle})})


def states(ranges: tuple[Range, ...]) -> list[tuple[float, str]]:
    return [(part.from_hours, part.state) for part in ranges]


def every_strip() -> list[Any]:
    cases = [pytest.param(scenario(name), id=name) for name in NAMES]
    return cases + [pytest.param(build_case(random_case(seed)), id=str(seed)) for seed in SEEDS]


# --- properties ------------------------------------------------------------------------------


@pytest.mark.parametrize("case", every_strip())
def test_ranges_cover_every_hundredth_once(case: Case):
    comparison = searched(case)
    assert comparison.overlap is not None
    last = comparison.overlap.searched_to_hours
    for strip in comparison.strips:
        for ranges in (strip.ranges, strip.worst_ranges or strip.ranges):
            assert ranges[0].from_hours == 0
            assert ranges[-1].to_hours == last
            for before, after in pairwise(ranges):
                assert round(after.from_hours - before.to_hours, 2) == HUNDREDTH
                assert before.state != after.state
            for part in ranges:
                assert part.from_hours <= part.to_hours
                assert part.state in STATES
        assert strip.reference.startswith("https://")


@pytest.mark.parametrize("case", every_strip())
def test_every_line_that_ends_a_payment_bounds_its_strip(case: Case):
    comparison = searched(case)
    found = {strip.code: strip for strip in comparison.strips}
    lines = [t for t in comparison.thresholds if t.code in ENDS and not t.starts]
    for line in lines:
        begin = {
            part.from_hours
            for code in ENDS[line.code]
            if code in found
            for part in found[code].ranges
            if part.state in ("stopped", "none", "unknown", "unchanged")
        }
        assert line.hours_per_week in begin, line


@pytest.mark.parametrize("case", every_strip())
def test_amounts_at_the_ends_are_those_of_a_run_at_those_hours(case: Case):
    """Worked out again, hour by hour, away from the search."""
    comparison = searched(case)
    for which in (PayDays.average, PayDays.most):
        parts = [
            (strip.code, part)
            for strip in comparison.strips
            if strip.kind == PAYMENT
            for part in (strip.ranges if which == PayDays.average else strip.worst_ranges or ())
            if part.state != "unknown"
        ]
        if not parts:
            continue
        hours = np.array([end for _, p in parts for end in (p.from_hours, p.to_hours)])
        claims = case.universal_credit_claimed
        points = in_job(hours, claims_universal_credit=claims, pay_days=which)
        results = results_of(evaluate(case, points))
        lines = {**results.lines, **results.known_in_part}
        for place, (code, part) in enumerate(parts):
            at_from, at_to = lines[code][2 * place : 2 * place + 2]
            assert (part.from_per_month, part.to_per_month) == (at_from, at_to)


@pytest.mark.parametrize("cycle", CYCLES)
@pytest.mark.parametrize("name", NAMES)
def test_the_worst_period_never_reaches_further(name: str, cycle: str):
    found = overlap(paid(scenario(name), cycle))
    for limits in (found.nothing_stops, found.nothing_changes, found.full_housing_benefit):
        if limits is None:
            continue
        usual, worst = limits.usual_month, limits.worst_period
        assert (worst.up_to_hours or -1) <= (usual.up_to_hours or -1)
        assert (worst.from_hours or math.inf) <= (usual.from_hours or math.inf)


@pytest.mark.parametrize("name", NAMES)
def test_with_monthly_pay_every_period_is_the_usual_month(name: str):
    comparison = searched(paid(scenario(name), "monthly"))
    assert comparison.overlap is not None
    only_job = all(job.paid == "monthly" for job in comparison.case.claimant.jobs)
    if only_job and comparison.case.partner is None:
        assert all(strip.worst_ranges is None for strip in comparison.strips)
    limits = comparison.overlap.nothing_stops
    assert limits.usual_month == limits.worst_period


@pytest.mark.parametrize("case", every_strip())
def test_nothing_stops_or_changes_within_the_limits(case: Case):
    """At every quarter of an hour inside the limit each listed payment is as it is now."""
    comparison = searched(case)
    assert comparison.overlap is not None
    for limits, kept in (
        (comparison.overlap.nothing_stops, "stopped"),
        (comparison.overlap.nothing_changes, None),
    ):
        limit = limits.worst_period
        if limit.up_to_hours is None:
            continue
        assert limit.up_to_hours % 0.25 == 0
        if limit.from_hours is not None:
            assert limit.up_to_hours < limit.from_hours <= limit.up_to_hours + 0.26
        hours = np.arange(0, limit.up_to_hours + 0.01, 0.25)
        claims = case.universal_credit_claimed
        for which in (PayDays.average, PayDays.most):
            points = in_job(hours, claims_universal_credit=claims, pay_days=which)
            lines = results_of(evaluate(case, points)).lines
            for strip in comparison.strips:
                left_out = strip.code in comparison.overlap.leaves_out
                by_period = which == PayDays.average or strip.worst_ranges is not None
                if strip.kind == STATUS or left_out or not by_period:
                    continue
                # A weekly job that goes on has its extra pay day now as well.
                ranges = strip.ranges if which == PayDays.average else strip.worst_ranges
                now = (ranges or ())[0].from_per_month
                assert now is not None
                here = lines[strip.code]
                assert (here > 0).all() if kept and now else True
                assert kept or np.allclose(here, now, atol=0.005)


# --- known answers ---------------------------------------------------------------------------


def test_full_housing_benefit_in_a_supported_home_by_pay_cycle():
    """642.16 of elements: nil at net pay of 710 + 642.16 / 0.55, 1,877.56 a month.

    By the month, with a pension of 5 per cent, that is 41.7 hours. Five weekly pays must each be
    under 375.51, which is 35.05 hours: 30 hours never get there and 37.5 do.
    """
    monthly = overlap(bola(job__paid="monthly")).full_housing_benefit
    assert monthly is not None
    assert monthly.usual_month == monthly.worst_period
    assert monthly.worst_period.up_to_hours == 41.5
    weekly = overlap(bola()).full_housing_benefit
    assert weekly is not None
    assert weekly.usual_month.up_to_hours == 41.5
    assert weekly.worst_period == Limit(35.0, 35.05, ("universal_credit",))
    assert 30 < (weekly.worst_period.up_to_hours or 0.0) < 37.5


def test_without_a_supported_home_nothing_is_said_of_full_housing_benefit():
    assert overlap(marcus()).full_housing_benefit is None


def test_a_limit_on_the_line_itself_is_rounded_below_it():
    """16 h x 13.10 is over 203.50 a week; 15.53 h is not: New Style ESA stops there at once."""
    found = strips(scenario("a04"))["new_style_esa"]
    (going_on, stopped) = found.ranges
    assert (going_on.state, stopped.state) == ("unchanged", "stopped")
    assert stopped.from_hours * 13.10 > 203.50
    assert going_on.from_per_month == going_on.to_per_month == 632.23
    limit = overlap(scenario("a04")).nothing_stops.worst_period
    assert limit.set_by == ("new_style_esa",)
    assert limit.up_to_hours == 15.5


def test_the_two_pay_period_stops_what_a_usual_month_does_not():
    found = searched(marcus())
    assert found.overlap is not None
    stops = found.overlap.nothing_stops
    assert stops.usual_month == Limit(60.0, None, ())
    assert stops.worst_period.set_by == ("universal_credit",)
    assert "council_tax_reduction" in found.overlap.leaves_out
    (reduction,) = [s for s in found.strips if s.code == "council_tax_reduction"]
    assert states(reduction.ranges) == [(0, "unknown")]


def test_work_allowance_ends_the_stretch_without_change():
    """427 of net pay without tax, insurance or pension is 7.75 hours of 12.71 by the month."""
    found = strips(case_with(job__pension={"scheme": "none"}))["universal_credit"]
    first, second = found.ranges[:2]
    assert (first.state, second.state) == ("unchanged", "lower")
    assert second.from_hours == 7.76
    assert first.to_hours * 12.71 * 52 / 12 <= 427 < second.from_hours * 12.71 * 52 / 12


def test_statuses_have_strips_without_amounts():
    found = strips(case_with())
    assert states(found["lcwra"].ranges) == [(0, "unchanged")]
    enrolled = found["workplace_pension"].ranges
    assert [part.state for part in enrolled] == ["none", "starts"]
    assert all(part.from_per_month is None for part in enrolled)


def test_an_award_that_pay_does_not_touch_is_one_range():
    pip = strips(marcus())["pip"]
    assert states(pip.ranges) == [(0, "unchanged")]
    assert pip.worst_ranges is None


def test_a_gate_is_among_what_the_list_leaves_out():
    case = case_with(claimant={"born": "1991-06"})
    assert "first_assessment_barred" in overlap(case).leaves_out
    assert "first_assessment_barred" not in overlap(case_with()).leaves_out


def test_a_comparison_without_a_search_has_no_strips():
    comparison = compared(case_with(), 16)
    assert comparison.strips == ()
    assert comparison.overlap is None
