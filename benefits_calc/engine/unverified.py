"""Which open points of law the figures of a point rest on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.system import parameter_at, rules_system
from benefits_calc.rules.local_schemes import scheme_of
from benefits_calc.rules.open_points import OpenPoint, open_points

Truths = NDArray[np.bool_]
OpenPoints = tuple[tuple[OpenPoint, Truths], ...]
SURE = "high"
TWO_RATES_FROM = "dwp.universal_credit.lcwra.two_rates_from"
CHILDREN_UNDER_CAPS = 2


def depends_on_unverified(outcome: Outcome, lines: dict[str, Floats]) -> OpenPoints:
    """Open points on which a figure rests, with the points at which it does.

    A line counts that pays something at the point, or in the first row (things as they are).
    """
    found = []
    for point in open_points():
        if not point.lines or not _is_of_scheme(outcome, point):
            continue
        paid = _paid(lines, point.lines, outcome.points.count)
        if paid.any():
            rests = paid & _holds(outcome, point.when)
            if rests.any():
                found.append((point, rests))
    return tuple(found)


def lines_not_confirmed(
    found: OpenPoints, lines: dict[str, Floats], shown: Truths
) -> tuple[str, ...]:
    """Lines that pay something where shown and rest on an open point not held as sure."""
    names = {
        line
        for point, rests in found
        if point.sure != SURE and rests[shown].any()
        for line in point.lines
        if line in lines and (lines[line][shown] != 0).any()
    }
    return tuple(line for line in lines if line in names)


def _paid(lines: dict[str, Floats], names: tuple[str, ...], count: int) -> Truths:
    paid = np.zeros(count, dtype=bool)
    for name in names:
        if name in lines:
            paid |= (lines[name] != 0) | bool(lines[name][0] != 0)
    return paid


def _is_of_scheme(outcome: Outcome, point: OpenPoint) -> bool:
    if not point.scheme:
        return True
    case = outcome.case
    if case.council is None:
        return False
    return scheme_of(case.council, case.nation, outcome.dates.as_at) == point.scheme


def _holds(outcome: Outcome, name: str) -> Truths:
    """A condition at each point; of the first row too, as differences rest on both."""
    count = outcome.points.count
    if not name:
        return np.ones(count, dtype=bool)
    if name in CONDITIONS:
        values = CONDITIONS[name](outcome)
    else:
        variable = rules_system().get_variable(name, check_existence=True)
        if variable.entity.key == "benunit":
            values = np.asarray(outcome.unit(name), dtype=np.float64) != 0
        else:
            values = outcome.family(name) != 0
    found: Truths = np.asarray(values | values[0], dtype=bool)
    return found


def _is_means_tested(outcome: Outcome) -> Truths:
    """Housing Benefit is worked out from income, as there is no Universal Credit."""
    possible = outcome.unit("meets_housing_benefit_conditions")
    ignored = outcome.unit("has_income_ignored_by_housing_benefit")
    tested: Truths = np.asarray(possible, dtype=bool) & ~np.asarray(ignored, dtype=bool)
    return tested


def _disregards(name: str) -> Callable[[Outcome], Truths]:
    def holds(outcome: Outcome) -> Truths:
        return np.asarray(_is_means_tested(outcome) & (outcome.unit(name) > 0), dtype=bool)

    return holds


def _rests_on_reading_of_capability(outcome: Outcome) -> Truths:
    found = outcome.family("has_lcw_or_lcwra") > outcome.family(
        "has_limited_capability_under_2007_act"
    )
    return np.asarray(_is_means_tested(outcome) & found, dtype=bool)


def _rests_on_fit_note(outcome: Outcome) -> Truths:
    """The higher rate follows from the dates alone, and only from that of a fit note."""
    from_day = int(parameter_at(TWO_RATES_FROM, outcome.dates.as_at))
    rests = np.zeros(outcome.points.count, dtype=bool)
    places = {0: outcome.case.claimant}
    if outcome.case.partner is not None and outcome.layout.partner is not None:
        places[outcome.layout.partner] = outcome.case.partner
    for place, person in places.items():
        if person.health_element != "automatic" or person.health_element_basis is not None:
            continue
        days = (person.work_capability_since, person.awaiting_assessment_since)
        others = [day for day in days if day and _as_number(day.first_day) < from_day]
        note = person.fit_note_from
        if note and _as_number(note.first_day) < from_day and not others:
            rests |= np.asarray(outcome.person("has_protected_lcwra_rate", place), dtype=bool)
    return rests


def _as_number(day: object) -> int:
    return int(str(day).replace("-", ""))


def _has_childcare_for_three(outcome: Outcome) -> Truths:
    cared_for = sum(child.childcare is not None for child in outcome.case.children)
    return np.full(outcome.points.count, cared_for > CHILDREN_UNDER_CAPS)


CONDITIONS: dict[str, Callable[[Outcome], Truths]] = {
    "is_hb_means_tested": _is_means_tested,
    "rests_on_hb_accommodation_disregard": _disregards("hb_accommodation_earnings_disregard"),
    "rests_on_hb_permitted_work_disregard": _disregards("hb_permitted_work_disregard"),
    "rests_on_hb_reading_of_capability": _rests_on_reading_of_capability,
    "rests_on_fit_note_for_protected_rate": _rests_on_fit_note,
    "has_childcare_for_three_children": _has_childcare_for_three,
}
