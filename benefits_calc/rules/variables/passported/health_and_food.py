"""Help with health costs and with food that hangs on pay in a Universal Credit month."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.conversions import WEEKS_PER_YEAR
from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.rates import benefit_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
NHS = "passported.nhs"
HEALTHY_START = "passported.healthy_start"
BEST_START_FOODS = "passported.best_start_foods"
HEALTH_COSTS = [
    "https://www.legislation.gov.uk/uksi/2003/2382/regulation/5",
    "https://www.legislation.gov.uk/ssi/2003/460",
    "https://www.legislation.gov.uk/wsi/2007/1104",
]
FOOD = "https://www.legislation.gov.uk/uksi/2005/3262/regulation/3"


class nhs_help_earnings_limit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per assessment period"
    label = "Most earned income with which Universal Credit gives full help with health costs"
    documentation = "The higher limit with a child element, or where one of a couple has LCW."
    reference = HEALTH_COSTS

    def formula(benunit, period):
        rates = benefit_rates(benunit, period)
        limited = benunit.sum(benunit.members("has_lcw_or_lcwra", period)) > 0
        higher = limited | (benunit("uc_child_element", period) > 0)
        limit = f"{NHS}.universal_credit_earnings_limit"
        return np.where(higher, rates(f"{limit}_with_child_or_limited_capability"), rates(limit))


class has_nhs_help_after_usual_period(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Full help with health costs on the strength of a month with the usual pay days"
    documentation = (
        "The month before the charge is looked at; a charge can be paid back where the month in "
        "which it fell qualifies (reg 5(1C))."
    )
    reference = HEALTH_COSTS

    def formula(benunit, period):
        within = benunit("uc_earned_income_in_usual_period", period) <= benunit(
            "nhs_help_earnings_limit", period
        )
        return within & benunit("has_universal_credit_in_usual_period", period)


class has_nhs_help_after_most_pay_days(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Full help with health costs on the strength of a month with the most pay days"
    reference = HEALTH_COSTS

    def formula(benunit, period):
        within = benunit("uc_earned_income_with_most_pay_days", period) <= benunit(
            "nhs_help_earnings_limit", period
        )
        return within & benunit("has_universal_credit_with_most_pay_days", period)


class is_within_healthy_start_limit(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Universal Credit with pay low enough for Healthy Start in one of two months running"
    documentation = (
        "Either of the last two assessment periods is enough, and two with the most pay days "
        "never follow one another: the usual period decides."
    )
    reference = FOOD

    def formula(benunit, period):
        limit = benefit_rates(benunit, period)(f"{HEALTHY_START}.universal_credit_earnings_limit")
        within = benunit("uc_earned_income_in_usual_period", period) <= limit
        return within & benunit("has_universal_credit_in_usual_period", period)


class healthy_start_per_year(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per year"
    label = "Healthy Start for the children of the family, were it given for a whole year"
    reference = FOOD

    def formula(benunit, period):
        age = benunit.members("age_on_benefit_date", period)
        child = benunit.members("is_qualifying_child", period)
        rates = benefit_rates(benunit.members, period)
        young = child & (age < rates(f"{HEALTHY_START}.child_under_age"))
        multiple = np.where(age < 1, rates(f"{HEALTHY_START}.under_one_multiple"), 1.0)
        week = benunit.sum(young * multiple * rates(f"{HEALTHY_START}.weekly_amount"))
        return to_penny(week * WEEKS_PER_YEAR)


class best_start_foods_per_year(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per year"
    label = "Best Start Foods for the children of the family, were it given for a whole year"
    reference = "https://www.legislation.gov.uk/ssi/2019/193"

    def formula(benunit, period):
        age = benunit.members("age_on_benefit_date", period)
        child = benunit.members("is_qualifying_child", period)
        rates = benefit_rates(benunit.members, period)
        young = child & (age < rates(f"{BEST_START_FOODS}.child_under_age"))
        rate = np.where(
            age < 1,
            rates(f"{BEST_START_FOODS}.higher_rate"),
            rates(f"{BEST_START_FOODS}.lower_rate"),
        )
        return to_penny(benunit.sum(young * rate) * WEEKS_PER_YEAR)
