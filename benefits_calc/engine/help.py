"""Help besides money at each point: what of the registry is open, and what decides it.

Twice over: after a Universal Credit month with the usual number of pay days, and after one with
the most, as limits on pay look at the pay of a month and never at an average.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case.person import Person
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.choices import CareComponent, MobilityComponent, PipMobility
from benefits_calc.rules.help_items import HelpItem, HelpValue, help_items

Booleans = NDArray[np.bool_]
# After a usual month, and after one with the most pay days.
Pair = tuple[Booleans, Booleans]
Condition = Callable[[Outcome], Pair]
EVERY_MONTH = "_every_month"


@dataclass(frozen=True)
class PayTest:
    """A limit on the pay of a Universal Credit month.

    Attributes:
        limit: Most pay that Universal Credit counts, pounds a month; infinite where there is none.
        usual: Counted pay of a month with the usual number of pay days.
        most: The same of a month with the most.
    """

    limit: Floats
    usual: Floats
    most: Floats


@dataclass(frozen=True)
class HelpFound:
    """One item of the registry at each point.

    Attributes:
        item: The item.
        usual: Open after a usual month.
        most: Open after a month with the most pay days.
        pounds: What it is worth, in the item's own terms; None where that cannot be said.
        pay_test: The limit on pay behind it, if any.
    """

    item: HelpItem
    usual: Booleans
    most: Booleans
    pounds: Floats | None
    pay_test: PayTest | None


def help_found(outcome: Outcome) -> tuple[HelpFound, ...]:
    """Every item of the case's nation whose rule is held for its day."""
    day = outcome.dates.as_at
    found = []
    for item in items_for(outcome.case.nation, day):
        usual, most = is_open(item, outcome)
        pounds = _pounds(item.value, outcome) if item.value and (usual | most).any() else None
        found.append(HelpFound(item, usual, most, pounds, _pay_test(item, outcome)))
    return tuple(found)


def items_for(nation: str, day: date) -> tuple[HelpItem, ...]:
    """The items of a nation that had begun by a day, or whose rates had."""
    return tuple(i for i in help_items() if nation in i.nations and i.verified_from <= day)


def items_not_held(nation: str, day: date) -> tuple[HelpItem, ...]:
    """The items of a nation whose rules or amounts are held for later days alone."""
    return tuple(i for i in help_items() if nation in i.nations and i.verified_from > day)


def is_open(item: HelpItem, outcome: Outcome) -> Pair:
    """Whether every group of an item's conditions holds, at each point."""
    usual = np.ones(outcome.points.count, dtype=bool)
    most = usual.copy()
    for group in item.open_when:
        pairs = [CONDITIONS[name](outcome) for name in group]
        usual &= np.any([pair[0] for pair in pairs], axis=0)
        most &= np.any([pair[1] for pair in pairs], axis=0)
    return usual, most


def help_switch(code: str) -> Callable[[Outcome], Booleans]:
    """Whether anything under a threshold code is open: after a usual month, or every month."""
    every = code.endswith(EVERY_MONTH)
    code = code.removesuffix(EVERY_MONTH)

    def read(outcome: Outcome) -> Booleans:
        nothing = np.zeros(outcome.points.count, dtype=bool)
        if every and not _has_extra_pay_days(outcome):
            return nothing
        items = items_for(outcome.case.nation, outcome.dates.as_at)
        pairs = [is_open(item, outcome) for item in items if item.threshold == code]
        return np.any([pair[every] for pair in pairs], axis=0) if pairs else nothing

    return read


def _has_extra_pay_days(outcome: Outcome) -> bool:
    """Whether some months have more pay days of somebody's job than others."""
    return any(item.job.paid != "monthly" for item in outcome.payroll.employments)


def _pounds(value: HelpValue, outcome: Outcome) -> Floats:
    if value.variable is not None:
        return np.asarray(outcome.unit(value.variable), dtype=np.float64)
    amount = parameter_at(value.parameter or "", outcome.dates.as_at)
    return np.full(outcome.points.count, amount)


def _pay_test(item: HelpItem, outcome: Outcome) -> PayTest | None:
    """The limit on pay of an item, by the condition that holds it."""
    names = {name for group in item.open_when for name in group}
    if "healthy_start" in names:
        limit = parameter_at(HEALTHY_START_LIMIT, outcome.dates.as_at)
        limits = np.full(outcome.points.count, limit)
    elif names & set(LIMITS):
        (name,) = names & set(LIMITS)
        limits = np.asarray(outcome.unit(LIMITS[name]), dtype=np.float64)
    else:
        return None
    usual = outcome.unit("uc_earned_income_in_usual_period")
    return PayTest(limits, usual, outcome.unit("uc_earned_income_with_most_pay_days"))


HEALTHY_START_LIMIT = "passported.healthy_start.universal_credit_earnings_limit"
LIMITS = {"nhs_help": "nhs_help_earnings_limit", "school_meals": "school_meals_earnings_limit"}


# --- conditions ------------------------------------------------------------------------------


def _pair(usual: str, most: str) -> Condition:
    def read(outcome: Outcome) -> Pair:
        return (
            np.asarray(outcome.unit(usual) > 0, dtype=bool),
            np.asarray(outcome.unit(most) > 0, dtype=bool),
        )

    return read


def _family(*names: str) -> Condition:
    """Some payment of somebody in the family."""

    def read(outcome: Outcome) -> Pair:
        paid = np.asarray(sum(outcome.family(name) for name in names) > 0, dtype=bool)
        return paid, paid

    return read


def _fact(fact: Callable[[Outcome], bool]) -> Condition:
    """Something that is the same at every point."""

    def read(outcome: Outcome) -> Pair:
        holds = np.full(outcome.points.count, fact(outcome))
        return holds, holds

    return read


def _opposite(name: str) -> Condition:
    def read(outcome: Outcome) -> Pair:
        usual, most = CONDITIONS[name](outcome)
        return ~usual, ~most

    return read


def _adults(outcome: Outcome) -> list[tuple[int, Person]]:
    people = [(0, outcome.case.claimant)]
    if outcome.case.partner is not None and outcome.layout.partner is not None:
        people.append((outcome.layout.partner, outcome.case.partner))
    return people


def _has_mobility_award(outcome: Outcome) -> bool:
    """PIP or ADP mobility, or the higher rate of DLA's, of an adult."""
    for place, _ in _adults(outcome):
        pip = outcome.person("pip_mobility", place)[0] != PipMobility.none.index
        dla = outcome.person("dla_mobility", place)[0] == MobilityComponent.higher.index
        if pip or dla:
            return True
    return False


def _has_railcard_award(outcome: Outcome) -> bool:
    """PIP, ADP or Attendance Allowance, or DLA for more than the lowest care, of an adult."""
    for place, person in _adults(outcome):
        care = outcome.person("dla_care", place)[0]
        if care in (CareComponent.middle.index, CareComponent.highest.index):
            return True
        paid = ("pip", "adult_disability_payment", "attendance_allowance")
        if any(outcome.person(name, place)[0] > 0 for name in paid):
            return True
        if person.severely_sight_impaired:
            return True
    return _has_mobility_award(outcome)


def _is_pregnancy_stated(outcome: Outcome) -> bool:
    return any(person.pregnant_due is not None for _, person in _adults(outcome))


DISABILITY_BENEFITS = (
    "pip",
    "adult_disability_payment",
    "disability_living_allowance",
    "attendance_allowance",
)
# Conditions that variables of the benefit unit hold: after a usual month, and after one with the
# most pay days.
BY_VARIABLE = {
    "universal_credit": (
        "has_universal_credit_in_usual_period",
        "has_universal_credit_with_most_pay_days",
    ),
    "nhs_help": ("has_nhs_help_after_usual_period", "has_nhs_help_after_most_pay_days"),
    "school_meals": (
        "has_free_school_meals_after_usual_period",
        "has_free_school_meals_after_most_pay_days",
    ),
    **{
        name: (variable, variable)
        for name, variable in {
            "healthy_start": "is_within_healthy_start_limit",
            "cold_weather": "meets_cold_weather_conditions",
            "help_to_save": "can_open_help_to_save",
            "budgeting_advance": "most_budgeting_advance",
            "housing_benefit": "housing_benefit",
            "scottish_child_payment": "scottish_child_payment",
            "in_work": "has_adult_in_paid_work",
            "tested_pupil": "pupils_tested_for_free_meals",
            "younger_pupil": "pupils_with_free_meals_for_all",
            "p6_or_p7_pupil": "pupils_helped_by_scottish_child_payment",
            "child_under_four": "healthy_start_per_year",
            "child_under_three": "best_start_foods_per_year",
            "child": "number_of_children",
            "savings_over_limit": "has_too_much_capital",
        }.items()
    },
}
CONDITIONS: dict[str, Condition] = {
    **{name: _pair(*variables) for name, variables in BY_VARIABLE.items()},
    "out_of_work": _opposite("in_work"),
    "no_child": _opposite("child"),
    "pregnancy": _fact(_is_pregnancy_stated),
    "no_pregnancy_stated": _opposite("pregnancy"),
    "savings_within_limit": _opposite("savings_over_limit"),
    "new_style_esa": _family("new_style_esa"),
    "new_style_jsa": _family("new_style_jsa"),
    "disability_benefit": _family(*DISABILITY_BENEFITS),
    "mobility_benefit": _fact(_has_mobility_award),
    "railcard_benefit": _fact(_has_railcard_award),
    "severely_sight_impaired": _fact(
        lambda outcome: any(person.severely_sight_impaired for _, person in _adults(outcome))
    ),
    "mortgage": _fact(lambda outcome: outcome.case.home.tenure == "mortgaged"),
    "rent": _fact(lambda outcome: outcome.case.home.rent is not None),
}


def variables_behind(nation: str, day: date) -> tuple[str, ...]:
    """Variables of the benefit unit that decide the items of a nation on a day."""
    items = items_for(nation, day)
    names = [name for item in items for group in item.open_when for name in group]
    found = [variable for name in names for variable in BY_VARIABLE.get(name, ())]
    return tuple(dict.fromkeys(found))
