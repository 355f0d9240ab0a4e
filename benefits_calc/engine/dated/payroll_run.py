"""One run of the rules over all packets, with the state that passes from packet to packet."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.arrays import (
    NOMINAL_MONTH,
    Floats,
    Simulation,
    simulate_people,
)
from benefits_calc.engine.dated.lowered_codes import with_lowered_codes
from benefits_calc.engine.dated.packets import Rows
from benefits_calc.engine.dated.paydays import WEEKS
from benefits_calc.engine.dated.scenario import Scenario
from benefits_calc.engine.dated.segments import Segments
from benefits_calc.engine.dated.tax_to_date import tax_taken
from benefits_calc.engine.dated.work import breaks_without_pay
from benefits_calc.engine.payroll import employment_facts, second_jobs
from benefits_calc.engine.system import parameter_at
from benefits_calc.engine.tax_codes import STANDARD_CODE
from benefits_calc.rules.conversions import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from benefits_calc.rules.tax_year import (
    first_day_of_tax_year,
    tax_month_of,
    tax_week_of,
    tax_year_of,
)

Whole = NDArray[np.int64]


def run_rows(case: Case, rows: Rows, scenarios: tuple[Scenario, ...]) -> Simulation:
    """Work out every packet; the simulation holds tax and pension as they stand in their turn."""
    columns = with_lowered_codes(case, rows, scenarios, _columns(case, rows))
    simulation = simulate_people(columns, rows.count)
    _cap_giving(simulation)
    _stay_enrolled(simulation, Segments(rows.block, rows.scenario))
    _run_tax(simulation, case, rows)
    return simulation


def _columns(case: Case, rows: Rows) -> dict[str, NDArray[Any]]:
    items = [block.item.facts for block in rows.blocks]
    second = second_jobs(tuple(items))
    as_at = case.as_at or rows.blocks[0].item.pays_from
    facts = [
        employment_facts(item, case, as_at, second=place in second)
        for place, item in enumerate(items)
    ]
    columns = {
        name: rows.of_blocks([each[name] for each in facts])
        for name in facts[0]
        if not isinstance(facts[0][name], np.ndarray)
    }
    due_on = rows.of_packets("due_on")
    stated = rows.of_lines("has_stated_pay")
    columns |= {
        "pay_date": due_on,
        "hours_per_week": np.where(stated, 0.0, rows.of_work("hours_per_week")),
        "hourly_pay": rows.of_work("hourly_pay"),
        "salary_per_year": np.where(stated, 0.0, rows.of_work("salary_per_year")),
        "contract_hours_per_week": rows.of_blocks(
            [item.job.hours_per_week or 0.0 for item in items]
        ),
        "additional_pay_per_pay_period": rows.of_lines("holiday_pay")
        + rows.of_lines("pay_in_lieu_of_notice")
        + np.where(stated, rows.of_lines("stated_pay"), rows.sick_pay),
    }
    unspread = rows.of_blocks([bool(breaks_without_pay(item.job)) for item in items])
    columns["share_of_weeks_paid"] = np.where(unspread, 1.0, columns["share_of_weeks_paid"])
    columns["deductible_expenses_per_pay_period"] = columns[
        "deductible_expenses_per_pay_period"
    ] * rows.of_work("share")
    columns["pension_scheme"] = _pension_scheme(rows, columns["pension_scheme"], due_on)
    columns["tax_code_number"] = _code_numbers(rows, columns["tax_code_number"], due_on, as_at)
    return columns


def _pension_scheme(rows: Rows, scheme: NDArray[Any], due_on: NDArray[Any]) -> NDArray[Any]:
    """No pension is taken before the first deduction (Pensions Act 2008 s.4, postponement)."""
    first = [
        block.item.facts.job.pension_in_force.first_deduction_date or date.min
        for block in rows.blocks
    ]
    days = rows.of_blocks(list(np.array(first, dtype="datetime64[D]")))
    return np.where(due_on < days, "none", scheme)


def _code_numbers(rows: Rows, number: Floats, due_on: NDArray[Any], as_at: date) -> Floats:
    """A code that is taken for granted moves with the standard code of each tax year."""
    jobs = [block.item.facts.job for block in rows.blocks]
    assumed = rows.of_blocks([job.parsed_tax_code is None for job in jobs])
    standard = np.zeros(len(due_on))
    years = tax_year_of(due_on)
    for year in np.unique(years):
        first = first_day_of_tax_year(np.array([year]))[0].item()
        standard[years == year] = parameter_at(STANDARD_CODE, first)
    moved = number + standard - parameter_at(STANDARD_CODE, as_at)
    return np.where(assumed & (number > 0), moved, number)


def _cap_giving(simulation: Simulation) -> None:
    """A gift cannot be more than the pay that it is taken from."""
    giving = simulation.person("payroll_giving_per_pay_period")
    if giving.any():
        pay = simulation.person("taxable_pay_per_pay_period")
        _put(simulation, "payroll_giving_per_pay_period", np.minimum(giving, pay))


def _stay_enrolled(simulation: Simulation, employments: Segments) -> None:
    """Once enrolled, a worker stays so when pay falls below the trigger.

    Pensions Act 2008 s.2(1): the employer may not act so that an active member ceases to be one.
    """
    enrolled = simulation.person("is_enrolled_in_workplace_pension")
    _put(simulation, "is_enrolled_in_workplace_pension", employments.running_any(enrolled))


def _run_tax(simulation: Simulation, case: Case, rows: Rows) -> None:
    """Pay and tax to date, packet by packet within each tax year."""
    due_on = rows.of_packets("due_on")
    year = tax_year_of(due_on)
    number, alone = _period_numbers(rows, due_on, year, case)
    years = Segments(rows.block, rows.scenario, year, alone)
    pay = simulation.person("paye_pay_after_pension_per_pay_period")
    carries = _carries_p45(rows, year) & ~alone
    pay_before = np.where(carries, _stated_p45(rows, "pay_before"), 0.0)[years.starts]
    tax_before = np.where(carries, _stated_p45(rows, "tax_before"), 0.0)[years.starts]
    pay_before = pay_before + np.where(carries, _replaced(rows, year, pay), 0.0)[years.starts]
    earlier_pay = years.running_sum(pay) - pay + pay_before[years.run]
    _put(simulation, "tax_period_number", np.where(alone, 1.0, number))
    _put(simulation, "earlier_taxable_pay_this_tax_year", np.where(alone, 0.0, earlier_pay))
    due = simulation.person("income_tax_to_date")
    most = simulation.person("most_income_tax_per_pay_period")
    taken = tax_taken(years, due, most, tax_before)
    carried = _replaced(rows, year, _by_packet(years, taken, tax_before))
    if carried.any():
        tax_before = tax_before + np.where(carries, carried, 0.0)[years.starts]
        taken = tax_taken(years, due, most, tax_before)
    earlier_tax = taken - _by_packet(years, taken, tax_before)
    _put(simulation, "earlier_income_tax_this_tax_year", np.where(alone, 0.0, earlier_tax))


def _put(simulation: Simulation, name: str, values: NDArray[Any]) -> None:
    simulation.core.set_input(name, NOMINAL_MONTH, values)


def _period_numbers(
    rows: Rows, due_on: NDArray[Any], year: Whole, case: Case
) -> tuple[Floats, NDArray[np.bool_]]:
    """Number of the pay period in the tax year, and whether the packet is taxed alone.

    A pay day in week 53 (54 of fortnightly, 56 of four-weekly pay) is taxed on a week-1 basis.
    """
    weeks = rows.of_blocks([WEEKS.get(block.item.facts.job.paid, 0) for block in rows.blocks])
    by_weeks = -(-tax_week_of(due_on) // np.maximum(weeks, 1))
    number = np.where(weeks > 0, by_weeks, tax_month_of(due_on))
    in_year = np.where(weeks > 0, WEEKS_PER_YEAR / np.maximum(weeks, 1), MONTHS_PER_YEAR)
    until = rows.of_blocks([_alone_until(block, basis, case) for block, basis in _pairs(rows)])
    return number.astype(np.float64), (number > in_year) | (year <= until)


def _alone_until(block: Any, basis: Any, case: Case) -> int:
    """Last tax year of a week-1 or month-1 basis: that of the start, or of the case's day."""
    if not basis.first_year_alone:
        return 0
    days = [block.calendar.due_on[0]]
    if case.as_at is not None:
        days.append(np.datetime64(case.as_at, "D"))
    return int(tax_year_of(np.array(days, dtype="datetime64[D]")).max())


def _pairs(rows: Rows) -> Any:
    return zip(rows.blocks, rows.bases, strict=True)


def _carries_p45(rows: Rows, year: Whole) -> NDArray[np.bool_]:
    """Whether a row is in the tax year in which its employment began."""
    first_year = rows.of_blocks(
        [
            int(tax_year_of(block.calendar.due_on[:1])[0]) if block.item.starts else 0
            for block in rows.blocks
        ]
    )
    return np.asarray(year == first_year)


def _stated_p45(rows: Rows, name: str) -> Floats:
    return np.asarray(rows.of_blocks([getattr(basis, name) for basis in rows.bases]))


def _replaced(rows: Rows, year: Whole, amounts: Floats) -> Floats:
    """What the replaced jobs came to in the tax year, at rows of the job that follows them."""
    replaced = rows.of_blocks([block.item.replaced for block in rows.blocks])
    follows = rows.of_blocks([basis.follows_replaced_job for basis in rows.bases])
    if not (replaced.any() and follows.any()):
        return np.zeros(rows.count)
    first, lines = year.min(), int(rows.scenario.max()) + 1
    place = (year - first) * lines + rows.scenario
    totals = np.bincount(place[replaced], amounts[replaced], minlength=int(place.max()) + 1)
    return np.where(follows, totals[place], 0.0)


def _by_packet(years: Segments, taken: Floats, before: Floats) -> Floats:
    """Tax of each packet out of tax taken to date."""
    earlier = np.roll(taken, 1)
    earlier[years.starts] = before
    return taken - earlier
