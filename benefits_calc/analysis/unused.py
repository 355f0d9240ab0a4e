"""Facts of the case format that change no figure of a comparison: said, never dropped."""

from __future__ import annotations

from collections.abc import Iterator

from benefits_calc.case import Case
from benefits_calc.case.facts import Facts
from benefits_calc.case.person import Person

_OF_AWARD = (
    "nil_since",
    "first_period_earned_income",
    "earned_above_threshold_at_start",
    "earnings_last_12_months_over_threshold",
    "paid",
    "rent_to_landlord",
)
_OF_JOB = (
    "ends",
    "pay_day",
    "first_pay_date",
    "first_pay_amount",
    "arrears_weeks",
    "pay_this_tax_year",
    "tax_this_tax_year",
)


def facts_not_used(case: Case) -> tuple[str, ...]:
    """Titles of the facts that were given and change no figure, each once, in order."""
    return tuple(dict.fromkeys(_found(case)))


def _found(case: Case) -> Iterator[str]:
    for person in (case.claimant, case.partner):
        if person is not None:
            yield from _of_person(person)
    yield from _given(case.home, "temporary_kind", "shared")
    yield from _given(case.home.mortgage, "balance")
    for part in case.savings_ignored:
        yield from _given(part, "received")
    yield from _given(case.benefits_now.universal_credit if case.benefits_now else None, *_OF_AWARD)
    yield from _given(case.job, *_OF_JOB)
    yield from _given(case.choices, "uc_reclaim_mode", "reallocate_double_pay")


def _of_person(person: Person) -> Iterator[str]:
    yield from _given(person, "lcwra_reason", "next_review")
    yield from _given(person.new_style_jsa, "since")
    for cared_for in person.carer.people if person.carer else ():
        yield from _given(cared_for, "in_this_home")
    yield from _given(person.student, "parental_contribution", "summer_break_to")
    for job in person.jobs:
        yield from _given(job, *_OF_JOB, "supported_permitted_work")
    yield from _given(person.self_employment, "started")


def _given(part: Facts | None, *names: str) -> Iterator[str]:
    """Titles of those that are stated as other than what is taken without them."""
    if part is None:
        return
    for name in names:
        field = type(part).model_fields[name]
        if part.given(name) and getattr(part, name) != field.default:
            yield str(field.title)
