"""One run of the rules over many days of one case, side by side with every scenario.

Rows are moments (a day with the case as it stands then) by scenarios. Moments whose people stand
in the same places share a run; a birth begins another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.arrays import Floats, Simulation, default_of, repeated, simulate_rows
from benefits_calc.engine.council_tax import council_tax_facts, liability_facts
from benefits_calc.engine.dates import ComparisonDates
from benefits_calc.engine.evaluate import (
    childcare_while_at_work,
    facts_by_person,
    given_trade_facts,
    is_registered,
)
from benefits_calc.engine.home import home_facts
from benefits_calc.engine.layout import Layout, layout_of
from benefits_calc.rules.calendar import years_between
from benefits_calc.rules.registry import programmes

Facts = dict[str, Any]
SHARED = ("assessment_period_start", "assessment_period_end", "benefit_date")


@dataclass(frozen=True)
class Moment:
    """The case on a day.

    Attributes:
        case: As it stands.
        day: Day for which weekly benefits and council tax are looked at.
        period: First and last day of the assessment period.
        rates_on: Day whose rates weekly benefits and council tax read, where it is not `day`:
            the last one held, past the days for which they are.
    """

    case: Case
    day: date
    period: tuple[date, date]
    rates_on: date | None = None


@dataclass(frozen=True)
class Given:
    """What is handed in instead of worked out, each by moment and scenario.

    Attributes:
        person: By name of a person variable, for the claimant and the partner: the last of three
            axes.
        unit: By name of a benefit unit variable of the award.
        childcare_share: Part of the time in which the worker has a job, so that childcare is paid.
    """

    person: Mapping[str, NDArray[Any]]
    unit: Mapping[str, NDArray[Any]]
    childcare_share: Floats


class DatedRun:
    """Values by moment and scenario, worked out when asked for."""

    def __init__(self, moments: Sequence[Moment], scenarios: int, given: Given) -> None:
        self.moments = tuple(moments)
        self.scenarios = scenarios
        self._groups = [
            _Group(places, layout, self.moments, scenarios, given)
            for layout, places in _by_layout(self.moments)
        ]

    def unit(self, name: str) -> NDArray[Any]:
        """A variable of the award's benefit unit."""
        return self._joined(lambda group: group.unit(name))

    def household(self, name: str) -> NDArray[Any]:
        """A variable of the home."""
        return self._joined(lambda group: group.household(name))

    def person(self, name: str, position: int) -> NDArray[Any]:
        """A variable of the claimant (0) or the partner (1)."""
        return self._joined(lambda group: group.people(name)[:, :, position])

    def family(self, name: str) -> Floats:
        """Sum of a person variable over the claimant, partner and children."""
        return self._joined(lambda group: group.family(name))

    def children(self, name: str) -> Floats:
        """Sum of a person variable over the children."""
        return self._joined(lambda group: group.children(name))

    def variables_evaluated(self) -> int:
        """Variables worked out or set, all runs together."""
        return sum(group.simulation.variables_evaluated() for group in self._groups)

    def _joined(self, read: Any) -> NDArray[Any]:
        parts = [(group.places, read(group)) for group in self._groups]
        if len(parts) == 1:
            whole: NDArray[Any] = parts[0][1]
            return whole
        found = np.empty((len(self.moments), self.scenarios), dtype=parts[0][1].dtype)
        for places, values in parts:
            found[places] = values
        return found


class _Group:
    """Moments that share a layout of people, in one run."""

    def __init__(
        self,
        places: NDArray[np.int64],
        layout: Layout,
        moments: Sequence[Moment],
        scenarios: int,
        given: Given,
    ) -> None:
        self.places, self.layout, self.scenarios = places, layout, scenarios
        mine = [moments[place] for place in places]
        people = [_person_facts(moment, layout) for moment in mine]
        units = [_unit_facts(moment) for moment in mine]
        homes = [_home_facts(moment) for moment in mine]
        columns = self._person_columns(people, given)
        columns |= _trade_columns(mine, layout, scenarios)
        columns |= self._childcare(mine, given)
        self.simulation: Simulation = simulate_rows(
            columns,
            self._unit_columns(units, given) | self._home_columns(homes),
            layout,
            len(mine) * scenarios,
        )

    def unit(self, name: str) -> NDArray[Any]:
        values = self.simulation.unit(name)
        found: NDArray[Any] = values.reshape(self._shape(self.layout.unit_count))[:, :, 0]
        return found

    def household(self, name: str) -> NDArray[Any]:
        return self.simulation.household(name).reshape(len(self.places), self.scenarios)

    def people(self, name: str) -> NDArray[Any]:
        return self.simulation.person(name).reshape(self._shape(self.layout.people))

    def family(self, name: str) -> NDArray[Any]:
        mine = [place for place, unit in enumerate(self.layout.units) if unit == 0]
        return np.asarray(self.people(name)[:, :, mine].sum(axis=2))

    def children(self, name: str) -> NDArray[Any]:
        return np.asarray(self.people(name)[:, :, list(self.layout.children)].sum(axis=2))

    def _shape(self, of: int) -> tuple[int, int, int]:
        return len(self.places), self.scenarios, of

    def _person_columns(self, people: list[list[Facts]], given: Given) -> dict[str, NDArray[Any]]:
        names = {name for row in people for who in row for name in who}
        columns = {name: self._spread(_table(name, people)) for name in sorted(names)}
        for name, values in given.person.items():
            column = np.full(self._shape(self.layout.people), default_of(name), values.dtype)
            if name in columns:
                column = columns[name].reshape(column.shape).copy()
            adults = 1 if self.layout.partner is None else 2
            column[:, :, :adults] = values[self.places][:, :, :adults]
            columns[name] = column.reshape(-1)
        return columns

    def _childcare(self, mine: list[Moment], given: Given) -> dict[str, NDArray[Any]]:
        charges = np.stack([_charges_counted(moment, self.layout) for moment in mine])
        paid = given.childcare_share[self.places][:, :, np.newaxis] * charges[:, np.newaxis, :]
        return {"childcare_charges_per_month": paid.reshape(-1)} if charges.any() else {}

    def _unit_columns(self, units: list[Facts], given: Given) -> dict[str, NDArray[Any]]:
        others = self.layout.unit_count - 1
        rows = [
            [facts, *({name: facts[name] for name in SHARED} for _ in range(others))]
            for facts in units
        ]
        names = {name for facts in units for name in facts}
        columns = {name: self._spread(_table(name, rows)) for name in sorted(names)}
        for name, values in given.unit.items():
            shape = self._shape(self.layout.unit_count)
            if name in columns:
                column = columns[name].reshape(shape).copy()
            else:
                column = np.full(shape, default_of(name), values.dtype)
            column[:, :, 0] = values[self.places]
            columns[name] = column.reshape(-1)
        return columns

    def _home_columns(self, homes: list[Facts]) -> dict[str, NDArray[Any]]:
        names = {name for facts in homes for name in facts}
        return {name: self._spread(_table(name, [[f] for f in homes])) for name in sorted(names)}

    def _spread(self, table: NDArray[Any]) -> NDArray[Any]:
        """A table by moment and owner, repeated for every scenario: one column of the run."""
        return np.repeat(table[:, np.newaxis, :], self.scenarios, axis=1).reshape(-1)


def _table(name: str, rows: list[list[Facts]]) -> NDArray[Any]:
    default = default_of(name)
    values = [facts.get(name, default) for row in rows for facts in row]
    first = repeated(values[0], 1)
    kind = first.dtype if not isinstance(values[0], int) else None
    found: NDArray[Any] = np.array(values, dtype=kind)
    return found.reshape(len(rows), -1)


def _by_layout(moments: Sequence[Moment]) -> list[tuple[Layout, NDArray[np.int64]]]:
    found: dict[Layout, list[int]] = {}
    for place, moment in enumerate(moments):
        found.setdefault(layout_of(moment.case), []).append(place)
    return [(layout, np.array(places)) for layout, places in found.items()]


def dates_of(moment: Moment) -> ComparisonDates:
    """The days of a moment as the facts are asked for."""
    start, end = moment.period
    return ComparisonDates(moment.day, start, end, start_day_given=True)


def _person_facts(moment: Moment, layout: Layout) -> list[Facts]:
    facts = facts_by_person(moment.case, layout, dates_of(moment))
    if moment.rates_on is None:
        return facts
    # The rates stand still at their last day; birthdays do not.
    return [{**who, "age_on_benefit_date": _age(who["birth_date"], moment.day)} for who in facts]


def _age(born: date, day: date) -> int:
    """Whole years of age on a day."""
    return int(
        years_between(np.array([born], "datetime64[D]"), np.array([day], "datetime64[D]"))[0]
    )


def _charges_counted(moment: Moment, layout: Layout) -> Floats:
    return childcare_while_at_work(moment.case, layout) * is_registered(moment.case, layout)


def _unit_facts(moment: Moment) -> Facts:
    dates = dates_of(moment)
    held = last_day_held("local_housing_allowance")
    # A table of a year that is not set yet is that of the last year held.
    table = replace(dates, assessment_period_start=min(dates.assessment_period_start, held))
    facts = home_facts(moment.case, table) | liability_facts(moment.case)
    return facts | {
        "assessment_period_start": dates.assessment_period_start,
        "assessment_period_end": dates.assessment_period_end,
        "benefit_date": moment.rates_on or dates.as_at,
    }


def _home_facts(moment: Moment) -> Facts:
    day = min(moment.day, last_day_held("council_tax_reduction"))
    return council_tax_facts(moment.case, replace(dates_of(moment), as_at=day))


def last_day_held(programme: str) -> date:
    """Last day for which a programme's rates have been checked."""
    return next(entry.verified_until for entry in programmes() if entry.id == programme)


def _trade_columns(
    moments: list[Moment], layout: Layout, scenarios: int
) -> dict[str, NDArray[Any]]:
    """Facts of a trade that take the place of a formula; a day without them keeps the formula's."""
    first = moments[0]
    return given_trade_facts(first.case, layout, len(moments) * scenarios, first.period[0])
