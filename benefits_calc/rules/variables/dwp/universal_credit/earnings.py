"""Earned income, the minimum income floor and the work allowance (UC Regs 2013 Part 6)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import Tenure
from benefits_calc.rules.conversions import WEEKS_PER_MONTH
from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.income_tax_bands import REST_OF_UK
from benefits_calc.rules.rates import uc_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
UC = "dwp.universal_credit"
WAGE = "dbt.minimum_wage"
CLASS_2 = "hmrc.national_insurance.class_2"
CLASS_4 = "hmrc.national_insurance.class_4"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"


class uc_employed_earnings(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Employed earnings that Universal Credit counts"
    documentation = (
        "Pay and statutory pay less tax, National Insurance, relievable pension contributions, "
        "payroll giving and deductible expenses. Student loan repayments are not taken off."
    )
    reference = f"{REGULATIONS}55"

    def formula(person, period):
        return np.maximum(
            to_penny(
                person("employment_income", period)
                + person("statutory_pay", period)
                - person("income_tax", period)
                - person("national_insurance", period)
                - person("pension_contributions_ignored_by_universal_credit", period)
                - person("payroll_giving", period)
                - person("deductible_employment_expenses", period)
                + person("uc_earnings_of_other_pay_days", period)
            ),
            0.0,
        )


class uc_self_employed_earnings(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Self-employed earnings before any minimum income floor"
    documentation = "Cash in less cash out; losses never lower wages."
    reference = f"{REGULATIONS}57"

    def formula(person, period):
        return np.maximum(
            to_penny(
                person("self_employment_profit", period)
                - person("self_employment_tax_and_ni_paid", period)
                - person("self_employment_pension", period)
                - person("self_employment_losses", period)
            ),
            0.0,
        )


class expected_hours_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "hours per week"
    label = "Hours a week that DWP expects (35 unless fewer are agreed)"
    reference = f"{REGULATIONS}88"

    def formula(person, period):
        hours = uc_rates(person, period)(f"{UC}.minimum_income_floor.hours_per_week")
        return np.broadcast_to(hours, (person.count,)).copy()


class minimum_wage_in_assessment_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per hour"
    label = "Minimum wage for the person's age at the start of the assessment period"
    reference = f"{REGULATIONS}90"

    def formula(person, period):
        rates = uc_rates(person, period)
        age = person("age", period)
        return np.select(
            [
                age >= rates(f"{WAGE}.adult_age"),
                age >= rates(f"{WAGE}.age_21_rate_age"),
                age >= rates(f"{WAGE}.youth_age"),
            ],
            [
                rates(f"{WAGE}.national_living_wage"),
                rates(f"{WAGE}.age_21_to_22"),
                rates(f"{WAGE}.age_18_to_20"),
            ],
            rates(f"{WAGE}.under_18"),
        )


class individual_threshold_hours_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "hours per week"
    label = "Hours in the individual threshold"
    documentation = (
        "Expected hours with all work-related requirements, 16 in the groups between, none for "
        "somebody without requirements."
    )
    reference = f"{REGULATIONS}90"

    def formula(person, period):
        between = uc_rates(person, period)(
            f"{UC}.conditionality.individual_threshold_hours_other_groups"
        )
        return np.select(
            [
                person("is_in_all_requirements_group", period),
                person("has_no_work_requirements", period),
            ],
            [person("expected_hours_per_week", period), 0.0],
            between,
        )


class individual_earnings_threshold(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Individual threshold: its hours at the minimum wage, before tax"
    reference = f"{REGULATIONS}90"

    def formula(person, period):
        return to_penny(_individual_threshold(person, period))


class minimum_income_floor(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Minimum income floor after notional tax and National Insurance"
    documentation = (
        "The individual threshold converted to net earnings and rounded once. Class 4, and Class 2 "
        "while it had to be paid."
    )
    reference = f"{REGULATIONS}62"

    def formula(person, period):
        rates = uc_rates(person, period)
        gross = _individual_threshold(person, period)
        allowance = rates("hmrc.income_tax.personal_allowance") / 12
        tax = rates(f"{REST_OF_UK.folder}.basic_rate") * np.maximum(gross - allowance, 0.0)
        lower = rates(f"{CLASS_4}.lower_profits_limit") / 12
        class_4 = rates(f"{CLASS_4}.main_rate") * np.maximum(gross - lower, 0.0)
        class_2 = WEEKS_PER_MONTH * rates(f"{CLASS_2}.compulsory_per_week") * (gross >= lower)
        return to_penny(gross - tax - class_4 - class_2)


class minimum_income_floor_applies(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gainfully self-employed, out of the start-up period, and subject to all requirements"
    documentation = (
        "Never for LCW or LCWRA, carers, or the responsible carer of a child under three."
    )
    reference = [f"{REGULATIONS}62", f"{REGULATIONS}64"]

    def formula(person, period):
        trading = person("is_gainfully_self_employed", period) & ~person(
            "is_in_start_up_period", period
        )
        if not trading.any():
            return trading
        return trading & person("is_in_all_requirements_group", period)


class uc_self_employed_earnings_with_floor(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Self-employed earnings, raised to the minimum income floor where it applies"
    documentation = (
        "Earnings are raised to the person's floor, but in a couple only as far as the two "
        "floors together."
    )
    reference = f"{REGULATIONS}62"

    def formula(person, period):
        own = person("uc_self_employed_earnings", period)
        applies = person("minimum_income_floor_applies", period)
        if not applies.any():
            return own
        wages = person("uc_employed_earnings", period)
        floor = person("minimum_income_floor", period)
        adult = person("is_adult_in_award", period)
        unit = person.benunit
        others_income = unit.sum((own + wages) * adult) - (own + wages)
        couple_floor = unit.sum(floor * adult)
        couple = unit("is_couple", period)
        room = np.where(couple, np.maximum(couple_floor - others_income, 0.0), np.inf)
        raised = np.minimum(floor, room) - wages
        return np.where(applies, np.maximum(own, raised), own)


class uc_actual_earned_income(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Earned income of the award, without any minimum income floor"
    reference = f"{REGULATIONS}52"

    def formula(benunit, period):
        members = benunit.members
        each = members("uc_employed_earnings", period) + members(
            "uc_self_employed_earnings", period
        )
        return to_penny(benunit.sum(each * members("is_adult_in_award", period)))


class uc_earned_income(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Earned income of the award"
    reference = [f"{REGULATIONS}52", f"{REGULATIONS}62"]

    def formula(benunit, period):
        members = benunit.members
        each = members("uc_employed_earnings", period) + members(
            "uc_self_employed_earnings_with_floor", period
        )
        return to_penny(benunit.sum(each * members("is_adult_in_award", period)))


class has_work_allowance(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Somebody has LCW or LCWRA, or there is a child"
    reference = f"{REGULATIONS}22"

    def formula(benunit, period):
        limited = benunit.sum(benunit.members("has_lcw_or_lcwra", period)) > 0
        return limited | (benunit("number_of_children", period) > 0)


class uc_work_allowance(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Work allowance: earnings left alone before the taper"
    documentation = (
        "The lower amount where the award has a housing costs element, or for temporary "
        "accommodation; the higher otherwise, specified accommodation included."
    )
    reference = [
        f"{REGULATIONS}22",
        "https://www.legislation.gov.uk/uksi/2014/1230/regulation/5A",
    ]

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        temporary = benunit("tenure", period) == Tenure.temporary
        lower = temporary | (benunit("uc_housing_costs_element", period) > 0)
        amount = np.where(
            lower, rates(f"{UC}.work_allowance.lower"), rates(f"{UC}.work_allowance.higher")
        )
        return np.where(benunit("has_work_allowance", period), amount, 0.0)


class uc_earnings_over_work_allowance(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Earned income over the work allowance"
    reference = f"{REGULATIONS}22"

    def formula(benunit, period):
        over = benunit("uc_earned_income", period) - benunit("uc_work_allowance", period)
        return to_penny(np.maximum(over, 0.0))


class uc_earnings_deduction(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Taken off for earnings (the taper)"
    reference = f"{REGULATIONS}22"

    def formula(benunit, period):
        taper = uc_rates(benunit, period)(f"{UC}.taper.rate")
        return to_penny(taper * benunit("uc_earnings_over_work_allowance", period))


def _individual_threshold(person, period):
    """Pounds a month, not rounded."""
    week = person("individual_threshold_hours_per_week", period) * person(
        "minimum_wage_in_assessment_period", period
    )
    return week * WEEKS_PER_MONTH
