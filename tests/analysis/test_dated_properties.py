"""What holds of the months of any household: random ones, with jobs and events."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.dated_records import Line, Timeline
from benefits_calc.analysis.timeline import runs_of, timeline, timeline_of
from benefits_calc.case import Case, CaseError, build_case
from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.months import simulate_months
from benefits_calc.engine.dated.outgoings import COSTS
from benefits_calc.engine.results import INCOME_LINES
from tests.engine.random_cases import random_case

PENNY = 0.01
EVENTS: tuple[dict[str, Any], ...] = (
    {"kind": "sickness", "on": "2027-02-01", "until": "2027-03-07"},
    {"kind": "hospital", "on": "2027-03-01", "until": "2027-05-02"},
    {"kind": "change_of_hours", "on": "2027-03-15", "hours_per_week": 9},
    {"kind": "savings", "on": "2027-02-10", "savings": 16_500},
    {"kind": "savings", "on": "2027-05-10", "savings": 900},
    {"kind": "birth", "on": "2027-01-30"},
    {"kind": "job_ends", "on": "2027-04-30", "holiday_pay": 120, "redundancy_pay": 7_000},
)
seeds = st.integers(0, 319)
few_events = st.lists(st.sampled_from(EVENTS), max_size=3, unique_by=lambda event: event["kind"])


def a_case(seed: int, events: list[dict[str, Any]], **job: Any) -> Case:
    """A random household whose job starts on a day of the winter."""
    draw = random.Random(seed)  # noqa: S311 - cases, not secrets
    facts = random_case(seed)
    start = date(2026, 12, 1) + timedelta(days=draw.randint(0, 60))
    facts["job"] |= {"starts": str(start)} | job
    facts["events"] = events
    try:
        return build_case(facts)
    except CaseError:
        assume(condition=False)
        raise


def months_of(case: Case, hours: tuple[float, ...] | None = None, months: int = 7) -> Timeline:
    try:
        return timeline(case, hours, months=months, before=1)
    except CaseError:
        # A barred student, or a trade, is refused with its reason.
        assume(condition=False)
        raise


def every_line(found: Timeline) -> tuple[Line, ...]:
    return (found.as_you_are, *found.lines)


def sums(line: Line) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for event in line.cash:
        found[event.source] += event.amount
    return found


# --- the calendar sums to the awards -----------------------------------------------------------


@settings(max_examples=25)
@given(seeds, few_events)
def test_the_calendar_sums_to_the_awards(seed: int, events: list[dict[str, Any]]):
    case = a_case(seed, events)
    found = months_of(case)
    award = case.benefits_now.universal_credit if case.benefits_now else None
    twice = award is not None and award.paid == "twice_monthly"
    for line in every_line(found):
        shown = [p for p in line.periods if found.first_day <= p.paid_on <= found.last_day]
        due = sum(p.award - p.deductions for p in shown)
        if not twice:
            assert sums(line)["universal_credit"] == pytest.approx(due, abs=PENNY), seed
        total = 0.0
        for event in line.cash:
            total = round(total + event.amount, 2)
            assert event.running_total == pytest.approx(total, abs=PENNY / 2)
        by_month = sum(m.total - sum(m.costs.values()) for m in line.months)
        assert by_month == pytest.approx(total, abs=PENNY), seed
        for month in line.months:
            assert month.left_over == pytest.approx(month.total - sum(month.costs.values()))


# --- cash never appears without a source -------------------------------------------------------


@settings(max_examples=25)
@given(seeds, few_events)
def test_cash_never_appears_without_a_source(seed: int, events: list[dict[str, Any]]):
    case = a_case(seed, events)
    scenarios = scenarios_of(case, (case.job.hours_per_week or 0.0,) if case.job else ())
    first, last = date(2026, 11, 1), date(2027, 7, 31)
    try:
        dated = simulate_months(case, scenarios, first, last)
    except CaseError:
        assume(condition=False)
        raise
    run, _ = runs_of(dated)
    found = timeline_of(case, scenarios, first, last)
    for place, line in enumerate(every_line(found)):
        have = sums(line)
        for event in line.cash:
            known = event.source in COSTS if event.amount < 0 else event.source in INCOME_LINES
            assert known, (seed, event)
            assert event.what
            assert event.why
            assert np.isfinite(event.amount)
        slips = dated.payslips.where(
            (dated.payslips.scenario == place)
            & (dated.payslips.paid_on >= np.datetime64(first))
            & (dated.payslips.paid_on <= np.datetime64(last))
        )
        wages = have["net_pay"] + have["partner_net_pay"]
        assert wages == pytest.approx(float(slips.net.sum()), abs=PENNY * max(slips.count, 1)), seed
        # A weekly benefit is never more than all its weeks together.
        for benefit, weekly in dated.weeks.family.items():
            most = float(weekly[:, place].sum())
            assert -PENNY <= have[benefit] <= most + PENNY, (seed, benefit)
            assert bool(have[benefit]) <= bool(most), (seed, benefit)
    assert run.totals.shape[1] == len(scenarios)


# --- with no job the two lines are the same ------------------------------------------------------


@settings(max_examples=20)
@given(seeds, few_events)
def test_with_no_job_the_two_lines_are_the_same(seed: int, events: list[dict[str, Any]]):
    of_the_job = ("job_ends", "change_of_hours")
    events = [event for event in events if event["kind"] not in of_the_job]
    case = a_case(seed, events)
    # A job that replaces another takes it away, at no hours too.
    assume(case.job is not None and len(case.jobs_kept) == len(case.worker.jobs))
    found = months_of(case, (0.0,))
    (line,) = found.lines
    assert line.cash == found.as_you_are.cash
    assert line.periods == found.as_you_are.periods
    assert all(m.total == m.as_you_are_total for m in line.months)


# --- splitting a run in two changes nothing ------------------------------------------------------


@settings(max_examples=15)
@given(seeds, few_events, st.integers(70, 240))
def test_a_run_cut_short_is_the_beginning_of_the_whole(
    seed: int, events: list[dict[str, Any]], days: int
):
    case = a_case(seed, events)
    scenarios = scenarios_of(case, (case.job.hours_per_week or 0.0,) if case.job else ())
    first, last = date(2026, 11, 1), date(2027, 9, 30)
    cut = first + timedelta(days=days)
    try:
        whole = timeline_of(case, scenarios, first, last)
        part = timeline_of(case, scenarios, first, cut)
    except CaseError:
        assume(condition=False)
        raise
    for short, long in zip(every_line(part), every_line(whole), strict=True):
        assert short.cash == tuple(event for event in long.cash if event.day <= cut)


@settings(max_examples=15)
@given(seeds, st.integers(40, 200))
def test_a_run_begun_later_is_the_end_of_the_whole(seed: int, days: int):
    """Where nothing has happened that a case would not say: no nil period, no clock begun."""
    case = a_case(seed, [])
    scenarios = scenarios_of(case, (case.job.hours_per_week or 0.0,) if case.job else ())
    first, last = date(2026, 11, 1), date(2027, 7, 31)
    cut = first + timedelta(days=days)
    try:
        whole = timeline_of(case, scenarios, first, last)
        part = timeline_of(case, scenarios, cut, last)
    except CaseError:
        assume(condition=False)
        raise
    award = case.benefits_now.universal_credit if case.benefits_now else None
    for short, long in zip(every_line(part), every_line(whole), strict=True):
        steady = {p.state for p in long.periods} <= {"open", "penny"}
        # An element that erodes, surplus earnings and grace look back at earlier periods.
        if not steady or (award is not None and award.transitional_element):
            continue
        later = [(e.day, e.what, e.amount) for e in long.cash if e.day >= cut]
        assert [(e.day, e.what, e.amount) for e in short.cash] == later, seed


# --- steady months are the comparison's ----------------------------------------------------------


@settings(max_examples=25)
@given(seeds)
def test_steady_months_are_the_comparison_s(seed: int):
    steady: dict[str, Any] = {"paid": "monthly", "pay_day": 15, "tax_code": "1257L M1"}
    case = a_case(seed, [], **steady, starts="2026-12-01")
    job = case.job
    assert job is not None
    assume(job.term_time is None and case.claimant.self_employment is None)
    assume(case.partner is None or case.partner.self_employment is None)
    assume(not any(job.paid != "monthly" for job in case.jobs_kept))
    assume(case.partner is None or not case.partner.jobs)
    assume(not case.claimant.jobs)
    # A sanction is by the day, and periods have 28 to 31 of them.
    award = case.benefits_now.universal_credit if case.benefits_now else None
    assume(award is None or award.sanction is None)
    # Kept apart by what a steady month leaves out: waits, clocks, first pay, changes of rates.
    hours = job.hours_per_week or 0.0
    try:
        (point,) = compare(case, (hours,), with_thresholds=False).points
    except CaseError:
        assume(condition=False)
        raise
    found = months_of(case, (hours,), months=4)
    (line,) = found.lines
    pay_day = date(2027, 3, 15)
    period = next(p for p in line.periods if p.starts <= pay_day <= p.ends)
    (wage,) = (e.amount for e in line.cash if e.source == "net_pay" and e.day == pay_day)
    assert wage == pytest.approx(point.per_month["net_pay"], abs=PENNY), seed
    assert period.worked_out == pytest.approx(point.per_month["universal_credit"], abs=PENNY), seed
