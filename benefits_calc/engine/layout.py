"""Who stands where in the arrays: people, benefit units and household of a case.

Every row (a point of a comparison) repeats the same people in the same order: claimant,
partner, children, others in the home. Others are their own benefit units.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case

Integers = NDArray[np.int64]
CLAIMANT, PARTNER, CHILD = "claimant", "partner", "child"


@dataclass(frozen=True)
class Layout:
    """The people of one case by position, and the unit and role each has.

    `units` numbers benefit units within the row; the award looked at is unit 0.
    """

    people: int
    units: tuple[int, ...]
    roles: tuple[str, ...]
    partner: int | None
    children: tuple[int, ...]
    others: tuple[int, ...]

    @property
    def unit_count(self) -> int:
        """Benefit units in a row."""
        return max(self.units) + 1

    def person_units(self, rows: int) -> Integers:
        """Benefit unit of each person of each row."""
        within = np.tile(np.array(self.units, dtype=np.int64), rows)
        return within + np.repeat(np.arange(rows) * self.unit_count, self.people)

    def person_households(self, rows: int) -> Integers:
        """Household (that is, row) of each person."""
        return np.repeat(np.arange(rows), self.people)


def layout_of(case: Case) -> Layout:
    """Place the people of a case. A child placed by the council is not one of the family's."""
    units, roles = [0], [CLAIMANT]
    partner = None
    if case.partner is not None:
        partner = len(units)
        units.append(0)
        roles.append(PARTNER)
    children = []
    for child in case.children:
        if not child.looked_after:
            children.append(len(units))
            units.append(0)
            roles.append(CHILD)
    first_other = len(units)
    for place, other in enumerate(case.others_in_home):
        partner_place = other.partner_of
        joins = partner_place is not None and partner_place - 1 < place
        if joins and partner_place is not None:
            units.append(units[first_other + partner_place - 1])
            roles.append(PARTNER)
        else:
            units.append(max(units) + 1)
            roles.append(CLAIMANT)
    return Layout(
        people=len(units),
        units=tuple(units),
        roles=tuple(roles),
        partner=partner,
        children=tuple(children),
        others=tuple(range(first_other, len(units))),
    )
