"""The case as it stands on a day to come: its facts with every event up to that day.

Work, pay and sickness are not here: pay packets come from the scenario. An event that the facts
cannot hold is listed, never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from benefits_calc.case import Case
from benefits_calc.case.facts import When
from benefits_calc.case.moving import moved
from benefits_calc.case.person import DisabilityPayment, Person
from benefits_calc.case.plans import Event
from benefits_calc.engine.dated.birth import with_child_born
from benefits_calc.engine.dated.hospital import carers_stopped
from benefits_calc.engine.dated.periods import months_later
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.conversions import per_week

WAITING_MONTHS = "dwp.universal_credit.lcwra.waiting_months"
IN_PAY = ("change_of_hours", "change_of_pay", "sickness", "job_ends")
CAPABILITIES = ("lcwra", "lcw")
DISABILITY = ("pip", "adp")


def case_on(case: Case, day: date, *, for_week: bool = False) -> Case:
    """The case with the events up to and including `day` applied, as at that day.

    A change counts from the day it happens; which period or week it first counts in is decided
    by the day asked about (the end of an assessment period, the Monday of a benefit week).

    Args:
        case: The case.
        day: The day.
        for_week: Whether the day stands for the week that it begins: a child born on it was not
            there as the week began (SSCBA 1992 s.147(2)).
    """
    changed = case
    for event in events_in_order(case):
        if event.on > day:
            break
        if for_week and event.kind == "birth" and event.on == day:
            continue
        apply = APPLIED.get(event.kind)
        if apply is not None:
            changed = apply(changed, event, day)
    for who in carers_stopped(case, day):
        person = getattr(changed, who).model_copy(update={"carer": None})
        changed = changed.model_copy(update={who: person})
    return changed.model_copy(update={"as_at": day})


def events_in_order(case: Case) -> tuple[Event, ...]:
    """Events by day; on one day in the order of the file."""
    return tuple(sorted(case.events, key=lambda event: event.on))


def events_not_held(case: Case) -> tuple[Event, ...]:
    """Events whose facts do not say what changes, or that the rules cannot hold."""
    return tuple(event for event in case.events if not _is_held(event))


def _is_held(event: Event) -> bool:
    if event.kind in IN_PAY or event.kind == "birthday":
        return True
    if event.kind == "move":
        return event.home is not None
    if event.kind == "savings":
        return event.savings is not None
    if event.kind == "award_decided":
        return event.benefit in CAPABILITIES or _components(event) is not None
    if event.kind == "award_ends":
        return event.benefit in (*CAPABILITIES, *DISABILITY)
    return event.kind in APPLIED


def _savings(case: Case, event: Event, _day: date) -> Case:
    if event.savings is None:
        return case
    return case.model_copy(update={"savings": event.savings})


def _move(case: Case, event: Event, _day: date) -> Case:
    return moved(case, event)


def _decided(case: Case, event: Event, _day: date) -> Case:
    person = _person(case, event)
    if event.benefit in CAPABILITIES:
        first = min([event.on, *(when.first_day for when in _health_days(person))])
        found = {
            "work_capability": event.benefit,
            "work_capability_since": person.work_capability_since or When(first.isoformat()),
        }
        if event.benefit == "lcwra" and not _no_wait(person):
            # The element is paid from the period after three months from the first evidence.
            months = int(parameter_at(WAITING_MONTHS, event.on))
            found["health_element_from"] = When(months_later(first, months).isoformat())
        return _with_person(case, event, **found)
    parts = _components(event)
    if parts is None:
        return case
    return _with_person(
        case, event, **{str(event.benefit): DisabilityPayment.model_validate(parts)}
    )


def _ended(case: Case, event: Event, _day: date) -> Case:
    if event.benefit in CAPABILITIES:
        return _with_person(case, event, work_capability="none")
    if event.benefit in DISABILITY:
        return _with_person(case, event, **{str(event.benefit): None})
    return case


def _hospital(case: Case, event: Event, day: date) -> Case:
    if event.until is not None and day >= event.until:
        return _with_person(case, event, in_hospital_since=None)
    return _with_person(case, event, in_hospital_since=event.on)


APPLIED: dict[str, Callable[[Case, Event, date], Case]] = {
    "savings": _savings,
    "birth": with_child_born,
    "move": _move,
    "award_decided": _decided,
    "award_ends": _ended,
    "hospital": _hospital,
}


def _person(case: Case, event: Event) -> Person:
    """Whom an event of health happens to: the claimant where it names nobody."""
    return case.partner if event.who == "partner" and case.partner else case.claimant


def _with_person(case: Case, event: Event, **changes: Any) -> Case:
    person = _person(case, event)
    name = "partner" if person is case.partner else "claimant"
    return case.model_copy(update={name: person.model_copy(update=changes)})


def _no_wait(person: Person) -> bool:
    """No three months where a day is given already, for terminal illness, or after ESA (reg 28)."""
    esa = person.new_style_esa
    return (
        person.health_element_from is not None
        or person.health_element_basis == "terminal"
        or person.work_capability == "lcw"
        or (esa is not None and esa.group == "support")
    )


def _health_days(person: Person) -> list[When]:
    known = (person.awaiting_assessment_since, person.fit_note_from)
    return [when for when in known if when is not None]


def _components(event: Event) -> dict[str, str] | None:
    """The rates whose weekly sum is the amount decided; None where no two make it."""
    if event.benefit not in DISABILITY or event.amount is None:
        return None
    week = per_week(event.amount.amount, event.amount.per)
    folder = (
        "dwp.personal_independence_payment"
        if event.benefit == "pip"
        else "social_security_scotland.adult_disability_payment"
    )
    rates = ("standard", "enhanced")
    for living in ("none", *rates):
        for mobility in ("none", *rates):
            total = sum(
                parameter_at(f"{folder}.{part}_{rate}", event.on)
                for part, rate in (("daily_living", living), ("mobility", mobility))
                if rate != "none"
            )
            if total and round(total - week, 2) == 0:
                return {"daily_living": living, "mobility": mobility}
    return None
