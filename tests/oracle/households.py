"""The facts of a household for one Universal Credit assessment period. Amounts are pounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tests.oracle.wages import Employment

D = Decimal
NIL = D("0.00")
FULL_TIME = D(35)  # reg 88


@dataclass(frozen=True)
class SelfEmployment:
    """Profit of the assessment period as UC counts it: after tax, insurance and pension paid."""

    profit_per_month: Decimal
    gainful: bool = True
    start_up_period: bool = False
    expected_hours_per_week: Decimal = FULL_TIME


@dataclass(frozen=True)
class Person:
    """A claimant or partner, as things stand on the last day of the assessment period."""

    age: int = 40
    work_capability: str = "none"  # none | awaiting_assessment | lcw | lcwra
    health_element: str = "protected"  # protected | standard: which LCWRA amount
    lcwra_wait_served: bool = True  # False: found LCWRA, still in the three months
    lcw_element_saved: bool = False  # found LCW before 3 April 2017 and on UC since
    meets_carer_conditions: bool = False  # reg 30, and paid to nobody else for the same person
    carers_allowance: bool = False  # or Carer Support Payment
    responsible_carer: bool = False  # the nominated lead carer of the children
    pip_daily_living: str = "none"  # none | standard | enhanced; ADP alike
    pip_mobility: str = "none"
    dla_care: str = "none"  # none | lowest | middle | highest
    dla_mobility: bool = False
    attendance_allowance: bool = False
    blind: bool = False
    esa_support_group: bool = False
    industrial_injuries_benefit: bool = False
    war_pension: bool = False
    guardians_allowance: bool = False
    in_paid_work: bool = False
    employment: Employment | None = None  # averaged into a steady month
    employed_earnings_per_month: Decimal = NIL  # as UC counts them, besides `employment`
    self_employment: SelfEmployment | None = None

    @property
    def has_lcw(self) -> bool:
        """Limited capability for work, with or without work-related activity."""
        return self.work_capability in ("lcw", "lcwra")

    @property
    def has_daily_living_help(self) -> bool:
        """PIP or ADP daily living, DLA care middle or highest, or attendance allowance."""
        return (
            self.pip_daily_living != "none"
            or self.dla_care in ("middle", "highest")
            or self.attendance_allowance
        )


@dataclass(frozen=True)
class Child:
    """A child or qualifying young person for whom the claimant is responsible."""

    born: date
    sex: str = "f"
    dla_care: str = "none"  # none | lowest | middle | highest; CDP and PIP (16 up) mapped to it
    dla_mobility: bool = False
    blind: bool = False
    cannot_share_a_room: bool = False
    overnight_carer: bool = False
    two_child_exception: bool = False  # Sch 12: twins, adoption, non-consensual conception

    def age_on(self, day: date) -> int:
        """Whole years."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    @property
    def disability_rate(self) -> str:
        """none, lower or higher: reg 24(2)."""
        if self.dla_care == "highest" or self.blind:
            return "higher"
        return "lower" if self.dla_care != "none" or self.dla_mobility else "none"


@dataclass(frozen=True)
class NonDependant:
    """Somebody else who lives in the home: Sch 4 paras 9, 16."""

    age: int = 50
    pension_credit: bool = False
    pip_daily_living: str = "none"
    dla_care: str = "none"
    attendance_allowance: bool = False
    carers_allowance: bool = False
    responsible_for_child_under_5: bool = False
    prisoner: bool = False
    child_of_renter_away_on_operations: bool = False

    @property
    def exempt(self) -> bool:
        """No housing cost contribution for this person: Sch 4 para 16."""
        return (
            self.age < 21
            or self.pension_credit
            or self.pip_daily_living != "none"
            or self.dla_care in ("middle", "highest")
            or self.attendance_allowance
            or self.carers_allowance
            or self.responsible_for_child_under_5
            or self.prisoner
            or self.child_of_renter_away_on_operations
        )


@dataclass(frozen=True)
class Home:
    """tenure: social_rent, private_rent, supported, temporary, owned, none (nothing to pay)."""

    tenure: str = "none"
    rent: Decimal = NIL
    rent_period: str = "month"
    rent_weeks_charged: int = 52  # weekly rent only
    ineligible_charges: Decimal = NIL  # a part of `rent`, in the same period
    spare_bedrooms: int = 0  # social rent
    lha_per_month: Decimal | None = None  # private rent: the area's rate for the category
    liable_people: int = 1
    liable_people_claiming: int = 1
    owner_service_charge_per_month: Decimal = NIL
    owner_qualifying_period_served: bool = False


@dataclass(frozen=True)
class Unearned:
    """Income of reg 66. kind decides whether the benefit cap counts it too."""

    kind: str
    amount: Decimal
    period: str = "week"


@dataclass(frozen=True)
class Deduction:
    """Taken from the award afterwards. Some kinds are outside the 15% limit."""

    kind: str  # advance | overpayment | rent_arrears | ... ; child_maintenance is outside
    amount_per_month: Decimal


@dataclass(frozen=True)
class Household:
    """One award of Universal Credit, one assessment period."""

    assessment_period_start: date = date(2026, 11, 8)
    claimant: Person = field(default_factory=Person)
    partner: Person | None = None
    children: tuple[Child, ...] = ()
    non_dependants: tuple[NonDependant, ...] = ()
    home: Home = field(default_factory=Home)
    capital: Decimal = NIL
    unearned: tuple[Unearned, ...] = ()
    childcare_charges_per_month: Decimal = NIL
    children_in_childcare: int = 0
    in_london: bool = False
    child_benefit_per_week: Decimal | None = None  # None: the full amount for the children
    benefit_cap_grace_period: bool = False
    transitional_element: Decimal = NIL
    deductions: tuple[Deduction, ...] = ()

    @property
    def adults(self) -> tuple[Person, ...]:
        """Claimant, and partner if there is one."""
        return (self.claimant,) if self.partner is None else (self.claimant, self.partner)
