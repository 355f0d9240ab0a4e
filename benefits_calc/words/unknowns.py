"""Lines that could not be worked out: what they are called, and who must tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from benefits_calc.analysis.assumptions import Gap
from benefits_calc.analysis.comparison import Comparison
from benefits_calc.case import Case
from benefits_calc.engine.results import Unknown
from benefits_calc.words import sentences
from benefits_calc.words.catalogue import label_of
from benefits_calc.words.money import whole
from benefits_calc.words.page_catalogue import joined, say, section

WHO_TELLS: Final = {
    "council_tax_reduction": "council",
    "housing_benefit": "council",
    "carer_support_payment": "scotland",
    "scottish_carer_supplement": "scotland",
    "scottish_child_payment": "scotland",
    "adult_disability_payment": "scotland",
    "child_disability_payment": "scotland",
}
NOT_ASKED: Final = "not_asked"


def open_lines(comparison: Comparison) -> tuple[Unknown, ...]:
    """Unknown lines whose amount today is not given either, so that nothing bounds them."""
    return tuple(item for item in comparison.unknown if item.now_per_month is None)


def before_any_change_in(unknown: Iterable[Unknown]) -> str:
    """The lines with who must tell, to go after "before any change in"."""
    return joined([_open(item) for item in unknown])


def left_out_sentences(unknown: tuple[Unknown, ...], case: Case) -> tuple[str, ...]:
    """Why each line is in no figure, and what is paid of it today, where that is known."""
    said = []
    for item in unknown:
        said.append(
            sentences.gap_sentence(Gap(item.reason, item.line, {"council": case.council or ""}))
        )
        if item.now_per_month:
            said.append(today_sentence(item))
    return tuple(said)


def today_sentence(item: Unknown) -> str:
    """What is paid of a line today, that is in no figure."""
    amount = f"£{whole(item.now_per_month or 0.0):,}"
    return say("open", "today", name=_name(item.line), amount=amount)


def depends_on(unknown: Iterable[Unknown]) -> str:
    """The lines that are paid today and could go."""
    return joined([_named(item.line, item) for item in unknown if item.now_per_month])


def _open(item: Unknown) -> str:
    if item.reason == NOT_ASKED:
        if item.line == "council_tax_reduction":
            return say("open", "council_tax_not_asked")
        return say("open", "not_asked", name=_name(item.line))
    return _named(item.line, item)


def _named(line: str, item: Unknown) -> str:
    who = say("open.who", WHO_TELLS.get(item.line, "dwp"))
    return say("open", "line", name=_name(line), who=who)


def _name(line: str) -> str:
    return str(section("names").get(line) or label_of(line))
