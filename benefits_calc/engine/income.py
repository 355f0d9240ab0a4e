"""Income besides wages and the benefits that the rules work out."""

from __future__ import annotations

from dataclasses import dataclass

from benefits_calc.case import Case
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
)


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


def incomes(case: Case) -> tuple[Income, ...]:
    """Every such income once, whether stated as income or as a benefit in payment."""
    people = {"claimant": case.claimant} | ({"partner": case.partner} if case.partner else {})
    found = [
        Income(item.kind, amount_to_penny(per_month(item.amount, item.per)), who)
        for who, person in people.items()
        for item in person.other_income
    ]
    stated = {(income.kind, income.who) for income in found}
    for kind in BENEFITS_AS_GIVEN:
        line = getattr(case.benefits_now, kind) if case.benefits_now else None
        if line is not None and (kind, line.who) not in stated:
            amount = amount_to_penny(per_month(line.amount, line.per))
            found.append(Income(kind, amount, line.who))
    return tuple(found)
