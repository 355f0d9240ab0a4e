"""Facts about a person that more than one rule reads."""

from __future__ import annotations

from datetime import date

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules import choices
from benefits_calc.rules.calendar import years_between
from benefits_calc.rules.entities import BenUnit, Person

MONTH = DateUnit.MONTH
ETERNITY = DateUnit.ETERNITY


class birth_date(Variable):
    value_type = date
    default_value = date(1985, 1, 1)
    entity = Person
    definition_period = ETERNITY
    label = "Date of birth (the first of the month where only the month is known)"
    reference = "Interpretation Act 1978 and Family Law Reform Act 1969 s.9 (age)"


class pension_age_date(Variable):
    value_type = date
    default_value = date(2999, 1, 1)
    entity = Person
    definition_period = ETERNITY
    label = "Day on which the person reaches State Pension age"
    reference = "https://www.legislation.gov.uk/ukpga/2014/19/section/26"


class pay_date(Variable):
    value_type = date
    entity = Person
    definition_period = MONTH
    label = "Day on which pay is received: decides tax, National Insurance and pension rates"
    reference = "https://www.legislation.gov.uk/uksi/2003/2682"

    def formula(person, period):
        return np.full(person.count, np.datetime64(str(period.start), "D"))


class age_on_pay_date(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    unit = "years"
    label = "Age on the pay date"
    reference = "https://www.legislation.gov.uk/ukpga/1969/46/section/9"

    def formula(person, period):
        return years_between(person("birth_date", period), person("pay_date", period))


class age(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    unit = "years"
    label = "Age at the end of the assessment period"
    reference = "https://www.legislation.gov.uk/uksi/2013/381/schedule/1/paragraph/20"

    def formula(person, period):
        return years_between(
            person("birth_date", period), person.benunit("assessment_period_end", period)
        )


class is_adult_in_award(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Claimant or partner in their benefit unit"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/2"

    def formula(person, period):
        return ~person.has_role(BenUnit.CHILD)


class is_female(Variable):
    value_type = bool
    entity = Person
    definition_period = ETERNITY
    label = "Female (decides which children can be expected to share a bedroom)"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/schedule/4/paragraph/10"


class work_capability(Variable):
    value_type = choices.Enum
    possible_values = choices.WorkCapability
    default_value = choices.WorkCapability.none
    entity = Person
    definition_period = MONTH
    label = "Outcome of the work capability assessment"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/part/5"


class pip_daily_living(Variable):
    value_type = choices.Enum
    possible_values = choices.DailyLiving
    default_value = choices.DailyLiving.none
    entity = Person
    definition_period = MONTH
    label = "Daily living component of PIP or Adult Disability Payment"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/78"


class pip_mobility(Variable):
    value_type = choices.Enum
    possible_values = choices.PipMobility
    default_value = choices.PipMobility.none
    entity = Person
    definition_period = MONTH
    label = "Mobility component of PIP or Adult Disability Payment"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/79"


class has_adult_disability_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The award is Adult Disability Payment (Scotland) and not PIP"
    reference = "https://www.legislation.gov.uk/ssi/2022/54"


class dla_care(Variable):
    value_type = choices.Enum
    possible_values = choices.CareComponent
    default_value = choices.CareComponent.none
    entity = Person
    definition_period = MONTH
    label = "Care component of DLA or Child Disability Payment"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/72"


class dla_mobility(Variable):
    value_type = choices.Enum
    possible_values = choices.MobilityComponent
    default_value = choices.MobilityComponent.none
    entity = Person
    definition_period = MONTH
    label = "Mobility component of DLA or Child Disability Payment"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/73"


class has_child_disability_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The award is Child Disability Payment (Scotland) and not DLA"
    reference = "https://www.legislation.gov.uk/ssi/2021/174"


class attendance_allowance_rate(Variable):
    value_type = choices.Enum
    possible_values = choices.AttendanceAllowanceRate
    default_value = choices.AttendanceAllowanceRate.none
    entity = Person
    definition_period = MONTH
    label = "Rate of Attendance Allowance"
    reference = "https://www.legislation.gov.uk/ukpga/1992/4/section/64"


class is_severely_sight_impaired(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Certified as severely sight impaired (blind)"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/24"


class has_armed_forces_or_industrial_award(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gets industrial injuries benefit, a war pension or an armed forces payment"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/83"
