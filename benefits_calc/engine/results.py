"""The lines of the results at each point: pounds a month, each rounded once.

The only module that says which variable fills which line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case, CaseError
from benefits_calc.case.benefits_now import UniversalCreditNow
from benefits_calc.case.job import Job, WorkCost
from benefits_calc.case.person import Person
from benefits_calc.case.problems import not_accepted
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.council_tax import is_asked, is_liable, is_reduction_claimed
from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.home import housing_cost_per_month
from benefits_calc.engine.income import OWN_LINES, incomes
from benefits_calc.engine.refusals import refuse_what_is_not_worked_out
from benefits_calc.rules.conversions import (
    MONTHS_PER_YEAR,
    PERIODS_PER_YEAR,
    WEEKS_PER_YEAR,
    per_month,
)
from benefits_calc.rules.local_schemes import NO_SCHEME, scheme_of
from benefits_calc.rules.rates import MissingRateError
from benefits_calc.rules.registry import programmes
from benefits_calc.rules.rounding import amount_to_penny, to_penny

WORKER_LINES = {
    "gross_pay": "employment_income",
    "income_tax": "income_tax",
    "national_insurance": "national_insurance",
    "employee_pension": "employee_pension_contributions",
    "student_loan": "student_loan_repayments",
    "payroll_giving": "payroll_giving",
    "net_pay": "net_pay",
}
FAMILY_LINES = (
    "new_style_esa",
    "new_style_jsa",
    "carers_allowance",
    "carer_support_payment",
    "scottish_carer_supplement",
    "carer_additional_person_payment",
    "pip",
    "adult_disability_payment",
    "disability_living_allowance",
    "child_disability_payment",
    "attendance_allowance",
)
UNIT_LINES = (
    "universal_credit",
    "housing_benefit",
    "council_tax_reduction",
    "child_benefit",
    "child_benefit_charge",
    "guardians_allowance",
    "scottish_child_payment",
)
BENEFIT_LINES = (
    "universal_credit",
    "new_style_esa",
    "new_style_jsa",
    "pip",
    "carers_allowance",
    "housing_benefit",
    "council_tax_reduction",
    "adult_disability_payment",
    "disability_living_allowance",
    "child_disability_payment",
    "attendance_allowance",
    "carer_support_payment",
    "scottish_carer_supplement",
    "carer_additional_person_payment",
    "maternity_allowance",
    "statutory_sick_pay",
    "industrial_injuries",
    "state_pension",
    "child_benefit",
    "guardians_allowance",
    "scottish_child_payment",
)
INCOME_LINES = (
    "net_pay",
    "partner_net_pay",
    "self_employment_net",
    *BENEFIT_LINES,
    "other_income",
)
TAKEN_FROM_PAY = (
    "income_tax",
    "national_insurance",
    "employee_pension",
    "student_loan",
    "payroll_giving",
)
TAKEN_FROM_INCOME = ("child_benefit_charge", "tax_on_benefits")
COST_LINES = (
    "uc_deductions",
    "rent",
    "council_tax",
    "work_costs",
    "childcare",
    "care_charge",
)
WORKINGS = {
    "uc_standard_allowance": "uc_standard_allowance",
    "uc_child_element": "uc_child_element",
    "uc_disabled_child_element": "uc_disabled_child_element",
    "uc_lcw_element": "uc_lcw_element",
    "uc_lcwra_element": "uc_lcwra_element",
    "uc_carer_element": "uc_carer_element",
    "uc_childcare_element": "uc_childcare_element",
    "uc_housing_costs_element": "uc_housing_costs_element",
    "uc_transitional_element": "transitional_element",
    "uc_maximum_amount": "uc_maximum_amount",
    "uc_work_allowance": "uc_work_allowance",
    "uc_earned_income": "uc_earned_income",
    "uc_earnings_deduction": "uc_earnings_deduction",
    "uc_unearned_income": "uc_unearned_income",
    "uc_tariff_income": "uc_tariff_income",
    "uc_award_before_cap": "uc_award_before_cap",
    "benefit_cap_reduction": "benefit_cap_reduction",
    "uc_sanction_reduction": "uc_sanction_reduction",
    "uc_deductions": "uc_deductions",
    "housing_benefit_cap_reduction": "housing_benefit_cap_reduction",
}

# Whether there is a bill at all is not known, so no amount is.
NOT_KNOWN_ANYWHERE = ("not_asked", "liability_not_known")


@dataclass(frozen=True)
class Unknown:
    """A line that cannot be worked out.

    Attributes:
        line: The line.
        reason: Code: council_not_held, council_not_given, bill_not_given, liability_not_known,
            not_asked.
        now_per_month: What is paid today, where the case says so.
    """

    line: str
    reason: str
    now_per_month: float | None


@dataclass(frozen=True)
class Results:
    """Lines and totals at each point.

    Attributes:
        outcome: The run they come from.
        lines: By line, pounds a month at each point; unknown lines are absent.
        unknown: Lines left out of the totals, with the reason.
        workings: Steps of Universal Credit, pounds a month.
        total_income: Sum of the income lines less what is taken from them.
        left_over: What is left after the costs.
        known_in_part: By line left out: its amounts at the points at which they are known, and no
            number elsewhere. In no total, as totals of points must be alike.
    """

    outcome: Outcome
    lines: dict[str, Floats]
    unknown: tuple[Unknown, ...]
    workings: dict[str, Floats]
    total_income: Floats
    left_over: Floats
    known_in_part: dict[str, Floats] = field(default_factory=dict)


def results_of(outcome: Outcome, unknown: tuple[Unknown, ...] | None = None) -> Results:
    """Read every line from a run.

    Args:
        outcome: The run.
        unknown: Lines to leave out, as an earlier run of the same case found; found here if None.

    Raises:
        CaseError: where the case turns on rules that are not held.
    """
    try:
        refuse_what_is_not_worked_out(outcome)
        return _results(outcome, unknown)
    except MissingRateError as error:
        accepted = f"give a later day; {error}"
        raise CaseError([not_accepted("as_at", outcome.dates.as_at, accepted)]) from None


def _results(outcome: Outcome, unknown: tuple[Unknown, ...] | None) -> Results:
    unknown = unknown_lines(outcome) if unknown is None else unknown
    lines = _lines(outcome)
    part = {item.line: _where_known(outcome, item, lines.pop(item.line)) for item in unknown}
    total, left = _totals(lines)
    workings = {
        name: to_penny(np.asarray(outcome.unit(variable), dtype=np.float64))
        for name, variable in WORKINGS.items()
    }
    workings["uc_payment"] = _uc_payment(lines)
    return Results(outcome, lines, unknown, workings, total, left, part)


def with_lines(results: Results, lines: dict[str, Floats]) -> Results:
    """The same results with other amounts in some lines, and the totals that follow."""
    changed = {**results.lines, **lines}
    total, left = _totals(changed)
    workings = {**results.workings, "uc_payment": _uc_payment(changed)}
    return replace(results, lines=changed, total_income=total, left_over=left, workings=workings)


def _totals(lines: dict[str, Floats]) -> tuple[Floats, Floats]:
    """Total income and what is left over, at each point."""
    nothing = np.zeros_like(lines["net_pay"])
    income = sum((lines[line] for line in INCOME_LINES if line in lines), nothing)
    total = to_penny(income - sum(lines[line] for line in TAKEN_FROM_INCOME))
    return total, to_penny(total - sum(lines[line] for line in COST_LINES))


def _uc_payment(lines: dict[str, Floats]) -> Floats:
    return to_penny(lines["universal_credit"] - lines["uc_deductions"])


def _where_known(outcome: Outcome, item: Unknown, amounts: Floats) -> Floats:
    """A line's amounts where they are known, and no number where they are not."""
    if item.reason in NOT_KNOWN_ANYWHERE:
        return np.full_like(amounts, np.nan)
    return np.where(council_tax_known(outcome), amounts, np.nan)


def _lines(outcome: Outcome) -> dict[str, Floats]:
    count = outcome.points.count
    lines: dict[str, Floats] = {
        line: np.asarray(outcome.person(variable, outcome.worker), dtype=np.float64)
        for line, variable in WORKER_LINES.items()
    }
    other = outcome.other_adult
    nothing = np.zeros(count)
    lines["partner_net_pay"] = nothing if other is None else outcome.person("net_pay", other)
    lines["self_employment_net"] = outcome.family("self_employment_net")
    for line in UNIT_LINES:
        lines[line] = np.asarray(outcome.unit(line), dtype=np.float64)
    claimed = is_reduction_claimed(outcome.case) | outcome.points.claims_everything
    lines["council_tax_reduction"] = np.where(claimed, lines["council_tax_reduction"], 0.0)
    for line in FAMILY_LINES:
        lines[line] = outcome.family(line)
    lines["scottish_carer_supplement"] = _supplement(outcome)
    lines["tax_on_benefits"] = outcome.family("tax_on_benefits")
    lines["uc_deductions"] = np.asarray(outcome.unit("uc_deductions"), dtype=np.float64)
    for line in BENEFIT_LINES:
        lines.setdefault(line, nothing)
    return lines | _given_lines(outcome.case, count) | _costs(outcome)


def _supplement(outcome: Outcome) -> Floats:
    """The carer supplement, less that of a person to whom the case says it is not paid."""
    found = outcome.family("scottish_carer_supplement")
    places = {0: outcome.case.claimant}
    if outcome.case.partner is not None and outcome.layout.partner is not None:
        places[outcome.layout.partner] = outcome.case.partner
    for place, person in places.items():
        if person.carer is not None and person.carer.scottish_carer_supplement is False:
            found = found - outcome.person("scottish_carer_supplement", place)
    return found


def _given_lines(case: Case, count: int) -> dict[str, Floats]:
    found = incomes(case)
    lines = {
        line: np.full(count, sum(i.per_month for i in found if i.kind == line))
        for line in OWN_LINES
    }
    rest = (i.per_month for i in found if i.kind not in OWN_LINES)
    lines["other_income"] = np.full(count, amount_to_penny(sum(rest, 0.0)))
    return lines


def _costs(outcome: Outcome) -> dict[str, Floats]:
    case, count = outcome.case, outcome.points.count
    charges = [person.care_charge for person in _adults(case) if person.care_charge]
    care = sum(amount_to_penny(per_month(charge.amount, charge.per)) for charge in charges)
    return {
        "rent": np.full(count, housing_cost_per_month(case)),
        "council_tax": np.asarray(outcome.unit("council_tax_bill"), dtype=np.float64),
        "work_costs": _work_costs(outcome),
        "childcare": to_penny(outcome.childcare_per_month),
        "care_charge": np.full(count, care),
    }


def _work_costs(outcome: Outcome) -> Floats:
    """Costs of every job worked at each point: the same at any hours above nought."""
    costs = np.zeros(outcome.points.count)
    for item in outcome.payroll.employments:
        month = sum(_cost_per_month(cost, item.job) for cost in item.job.costs)
        # A salary whose hours are not given is for work all the same.
        works = item.active & ((item.hours > 0) | (item.job.hours_per_week is None))
        costs = costs + np.where(works, month, 0.0)
    return to_penny(costs + _replacement_care(outcome))


def _replacement_care(outcome: Outcome) -> Floats:
    """What carers pay for care while they work, at the points at which they have a job."""
    costs = np.zeros(outcome.points.count)
    for person in _adults(outcome.case):
        care = person.carer.care_costs if person.carer else None
        if care is None:
            continue
        works = np.full(outcome.points.count, person.self_employment is not None)
        for item in outcome.payroll.employments:
            if item.worker is person:
                works |= item.active
        costs = costs + np.where(works, per_month(care.amount, care.per), 0.0)
    return costs


def _cost_per_month(cost: WorkCost, job: Job) -> float:
    if cost.per in PERIODS_PER_YEAR:
        return per_month(cost.amount, cost.per)
    shifts = job.shifts_per_week or 0.0
    return cost.amount * shifts * WEEKS_PER_YEAR / MONTHS_PER_YEAR


def _adults(case: Case) -> list[Person]:
    return [case.claimant] + ([case.partner] if case.partner else [])


def council_tax_known(outcome: Outcome) -> NDArray[np.bool_]:
    """Points at which the reduction is worked out, or there is no bill to reduce."""
    known = np.asarray(outcome.unit("council_tax_reduction_is_known"), dtype=bool)
    exempt = np.asarray(outcome.household("is_exempt_from_council_tax"), dtype=bool)
    return np.asarray(known | exempt, dtype=bool)


def unknown_lines(outcome: Outcome, shown: NDArray[np.bool_] | None = None) -> tuple[Unknown, ...]:
    """Lines that the facts call for and the rules cannot fill at every point that is shown.

    Args:
        outcome: The run.
        shown: Points whose figures are shown; all of them if None.
    """
    case = outcome.case
    reduction = paid_now(case, "council_tax_reduction")
    if not is_asked(case):
        reason = "not_asked" if case.home.council_tax is None else "liability_not_known"
        return (Unknown("council_tax_reduction", reason, reduction),)
    known = council_tax_known(outcome)
    if not is_liable(case) or known[slice(None) if shown is None else shown].all():
        return ()
    reason = "council_not_given" if case.council is None else "council_not_held"
    bill_known = outcome.unit("council_tax_bill_is_known").all()
    if case.council is not None and not bill_known and _has_scheme(case, outcome):
        reason = "bill_not_given"
    return (Unknown("council_tax_reduction", reason, reduction),)


def _has_scheme(case: Case, outcome: Outcome) -> bool:
    place = case.council
    held = scheme_of(place, case.nation, outcome.dates.as_at) if place else NO_SCHEME
    return bool(held != NO_SCHEME)


def paid_now(case: Case, line: str) -> float | None:
    """What a letter or the Universal Credit statement says is paid, pounds a month."""
    paid = getattr(case.benefits_now, line, None) if case.benefits_now else None
    if isinstance(paid, UniversalCreditNow):
        paid = paid.amount
    if paid is None:
        return None
    month = per_month(paid.amount, paid.per)
    if line == "housing_benefit" and paid.per == "week" and case.home.rent is not None:
        # Paid in the weeks in which rent is charged, as the rent is.
        month = month * case.home.rent.weeks_charged / WEEKS_PER_YEAR
    return amount_to_penny(month)


def reference_of_line(line: str) -> str:
    """The law behind a line of the results, from the registry of programmes."""
    return next((entry.reference for entry in programmes() if line in entry.lines), "")
