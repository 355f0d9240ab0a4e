"""Strips: for each payment and status, the stretches of hours over which it is as it is.

Read from the same run as the thresholds, so that a strip ends on the hundredth of an hour at
which a threshold stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.analysis.real_periods import NOT_BY_PERIOD
from benefits_calc.analysis.rows import Rows
from benefits_calc.analysis.search import CloseLook, Stretch
from benefits_calc.analysis.statuses import (
    PROTECTIONS,
    RULE,
    SMALLEST_CHANGE,
    STATUS_SWITCHES,
    WORKED_OUT_BY_COUNCIL,
    held_by_decision,
)
from benefits_calc.engine.points import PayDays
from benefits_calc.engine.results import (
    BENEFIT_LINES,
    Results,
    council_tax_known,
    reference_of_line,
)
from benefits_calc.engine.switches import SWITCHES, readings

Floats = NDArray[np.float64]
Codes = NDArray[np.int8]
STATES = ("none", "unchanged", "lower", "higher", "stopped", "starts", "unknown")
NONE, UNCHANGED, LOWER, HIGHER, STOPPED, STARTS, UNKNOWN = range(len(STATES))
PAYMENT, STATUS = "payment", "status"
REDUCTION = "council_tax_reduction"
HUNDREDTH = 0.01
# Whole pennies of pay can carry a figure over a line and back within a few hundredths.
FLICKER_HOURS = 0.1


@dataclass(frozen=True)
class Range:
    """Hours over which something is in one state, both ends included.

    Attributes:
        from_hours: Its first hundredth of an hour.
        to_hours: Its last; the next range begins a hundredth further.
        state: none (not had now, nor here), unchanged, lower, higher, stopped, starts or unknown.
        from_per_month: Amount at its first hour; None for a status, or where it is unknown.
        to_per_month: Amount at its last hour.
    """

    from_hours: float
    to_hours: float
    state: str
    from_per_month: float | None = None
    to_per_month: float | None = None


@dataclass(frozen=True)
class Strip:
    """One payment or status along the hours.

    Attributes:
        code: A benefit's line, or the code of a status.
        kind: payment or status.
        ranges: In a usual month, from 0 hours to the last hour searched, without a gap.
        worst_ranges: The same in a period with the most pay days; None where it is no other than
            in a usual month.
        certainty: rule, dwp_decision, council or unknown.
        reference: The law.
    """

    code: str
    kind: str
    ranges: tuple[Range, ...]
    worst_ranges: tuple[Range, ...] | None
    certainty: str
    reference: str


@dataclass(frozen=True)
class _Series:
    """Every hour worked out in one kind of period: the grid's, and the closer look's between."""

    hours: Floats
    parts: tuple[tuple[Results, NDArray[np.intp]], ...]
    order: NDArray[np.intp]

    def gathered(self, values: list[NDArray[np.generic]]) -> NDArray[np.generic]:
        """Values of each part, by rising hours."""
        each = [value[rows] for value, (_, rows) in zip(values, self.parts, strict=True)]
        return np.concatenate(each)[self.order]


def changing_stretches(results: Results, rows: Rows) -> Iterator[Stretch]:
    """Half hours between whose ends some payment's state differs."""
    for which, grid in rows.grid.items():
        hours = rows.points.hours_per_week[grid]
        for line in _lines(results):
            amounts, known = _amounts(results, line)
            now = rows.now_by_period[which]
            states = _states(amounts[now], amounts[grid], known[grid] & known[now])
            for place in np.flatnonzero(states[1:] != states[:-1]):
                yield Stretch(which, float(hours[place]))


def strips_of(results: Results, rows: Rows, look: CloseLook | None) -> tuple[Strip, ...]:
    """The strip of every payment and status that is there now, or at some hours."""
    series = {which: _series(results, rows, look, which) for which in rows.grid}
    found = [_payment(results, rows, series, line) for line in BENEFIT_LINES]
    usual = series[PayDays.average]
    whole = (Range(0.0, float(usual.hours[-1]), STATES[UNCHANGED]),)
    found += [
        Strip(held.code, STATUS, whole, None, held.certainty, held.reference)
        for held in held_by_decision(results.outcome.case)
    ]
    found += _switched(results, usual)
    return tuple(strip for strip in found if strip is not None)


def _lines(results: Results) -> list[str]:
    """Payments with an amount at some row, or known at some row."""
    return [
        line
        for line in BENEFIT_LINES
        if (line in results.lines and results.lines[line].any())
        or not np.isnan(results.known_in_part.get(line, np.nan)).all()
    ]


def _amounts(results: Results, line: str) -> tuple[Floats, NDArray[np.bool_]]:
    """A line's amounts, and where they are known."""
    if line in results.known_in_part:
        part = results.known_in_part[line]
        known = ~np.isnan(part)
        return np.where(known, part, 0.0), known
    amounts = results.lines[line]
    if line == REDUCTION:
        return amounts, council_tax_known(results.outcome)
    return amounts, np.ones(len(amounts), dtype=bool)


def _states(was: float, here: Floats, known: NDArray[np.bool_]) -> Codes:
    same = np.abs(here - was) < SMALLEST_CHANGE
    if was == 0:
        codes = np.where(here > 0, STARTS, NONE)
    else:
        moved = np.where(here > was, HIGHER, LOWER)
        codes = np.where(here == 0, STOPPED, np.where(same, UNCHANGED, moved))
    return np.asarray(np.where(known, codes, UNKNOWN), dtype=np.int8)


def _series(results: Results, rows: Rows, look: CloseLook | None, which: PayDays) -> _Series:
    grid = rows.grid[which]
    parts = [(results, np.arange(grid.start, grid.stop))]
    if look is not None and which in look.results:
        parts.append((look.results[which], look.rows_of_period(which)))
    hours = np.concatenate([part.outcome.points.hours_per_week[at] for part, at in parts])
    each, order = np.unique(np.round(hours, 2), return_index=True)
    return _Series(each, tuple(parts), order)


def _payment(
    results: Results, rows: Rows, series: dict[PayDays, _Series], line: str
) -> Strip | None:
    certainty = "council" if line in WORKED_OUT_BY_COUNCIL else RULE
    last = float(series[PayDays.average].hours[-1])
    amounts, known = _amounts(results, line)
    if not known[Rows.NOW]:
        # What is not known now cannot be compared with anything.
        whole = (Range(0.0, last, STATES[UNKNOWN]),)
        return Strip(line, PAYMENT, whole, None, "unknown", reference_of_line(line))
    ranges = {
        which: _payment_ranges(float(amounts[rows.now_by_period[which]]), of, line)
        for which, of in series.items()
    }
    if all(part.state == STATES[NONE] for found in ranges.values() for part in found):
        return None
    usual, worst = ranges[PayDays.average], ranges.get(PayDays.most)
    differs = worst != usual and line != NOT_BY_PERIOD
    return Strip(
        line, PAYMENT, usual, worst if differs else None, certainty, reference_of_line(line)
    )


def _payment_ranges(was: float, series: _Series, line: str) -> tuple[Range, ...]:
    each = [_amounts(part, line) for part, _ in series.parts]
    here = np.asarray(series.gathered([amounts for amounts, _ in each]), dtype=np.float64)
    known = np.asarray(series.gathered([known for _, known in each]), dtype=bool)
    states = _states(was, here, known)
    return tuple(_ranges(series.hours, states, here))


def _ranges(hours: Floats, states: Codes, amounts: Floats | None) -> Iterator[Range]:
    """Runs of one state, each to a hundredth before the next."""
    states = _without_flicker(hours, states)
    starts = np.concatenate([[0], np.flatnonzero(np.diff(states)) + 1])
    ends = np.concatenate([starts[1:] - 1, [len(states) - 1]])
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        last = place == len(starts) - 1
        to = float(hours[end]) if last else round(float(hours[end + 1]) - HUNDREDTH, 2)
        shown = amounts is not None and states[start] != UNKNOWN
        yield Range(
            float(hours[start]),
            to,
            STATES[states[start]],
            float(amounts[start]) if shown and amounts is not None else None,
            float(amounts[end]) if shown and amounts is not None else None,
        )


def _without_flicker(hours: Floats, states: Codes) -> Codes:
    """States without a short way back: what has stopped stays stopped within the flicker."""
    calm = states.copy()
    starts = np.concatenate([[0], np.flatnonzero(np.diff(calm)) + 1, [len(calm)]])
    for before, start, after in zip(starts, starts[1:], starts[2:], strict=False):
        if after == len(calm) or hours[after] - hours[start] >= FLICKER_HOURS:
            continue
        if calm[before] == calm[after] and calm[start] != STOPPED:
            calm[start:after] = calm[before]
    return calm


def _switched(results: Results, series: _Series) -> list[Strip]:
    """Strips of the switches that are a status of their own."""
    shown = tuple(s for s in SWITCHES if s.code in (*STATUS_SWITCHES, *PROTECTIONS))
    now = readings(results.outcome, shown)
    each = [now, *(readings(part.outcome, shown) for part, _ in series.parts[1:])]
    found = []
    for switch in shown:
        was = bool(now[switch.code][Rows.NOW])
        if switch.code in PROTECTIONS and not was:
            continue
        on = np.asarray(series.gathered([part[switch.code] for part in each]), dtype=bool)
        if not (was or on.any()):
            continue
        codes = np.where(on, UNCHANGED if was else STARTS, STOPPED if was else NONE)
        ranges = tuple(_ranges(series.hours, np.asarray(codes, dtype=np.int8), None))
        found.append(Strip(switch.code, STATUS, ranges, None, switch.certainty, switch.reference))
    return found
