"""A dated run as records: cash, months, periods, deadlines and gaps of each line of life."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc import __version__
from benefits_calc.analysis.dated_records import (
    CashEvent,
    Line,
    Period,
    Timeline,
)
from benefits_calc.analysis.locked_dated import (
    Letters,
    letters_of,
    local_with_letters,
    with_letters,
)
from benefits_calc.analysis.timeline_changes import changes_of
from benefits_calc.analysis.timeline_clocks import deadlines_of
from benefits_calc.analysis.timeline_gaps import daily_totals, end_gap, first_wage_gap, lowest_from
from benefits_calc.analysis.timeline_months import months_of
from benefits_calc.analysis.timeline_said import assumptions_of, messages_of, warnings_of
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.case import Case, CaseError
from benefits_calc.case.problems import not_given
from benefits_calc.engine.dated.cycles import Settled
from benefits_calc.engine.dated.employments import job_start
from benefits_calc.engine.dated.extended import with_extended
from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.leaving_money import savings_added
from benefits_calc.engine.dated.ledger import streams_of
from benefits_calc.engine.dated.local import local_help
from benefits_calc.engine.dated.local_of_cycles import joined_local
from benefits_calc.engine.dated.months import Dated, rates_must_be_held, simulate_months
from benefits_calc.engine.dated.periods import months_later
from benefits_calc.engine.dated.scenario import Scenario
from benefits_calc.engine.dated.state import NOT_CLAIMED, STATES
from benefits_calc.engine.dated.streams import Stream
from benefits_calc.engine.dated.unknown import unknown_in

MONTHS_SHOWN, MONTHS_BEFORE = 18, 3
AS_YOU_ARE_PLACE = 0
# What no rate of a year decides: it is what the landlord, the carrier or the carer asks for.
BY_AGREEMENT = ("rent", "work_costs", "childcare", "care_charge", "other_income")


def timeline(
    case: Case,
    hours: tuple[float, ...] | None = None,
    *,
    months: int = MONTHS_SHOWN,
    before: int = MONTHS_BEFORE,
    job_ends_after: int | None = None,
) -> Timeline:
    """Set the job's months beside the months without it.

    Args:
        case: The case, with its day.
        hours: Weekly hours in the job; its own hours where left out.
        months: Months shown from the start of the job.
        before: Months shown before it.
        job_ends_after: The job ends this many months after it began; None: as the case says.

    Raises:
        CaseError: where a fact is missing, or a place is not held.
    """
    if case.as_at is None:
        raise CaseError([not_given("as_at", "give a date such as 2026-12-01")])
    start, _ = job_start(case)
    start = start or case.as_at
    ends = months_later(start, job_ends_after) - timedelta(days=1) if job_ends_after else None
    scenarios = scenarios_of(case, hours_shown(case, hours), job_ends_on=ends)
    return timeline_of(case, scenarios, *days_shown(start, months, before))


def hours_shown(case: Case, hours: tuple[float, ...] | None) -> tuple[float, ...]:
    """Hours asked for, or the job's own; none where there is no job."""
    if case.job is None:
        return ()
    if hours is not None:
        return hours
    if case.job.hours_per_week is None:
        raise CaseError([not_given("job.hours_per_week", "give the hours a week of the job")])
    return (case.job.hours_per_week,)


def days_shown(start: date, months: int, before: int) -> tuple[date, date]:
    """Whole calendar months around a start."""
    first = months_later(start, -before).replace(day=1)
    last = months_later(months_later(start, months).replace(day=1), 0)
    if start.day > 1:
        last = months_later(last, 1)
    return first, last - timedelta(days=1)


def timeline_of(
    case: Case, scenarios: tuple[Scenario, ...], first_day: date, last_day: date
) -> Timeline:
    """The timeline of any lines of life; the first of them is as things are."""
    dated = simulate_months(case, scenarios, first_day, last_day)
    run, other = runs_of(dated)
    lines = lines_of(run, other)
    return Timeline(
        case=case,
        program_version=__version__,
        first_day=first_day,
        last_day=last_day,
        rates_verified_until=dated.rates_verified_until,
        as_you_are=lines[AS_YOU_ARE_PLACE],
        lines=lines[1:],
        unknown=run.unknown,
        assumptions=assumptions_of(dated, run.streams),
        warnings=warnings_of(dated, run.streams),
    )


def lines_of(run: Run, other: Run) -> tuple[Line, ...]:
    """Every line of life, in the order of the scenarios."""
    return tuple(_line(run, other, place) for place in range(len(run.dated.scenarios)))


def runs_of(dated: Dated) -> tuple[Run, Run]:
    """The run that the figures rest on, and the likely one where DWP tries again by itself."""
    # Councils' rates can begin later than those of the award, and are first asked for here.
    with rates_must_be_held(dated.case):
        return _both_runs(dated)


def _both_runs(dated: Dated) -> tuple[Run, Run]:
    letters = letters_of(dated.case)
    dated = with_letters(dated, letters)
    manual = _run(dated, dated.manual, letters)
    same = dated.automatic is dated.manual
    automatic = manual if same else _run(dated, dated.automatic, letters)
    if dated.case.choices.uc_reclaim_mode == "automatic":
        return automatic, automatic
    if dated.case.choices.uc_reclaim_mode == "manual":
        return manual, manual
    return manual, automatic


def _run(dated: Dated, settled: Settled, letters: Letters) -> Run:
    scenarios = len(dated.scenarios)
    more_savings = savings_added(dated.case, dated.payslips, dated.calendar.weeks, scenarios)
    local = joined_local(
        settled.cycles,
        [
            local_help(
                dated.case,
                cycle.calendar,
                dated.weeks,
                (cycle.earnings, dated.week_earnings),
                cycle.awards,
                cycle.states,
                more_savings,
            )
            for cycle in settled.cycles
        ],
    )
    local = with_extended(dated, local_with_letters(dated, letters, local))
    streams = streams_of(dated, settled, local)
    unknown = unknown_in(dated.case, dated.unknown, reduction_known=local.reduction_known)
    return Run(dated, settled, local, streams, daily_totals(dated, streams), unknown)


def _line(run: Run, other: Run, place: int) -> Line:
    dated, scenario = run.dated, run.dated.scenarios[place]
    start, ends = _days_of_job(run, place)
    cash = cash_of(run, place)
    difference = float(other.totals[-1, place] - run.totals[-1, place])
    choice = dated.case.choices.uc_reclaim_mode
    return Line(
        hours_per_week=scenario.hours_per_week if scenario.takes_job else None,
        starts_on=start,
        job_ends_on=ends,
        cash=cash,
        months=months_of(run, place, cash),
        periods=periods_of(run, place),
        deadlines=deadlines_of(run, place, start, ends),
        first_wage_gap=first_wage_gap(run, place, start, cash),
        end_gap=end_gap(run, place, ends, cash),
        lowest_after_start=lowest_from(run, place, start, cash),
        lowest_after_end=lowest_from(run, place, ends + timedelta(days=1) if ends else None, cash),
        messages=messages_of(run, place),
        reclaim_mode="automatic" if choice == "automatic" else "manual",
        automatic_difference=round(difference, 2),
        changes=changes_of(run, place, dated.calendar.first_day) if place else (),
    )


def _days_of_job(run: Run, place: int) -> tuple[date | None, date | None]:
    """First and last day of the job being thought about, in one line of life."""
    for item in run.dated.employments:
        line = item.lines[place]
        if item.facts.is_offer and line is not None:
            ended = line.last <= run.dated.calendar.last_day
            return line.first, line.last if ended else None
    return None, None


def cash_of(run: Run, place: int) -> tuple[CashEvent, ...]:
    """Every payment of one line of life, by day; money in before money out."""
    until = np.datetime64(run.dated.rates_verified_until)
    found: list[CashEvent] = []
    for stream in run.streams:
        if stream.only is not None and stream.only != place:
            continue
        column = 0 if stream.only is not None else place
        found += [_event(stream, row, column, until) for row in _rows_shown(stream, column)]
    found.sort(key=lambda event: (event.day, event.amount < 0, event.source, event.what))
    total = 0.0
    counted = []
    for event in found:
        total = round(total + event.amount, 2)
        counted.append(replace(event, running_total=total))
    return tuple(counted)


def _rows_shown(stream: Stream, column: int) -> list[int]:
    shown = stream.amounts[:, column] != 0
    if stream.shown_at_nothing is not None:
        shown = shown | stream.shown_at_nothing[:, column]
    return [int(row) for row in np.flatnonzero(shown)]


def _event(stream: Stream, row: int, column: int, verified_until: np.datetime64) -> CashEvent:
    why = stream.why if isinstance(stream.why, str) else str(stream.why[row, column])
    return CashEvent(
        day=stream.days[row].item(),
        what=stream.what,
        amount=round(float(stream.amounts[row, column]), 2),
        source=stream.source,
        why=why,
        facts={name: _plain(values, row, column) for name, values in stream.facts.items()},
        running_total=0.0,
        rates_not_yet_set=bool(
            stream.source not in BY_AGREEMENT and _rates_day(stream, row) > verified_until
        ),
    )


def _rates_day(stream: Stream, row: int) -> np.datetime64:
    """The day whose rates an amount rests on: a period's or week's first day, or its own."""
    for name in ("period_from", "weeks_from", "due_on"):
        if name in stream.facts:
            return np.datetime64(stream.facts[name][row])
    return np.datetime64(stream.days[row])


def _plain(values: NDArray[Any], row: int, column: int) -> Any:
    value = values[row] if values.ndim == 1 else values[row, column]
    found = value.item() if hasattr(value, "item") else value
    return round(found, 2) if isinstance(found, float) else found


def periods_of(run: Run, place: int) -> tuple[Period, ...]:
    """Assessment periods of one line; none where Universal Credit is not claimed."""
    states, awards = run.settled.states, run.settled.awards
    calendar = run.settled.calendar_of(place)
    if (states.code[:, place] == NOT_CLAIMED).all():
        return ()
    packets = run.settled.earnings_of(place).packets.sum(axis=2)
    until = np.datetime64(run.dated.rates_verified_until)
    return tuple(
        Period(
            starts=calendar.period_starts[row].item(),
            ends=calendar.period_ends[row].item(),
            paid_on=calendar.paid_on[row].item(),
            state=STATES[states.code[row, place]],
            maximum=round(float(awards.uc_maximum_amount[row, place]), 2),
            earned_income=round(float(awards.uc_earned_income[row, place]), 2),
            wages_counted=int(packets[row, place]),
            award=round(float(states.award[row, place]), 2),
            deductions=round(float(states.deductions[row, place]), 2),
            worked_out=round(float(awards.universal_credit[row, place]), 2),
            rates_not_yet_set=bool(calendar.period_starts[row] > until),
        )
        for row in range(calendar.periods)
    )
