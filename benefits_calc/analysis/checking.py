"""Whether a case can be worked out at all, without working it out."""

from __future__ import annotations

from benefits_calc.case import Case, check_places
from benefits_calc.engine.dates import comparison_dates
from benefits_calc.engine.tables import council_nations, london_councils, rental_areas


def check(case: Case) -> None:
    """Check what the model alone cannot: places, and the dates for which rates are held.

    Raises:
        CaseError: naming each field, its value and what is accepted.
    """
    check_places(case, council_nations(), rental_areas(), london_councils())
    comparison_dates(case)
