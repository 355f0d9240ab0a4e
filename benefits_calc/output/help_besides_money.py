"""Help besides money in the JSON contract and as text for a terminal."""

from __future__ import annotations

import textwrap
from dataclasses import asdict
from typing import Any

from benefits_calc.analysis.comparison import Point
from benefits_calc.analysis.help_besides_money import HelpLine, HelpStatus
from benefits_calc.words.help_words import help_change, help_name, help_phrase, help_state, help_why

TEXT_WIDTH = 100
# What the job changes comes first, and what it leaves alone last.
ORDER = ("lost", "varies", "gained", "kept", "not_affected", "open")
SAID_IN_FULL = ("lost", "varies", "gained")


def help_object(status: HelpStatus) -> dict[str, Any]:
    """One item at a point, as results format 1 has it."""
    value = None
    if status.value_pounds is not None:
        value = {"pounds": status.value_pounds, "per": status.value_per, "is": status.value_is}
    return {
        "what": status.code,
        "name": help_name(status.code),
        "state": status.state,
        "why": help_why(status),
        "trigger": status.trigger,
        "value": value,
        "pay_test": None if status.pay_test is None else asdict(status.pay_test),
        "starts_at": _line(status.starts_at),
        "ends_at": _line(status.ends_at),
        "not_every_month_from": _line(status.not_every_month_from),
        "asks": list(status.asks),
        "certainty": status.certainty,
        "verified": status.verified,
        "reference": status.reference,
    }


def _line(line: HelpLine | None) -> dict[str, float] | None:
    return None if line is None else asdict(line)


def help_text(point: Point) -> str:
    """The items at a point: in full what changes, by name what stays."""
    # What a case does not ask about comes after what its facts decide.
    statuses = sorted(point.help, key=lambda s: (ORDER.index(s.state), bool(s.asks)))
    full = [_full(status) for status in statuses if status.state in SAID_IN_FULL]
    rest: dict[str, list[str]] = {}
    for status in statuses:
        if status.state not in SAID_IN_FULL:
            rest.setdefault(help_state(status), []).append(help_name(status.code))
    full += [f"{state}: {'; '.join(names)}." for state, names in rest.items()]
    if not full:
        return ""
    hours = f"{point.hours_per_week or 0.0:g}"
    heading = help_phrase("table", "heading", hours=hours)
    note = textwrap.fill(help_phrase("table", "note"), TEXT_WIDTH)
    return "\n".join([heading, note, *map(_bullet, full)])


def _full(status: HelpStatus) -> str:
    return f"{help_name(status.code)}: {help_state(status)}. {help_change(status)}"


def _bullet(text: str) -> str:
    return textwrap.fill(
        text,
        TEXT_WIDTH,
        initial_indent="- ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
