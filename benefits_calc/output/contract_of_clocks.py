"""Clocks and payments that run on, as JSON objects."""

from __future__ import annotations

from datetime import date
from typing import Any

from benefits_calc.analysis.run_ons import RunOn
from benefits_calc.engine.clocks import Clock
from benefits_calc.words.clocks import clock_sentence, run_on_sentence


def clock_object(clock: Clock, as_at: date) -> dict[str, Any]:
    """A clock, with the days it has left on the day of the comparison, that day included."""
    return {
        "what": clock.code,
        "who": clock.who,
        "ends_on": clock.ends_on.isoformat(),
        "days_left": (clock.ends_on - as_at).days + 1,
        "exact": clock.exact,
        "why": clock_sentence(clock),
        "rule": clock.reference,
        "certainty": clock.certainty,
    }


def run_on_object(run_on: RunOn) -> dict[str, Any]:
    """A payment that runs on."""
    return {
        "what": run_on.code,
        "line": run_on.line,
        "per_week": run_on.per_week,
        "then_per_week": run_on.then_per_week,
        "weeks": run_on.weeks,
        "starts_on": run_on.starts_on.isoformat() if run_on.starts_on else None,
        "ends_on": run_on.ends_on.isoformat() if run_on.ends_on else None,
        "why": run_on_sentence(run_on),
        "rule": run_on.reference,
        "certainty": run_on.certainty,
    }
