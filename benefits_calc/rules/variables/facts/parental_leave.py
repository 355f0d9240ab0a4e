"""Facts about leave for a birth, an adoption, a death or neonatal care."""

from __future__ import annotations

from datetime import date

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules import choices
from benefits_calc.rules.entities import Person

MONTH = DateUnit.MONTH
ACT = "https://www.legislation.gov.uk/ukpga/1992/4/section/"


class statutory_parental_pay_kind(Variable):
    value_type = choices.Enum
    possible_values = choices.StatutoryParentalPay
    default_value = choices.StatutoryParentalPay.none
    entity = Person
    definition_period = MONTH
    label = "Kind of statutory pay for parents that is claimed"
    reference = f"{ACT}164"


class parental_pay_week_start(Variable):
    value_type = date
    default_value = date(2026, 12, 1)
    entity = Person
    definition_period = MONTH
    label = "First day of the week paid"
    reference = f"{ACT}166"


class parental_pay_weeks_before(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "weeks"
    label = "Weeks of the same pay, or of the allowance, before this one"
    reference = f"{ACT}165"


class earnings_before_parental_leave(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Average gross earnings of the eight weeks to the relevant week"
    reference = f"{ACT}171"


class meets_service_condition_for_parental_pay(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Employed by the employer for 26 weeks by the relevant week"
    reference = f"{ACT}164"


class earnings_for_maternity_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Average of the 13 best weeks of the test period of 66 weeks"
    reference = f"{ACT}35A"


class weeks_worked_in_maternity_test_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "weeks"
    label = "Weeks of the test period in which there was work"
    reference = f"{ACT}35"
