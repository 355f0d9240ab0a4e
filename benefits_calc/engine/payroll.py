"""The payroll pass: each employment at each point, then a person's employments together.

National Insurance, pension and student loans are counted per employment and pay period, so an
employment and not a person is the row here. Persons' monthly lines are their sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.case.job import Job
from benefits_calc.case.person import Person
from benefits_calc.engine.arrays import Floats, Simulation, encoded_rows, simulate_people
from benefits_calc.engine.layout import Layout
from benefits_calc.engine.pay_days import COUNTED_IN, counted_in_real_periods, pay_beyond_average
from benefits_calc.engine.pay_days import LINES as OTHER_PAY_DAYS
from benefits_calc.engine.points import Points
from benefits_calc.engine.tables import state_pension_day
from benefits_calc.engine.tax_codes import CodeTexts, code_texts, lowered_code_facts, tax_code_facts
from benefits_calc.rules.conversions import PERIODS_PER_YEAR, WEEKS_PER_YEAR, per_year

Booleans = NDArray[np.bool_]

PAY_PERIODS = {
    "weekly": "week",
    "fortnightly": "two_weeks",
    "four_weekly": "four_weeks",
    "monthly": "month",
}
_CASE_PERIODS = {
    "weekly": "week",
    "fortnightly": "fortnight",
    "four_weekly": "four_weeks",
    "monthly": "month",
}
CATEGORY_GROUPS = {
    "reduced": "BEI",
    "deferred": "JLZD",
    "nothing": "CKSX",
}
MONTHLY_LINES = (
    "employment_income",
    "income_tax",
    "national_insurance",
    "employee_pension_contributions",
    "pension_contributions_ignored_by_universal_credit",
    "student_loan_repayments",
    "payroll_giving",
    "deductible_employment_expenses",
    "net_pay",
)
# The law of weekly benefits looks at a week, and a month's whole pence do not give it.
WEEKLY_LINES = (
    "pay_after_tax_and_national_insurance_per_week",
    "pension_contributions_per_week",
    "deductible_expenses_per_week",
)
OFFER_LINES = (
    "contractual_pay_per_pay_period",
    "is_enrolled_in_workplace_pension",
    "earns_national_insurance_credit",
    "minimum_wage_per_hour",
    "minimum_wage_shortfall_per_hour",
    "income_tax_per_pay_period",
    "national_insurance_per_pay_period",
    "student_loan_per_pay_period",
    "net_pay_per_pay_period",
)


@dataclass(frozen=True)
class Employment:
    """One job of one person, at every point.

    Attributes:
        person: Position of the person in the row.
        worker: The person's facts.
        job: The job's facts.
        is_offer: Whether it is the job being thought about.
        active: Points at which it is worked.
        hours: Hours a week at each point.
        extra_pay: Pay added at each point, pounds a pay period.
    """

    person: int
    worker: Person
    job: Job
    is_offer: bool
    active: Booleans
    hours: Floats
    extra_pay: Floats


@dataclass(frozen=True)
class Payroll:
    """Pay at every point.

    Attributes:
        monthly: By line, pounds a month by point and person; what real assessment periods count
            among them.
        weekly: By line, pounds a week by point and person, not rounded.
        other_pay_days: By line, what real pay days bring beyond the month's average, by point
            and person; empty where every point is an average month.
        offer: By line, for the job being thought about, by point.
        hours_per_week: By point and person, all employments together.
        simulation: The run of the rules, for workings; None where nobody has a job.
        employments: In the order of its rows.
        offer_tax_codes: PAYE code of the job being thought about, by point.
    """

    monthly: dict[str, Floats]
    weekly: dict[str, Floats]
    other_pay_days: dict[str, Floats]
    offer: dict[str, Floats]
    hours_per_week: Floats
    simulation: Simulation | None
    employments: tuple[Employment, ...]
    offer_tax_codes: CodeTexts


def employments_of(case: Case, layout: Layout, points: Points) -> tuple[Employment, ...]:
    """Every employment of the claimant and partner, with the points at which it is worked."""
    found: list[Employment] = []
    people = [(0, case.claimant)]
    if case.partner is not None and layout.partner is not None:
        people.append((layout.partner, case.partner))
    nothing = np.zeros(points.count)
    for position, person in people:
        for job in person.jobs:
            replaced = person is case.worker and all(job is not kept for kept in case.jobs_kept)
            active = ~points.job_taken if replaced else np.ones(points.count, dtype=bool)
            hours = np.where(active, job.hours_per_week or 0.0, 0.0)
            found.append(Employment(position, person, job, False, active, hours, nothing))
    if case.job is not None:
        position = next(place for place, person in people if person is case.worker)
        active = points.job_taken & (points.hours_per_week > 0)
        hours = np.where(active, points.hours_per_week, 0.0)
        extra = np.where(active, points.extra_pay_per_pay_period, 0.0)
        found.append(Employment(position, case.worker, case.job, True, active, hours, extra))
    return tuple(found)


def run_payroll(
    case: Case,
    layout: Layout,
    points: Points,
    as_at: date,
    taxable_benefits: Floats | None = None,
) -> Payroll:
    """Work out every employment at every point in one run.

    `taxable_benefits`, pounds a year by point and person, lower codes that are automatic.
    """
    employments = employments_of(case, layout, points)
    shape = (points.count, layout.people)
    monthly = {line: np.zeros(shape) for line in (*MONTHLY_LINES, *COUNTED_IN)}
    weekly = {line: np.zeros(shape) for line in WEEKLY_LINES}
    real_days = points.pay_days.any()
    other_days = {line: np.zeros(shape) for line in OTHER_PAY_DAYS} if real_days else {}
    hours = np.zeros(shape)
    codes = CodeTexts()
    if not employments:
        return Payroll(monthly, weekly, other_days, {}, hours, None, (), codes)
    second = second_jobs(employments)
    blocks = [
        employment_facts(item, case, as_at, second=place in second)
        for place, item in enumerate(employments)
    ]
    if taxable_benefits is not None:
        _lower_codes(employments, blocks, as_at, taxable_benefits)
    simulation = simulate_people(_columns(blocks, points.count), points.count * len(blocks))
    for place, item in enumerate(employments):
        block = slice(place * points.count, (place + 1) * points.count)
        for line in MONTHLY_LINES:
            monthly[line][:, item.person] += simulation.person(line)[block] * item.active
        for line in WEEKLY_LINES:
            weekly[line][:, item.person] += simulation.person(line)[block] * item.active
        for line, values in counted_in_real_periods(simulation, block, item.job.paid).items():
            monthly[line][:, item.person] += values * item.active
        if other_days:
            found = pay_beyond_average(simulation, block, item.job.paid, points.pay_days)
            for line, values in found.items():
                other_days[line][:, item.person] += values * item.active
        hours[:, item.person] += item.hours
    offer: dict[str, Floats] = {}
    if employments[-1].is_offer:
        block = slice((len(employments) - 1) * points.count, None)
        active = employments[-1].active
        offer = {line: simulation.person(line)[block] * active for line in OFFER_LINES}
        codes = code_texts(employments[-1].job, blocks[-1])
    return Payroll(monthly, weekly, other_days, offer, hours, simulation, employments, codes)


def _lower_codes(
    employments: tuple[Employment, ...],
    blocks: list[dict[str, Any]],
    as_at: date,
    taxable_benefits: Floats,
) -> None:
    """Put the lowered code in place of the usual one where the case asks for it."""
    second = second_jobs(employments)
    for place, item in enumerate(employments):
        if item.job.tax_code_is_automatic and place not in second:
            mine = taxable_benefits[:, item.person]
            blocks[place] |= lowered_code_facts(item.job, as_at, mine)


def second_jobs(employments: tuple[Employment, ...]) -> set[int]:
    """Jobs held beside another one, by place: all but the first of each person's.

    The job thought about stands where the one that it replaces stood.
    """
    found: set[int] = set()
    for person in {item.person for item in employments}:
        held = [(place, item) for place, item in enumerate(employments) if item.person == person]
        first_is_replaced = any(i.is_offer and i.job.replaces in ("all", 1) for _, i in held)
        found |= {place for place, i in held[1:] if not (i.is_offer and first_is_replaced)}
    return found


def employment_facts(item: Employment, case: Case, as_at: date, *, second: bool) -> dict[str, Any]:
    """One employment's inputs of the rules: single values, or arrays over its points."""
    job, person = item.job, item.worker
    pension = job.pension_in_force
    per_pay = PERIODS_PER_YEAR[_CASE_PERIODS[job.paid]]
    giving = job.payroll_giving
    facts: dict[str, Any] = {
        "birth_date": person.born_date,
        "pension_age_date": state_pension_day(person.born_date),
        "pay_date": as_at,
        "pay_period": PAY_PERIODS[job.paid],
        "hours_per_week": item.hours,
        "additional_pay_per_pay_period": item.extra_pay,
        "hourly_pay": job.hourly_pay or 0.0,
        "share_of_weeks_paid": _share_of_weeks_paid(job),
        "salary_per_year": _salary_per_year(job, item.active),
        "contract_hours_per_week": (job.hours_per_week or 0.0) if job.pay else 0.0,
        "pension_scheme": pension.scheme,
        "pension_share_of_pay": pension.employee_percent / 100.0,
        "pension_basis": pension.basis,
        "pension_enrolment": pension.enrolment,
        "national_insurance_category": _category(job.national_insurance_category),
        "repays_postgraduate_loan": "postgraduate" in job.student_loan,
        "is_apprentice": job.apprentice is not None,
        "is_in_first_year_of_apprenticeship": bool(job.apprentice and job.apprentice.first_year),
        "universal_credit_counts_net_relief_at_source": case.choices.ras_uc_deduction == "net",
        "deductible_expenses_per_pay_period": job.expenses_per_week * WEEKS_PER_YEAR / per_pay,
        "payroll_giving_per_pay_period": (
            per_year(giving.amount, giving.per) / per_pay if giving else 0.0
        ),
    }
    for plan in ("plan_1", "plan_2", "plan_4", "plan_5"):
        facts[f"repays_student_loan_{plan}"] = plan in job.student_loan
    return facts | tax_code_facts(job, case.nation, as_at, second=second)


def _salary_per_year(job: Job, active: Booleans) -> Floats:
    """A salary at the contract's hours; a salary without hours is paid while the job lasts."""
    if job.pay is None:
        return np.zeros(len(active))
    return np.where(active, per_year(job.pay.amount, job.pay.per), 0.0)


def _share_of_weeks_paid(job: Job) -> float:
    if job.term_time is None:
        return 1.0
    weeks = job.term_time.weeks_paid or job.term_time.weeks
    return weeks / WEEKS_PER_YEAR


def _category(letter: str | None) -> str:
    for group, letters in CATEGORY_GROUPS.items():
        if letter is not None and letter in letters:
            return group
    return "standard"


def _columns(blocks: list[dict[str, Any]], count: int) -> dict[str, Any]:
    """Employments under one another: each fact one array over all of them."""
    return {
        name: encoded_rows(name, [block[name] for block in blocks], count) for name in blocks[0]
    }
