"""The law of the transition into work, as a standard OpenFisca country package.

`CountryTaxBenefitSystem` is what `openfisca test` and `openfisca serve` look for.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from benefits_calc.rules import entities

COUNTRY_DIRECTORY = Path(__file__).parent

__all__ = ["CountryTaxBenefitSystem"]


class CountryTaxBenefitSystem(TaxBenefitSystem):
    """The tax and benefit system of Great Britain as far as a start in work touches it."""

    CURRENCY = "£"

    def __init__(self) -> None:
        super().__init__(entities.entities)
        for path in sorted((COUNTRY_DIRECTORY / "variables").rglob("*.py")):
            self.add_variables_from_file(str(path))
        self.load_parameters(str(COUNTRY_DIRECTORY / "parameters"))
        # Core's float32 moves a penny at the limits the law sets.
        for variable in self.variables.values():
            if variable.value_type is float:
                variable.dtype = np.dtype(np.float64)
