"""People outside the case whose own claims the job can move: whom to tell, without figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benefits_calc.analysis.situation import adults
from benefits_calc.case import Case

UC_REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/"


@dataclass(frozen=True)
class Affected:
    """Somebody else's claim that the job can move.

    Attributes:
        code: Which claim: its name in the catalogue.
        certainty: rule, dwp_decision, council or unknown.
        reference: The law.
    """

    code: str
    certainty: str
    reference: str


def affected_people(case: Case) -> tuple[Affected, ...]:
    """Claims of others, in the home and outside it, that the job can move."""
    return tuple(_found(case))


def _found(case: Case) -> Iterator[Affected]:
    host = case.home.host
    if host is not None:
        if host.universal_credit_housing or host.housing_benefit:
            rule = f"{UC_REGULATIONS}schedule/4/paragraph/13"
            yield Affected("host_help_with_rent", "rule", rule)
        if host.council_tax_reduction:
            rule = "https://www.legislation.gov.uk/ukpga/1992/14/section/13A"
            yield Affected("host_council_tax_reduction", "council", rule)
        if host.single_person_discount:
            rule = "https://www.legislation.gov.uk/ukpga/1992/14/section/11"
            yield Affected("host_single_person_discount", "council", rule)
    elif case.home.tenure == "with_family":
        yield Affected("host_not_known", "unknown", f"{UC_REGULATIONS}schedule/4/paragraph/13")
    if any(person.someone_is_paid_to_care for person in adults(case)):
        rule = "https://www.legislation.gov.uk/ukpga/1992/4/section/70"
        yield Affected("your_carer", "rule", rule)
    if any(other.relation == "joint_tenant" for other in case.others_in_home):
        rule = "https://www.legislation.gov.uk/ukpga/1992/14/section/6"
        yield Affected("joint_tenants", "council", rule)
