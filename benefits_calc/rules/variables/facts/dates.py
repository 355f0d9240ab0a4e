"""Dates on which each award's rates are read."""

from __future__ import annotations

from datetime import date

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.calendar import assessment_period_last_day
from benefits_calc.rules.entities import BenUnit

MONTH = DateUnit.MONTH


class assessment_period_start(Variable):
    value_type = date
    entity = BenUnit
    definition_period = MONTH
    label = "First day of the Universal Credit assessment period"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/21"

    def formula(benunit, period):
        return np.full(benunit.count, np.datetime64(str(period.start), "D"))


class assessment_period_end(Variable):
    value_type = date
    entity = BenUnit
    definition_period = MONTH
    label = "Last day of the Universal Credit assessment period"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/21"

    def formula(benunit, period):
        return assessment_period_last_day(benunit("assessment_period_start", period))


class benefit_date(Variable):
    value_type = date
    entity = BenUnit
    definition_period = MONTH
    label = "Day for which weekly benefits are looked at"
    reference = "https://www.legislation.gov.uk/uksi/2026/148/article/1"

    def formula(benunit, period):
        return np.full(benunit.count, np.datetime64(str(period.start), "D"))
