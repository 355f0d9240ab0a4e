"""Four weeks of Housing Benefit and council tax reduction as before, in the weeks of a timeline.

When work has ended New Style ESA after 26 weeks of it, help with the rent goes on at the higher of
the last week's amount, as it was before the benefit cap, and the new one (HB Regs 2006 regs 73 to
73E); the reduction likewise in Scotland and Wales. Counted where the 26 weeks are shown; not in
weeks with a move, which have rules of their own (reg 73C).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from benefits_calc.case import Case
from benefits_calc.case.moving import gets_housing_benefit, moves_of
from benefits_calc.engine.council_tax import is_liable
from benefits_calc.engine.dated.award import adults_of
from benefits_calc.engine.dated.local import Local
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.weekly import ESA
from benefits_calc.engine.extended_payment import (
    FOLDER,
    REDUCTION_FOLDER,
    REFERENCE,
    weeks_paid,
)
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.local_schemes import extended_reduction_of

HOUSING_BENEFIT, REDUCTION = "housing_benefit", "council_tax_reduction"


@dataclass(frozen=True)
class Extended:
    """Weeks for which one kind of help runs on in one line of life.

    Attributes:
        line: housing_benefit or council_tax_reduction.
        scenario: Place of the line of life.
        first_week: Place of the first week in which the new amount would hold.
        last_week: Place of the last week paid as before.
        begins: Monday of the first of the four weeks.
        ends: Sunday of the last.
        known: Whether the 26 weeks are shown, so that it is counted.
        reference: The law.
    """

    line: str
    scenario: int
    first_week: int
    last_week: int
    begins: date
    ends: date
    known: bool
    reference: str


def extended_of(dated: Dated) -> tuple[Extended, ...]:
    """Help that runs on in each line of life with the job."""
    return tuple(
        item
        for scenario, line in enumerate(dated.scenarios)
        if line.takes_job
        for item in _of_scenario(dated, scenario)
    )


def with_extended(dated: Dated, local: Local) -> Local:
    """The weekly amounts with those that run on."""
    benefit, reduction = local.housing_benefit_by_row.copy(), local.council_tax_reduction.copy()
    marked = np.zeros_like(local.means_tested_by_row)
    for item in extended_of(dated):
        if not item.known or item.first_week == 0:
            continue
        weeks = slice(item.first_week, item.last_week + 1)
        before = item.first_week - 1
        if item.line == REDUCTION:
            column = reduction[:, item.scenario]
            column[weeks] = np.maximum(column[weeks], column[before])
            continue
        column = benefit[:, item.scenario]
        whole = local.housing_benefit_before_cap_by_row[before, item.scenario]
        marked[weeks, item.scenario] = column[weeks] < whole
        column[weeks] = np.maximum(column[weeks], whole)
    return replace(
        local,
        housing_benefit_by_row=benefit,
        council_tax_reduction=reduction,
        extended_by_row=marked,
    )


def _of_scenario(dated: Dated, scenario: int) -> Iterator[Extended]:
    case, weeks = dated.case, dated.weeks
    for place, person in enumerate(adults_of(case)):
        if person is None or person.new_style_esa is None:
            continue
        stopped = weeks.esa_stopped[:, scenario, place]
        by_work = (
            stopped
            & (weeks.counted[ESA][:, 0, place] > 0)
            & (weeks.facts["hours_per_week"][:, scenario, place] > 0)
        )
        if not by_work.any():
            continue
        first = int(np.argmax(by_work))
        monday = weeks.moments[first].day
        begins = _monday_after(dated, scenario, monday)
        was_paid = weeks_paid(person.new_style_esa, monday)
        for line, folder, law in _kinds(weeks.moments[first].case, monday):
            work = int(parameter_at(f"{folder}.weeks_of_work", monday))
            if not stopped[first : first + work].all():
                continue
            least = parameter_at(f"{folder}.weeks_on_benefit", monday)
            if was_paid is not None and was_paid < least:
                continue
            count = int(parameter_at(f"{folder}.weeks", monday))
            last = first + (begins - monday) // timedelta(weeks=1) + count - 1
            end = begins + timedelta(weeks=count)
            if _moves_between(case, monday, end):
                continue
            ends, known = end - timedelta(days=1), was_paid is not None
            yield Extended(line, scenario, first, last, begins, ends, known, law)


def _kinds(case: Case, day: date) -> Iterator[tuple[str, str, str]]:
    """Lines that can run on, with the folder of their conditions and the law."""
    if gets_housing_benefit(case):
        yield HOUSING_BENEFIT, FOLDER, REFERENCE
    if case.council is not None and is_liable(case):
        law = extended_reduction_of(case.council, case.nation, day)
        if law is not None:
            yield REDUCTION, REDUCTION_FOLDER, law


def _monday_after(dated: Dated, scenario: int, monday: date) -> date:
    """First of the four weeks: that of the day, or the next where work began after its Monday."""
    starts = (
        line.first
        for item in dated.employments
        if (line := item.lines[scenario]) is not None and item.facts.is_offer
    )
    within = any(monday < start < monday + timedelta(weeks=1) for start in starts)
    return monday + timedelta(weeks=1) if within else monday


def _moves_between(case: Case, first: date, end: date) -> bool:
    return any(first <= event.on < end for event in moves_of(case))
