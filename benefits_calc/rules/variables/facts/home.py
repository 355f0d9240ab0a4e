"""Facts about the benefit unit's home and rent."""

from __future__ import annotations

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules import choices
from benefits_calc.rules.entities import BenUnit, Person

MONTH = DateUnit.MONTH


class tenure(Variable):
    value_type = choices.Enum
    possible_values = choices.Tenure
    default_value = choices.Tenure.none
    entity = BenUnit
    definition_period = MONTH
    label = "How the home is held"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/1"


class rent_per_month(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Rent for the whole home as charged (weekly rent x 52/12; weeks charged x rent / 12)"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/7"


class ineligible_charges_per_month(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Part of the rent for things Universal Credit does not pay for"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/1/paragraph/8"


class eligible_service_charges_per_month(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Eligible service charges on top of rent, or of an owner"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/1/paragraph/7"


class joint_tenants(Variable):
    value_type = float
    default_value = 1.0
    entity = BenUnit
    definition_period = MONTH
    unit = "people"
    label = "People liable for the rent, in the benefit unit or not"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/24"


class tenants_in_benefit_unit(Variable):
    value_type = float
    default_value = 1.0
    entity = BenUnit
    definition_period = MONTH
    unit = "people"
    label = "Of those, how many belong to the benefit unit"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/24"


class bedrooms(Variable):
    value_type = float
    default_value = 1.0
    entity = BenUnit
    definition_period = MONTH
    unit = "rooms"
    label = "Bedrooms in the home"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/36"


class extra_bedrooms_allowed(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "rooms"
    label = "Rooms allowed besides: foster carer, adult or child who cannot share"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/12"


class couple_cannot_share_bedroom(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "The couple cannot share a room because of disability"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/12"


class has_regular_overnight_carer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Somebody who does not live there stays overnight regularly to care for this person"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/12"


class cannot_share_bedroom(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A disabled child who cannot share a bedroom"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/12"


class local_housing_allowance_shared_per_month(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Local Housing Allowance for shared accommodation in the area"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/25"


class local_housing_allowance_one_bedroom_per_month(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Local Housing Allowance for one bedroom in the area"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/25"


class local_housing_allowance_two_bedrooms_per_month(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Local Housing Allowance for two bedrooms in the area"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/25"


class local_housing_allowance_three_bedrooms_per_month(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Local Housing Allowance for three bedrooms in the area"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/25"


class local_housing_allowance_four_bedrooms_per_month(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Local Housing Allowance for four bedrooms in the area"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/25"


class is_care_leaver(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was in care before 18"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/29"


class lived_in_homeless_hostel_three_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Three months in homeless hostels with resettlement support"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/29"


class is_domestic_abuse_or_slavery_survivor(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has left home because of domestic abuse, or is a victim of modern slavery"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/29"


class is_under_public_protection_arrangements(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Subject to multi-agency public protection arrangements"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/29"


class is_foster_carer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has fostered or adopted a child or is between placements"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/29"


class lives_with_benunit_as_non_dependant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An adult who lives with the claimant and is not in the benefit unit"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/9"


class is_exempt_non_dependant_by_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets Pension Credit, Carer's Allowance or Carer Support Payment"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/16"


class has_child_under_five(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Responsible for a child under five"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/16"


class is_prisoner(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "In prison"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/16"


class is_away_in_forces(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Son or daughter away in the armed forces"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/16"
