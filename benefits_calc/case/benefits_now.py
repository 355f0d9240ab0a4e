"""Benefits that are really paid now, as letters and statements show them."""

from __future__ import annotations

from typing import Annotated, Literal

from benefits_calc.case.facts import (
    Amount,
    AmountOrNothing,
    Day,
    Facts,
    MonthOrDay,
    Period,
    Pounds,
    bare,
    fact,
)


class BenefitLine(Facts):
    """A benefit as it is paid."""

    amount: Pounds = fact("Amount", "Pounds and pence, as on the letter.")
    per: Period = fact("Period", "What the amount is for.")
    locked: bool = fact(
        "Use this amount",
        "Keep the amount as given in place of the one worked out.",
        False,
    )
    who: Literal["claimant", "partner"] = fact("Whose", "Whose benefit it is.", "claimant")


class Deduction(Facts):
    """Money taken off Universal Credit before it is paid."""

    kind: Literal[
        "advance",
        "budgeting_advance",
        "overpayment",
        "rent_arrears",
        "council_tax_arrears",
        "fuel",
        "water",
        "fine",
        "child_maintenance",
        "other",
    ] = fact("Kind", "What it pays for.")
    amount: Pounds = fact("Amount", "Pounds and pence.")
    per: Period = fact("Period", "What the amount is for.", "month")
    ends: Day | None = fact("Ends", "Last day, if known.", None)


class Gap(Facts):
    """A time without Universal Credit since it began."""

    from_: MonthOrDay = fact("From", "First month without it.", alias="from")
    to: MonthOrDay = fact("To", "Last month without it.")
    why: Literal["earnings", "savings", "other"] = fact("Why", "Why it stopped.")


class Sanction(Facts):
    """A sanction in force."""

    per_day: Pounds = fact("A day", "Pounds a day.")
    until: Day | None = fact("Until", "Last day of the sanction.", None)


class OlderPremiums(Facts):
    """Premiums of the older award that Universal Credit took the place of."""

    severe_disability: Literal["single", "couple"] = fact(
        "Severe disability premium", "At the single rate, or a couple's higher one."
    )
    enhanced_disability: Literal["none", "single", "couple"] = fact(
        "Enhanced disability premium", "Whether it was in the award too, and at which rate.", "none"
    )
    disability: Literal["none", "single", "couple"] = fact(
        "Disability premium", "Whether it was in the award too, and at which rate.", "none"
    )
    disabled_children: int = fact(
        "Disabled children", "Children with a disabled child premium or element.", 0, ge=0, le=20
    )


class UniversalCreditNow(Facts):
    """The Universal Credit award in payment."""

    assessment_period_starts_on: int | None = fact(
        "Assessment period starts on",
        "Day of the month on which each assessment period begins.",
        None,
        ge=1,
        le=31,
    )
    amount: Amount | None = fact("Amount", "As on the latest statement.", None)
    amount_is: Literal["before_deductions", "after_deductions"] = fact(
        "Amount is", "Whether the amount is before or after deductions.", "before_deductions"
    )
    locked: bool = fact(
        "Use this amount", "Keep the amount as given in place of the one worked out.", False
    )
    transitional_element: AmountOrNothing = fact(
        "Transitional protection", "On the statement, after moving from an older benefit.", None
    )
    older_premiums: OlderPremiums | None = fact(
        "Premiums of the older award",
        "In the first assessment period, where the award takes the place of one with a severe "
        "disability premium: the transitional part is worked out from them. Later, give "
        "transitional_element.",
        None,
    )
    deductions: Annotated[
        tuple[Deduction, ...],
        bare(0, 0.0, None, then=(), shape=tuple[Deduction, ...] | Literal[0] | None),
    ] = fact("Deductions", "Advances, debts and payments to others taken off.", ())
    since: MonthOrDay | None = fact("Since", "Month the award began.", None)
    gaps: tuple[Gap, ...] = fact("Gaps", "Times without Universal Credit since then.", ())
    nil_since: Day | None = fact(
        "Nothing paid since", "First day of the first period in which the award was nil.", None
    )
    sanction: Sanction | None = fact("Sanction", "A sanction in force.", None)
    paid: Literal["monthly", "twice_monthly"] = fact(
        "Paid", "Twice a month is a choice in Scotland.", "monthly"
    )
    rent_to_landlord: bool = fact(
        "Rent to the landlord", "Whether the rent part goes straight to the landlord.", False
    )
    first_period_earned_income: Pounds | None = fact(
        "Earnings in the first period",
        "Take-home earnings in the first assessment period of the award, in pounds; decides "
        "whether transitional protection can end with low earnings.",
        None,
    )
    earned_above_threshold_at_start: Literal["yes", "no", "unknown"] = fact(
        "Earned enough at the start",
        "Whether those earnings reached the administrative earnings threshold, where the amount "
        "is not known.",
        "unknown",
    )
    earnings_last_12_months_over_threshold: bool | None = fact(
        "Twelve months of earnings",
        "Whether earnings reached the benefit-cap threshold in each of the last twelve months.",
        None,
    )
    earnings_fell_on: Day | None = fact(
        "Earnings fell on", "Day work stopped or earnings fell below that threshold.", None
    )


def _line(title: str, words: str) -> BenefitLine | None:
    line: BenefitLine | None = fact(title, words, None)
    return line


class BenefitsNow(Facts):
    """Every benefit in payment; an empty one says that none is paid."""

    universal_credit: UniversalCreditNow | None = fact(
        "Universal Credit", "The award in payment.", None
    )
    housing_benefit: BenefitLine | None = _line("Housing Benefit", "Paid by the council.")
    council_tax_reduction: BenefitLine | None = _line(
        "Council tax reduction", "Taken off the bill by the council."
    )
    new_style_esa: BenefitLine | None = _line(
        "New Style ESA", "New Style Employment and Support Allowance."
    )
    new_style_jsa: BenefitLine | None = _line("New Style JSA", "New Style Jobseeker's Allowance.")
    pip: BenefitLine | None = _line("PIP", "Personal Independence Payment.")
    adult_disability_payment: BenefitLine | None = _line("Adult Disability Payment", "In Scotland.")
    disability_living_allowance: BenefitLine | None = _line("DLA", "Disability Living Allowance.")
    child_disability_payment: BenefitLine | None = _line("Child Disability Payment", "In Scotland.")
    attendance_allowance: BenefitLine | None = _line(
        "Attendance Allowance", "Or, in Scotland, Pension Age Disability Payment."
    )
    armed_forces_independence_payment: BenefitLine | None = _line(
        "Armed Forces Independence Payment", "Paid after injury in service."
    )
    carers_allowance: BenefitLine | None = _line("Carer's Allowance", "In England and Wales.")
    carer_support_payment: BenefitLine | None = _line("Carer Support Payment", "In Scotland.")
    scottish_carer_supplement: BenefitLine | None = _line(
        "Scottish Carer Supplement", "Paid with Carer Support Payment."
    )
    maternity_allowance: BenefitLine | None = _line(
        "Maternity Allowance", "Around a birth, without maternity pay."
    )
    statutory_sick_pay: BenefitLine | None = _line(
        "Statutory Sick Pay", "Paid by the employer in sickness."
    )
    child_benefit: BenefitLine | None = _line("Child Benefit", "Paid by HMRC.")
    guardians_allowance: BenefitLine | None = _line(
        "Guardian's Allowance", "For a child whose parents have died."
    )
    scottish_child_payment: BenefitLine | None = _line("Scottish Child Payment", "In Scotland.")
    industrial_injuries: BenefitLine | None = _line(
        "Industrial injuries benefit", "After an accident or disease from work."
    )
    war_pension: BenefitLine | None = _line("War pension", "After injury in service.")
    state_pension: BenefitLine | None = _line("State Pension", "From State Pension age.")
    severe_disablement_allowance: BenefitLine | None = _line(
        "Severe Disablement Allowance", "An older benefit."
    )
    bereavement_support_payment: BenefitLine | None = _line(
        "Bereavement Support Payment", "After the death of a husband, wife or civil partner."
    )
    widowed_parents_allowance: BenefitLine | None = _line(
        "Widowed Parent's Allowance", "After an earlier death."
    )
    discretionary_housing_payment: BenefitLine | None = _line(
        "Discretionary Housing Payment", "Help with rent from the council."
    )
    income_related_esa: BenefitLine | None = _line(
        "Income-related ESA", "An older benefit; needs an adviser, not worked out here."
    )
    income_support: BenefitLine | None = _line(
        "Income Support", "An older benefit; needs an adviser, not worked out here."
    )
    income_based_jsa: BenefitLine | None = _line(
        "Income-based JSA", "An older benefit; needs an adviser, not worked out here."
    )
    tax_credits: BenefitLine | None = _line(
        "Tax credits", "An older benefit; needs an adviser, not worked out here."
    )
    pension_credit: BenefitLine | None = _line(
        "Pension Credit", "For pensioners; needs an adviser, not worked out here."
    )
