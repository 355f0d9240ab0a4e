"""Scottish Child Payment: a weekly sum for each child, while a qualifying award is above nil."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.weeks import month_of

MONTH = DateUnit.MONTH
SCP = "social_security_scotland.scottish_child_payment"
REGULATIONS = "https://www.legislation.gov.uk/ssi/2020/351/"


class children_for_scottish_child_payment(Variable):
    value_type = int
    entity = BenUnit
    definition_period = MONTH
    unit = "children"
    label = "Children under 16"
    reference = f"{REGULATIONS}regulation/18"

    def formula(benunit, period):
        members = benunit.members
        under = benefit_rates(members, period)(f"{SCP}.under_age")
        young = members("age_on_benefit_date", period) < under
        return benunit.sum(young & members("is_qualifying_child", period))


class is_entitled_to_scottish_child_payment(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Lives in Scotland, claims, and has a Universal Credit award above nil"
    reference = f"{REGULATIONS}regulation/18"

    def formula(benunit, period):
        claims = benunit("claims_scottish_child_payment", period) & benunit(
            "lives_in_scotland", period
        )
        if not claims.any():
            return claims
        return claims & (benunit("universal_credit", period) > 0)


class scottish_child_payment_per_week(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per week"
    label = "Scottish Child Payment a week"
    reference = f"{REGULATIONS}regulation/20"

    def formula(benunit, period):
        entitled = benunit("is_entitled_to_scottish_child_payment", period)
        if not entitled.any():
            return np.zeros(benunit.count)
        each = benefit_rates(benunit, period)(f"{SCP}.weekly_rate")
        children = benunit("children_for_scottish_child_payment", period)
        return np.where(entitled, children * each, 0.0)


class scottish_child_payment(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Scottish Child Payment"
    documentation = "Ignored as income by Universal Credit and Housing Benefit."
    reference = f"{REGULATIONS}regulation/20"

    def formula(benunit, period):
        return month_of(benunit("scottish_child_payment_per_week", period))
