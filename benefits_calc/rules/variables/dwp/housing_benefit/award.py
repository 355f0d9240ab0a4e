"""Housing Benefit in supported and temporary accommodation, working age.

While Universal Credit is in being the council ignores earnings, income and savings; once it
has ended, or was never claimed, the means test of Part 6 applies.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import Tenure
from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.weeks import month_of, week_of

MONTH = DateUnit.MONTH
MEANS = "dwp.housing_benefit.means_test"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2006/213/regulation/"


class is_in_housing_benefit_accommodation(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Lives in specified (supported) or temporary accommodation"
    documentation = "Other working-age Housing Benefit ended on 1 July 2026."
    reference = [
        "https://www.legislation.gov.uk/uksi/2013/376/schedule/1/paragraph/3A",
        "https://www.legislation.gov.uk/uksi/2013/376/schedule/1/paragraph/3B",
    ]

    def formula(benunit, period):
        tenure = benunit("tenure", period)
        return (tenure == Tenure.supported) | (tenure == Tenure.temporary)


class has_income_ignored_by_housing_benefit(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Entitled to Universal Credit, so earnings, income and savings are all ignored"
    documentation = (
        "Entitled whether or not in payment (reg 2(3B)): an award that a cap or a sanction takes "
        "to nil counts, one that income leaves at nil does not."
    )
    reference = [
        "https://www.legislation.gov.uk/uksi/2006/213/schedule/4/paragraph/12",
        "https://www.legislation.gov.uk/uksi/2006/213/schedule/5/paragraph/4",
        "https://www.legislation.gov.uk/uksi/2006/213/schedule/6/paragraph/5",
    ]

    def formula(benunit, period):
        return benunit("is_entitled_to_universal_credit", period)


class has_too_much_capital_for_housing_benefit(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Savings are over the upper limit"
    reference = f"{REGULATIONS}43"

    def formula(benunit, period):
        limit = benefit_rates(benunit, period)(f"{MEANS}.capital_upper_limit")
        return benunit("capital", period) > limit


class hb_eligible_rent_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Eligible rent: rent less charges that Housing Benefit does not meet"
    documentation = "Rent by the month x 12/52; this benefit unit's share; to the penny."
    reference = [f"{REGULATIONS}12", f"{REGULATIONS}80"]

    def formula(benunit, period):
        eligible = (
            benunit("rent_per_month", period)
            - benunit("ineligible_charges_per_month", period)
            + benunit("eligible_service_charges_per_month", period)
        )
        share = benunit("tenants_in_benefit_unit", period) / benunit("joint_tenants", period)
        return to_penny(week_of(np.maximum(eligible, 0.0) * share))


class hb_maximum_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Maximum Housing Benefit: eligible rent less non-dependant deductions"
    reference = f"{REGULATIONS}70"

    def formula(benunit, period):
        return np.maximum(
            benunit("hb_eligible_rent_per_week", period)
            - benunit("hb_non_dependant_deductions", period),
            0.0,
        )


class hb_reduction_for_income(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Taken off for income over the applicable amount; not rounded"
    reference = f"{REGULATIONS}71"

    def formula(benunit, period):
        ignored = benunit("has_income_ignored_by_housing_benefit", period)
        if ignored.all():
            return np.zeros(benunit.count)
        over = benunit("hb_income_per_week", period) - benunit("hb_applicable_amount", period)
        taper = benefit_rates(benunit, period)(f"{MEANS}.taper")
        return np.where(ignored, 0.0, taper * np.maximum(over, 0.0))


class meets_housing_benefit_conditions(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Claimed, in such accommodation, and savings ignored or within the limit"
    reference = "https://www.legislation.gov.uk/uksi/2014/1230/regulation/6A"

    def formula(benunit, period):
        possible = benunit("claims_housing_benefit", period) & benunit(
            "is_in_housing_benefit_accommodation", period
        )
        if not possible.any():
            return possible
        return possible & (
            benunit("has_income_ignored_by_housing_benefit", period)
            | ~benunit("has_too_much_capital_for_housing_benefit", period)
        )


class housing_benefit_before_cap_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Housing Benefit a week, before the benefit cap"
    documentation = (
        "The award alone is rounded, half a penny up (reg 80(8)); less than the minimum is not "
        "payable (reg 75)."
    )
    reference = [f"{REGULATIONS}70", f"{REGULATIONS}75"]

    def formula(benunit, period):
        entitled = benunit("meets_housing_benefit_conditions", period)
        if not entitled.any():
            return np.zeros(benunit.count)
        left = benunit("hb_maximum_per_week", period) - benunit("hb_reduction_for_income", period)
        amount = to_penny(np.maximum(left, 0.0))
        smallest = benefit_rates(benunit, period)(f"{MEANS}.minimum_award")
        return np.where(entitled & (amount >= smallest), amount, 0.0)


class housing_benefit_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Housing Benefit a week"
    reference = [f"{REGULATIONS}70", f"{REGULATIONS}75D"]

    def formula(benunit, period):
        return benunit("housing_benefit_before_cap_per_week", period) - benunit(
            "hb_benefit_cap_reduction_per_week", period
        )


class housing_benefit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Housing Benefit"
    documentation = "A week's amount x 52/12."
    reference = f"{REGULATIONS}70"

    def formula(benunit, period):
        return month_of(benunit("housing_benefit_per_week", period))
