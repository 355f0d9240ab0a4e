"""Facts that must agree with each other, and situations that are refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from benefits_calc.case import ages
from benefits_calc.case.problems import Problem, not_accepted, not_given, refused

if TYPE_CHECKING:
    from benefits_calc.case.home import CouncilTax, Home
    from benefits_calc.case.job import Job
    from benefits_calc.case.model import Case
    from benefits_calc.case.person import Person, Student

_ADVISER = "Ask Citizens Advice or a welfare rights adviser"
_SHARING_AGE_LIMIT = 10
_LEGACY = {
    "income_support": "Income Support",
    "income_based_jsa": "income-based Jobseeker's Allowance",
    "tax_credits": "tax credits",
    "pension_credit": "Pension Credit",
}
_REFUSED = {
    "immigration_restriction": (
        "whether benefits can be claimed turns on immigration status",
        "Stop here and ask an immigration adviser first (Citizens Advice can find one).",
    ),
    "bereavement": (
        "payments run on for a time after a death, by rules that are not held here",
        "There is no hurry; Citizens Advice or Cruse can help with what to tell whom.",
    ),
    "couple_forming": (
        "moving in together ends some protection for good",
        f"{_ADVISER} before moving in.",
    ),
    "couple_separating": ("a claim as a couple ends and new ones begin", f"{_ADVISER}."),
    "prison": (
        "other rules apply in prison and on release",
        f"{_ADVISER} or the resettlement team.",
    ),
    "probation_hostel": ("other rules apply in approved premises", f"{_ADVISER}."),
    "abroad_over_a_month": (
        "most benefits change or stop during more than a month abroad",
        f"{_ADVISER}.",
    ),
    "fostering": ("payments for fostering are treated in their own way", f"{_ADVISER}."),
    "kinship_care": ("payments for kinship care are treated in their own way", f"{_ADVISER}."),
    "lodger": ("income from a lodger or boarder is treated in its own way", f"{_ADVISER}."),
}


def problems(case: Case) -> tuple[Problem, ...]:
    """Everything wrong with a case as a whole, in the order of the file."""
    found = [
        *_nation(case),
        *ages.problems(case),
        *_person("claimant", case.claimant, case),
    ]
    if case.partner is not None:
        found += _person("partner", case.partner, case)
    found += [
        *_children(case),
        *_others(case),
        *_home(case.home, case),
        *_savings(case),
        *_benefits_now(case),
        *_job(case),
        *_circumstances(case),
        *_events(case),
    ]
    return tuple(found)


def _nation(case: Case) -> Iterator[Problem]:
    if case.nation == "northern_ireland":
        yield refused(
            "nation",
            case.nation,
            "Northern Ireland has its own regulations, rates instead of council tax, and its own "
            "payments, and none of them is held",
            "Give england, scotland or wales, or ask Advice NI (0800 915 4604).",
        )


# --- people ----------------------------------------------------------------------------------


def _person(field: str, person: Person, case: Case) -> Iterator[Problem]:
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
        yield from _one_job(f"{field}.jobs[{place}]", job, offered=False)


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


# --- children and others -----------------------------------------------------------------------


def _children(case: Case) -> Iterator[Problem]:
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


def _others(case: Case) -> Iterator[Problem]:
    count = len(case.others_in_home)
    for place, other in enumerate(case.others_in_home, start=1):
        field = f"others_in_home[{place}]"
        yield from _one_disability_benefit(
            field, {"pip": other.pip, "adp": other.adp, "dla": other.dla}
        )
        if other.relation == "lodger":
            yield refused(f"{field}.relation", "lodger", *_REFUSED["lodger"])
        if other.partner_of is not None and (other.partner_of > count or other.partner_of == place):
            yield not_accepted(
                f"{field}.partner_of",
                other.partner_of,
                f"give the place of somebody else in others_in_home, from 1 to {count}",
            )


# --- home --------------------------------------------------------------------------------------


def _home(home: Home, case: Case) -> Iterator[Problem]:
    if home.tenure == "supported" and home.supported_kind is None:
        yield not_given(
            "home.supported_kind",
            "give one of exempt, managed, refuge, council_hostel",
            "because tenure is supported",
        )
    if home.tenure != "supported" and home.supported_kind is not None:
        yield not_accepted(
            "home.supported_kind",
            home.supported_kind,
            "leave it out, or give tenure: supported",
            f"tenure is {home.tenure}",
        )
    if home.tenure == "private_rent" and case.rental_area is None:
        yield not_given(
            "rental_area",
            "give the broad rental market area, such as outer_south_west_london (look up the "
            "postcode at https://lha-direct.voa.gov.uk)",
            "because tenure is private_rent",
        )
    yield from _costs_of_home(home)
    if home.council_tax is not None:
        yield from _council_tax(home.council_tax, case)


def _costs_of_home(home: Home) -> Iterator[Problem]:
    if home.rented and home.rent is None:
        yield not_given(
            "home.rent",
            "give the rent, such as {amount: 120, per: week}; 0 if there is none",
            f"because tenure is {home.tenure}",
        )
    if home.rent is not None and not home.rented:
        yield not_accepted(
            "home.rent",
            f"{home.rent.amount:g} a {home.rent.per}",
            "leave it out, or give board for money paid to family, or a tenure with rent",
            f"tenure is {home.tenure}",
        )
    if home.mortgage is not None and home.tenure != "mortgaged":
        yield not_accepted(
            "home.mortgage",
            f"{home.mortgage.amount:g} a {home.mortgage.per}",
            "leave it out, or give tenure: mortgaged",
            f"tenure is {home.tenure}",
        )
    if home.mortgage is None and home.tenure == "mortgaged":
        yield not_given(
            "home.mortgage",
            "give what is paid, such as {amount: 590, per: month}",
            "because tenure is mortgaged",
        )
    if home.rent is None:
        return
    if home.rent.given("weeks_charged") and home.rent.per != "week":
        yield not_accepted(
            "home.rent.weeks_charged",
            home.rent.weeks_charged,
            "leave it out, or give the rent per: week",
            f"the rent is per {home.rent.per}",
        )
    charges = home.ineligible_charges
    if charges and charges.per == home.rent.per and charges.amount > home.rent.amount:
        yield not_accepted(
            "home.ineligible_charges.amount",
            charges.amount,
            f"give a part of the rent, from 0 to {home.rent.amount:g}",
            "it is more than the rent it is part of",
        )


def _council_tax(tax: CouncilTax, case: Case) -> Iterator[Problem]:
    if tax.band == "I" and case.nation != "wales":
        yield not_accepted(
            "home.council_tax.band", "I", "give a band from A to H", "only Wales has band I"
        )
    if tax.people_counted is None:
        return
    adults = 1 + (case.partner is not None) + _other_adults(case, certain=False)
    fewest = 1 + (case.partner is not None) + _other_adults(case, certain=True)
    most = adults + len(case.children)
    if not fewest <= tax.people_counted <= most:
        yield not_accepted(
            "home.council_tax.people_counted",
            tax.people_counted,
            f"give {fewest}, or list everyone in others_in_home"
            if fewest == most
            else f"give from {fewest} to {most}, or list everyone in others_in_home",
            f"{fewest} adults live in the home by claimant, partner and others_in_home",
        )


def _other_adults(case: Case, *, certain: bool) -> int:
    if case.as_at is None:
        return 0 if certain else len(case.others_in_home)
    adult = 18
    return sum(
        ages.age_on(other.born.last_day if certain else other.born.first_day, case.as_at) >= adult
        for other in case.others_in_home
    )


# --- money now -----------------------------------------------------------------------------------


def _savings(case: Case) -> Iterator[Problem]:
    ignored = sum(part.amount for part in case.savings_ignored)
    if ignored > case.savings:
        yield not_accepted(
            "savings_ignored",
            f"{ignored:.2f} in all",
            f"give parts of savings that come to at most {case.savings:.2f}",
            "it is more than savings",
        )


def _benefits_now(case: Case) -> Iterator[Problem]:
    now = case.benefits_now
    if now is None:
        if case.claims_universal_credit == "automatic":
            yield not_given(
                "claims_universal_credit",
                "give true or false, or what is paid now in benefits_now ({} for nothing)",
                "because benefits_now does not say what is paid",
            )
        return
    if now.universal_credit is not None and case.claims_universal_credit is False:
        yield not_accepted(
            "claims_universal_credit",
            value="false",
            accepted="give true or automatic",
            reason="benefits_now.universal_credit says that it is paid",
        )
    if now.income_related_esa is not None:
        yield refused(
            "benefits_now.income_related_esa",
            f"{now.income_related_esa.amount:.2f}",
            "income-related ESA is kept only where an appointee was in place or about to be, and "
            "it cannot be had again once it ends",
            "Do not claim Universal Credit and do not go above permitted work before an adviser "
            "has looked.",
        )
    for name, title in _LEGACY.items():
        line = getattr(now, name)
        if line is not None:
            yield refused(
                f"benefits_now.{name}",
                f"{line.amount:.2f}",
                f"{title} is an older or a pensioner's benefit, which is not held",
                f"{_ADVISER} before claiming or changing anything.",
            )
    if case.partner is None:
        yield from _lines_of_no_partner(case)


def _lines_of_no_partner(case: Case) -> Iterator[Problem]:
    for name in type(case.benefits_now).model_fields if case.benefits_now else ():
        line = getattr(case.benefits_now, name)
        if getattr(line, "who", "claimant") == "partner":
            yield not_accepted(
                f"benefits_now.{name}.who",
                "partner",
                "give claimant, or the partner's facts",
                "no partner is given",
            )


# --- the job -------------------------------------------------------------------------------------


def _job(case: Case) -> Iterator[Problem]:
    job = case.job
    if job is None:
        return
    yield from _one_job("job", job, offered=True)
    if job.kind == "self_employed":
        yield refused(
            "job.kind",
            job.kind,
            "Universal Credit counts a business's money as it comes and goes, and other benefits "
            "count it in other ways",
            f"{_ADVISER} about starting self-employment.",
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


def _one_job(field: str, job: Job, *, offered: bool) -> Iterator[Problem]:
    if job.hourly_pay is None and job.pay is None:
        yield not_given(
            f"{field}.hourly_pay", "give hourly_pay, or pay such as {amount: 1200, per: month}"
        )
    if job.hourly_pay is not None and job.pay is not None:
        yield not_accepted(
            f"{field}.pay",
            f"{job.pay.amount:g} a {job.pay.per}",
            "give one of hourly_pay and pay",
            "hourly_pay is given too",
        )
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
    yield from _pattern(field, job)


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


# --- circumstances and events --------------------------------------------------------------------


def _circumstances(case: Case) -> Iterator[Problem]:
    for place, name in enumerate(case.circumstances, start=1):
        if name in _REFUSED:
            yield refused(f"circumstances[{place}]", name, *_REFUSED[name])


def _events(case: Case) -> Iterator[Problem]:
    for place, event in enumerate(case.events, start=1):
        if event.until is not None and event.until < event.on:
            yield not_accepted(
                f"events[{place}].until",
                event.until,
                "give a day from `on` onwards",
                f"it begins on {event.on.isoformat()}",
            )
