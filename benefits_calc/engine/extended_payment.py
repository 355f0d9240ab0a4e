"""Housing Benefit that runs on for four weeks after New Style ESA has ended by work.

Housing Benefit Regulations 2006 (SI 2006/213) regs 73 to 73B. The end of Universal Credit brings
no such payment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from benefits_calc.case import Case
from benefits_calc.case.person import NewStyleEsa, Person
from benefits_calc.engine.system import parameter_at

FOLDER = "dwp.housing_benefit.extended_payment"
REFERENCE = "https://www.legislation.gov.uk/uksi/2006/213/regulation/73"
HOMES = ("supported", "temporary")
DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class ExtendedPayment:
    """The weeks for which Housing Benefit runs on.

    Attributes:
        starts_on: First day, a Monday; None where the job's first day is not given.
        ends_on: Last day, a Sunday; None likewise.
        weeks: How many weeks.
        certainty: council, or unknown where 26 weeks on the benefit are not shown.
    """

    starts_on: date | None
    ends_on: date | None
    weeks: int
    certainty: str


def extended_payment(case: Case, as_at: date) -> ExtendedPayment | None:
    """The extended payment if the job ends New Style ESA; None where the facts rule one out."""
    job = case.job
    if job is None or case.home.tenure not in HOMES:
        return None
    awards = [person.new_style_esa for person in _adults(case) if person.new_style_esa is not None]
    first = job.starts or as_at
    shown = [_weeks_paid(award, first) for award in awards]
    least = parameter_at(f"{FOLDER}.weeks_on_benefit", as_at)
    long_enough = [weeks is None or weeks >= least for weeks in shown]
    if not any(long_enough) or _is_too_short(case, first):
        return None
    weeks = round(parameter_at(f"{FOLDER}.weeks", as_at))
    # The week in which the benefit ended is paid as it was; the weeks are Monday to Sunday.
    monday = first + timedelta(days=-first.weekday() % DAYS_OF_A_WEEK)
    known = any(weeks_paid is not None and weeks_paid >= least for weeks_paid in shown)
    return ExtendedPayment(
        starts_on=monday if job.starts else None,
        ends_on=monday + timedelta(weeks=weeks, days=-1) if job.starts else None,
        weeks=weeks,
        certainty="council" if known else "unknown",
    )


def _adults(case: Case) -> list[Person]:
    return [case.claimant] + ([case.partner] if case.partner else [])


def _weeks_paid(esa: NewStyleEsa, until: date) -> float | None:
    """Weeks of the award before a day; None where its beginning is not given."""
    began = esa.claimed_from or esa.since
    return None if began is None else (until - began.first_day).days / DAYS_OF_A_WEEK


def _is_too_short(case: Case, first: date) -> bool:
    """Whether the job is known to last less than the five weeks that the law asks for."""
    ends = case.job.ends if case.job else None
    if ends is None:
        return False
    least = parameter_at(f"{FOLDER}.weeks_of_work", first)
    return (ends - first).days + 1 < least * DAYS_OF_A_WEEK
