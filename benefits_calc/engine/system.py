"""The rules, built once per process and read-only from then on."""

from __future__ import annotations

import gc
from datetime import date
from functools import cache
from typing import Any

import numpy as np

from benefits_calc.rules import CountryTaxBenefitSystem
from benefits_calc.rules.rates import rate_book


@cache
def rules_system() -> Any:
    """Return the tax and benefit system.

    The collector is told to leave the system alone: it never becomes garbage, and walking it
    after every click of a web session is what makes such a session slow.
    """
    system = CountryTaxBenefitSystem()
    gc.collect()
    gc.freeze()
    return system


def parameter_at(path: str, day: date) -> float:
    """Value of a parameter on a day."""
    book = rate_book(rules_system())
    eras, _ = book.eras_of(np.array([day], dtype="datetime64[D]"))
    return float(book.value(path, eras[0]))
