"""Free school meals: pupils for whom there is a test, and the test of each nation."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit, Person
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.school_years import age_in_school_year

MONTH = DateUnit.MONTH
MEALS = "passported.free_school_meals"
LAW = [
    "https://www.legislation.gov.uk/ukpga/1996/56/section/512ZB",
    "https://www.legislation.gov.uk/uksi/2018/148/regulation/4",
    "https://www.legislation.gov.uk/ssi/2009/178",
    "https://www.legislation.gov.uk/wsi/2019/187",
]


class lives_in_wales(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Lives in Wales"
    reference = "https://www.legislation.gov.uk/wsi/2019/187"


class age_for_school_class(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    unit = "years"
    label = "Age that decides the school class"
    reference = "https://www.legislation.gov.uk/ukpga/1996/56/section/8"

    def formula(person, period):
        day = person.benunit("benefit_date", period)
        scottish = person.benunit("lives_in_scotland", period)
        return age_in_school_year(person("birth_date", period), day, scottish)


class pupils_with_free_meals_for_all(Variable):
    value_type = int
    entity = BenUnit
    definition_period = MONTH
    unit = "children"
    label = "Children in the classes in which school meals are free for every pupil"
    reference = LAW

    def formula(benunit, period):
        child = benunit.members("is_qualifying_child", period)
        if not child.any():
            return np.zeros(benunit.count, dtype=np.int32)
        age = benunit.members("age_for_school_class", period)
        at_school = age >= _nations(benunit.members, period, "school_from_age")
        tested = age >= _nations(benunit.members, period, "tested_from_age")
        return benunit.sum(child & at_school & ~tested)


class pupils_tested_for_free_meals(Variable):
    value_type = int
    entity = BenUnit
    definition_period = MONTH
    unit = "children"
    label = "Children in the classes in which free school meals hang on a benefit"
    reference = LAW

    def formula(benunit, period):
        child = benunit.members("is_qualifying_child", period)
        if not child.any():
            return np.zeros(benunit.count, dtype=np.int32)
        age = benunit.members("age_for_school_class", period)
        tested = age >= _nations(benunit.members, period, "tested_from_age")
        return benunit.sum(child & tested)


class pupils_helped_by_scottish_child_payment(Variable):
    value_type = int
    entity = BenUnit
    definition_period = MONTH
    unit = "children"
    label = "Children in P6 and P7, whose meals are also free with Scottish Child Payment"
    reference = "https://www.legislation.gov.uk/ssi/2009/178"

    def formula(benunit, period):
        members = benunit.members
        child = members("is_qualifying_child", period)
        if not child.any():
            return np.zeros(benunit.count, dtype=np.int32)
        age = members("age_for_school_class", period)
        rates = benefit_rates(members, period)
        upper = (age >= rates(f"{MEALS}.scotland.tested_from_age")) & (
            age < rates(f"{MEALS}.scotland.secondary_from_age")
        )
        scottish = members.benunit("lives_in_scotland", period)
        return benunit.sum(upper & scottish & child)


class school_meals_earnings_limit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per assessment period"
    label = "Most earned income of one assessment period with which school meals are free"
    documentation = "Infinite where every household on Universal Credit qualifies."
    reference = LAW

    def formula(benunit, period):
        paths = ("england.one_period_limit", "scotland.earnings_limit", "wales.one_period_limit")
        scottish, welsh = benunit("lives_in_scotland", period), benunit("lives_in_wales", period)
        return _by_nation(benefit_rates(benunit, period), scottish, welsh, paths)


class has_free_school_meals_after_usual_period(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Free school meals on the strength of a month with the usual pay days"
    reference = LAW

    def formula(benunit, period):
        pupils = benunit("pupils_tested_for_free_meals", period) > 0
        if not pupils.any():
            return pupils
        within = pupils & (
            benunit("uc_earned_income_in_usual_period", period)
            <= benunit("school_meals_earnings_limit", period)
        )
        return within & benunit("has_universal_credit_in_usual_period", period)


class has_free_school_meals_after_most_pay_days(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Free school meals on the strength of a month with the most pay days"
    documentation = (
        "In England and Wales that month and the one before it may be taken together; a third "
        "month never helps where those two do not, as it could be one with the most pay days."
    )
    reference = LAW

    def formula(benunit, period):
        pupils = benunit("pupils_tested_for_free_meals", period) > 0
        if not pupils.any():
            return pupils
        scottish, welsh = benunit("lives_in_scotland", period), benunit("lives_in_wales", period)
        most = benunit("uc_earned_income_with_most_pay_days", period)
        two = to_penny(most + benunit("uc_earned_income_in_usual_period", period))
        # Scotland looks at one month alone.
        paths = ("england.two_period_limit", None, "wales.two_period_limit")
        two_limit = _by_nation(benefit_rates(benunit, period), scottish, welsh, paths)
        within = (most <= benunit("school_meals_earnings_limit", period)) | (two <= two_limit)
        return pupils & within & benunit("has_universal_credit_with_most_pay_days", period)


class free_school_meals_saving_per_year(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per year"
    label = "About what a family saves a year on the meals of pupils for whom there is a test"
    reference = LAW

    def formula(benunit, period):
        each = benefit_rates(benunit, period)(f"{MEALS}.saving_per_child")
        return each * benunit("pupils_tested_for_free_meals", period)


def _nations(members, period, name):
    """An age of each member's nation."""
    scottish = members.benunit("lives_in_scotland", period)
    welsh = members.benunit("lives_in_wales", period)
    paths = tuple(f"{nation}.{name}" for nation in ("england", "scotland", "wales"))
    return _by_nation(benefit_rates(members, period), scottish, welsh, paths)


def _by_nation(rates, scottish, welsh, paths):
    """A rate of England, Scotland or Wales by row; read only where somebody lives.

    A nation's rates can begin later than another's. No path: a limit that nothing keeps within.
    """
    found = np.full(len(scottish), -1.0)
    for lives, path in zip((~scottish & ~welsh, scottish, welsh), paths, strict=True):
        if path is not None and lives.any():
            found = np.where(lives, rates(f"{MEALS}.{path}"), found)
    return found
