"""Whether what stops can be had again: how, within what time, until when, and how surely."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.time_limits import TimeLimits, Within

RULE, DWP, COUNCIL = "rule", "dwp_decision", "council"
LAW = "https://www.legislation.gov.uk/"
UC_REGULATIONS = f"{LAW}uksi/2013/376/regulation/"
ENTITLED_BEFORE = "pre_2026"


@dataclass(frozen=True)
class TimeLimit:
    """What comes back with a payment only within a time.

    Attributes:
        code: What it is: lcwra, protected_rate, lcw, transitional_element or
            mortgage_interest_loan.
        within: How long, and until when.
        certainty: rule, dwp_decision or council.
        reference: The law.
    """

    code: str
    within: Within
    certainty: str
    reference: str


@dataclass(frozen=True)
class Restoring:
    """How something that stops comes back.

    Attributes:
        can_be_restored: Whether it can.
        how: Code of the way, under which its words stand.
        within: Time limit; None where there is none.
        certainty: rule, dwp_decision or council.
        reference: The law.
        time_limits: What else comes back with it, each within its own time.
        days_to_claim: Days after a job ends in which to claim; None where that is not so.
    """

    can_be_restored: bool
    how: str
    within: Within | None
    certainty: str
    reference: str
    time_limits: tuple[TimeLimit, ...] = ()
    days_to_claim: int | None = None


def restoring(outcome: Outcome, code: str) -> Restoring | None:
    """How a payment, status or threshold that stops comes back; None where nothing is lost.

    Args:
        outcome: The run, for the facts of the case.
        code: A benefit's line, or the code of a status or threshold.
    """
    make = WAYS.get(code)
    return None if make is None else make(outcome, TimeLimits(outcome.case, outcome.dates))


def restored_once_below(code: str) -> Restoring | None:
    """For a gate that closes as pay rises: lower pay opens it, unless a decision has been made."""
    if code != "first_assessment_barred":
        return None
    return Restoring(True, "lower_pay_opens_the_gate", None, DWP, f"{UC_REGULATIONS}41")


def _universal_credit(outcome: Outcome, limits: TimeLimits) -> Restoring:
    return Restoring(
        True,
        "tried_again_by_itself",
        limits.tried_again(),
        DWP,
        f"{LAW}uksi/2013/380/regulation/32A",
        _with_universal_credit(outcome, limits),
        limits.days_to_claim_again(),
    )


def _with_universal_credit(outcome: Outcome, limits: TimeLimits) -> tuple[TimeLimit, ...]:
    """What an award that starts again within a time brings back with it."""
    case = outcome.case
    people = {0: case.claimant}
    if case.partner is not None and outcome.layout.partner is not None:
        people[outcome.layout.partner] = case.partner
    held = {person.work_capability for person in people.values()}
    found = []
    if "lcwra" in held:
        found.append(TimeLimit("lcwra", limits.lcwra_without_wait(), RULE, f"{UC_REGULATIONS}28"))
    for place, person in people.items():
        protected = person.work_capability == "lcwra" and bool(
            outcome.person("has_protected_lcwra_rate", place)[0]
        )
        if protected:
            # Reg 27A(2) may not serve those protected by Sch 5A, who were awaiting a decision.
            sure = RULE if person.health_element_basis == ENTITLED_BEFORE else DWP
            within = limits.protected_rate()
            found.append(TimeLimit("protected_rate", within, sure, f"{UC_REGULATIONS}27A"))
            break
    if outcome.unit("uc_lcw_element")[0] > 0:
        law = f"{LAW}uksi/2017/204/schedule/2"
        found.append(TimeLimit("lcw", limits.saved_lcw(), RULE, law))
    if outcome.unit("transitional_element")[0] > 0:
        law = f"{LAW}uksi/2014/1230/regulation/57"
        found.append(TimeLimit("transitional_element", limits.transitional_element(), DWP, law))
    if case.home.mortgage_interest_loan is not None:
        law = f"{LAW}uksi/2017/725/regulation/9"
        within = limits.mortgage_interest_loan()
        found.append(TimeLimit("mortgage_interest_loan", within, RULE, law))
    return tuple(found)


def _transitional_element(_: Outcome, limits: TimeLimits) -> Restoring:
    law = f"{LAW}uksi/2014/1230/regulation/57"
    return Restoring(True, "with_universal_credit", limits.transitional_element(), DWP, law)


def _mortgage_interest_loan(_: Outcome, limits: TimeLimits) -> Restoring:
    law = f"{LAW}uksi/2017/725/regulation/9"
    return Restoring(True, "with_universal_credit", limits.mortgage_interest_loan(), RULE, law)


def _new_style_esa(_: Outcome, limits: TimeLimits) -> Restoring:
    law = f"{LAW}uksi/2013/379/regulation/86"
    return Restoring(True, "linked_claim", limits.linked_esa(), DWP, law)


def _higher_rate_by_esa(_: Outcome, __: TimeLimits) -> Restoring:
    return Restoring(False, "not_once_esa_has_ended", None, RULE, f"{LAW}uksi/2026/113/schedule")


def _new_style_jsa(_: Outcome, limits: TimeLimits) -> Restoring:
    law = f"{LAW}uksi/2013/378/regulation/37"
    return Restoring(True, "linked_jsa_claim", limits.linked_jsa(), DWP, law)


def _carers_benefit(outcome: Outcome, _: TimeLimits) -> Restoring:
    scotland = outcome.case.nation == "scotland"
    law = f"{LAW}ssi/2023/302" if scotland else f"{LAW}uksi/1976/409/regulation/8"
    return Restoring(True, "claim_again_under_the_limit", None, RULE, law)


def _scottish_child_payment(_: Outcome, __: TimeLimits) -> Restoring:
    return Restoring(True, "claim_again_with_universal_credit", None, RULE, f"{LAW}ssi/2020/351")


def _housing_benefit(_: Outcome, __: TimeLimits) -> Restoring:
    law = f"{LAW}uksi/2006/213/regulation/83"
    return Restoring(True, "claim_from_the_council", None, COUNCIL, law)


def _council_tax_reduction(_: Outcome, __: TimeLimits) -> Restoring:
    law = f"{LAW}ukpga/1992/14/section/13A"
    return Restoring(True, "claim_from_the_council", None, COUNCIL, law)


Way = Callable[[Outcome, TimeLimits], Restoring]
WAYS: dict[str, Way] = {
    "universal_credit": _universal_credit,
    "transitional_element": _transitional_element,
    "mortgage_interest_loan": _mortgage_interest_loan,
    "new_style_esa": _new_style_esa,
    "higher_rate_by_esa": _higher_rate_by_esa,
    "new_style_jsa": _new_style_jsa,
    "carers_benefit": _carers_benefit,
    "carers_allowance": _carers_benefit,
    "carer_support_payment": _carers_benefit,
    "scottish_carer_supplement": _carers_benefit,
    "carer_additional_person_payment": _carers_benefit,
    "scottish_child_payment": _scottish_child_payment,
    "housing_benefit": _housing_benefit,
    "council_tax_reduction": _council_tax_reduction,
}
