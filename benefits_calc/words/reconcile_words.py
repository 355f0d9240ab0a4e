"""Sentences about letters and figures, made from their records."""

from __future__ import annotations

from benefits_calc.analysis.reasons import Reason
from benefits_calc.analysis.reconcile import Letter
from benefits_calc.case.benefits_now import BenefitsNow
from benefits_calc.words.catalogue import catalogue
from benefits_calc.words.money import pence
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.page_catalogue import say


def letter_name(letter: Letter) -> str:
    """The benefit's name; as the case format has it where the results have no such line."""
    named = catalogue()["lines"].get(letter.line)
    return str(named or BenefitsNow.model_fields[letter.line].title)


def letter_sentence(letter: Letter) -> str:
    """How the letter and the figure stand to each other."""
    difference = letter.difference_per_month
    if difference is None:
        return tell("reconcile", "not_worked_out")
    if letter.agrees:
        return tell("reconcile", "agrees")
    code = "differs_more" if difference > 0 else "differs_less"
    return tell("reconcile", code, amount=pence(abs(difference)))


def reason_sentence(reason: Reason) -> str:
    """A likely reason, and how well it fits."""
    text = tell("reconcile", f"reasons.{reason.code}", **reason.facts)
    return f"{text} {tell('reconcile', reason.match)}"


def what_to_do(letter: Letter) -> list[str]:
    """What to do about a difference; nothing where there is none."""
    if letter.agrees is not False or letter.difference_per_month is None:
        return []
    found = [] if letter.reasons else [tell("reconcile", "no_reason")]
    if letter.difference_per_month > 0:
        found.append(say("help", "differ_too_much"))
    else:
        found += [say("help", "differ_ask"), say("help", "differ_wrong")]
    found.append(tell("reconcile", "kept" if letter.locked else "lock"))
    return found
