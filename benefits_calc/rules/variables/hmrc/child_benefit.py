"""Child Benefit and the High Income Child Benefit Charge."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.conversions import WEEKS_PER_MONTH, WEEKS_PER_YEAR
from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.rates import Rates, benefit_rates
from benefits_calc.rules.rounding import down_to_pound, to_penny

MONTH = DateUnit.MONTH
FOLDER = "hmrc.child_benefit"
CHARGE = f"{FOLDER}.high_income_charge"


class claims_child_benefit(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Child Benefit is claimed and paid"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/141"


class child_benefit_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Child Benefit a week"
    reference = "https://www.legislation.gov.uk/uksi/2006/965/regulation/2"

    def formula(benunit, period):
        claimed = benunit("claims_child_benefit", period)
        if not claimed.any():
            return np.zeros(benunit.count)
        rates = benefit_rates(benunit, period)
        children = benunit("number_of_children", period)
        more = np.maximum(children - 1, 0) * rates(f"{FOLDER}.additional_per_week")
        week = np.where(children > 0, rates(f"{FOLDER}.eldest_per_week") + more, 0.0)
        return np.where(claimed, week, 0.0)


class child_benefit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Child Benefit"
    reference = "https://www.legislation.gov.uk/uksi/2006/965/regulation/2"

    def formula(benunit, period):
        return to_penny(benunit("child_benefit_per_week", period) * WEEKS_PER_MONTH)


class guardians_allowance(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Guardian's Allowance"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/77"

    def formula(benunit, period):
        children = benunit.sum(benunit.members("guardians_allowance_is_paid_for", period))
        if not children.any():
            return np.zeros(benunit.count)
        week = benefit_rates(benunit, period)(f"{FOLDER}.guardians_allowance_per_week")
        return to_penny(children * week * WEEKS_PER_MONTH)


class guardians_allowance_is_paid_for(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Guardian's Allowance is paid for this child"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/77"


class child_benefit_charge_per_year(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per year"
    label = "High Income Child Benefit Charge for a year like this one"
    documentation = (
        "One per cent of the year's Child Benefit for each step of the higher earner's adjusted "
        "net income over the start; the benefit, the percentage and the charge are rounded down."
    )
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/section/681C"

    def formula(benunit, period):
        year = benunit("child_benefit_per_week", period) * WEEKS_PER_YEAR
        if not year.any():
            return np.zeros(benunit.count)
        members = benunit.members
        income = members("adjusted_net_income_per_year", period)
        adult = members("is_adult_in_award", period)
        claimant = benunit.sum(income * adult, role=BenUnit.CLAIMANT)
        partner = benunit.sum(income * adult, role=BenUnit.PARTNER)
        # The charge belongs to the tax year, so its parameters are read on the pay date.
        pay_day = benunit.sum(
            members("pay_date", period).astype(np.int64), role=BenUnit.CLAIMANT
        ).astype("datetime64[D]")
        rates = Rates(benunit, pay_day)
        over = np.maximum(claimant, partner) - rates(f"{CHARGE}.start")
        steps = np.floor(np.maximum(over, 0.0) / rates(f"{CHARGE}.step"))
        share = np.minimum(steps * rates(f"{CHARGE}.step_share"), 1.0)
        return down_to_pound(down_to_pound(year) * share)


class child_benefit_charge(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "A month of the High Income Child Benefit Charge"
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/section/681B"

    def formula(benunit, period):
        return to_penny(benunit("child_benefit_charge_per_year", period) / 12)
