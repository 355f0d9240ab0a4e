"""Facts of transitional protection: the old award, and the period before."""

from __future__ import annotations

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules import choices
from benefits_calc.rules.entities import BenUnit

MONTH = DateUnit.MONTH
REGULATIONS = "https://www.legislation.gov.uk/uksi/2014/1230/"


class total_legacy_amount(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Older benefits together on the day before the move"
    reference = f"{REGULATIONS}regulation/53"


class indicative_universal_credit_amount(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Universal Credit that would have been due on that day"
    reference = f"{REGULATIONS}regulation/54"


class indicative_income_above_maximum(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Deductions for income above the maximum amount, where that Universal Credit is nil"
    reference = f"{REGULATIONS}regulation/55"


class legacy_severe_disability_premium(Variable):
    value_type = choices.Enum
    possible_values = choices.PremiumRate
    default_value = choices.PremiumRate.none
    entity = BenUnit
    definition_period = MONTH
    label = "Severe disability premium of an older award that ended in the first period"
    reference = f"{REGULATIONS}schedule/2"


class legacy_enhanced_disability_premium(Variable):
    value_type = choices.Enum
    possible_values = choices.PremiumRate
    default_value = choices.PremiumRate.none
    entity = BenUnit
    definition_period = MONTH
    label = "Enhanced disability premium of the same award"
    reference = f"{REGULATIONS}schedule/2"


class legacy_disability_premium(Variable):
    value_type = choices.Enum
    possible_values = choices.PremiumRate
    default_value = choices.PremiumRate.none
    entity = BenUnit
    definition_period = MONTH
    label = "Disability premium of the same award"
    reference = f"{REGULATIONS}schedule/2"


class legacy_disabled_children(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "children"
    label = "Children with a disabled child premium or element in the older awards"
    reference = f"{REGULATIONS}schedule/2"


class previous_transitional_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Transitional element of the period before"
    reference = f"{REGULATIONS}regulation/55"


class previous_uc_standard_allowance(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Standard allowance of the period before"
    reference = f"{REGULATIONS}regulation/55"


class previous_uc_child_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Child element of the period before"
    reference = f"{REGULATIONS}regulation/55"


class previous_uc_disabled_child_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Disabled child addition of the period before"
    reference = f"{REGULATIONS}regulation/55"


class previous_uc_lcw_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "LCW element of the period before"
    reference = f"{REGULATIONS}regulation/55"


class previous_uc_lcwra_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "LCWRA element of the period before"
    reference = f"{REGULATIONS}regulation/55"


class previous_uc_carer_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Carer element of the period before"
    reference = f"{REGULATIONS}regulation/55"


class previous_uc_housing_costs_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Housing costs element of the period before"
    reference = f"{REGULATIONS}regulation/55"
