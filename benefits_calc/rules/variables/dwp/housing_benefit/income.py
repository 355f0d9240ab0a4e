"""Income and earnings disregards once Universal Credit pays nothing (HB Regs 2006 Sch 4)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.weeks import (
    benefit_week_of,
    net_earnings,
    of_claimant,
    of_couple,
    of_partner,
    week_of,
)

MONTH = DateUnit.MONTH
HB = "dwp.housing_benefit"
DISREGARD = f"{HB}.earnings_disregard"
ACCOMMODATION = f"{DISREGARD}.specified_or_temporary_accommodation"
MEANS = f"{HB}.means_test"
IGNORED = f"{HB}.income_disregard"
SCHEDULE_4 = "https://www.legislation.gov.uk/uksi/2006/213/schedule/4/paragraph/"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2006/213/regulation/"


class hb_earnings_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Net earnings of the claimant or partner, before disregards; not rounded"
    documentation = "Statutory sick and parental pay counts (reg 35(1)(i) and (j))."
    reference = [f"{REGULATIONS}35", f"{REGULATIONS}36"]

    def formula(person, period):
        share = benefit_rates(person, period)(f"{DISREGARD}.pension_deduction_share")
        net = net_earnings(person, period, share) + week_of(person("statutory_pay", period))
        return np.where(person("is_adult_in_award", period), net, 0.0)


class hb_net_earnings_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Net earnings of claimant and partner together, before disregards"
    reference = [f"{REGULATIONS}25", f"{REGULATIONS}36"]

    def formula(benunit, period):
        return of_couple(benunit, benunit.members("hb_earnings_per_week", period))


class is_lone_parent(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Lone parent"
    reference = f"{REGULATIONS}2"

    def formula(benunit, period):
        return ~benunit("is_couple", period) & (benunit("number_of_children", period) > 0)


class has_twenty_pound_disregard_for_disability(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Disability or severe disability premium, support component, or activity group"
    reference = f"{SCHEDULE_4}3"

    def formula(benunit, period):
        group = benunit.members("is_in_work_related_activity_group", period)
        return (
            (benunit("hb_disability_premium", period) > 0)
            | (benunit("hb_severe_disability_premium", period) > 0)
            | (benunit("hb_support_component", period) > 0)
            | (of_couple(benunit, group) > 0)
        )


class hb_standard_earnings_disregard(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Standard earnings disregard: one of paragraphs 3 to 10"
    documentation = (
        "Lone parent; disability; carer (of the carer's own earnings, the other of a couple up "
        "to its own amount for what is left); couple; single. Not over the earnings."
    )
    reference = [f"{SCHEDULE_4}3", f"{SCHEDULE_4}5", f"{SCHEDULE_4}10"]

    def formula(benunit, period):
        rates = benefit_rates(benunit, period)
        higher = rates(f"{DISREGARD}.disabled_or_carer")
        total = benunit("hb_net_earnings_per_week", period)
        couple = benunit("is_couple", period)
        carer = of_couple(benunit, benunit.members("has_carers_benefit", period)) > 0
        flat = np.select(
            [
                benunit("is_lone_parent", period),
                benunit("has_twenty_pound_disregard_for_disability", period),
                couple,
            ],
            [rates(f"{DISREGARD}.lone_parent"), higher, rates(f"{DISREGARD}.couple")],
            rates(f"{DISREGARD}.single"),
        )
        by_carer = (
            carer
            & ~benunit("is_lone_parent", period)
            & ~benunit("has_twenty_pound_disregard_for_disability", period)
        )
        if not by_carer.any():
            return np.minimum(flat, total)
        for_carer = _carer_disregard(benunit, period, higher, rates(f"{DISREGARD}.couple"))
        return np.where(by_carer, for_carer, np.minimum(flat, total))


class does_exempt_work_for_housing_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets New Style ESA or credits for limited capability, and does permitted work"
    reference = f"{SCHEDULE_4}10A"

    def formula(person, period):
        capable = person("has_limited_capability_under_2007_act", period)
        adult = person("is_adult_in_award", period)
        return adult & capable & (person("hb_earnings_per_week", period) > 0)


class hb_permitted_work_disregard(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Permitted work disregard, in place of paragraphs 3 to 10"
    documentation = (
        "The limit of the kind of exempt work (the highest where more than one fits); the other "
        "of a couple shares what is left, up to a sum of its own unless also exempt. Nothing "
        "where nobody does exempt work."
    )
    reference = f"{SCHEDULE_4}10A"

    def formula(benunit, period):
        members = benunit.members
        exempt = members("does_exempt_work_for_housing_benefit", period)
        if not exempt.any():
            return np.zeros(benunit.count)
        rates = benefit_rates(benunit, period)
        higher_kind = members("is_within_permitted_work_higher_limit", period) | members(
            "is_within_supported_permitted_work", period
        )
        limit = np.where(
            higher_kind,
            members("permitted_work_higher_limit_per_week", period),
            benefit_rates(members, period)(
                "dwp.employment_and_support_allowance.permitted_work.lower_limit_per_week"
            ),
        )
        earnings = members("hb_earnings_per_week", period)
        claimant_exempt = of_claimant(benunit, exempt) > 0
        both = of_couple(benunit, exempt) == 2
        own = np.where(
            claimant_exempt, of_claimant(benunit, earnings), of_partner(benunit, earnings)
        )
        specified = np.where(
            claimant_exempt, of_claimant(benunit, limit), of_partner(benunit, limit)
        )
        first = np.minimum(specified, own)
        share = np.where(both, np.inf, rates(f"{DISREGARD}.permitted_work_partner"))
        others = np.minimum(of_couple(benunit, earnings) - own, share)
        return np.where(
            of_couple(benunit, exempt) > 0,
            first + np.minimum(others, np.maximum(specified - first, 0.0)),
            0.0,
        )


class hb_first_earnings_disregard(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Disregard of paragraphs 3 to 10A"
    documentation = "A lone parent has paragraph 4 instead where the permitted limit is less."
    reference = [f"{SCHEDULE_4}4", f"{SCHEDULE_4}10A"]

    def formula(benunit, period):
        standard = benunit("hb_standard_earnings_disregard", period)
        members = benunit.members
        exempt = of_couple(benunit, members("does_exempt_work_for_housing_benefit", period)) > 0
        if not exempt.any():
            return standard
        permitted = benunit("hb_permitted_work_disregard", period)
        keeps_standard = benunit("is_lone_parent", period) & (permitted < standard)
        return np.where(exempt & ~keeps_standard, permitted, standard)


class hb_accommodation_earnings_disregard(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Extra disregard in supported or temporary accommodation, from 5 October 2026"
    documentation = (
        "On top of paragraphs 3 to 10A; one for a couple, by the elder's age; no hours test; not "
        "over the earnings left."
    )
    reference = [
        f"{SCHEDULE_4}18",
        "https://www.legislation.gov.uk/uksi/2026/753",
        "https://www.legislation.gov.uk/uksi/2026/978/regulation/2",
    ]

    def formula(benunit, period):
        rates = benefit_rates(benunit, period)
        age = benunit.members("age_on_benefit_date", period)
        elder = np.maximum(of_claimant(benunit, age), of_partner(benunit, age))
        couple = benunit("is_couple", period)
        full = elder >= rates(f"{ACCOMMODATION}.full_rate_age")
        grown = elder >= rates(f"{ACCOMMODATION}.adult_age")
        amount = np.select(
            [couple & full, couple & grown, couple, full],
            [
                rates(f"{ACCOMMODATION}.couple_25_or_over"),
                rates(f"{ACCOMMODATION}.couple_under_25"),
                rates(f"{ACCOMMODATION}.couple_under_18"),
                rates(f"{ACCOMMODATION}.single_25_or_over"),
            ],
            rates(f"{ACCOMMODATION}.single_under_25"),
        )
        left = benunit("hb_net_earnings_per_week", period) - benunit(
            "hb_first_earnings_disregard", period
        )
        return np.minimum(amount, np.maximum(left, 0.0))


class is_in_remunerative_work_for_housing_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Claimant or partner in paid work of 16 hours a week or more"
    reference = f"{REGULATIONS}6"

    def formula(person, period):
        hours = benefit_rates(person, period)(f"{DISREGARD}.additional_hours_lower")
        works = person("hours_of_work_per_week", period) >= hours
        return works & person("is_adult_in_award", period)


class is_incapacitated_for_housing_benefit_childcare(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets a disability benefit, or ESA or credits after a decision"
    reference = f"{REGULATIONS}28"

    def formula(person, period):
        return (
            person("meets_disability_premium_condition", period)
            | person("has_lcwra_under_2007_act", period)
            | person("is_in_work_related_activity_group", period)
        )


class hb_childcare_disregard(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Childcare charges taken off earnings, up to the maximum"
    documentation = (
        "A lone parent or both of a couple work 16 hours, or one does and the other is "
        "incapacitated."
    )
    reference = [f"{REGULATIONS}27", f"{REGULATIONS}28"]

    def formula(benunit, period):
        members = benunit.members
        charges = members("childcare_charges_per_month", period) * members(
            "is_qualifying_child", period
        )
        if not charges.any():
            return np.zeros(benunit.count)
        rates = benefit_rates(benunit, period)
        works = members("is_in_remunerative_work_for_housing_benefit", period)
        unable = members("is_incapacitated_for_housing_benefit_childcare", period) & ~works
        working = of_couple(benunit, works)
        adults = 1 + benunit("is_couple", period)
        met = (working > 0) & (working + of_couple(benunit, unable) == adults)
        most = np.where(
            benunit.sum(charges > 0) > 1,
            rates(f"{DISREGARD}.childcare_two_or_more_children"),
            rates(f"{DISREGARD}.childcare_one_child"),
        )
        return np.where(met, np.minimum(week_of(benunit.sum(charges)), most), 0.0)


class meets_additional_disregard_hours(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "30 hours from 25, or 16 hours with a child or a disability"
    documentation = "In a couple the disabled member must be the one who works the 16 hours."
    reference = f"{SCHEDULE_4}17"

    def formula(benunit, period):
        members = benunit.members
        rates = benefit_rates(members, period)
        hours = members("hours_of_work_per_week", period)
        full = (hours >= rates(f"{DISREGARD}.additional_hours")) & (
            members("age_on_benefit_date", period) >= rates(f"{DISREGARD}.additional_age")
        )
        part = members("is_in_remunerative_work_for_housing_benefit", period)
        capability = members("has_lcwra_under_2007_act", period) | members(
            "is_in_work_related_activity_group", period
        )
        # The bar of paragraph 13(9) is on the claimant.
        barred = members("has_limited_capability_under_2007_act", period) & members.has_role(
            BenUnit.CLAIMANT
        )
        disabled_worker = part & (
            capability | (members("meets_disability_premium_condition", period) & ~barred)
        )
        parent = benunit("number_of_children", period) > 0
        return (
            (of_couple(benunit, full) > 0)
            | (parent & (of_couple(benunit, part) > 0))
            | (of_couple(benunit, disabled_worker) > 0)
        )


class hb_additional_earnings_disregard(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Additional disregard for hours"
    documentation = (
        "Only where net earnings, in pence, reach the other disregards, childcare and this "
        "together."
    )
    reference = f"{SCHEDULE_4}17"

    def formula(benunit, period):
        amount = benefit_rates(benunit, period)(f"{DISREGARD}.additional")
        needed = (
            benunit("hb_first_earnings_disregard", period)
            + benunit("hb_accommodation_earnings_disregard", period)
            + benunit("hb_childcare_disregard", period)
            + amount
        )
        enough = to_penny(benunit("hb_net_earnings_per_week", period)) >= to_penny(needed)
        return np.where(enough & benunit("meets_additional_disregard_hours", period), amount, 0.0)


class hb_earnings_counted(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Earnings that Housing Benefit counts"
    reference = [f"{REGULATIONS}27", f"{REGULATIONS}36"]

    def formula(benunit, period):
        left = (
            benunit("hb_net_earnings_per_week", period)
            - benunit("hb_first_earnings_disregard", period)
            - benunit("hb_accommodation_earnings_disregard", period)
            - benunit("hb_additional_earnings_disregard", period)
            - benunit("hb_childcare_disregard", period)
        )
        return np.maximum(left, 0.0)


class hb_other_income_of_person(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Income other than earnings that Housing Benefit counts"
    documentation = (
        "Left out: Universal Credit, PIP, DLA, Attendance Allowance, Child Benefit, Guardian's "
        "Allowance, Scottish Child Payment and the Scottish carer supplement."
    )
    reference = [f"{REGULATIONS}40", "https://www.legislation.gov.uk/uksi/2006/213/schedule/5"]

    def formula(person, period):
        weekly = sum(
            benefit_week_of(person(name, period))
            for name in (
                "new_style_esa",
                "new_style_jsa",
                "carers_allowance",
                "carer_support_payment",
                "maternity_allowance",
            )
        )
        other = person("pension_income", period) + person(
            "other_income_counted_for_housing_benefit", period
        )
        ignored = person("hb_income_disregard_of_person", period)
        counted = weekly + week_of(other) - ignored
        return np.where(person("is_adult_in_award", period), counted, 0.0)


class hb_income_disregard_of_person(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Left out of other income: 15 of a widowed parent's allowance, 15 of maintenance"
    documentation = "Maintenance where there is a child in the family; a child's own never counts."
    reference = "https://www.legislation.gov.uk/uksi/2006/213/schedule/5"

    def formula(person, period):
        widowed = person("bereavement_benefit_in_cap", period)
        maintenance = person("maintenance_from_former_partner", period)
        if not (widowed.any() or maintenance.any()):
            return np.zeros(person.count)
        rates = benefit_rates(person, period)
        has_child = person.benunit("number_of_children", period) > 0
        of_maintenance = np.minimum(week_of(maintenance), rates(f"{IGNORED}.maintenance"))
        of_allowance = np.minimum(week_of(widowed), rates(f"{IGNORED}.widowed_parents_allowance"))
        return of_allowance + np.where(has_child, of_maintenance, 0.0)


class hb_tariff_income_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Tariff income: what savings over the lower limit are taken to bring"
    documentation = "A part of a step counts as a whole one."
    reference = f"{REGULATIONS}52"

    def formula(benunit, period):
        rates = benefit_rates(benunit, period)
        over = np.maximum(benunit("capital", period) - rates(f"{MEANS}.capital_lower_limit"), 0.0)
        steps = np.ceil(to_penny(over) / rates(f"{MEANS}.capital_tariff_step"))
        return steps * rates(f"{MEANS}.capital_tariff_amount")


class hb_income_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Income that Housing Benefit compares with the applicable amount"
    reference = f"{REGULATIONS}27"

    def formula(benunit, period):
        return (
            benunit("hb_earnings_counted", period)
            + of_couple(benunit, benunit.members("hb_other_income_of_person", period))
            + benunit("hb_tariff_income_per_week", period)
        )


def _carer_disregard(benunit, period, most, others_most):
    """Paragraphs 5 and 6: of carers' earnings, then of a partner's who is no carer."""
    members = benunit.members
    earnings = members("hb_earnings_per_week", period)
    carer = members("has_carers_benefit", period)
    of_carers = np.minimum(of_couple(benunit, earnings * carer), most)
    of_other = np.minimum(of_couple(benunit, earnings * ~carer), others_most)
    return of_carers + np.minimum(of_other, most - of_carers)
