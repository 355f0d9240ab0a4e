"""The home: how it is held, what it costs, and council tax."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from benefits_calc.case.facts import (
    Amount,
    AmountOrNothing,
    Facts,
    MonthOrDay,
    Period,
    Pounds,
    bare,
    either,
    fact,
)

Tenure = Literal[
    "social_rent",
    "private_rent",
    "supported",
    "temporary",
    "owned_outright",
    "mortgaged",
    "with_family",
    "none",
]
RENTED: tuple[Tenure, ...] = ("social_rent", "private_rent", "supported", "temporary")


class Rent(Facts):
    """Rent as charged, all charges in it included."""

    amount: Pounds = fact("Amount", "Pounds and pence, as charged by the landlord.")
    per: Period = fact("Period", "What the amount is for.")
    weeks_charged: Annotated[int, Field(ge=1, le=53)] = fact(
        "Weeks charged", "Weeks of a year in which weekly rent is charged.", 52
    )


class Mortgage(Facts):
    """What is paid on a mortgage."""

    amount: Pounds = fact("Amount", "Pounds and pence.")
    per: Period = fact("Period", "What the amount is for.")
    balance: Pounds | None = fact("Balance", "What is still owed, in pounds.", None)


class ServiceCharges(Facts):
    """Service charges billed on top of rent or mortgage."""

    eligible: Amount | None = fact(
        "That benefits can meet", "For shared parts and services the home cannot do without.", None
    )
    not_eligible: Amount | None = fact(
        "That they cannot", "For heating, meals, support and personal things.", None
    )


class MortgageInterestLoan(Facts):
    """Support for Mortgage Interest, the loan for owners on Universal Credit."""

    since: MonthOrDay | None = fact("Since", "Month the loan began.", None)
    amount: Amount | None = fact("Paid now", "What is paid to the lender.", None)


class Host(Facts):
    """The claim of the family the person lives with, as far as it may change."""

    universal_credit_housing: bool = fact(
        "Help with rent", "Whether their Universal Credit includes rent.", False
    )
    housing_benefit: bool = fact("Housing Benefit", "Whether they get Housing Benefit.", False)
    council_tax_reduction: bool = fact(
        "Council tax reduction", "Whether they get council tax reduction.", False
    )
    single_person_discount: bool = fact(
        "Single person discount", "Whether their bill has the 25 per cent discount.", False
    )


class CouncilTax(Facts):
    """Council tax of the home."""

    liable: Annotated[bool | Literal["unknown"], *either("unknown", truth=True)] = fact(
        "Has to pay", "Whether this household gets the council tax bill.", True
    )
    band: Literal["A", "B", "C", "D", "E", "F", "G", "H", "I"] | None = fact(
        "Band", "Valuation band; I is in Wales only.", None
    )
    people_counted: int | None = fact(
        "Adults in the home",
        "All adults who live here, before anyone is left out for the discount.",
        None,
        ge=0,
        le=20,
    )
    bill: Amount | None = fact(
        "Bill", "As billed: after discounts, before council tax reduction.", None
    )
    disabled_band_reduction: bool = fact(
        "Disabled band reduction", "Whether the bill is one band lower for a disability.", False
    )
    exempt: Annotated[
        Literal["students", "severe_mental_impairment", "other"] | None,
        bare("none", shape=Literal["students", "severe_mental_impairment", "other", "none"] | None),
    ] = fact("Exempt", "Why nothing is charged for the home, if so.", None)


class Home(Facts):
    """Where the household lives."""

    tenure: Tenure = fact("Home is", "How the home is held.")
    supported_kind: Literal["exempt", "managed", "refuge", "council_hostel"] | None = fact(
        "Kind of supported home",
        "Needed for supported housing: exempt, managed, refuge or council hostel.",
        None,
    )
    temporary_kind: (
        Literal["council_owned", "council_leased", "housing_association", "private", "unknown"]
        | None
    ) = fact("Kind of temporary home", "Who owns a temporary home.", None)
    rent: Rent | None = fact("Rent", "As charged, charges included.", None)
    mortgage: Mortgage | None = fact("Mortgage", "What is paid on the mortgage.", None)
    ineligible_charges: AmountOrNothing = fact(
        "Charges benefits do not meet",
        "The part of the rent for meals, heating, support and the like.",
        None,
    )
    service_charges: ServiceCharges | None = fact(
        "Service charges", "Billed on top of the rent or mortgage.", None
    )
    bedrooms: int | None = fact("Bedrooms", "Bedrooms the home really has.", None, ge=0, le=20)
    shared: bool = fact("Shared", "A room with shared kitchen or bathroom.", False)
    joint_tenants: int | None = fact(
        "People on the tenancy",
        "Everyone who has to pay the rent, partner included.",
        None,
        ge=1,
        le=20,
    )
    share: float | None = fact(
        "Share of the rent",
        "The part this household pays, such as 0.5, if shares differ.",
        None,
        gt=0,
        le=1,
    )
    board: AmountOrNothing = fact(
        "Board", "Paid to family or friends; never a Universal Credit housing cost.", None
    )
    host: Host | None = fact("Family's claim", "Help the family gets, for with_family.", None)
    local_housing_allowance: Amount | None = fact(
        "Housing on the statement",
        "Help with a private rent as the Universal Credit statement shows it, or the Local Housing "
        "Allowance that the council names; used in place of the rental area's.",
        None,
    )
    mortgage_interest_loan: MortgageInterestLoan | None = fact(
        "Mortgage interest loan", "Support for Mortgage Interest, if it is paid.", None
    )
    council_tax: CouncilTax | None = fact("Council tax", "Council tax of the home.", None)

    @property
    def bill(self) -> Amount | None:
        """The council tax bill, where one was given."""
        return None if self.council_tax is None else self.council_tax.bill

    @property
    def rented(self) -> bool:
        """Whether rent is paid for the home as a tenant or licensee."""
        return self.tenure in RENTED
