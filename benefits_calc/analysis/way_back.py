"""The way back: a job that ends, fewer hours or weeks off sick, month by month till it settles.

The changed line of life is set beside the job as it would have gone on and beside things as they
are. It is back where it was once every benefit is what it is on the line it comes back to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from benefits_calc import __version__
from benefits_calc.analysis.dated_records import (
    DatedChange,
    DatedMessage,
    DatedStatus,
    Deadline,
    Help,
    Line,
    Month,
)
from benefits_calc.analysis.timeline import days_shown, hours_shown, lines_of, runs_of
from benefits_calc.analysis.timeline_changes import changes_of
from benefits_calc.analysis.timeline_gaps import help_in_gap
from benefits_calc.analysis.timeline_said import assumptions_of, warnings_of
from benefits_calc.analysis.timeline_statuses import statuses_at
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.analysis.way_back_steps import (
    Reclaim,
    reclaim,
    redundancy_of,
    redundancy_said,
    week_one,
)
from benefits_calc.case import Case, CaseError
from benefits_calc.case.problems import Problem, not_accepted, not_given
from benefits_calc.engine.dated.employments import job_start
from benefits_calc.engine.dated.from_events import as_you_are, in_the_job
from benefits_calc.engine.dated.leaving_money import Redundancy
from benefits_calc.engine.dated.months import simulate_months
from benefits_calc.engine.dated.periods import months_later
from benefits_calc.engine.dated.scenario import Change, Scenario, Sickness
from benefits_calc.engine.dated.state import PAID
from benefits_calc.engine.results import Unknown

# Months of work before the change, where nothing else is asked for.
MONTHS_OF_WORK = 6
MONTHS_AFTER = 14
MOST_MONTHS_OF_WORK = 24
# Pounds a month within which an award beside wages counts as the one it comes back to.
NEARLY, HALF_A_PENNY = 5.0, 0.005
AS_IS, ON, CHANGED, TARGET = range(4)


@dataclass(frozen=True)
class Asked:
    """What happens in the job.

    Attributes:
        kind: job_ends, hours_drop or sickness.
        after_months: Months of work before it.
        hours: Hours a week from then on, for hours_drop.
        weeks: Weeks off, for sickness.
    """

    kind: str
    after_months: int = MONTHS_OF_WORK
    hours: float = 0.0
    weeks: int = 0


@dataclass(frozen=True)
class WayBack:
    """What happens after a change, until it settles.

    Attributes:
        case: The case.
        program_version: Of this program.
        asked: What happens.
        hours_per_week: Hours in the job before it.
        starts_on: First day of the job.
        changes_on: Day of the change: the last day of work, the first at fewer hours, or the first
            day off.
        line: The changed line of life.
        as_you_are: The same months without the job.
        in_job: The same months had the job gone on.
        months: Calendar months from the change on.
        in_job_totals: Money in of each of those months had the job gone on.
        back_on: Day of the first payment from which every benefit is what it is on the line it
            comes back to; None where that is not reached in the months shown.
        back_to: as_you_are, in_job or fewer_hours.
        permanent: What is different for good.
        week_one: What to do in the first week.
        redundancy: What is due at least if the job ends for want of work; None where it goes on.
        reclaim: Claiming again; None where the job goes on.
        deadlines: Last days.
        assumptions: What was taken.
        warnings: What anyone must know.
        unknown: Lines left out of every total, with the reason and what is paid today.
        changes: What changes from the day of the change until it has settled.
        help: Help with money until then.
    """

    case: Case
    program_version: str
    asked: Asked
    hours_per_week: float
    starts_on: date
    changes_on: date
    line: Line
    as_you_are: Line
    in_job: Line
    months: tuple[Month, ...]
    in_job_totals: tuple[float, ...]
    back_on: date | None
    back_to: str
    permanent: tuple[DatedStatus, ...]
    week_one: tuple[DatedMessage, ...]
    redundancy: Redundancy | None
    reclaim: Reclaim | None
    deadlines: tuple[Deadline, ...]
    assumptions: tuple[DatedMessage, ...]
    warnings: tuple[DatedMessage, ...]
    unknown: tuple[Unknown, ...]
    changes: tuple[DatedChange, ...]
    help: tuple[Help, ...]


BACK_TO = {"job_ends": "as_you_are", "sickness": "in_job", "hours_drop": "fewer_hours"}


def way_back(case: Case, asked: Asked, hours: float | None = None) -> WayBack:
    """Work out what follows a change in the job.

    Raises:
        CaseError: where there is no job, or what is asked does not fit it.
    """
    start, worked = _start(case), _hours(case, hours)
    if asked.kind == "hours_drop" and asked.hours >= worked:
        accepted = f"give fewer than the {worked:g} hours a week of the job"
        raise CaseError([not_accepted("hours_drop_to", asked.hours, accepted)])
    changes_on = _day_of_change(start, asked)
    dated = simulate_months(
        case,
        _scenarios(case, asked, worked, changes_on),
        *days_shown(start, asked.after_months + MONTHS_AFTER, 1),
    )
    run, other = runs_of(dated)
    lines = lines_of(run, other)
    month = changes_on.replace(day=1)
    months = tuple(item for item in lines[CHANGED].months if item.month >= month)
    place, back_on = _settles(run, changes_on)
    due = redundancy_of(run, CHANGED) if asked.kind == "job_ends" else None
    return WayBack(
        case=case,
        program_version=__version__,
        asked=asked,
        hours_per_week=worked,
        starts_on=start,
        changes_on=changes_on,
        line=lines[CHANGED],
        as_you_are=lines[AS_IS],
        in_job=lines[ON],
        months=months,
        in_job_totals=tuple(m.total for m in lines[ON].months if m.month >= month),
        back_on=back_on,
        back_to=BACK_TO[asked.kind],
        permanent=_permanent(run, months),
        week_one=(*week_one(run, CHANGED, asked.kind, changes_on, place), *redundancy_said(due)),
        redundancy=due,
        reclaim=reclaim(run, CHANGED, changes_on) if asked.kind == "job_ends" else None,
        deadlines=tuple(d for d in lines[CHANGED].deadlines if _still_to_do(d, changes_on)),
        assumptions=assumptions_of(dated, run.streams),
        warnings=warnings_of(dated, run.streams),
        unknown=run.unknown,
        changes=changes_of(run, CHANGED, changes_on, back_on),
        help=_help(case, lines[CHANGED]),
    )


def _start(case: Case) -> date:
    start, _ = job_start(case)
    if case.job is None or start is None:
        raise CaseError([not_given("job", "give the job, with its pay and hours")])
    return start


def _hours(case: Case, hours: float | None) -> float:
    return hours_shown(case, None if hours is None else (hours,))[0]


def _day_of_change(start: date, asked: Asked) -> date:
    """The last day of work where the job ends, otherwise the first day of what is new."""
    day = months_later(start, asked.after_months)
    return day - timedelta(days=1) if asked.kind == "job_ends" else day


def _scenarios(case: Case, asked: Asked, hours: float, changes_on: date) -> tuple[Scenario, ...]:
    """As things are, the job going on, the change, and the line that it comes back to."""
    on = in_the_job(case, hours)
    if asked.kind == "job_ends":
        changed = in_the_job(case, hours, job_ends_on=changes_on)
        return as_you_are(case), on, changed, as_you_are(case)
    if asked.kind == "sickness":
        last = changes_on + timedelta(weeks=asked.weeks, days=-1)
        changed = replace(on, sickness=(*on.sickness, Sickness(changes_on, last)))
        return as_you_are(case), on, changed, on
    change = Change(on=changes_on, hours_per_week=asked.hours)
    changed = replace(on, changes=(*on.changes, change))
    return as_you_are(case), on, changed, in_the_job(case, asked.hours)


def _settles(run: Run, changes_on: date) -> tuple[int, date | None]:
    """The period from which every benefit is that of the line it comes back to, and its pay day."""
    calendar, states = run.settled.calendar_of(CHANGED), run.settled.states
    # Tax not paid while pay was low comes back until April, and moves the award by a pound or two.
    apart = np.abs(states.award[:, CHANGED] - states.award[:, TARGET])
    in_work = run.settled.awards.uc_earnings_deduction[:, TARGET] > 0
    same = apart < np.where(in_work, NEARLY, HALF_A_PENNY)
    same &= np.isin(states.code[:, CHANGED], PAID) == np.isin(states.code[:, TARGET], PAID)
    weekly = [*run.dated.weeks.family.values(), run.local.housing_benefit]
    weeks_same = np.logical_and.reduce(
        [np.abs(amounts[:, CHANGED] - amounts[:, TARGET]) < HALF_A_PENNY for amounts in weekly]
    )
    week_of = np.clip(
        np.searchsorted(calendar.weeks, calendar.period_ends, side="right") - 1, 0, None
    )
    same &= weeks_same[week_of]
    first = int(calendar.period_of(np.array([np.datetime64(changes_on)]))[0])
    differs = np.flatnonzero(~same[first:])
    place = first + (int(differs[-1]) + 1 if len(differs) else 0)
    if place >= calendar.periods:
        return place, None
    return place, calendar.paid_on[place].item()


def _help(case: Case, line: Line) -> tuple[Help, ...]:
    """Help until money has settled: of the end of the job, or of the months in it."""
    if line.end_gap is not None:
        return line.end_gap.help
    return help_in_gap(case, claims=case.universal_credit_claimed, new_claim=False, at_start=False)


def _still_to_do(deadline: Deadline, changes_on: date) -> bool:
    """Whether a last day is to come, and the claim it asks for has not been paid by then."""
    paid = deadline.facts.get("paid_again")
    return deadline.by >= changes_on and not (isinstance(paid, date) and paid <= changes_on)


def _permanent(run: Run, months: tuple[Month, ...]) -> tuple[DatedStatus, ...]:
    """What is lost at the end of the months shown, and not without the job."""
    last = months[-1].month
    without = {status.code for status in statuses_at(run, AS_IS, last) if status.state == "lost"}
    found = statuses_at(run, CHANGED, last)
    return tuple(s for s in found if s.state == "lost" and s.code not in without)


def asked_for(
    job_ends_after: int | None,
    hours_drop_to: float | None,
    sick_weeks: int | None,
    after: int | None,
) -> Asked:
    """What a surface asks for: one of the three, after some months of work.

    Raises:
        CaseError: where none or more than one is asked for.
    """
    given = [each for each in (job_ends_after, hours_drop_to, sick_weeks) if each is not None]
    if len(given) != 1:
        raise CaseError([_one_of(len(given))])
    months = after if after is not None else MONTHS_OF_WORK
    if job_ends_after is not None:
        return Asked("job_ends", job_ends_after)
    if hours_drop_to is not None:
        return Asked("hours_drop", months, hours=hours_drop_to)
    return Asked("sickness", months, weeks=sick_weeks or 0)


def _one_of(given: int) -> Problem:
    """What there is to ask for, in plain words, with the option of each."""
    accepted = (
        "give one of: how many months until the job ends (--job-ends-after), how many hours a "
        "week they drop to (--hours-drop-to), how many weeks off sick (--sick-weeks)"
    )
    if not given:
        return not_given("way back", accepted)
    return not_accepted("way back", f"{given} of them", accepted)
