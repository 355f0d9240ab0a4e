"""Scenarios by the days on which their assessment periods lie, put side by side again.

A claim that comes too late for the old days of the month begins a new cycle (UC Regs 2013 reg 21).
Each cycle is a run of its own over the same number of months, so that a month has one place in
every scenario; this module takes each scenario's column out of the run of its cycle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.dated.award import Awards, History
from benefits_calc.engine.dated.earnings import PeriodEarnings
from benefits_calc.engine.dated.periods import Calendar
from benefits_calc.engine.dated.state import States

Columns = NDArray[np.int64]


@dataclass(frozen=True)
class Cycle:
    """A run in which the scenarios of `columns` have their own assessment periods.

    Attributes:
        calendar: The periods.
        columns: Scenarios that have them; the others' columns are of no use.
        earnings: Pay by period.
        awards: The run of the rules.
        states: What became of each period.
        runs: How many runs of the rules it took.
    """

    calendar: Calendar
    columns: Columns
    earnings: PeriodEarnings
    awards: Awards
    states: States
    runs: int


class JoinedAwards(Awards):
    """Awards whose columns come from several cycles.

    What does not turn on the days of a period (`run`, `moments`) is the first cycle's.
    """

    def __init__(self, cycles: Sequence[Cycle]) -> None:
        self._cycles = tuple(cycles)
        self.moments, self.run = cycles[0].awards.moments, cycles[0].awards.run

    def __getattr__(self, name: str) -> NDArray[Any]:
        """A variable of the award, by period and scenario."""
        if name.startswith("_"):
            raise AttributeError(name)
        values = joined(self._cycles, [getattr(cycle.awards, name) for cycle in self._cycles])
        setattr(self, name, values)
        return values


def joined(cycles: Sequence[Cycle], tables: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Each scenario's column (the second axis) from the table of its own cycle."""
    found = tables[0].copy()
    for cycle, table in zip(cycles[1:], tables[1:], strict=True):
        found[:, cycle.columns] = table[:, cycle.columns]
    return found


@dataclass(frozen=True)
class Settled:
    """Universal Credit of every period once history and awards agree.

    Attributes:
        awards: The run of the rules.
        states: What became of each period.
        runs: How many runs of the rules it took.
        cycles: Scenarios by the days on which their assessment periods lie.
    """

    awards: Awards
    states: States
    runs: int
    cycles: tuple[Cycle, ...]

    def calendar_of(self, scenario: int) -> Calendar:
        """The assessment periods of a scenario."""
        return self._cycle_of(scenario).calendar

    def earnings_of(self, scenario: int) -> PeriodEarnings:
        """Pay by assessment period, right in the column of the scenario."""
        return self._cycle_of(scenario).earnings

    def _cycle_of(self, scenario: int) -> Cycle:
        return next(cycle for cycle in self.cycles if scenario in cycle.columns)


def settled_of(cycles: Sequence[Cycle]) -> Settled:
    """Every scenario from the run of its own cycle."""
    runs = sum(cycle.runs for cycle in cycles)
    if len(cycles) == 1:
        only = cycles[0]
        return Settled(only.awards, only.states, runs, (only,))
    states = [cycle.states for cycle in cycles]
    tables = {
        each.name: joined(cycles, [getattr(one, each.name) for one in states])
        for each in fields(States)
        if each.name != "history"
    }
    history = History(
        **{
            each.name: joined(cycles, [getattr(one.history, each.name) for one in states])
            for each in fields(History)
        }
    )
    with_columns = tuple(cycle for cycle in cycles if len(cycle.columns))
    return Settled(JoinedAwards(cycles), States(**tables, history=history), runs, with_columns)
