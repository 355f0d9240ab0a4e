"""The PAYE code of a job: as on the payslip, assumed, or lowered for taxable benefits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from benefits_calc.case.job import Job
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.paye_codes import lowered_code

CODE_KINDS = {"zero_t": "number"}
STANDARD_CODE = "hmrc.income_tax.paye.standard_code_number"
MARRIAGE_ALLOWANCE = "hmrc.income_tax.marriage_allowance"
POUNDS_PER_CODE_DIGIT = 10
PREFIXES = {"scotland": "S", "wales": "C"}


def assumed_code(job: Job, nation: str, as_at: date, *, second: bool) -> str | None:
    """The tax code taken where the case gives none; None where it says which."""
    if job.tax_code is not None:
        return None
    return usual_code(job, nation, as_at, second=second)


def tax_code_facts(job: Job, nation: str, as_at: date, *, second: bool) -> dict[str, Any]:
    """Facts of the code as on the payslip, or of the usual one."""
    code = job.parsed_tax_code
    if code is not None:
        return {
            "tax_code_kind": CODE_KINDS.get(code.kind, code.kind),
            "tax_code_region": code.region,
            "tax_code_number": float(code.number),
        }
    return {
        "tax_code_region": nation if nation in PREFIXES else "rest_of_uk",
        "tax_code_kind": "br" if _is_flat(job, second=second) else "number",
        "tax_code_number": usual_number(job, as_at),
    }


def lowered_code_facts(job: Job, as_at: date, taxable_benefits_per_year: Floats) -> dict[str, Any]:
    """Facts of the usual code, lowered at each point for taxable benefits of so much a year."""
    adds, number = lowered_code(usual_number(job, as_at), taxable_benefits_per_year)
    kind = np.where(adds, "k", "number").astype(object)
    return {"tax_code_kind": kind, "tax_code_number": number}


@dataclass(frozen=True)
class CodeTexts:
    """The codes of a job at every point, put into words where one is asked for.

    Attributes:
        stated: The code on the payslip, which is that of every point; None where it is worked out.
        prefix: Of a Scottish or Welsh code.
        letter: Of a code with a number.
        kinds: Kind at each point, or of all of them.
        numbers: Digits at each point, or of all of them.
    """

    stated: str | None = None
    prefix: str = ""
    letter: str = ""
    kinds: Any = ""
    numbers: Any = 0.0

    def __getitem__(self, point: int) -> str:
        if self.stated is not None:
            return self.stated
        kind = _at(self.kinds, point)
        return self.prefix + _code_text(str(kind), float(_at(self.numbers, point)), self.letter)


def code_texts(job: Job, facts: dict[str, Any]) -> CodeTexts:
    """The code at each point, as a payslip shows it."""
    if job.tax_code is not None and not job.tax_code_is_automatic:
        return CodeTexts(job.tax_code.strip().upper())
    return CodeTexts(
        prefix=PREFIXES.get(str(facts["tax_code_region"]), ""),
        letter="M" if job.marriage_allowance_claimed else "L",
        kinds=facts["tax_code_kind"],
        numbers=facts["tax_code_number"],
    )


def _at(values: Any, point: int) -> Any:
    return values[point] if isinstance(values, np.ndarray) else values


def usual_number(job: Job, as_at: date) -> float:
    """Digits of the usual code: the allowance, with any part given by husband or wife."""
    number = parameter_at(STANDARD_CODE, as_at)
    if job.marriage_allowance_claimed:
        number += parameter_at(MARRIAGE_ALLOWANCE, as_at) // POUNDS_PER_CODE_DIGIT
    return number


def _code_text(kind: str, number: float, letter: str) -> str:
    if kind == "br":
        return "BR"
    return f"K{number:.0f}" if kind == "k" else f"{number:.0f}{letter}"


def usual_code(job: Job, nation: str, as_at: date, *, second: bool) -> str:
    """The code of somebody without taxable benefits, as a payslip shows it."""
    letter = "M" if job.marriage_allowance_claimed else "L"
    kind = "br" if _is_flat(job, second=second) else "number"
    return PREFIXES.get(nation, "") + _code_text(kind, usual_number(job, as_at), letter)


def _is_flat(job: Job, *, second: bool) -> bool:
    return second or job.starter_declaration == "C"
