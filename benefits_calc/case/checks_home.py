"""Facts about the home that must agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benefits_calc.case import ages
from benefits_calc.case.problems import Problem, not_accepted, not_given

if TYPE_CHECKING:
    from benefits_calc.case.home import CouncilTax, Home
    from benefits_calc.case.model import Case


def home_problems(home: Home, case: Case) -> Iterator[Problem]:
    """Facts about the home that are missing or do not agree."""
    if home.tenure == "supported" and home.supported_kind is None:
        yield not_given(
            "home.supported_kind",
            "give one of exempt, managed, refuge, council_hostel",
            "because tenure is supported",
        )
    if home.tenure != "supported" and home.supported_kind is not None:
        yield not_accepted(
            "home.supported_kind",
            home.supported_kind,
            "leave it out, or give tenure: supported",
            f"tenure is {home.tenure}",
        )
    given = home.local_housing_allowance
    if given is not None and home.tenure != "private_rent":
        yield not_accepted(
            "home.local_housing_allowance",
            f"{given.amount:g} a {given.per}",
            "leave it out, or give tenure: private_rent",
            f"tenure is {home.tenure}",
        )
    if home.tenure == "private_rent" and case.rental_area is None and given is None:
        yield not_given(
            "rental_area",
            "give the broad rental market area, such as outer_south_west_london (look up the "
            "postcode at https://lha-direct.voa.gov.uk), home.local_housing_allowance, or unknown",
            "because tenure is private_rent",
        )
    yield from _costs_of_home(home)
    yield from _joint_tenants(home, case)
    if home.council_tax is not None:
        yield from _council_tax(home.council_tax, case)


def _joint_tenants(home: Home, case: Case) -> Iterator[Problem]:
    """Somebody listed as a joint tenant has to be one of those who share the rent."""
    others = sum(other.relation == "joint_tenant" for other in case.others_in_home)
    least = 1 + (case.partner is not None) + others
    if others and home.share is None and (home.joint_tenants or 1) < least:
        accepted = f"give everyone who has to pay the rent, {least} or more, or home.share"
        reason = f"others_in_home has {others} with relation joint_tenant"
        if home.joint_tenants is None:
            yield not_given("home.joint_tenants", accepted, f"because {reason}")
        else:
            yield not_accepted("home.joint_tenants", home.joint_tenants, accepted, reason)


def _costs_of_home(home: Home) -> Iterator[Problem]:
    if home.rented and home.rent is None:
        yield not_given(
            "home.rent",
            "give the rent, such as {amount: 120, per: week}; 0 if there is none",
            f"because tenure is {home.tenure}",
        )
    if home.rent is not None and not home.rented:
        yield not_accepted(
            "home.rent",
            f"{home.rent.amount:g} a {home.rent.per}",
            "leave it out, or give board for money paid to family, or a tenure with rent",
            f"tenure is {home.tenure}",
        )
    if home.mortgage is not None and home.tenure != "mortgaged":
        yield not_accepted(
            "home.mortgage",
            f"{home.mortgage.amount:g} a {home.mortgage.per}",
            "leave it out, or give tenure: mortgaged",
            f"tenure is {home.tenure}",
        )
    if home.mortgage is None and home.tenure == "mortgaged":
        yield not_given(
            "home.mortgage",
            "give what is paid, such as {amount: 590, per: month}",
            "because tenure is mortgaged",
        )
    if home.ineligible_charges is not None and home.rent is None:
        yield not_accepted(
            "home.ineligible_charges",
            f"{home.ineligible_charges.amount:g} a {home.ineligible_charges.per}",
            "leave it out, or give service_charges for charges on top of a mortgage",
            "it is a part of the rent, and no rent is given",
        )
    if home.rent is None:
        return
    if home.rent.given("weeks_charged") and home.rent.per != "week":
        yield not_accepted(
            "home.rent.weeks_charged",
            home.rent.weeks_charged,
            "leave it out, or give the rent per: week",
            f"the rent is per {home.rent.per}",
        )
    charges = home.ineligible_charges
    if charges and charges.per == home.rent.per and charges.amount > home.rent.amount:
        yield not_accepted(
            "home.ineligible_charges.amount",
            charges.amount,
            f"give a part of the rent, from 0 to {home.rent.amount:g}",
            "it is more than the rent it is part of",
        )


def _council_tax(tax: CouncilTax, case: Case) -> Iterator[Problem]:
    if tax.band == "I" and case.nation != "wales":
        yield not_accepted(
            "home.council_tax.band", "I", "give a band from A to H", "only Wales has band I"
        )
    if tax.people_counted is None:
        return
    adults = 1 + (case.partner is not None) + _other_adults(case, certain=False)
    fewest = 1 + (case.partner is not None) + _other_adults(case, certain=True)
    most = adults + len(case.children)
    if not fewest <= tax.people_counted <= most:
        yield not_accepted(
            "home.council_tax.people_counted",
            tax.people_counted,
            f"give {fewest}, or list everyone in others_in_home"
            if fewest == most
            else f"give from {fewest} to {most}, or list everyone in others_in_home",
            f"{fewest} {'adult lives' if fewest == 1 else 'adults live'} in the home by claimant, "
            "partner and others_in_home",
        )


def _other_adults(case: Case, *, certain: bool) -> int:
    if case.as_at is None:
        return 0 if certain else len(case.others_in_home)
    adult = 18
    return sum(
        ages.age_on(other.born.last_day if certain else other.born.first_day, case.as_at) >= adult
        for other in case.others_in_home
    )
