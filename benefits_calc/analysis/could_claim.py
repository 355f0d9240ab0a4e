"""What the facts say a person could have now and does not claim."""

from __future__ import annotations

from dataclasses import dataclass

from benefits_calc.analysis.rows import Rows
from benefits_calc.case.person import Person
from benefits_calc.engine.council_tax import is_asked, is_liable
from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.results import Results, reference_of_line

WORKED_OUT = (
    "universal_credit",
    "council_tax_reduction",
    "housing_benefit",
    "child_benefit",
    "scottish_child_payment",
)
# Not lines of their own: what a doctor's certificate would save, and what nobody can work out.
SEVERE_MENTAL_IMPAIRMENT = "severe_mental_impairment_discount"
DISCOUNT_LAW = "https://www.legislation.gov.uk/ukpga/1992/14/schedule/1/paragraph/2"


@dataclass(frozen=True)
class CouldClaim:
    """Help that the facts allow, or suggest, and that is not claimed.

    Attributes:
        line: The line it would fill, or `severe_mental_impairment_discount`.
        per_month: About how much, pounds; None where it cannot be worked out.
        reference: The law.
        certainty: rule where the figures say so; otherwise who decides, as for a status.
        who: Whose it would be, where the facts suggest it of one adult or of both.
    """

    line: str
    per_month: float | None
    reference: str
    certainty: str = "rule"
    who: tuple[str, ...] = ("claimant",)


def could_claim(results: Results) -> tuple[CouldClaim, ...]:
    """What is not claimed now and the facts would give, were everything claimed."""
    now, everything = Rows.NOW, Rows.NOW_EVERYTHING_CLAIMED
    found = [
        CouldClaim(line, float(results.lines[line][everything]), reference_of_line(line))
        for line in WORKED_OUT
        if line in results.lines
        and results.lines[line][now] == 0
        and results.lines[line][everything] > 0
    ]
    found += _discount(results)
    found += _disability_benefit(results.outcome)
    found += _carers_benefit(results.outcome)
    return tuple(found)


def _discount(results: Results) -> list[CouldClaim]:
    """The council tax discount, or exemption, of somebody not certified who could be."""
    outcome = results.outcome
    case = outcome.case
    if not is_liable(case) and is_asked(case):
        return []
    people = [
        place
        for place, person in _adults(outcome)
        if not person.severe_mental_impairment_certified
        and bool(outcome.person("gets_benefit_for_severe_mental_impairment", place)[Rows.NOW])
    ]
    if not people or bool(outcome.household("is_exempt_from_council_tax")[Rows.NOW]):
        return []
    saving = _saving(results)
    if saving is not None:
        # Where reduction meets the whole bill now, a certificate saves nothing yet; it goes on
        # when reduction falls as pay rises.
        saving = max(saving, 0.0)
    return [CouldClaim(SEVERE_MENTAL_IMPAIRMENT, saving, DISCOUNT_LAW, "council")]


def _saving(results: Results) -> float | None:
    """Pounds a month that a certificate would save on the bill, less reduction lost with it.

    None where the bill is not known, or was given and is not saved whole.
    """
    outcome = results.outcome
    now, certified = Rows.NOW, Rows.NOW_CERTIFIED
    known = bool(outcome.unit("council_tax_bill_is_known")[now])
    if not known or "council_tax_reduction" not in results.lines or not is_liable(outcome.case):
        return None
    if not bool(outcome.household("is_council_tax_bill_given")[now]):
        return round(float(results.left_over[certified] - results.left_over[now]), 2)
    only = outcome.household("is_occupied_only_by_severely_mentally_impaired")[certified]
    if not bool(only):
        return None
    bill = float(results.lines["council_tax"][now])
    return round(bill - float(results.lines["council_tax_reduction"][now]), 2)


def _disability_benefit(outcome: Outcome) -> list[CouldClaim]:
    """PIP, or Adult Disability Payment, where a health finding suggests it."""
    line = "adult_disability_payment" if outcome.case.nation == "scotland" else "pip"
    suggested = tuple(
        "claimant" if place == 0 else "partner"
        for place, person in _adults(outcome)
        if _has_health_finding(person) and not _has_disability_benefit(person)
    )
    if not suggested:
        return []
    return [CouldClaim(line, None, reference_of_line(line), "dwp_decision", suggested)]


def _has_health_finding(person: Person) -> bool:
    return person.work_capability != "none" or person.new_style_esa is not None


def _has_disability_benefit(person: Person) -> bool:
    """Whether one is paid or waits for a decision."""
    waiting = any(pending.benefit in ("pip", "adp", "dla") for pending in person.pending)
    return bool(
        waiting
        or person.pip
        or person.adp
        or person.dla
        or person.attendance_allowance
        or person.armed_forces_independence_payment
    )


def _carers_benefit(outcome: Outcome) -> list[CouldClaim]:
    """A carer's benefit of somebody who cares for enough hours and does not claim it."""
    line = "carer_support_payment" if outcome.case.nation == "scotland" else "carers_allowance"
    suggested = any(
        person.carer is not None
        and not person.carer.carers_allowance
        and not person.carer.paid_for_it
        and bool(outcome.person("is_carer_for_universal_credit", place)[Rows.NOW])
        for place, person in _adults(outcome)
    )
    return [CouldClaim(line, None, reference_of_line(line), "dwp_decision")] if suggested else []


def _adults(outcome: Outcome) -> list[tuple[int, Person]]:
    people = [(0, outcome.case.claimant)]
    if outcome.case.partner is not None and outcome.layout.partner is not None:
        people.append((outcome.layout.partner, outcome.case.partner))
    return people
