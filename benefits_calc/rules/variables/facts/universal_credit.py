"""Facts that Universal Credit alone asks about."""

from __future__ import annotations

from datetime import date

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules import choices
from benefits_calc.rules.entities import BenUnit, Person

MONTH = DateUnit.MONTH


class claims_universal_credit(Variable):
    value_type = bool
    default_value = True
    entity = BenUnit
    definition_period = MONTH
    label = "Universal Credit is claimed"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/2"


class work_capability_since(Variable):
    value_type = date
    default_value = date(2999, 1, 1)
    entity = Person
    definition_period = MONTH
    label = "Day from which LCW or LCWRA was found, or treated as found"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/27"


class awaiting_assessment_since(Variable):
    value_type = date
    default_value = date(2999, 1, 1)
    entity = Person
    definition_period = MONTH
    label = "Day from which the person waited for the assessment that led to LCWRA"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/5A"


class fit_note_from(Variable):
    value_type = date
    default_value = date(2999, 1, 1)
    entity = Person
    definition_period = MONTH
    label = "First day for which a fit note was given"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/28"


class universal_credit_since(Variable):
    value_type = date
    default_value = date(2999, 1, 1)
    entity = BenUnit
    definition_period = MONTH
    label = "First day of the continuous Universal Credit award"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/27A"


class has_break_for_reason_other_than_earnings(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "The award has stopped for savings, a missed commitment or another such reason"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/27A"


class longest_break_for_earnings_months(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "months"
    label = "Longest time without an award because of earnings"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/27A"


class support_component_since(Variable):
    value_type = date
    default_value = date(2999, 1, 1)
    entity = Person
    definition_period = MONTH
    label = "Day from which ESA included the support component without a break"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/5A/paragraph/5"


class health_element_rate(Variable):
    value_type = choices.Enum
    possible_values = choices.HealthElementRate
    default_value = choices.HealthElementRate.automatic
    entity = Person
    definition_period = MONTH
    label = "Rate of the LCWRA element where the award shows it"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/36"


class meets_severe_conditions_criteria(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Found to meet the severe conditions criteria"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/40A"


class is_terminally_ill(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Death can reasonably be expected within twelve months"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/2"


class lcwra_element_payable_from(Variable):
    value_type = date
    default_value = date(1900, 1, 1)
    entity = Person
    definition_period = MONTH
    label = "First day from which the LCWRA element is payable, where the wait is not over"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/28"


class cares_for_hours_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "hours per week"
    label = "Hours of care a week for somebody on a qualifying disability benefit"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/30"


class is_paid_for_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Earns from that caring"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/30"


class is_responsible_carer_of_couple(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The one of a couple nominated as responsible for their children"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/86"


class childcare_charges_per_month(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Registered childcare paid for this child"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/33"


class is_unable_to_provide_childcare(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Partner cannot look after the child: capability, caring or absence"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/32"


class capital(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP"
    label = "Savings and other capital that count"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/18"


class lives_in_london(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Lives in Greater London"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/80A"


class is_in_benefit_cap_grace_period(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Within nine months after a year of earnings at the threshold"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/82"


class is_gainfully_self_employed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "DWP has decided the person is gainfully self-employed"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/64"


class is_in_start_up_period(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In the twelve-month start-up period"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/63"


class self_employment_profit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Receipts less permitted expenses of the trade"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/57"


class self_employment_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Pension contributions of the self-employed"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/57"


class self_employment_losses(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Unused losses of earlier assessment periods"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/57A"


class statutory_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Statutory sick, maternity and other statutory pay received besides wages"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/55"


class maternity_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Maternity Allowance"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/66"


class bereavement_benefit_in_cap(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Widowed parent's allowance and bereavement benefits under the cap"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/79"


class pension_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "State, occupational and personal pensions and annuities"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/66"


class other_unearned_income_counted(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Other income on the list of regulation 66"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/66"


class student_income_counted(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Student income of an assessment period, before the disregard"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/68"


class sanction_per_day(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per day"
    label = "Sanction in force: daily reduction"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/111"


class limited_deductions(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Deductions that the overall limit binds: advances, overpayments, arrears"
    reference = "https://www.legislation.gov.uk/uksi/2013/380/schedule/6"


class unlimited_deductions(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Deductions outside the limit: child maintenance, last-resort rent and fuel"
    reference = "https://www.legislation.gov.uk/uksi/2013/380/schedule/6"
