"""Facts that council tax and its reduction ask about."""

from __future__ import annotations

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit, Household, Person
from benefits_calc.rules.local_schemes.choices import (
    CouncilTaxBand,
    CouncilTaxExemption,
    CouncilTaxReductionScheme,
    Enum,
)

MONTH = DateUnit.MONTH
LGFA = "https://www.legislation.gov.uk/ukpga/1992/14/"
DEFAULT_SCHEME = "https://www.legislation.gov.uk/uksi/2012/2886/schedule"


class council_tax_reduction_scheme(Variable):
    value_type = Enum
    possible_values = CouncilTaxReductionScheme
    default_value = CouncilTaxReductionScheme["none"]
    entity = Household
    definition_period = MONTH
    label = "Council tax reduction scheme of the place"
    documentation = (
        "From local_schemes.scheme_of(council, nation, day). Not used outside its dates."
    )
    reference = f"{LGFA}section/13A"


class council_tax_band(Variable):
    value_type = Enum
    possible_values = CouncilTaxBand
    default_value = CouncilTaxBand.none
    entity = Household
    definition_period = MONTH
    label = "Valuation band of the home, before any reduction for a disability"
    reference = f"{LGFA}section/5"


class council_tax_band_d_per_year(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "GBP per year"
    label = "Band D council tax of the place, all precepts; in Scotland without water"
    reference = f"{LGFA}section/30"


class is_council_tax_bill_given(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The yearly bill is known, so nothing about it is worked out"
    reference = f"{LGFA}section/10"


class council_tax_bill_given_per_year(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    unit = "GBP per year"
    label = "Bill of the home as billed: after discounts, before council tax reduction"
    reference = f"{LGFA}section/10"


class has_disabled_band_reduction(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The bill is one band lower for features needed because of a disability"
    reference = [
        "https://www.legislation.gov.uk/uksi/1992/554",
        "https://www.legislation.gov.uk/uksi/1992/1335",
    ]


class council_tax_exemption(Variable):
    value_type = Enum
    possible_values = CouncilTaxExemption
    default_value = CouncilTaxExemption.none
    entity = Household
    definition_period = MONTH
    label = "Exemption that the council has given"
    documentation = (
        "One for severe mental impairment goes on only while somebody gets a benefit for it."
    )
    reference = "https://www.legislation.gov.uk/uksi/1992/558/article/3"


class is_certified_severely_mentally_impaired(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A doctor has certified severe mental impairment for council tax"
    reference = f"{LGFA}schedule/1/paragraph/2"


class is_student_for_council_tax(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Full-time student (council tax)"
    reference = f"{LGFA}schedule/1/paragraph/4"


class is_disregarded_for_council_tax_otherwise(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Does not count for another reason: apprentice, carer, long in hospital"
    reference = f"{LGFA}schedule/1"


class gets_war_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets a war disablement, war widow's or war widower's pension"
    reference = "https://www.legislation.gov.uk/ukpga/1992/5/section/139"


class is_liable_for_council_tax(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Gets the council tax bill"
    reference = f"{LGFA}section/6"


class people_liable_for_council_tax(Variable):
    value_type = float
    default_value = 1.0
    entity = BenUnit
    definition_period = MONTH
    unit = "people"
    label = "People jointly liable for the bill, a couple counted as one"
    reference = f"{DEFAULT_SCHEME}/paragraph/29"


class has_bridged_nil_universal_credit_award(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Universal Credit is nil through income, in a month that DWP may treat as claimed"
    documentation = "Scotland alone: its Universal Credit rules go on, with an award of nil."
    reference = "https://www.legislation.gov.uk/ssi/2025/24/regulation/9"
