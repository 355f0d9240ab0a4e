"""The claimant or the partner: health, disability benefits, caring, income other than wages."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from benefits_calc.case.facts import (
    Amount,
    AmountOrNothing,
    BirthMonth,
    Day,
    Facts,
    MonthOrDay,
    Pounds,
    bare,
    fact,
)
from benefits_calc.case.job import Job

WorkCapability = Literal["none", "awaiting_assessment", "lcw", "lcwra"]
HealthElement = Literal["automatic", "protected", "standard"]
HealthElementBasis = Literal["pre_2026", "severe", "terminal", "new"]
Rate = Literal["none", "standard", "enhanced"]
CareRate = Literal["none", "lowest", "middle", "highest"]
MobilityRate = Literal["none", "lower", "higher"]
LcwraReason = Literal["descriptor", "substantial_risk", "treatment", "unknown"]
CaredForAward = Literal[
    "pip_daily_living_standard",
    "pip_daily_living_enhanced",
    "adp_daily_living_standard",
    "adp_daily_living_enhanced",
    "dla_care_middle",
    "dla_care_highest",
    "cdp_care_middle",
    "cdp_care_highest",
    "attendance_allowance_lower",
    "attendance_allowance_higher",
    "pension_age_disability_payment_lower",
    "pension_age_disability_payment_higher",
    "constant_attendance_allowance",
    "armed_forces_independence_payment",
]
IncomeKind = Literal[
    "occupational_pension",
    "personal_pension",
    "state_pension",
    "maternity_allowance",
    "statutory_sick_pay",
    "statutory_maternity_pay",
    "statutory_paternity_pay",
    "statutory_adoption_pay",
    "statutory_shared_parental_pay",
    "statutory_parental_bereavement_pay",
    "statutory_neonatal_care_pay",
    "industrial_injuries",
    "war_pension",
    "widowed_parents_allowance",
    "bereavement_support_payment",
    "child_maintenance",
    "spousal_maintenance",
    "trust",
    "annuity",
    "income_protection",
    "student_loan",
    "student_grant",
    "training_allowance",
    "rental",
    "interest",
    "other_ignored",
]


class DisabilityPayment(Facts):
    """Personal Independence Payment or Adult Disability Payment."""

    daily_living: Rate = fact("Daily living", "Rate of the daily living part.", "none")
    mobility: Rate = fact("Mobility", "Rate of the mobility part.", "none")


class DisabilityLivingAllowance(Facts):
    """Disability Living Allowance or Child Disability Payment."""

    care: CareRate = fact("Care", "Rate of the care part.", "none")
    mobility: MobilityRate = fact("Mobility", "Rate of the mobility part.", "none")


DisabilityPaymentOrNone = Annotated[
    DisabilityPayment | None, bare("none", shape=DisabilityPayment | Literal["none"] | None)
]
DisabilityLivingAllowanceOrNone = Annotated[
    DisabilityLivingAllowance | None,
    bare("none", shape=DisabilityLivingAllowance | Literal["none"] | None),
]


class NewStyleEsa(Facts):
    """New Style Employment and Support Allowance."""

    group: Literal["assessment", "work_related", "support"] = fact(
        "Group", "The group on the decision letter, or 'assessment' before a decision."
    )
    since: MonthOrDay | None = fact(
        "In this group since", "Month from which the person has been in this group.", None
    )
    claimed_from: MonthOrDay | None = fact(
        "Claim began", "First month of the award, old contributory awards included.", None
    )
    days_used: int | None = fact(
        "Days used", "Days already paid outside the support group.", None, ge=0, le=3660
    )
    wrac_protected: bool = fact(
        "Work-related component",
        "Whether the award still has the work-related activity component (claims from before "
        "3 April 2017).",
        False,
    )


class NewStyleJsa(Facts):
    """New Style Jobseeker's Allowance."""

    since: MonthOrDay | None = fact("Since", "Month the award began.", None)
    days_used: int | None = fact("Days used", "Days already paid.", None, ge=0, le=366)


class CaredFor(Facts):
    """Somebody this person cares for."""

    award: CaredForAward = fact("Their award", "The disability benefit of the person cared for.")
    hours_per_week: float = fact("Hours a week", "Hours of care in a week.", 35.0, ge=0, le=168)
    in_this_home: bool = fact("Lives here", "Whether they live in this home.", False)


class Carer(Facts):
    """Unpaid care for somebody with a disability benefit."""

    hours_per_week: float = fact("Hours a week", "Hours of care in a week.", ge=0, le=168)
    carers_allowance: bool = fact(
        "Gets Carer's Allowance",
        "Whether Carer's Allowance, or in Scotland Carer Support Payment, is paid now.",
        False,
    )
    scottish_carer_supplement: bool | None = fact(
        "Scottish Carer Supplement",
        "Whether the weekly supplement is paid; not given: as Carer Support Payment is.",
        None,
    )
    care_costs: AmountOrNothing = fact(
        "Care costs while at work",
        "Paid to someone who is not a close relative for care while this person works.",
        None,
    )
    people: tuple[CaredFor, ...] = fact("People cared for", "Each person cared for.", ())
    paid_for_it: bool = fact("Paid for it", "Whether the caring is itself paid work.", False)


class Student(Facts):
    """A course of education, with what Universal Credit needs to know about it."""

    full_time: bool = fact("Full time", "Whether the course is full time.")
    course_start: MonthOrDay | None = fact("Course starts", "First month of the course.", None)
    course_end: MonthOrDay | None = fact("Course ends", "Last month of the course.", None)
    loan: Amount | None = fact(
        "Student loan",
        "Maintenance loan for the year: the most that could be had, taken up or not; "
        "{amount: 0, per: year} if none.",
        None,
    )
    grant: Amount | None = fact(
        "Grant", "Grants for living costs; {amount: 0, per: year} if none.", None
    )
    special_support: Amount | None = fact(
        "Special support", "Special support loan or grant, for books, travel and childcare.", None
    )
    parental_contribution: Amount | None = fact(
        "Parents' contribution", "What the assessment expects parents to give.", None
    )
    capability_decided_before: bool | None = fact(
        "Health decision before the course",
        "Whether limited capability for work was decided before the course began or UC was "
        "claimed.",
        None,
    )
    summer_break_from: Day | None = fact(
        "Summer break from", "First day of the long vacation.", None
    )
    summer_break_to: Day | None = fact("Summer break to", "Last day of the long vacation.", None)


class SelfEmployment(Facts):
    """Self-employed work that goes on now."""

    profit: Amount = fact(
        "Profit", "Money in less allowed costs paid out, before tax and National Insurance."
    )
    started: MonthOrDay | None = fact("Started", "Month the business began.", None)
    gainful: bool = fact(
        "Gainful", "Whether DWP has decided that it is gainful self-employment.", False
    )
    expected_hours: float | None = fact(
        "Expected hours",
        "Hours a week DWP expects; not given: as the law has it.",
        None,
        ge=0,
        le=168,
    )
    start_up_until: Day | None = fact(
        "Start-up period ends", "Last day of the twelve-month start-up period.", None
    )
    pension: Amount | None = fact("Pension", "Pension contributions paid.", None)
    tax_and_ni_paid: Amount | None = fact(
        "Tax and National Insurance", "Tax and National Insurance paid to HMRC.", None
    )
    losses_brought_forward: Pounds = fact(
        "Earlier losses", "Unused losses of earlier months, in pounds.", 0.0
    )


class OtherIncome(Facts):
    """Money that comes in besides wages and benefits worked out here."""

    kind: IncomeKind = fact("Kind", "What sort of income it is.")
    amount: Pounds = fact("Amount", "Pounds and pence.")
    per: Literal["week", "fortnight", "four_weeks", "month", "quarter", "year"] = fact(
        "Period", "What the amount is for."
    )


class Pending(Facts):
    """A claim, reconsideration or appeal that is not decided yet."""

    benefit: Literal[
        "work_capability", "pip", "adp", "dla", "new_style_esa", "carers_allowance", "other"
    ] = fact("Benefit", "What the decision is about.")
    stage: Literal["claim", "review", "reconsideration", "appeal"] = fact(
        "Stage", "How far it has come."
    )
    since: MonthOrDay | None = fact("Since", "Month it was sent.", None)


class CareCharge(Facts):
    """What the council charges for social care."""

    amount: Pounds = fact("Amount", "Pounds and pence.")
    per: Literal["week", "fortnight", "four_weeks", "month", "quarter", "year"] = fact(
        "Period", "What the charge is for."
    )
    section_117: Literal["yes", "no", "unknown"] = fact(
        "Section 117", "Whether the care is after-care under section 117.", "unknown"
    )


class Person(Facts):
    """The claimant or the partner."""

    born: BirthMonth = fact(
        "Born",
        "Month of birth. The full date is needed for births from April 1960 to March 1961, where "
        "State Pension age turns on the day.",
    )
    work_capability: WorkCapability = fact(
        "Work capability",
        "The result of the work capability assessment: limited capability for work (lcw), also "
        "for work-related activity (lcwra), still waiting, or none.",
        "none",
    )
    work_capability_since: MonthOrDay | None = fact(
        "Since", "Month from which the person was found, or treated as, having it.", None
    )
    awaiting_assessment_since: MonthOrDay | None = fact(
        "Waiting since", "Month the wait for the assessment began.", None
    )
    fit_note_from: MonthOrDay | None = fact(
        "First fit note", "Day or month of the first fit note for this spell.", None
    )
    health_element: HealthElement = fact(
        "Rate on the UC statement",
        "Which amount the statement shows for 'limited capability for work and work-related "
        "activity': protected for the higher (429.80 in 2026-27), standard for the lower (217.26); "
        "automatic to work it out.",
        "automatic",
    )
    health_element_basis: HealthElementBasis | None = fact(
        "Why that rate",
        "Entitled before 6 April 2026, severe conditions, terminal illness, or new.",
        None,
    )
    health_element_from: MonthOrDay | None = fact(
        "Health element from", "Month from which the element is in the award.", None
    )
    lcwra_reason: LcwraReason = fact(
        "Reason for LCWRA", "Which rule the decision was made under, if known.", "unknown"
    )
    next_review: MonthOrDay | None = fact(
        "Next review", "Month of the next planned health review, if known.", None
    )
    pending: tuple[Pending, ...] = fact(
        "Not decided yet", "Claims, reconsiderations and appeals still open.", ()
    )
    pip: DisabilityPaymentOrNone = fact("PIP", "Personal Independence Payment.", None)
    adp: DisabilityPaymentOrNone = fact(
        "Adult Disability Payment", "Adult Disability Payment, in Scotland.", None
    )
    dla: DisabilityLivingAllowanceOrNone = fact("DLA", "Disability Living Allowance.", None)
    attendance_allowance: Annotated[
        Literal["lower", "higher"] | None,
        bare("none", shape=Literal["lower", "higher", "none"] | None),
    ] = fact(
        "Attendance Allowance",
        "Rate of Attendance Allowance, or in Scotland Pension Age Disability Payment.",
        None,
    )
    armed_forces_independence_payment: bool = fact(
        "Armed Forces Independence Payment", "Whether it is paid.", False
    )
    industrial_injuries: bool = fact(
        "Industrial injuries benefit",
        "Whether it is paid; the amount goes under other_income.",
        False,
    )
    war_pension: bool = fact(
        "War pension", "Whether it is paid; the amount goes under other_income.", False
    )
    severely_sight_impaired: bool = fact(
        "Severely sight impaired", "Certified as severely sight impaired (blind).", False
    )
    new_style_esa: Annotated[
        NewStyleEsa | None, bare("none", shape=NewStyleEsa | Literal["none"] | None)
    ] = fact("New Style ESA", "New Style Employment and Support Allowance.", None)
    new_style_jsa: Annotated[
        NewStyleJsa | None, bare("none", shape=NewStyleJsa | Literal["none"] | None)
    ] = fact("New Style JSA", "New Style Jobseeker's Allowance.", None)
    carer: Carer | None = fact("Carer", "Unpaid care this person gives.", None)
    needs_overnight_care: bool = fact(
        "Overnight care", "Needs a carer to stay overnight, who has a room.", False
    )
    someone_is_paid_to_care: bool = fact(
        "Somebody's carer benefit",
        "Somebody gets Carer's Allowance, Carer Support Payment or the UC carer element for this "
        "person.",
        False,
    )
    severe_mental_impairment_certified: bool = fact(
        "Severe mental impairment",
        "A doctor has certified it for council tax.",
        False,
    )
    student: Annotated[Student | None, bare(False, shape=Student | Literal[False] | None)] = fact(
        "Student", "Facts about a course; false or left out if not a student.", None
    )
    jobs: tuple[Job, ...] = fact("Jobs now", "Paid work the person has now.", ())
    self_employment: SelfEmployment | None = fact(
        "Self-employment", "Self-employed work the person has now.", None
    )
    other_income: tuple[OtherIncome, ...] = fact(
        "Other income", "Pensions, maintenance and other money coming in.", ()
    )
    pregnant_due: Day | None = fact("Baby due", "The day a baby is due.", None)
    care_leaver: bool = fact("Care leaver", "Was in local authority care.", False)
    homeless_hostel_3_months: bool = fact(
        "Homeless hostel", "Three months or more in hostels for homeless people.", False
    )
    domestic_abuse: bool = fact(
        "Domestic abuse", "Has left home because of domestic abuse or modern slavery.", False
    )
    mappa: bool = fact(
        "Public protection arrangements", "Under multi-agency public protection.", False
    )
    foster_carer: bool = fact(
        "Approved foster carer", "Approved as a foster carer or adopter, awaiting a child.", False
    )
    in_hospital_since: Day | None = fact(
        "In hospital since", "First day of the present stay as an in-patient.", None
    )
    steady_work_until: Day | None = fact(
        "Steady work until",
        "Last day of work that filled at least 50 of the 52 weeks before it, without ESA, JSA or "
        "Income Support; for the benefit cap in Housing Benefit.",
        None,
    )
    main_carer_of_children: bool = fact(
        "Main carer of the children",
        "In a couple, the one whom the Universal Credit claim names as the children's main carer.",
        False,
    )
    appointee: bool = fact(
        "Appointee", "Somebody else deals with this person's benefits for them.", False
    )
    care_charge: CareCharge | None = fact(
        "Social-care charge", "What the council charges for care.", None
    )

    @property
    def born_date(self) -> date:
        """The birthday, or the first of the month where only the month is known."""
        return self.born.first_day

    @property
    def born_exactly(self) -> bool:
        """Whether the day of birth is known."""
        return self.born.exact
