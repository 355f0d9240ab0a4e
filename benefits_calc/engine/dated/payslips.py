"""Pay packets on their days: gross pay, what is taken from it, and what Universal Credit counts.

One run of the rules works out every packet of every scenario and employment at once. Tax to date
runs through each tax year of an employment; National Insurance, pension and student loan look at
the packet alone (PAYE Regulations 2003 reg 23; Contributions Regulations 2001 regs 10-12).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case, CaseError
from benefits_calc.case.problems import not_accepted
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.employments import NEVER, dated_employments, job_start
from benefits_calc.engine.dated.packets import KINDS, Block, Rows, block_of
from benefits_calc.engine.dated.paydays import Days
from benefits_calc.engine.dated.payroll_run import run_rows
from benefits_calc.engine.dated.scenario import Scenario
from benefits_calc.engine.dated.sick_days import sick_pay_of
from benefits_calc.engine.dated.tax_bases import TaxBasis, tax_bases
from benefits_calc.engine.layout import layout_of
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.registry import verified_range
from benefits_calc.rules.working_days import bank_holidays_known_until

Whole = NDArray[np.int64]
Booleans = NDArray[np.bool_]
PayAssumptions = tuple["PayAssumption", ...]


@dataclass(frozen=True)
class PayAssumption:
    """Something about an employment's pay that the case does not say.

    Attributes:
        code: What was taken: those of `paydays` and `tax_bases`; job_starts, the first Monday on
            or after the day of the case; term_dates_not_given, pay spread over the year;
            sick_pay_statutory_only, no sick pay of the employer's own; holiday_pay_not_known,
            nothing for leave not taken at the end of a job.
        employment: Place of the employment in `employments_of`.
    """

    code: str
    employment: int


@dataclass(frozen=True)
class Payslips:
    """Pay packets, one a row, by employment, then scenario, then day. Money in pounds a packet.

    Attributes:
        scenario: Place of the scenario in those asked for.
        person: Place of the person in the layout.
        employment: Place of the employment in `employments_of`.
        due_on: The contract's pay day: it decides tax year, rates and the date in real-time
            information, and so the assessment period in which Universal Credit counts the pay.
        paid_on: The working day on which the money comes.
        work_from: First day of work paid for.
        work_to: Last day of work paid for.
        gross: Pay before anything is taken off, sick pay and last extras included; after a
            salary sacrifice it is still the whole pay.
        statutory_sick_pay: Part of `gross`.
        holiday_pay: Part of `gross`, for leave not taken.
        income_tax: Taken (below zero: a refund).
        national_insurance: Taken.
        employee_pension: Taken, a salary sacrifice included; for relief at source without the
            relief.
        student_loan: Taken.
        payroll_giving: Taken.
        net: Into the bank.
        uc_earned_income: What the packet adds to employed earnings (UC Regulations 2013 regs
            54, 55, 61); student loans are not taken off.
        hours_worked: Hours in the days paid for.
        pay_periods: Pay periods paid for: 1 as a rule, a part of one at the start and the end of
            a job, more in a late first wage.
        kind: Place in `KINDS`.
        earns_national_insurance_credit: Whether pay reaches the lower earnings limit.
        rates_not_yet_set: Whether the day is past the last for which rates are known, so that
            the last known ones were used.
        bank_holidays_not_known: Whether the day is past the table of bank holidays.
        assumptions: What the case does not say about pay.
    """

    scenario: Whole
    person: Whole
    employment: Whole
    due_on: Days
    paid_on: Days
    work_from: Days
    work_to: Days
    gross: Floats
    statutory_sick_pay: Floats
    holiday_pay: Floats
    income_tax: Floats
    national_insurance: Floats
    employee_pension: Floats
    student_loan: Floats
    payroll_giving: Floats
    net: Floats
    uc_earned_income: Floats
    hours_worked: Floats
    pay_periods: Floats
    kind: NDArray[np.int8]
    earns_national_insurance_credit: Booleans
    rates_not_yet_set: Booleans
    bank_holidays_not_known: Booleans
    assumptions: tuple[PayAssumption, ...]

    @property
    def count(self) -> int:
        """Number of packets."""
        return len(self.scenario)

    def where(self, rows: NDArray[Any]) -> Payslips:
        """The packets that a mask or places pick out."""
        picked = {name: getattr(self, name)[rows] for name in _COLUMNS}
        return Payslips(**picked, assumptions=self.assumptions)

    def last_wage_between(self, scenario: int, first: date, last: date) -> date | None:
        """Day of the last wage due in some days, of anybody; None where there is none."""
        mine = (self.scenario == scenario) & (self.kind != KINDS.index("redundancy"))
        mine &= (self.due_on >= np.datetime64(first)) & (self.due_on <= np.datetime64(last))
        return self.due_on[mine].max().item() if mine.any() else None


def payslips_of(
    case: Case, scenarios: tuple[Scenario, ...], first_day: date, last_day: date
) -> Payslips:
    """Every pay packet paid from `first_day` to `last_day`, in every scenario.

    The same packet comes out whatever days are asked for around it. Present jobs are taken to
    have been worked since before the tax year. The minimum wage is not put in place of lower pay.

    Args:
        case: The case.
        scenarios: The lines of life, side by side.
        first_day: First day on which money comes.
        last_day: Last such day.

    Raises:
        CaseError: where redundancy pay is more than bears no tax.
    """
    layout = layout_of(case)
    employments = dated_employments(case, layout, scenarios, first_day)
    blocks = [block_of(case, layout, scenarios, item, last_day) for item in employments]
    bases = tax_bases(employments)
    assumed = _assumptions(case, blocks, bases)
    rows = Rows(blocks, bases, sick_pay_of(blocks))
    if rows.count == 0:
        return _nothing(assumed)
    found = _with_redundancy_pay(_payslips(case, rows, scenarios, assumed), rows)
    first, last = np.datetime64(first_day, "D"), np.datetime64(last_day, "D")
    return found.where((found.paid_on >= first) & (found.paid_on <= last))


def _assumptions(case: Case, blocks: list[Block], bases: tuple[TaxBasis, ...]) -> PayAssumptions:
    found = []
    for block, basis in zip(blocks, bases, strict=True):
        if not any(block.item.lines):
            continue
        if block.item.facts.is_offer and not job_start(case)[1]:
            found.append(PayAssumption("job_starts", block.item.place))
        codes = [*block.calendar.assumed, *((basis.assumed,) if basis.assumed else ())]
        term = block.item.facts.job.term_time
        if term is not None and not term.spread_over_year and not term.breaks:
            codes.append("term_dates_not_given")
        if block.work.sick.any():
            codes.append("sick_pay_statutory_only")
        if _leaves_without_holiday_pay(block):
            codes.append("holiday_pay_not_known")
        found += [PayAssumption(code, block.item.place) for code in codes]
    return tuple(found)


def _leaves_without_holiday_pay(block: Block) -> bool:
    """Whether the employment ends in a scenario and nothing is said of leave not taken."""
    return any(
        line is not None and line.last < NEVER and not line.pay.holiday_pay
        for line in block.item.lines
    )


def _payslips(
    case: Case, rows: Rows, scenarios: tuple[Scenario, ...], assumed: PayAssumptions
) -> Payslips:
    run = run_rows(case, rows, scenarios)
    due_on = rows.of_packets("due_on")
    _, verified_until = verified_range()
    return Payslips(
        scenario=rows.scenario,
        person=rows.of_blocks([block.item.facts.person for block in rows.blocks]),
        employment=rows.of_blocks([block.item.place for block in rows.blocks]),
        due_on=due_on,
        paid_on=rows.of_packets("paid_on"),
        work_from=rows.of_lines("work_from"),
        work_to=rows.of_lines("work_to"),
        gross=run.person("contractual_pay_per_pay_period"),
        statutory_sick_pay=np.where(rows.of_lines("has_stated_pay"), 0.0, rows.sick_pay),
        holiday_pay=rows.of_lines("holiday_pay"),
        income_tax=run.person("income_tax_per_pay_period"),
        national_insurance=run.person("national_insurance_per_pay_period"),
        employee_pension=run.person("pension_taken_from_pay_per_pay_period")
        + run.person("salary_sacrifice_per_pay_period"),
        student_loan=run.person("student_loan_per_pay_period"),
        payroll_giving=run.person("payroll_giving_per_pay_period"),
        net=run.person("net_pay_per_pay_period"),
        uc_earned_income=run.person("uc_employed_earnings_per_pay_period"),
        hours_worked=rows.of_work("hours_worked"),
        pay_periods=rows.of_work("share"),
        kind=rows.of_lines("kind"),
        earns_national_insurance_credit=run.person("earns_national_insurance_credit"),
        rates_not_yet_set=due_on > np.datetime64(verified_until, "D"),
        bank_holidays_not_known=due_on > bank_holidays_known_until(),
        assumptions=assumed,
    )


def _with_redundancy_pay(slips: Payslips, rows: Rows) -> Payslips:
    """A packet of its own for compensation: no earnings, and so nothing is taken from it.

    Raises:
        CaseError: above the amount that bears no tax.
    """
    amounts = rows.of_lines("redundancy_pay")
    last = np.flatnonzero(amounts)
    if not len(last):
        return slips
    for row in last:
        _refuse_taxed_redundancy_pay(float(amounts[row]), slips.due_on[row].item())
    nothing: dict[str, Any] = dict.fromkeys(_PARTS_OF_PAY, np.zeros(len(last)))
    alone = replace(
        slips.where(last),
        gross=amounts[last],
        net=amounts[last],
        kind=np.full(len(last), KINDS.index("redundancy"), dtype=np.int8),
        earns_national_insurance_credit=np.zeros(len(last), dtype=bool),
        **nothing,
    )
    order = np.argsort(np.concatenate([np.arange(slips.count), last]), kind="stable")
    both = {name: np.concatenate([getattr(slips, name), getattr(alone, name)]) for name in _COLUMNS}
    return Payslips(**both, assumptions=slips.assumptions).where(order)


def _refuse_taxed_redundancy_pay(amount: float, day: date) -> None:
    most = parameter_at("hmrc.income_tax.termination_payment.exempt", day)
    if amount > most:
        accepted = f"give {most:,.0f} or less: tax on more is not worked out"
        raise CaseError([not_accepted("events.redundancy_pay", amount, accepted)])


def _nothing(assumed: PayAssumptions) -> Payslips:
    """No packet at all."""
    whole, money = np.zeros(0, dtype=np.int64), np.zeros(0)
    days, truth = np.zeros(0, dtype="datetime64[D]"), np.zeros(0, dtype=bool)
    kinds = np.zeros(0, dtype=np.int8)
    empty: dict[str, Any] = {"Whole": whole, "Days": days, "Floats": money, "Booleans": truth}
    columns = {
        each.name: empty.get(str(each.type), kinds)
        for each in fields(Payslips)
        if each.name != "assumptions"
    }
    return Payslips(**columns, assumptions=assumed)


_COLUMNS = tuple(each.name for each in fields(Payslips) if each.name != "assumptions")
_PARTS_OF_PAY = (
    "statutory_sick_pay",
    "holiday_pay",
    "income_tax",
    "national_insurance",
    "employee_pension",
    "student_loan",
    "payroll_giving",
    "uc_earned_income",
    "hours_worked",
    "pay_periods",
)

__all__ = ["KINDS", "PayAssumption", "Payslips", "payslips_of"]
