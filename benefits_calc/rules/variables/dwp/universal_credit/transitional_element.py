"""The transitional element and the transitional severe disability premium element.

Universal Credit (Transitional Provisions) Regulations 2014 regs 52 to 57 and Schs 2 and 3.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import PremiumRate
from benefits_calc.rules.entities import BenUnit
from benefits_calc.rules.rates import uc_rates
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.transitional import ELEMENTS, relevant_increases

MONTH = DateUnit.MONTH
SDP = "dwp.universal_credit.transitional.severe_disability_premium_element"
REGULATIONS = "https://www.legislation.gov.uk/uksi/2014/1230/"


class transitional_element_at_start(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Initial amount: older benefits above the Universal Credit of the same day"
    reference = f"{REGULATIONS}regulation/55"

    def formula(benunit, period):
        legacy = benunit("total_legacy_amount", period)
        indicative = benunit("indicative_universal_credit_amount", period)
        nil = legacy + benunit("indicative_income_above_maximum", period)
        return to_penny(np.where(indicative > 0, np.maximum(legacy - indicative, 0.0), nil))


class transitional_sdp_element_at_start(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Transitional severe disability premium element in the first period"
    documentation = (
        "A couple with the premium at its higher rate has an amount of its own; otherwise it is "
        "less with an LCWRA element in the award. Further amounts for other premiums."
    )
    reference = [f"{REGULATIONS}schedule/2", "https://www.legislation.gov.uk/uksi/2021/4"]

    def formula(benunit, period):
        severe = benunit("legacy_severe_disability_premium", period)
        had = severe != PremiumRate.none
        if not had.any():
            return np.zeros(benunit.count)
        rates = uc_rates(benunit, period)
        basic = np.where(
            severe == PremiumRate.couple,
            rates(f"{SDP}.couple_higher_rate"),
            np.where(
                benunit("uc_lcwra_element", period) > 0,
                rates(f"{SDP}.single_with_lcwra_element"),
                rates(f"{SDP}.single_without_lcwra_element"),
            ),
        )
        more = sum(
            _premium(benunit(f"legacy_{name}_premium", period), rates, name)
            for name in ("enhanced_disability", "disability")
        )
        children = benunit("legacy_disabled_children", period)
        more = more + children * rates(f"{SDP}.additional.disabled_child")
        return np.where(had, to_penny(basic + more), 0.0)


class uc_relevant_increases(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Rises of other elements since the period before, childcare apart"
    reference = f"{REGULATIONS}regulation/55"

    def formula(benunit, period):
        before = {name: benunit(f"previous_{name}", period) for name in ELEMENTS}
        now = {name: benunit(name, period) for name in ELEMENTS}
        return relevant_increases(before, now)


class transitional_element(Variable):
    value_type = float
    entity = BenUnit
    definition_period = MONTH
    unit = "GBP per month"
    label = "Transitional element, the severe disability premium one included"
    documentation = (
        "That of the period before less the rises of other elements; in the first period of an "
        "award that takes the place of one with a severe disability premium, the amount for it."
    )
    reference = f"{REGULATIONS}regulation/55"

    def formula(benunit, period):
        before = benunit("previous_transitional_element", period)
        start = benunit("transitional_sdp_element_at_start", period)
        if not before.any():
            return start
        left = np.maximum(before - benunit("uc_relevant_increases", period), 0.0)
        return to_penny(np.where(before > 0, left, start))


def _premium(rate, rates, name):
    """The further amount for a premium that was in the older award."""
    return np.select(
        [rate == PremiumRate.single, rate == PremiumRate.couple],
        [rates(f"{SDP}.additional.{name}_{each}") for each in ("single", "couple")],
        0.0,
    )
