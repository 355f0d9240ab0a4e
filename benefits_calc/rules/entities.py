"""The entities of the rules: person, benefit unit and household.

Names follow openfisca-uk so that OpenFisca's own tools and readers find what they expect.
"""

from __future__ import annotations

from openfisca_core.entities import build_entity

Person = build_entity(
    key="person",
    plural="people",
    label="A person",
    is_person=True,
    doc="Anyone in the home: a claimant, a partner, a child or somebody else who lives there.",
)

BenUnit = build_entity(
    key="benunit",
    plural="benunits",
    label="Benefit unit",
    doc="A single person or couple and the children they are responsible for: "
    "the people one award of Universal Credit covers (Welfare Reform Act 2012 s.2).",
    roles=[
        {"key": "claimant", "plural": "claimants", "label": "Claimant", "max": 1},
        {"key": "partner", "plural": "partners", "label": "Partner", "max": 1},
        {"key": "child", "plural": "children", "label": "Child or qualifying young person"},
    ],
)

Household = build_entity(
    key="household",
    plural="households",
    label="Household",
    doc="Everyone who lives in one home, whether or not in the same benefit unit.",
    roles=[{"key": "member", "plural": "members", "label": "Member"}],
)

entities = [Person, BenUnit, Household]
