"""Scenarios: lines of life that a dated run sets side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Change:
    """Hours or pay of an employment from a day on; None leaves a part as it was.

    Attributes:
        on: First day of the change.
        hours_per_week: Hours a week from then on (an uneven pattern ends that day).
        hourly_pay: Pounds an hour from then on.
        salary_per_year: Pounds a year from then on, at the contract's hours.
        employment: Place in `employments_of`; None is the job being thought about.
    """

    on: date
    hours_per_week: float | None = None
    hourly_pay: float | None = None
    salary_per_year: float | None = None
    employment: int | None = None


@dataclass(frozen=True)
class Sickness:
    """A spell off sick of one person, both days included.

    Attributes:
        first: First day off.
        last: Last day off.
        person: Place of the person in the layout; None is the worker of the job thought about.
    """

    first: date
    last: date
    person: int | None = None


@dataclass(frozen=True)
class LeavingPay:
    """Money paid with the final wage, in pounds before anything is taken off.

    Attributes:
        holiday_pay: For leave earned and not taken; earnings like any other.
        pay_in_lieu_of_notice: Earnings too (ITEPA 2003 s.402B and s.402D).
        redundancy_pay: Compensation for the job, not earnings (ITEPA 2003 s.403); no tax up to
            the limit of that section, and for Universal Credit savings and not income.
    """

    holiday_pay: float = 0.0
    pay_in_lieu_of_notice: float = 0.0
    redundancy_pay: float = 0.0


@dataclass(frozen=True)
class JobEnd:
    """The last day of an employment, with what is paid beside the last wage.

    Attributes:
        on: Last day of work.
        pay: Money paid with the final wage.
        employment: Place in `employments_of`; None is the job being thought about.
    """

    on: date
    pay: LeavingPay = LeavingPay()
    employment: int | None = None


@dataclass(frozen=True)
class Scenario:
    """One line of life: as things are, or the job at some hours, perhaps ending.

    Attributes:
        takes_job: Whether the job being thought about is taken.
        hours_per_week: Hours a week in it; the job's own pattern of uneven hours holds where
            these are the job's own hours.
        job_ends_on: Last day of work in it; None while the job's own `ends` holds.
        leaving_pay: Money paid with its final wage.
        changes: Changes of hours or pay, of it or of a present job.
        sickness: Spells off sick.
        ends: Ends of present jobs.
    """

    takes_job: bool
    hours_per_week: float = 0.0
    job_ends_on: date | None = None
    leaving_pay: LeavingPay = LeavingPay()
    changes: tuple[Change, ...] = ()
    sickness: tuple[Sickness, ...] = ()
    ends: tuple[JobEnd, ...] = ()


AS_YOU_ARE = Scenario(takes_job=False)


def in_job(hours_per_week: float) -> Scenario:
    """The job at steady hours."""
    return Scenario(takes_job=True, hours_per_week=hours_per_week)
