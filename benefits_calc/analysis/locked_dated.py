"""Amounts of letters used as they stand, in the weeks and periods of a dated run.

As in a comparison: now is the letter's amount, and elsewhere the change from now that is worked
out is applied to it, never below nothing. What stops by rule stops. Amounts for an old home end
with it.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np

from benefits_calc.analysis.dated_records import DatedMessage
from benefits_calc.analysis.locked import UNIVERSAL_CREDIT, Lock, is_locked, locks_of
from benefits_calc.case import Case
from benefits_calc.case.benefits_now import BenefitLine, BenefitsNow
from benefits_calc.case.moving import moves_of
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.conversions import WEEKS_PER_MONTH, per_week
from benefits_calc.engine.dated.award import Awards
from benefits_calc.engine.dated.award_facts import facts_place
from benefits_calc.engine.dated.cycles import Cycle, Settled
from benefits_calc.engine.dated.local import Local
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.state import States
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import now
from benefits_calc.engine.results import results_of, unknown_lines

HALF_A_PENNY = 0.005
LOCAL_LINES = {
    "housing_benefit": "housing_benefit_by_row",
    "council_tax_reduction": "council_tax_reduction",
    "scottish_child_payment": "scottish_child_payment",
}


@dataclass(frozen=True)
class Letters:
    """Every letter to be used.

    Attributes:
        used: Those that take the place of a figure.
        not_used: Those for which the facts give nothing.
    """

    used: tuple[Lock, ...]
    not_used: tuple[Lock, ...]


def letters_of(case: Case) -> Letters:
    """The letters that the case says to use, with the figures of now in a usual month."""
    if case.benefits_now is None or not any(is_locked(case, name) for name in _named()):
        return Letters((), ())
    outcome = evaluate(case, now(claims_universal_credit=case.universal_credit_claimed))
    locks = locks_of(results_of(outcome, unknown_lines(outcome)))
    return Letters(
        tuple(lock for lock in locks if lock.applies),
        tuple(lock for lock in locks if not lock.applies and lock.letter > 0),
    )


def _named() -> tuple[str, ...]:
    return tuple(BenefitsNow.model_fields)


def with_letters(dated: Dated, letters: Letters) -> Dated:
    """The simulation with the letters' amounts of weekly benefits and Universal Credit."""
    if not letters.used:
        return dated
    family = dict(dated.weeks.family)
    week = _week_of_today(dated)
    for lock in letters.used:
        if lock.line in family:
            amounts = family[lock.line]
            family[lock.line] = _moved(lock, amounts, _letter_per_week(dated.case, lock), week)
    changed = replace(dated, weeks=replace(dated.weeks, family=family))
    award = next((lock for lock in letters.used if lock.name == UNIVERSAL_CREDIT), None)
    if award is None:
        return changed
    manual = _settled(dated, dated.manual, award)
    same = dated.automatic is dated.manual
    automatic = manual if same else _settled(dated, dated.automatic, award)
    return replace(changed, manual=manual, automatic=automatic)


def local_with_letters(dated: Dated, letters: Letters, local: Local) -> Local:
    """What the council and Social Security Scotland pay, with the letters' amounts."""
    week = _week_of_today(dated)
    first_move = min((event.on for event in moves_of(dated.case)), default=date.max)
    of_home = np.zeros(len(local.housing_benefit_by_row), dtype=bool)
    of_home[: len(local.rows.weeks)] = local.rows.weeks < np.datetime64(first_move)
    changes: dict[str, Any] = {}
    for lock in letters.used:
        name = LOCAL_LINES.get(lock.line)
        if name is None:
            continue
        amounts: Floats = getattr(local, name)
        moved = _moved(lock, amounts, _letter_per_week(dated.case, lock), week)
        rows = of_home[: len(amounts), np.newaxis]
        everywhere = lock.line == "scottish_child_payment"
        changes[name] = moved if everywhere else np.where(rows, moved, amounts)
    return replace(local, **changes) if changes else local


def letters_said(letters: Letters) -> tuple[DatedMessage, ...]:
    """What to say of them."""
    return tuple(
        DatedMessage(
            "locked_amount", {"line": lock.name, "letter": lock.letter, "figure": lock.figure}
        )
        for lock in letters.used
    ) + tuple(
        DatedMessage("locked_not_used", {"line": lock.name, "letter": lock.letter}, "unknown")
        for lock in letters.not_used
    )


def _week_of_today(dated: Dated) -> int:
    today = np.datetime64(dated.case.as_at)
    return int(np.searchsorted(dated.calendar.weeks, today, side="right")) - 1


def _letter_per_week(case: Case, lock: Lock) -> float:
    given: BenefitLine = getattr(case.benefits_now, lock.name)
    return per_week(given.amount, given.per)


def _moved(lock: Lock, amounts: Floats, letter: float, place: int) -> Floats:
    """Amounts by week with the letter's in the week of now, as things are."""
    others = round(lock.others / WEEKS_PER_MONTH, 2)
    figure = float(amounts[place, 0]) - others
    return _shifted(amounts, letter - figure, others)


def _shifted(amounts: Floats, change: float, others: float = 0.0) -> Floats:
    own = amounts - others
    moved = np.round(amounts + np.maximum(change, -own), 2)
    return np.where(own > HALF_A_PENNY, moved, amounts)


def _settled(dated: Dated, settled: Settled, lock: Lock) -> Settled:
    place = facts_place(dated.case, dated.calendar)
    figure = float(settled.awards.universal_credit[place, 0])
    if figure <= 0:
        return settled
    change = lock.letter - figure
    cycles = tuple(_cycle(cycle, change) for cycle in settled.cycles)
    awards = _awards(settled.awards, change)
    return replace(
        settled,
        awards=awards,
        states=_states(settled.states, settled.awards, awards),
        cycles=cycles,
    )


def _cycle(cycle: Cycle, change: float) -> Cycle:
    awards = _awards(cycle.awards, change)
    return replace(cycle, awards=awards, states=_states(cycle.states, cycle.awards, awards))


def _awards(awards: Awards, change: float) -> Awards:
    found = copy(awards)
    vars(found)["universal_credit"] = _shifted(awards.universal_credit, change)
    return found


def _states(states: States, before: Awards, after: Awards) -> States:
    """What is paid: of a period that is paid for in part, the same part."""
    full = before.universal_credit
    part = np.divide(states.award, full, out=np.zeros_like(full), where=full > 0)
    award = np.round(part * after.universal_credit, 2)
    kept = {each.name: getattr(states, each.name) for each in fields(States)}
    return States(**(kept | {"award": award, "deductions": np.minimum(states.deductions, award)}))
