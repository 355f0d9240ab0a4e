"""Earnings of one pay day: an assessment period counts those received in it (UC Regs reg 54)."""

from __future__ import annotations

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"


class uc_employed_earnings_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Earnings of one pay day that Universal Credit counts"
    documentation = (
        "Pay less tax, National Insurance, relievable pension contributions, payroll giving and "
        "deductible expenses, each as on the payslip."
    )
    reference = [f"{REGULATIONS}54", f"{REGULATIONS}55"]

    def formula(person, period):
        taken = (
            "income_tax_per_pay_period",
            "national_insurance_per_pay_period",
            "relievable_pension_per_pay_period",
            "salary_sacrifice_per_pay_period",
            "payroll_giving_per_pay_period",
            "deductible_expenses_per_pay_period",
        )
        pay = person("contractual_pay_per_pay_period", period)
        return to_penny(pay - sum(person(name, period) for name in taken))
