"""Read the amounts of each row's own scheme at each row's own date.

Rows of different councils share one run: each distinct scheme is read once, for its rows.
"""

from __future__ import annotations

import numpy as np

from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.local_schemes import Scheme, schemes
from benefits_calc.rules.rates import Rates, rate_book


class SchemeRates:
    """Amounts of the scheme in use; rows without one, or without the amount, get a default.

    Args:
        population: The population whose formula reads.
        codes: Number of the scheme of each row, counted from 1; 0 for none.
        dates: Day of each row.
        folder_of: Gives the folder of a scheme's amounts, or None; its own folder if left out.
    """

    def __init__(self, population, codes, dates, folder_of=None) -> None:
        self._count = population.count
        self._book = rate_book(population.simulation.tax_benefit_system)
        folder_of = folder_of or (lambda scheme: scheme.folder)
        self._parts = []
        for code in np.unique(codes[codes > 0]):
            folder = folder_of(schemes()[code - 1])
            if folder is not None:
                rows = codes == code
                self._parts.append((folder, rows, Rates(population, dates[rows])))

    def __call__(self, name: str, default: float = 0.0):
        """Value of `name` in each row's scheme."""
        values = np.full(self._count, default)
        for folder, rows, rates in self._parts:
            path = f"{folder}.{name}"
            if self._exists(path):
                values[rows] = rates(path)
        return values

    def _exists(self, path: str) -> bool:
        node = self._book.parameters
        for name in path.split("."):
            if name not in getattr(node, "children", {}):
                return False
            node = node.children[name]
        return True


def scheme_of_rows(codes) -> list[tuple[Scheme, np.ndarray]]:
    """Each scheme in use, with the rows that use it."""
    return [(schemes()[code - 1], codes == code) for code in np.unique(codes[codes > 0])]


def scheme_codes(benunit, period) -> np.ndarray:
    """Number of the scheme in use for each benefit unit, counted from 1; 0 for none."""
    return of_household(benunit, "council_tax_reduction_scheme_in_use", period).astype(int)


def own_rates(benunit, period) -> SchemeRates:
    """Amounts of each benefit unit's scheme on its benefit date."""
    return SchemeRates(benunit, scheme_codes(benunit, period), benunit("benefit_date", period))


def of_household(benunit, name, period) -> np.ndarray:
    """The household's value, for each benefit unit, through its claimant."""
    values = np.asarray(benunit.members.household(name, period))
    return benunit.sum(values, role=BenUnit.CLAIMANT)


def any_adult(benunit, values) -> np.ndarray:
    """Whether something is true of the claimant or partner."""
    return benunit.sum(values & ~benunit.members.has_role(BenUnit.CHILD)) > 0
