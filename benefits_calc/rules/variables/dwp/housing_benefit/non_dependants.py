"""Deductions for other adults in the home (HB Regs 2006 reg 74)."""

from __future__ import annotations

from datetime import date

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import AttendanceAllowanceRate, CareComponent, DailyLiving
from benefits_calc.rules.entities import BenUnit, Household, Person
from benefits_calc.rules.rates import Rates, benefit_rates
from benefits_calc.rules.weeks import of_claimant, of_couple

MONTH = DateUnit.MONTH
BANDS = "dwp.housing_benefit.non_dependant"
REGULATION_74 = "https://www.legislation.gov.uk/uksi/2006/213/regulation/74"


class is_exempt_from_non_dependant_deductions(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Nothing is taken for others: claimant or partner is blind or has a care award"
    documentation = "Attendance Allowance, DLA care at any rate, PIP or ADP daily living, or AFIP."
    reference = REGULATION_74

    def formula(benunit, period):
        members = benunit.members
        exempt = (
            members("is_severely_sight_impaired", period)
            | members("has_armed_forces_independence_payment", period)
            | (members("pip_daily_living", period) != DailyLiving.none)
            | (members("dla_care", period) != CareComponent.none)
            | (members("attendance_allowance_rate", period) != AttendanceAllowanceRate.none)
        )
        return of_couple(benunit, exempt) > 0


class is_deducted_for_as_non_dependant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Other adult of 18 or over for whom a deduction is made"
    reference = REGULATION_74

    def formula(person, period):
        non_dependant = person("lives_with_benunit_as_non_dependant", period)
        if not non_dependant.any():
            return non_dependant
        rates = benefit_rates(person, period)
        age = person("age_on_benefit_date", period)
        young_on_uc = (age < rates(f"{BANDS}.universal_credit_under_age")) & person(
            "is_on_universal_credit_without_earnings", period
        )
        return (
            non_dependant
            & (age >= rates(f"{BANDS}.minimum_age"))
            & ~young_on_uc
            & ~person("is_exempt_from_non_dependant_deduction", period)
            & ~person("is_prisoner", period)
            & ~person("is_away_in_forces", period)
        )


class hb_rates_date_of_home(Variable):
    value_type = date
    entity = Household
    definition_period = MONTH
    label = "Day whose amounts apply to the rent of the home, for everybody in it"
    reference = "https://www.legislation.gov.uk/uksi/2006/213/regulation/79"

    def formula(household, period):
        days = household.members.benunit("housing_benefit_rates_date", period)
        # Only a weekly rent keeps the amounts back, so the earliest day is the tenant's.
        return household.min(days.astype(np.float64)).astype("datetime64[D]")


class hb_non_dependant_deduction_for_person(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Deduction for one other adult, by gross income where in work of 16 hours"
    reference = REGULATION_74

    def formula(person, period):
        deducted = person("is_deducted_for_as_non_dependant", period)
        if not deducted.any():
            return np.zeros(person.count)
        rates = Rates(person, person.household("hb_rates_date_of_home", period))
        works = person("non_dependant_hours_per_week", period) >= rates(
            f"{BANDS}.remunerative_work_hours"
        )
        gross = np.where(works, person("non_dependant_gross_income_per_week", period), 0.0)
        higher = ("band_5", "band_4", "band_3", "band_2", "band_1")
        amount = np.select(
            [gross >= rates(f"{BANDS}.{band}.threshold") for band in higher],
            [rates(f"{BANDS}.{band}.amount") for band in higher],
            rates(f"{BANDS}.band_0.amount"),
        )
        return np.where(deducted, amount, 0.0)


class hb_non_dependant_deductions_in_home(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "GBP per week"
    label = "Deductions for all other adults in the home"
    reference = REGULATION_74

    def formula(household, period):
        return household.sum(household.members("hb_non_dependant_deduction_for_person", period))


class hb_non_dependant_deductions(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Non-dependant deductions"
    documentation = "Shared with joint tenants in the share of the rent (reg 74(5))."
    reference = REGULATION_74

    def formula(benunit, period):
        in_home = of_claimant(
            benunit,
            benunit.members.household("hb_non_dependant_deductions_in_home", period),
        )
        share = benunit("tenants_in_benefit_unit", period) / benunit("joint_tenants", period)
        exempt = benunit("is_exempt_from_non_dependant_deductions", period)
        return np.where(exempt, 0.0, in_home * share)
