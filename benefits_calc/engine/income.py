"""Income besides wages and the benefits that the rules work out."""

from __future__ import annotations

from dataclasses import dataclass

from benefits_calc.case import Case
from benefits_calc.case.person import Person
from benefits_calc.engine.student import student_money_per_month
from benefits_calc.rules.conversions import per_month
from benefits_calc.rules.rounding import amount_to_penny

# Lines of the results that hold a benefit as it is in payment.
OWN_LINES = ("maternity_allowance", "statutory_sick_pay", "industrial_injuries", "state_pension")
BENEFITS_AS_GIVEN = (
    *OWN_LINES,
    "war_pension",
    "widowed_parents_allowance",
    "bereavement_support_payment",
    "severe_disablement_allowance",
    "armed_forces_independence_payment",
    "discretionary_housing_payment",
)


STUDENT_KINDS = ("student_loan", "student_grant")


@dataclass(frozen=True)
class Income:
    """An income in payment.

    Attributes:
        kind: As in the case format.
        per_month: Pounds a month, to the penny.
        who: claimant or partner.
    """

    kind: str
    per_month: float
    who: str


def _student_finance(case: Case, people: dict[str, Person], stated: set[str]) -> list[Income]:
    """What a student lives on in the months of the course, unless it is stated as income."""
    if case.as_at is None or stated & set(STUDENT_KINDS):
        return []
    return [
        Income(
            kind, amount_to_penny(student_money_per_month(person.student, case.as_at, kind)), who
        )
        for who, person in people.items()
        if person.student is not None and person.student.full_time
        for kind in STUDENT_KINDS
    ]


def incomes(case: Case) -> tuple[Income, ...]:
    """Every such income once, whether stated as income or as a benefit in payment."""
    people = {"claimant": case.claimant} | ({"partner": case.partner} if case.partner else {})
    found = [
        Income(item.kind, amount_to_penny(per_month(item.amount, item.per)), who)
        for who, person in people.items()
        for item in person.other_income
    ]
    found += _student_finance(case, people, {income.kind for income in found})
    stated = {(income.kind, income.who) for income in found}
    for kind in BENEFITS_AS_GIVEN:
        line = getattr(case.benefits_now, kind) if case.benefits_now else None
        if line is not None and (kind, line.who) not in stated:
            amount = amount_to_penny(per_month(line.amount, line.per))
            found.append(Income(kind, amount, line.who))
    return tuple(found)
