"""Student and postgraduate loan repayments taken by the employer."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.entities import Person
from benefits_calc.rules.pay_periods import PERIODS_PER_YEAR, index_of
from benefits_calc.rules.rates import pay_rates
from benefits_calc.rules.rounding import down_to_penny, down_to_pound

MONTH = DateUnit.MONTH
LOAN = "hmrc.student_loan"
PLANS = ("plan_1", "plan_2", "plan_4", "plan_5")


class student_loan_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Loan repayment for the pay period, whole pounds, never cumulative"
    documentation = (
        "One repayment on the lowest threshold of the plans held, and the postgraduate loan "
        "beside it. Thresholds are the year's divided by the pay periods, cut to the penny as "
        "HMRC publishes them."
    )
    reference = "https://www.legislation.gov.uk/uksi/2009/470"

    def formula(person, period):
        held = [person(f"repays_student_loan_{plan}", period) for plan in PLANS]
        postgraduate = person("repays_postgraduate_loan", period)
        if not (postgraduate.any() or any(plan.any() for plan in held)):
            return np.zeros(person.count)
        rates = pay_rates(person, period)
        periods = PERIODS_PER_YEAR[index_of(person("pay_period", period))]
        pay = person("taxable_pay_per_pay_period", period)
        threshold = np.full(person.count, np.inf)
        for plan, repays in zip(PLANS, held, strict=True):
            if repays.any():
                lowest = np.minimum(threshold, _of_pay_period(rates, plan, periods))
                threshold = np.where(repays, lowest, threshold)
        loan = _repayment(pay, threshold, rates(f"{LOAN}.rate"))
        if postgraduate.any():
            above = _of_pay_period(rates, "postgraduate", periods)
            extra = _repayment(pay, above, rates(f"{LOAN}.postgraduate_rate"))
            loan = loan + np.where(postgraduate, extra, 0.0)
        return loan


def _of_pay_period(rates, plan, periods):
    return down_to_penny(rates(f"{LOAN}.{plan}") / periods)


def _repayment(pay, threshold, rate):
    return down_to_pound(rate * np.maximum(pay - threshold, 0.0))
