"""Housing costs element (UC Regs 2013 Schs 1 to 5)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import (
    AttendanceAllowanceRate,
    CareComponent,
    DailyLiving,
    Tenure,
)
from benefits_calc.rules.entities import BenUnit, Household, Person
from benefits_calc.rules.rates import uc_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
HOUSING = "dwp.universal_credit.housing"
SCHEDULE_4 = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/"
LHA_SIZES = ("shared", "one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms")


class gets_award_that_shields_housing(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = (
        "Gets daily living (PIP, ADP), DLA or CDP care middle or highest, or Attendance Allowance"
    )
    reference = [f"{SCHEDULE_4}15", f"{SCHEDULE_4}29"]

    def formula(person, period):
        care = person("dla_care", period)
        return (
            (person("pip_daily_living", period) != DailyLiving.none)
            | (care == CareComponent.middle)
            | (care == CareComponent.highest)
            | (person("attendance_allowance_rate", period) != AttendanceAllowanceRate.none)
            | person("has_armed_forces_independence_payment", period)
        )


class non_dependants_in_home(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "people"
    label = "Adults in the home outside the benefit unit"
    reference = f"{SCHEDULE_4}9"

    def formula(household, period):
        return household.sum(household.members("lives_with_benunit_as_non_dependant", period))


class owes_housing_cost_contribution(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Non-dependant for whom a housing cost contribution is taken"
    reference = f"{SCHEDULE_4}16"

    def formula(person, period):
        non_dependant = person("lives_with_benunit_as_non_dependant", period)
        if not non_dependant.any():
            return np.zeros(person.count, dtype=bool)
        of_age = person("age", period) >= uc_rates(person, period)(
            f"{HOUSING}.non_dependant_minimum_age"
        )
        exempt = (
            person("gets_award_that_shields_housing", period)
            | person("is_exempt_non_dependant_by_benefit", period)
            | person("has_child_under_five", period)
            | person("is_prisoner", period)
            | person("is_away_in_forces", period)
        )
        return non_dependant & of_age & ~exempt


class non_dependants_owing_contribution(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "people"
    label = "Non-dependants for whom a housing cost contribution is taken"
    reference = f"{SCHEDULE_4}13"

    def formula(household, period):
        return household.sum(household.members("owes_housing_cost_contribution", period))


class renter_is_exempt_from_contributions(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Nothing is taken for non-dependants because of the renter's own award or sight"
    reference = f"{SCHEDULE_4}15"

    def formula(benunit, period):
        members = benunit.members
        shielded = members("gets_award_that_shields_housing", period) | members(
            "is_severely_sight_impaired", period
        )
        return benunit.sum(shielded & members("is_adult_in_award", period)) > 0


class uc_non_dependant_contributions(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Housing cost contributions of other adults in the home"
    reference = f"{SCHEDULE_4}14"

    def formula(benunit, period):
        number = of_household(benunit, "non_dependants_owing_contribution", period)
        each = uc_rates(benunit, period)(f"{HOUSING}.non_dependant_contribution")
        exempt = benunit("renter_is_exempt_from_contributions", period)
        return np.where(exempt, 0.0, number * each)


class bedrooms_needed_by_children(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "rooms"
    label = "Bedrooms for the children: two to a room under 10, or of one sex under 16"
    reference = f"{SCHEDULE_4}10"

    def formula(benunit, period):
        members = benunit.members
        child = members("is_qualifying_child", period)
        if not child.any():
            return np.zeros(benunit.count)
        rates = uc_rates(benunit.members, period)
        age = members("age", period)
        grown = age >= rates(f"{HOUSING}.own_room_from_age")
        # Paragraph 12 asks for DLA care at the middle or highest rate besides the need.
        cannot_share = members("cannot_share_bedroom", period) & members(
            "gets_award_that_shields_housing", period
        )
        alone = child & (grown | cannot_share)
        sharing = child & ~alone
        small = age < rates(f"{HOUSING}.child_share_any_sex_under_age")
        girl = members("is_female", period)
        boys, girls = benunit.sum(sharing & ~small & ~girl), benunit.sum(sharing & ~small & girl)
        small_boys = benunit.sum(sharing & small & ~girl)
        small_girls = benunit.sum(sharing & small & girl)
        # An older child left without a partner shares with a small one of the same sex.
        small_boys = small_boys - ((boys % 2 == 1) & (small_boys > 0))
        small_girls = small_girls - ((girls % 2 == 1) & (small_girls > 0))
        rooms = np.ceil(boys / 2) + np.ceil(girls / 2) + np.ceil((small_boys + small_girls) / 2)
        return benunit.sum(alone) + rooms


class bedrooms_needed(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "rooms"
    label = "Bedrooms the size criteria allow"
    reference = [f"{SCHEDULE_4}10", f"{SCHEDULE_4}12"]

    def formula(benunit, period):
        members = benunit.members
        carer_room = benunit.sum(
            members("has_regular_overnight_carer", period)
            & members("gets_award_that_shields_housing", period)
        )
        couple = 1.0 + (
            benunit("couple_cannot_share_bedroom", period) & benunit("is_couple", period)
        )
        return (
            couple
            + benunit("bedrooms_needed_by_children", period)
            + of_household(benunit, "non_dependants_in_home", period)
            + np.minimum(carer_room, 1)
            + benunit("extra_bedrooms_allowed", period)
        )


class is_limited_to_shared_accommodation_rate(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Single, under 35, and no exception: Local Housing Allowance for a shared home"
    reference = [f"{SCHEDULE_4}28", f"{SCHEDULE_4}29"]

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        age = of_claimant(benunit, "age", period)
        single = ~benunit("is_couple", period) & (benunit("number_of_children", period) == 0)
        young = age < rates(f"{HOUSING}.shared_rate_under_age")
        alone = of_household(benunit, "non_dependants_in_home", period) == 0
        care_leaver = of_claimant(benunit, "is_care_leaver", period) > 0
        hostel = of_claimant(benunit, "lived_in_homeless_hostel_three_months", period) > 0
        excepted = (
            (care_leaver & (age < rates(f"{HOUSING}.care_leaver_under_age")))
            | (hostel & (age >= rates(f"{HOUSING}.hostel_minimum_age")))
            | (of_claimant(benunit, "gets_award_that_shields_housing", period) > 0)
            | (of_claimant(benunit, "is_domestic_abuse_or_slavery_survivor", period) > 0)
            | (of_claimant(benunit, "is_under_public_protection_arrangements", period) > 0)
            | (of_claimant(benunit, "is_foster_carer", period) > 0)
        )
        return single & young & alone & ~excepted


class local_housing_allowance(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Local Housing Allowance for the home the size criteria allow"
    reference = f"{SCHEDULE_4}25"

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        most = rates(f"{HOUSING}.maximum_bedrooms")
        size = np.minimum(benunit("bedrooms_needed", period), most)
        shared = benunit("is_limited_to_shared_accommodation_rate", period)
        place = np.where(shared, 0, size).astype(np.intp)
        table = [benunit(f"local_housing_allowance_{name}_per_month", period) for name in LHA_SIZES]
        return np.choose(place, table)


class uc_rent_share(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Eligible rent and service charges, this benefit unit's share"
    reference = [f"{SCHEDULE_4}7", f"{SCHEDULE_4}24", f"{SCHEDULE_4}35"]

    def formula(benunit, period):
        # Each payment's monthly amount is an amount of its own and rounded (paragraph 7, reg 6).
        rent = to_penny(
            benunit("rent_per_month", period) - benunit("ineligible_charges_per_month", period)
        )
        charges = to_penny(benunit("eligible_service_charges_per_month", period))
        share = benunit("tenants_in_benefit_unit", period) / benunit("joint_tenants", period)
        return to_penny(np.maximum(rent + charges, 0.0) * share)


class uc_under_occupation_reduction(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Under-occupation reduction (14 % for one spare bedroom, 25 % for two or more)"
    reference = f"{SCHEDULE_4}36"

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        spare = benunit("bedrooms", period) - benunit("bedrooms_needed", period)
        share = np.select(
            [spare >= 2, spare >= 1],
            [
                rates(f"{HOUSING}.under_occupation_two_or_more_bedrooms"),
                rates(f"{HOUSING}.under_occupation_one_bedroom"),
            ],
            0.0,
        )
        # No reduction where somebody outside the award is a joint tenant (paragraph 35(4)).
        sole = benunit("joint_tenants", period) <= benunit("tenants_in_benefit_unit", period)
        social = (benunit("tenure", period) == Tenure.social_rent) & sole
        return np.where(social, to_penny(benunit("uc_rent_share", period) * share), 0.0)


class has_earned_income_in_award(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Anybody in the award has earned income, or is treated as having it"
    documentation = (
        "A minimum income floor counts: regulation 62 treats it as earned income without the "
        "exception that regulation 82(4) makes for the benefit cap."
    )
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/5/paragraph/4"

    def formula(benunit, period):
        return benunit("uc_earned_income", period) > 0


class uc_housing_costs_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Housing costs element"
    documentation = (
        "None in specified or temporary accommodation, whose rent Housing Benefit meets. "
        "An owner's service charges count only while nobody in the award earns."
    )
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/25"

    def formula(benunit, period):
        tenure = benunit("tenure", period)
        private = tenure == Tenure.private_rent
        social = tenure == Tenure.social_rent
        rent = benunit("uc_rent_share", period)
        if private.any():
            capped = np.minimum(rent, benunit("local_housing_allowance", period))
            rent = np.where(private, capped, rent)
        if social.any():
            rent = rent - benunit("uc_under_occupation_reduction", period)
        renter = np.maximum(rent - benunit("uc_non_dependant_contributions", period), 0.0)
        owner = (tenure == Tenure.owner) & ~benunit("has_earned_income_in_award", period)
        owner_charges = to_penny(benunit("eligible_service_charges_per_month", period))
        return np.select([private | social, owner], [to_penny(renter), owner_charges], 0.0)


def of_claimant(benunit, name, period):
    """A person's value, for the claimant of each benefit unit."""
    return benunit.sum(benunit.members(name, period), role=BenUnit.CLAIMANT)


def of_household(benunit, name, period):
    """The household's value, for each benefit unit, through its claimant."""
    at_members = benunit.members.household(name, period)
    return benunit.sum(at_members, role=BenUnit.CLAIMANT)
