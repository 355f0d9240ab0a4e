"""Schemes that meet a share of the bill by bands of weekly income, or by class."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.local_schemes.choices import CouncilTaxBand
from benefits_calc.rules.local_schemes.methods import share_by_band
from benefits_calc.rules.local_schemes.reading import (
    of_household,
    own_rates,
    scheme_codes,
    scheme_of_rows,
)
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.weeks import week_of

MONTH = DateUnit.MONTH
LGFA = "https://www.legislation.gov.uk/ukpga/1992/14/section/13A"
BILL = "local.council_tax_bill"
MOST_BANDS = 10
BANDS = "abcdefghi"
NO_GROUP = -1
# Elements that a scheme may leave out of the award: name in the parameters, variable.
ELEMENTS = {
    "housing_costs_element": "uc_housing_costs_element",
    "lcwra_element": "uc_lcwra_element",
    "disabled_child_element": "uc_disabled_child_element",
    "carer_element": "uc_carer_element",
}


class council_tax_reduction_group(Variable):
    value_type = int
    default_value = NO_GROUP
    entity = BenUnit
    definition_period = MONTH
    label = "Position of the household's table among the scheme's groups; -1 where none fits"
    reference = LGFA

    def formula(benunit, period):
        found = np.full(benunit.count, NO_GROUP)
        for scheme, rows in scheme_of_rows(scheme_codes(benunit, period)):
            for number, group in enumerate(scheme.groups):
                fits = rows & (found == NO_GROUP)
                if group.when is not None:
                    fits &= benunit(group.when, period)
                found = np.where(fits, number, found)
        return found


class council_tax_band_income(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Income by which the scheme's bands are read"
    documentation = (
        "DWP's net earnings; with them, as far as the scheme counts them, unearned income and the "
        "award less elements that it leaves out."
    )
    reference = LGFA

    def formula(benunit, period):
        rates = own_rates(benunit, period)
        earnings = week_of(benunit("uc_earned_income", period)) - rates("income.earnings_disregard")
        unearned = week_of(
            benunit("uc_unearned_income", period) + benunit("uc_tariff_income", period)
        )
        left_out = sum(
            rates(f"income.ignored.{name}") * benunit(variable, period)
            for name, variable in ELEMENTS.items()
        )
        award = week_of(np.maximum(benunit("universal_credit", period) - left_out, 0.0))
        income = (
            np.maximum(earnings, 0.0)
            + rates("income.unearned_share") * unearned
            + rates("income.universal_credit_share") * award
        )
        disabled_worker = benunit("has_adult_with_disability_benefit", period) & benunit(
            "works_for_council_tax_reduction", period
        )
        ignored = np.where(disabled_worker, rates("income.disabled_worker_disregard"), 0.0)
        return np.maximum(income - ignored, 0.0)


class council_tax_band_share(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "/1"
    label = "Share of the bill that the household's band meets"
    reference = LGFA

    def formula(benunit, period):
        share = np.zeros(benunit.count)
        rates = own_rates(benunit, period)
        income = benunit("council_tax_band_income", period)
        further = np.maximum(benunit("number_of_children", period) - 1, 0)
        for name, rows in _groups(benunit, period):
            starts, shares = _bands(rates, name, further)
            share = np.where(rows, share_by_band(income, starts, shares), share)
        return share


class council_tax_bands_are_held(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "A table is held for this household and its income"
    documentation = "True for schemes without bands."
    reference = LGFA

    def formula(benunit, period):
        held = np.ones(benunit.count, dtype=bool)
        for scheme, rows in scheme_of_rows(scheme_codes(benunit, period)):
            if scheme.groups:
                held &= ~(rows & (benunit("council_tax_reduction_group", period) == NO_GROUP))
        rates = own_rates(benunit, period)
        band_not_known = of_household(benunit, "council_tax_band", period) == (
            CouncilTaxBand.none.index
        )
        for name, rows in _groups(benunit, period):
            income = to_penny(benunit("council_tax_band_income", period))
            below = income < rates(f"group.{name}.known_below", default=np.inf)
            capped = rates(f"group.{name}.highest_band") > 0
            held &= ~rows | (below & ~(capped & band_not_known))
        return held


class council_tax_share_of_bill_covered(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "/1"
    label = "Share of the bill on which the reduction is worked out"
    documentation = "Less than one where the scheme goes up to a band and the home is above it."
    reference = LGFA

    def formula(benunit, period):
        covered = np.ones(benunit.count)
        own = of_household(benunit, "council_tax_proportion_of_band_d", period)
        proportions = benefit_rates(benunit, period)
        rates = own_rates(benunit, period)
        for name, rows in _groups(benunit, period):
            highest = rates(f"group.{name}.highest_band")
            limit = sum(
                (highest == number) * proportions(f"{BILL}.england_and_wales.{band}")
                for number, band in enumerate(BANDS, start=1)
            ) / proportions(f"{BILL}.england_and_wales.d")
            above = rows & (highest > 0) & (own > limit)
            covered = np.where(above, limit / np.where(above, own, 1.0), covered)
        return covered


def _groups(benunit, period):
    """Name of each table in use, with its rows."""
    number = benunit("council_tax_reduction_group", period)
    for scheme, rows in scheme_of_rows(scheme_codes(benunit, period)):
        for position, group in enumerate(scheme.groups):
            of_group = rows & (number == position)
            if of_group.any():
                yield group.name, of_group


def _bands(rates, name, further_children):
    """Starts and shares of a table's bands, starts moved up for each further child."""
    starts, shares = [], []
    for band in range(MOST_BANDS):
        folder = f"group.{name}.band_{band}"
        start = rates(f"{folder}.from", default=np.inf)
        if np.isinf(start).all():
            break
        starts.append(start + further_children * rates(f"{folder}.per_further_child"))
        shares.append(rates(f"{folder}.share"))
    return starts, shares
