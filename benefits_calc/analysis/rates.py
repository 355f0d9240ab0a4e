"""The rates in force on a day, refused where they have not been checked."""

from __future__ import annotations

from datetime import date

from benefits_calc.engine.dates import refuse_unchecked_day
from benefits_calc.engine.rate_list import RateInForce
from benefits_calc.engine.rate_list import rates_on as _rates_on


def rates_on(day: date) -> tuple[RateInForce, ...]:
    """Every rate with a value on that day.

    Raises:
        CaseError: where the rates of that day have not been checked.
    """
    refuse_unchecked_day("on", day)
    return _rates_on(day)
