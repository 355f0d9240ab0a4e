"""Ages by school year, as the nations of Great Britain place children in classes."""

from __future__ import annotations

import numpy as np

from benefits_calc.rules.calendar import years_between

Dates = np.ndarray
SEPTEMBER, AUGUST = 9, 8
SCOTTISH_REFERENCE_MONTH = 3


def age_in_school_year(born: Dates, on: Dates, scottish: np.ndarray) -> np.ndarray:
    """Age that decides the class on a day.

    In England and Wales the age on 1 September before it; in Scotland the age on 1 March of the
    school year, which begins in August.
    """
    years, month = _year_and_month(on)
    september = _first_of(years - (month < SEPTEMBER), SEPTEMBER)
    march = _first_of(years + (month >= AUGUST), SCOTTISH_REFERENCE_MONTH)
    return years_between(born, np.where(scottish, march, september))


def _year_and_month(days: Dates) -> tuple[np.ndarray, np.ndarray]:
    months = days.astype("datetime64[M]").astype(np.int64)
    return months // 12 + 1970, months % 12 + 1


def _first_of(years: np.ndarray, month: int) -> Dates:
    months = (years - 1970) * 12 + month - 1
    return months.astype("datetime64[M]").astype("datetime64[D]")
