"""The same household with one fact otherwise: what a letter may rest on that the case does not say.

Each variant is worked out by the rules like the case itself. A letter that agrees with a variant
and not with the case is a reason to ask about that fact, not proof of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Any

from benefits_calc.case import Case, CaseError
from benefits_calc.case.facts import When
from benefits_calc.case.household import OtherPerson
from benefits_calc.case.person import DisabilityPayment, Person, Rate
from benefits_calc.engine.tax_codes import usual_code

UC, HB, CTR = "universal_credit", "housing_benefit", "council_tax_reduction"
EVERYTHING = "everything"
BANDS = "ABCDEFGH"
MIDDLE_AGED = 40
RATES: tuple[Rate, ...] = ("none", "standard", "enhanced")
Change = Callable[[Person], dict[str, Any] | None]
PIP_LINES = {"pip": "pip", "adult_disability_payment": "adp"}


@dataclass(frozen=True)
class Variant:
    """A case with one fact otherwise.

    Attributes:
        code: What is otherwise: its name in the catalogue.
        case: The case.
        lines: Lines of the results that it can explain; EVERYTHING for all.
        facts: What its sentence needs.
    """

    code: str
    case: Case
    lines: tuple[str, ...]
    facts: dict[str, str] = field(default_factory=dict)


def variants_of(case: Case, lines: frozenset[str]) -> tuple[Variant, ...]:
    """Variants that could explain any of these lines, the commonest reasons first."""
    return tuple(
        variant
        for make in (_health, _pay, _home, _others, _incomes, _awards, _council, _years)
        for variant in make(case)
        if EVERYTHING in variant.lines or lines & set(variant.lines)
    )


def _with(part: Any, **changes: Any) -> Any:
    return part.model_copy(update=changes)


def each_adult(case: Case, change: Change) -> Iterator[Case]:
    """The case with one adult changed, for each adult to whom the change applies."""
    for who in ("claimant", "partner"):
        person: Person | None = getattr(case, who)
        changes = change(person) if person is not None else None
        if person is not None and changes is not None:
            yield _with(case, **{who: _with(person, **changes)})


def _health(case: Case) -> Iterator[Variant]:
    """LCWRA at the other rate, not in the award, or in it; the carer element likewise."""
    lines = (UC,)
    for rate in ("protected", "standard"):
        for other in each_adult(case, _at_rate(rate, found=True)):
            yield Variant(f"health_element_{rate}", other, lines)
    for other in each_adult(case, _not_found):
        yield Variant("health_element_not_in_award", other, lines)
    for rate in ("protected", "standard"):
        for other in each_adult(case, _at_rate(rate, found=False)):
            yield Variant(f"health_element_in_award_{rate}", other, lines)
    for other in each_adult(case, lambda p: {"carer": None} if p.carer else None):
        yield Variant("carer_element_not_in_award", other, lines)


def _at_rate(rate: str, *, found: bool) -> Change:
    def change(person: Person) -> dict[str, Any] | None:
        if (person.work_capability == "lcwra") != found:
            return None
        return {"work_capability": "lcwra", "health_element": rate}

    return change


def _not_found(person: Person) -> dict[str, Any] | None:
    if person.work_capability not in ("lcwra", "lcw"):
        return None
    return {"work_capability": "none", "health_element": "automatic"}


def _pay(case: Case) -> Iterator[Variant]:
    """Wages or childcare that are not in the letter, and a month's wage that came twice."""
    for other in each_adult(case, lambda p: {"jobs": ()} if p.jobs else None):
        yield Variant("pay_not_counted", other, (UC, HB, CTR))
    for other in each_adult(case, lambda person: _paid_twice(person, case)):
        yield Variant("two_monthly_pays", other, (UC,))
    if any(child.childcare for child in case.children):
        children = tuple(_with(child, childcare=None) for child in case.children)
        yield Variant("childcare_not_in_award", _with(case, children=children), (UC, CTR))


def _paid_twice(person: Person, case: Case) -> dict[str, Any] | None:
    """Two of each month's wage in one period, each taxed as before."""
    monthly = [job for job in person.jobs if job.paid == "monthly"]
    if not monthly or case.as_at is None:
        return None
    again = []
    for job in monthly:
        stated = job.tax_code if job.parsed_tax_code is not None else None
        code = stated or usual_code(job, case.nation, case.as_at, second=False)
        again.append(_with(job, tax_code=code))
    others = [job for job in person.jobs if job.paid != "monthly"]
    return {"jobs": (*others, *again, *again)}


def _home(case: Case) -> Iterator[Variant]:
    """Rent that is not in the letter, in full, or for another number of bedrooms."""
    home, lines = case.home, (UC, HB)
    if not home.rented:
        return
    none = _with(home, tenure="none", rent=None, ineligible_charges=None, service_charges=None)
    yield Variant("rent_not_in_award", _with(case, home=none), (UC,))
    if home.ineligible_charges is not None:
        full = _with(home, ineligible_charges=None)
        yield Variant("charges_met", _with(case, home=full), lines)
    if home.tenure == "social_rent":
        for bedrooms in range(1, 5):
            if bedrooms != home.bedrooms:
                other = _with(home, bedrooms=bedrooms)
                facts = {"bedrooms": str(bedrooms)}
                yield Variant("other_bedrooms", _with(case, home=other), (UC,), facts)
    if home.tenure == "private_rent":
        yield Variant("shared_rate", _with(case, home=_with(home, shared=not home.shared)), (UC,))
    if home.rent is not None and home.rent.weeks_charged < 52:  # noqa: PLR2004  (weeks a year)
        every = _with(home, rent=_with(home.rent, weeks_charged=52))
        yield Variant("rent_in_every_week", _with(case, home=every), lines)


def _others(case: Case) -> Iterator[Variant]:
    """Other adults in the home who are, or are not, on the office's list; children likewise."""
    lines = (UC, HB, CTR)
    if case.others_in_home:
        yield Variant("nobody_else_at_home", _with(case, others_in_home=()), lines)
    elif case.as_at is not None:
        born = When(f"{case.as_at.year - MIDDLE_AGED}-01")
        someone = OtherPerson(born=born, relation="friend", hours_per_week=0.0)
        yield Variant("somebody_else_at_home", _with(case, others_in_home=(someone,)), lines)
    if case.children:
        fewer = _with(case, children=case.children[:-1])
        yield Variant("one_child_fewer", fewer, (EVERYTHING,))


def _incomes(case: Case) -> Iterator[Variant]:
    """Another benefit, other income or savings that the office does not count."""
    lines = (UC, HB, CTR)
    for other in each_adult(case, lambda p: {"new_style_esa": None} if p.new_style_esa else None):
        yield Variant("esa_not_counted", other, lines)

    def no_allowance(person: Person) -> dict[str, Any] | None:
        carer = person.carer
        if carer is None or not carer.carers_allowance:
            return None
        return {"carer": _with(carer, carers_allowance=False)}

    for other in each_adult(case, no_allowance):
        yield Variant("carers_allowance_not_counted", other, lines)
    for other in each_adult(case, lambda p: {"other_income": ()} if p.other_income else None):
        yield Variant("other_income_not_counted", other, lines)
    if case.savings:
        without = _with(case, savings=0.0, savings_ignored=())
        yield Variant("savings_not_counted", without, lines)
    if case.savings_ignored:
        yield Variant("all_savings_counted", _with(case, savings_ignored=()), lines)
    if case.universal_credit_claimed:
        yield Variant("without_universal_credit", _with(case, claims_universal_credit=False), (HB,))


def _awards(case: Case) -> Iterator[Variant]:
    """Other rates of the benefits that are paid by rate or group."""
    for line, field_name in PIP_LINES.items():
        for daily, mobility in product(RATES, RATES):
            payment = DisabilityPayment(daily_living=daily, mobility=mobility)
            facts: dict[str, str] = {"daily_living": daily, "mobility": mobility}
            for other in each_adult(case, _pip(field_name, payment)):
                yield Variant("other_rates", other, (line,), facts)
    for group in ("assessment", "work_related", "support"):

        def in_group(person: Person, group: str = group) -> dict[str, Any] | None:
            esa = person.new_style_esa
            if esa is None or esa.group == group:
                return None
            return {"new_style_esa": _with(esa, group=group)}

        for other in each_adult(case, in_group):
            yield Variant(f"esa_{group}", other, ("new_style_esa",))


def _pip(name: str, payment: DisabilityPayment) -> Change:
    def change(person: Person) -> dict[str, Any] | None:
        held = getattr(person, name)
        return None if held is None or held == payment else {name: payment}

    return change


def _council(case: Case) -> Iterator[Variant]:
    """Another valuation band, or the discount for one adult."""
    tax = case.home.council_tax
    if tax is None or tax.liable is not True:
        return

    def taxed(**changes: Any) -> Case:
        home: Case = _with(case, home=_with(case.home, council_tax=_with(tax, **changes)))
        return home

    if tax.bill is not None:
        return
    for band in BANDS if tax.band else ():
        if band != tax.band:
            yield Variant("other_band", taxed(band=band), (CTR,), {"band": band})
    for count in (1, 2):
        if count != tax.people_counted:
            code = "discount_for_one_adult" if count == 1 else "no_discount_for_one_adult"
            yield Variant(code, taxed(people_counted=count), (CTR,))


def _years(case: Case) -> Iterator[Variant]:
    """The rates of a year before."""
    if case.as_at is None:
        return
    try:
        earlier = case.at(_a_year_before(case.as_at))
    except CaseError:
        return
    yield Variant("old_rates", earlier, (EVERYTHING,))


def _a_year_before(day: date) -> date:
    # The day before stands for 29 February.
    last = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return last.replace(year=day.year - 1)
