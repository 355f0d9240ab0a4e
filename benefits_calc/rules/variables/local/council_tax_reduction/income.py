"""Income compared with the applicable amount of premiums."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.local_schemes.reading import any_adult, own_rates, scheme_codes
from benefits_calc.rules.rates import benefit_rates, uc_rates
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.weeks import of_couple, week_of

MONTH = DateUnit.MONTH
DISREGARD = "dwp.housing_benefit.earnings_disregard"
SCOTLAND = "https://www.legislation.gov.uk/ssi/2021/249/"
SCHEDULE_3 = f"{SCOTLAND}schedule/3/paragraph/"
DEFAULT_SCHEME = "https://www.legislation.gov.uk/uksi/2012/2886/schedule"


class council_tax_first_disregard_off_universal_credit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Earnings disregard without Universal Credit"
    documentation = (
        "The amounts of Housing Benefit. In Scotland permitted work is ignored up to its limit "
        "instead (Sch 3 para 12); that is not taken for granted elsewhere."
    )
    reference = [f"{SCHEDULE_3}4", f"{SCHEDULE_3}12", DEFAULT_SCHEME]

    def formula(benunit, period):
        return np.where(
            benunit("lives_in_scotland", period),
            benunit("hb_first_earnings_disregard", period),
            benunit("hb_standard_earnings_disregard", period),
        )


class council_tax_additional_disregard(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Additional disregard for hours, without Universal Credit"
    documentation = (
        "Only where earnings reach the other disregards, childcare and this together. Never with "
        "an award: Sch 3 para 15 is for earnings under regulation 50."
    )
    reference = [f"{SCHEDULE_3}15", DEFAULT_SCHEME]

    def formula(benunit, period):
        amount = benefit_rates(benunit, period)(f"{DISREGARD}.additional")
        needed = (
            benunit("council_tax_first_disregard_off_universal_credit", period)
            + benunit("hb_childcare_disregard", period)
            + amount
        )
        enough = to_penny(benunit("hb_net_earnings_per_week", period)) >= to_penny(needed)
        return np.where(enough & benunit("meets_additional_disregard_hours", period), amount, 0.0)


class council_tax_income_off_universal_credit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Income without Universal Credit: net earnings less disregards, other and tariff income"
    documentation = (
        "Childcare comes off earnings; in Scotland off the whole income (regulation 38(2))."
    )
    reference = [f"{SCOTLAND}regulation/38", DEFAULT_SCHEME]

    def formula(benunit, period):
        earnings = np.maximum(
            benunit("hb_net_earnings_per_week", period)
            - benunit("council_tax_first_disregard_off_universal_credit", period)
            - benunit("council_tax_additional_disregard", period),
            0.0,
        )
        childcare = benunit("hb_childcare_disregard", period)
        other = of_couple(benunit, benunit.members("hb_other_income_of_person", period)) + benunit(
            "hb_tariff_income_per_week", period
        )
        return np.where(
            benunit("lives_in_scotland", period),
            np.maximum(earnings + other - childcare, 0.0),
            np.maximum(earnings - childcare, 0.0) + other,
        )


class scottish_council_tax_disregard(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Earnings disregard in Scotland with Universal Credit"
    documentation = (
        "Lone parent; LCW, LCWRA, component, disability or severe disability premium; carer; "
        "couple; single. Permitted work on contributory ESA or its credits instead, but not below "
        "a lone parent's amount."
    )
    reference = [f"{SCHEDULE_3}4", f"{SCHEDULE_3}5", f"{SCHEDULE_3}6", f"{SCHEDULE_3}12"]

    def formula(benunit, period):
        members = benunit.members
        rates = benefit_rates(benunit, period)
        higher = rates(f"{DISREGARD}.disabled_or_carer")
        disabled = (
            any_adult(benunit, members("has_lcw_or_lcwra", period))
            | (benunit("council_tax_disability_premium", period) > 0)
            | (benunit("council_tax_severe_disability_premium", period) > 0)
        )
        parent = benunit("is_lone_parent", period)
        earned = week_of(
            members("uc_employed_earnings", period)
            + members("uc_self_employed_earnings_with_floor", period)
        )
        carer = members("brings_council_tax_carer_premium", period)
        of_couple_amount = rates(f"{DISREGARD}.couple")
        by_carers = np.minimum(of_couple(benunit, earned * carer), higher)
        by_other = np.minimum(of_couple(benunit, earned * ~carer), of_couple_amount)
        for_carers = by_carers + np.minimum(by_other, higher - by_carers)
        standard = np.select(
            [parent, disabled, of_couple(benunit, carer) > 0, benunit("is_couple", period)],
            [rates(f"{DISREGARD}.lone_parent"), higher, for_carers, of_couple_amount],
            rates(f"{DISREGARD}.single"),
        )
        exempt = any_adult(benunit, members("does_exempt_work_for_housing_benefit", period))
        if not exempt.any():
            return standard
        permitted = benunit("hb_permitted_work_disregard", period)
        return np.where(exempt & ~(parent & (permitted < standard)), permitted, standard)


class scottish_council_tax_childcare(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Childcare charges that the childcare costs element stands for, up to the maximum"
    documentation = "The element divided by its rate, for a week, to the penny (regulation 78(3))."
    reference = [f"{SCOTLAND}regulation/42", f"{SCOTLAND}regulation/78"]

    def formula(benunit, period):
        element = benunit("uc_childcare_element", period)
        if not element.any():
            return np.zeros(benunit.count)
        charges = to_penny(
            week_of(element / uc_rates(benunit, period)("dwp.universal_credit.childcare.rate"))
        )
        paid = benunit.members("childcare_charges_per_month", period) * benunit.members(
            "is_qualifying_child", period
        )
        rates = own_rates(benunit, period)
        most = np.where(
            benunit.sum(paid > 0) > 1,
            rates("childcare.two_or_more_children"),
            rates("childcare.one_child"),
        )
        return np.minimum(charges, most)


class scottish_council_tax_universal_credit_counted(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Universal Credit that counts as income in Scotland"
    documentation = (
        "With a child element: the child, disabled child, childcare and transitional elements, "
        "or the award if less. With a transitional element alone: that. Otherwise none of it. An "
        "award that the benefit cap takes lower counts as it is (regulation 57(2)(d))."
    )
    reference = f"{SCOTLAND}regulation/57"

    def formula(benunit, period):
        before_cap = benunit("uc_award_before_cap", period)
        award = before_cap - benunit("benefit_cap_reduction", period)
        transitional = benunit("transitional_element", period)
        child = benunit("uc_child_element", period)
        elements = (
            child
            + benunit("uc_disabled_child_element", period)
            + benunit("uc_childcare_element", period)
            + transitional
        )
        capped = benunit("benefit_cap_reduction", period) > 0
        alone = np.where(capped, np.minimum(transitional, award), transitional)
        counted = np.where(child > 0, np.minimum(elements, award), alone)
        # In a bridged nil month the method goes on with no award to count.
        return np.where(before_cap > 0, counted, 0.0)


class scottish_council_tax_income_on_universal_credit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Income in Scotland with Universal Credit"
    reference = [f"{SCOTLAND}regulation/42", f"{SCOTLAND}regulation/43"]

    def formula(benunit, period):
        on_award = benunit("council_tax_uses_universal_credit_capability", period)
        if not (on_award & (scheme_codes(benunit, period) > 0)).any():
            return np.zeros(benunit.count)
        earned = week_of(benunit("uc_earned_income", period)) - benunit(
            "scottish_council_tax_disregard", period
        )
        unearned = week_of(
            benunit("uc_unearned_income", period)
            + benunit("uc_tariff_income", period)
            + benunit("scottish_council_tax_universal_credit_counted", period)
        )
        childcare = benunit("scottish_council_tax_childcare", period)
        return np.maximum(np.maximum(earned, 0.0) + unearned - childcare, 0.0)
