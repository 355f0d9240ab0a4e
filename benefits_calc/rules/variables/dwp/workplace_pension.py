"""Workplace pension: who is enrolled and what is taken."""

from __future__ import annotations

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benefits_calc.rules.choices import PensionBasis, PensionEnrolment, PensionScheme
from benefits_calc.rules.entities import Person
from benefits_calc.rules.pay_periods import by_pay_period
from benefits_calc.rules.rates import pay_rates
from benefits_calc.rules.rounding import to_penny

MONTH = DateUnit.MONTH
PENSION = "dwp.workplace_pension"


class is_enrolled_in_workplace_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Pays into a workplace pension"
    documentation = "Automatic: aged 22 to State Pension age and paid more than the trigger."
    reference = "https://www.legislation.gov.uk/ukpga/2008/30/section/3"

    def formula(person, period):
        rates = pay_rates(person, period)
        pay = person("contractual_pay_per_pay_period", period)
        trigger = by_pay_period(rates, f"{PENSION}.trigger", person("pay_period", period))
        of_age = (person("age_on_pay_date", period) >= rates(f"{PENSION}.minimum_age")) & (
            person("pay_date", period) < person("pension_age_date", period)
        )
        enrolment = person("pension_enrolment", period)
        joined = enrolment == PensionEnrolment.joined
        automatic = (enrolment == PensionEnrolment.automatic) & of_age & (pay > trigger)
        has_scheme = person("pension_scheme", period) != PensionScheme.none
        return has_scheme & (joined | automatic)


class pension_contribution_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Employee's pension contribution, tax relief included"
    reference = "https://www.legislation.gov.uk/ukpga/2008/30/section/20"

    def formula(person, period):
        rates = pay_rates(person, period)
        pay_period = person("pay_period", period)
        pay = person("contractual_pay_per_pay_period", period)
        lower = by_pay_period(rates, f"{PENSION}.qualifying_lower", pay_period)
        upper = by_pay_period(rates, f"{PENSION}.qualifying_upper", pay_period)
        band = np.maximum(np.minimum(pay, upper) - lower, 0.0)
        base = np.where(person("pension_basis", period) == PensionBasis.all, pay, band)
        due = to_penny(base * person("pension_share_of_pay", period))
        return np.where(person("is_enrolled_in_workplace_pension", period), due, 0.0)


class net_pay_arrangement_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Contribution under a net pay arrangement, taken before tax"
    reference = "https://www.legislation.gov.uk/ukpga/2004/12/section/193"

    def formula(person, period):
        chosen = person("pension_scheme", period) == PensionScheme.net_pay
        return np.where(chosen, person("pension_contribution_per_pay_period", period), 0.0)


class salary_sacrifice_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Pay given up for a pension contribution"
    reference = "https://www.legislation.gov.uk/ukpga/2003/1/section/7"

    def formula(person, period):
        chosen = person("pension_scheme", period) == PensionScheme.salary_sacrifice
        return np.where(chosen, person("pension_contribution_per_pay_period", period), 0.0)


class relief_at_source_gross_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Contribution under relief at source, with the relief the provider claims"
    reference = "https://www.legislation.gov.uk/ukpga/2004/12/section/192"

    def formula(person, period):
        chosen = person("pension_scheme", period) == PensionScheme.relief_at_source
        return np.where(chosen, person("pension_contribution_per_pay_period", period), 0.0)


class pension_taken_from_pay_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Pension contribution that comes out of pay (for relief at source, without the relief)"
    reference = "https://www.legislation.gov.uk/ukpga/2004/12/section/192"

    def formula(person, period):
        relief = pay_rates(person, period)(f"{PENSION}.basic_rate_relief")
        at_source = person("relief_at_source_gross_per_pay_period", period)
        taken = person("net_pay_arrangement_per_pay_period", period)
        return taken + to_penny(at_source * (1 - relief))


class relievable_pension_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Contribution that Universal Credit takes off pay (salary sacrifice apart)"
    documentation = (
        "Gross under relief at source unless the case chooses the net figure that DWP's "
        "real-time information carries."
    )
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/55"

    def formula(person, period):
        at_source = person("relief_at_source_gross_per_pay_period", period)
        taken = person("pension_taken_from_pay_per_pay_period", period)
        net_only = person("universal_credit_counts_net_relief_at_source", period)
        gross = at_source + person("net_pay_arrangement_per_pay_period", period)
        return np.where(net_only, taken, gross)


class universal_credit_counts_net_relief_at_source(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Count only the contribution taken from pay under relief at source (the low case)"
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/55"


class employer_pension_contribution_per_pay_period(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    unit = "GBP per pay period"
    label = "Least the employer must pay in"
    reference = "https://www.legislation.gov.uk/ukpga/2008/30/section/20"

    def formula(person, period):
        rates = pay_rates(person, period)
        pay_period = person("pay_period", period)
        pay = person("contractual_pay_per_pay_period", period)
        lower = by_pay_period(rates, f"{PENSION}.qualifying_lower", pay_period)
        upper = by_pay_period(rates, f"{PENSION}.qualifying_upper", pay_period)
        band = np.maximum(np.minimum(pay, upper) - lower, 0.0)
        due = to_penny(band * rates(f"{PENSION}.employer_minimum"))
        return np.where(person("is_enrolled_in_workplace_pension", period), due, 0.0)
