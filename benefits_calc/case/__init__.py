"""The facts of a case: the model, reading and writing case files, and clear messages.

`Case` is the whole; `load_case`, `parse_case`, `build_case` and `dump_case` move it in and out;
`CaseError` says what is wrong, one line for each problem.
"""

from __future__ import annotations

from benefits_calc.case.loading import (
    build_case,
    dump_case,
    dump_plain,
    load_case,
    parse_case,
    parse_data,
)
from benefits_calc.case.messages import Message
from benefits_calc.case.model import Case
from benefits_calc.case.places import check_places, place_problems
from benefits_calc.case.problems import CaseError, Problem
from benefits_calc.case.tax_code import TaxCode, parse_tax_code
from benefits_calc.case.template import case_template

__all__ = [
    "Case",
    "CaseError",
    "Message",
    "Problem",
    "TaxCode",
    "build_case",
    "case_template",
    "check_places",
    "dump_case",
    "dump_plain",
    "load_case",
    "parse_case",
    "parse_data",
    "parse_tax_code",
    "place_problems",
]
