"""Children and other people who live in the home."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from benefits_calc.case.facts import (
    AmountOrNothing,
    BirthMonth,
    Facts,
    Hours,
    MonthOrDay,
    Period,
    Pounds,
    Weeks,
    bare,
    fact,
)
from benefits_calc.case.person import DisabilityLivingAllowanceOrNone, DisabilityPaymentOrNone


class HolidayChildcare(Facts):
    """Childcare in school holidays, where it costs another amount."""

    amount: Pounds = fact("Amount", "Pounds and pence.")
    per: Period = fact("Period", "What the amount is for.")
    weeks_per_year: Weeks = fact("Weeks a year", "Weeks of a year at this cost.")


class Childcare(Facts):
    """What is paid for a child's care while working the offered hours."""

    amount: Pounds = fact("Amount", "Pounds and pence.")
    per: Period = fact("Period", "What the amount is for.")
    registered: bool = fact(
        "Registered", "Whether the provider is registered, so that UC can help.", True
    )
    weeks_per_year: Weeks | None = fact(
        "Weeks a year", "Weeks of a year at this cost; left out: all year.", None
    )
    holiday: HolidayChildcare | None = fact(
        "In school holidays", "Cost in school holidays, where it differs.", None
    )


class Child(Facts):
    """A child or young person the claimant is responsible for."""

    born: BirthMonth = fact("Born", "Month of birth; the full date for a child born in April 2017.")
    sex: Literal["f", "m"] | None = fact(
        "Sex", "Decides shared bedrooms; asked for only where the bedrooms turn on it.", None
    )
    dla: DisabilityLivingAllowanceOrNone = fact("DLA", "Disability Living Allowance.", None)
    cdp: DisabilityLivingAllowanceOrNone = fact(
        "Child Disability Payment", "Child Disability Payment, in Scotland.", None
    )
    pip: DisabilityPaymentOrNone = fact(
        "PIP", "Personal Independence Payment of a young person of 16 or over.", None
    )
    adp: DisabilityPaymentOrNone = fact(
        "Adult Disability Payment", "Adult Disability Payment of a young person.", None
    )
    severely_sight_impaired: bool = fact(
        "Severely sight impaired", "Certified as severely sight impaired (blind).", False
    )
    needs_own_room: bool = fact(
        "Needs an own room", "Cannot share a bedroom because of a disability.", False
    )
    needs_overnight_care: bool = fact(
        "Overnight care", "Needs a carer to stay overnight, who has a room.", False
    )
    childcare: Annotated[Childcare | None, bare(0, 0.0, shape=Childcare | Literal[0] | None)] = (
        fact(
            "Childcare", "What is paid when working the offered hours; nothing without a job.", None
        )
    )
    in_education_until: MonthOrDay | None = fact(
        "In education until", "Last month of school or college, from the 16th birthday on.", None
    )
    guardians_allowance: bool = fact(
        "Guardian's Allowance", "Whether it is paid for this child.", False
    )
    looked_after: bool = fact(
        "Looked after", "Placed here by the council; not counted as the claimant's child.", False
    )

    @property
    def born_date(self) -> date:
        """The birthday, or the first of the month where only the month is known."""
        return self.born.first_day

    @property
    def born_exactly(self) -> bool:
        """Whether the day of birth is known."""
        return self.born.exact


OtherBenefit = Literal[
    "pension_credit",
    "universal_credit_without_earnings",
    "universal_credit_with_earnings",
    "carers_allowance",
    "new_style_esa",
    "attendance_allowance",
    "armed_forces_independence_payment",
]


class OtherPerson(Facts):
    """Another adult who lives in the home and is not part of the claim."""

    born: BirthMonth = fact("Born", "Month of birth.")
    relation: Literal[
        "parent",
        "adult_child",
        "sibling",
        "grandparent",
        "other_relative",
        "friend",
        "joint_tenant",
        "carer",
        "lodger",
        "other",
    ] = fact("Relation", "Who they are to the claimant.")
    pip: DisabilityPaymentOrNone = fact("PIP", "Personal Independence Payment.", None)
    adp: DisabilityPaymentOrNone = fact(
        "Adult Disability Payment", "Adult Disability Payment, in Scotland.", None
    )
    dla: DisabilityLivingAllowanceOrNone = fact("DLA", "Disability Living Allowance.", None)
    attendance_allowance: Literal["lower", "higher"] | None = fact(
        "Attendance Allowance", "Rate of Attendance Allowance, if paid.", None
    )
    benefits: tuple[OtherBenefit, ...] = fact(
        "Benefits", "Other benefits they get that change what is taken off help with rent.", ()
    )
    gross_earnings: AmountOrNothing = fact("Earnings", "Wages before deductions.", None)
    hours_per_week: Hours | None = fact("Hours a week", "Hours of paid work in a week.", None)
    partner_of: int | None = fact(
        "Partner of",
        "Place in this list (1 is the first) of the person they live with as a couple.",
        None,
        ge=1,
        le=20,
    )
    child_under_5: bool = fact(
        "Child under 5", "Whether they are responsible for a child under 5.", False
    )
    student: bool = fact("Full-time student", "Whether they study full time.", False)
    away_in_forces: bool = fact(
        "Away in the forces", "A son or daughter away in the armed forces.", False
    )
    severely_sight_impaired: bool = fact(
        "Severely sight impaired", "Certified as severely sight impaired (blind).", False
    )
    severe_mental_impairment_certified: bool = fact(
        "Severe mental impairment", "A doctor has certified it for council tax.", False
    )

    @property
    def born_date(self) -> date:
        """The birthday, or the first of the month where only the month is known."""
        return self.born.first_day

    @property
    def born_exactly(self) -> bool:
        """Whether the day of birth is known."""
        return self.born.exact
