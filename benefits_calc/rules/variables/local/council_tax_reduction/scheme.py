"""Which scheme is in use, and whether it can answer for these facts."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit, Household
from benefits_calc.rules.local_schemes.reading import (
    any_adult,
    of_household,
    own_rates,
    scheme_codes,
    scheme_of_rows,
)

MONTH = DateUnit.MONTH
LGFA = "https://www.legislation.gov.uk/ukpga/1992/14/"


class council_tax_reduction_scheme_in_use(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Number of the scheme in the registry, counted from 1; 0 outside its dates or without"
    reference = f"{LGFA}section/13A"

    def formula(household, period):
        codes = np.asarray(household("council_tax_reduction_scheme", period)).astype(int)
        day = household("council_tax_date", period)
        in_force = np.zeros(household.count, dtype=bool)
        for scheme, rows in scheme_of_rows(codes):
            first, last = np.datetime64(scheme.first_day), np.datetime64(scheme.last_day)
            in_force |= rows & (day >= first) & (day <= last)
        return np.where(in_force, codes, 0)


class has_universal_credit_for_council_tax(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Has an award of Universal Credit as council tax reduction sees it"
    documentation = (
        "An award cut to nil by the cap or a sanction is one. In Scotland so is a nil month that "
        "DWP may treat as claimed; elsewhere nothing bridges it."
    )
    reference = [
        "https://www.legislation.gov.uk/uksi/2012/2886/schedule/paragraph/37",
        "https://www.legislation.gov.uk/ssi/2025/24/regulation/9",
    ]

    def formula(benunit, period):
        bridged = benunit("has_bridged_nil_universal_credit_award", period)
        return benunit("is_entitled_to_universal_credit", period) | (
            bridged & benunit("lives_in_scotland", period)
        )


class council_tax_reduction_capital_limit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP"
    label = "Savings over which there is no reduction"
    reference = "https://www.legislation.gov.uk/uksi/2012/2886/schedule/paragraph/23"

    def formula(benunit, period):
        codes = scheme_codes(benunit, period)
        rates = own_rates(benunit, period)
        limit = rates("capital_limit", default=np.inf)
        groups = benunit("council_tax_reduction_group", period)
        for scheme, rows in scheme_of_rows(codes):
            for number, group in enumerate(scheme.groups):
                of_group = rates(f"group.{group.name}.capital_limit", default=np.inf)
                limit = np.where(rows & (groups == number), of_group, limit)
        return limit


class has_too_much_capital_for_council_tax_reduction(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Savings are over the scheme's limit"
    reference = "https://www.legislation.gov.uk/uksi/2012/2886/schedule/paragraph/23"

    def formula(benunit, period):
        return benunit("capital", period) > benunit("council_tax_reduction_capital_limit", period)


class is_outside_working_age_council_tax_schemes(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Pension age without Universal Credit, or a student: other rules, not held"
    reference = [
        "https://www.legislation.gov.uk/uksi/2012/2885/regulation/3",
        "https://www.legislation.gov.uk/uksi/2012/2886/schedule/paragraph/24",
    ]

    def formula(benunit, period):
        members = benunit.members
        day = benunit.project(benunit("benefit_date", period))
        pension_age = any_adult(benunit, members("pension_age_date", period) <= day)
        student = any_adult(benunit, members("is_student_for_council_tax", period))
        return (pension_age & ~benunit("has_universal_credit_for_council_tax", period)) | student


class council_tax_scheme_has_the_method(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "The scheme's figures are held for somebody with, or without, Universal Credit"
    reference = f"{LGFA}section/13A"

    def formula(benunit, period):
        held = benunit("has_universal_credit_for_council_tax", period).copy()
        day = benunit("benefit_date", period)
        for scheme, rows in scheme_of_rows(scheme_codes(benunit, period)):
            if scheme.off_universal_credit_from is not None:
                held |= rows & (day >= np.datetime64(scheme.off_universal_credit_from))
        return held


class council_tax_deductions_are_held(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "No deduction is due for other adults, or the scheme's table of them is held"
    reference = "https://www.legislation.gov.uk/uksi/2012/2886/schedule/paragraph/30"

    def formula(benunit, period):
        due = (of_household(benunit, "people_with_council_tax_deduction", period) > 0) & ~benunit(
            "is_exempt_from_council_tax_deductions", period
        )
        held = ~due
        for scheme, rows in scheme_of_rows(scheme_codes(benunit, period)):
            if scheme.deductions is not None:
                held |= rows
        return held


class is_among_those_whom_the_scheme_leaves_open(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "The scheme treats this household in a way that is not held"
    documentation = "The variables named under not_known_for in the registry."
    reference = f"{LGFA}section/13A"

    def formula(benunit, period):
        left_open = np.zeros(benunit.count, dtype=bool)
        for scheme, rows in scheme_of_rows(scheme_codes(benunit, period)):
            for name in scheme.not_known_for:
                left_open |= rows & benunit(name, period)
        return left_open


class council_tax_reduction_is_known(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "The reduction can be said; otherwise ask the council"
    documentation = "Where false, council_tax_reduction is 0 and must not be shown as an amount."
    reference = f"{LGFA}section/13A"

    def formula(benunit, period):
        billed = benunit("council_tax_bill_is_known", period)
        no_bill = billed & (benunit("council_tax_bill_per_year", period) == 0)
        scheme = scheme_codes(benunit, period) > 0
        if not scheme.any():
            return no_bill
        answered = (
            benunit("council_tax_scheme_has_the_method", period)
            & benunit("council_tax_deductions_are_held", period)
            & benunit("council_tax_bands_are_held", period)
            & ~benunit("is_among_those_whom_the_scheme_leaves_open", period)
        )
        working_age = ~benunit("is_outside_working_age_council_tax_schemes", period)
        too_rich = benunit("has_too_much_capital_for_council_tax_reduction", period)
        return no_bill | (billed & scheme & working_age & (too_rich | answered))
