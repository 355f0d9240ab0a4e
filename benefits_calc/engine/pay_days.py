"""Pay received in one real assessment period: pay days fall in it whole, and are not averaged.

Universal Credit counts earnings in the period in which they are received (UC Regs 2013 regs 54
and 61). Pay by the month that comes twice in a period may be moved to keep one in each (reg
61(6)), so a monthly cycle has one pay day in every period.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.arrays import Floats, Simulation
from benefits_calc.engine.points import PayDays
from benefits_calc.rules.conversions import DAYS_PER_WEEK, MONTHS_PER_YEAR, WEEKS_PER_YEAR

DAYS_BETWEEN_PAY_DAYS = {"weekly": 7, "fortnightly": 14, "four_weekly": 28}
SHORTEST_PERIOD_DAYS, LONGEST_PERIOD_DAYS = 28, 31
# What a month's share of each cycle's pay counts as earnings is made of.
COUNTED = "employment_income"
TAKEN_OFF = (
    "income_tax",
    "national_insurance",
    "pension_contributions_ignored_by_universal_credit",
    "payroll_giving",
    "deductible_employment_expenses",
)
EARNINGS, NET_PAY = "uc_earnings_of_other_pay_days", "net_pay_of_other_pay_days"
LINES = (EARNINGS, NET_PAY)
# Facts of a person: what one real assessment period counts, whichever kind the row is for.
COUNTED_IN = {
    "counted_pay_in_usual_period": PayDays.fewest,
    "counted_pay_with_most_pay_days": PayDays.most,
}


def pay_days_in_period(paid: str, which: PayDays) -> int:
    """Pay days of a cycle in an assessment period with the fewest, or the most, of them."""
    between = DAYS_BETWEEN_PAY_DAYS.get(paid)
    if between is None:
        return 1
    if which == PayDays.most:
        return -(-LONGEST_PERIOD_DAYS // between)
    return SHORTEST_PERIOD_DAYS // between


def periods_a_year_with_most(paid: str) -> int:
    """How many assessment periods of a year hold the most pay days; 0 where all are alike."""
    between = DAYS_BETWEEN_PAY_DAYS.get(paid)
    if between is None:
        return 0
    pay_days = round(WEEKS_PER_YEAR * DAYS_PER_WEEK / between)
    return pay_days - round(MONTHS_PER_YEAR) * pay_days_in_period(paid, PayDays.fewest)


def pay_beyond_average(
    simulation: Simulation, block: slice, paid: str, pay_days: NDArray[np.int8]
) -> dict[str, Floats]:
    """What one employment brings in the period of each row, less its share of a month's average.

    Args:
        simulation: The payroll run.
        block: The employment's rows in it.
        paid: Its pay cycle.
        pay_days: Which period each row is for, a value of `PayDays`.

    Returns:
        Pounds, by line: earnings that Universal Credit counts, and pay into the bank.
    """
    counts = np.array([0, *(pay_days_in_period(paid, which) for which in list(PayDays)[1:])])
    count = counts[pay_days]

    def of(name: str) -> Floats:
        return np.asarray(simulation.person(name)[block], dtype=np.float64)

    counted = of(COUNTED) - sum(of(name) for name in TAKEN_OFF)
    usual = {EARNINGS: counted, NET_PAY: of("net_pay")}
    each = {
        EARNINGS: of("uc_employed_earnings_per_pay_period"),
        NET_PAY: of("net_pay_per_pay_period"),
    }
    return {
        line: np.where(count > 0, np.round(count * each[line] - usual[line], 2), 0.0)
        for line in LINES
    }


def counted_in_real_periods(simulation: Simulation, block: slice, paid: str) -> dict[str, Floats]:
    """Earnings that Universal Credit counts of one employment in each kind of real period.

    Args:
        simulation: The payroll run.
        block: The employment's rows in it.
        paid: Its pay cycle.

    Returns:
        Pounds an assessment period, by the fact they fill.
    """
    each = np.asarray(
        simulation.person("uc_employed_earnings_per_pay_period")[block], dtype=np.float64
    )
    return {line: each * pay_days_in_period(paid, which) for line, which in COUNTED_IN.items()}
