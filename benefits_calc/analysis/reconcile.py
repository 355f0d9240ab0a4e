"""What letters say against what the rules give, with likely reasons for each difference.

A reason is found by working the case out again with one fact otherwise, never from figures held
here. A match is `exact` to a penny or two, `near` to the pound; `possible` fits what is known
without being proved by the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benefits_calc.analysis.assumptions import OTHER_NAMES, WORKED_OUT
from benefits_calc.analysis.letter_variants import Variant, variants_of
from benefits_calc.analysis.reasons import EXACT, MATCHES, POSSIBLE, Reason, match_of
from benefits_calc.analysis.reconcile_uc import AWARD, award_now, reasons_in_the_award
from benefits_calc.case import Case, CaseError
from benefits_calc.case.benefits_now import BenefitLine, BenefitsNow, UniversalCreditNow
from benefits_calc.case.facts import Amount
from benefits_calc.engine.dates import ComparisonDates
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import now
from benefits_calc.engine.results import FAMILY_LINES, Results, paid_now, results_of

MOST_REASONS = 5
# Bills are reduced by the day, and a letter's week is not quite a seventh of 365 days.
BY_THE_DAY, A_SHARE = "council_tax_reduction", 0.005
PERIODS = ("week", "fortnight", "four_weeks", "month")


@dataclass(frozen=True)
class Letter:
    """One benefit's letter against the figure.

    Attributes:
        line: The benefit.
        amount: As on the letter, pounds.
        per: What the letter's amount is for.
        locked: Whether the case asks to keep this amount.
        letter_per_month: The letter's amount as pounds a month.
        figure_per_month: What the rules give, pounds a month; none where it is not worked out.
        difference_per_month: Letter less figure.
        agrees: Whether the two are the same but for rounding.
        reasons: Likely reasons, the best match first.
    """

    line: str
    amount: float
    per: str
    locked: bool
    letter_per_month: float
    figure_per_month: float | None
    difference_per_month: float | None
    agrees: bool | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Reconciliation:
    """Every letter in a case against the figures of its day."""

    case: Case
    dates: ComparisonDates
    letters: tuple[Letter, ...]


def reconcile(case: Case) -> Reconciliation:
    """Compare every amount in `benefits_now` with what the rules give for the day of the case.

    Raises:
        CaseError: where the case cannot be worked out.
    """
    given = {line: amount for line in _names(case) if (amount := _given(case, line)) is not None}
    results = _worked_out(case)
    differ = frozenset(
        line
        for line in given
        if (figures := figures_of(case, results, line))
        and not any(agrees(line, _month(case, line), figure) for figure in figures)
    )
    variants = _worked_variants(case, differ) if differ else []
    letters = (_letter(case, results, line, given[line], variants) for line in given)
    return Reconciliation(case, results.outcome.dates, tuple(letters))


def figures_of(case: Case, results: Results, line: str) -> list[float]:
    """Amounts that a letter may show: all that is paid, one person's, or by the other name."""
    if line == AWARD:
        return [award_now(case, results)]
    figures = []
    for name in (line, *OTHER_NAMES.get(line, ())):
        if name in results.lines and line in WORKED_OUT:
            figures.append(float(results.lines[name][0]))
        if name in FAMILY_LINES:
            people = range(results.outcome.layout.people)
            figures += [float(results.outcome.person(name, place)[0]) for place in people]
    paid = [figure for figure in figures if figure > 0]
    return list(dict.fromkeys(paid or figures))


def agrees(line: str, letter: float, figure: float) -> bool:
    """Whether a letter and a figure are the same but for rounding, pounds a month both."""
    if line == BY_THE_DAY and abs(letter - figure) <= A_SHARE * letter:
        return True
    return match_of(letter, figure) == EXACT


def _names(case: Case) -> Iterator[str]:
    if case.benefits_now is not None:
        yield from (n for n in BenefitsNow.model_fields if getattr(case.benefits_now, n))


def _given(case: Case, line: str) -> tuple[Amount | BenefitLine, bool] | None:
    held = getattr(case.benefits_now, line)
    if isinstance(held, UniversalCreditNow):
        return None if held.amount is None else (held.amount, held.locked)
    return held, held.locked


def _month(case: Case, line: str) -> float:
    """The letter's amount as pounds a month."""
    month = paid_now(case, line)
    assert month is not None  # noqa: S101 - only lines with an amount are asked for
    return month


def _worked_out(case: Case) -> Results:
    claims = case.universal_credit_claimed
    return results_of(evaluate(case, now(claims_universal_credit=claims)))


def _worked_variants(case: Case, lines: frozenset[str]) -> list[tuple[Variant, Results]]:
    found = []
    for variant in variants_of(case, lines):
        try:
            found.append((variant, _worked_out(variant.case)))
        except CaseError:
            continue
    return found


def _letter(
    case: Case,
    results: Results,
    line: str,
    given: tuple[Amount | BenefitLine, bool],
    variants: list[tuple[Variant, Results]],
) -> Letter:
    paid, locked = given
    letter = _month(case, line)
    figures = figures_of(case, results, line)
    nearest = min(figures, key=lambda figure: abs(letter - figure), default=None)
    same = None if nearest is None else agrees(line, letter, nearest)
    reasons: list[Reason] = []
    if same is False:
        reasons = _ranked(_reasons(case, results, line, variants))
    return Letter(
        line=line,
        amount=paid.amount,
        per=paid.per,
        locked=locked,
        letter_per_month=letter,
        figure_per_month=nearest,
        difference_per_month=None if nearest is None else round(letter - nearest, 2),
        agrees=same,
        reasons=tuple(reasons),
    )


def _reasons(
    case: Case, results: Results, line: str, variants: list[tuple[Variant, Results]]
) -> Iterator[Reason]:
    letter = _month(case, line)
    figures = figures_of(case, results, line)
    yield from _read_otherwise(case, line, figures)
    if line == AWARD:
        yield from reasons_in_the_award(case, results, letter)
    for variant, worked in variants:
        for figure in figures_of(variant.case, worked, line):
            match = match_of(letter, figure)
            if match is not None and figure not in figures:
                yield Reason(variant.code, match, figure, variant.facts)


def _read_otherwise(case: Case, line: str, figures: list[float]) -> Iterator[Reason]:
    """The amount is for another period than the case says, or half of the benefit."""
    for per in PERIODS:
        other = _for_period(case, line, per)
        for figure in figures:
            if other is not None and match_of(other, figure) == EXACT and figure:
                yield Reason(f"amount_is_for_{per}", EXACT, figure)
    for figure in figures:
        match = match_of(2 * _month(case, line), figure)
        if match == EXACT and figure:
            yield Reason("half", match, round(figure / 2, 2))


def _for_period(case: Case, line: str, per: str) -> float | None:
    """The letter's amount as pounds a month, were it for another period."""
    now_paid = case.benefits_now
    held = getattr(now_paid, line)
    if isinstance(held, UniversalCreditNow):
        if held.amount is None or held.amount.per == per:
            return None
        held = held.model_copy(update={"amount": held.amount.model_copy(update={"per": per})})
    elif held.per == per:
        return None
    else:
        held = held.model_copy(update={"per": per})
    assert now_paid is not None  # noqa: S101 - a letter was found in it
    return paid_now(
        case.model_copy(update={"benefits_now": now_paid.model_copy(update={line: held})}), line
    )


def _ranked(reasons: Iterator[Reason]) -> list[Reason]:
    """The best matches first, each reason once; what is only possible where nothing is exact."""
    by_code: dict[str, Reason] = {}
    for reason in sorted(reasons, key=lambda reason: MATCHES.index(reason.match)):
        by_code.setdefault(f"{reason.code} {sorted(reason.facts.items())}", reason)
    found = list(by_code.values())
    exact = [reason for reason in found if reason.match == EXACT]
    if exact:
        found = [reason for reason in found if reason.match != POSSIBLE]
    return found[:MOST_REASONS]
