"""Packets of every employment in every scenario, laid under one another as rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.employments import DatedEmployment, Line
from benefits_calc.engine.dated.paydays import Days, PayCalendar, pay_calendar
from benefits_calc.engine.dated.scenario import Scenario
from benefits_calc.engine.dated.tax_bases import TaxBasis
from benefits_calc.engine.dated.work import Work, pattern_begins, work_of
from benefits_calc.engine.layout import Layout

Whole = NDArray[np.int64]

KINDS = ("usual", "first", "final", "only", "redundancy")
_FIRST, _FINAL = 1, 2
_FIRST_OF_ALL = (_FIRST, _FIRST + _FINAL)
_AFTER_THE_LAST_DAY = timedelta(days=10)


@dataclass(frozen=True)
class Block:
    """One employment with its packets and its work; tables are by scenario and packet."""

    item: DatedEmployment
    calendar: PayCalendar
    work: Work

    @cached_property
    def packet_from(self) -> Days:
        """First day of the pay periods of each packet."""
        first = np.searchsorted(self.calendar.packet_of_period, np.arange(self.calendar.count))
        return self.calendar.period_from[first]

    @cached_property
    def packet_to(self) -> Days:
        """Last day of the pay periods of each packet."""
        last = np.searchsorted(
            self.calendar.packet_of_period, np.arange(self.calendar.count), side="right"
        )
        return self.calendar.period_to[last - 1]

    @cached_property
    def work_from(self) -> Days:
        """First day of work that each packet pays for."""
        return np.maximum(self.packet_from, self._of_lines(lambda line: line.first))

    @cached_property
    def work_to(self) -> Days:
        """Last day of work that each packet pays for."""
        return np.minimum(self.packet_to, self._of_lines(lambda line: line.last))

    @cached_property
    def is_final(self) -> NDArray[np.bool_]:
        """Whether it is the last packet of an employment that ends.

        One that ends on a weekend can have its last packet in the pay period before.
        """
        ends = self._of_lines(lambda line: line.last) <= self.packet_to[-1]
        later = np.cumsum(self.work.worked[:, ::-1], axis=1)[:, ::-1]
        final: NDArray[np.bool_] = self.work.worked & (later == 1) & ends
        return final

    @cached_property
    def kind(self) -> NDArray[np.int8]:
        """Place in `KINDS`."""
        before = np.cumsum(self.work.worked, axis=1)
        first = self.work.worked & (before == 1) & (self.item.starts is not None)
        kinds: NDArray[np.int8] = (first * _FIRST + self.is_final * _FINAL).astype(np.int8)
        return kinds

    @cached_property
    def has_stated_pay(self) -> NDArray[np.bool_]:
        """Whether the case states the pay of the packet: the first wage's."""
        stated = self.item.facts.job.first_pay_amount is not None
        return stated & np.isin(self.kind, _FIRST_OF_ALL)

    @cached_property
    def stated_pay(self) -> Floats:
        """The first wage as the case states it."""
        amount = self.item.facts.job.first_pay_amount or 0.0
        return np.where(self.has_stated_pay, amount, 0.0)

    @cached_property
    def holiday_pay(self) -> Floats:
        """Pay for leave not taken, with the final wage."""
        return self._with_final(lambda line: line.pay.holiday_pay)

    @cached_property
    def pay_in_lieu_of_notice(self) -> Floats:
        """Pay in place of notice, with the final wage."""
        return self._with_final(lambda line: line.pay.pay_in_lieu_of_notice)

    @cached_property
    def redundancy_pay(self) -> Floats:
        """Compensation for the job, with the final wage."""
        return self._with_final(lambda line: line.pay.redundancy_pay)

    def _with_final(self, amount: Callable[[Line], float]) -> Floats:
        amounts = np.array([amount(line) if line else 0.0 for line in self.item.lines])
        return np.where(self.is_final, amounts[:, np.newaxis], 0.0)

    def _of_lines(self, day: Callable[[Line], date]) -> Days:
        days = [day(line) if line else date.max for line in self.item.lines]
        return np.array(days, dtype="datetime64[D]")[:, np.newaxis]


def block_of(
    case: Case,
    layout: Layout,
    scenarios: tuple[Scenario, ...],
    item: DatedEmployment,
    last_day: date,
) -> Block:
    """An employment's packets up to `last_day`, and what each pays for."""
    calendar = pay_calendar(
        item.facts.job,
        case.nation,
        item.pays_from,
        max(last_day, item.pays_from) + _AFTER_THE_LAST_DAY,
        cycle_day=case.as_at or item.pays_from,
        starts_known=item.starts is not None,
    )
    early = np.searchsorted(calendar.due_on, np.datetime64(item.wanted_from, "D"))
    calendar = calendar.from_packet(int(early))
    worker = 0 if case.worker is case.claimant or layout.partner is None else layout.partner
    begins = pattern_begins(case, item)
    work = work_of(item, calendar, scenarios, sickness_person=worker, pattern_from=begins)
    return Block(item, calendar, work)


class Rows:
    """Packets that are paid, by employment, then scenario, then day.

    Attributes:
        blocks: The employments.
        bases: How each is taxed.
        block: The place of each row's employment among them.
        scenario: Each row's scenario.
        count: Number of rows.
        sick_pay: Statutory Sick Pay in each row.
    """

    def __init__(
        self, blocks: list[Block], bases: tuple[TaxBasis, ...], sick_pay: list[Floats]
    ) -> None:
        self.blocks = blocks
        self.bases = bases
        self._places = [np.nonzero(block.work.worked) for block in blocks]
        self.scenario: Whole = _stacked([at[0] for at in self._places])
        self.block: Whole = _stacked([np.full(len(at[0]), n) for n, at in enumerate(self._places)])
        self.count = len(self.block)
        self.sick_pay: Floats = np.concatenate(
            [table[at] for table, at in zip(sick_pay, self._places, strict=True)] + [np.zeros(0)]
        )

    def of_packets(self, name: str) -> NDArray[Any]:
        """A column of the calendars."""
        return self._gathered(lambda block, at: getattr(block.calendar, name)[at[1]])

    def of_work(self, name: str) -> NDArray[Any]:
        """A table of the work."""
        return self._gathered(lambda block, at: getattr(block.work, name)[at])

    def of_lines(self, name: str) -> NDArray[Any]:
        """A table of the blocks."""
        return self._gathered(lambda block, at: getattr(block, name)[at])

    def of_blocks(self, values: list[Any]) -> NDArray[Any]:
        """One value an employment, at each of its rows."""
        return np.array(values)[self.block]

    def _gathered(self, column: Callable[[Block, Any], NDArray[Any]]) -> NDArray[Any]:
        return np.concatenate(
            [column(block, at) for block, at in zip(self.blocks, self._places, strict=True)]
        )


def _stacked(parts: list[NDArray[Any]]) -> Whole:
    return np.concatenate([*parts, np.zeros(0, dtype=np.int64)]).astype(np.int64)
