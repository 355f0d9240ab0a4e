"""Facts that Housing Benefit alone asks about."""

from __future__ import annotations

from datetime import date

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules import choices
from benefits_calc.rules.entities import BenUnit, Person

MONTH = DateUnit.MONTH
REGULATIONS = "https://www.legislation.gov.uk/uksi/2006/213/"


class claims_housing_benefit(Variable):
    value_type = bool
    default_value = True
    entity = BenUnit
    definition_period = MONTH
    label = "Housing Benefit is claimed for supported or temporary accommodation"
    reference = f"{REGULATIONS}regulation/83"


class rent_is_charged_weekly(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Rent falls due by the week, not by the month or day"
    documentation = "Decides only from which day in April the year's amounts apply."
    reference = f"{REGULATIONS}regulation/79"


class has_armed_forces_independence_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets Armed Forces Independence Payment"
    reference = f"{REGULATIONS}schedule/3/paragraph/13"


class credits_only_work_capability(Variable):
    value_type = choices.Enum
    possible_values = choices.WorkCapability
    default_value = choices.WorkCapability.none
    entity = Person
    definition_period = MONTH
    label = "Decision on capability for National Insurance credits, without ESA or UC"
    documentation = (
        "A decision made under the Welfare Reform Act 2007. A Universal Credit decision is not "
        "one: Housing Benefit takes limited capability from that Act (regulation 2(1))."
    )
    reference = "https://www.legislation.gov.uk/uksi/1975/556/regulation/8B"


class is_cared_for_by_paid_carer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Somebody is paid Carer's Allowance, or has a UC carer element, for this person"
    reference = f"{REGULATIONS}schedule/3/paragraph/14"


class has_protected_family_premium(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Kept the family premium of an award from before 1 May 2016"
    reference = f"{REGULATIONS}schedule/3/paragraph/3"


class other_income_counted_for_housing_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Other income that Housing Benefit counts, after what it ignores"
    documentation = "Where nothing else is said, the other income that Universal Credit counts."
    reference = f"{REGULATIONS}schedule/5"

    def formula(person, period):
        return person("other_unearned_income_counted", period)


class maintenance_from_former_partner(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Maintenance that a former husband, wife or partner pays, a child's left out"
    documentation = "Part of other income."
    reference = f"{REGULATIONS}schedule/5/paragraph/47"


class non_dependant_hours_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "hours per week"
    label = "Hours of paid work of another adult in the home"
    reference = f"{REGULATIONS}regulation/74"


class non_dependant_gross_income_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Gross income of another adult in the home, disability benefits left out"
    documentation = (
        "For two who are a couple: their joint income, for the one with a deduction; the other "
        "is_exempt_from_non_dependant_deduction."
    )
    reference = f"{REGULATIONS}regulation/74"


class is_exempt_from_non_dependant_deduction(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = (
        "No deduction for this adult: on Pension Credit, a full-time student, with a home "
        "elsewhere, long in hospital, or the second of a couple"
    )
    reference = f"{REGULATIONS}regulation/74"


class is_on_universal_credit_without_earnings(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Another adult whose own Universal Credit is worked out with no earned income"
    reference = f"{REGULATIONS}regulation/74"


class last_day_of_steady_work(Variable):
    value_type = date
    default_value = date(1900, 1, 1)
    entity = Person
    definition_period = MONTH
    label = "Last day of work that filled 50 of the 52 weeks before it, without ESA, JSA or IS"
    reference = f"{REGULATIONS}regulation/75E"
