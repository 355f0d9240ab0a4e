"""Applicable amount of premiums: everyone in Scotland, and elsewhere without Universal Credit.

Scotland takes limited capability from the Universal Credit decision where there is an award,
and otherwise, like everywhere else, from the Welfare Reform Act 2007 (ESA or credits).
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import (
    CareComponent,
    DailyLiving,
    MobilityComponent,
    PipMobility,
)
from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.local_schemes.reading import SchemeRates, any_adult, scheme_codes
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.weeks import of_claimant, of_couple

MONTH = DateUnit.MONTH
SCOTLAND = "https://www.legislation.gov.uk/ssi/2021/249/schedule/1/paragraph/"
DEFAULT_SCHEME = "https://www.legislation.gov.uk/uksi/2012/2886/schedule"
FULL_RATE_AGE = "dwp.housing_benefit.allowance.full_rate_age"


class council_tax_uses_universal_credit_capability(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Capability is that of the Universal Credit decision: Scotland, with an award"
    reference = [f"{SCOTLAND}12", f"{SCOTLAND}18"]

    def formula(benunit, period):
        return benunit("lives_in_scotland", period) & benunit(
            "has_universal_credit_for_council_tax", period
        )


class has_lcwra_for_council_tax(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Limited capability for work-related activity, as council tax reduction sees it"
    reference = f"{SCOTLAND}18"

    def formula(person, period):
        return np.where(
            person.benunit("council_tax_uses_universal_credit_capability", period),
            person("has_lcwra", period),
            person("has_lcwra_under_2007_act", period),
        )


class has_lcw_only_for_council_tax(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Limited capability for work alone, as council tax reduction sees it"
    reference = f"{SCOTLAND}18"

    def formula(person, period):
        by_universal_credit = person("has_lcw_or_lcwra", period) & ~person("has_lcwra", period)
        return np.where(
            person.benunit("council_tax_uses_universal_credit_capability", period),
            by_universal_credit,
            person("is_in_work_related_activity_group", period),
        )


class council_tax_personal_allowance(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Personal allowance"
    documentation = "A lone parent, or anyone past the assessment, has the full single amount."
    reference = [f"{SCOTLAND}1", DEFAULT_SCHEME]

    def formula(benunit, period):
        rates = amounts(benunit, period)
        members = benunit.members
        main_phase = members("has_lcwra_for_council_tax", period) | members(
            "has_lcw_only_for_council_tax", period
        )
        of_age = of_claimant(benunit, members("age_on_benefit_date", period)) >= benefit_rates(
            benunit, period
        )(FULL_RATE_AGE)
        full = (
            of_age
            | (benunit("number_of_children", period) > 0)
            | (of_claimant(benunit, main_phase) > 0)
        )
        return np.select(
            [benunit("is_couple", period), full],
            [rates("allowance.couple_18_or_over"), rates("allowance.single_25_or_over")],
            rates("allowance.single_under_25"),
        )


class council_tax_child_premiums(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Amounts for children, disabled children and their enhanced disability premium"
    reference = [f"{SCOTLAND}2", f"{SCOTLAND}3", DEFAULT_SCHEME]

    def formula(benunit, period):
        members = benunit.members
        child = members("is_qualifying_child", period)
        if not child.any():
            return np.zeros(benunit.count)
        rates = amounts(benunit, period)
        disabled = (
            (members("dla_care", period) != CareComponent.none)
            | (members("dla_mobility", period) != MobilityComponent.none)
            | (members("pip_daily_living", period) != DailyLiving.none)
            | (members("pip_mobility", period) != PipMobility.none)
            | members("is_severely_sight_impaired", period)
        )
        enhanced = members("gets_enhanced_disability_award", period)
        return (
            benunit.sum(child) * rates("allowance.child")
            + benunit.sum(child & disabled) * rates("premium.disabled_child")
            + benunit.sum(child & enhanced) * rates("premium.enhanced_disability_child")
        )


class brings_council_tax_carer_premium(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a carer's benefit, or in Scotland to the carer element of an award"
    reference = [f"{SCOTLAND}6", DEFAULT_SCHEME]

    def formula(person, period):
        unit = person.benunit
        element = (
            unit("council_tax_uses_universal_credit_capability", period)
            & (unit("uc_carer_element", period) > 0)
            & person("is_carer_for_universal_credit", period)
            & ~(person("uc_lcwra_element_for_person", period) > 0)
        )
        return person("is_adult_in_award", period) & (
            person("has_carers_benefit", period) | element
        )


class council_tax_carer_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Carer premium, for each carer of the couple"
    reference = [f"{SCOTLAND}5", DEFAULT_SCHEME]

    def formula(benunit, period):
        carers = of_couple(benunit, benunit.members("brings_council_tax_carer_premium", period))
        return carers * amounts(benunit, period)("premium.carer")


class council_tax_component(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Support component, or work-related activity component"
    documentation = (
        "One of them. The latter outside Scotland only with a claim from before 3 April 2017."
    )
    reference = [f"{SCOTLAND}18", DEFAULT_SCHEME]

    def formula(benunit, period):
        members = benunit.members
        support = any_adult(benunit, members("has_lcwra_for_council_tax", period))
        group = members("has_lcw_only_for_council_tax", period)
        kept = group & members("has_protected_work_related_activity_component", period)
        activity = np.where(
            benunit("lives_in_scotland", period),
            any_adult(benunit, group),
            any_adult(benunit, kept),
        )
        rates = amounts(benunit, period)
        return np.select(
            [support, activity],
            [rates("component.support"), rates("component.work_related_activity")],
            0.0,
        )


class is_barred_from_council_tax_disability_premium(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Limited capability takes the place of the disability premium"
    documentation = "Of either of a couple on Universal Credit in Scotland; else of the claimant."
    reference = [f"{SCOTLAND}12", DEFAULT_SCHEME]

    def formula(benunit, period):
        members = benunit.members
        by_award = any_adult(benunit, members("has_lcw_or_lcwra", period))
        by_2007_act = of_claimant(benunit, members("has_limited_capability_under_2007_act", period))
        return np.where(
            benunit("council_tax_uses_universal_credit_capability", period),
            by_award,
            by_2007_act > 0,
        )


class council_tax_disability_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Disability premium"
    reference = [f"{SCOTLAND}11", f"{SCOTLAND}12", DEFAULT_SCHEME]

    def formula(benunit, period):
        meets = any_adult(benunit, benunit.members("meets_disability_premium_condition", period))
        rates = amounts(benunit, period)
        amount = np.where(
            benunit("is_couple", period),
            rates("premium.disability_couple"),
            rates("premium.disability_single"),
        )
        barred = benunit("is_barred_from_council_tax_disability_premium", period)
        return np.where(meets & ~barred, amount, 0.0)


class council_tax_severe_disability_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Severe disability premium"
    documentation = (
        "Nobody of 18 or over lives there who is no partner and has no award or blindness; a "
        "couple needs the award for both, a blind partner left out; no paid carer."
    )
    reference = [f"{SCOTLAND}13", f"{SCOTLAND}17", DEFAULT_SCHEME]

    def formula(benunit, period):
        members = benunit.members
        award = members("gets_severe_disability_award", period)
        with_award = of_couple(benunit, award)
        if not with_award.any():
            return np.zeros(benunit.count)
        couple = benunit("is_couple", period)
        blind = of_couple(benunit, members("is_severely_sight_impaired", period) & ~award)
        carers = of_couple(benunit, award & members("is_cared_for_by_paid_carer", period))
        alone = benunit("non_dependants_barring_severe_disability_premium", period) == 0
        as_couple = alone & couple & (with_award == 2)
        as_single = alone & (with_award == 1) & (~couple | (blind == 1))
        rates = amounts(benunit, period)
        lower = rates("premium.severe_disability_single")
        return np.select(
            [as_couple & (carers == 0), as_couple & (carers == 1), as_single & (carers == 0)],
            [rates("premium.severe_disability_couple"), lower, lower],
            0.0,
        )


class council_tax_enhanced_disability_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Enhanced disability premium of the claimant or couple"
    documentation = (
        "By an award, or by LCWRA: of either of a couple on Universal Credit in Scotland, else of "
        "the claimant."
    )
    reference = [f"{SCOTLAND}14", DEFAULT_SCHEME]

    def formula(benunit, period):
        members = benunit.members
        award = any_adult(benunit, members("gets_enhanced_disability_award", period))
        lcwra = members("has_lcwra_for_council_tax", period)
        by_lcwra = np.where(
            benunit("council_tax_uses_universal_credit_capability", period),
            any_adult(benunit, lcwra),
            of_claimant(benunit, lcwra) > 0,
        )
        rates = amounts(benunit, period)
        amount = np.where(
            benunit("is_couple", period),
            rates("premium.enhanced_disability_couple"),
            rates("premium.enhanced_disability_single"),
        )
        return np.where(award | by_lcwra, amount, 0.0)


class council_tax_applicable_amount_by_premiums(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Applicable amount: allowances, premiums and component together"
    reference = ["https://www.legislation.gov.uk/ssi/2021/249/regulation/35", DEFAULT_SCHEME]

    def formula(benunit, period):
        if not needs_premiums(benunit, period).any():
            return np.zeros(benunit.count)
        return (
            benunit("council_tax_personal_allowance", period)
            + benunit("council_tax_child_premiums", period)
            + benunit("council_tax_carer_premium", period)
            + benunit("council_tax_component", period)
            + benunit("council_tax_disability_premium", period)
            + benunit("council_tax_severe_disability_premium", period)
            + benunit("council_tax_enhanced_disability_premium", period)
        )


def amounts(benunit, period) -> SchemeRates:
    """Allowances and premiums of each row's scheme on the benefit date, where they are held."""
    codes = scheme_codes(benunit, period)
    held = benunit("council_tax_scheme_has_the_method", period) & needs_premiums(benunit, period)
    return SchemeRates(
        benunit,
        np.where(held, codes, 0),
        benunit("benefit_date", period),
        lambda scheme: scheme.off_universal_credit,
    )


def needs_premiums(benunit, period):
    """Rows whose method compares income with allowances and premiums."""
    on_award = benunit("has_universal_credit_for_council_tax", period)
    scheme = scheme_codes(benunit, period) > 0
    return scheme & (~on_award | benunit("lives_in_scotland", period))
