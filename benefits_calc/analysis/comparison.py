"""Now against a job at any weekly hours: the records every surface is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from benefits_calc import __version__
from benefits_calc.analysis.assumptions import (
    Assumption,
    Gap,
    assumptions_of,
    letters_that_differ,
    not_covered,
)
from benefits_calc.analysis.could_claim import CouldClaim, could_claim
from benefits_calc.analysis.help_besides_money import HelpStatus, help_statuses
from benefits_calc.analysis.known_in_part import (
    change_between,
    known_here,
    range_of_change,
    unknown_with_today,
)
from benefits_calc.analysis.locked import (
    locked_amounts,
    locked_statuses,
    locked_strips,
    locks_not_used,
    locks_of,
    with_locks,
)
from benefits_calc.analysis.overlap import Overlap, overlap_of
from benefits_calc.analysis.real_periods import RealPeriod, real_period
from benefits_calc.analysis.rows import Rows, rows_of
from benefits_calc.analysis.run_ons import RunOn, run_ons
from benefits_calc.analysis.search import Hundredths, grid_hours, look_closer
from benefits_calc.analysis.statuses import Status, statuses
from benefits_calc.analysis.strips import Strip, changing_stretches, strips_of
from benefits_calc.analysis.thresholds import Threshold, brackets_in, thresholds
from benefits_calc.analysis.uneven_weeks import uneven_weeks
from benefits_calc.case import Case, CaseError
from benefits_calc.case.problems import not_given
from benefits_calc.engine.clocks import Clock, clocks_of
from benefits_calc.engine.dates import ComparisonDates
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.help import help_found
from benefits_calc.engine.points import PayDays
from benefits_calc.engine.results import (
    Results,
    Unknown,
    results_of,
    unknown_lines,
)
from benefits_calc.engine.unverified import (
    OpenPoints,
    depends_on_unverified,
    lines_not_confirmed,
)

Floats = NDArray[np.float64]
PERIODS_PER_MONTH = {
    "weekly": 52 / 12,
    "fortnightly": 26 / 12,
    "four_weekly": 13 / 12,
    "monthly": 1,
}
# A slope outside these is a step, not a slope.
LEAST_KEPT, MOST_KEPT = -0.05, 1.05


@dataclass(frozen=True)
class Point:
    """One column of a comparison.

    Attributes:
        hours_per_week: Hours in the job; None for things as they are.
        per_month: By line, pounds a month; None where it cannot be worked out.
        total_income_per_month: Income lines together.
        left_over_per_month: After the costs.
        difference_per_month: Left over less now's.
        difference_range_per_month: Lowest and highest difference, where a line paid today is
            unknown at the point.
        kept_per_extra_pound: Of the next pound of pay; None at a step or while a line is unknown.
        statuses: What stays, changes, starts or stops.
        workings: Steps of Universal Credit, pounds a month.
        minimum_wage_shortfall_per_hour: 0 where pay is high enough.
        tax_code: PAYE code of the job; None in now.
        run_ons: What is paid for some weeks longer than the lines say.
        usual_period: An assessment period with the fewest pay days of the cycle, as most are.
        worst_period: One with the most pay days.
        known_here: Amounts of lines that are in no total, as they are not known at every point,
            where they are known here; pounds a month.
        depends_on_unverified: Ids of the open points of law that the lines rest on.
        help: Help besides money that is open now or here.
    """

    hours_per_week: float | None
    per_month: dict[str, float | None]
    total_income_per_month: float
    left_over_per_month: float
    difference_per_month: float
    difference_range_per_month: tuple[float, float] | None
    kept_per_extra_pound: float | None
    statuses: tuple[Status, ...]
    workings: dict[str, float]
    minimum_wage_shortfall_per_hour: float = 0.0
    tax_code: str | None = None
    run_ons: tuple[RunOn, ...] = ()
    usual_period: RealPeriod | None = None
    worst_period: RealPeriod | None = None
    known_here: Mapping[str, float] = field(default_factory=dict)
    depends_on_unverified: tuple[str, ...] = ()
    help: tuple[HelpStatus, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Everything a comparison says, before it is put into words.

    `lines_not_confirmed` are the lines that rest on an open point of law that is not held as sure.
    """

    case: Case
    dates: ComparisonDates
    program_version: str
    now: Point
    points: tuple[Point, ...]
    thresholds: tuple[Threshold, ...]
    could_claim_now: tuple[CouldClaim, ...]
    unknown: tuple[Unknown, ...]
    assumptions: tuple[Assumption, ...]
    not_covered: tuple[Gap, ...]
    lines_not_confirmed: tuple[str, ...] = ()
    strips: tuple[Strip, ...] = ()
    overlap: Overlap | None = None
    clocks: tuple[Clock, ...] = ()


def compare(
    case: Case,
    hours: tuple[float, ...] | None = None,
    *,
    with_thresholds: bool = True,
    worked_out: Hundredths | None = None,
) -> Comparison:
    """Compare now with the job at each number of weekly hours.

    Args:
        case: The case, with its day.
        hours: Hours to show; the case's own where left out.
        with_thresholds: Whether to search for the exact lines as well.
        worked_out: The case at every hundredth of an hour, where it is wanted besides, so that
            the search does not work out a part of it again.

    Raises:
        CaseError: where there is no job, or a date or place is not held.
    """
    if case.job is None:
        raise CaseError([not_given("job", "give the job to compare, with its pay and hours")])
    shown = np.array(hours if hours is not None else case.compare_hours, dtype=np.float64)
    grid = grid_hours(case) if with_thresholds else np.zeros(0)
    one_pound = 1.0 / PERIODS_PER_MONTH[case.job.paid]
    rows = rows_of(case, shown, grid, float(np.round(max(one_pound, 1.0), 2)))
    outcome = evaluate(case, rows.points)
    # What is not known beyond the hours shown must not hide what is known at them.
    asked = np.zeros(rows.points.count, dtype=bool)
    asked[[Rows.NOW, *range(rows.shown, rows.shown + rows.count)]] = True
    results = results_of(outcome, unknown_lines(outcome, asked))
    open_points = depends_on_unverified(outcome, results.lines)
    locks = locks_of(results)
    run = _Run(results, with_locks(results, locks), open_points, rows)
    lines, strips = _along_the_hours(results, rows, worked_out) if with_thresholds else ((), ())
    found = help_found(outcome)
    points = tuple(
        replace(
            _point(run, place),
            help=help_statuses(outcome, found, lines, Rows.NOW, rows.shown + place),
        )
        for place in range(rows.count)
    )
    at_now = help_statuses(outcome, found, lines, Rows.NOW, None)
    return Comparison(
        case=case,
        dates=results.outcome.dates,
        program_version=__version__,
        now=replace(_point(run, None), help=at_now),
        points=points,
        thresholds=lines,
        strips=locked_strips(strips, locks),
        overlap=overlap_of(case, strips) if with_thresholds else None,
        could_claim_now=could_claim(results),
        unknown=unknown_with_today(results),
        assumptions=(
            *assumptions_of(results.outcome),
            *uneven_weeks(case),
            *letters_that_differ(results, [lock.name for lock in locks]),
            *locked_amounts(locks),
        ),
        not_covered=(*not_covered(results), *locks_not_used(locks)),
        lines_not_confirmed=lines_not_confirmed(open_points, results.lines, asked),
        clocks=clocks_of(case, results.outcome.dates.as_at),
    )


def _along_the_hours(
    results: Results, rows: Rows, worked_out: Hundredths | None
) -> tuple[tuple[Threshold, ...], tuple[Strip, ...]]:
    """Thresholds and strips, from one closer look."""
    case = results.outcome.case
    brackets = brackets_in(results, rows.grid[PayDays.average])
    stretches = {bracket.stretch for bracket in brackets} | set(changing_stretches(results, rows))
    look = look_closer(case, results.unknown, stretches, worked_out)
    return thresholds(case, brackets, look), strips_of(results, rows, look)


@dataclass(frozen=True)
class _Run:
    """The run behind the points: as worked out, and with letters' amounts where they are used."""

    worked_out: Results
    results: Results
    open_points: OpenPoints
    rows: Rows


def _point(run: _Run, place: int | None) -> Point:
    """A point by its place among the hours shown; things as they are now for None."""
    results, rows = run.results, run.rows
    moves = place is not None
    row = Rows.NOW if place is None else rows.shown + place
    twin = None if place is None else rows.twins + place
    per_month: dict[str, float | None] = {
        line: float(values[row]) for line, values in results.lines.items()
    }
    per_month |= {item.line: None for item in results.unknown}
    difference = round(float(results.left_over[row] - results.left_over[Rows.NOW]), 2)
    bounds = range_of_change(results, row) if moves else None
    offer = results.outcome.payroll.offer.get("minimum_wage_shortfall_per_hour")
    return Point(
        hours_per_week=float(results.outcome.points.hours_per_week[row]) if moves else None,
        per_month=per_month,
        total_income_per_month=float(results.total_income[row]),
        left_over_per_month=float(results.left_over[row]),
        difference_per_month=difference,
        difference_range_per_month=(
            (round(difference + bounds[0], 2), round(difference + bounds[1], 2)) if bounds else None
        ),
        kept_per_extra_pound=_kept(results, row, twin) if twin is not None else None,
        statuses=_statuses(run, row) if moves else (),
        workings={name: float(values[row]) for name, values in results.workings.items()},
        minimum_wage_shortfall_per_hour=float(offer[row]) if offer is not None else 0.0,
        tax_code=results.outcome.payroll.offer_tax_codes[row] if moves else None,
        run_ons=run_ons(results, Rows.NOW, results, row) if moves else (),
        usual_period=_period(results, rows, place, PayDays.fewest),
        worst_period=_period(results, rows, place, PayDays.most),
        known_here=known_here(results, row),
        depends_on_unverified=tuple(point.id for point, rests in run.open_points if rests[row]),
    )


def _period(results: Results, rows: Rows, place: int | None, which: PayDays) -> RealPeriod:
    if place is None:
        return real_period(results, rows.now_by_period[which], Rows.NOW, which)
    row = rows.shown_by_period[which] + place
    return real_period(results, row, rows.shown + place, which)


def _statuses(run: _Run, row: int) -> tuple[Status, ...]:
    found = statuses(run.worked_out, Rows.NOW, run.worked_out, row)
    return found if run.results is run.worked_out else locked_statuses(found, run.results, row)


def _kept(results: Results, row: int, twin: int) -> float | None:
    """Of the next pound of pay, what is left; none at a step or while a line is unknown."""
    left_out = change_between(results, row, twin)
    if left_out is None:
        return None
    pay = float(results.lines["gross_pay"][twin] - results.lines["gross_pay"][row])
    if pay <= 0:
        return None
    kept = (float(results.left_over[twin] - results.left_over[row]) + left_out) / pay
    return round(kept, 4) if LEAST_KEPT <= kept <= MOST_KEPT else None
