"""Sentences made from result records, so that words and figures cannot drift apart."""

from __future__ import annotations

from benefits_calc.analysis.assumptions import Assumption, Gap
from benefits_calc.analysis.comparison import Comparison, CouldClaim
from benefits_calc.analysis.statuses import Status
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.words.catalogue import catalogue, label_of, phrase


def pounds(amount: float) -> str:
    """Pounds and pence."""
    sign = "-" if amount < 0 else ""
    return f"{sign}£{abs(amount):,.2f}"


def status_name(status: Status) -> str:
    """What a status is about."""
    named = catalogue()["statuses"].get(status.code, {}).get("name")
    return str(named) if named else label_of(status.code)


def status_why(status: Status) -> str:
    """Why it stays, changes, starts or stops."""
    own = catalogue()["statuses"].get(status.code, {})
    section = status.code if status.state in own else "payment"
    was = pounds(status.was_per_month) if status.was_per_month is not None else ""
    here = pounds(status.is_per_month) if status.is_per_month is not None else ""
    return phrase("statuses", f"{section}.{status.state}", was=was, **{"is": here})


def threshold_sentence(threshold: Threshold) -> str:
    """What happens at a threshold."""
    state = "starts" if threshold.starts else "stops"
    line = label_of(threshold.line) if threshold.line else ""
    return phrase("thresholds", f"{threshold.code}.{state}", line=line)


def assumption_sentence(assumption: Assumption) -> str:
    """What was taken as given."""
    return phrase("assumptions", assumption.code, **assumption.facts)


def gap_sentence(gap: Gap) -> str:
    """What is not in the figures."""
    label = label_of(gap.line) if gap.line else ""
    return phrase("gaps", gap.code, label=label, **gap.facts)


def could_claim_sentence(help_: CouldClaim) -> str:
    """Help that could be claimed and is not."""
    return phrase("could_claim", help_.line, amount=f"£{help_.per_month:,.0f}")


def warnings(comparison: Comparison) -> list[str]:
    """What to know beside the figures: the case's own messages, and pay below the minimum."""
    case = comparison.case
    found = [message.text for message in (*case.messages(), *case.notes())]
    short = max((p.minimum_wage_shortfall_per_hour for p in comparison.points), default=0.0)
    if short > 0:
        found.insert(0, phrase("warnings", "minimum_wage", shortfall=pounds(short)))
    return found
