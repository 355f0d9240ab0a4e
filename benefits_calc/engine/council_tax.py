"""What the rules need to know about council tax."""

from __future__ import annotations

from typing import Any

from benefits_calc.case import Case
from benefits_calc.case.home import CouncilTax
from benefits_calc.engine.dates import ComparisonDates
from benefits_calc.engine.tables import band_d_per_year
from benefits_calc.rules.conversions import per_year
from benefits_calc.rules.local_schemes import NO_SCHEME, scheme_of


def is_asked(case: Case) -> bool:
    """Whether the case says who gets the council tax bill."""
    tax = case.home.council_tax
    return tax is not None and tax.liable != "unknown"


def is_liable(case: Case) -> bool:
    """Whether this household gets the bill."""
    tax = case.home.council_tax
    return tax is not None and tax.liable is True


def is_reduction_claimed(case: Case) -> bool:
    """Whether a reduction is in payment: taken so unless the case says that nothing is paid."""
    if case.nothing_is_paid_now:
        return False
    paid = case.benefits_now.council_tax_reduction if case.benefits_now else None
    return paid is None or paid.amount > 0


def council_tax_facts(case: Case, dates: ComparisonDates) -> dict[str, Any]:
    """Facts of the home (household variables) for the bill and the scheme of the place."""
    tax = case.home.council_tax
    if tax is None or not is_liable(case):
        return {}
    scheme, band_d = NO_SCHEME, None
    if case.council is not None:
        scheme = scheme_of(case.council, case.nation, dates.as_at)
        band_d = band_d_per_year(case.council, dates.as_at)
    facts: dict[str, Any] = {
        "council_tax_reduction_scheme": scheme,
        "has_disabled_band_reduction": tax.disabled_band_reduction,
    }
    if band_d is not None:
        facts["council_tax_band_d_per_year"] = band_d
    return facts | _bill(tax)


def _bill(tax: CouncilTax) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if tax.band is not None:
        facts["council_tax_band"] = tax.band.lower()
    if tax.bill is not None:
        facts["is_council_tax_bill_given"] = True
        facts["council_tax_bill_given_per_year"] = per_year(tax.bill.amount, tax.bill.per)
    if tax.exempt is not None:
        facts["council_tax_exemption"] = tax.exempt
    return facts


def liability_facts(case: Case) -> dict[str, Any]:
    """Facts of the award's benefit unit (benefit unit variables)."""
    couple_counts_once = 1 if case.partner is not None and (case.home.joint_tenants or 1) > 1 else 0
    return {
        "is_liable_for_council_tax": is_liable(case),
        "people_liable_for_council_tax": float((case.home.joint_tenants or 1) - couple_counts_once),
    }
