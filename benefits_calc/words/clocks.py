"""Sentences of clocks and of payments that run on."""

from __future__ import annotations

from benefits_calc.analysis.run_ons import RunOn
from benefits_calc.engine.clocks import Clock
from benefits_calc.words.catalogue import phrase
from benefits_calc.words.money import pence
from benefits_calc.words.times import day as in_words


def clock_sentence(clock: Clock) -> str:
    """What ends, and when."""
    kind = "exact" if clock.exact else "about"
    day = phrase("clocks", f"day.{kind}", day=in_words(clock.ends_on))
    whose = phrase("clocks", f"whose.{clock.who}")
    return phrase("clocks", f"sentences.{clock.code}", day=day, whose=whose)


def run_on_sentence(run_on: RunOn) -> str:
    """What runs on, until when, and what comes after."""
    when = "undated"
    if run_on.starts_on is not None and run_on.ends_on is not None:
        when = "dated"
    until = in_words(run_on.ends_on) if run_on.ends_on else ""
    facts = {
        "weeks": str(run_on.weeks),
        "until": until,
        "amount": pence(run_on.per_week),
        "then": pence(run_on.then_per_week),
    }
    sure = phrase("run_ons", f"{run_on.code}.{run_on.certainty}")
    return f"{phrase('run_ons', f'{run_on.code}.{when}', **facts)} {sure}"
