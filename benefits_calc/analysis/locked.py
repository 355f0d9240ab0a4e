"""Amounts that the case says to use as they stand on a letter, in place of those worked out.

Only the job is to change: now is the letter's amount, and at each point the change that is worked
out is applied to it, never below nothing. A payment that stops by rule stops. Which state holds
where, and the thresholds, stay those of the facts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from benefits_calc.analysis.assumptions import OTHER_NAMES, WORKED_OUT, Assumption, Gap
from benefits_calc.analysis.statuses import Status
from benefits_calc.analysis.strips import Range, Strip
from benefits_calc.case import Case
from benefits_calc.case.benefits_now import BenefitLine
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.results import FAMILY_LINES, Results, paid_now, with_lines

UNIVERSAL_CREDIT = "universal_credit"
PARTNER = "partner"


@dataclass(frozen=True)
class Lock:
    """One letter's amount.

    Attributes:
        name: The benefit, as the case names it.
        line: The line of the results that holds it; it can have another name in Scotland.
        letter: Its amount, pounds a month, before deductions.
        figure: What is worked out for the same person now, pounds a month.
        others: What is worked out now for others in the same line, pounds a month.
    """

    name: str
    line: str
    letter: float
    figure: float
    others: float

    @property
    def applies(self) -> bool:
        """Whether there is a figure that the letter can take the place of."""
        return self.figure > 0

    def amounts(self, worked_out: Floats) -> Floats:
        """The line with the letter's amount in it: nothing stays nothing."""
        own = worked_out - self.others
        change = np.maximum(self.letter - self.figure, -own)
        return np.where(own > 0, np.round(worked_out + change, 2), worked_out)

    def amount(self, worked_out: float) -> float:
        """The same for one amount."""
        return float(self.amounts(np.array([worked_out]))[0])


def is_locked(case: Case, name: str) -> bool:
    """Whether the case says to use a letter's amount."""
    line = getattr(case.benefits_now, name, None) if case.benefits_now else None
    return bool(line is not None and line.locked)


def locks_of(results: Results) -> tuple[Lock, ...]:
    """Every letter whose amount is to be used, in lines that are worked out."""
    case = results.outcome.case
    found: list[Lock] = []
    for name in WORKED_OUT:
        letter = paid_now(case, name) if is_locked(case, name) else None
        if letter is None or name not in results.lines:
            continue
        if name == UNIVERSAL_CREDIT:
            letter = _before_deductions(results, letter)
        lines = [name, *OTHER_NAMES.get(name, ())]
        each = [(line, _figure_now(results, name, line)) for line in lines]
        line, figure = next(((at, paid) for at, paid in each if paid > 0), each[0])
        if all(lock.line != line for lock in found):
            whole = float(results.lines[line][0]) if line in results.lines else 0.0
            found.append(Lock(name, line, letter, figure, round(whole - figure, 2)))
    return tuple(found)


def with_locks(results: Results, locks: tuple[Lock, ...]) -> Results:
    """The results with the letters' amounts in them."""
    changed = {lock.line: lock.amounts(results.lines[lock.line]) for lock in locks if lock.applies}
    return with_lines(results, changed) if changed else results


def locked_strips(strips: tuple[Strip, ...], locks: tuple[Lock, ...]) -> tuple[Strip, ...]:
    """Strips with the letters' amounts in them, in the states that are worked out."""
    by_line = {lock.line: lock for lock in locks if lock.applies}

    def moved(ranges: tuple[Range, ...], lock: Lock) -> tuple[Range, ...]:
        return tuple(
            replace(
                part,
                from_per_month=_locked(lock, part.from_per_month),
                to_per_month=_locked(lock, part.to_per_month),
            )
            for part in ranges
        )

    return tuple(
        replace(
            strip,
            ranges=moved(strip.ranges, by_line[strip.code]),
            worst_ranges=strip.worst_ranges and moved(strip.worst_ranges, by_line[strip.code]),
        )
        if strip.code in by_line
        else strip
        for strip in strips
    )


def locked_statuses(statuses: tuple[Status, ...], locked: Results, row: int) -> tuple[Status, ...]:
    """Statuses with the amounts of the results with locks, in the states that are worked out."""
    return tuple(
        replace(
            status,
            was_per_month=float(locked.lines[status.code][0]),
            is_per_month=float(locked.lines[status.code][row]),
        )
        if status.was_per_month is not None and status.code in locked.lines
        else status
        for status in statuses
    )


def _locked(lock: Lock, amount: float | None) -> float | None:
    return None if amount is None else lock.amount(amount)


def locked_amounts(locks: tuple[Lock, ...]) -> tuple[Assumption, ...]:
    """What to say of the letters used."""
    return tuple(
        Assumption(
            "locked_amount",
            {
                "line": lock.name,
                "letter": f"£{lock.letter:,.2f}",
                "figure": f"£{lock.figure:,.2f}",
            },
        )
        for lock in locks
        if lock.applies
    )


def locks_not_used(locks: tuple[Lock, ...]) -> tuple[Gap, ...]:
    """Letters for which the facts give nothing, so that nothing can be carried to other hours."""
    return tuple(
        Gap("locked_not_used", None, {"name": lock.name, "letter": f"£{lock.letter:,.2f}"})
        for lock in locks
        if not lock.applies and lock.letter > 0
    )


def _before_deductions(results: Results, letter: float) -> float:
    """The award that a statement's payment was made from."""
    now = results.outcome.case.benefits_now
    award = now.universal_credit if now is not None else None
    if award is None or award.amount_is != "after_deductions":
        return letter
    return round(letter + float(results.lines["uc_deductions"][0]), 2)


def _figure_now(results: Results, name: str, line: str) -> float:
    """What is worked out now for the person whose letter it is; for all where that is nothing."""
    whole = float(results.lines[line][0]) if line in results.lines else 0.0
    if line not in FAMILY_LINES:
        return whole
    given = getattr(results.outcome.case.benefits_now, name)
    partner = results.outcome.layout.partner
    of_partner = isinstance(given, BenefitLine) and given.who == PARTNER
    place = partner if of_partner and partner is not None else 0
    return float(results.outcome.person(line, place)[0]) or whole
