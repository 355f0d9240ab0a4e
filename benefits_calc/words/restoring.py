"""Sentences of the way back: how what stops can be had again, and until when."""

from __future__ import annotations

from benefits_calc.analysis.restoring import Restoring, TimeLimit
from benefits_calc.engine.time_limits import Within
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.times import day


def how_sentence(found: Restoring) -> str:
    """How it comes back, with its time limit."""
    amount = "" if found.within is None else str(found.within.amount)
    days = "" if found.days_to_claim is None else str(found.days_to_claim)
    return _phrase("how", found.how, amount=amount, by=_by(found.within), days=days)


def time_limit_sentence(limit: TimeLimit) -> str:
    """What else comes back with it, and within what time."""
    within = _phrase("within", limit.within.unit, amount=str(limit.within.amount))
    return _phrase("time_limits", limit.code, within=within, by=_by(limit.within))


def way_back(found: Restoring | None) -> list[str]:
    """Every sentence of the way back; none where nothing is lost."""
    if found is None:
        return []
    return [how_sentence(found), *(time_limit_sentence(limit) for limit in found.time_limits)]


def _by(within: Within | None) -> str:
    if within is None or within.until is None:
        return _phrase("by", "none")
    return _phrase("by", "day", day=day(within.until))


def _phrase(group: str, code: str, /, **facts: str) -> str:
    return say(f"restoring.{group}", code, **facts)
