"""Sentences about letters and figures, made from their records."""

from __future__ import annotations

from benefits_calc.analysis.reasons import Reason
from benefits_calc.analysis.reconcile import Letter
from benefits_calc.case.benefits_now import BenefitsNow
from benefits_calc.words.catalogue import catalogue
from benefits_calc.words.money import pence
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.page_catalogue import say

PAID_BY = {"new_style_esa": "esa", "pip": "pip", "carers_allowance": "carers_unit"}


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


def what_to_do(letter: Letter, nation: str) -> list[str]:
    """What to do about a difference, and whom to ask; nothing where there is none."""
    if letter.agrees is not False or letter.difference_per_month is None:
        return []
    found = [] if letter.reasons else [tell("reconcile", "no_reason")]
    too_much = letter.difference_per_month > 0
    if letter.line == "universal_credit":
        ask = ["differ_too_much"] if too_much else ["differ_ask", "differ_wrong"]
        found += [say("help", code) for code in ask]
    else:
        office = tell("offices", office_of(letter.line, nation))
        ask = ["too_much"] if too_much else ["ask", "wrong"]
        found += [tell("reconcile", code, office=office) for code in ask]
    found.append(tell("reconcile", "kept" if letter.locked else "lock"))
    return found


def office_of(line: str, nation: str) -> str:
    """Code of the office that pays a benefit."""
    if line in ("housing_benefit", "council_tax_reduction"):
        return "council"
    if line in ("child_benefit", "guardians_allowance"):
        return "hmrc"
    if nation == "scotland" and line not in ("new_style_esa", "new_style_jsa", "state_pension"):
        return "social_security_scotland"
    return PAID_BY.get(line, "dwp")
