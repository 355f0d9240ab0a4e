"""Letters against figures, as the JSON object of `reconcile` and as text."""

from __future__ import annotations

from typing import Any

from benefits_calc import __version__
from benefits_calc.analysis.reconcile import Letter, Reconciliation
from benefits_calc.output.contract import FORMAT
from benefits_calc.output.text import wrapped
from benefits_calc.words import reconcile_words as words
from benefits_calc.words.money import pence
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.times import day

NAME_WIDTH, COLUMN_WIDTH = 44, 14


def reconciliation_object(found: Reconciliation) -> dict[str, Any]:
    """Letters against figures, as format 1."""
    dates = found.dates
    return {
        "format": FORMAT,
        "label": found.case.label,
        "as_at": dates.as_at.isoformat(),
        "program_version": __version__,
        "rules_version": __version__,
        "period": {
            "starts": dates.assessment_period_start.isoformat(),
            "ends": dates.assessment_period_end.isoformat(),
        },
        "letters": [_letter(letter, found.case.nation) for letter in found.letters],
    }


def _letter(letter: Letter, nation: str) -> dict[str, Any]:
    return {
        "benefit": letter.line,
        "letter": {"amount": letter.amount, "per": letter.per},
        "letter_per_month": letter.letter_per_month,
        "figure_per_month": letter.figure_per_month,
        "difference_per_month": letter.difference_per_month,
        "agrees": letter.agrees,
        "locked": letter.locked,
        "what": words.letter_sentence(letter),
        "reasons": [
            {
                "code": reason.code,
                "match": reason.match,
                "figure_per_month": reason.figure_per_month,
                "what": words.reason_sentence(reason),
            }
            for reason in letter.reasons
        ],
        "what_to_do": words.what_to_do(letter, nation),
    }


def reconciliation_text(found: Reconciliation) -> str:
    """Letters against figures, as text: a table, then each difference."""
    dates = found.dates
    start, end = day(dates.assessment_period_start), day(dates.assessment_period_end)
    title = f"{found.case.label}: {tell('reconcile', 'heading', start=start, end=end)}"
    if not found.letters:
        return f"{title}\n\n{tell('reconcile', 'nothing')}\n"
    heads = [tell("reconcile", f"column_{name}") for name in ("letter", "figure", "difference")]
    table = [_row("", heads), *(_figures(letter) for letter in found.letters)]
    parts = [
        title,
        "\n".join(table),
        *(_paragraph(letter, found.case.nation) for letter in found.letters),
    ]
    return "\n\n".join(parts) + "\n"


def _figures(letter: Letter) -> str:
    amounts = (letter.letter_per_month, letter.figure_per_month, letter.difference_per_month)
    cells = ["?" if amount is None else f"{amount:,.2f}" for amount in amounts]
    return _row(words.letter_name(letter), cells)


def _row(name: str, cells: list[str]) -> str:
    return name.ljust(NAME_WIDTH) + "".join(cell.rjust(COLUMN_WIDTH) for cell in cells)


def _paragraph(letter: Letter, nation: str) -> str:
    amount = f"{pence(letter.amount)} / {letter.per.replace('_', ' ')}"
    head = f"{words.letter_name(letter)} ({amount}): {words.letter_sentence(letter)}"
    rows = [wrapped(head)]
    if letter.reasons:
        rows.append(wrapped(tell("reconcile", "reasons_heading"), first=False))
        rows += [
            wrapped(f"{place}. {words.reason_sentence(reason)}", first=False)
            for place, reason in enumerate(letter.reasons, start=1)
        ]
    rows += [wrapped(text, first=False) for text in words.what_to_do(letter, nation)]
    return "\n".join(rows)
