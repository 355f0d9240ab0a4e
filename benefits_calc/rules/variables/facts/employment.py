"""Facts about one employment: what the employer pays, when and how it is taxed."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules import choices
from benefits_calc.rules.entities import Person
from benefits_calc.rules.pay_periods import PayPeriod
from benefits_calc.rules.rates import pay_rates

MONTH = DateUnit.MONTH


class pay_period(Variable):
    value_type = choices.Enum
    possible_values = PayPeriod
    default_value = PayPeriod.month
    entity = Person
    definition_period = MONTH
    label = "How often pay is made up"
    reference = "https://www.legislation.gov.uk/uksi/2001/1004/regulation/3"


class hours_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "hours per week"
    label = "Hours worked in the employment"
    reference = "https://www.legislation.gov.uk/uksi/2015/621/part/5"


class hourly_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per hour"
    label = "Pay for an hour"
    reference = "https://www.legislation.gov.uk/uksi/2015/621/part/4"


class share_of_weeks_paid(Variable):
    value_type = float
    default_value = 1.0
    entity = Person
    definition_period = MONTH
    unit = "share of the year"
    label = "Weeks of a year that are paid, for term-time work spread over the year"
    reference = "https://www.legislation.gov.uk/uksi/2015/621/part/3"


class salary_per_year(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per year"
    label = "Salary at the contract's hours"
    reference = "https://www.legislation.gov.uk/uksi/2015/621/part/4"


class contract_hours_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "hours per week"
    label = "Hours for which the salary is paid"
    reference = "https://www.legislation.gov.uk/uksi/2015/621/part/5"


class additional_pay_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Pay on top of hours and salary (to probe what one pound more would do)"
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/section/7"


class is_apprentice(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works under an apprenticeship"
    reference = "https://www.legislation.gov.uk/uksi/2015/621/regulation/5"


class is_in_first_year_of_apprenticeship(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In the first twelve months of the apprenticeship"
    reference = "https://www.legislation.gov.uk/uksi/2015/621/regulation/5"


class tax_code_kind(Variable):
    value_type = choices.Enum
    possible_values = choices.TaxCodeKind
    default_value = choices.TaxCodeKind.number
    entity = Person
    definition_period = MONTH
    label = "Kind of PAYE code"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682/regulation/14"


class tax_code_number(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Number in the PAYE code (the standard one where none is given)"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682/regulation/14"

    def formula(person, period):
        number = pay_rates(person, period)("hmrc.income_tax.paye.standard_code_number")
        return np.broadcast_to(number, (person.count,)).copy()


class tax_code_region(Variable):
    value_type = choices.Enum
    possible_values = choices.TaxRegion
    default_value = choices.TaxRegion.rest_of_uk
    entity = Person
    definition_period = MONTH
    label = "Whose rates the PAYE code uses"
    reference = "https://www.legislation.gov.uk/ukpga/1998/46/section/80C"


class tax_period_number(Variable):
    value_type = float
    default_value = 1.0
    entity = Person
    definition_period = MONTH
    label = "Number of the pay period in the tax year; 1 on a week-1 or month-1 basis"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682/regulation/23"


class earlier_taxable_pay_this_tax_year(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP"
    label = "Pay of this tax year before this pay period, after net-pay pension contributions"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682/regulation/23"


class earlier_income_tax_this_tax_year(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP"
    label = "Tax already taken this tax year"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682/regulation/23"


class national_insurance_category(Variable):
    value_type = choices.Enum
    possible_values = choices.NationalInsuranceCategory
    default_value = choices.NationalInsuranceCategory.standard
    entity = Person
    definition_period = MONTH
    label = "Category of Class 1 contributions"
    reference = "https://www.legislation.gov.uk/uksi/2001/1004"


class pension_scheme(Variable):
    value_type = choices.Enum
    possible_values = choices.PensionScheme
    default_value = choices.PensionScheme.none
    entity = Person
    definition_period = MONTH
    label = "How the workplace pension takes its contribution"
    reference = "https://www.legislation.gov.uk/ukpga/2008/30/section/3"


class pension_basis(Variable):
    value_type = choices.Enum
    possible_values = choices.PensionBasis
    default_value = choices.PensionBasis.qualifying
    entity = Person
    definition_period = MONTH
    label = "Pay on which the pension percentage is taken"
    reference = "https://www.legislation.gov.uk/ukpga/2008/30/section/13"


class pension_enrolment(Variable):
    value_type = choices.Enum
    possible_values = choices.PensionEnrolment
    default_value = choices.PensionEnrolment.automatic
    entity = Person
    definition_period = MONTH
    label = "Automatically enrolled, joined or opted out"
    reference = "https://www.legislation.gov.uk/ukpga/2008/30/section/8"


class pension_share_of_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "share"
    label = "Employee's pension contribution as a share of pay, tax relief included"
    reference = "https://www.legislation.gov.uk/ukpga/2008/30/section/20"


class repays_student_loan_plan_1(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Repays a student loan, plan 1"
    reference = "https://www.legislation.gov.uk/uksi/2009/470"


class repays_student_loan_plan_2(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Repays a student loan, plan 2"
    reference = "https://www.legislation.gov.uk/uksi/2009/470"


class repays_student_loan_plan_4(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Repays a student loan, plan 4"
    reference = "https://www.legislation.gov.uk/uksi/2009/470"


class repays_student_loan_plan_5(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Repays a student loan, plan 5"
    reference = "https://www.legislation.gov.uk/uksi/2009/470"


class repays_postgraduate_loan(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Repays a postgraduate loan"
    reference = "https://www.legislation.gov.uk/uksi/2009/470"


class payroll_giving_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Gifts to charity taken from pay before tax"
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/part/12"


class deductible_expenses_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Expenses wholly, exclusively and necessarily for the job, not repaid by the employer"
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/part/5/chapter/2"


class uc_earnings_of_other_pay_days(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Earnings received in the assessment period beyond a month's share of the year's pay"
    documentation = (
        "Earnings count when received: a period with five weekly pay days counts all five. Below "
        "zero where fewer pay days fall in the period; zero in a usual month."
    )
    reference = [
        "https://www.legislation.gov.uk/uksi/2013/376/regulation/54",
        "https://www.legislation.gov.uk/uksi/2013/376/regulation/61",
    ]
