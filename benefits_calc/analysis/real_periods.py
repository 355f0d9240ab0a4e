"""One real assessment period, with the pay days that fall in it, beside the usual month."""

from __future__ import annotations

from dataclasses import dataclass

from benefits_calc.engine.pay_days import NET_PAY, pay_days_in_period, periods_a_year_with_most
from benefits_calc.engine.points import PayDays
from benefits_calc.engine.results import Results

PERIODS_A_YEAR = 12
# Worked out by the week or for the year: an extra pay day does not move it.
NOT_BY_PERIOD = "council_tax_reduction"


@dataclass(frozen=True)
class RealPeriod:
    """What one assessment period brings.

    Attributes:
        pay_days: Pay days of the job in it.
        net_pay: Take-home pay received on them, pounds, of the person whose job is compared.
        universal_credit: The award of that period, pounds.
        housing_benefit: Pounds a month, at the weekly rate of that period.
        left_over: What is left after the costs, pounds.
        periods_a_year: How many of a year's twelve periods have so many pay days.
    """

    pay_days: int
    net_pay: float
    universal_credit: float
    housing_benefit: float
    left_over: float
    periods_a_year: int = 0


def real_period(results: Results, row: int, average_row: int, which: PayDays) -> RealPeriod:
    """Read one period.

    Args:
        results: The run.
        row: The row of that period.
        average_row: The row of the same hours in a usual month.
        which: The fewest or the most pay days.
    """
    outcome, lines = results.outcome, results.lines
    beyond = outcome.payroll.other_pay_days.get(NET_PAY)
    own = family = 0.0
    if beyond is not None:
        own = float(beyond[row, outcome.worker])
        family = float(beyond[row].sum())
    left = float(results.left_over[row]) + family
    if NOT_BY_PERIOD in lines:
        left -= float(lines[NOT_BY_PERIOD][row] - lines[NOT_BY_PERIOD][average_row])
    job = outcome.case.job
    paid = job.paid if job else ""
    most = periods_a_year_with_most(paid)
    return RealPeriod(
        pay_days=pay_days_in_period(paid, which),
        net_pay=round(float(lines["net_pay"][row]) + own, 2),
        universal_credit=float(lines["universal_credit"][row]),
        housing_benefit=float(lines["housing_benefit"][row]),
        left_over=round(left, 2),
        periods_a_year=most if which == PayDays.most and most else PERIODS_A_YEAR - most,
    )
