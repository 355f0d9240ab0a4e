"""Strips and what they say together, as parts of results format 1."""

from __future__ import annotations

from typing import Any

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.analysis.overlap import Limit, Limits, Overlap
from benefits_calc.analysis.strips import Range, Strip
from benefits_calc.words.strips import left_out_name, overlap_sentences, strip_sentence


def strip_object(strip: Strip) -> dict[str, Any]:
    """One strip."""
    worst = strip.worst_ranges
    return {
        "what": strip.code,
        "kind": strip.kind,
        "says": strip_sentence(strip),
        "ranges": [_range(part) for part in strip.ranges],
        "ranges_in_worst_period": None if worst is None else [_range(part) for part in worst],
        "certainty": strip.certainty,
        "rule": strip.reference,
    }


def overlap_object(comparison: Comparison) -> dict[str, Any] | None:
    """How far nothing stops and nothing changes; null where no search was asked for."""
    overlap = comparison.overlap
    if overlap is None:
        return None
    housing = overlap.full_housing_benefit
    return {
        "paid": overlap.paid,
        "pay_days_in_usual_period": overlap.pay_days_usual,
        "pay_days_in_worst_period": overlap.pay_days_most,
        "searched_to_hours": overlap.searched_to_hours,
        **_limits("nothing_stops", overlap.nothing_stops),
        **_limits("nothing_changes", overlap.nothing_changes),
        **_limits("full_housing_benefit", housing),
        "leaves_out": _left_out(overlap),
        "says": overlap_sentences(comparison.case, overlap, comparison.strips),
    }


def _range(part: Range) -> dict[str, Any]:
    return {
        "from_hours": part.from_hours,
        "to_hours": part.to_hours,
        "state": part.state,
        "from_per_month": part.from_per_month,
        "to_per_month": part.to_per_month,
    }


def _limits(name: str, limits: Limits | None) -> dict[str, Any]:
    """The hours that hold in every period of the pay cycle, then each kind of period."""
    if limits is None:
        return {f"{name}_up_to_hours": None, name: None}
    return {
        f"{name}_up_to_hours": limits.worst_period.up_to_hours,
        name: {
            "usual_month": _limit(limits.usual_month),
            "worst_period": _limit(limits.worst_period),
        },
    }


def _limit(limit: Limit) -> dict[str, Any]:
    return {
        "up_to_hours": limit.up_to_hours,
        "from_hours": limit.from_hours,
        "set_by": list(limit.set_by),
    }


def _left_out(overlap: Overlap) -> list[dict[str, str]]:
    return [{"what": code, "says": left_out_name(code)} for code in overlap.leaves_out]
