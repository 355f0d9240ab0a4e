"""Statutory maternity, adoption, paternity, shared parental, bereavement and neonatal pay.

Social Security Contributions and Benefits Act 1992 Parts 12 to 12ZE. Paid by the employer by
the week: nine tenths of normal weekly earnings, at most the standard rate except in the first
six weeks of maternity and adoption pay.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import StatutoryParentalPay
from benefits_calc.rules.entities import Person
from benefits_calc.rules.rates import Rates
from benefits_calc.rules.rounding import up_to_penny

MONTH = DateUnit.MONTH
FOLDER = "hmrc.statutory_parental_pay"
LOWER_EARNINGS_LIMIT = "hmrc.national_insurance.class_1.lower_earnings_limit_per_week"
ACT = "https://www.legislation.gov.uk/ukpga/1992/4/section/"
KINDS = {
    "maternity": StatutoryParentalPay.maternity,
    "adoption": StatutoryParentalPay.adoption,
    "paternity": StatutoryParentalPay.paternity,
    "shared_parental": StatutoryParentalPay.shared_parental,
    "bereavement": StatutoryParentalPay.bereavement,
    "neonatal_care": StatutoryParentalPay.neonatal_care,
}


class statutory_parental_pay_weeks_left(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "weeks"
    label = "Weeks of statutory pay for parents not yet paid"
    reference = [f"{ACT}165", f"{ACT}171ZE", f"{ACT}171ZN", f"{ACT}171ZU"]

    def formula(person, period):
        rates = Rates(person, person("parental_pay_week_start", period))
        kind = person("statutory_parental_pay_kind", period)
        most = np.select(
            [kind == each for each in KINDS.values()],
            [rates(f"{FOLDER}.maximum_weeks.{name}") for name in KINDS],
            0.0,
        )
        return np.maximum(most - person("parental_pay_weeks_before", period), 0.0)


class is_entitled_to_statutory_parental_pay(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Statutory pay for parents is due: service, earnings at the limit, weeks left"
    reference = [f"{ACT}164", f"{ACT}171ZA", f"{ACT}171ZL"]

    def formula(person, period):
        rates = Rates(person, person("parental_pay_week_start", period))
        earns = person("earnings_before_parental_leave", period) >= rates(LOWER_EARNINGS_LIMIT)
        left = person("statutory_parental_pay_weeks_left", period) > 0
        return person("meets_service_condition_for_parental_pay", period) & earns & left


class statutory_parental_pay_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Statutory pay for parents of the week"
    documentation = "A fraction of a penny goes up (SI 1986/1960 reg 28 and its counterparts)."
    reference = [f"{ACT}166", "https://www.legislation.gov.uk/uksi/1986/1960/regulation/28"]

    def formula(person, period):
        rates = Rates(person, person("parental_pay_week_start", period))
        kind = person("statutory_parental_pay_kind", period)
        share = rates(f"{FOLDER}.earnings_share") * person("earnings_before_parental_leave", period)
        long_leave = (kind == StatutoryParentalPay.maternity) | (
            kind == StatutoryParentalPay.adoption
        )
        first = person("parental_pay_weeks_before", period) < rates(f"{FOLDER}.higher_rate_weeks")
        limited = np.minimum(share, rates(f"{FOLDER}.standard_rate"))
        week = up_to_penny(np.where(long_leave & first, share, limited))
        return np.where(person("is_entitled_to_statutory_parental_pay", period), week, 0.0)
