"""Carer Support Payment, its supplement and the payment for further people (Scotland)."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.weeks import month_of

MONTH = DateUnit.MONTH
CSP = "social_security_scotland.carer_support_payment"
REGULATIONS = "https://www.legislation.gov.uk/ssi/2023/302/"
AMENDMENT = "https://www.legislation.gov.uk/ssi/2025/340"


class is_within_carer_support_payment_earnings_limit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Net earnings of the week before do not exceed the limit"
    documentation = "Counted as for Carer's Allowance."
    reference = [f"{REGULATIONS}regulation/14", f"{REGULATIONS}schedule/2/paragraph/4"]

    def formula(person, period):
        limit = benefit_rates(person, period)(f"{CSP}.earnings_limit_per_week")
        return person("carers_earnings_per_week", period) <= limit


class is_entitled_to_carer_support_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to Carer Support Payment, whether or not another benefit overlaps it"
    documentation = "Open to most students, so education is not asked about here."
    reference = f"{REGULATIONS}regulation/4"

    def formula(person, period):
        claims = person("claims_carer_support_payment", period)
        if not claims.any():
            return claims
        return (
            claims
            & person("cares_enough_for_carers_benefit", period)
            & person("is_within_carer_support_payment_earnings_limit", period)
        )


class carer_support_payment_per_week(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per week"
    label = "Carer Support Payment a week: the balance over benefits that overlap it"
    reference = f"{REGULATIONS}regulation/16"

    def formula(person, period):
        entitled = person("is_entitled_to_carer_support_payment", period)
        if not entitled.any():
            return np.zeros(person.count)
        rate = benefit_rates(person, period)(f"{CSP}.weekly_rate")
        balance = np.maximum(rate - person("overlapping_benefits_per_week", period), 0.0)
        return np.where(entitled, balance, 0.0)


class carer_support_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Carer Support Payment (Scotland), without its supplement"
    documentation = "A week's entitlement x 52/12."
    reference = f"{REGULATIONS}regulation/16"

    def formula(person, period):
        return month_of(person("carer_support_payment_per_week", period))


class scottish_carer_supplement(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Scottish Carer Supplement, paid only with Carer Support Payment"
    documentation = (
        "Weekly from 15 March 2026; the twice-yearly supplement before that is not counted. "
        "Ignored by Universal Credit, Housing Benefit and council tax reduction."
    )
    reference = AMENDMENT

    def formula(person, period):
        paid = person("carer_support_payment", period) > 0
        if not paid.any():
            return np.zeros(person.count)
        week = benefit_rates(person, period)(f"{CSP}.supplement_per_week")
        return np.where(paid, month_of(np.asarray(week)), 0.0)


class carer_additional_person_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per month"
    label = "Carer Additional Person Payment, for each further person cared for"
    reference = AMENDMENT

    def formula(person, period):
        people = person("additional_people_cared_for", period)
        if not people.any():
            return np.zeros(person.count)
        paid = person("carer_support_payment", period) > 0
        each = benefit_rates(person, period)(f"{CSP}.additional_person_per_week")
        return np.where(paid, month_of(people * each), 0.0)
