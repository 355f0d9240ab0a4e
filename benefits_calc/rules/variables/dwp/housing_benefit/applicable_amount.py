"""The applicable amount: allowances, premiums and component (HB Regs 2006 Part 5, Sch 3).

Limited capability here is that of the Welfare Reform Act 2007 (regulation 2(1)): an ESA or
credits decision. A Universal Credit decision alone gives no component and does not bar the
disability premium.
"""

from __future__ import annotations

from datetime import date

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.calendar import as_integer_day
from benefits_calc.rules.choices import (
    CareComponent,
    DailyLiving,
    MobilityComponent,
    NewStyleEsaGroup,
    PipMobility,
    WorkCapability,
)
from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.rates import Rates
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.weeks import of_claimant, of_couple, of_partner

MONTH = DateUnit.MONTH
HB = "dwp.housing_benefit"
ALLOWANCE = f"{HB}.allowance"
PREMIUM = f"{HB}.premium"
COMPONENT = f"{HB}.component"
SCHEDULE_3 = "https://www.legislation.gov.uk/uksi/2006/213/schedule/3/paragraph/"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2006/213/regulation/"


class housing_benefit_rates_date(Variable):
    value_type = date
    entity = BenUnit
    definition_period = MONTH
    label = "Day whose amounts Housing Benefit uses"
    documentation = (
        "Yearly amounts change on 1 April, but on the first Monday in April where rent falls due "
        "by the week; till then the amounts of 31 March stay."
    )
    reference = f"{REGULATIONS}79"

    def formula(benunit, period):
        day = benunit("benefit_date", period)
        weekly = benunit("rent_is_charged_weekly", period)
        if not weekly.any():
            return day
        changes = Rates(benunit, day)(f"{HB}.means_test.weekly_rent_uprating_day")
        before = weekly & (as_integer_day(day) < changes)
        last_of_march = day.astype("datetime64[M]").astype("datetime64[D]") - np.timedelta64(1, "D")
        return np.where(before, last_of_march, day)


class has_limited_capability_under_2007_act(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has, or is treated as having, limited capability for work for ESA or credits"
    documentation = (
        "The assessment phase counts. Work over the permitted limits ends it (ESA Regs reg 38)."
    )
    reference = f"{SCHEDULE_3}13"

    def formula(person, period):
        esa = person("new_style_esa_group", period) != NewStyleEsaGroup.none
        credits_decision = person("credits_only_work_capability", period)
        credited = (credits_decision == WorkCapability.lcw) | (
            credits_decision == WorkCapability.lcwra
        )
        found = esa | credited
        if not found.any():
            return found
        return found & person("is_within_permitted_work", period)


class has_lcwra_under_2007_act(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has limited capability for work-related activity for ESA or credits"
    reference = f"{SCHEDULE_3}21"

    def formula(person, period):
        support = (person("new_style_esa_group", period) == NewStyleEsaGroup.support) | (
            person("credits_only_work_capability", period) == WorkCapability.lcwra
        )
        return support & person("has_limited_capability_under_2007_act", period)


class is_in_work_related_activity_group(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Member of the work-related activity group, by an ESA or credits decision"
    reference = f"{SCHEDULE_3}21"

    def formula(person, period):
        group = (person("new_style_esa_group", period) == NewStyleEsaGroup.work_related) | (
            person("credits_only_work_capability", period) == WorkCapability.lcw
        )
        return (
            group
            & person("has_limited_capability_under_2007_act", period)
            & ~person("has_lcwra_under_2007_act", period)
        )


class meets_disability_premium_condition(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets PIP, ADP, DLA, Attendance Allowance or AFIP at any rate, or is blind"
    reference = f"{SCHEDULE_3}13"

    def formula(person, period):
        return (
            person("gets_disability_benefit", period)
            | person("has_armed_forces_independence_payment", period)
            | person("is_severely_sight_impaired", period)
        )


class gets_severe_disability_award(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets daily living, DLA care middle or highest, Attendance Allowance or AFIP"
    reference = f"{SCHEDULE_3}14"

    def formula(person, period):
        return person("gets_award_that_shields_housing", period) | person(
            "has_armed_forces_independence_payment", period
        )


class gets_enhanced_disability_award(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets enhanced daily living, DLA care at the highest rate, or AFIP"
    reference = f"{SCHEDULE_3}15"

    def formula(person, period):
        return (
            (person("pip_daily_living", period) == DailyLiving.enhanced)
            | (person("dla_care", period) == CareComponent.highest)
            | person("has_armed_forces_independence_payment", period)
        )


class hb_personal_allowance(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Personal allowance of the claimant or couple"
    documentation = "Main phase ESA brings the full allowance whatever the claimant's age."
    reference = f"{SCHEDULE_3}1"

    def formula(benunit, period):
        rates = hb_rates(benunit, period)
        members = benunit.members
        age = members("age_on_benefit_date", period)
        claimant_age = of_claimant(benunit, age)
        main_phase = of_claimant(
            benunit,
            members("has_lcwra_under_2007_act", period)
            | members("is_in_work_related_activity_group", period),
        )
        adult = rates(f"{ALLOWANCE}.adult_age")
        grown = claimant_age >= adult
        either_grown = grown | (of_partner(benunit, age) >= adult)
        full_age = claimant_age >= rates(f"{ALLOWANCE}.full_rate_age")
        couple = benunit("is_couple", period)
        parent = benunit("number_of_children", period) > 0
        full = np.where(couple, either_grown, np.where(parent, grown, full_age)) | (main_phase > 0)
        return np.select(
            [couple & full, couple, parent & full, parent, full],
            [
                rates(f"{ALLOWANCE}.couple_18_or_over"),
                rates(f"{ALLOWANCE}.couple_under_18"),
                rates(f"{ALLOWANCE}.lone_parent_18_or_over"),
                rates(f"{ALLOWANCE}.lone_parent_under_18"),
                rates(f"{ALLOWANCE}.single_25_or_over"),
            ],
            rates(f"{ALLOWANCE}.single_under_25"),
        )


class hb_child_allowances(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Amounts for children and young persons"
    documentation = "Up to two in all until 5 April 2026."
    reference = [f"{SCHEDULE_3}2", f"{REGULATIONS}22"]

    def formula(benunit, period):
        children = benunit("number_of_children", period)
        if not children.any():
            return np.zeros(benunit.count)
        rates = hb_rates(benunit, period)
        # The limit went on its own day, not with the year's amounts.
        most = Rates(benunit, benunit("benefit_date", period))(f"{ALLOWANCE}.children_counted")
        return np.minimum(children, most) * rates(f"{ALLOWANCE}.child")


class hb_family_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Family premium, kept by awards from before 1 May 2016"
    reference = f"{SCHEDULE_3}3"

    def formula(benunit, period):
        kept = benunit("has_protected_family_premium", period) & (
            benunit("number_of_children", period) > 0
        )
        return np.where(kept, hb_rates(benunit, period)(f"{PREMIUM}.family"), 0.0)


class hb_disability_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Disability premium"
    documentation = (
        "Not where the claimant has limited capability for work by an ESA or credits decision "
        "(para 13(9)); a Universal Credit decision does not bar it."
    )
    reference = [f"{SCHEDULE_3}12", f"{SCHEDULE_3}13"]

    def formula(benunit, period):
        members = benunit.members
        meets = of_couple(benunit, members("meets_disability_premium_condition", period)) > 0
        barred = of_claimant(benunit, members("has_limited_capability_under_2007_act", period)) > 0
        rates = hb_rates(benunit, period)
        amount = np.where(
            benunit("is_couple", period),
            rates(f"{PREMIUM}.disability_couple"),
            rates(f"{PREMIUM}.disability_single"),
        )
        return np.where(meets & ~barred, amount, 0.0)


class non_dependants_barring_severe_disability_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "people"
    label = "Other adults in the home, those with a qualifying award or blind left out"
    reference = f"{SCHEDULE_3}14"

    def formula(benunit, period):
        members = benunit.members
        person_counts = members.household.members("bars_severe_disability_premium", period)
        in_home = members.household.sum(person_counts)
        return of_claimant(benunit, in_home)


class bars_severe_disability_premium(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Non-dependant of 18 or over without a qualifying award and not blind"
    reference = f"{SCHEDULE_3}14"

    def formula(person, period):
        grown = person("age_on_benefit_date", period) >= Rates(
            person, person.benunit("benefit_date", period)
        )(f"{HB}.non_dependant.minimum_age")
        return (
            person("lives_with_benunit_as_non_dependant", period)
            & grown
            & ~person("gets_severe_disability_award", period)
            & ~person("is_severely_sight_impaired", period)
        )


class hb_severe_disability_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Severe disability premium"
    documentation = (
        "A couple needs the award for both; a partner who is blind without one is left out of "
        "account. The lower amount where somebody is paid to care for one of the two."
    )
    reference = [f"{SCHEDULE_3}14", f"{SCHEDULE_3}20"]

    def formula(benunit, period):
        members = benunit.members
        award = members("gets_severe_disability_award", period)
        with_award = of_couple(benunit, award)
        if not with_award.any():
            return np.zeros(benunit.count)
        rates = hb_rates(benunit, period)
        blind_without = of_couple(benunit, members("is_severely_sight_impaired", period) & ~award)
        cared_for = members("is_cared_for_by_paid_carer", period)
        couple = benunit("is_couple", period)
        both = couple & (with_award == 2)
        alone = (~couple | (blind_without == 1)) & (with_award == 1)
        carers = of_couple(benunit, cared_for & award)
        free = benunit("non_dependants_barring_severe_disability_premium", period) == 0
        both, alone = free & both, free & alone
        lower = rates(f"{PREMIUM}.severe_disability_single")
        return np.select(
            [both & (carers == 0), both & (carers == 1), alone & (carers == 0)],
            [rates(f"{PREMIUM}.severe_disability_couple"), lower, lower],
            0.0,
        )


class hb_enhanced_disability_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Enhanced disability premium of the claimant or couple"
    reference = [f"{SCHEDULE_3}15", f"{SCHEDULE_3}20"]

    def formula(benunit, period):
        members = benunit.members
        by_award = of_couple(benunit, members("gets_enhanced_disability_award", period)) > 0
        by_lcwra = of_claimant(benunit, members("has_lcwra_under_2007_act", period)) > 0
        rates = hb_rates(benunit, period)
        amount = np.where(
            benunit("is_couple", period),
            rates(f"{PREMIUM}.enhanced_disability_couple"),
            rates(f"{PREMIUM}.enhanced_disability_single"),
        )
        return np.where(by_award | by_lcwra, amount, 0.0)


class hb_child_premiums(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Disabled child premium and enhanced disability premium of children"
    reference = [f"{SCHEDULE_3}15", f"{SCHEDULE_3}16"]

    def formula(benunit, period):
        members = benunit.members
        child = members("is_qualifying_child", period)
        if not child.any():
            return np.zeros(benunit.count)
        rates = hb_rates(benunit, period)
        disabled = (
            (members("dla_care", period) != CareComponent.none)
            | (members("dla_mobility", period) != MobilityComponent.none)
            | (members("pip_daily_living", period) != DailyLiving.none)
            | (members("pip_mobility", period) != PipMobility.none)
            | members("has_armed_forces_independence_payment", period)
            | members("is_severely_sight_impaired", period)
        )
        enhanced = members("gets_enhanced_disability_award", period)
        return benunit.sum(child & disabled) * rates(f"{PREMIUM}.disabled_child") + benunit.sum(
            child & enhanced
        ) * rates(f"{PREMIUM}.enhanced_disability_child")


class hb_carer_premium(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Carer premium, one for each of the couple entitled to a carer's benefit"
    documentation = "Entitlement that another benefit overlaps counts."
    reference = f"{SCHEDULE_3}17"

    def formula(benunit, period):
        carers = of_couple(benunit, benunit.members("has_carers_benefit", period))
        return carers * hb_rates(benunit, period)(f"{PREMIUM}.carer")


class hb_support_component(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Support component"
    reference = f"{SCHEDULE_3}24"

    def formula(benunit, period):
        lcwra = of_couple(benunit, benunit.members("has_lcwra_under_2007_act", period)) > 0
        return np.where(lcwra, hb_rates(benunit, period)(f"{COMPONENT}.support"), 0.0)


class hb_work_related_activity_component(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Work-related activity component, kept by claims from before 3 April 2017"
    documentation = "Never beside the support component."
    reference = f"{SCHEDULE_3}23"

    def formula(benunit, period):
        members = benunit.members
        kept = members("has_protected_work_related_activity_component", period) & members(
            "is_in_work_related_activity_group", period
        )
        entitled = (of_couple(benunit, kept) > 0) & (benunit("hb_support_component", period) == 0)
        amount = hb_rates(benunit, period)(f"{COMPONENT}.work_related_activity")
        return np.where(entitled, amount, 0.0)


class hb_applicable_amount(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Applicable amount: what the law takes a household to need beside rent"
    reference = f"{REGULATIONS}22"

    def formula(benunit, period):
        parts = (
            "hb_personal_allowance",
            "hb_child_allowances",
            "hb_family_premium",
            "hb_disability_premium",
            "hb_severe_disability_premium",
            "hb_enhanced_disability_premium",
            "hb_child_premiums",
            "hb_carer_premium",
            "hb_support_component",
            "hb_work_related_activity_component",
        )
        return to_penny(sum(benunit(part, period) for part in parts))


def hb_rates(benunit, period):
    """Amounts in force for the benefit unit's kind of rent."""
    return Rates(benunit, benunit("housing_benefit_rates_date", period))
