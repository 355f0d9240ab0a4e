"""Full-time education and Universal Credit (UC Regs 2013 regs 12 to 14)."""

from __future__ import annotations

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person

MONTH = DateUnit.MONTH
REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"


class is_full_time_student(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Receives full-time education"
    reference = f"{REGULATIONS}12"


class capability_was_decided_before_course(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Limited capability for work was decided before the course, or before the claim"
    reference = f"{REGULATIONS}14"


class is_excepted_student(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A student who can have Universal Credit"
    documentation = (
        "Responsible for a child; or with PIP, ADP, DLA or Attendance Allowance and limited "
        "capability for work decided first; or in a couple with somebody not in education. The "
        "other exceptions (no parental support, pension age, foster parents) are not looked at."
    )
    reference = f"{REGULATIONS}14"

    def formula(person, period):
        unit = person.benunit
        has_child = unit("number_of_children", period) > 0
        unwell = (
            person("gets_disability_benefit", period)
            & person("has_lcw_or_lcwra", period)
            & person("capability_was_decided_before_course", period)
        )
        student = person("is_full_time_student", period)
        adult = person("is_adult_in_award", period)
        partner_free = unit("is_couple", period) & (unit.sum(adult & ~student) > 0)
        return has_child | unwell | partner_free


class is_barred_by_education(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Cannot have Universal Credit because of full-time education"
    reference = "https://www.legislation.gov.uk/ukpga/2012/5/section/4"

    def formula(person, period):
        return person("is_full_time_student", period) & ~person("is_excepted_student", period)
