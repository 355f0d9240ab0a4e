"""Applicable amount and income with Universal Credit, as in the English default and Wales."""

from __future__ import annotations

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.weeks import week_of

MONTH = DateUnit.MONTH
DEFAULT_SCHEME = "https://www.legislation.gov.uk/uksi/2012/2886/schedule/paragraph/"
WALES = "https://www.legislation.gov.uk/wsi/2013/3035"


class council_tax_applicable_amount_on_universal_credit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Applicable amount on Universal Credit: its maximum amount for a week"
    reference = [f"{DEFAULT_SCHEME}28", WALES]

    def formula(benunit, period):
        return week_of(benunit("uc_maximum_amount", period))


class council_tax_income_on_universal_credit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Income on Universal Credit: DWP's figures of income, and the award"
    documentation = (
        "Earned income before the work allowance; no earnings disregard and no childcare "
        "deduction is allowed (paragraph 37(3)). The award is that after the benefit cap and a "
        "sanction and before deductions: what the benefit cap takes is nobody's income."
    )
    reference = [f"{DEFAULT_SCHEME}37", WALES]

    def formula(benunit, period):
        return week_of(
            benunit("uc_earned_income", period)
            + benunit("uc_unearned_income", period)
            + benunit("uc_tariff_income", period)
            + benunit("universal_credit", period)
        )
