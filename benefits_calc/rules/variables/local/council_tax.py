"""The council tax bill: band, discounts and exemptions (LGFA 1992 Parts 1 and 2)."""

from __future__ import annotations

from datetime import date

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.calendar import years_between
from benefits_calc.rules.conversions import DAYS_PER_WEEK, MONTHS_PER_YEAR
from benefits_calc.rules.entities import BenUnit, Household, Person
from benefits_calc.rules.local_schemes.choices import CouncilTaxBand, CouncilTaxExemption
from benefits_calc.rules.local_schemes.methods import days_in_financial_year
from benefits_calc.rules.local_schemes.reading import of_household
from benefits_calc.rules.rates import Rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
BILL = "local.council_tax_bill"
LGFA = "https://www.legislation.gov.uk/ukpga/1992/14/"
EXEMPT_DWELLINGS = [
    "https://www.legislation.gov.uk/uksi/1992/558/article/3",
    "https://www.legislation.gov.uk/uksi/1997/728",
]
BANDS = "abcdefghi"
SCOTTISH_BANDS = "abcdefgh"


class council_tax_date(Variable):
    value_type = date
    entity = Household
    definition_period = MONTH
    label = "Day for which council tax is looked at: the benefit date of the first person"
    reference = f"{LGFA}section/2"

    def formula(household, period):
        return household.value_from_first_person(household.members.benunit("benefit_date", period))


class gets_benefit_for_severe_mental_impairment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets one of the benefits on which the severe mental impairment disregard depends"
    documentation = (
        "Daily living (PIP, ADP), DLA care middle or highest, Attendance Allowance, AFIP, ESA, or "
        "Universal Credit in payment with LCW or LCWRA."
    )
    reference = [
        "https://www.legislation.gov.uk/uksi/1992/548/article/3",
        "https://www.legislation.gov.uk/ssi/2003/176",
    ]

    def formula(person, period):
        capability = person("has_lcw_or_lcwra", period) & person.benunit(
            "is_entitled_to_universal_credit", period
        )
        return (
            person("gets_award_that_shields_housing", period)
            | person("has_armed_forces_independence_payment", period)
            | (person("new_style_esa", period) > 0)
            | capability
        )


class is_severely_mentally_impaired_for_council_tax(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Certified, and gets a benefit that the disregard depends on"
    reference = f"{LGFA}schedule/1/paragraph/2"

    def formula(person, period):
        certified = person("is_certified_severely_mentally_impaired", period)
        if not certified.any():
            return certified
        return certified & person("gets_benefit_for_severe_mental_impairment", period)


class is_disregarded_for_council_tax(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Does not count for the discount"
    documentation = "Student, severely mentally impaired, child benefit still payable, or other."
    reference = f"{LGFA}schedule/1"

    def formula(person, period):
        return (
            person("is_severely_mentally_impaired_for_council_tax", period)
            | person("is_student_for_council_tax", period)
            | person("is_qualifying_child", period)
            | person("is_disregarded_for_council_tax_otherwise", period)
        )


class is_resident_for_council_tax(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives in the home and has reached 18"
    reference = f"{LGFA}section/6"

    def formula(person, period):
        day = person.household("council_tax_date", period)
        return years_between(person("birth_date", period), day) >= Rates(person, day)(
            f"{BILL}.adult_age"
        )


class people_counted_for_council_tax(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "people"
    label = "Residents who count for the discount"
    reference = f"{LGFA}section/11"

    def formula(household, period):
        members = household.members
        counted = members("is_resident_for_council_tax", period) & ~members(
            "is_disregarded_for_council_tax", period
        )
        return household.sum(counted)


class council_tax_discount(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "/1"
    label = "Discount where one resident counts, or none"
    reference = [f"{LGFA}section/11", f"{LGFA}section/79"]

    def formula(household, period):
        rates = Rates(household, household("council_tax_date", period))
        counted = household("people_counted_for_council_tax", period)
        return np.select(
            [counted == 0, counted == 1],
            [
                rates(f"{BILL}.nobody_counted_discount"),
                rates("local.council_tax.single_adult_discount"),
            ],
            0.0,
        )


class has_stated_council_tax_exemption(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The council has exempted the home, and the ground still holds"
    reference = EXEMPT_DWELLINGS

    def formula(household, period):
        stated = household("council_tax_exemption", period)
        if not (stated != CouncilTaxExemption.none).any():
            return np.zeros(household.count, dtype=bool)
        for_impairment = stated == CouncilTaxExemption.severe_mental_impairment
        members = household.members
        holds = household.sum(members("gets_benefit_for_severe_mental_impairment", period)) > 0
        return (stated != CouncilTaxExemption.none) & (~for_impairment | holds)


class is_occupied_only_by_students(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Every resident is a student (class N)"
    reference = EXEMPT_DWELLINGS

    def formula(household, period):
        members = household.members
        adult = members("is_resident_for_council_tax", period)
        student = adult & members("is_student_for_council_tax", period)
        return (household.sum(student) > 0) & (household.sum(adult & ~student) == 0)


class is_occupied_only_by_severely_mentally_impaired(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Occupied only by severely mentally impaired people, or by them and students (class U)"
    documentation = (
        "Occupied only: a child in the home ends the exemption, and the discount of half, for a "
        "home where nobody counts, takes its place (SI 1999/536)."
    )
    reference = [*EXEMPT_DWELLINGS, "https://www.legislation.gov.uk/uksi/1999/536"]

    def formula(household, period):
        members = household.members
        impaired = members("is_severely_mentally_impaired_for_council_tax", period)
        if not impaired.any():
            return np.zeros(household.count, dtype=bool)
        other = ~impaired & ~members("is_student_for_council_tax", period)
        return (household.sum(impaired) > 0) & (household.sum(other) == 0)


class is_exempt_from_council_tax(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "No council tax is charged for the home"
    documentation = "A bill that is given shows that the council charges it, and stands."
    reference = EXEMPT_DWELLINGS

    def formula(household, period):
        by_facts = household("is_occupied_only_by_students", period) | household(
            "is_occupied_only_by_severely_mentally_impaired", period
        )
        given = household("is_council_tax_bill_given", period)
        return household("has_stated_council_tax_exemption", period) | (by_facts & ~given)


class council_tax_proportion_of_band_d(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "/1"
    label = "Share of the Band D charge that the home's band pays, one band lower for a disability"
    documentation = "0 where the band is not known."
    reference = [
        f"{LGFA}section/5",
        f"{LGFA}section/74",
        "https://www.legislation.gov.uk/uksi/1992/554",
    ]

    def formula(household, period):
        rates = Rates(household, household("council_tax_date", period))
        number = np.asarray(household("council_tax_band", period))
        lowered = household("has_disabled_band_reduction", period)
        scottish = household.value_from_first_person(
            household.members.benunit("lives_in_scotland", period)
        )
        # Position 0 is the step below band A, so that a lowered band A has its own proportion.
        position = number - lowered.astype(int)
        elsewhere = _proportions(rates, "england_and_wales", BANDS, position)
        in_scotland = _proportions(rates, "scotland", SCOTTISH_BANDS, position)
        return np.where(number > 0, np.where(scottish, in_scotland, elsewhere), 0.0)


class council_tax_of_home_per_year(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "GBP per year"
    label = "Council tax of the home after discounts, before council tax reduction"
    documentation = (
        "Rounded once, after the discount; councils that round each precept can differ by pence."
    )
    reference = f"{LGFA}section/10"

    def formula(household, period):
        band_d = household("council_tax_band_d_per_year", period)
        charge = band_d * household("council_tax_proportion_of_band_d", period)
        worked_out = to_penny(charge * (1 - household("council_tax_discount", period)))
        given = household("is_council_tax_bill_given", period)
        bill = np.where(given, household("council_tax_bill_given_per_year", period), worked_out)
        return np.where(household("is_exempt_from_council_tax", period), 0.0, bill)


class council_tax_bill_is_known(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "There is no bill, or its amount can be said"
    reference = f"{LGFA}section/10"

    def formula(benunit, period):
        band = of_household(benunit, "council_tax_band", period) != CouncilTaxBand.none.index
        band_d = of_household(benunit, "council_tax_band_d_per_year", period) > 0
        return (
            ~benunit("is_liable_for_council_tax", period)
            | (of_household(benunit, "is_council_tax_bill_given", period) > 0)
            | (of_household(benunit, "is_exempt_from_council_tax", period) > 0)
            | (band & band_d)
        )


class council_tax_bill_per_year(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per year"
    label = "Council tax bill, or the share of it of one of several liable"
    documentation = "0 without liability, and where the bill is not known."
    reference = [f"{LGFA}section/6", "https://www.legislation.gov.uk/uksi/2012/2886/schedule"]

    def formula(benunit, period):
        home = of_household(benunit, "council_tax_of_home_per_year", period)
        share = to_penny(home / benunit("people_liable_for_council_tax", period))
        return np.where(benunit("is_liable_for_council_tax", period), share, 0.0)


class council_tax_bill(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Council tax bill, after discounts and before council tax reduction"
    documentation = "A twelfth of the year's bill."
    reference = f"{LGFA}section/10"

    def formula(benunit, period):
        return to_penny(benunit("council_tax_bill_per_year", period) / MONTHS_PER_YEAR)


class council_tax_bill_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Council tax bill for a week: a year's days, times seven"
    documentation = "Not rounded: reductions are worked out for a day."
    reference = "https://www.legislation.gov.uk/uksi/2012/2886/schedule"

    def formula(benunit, period):
        days = days_in_financial_year(benunit("benefit_date", period))
        return benunit("council_tax_bill_per_year", period) / days * DAYS_PER_WEEK


def _proportions(rates, nation, bands, position):
    """Proportion of band D at each position; below band A stands at 0."""
    whole = rates(f"{BILL}.{nation}.d")
    parts = [rates(f"{BILL}.{nation}.below_a")]
    parts += [rates(f"{BILL}.{nation}.{band}") for band in bands]
    # A band that the nation does not have gives 0; the case model refuses it.
    found = np.zeros(len(position))
    for place, part in enumerate(parts):
        found = np.where(position == place, part / whole, found)
    return found
