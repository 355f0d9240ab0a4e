"""Reasons for a Universal Credit statement to differ that lie in the award's own steps."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from benefits_calc.analysis.reasons import EXACT, POSSIBLE, Reason, match_of
from benefits_calc.case import Case, CaseError
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import PayDays, in_job, now, together
from benefits_calc.engine.results import Results, results_of
from benefits_calc.engine.system import parameter_at

UC = "dwp.universal_credit"
AWARD, PAYMENT = "universal_credit", "uc_payment"


def award_now(case: Case, results: Results, row: int = 0) -> float:
    """What the statement would show: the award, or what is paid after deductions."""
    statement = case.benefits_now.universal_credit if case.benefits_now else None
    if statement is not None and statement.amount_is == "after_deductions":
        return float(results.workings[PAYMENT][row])
    return float(results.lines[AWARD][row])


def reasons_in_the_award(case: Case, results: Results, letter: float) -> Iterator[Reason]:
    """Reasons found from the steps of the award, pounds a month."""
    yield from _before_or_after_deductions(case, results, letter)
    yield from _pay_days(case, letter)
    yield from _work_allowance(results, letter)
    yield from _sanction(results, letter)
    yield from _savings(case, results, letter)
    yield from _possible(case, results, letter)


def _before_or_after_deductions(case: Case, results: Results, letter: float) -> Iterator[Reason]:
    shown = award_now(case, results)
    before, after = float(results.lines[AWARD][0]), float(results.workings[PAYMENT][0])
    if before == after:
        return
    other, code = (after, "after_deductions") if shown == before else (before, "before_deductions")
    match = match_of(letter, other)
    if match is not None:
        taken = f"£{before - after:,.2f}"
        yield Reason(code, match, other, {"amount": taken})


def _pay_days(case: Case, letter: float) -> Iterator[Reason]:
    """A period with fewer or more pay days than the usual month, or with the new job's pay."""
    claims = case.universal_credit_claimed
    kinds = tuple(PayDays)
    parts = [now(claims_universal_credit=claims, pay_days=kind) for kind in kinds]
    hours = case.job.hours_per_week if case.job is not None else None
    if hours:
        offer = np.array([hours])
        parts += [in_job(offer, claims_universal_credit=claims, pay_days=kind) for kind in kinds]
    try:
        results = results_of(evaluate(case, together(*parts)))
    except CaseError:
        return
    usual = award_now(case, results, PayDays.average)
    for row, kind in enumerate(kinds * 2 if hours else kinds):
        figure = award_now(case, results, row)
        match = match_of(letter, figure)
        if match is not None and figure != usual:
            name = "new_job" if row >= len(kinds) else "pay_days"
            yield Reason(f"{name}_{kind.name}", match, figure)


def _work_allowance(results: Results, letter: float) -> Iterator[Reason]:
    """The other work allowance, or none, on the same earnings."""
    workings = {name: float(values[0]) for name, values in results.workings.items()}
    earned, allowed = workings["uc_earned_income"], workings["uc_work_allowance"]
    if not earned:
        return
    day = results.outcome.dates.assessment_period_start
    taper = parameter_at(f"{UC}.taper.rate", day)
    unreduced = float(results.lines[AWARD][0]) + workings["uc_earnings_deduction"]
    for name in ("higher", "lower", "none"):
        other = 0.0 if name == "none" else parameter_at(f"{UC}.work_allowance.{name}", day)
        figure = round(max(unreduced - taper * max(earned - other, 0.0), 0.0), 2)
        match = match_of(letter, figure)
        if other != allowed and match is not None:
            yield Reason(f"work_allowance_{name}", match, figure, {"amount": f"£{other:,.0f}"})


def _sanction(results: Results, letter: float) -> Iterator[Reason]:
    """So many days of a sanction, at the daily rate of the standard allowance."""
    dates = results.outcome.dates
    day = dates.assessment_period_start
    if bool(results.outcome.any_adult("has_lcwra")[0]):
        return
    allowance = float(results.workings["uc_standard_allowance"][0])
    step = parameter_at(f"{UC}.sanction.rounding_step", day)
    year = parameter_at(f"{UC}.sanction.days_in_year", day) / 12
    longest = (dates.assessment_period_end - day).days + 1
    shares = {"sanction": 1.0, "sanction_lower": parameter_at(f"{UC}.sanction.lower_share", day)}
    missing = float(results.lines[AWARD][0]) - letter
    for code, share in shares.items():
        a_day = round(math.floor(round(allowance * share / year / step, 6)) * step, 2)
        days = round(missing / a_day) if a_day else 0
        if 1 <= days <= longest and match_of(missing, days * a_day) == EXACT:
            facts = {"days": str(days), "amount": f"£{a_day:,.2f}"}
            yield Reason(code, EXACT, round(letter, 2), facts)


def _savings(case: Case, results: Results, letter: float) -> Iterator[Reason]:
    """Savings taken at another number of steps: the steps from the difference, then worked out."""
    day = results.outcome.dates.assessment_period_start
    step = parameter_at(f"{UC}.capital.tariff_amount", day)
    size = parameter_at(f"{UC}.capital.tariff_step", day)
    lower = parameter_at(f"{UC}.capital.lower_limit", day)
    upper = parameter_at(f"{UC}.capital.upper_limit", day)
    taken = float(results.workings["uc_tariff_income"][0])
    steps = round((taken + award_now(case, results) - letter) / step)
    if steps < 1 or steps == round(taken / step) or steps * size > upper - lower:
        return
    low, high = lower + (steps - 1) * size, lower + steps * size
    other = case.model_copy(update={"savings": high, "savings_ignored": ()})
    found = results_of(evaluate(other, now(claims_universal_credit=True)))
    figure = award_now(other, found)
    if match_of(letter, figure) == EXACT:
        facts = {"low": f"£{low:,.0f}", "high": f"£{high:,.0f}"}
        yield Reason("savings_taken_as", EXACT, figure, facts)


def _possible(case: Case, results: Results, letter: float) -> Iterator[Reason]:
    """What fits the direction of the difference and cannot be worked out from the case."""
    difference = round(letter - award_now(case, results), 2)
    day = results.outcome.dates.assessment_period_start
    amount = {"amount": f"£{abs(difference):,.2f}"}
    statement = case.benefits_now.universal_credit if case.benefits_now else None
    limit = parameter_at(f"{UC}.deductions.maximum_share", day)
    most = limit * float(results.workings["uc_standard_allowance"][0])
    if difference < 0 and -difference <= most and not (statement and statement.deductions):
        yield Reason("deduction_possible", POSSIBLE, None, amount)
    if difference > 0 and statement is not None and statement.transitional_element is None:
        yield Reason("transitional_element_possible", POSSIBLE, None, amount)
    housing = float(results.workings["uc_housing_costs_element"][0])
    if housing > 0 and -difference <= housing:
        yield Reason("rent_possible", POSSIBLE, None, amount)
    if float(results.workings["uc_earned_income"][0]) > 0:
        yield Reason("pay_possible", POSSIBLE, None, {})
