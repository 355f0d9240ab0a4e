"""Maternity Allowance for those without maternity pay (SSCBA 1992 ss.35 and 35A)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.rates import Rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
FOLDER = "dwp.maternity_allowance"
ACT = "https://www.legislation.gov.uk/ukpga/1992/4/section/"


class is_entitled_to_maternity_allowance(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Worked and earned enough in the test period, and has no Statutory Maternity Pay"
    reference = f"{ACT}35"

    def formula(person, period):
        rates = Rates(person, person("parental_pay_week_start", period))
        worked = person("weeks_worked_in_maternity_test_period", period)
        earned = person("earnings_for_maternity_allowance", period)
        left = person("parental_pay_weeks_before", period) < rates(f"{FOLDER}.maximum_weeks")
        return (
            (worked >= rates(f"{FOLDER}.weeks_of_work"))
            & (earned >= rates(f"{FOLDER}.earnings_threshold"))
            & left
            & (person("statutory_parental_pay_per_week", period) == 0)
        )


class maternity_allowance_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Maternity Allowance a week: nine tenths of earnings, at most the standard rate"
    reference = f"{ACT}35A"

    def formula(person, period):
        rates = Rates(person, person("parental_pay_week_start", period))
        earned = person("earnings_for_maternity_allowance", period)
        share = rates(f"{FOLDER}.earnings_share") * earned
        week = to_penny(np.minimum(share, rates(f"{FOLDER}.standard_rate")))
        return np.where(person("is_entitled_to_maternity_allowance", period), week, 0.0)
