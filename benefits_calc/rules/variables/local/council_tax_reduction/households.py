"""Kinds of household that schemes with bands or classes tell apart."""

from __future__ import annotations

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import CareComponent, DailyLiving, MobilityComponent, PipMobility
from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.local_schemes.choices import CouncilTaxBand
from benefits_calc.rules.local_schemes.reading import any_adult, of_household
from benefits_calc.rules.rates import Rates

MONTH = DateUnit.MONTH
BILL = "local.council_tax_bill"
CROYDON = (
    "https://www.croydon.gov.uk/benefits/changes-council-tax-support/"
    "how-we-work-out-amount-council-tax-support"
)
LAMBETH = (
    "https://www.lambeth.gov.uk/about-housing-benefit-council-tax-support/council-tax-support/"
    "how-much-council-tax-support-you-can-get"
)
EALING = (
    "https://www.ealing.gov.uk/info/201103/benefits_and_financial_support/2121/"
    "council_tax_reduction_scheme"
)
SUTTON = "https://sutton.gov.uk/w/protected-and-vulnerable-households"
NORTHAMPTON = (
    "https://westnorthants.moderngov.co.uk/documents/s25215/Item%2010%20-%20CTRS%2026-27.pdf"
)
SCOTLAND = "https://www.legislation.gov.uk/ssi/2021/249/regulation/"


class works_for_council_tax_reduction(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Claimant or partner has earned income"
    reference = CROYDON

    def formula(benunit, period):
        return any_adult(benunit, benunit.members("is_in_paid_work", period))


class has_adult_with_disability_benefit(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Claimant or partner gets PIP, DLA, Attendance Allowance, AFIP or ESA"
    reference = [CROYDON, "https://getinvolved.croydon.gov.uk/cts-oct22/widgets/55434/faqs"]

    def formula(benunit, period):
        members = benunit.members
        return any_adult(
            benunit,
            members("gets_disability_benefit", period)
            | members("has_armed_forces_independence_payment", period)
            | (members("new_style_esa", period) > 0),
        )


class has_adult_with_limited_capability(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Claimant or partner has LCW or LCWRA in Universal Credit"
    reference = EALING

    def formula(benunit, period):
        return any_adult(benunit, benunit.members("has_lcw_or_lcwra", period))


class has_disability_or_limited_capability(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Claimant or partner has a disability benefit, LCW or LCWRA, or is blind"
    reference = LAMBETH

    def formula(benunit, period):
        blind = any_adult(benunit, benunit.members("is_severely_sight_impaired", period))
        return (
            benunit("has_adult_with_disability_benefit", period)
            | benunit("has_adult_with_limited_capability", period)
            | blind
        )


class has_disability_or_limited_capability_and_no_work(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Disability benefit, LCW or LCWRA, and nobody works"
    reference = SUTTON

    def formula(benunit, period):
        works = benunit("works_for_council_tax_reduction", period)
        return benunit("has_disability_or_limited_capability", period) & ~works


class is_disabled_and_not_working(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Disability benefit, and nobody works"
    reference = CROYDON

    def formula(benunit, period):
        works = benunit("works_for_council_tax_reduction", period)
        return benunit("has_adult_with_disability_benefit", period) & ~works


class has_limited_capability_without_disability_benefit(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "LCW, LCWRA or blindness without a disability benefit: whether disabled is not held"
    reference = CROYDON

    def formula(benunit, period):
        return benunit("has_disability_or_limited_capability", period) & ~benunit(
            "has_adult_with_disability_benefit", period
        )


class has_exempt_applicant_with_other_adults(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Other adults, and an award that frees from deductions elsewhere"
    reference = CROYDON

    def formula(benunit, period):
        others = of_household(benunit, "people_with_council_tax_deduction", period) > 0
        return others & benunit("is_exempt_from_council_tax_deductions", period)


class has_children_for_council_tax_reduction(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Responsible for a child or qualifying young person"
    reference = LAMBETH

    def formula(benunit, period):
        return benunit("number_of_children", period) > 0


class is_lone_parent_of_child_under_five(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Lone parent of a child under five"
    reference = CROYDON

    def formula(benunit, period):
        members = benunit.members
        under = Rates(members, benunit.project(benunit("benefit_date", period)))(
            f"{BILL}.small_child_under_age"
        )
        small = members("is_qualifying_child", period) & (
            members("age_on_benefit_date", period) < under
        )
        return benunit("is_lone_parent", period) & (benunit.sum(small) > 0)


class has_carer_for_council_tax_reduction(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Carer's benefit or carer element"
    reference = LAMBETH

    def formula(benunit, period):
        benefit = any_adult(benunit, benunit.members("has_carers_benefit", period))
        return benefit | (benunit("uc_carer_element", period) > 0)


class is_reduced_by_benefit_cap(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "The benefit cap takes something off Universal Credit"
    reference = LAMBETH

    def formula(benunit, period):
        return benunit("benefit_cap_reduction", period) > 0


class has_care_leaver(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Claimant or partner left care and is under 25"
    reference = NORTHAMPTON

    def formula(benunit, period):
        members = benunit.members
        under = Rates(members, benunit.project(benunit("benefit_date", period)))(
            f"{BILL}.care_leaver_under_age"
        )
        young = members("age_on_benefit_date", period) < under
        return any_adult(benunit, young & members("is_care_leaver", period))


class is_war_pension_household(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Claimant or partner gets a war pension"
    reference = NORTHAMPTON

    def formula(benunit, period):
        return any_adult(benunit, benunit.members("gets_war_pension", period))


class is_in_protected_group_of_ealing(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Disability, limited capability, carer, disabled child, small child or care leaver"
    reference = EALING

    def formula(benunit, period):
        members = benunit.members
        disabled_child = members("is_qualifying_child", period) & (
            (members("dla_care", period) != CareComponent.none)
            | (members("dla_mobility", period) != MobilityComponent.none)
            | (members("pip_daily_living", period) != DailyLiving.none)
            | (members("pip_mobility", period) != PipMobility.none)
        )
        return (
            benunit("has_disability_or_limited_capability", period)
            | benunit("has_carer_for_council_tax_reduction", period)
            | (benunit.sum(disabled_child) > 0)
            | benunit("is_lone_parent_of_child_under_five", period)
            | benunit("has_care_leaver", period)
        )


class has_income_other_than_pay_and_benefits(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Pensions, or other income that is neither pay nor a benefit"
    reference = EALING

    def formula(benunit, period):
        members = benunit.members
        other = (
            members("pension_income", period)
            + members("other_unearned_income_counted", period)
            + members("student_income_counted", period)
        )
        return any_adult(benunit, other > 0)


class is_partly_reduced_in_bands_e_to_h(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Scotland, bands E to H, less than the whole bill reduced: a further relief is not held"
    documentation = "Regulations 14 and 79(2) can give more; what they give is not worked out."
    reference = [f"{SCOTLAND}14", f"{SCOTLAND}79"]

    def formula(benunit, period):
        band = of_household(benunit, "council_tax_band", period)
        high = (band >= CouncilTaxBand.e.index) & (band <= CouncilTaxBand.h.index)
        # Where only the bill is given, the band may be one of them.
        unknown = band == CouncilTaxBand.none.index
        full = benunit("council_tax_reduction_per_week", period) >= benunit(
            "council_tax_bill_per_week", period
        )
        return benunit("lives_in_scotland", period) & (high | unknown) & ~full
