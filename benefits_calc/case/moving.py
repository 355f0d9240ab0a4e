"""A household after a move: its home, who lives there, the council and the rental area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benefits_calc.case.model import Case
    from benefits_calc.case.plans import Event

HOUSING_BENEFIT_HOMES = ("supported", "temporary")


def moves_of(case: Case) -> tuple[Event, ...]:
    """Moves whose new home is given, by day."""
    moves = (event for event in case.events if event.kind == "move" and event.home is not None)
    return tuple(sorted(moves, key=lambda event: event.on))


def moved(case: Case, event: Event) -> Case:
    """The case in the new home; unchanged where the event does not say which home it is.

    Other adults come along unless the event lists those of the new home, or the old home was a
    family's or friend's. Amounts that a council pays for the old home say nothing of the new one.
    """
    if event.home is None:
        return case
    changes: dict[str, Any] = {"home": event.home}
    if event.council is not None:
        changes |= {"council": event.council, "region": None}
    if event.rental_area is not None:
        changes["rental_area"] = event.rental_area
    if event.others_in_home is not None:
        changes["others_in_home"] = event.others_in_home
    elif case.home.tenure == "with_family":
        changes["others_in_home"] = ()
    now = case.benefits_now
    if now is not None and not case.nothing_is_paid_now:
        changes["benefits_now"] = now.model_copy(
            update={"housing_benefit": None, "council_tax_reduction": None}
        )
    return case.model_copy(update=changes)


def gets_housing_benefit(case: Case) -> bool:
    """Whether the home is one of those whose rent Housing Benefit meets."""
    return case.home.tenure in HOUSING_BENEFIT_HOMES
