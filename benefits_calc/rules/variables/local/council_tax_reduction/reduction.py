"""The reduction: the scheme's method on the bill (LGFA 1992 s.13A; SSI 2021/249)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.conversions import DAYS_PER_WEEK, MONTHS_PER_YEAR
from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.local_schemes.methods import (
    days_in_financial_year,
    maximum_reduction,
    tapered_reduction,
)
from benefits_calc.rules.local_schemes.reading import own_rates, scheme_codes, scheme_of_rows
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
DEFAULT_SCHEME = "https://www.legislation.gov.uk/uksi/2012/2886/schedule/paragraph/"
REFERENCES = [
    f"{DEFAULT_SCHEME}32",
    "https://www.legislation.gov.uk/ssi/2021/249/regulation/13",
    "https://www.legislation.gov.uk/wsi/2013/3035",
]


class council_tax_maximum_share(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "/1"
    label = "Share of the bill that the scheme can meet for this household"
    reference = f"{DEFAULT_SCHEME}29"

    def formula(benunit, period):
        rates = own_rates(benunit, period)
        share = rates("maximum_share")
        for_leavers = rates("maximum_share_care_leavers")
        leaver = benunit("has_care_leaver", period) & (for_leavers > 0)
        by_band = benunit("council_tax_reduction_group", period) >= 0
        by_class = benunit("council_tax_band_share", period) if by_band.any() else share
        return np.select([by_band, leaver], [by_class, for_leavers], share)


class council_tax_maximum_reduction_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Most that the scheme gives: its share of the bill, less deductions for other adults"
    documentation = "Not rounded: reductions are worked out for a day."
    reference = f"{DEFAULT_SCHEME}29"

    def formula(benunit, period):
        covered = benunit("council_tax_bill_per_week", period) * benunit(
            "council_tax_share_of_bill_covered", period
        )
        return maximum_reduction(
            covered,
            benunit("council_tax_maximum_share", period),
            benunit("council_tax_deductions_per_week", period),
        )


class council_tax_applicable_amount(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Applicable amount that income is compared with"
    reference = [f"{DEFAULT_SCHEME}28", "https://www.legislation.gov.uk/ssi/2021/249/regulation/35"]

    def formula(benunit, period):
        return np.where(
            uses_universal_credit_figures(benunit, period),
            benunit("council_tax_applicable_amount_on_universal_credit", period),
            benunit("council_tax_applicable_amount_by_premiums", period),
        )


class council_tax_income(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Income that is compared with the applicable amount"
    reference = [f"{DEFAULT_SCHEME}37", "https://www.legislation.gov.uk/ssi/2021/249/regulation/42"]

    def formula(benunit, period):
        on_award = benunit("has_universal_credit_for_council_tax", period)
        income = np.where(
            benunit("lives_in_scotland", period),
            benunit("scottish_council_tax_income_on_universal_credit", period),
            benunit("council_tax_income_on_universal_credit", period),
        )
        if on_award.all():
            return income
        return np.where(
            on_award, income, benunit("council_tax_income_off_universal_credit", period)
        )


class council_tax_reduction_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Council tax reduction for a week, as far as the scheme's method goes"
    documentation = "Not rounded. Read council_tax_reduction_is_known before showing it."
    reference = REFERENCES

    def formula(benunit, period):
        codes = scheme_codes(benunit, period)
        if not codes.any():
            return np.zeros(benunit.count)
        rates = own_rates(benunit, period)
        most = benunit("council_tax_maximum_reduction_per_week", period)
        reduction = most
        by_taper = np.zeros(benunit.count, dtype=bool)
        for scheme, rows in scheme_of_rows(codes):
            if scheme.method != "bands":
                by_taper |= rows
        if by_taper.any():
            tapered = tapered_reduction(
                most,
                rates("taper"),
                benunit("council_tax_income", period),
                benunit("council_tax_applicable_amount", period),
            )
            reduction = np.where(by_taper, tapered, reduction)
        too_small = reduction < rates("minimum_award")
        none = too_small | benunit("has_too_much_capital_for_council_tax_reduction", period)
        return np.where(
            none, 0.0, np.minimum(reduction, benunit("council_tax_bill_per_week", period))
        )


class council_tax_reduction(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Council tax reduction"
    documentation = (
        "A twelfth of a year of it. 0 where council_tax_reduction_is_known is false: that is not "
        "an amount but a question for the council."
    )
    reference = REFERENCES

    def formula(benunit, period):
        weeks = days_in_financial_year(benunit("benefit_date", period)) / DAYS_PER_WEEK
        year = benunit("council_tax_reduction_per_week", period) * weeks
        month = np.minimum(to_penny(year / MONTHS_PER_YEAR), benunit("council_tax_bill", period))
        return np.where(benunit("council_tax_reduction_is_known", period), month, 0.0)


def uses_universal_credit_figures(benunit, period):
    """Rows whose applicable amount is Universal Credit's: an award, outside Scotland."""
    return benunit("has_universal_credit_for_council_tax", period) & ~benunit(
        "lives_in_scotland", period
    )
