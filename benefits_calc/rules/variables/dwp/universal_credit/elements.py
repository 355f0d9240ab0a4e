"""The elements of the maximum amount, housing apart (UC Regs 2013 Part 4)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.calendar import as_integer_day
from benefits_calc.rules.choices import (
    CareComponent,
    DailyLiving,
    MobilityComponent,
    PipMobility,
    WorkCapability,
)
from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.rates import uc_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
UC = "dwp.universal_credit"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"


class is_couple(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Joint claimants"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/39"

    def formula(benunit, period):
        return benunit.nb_persons(BenUnit.PARTNER) > 0


class uc_standard_allowance(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Standard allowance"
    reference = f"{REGULATIONS}36"

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        allowance = f"{UC}.standard_allowance"
        of_age = benunit.members("age", period) >= _on_members(
            benunit, rates(f"{allowance}.adult_rate_age")
        )
        adult = benunit.members("is_adult_in_award", period)
        any_of_age = benunit.sum(of_age & adult) > 0
        couple = benunit("is_couple", period)
        return np.select(
            [couple & any_of_age, couple, any_of_age],
            [
                rates(f"{allowance}.couple_25_or_over"),
                rates(f"{allowance}.couple_under_25"),
                rates(f"{allowance}.single_25_or_over"),
            ],
            rates(f"{allowance}.single_under_25"),
        )


class is_qualifying_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Child or qualifying young person for whom the claimant is responsible"
    documentation = (
        "A child under 16; to 31 August after the 16th birthday; and, in approved education, "
        "to 31 August after the 19th birthday."
    )
    reference = f"{REGULATIONS}5"

    def formula(person, period):
        rates = uc_rates(person, period)
        child = person.has_role(BenUnit.CHILD)
        end = person.benunit("assessment_period_end", period)
        born = person("birth_date", period)
        child_under_age = rates(f"{UC}.child.child_under_age")
        last_age = rates(f"{UC}.child.qualifying_young_person_last_age")
        young = end < _september_after(born, child_under_age)
        studying = person("is_in_approved_education", period) & (
            end < _september_after(born, last_age)
        )
        return child & (young | studying)


class is_in_approved_education(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In approved training or education that is not advanced"
    reference = f"{REGULATIONS}5"


class number_of_children(Variable):
    value_type = int
    entity = BenUnit
    definition_period = MONTH
    unit = "children"
    label = "Children and qualifying young persons"
    reference = f"{REGULATIONS}4"

    def formula(benunit, period):
        return benunit.sum(benunit.members("is_qualifying_child", period))


class uc_child_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Child element"
    documentation = (
        "The first child's higher rate goes with a birth before 6 April 2017. Until assessment "
        "periods from 6 April 2026 later births counted only up to two children in all."
    )
    reference = [f"{REGULATIONS}24", "https://www.legislation.gov.uk/ukpga/2026/13"]

    def formula(benunit, period):
        children = benunit("number_of_children", period)
        if not children.any():
            return np.zeros(benunit.count)
        rates = uc_rates(benunit, period)
        born = as_integer_day(benunit.members("birth_date", period))
        line = _on_members(benunit, rates(f"{UC}.child.first_child_higher_rate_born_before"))
        earlier = benunit.sum(benunit.members("is_qualifying_child", period) & (born < line))
        limit = rates(f"{UC}.child.two_child_limit")
        later_counted = np.minimum(children - earlier, np.maximum(limit - earlier, 0))
        counted = earlier + later_counted
        other = rates(f"{UC}.child.other")
        first = np.where(earlier > 0, rates(f"{UC}.child.first_born_before_6_april_2017"), other)
        return np.where(counted > 0, first + (counted - 1) * other, 0.0)


class uc_disabled_child_addition(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Disabled child addition"
    reference = f"{REGULATIONS}24"

    def formula(person, period):
        child = person("is_qualifying_child", period)
        if not child.any():
            return np.zeros(person.count)
        rates = uc_rates(person, period)
        care = person("dla_care", period)
        daily_living = person("pip_daily_living", period)
        higher = (
            (care == CareComponent.highest)
            | (daily_living == DailyLiving.enhanced)
            | person("is_severely_sight_impaired", period)
        )
        lower = (
            (care != CareComponent.none)
            | (person("dla_mobility", period) != MobilityComponent.none)
            | (daily_living != DailyLiving.none)
            | (person("pip_mobility", period) != PipMobility.none)
        )
        amount = np.select(
            [higher, lower],
            [rates(f"{UC}.disabled_child.higher"), rates(f"{UC}.disabled_child.lower")],
            0.0,
        )
        return np.where(child, amount, 0.0)


class uc_disabled_child_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Disabled child additions"
    reference = f"{REGULATIONS}24"

    def formula(benunit, period):
        return benunit.sum(benunit.members("uc_disabled_child_addition", period))


class has_lcwra(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has limited capability for work and work-related activity"
    reference = f"{REGULATIONS}40"

    def formula(person, period):
        adult = person("is_adult_in_award", period)
        return adult & (person("work_capability", period) == WorkCapability.lcwra)


class has_lcw_or_lcwra(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has limited capability for work, with or without work-related activity"
    reference = f"{REGULATIONS}39"

    def formula(person, period):
        adult = person("is_adult_in_award", period)
        lcw = person("work_capability", period) == WorkCapability.lcw
        return person("has_lcwra", period) | (adult & lcw)


class has_break_that_ends_protection(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "A break in the award that ends the protected LCWRA rate"
    documentation = "A break for earnings is harmless only if it ended within six months."
    reference = f"{REGULATIONS}27A"

    def formula(benunit, period):
        months = uc_rates(benunit, period)(f"{UC}.lcwra.pre_2026_gap_months")
        too_long = benunit("longest_break_for_earnings_months", period) > months
        return too_long | benunit("has_break_for_reason_other_than_earnings", period)


class has_protected_lcwra_rate(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the protected rate of the LCWRA element"
    documentation = (
        "Pre-2026 claimants (reg 27A and Sch 5A), severe conditions (reg 40A), terminal illness. "
        "What counts is waiting for an assessment, or having the element or the ESA support "
        "component, before 6 April 2026 and no break that ends it: not the decision date."
    )
    reference = [f"{REGULATIONS}27A", f"{REGULATIONS}40A"]

    def formula(person, period):
        rates = uc_rates(person, period)
        from_day = rates(f"{UC}.lcwra.two_rates_from")
        before = [
            as_integer_day(person(fact, period)) < from_day
            for fact in ("work_capability_since", "awaiting_assessment_since", "fit_note_from")
        ]
        award = as_integer_day(person.benunit("universal_credit_since", period)) < from_day
        on_support = as_integer_day(person("support_component_since", period)) < from_day
        unbroken = ~person.benunit("has_break_that_ends_protection", period)
        pre_2026 = unbroken & (on_support | (award & np.logical_or.reduce(before)))
        by_facts = (
            pre_2026
            | person("meets_severe_conditions_criteria", period)
            | person("is_terminally_ill", period)
        )
        choice = person("health_element_rate", period)
        shown = choice == choice.possible_values.protected
        return np.where(choice == choice.possible_values.automatic, by_facts, shown)


class uc_lcwra_element_for_person(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "LCWRA element this person would bring, once any wait is over"
    reference = [f"{REGULATIONS}27", f"{REGULATIONS}28"]

    def formula(person, period):
        entitled = person("has_lcwra", period)
        if not entitled.any():
            return np.zeros(person.count)
        start = person.benunit("assessment_period_start", period)
        waited = person("lcwra_element_payable_from", period) <= start
        return np.where(entitled & waited, _lcwra_rate(person, period), 0.0)


class uc_lcwra_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "LCWRA element (limited capability for work and work-related activity)"
    documentation = "One element an award; the higher where two people qualify."
    reference = f"{REGULATIONS}27"

    def formula(benunit, period):
        return _higher_of_couple(benunit, benunit.members("uc_lcwra_element_for_person", period))


class is_carer_for_universal_credit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Cares for at least 35 hours a week, whatever is earned"
    documentation = "The earnings limit of Carer's Allowance is left out of this test (reg 30(2))."
    reference = f"{REGULATIONS}30"

    def formula(person, period):
        rates = uc_rates(person, period)
        hours = person("cares_for_hours_per_week", period)
        enough = hours >= rates(f"{UC}.carer.hours_per_week")
        unpaid = ~person("is_paid_for_care", period)
        return person("is_adult_in_award", period) & enough & unpaid


class uc_carer_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Carer element"
    documentation = "Nobody brings both the LCWRA and the carer element."
    reference = f"{REGULATIONS}29"

    def formula(benunit, period):
        lcwra = benunit.members("uc_lcwra_element_for_person", period) > 0
        counted = _carers_counted(benunit, period, lcwra)
        return counted * uc_rates(benunit, period)(f"{UC}.carer.element")


class uc_lcw_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "LCW element, kept by awards from before 3 April 2017"
    reference = "https://www.legislation.gov.uk/uksi/2017/204/schedule/2/paragraph/8"

    def formula(benunit, period):
        members = benunit.members
        lcw = members("has_lcw_or_lcwra", period) & ~members("has_lcwra", period)
        if not lcw.any():
            return np.zeros(benunit.count)
        rates = uc_rates(benunit, period)
        closed = rates(f"{UC}.limited_capability_for_work.element_closed_from")
        saved = as_integer_day(members("work_capability_since", period)) < _on_members(
            benunit, closed
        )
        not_carer = ~members("is_carer_for_universal_credit", period)
        entitled = (benunit.sum(lcw & saved & not_carer) > 0) & (
            benunit("uc_lcwra_element", period) == 0
        )
        amount = rates(f"{UC}.limited_capability_for_work.element")
        return np.where(entitled, amount, 0.0)


class is_waiting_for_lcwra_element(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "LCWRA found but its element not yet payable, or the assessment still awaited"
    reference = f"{REGULATIONS}28"

    def formula(person, period):
        start = person.benunit("assessment_period_start", period)
        serving = person("has_lcwra", period) & (
            person("lcwra_element_payable_from", period) > start
        )
        awaited = person("work_capability", period) == WorkCapability.awaiting_assessment
        if awaited.any():
            awaited = awaited & ~person("is_barred_from_first_assessment", period)
        return serving | (awaited & person("is_adult_in_award", period))


class uc_gain_once_lcwra_wait_is_over(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "What the maximum amount would rise by with the LCWRA element that is waited for"
    documentation = "The element less the carer or LCW element that it would replace."
    reference = f"{REGULATIONS}28"

    def formula(benunit, period):
        members = benunit.members
        waiting = members("is_waiting_for_lcwra_element", period)
        if not waiting.any():
            return np.zeros(benunit.count)
        now = members("uc_lcwra_element_for_person", period)
        then = np.where(waiting, _lcwra_rate(members, period), now)
        element = _higher_of_couple(benunit, then)
        carers = _carers_counted(benunit, period, then > 0) - _carers_counted(
            benunit, period, now > 0
        )
        gain = (
            element
            - benunit("uc_lcwra_element", period)
            + carers * uc_rates(benunit, period)(f"{UC}.carer.element")
            - np.where(element > 0, benunit("uc_lcw_element", period), 0.0)
        )
        return np.where(benunit.sum(waiting) > 0, to_penny(gain), 0.0)


class is_in_paid_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In paid work"
    reference = f"{REGULATIONS}2"

    def formula(person, period):
        return (person("employment_income", period) > 0) | (
            person("self_employment_profit", period) > 0
        )


class meets_childcare_work_condition(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Everybody in the couple works, or cannot look after the child"
    reference = f"{REGULATIONS}32"

    def formula(benunit, period):
        members = benunit.members
        works = members("is_in_paid_work", period)
        unable = (
            members("has_lcw_or_lcwra", period)
            | members("is_carer_for_universal_credit", period)
            | members("is_unable_to_provide_childcare", period)
        )
        adult = members("is_adult_in_award", period)
        somebody_works = benunit.sum(works & adult) > 0
        others_free = benunit.sum(adult & ~works & ~unable) == 0
        return somebody_works & others_free


class uc_childcare_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Childcare costs element"
    documentation = "The cap follows the number of children in childcare."
    reference = f"{REGULATIONS}34"

    def formula(benunit, period):
        charges = benunit.members("childcare_charges_per_month", period)
        if not charges.any():
            return np.zeros(benunit.count)
        rates = uc_rates(benunit, period)
        qualifying = benunit.members("is_qualifying_child", period)
        paid = charges * qualifying
        cap = np.where(
            benunit.sum(paid > 0) > 1,
            rates(f"{UC}.childcare.maximum_two_or_more_children"),
            rates(f"{UC}.childcare.maximum_one_child"),
        )
        share = to_penny(benunit.sum(paid) * rates(f"{UC}.childcare.rate"))
        met = benunit("meets_childcare_work_condition", period)
        return np.where(met, np.minimum(share, cap), 0.0)


def _on_members(benunit, value):
    """A rate of each benefit unit, at each of its members (one number stays one number)."""
    if isinstance(value, float):
        return value
    return benunit.project(value)


def _lcwra_rate(person, period):
    """The rate of the LCWRA element that goes with each person."""
    rates = uc_rates(person, period)
    return np.where(
        person("has_protected_lcwra_rate", period),
        rates(f"{UC}.lcwra.protected"),
        rates(f"{UC}.lcwra.standard"),
    )


def _higher_of_couple(benunit, each):
    """The higher of the claimant's and the partner's amounts."""
    claimant = benunit.sum(each, role=BenUnit.CLAIMANT)
    return np.maximum(claimant, benunit.sum(each, role=BenUnit.PARTNER))


def _carers_counted(benunit, period, lcwra):
    """Carers with the carer element: one fewer where only carers have the LCWRA element."""
    carer = benunit.members("is_carer_for_universal_credit", period)
    only_carers = (benunit.sum(lcwra & carer) > 0) & (benunit.sum(lcwra & ~carer) == 0)
    return benunit.sum(carer) - only_carers


def _september_after(born, age):
    """1 September after the birthday at which `age` is reached."""
    months = born.astype("datetime64[M]") + np.asarray(12 * np.asarray(age), dtype=np.int64)
    year = months.astype("datetime64[Y]")
    september = year.astype("datetime64[M]") + 8
    later = months >= september
    return np.where(later, september + 12, september).astype("datetime64[D]")
