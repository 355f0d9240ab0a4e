"""Tax on taxable benefits that pay has not borne, by the tax year (ITEPA 2003 ss.660 and 661).

What accrues in a tax year is taxed with the year's pay and pensions. PAYE takes it only so far as
a code was lowered for it; the rest is found after 5 April. HMRC then lowers a later code, or asks
for it by 31 January after the year (Taxes Management Act 1970 s.59BA), the day taken here. Years
whose pay is not all in the run, and people with a trade, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from benefits_calc.case.person import Person
from benefits_calc.engine.arrays import Floats, simulate_people
from benefits_calc.engine.dated.award import adults_of
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.packets import KINDS
from benefits_calc.engine.dated.payslips import Payslips
from benefits_calc.engine.dated.periods import DAY, WEEK, Days
from benefits_calc.engine.dated.streams import Stream, inside
from benefits_calc.engine.income import incomes
from benefits_calc.engine.people import PENSIONS
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.conversions import DAYS_PER_WEEK, MONTHS_PER_YEAR
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.tax_year import first_day_of_tax_year, tax_year_of

FOLDER = "hmrc.income_tax.simple_assessment"
BEFORE_TAX = ("net_pay", "salary_sacrifice")


@dataclass(frozen=True)
class YearOfTax:
    """Tax of one person for one tax year that pay did not bear, by scenario.

    Attributes:
        ends: 5 April.
        due: Day by which HMRC can ask for it.
        person: 0 the claimant, 1 the partner.
        benefits: Taxable benefits of the year, pounds.
        amounts: The tax, pounds.
    """

    ends: date
    due: date
    person: int
    benefits: Floats
    amounts: Floats


def years_of_tax(dated: Dated) -> tuple[YearOfTax, ...]:
    """Every whole tax year that the run can tell of."""
    return tuple(
        item
        for place, person in enumerate(adults_of(dated.case))
        if person is not None and person.self_employment is None
        for item in _of_person(dated, person, place)
    )


def tax_streams(dated: Dated) -> list[Stream]:
    """What is to be paid, on the last day for it."""
    return [
        inside(
            dated,
            Stream(
                "tax_on_benefits_due",
                "tax_on_benefits",
                np.array([year.due], dtype="datetime64[D]"),
                -year.amounts[np.newaxis],
                "tax_year",
                {"year_end": np.array([year.ends], dtype="datetime64[D]")},
            ),
        )
        for year in years_of_tax(dated)
        if year.amounts.any()
    ]


def _of_person(dated: Dated, person: Person, place: int) -> Iterator[YearOfTax]:
    weekly = sum(amounts[:, :, place] for amounts in dated.weeks.counted.values())
    if not np.any(weekly):
        return
    weeks = dated.calendar.weeks
    first, last = weeks[0], np.datetime64(dated.calendar.last_day)
    years = np.arange(int(tax_year_of(weeks[:1])[0]), int(tax_year_of(np.array([last]))[0]) + 1)
    for year in years:
        begins = first_day_of_tax_year(np.array([year]))[0]
        ends = first_day_of_tax_year(np.array([year + 1]))[0] - DAY
        # Money paid before the run is not known, but that of somebody without a job is none.
        if ends > last or (begins < first and person.jobs):
            continue
        days = np.arange(begins, ends + DAY)
        benefits = _accrued(np.asarray(weekly), weeks, days, _since(person))
        pay, taken = _pay_of(dated, place, int(year), partly=bool(begins < first))
        income = pay + benefits + _pensions(dated, place)
        tax = _tax_on(dated, income, ends)
        amounts = np.where(benefits > 0, np.maximum(to_penny(tax - taken), 0.0), 0.0)
        yield YearOfTax(ends.item(), _due(ends.item()), place, benefits, np.asarray(amounts))


def _since(person: Person) -> np.datetime64:
    """First day of a contributory benefit; long ago where it is not given."""
    esa, jsa = person.new_style_esa, person.new_style_jsa
    whens = [
        *([esa.claimed_from or esa.since] if esa is not None else []),
        *([jsa.since] if jsa is not None else []),
    ]
    known = [when.first_day for when in whens if when is not None]
    return np.datetime64(min(known)) if known else np.datetime64("1900-01-01")


def _accrued(weekly: Floats, weeks: Days, days: Days, since: np.datetime64) -> Floats:
    """What accrues day by day in a year; before the run as in its first week."""
    week = ((days - weeks[0]) // WEEK).astype(np.int64).clip(0, len(weekly) - 1)
    daily = weekly[week] / DAYS_PER_WEEK
    return np.asarray(daily[days >= since].sum(axis=0))


def _pay_of(dated: Dated, place: int, year: int, *, partly: bool) -> tuple[Floats, Floats]:
    """Taxable pay and the tax taken from it in a tax year, by scenario."""
    slips = dated.payslips
    mine = (slips.person == place) & (tax_year_of(slips.due_on) == year)
    rows = slips.where(np.flatnonzero(mine & (slips.kind != KINDS.index("redundancy"))))
    scenarios = len(dated.scenarios)
    pay = np.bincount(rows.scenario, _taxable(dated, rows), scenarios).astype(np.float64)
    taken = np.bincount(rows.scenario, rows.income_tax, scenarios).astype(np.float64)
    job = dated.case.job
    worker = 0 if dated.case.worker is dated.case.claimant else 1
    if partly and job is not None and worker == place:
        pay = pay + (job.pay_this_tax_year or 0.0)
        taken = taken + (job.tax_this_tax_year or 0.0)
    return pay, taken


def _taxable(dated: Dated, rows: Payslips) -> Floats:
    """Pay less what is taken from it before tax."""
    schemes = [item.facts.job.pension_in_force.scheme for item in dated.employments]
    before_tax = np.array([scheme in BEFORE_TAX for scheme in schemes])
    pension = np.where(before_tax[rows.employment], rows.employee_pension, 0.0)
    return np.asarray(rows.gross - pension - rows.payroll_giving)


def _pensions(dated: Dated, place: int) -> float:
    who = ("claimant", "partner")[place]
    month = sum(i.per_month for i in incomes(dated.case) if i.kind in PENSIONS and i.who == who)
    return month * MONTHS_PER_YEAR


def _tax_on(dated: Dated, income: Floats, day: np.datetime64) -> Floats:
    """The tax on a year's income, by the person's nation and the rates of the year's last day."""
    region = "scotland" if dated.case.nation == "scotland" else "rest_of_uk"
    simulation = simulate_people(
        {
            "adjusted_net_income_per_year": income,
            "pay_date": np.full(len(income), day),
            "tax_code_region": np.full(len(income), region, dtype=object),
        },
        len(income),
    )
    return np.asarray(simulation.person("income_tax_on_year"), dtype=np.float64)


def _due(ends: date) -> date:
    month = int(parameter_at(f"{FOLDER}.payable_month", ends))
    day = int(parameter_at(f"{FOLDER}.payable_day", ends))
    return date(ends.year + 1, month, day)
