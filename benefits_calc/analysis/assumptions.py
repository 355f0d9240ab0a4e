"""What was assumed, and what was left out: codes with their facts, for the catalogue to word."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np

from benefits_calc.analysis.unused import facts_not_used
from benefits_calc.case import Case
from benefits_calc.case.places import AREA_NOT_KNOWN
from benefits_calc.engine.council_tax import is_liable
from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.help import items_not_held
from benefits_calc.engine.income import STUDENT_KINDS, incomes
from benefits_calc.engine.payroll import second_jobs
from benefits_calc.engine.people import STATUTORY_PAY
from benefits_calc.engine.results import (
    FAMILY_LINES,
    UNIT_LINES,
    Results,
    council_tax_known,
    paid_now,
)
from benefits_calc.engine.student import course_year
from benefits_calc.engine.system import parameter_at
from benefits_calc.engine.tax_codes import assumed_code

# A letter's amount is compared with the figure to the pound, or to a hundredth: months of 52
# weeks and bills by the day differ by less.
A_POUND, SMALL_SHARE = 1.0, 0.01
WORKED_OUT = (*UNIT_LINES, *FAMILY_LINES)
# In the figures as the amount in payment: they last a number of weeks and then end.
PAY_AS_GIVEN = (*STATUTORY_PAY, "maternity_allowance")
# Facts of a person, the job or the award that have an assumption of their own.
SAID_BY_ITSELF = (
    "paid",
    "pension",
    "health_element",
    "housing_benefit",
    "council_tax_reduction",
)
# In Scotland an adult's PIP is treated as ADP, and the carer's benefit has another name.
OTHER_NAMES = {
    "pip": ("adult_disability_payment",),
    "disability_living_allowance": ("child_disability_payment",),
    "carers_allowance": ("carer_support_payment",),
}


@dataclass(frozen=True)
class Assumption:
    """Something taken as given that the case does not say.

    Attributes:
        code: Its name in the catalogue.
        facts: What the sentence needs.
    """

    code: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Gap:
    """Something that is not in the figures.

    Attributes:
        code: Its name in the catalogue.
        line: The line of the results it would fill, if any.
        facts: What the sentence needs.
    """

    code: str
    line: str | None = None
    facts: dict[str, str] = field(default_factory=dict)


def assumptions_of(outcome: Outcome) -> tuple[Assumption, ...]:
    """Everything assumed for a case, in the order of its file."""
    return (
        *_award(outcome),
        *_council(outcome),
        *_health(outcome),
        *_births(outcome),
        *_job(outcome),
        *_steady(outcome),
        *_home_and_days(outcome),
        *_not_known(outcome.case),
    )


def letters_that_differ(results: Results, used: Collection[str] = ()) -> tuple[Assumption, ...]:
    """Benefits whose letter says another amount than the one worked out for now.

    Args:
        results: The results, as worked out.
        used: Benefits whose letter's amount is used instead.
    """
    case = results.outcome.case
    found = []
    for line in WORKED_OUT:
        letter = paid_now(case, line)
        figures = _figures_now(results, line)
        if letter is None or not figures or line in used:
            continue
        if all(abs(letter - figure) > max(A_POUND, SMALL_SHARE * letter) for figure in figures):
            facts = {"line": line, "letter": f"£{letter:,.2f}", "figure": f"£{figures[0]:,.2f}"}
            found.append(Assumption("letter_differs", facts))
    return tuple(found)


def _figures_now(results: Results, line: str) -> list[float]:
    """Amounts that a letter may show: all that is paid, one person's, or by the other name."""
    award = results.outcome.case.benefits_now
    after = award and award.universal_credit and award.universal_credit.amount_is
    if line == "universal_credit" and after == "after_deductions":
        return [float(results.workings["uc_payment"][0])]
    figures = []
    for name in (line, *OTHER_NAMES.get(line, ())):
        if name in results.lines:
            figures.append(float(results.lines[name][0]))
        if name in FAMILY_LINES:
            people = range(results.outcome.layout.people)
            figures += [float(results.outcome.person(name, place)[0]) for place in people]
    paid = [figure for figure in figures if figure > 0]
    return paid or figures


def _home_and_days(outcome: Outcome) -> list[Assumption]:
    case, found = outcome.case, []
    if not case.given("savings"):
        found.append(Assumption("savings"))
    if case.home.tenure == "social_rent" and case.home.bedrooms is None:
        found.append(Assumption("bedrooms"))
    if case.home.local_housing_allowance is not None:
        found.append(Assumption("housing_as_given"))
    elif case.home.tenure == "private_rent" and case.rental_area == AREA_NOT_KNOWN:
        found.append(Assumption("rental_area_not_known"))
    for person in [case.claimant] + ([case.partner] if case.partner else []):
        esa, jsa = person.new_style_esa, person.new_style_jsa
        if esa is not None and esa.group != "support" and esa.days_used is None:
            found.append(Assumption("new_style_esa_days"))
        if jsa is not None and jsa.days_used is None:
            found.append(Assumption("new_style_jsa_days"))
    return found


def _not_known(case: Case) -> list[Assumption]:
    """What nobody knew, unless what is taken for it is said by itself."""
    left = [path for path in case.not_known if path.partition(".")[2] not in SAID_BY_ITSELF]
    return [Assumption("not_known", {"path": path}) for path in left]


def _award(outcome: Outcome) -> list[Assumption]:
    if not outcome.case.universal_credit_claimed or outcome.dates.start_day_given:
        return []
    start = outcome.dates.assessment_period_start.isoformat()
    return [Assumption("assessment_period_start", {"date": start})]


def _council(outcome: Outcome) -> list[Assumption]:
    """Help from the council that is taken to be in payment, as nothing says otherwise."""
    case = outcome.case
    now = case.benefits_now
    found = []
    if case.home.tenure in ("supported", "temporary") and not (now and now.housing_benefit):
        found.append(Assumption("housing_benefit_in_payment"))
    reduced = bool((outcome.unit("council_tax_reduction") > 0).any())
    if reduced and not (now and now.council_tax_reduction):
        found.append(Assumption("council_tax_reduction_in_payment"))
    return found


def _health(outcome: Outcome) -> list[Assumption]:
    found = []
    case = outcome.case
    people = {"claimant": case.claimant} | ({"partner": case.partner} if case.partner else {})
    for place, (who, person) in enumerate(people.items()):
        if person.work_capability != "lcwra" or not case.universal_credit_claimed:
            continue
        if person.health_element == "automatic" and person.health_element_basis is None:
            protected = bool(outcome.person("has_protected_lcwra_rate", place)[0])
            rate = "protected" if protected else "standard"
            facts = {"who": who, **_two_rates(outcome)}
            found.append(Assumption(f"health_element_{rate}", facts))
    return found


def _two_rates(outcome: Outcome) -> dict[str, str]:
    day = outcome.dates.assessment_period_start
    protected = parameter_at("dwp.universal_credit.lcwra.protected", day)
    standard = parameter_at("dwp.universal_credit.lcwra.standard", day)
    return {
        "protected": f"£{protected:.2f}",
        "standard": f"£{standard:.2f}",
        "difference": f"£{protected - standard:.2f}",
    }


def _births(outcome: Outcome) -> list[Assumption]:
    case = outcome.case
    births = [case.claimant.born, *(child.born for child in case.children)]
    if case.partner is not None:
        births.append(case.partner.born)
    if case.as_at is None:
        return []
    if any(born.first_day.month == case.as_at.month and not born.exact for born in births):
        return [Assumption("birthday_first_of_month")]
    return []


def _job(outcome: Outcome) -> list[Assumption]:
    case = outcome.case
    employments = outcome.payroll.employments
    second = second_jobs(employments)
    found = []
    for place, item in enumerate(employments):
        job = item.job
        if not item.is_offer:
            continue
        if not job.pension_given:
            found.append(Assumption("pension"))
        if not job.paid_given:
            found.append(Assumption("paid_monthly"))
        code = assumed_code(job, case.nation, outcome.dates.as_at, second=place in second)
        if code is not None:
            found.append(Assumption("tax_code", {"code": code}))
        if job.tax_code_is_automatic:
            found.append(Assumption("tax_code_automatic", _codes_used(outcome)))
        if job.term_time is not None:
            found.append(Assumption("term_time"))
        first = job.pension_in_force.first_deduction_date
        if first is not None:
            found.append(Assumption("pension_put_off", {"date": first.isoformat()}))
    if any(child.childcare for child in case.children):
        found.append(Assumption("childcare_constant"))
    return found


def _codes_used(outcome: Outcome) -> dict[str, str]:
    """The code at the fewest hours of the job, before any benefit can have ended."""
    in_job = np.flatnonzero(outcome.points.job_taken)
    first = min(in_job, key=lambda row: float(outcome.points.hours_per_week[row]))
    return {"code": outcome.payroll.offer_tax_codes[int(first)]}


def _steady(outcome: Outcome) -> list[Assumption]:
    case = outcome.case
    found = [Assumption("steady_month"), *_clocks(outcome)]
    people = [case.claimant] + ([case.partner] if case.partner else [])
    if any(
        person.self_employment and not person.self_employment.tax_and_ni_paid for person in people
    ):
        found.append(Assumption("self_employment_tax"))
    for person in people:
        student = person.student
        if student is not None and student.full_time and student.summer_break_from is None:
            _, start = course_year(student, outcome.dates.as_at)
            found.append(Assumption("long_vacation", {"date": start.isoformat()}))
    money = sum(item.per_month for item in incomes(case) if item.kind in STUDENT_KINDS)
    if money > 0:
        found.append(Assumption("student_finance", {"amount": f"£{money:,.2f}"}))
    return found


def _clocks(outcome: Outcome) -> list[Assumption]:
    """Waits and grace times, which stand still at the day compared."""
    case, found = outcome.case, []
    people = {0: case.claimant}
    if case.partner is not None and outcome.layout.partner is not None:
        people[outcome.layout.partner] = case.partner
    for place, person in people.items():
        payable = outcome.person("lcwra_element_payable_from", place)[0]
        limited = bool(outcome.person("has_lcwra", place)[0]) and case.universal_credit_claimed
        if limited and payable > np.datetime64(outcome.dates.assessment_period_start):
            found.append(Assumption("lcwra_wait", {"date": str(payable)}))
        trade = person.self_employment
        if trade is not None and trade.start_up_until is not None:
            found.append(Assumption("start_up_period", {"date": trade.start_up_until.isoformat()}))
    award = case.benefits_now.universal_credit if case.benefits_now else None
    if award is not None and award.earnings_fell_on is not None:
        found.append(Assumption("benefit_cap_grace"))
    return found


def not_covered(results: Results) -> tuple[Gap, ...]:
    """What the figures leave out for this case."""
    case = results.outcome.case
    found = [
        Gap(item.reason, item.line, {"council": case.council or ""}) for item in results.unknown
    ]
    in_lines = "council_tax_reduction" in results.lines and is_liable(case)
    if in_lines and not council_tax_known(results.outcome).all():
        found.append(Gap("council_tax_further_on"))
    esa = any(p.new_style_esa for p in (case.claimant, case.partner) if p is not None)
    if esa and is_liable(case) and case.nation == "england":
        found.append(Gap("extended_reduction_ask", "council_tax_reduction"))
    if case.job is not None and case.job.pattern:
        found.append(Gap("pattern"))
    if case.events:
        found.append(Gap("events"))
    if any(person.pending for person in (case.claimant, case.partner) if person):
        found.append(Gap("pending"))
    if case.home.mortgage_interest_loan is not None:
        found.append(Gap("mortgage_interest_loan"))
    found += _facts_left_out(case)
    found += [
        Gap("help_not_held", facts={"help": item.id})
        for item in items_not_held(case.nation, results.outcome.dates.as_at)
    ]
    found.append(Gap("other_help"))
    return tuple(found)


def _facts_left_out(case: Case) -> list[Gap]:
    found = []
    people = [person for person in (case.claimant, case.partner) if person is not None]
    if case.home.host is not None:
        found.append(Gap("host"))
    if any(income.kind == "rental" for person in people for income in person.other_income):
        found.append(Gap("rental"))
    if any(income.kind in PAY_AS_GIVEN for income in incomes(case)):
        found.append(Gap("pay_as_given"))
    students = [person.student for person in people if person.student]
    if any(not s.full_time and (s.loan or s.grant or s.special_support) for s in students):
        found.append(Gap("part_time_student"))
    unused = facts_not_used(case)
    if unused:
        found.append(Gap("facts_not_used", facts={"facts": ", ".join(unused)}))
    return found
