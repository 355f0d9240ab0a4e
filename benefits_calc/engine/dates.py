"""The dates that decide which rates a comparison reads, and the range in which they are held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from benefits_calc.case import Case, CaseError
from benefits_calc.case.problems import not_accepted
from benefits_calc.rules.assessment_periods import assessment_period_containing
from benefits_calc.rules.registry import verified_range


@dataclass(frozen=True)
class ComparisonDates:
    """Days on which rates are read.

    Attributes:
        as_at: Pay, tax, weekly benefits and everything else.
        assessment_period_start: First day of the assessment period containing `as_at`.
        assessment_period_end: Its last day.
        start_day_given: Whether the case says on which day assessment periods begin.
    """

    as_at: date
    assessment_period_start: date
    assessment_period_end: date
    start_day_given: bool


def comparison_dates(case: Case) -> ComparisonDates:
    """Find the assessment period that contains the day of the comparison.

    Raises:
        CaseError: where the case has no day, or its rates are not held for that day.
    """
    if case.as_at is None:
        raise CaseError([not_accepted("as_at", "nothing", "give a date such as 2026-12-01")])
    refuse_unchecked_day("as_at", case.as_at, tuple(programmes_needed(case)))
    award = case.benefits_now.universal_credit if case.benefits_now else None
    day = award.assessment_period_starts_on if award else None
    start, end = assessment_period_containing(case.as_at, day or case.as_at.day)
    return ComparisonDates(case.as_at, start, end, start_day_given=day is not None)


def programmes_needed(case: Case) -> set[str]:
    """Programmes besides wages and Universal Credit that the facts of a case call for."""
    people = [case.claimant] + ([case.partner] if case.partner else [])
    carers = any(person.carer and person.carer.carers_allowance for person in people)
    needed = {
        "new_style_esa": any(person.new_style_esa for person in people),
        "new_style_jsa": any(person.new_style_jsa for person in people),
        "carers_allowance": carers and case.nation != "scotland",
        "carer_support_payment": carers and case.nation == "scotland",
        "local_housing_allowance": case.home.tenure == "private_rent",
        "housing_benefit": case.home.tenure in ("supported", "temporary"),
        "scottish_child_payment": bool(
            case.benefits_now and case.benefits_now.scottish_child_payment
        ),
    }
    return {name for name, fact in needed.items() if fact}


def refuse_unchecked_day(field: str, day: date, programmes: tuple[str, ...] = ()) -> None:
    """Refuse a day whose rates have not been checked: the last known rates are never passed off.

    Raises:
        CaseError: naming the field, the day and the days that are held.
    """
    first, last = verified_range(programmes)
    if first <= day <= last:
        return
    accepted = (
        f"give a day from {first.isoformat()} to {last.isoformat()}, "
        "for which the rates have been checked"
    )
    raise CaseError([not_accepted(field, day, accepted)])
