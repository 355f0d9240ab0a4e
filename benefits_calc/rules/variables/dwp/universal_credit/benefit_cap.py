"""The benefit cap (UC Regs 2013 Part 7)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.capped import cap_by_place_and_kind, earnings_that_lift_the_cap
from benefits_calc.rules.choices import (
    AttendanceAllowanceRate,
    CareComponent,
    DailyLiving,
    MobilityComponent,
    PipMobility,
)
from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.rates import uc_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
CAP = "dwp.universal_credit.benefit_cap"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"


class gets_disability_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets PIP, ADP, DLA, CDP or Attendance Allowance at any rate"
    documentation = "Attendance allowance is also Armed Forces Independence Payment (reg 2)."
    reference = [f"{REGULATIONS}2", f"{REGULATIONS}83"]

    def formula(person, period):
        return (
            (person("pip_daily_living", period) != DailyLiving.none)
            | (person("pip_mobility", period) != PipMobility.none)
            | (person("dla_care", period) != CareComponent.none)
            | (person("dla_mobility", period) != MobilityComponent.none)
            | (person("attendance_allowance_rate", period) != AttendanceAllowanceRate.none)
            | person("has_armed_forces_independence_payment", period)
        )


class benefit_cap_earnings_threshold(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Earnings that lift the benefit cap: 16 hours at the living wage, whole pounds"
    reference = f"{REGULATIONS}82"

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        threshold = earnings_that_lift_the_cap(
            rates(f"{CAP}.earnings_exception_hours"), rates("dbt.minimum_wage.national_living_wage")
        )
        return np.broadcast_to(threshold, (benunit.count,)).copy()


class earns_enough_to_lift_benefit_cap(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Net earnings of the award reach the threshold that lifts the cap"
    documentation = (
        "Earnings after tax, National Insurance and pension; the income floor is left out."
    )
    reference = f"{REGULATIONS}82"

    def formula(benunit, period):
        return benunit("uc_actual_earned_income", period) >= benunit(
            "benefit_cap_earnings_threshold", period
        )


class is_exempt_from_benefit_cap(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "The benefit cap does not apply, whatever is earned"
    reference = f"{REGULATIONS}83"

    def formula(benunit, period):
        members = benunit.members
        own_award = members("gets_disability_benefit", period)
        service_award = members("has_armed_forces_or_industrial_award", period)
        support = members("new_style_esa_has_support_component", period)
        carers = members("has_carers_benefit", period)
        return (
            (benunit("uc_lcwra_element", period) > 0)
            | (benunit("uc_carer_element", period) > 0)
            | (benunit("guardians_allowance", period) > 0)
            | benunit("is_in_benefit_cap_grace_period", period)
            | (benunit.sum(own_award | service_award | support | carers) > 0)
        )


class benefit_cap_amount(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Benefit cap for the household's place and kind"
    reference = f"{REGULATIONS}80A"

    def formula(benunit, period):
        return cap_by_place_and_kind(benunit, period, uc_rates(benunit, period), CAP)


class benefits_under_cap(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Benefits that the cap adds together"
    documentation = "New Style ESA counts without the support component, which exempts."
    reference = f"{REGULATIONS}79"

    def formula(benunit, period):
        members = benunit.members
        each = (
            members("new_style_jsa", period)
            + members("new_style_esa", period)
            + members("maternity_allowance", period)
            + members("bereavement_benefit_in_cap", period)
        )
        return to_penny(
            benunit("uc_award_before_cap", period)
            + benunit("child_benefit", period)
            + benunit.sum(each * members("is_adult_in_award", period))
        )


class benefit_cap_reduction(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Benefit cap reduction"
    documentation = "The excess over the cap less the childcare element; taken from UC alone."
    reference = f"{REGULATIONS}81"

    def formula(benunit, period):
        excess = (
            benunit("benefits_under_cap", period)
            - benunit("benefit_cap_amount", period)
            - benunit("uc_childcare_element", period)
        )
        free = benunit("is_exempt_from_benefit_cap", period) | benunit(
            "earns_enough_to_lift_benefit_cap", period
        )
        reduction = np.minimum(np.maximum(excess, 0.0), benunit("uc_award_before_cap", period))
        return np.where(free, 0.0, to_penny(reduction))
