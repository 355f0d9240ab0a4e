"""Statutory Sick Pay in each pay packet, from the spells off sick.

Pay stops on the days off: sick pay of the employer's own scheme is not known. Every weekday is a
qualifying day, as pay is counted by weekdays, so that a week off is a week's sick pay however
many days a week are worked. Normal weekly earnings are the contract's over the eight weeks of
work before the first of linked spells, or over what there is of them (SI 1982/894 reg 19).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.employments import DatedEmployment
from benefits_calc.engine.dated.packets import Block
from benefits_calc.engine.dated.work import WEEKDAYS_PER_WEEK, Booleans
from benefits_calc.engine.sick_pay import Absences, Days, statutory_sick_pay
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.tax_year import tax_year_of

FOLDER = "hmrc.statutory_sick_pay"
EARNINGS_DAYS = 8 * WEEKDAYS_PER_WEEK


@dataclass(frozen=True)
class _Runs:
    """Sick days of one spell by packet and tax year; the rates change on 6 April."""

    block: int
    scenario: int
    packet: NDArray[np.int64]
    day: Days
    days: Floats
    earlier: Floats
    earnings: float
    had_esa: bool
    protected: bool


def sick_pay_of(blocks: list[Block]) -> list[Floats]:
    """Sick pay of each employment by scenario and packet, pounds."""
    tables = [np.zeros(block.work.worked.shape) for block in blocks]
    runs = [run for place, block in enumerate(blocks) for run in _runs(place, block)]
    if not runs:
        return tables
    counts = [len(run.days) for run in runs]
    paid = statutory_sick_pay(
        Absences(
            day=np.concatenate([run.day for run in runs]),
            normal_weekly_earnings=np.repeat([run.earnings for run in runs], counts),
            qualifying_days_per_week=np.full(sum(counts), float(WEEKDAYS_PER_WEEK)),
            days=np.concatenate([run.days for run in runs]),
            earlier_days=np.concatenate([run.earlier for run in runs]),
            had_esa=np.repeat([run.had_esa for run in runs], counts),
            protected=np.repeat([run.protected for run in runs], counts),
        )
    )
    for run, amounts in zip(runs, np.split(paid, np.cumsum(counts)[:-1]), strict=True):
        np.add.at(tables[run.block][run.scenario], run.packet, amounts)
    return tables


def _runs(place: int, block: Block) -> Iterator[_Runs]:
    """Spells of one employment, scenario by scenario."""
    work = block.work
    for scenario in np.flatnonzero(work.sick.any(axis=1)):
        row = int(scenario)
        earlier, last, first = 0.0, None, 0
        for spell in _spells(work.sick[row]):
            ill_from = min(begins for begins, _ in _ill(block, row, int(spell[0])))
            if last is None or not _linked(last, ill_from):
                earlier, first = 0.0, int(spell[0])
            yield _run(place, block, row, spell, first, earlier)
            earlier += len(spell)
            last = max(ill_to for _, ill_to in _ill(block, row, int(spell[-1])))


def _run(
    place: int, block: Block, row: int, spell: NDArray[np.int64], first: int, earlier: float
) -> _Runs:
    work = block.work
    days = work.days[spell]
    keys = np.stack([work.packet_of_day[spell], tax_year_of(days)])
    (packets, _), starts, counts = np.unique(keys, axis=1, return_index=True, return_counts=True)
    begins = date.fromisoformat(str(work.days[first]))
    share = parameter_at(f"{FOLDER}.earnings_share", begins)
    return _Runs(
        block=place,
        scenario=row,
        packet=packets,
        day=days[starts],
        days=counts.astype(np.float64),
        earlier=earlier + np.concatenate([[0.0], np.cumsum(counts)[:-1]]),
        earnings=_normal_weekly_earnings(block, row, first),
        had_esa=_had_esa(block.item, begins),
        protected=bool(np.isinf(share)),
    )


def _spells(sick: Booleans) -> list[NDArray[np.int64]]:
    """Places of the weekdays of each run of days off."""
    places = np.flatnonzero(sick)
    return np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)


def _ill(block: Block, row: int, place: int) -> list[tuple[date, date]]:
    """Spells that hold a weekday."""
    day = date.fromisoformat(str(block.work.days[place]))
    return [(first, last) for first, last in block.work.spells[row] if first <= day <= last]


def _linked(last: date, begins: date) -> bool:
    """Whether two spells count as one (SSCBA 1992 s.152(3)); weekends are days of illness too."""
    apart = (begins - last).days - 1
    return apart <= parameter_at(f"{FOLDER}.linking_days", begins)


def _normal_weekly_earnings(block: Block, row: int, first: int) -> float:
    """The contract's pay a week, averaged over the days of work before the spell."""
    pay = block.work.pay_per_week[row]
    worked = np.flatnonzero(block.work.at_work[row, :first])[-EARNINGS_DAYS:]
    return float(pay[worked].mean()) if len(worked) else float(pay[first])


def _had_esa(item: DatedEmployment, begins: date) -> bool:
    """Whether New Style ESA was in being so short a time before that it is claimed again instead.

    ESA is taken to end as the job begins, and to go on beside a present job.
    """
    if item.facts.worker.new_style_esa is None:
        return False
    if item.starts is None or not item.facts.is_offer:
        return True
    return (begins - item.starts).days <= parameter_at(f"{FOLDER}.days_after_esa", begins)
