"""Deductions from the reduction for other adults in the home."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import CareComponent
from benefits_calc.rules.entities import BenUnit, Household, Person
from benefits_calc.rules.local_schemes.reading import SchemeRates, any_adult, of_household
from benefits_calc.rules.rounding import down_to_penny

MONTH = DateUnit.MONTH
PARAGRAPH_30 = "https://www.legislation.gov.uk/uksi/2012/2886/schedule/paragraph/30"
REFERENCES = [
    PARAGRAPH_30,
    "https://www.legislation.gov.uk/ssi/2021/249/regulation/90",
    "https://www.legislation.gov.uk/wsi/2013/3035",
]
MOST_BANDS = 10


class has_council_tax_deduction(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Another adult in the home for whom a deduction is made"
    documentation = (
        "Not under 18, a student, on Pension Credit or on Universal Credit without earnings, nor "
        "anyone left out for the discount; one deduction for a couple."
    )
    reference = REFERENCES

    def formula(person, period):
        other = person("lives_with_benunit_as_non_dependant", period)
        if not other.any():
            return other
        return (
            other
            & person("is_resident_for_council_tax", period)
            & ~person("is_exempt_from_non_dependant_deduction", period)
            & ~person("is_on_universal_credit_without_earnings", period)
            & ~person("is_disregarded_for_council_tax", period)
        )


class council_tax_deduction_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Deduction for this adult by the scheme's table"
    reference = REFERENCES

    def formula(person, period):
        due = person("has_council_tax_deduction", period)
        if not due.any():
            return np.zeros(person.count)
        rates = SchemeRates(
            person,
            person.household("council_tax_reduction_scheme_in_use", period),
            person.household("council_tax_date", period),
            lambda scheme: scheme.deductions and f"local.council_tax_reduction.{scheme.deductions}",
        )
        gross = down_to_penny(person("non_dependant_gross_income_per_week", period))
        hours = person("non_dependant_hours_per_week", period)
        works = (hours > 0) & (hours >= rates("non_dependant.work_hours"))
        amount = rates("non_dependant.band_0.amount")
        for band in range(1, MOST_BANDS):
            line = rates(f"non_dependant.band_{band}.threshold", default=np.inf)
            if np.isinf(line).all():
                break
            in_band = works & (gross >= line)
            amount = np.where(in_band, rates(f"non_dependant.band_{band}.amount"), amount)
        return np.where(due, amount, 0.0)


class people_with_council_tax_deduction(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "people"
    label = "Other adults in the home for whom a deduction is made"
    reference = REFERENCES

    def formula(household, period):
        return household.sum(household.members("has_council_tax_deduction", period))


class council_tax_deductions_of_home_per_week(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "GBP per week"
    label = "Deductions for all other adults in the home"
    reference = REFERENCES

    def formula(household, period):
        return household.sum(household.members("council_tax_deduction_per_week", period))


class is_exempt_from_council_tax_deductions(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "No deduction at all: claimant or partner is blind or gets a care or daily living award"
    documentation = "DLA care at any rate (paragraph 30(6))."
    reference = REFERENCES

    def formula(benunit, period):
        members = benunit.members
        return any_adult(
            benunit,
            members("gets_award_that_shields_housing", period)
            | (members("dla_care", period) != CareComponent.none)
            | members("is_severely_sight_impaired", period)
            | members("has_armed_forces_independence_payment", period),
        )


class council_tax_deductions_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Deductions for other adults, shared among those liable"
    reference = REFERENCES

    def formula(benunit, period):
        home = of_household(benunit, "council_tax_deductions_of_home_per_week", period)
        share = home / benunit("people_liable_for_council_tax", period)
        return np.where(benunit("is_exempt_from_council_tax_deductions", period), 0.0, share)
