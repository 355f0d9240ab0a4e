"""Up to how many hours nothing stops, or nothing changes, over all strips together.

For the client's own pay cycle, and for an assessment period with the most pay days of it. The
hours are rounded down to a quarter of an hour, so that the line itself is never inside.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from benefits_calc.analysis.search import LARGEST_SEARCHED_HOURS
from benefits_calc.analysis.strips import HUNDREDTH, PAYMENT, STATES, Range, Strip
from benefits_calc.case import Case
from benefits_calc.engine.pay_days import pay_days_in_period
from benefits_calc.engine.points import PayDays

QUARTERS_PER_HOUR = 4
GONE = ("stopped",)
MOVED = ("lower", "higher", "stopped", "starts")
LESS = ("lower", "stopped")
UNIVERSAL_CREDIT, HOUSING_BENEFIT = "universal_credit", "housing_benefit"
WITH_HOUSING_BENEFIT = ("supported", "temporary")
# What no strip says anything of.
ALWAYS_LEFT_OUT = ("reviews", "take_home_pay", "passported_help")
GATE = "first_assessment_barred"


@dataclass(frozen=True)
class Limit:
    """How far something holds, from 0 hours on.

    Attributes:
        up_to_hours: Rounded down to a quarter of an hour; None where it does not hold at 0 hours.
        from_hours: The hundredth of an hour at which it first does not hold; None where it
            holds at every hour searched.
        set_by: Codes of the strips that end it there.
    """

    up_to_hours: float | None
    from_hours: float | None
    set_by: tuple[str, ...]


@dataclass(frozen=True)
class Limits:
    """One question, in a usual month and in the period with the most pay days."""

    usual_month: Limit
    worst_period: Limit


@dataclass(frozen=True)
class Overlap:
    """All strips together.

    Attributes:
        paid: The pay cycle it holds for.
        pay_days_usual: Pay days in most assessment periods.
        pay_days_most: The most that one period holds.
        searched_to_hours: The last hour looked at.
        nothing_stops: No payment in the list stops.
        nothing_changes: No amount in the list changes.
        full_housing_benefit: Universal Credit goes on, and with it full Housing Benefit; None
            where there is not both now in a supported or temporary home.
        leaves_out: What the list leaves out: codes, or the lines that could not be worked out.
    """

    paid: str
    pay_days_usual: int
    pay_days_most: int
    searched_to_hours: float
    nothing_stops: Limits
    nothing_changes: Limits
    full_housing_benefit: Limits | None
    leaves_out: tuple[str, ...]


def overlap_of(case: Case, strips: tuple[Strip, ...]) -> Overlap:
    """Read how far nothing stops and nothing changes from the strips of a case with a job."""
    paid = case.job.paid if case.job is not None else ""
    payments = [strip for strip in strips if strip.kind == PAYMENT]
    unknown = [strip.code for strip in payments if _is_unknown(strip)]
    listed = [strip for strip in payments if strip.code not in unknown]
    return Overlap(
        paid=paid,
        pay_days_usual=pay_days_in_period(paid, PayDays.fewest),
        pay_days_most=pay_days_in_period(paid, PayDays.most),
        searched_to_hours=max(
            (strip.ranges[-1].to_hours for strip in strips), default=LARGEST_SEARCHED_HOURS
        ),
        nothing_stops=_limits(listed, GONE),
        nothing_changes=_limits(listed, MOVED),
        full_housing_benefit=_full_housing_benefit(case, listed),
        leaves_out=(*ALWAYS_LEFT_OUT, *_gates(strips), *unknown),
    )


def _is_unknown(strip: Strip) -> bool:
    return any(part.state == STATES[-1] for part in strip.ranges)


def _gates(strips: tuple[Strip, ...]) -> list[str]:
    """A gate that opens or closes with pay is no payment, and the list must say so."""
    return [strip.code for strip in strips if strip.code == GATE]


def _full_housing_benefit(case: Case, listed: list[Strip]) -> Limits | None:
    if case.home.tenure not in WITH_HOUSING_BENEFIT:
        return None
    both = [s for s in listed if s.code in (UNIVERSAL_CREDIT, HOUSING_BENEFIT)]
    paid_now = [s for s in both if s.ranges[0].state not in ("none", "starts")]
    if len(paid_now) < len((UNIVERSAL_CREDIT, HOUSING_BENEFIT)):
        return None
    ends = {UNIVERSAL_CREDIT: GONE, HOUSING_BENEFIT: LESS}
    return _lowest([_limits([strip], ends[strip.code]) for strip in both])


def _limits(strips: list[Strip], states: Collection[str]) -> Limits:
    usual = [(strip.code, strip.ranges) for strip in strips]
    worst = [(s.code, s.ranges if s.worst_ranges is None else s.worst_ranges) for s in strips]
    last = max((strip.ranges[-1].to_hours for strip in strips), default=LARGEST_SEARCHED_HOURS)
    in_usual = _limit(usual, states, last)
    # A usual month counts too: the lower of the two is what can be said of every month.
    return Limits(in_usual, _lower(in_usual, _limit(worst, states, last)))


def _limit(
    ranges: list[tuple[str, tuple[Range, ...]]], states: Collection[str], last: float
) -> Limit:
    first = {
        code: next((part.from_hours for part in found if part.state in states), math.inf)
        for code, found in ranges
    }
    lowest = min(first.values(), default=math.inf)
    if math.isinf(lowest):
        return Limit(_quarter(last), None, ())
    set_by = tuple(code for code, hours in first.items() if hours == lowest)
    up_to = None if lowest == 0 else _quarter(lowest - HUNDREDTH)
    return Limit(up_to, lowest, set_by)


def _quarter(hours: float) -> float:
    """Down to a quarter of an hour."""
    return math.floor(round(hours * QUARTERS_PER_HOUR, 6)) / QUARTERS_PER_HOUR


def _lower(one: Limit, other: Limit) -> Limit:
    if other.from_hours is None:
        return one
    if one.from_hours is None or other.from_hours < one.from_hours:
        return other
    return one


def _lowest(each: list[Limits]) -> Limits:
    found = each[0]
    for other in each[1:]:
        found = Limits(
            _lower(found.usual_month, other.usual_month),
            _lower(found.worst_period, other.worst_period),
        )
    return found
