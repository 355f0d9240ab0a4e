"""What happens later, what is chosen between open points of law, and special circumstances."""

from __future__ import annotations

from typing import Literal

from benefits_calc.case.facts import (
    Amount,
    Day,
    Facts,
    Hours,
    PlaceName,
    Pounds,
    ShortText,
    fact,
)
from benefits_calc.case.home import Home
from benefits_calc.case.household import OtherPerson

EventKind = Literal[
    "change_of_hours",
    "change_of_pay",
    "sickness",
    "hospital",
    "job_ends",
    "savings",
    "birthday",
    "birth",
    "move",
    "award_decided",
    "award_ends",
    "other",
]

Circumstance = Literal[
    "immigration_restriction",
    "bereavement",
    "couple_forming",
    "couple_separating",
    "prison",
    "probation_hostel",
    "abroad_over_a_month",
    "fostering",
    "kinship_care",
    "lodger",
    "debt_relief",
    "attachment_of_earnings",
    "rent_arrears",
    "council_tax_arrears",
    "volunteering",
    "unpaid_trial",
    "therapeutic_earnings",
    "afraid_of_being_reported",
    "inheritance_or_compensation",
    "leaving_supported_housing",
]


class Event(Facts):
    """Something that happens on a day to come."""

    on: Day = fact("On", "The day it happens, or its first day.")
    kind: EventKind = fact("Kind", "What happens.")
    until: Day | None = fact(
        "Until", "Last day of sickness; for hospital, the day of leaving it.", None
    )
    hours_per_week: Hours | None = fact("Hours a week", "New hours in a week.", None)
    hourly_pay: Pounds | None = fact("Pay an hour", "New pay, in pounds an hour.", None)
    pay: Amount | None = fact("Salary", "New salary at the contract's hours.", None)
    who: Literal["claimant", "partner"] | None = fact(
        "Who", "Whom it happens to; left out: the worker whose job is thought about.", None
    )
    job: int | None = fact(
        "Which job",
        "Place in the person's present jobs (1 is the first); left out: the job thought about, "
        "or the only present job.",
        None,
        ge=1,
        le=20,
    )
    holiday_pay: Pounds | None = fact(
        "Holiday pay", "Paid with the last wage for leave not taken, in pounds.", None
    )
    pay_in_lieu_of_notice: Pounds | None = fact(
        "Pay in lieu of notice", "Paid with the last wage in place of notice, in pounds.", None
    )
    redundancy_pay: Pounds | None = fact(
        "Redundancy pay", "Paid with the last wage as redundancy pay, in pounds.", None
    )
    savings: Pounds | None = fact("Savings", "Savings from then on, in pounds.", None)
    benefit: ShortText | None = fact("Benefit", "Which benefit is decided or ends.", None)
    amount: Amount | None = fact("Amount", "What it pays from then on.", None)
    home: Home | None = fact("New home", "The home moved to.", None)
    council: PlaceName | None = fact(
        "New council", "The council of the new home; left out: the same as now.", None
    )
    rental_area: PlaceName | None = fact(
        "New rental area",
        "Broad rental market area of the new home, for a private rent; left out: the same.",
        None,
    )
    others_in_home: tuple[OtherPerson, ...] | None = fact(
        "Others in the new home",
        "Other adults who live there; left out: those of now come along, but nobody from a "
        "family's or friend's home.",
        None,
    )


class Choices(Facts):
    """Ways to read the law or practice where both are open."""

    uc_reclaim_mode: Literal["automatic", "manual"] | None = fact(
        "After a month without UC",
        "Whether DWP treats the claim as made again by itself or the person must claim; left out: "
        "both are shown.",
        None,
    )
    reallocate_double_pay: bool = fact(
        "Two pays in one period",
        "Whether DWP moves one of two monthly wages to the next period.",
        True,
    )
    ras_uc_deduction: Literal["gross", "net"] = fact(
        "Pension by relief at source",
        "Whether UC leaves out the contribution with or without its tax relief.",
        "gross",
    )
