"""Sentences about help with money, made from its records, and who can help with anything."""

from __future__ import annotations

from benefits_calc.analysis.dated_records import Help
from benefits_calc.analysis.money_help import earnings_limit
from benefits_calc.case import Case
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.page_catalogue import say


def money_help_sentence(item: Help, case: Case) -> str:
    """What the help is, its most, and whom to ask."""
    parts = [tell("money_help", item.code)]
    if item.most is not None:
        parts.append(tell("money_help", "most", most=f"£{item.most:,.0f}"))
    earned = earnings_limit(item.code, case)
    if earned is not None:
        parts.append(tell("money_help", "earned", earned=f"£{earned:,.0f}"))
    parts.append(tell("money_help", "ask", office=tell("offices", item.ask)))
    return " ".join(parts)


def who_can_help() -> tuple[str, ...]:
    """Whom to talk to, as on every page."""
    return say("help", "advice"), say("help", "samaritans")
