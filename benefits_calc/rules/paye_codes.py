"""The PAYE code that takes the tax on other income from pay as well.

Income Tax (PAYE) Regulations 2003 reg 14: a code is the allowances less other taxable income; its
digits leave out the last figure of the pounds. Income above the allowances makes a K code, which
adds to pay; its digits are one less, so that the code never adds more than there is.
"""

from __future__ import annotations

import numpy as np

from benefits_calc.rules.rounding import Money

POUNDS_PER_DIGIT = 10.0


def lowered_code(standard_number: float, other_income_per_year: Money) -> tuple[np.ndarray, Money]:
    """Whether each code is a K code, and its number.

    Args:
        standard_number: Digits of the code without other income.
        other_income_per_year: Taxable benefits and pensions, pounds a year.
    """
    left = standard_number * POUNDS_PER_DIGIT - np.maximum(other_income_per_year, 0.0)
    is_k = left < 0
    digits = np.floor(np.abs(left) / POUNDS_PER_DIGIT)
    return is_k, np.where(is_k, np.maximum(digits - 1.0, 0.0), digits)
