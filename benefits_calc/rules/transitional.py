"""How a transitional element falls as other elements of Universal Credit rise.

Universal Credit (Transitional Provisions) Regulations 2014 (SI 2014/1230) reg 55(2) to (5). Every
rise of an element, or an element that comes in, lowers it by the whole rise, childcare apart; a
fall of another element at the same time makes no difference. Where LCWRA takes the place of LCW
only the difference counts. Once nil it is gone.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from benefits_calc.rules.rounding import Money, to_penny

LCW, LCWRA = "uc_lcw_element", "uc_lcwra_element"
ELEMENTS = (
    "uc_standard_allowance",
    "uc_child_element",
    "uc_disabled_child_element",
    LCW,
    LCWRA,
    "uc_carer_element",
    "uc_housing_costs_element",
)


def relevant_increases(before: Mapping[str, Money], now: Mapping[str, Money]) -> Money:
    """Rises of all elements together from one period to the next, pounds a month.

    Raises:
        KeyError: where an element is missing on either side.
    """
    rises = sum(np.maximum(now[name] - before[name], 0.0) for name in ELEMENTS)
    replaced = (before[LCW] > 0) & (now[LCW] == 0) & (before[LCWRA] == 0) & (now[LCWRA] > 0)
    return to_penny(rises - np.where(replaced, np.minimum(before[LCW], now[LCWRA]), 0.0))
