"""Read dated parameters at each row's own date.

OpenFisca reads a month's parameters on the first of the month; UC rates change for the
first assessment period that STARTS on or after the first Monday of the tax year, tax on
6 April, the minimum wage on 1 April. So every formula reads its rates here, with the date
that the law names, and rows of different eras can share one run.
"""

from __future__ import annotations

import numpy as np

from benefits_calc.rules.rounding import Money

Dates = np.ndarray


class MissingRateError(ValueError):
    """A rate was asked for on a day for which none is held."""


class RateBook:
    """The values of all parameters, era by era, remembered once read."""

    def __init__(self, parameters) -> None:
        self.parameters = parameters
        self.change_dates = _change_dates(parameters)
        self._values: dict[tuple[str, int], float] = {}

    def eras_of(self, dates: Dates):
        """Return the distinct era numbers of `dates`, and each row's position among them.

        The position is None where all rows share one era.
        """
        first = dates[0]
        if (dates == first).all():
            return [int(np.searchsorted(self.change_dates, first, side="right"))], None
        numbers = np.searchsorted(self.change_dates, dates, side="right")
        eras, position = np.unique(numbers, return_inverse=True)
        return [int(era) for era in eras], (None if len(eras) == 1 else position)

    def value(self, path: str, era: int) -> float:
        """Value of the parameter at `path` in that era; an error names both if there is none."""
        key = (path, era)
        if key not in self._values:
            self._values[key] = self._read(path, era)
        return self._values[key]

    def instant(self, era: int) -> str:
        """First day of an era, as YYYY-MM-DD."""
        return str(self.change_dates[max(era - 1, 0)])

    def _read(self, path: str, era: int) -> float:
        node = self.parameters
        for name in path.split("."):
            node = node.children[name]
        value = node.get_at_instant(self.instant(era))
        if value is None:
            message = f"{path} has no value on {self.instant(era)}"
            raise MissingRateError(message)
        return float(value)


class Rates:
    """Parameters as read at each row's date; call with a dotted path."""

    def __init__(self, population, dates: Dates) -> None:
        simulation = population.simulation
        self._book = rate_book(simulation.tax_benefit_system)
        self._eras, self._position = self._book.eras_of(dates)
        self._reads = getattr(simulation, "rate_reads", None)
        self._reader = simulation.tracer.stack[-1]["name"] if self._reads is not None else ""

    def __call__(self, path: str) -> float | Money:
        """Value of `path`: one number where all rows share an era, otherwise one a row."""
        values = [self._book.value(path, era) for era in self._eras]
        if self._reads is not None:
            self._reads.setdefault(self._reader, {})[path] = self._book.instant(self._eras[0])
        if self._position is None:
            return values[0]
        return np.array(values)[self._position]


def rate_book(system) -> RateBook:
    """Return the rate book of a system, made anew if its parameters were replaced."""
    book = getattr(system, "rate_book", None)
    if book is None or book.parameters is not system.parameters:
        book = RateBook(system.parameters)
        system.rate_book = book
    return book


def uc_rates(population, period) -> Rates:
    """Rates in force at the start of each assessment period (UC Act 2025 s.1(6)(d))."""
    if population.entity.key == "person":
        return Rates(population, population.benunit("assessment_period_start", period))
    return Rates(population, population("assessment_period_start", period))


def pay_rates(person, period) -> Rates:
    """Rates in force on the day pay is received (tax, National Insurance, loans, pension)."""
    return Rates(person, person("pay_date", period))


def benefit_rates(population, period) -> Rates:
    """Rates in force on the day the comparison is for (weekly benefits)."""
    if population.entity.key == "person":
        return Rates(population, population.benunit("benefit_date", period))
    return Rates(population, population("benefit_date", period))


def _change_dates(node) -> Dates:
    """All days on which any parameter changes, in order."""
    days: set[str] = set()
    _collect(node, days)
    return np.array(sorted(days), dtype="datetime64[D]")


def _collect(node, days: set[str]) -> None:
    if hasattr(node, "values_list"):
        days.update(value.instant_str for value in node.values_list)
        return
    for child in node.children.values():
        _collect(child, days)
