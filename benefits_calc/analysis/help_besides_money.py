"""Help besides money at each point: what opens, stays open or ends, and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.help import EVERY_MONTH, HelpFound

OPEN, KEPT, VARIES, GAINED, LOST = "open", "kept", "varies", "gained", "lost"
NOT_AFFECTED = "not_affected"
# Triggers that neither hours nor pay ever touch.
UNTOUCHED = ("everybody", "disability_benefit", "health", "hardship", "income")


@dataclass(frozen=True)
class HelpLine:
    """Where an item opens or ends as hours rise.

    Attributes:
        hours_per_week: Smallest hundredth of an hour at which the new state holds.
        gross_per_pay_period: Pay at which it holds, to the penny.
    """

    hours_per_week: float
    gross_per_pay_period: float


@dataclass(frozen=True)
class HelpPayTest:
    """The limit on the pay of a Universal Credit month, and that pay at the point.

    Attributes:
        limit: Most that Universal Credit may count as pay, pounds.
        usual_month: Counted pay of a month with the usual number of pay days.
        month_with_extra_pay_day: The same of a month with the most pay days.
    """

    limit: float
    usual_month: float
    month_with_extra_pay_day: float


@dataclass(frozen=True)
class HelpStatus:
    """One item at one point.

    Attributes:
        code: Its name in the registry and the catalogue.
        state: open (at `now`), kept, varies, gained, lost or not_affected.
        trigger: What opens or ends it.
        value_pounds: What it is worth; None where that cannot be said.
        value_per: year, once, cold_week or loan.
        value_is: exact, about or up_to.
        verified: Whether its rule has been checked for the day.
        certainty: rule, dwp_decision, council, provider or unknown.
        asks: Facts that the case does not hold: it is said with "if".
        pay_test: The limit on pay behind it.
        starts_at: Where it opens as hours rise.
        ends_at: Where it ends.
        not_every_month_from: From where a month with an extra pay day does not open it.
        reference: The law, or the page of whoever gives it.
    """

    code: str
    state: str
    trigger: str
    value_pounds: float | None
    value_per: str | None
    value_is: str | None
    verified: bool
    certainty: str
    asks: tuple[str, ...]
    pay_test: HelpPayTest | None
    starts_at: HelpLine | None
    ends_at: HelpLine | None
    not_every_month_from: HelpLine | None
    reference: str


def help_statuses(
    outcome: Outcome,
    found: tuple[HelpFound, ...],
    lines: tuple[Threshold, ...],
    now_row: int,
    row: int | None,
) -> tuple[HelpStatus, ...]:
    """Every item that is open now or at the point, in the order of the registry.

    Args:
        outcome: The run.
        found: Its items, from `help_found`.
        lines: Thresholds of the comparison.
        now_row: Row of things as they are.
        row: Row of the point; None for things as they are.
    """
    return tuple(
        _status(outcome, item, lines, state, now_row if row is None else row)
        for item in found
        if (state := _state(item, now_row, row)) is not None
    )


def _state(found: HelpFound, now_row: int, row: int | None) -> str | None:
    """The state of an item at a point; None where it is open in neither."""
    here = now_row if row is None else row
    usual, most = bool(found.usual[here]), bool(found.most[here])
    was = bool(found.usual[now_row])
    if not (usual or most or was):
        return None
    if usual != most:
        return VARIES
    if row is None:
        return OPEN if usual else None
    if not usual:
        return LOST
    if not was:
        return GAINED
    return NOT_AFFECTED if found.item.trigger in UNTOUCHED else KEPT


def _status(
    outcome: Outcome, found: HelpFound, lines: tuple[Threshold, ...], state: str, row: int
) -> HelpStatus:
    item = found.item
    verified = item.is_verified_on(outcome.dates.as_at)
    pounds = None if found.pounds is None else float(found.pounds[row]) or None
    kind = item.value.kind if item.value and pounds is not None else None
    code = item.threshold or ""
    return HelpStatus(
        code=item.id,
        state=state,
        trigger=item.trigger,
        value_pounds=pounds,
        value_per=item.value.per if item.value and pounds is not None else None,
        value_is="about" if kind == "exact" and not verified else kind,
        verified=verified,
        certainty=item.certainty,
        asks=item.asks,
        pay_test=_pay_test(found, row),
        starts_at=_line(lines, code, starts=True),
        ends_at=_line(lines, code, starts=False),
        not_every_month_from=_line(lines, f"{code}{EVERY_MONTH}", starts=False),
        reference=item.reference,
    )


def _pay_test(found: HelpFound, row: int) -> HelpPayTest | None:
    test = found.pay_test
    if test is None or not np.isfinite(test.limit[row]):
        return None
    return HelpPayTest(float(test.limit[row]), float(test.usual[row]), float(test.most[row]))


def _line(lines: tuple[Threshold, ...], code: str, *, starts: bool) -> HelpLine | None:
    """The first line under a code at which it starts, or stops."""
    return next(
        (
            HelpLine(line.hours_per_week, line.gross_per_pay_period)
            for line in lines
            if line.code == code and line.starts == starts
        ),
        None,
    )
