"""Facts about jobs that must agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benefits_calc.case.problems import ADVISER, Problem, not_accepted, not_given, refused

if TYPE_CHECKING:
    from benefits_calc.case.job import Job
    from benefits_calc.case.model import Case
    from benefits_calc.case.plans import Event

_END_OF_MONTH = "last_working_day"


def job_problems(case: Case) -> Iterator[Problem]:
    """Facts about the job being thought about."""
    job = case.job
    if job is None:
        return
    yield from one_job_problems("job", job, offered=True)
    if job.kind == "self_employed":
        yield refused(
            "job.kind",
            job.kind,
            "Universal Credit counts a business's money as it comes and goes, with no trading "
            "allowance, and other benefits count it in other ways",
            f"{ADVISER} about starting self-employment.",
        )
    if job.who == "partner" and case.partner is None:
        yield not_accepted(
            "job.who", "partner", "give claimant, or the partner's facts", "no partner is given"
        )
        return
    yield from _replaces(job, len(case.worker.jobs))


def _replaces(job: Job, jobs_now: int) -> Iterator[Problem]:
    if jobs_now and job.replaces is None:
        yield not_given(
            "job.replaces",
            f"give none, all, or a place in jobs from 1 to {jobs_now}",
            f"because {job.who} has {jobs_now} job{'s' if jobs_now > 1 else ''} now",
        )
    if isinstance(job.replaces, int) and job.replaces > jobs_now:
        span = f", or a place in jobs from 1 to {jobs_now}" if jobs_now else ""
        yield not_accepted(
            "job.replaces",
            job.replaces,
            f"give none, all{span}",
            f"{job.who} has {jobs_now} jobs now",
        )


def pay_problems(field: str, terms: Job | Event) -> Iterator[Problem]:
    """Pay by the hour or for a period: one of them, and not both."""
    if terms.hourly_pay is None and terms.pay is None:
        yield not_given(
            f"{field}.hourly_pay", "give hourly_pay, or pay such as {amount: 1200, per: month}"
        )
    if terms.hourly_pay is not None and terms.pay is not None:
        yield not_accepted(
            f"{field}.pay",
            f"{terms.pay.amount:g} a {terms.pay.per}",
            "give one of hourly_pay and pay",
            "hourly_pay is given too",
        )


def one_job_problems(field: str, job: Job, *, offered: bool) -> Iterator[Problem]:
    """Facts about any job: pay, hours, tax code, costs."""
    yield from pay_problems(field, job)
    if job.hours_per_week is None and (offered or job.hourly_pay is not None):
        yield not_given(f"{field}.hours_per_week", "give a number from 0 to 168")
    if offered and job.pay is not None and job.hours_per_week == 0:
        yield not_accepted(
            f"{field}.hours_per_week",
            0,
            "give the hours that the salary is for",
            "a salary at other hours is worked out in proportion",
        )
    if job.tax_code is not None and job.starter_declaration is not None:
        yield not_accepted(
            f"{field}.starter_declaration",
            job.starter_declaration,
            "give one of tax_code and starter_declaration",
            "tax_code is given too",
        )
    if job.shifts_per_week is None:
        for place, cost in enumerate(job.costs, start=1):
            if cost.per in ("shift", "day"):
                yield not_given(
                    f"{field}.shifts_per_week",
                    "give the days or shifts in a usual week",
                    f"because {field}.costs[{place}] is per {cost.per}",
                )
    if job.starts and job.ends and job.ends < job.starts:
        yield not_accepted(
            f"{field}.ends",
            job.ends,
            "give a day after starts",
            f"the job starts on {job.starts.isoformat()}",
        )
    yield from _pay_days(field, job)
    yield from _pattern(field, job)


def _pay_days(field: str, job: Job) -> Iterator[Problem]:
    if job.paid != "monthly" and (isinstance(job.pay_day, int) or job.pay_day == _END_OF_MONTH):
        yield not_accepted(
            f"{field}.pay_day",
            job.pay_day,
            "give a weekday such as friday",
            "pay does not come by the month",
        )
    if job.first_pay_date and job.starts and job.first_pay_date < job.starts:
        yield not_accepted(
            f"{field}.first_pay_date",
            job.first_pay_date,
            "give a day from `starts` on",
            f"the job starts on {job.starts.isoformat()}",
        )
    for place, days in enumerate(job.term_time.breaks if job.term_time else (), start=1):
        if days.last < days.first:
            yield not_accepted(
                f"{field}.term_time.breaks[{place}].last",
                days.last,
                "give a day from `first` on",
                f"it begins on {days.first.isoformat()}",
            )


def _pattern(field: str, job: Job) -> Iterator[Problem]:
    steps = job.pattern or ()
    for place, step in enumerate(steps[:-1], start=1):
        if step.weeks == "repeat":
            yield not_accepted(
                f"{field}.pattern[{place}].weeks",
                "repeat",
                "give a number of weeks",
                "only the last step can repeat",
            )
