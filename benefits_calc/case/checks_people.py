"""Facts about the people of a case that must agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from benefits_calc.case import ages
from benefits_calc.case.checks_job import one_job_problems
from benefits_calc.case.problems import ADVISER, Problem, not_accepted, not_given, refused

if TYPE_CHECKING:
    from benefits_calc.case.job import Job
    from benefits_calc.case.model import Case
    from benefits_calc.case.person import Person, Student


_SHARING_AGE_LIMIT = 10
_ADULT = 18
LODGER = ("income from a lodger or boarder is treated in its own way", f"{ADVISER}.")


def person_problems(field: str, person: Person, case: Case) -> Iterator[Problem]:
    """Facts about one person that do not agree."""
    yield from _one_disability_benefit(
        field, {"pip": person.pip, "adp": person.adp, "dla": person.dla}
    )
    if person.adp is not None and case.nation != "scotland":
        yield not_accepted(
            f"{field}.adp",
            "Adult Disability Payment",
            "give pip or dla, or nation: scotland",
            f"nation is {case.nation}",
        )
    if person.new_style_esa is not None and person.new_style_jsa is not None:
        yield not_accepted(
            f"{field}.new_style_jsa",
            "New Style JSA",
            "give one of new_style_esa and new_style_jsa",
            "it cannot be paid together with New Style ESA",
        )
    yield from _capability(field, person)
    if person.student is not None:
        yield from _student(f"{field}.student", person.student)
    for place, job in enumerate(person.jobs, start=1):
        yield from one_job_problems(f"{field}.jobs[{place}]", job, offered=False)
        yield from _is_held(f"{field}.jobs[{place}]", job, case.as_at)


def _is_held(field: str, job: Job, as_at: date | None) -> Iterator[Problem]:
    """A present job is one that is held on the day of the comparison."""
    if as_at is None:
        return
    if job.ends is not None and job.ends < as_at:
        yield not_accepted(
            f"{field}.ends",
            job.ends,
            "leave the job out",
            f"it ended before {as_at.isoformat()}, the day the comparison is for",
        )
    if job.starts is not None and job.starts > as_at:
        yield not_accepted(
            f"{field}.starts",
            job.starts,
            "leave the job out, or give it under `job`",
            f"it begins after {as_at.isoformat()}, the day the comparison is for",
        )


def _one_disability_benefit(field: str, held: Mapping[str, object]) -> Iterator[Problem]:
    named = [name for name, award in held.items() if award is not None]
    if len(named) > 1:
        yield not_accepted(
            f"{field}.{named[1]}",
            f"{named[1]} together with {named[0]}",
            f"give only one of {', '.join(held)}",
            "a person gets one of these benefits",
        )


def _capability(field: str, person: Person) -> Iterator[Problem]:
    esa = person.new_style_esa
    needed = {"support": "lcwra", "work_related": "lcw"}.get(esa.group) if esa else None
    if esa is not None and needed is not None and person.work_capability != needed:
        yield not_accepted(
            f"{field}.work_capability",
            person.work_capability,
            f"give {needed}",
            f"the New Style ESA group is {esa.group}",
        )
    if person.health_element == "standard" and person.health_element_basis not in (None, "new"):
        yield not_accepted(
            f"{field}.health_element_basis",
            person.health_element_basis,
            "give new or leave it out, or health_element: protected",
            "health_element is standard",
        )
    if person.health_element == "protected" and person.health_element_basis == "new":
        yield not_accepted(
            f"{field}.health_element_basis",
            "new",
            "give pre_2026, severe or terminal, or health_element: standard",
            "health_element is protected",
        )


def _student(field: str, student: Student) -> Iterator[Problem]:
    if not student.full_time:
        return
    for name in ("course_start", "course_end", "loan", "grant", "capability_decided_before"):
        if getattr(student, name) is None:
            yield not_given(
                f"{field}.{name}",
                "give it, with {amount: 0, per: year} for no loan or grant, or ask the college's "
                "money adviser or Citizens Advice",
                "for a full-time student",
            )
    if (
        student.course_start
        and student.course_end
        and (student.course_end.last_day < student.course_start.first_day)
    ):
        yield not_accepted(
            f"{field}.course_end",
            student.course_end,
            "give a month after course_start",
            f"the course starts in {student.course_start}",
        )


def children_problems(case: Case) -> Iterator[Problem]:
    """Facts about children that do not agree, or that bedrooms turn on."""
    for place, child in enumerate(case.children, start=1):
        held = {"dla": child.dla, "cdp": child.cdp, "pip": child.pip, "adp": child.adp}
        yield from _one_disability_benefit(f"children[{place}]", held)
        for name in ("cdp", "adp"):
            if held[name] is not None and case.nation != "scotland":
                yield not_accepted(
                    f"children[{place}].{name}",
                    name,
                    "give dla or pip, or nation: scotland",
                    f"nation is {case.nation}",
                )
    yield from _grown_children(case)
    if case.as_at is None or not case.home.rented or len(case.children) < 2:  # noqa: PLR2004
        return
    oldest = max(ages.age_on(child.born_date, case.as_at) for child in case.children)
    if oldest < _SHARING_AGE_LIMIT:
        return
    for place, child in enumerate(case.children, start=1):
        if child.sex is None:
            yield not_given(
                f"children[{place}].sex",
                "give f or m",
                "because the bedrooms counted turn on it once a child is 10",
            )


def _grown_children(case: Case) -> Iterator[Problem]:
    """From the September after the 16th birthday a child counts only in school or college."""
    if case.as_at is None:
        return
    for place, child in enumerate(case.children, start=1):
        if child.looked_after or case.as_at < ages.september_after(child.born_date, ages.YOUNGEST):
            continue
        ends = child.in_education_until
        if ends is None:
            yield not_given(
                f"children[{place}].in_education_until",
                "give the last month of school or college, or list a young person who has left "
                "under others_in_home",
                "because the child is past 31 August after the 16th birthday",
            )
        elif ends.last_day < case.as_at and ages.age_on(child.born_date, case.as_at) >= _ADULT:
            yield not_accepted(
                f"children[{place}].in_education_until",
                ends,
                "list a young person who has left school under others_in_home",
                f"it is before {case.as_at.isoformat()}, the day the comparison is for",
            )


def other_people_problems(case: Case) -> Iterator[Problem]:
    """Facts about other adults in the home that do not agree."""
    count = len(case.others_in_home)
    for place, other in enumerate(case.others_in_home, start=1):
        field = f"others_in_home[{place}]"
        yield from _one_disability_benefit(
            field, {"pip": other.pip, "adp": other.adp, "dla": other.dla}
        )
        if other.relation == "lodger":
            yield refused(f"{field}.relation", "lodger", *LODGER)
        if other.partner_of is not None and (other.partner_of > count or other.partner_of == place):
            yield not_accepted(
                f"{field}.partner_of",
                other.partner_of,
                f"give the place of somebody else in others_in_home, from 1 to {count}",
            )
