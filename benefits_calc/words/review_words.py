"""Sentences of the panel about health reviews, made from its records."""

from __future__ import annotations

from benefits_calc.analysis.reassessment import FirstAssessment, ReviewLine, ReviewNote
from benefits_calc.words.money import pence
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.times import day, hours_and_minutes


def question(line: ReviewLine) -> str:
    """What is asked."""
    return tell("reviews", f"questions.{line.question}")


def answer(benefit: str, line: ReviewLine) -> str:
    """The answer, with how sure the day of a new rule is."""
    text = tell("reviews", f"{benefit}.{line.question}_{line.answer}")
    if line.in_force is None or not line.one_secondary_source:
        return text
    return f"{text} {tell('reviews', 'in_force', date=day(line.in_force))}"


def note(item: ReviewNote) -> str:
    """Something more to know."""
    return tell("reviews", f"notes.{item.code}", **item.facts)


def first_assessment(gate: FirstAssessment) -> list[str]:
    """The line before a first assessment, and what hangs on it."""
    if gate.exempt:
        found = [tell("reviews", "first_assessment.exempt")]
    else:
        code = "barred" if gate.barred_at_offer else "below"
        facts = {"offer": pence(gate.offer_gross_per_month), "line": pence(gate.gross_per_month)}
        found = [tell("reviews", f"first_assessment.{code}", **facts)]
        if gate.barred_from_hours is not None:
            hours = hours_and_minutes(gate.barred_from_hours)
            found.append(tell("reviews", "first_assessment.hours", hours=hours))
    found.append(
        tell(
            "reviews",
            "first_assessment.at_stake",
            found=pence(gate.element_if_found),
            allowance=pence(gate.work_allowance_if_found),
        )
    )
    if gate.element_if_wait_broken < gate.element_if_found:
        broken = pence(gate.element_if_wait_broken)
        found.append(tell("reviews", "first_assessment.broken", broken=broken))
    if gate.barred_at_offer:
        found.append(tell("reviews", "first_assessment.choice"))
    return found
