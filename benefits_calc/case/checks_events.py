"""Facts about what happens later that must agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from benefits_calc.case.checks_home import home_problems
from benefits_calc.case.checks_job import pay_problems
from benefits_calc.case.moving import moved
from benefits_calc.case.problems import Problem, not_accepted, not_given

if TYPE_CHECKING:
    from benefits_calc.case.model import Case
    from benefits_calc.case.plans import Event

OF_A_JOB = ("change_of_hours", "change_of_pay", "job_ends")
_OF_THE_NEW_HOME = ("council", "rental_area", "others_in_home")
_WITH_THE_LAST_WAGE = ("holiday_pay", "pay_in_lieu_of_notice", "redundancy_pay")


def event_problems(case: Case) -> Iterator[Problem]:
    """Facts about events."""
    for place, event in enumerate(case.events, start=1):
        field = f"events[{place}]"
        if event.until is not None and event.until < event.on:
            yield not_accepted(
                f"{field}.until",
                event.until,
                "give a day from `on` onwards",
                f"it begins on {event.on.isoformat()}",
            )
        yield from _new_terms(field, event)
        yield from _last_wage(field, event)
        yield from _whose(field, event, case)
        yield from _new_home(field, event, case)


def _new_home(field: str, event: Event, case: Case) -> Iterator[Problem]:
    """The facts of a new home must agree as those of a home do."""
    if event.kind == "move" and event.home is not None:
        for problem in home_problems(event.home, moved(case, event)):
            yield replace(
                problem, field=f"{field}.{problem.field}", message=f"{field}.{problem.message}"
            )
        return
    for name in _OF_THE_NEW_HOME:
        if getattr(event, name) is not None:
            yield not_accepted(
                f"{field}.{name}",
                "a value",
                "give it with kind: move and the new home",
                f"the event is {event.kind}",
            )


def _new_terms(field: str, event: Event) -> Iterator[Problem]:
    if event.kind == "change_of_hours" and event.hours_per_week is None:
        yield not_given(f"{field}.hours_per_week", "give the new hours, from 0 to 168")
    if event.kind == "change_of_pay":
        yield from pay_problems(field, event)


def _last_wage(field: str, event: Event) -> Iterator[Problem]:
    if event.kind == "job_ends":
        return
    for name in _WITH_THE_LAST_WAGE:
        if getattr(event, name) is not None:
            yield not_accepted(
                f"{field}.{name}",
                getattr(event, name),
                "give it with job_ends",
                f"the event is {event.kind}",
            )


def _whose(field: str, event: Event, case: Case) -> Iterator[Problem]:
    if event.who == "partner" and case.partner is None:
        yield not_accepted(
            f"{field}.who", "partner", "give claimant, or the partner's facts", "there is none"
        )
        return
    if event.kind not in OF_A_JOB:
        return
    person = case.partner if event.who == "partner" else case.claimant
    person = case.worker if event.who is None or person is None else person
    jobs = len(person.jobs)
    if event.job is not None and event.job > jobs:
        yield not_accepted(
            f"{field}.job", event.job, f"give a place from 1 to {jobs}" if jobs else "leave it out"
        )
    offered = case.job is not None and person is case.worker
    if event.job is None and not offered and jobs != 1:
        yield not_given(f"{field}.job", f"say which of {jobs} jobs it is about")
    if event.job is None and offered:
        yield from _before_the_job(field, event, case)


def _before_the_job(field: str, event: Event, case: Case) -> Iterator[Problem]:
    """The job thought about cannot end before it has begun."""
    starts = case.job.starts if case.job else None
    if event.kind == "job_ends" and starts is not None and event.on < starts:
        yield not_accepted(
            f"{field}.on",
            event.on,
            "give its first day or a later one, or say with `job` which present job ends",
            f"the job starts on {starts.isoformat()}",
        )
