"""Whether what stops can be had again, as a part of results format 1."""

from __future__ import annotations

from typing import Any

from benefits_calc.analysis.restoring import Restoring, TimeLimit
from benefits_calc.engine.time_limits import Within
from benefits_calc.words.restoring import how_sentence, time_limit_sentence


def reversible_object(found: Restoring | None) -> dict[str, Any] | None:
    """The way back; null where nothing is lost."""
    if found is None:
        return None
    return {
        "can_be_restored": found.can_be_restored,
        "until": until_of(found),
        "within": _within(found.within),
        "how": how_sentence(found),
        "how_code": found.how,
        "certainty": found.certainty,
        "reference": found.reference,
        "time_limits": [_time_limit(limit) for limit in found.time_limits],
    }


def until_of(found: Restoring | None) -> str | None:
    """The last day, where the case gives a day from which to count."""
    within = found.within if found is not None else None
    return within.until.isoformat() if within is not None and within.until is not None else None


def _within(within: Within | None) -> dict[str, int] | None:
    return None if within is None else {within.unit: within.amount}


def _time_limit(limit: TimeLimit) -> dict[str, Any]:
    within = limit.within
    return {
        "what": limit.code,
        "says": time_limit_sentence(limit),
        "within": _within(within),
        "counted_from": within.counted_from.isoformat() if within.counted_from else None,
        "until": within.until.isoformat() if within.until else None,
        "certainty": limit.certainty,
        "reference": limit.reference,
    }
