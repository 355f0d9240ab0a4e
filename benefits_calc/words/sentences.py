"""Sentences made from result records, so that words and figures cannot drift apart."""

from __future__ import annotations

from benefits_calc.analysis.assumptions import Assumption, Gap
from benefits_calc.analysis.comparison import Comparison
from benefits_calc.analysis.could_claim import CouldClaim
from benefits_calc.analysis.statuses import CHANGES, Status
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.case.titles import title_at
from benefits_calc.engine.conversions import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from benefits_calc.words.catalogue import catalogue, label_of, phrase
from benefits_calc.words.help_words import help_name
from benefits_calc.words.money import pence
from benefits_calc.words.questions import taken_for
from benefits_calc.words.real_periods import worst_period_sentences
from benefits_calc.words.restoring import how_sentence, way_back


def status_name(status: Status) -> str:
    """What a status is about."""
    named = catalogue()["statuses"].get(status.code, {}).get("name")
    return str(named) if named else label_of(status.code)


def status_why(status: Status, *, weekly: bool = False) -> str:
    """Why it stays, changes, starts or stops, and the way back; amounts a month, or a week."""
    own = catalogue()["statuses"].get(status.code, {})
    section = status.code if status.state in own else "payment"
    was, here = status.was_per_month, status.is_per_month
    state = status.state
    if state == CHANGES and was is not None and here is not None and here > was:
        section, state = "payment", "rises"
    amounts = {
        "was": "" if was is None else pence(_per(was, weekly=weekly)),
        "is": "" if here is None else pence(_per(here, weekly=weekly)),
        "period": phrase("periods", "week" if weekly else "month"),
    }
    why = phrase("statuses", f"{section}.{state}", **amounts)
    return " ".join([why, *way_back(status.reversible)])


def _per(per_month: float, *, weekly: bool) -> float:
    return per_month * MONTHS_PER_YEAR / WEEKS_PER_YEAR if weekly else per_month


def threshold_sentence(threshold: Threshold) -> str:
    """What happens at a threshold, with which tax code, and how what stops can be had again."""
    back = [] if threshold.reversible is None else [how_sentence(threshold.reversible)]
    code = threshold.tax_code
    taxed = [] if code is None else [phrase("table", "tax_code", code=code)]
    return " ".join([threshold_phrase(threshold), *taxed, *back])


def threshold_phrase(threshold: Threshold) -> str:
    """What happens at a threshold, alone."""
    state = "starts" if threshold.starts else "stops"
    line = label_of(threshold.line) if threshold.line else ""
    return phrase("thresholds", f"{threshold.code}.{state}", line=line)


def assumption_sentence(assumption: Assumption) -> str:
    """What was taken as given."""
    facts = dict(assumption.facts)
    if "path" in facts:
        path = facts["path"]
        return taken_for(path) or phrase("assumptions", assumption.code, name=title_at(path))
    if "who" in facts:
        facts["who"] = phrase("who", facts["who"])
    if "line" in facts:
        facts["line"] = label_of(facts["line"])
    return phrase("assumptions", assumption.code, **facts)


def gap_sentence(gap: Gap) -> str:
    """What is not in the figures."""
    facts = dict(gap.facts)
    if "help" in facts:
        facts["help"] = help_name(facts["help"])
    name = facts.pop("name", gap.line)
    return phrase("gaps", gap.code, label=label_of(name) if name else "", **facts)


def could_claim_sentence(help_: CouldClaim, *, weekly: bool = False) -> str:
    """Help that could be claimed and is not."""
    if help_.per_month is None:
        who = phrase("could_claim_who", "both" if len(help_.who) > 1 else help_.who[0])
        return phrase("could_claim_unknown", help_.line, who=who)
    if help_.per_month == 0:
        return phrase("could_claim_for_later", help_.line)
    amount = f"£{_per(help_.per_month, weekly=weekly):,.0f}"
    period = phrase("periods", "week" if weekly else "month")
    return phrase("could_claim", help_.line, amount=amount, period=period)


def could_claim_name(help_: CouldClaim) -> str:
    """What it is called."""
    named = catalogue()["could_claim_names"].get(help_.line)
    return str(named) if named else label_of(help_.line)


def warnings(comparison: Comparison) -> list[str]:
    """What to know beside the figures: the case's own messages, and pay below the minimum."""
    case = comparison.case
    found = [message.text for message in (*case.messages(), *case.notes())]
    short = max((p.minimum_wage_shortfall_per_hour for p in comparison.points), default=0.0)
    if short > 0:
        found.insert(0, phrase("warnings", "minimum_wage", shortfall=pence(short)))
    found += worst_period_sentences(comparison)
    if comparison.lines_not_confirmed:
        lines = ", ".join(label_of(line) for line in comparison.lines_not_confirmed)
        found.append(phrase("warnings", "not_confirmed", lines=lines))
    return found
