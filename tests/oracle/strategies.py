"""Random households and jobs, for holding two readings of the law against each other.

`random_households` and `random_employments` draw in bulk from a seed, the same on every machine;
`households` and `employments` are Hypothesis strategies, which shrink a difference to its core.
`oracle_result` is the second reading's answer and `compare` lists where another one departs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

import numpy as np
from hypothesis import strategies as st

from tests.oracle import universal_credit as uc
from tests.oracle.households import (
    Child,
    Deduction,
    Home,
    Household,
    NonDependant,
    Person,
    SelfEmployment,
    Unearned,
)
from tests.oracle.wages import Employment, payslip, steady_month

D = Decimal
T = TypeVar("T")
FIRST_START, LAST_START = date(2025, 4, 7), date(2027, 2, 28)
PAY_PERIODS = ("week", "two_weeks", "four_weeks", "month")
TAX_CODES = (
    "1257L",
    "1257L",
    "1257L M1",
    "S1257L",
    "S1257L",
    "C1257L",
    "BR",
    "SBR",
    "0T",
    "S0T",
    "D0",
    "NT",
    "K100",
    "1131L",
    "450T",
)
SCHEMES = ("none", "net_pay", "net_pay", "relief_at_source", "salary_sacrifice")
LOANS = ("plan_1", "plan_2", "plan_4", "plan_5", "postgraduate")
UNEARNED = (
    ("new_style_esa", "92.05", "week"),
    ("new_style_esa", "144.45", "week"),
    ("new_style_jsa", "92.05", "week"),
    ("carers_allowance", "86.45", "week"),
    ("carer_support_payment", "98.15", "week"),
    ("maternity_allowance", "187.18", "week"),
    ("occupational_pension", "210.37", "month"),
    ("annuity", "1234.56", "year"),
)
#: Pay at and beside the lines of the law, by the month.
PAY_LINES = ("832.99", "833.00", "881.23", "899.95", "900.00", "1048.00", "1048.07", "1049.26")
CAPITAL_LINES = ("6000", "6000.01", "6250", "6250.01", "15999.99", "16000", "16000.01")


# ------------------------------------------------------------------ bulk
class Draw:
    """Draws of plain Python values from one numpy generator."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)

    def chance(self, probability: float) -> bool:
        return bool(self.random.random() < probability)

    def whole(self, low: int, high: int) -> int:
        """low to high, both possible."""
        return int(self.random.integers(low, high + 1))

    def pounds(self, low: int, high: int) -> Decimal:
        return D(self.whole(low * 100, high * 100)) / 100

    def one_of(self, values: Sequence[T]) -> T:
        return values[self.whole(0, len(values) - 1)]

    def day(self, first: date, last: date) -> date:
        return first + timedelta(days=self.whole(0, (last - first).days))


def _employment(draw: Draw, age: int, start: date) -> Employment:
    period = draw.one_of(PAY_PERIODS)
    weeks = {"week": D(1), "two_weeks": D(2), "four_weeks": D(4), "month": D(52) / 12}[period]
    hours = D(draw.whole(0, 96)) / 2
    gross = (hours * draw.pounds(8, 25) * weeks).quantize(D("0.01"))
    if period == "month" and draw.chance(0.15):
        gross = D(draw.one_of(PAY_LINES))
    code = draw.one_of(TAX_CODES)
    return Employment(
        gross_per_pay_period=gross,
        pay_period=period,
        tax_code=code,
        pension_scheme=draw.one_of(SCHEMES),
        pension_percent=D(draw.whole(6, 24)) / 2,
        pension_basis=draw.one_of(("qualifying", "qualifying", "all")),
        pension_enrolment=draw.one_of(("automatic", "automatic", "joined", "opted_out")),
        age=age,
        student_loans=frozenset([draw.one_of(LOANS)] if draw.chance(0.2) else []),
        paid_on=start + timedelta(days=draw.whole(0, 27)),
    )


def _person(draw: Draw, start: date, *, lead_carer: bool) -> Person:
    age = draw.whole(18, 64)
    capability = draw.one_of(("none", "none", "awaiting_assessment", "lcw", "lcwra", "lcwra"))
    working, trading = draw.chance(0.6), draw.chance(0.1)
    disability = draw.one_of(("none", "none", "pip", "dla"))
    carer = draw.chance(0.12)
    return Person(
        age=age,
        work_capability=capability,
        health_element=draw.one_of(("protected", "standard")),
        lcwra_wait_served=draw.chance(0.9),
        lcw_element_saved=draw.chance(0.3),
        meets_carer_conditions=carer,
        carers_allowance=carer and draw.chance(0.5),
        responsible_carer=lead_carer,
        pip_daily_living=draw.one_of(("none", "standard", "enhanced"))
        if disability == "pip"
        else "none",
        pip_mobility=draw.one_of(("none", "standard", "enhanced"))
        if disability == "pip"
        else "none",
        dla_care=draw.one_of(("none", "lowest", "middle", "highest"))
        if disability == "dla"
        else "none",
        dla_mobility=disability == "dla" and draw.chance(0.5),
        blind=draw.chance(0.02),
        industrial_injuries_benefit=draw.chance(0.02),
        in_paid_work=working or trading,
        employment=_employment(draw, age, start) if working else None,
        self_employment=SelfEmployment(
            draw.pounds(0, 2500),
            gainful=draw.chance(0.8),
            start_up_period=draw.chance(0.3),
            expected_hours_per_week=D(draw.one_of((16, 20, 25, 35, 35))),
        )
        if trading
        else None,
    )


def _child(draw: Draw, start: date) -> Child:
    born = draw.day(date(2009, 9, 1), start)
    care = draw.one_of(("none", "none", "none", "lowest", "middle", "highest"))
    return Child(
        born,
        draw.one_of(("f", "m")),
        dla_care=care,
        dla_mobility=draw.chance(0.05),
        blind=draw.chance(0.01),
        cannot_share_a_room=draw.chance(0.15),
        overnight_carer=draw.chance(0.05),
    )


def _non_dependant(draw: Draw) -> NonDependant:
    fact = draw.one_of(
        (
            "",
            "",
            "",
            "pension_credit",
            "attendance_allowance",
            "carers_allowance",
            "responsible_for_child_under_5",
        )
    )
    age = draw.whole(18, 90)
    return NonDependant(
        age=age,
        pip_daily_living=draw.one_of(("none", "none", "standard", "enhanced")),
        dla_care=draw.one_of(("none", "none", "none", "lowest", "middle")),
        pension_credit=fact == "pension_credit",
        attendance_allowance=fact == "attendance_allowance",
        carers_allowance=fact == "carers_allowance",
        responsible_for_child_under_5=fact == "responsible_for_child_under_5",
    )


def _home(draw: Draw) -> Home:
    tenure = draw.one_of(
        (
            "social_rent",
            "social_rent",
            "private_rent",
            "private_rent",
            "supported",
            "temporary",
            "owned",
            "none",
        )
    )
    if tenure == "owned":
        return Home(
            tenure,
            owner_service_charge_per_month=draw.pounds(0, 200),
            owner_qualifying_period_served=draw.chance(0.5),
        )
    if tenure == "none":
        return Home()
    period = draw.one_of(("week", "month"))
    rent = draw.pounds(40, 450) if period == "week" else draw.pounds(200, 1900)
    liable = draw.one_of((1, 1, 1, 1, 2, 3))
    return Home(
        tenure,
        rent,
        period,
        draw.one_of((52, 52, 50, 48)) if period == "week" else 52,
        ineligible_charges=draw.pounds(0, 25) if draw.chance(0.2) else D(0),
        spare_bedrooms=draw.one_of((0, 0, 1, 2, 3)) if tenure == "social_rent" else 0,
        lha_per_month=draw.pounds(300, 1700) if tenure == "private_rent" else None,
        liable_people=liable,
    )


def _household(draw: Draw) -> Household:
    start = draw.day(FIRST_START, LAST_START)
    start = start.replace(day=min(start.day, 28))
    couple = draw.chance(0.3)
    children = tuple(_child(draw, start) for _ in range(draw.one_of((0, 0, 0, 1, 2, 3, 4, 5))))
    lead = draw.whole(0, 1) if couple else 0
    claimant = _person(draw, start, lead_carer=lead == 0)
    partner = _person(draw, start, lead_carer=lead == 1) if couple else None
    in_care = draw.whole(0, len(children)) if children and draw.chance(0.4) else 0
    capital = D(draw.one_of(CAPITAL_LINES)) if draw.chance(0.2) else draw.pounds(0, 17000)
    home = _home(draw)
    if couple and home.liable_people > 1:
        home = Home(**asdict(home) | {"liable_people_claiming": 2})
    return Household(
        assessment_period_start=start,
        claimant=claimant,
        partner=partner,
        children=children,
        non_dependants=tuple(_non_dependant(draw) for _ in range(draw.one_of((0, 0, 0, 0, 1, 2)))),
        home=home,
        capital=capital if draw.chance(0.5) else D(300),
        unearned=tuple(
            Unearned(kind, D(amount), period)
            for kind, amount, period in ([draw.one_of(UNEARNED)] if draw.chance(0.25) else [])
        ),
        childcare_charges_per_month=draw.pounds(50, 2600) if in_care else D(0),
        children_in_childcare=in_care,
        in_london=draw.chance(0.3),
        benefit_cap_grace_period=draw.chance(0.05),
        transitional_element=draw.pounds(0, 300) if draw.chance(0.1) else D(0),
        deductions=tuple(
            [Deduction(draw.one_of(("advance", "child_maintenance")), draw.pounds(5, 120))]
            if draw.chance(0.15)
            else []
        ),
    )


def random_households(n: int, seed: int) -> list[Household]:
    """`n` households, the same for the same seed."""
    draw = Draw(seed)
    return [_household(draw) for _ in range(n)]


def random_employments(n: int, seed: int) -> list[Employment]:
    """`n` jobs of adults, all four pay periods, both tax years."""
    draw = Draw(seed)
    return [
        _employment(draw, draw.whole(18, 64), draw.day(FIRST_START, LAST_START)) for _ in range(n)
    ]


# ------------------------------------------------------------------ Hypothesis
def employments() -> st.SearchStrategy[Employment]:
    """Jobs at pay from nothing to 6,000 a pay period."""
    return st.builds(
        Employment,
        gross_per_pay_period=st.decimals(0, 6000, places=2),
        pay_period=st.sampled_from(PAY_PERIODS),
        tax_code=st.sampled_from(sorted(set(TAX_CODES))),
        pension_scheme=st.sampled_from(sorted(set(SCHEMES))),
        pension_percent=st.integers(0, 12).map(D),
        pension_basis=st.sampled_from(("qualifying", "all")),
        pension_enrolment=st.sampled_from(("automatic", "joined", "opted_out")),
        age=st.integers(18, 64),
        over_state_pension_age=st.just(value=False),
        ni_category=st.sampled_from("ABCJ"),
        student_loans=st.frozensets(st.sampled_from(LOANS), max_size=2),
        paid_on=st.dates(date(2025, 4, 6), date(2027, 4, 5)),
    )


def households() -> st.SearchStrategy[Household]:
    """Households that shrink: every fact falls back to its plain default."""
    money = st.decimals(0, 2500, places=2)
    person = st.builds(
        Person,
        age=st.integers(18, 64),
        work_capability=st.sampled_from(("none", "awaiting_assessment", "lcw", "lcwra")),
        health_element=st.sampled_from(("protected", "standard")),
        lcwra_wait_served=st.booleans(),
        lcw_element_saved=st.booleans(),
        meets_carer_conditions=st.booleans(),
        carers_allowance=st.booleans(),
        pip_daily_living=st.sampled_from(("none", "standard", "enhanced")),
        in_paid_work=st.booleans(),
        employed_earnings_per_month=money,
    )
    child = st.builds(
        Child,
        born=st.dates(date(2010, 1, 1), date(2025, 4, 1)),
        sex=st.sampled_from(("f", "m")),
        dla_care=st.sampled_from(("none", "lowest", "middle", "highest")),
        cannot_share_a_room=st.booleans(),
    )
    home = st.builds(
        Home,
        tenure=st.sampled_from(("none", "social_rent", "private_rent", "supported", "temporary")),
        rent=money,
        rent_period=st.sampled_from(("month", "week")),
        spare_bedrooms=st.integers(0, 3),
        lha_per_month=money,
    )
    return st.builds(
        Household,
        assessment_period_start=st.dates(FIRST_START, LAST_START).filter(lambda d: d.day <= 28),
        claimant=person,
        partner=st.none() | person,
        children=st.lists(child, max_size=4).map(tuple),
        non_dependants=st.lists(st.builds(NonDependant, age=st.integers(18, 80)), max_size=2).map(
            tuple
        ),
        home=home,
        capital=st.decimals(0, 17000, places=2),
        childcare_charges_per_month=money,
        children_in_childcare=st.integers(0, 2),
        in_london=st.booleans(),
    )


# ------------------------------------------------------------------ comparison
@dataclass(frozen=True)
class Difference:
    """One figure on which two readings part."""

    name: str
    rules: float
    oracle: Decimal


def oracle_result(household: Household) -> dict[str, Decimal]:
    """Everything the second reading says: UC parts, each adult's steady month, the bedrooms.

    Names of an adult's figures begin with claimant_ or partner_ and are pounds a month.
    """
    result = uc.universal_credit(household)
    for role, person in zip(("claimant", "partner"), household.adults, strict=False):
        if person.employment is None:
            continue
        slip = steady_month(payslip(person.employment), person.employment.pay_period)
        result |= {f"{role}_{name}": value for name, value in vars(slip).items()}
    last_day = uc.last_day_of_period(household.assessment_period_start, 1)
    result["bedrooms_needed"] = D(
        uc.bedrooms_needed(household.children, len(household.non_dependants), last_day)
    )
    result["child_benefit_per_week"] = uc.child_benefit_of(household)
    return result


def compare(
    rules_result: Mapping[str, float],
    oracle_result: Mapping[str, Decimal],
    *,
    tolerance: float = 0.001,
) -> list[Difference]:
    """Every figure of `rules_result` (same names, pounds) that is not the oracle's.

    A figure the oracle does not hold is an error of whoever wrote the adapter.
    """
    unknown = sorted(set(rules_result) - set(oracle_result))
    if unknown:
        raise KeyError(f"not figures of the second reading: {', '.join(unknown)}")
    return [
        Difference(name, float(value), oracle_result[name])
        for name, value in rules_result.items()
        if not abs(float(value) - float(oracle_result[name])) <= tolerance
    ]
