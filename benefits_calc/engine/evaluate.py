"""A case at many points, in one run: the payroll pass, then everything else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case, check_places
from benefits_calc.case.job import Job
from benefits_calc.engine.arrays import (
    Floats,
    Simulation,
    default_of,
    encoded_row,
    encoded_rows,
    repeated,
    simulate_rows,
)
from benefits_calc.engine.council_tax import council_tax_facts, liability_facts
from benefits_calc.engine.dates import ComparisonDates, comparison_dates
from benefits_calc.engine.home import home_facts
from benefits_calc.engine.layout import Layout, layout_of
from benefits_calc.engine.pay_days import EARNINGS
from benefits_calc.engine.payroll import Payroll, run_payroll
from benefits_calc.engine.people import Facts, adult_facts, child_facts, other_facts
from benefits_calc.engine.points import Points, now
from benefits_calc.engine.system import parameter_at
from benefits_calc.engine.tables import council_nations, london_councils, rental_areas
from benefits_calc.rules.conversions import MONTHS_PER_YEAR, per_month, per_week
from benefits_calc.rules.rounding import amount_to_penny

USUAL_HOURS = "dwp.universal_credit.minimum_income_floor.hours_per_week"
CERTIFIED = "is_certified_severely_mentally_impaired"
# Claims of the award's benefit unit, besides Universal Credit.
CLAIMS = ("claims_child_benefit", "claims_housing_benefit", "claims_scottish_child_payment")


@dataclass(frozen=True)
class Outcome:
    """What the rules say of a case at each point.

    Attributes:
        case: The case.
        points: The points, in order.
        dates: Days on which rates were read.
        layout: Who stands where.
        payroll: Pay at each point.
        simulation: The run of the rules.
        childcare_per_month: Childcare paid at each point, pounds a month.
        kept: What was read from it once, by name, so that it is not read again for each point.
    """

    case: Case
    points: Points
    dates: ComparisonDates
    layout: Layout
    payroll: Payroll
    simulation: Simulation
    childcare_per_month: Floats
    kept: dict[str, NDArray[Any]] = field(default_factory=dict, init=False, repr=False)

    @property
    def worker(self) -> int:
        """Position of the person whose job is compared."""
        partner = self.case.job is not None and self.case.job.who == "partner"
        return self.layout.partner if partner and self.layout.partner is not None else 0

    @property
    def other_adult(self) -> int | None:
        """Position of the other of the couple."""
        if self.layout.partner is None:
            return None
        return 0 if self.worker == self.layout.partner else self.layout.partner

    def person(self, name: str, position: int) -> NDArray[Any]:
        """A variable of one person at each point."""
        values = self.simulation.person(name).reshape(self.points.count, self.layout.people)
        column: NDArray[Any] = values[:, position]
        return column

    def family(self, name: str) -> Floats:
        """Sum of a person variable over the claimant, partner and children, at each point."""
        positions = [place for place, unit in enumerate(self.layout.units) if unit == 0]
        values = self.simulation.person(name).reshape(self.points.count, self.layout.people)
        return np.asarray(values[:, positions].sum(axis=1), dtype=np.float64)

    def any_adult(self, name: str) -> NDArray[np.bool_]:
        """Whether a yes-or-no variable holds for the claimant or the partner."""
        found = np.asarray(self.person(name, 0), dtype=bool)
        if self.layout.partner is not None:
            found = found | np.asarray(self.person(name, self.layout.partner), dtype=bool)
        return found

    def household(self, name: str) -> NDArray[Any]:
        """A variable of the home at each point."""
        return self.simulation.household(name)

    def unit(self, name: str) -> NDArray[Any]:
        """A variable of the award's benefit unit at each point."""
        values = self.simulation.unit(name).reshape(self.points.count, self.layout.unit_count)
        column: NDArray[Any] = values[:, 0]
        return column


def evaluate(case: Case, points: Points) -> Outcome:
    """Work out a case at every point.

    A tax code that is automatic is lowered for the taxable benefits of now, and, where a job has
    ended one of them, for those that are left: HMRC is told, and puts the code right.

    Raises:
        CaseError: where a place or the date is not held.
    """
    if not any(job.tax_code_is_automatic for job in _jobs(case)):
        return _evaluate(case, points, None)
    as_it_is = _evaluate(case, now(claims_universal_credit=False), None)
    taxed_now = np.repeat(_taxable_benefits_per_year(as_it_is), points.count, axis=0)
    once = _evaluate(case, points, taxed_now)
    return _evaluate(case, points, _taxable_benefits_per_year(once))


def _jobs(case: Case) -> list[Job]:
    people = [case.claimant] + ([case.partner] if case.partner else [])
    return [job for who in people for job in who.jobs] + ([case.job] if case.job else [])


def _taxable_benefits_per_year(outcome: Outcome) -> Floats:
    """By point and person."""
    month = outcome.simulation.person("taxable_benefits_and_pensions")
    return MONTHS_PER_YEAR * month.reshape(outcome.points.count, outcome.layout.people)


def _evaluate(case: Case, points: Points, taxable_benefits: Floats | None) -> Outcome:
    check_places(case, council_nations(), rental_areas(), london_councils())
    dates = comparison_dates(case)
    layout = layout_of(case)
    payroll = run_payroll(case, layout, points, dates.as_at, taxable_benefits)
    childcare = _childcare_per_month(case, layout, payroll)
    counted = childcare * is_registered(case, layout)
    people = _person_columns(case, layout, dates, payroll, counted)
    _certify(people, layout, points)
    units = _unit_columns(case, layout, dates, points)
    units |= {
        name: encoded_rows(name, [value], points.count)
        for name, value in council_tax_facts(case, dates).items()
    }
    simulation = simulate_rows(people, units, layout, points.count)
    return Outcome(case, points, dates, layout, payroll, simulation, childcare.sum(axis=1))


def _person_columns(
    case: Case, layout: Layout, dates: ComparisonDates, payroll: Payroll, childcare: Floats
) -> dict[str, NDArray[Any]]:
    rows = len(childcare)
    facts = facts_by_person(case, layout, dates)
    names = set().union(*facts)
    columns = {
        name: encoded_row(name, [who.get(name, default_of(name)) for who in facts], rows)
        for name in sorted(names)
    }
    pay = {**payroll.monthly, **payroll.weekly}
    columns |= {line: values.reshape(-1) for line, values in pay.items()}
    if EARNINGS in payroll.other_pay_days:
        columns[EARNINGS] = payroll.other_pay_days[EARNINGS].reshape(-1)
    columns["hours_per_week"] = payroll.hours_per_week.reshape(-1)
    columns["childcare_charges_per_month"] = childcare.reshape(-1)
    columns["pay_date"] = repeated(dates.as_at, rows * layout.people)
    columns |= given_trade_facts(case, layout, rows, dates.assessment_period_start)
    return columns


def _certify(columns: dict[str, NDArray[Any]], layout: Layout, points: Points) -> None:
    """Take the adults of the award as certified severely mentally impaired, where a row asks."""
    if not points.certified.any():
        return
    adults = [place in (0, layout.partner) for place in range(layout.people)]
    asked = points.certified[:, np.newaxis] & np.array(adults)
    columns[CERTIFIED] = columns[CERTIFIED] | asked.reshape(-1)


def facts_by_person(case: Case, layout: Layout, dates: ComparisonDates) -> list[Facts]:
    """What the rules know of each person on a day, in the order of the layout."""
    facts = [adult_facts(case.claimant, case, dates.as_at)]
    if case.partner is not None:
        facts.append(adult_facts(case.partner, case, dates.as_at))
    facts += [child_facts(c, case, dates.as_at) for c in case.children if not c.looked_after]
    facts += [other_facts(other, case) for other in case.others_in_home]
    if len(facts) != layout.people:  # pragma: no cover
        raise AssertionError("the people and their places differ")
    # Rates are read at everybody's date, children's included, whether or not they earn.
    return [{"pay_date": dates.as_at, **who} for who in facts]


def given_trade_facts(
    case: Case, layout: Layout, rows: int, start: date
) -> dict[str, NDArray[Any]]:
    """Facts of a trade that take the place of a formula: tax where stated of every trade."""
    traders = [(0, case.claimant)]
    if case.partner is not None and layout.partner is not None:
        traders.append((layout.partner, case.partner))
    columns: dict[str, NDArray[Any]] = {}
    stated = [
        (place, person.self_employment)
        for place, person in traders
        if person.self_employment is not None
    ]
    if stated and all(trade.tax_and_ni_paid for _, trade in stated):
        paid = np.zeros(layout.people)
        for place, trade in stated:
            assert trade.tax_and_ni_paid is not None  # noqa: S101
            paid[place] = per_month(trade.tax_and_ni_paid.amount, trade.tax_and_ni_paid.per)
        columns["self_employment_tax_and_ni_paid"] = np.tile(paid, rows)
    fewer = {place: trade.expected_hours for place, trade in stated}
    if any(hours is not None for hours in fewer.values()):
        # Of anybody else the usual hours are expected: a couple's floor turns on both (reg 62(3)).
        expected = np.full(layout.people, parameter_at(USUAL_HOURS, start))
        for place, given in fewer.items():
            if given is not None:
                expected[place] = given
        columns["expected_hours_per_week"] = np.tile(expected, rows)
    return columns


def _unit_columns(
    case: Case, layout: Layout, dates: ComparisonDates, points: Points
) -> dict[str, NDArray[Any]]:
    """The award's facts for unit 0 of each row; other people's units claim nothing here."""
    facts = home_facts(case, dates) | liability_facts(case)
    shared = ("assessment_period_start", "assessment_period_end", "benefit_date")
    columns = {}
    for name, value in facts.items():
        others = value if name in shared else default_of(name)
        row = [value] + [others] * (layout.unit_count - 1)
        columns[name] = encoded_row(name, row, points.count)
    claimed = {"claims_universal_credit": points.claims_universal_credit} | {
        name: facts[name] | points.claims_everything for name in CLAIMS
    }
    for name, values in claimed.items():
        claims = np.zeros((points.count, layout.unit_count), dtype=bool)
        claims[:, 0] = values
        columns[name] = claims.reshape(-1)
    return columns


def _childcare_per_month(case: Case, layout: Layout, payroll: Payroll) -> Floats:
    """Childcare of each child at each point: what is paid while the worker has a job."""
    worker = 0 if case.worker is case.claimant else layout.partner
    works = payroll.monthly["employment_income"][:, worker] > 0
    return np.where(works[:, np.newaxis], childcare_while_at_work(case, layout), 0.0)


def childcare_while_at_work(case: Case, layout: Layout) -> Floats:
    """By person: what is paid for a child's care while the worker has a job, pounds a month."""
    charges = np.zeros(layout.people)
    family = [child for child in case.children if not child.looked_after]
    for place, child in zip(layout.children, family, strict=True):
        if child.childcare is not None:
            charges[place] = _childcare_cost(child.childcare)
    return charges


def is_registered(case: Case, layout: Layout) -> NDArray[np.bool_]:
    """By person: whether the child's carer is registered, so that benefits count the cost."""
    registered = np.zeros(layout.people, dtype=bool)
    family = [child for child in case.children if not child.looked_after]
    for place, child in zip(layout.children, family, strict=True):
        registered[place] = child.childcare is not None and child.childcare.registered
    return registered


def _childcare_cost(care: Any) -> float:
    cost = _weeks_of_year(care.amount, care.per, care.weeks_per_year)
    if care.holiday is not None:
        cost += _weeks_of_year(care.holiday.amount, care.holiday.per, care.holiday.weeks_per_year)
    return amount_to_penny(cost)


def _weeks_of_year(amount: float, per: str, weeks: float | None) -> float:
    """Pounds a month; with weeks given, of what those weeks of the year come to."""
    if weeks is not None:
        return per_week(amount, per) * weeks / MONTHS_PER_YEAR
    return per_month(amount, per)
