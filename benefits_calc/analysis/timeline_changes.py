"""What changes in one line of life, on its day: each thing once, with the days it comes again.

Universal Credit is said on the day that the award is paid or not paid, which is the day on which
a person meets it; what is paid by the week on the Monday of the week. How things stand before the
first day is not a change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from benefits_calc.analysis.dated_records import DatedChange, DatedStatus
from benefits_calc.analysis.timeline_statuses import STOPPED_IN_HOSPITAL, of_period, of_weeks
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.engine.dated.hospital import ADULTS, unpaid_spells

# Pounds within which an amount is said to be the same: tax moves an award by a pound or two.
NEARLY = 5.0
WEEK = timedelta(weeks=1)
AMOUNTS = ("change", "per_week")
COUNTS = ("wages", "usual_wages")


@dataclass
class _Said:
    """One thing said, and the days on which it came."""

    status: DatedStatus
    days: list[date]


def changes_of(
    run: Run, place: int, since: date, until: date | None = None
) -> tuple[DatedChange, ...]:
    """What changes from a day on, in order of days; to a last day, or all that is shown."""
    by_code: dict[str, list[tuple[date, DatedStatus]]] = {}
    for day, status in _standings(run, place):
        by_code.setdefault(status.code, []).append((day, status))
    last = until or run.dated.calendar.last_day
    found = [
        change
        for standings in by_code.values()
        for change in _of_code([item for item in standings if item[0] <= last], since)
    ]
    return tuple(sorted(found, key=lambda change: change.day))


def _standings(run: Run, place: int) -> Iterator[tuple[date, DatedStatus]]:
    """Every standing with the day from which a person sees it."""
    calendar, mondays = run.settled.calendar_of(place), run.dated.calendar.weeks
    for period in range(calendar.periods):
        for status in of_period(run, place, period):
            yield calendar.paid_on[period].item(), status
    for week in _weeks_unlike_the_last(run, place):
        for status in of_weeks(run, place, slice(week, week + 1)):
            yield _day_in_week(run, mondays[week].item(), status), status


def _day_in_week(run: Run, monday: date, status: DatedStatus) -> date:
    """The Monday; around a stay in hospital the first day without payment, or with it again."""
    if status.code not in STOPPED_IN_HOSPITAL:
        return monday
    spells = [spell for who in ADULTS for spell in unpaid_spells(run.dated.case, who)]
    if status.why == "hospital":
        days = [first for first, _ in spells if monday <= first < monday + WEEK]
    else:
        again = (last + timedelta(days=1) for _, last in spells if last is not None)
        days = [day for day in again if monday - WEEK < day <= monday]
    return min(days, default=monday)


def _weeks_unlike_the_last(run: Run, place: int) -> list[int]:
    """Weeks in which some amount is not that of the week before; the first of all is one."""
    local, weeks = run.local, run.dated.weeks
    amounts = [*weeks.family.values(), local.scottish_child_payment, local.housing_benefit]
    works, gone = run.dated.week_earnings.hours[:, place], weeks.esa_gone[:, place]
    columns = [table[:, [0, place]] for table in amounts]
    facts = np.concatenate([*columns, works > 0, gone], axis=1).astype(np.float64)
    moved = (np.diff(facts, axis=0) != 0).any(axis=1)
    return [0, *(int(week) + 1 for week in np.flatnonzero(moved))]


def _of_code(standings: list[tuple[date, DatedStatus]], since: date) -> list[DatedChange]:
    """Changes of one code: a standing is said when it is new, and its other days beside it."""
    said: list[_Said] = []
    before: DatedStatus | None = None
    for day, status in standings:
        if day < since:
            before = status
            continue
        if before is None:
            # How it stands at first is not a change.
            before = status
            said.append(_Said(status, []))
            continue
        if not _same(status, before):
            known = next((item for item in said if _same(status, item.status)), None)
            if known is None:
                said.append(_Said(status, [day]))
            elif known.days:
                known.days.append(day)
            else:
                # It stood so before the first day: now it is said, with the facts of its day.
                known.status, known.days = status, [day]
        before = status
    usual = _usual(standings, since)
    return [
        DatedChange(
            day=item.days[0],
            status=item.status,
            again=() if _is_usual(item.status, usual) else tuple(item.days[1:]),
        )
        for item in said
        if item.days
    ]


def _usual(standings: list[tuple[date, DatedStatus]], since: date) -> tuple[object, ...] | None:
    """How it stands for most of the time: what one goes back to needs no list of days."""
    lasts: Counter[tuple[object, ...]] = Counter()
    for (day, status), (until, _) in pairwise(standings):
        if day >= since:
            lasts[_key(status)] += (until - day).days
    return lasts.most_common(1)[0][0] if lasts else None


def _is_usual(status: DatedStatus, usual: tuple[object, ...] | None) -> bool:
    return status.state == "stays" or _key(status) == usual


def _key(status: DatedStatus) -> tuple[object, ...]:
    # What stays is the same thing to say however many wages there are.
    counts = () if status.state == "stays" else COUNTS
    return status.state, status.why, *(status.facts.get(name) for name in counts)


def _same(one: DatedStatus, other: DatedStatus) -> bool:
    """Whether two standings are one thing to say."""
    return _key(one) == _key(other) and all(
        abs(float(str(one.facts[name])) - float(str(other.facts[name]))) < NEARLY
        for name in AMOUNTS
        if name in one.facts and name in other.facts
    )
