"""Help with heating, with saving and with sudden costs that hangs on work or on pay."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.conversions import MONTHS_PER_YEAR
from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.rates import benefit_rates, uc_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
ADVANCES = "dwp.universal_credit.advances"
ADVANCE_LAW = "https://www.legislation.gov.uk/uksi/2013/383/"
HEATING = [
    "https://www.legislation.gov.uk/uksi/1988/1724",
    "https://www.legislation.gov.uk/ssi/2023/16/regulation/4",
]


class has_adult_in_paid_work(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "The claimant or the partner is in paid work"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/2"

    def formula(benunit, period):
        members = benunit.members
        adult = members("is_adult_in_award", period)
        return benunit.sum(members("is_in_paid_work", period) & adult) > 0


class meets_cold_weather_conditions(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Universal Credit that brings a Cold Weather or Winter Heating Payment"
    documentation = (
        "LCW or LCWRA, or a child under five, and nobody in work; with a disabled child, in work "
        "or not."
    )
    reference = HEATING

    def formula(benunit, period):
        members = benunit.members
        under = benefit_rates(members, period)("passported.energy.child_under_age")
        child = members("is_qualifying_child", period)
        young = benunit.sum(child & (members("age_on_benefit_date", period) < under)) > 0
        limited = benunit.sum(members("has_lcw_or_lcwra", period)) > 0
        out_of_work = ~benunit("has_adult_in_paid_work", period)
        disabled_child = benunit("uc_disabled_child_element", period) > 0
        opens = disabled_child | ((limited | young) & out_of_work)
        return opens & benunit("has_universal_credit_in_usual_period", period)


class can_open_help_to_save(Variable):
    value_type = bool
    entity = BenUnit
    definition_period = MONTH
    label = "Universal Credit with pay enough to open a Help to Save account"
    reference = "https://www.legislation.gov.uk/uksi/2018/87"

    def formula(benunit, period):
        least = benefit_rates(benunit, period)("passported.help_to_save.minimum_earnings")
        enough = benunit("uc_earned_income_in_usual_period", period) >= least
        return enough & benunit("has_universal_credit_in_usual_period", period)


class budgeting_advance_earnings_limit(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP over six assessment periods"
    label = "Most earned income of six assessment periods with which an advance can be paid"
    reference = f"{ADVANCE_LAW}regulation/13"

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        return np.where(
            benunit("is_couple", period),
            rates(f"{ADVANCES}.couple_earnings_limit"),
            rates(f"{ADVANCES}.single_earnings_limit"),
        )


class most_budgeting_advance(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP"
    label = "Most that can be borrowed as a budgeting advance"
    documentation = (
        "Lower by savings over the amount left alone, and nothing below the least payment. "
        "Earnings are those of six average months."
    )
    reference = [f"{ADVANCE_LAW}regulation/{number}" for number in ("13", "15", "16")]

    def formula(benunit, period):
        rates = uc_rates(benunit, period)
        most = np.select(
            [benunit("number_of_children", period) > 0, benunit("is_couple", period)],
            [rates(f"{ADVANCES}.with_children_maximum"), rates(f"{ADVANCES}.couple_maximum")],
            rates(f"{ADVANCES}.single_maximum"),
        )
        left_alone = rates(f"{ADVANCES}.capital_left_alone")
        over = np.maximum(benunit("capital", period) - left_alone, 0.0)
        amount = np.maximum(to_penny(most - over), 0.0)
        periods = rates(f"{ADVANCES}.earnings_assessment_periods")
        earned = to_penny(benunit("uc_actual_earned_income", period) * periods)
        payable = (
            (amount >= rates(f"{ADVANCES}.minimum"))
            & (earned <= benunit("budgeting_advance_earnings_limit", period))
            & (benunit("universal_credit", period) > 0)
        )
        return np.where(payable, amount, 0.0)


class help_to_save_bonus_per_year(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per year"
    label = "Most that Help to Save adds in a year"
    reference = "https://www.legislation.gov.uk/uksi/2018/87"

    def formula(benunit, period):
        rates = benefit_rates(benunit, period)
        saved = rates("passported.help_to_save.monthly_maximum") * MONTHS_PER_YEAR
        bonus = saved * rates("passported.help_to_save.bonus_share")
        return np.broadcast_to(bonus, (benunit.count,)).copy()


class tv_licence_saving_per_year(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per year"
    label = "What a severely sight impaired person saves on the TV licence"
    reference = "https://www.legislation.gov.uk/uksi/2004/692"

    def formula(benunit, period):
        rates = benefit_rates(benunit, period)
        share = rates("passported.home.tv_licence_share_saved_if_severely_sight_impaired")
        licence = np.broadcast_to(rates("passported.home.tv_licence"), (benunit.count,))
        return to_penny(licence * share)
