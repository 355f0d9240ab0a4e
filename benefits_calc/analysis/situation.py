"""What is true of a case now and at the offered hours: the names that tasks and help depend on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from benefits_calc.analysis.dated_records import Line
from benefits_calc.analysis.dated_tasks import dated_flags, job_months
from benefits_calc.analysis.requirements import requirements
from benefits_calc.case import Case, CaseError
from benefits_calc.case.moving import gets_housing_benefit, moved, moves_of
from benefits_calc.case.person import Person
from benefits_calc.case.problems import not_given
from benefits_calc.engine.council_tax import is_liable
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job, now, together
from benefits_calc.engine.results import Results, results_of

NOW, OFFER = 0, 1
DISABILITY = ("pip", "adult_disability_payment", "disability_living_allowance")


@dataclass(frozen=True)
class Situation:
    """A case now and in the job at the offered hours.

    Attributes:
        case: The case, with a job.
        results: Row 0 as things are, row 1 in the job.
        flags: Everything that is true, by name.
        months: The months of the job; none where its first day is not given.
    """

    case: Case
    results: Results
    flags: frozenset[str]
    months: Line | None = None

    def holds(self, conditions: list[str]) -> bool:
        """Whether every condition is true; one that begins with "not " must be untrue."""
        return all(
            (name.removeprefix("not ") in self.flags) != name.startswith("not ")
            for name in conditions
        )

    @cached_property
    def carer(self) -> str:
        """Who of the couple has the carer's benefit."""
        carer = self.case.claimant.carer
        return "claimant" if carer and carer.carers_allowance else "partner"


def situation_of(case: Case) -> Situation:
    """Work out a case now and at the offered hours.

    Raises:
        CaseError: where there is no job, or no hours are given for it.
    """
    if case.job is None or case.job.hours_per_week is None:
        raise CaseError([not_given("job.hours_per_week", "give the job and its weekly hours")])
    claims = case.universal_credit_claimed
    offer = in_job(np.array([case.job.hours_per_week]), claims_universal_credit=claims)
    outcome = evaluate(case, together(now(claims_universal_credit=claims), offer))
    results = results_of(outcome)
    months = job_months(case)
    flags = {*_flags(case, results), *(dated_flags(case, months) if months else ())}
    return Situation(case, results, frozenset(flags), months)


def adults(case: Case) -> tuple[Person, ...]:
    """The claimant, and the partner if there is one."""
    return (case.claimant,) if case.partner is None else (case.claimant, case.partner)


def _flags(case: Case, results: Results) -> Iterator[str]:
    yield "always"
    yield case.nation
    yield from _of_benefits(case, results)
    yield from _of_work(case, results)
    yield from _of_home(case, results)
    yield from _of_health(case, results)
    if any(event.kind == "birth" for event in case.events):
        yield "birth"
        if not case.children:
            yield "first_child"
    yield from _of_moves(case)


def _of_benefits(case: Case, results: Results) -> Iterator[str]:
    paid = {line: (amounts[NOW] > 0, amounts[OFFER] > 0) for line, amounts in results.lines.items()}
    if case.universal_credit_claimed:
        yield "universal_credit"
        if paid["universal_credit"] == (True, False):
            yield "universal_credit_ends"
    for line in ("housing_benefit", "new_style_jsa", "carers_allowance", "carer_support_payment"):
        if paid[line][NOW]:
            yield line
    if paid["scottish_child_payment"][NOW]:
        yield "scottish_child_payment"
    if paid["tax_on_benefits"][OFFER]:
        yield "tax_on_benefits"
    letter = case.benefits_now.council_tax_reduction if case.benefits_now else None
    reduction = results.lines.get("council_tax_reduction")
    unknown = reduction is None and is_liable(case)
    if (letter and letter.amount) or unknown or (reduction is not None and reduction[NOW] > 0):
        yield "council_tax_help"
    yield from _of_esa(case, paid["new_style_esa"])


def _of_esa(case: Case, paid: tuple[bool, bool]) -> Iterator[str]:
    esa = case.worker.new_style_esa
    if esa is None or not paid[NOW]:
        return
    yield "new_style_esa"
    yield "permitted_work" if paid[OFFER] else "esa_ends"
    if esa.group == "support" and not case.universal_credit_claimed:
        yield "protected_rate_by_esa"


def _of_work(case: Case, results: Results) -> Iterator[str]:
    offer = results.outcome.payroll.offer
    if bool(offer["is_enrolled_in_workplace_pension"][OFFER]):
        yield "workplace_pension"
    if any(child.childcare is not None for child in case.children):
        yield "childcare"
    yield from case.circumstances
    if case.universal_credit_claimed:
        yield requirements(results.outcome, NOW)


def _of_home(case: Case, results: Results) -> Iterator[str]:
    home = case.home
    award = case.benefits_now.universal_credit if case.benefits_now else None
    if home.tenure in ("supported", "temporary"):
        yield f"{home.tenure}_home"
    if award is not None and award.rent_to_landlord:
        yield "rent_to_landlord"
    if home.tenure == "with_family" or home.host is not None:
        yield "family_claim"
    if home.mortgage_interest_loan is not None:
        yield "mortgage_interest_loan"
    if any(part.kind == "benefit_arrears" and part.received for part in case.savings_ignored):
        yield "arrears_left_out"
    if results.lines["care_charge"][NOW] > 0:
        yield "care_charge"


def _of_moves(case: Case) -> Iterator[str]:
    """The first move to come."""
    coming = next((event for event in moves_of(case) if event.on >= (case.as_at or event.on)), None)
    if coming is None:
        return
    after = moved(case, coming)
    yield "moves"
    if after.home.rented:
        yield "moves_to_rent"
    if gets_housing_benefit(after):
        yield "move_starts_housing_benefit"
    elif gets_housing_benefit(case):
        yield "move_ends_housing_benefit"


def _of_health(case: Case, results: Results) -> Iterator[str]:
    people = adults(case)
    for line in DISABILITY:
        if results.lines[line][NOW] > 0:
            yield line
    charges = [person.care_charge for person in people if person.care_charge]
    if any(charge.section_117 == "yes" for charge in charges):
        yield "section_117"
    if case.worker.work_capability == "awaiting_assessment":
        yield "awaiting_assessment"
    if any(person.pending for person in people):
        yield "pending_decision"
    ill = case.worker.work_capability != "none" or case.worker.new_style_esa is not None
    if ill or any(results.lines[line][NOW] > 0 for line in DISABILITY):
        yield "health_condition"
