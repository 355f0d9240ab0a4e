"""The tax code of each employment, its basis, and the pay and tax it begins with.

PAYE Regulations 2003 (SI 2003/2682) regs 42-52 (P45 and starter checklist); HMRC's starter
checklist: statement A is a first job since 6 April (code cumulative), B an only job now after
other pay or taxable benefit (week-1 or month-1 basis), C a job beside another or a pension (BR).
Week-1 and month-1 marks are dropped on 6 April (form P9X).

=====================  ======================================================================
assumption code        what was taken
=====================  ======================================================================
tax_code_cumulative    the standard code with all of the year's free pay (statement A)
tax_code_month_1       the standard code, each pay day alone (statement B), because New Style
                       ESA or Jobseeker's Allowance, which are taxable, is in payment
tax_code_second_job    BR, because another job goes on beside it (statement C)
tax_code_lowered       the code that HMRC would give for the taxable benefits of the comparison
tax_code_after_p45     the standard code with pay and tax of the job that it replaces
=====================  ======================================================================
"""

from __future__ import annotations

from dataclasses import dataclass

from benefits_calc.engine.dated.employments import DatedEmployment
from benefits_calc.engine.payroll import second_jobs

_WITH_FREE_PAY = ("number", "k")


@dataclass(frozen=True)
class TaxBasis:
    """How an employment is taxed in the tax year in which it begins.

    Attributes:
        first_year_alone: Week-1 or month-1 basis until the next 6 April.
        pay_before: Pay of the year before the employment (P45), pounds.
        tax_before: Tax of the year before it (P45), pounds.
        follows_replaced_job: Whether pay and tax of the replaced jobs go before it instead.
        assumed: Assumption code; None where the case states the code.
    """

    first_year_alone: bool
    pay_before: float = 0.0
    tax_before: float = 0.0
    follows_replaced_job: bool = False
    assumed: str | None = None


def tax_bases(employments: tuple[DatedEmployment, ...]) -> tuple[TaxBasis, ...]:
    """The basis of each employment, in order."""
    second = second_jobs(tuple(item.facts for item in employments))
    replaced = {item.facts.person for item in employments if item.replaced}
    return tuple(
        _basis(item, second=place in second, after_job=item.facts.person in replaced)
        for place, item in enumerate(employments)
    )


def _basis(item: DatedEmployment, *, second: bool, after_job: bool) -> TaxBasis:
    job = item.facts.job
    before = (job.pay_this_tax_year or 0.0, job.tax_this_tax_year or 0.0)
    told = job.pay_this_tax_year is not None
    code = job.parsed_tax_code
    flat = code.kind not in _WITH_FREE_PAY if code is not None else job.starter_declaration == "C"
    after = item.facts.is_offer and after_job and not told and not flat
    if code is not None:
        return TaxBasis(code.non_cumulative, *before, follows_replaced_job=after)
    if job.starter_declaration is not None and not job.tax_code_is_automatic:
        alone = job.starter_declaration == "B"
        return TaxBasis(alone, *before, follows_replaced_job=after)
    assumed = _assumed(item, second=second, after=after, told=told)
    return TaxBasis(
        assumed == "tax_code_month_1",
        *((0.0, 0.0) if second else before),
        follows_replaced_job=after and not second,
        assumed=assumed,
    )


def _assumed(item: DatedEmployment, *, second: bool, after: bool, told: bool) -> str:
    """Code of what is taken where the case states neither a code nor a declaration."""
    if second:
        return "tax_code_second_job"
    if item.facts.job.tax_code_is_automatic:
        return "tax_code_lowered"
    if after:
        return "tax_code_after_p45"
    if not told and item.facts.is_offer and _taxable_benefit(item):
        return "tax_code_month_1"
    return "tax_code_cumulative"


def _taxable_benefit(item: DatedEmployment) -> bool:
    """Whether the worker has New Style ESA or JSA now (ITEPA 2003 s.660)."""
    worker = item.facts.worker
    return worker.new_style_esa is not None or worker.new_style_jsa is not None
