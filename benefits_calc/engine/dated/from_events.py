"""Scenarios of a case: its events as changes of pay, sickness and ends of jobs."""

from __future__ import annotations

from datetime import date

from benefits_calc.case import Case
from benefits_calc.case.person import Person
from benefits_calc.case.plans import Event
from benefits_calc.engine.dated.scenario import (
    AS_YOU_ARE,
    Change,
    JobEnd,
    LeavingPay,
    Scenario,
    Sickness,
)
from benefits_calc.engine.layout import Layout, layout_of
from benefits_calc.rules.conversions import per_year


def scenarios_of(
    case: Case,
    hours_per_week: tuple[float, ...],
    *,
    job_ends_on: date | None = None,
    leaving_pay: LeavingPay | None = None,
) -> tuple[Scenario, ...]:
    """Things as they are, then the job at each number of hours, with the case's events.

    A change of hours in the job holds where it is worked at its own hours; at other hours they
    are steady. Everything else holds in every line.

    Args:
        case: The case.
        hours_per_week: Hours in the job, one line each.
        job_ends_on: Last day of the job in these lines, in place of the events' own.
        leaving_pay: What is paid with its last wage then; nothing where left out.
    """
    lines = [as_you_are(case)]
    lines += [
        in_the_job(case, hours, job_ends_on=job_ends_on, leaving_pay=leaving_pay)
        for hours in hours_per_week
    ]
    return tuple(lines)


def as_you_are(case: Case) -> Scenario:
    """Things without the job, with the events of present jobs and people."""
    layout = layout_of(case)
    return Scenario(
        takes_job=AS_YOU_ARE.takes_job,
        changes=tuple(change for change in _changes(case) if change.employment is not None),
        sickness=_sickness(case, layout),
        ends=tuple(end for end in _ends(case) if end.employment is not None),
    )


def in_the_job(
    case: Case,
    hours_per_week: float,
    *,
    job_ends_on: date | None = None,
    leaving_pay: LeavingPay | None = None,
) -> Scenario:
    """The job at some hours, with the case's events."""
    own_hours = case.job is not None and case.job.hours_per_week == hours_per_week
    ends = _ends(case)
    if job_ends_on is not None:
        ends = tuple(end for end in ends if end.employment is not None)
    return Scenario(
        takes_job=True,
        hours_per_week=hours_per_week,
        job_ends_on=job_ends_on,
        leaving_pay=leaving_pay or LeavingPay(),
        changes=tuple(
            change
            for change in _changes(case)
            if own_hours or change.employment is not None or change.hours_per_week is None
        ),
        sickness=_sickness(case, layout_of(case)),
        ends=ends,
    )


def _changes(case: Case) -> tuple[Change, ...]:
    return tuple(
        Change(
            on=event.on,
            hours_per_week=event.hours_per_week if event.kind == "change_of_hours" else None,
            hourly_pay=event.hourly_pay if event.kind == "change_of_pay" else None,
            salary_per_year=_salary(event) if event.kind == "change_of_pay" else None,
            employment=_employment(case, event),
        )
        for event in case.events
        if event.kind in ("change_of_hours", "change_of_pay")
    )


def _salary(event: Event) -> float | None:
    return None if event.pay is None else per_year(event.pay.amount, event.pay.per)


def _sickness(case: Case, layout: Layout) -> tuple[Sickness, ...]:
    return tuple(
        Sickness(event.on, event.until or date.max, _place(case, layout, event))
        for event in case.events
        if event.kind == "sickness"
    )


def _ends(case: Case) -> tuple[JobEnd, ...]:
    return tuple(
        JobEnd(
            on=event.on,
            pay=LeavingPay(
                holiday_pay=event.holiday_pay or 0.0,
                pay_in_lieu_of_notice=event.pay_in_lieu_of_notice or 0.0,
                redundancy_pay=event.redundancy_pay or 0.0,
            ),
            employment=_employment(case, event),
        )
        for event in case.events
        if event.kind == "job_ends"
    )


def _person(case: Case, event: Event) -> Person:
    """The person whom an event happens to: the worker where it names nobody."""
    if event.who == "partner" and case.partner is not None:
        return case.partner
    return case.worker if event.who is None else case.claimant


def _place(case: Case, layout: Layout, event: Event) -> int:
    """Place of that person in the layout."""
    partner = _person(case, event) is case.partner
    return layout.partner if partner and layout.partner is not None else 0


def _employment(case: Case, event: Event) -> int | None:
    """Place in `employments_of` of the job that an event is about; None is the job offered."""
    person = _person(case, event)
    if event.job is None and case.job is not None and person is case.worker:
        return None
    before = len(case.claimant.jobs) if person is case.partner else 0
    return before + (event.job or 1) - 1
