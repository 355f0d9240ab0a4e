"""What the rules need to know about the home, and what the home costs."""

from __future__ import annotations

from datetime import date
from typing import Any

from benefits_calc.case import Case
from benefits_calc.case.benefits_now import BenefitLine, Gap, UniversalCreditNow
from benefits_calc.case.home import Home
from benefits_calc.case.person import Person
from benefits_calc.case.places import AREA_NOT_KNOWN
from benefits_calc.engine.dates import ComparisonDates
from benefits_calc.engine.tables import local_housing_allowance, london_councils
from benefits_calc.rules.conversions import MONTHS_PER_YEAR, per_month
from benefits_calc.rules.rounding import amount_to_penny

TENURES = {
    "owned_outright": "owner",
    "mortgaged": "owner",
    "with_family": "none",
}
LHA_NAMES = ("shared", "one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms")
UNLIMITED_DEDUCTIONS = ("child_maintenance", "rent_arrears", "fuel")


def home_facts(case: Case, dates: ComparisonDates) -> dict[str, Any]:
    """Facts of the benefit unit: its home, savings and award."""
    home = case.home
    facts: dict[str, Any] = {
        "tenure": TENURES.get(home.tenure, home.tenure),
        "rent_per_month": rent_per_month(home),
        "ineligible_charges_per_month": ineligible_charges_per_month(home),
        "joint_tenants": float(home.joint_tenants or 1),
        "tenants_in_benefit_unit": _tenants_in_unit(case),
        "capital": case.savings_counted,
        "lives_in_london": case.region == "london" or case.council in london_councils(),
        "assessment_period_start": dates.assessment_period_start,
        "assessment_period_end": dates.assessment_period_end,
        "benefit_date": dates.as_at,
        "claims_universal_credit": case.universal_credit_claimed,
        # The foster parent condition (UC Regs Sch 4 para 12(4)): one more bedroom, and only one.
        "extra_bedrooms_allowed": float(any(person.foster_carer for person in _adults(case))),
    }
    if home.bedrooms is not None:
        facts["bedrooms"] = float(home.bedrooms)
    if home.service_charges is not None:
        facts["eligible_service_charges_per_month"] = _month(home.service_charges.eligible)
    if home.tenure == "private_rent":
        rates = _allowance_rates(case, dates)
        facts |= {
            f"local_housing_allowance_{name}_per_month": rate
            for name, rate in zip(LHA_NAMES, rates, strict=True)
        }
    return facts | _award_facts(case, dates)


def _allowance_rates(case: Case, dates: ComparisonDates) -> tuple[float, ...]:
    """Local Housing Allowance by size: as given; by the area; no limit where it is not known."""
    given = case.home.local_housing_allowance
    if given is not None:
        return (per_month(given.amount, given.per),) * len(LHA_NAMES)
    if case.rental_area in (None, AREA_NOT_KNOWN):
        return (rent_per_month(case.home),) * len(LHA_NAMES)
    return local_housing_allowance(case.rental_area, dates.assessment_period_start)


def _tenants_in_unit(case: Case) -> float:
    home = case.home
    if home.share is not None:
        return home.share * (home.joint_tenants or 1)
    if home.joint_tenants is None or home.joint_tenants == 1:
        return 1.0
    return 2.0 if case.partner is not None else 1.0


def _award_facts(case: Case, dates: ComparisonDates) -> dict[str, Any]:
    now = case.benefits_now
    facts: dict[str, Any] = {
        "claims_child_benefit": _is_paid(now.child_benefit if now else None),
        "claims_housing_benefit": _housing_benefit_is_claimed(case),
        "claims_scottish_child_payment": _is_paid(now.scottish_child_payment if now else None),
        "lives_in_scotland": case.nation == "scotland",
        "lives_in_wales": case.nation == "wales",
        "rent_is_charged_weekly": case.home.rent is not None and case.home.rent.per == "week",
    }
    award = now.universal_credit if now else None
    if award is None:
        return facts
    since = award.since or _lcwra_since(case)
    if since is not None:
        facts["universal_credit_since"] = since.first_day
    facts |= {
        "has_break_for_reason_other_than_earnings": any(g.why != "earnings" for g in award.gaps),
        "longest_break_for_earnings_months": max(map(_gap_months, award.gaps), default=0.0),
        **_transitional(award),
        "limited_deductions": _deductions(case, dates.as_at, limited=True),
        "unlimited_deductions": _deductions(case, dates.as_at, limited=False),
    }
    if award.sanction is not None and not (
        award.sanction.until and award.sanction.until < dates.as_at
    ):
        facts["sanction_per_day"] = award.sanction.per_day
    return facts


def _transitional(award: UniversalCreditNow) -> dict[str, Any]:
    """The element on the statement; in a first period, the premiums that it is made from."""
    premiums = award.older_premiums
    if premiums is None or award.transitional_element is not None:
        return {"transitional_element": _month(award.transitional_element)}
    return {
        "legacy_severe_disability_premium": premiums.severe_disability,
        "legacy_enhanced_disability_premium": premiums.enhanced_disability,
        "legacy_disability_premium": premiums.disability,
        "legacy_disabled_children": float(premiums.disabled_children),
    }


def _adults(case: Case) -> list[Person]:
    return [case.claimant] + ([case.partner] if case.partner else [])


def _lcwra_since(case: Case) -> Any:
    """Where the award's start is not given, it is taken to be as old as the health facts."""
    known = [
        when
        for person in _adults(case)
        for when in (
            person.work_capability_since,
            person.awaiting_assessment_since,
            person.fit_note_from,
        )
        if when is not None
    ]
    return min(known) if known else None


def _housing_benefit_is_claimed(case: Case) -> bool:
    """Taken to be in payment where the home is of that kind, unless the case says nothing is."""
    if case.nothing_is_paid_now:
        return False
    paid = case.benefits_now.housing_benefit if case.benefits_now else None
    return paid is None or paid.amount > 0


def _is_paid(line: BenefitLine | None) -> bool:
    """Whether a benefit is in payment: a line of nothing says that it is not."""
    return line is not None and line.amount > 0


def _gap_months(gap: Gap) -> float:
    """Whole calendar months without the award."""
    first, last = gap.from_.first_day, gap.to.last_day
    return (last.year - first.year) * MONTHS_PER_YEAR + last.month - first.month + 1


def _deductions(case: Case, as_at: date, *, limited: bool) -> float:
    award = case.benefits_now.universal_credit if case.benefits_now else None
    found = award.deductions if award else ()
    return sum(
        amount_to_penny(per_month(part.amount, part.per))
        for part in found
        if not (part.ends and part.ends < as_at)
        and (part.kind not in UNLIMITED_DEDUCTIONS) == limited
    )


def rent_per_month(home: Home) -> float:
    """Rent as charged, pounds a month; weekly rent in the weeks it is charged."""
    if home.rent is None:
        return 0.0
    if home.rent.per == "week":
        return home.rent.amount * home.rent.weeks_charged / MONTHS_PER_YEAR
    return per_month(home.rent.amount, home.rent.per)


def ineligible_charges_per_month(home: Home) -> float:
    """The part of the rent that benefits do not meet; by the week, in the weeks rent is charged."""
    charges, rent = home.ineligible_charges, home.rent
    if charges is not None and rent is not None and charges.per == rent.per == "week":
        return charges.amount * rent.weeks_charged / MONTHS_PER_YEAR
    return _month(charges)


def _share_of_rent(case: Case) -> float:
    """The household's part of the rent and charges of a joint tenancy."""
    if case.home.share is not None:
        return case.home.share
    return min(_tenants_in_unit(case) / (case.home.joint_tenants or 1), 1.0)


def housing_cost_per_month(case: Case) -> float:
    """Rent, mortgage or board, with service charges billed on top; pounds a month."""
    home = case.home
    charges = home.service_charges
    cost = rent_per_month(home)
    if charges is not None:
        cost += _month(charges.eligible) + _month(charges.not_eligible)
    own = _month(home.mortgage) + _month(home.board)
    return amount_to_penny(cost * _share_of_rent(case) + own)


def _month(amount: Any) -> float:
    if amount is None:
        return 0.0
    return per_month(amount.amount, amount.per)
