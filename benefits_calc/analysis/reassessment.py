"""What a job can mean for health reviews: three questions for each benefit, and the first one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.situation import DISABILITY, NOW, OFFER, Situation
from benefits_calc.case import Case
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job

REGULATION_41 = "https://www.legislation.gov.uk/uksi/2013/376/regulation/41"
SCHEDULE_9 = "https://www.legislation.gov.uk/uksi/2013/376/schedule/9"
GATE = "first_assessment_barred"


@dataclass(frozen=True)
class ReviewLine:
    """One answer about one benefit.

    Attributes:
        question: starts_review, planned_review or job_looked_at.
        answer: no, yes or not_known.
        certainty: rule, dwp_decision or unknown.
        reference: The law.
        in_force: First day of the rule, where it is new.
        one_secondary_source: Whether that day rests on one page that is not the law itself.
        last_checked: When the entry was last looked at.
    """

    question: str
    answer: str
    certainty: str
    reference: str
    in_force: date | None
    one_secondary_source: bool
    last_checked: date


@dataclass(frozen=True)
class ReviewNote:
    """Something more to know about the reviews of one benefit: a code and its facts."""

    code: str
    certainty: str
    reference: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class BenefitReviews:
    """The three answers about one benefit, and what else bears on them."""

    benefit: str
    lines: tuple[ReviewLine, ...]
    notes: tuple[ReviewNote, ...]


@dataclass(frozen=True)
class FirstAssessment:
    """The line in pay from which there is no first work capability assessment.

    Attributes:
        gross_per_month: Gross pay, pounds a month, from which there is none.
        offer_gross_per_month: Gross pay of the offer, pounds a month.
        barred_at_offer: Whether the offer reaches the line.
        exempt: Whether a disability benefit lets the assessment go ahead at any pay.
        barred_from_hours: Hours of the job a week at which the line is reached, if they are.
        waiting_since: First day of the wait, where the case gives it.
        element_if_found: LCWRA element, pounds a month, if found after this wait.
        element_if_wait_broken: The same if the wait began anew.
        work_allowance_if_found: Work allowance, pounds a month, if found.
        reference: The law.
    """

    gross_per_month: float
    offer_gross_per_month: float
    barred_at_offer: bool
    exempt: bool
    barred_from_hours: float | None
    waiting_since: date | None
    element_if_found: float
    element_if_wait_broken: float
    work_allowance_if_found: float
    reference: str = REGULATION_41


@dataclass(frozen=True)
class Reassessment:
    """What the job can mean for health reviews of the person who would do it."""

    benefits: tuple[BenefitReviews, ...]
    first_assessment: FirstAssessment | None
    last_checked: date


@cache
def review_data() -> tuple[dict[str, Any], ...]:
    """Every answer the program holds, as the data file has it."""
    text = (files("benefits_calc.analysis") / "data" / "reviews.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["line"])


def reassessment_in(situation: Situation) -> Reassessment:
    """The panel of a situation.

    Raises:
        CaseError: where the case's rates are not held.
    """
    return Reassessment(
        benefits=tuple(
            BenefitReviews(benefit, _lines(benefit, situation), _notes(benefit, situation))
            for benefit in _benefits(situation)
        ),
        first_assessment=_first_assessment(situation),
        last_checked=max(entry["checked"] for entry in review_data()),
    )


def _benefits(situation: Situation) -> Iterator[str]:
    """Benefits of the worker that rest on a view of health, or wait for one."""
    worker = situation.case.worker
    ill = worker.given("work_capability") or "health_condition" in situation.flags
    if "universal_credit" in situation.flags and ill:
        yield "universal_credit"
    if worker.new_style_esa is not None:
        yield "new_style_esa"
    place = situation.results.outcome.worker
    for line in DISABILITY:
        if bool(situation.results.outcome.person(line, place)[NOW] > 0):
            yield line


def _lines(benefit: str, situation: Situation) -> tuple[ReviewLine, ...]:
    job = situation.case.job
    starts = job.starts if job else None
    if benefit == "universal_credit" and not _has_or_awaits_a_finding(situation.case):
        return ()
    return tuple(_line(entry, starts) for entry in review_data() if entry["benefit"] == benefit)


def _has_or_awaits_a_finding(case: Case) -> bool:
    pending = any(item.benefit == "work_capability" for item in case.worker.pending)
    return case.worker.work_capability != "none" or pending


def _line(entry: dict[str, Any], starts: date | None) -> ReviewLine:
    since = entry.get("in_force")
    older = since is not None and starts is not None and starts < since
    return ReviewLine(
        question=entry["question"],
        answer=entry["before"] if older else entry["answer"],
        certainty="dwp_decision" if older else entry["certainty"],
        reference=entry["reference"],
        in_force=since,
        one_secondary_source=entry.get("one_secondary_source", False),
        last_checked=entry["checked"],
    )


def _notes(benefit: str, situation: Situation) -> tuple[ReviewNote, ...]:
    if benefit == "universal_credit":
        return tuple(_capability_notes(situation.case))
    if benefit == "adult_disability_payment":
        rule = "https://www.legislation.gov.uk/ssi/2022/54"
        return (ReviewNote("scotland_separate", "rule", rule),)
    return ()


def _capability_notes(case: Case) -> Iterator[ReviewNote]:
    worker = case.worker
    if worker.work_capability == "lcwra":
        reason = worker.lcwra_reason
        if reason != "descriptor":
            code = "reason_not_known" if reason == "unknown" else reason
            yield ReviewNote(code, "dwp_decision", SCHEDULE_9)
        if worker.health_element_basis == "severe":
            yield ReviewNote("severe_conditions", "rule", REGULATION_41)
    if worker.work_capability == "none":
        yield ReviewNote("found_fit", "rule", REGULATION_41)
    if worker.next_review is not None:
        facts = {"month": f"{worker.next_review.first_day:%B %Y}"}
        yield ReviewNote("next_review", "dwp_decision", REGULATION_41, facts)


def _first_assessment(situation: Situation) -> FirstAssessment | None:
    """The gate before a first assessment, for somebody who waits for one."""
    case, outcome = situation.case, situation.results.outcome
    if "awaiting_assessment" not in situation.flags or "universal_credit" not in situation.flags:
        return None
    place, worker = outcome.worker, case.worker
    exempt = bool(outcome.person("gets_disability_benefit", place)[OFFER])
    lines = () if exempt else compare(case, (0.0,)).thresholds
    hours = next((t.hours_per_week for t in lines if t.code == GATE and t.starts), None)
    since = worker.awaiting_assessment_since or worker.fit_note_from
    found, allowance = _if_found(case, keep_wait=True)
    broken, _ = _if_found(case, keep_wait=False)
    return FirstAssessment(
        gross_per_month=float(outcome.person("capability_assessment_earnings_gate", place)[OFFER]),
        offer_gross_per_month=float(outcome.person("employment_income", place)[OFFER]),
        barred_at_offer=bool(outcome.person("is_barred_from_first_assessment", place)[OFFER]),
        exempt=exempt,
        barred_from_hours=hours,
        waiting_since=since.first_day if since is not None else None,
        element_if_found=found,
        element_if_wait_broken=broken,
        work_allowance_if_found=allowance,
    )


def _if_found(case: Case, *, keep_wait: bool) -> tuple[float, float]:
    """LCWRA element and work allowance were the worker found LCWRA: the rules run again."""
    changes: dict[str, Any] = {"work_capability": "lcwra", "health_element": "automatic"}
    if not keep_wait:
        changes |= {"awaiting_assessment_since": None, "fit_note_from": None}
    worker = case.worker.model_copy(update=changes)
    who = "partner" if case.worker is case.partner else "claimant"
    found = case.model_copy(update={who: worker})
    claims = case.universal_credit_claimed
    outcome = evaluate(found, in_job(np.zeros(1), claims_universal_credit=claims))
    element = float(outcome.person("uc_lcwra_element_for_person", outcome.worker)[0])
    return element, float(outcome.unit("uc_work_allowance")[0])
