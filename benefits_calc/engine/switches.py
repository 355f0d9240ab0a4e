"""What is on or off at each point: every switch that can make a step or a bend in the figures.

A threshold is the pay or the hour at which one of these flips. Each has a code, under which the
words and the law stand in the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.help import help_switch
from benefits_calc.rules.choices import Tenure

Booleans = NDArray[np.bool_]
Reading = Callable[[Outcome], Booleans]


@dataclass(frozen=True)
class Switch:
    """One thing that is on or off.

    Attributes:
        code: Its name in the catalogue.
        reading: Whether it is on at each point.
        reference: The law that decides it.
        certainty: rule, dwp_decision, council or unknown.
        permanent_when_lost: Whether losing it cannot be undone by falling back below the line.
        said_when_it_stops: Whether its end is a line of its own, and not part of another's.
        moves_money: Whether it is one of the figures, and not help besides money.
    """

    code: str
    reading: Reading
    reference: str
    certainty: str = "rule"
    permanent_when_lost: bool = False
    said_when_it_stops: bool = True
    moves_money: bool = True


def _offer(name: str) -> Reading:
    def read(outcome: Outcome) -> Booleans:
        found = outcome.payroll.offer.get(name)
        if found is None:
            return np.zeros(outcome.points.count, dtype=bool)
        return np.asarray(found > 0, dtype=bool)

    return read


def _unit(name: str) -> Reading:
    return lambda outcome: np.asarray(outcome.unit(name) > 0, dtype=bool)


def _earnings_count(outcome: Outcome) -> Booleans:
    """Earnings lower the award, or have ended it: over any work allowance, on a claim."""
    claimed = np.asarray(outcome.unit("meets_universal_credit_conditions"), dtype=bool)
    return np.asarray(_unit("uc_earnings_deduction")(outcome) & claimed, dtype=bool)


def _owner_service_charges(outcome: Outcome) -> Booleans:
    owner = outcome.unit("tenure") == Tenure.owner.index
    return np.asarray(owner & (outcome.unit("uc_housing_costs_element") > 0), dtype=bool)


def _costs_of_work(outcome: Outcome) -> Booleans:
    costs = any(item.is_offer and item.job.costs for item in outcome.payroll.employments)
    paid = costs or bool((outcome.childcare_per_month > 0).any())
    works = outcome.points.job_taken & (outcome.points.hours_per_week > 0)
    return np.asarray(works & paid, dtype=bool)


def _family(*names: str) -> Reading:
    """Whether any of these payments of anybody in the family is above nothing."""

    def read(outcome: Outcome) -> Booleans:
        return np.asarray(sum(outcome.family(name) for name in names) > 0, dtype=bool)

    return read


def _on_claim(name: str) -> Reading:
    """A yes-or-no of the worker that matters only on a Universal Credit claim."""
    return lambda outcome: np.asarray(
        outcome.person(name, outcome.worker) & outcome.points.claims_universal_credit, dtype=bool
    )


def _first_assessment_barred(outcome: Outcome) -> Booleans:
    """A partner without any question of capability is not told of an assessment."""
    partner = outcome.case.partner
    unasked = outcome.case.worker is partner and partner.work_capability == "none"
    barred = _on_claim("is_barred_from_first_assessment")(outcome)
    return np.zeros(outcome.points.count, dtype=bool) if unasked else barred


def _held_at_a_penny(outcome: Outcome) -> Booleans:
    held = outcome.unit("is_held_at_one_penny") & outcome.unit("meets_universal_credit_conditions")
    return np.asarray(held, dtype=bool)


def _council_tax_reduction(outcome: Outcome) -> Booleans:
    """Whether there is any, where it is known."""
    return np.asarray(outcome.unit("council_tax_reduction") > 0, dtype=bool)


def _award(outcome: Outcome) -> Booleans:
    return _unit("uc_award_before_cap")(outcome)


def _transitional_element(outcome: Outcome) -> Booleans:
    """Transitional protection goes with the award."""
    return np.asarray(_unit("transitional_element")(outcome) & _award(outcome), dtype=bool)


def _mortgage_interest_loan(outcome: Outcome) -> Booleans:
    """The loan is for people on Universal Credit, whatever they earn."""
    lent = outcome.case.home.mortgage_interest_loan is not None
    return np.asarray(lent & _award(outcome), dtype=bool)


def _higher_rate_by_esa(outcome: Outcome) -> Booleans:
    """Somebody in the support group, to whom Universal Credit would pay the protected rate."""
    case = outcome.case
    found = np.zeros(outcome.points.count, dtype=bool)
    if case.universal_credit_claimed:
        return found
    people = {0: case.claimant}
    if case.partner is not None and outcome.layout.partner is not None:
        people[outcome.layout.partner] = case.partner
    for place, person in people.items():
        if person.new_style_esa is not None and person.new_style_esa.group == "support":
            found |= outcome.person("has_protected_lcwra_rate", place)
    return np.asarray(found & _family("new_style_esa")(outcome), dtype=bool)


def _capped(outcome: Outcome) -> Booleans:
    return _unit("benefit_cap_reduction")(outcome)


MONEY_SWITCHES = (
    Switch(
        "costs_of_work",
        _costs_of_work,
        "https://www.legislation.gov.uk/uksi/2013/376/regulation/31",
    ),
    Switch(
        "owner_service_charges",
        _owner_service_charges,
        "https://www.legislation.gov.uk/uksi/2013/376/schedule/5/paragraph/4",
    ),
    Switch(
        "earnings_lower_universal_credit",
        _earnings_count,
        "https://www.legislation.gov.uk/uksi/2013/376/regulation/22",
    ),
    Switch(
        "national_insurance_credit",
        _offer("earns_national_insurance_credit"),
        "https://www.legislation.gov.uk/uksi/2001/1004/regulation/10",
    ),
    Switch(
        "workplace_pension",
        _offer("is_enrolled_in_workplace_pension"),
        "https://www.legislation.gov.uk/ukpga/2008/30/section/3",
    ),
    Switch(
        "first_assessment_barred",
        _first_assessment_barred,
        "https://www.legislation.gov.uk/uksi/2013/376/regulation/41",
    ),
    Switch(
        "benefit_cap",
        _capped,
        "https://www.legislation.gov.uk/uksi/2013/376/regulation/82",
    ),
    Switch(
        "no_work_search",
        _on_claim("has_light_touch_requirements"),
        "https://www.legislation.gov.uk/uksi/2013/376/regulation/99",
    ),
    Switch(
        "national_insurance",
        _offer("national_insurance_per_pay_period"),
        "https://www.legislation.gov.uk/ukpga/1992/4/section/8",
    ),
    Switch(
        "income_tax",
        _offer("income_tax_per_pay_period"),
        "https://www.legislation.gov.uk/uksi/2003/2682/regulation/23",
    ),
    Switch(
        "student_loan",
        _offer("student_loan_per_pay_period"),
        "https://www.legislation.gov.uk/uksi/2009/470",
    ),
    Switch(
        "held_at_a_penny",
        _held_at_a_penny,
        "https://www.legislation.gov.uk/uksi/2013/376/regulation/28",
    ),
    Switch(
        "universal_credit",
        _unit("uc_award_before_cap"),
        "https://www.legislation.gov.uk/ukpga/2012/5/section/5",
    ),
    Switch(
        "transitional_element",
        _transitional_element,
        "https://www.legislation.gov.uk/uksi/2014/1230/regulation/57",
        certainty="dwp_decision",
    ),
    Switch(
        "mortgage_interest_loan",
        _mortgage_interest_loan,
        "https://www.legislation.gov.uk/uksi/2017/725/regulation/9",
    ),
    Switch(
        "new_style_esa",
        _family("new_style_esa"),
        "https://www.legislation.gov.uk/uksi/2013/379/regulation/37",
        certainty="dwp_decision",
        permanent_when_lost=True,
    ),
    Switch(
        "higher_rate_by_esa",
        _higher_rate_by_esa,
        "https://www.legislation.gov.uk/uksi/2026/113/regulation/3",
        permanent_when_lost=True,
    ),
    Switch(
        "new_style_jsa",
        _family("new_style_jsa"),
        "https://www.legislation.gov.uk/uksi/2013/378/regulation/42",
    ),
    Switch(
        "carers_benefit",
        _family("carers_allowance", "carer_support_payment"),
        "https://www.legislation.gov.uk/uksi/1976/409/regulation/8",
    ),
    Switch(
        "scottish_child_payment",
        _unit("scottish_child_payment"),
        "https://www.legislation.gov.uk/ssi/2020/351",
    ),
    Switch(
        "housing_benefit",
        _unit("housing_benefit"),
        "https://www.legislation.gov.uk/uksi/2006/213/regulation/75",
        certainty="council",
    ),
    Switch(
        "council_tax_reduction",
        _council_tax_reduction,
        "https://www.legislation.gov.uk/ukpga/1992/14/section/13A",
        certainty="council",
    ),
    Switch(
        "tax_on_benefits",
        _family("tax_on_benefits"),
        "https://www.legislation.gov.uk/ukpga/2003/1/section/660",
        said_when_it_stops=False,
    ),
    Switch(
        "child_benefit_charge",
        _unit("child_benefit_charge"),
        "https://www.legislation.gov.uk/ukpga/2003/1/section/681B",
    ),
)


def _help(code: str, reference: str) -> Switch:
    return Switch(code, help_switch(code), reference, moves_money=False)


NHS_LAW = "https://www.legislation.gov.uk/uksi/2003/2382/regulation/5"
MEALS_LAW = "https://www.legislation.gov.uk/ukpga/1996/56/section/512ZB"
# Help besides money whose limit is not also a line of the figures.
HELP_SWITCHES = (
    _help("nhs_help", NHS_LAW),
    _help("nhs_help_every_month", NHS_LAW),
    _help("school_meals", MEALS_LAW),
    _help("school_meals_every_month", MEALS_LAW),
    _help("healthy_start", "https://www.legislation.gov.uk/uksi/2005/3262/regulation/3"),
    _help("heating_payment", "https://www.legislation.gov.uk/uksi/1988/1724"),
    _help("help_to_save", "https://www.legislation.gov.uk/uksi/2018/87"),
)
SWITCHES = (*MONEY_SWITCHES, *HELP_SWITCHES)
# What the Jobcentre asks matters only while there is an award.
ONLY_WITH_AN_AWARD = ("no_work_search",)


def readings(outcome: Outcome, switches: tuple[Switch, ...] = SWITCHES) -> dict[str, Booleans]:
    """Every switch, or those asked for, at every point."""
    for switch in switches:
        if switch.code not in outcome.kept:
            outcome.kept[switch.code] = switch.reading(outcome)
    return {switch.code: outcome.kept[switch.code] for switch in switches}
