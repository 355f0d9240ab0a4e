"""What a job can mean for health reviews, as JSON and as text."""

from __future__ import annotations

from typing import Any

from benefits_calc.analysis.reassessment import BenefitReviews, FirstAssessment, Reassessment
from benefits_calc.output.text import wrapped
from benefits_calc.words import review_words
from benefits_calc.words.catalogue import label_of, phrase
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.times import day


def reassessment_object(panel: Reassessment) -> dict[str, Any]:
    """The panel, as format 1."""
    gate = panel.first_assessment
    return {
        "last_checked": panel.last_checked.isoformat(),
        "benefits": [_benefit(item) for item in panel.benefits],
        "first_assessment": None if gate is None else _gate(gate),
    }


def _benefit(item: BenefitReviews) -> dict[str, Any]:
    return {
        "benefit": item.benefit,
        "lines": [
            {
                "question": line.question,
                "answer": line.answer,
                "why": review_words.answer(item.benefit, line),
                "certainty": line.certainty,
                "rule": line.reference,
                "in_force": line.in_force.isoformat() if line.in_force else None,
                "one_secondary_source": line.one_secondary_source,
                "last_checked": line.last_checked.isoformat(),
            }
            for line in item.lines
        ],
        "notes": [
            {
                "code": note.code,
                "what": review_words.note(note),
                "certainty": note.certainty,
                "rule": note.reference,
            }
            for note in item.notes
        ],
    }


def _gate(gate: FirstAssessment) -> dict[str, Any]:
    return {
        "gross_per_month": gate.gross_per_month,
        "offer_gross_per_month": gate.offer_gross_per_month,
        "barred_at_offer": gate.barred_at_offer,
        "exempt": gate.exempt,
        "barred_from_hours": gate.barred_from_hours,
        "waiting_since": gate.waiting_since.isoformat() if gate.waiting_since else None,
        "element_if_found": gate.element_if_found,
        "element_if_wait_broken": gate.element_if_wait_broken,
        "work_allowance_if_found": gate.work_allowance_if_found,
        "what": review_words.first_assessment(gate),
        "rule": gate.reference,
    }


def reassessment_text(panel: Reassessment) -> list[str]:
    """The panel as paragraphs; none where nothing rests on a view of health."""
    parts = [_paragraph(item) for item in panel.benefits]
    if panel.first_assessment is not None:
        parts.append(wrapped(" ".join(review_words.first_assessment(panel.first_assessment))))
    if not parts:
        return []
    checked = tell("labels", "checked", date=day(panel.last_checked))
    return [f"{tell('reviews', 'heading')}. {checked}", *parts]


def _paragraph(item: BenefitReviews) -> str:
    rows = [wrapped(label_of(item.benefit))]
    for line in item.lines:
        sure = phrase("certainty", line.certainty)
        text = f"{review_words.question(line)} {review_words.answer(item.benefit, line)} {sure}"
        rows.append(wrapped(f"{text} {line.reference}", first=False))
    rows += [wrapped(review_words.note(note), first=False) for note in item.notes]
    return "\n".join(rows)
