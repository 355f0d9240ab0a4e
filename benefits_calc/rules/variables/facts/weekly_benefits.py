"""Facts that New Style ESA and JSA, carers' benefits and Scottish Child Payment ask about."""

from __future__ import annotations

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules import choices
from benefits_calc.rules.calendar import years_between
from benefits_calc.rules.entities import BenUnit, Person

MONTH = DateUnit.MONTH
ESA = "https://www.legislation.gov.uk/uksi/2013/379/regulation/"


class age_on_benefit_date(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    unit = "years"
    label = "Age on the day for which weekly benefits are looked at"
    reference = "https://www.legislation.gov.uk/ukpga/1969/46/section/9"

    def formula(person, period):
        return years_between(person("birth_date", period), person.benunit("benefit_date", period))


class self_employment_hours_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "hours per week"
    label = "Hours worked in a trade of one's own"
    reference = f"{ESA}39"


class occupational_and_personal_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Occupational and personal pensions and permanent health insurance in payment"
    documentation = "Part of pension_income; the State Pension is not one of them."
    reference = f"{ESA}64"


class new_style_esa_group(Variable):
    value_type = choices.Enum
    possible_values = choices.NewStyleEsaGroup
    default_value = choices.NewStyleEsaGroup.none
    entity = Person
    definition_period = MONTH
    label = "New Style ESA: assessment phase, work-related activity group or support group"
    reference = "https://www.legislation.gov.uk/ukpga/2007/5/section/2"


class has_protected_work_related_activity_component(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Kept the work-related activity component of a claim from before 3 April 2017"
    reference = "https://www.legislation.gov.uk/uksi/2017/204/schedule/2/paragraph/8"


class new_style_esa_days_used(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "days"
    label = "Days of New Style ESA outside the support group so far"
    reference = "https://www.legislation.gov.uk/ukpga/2007/5/section/1A"


class does_supported_permitted_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The work is supervised supported work, or part of hospital treatment"
    reference = f"{ESA}39"


class claims_new_style_jsa(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "New Style JSA is claimed and its contribution conditions are met"
    reference = "https://www.legislation.gov.uk/ukpga/1995/18/section/2"


class new_style_jsa_days_used(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "days"
    label = "Days of New Style JSA so far"
    reference = "https://www.legislation.gov.uk/ukpga/1995/18/section/5"


class claims_carers_allowance(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Carer's Allowance is claimed for somebody on a qualifying benefit"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/70"


class claims_carer_support_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Carer Support Payment is claimed for somebody on a qualifying benefit"
    reference = "https://www.legislation.gov.uk/ssi/2023/302/regulation/4"


class is_in_full_time_education(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In full-time education: 21 hours a week or more"
    reference = "https://www.legislation.gov.uk/uksi/1976/409/regulation/5"


class care_costs_per_month(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = (
        "Paid to somebody who is no close relative to look after the disabled person or a child "
        "under 16 during work"
    )
    reference = "https://www.legislation.gov.uk/uksi/1996/2745/schedule/3"


class additional_people_cared_for(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "people"
    label = "Further people on a qualifying benefit cared for 20 hours a week or more"
    reference = "https://www.legislation.gov.uk/ssi/2025/340"


class lives_in_scotland(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Lives in Scotland"
    reference = "https://www.legislation.gov.uk/ssi/2020/351/regulation/18"


class claims_scottish_child_payment(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Scottish Child Payment is claimed"
    reference = "https://www.legislation.gov.uk/ssi/2020/351/regulation/18"
