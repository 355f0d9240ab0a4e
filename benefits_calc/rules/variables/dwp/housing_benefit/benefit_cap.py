"""The benefit cap taken from Housing Benefit (HB Regs 2006 Part 8A).

Only for people without Universal Credit, which has a cap of its own, and only in temporary
accommodation: Housing Benefit for supported accommodation counts as nothing.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.capped import cap_by_place_and_kind
from benefits_calc.rules.choices import Tenure
from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.weeks import benefit_week_of, month_of, of_couple

MONTH = DateUnit.MONTH
WEEK = np.timedelta64(1, "W")
CAP = "dwp.housing_benefit.benefit_cap"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2006/213/regulation/"


class is_exempt_from_hb_benefit_cap(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "The benefit cap is not taken from Housing Benefit"
    documentation = (
        "Universal Credit, a disability, war or industrial award, the support component of ESA, a "
        "carer's benefit or Guardian's Allowance, or 39 weeks after the end of steady work. The "
        "exception for who is in work (reg 75E(2)) turns on Working Tax Credit, which has ended."
    )
    reference = [f"{REGULATIONS}75E", f"{REGULATIONS}75F"]

    def formula(benunit, period):
        members = benunit.members
        awards = (
            members("gets_disability_benefit", period)
            | members("has_armed_forces_or_industrial_award", period)
            | members("has_armed_forces_independence_payment", period)
            | members("new_style_esa_has_support_component", period)
            | members("has_carers_benefit", period)
        )
        return (
            benunit("is_entitled_to_universal_credit", period)
            | (benunit("guardians_allowance", period) > 0)
            | (benunit.sum(awards) > 0)
            | benunit("is_in_hb_benefit_cap_grace_period", period)
        )


class is_in_hb_benefit_cap_grace_period(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "In the weeks after steady work in which the cap does not apply to Housing Benefit"
    documentation = "Weeks that begin on the day after the last day of work; new work ends none."
    reference = f"{REGULATIONS}75E"

    def formula(benunit, period):
        ended = benunit.members("last_day_of_steady_work", period)
        since = (benunit.project(benunit("benefit_date", period)) - ended) / WEEK
        weeks = np.broadcast_to(benefit_rates(benunit, period)(f"{CAP}.grace_weeks"), benunit.count)
        return benunit.any((since > 0) & (since <= benunit.project(weeks)))


class hb_benefit_cap_amount_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Benefit cap for the household's place and kind, a week"
    reference = f"{REGULATIONS}75CA"

    def formula(benunit, period):
        return cap_by_place_and_kind(benunit, period, benefit_rates(benunit, period), CAP)


class other_benefits_under_hb_cap_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Benefits besides Housing Benefit that its cap adds together, a week"
    reference = [f"{REGULATIONS}75C", "https://www.legislation.gov.uk/ukpga/2012/5/section/96"]

    def formula(benunit, period):
        members = benunit.members
        each = (
            benefit_week_of(members("new_style_esa", period))
            + benefit_week_of(members("new_style_jsa", period))
            + benefit_week_of(members("maternity_allowance", period))
            + benefit_week_of(members("bereavement_benefit_in_cap", period))
        )
        return to_penny(
            of_couple(benunit, each) + benefit_week_of(benunit("child_benefit", period))
        )


class hb_benefit_cap_reduction_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Taken from Housing Benefit by the benefit cap, a week"
    documentation = "The smallest payable award is always left (reg 75D(2))."
    reference = f"{REGULATIONS}75D"

    def formula(benunit, period):
        award = benunit("housing_benefit_before_cap_per_week", period)
        capped = (benunit("tenure", period) == Tenure.temporary) & (award > 0)
        if not capped.any():
            return np.zeros(benunit.count)
        excess = (
            award
            + benunit("other_benefits_under_hb_cap_per_week", period)
            - benunit("hb_benefit_cap_amount_per_week", period)
        )
        smallest = benefit_rates(benunit, period)("dwp.housing_benefit.means_test.minimum_award")
        taken = np.minimum(np.maximum(to_penny(excess), 0.0), np.maximum(award - smallest, 0.0))
        free = ~capped | benunit("is_exempt_from_hb_benefit_cap", period)
        return np.where(free, 0.0, to_penny(taken))


class housing_benefit_cap_reduction(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Taken from Housing Benefit by the benefit cap"
    documentation = "A week's amount x 52/12."
    reference = f"{REGULATIONS}75D"

    def formula(benunit, period):
        return month_of(benunit("hb_benefit_cap_reduction_per_week", period))
