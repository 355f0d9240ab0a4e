"""Reading a PAYE tax code (Income Tax (PAYE) Regulations 2003, SI 2003/2682, Part 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator

from benefits_calc.case.facts import Accepts, refusal

Region = Literal["rest_of_uk", "scotland", "wales"]
Kind = Literal["number", "br", "d0", "d1", "d2", "d3", "nt", "zero_t", "k"]

_FORM = re.compile(
    r"(?P<region>[SC]?)"
    r"(?:(?P<word>BR|D0|D1|D2|D3|NT|0T)|K(?P<addition>\d{1,5})|(?P<number>\d{1,5})[LMNT])"
    r"\s*/?\s*(?P<basis>W1\s*/\s*M1|W1|M1|X)?"
)
_REGIONS: dict[str, Region] = {"": "rest_of_uk", "S": "scotland", "C": "wales"}
_WORDS: dict[str, Kind] = {
    "BR": "br",
    "D0": "d0",
    "D1": "d1",
    "D2": "d2",
    "D3": "d3",
    "NT": "nt",
    "0T": "zero_t",
}
_SCOTTISH_ONLY = ("d2", "d3")
_FORMS = (
    "a tax code as on a payslip: digits and L, M, N or T (1257L), BR, D0, D1, NT, 0T or K and "
    "digits; S (Scotland, also D2 and D3) or C (Wales) before it, W1 or M1 after it; or automatic"
)
AUTOMATIC = "automatic"


@dataclass(frozen=True)
class TaxCode:
    """A tax code in its parts.

    Attributes:
        region: Whose rates it uses: S is Scotland, C is Wales.
        kind: How the code works; ``zero_t`` is 0T (no free pay), ``k`` adds to pay.
        number: The digits of a number or K code, otherwise 0.
        non_cumulative: Week-1 or month-1 basis: each pay day stands alone.
    """

    region: Region
    kind: Kind
    number: int = 0
    non_cumulative: bool = False


def parse_tax_code(text: str) -> TaxCode:
    """Read a tax code.

    Raises:
        ValueError: where it is not a code; the text says what is accepted.
    """
    found = _FORM.fullmatch(text.strip().upper())
    if found is None:
        raise ValueError(f"{text!r} is not a tax code; give {_FORMS}")
    region = _REGIONS[found["region"]]
    non_cumulative = found["basis"] is not None
    if found["word"]:
        kind = _WORDS[found["word"]]
        if kind in _SCOTTISH_ONLY and region != "scotland":
            raise ValueError(f"{text!r} is a Scottish code only; give {_FORMS}")
        return TaxCode(region, kind, 0, non_cumulative)
    if found["addition"]:
        return TaxCode(region, "k", int(found["addition"]), non_cumulative)
    return TaxCode(region, "number", int(found["number"]), non_cumulative)


def _checked(text: str) -> str:
    if text == AUTOMATIC:
        return text
    try:
        parse_tax_code(text)
    except ValueError:
        raise refusal("") from None
    return text


TaxCodeText = Annotated[str, AfterValidator(_checked), Accepts(_FORMS)]
