"""Closed lists of values that the council tax variables take."""

from __future__ import annotations

from openfisca_core.indexed_enums import Enum

from benefits_calc.rules.local_schemes import NO_SCHEME, schemes

# Made from the registry, so that a council is added by data alone.
CouncilTaxReductionScheme = Enum(
    "CouncilTaxReductionScheme",
    [(NO_SCHEME, "No scheme is held: ask the council")]
    + [(scheme.id, scheme.title) for scheme in schemes()],
    module=__name__,
)


class CouncilTaxBand(Enum):
    """Valuation band of a home (LGFA 1992 ss.5 and 74); band I is in Wales only."""

    none = "Not known"
    a = "Band A"
    b = "Band B"
    c = "Band C"
    d = "Band D"
    e = "Band E"
    f = "Band F"
    g = "Band G"
    h = "Band H"
    i = "Band I"


class CouncilTaxExemption(Enum):
    """Why no council tax is charged for the home, where that is known."""

    none = "Not known to be exempt"
    students = "Only students live there"
    severe_mental_impairment = "Only severely mentally impaired people live there"
    other = "Another reason"
