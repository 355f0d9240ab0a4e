"""Income tax under PAYE: free pay by the code, bands scaled to the pay period."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import TaxCodeKind, TaxRegion
from benefits_calc.rules.entities import Person
from benefits_calc.rules.income_tax_bands import (
    REST_OF_UK,
    SCOTLAND,
    payroll_tax_on,
    rate_above,
    tax_on,
)
from benefits_calc.rules.pay_periods import PERIODS_PER_YEAR, PayPeriod, index_of
from benefits_calc.rules.rates import pay_rates
from benefits_calc.rules.rounding import down_to_penny, down_to_pound, to_penny, up_to_penny

MONTH = DateUnit.MONTH
PAYE = "hmrc.income_tax.paye"
# Fortnightly and four-weekly free pay are two and four times the weekly table.
TABLE_PERIODS_PER_YEAR = np.array([52.0, 52.0, 52.0, 12.0, 1.0])
TABLE_PERIODS = np.array([1.0, 2.0, 4.0, 1.0, 1.0])


class paye_free_pay_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Free pay (or, for a K code, addition to pay) by the code for one pay period"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682/regulation/23"

    def formula(person, period):
        rates = pay_rates(person, period)
        index = index_of(person("pay_period", period))
        number = person("tax_code_number", period)
        block = rates(f"{PAYE}.code_block")
        blocks = np.floor(np.maximum(number - 1, 0) / block)
        remainder = number - blocks * block
        divisor = TABLE_PERIODS_PER_YEAR[index]
        by_blocks = blocks * up_to_penny(rates(f"{PAYE}.code_block_pay") / divisor)
        addition = rates(f"{PAYE}.code_remainder_addition")
        by_remainder = up_to_penny((10 * remainder + addition) / divisor)
        return np.where(number > 0, TABLE_PERIODS[index] * (by_blocks + by_remainder), 0.0)


class paye_pay_after_pension_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Pay that PAYE looks at: after net-pay pension contributions and payroll giving"
    reference = "https://www.legislation.gov.uk/ukpga/2004/12/section/193"

    def formula(person, period):
        return np.maximum(
            person("taxable_pay_per_pay_period", period)
            - person("net_pay_arrangement_per_pay_period", period)
            - person("payroll_giving_per_pay_period", period),
            0.0,
        )


class income_tax_to_date(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP"
    label = "Tax due by the code on pay to date (on pay of the period, for week 1 or month 1)"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682/regulation/23"

    def formula(person, period):
        rates = pay_rates(person, period)
        kind = person("tax_code_kind", period)
        number = person("tax_period_number", period)
        index = index_of(person("pay_period", period))
        share_of_year = number / PERIODS_PER_YEAR[index]
        pay = person("earlier_taxable_pay_this_tax_year", period) + person(
            "paye_pay_after_pension_per_pay_period", period
        )
        free_pay = person("paye_free_pay_per_pay_period", period) * number
        signed = np.where(kind == TaxCodeKind.k, -free_pay, free_pay)
        uses_number = (kind == TaxCodeKind.number) | (kind == TaxCodeKind.k)
        taxable = np.maximum(pay - np.where(uses_number, signed, 0.0), 0.0)
        # HMRC's own test rows for a yearly pay period tax the pence too and round to nearest.
        yearly = person("pay_period", period) == PayPeriod.year
        tax = _tax(person, period, rates, kind, taxable, share_of_year)
        return np.where(yearly, to_penny(tax), down_to_penny(tax))


class most_income_tax_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Most income tax that one payment can bear, whatever the code"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682/regulation/23"

    def formula(person, period):
        limit = pay_rates(person, period)(f"{PAYE}.k_code_limit")
        return down_to_penny(limit * person("paye_pay_after_pension_per_pay_period", period))


class income_tax_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Income tax taken in the pay period (below zero: a refund)"
    documentation = "Never more than half the pay that PAYE looks at, whatever the code."
    reference = "https://www.legislation.gov.uk/uksi/2003/2682/regulation/23"

    def formula(person, period):
        due = person("income_tax_to_date", period) - person(
            "earlier_income_tax_this_tax_year", period
        )
        return to_penny(np.minimum(due, person("most_income_tax_per_pay_period", period)))


def _tax(person, period, rates, kind, taxable, share_of_year):
    """Tax on taxable pay by the code's region and kind."""
    scottish = person("tax_code_region", period) == TaxRegion.scotland
    facts = (kind, taxable, share_of_year, person("pay_period", period) == PayPeriod.year)
    tax = np.where(
        scottish,
        _tax_in(rates, SCOTLAND, *facts) if scottish.any() else 0.0,
        _tax_in(rates, REST_OF_UK, *facts) if not scottish.all() else 0.0,
    )
    return np.where(kind == TaxCodeKind.nt, 0.0, tax)


def _tax_in(rates, bands, kind, taxable, share_of_year, yearly):
    tax = payroll_tax_on(rates, bands, taxable, share_of_year)
    if yearly.any():
        tax = np.where(yearly, tax_on(rates, bands, taxable), tax)
    at_one_rate = np.where(yearly, taxable, down_to_pound(taxable))
    for flat, steps_above_basic in (
        (TaxCodeKind.br, 0),
        (TaxCodeKind.d0, 1),
        (TaxCodeKind.d1, 2),
        (TaxCodeKind.d2, 3),
        (TaxCodeKind.d3, 4),
    ):
        chosen = kind == flat
        if chosen.any():
            tax = np.where(chosen, at_one_rate * rate_above(rates, bands, steps_above_basic), tax)
    return tax
