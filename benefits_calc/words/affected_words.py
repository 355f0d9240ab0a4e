"""Sentences about other people's claims, made from their records."""

from __future__ import annotations

from benefits_calc.analysis.affected import Affected
from benefits_calc.words.next_steps_catalogue import tell


def affected_sentence(item: Affected) -> str:
    """Whose claim it is, what can change, and what to do."""
    return tell("affected_people", item.code)
