"""PIP, ADP, DLA, CDP and Attendance Allowance: no means test and no hours test."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import (
    AttendanceAllowanceRate,
    CareComponent,
    DailyLiving,
    MobilityComponent,
    PipMobility,
)
from benefits_calc.rules.conversions import WEEKS_PER_MONTH
from benefits_calc.rules.entities import Person
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
PIP = "dwp.personal_independence_payment"
ADP = "social_security_scotland.adult_disability_payment"
DLA = "dwp.disability_living_allowance"
CDP = "social_security_scotland.child_disability_payment"


class pip_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Personal Independence Payment or Adult Disability Payment"
    reference = [
        "https://www.legislation.gov.uk/uksi/2013/377/regulation/24",
        "https://www.legislation.gov.uk/ssi/2022/54",
    ]

    def formula(person, period):
        daily_living, mobility = person("pip_daily_living", period), person("pip_mobility", period)
        if not ((daily_living != DailyLiving.none) | (mobility != PipMobility.none)).any():
            return np.zeros(person.count)
        rates = benefit_rates(person, period)
        scottish = person("has_adult_disability_payment", period)
        pip = _pip_rate(rates, PIP, daily_living, mobility)
        if not scottish.any():
            return pip
        return np.where(scottish, _pip_rate(rates, ADP, daily_living, mobility), pip)


class dla_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Disability Living Allowance or Child Disability Payment"
    reference = [
        "https://www.legislation.gov.uk/uksi/1991/2890/regulation/4",
        "https://www.legislation.gov.uk/ssi/2021/174",
    ]

    def formula(person, period):
        care, mobility = person("dla_care", period), person("dla_mobility", period)
        if not ((care != CareComponent.none) | (mobility != MobilityComponent.none)).any():
            return np.zeros(person.count)
        rates = benefit_rates(person, period)
        scottish = person("has_child_disability_payment", period)
        dla = _dla_rate(rates, DLA, care, mobility)
        if not scottish.any():
            return dla
        return np.where(scottish, _dla_rate(rates, CDP, care, mobility), dla)


class pip(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Personal Independence Payment"
    reference = "https://www.legislation.gov.uk/uksi/2013/377/regulation/24"

    def formula(person, period):
        month = to_penny(person("pip_per_week", period) * WEEKS_PER_MONTH)
        return np.where(person("has_adult_disability_payment", period), 0.0, month)


class adult_disability_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Adult Disability Payment"
    reference = "https://www.legislation.gov.uk/ssi/2022/54"

    def formula(person, period):
        month = to_penny(person("pip_per_week", period) * WEEKS_PER_MONTH)
        return np.where(person("has_adult_disability_payment", period), month, 0.0)


class disability_living_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Disability Living Allowance"
    reference = "https://www.legislation.gov.uk/uksi/1991/2890/regulation/4"

    def formula(person, period):
        month = to_penny(person("dla_per_week", period) * WEEKS_PER_MONTH)
        return np.where(person("has_child_disability_payment", period), 0.0, month)


class child_disability_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Child Disability Payment"
    reference = "https://www.legislation.gov.uk/ssi/2021/174"

    def formula(person, period):
        month = to_penny(person("dla_per_week", period) * WEEKS_PER_MONTH)
        return np.where(person("has_child_disability_payment", period), month, 0.0)


class attendance_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Attendance Allowance"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/65"

    def formula(person, period):
        rate = person("attendance_allowance_rate", period)
        if not (rate != AttendanceAllowanceRate.none).any():
            return np.zeros(person.count)
        rates = benefit_rates(person, period)
        week = np.select(
            [rate == AttendanceAllowanceRate.lower, rate == AttendanceAllowanceRate.higher],
            [rates("dwp.attendance_allowance.lower"), rates("dwp.attendance_allowance.higher")],
            0.0,
        )
        return to_penny(week * WEEKS_PER_MONTH)


def _pip_rate(rates, folder, daily_living, mobility):
    living = np.select(
        [daily_living == DailyLiving.standard, daily_living == DailyLiving.enhanced],
        [rates(f"{folder}.daily_living_standard"), rates(f"{folder}.daily_living_enhanced")],
        0.0,
    )
    moving = np.select(
        [mobility == PipMobility.standard, mobility == PipMobility.enhanced],
        [rates(f"{folder}.mobility_standard"), rates(f"{folder}.mobility_enhanced")],
        0.0,
    )
    return living + moving


def _dla_rate(rates, folder, care, mobility):
    caring = np.select(
        [care == CareComponent.lowest, care == CareComponent.middle, care == CareComponent.highest],
        [
            rates(f"{folder}.care_lowest"),
            rates(f"{folder}.care_middle"),
            rates(f"{folder}.care_highest"),
        ],
        0.0,
    )
    moving = np.select(
        [mobility == MobilityComponent.lower, mobility == MobilityComponent.higher],
        [rates(f"{folder}.mobility_lower"), rates(f"{folder}.mobility_higher")],
        0.0,
    )
    return caring + moving
