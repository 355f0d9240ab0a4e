"""The exact pay at which something starts or stops as hours rise.

A half-hour grid brackets every flip of every switch (and every fall that no switch explains);
all brackets are then searched together, first by hundredths of an hour, then by pennies of pay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.analysis.restoring import Restoring, restored_once_below, restoring
from benefits_calc.analysis.search import CloseLook, Stretch
from benefits_calc.case import Case
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import PayDays, Points, in_job
from benefits_calc.engine.results import (
    COST_LINES,
    TAKEN_FROM_INCOME,
    TAKEN_FROM_PAY,
    Results,
    council_tax_known,
    reference_of_line,
    results_of,
)
from benefits_calc.engine.switches import ONLY_WITH_AN_AWARD, SWITCHES, readings

Floats = NDArray[np.float64]
SMALLEST_FALL_PER_MONTH = 1.0
MOST_PENNIES = 2000
FALL = "fall"
# Schemes with bands, or with a group for those not working, lower the reduction in steps.
STEP, STEPPED_LINE, STEP_CERTAINTY = "council_tax_step", "council_tax_reduction", "council"
UNSAID_STOPS = frozenset(s.code for s in SWITCHES if not s.said_when_it_stops)
# Help besides money explains no fall of what is left over.
NOT_MONEY = frozenset(s.code for s in SWITCHES if not s.moves_money)


# Limits on pay after tax, which the code on the payslip moves: the worker's variable that says
# whether pay is within the limit. Limits on hours are not moved by a code.
LIMITS_AFTER_TAX = {"carers_benefit": "is_within_carers_allowance_earnings_limit"}
PERMITTED = ("permitted_work_earnings_per_week", "permitted_work_higher_limit_per_week")


@dataclass(frozen=True)
class Threshold:
    """A line that hours or pay cross.

    Attributes:
        code: The switch; `council_tax_step` where council tax reduction falls by a step; or
            `fall` for a loss that nothing else explains.
        starts: Whether it starts at the line, or stops.
        hours_per_week: Smallest hundredth of an hour at which the new state holds.
        gross_per_pay_period: Pay at which it holds, to the penny, in the job's pay period.
        gross_per_month: The same as pounds a month.
        change_per_month: What is left over at the line less a penny (or a hundredth) below it;
            0 for help besides money, as what moves on the same penny has lines of its own.
        line: For a fall, the line of the results that moved most.
        reference: The law.
        certainty: rule, dwp_decision, council or unknown.
        permanent: Whether what is lost cannot be had back by falling below the line again.
        reversible: Whether what stops can be had again, how and until when; None where nothing
            is lost.
        tax_code: PAYE code with which a limit on pay after tax was worked out; None for a line
            that no tax moves.
    """

    code: str
    starts: bool
    hours_per_week: float
    gross_per_pay_period: float
    gross_per_month: float
    change_per_month: float
    line: str | None
    reference: str
    certainty: str
    permanent: bool
    reversible: Restoring | None = None
    tax_code: str | None = None

    @property
    def loss_per_month(self) -> float:
        """What is lost at the line, never below 0."""
        return max(-self.change_per_month, 0.0)


@dataclass(frozen=True)
class Bracket:
    """A stretch of the grid in which one switch flips, or left over or a stepped line falls."""

    code: str
    low_hours: float
    was_on: bool

    @property
    def stretch(self) -> Stretch:
        """The half hour, in a usual month."""
        return Stretch(PayDays.average, self.low_hours)


def brackets_in(results: Results, grid: slice) -> list[Bracket]:
    """Where switches flip between neighbouring points of a rising grid of rows."""
    hours = results.outcome.points.hours_per_week[grid]
    found = []
    explained = np.zeros(len(hours) - 1, dtype=bool)
    left_out = {item.line for item in results.unknown}
    for code, everywhere in readings(results.outcome).items():
        if code in left_out:
            continue
        on = everywhere[grid]
        flips = on[1:] != on[:-1]
        if code not in NOT_MONEY:
            explained |= flips
        found += [
            Bracket(code, float(hours[i]), bool(on[i]))
            for i in np.flatnonzero(flips)
            if not on[i] or code not in UNSAID_STOPS
        ]
    known = council_tax_known(results.outcome)[grid]
    falls = (np.diff(results.left_over[grid]) < -SMALLEST_FALL_PER_MONTH) & ~explained
    falls &= (known[1:] == known[:-1]) | (STEPPED_LINE in left_out)
    found += [Bracket(FALL, float(hours[i]), was_on=False) for i in np.flatnonzero(falls)]
    if STEPPED_LINE in results.lines:
        lower = np.diff(results.lines[STEPPED_LINE][grid]) < -SMALLEST_FALL_PER_MONTH
        lower &= known[1:]
        found += [Bracket(STEP, float(hours[i]), was_on=False) for i in np.flatnonzero(lower)]
    return found


def thresholds(
    case: Case, brackets: list[Bracket], look: CloseLook | None
) -> tuple[Threshold, ...]:
    """Every threshold of a case, by rising hours.

    Args:
        case: The case, with a job.
        brackets: Where something flips or falls.
        look: A closer look that holds the stretch of every bracket.
    """
    if look is None or not brackets:
        return ()
    fine = look.results[PayDays.average]
    flips = [_first_flip(fine, bracket, look.rows[bracket.stretch]) for bracket in brackets]
    real = [i for i, b in enumerate(brackets) if b.code != STEP or _is_step(fine, flips[i])]
    if not real:
        return ()
    exact = _to_the_penny(case, fine, [brackets[i] for i in real], [flips[i] for i in real])
    found = _said_once([t for t in exact if t is not None])
    return tuple(sorted(found, key=lambda t: (t.gross_per_pay_period, t.hours_per_week)))


def _is_step(results: Results, row: int) -> bool:
    """Whether the stepped line falls within a hundredth of an hour by more than a taper does."""
    line = results.lines[STEPPED_LINE]
    return bool(line[row] - line[row - 1] < -SMALLEST_FALL_PER_MONTH)


def _said_once(found: list[Threshold]) -> list[Threshold]:
    """Without a step that is the end of the line, and a fall that is a step."""
    ends = {t.gross_per_pay_period for t in found if t.code == STEPPED_LINE}
    steps = {t.gross_per_pay_period for t in found if t.code == STEP}
    return [
        t
        for t in found
        if not (t.code == STEP and t.gross_per_pay_period in ends)
        and not (t.code == FALL and t.gross_per_pay_period in steps)
    ]


def _first_flip(results: Results, bracket: Bracket, rows: slice) -> int:
    """Row at which the new state first holds."""
    return int(rows.start) + 1 + int(np.argmax(_flipped(results, bracket, rows)[1:]))


def _flipped(results: Results, bracket: Bracket, rows: slice) -> NDArray[np.bool_]:
    if bracket.code in (FALL, STEP):
        falls = results.left_over if bracket.code == FALL else results.lines[STEPPED_LINE]
        change = np.diff(falls[rows], prepend=falls[rows][0])
        return np.asarray(change == change.min(), dtype=bool)
    (switch,) = (switch for switch in SWITCHES if switch.code == bracket.code)
    on = readings(results.outcome, (switch,))[switch.code][rows]
    return np.asarray(on != bracket.was_on, dtype=bool)


def _to_the_penny(
    case: Case, fine: Results, brackets: list[Bracket], flips: list[int]
) -> list[Threshold | None]:
    """Search the last hundredth of an hour of every bracket by pennies of pay, in one run."""
    pay = fine.outcome.payroll.offer["contractual_pay_per_pay_period"]
    hours = fine.outcome.points.hours_per_week
    probes_hours, probes_extra, spans = [], [], []
    for row in flips:
        pennies = round(float(pay[row] - pay[row - 1]) * 100)
        pennies = min(max(pennies, 1), MOST_PENNIES)
        spans.append(pennies + 1)
        probes_hours += [hours[row - 1]] + [hours[row]] * pennies
        probes_extra += [0.0] + [-(pennies - 1 - k) / 100.0 for k in range(pennies)]
    points: Points = in_job(
        np.array(probes_hours),
        claims_universal_credit=case.universal_credit_claimed,
        extra_pay_per_pay_period=np.array(probes_extra),
    )
    exact = results_of(evaluate(case, points), fine.unknown)
    found, start = [], 0
    for bracket, row, span in zip(brackets, flips, spans, strict=True):
        rows = slice(start, start + span)
        found.append(_threshold(exact, bracket, _first_flip(exact, bracket, rows), hours[row]))
        start += span
    return found


def _threshold(results: Results, bracket: Bracket, row: int, hours: float) -> Threshold | None:
    switch = next((s for s in SWITCHES if s.code == bracket.code), None)
    offer = results.outcome.payroll.offer["contractual_pay_per_pay_period"]
    starts = not bracket.was_on
    line = None
    if switch is None:
        line = STEPPED_LINE if bracket.code == STEP else _line_that_moved(results, row)
    if bracket.code == STEPPED_LINE and not _both_known(results, row):
        return None
    if bracket.code in ONLY_WITH_AN_AWARD and results.lines["universal_credit"][row] == 0:
        return None
    return Threshold(
        code=bracket.code,
        starts=starts,
        hours_per_week=float(hours),
        gross_per_pay_period=float(offer[row]),
        gross_per_month=float(results.lines["gross_pay"][row]),
        change_per_month=0.0 if bracket.code in NOT_MONEY else _change(results, row),
        line=line,
        reference=switch.reference if switch else reference_of_line(line or ""),
        certainty=switch.certainty if switch else _certainty(bracket.code),
        permanent=bool(switch and switch.permanent_when_lost and not starts),
        reversible=(
            restored_once_below(bracket.code)
            if starts
            else restoring(results.outcome, bracket.code)
        ),
        # The code of the penny below: past the line it may be another.
        tax_code=(
            results.outcome.payroll.offer_tax_codes[row - 1]
            if _turns_on_tax(results, bracket.code, row)
            else None
        ),
    )


def _change(results: Results, row: int) -> float:
    """Left over at the row less a row before, without a reduction unknown at one of them."""
    change = float(results.left_over[row] - results.left_over[row - 1])
    if STEPPED_LINE in results.lines and not _both_known(results, row):
        line = results.lines[STEPPED_LINE]
        change -= float(line[row] - line[row - 1])
    return round(change, 2) + 0.0


def _turns_on_tax(results: Results, code: str, row: int) -> bool:
    """Whether pay after tax, and not hours, crosses a weekly limit at the row."""
    outcome = results.outcome
    if code == "new_style_esa":
        earned, limit = (outcome.person(name, outcome.worker)[row] for name in PERMITTED)
        return bool(earned > limit)
    if code not in LIMITS_AFTER_TAX:
        return False
    within = outcome.person(LIMITS_AFTER_TAX[code], outcome.worker)
    return bool(within[row - 1] != within[row])


def _both_known(results: Results, row: int) -> bool:
    """Whether council tax reduction is worked out at the row and at the one before it."""
    return bool(council_tax_known(results.outcome)[row - 1 : row + 1].all())


def _certainty(code: str) -> str:
    return STEP_CERTAINTY if code == STEP else "rule"


def _line_that_moved(results: Results, row: int) -> str:
    """The line whose move at the row took most away."""

    def effect(line: str) -> float:
        change = float(results.lines[line][row] - results.lines[line][row - 1])
        return -change if line in (*COST_LINES, *TAKEN_FROM_INCOME, *TAKEN_FROM_PAY) else change

    counted = [line for line in results.lines if line not in ("gross_pay", "net_pay")]
    return min(counted, key=effect)
