"""Help that runs on for four weeks after New Style ESA has ended by work.

Housing Benefit Regulations 2006 (SI 2006/213) regs 73 to 73B; council tax reduction in Scotland
(SSI 2021/249 regs 85 to 89) and Wales (SI 2013/3029 Sch 6 paras 39 to 43), and in England as a
council's own scheme has it, which is not held. The end of Universal Credit brings no such payment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from benefits_calc.case import Case
from benefits_calc.case.person import NewStyleEsa, Person
from benefits_calc.engine.council_tax import is_liable
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.local_schemes import extended_reduction_of

FOLDER = "dwp.housing_benefit.extended_payment"
REDUCTION_FOLDER = "local.council_tax_extended_reduction"
REFERENCE = "https://www.legislation.gov.uk/uksi/2006/213/regulation/73"
HOMES = ("supported", "temporary")
DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class ExtendedPayment:
    """The weeks for which help runs on.

    Attributes:
        starts_on: First day, a Monday; None where the job's first day is not given.
        ends_on: Last day, a Sunday; None likewise.
        weeks: How many weeks.
        certainty: council, or unknown where 26 weeks on the benefit are not shown.
        reference: The law.
    """

    starts_on: date | None
    ends_on: date | None
    weeks: int
    certainty: str
    reference: str


def extended_payment(case: Case, as_at: date) -> ExtendedPayment | None:
    """The extended payment if the job ends New Style ESA; None where the facts rule one out."""
    if case.home.tenure not in HOMES:
        return None
    return _extended(case, as_at, FOLDER, REFERENCE)


def extended_reduction(case: Case, as_at: date) -> ExtendedPayment | None:
    """The same for council tax reduction, where the law or scheme of the place is known to."""
    if case.council is None or not is_liable(case):
        return None
    reference = extended_reduction_of(case.council, case.nation, as_at)
    return None if reference is None else _extended(case, as_at, REDUCTION_FOLDER, reference)


def weeks_paid(esa: NewStyleEsa, until: date) -> float | None:
    """Weeks of the award before a day; None where its beginning is not given."""
    began = esa.claimed_from or esa.since
    return None if began is None else (until - began.first_day).days / DAYS_OF_A_WEEK


def _extended(case: Case, as_at: date, folder: str, reference: str) -> ExtendedPayment | None:
    job = case.job
    if job is None:
        return None
    awards = [person.new_style_esa for person in _adults(case) if person.new_style_esa is not None]
    first = job.starts or as_at
    shown = [weeks_paid(award, first) for award in awards]
    least = parameter_at(f"{folder}.weeks_on_benefit", as_at)
    long_enough = [paid is None or paid >= least for paid in shown]
    if not any(long_enough) or _is_too_short(case, first, folder):
        return None
    weeks = round(parameter_at(f"{folder}.weeks", as_at))
    # The week in which the benefit ended is paid as it was; the weeks are Monday to Sunday.
    monday = first + timedelta(days=-first.weekday() % DAYS_OF_A_WEEK)
    known = any(paid is not None and paid >= least for paid in shown)
    return ExtendedPayment(
        starts_on=monday if job.starts else None,
        ends_on=monday + timedelta(weeks=weeks, days=-1) if job.starts else None,
        weeks=weeks,
        certainty="council" if known else "unknown",
        reference=reference,
    )


def _adults(case: Case) -> list[Person]:
    return [case.claimant] + ([case.partner] if case.partner else [])


def _is_too_short(case: Case, first: date, folder: str) -> bool:
    """Whether the job is known to last less than the five weeks that the law asks for."""
    ends = case.job.ends if case.job else None
    if ends is None:
        return False
    least = parameter_at(f"{folder}.weeks_of_work", first)
    return (ends - first).days + 1 < least * DAYS_OF_A_WEEK
