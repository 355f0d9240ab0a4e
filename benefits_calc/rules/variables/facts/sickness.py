"""Facts about an absence for sickness from one employment."""

from __future__ import annotations

from datetime import date

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person

MONTH = DateUnit.MONTH
ACT = "https://www.legislation.gov.uk/ukpga/1992/4/section/"


class sick_day(Variable):
    value_type = date
    default_value = date(2026, 12, 1)
    entity = Person
    definition_period = MONTH
    label = "Day of the absence whose rates and rules are used"
    reference = f"{ACT}157"


class normal_weekly_earnings(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Average gross earnings of the eight weeks before the absence, in this employment"
    documentation = "Of linked absences: those before the first of them."
    reference = f"{ACT}163"


class qualifying_days_per_week(Variable):
    value_type = float
    default_value = 5.0
    entity = Person
    definition_period = MONTH
    unit = "days per week"
    label = "Days of a week on which the employee would usually work"
    reference = f"{ACT}154"


class sick_qualifying_days(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "days"
    label = "Qualifying days of absence to be paid for"
    reference = f"{ACT}154"


class earlier_sick_qualifying_days(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "days"
    label = "Qualifying days before these in the same absence, and in absences linked to it"
    reference = f"{ACT}152"


class had_employment_and_support_allowance_before_sickness(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was entitled to Employment and Support Allowance in the 85 days before the absence"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/schedule/11"


class is_sick_pay_protected_from_earnings_share(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was paid Statutory Sick Pay for the same absence before 6 April 2026"
    documentation = "The flat rate then goes on until the absence, or the entitlement, ends."
    reference = "https://www.legislation.gov.uk/ukpga/2025/36/section/11"
