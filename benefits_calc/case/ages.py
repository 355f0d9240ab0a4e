"""Ages on a day, and who is outside the ages this program is for.

The case must be refused before any rule runs, so the timetable of State Pension age stands here:
Pensions Act 1995 Schedule 4 paragraph 1, as amended by Pensions Act 2014 section 26.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from benefits_calc.case.facts import When
from benefits_calc.case.problems import ADVISER, Problem, not_accepted, refused

if TYPE_CHECKING:
    from benefits_calc.case.model import Case
    from benefits_calc.case.person import Person

YOUNGEST = 16
OLDEST_CHILD = 19
_FIRST_LATER_BIRTH = date(1960, 4, 6)
_LAST_LATER_BIRTH = date(1961, 3, 5)
_AGE_BEFORE, _AGE_AFTER = 66, 67
_DAY_NEEDED_FROM, _DAY_NEEDED_TO = date(1960, 4, 1), date(1961, 3, 31)
_FIRST_PENSION_DAY_OF_MONTH = 6
_EARLIEST_BIRTH = date(1900, 1, 1)


def years_later(day: date, years: int, months: int = 0) -> date:
    """A day some years and months on; the last of the month where it has no such day."""
    count = day.month - 1 + months
    year, month = day.year + years + count // 12, count % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def september_after(born: date, age: int) -> date:
    """The first 1 September after a birthday."""
    birthday = years_later(born, age)
    first = date(birthday.year, 9, 1)
    return first if birthday < first else date(birthday.year + 1, 9, 1)


def age_on(born: date, day: date) -> int:
    """Whole years of age on a day; born on 29 February counts from 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def state_pension_day(born: date) -> date:
    """The day on which State Pension age is reached."""
    if born < _FIRST_LATER_BIRTH:
        return years_later(born, _AGE_BEFORE)
    if born > _LAST_LATER_BIRTH:
        return years_later(born, _AGE_AFTER)
    months = (born.year - _FIRST_LATER_BIRTH.year) * 12 + born.month - _FIRST_LATER_BIRTH.month
    if born.day >= _FIRST_PENSION_DAY_OF_MONTH:
        months += 1
    return years_later(born, _AGE_BEFORE, months)


def problems(case: Case) -> Iterator[Problem]:
    """Births that cannot be used, and people outside the ages worked out here."""
    people = [("claimant", case.claimant)]
    if case.partner is not None:
        people.append(("partner", case.partner))
    for field, person in people:
        yield from _birth(f"{field}.born", person.born, case.as_at)
        yield from _full_date_near_pension(field, person, case.as_at)
    for place, child in enumerate(case.children, start=1):
        yield from _birth(f"children[{place}].born", child.born, case.as_at)
        if child.born == "2017-04":
            yield not_accepted(
                f"children[{place}].born",
                child.born,
                "give the full date, such as 2017-04-06",
                "the amount for a first child turns on the day in April 2017",
            )
    for place, other in enumerate(case.others_in_home, start=1):
        yield from _birth(f"others_in_home[{place}].born", other.born, case.as_at)
    if case.as_at is not None:
        yield from _working_age(case, case.as_at)


def _birth(field: str, born: When, as_at: date | None) -> Iterator[Problem]:
    if born.first_day < _EARLIEST_BIRTH:
        yield not_accepted(field, born, "give a month from 1900-01 on")
    if as_at is not None and born.first_day > as_at:
        yield not_accepted(
            field,
            born,
            "give a month up to that day; a baby to come goes under pregnant_due",
            f"it is after {as_at.isoformat()}, the day the comparison is for",
        )


def _full_date_near_pension(field: str, person: Person, as_at: date | None) -> Iterator[Problem]:
    if person.born_exactly:
        return
    near = _DAY_NEEDED_FROM <= person.born_date <= _DAY_NEEDED_TO
    if as_at is not None and not near:
        first, last = (
            state_pension_day(day) for day in (person.born.first_day, person.born.last_day)
        )
        near = first <= as_at < last
    if near:
        yield not_accepted(
            f"{field}.born",
            person.born,
            f"give the full date, such as {person.born}-15",
            "State Pension age turns on the day of birth",
        )


def _working_age(case: Case, as_at: date) -> Iterator[Problem]:
    claimant_old = _over_pension_age(case.claimant, as_at)
    partner_old = case.partner is not None and _over_pension_age(case.partner, as_at)
    if case.partner is not None and claimant_old != partner_old:
        field = "claimant.born" if claimant_old else "partner.born"
        older = case.claimant if claimant_old else case.partner
        yield refused(
            field,
            older.born,
            "one of the couple is over State Pension age, and claiming Universal Credit could "
            "lose Pension Credit for good",
            f"{ADVISER} before claiming or changing anything.",
        )
    elif claimant_old:
        yield refused(
            "claimant.born",
            case.claimant.born,
            "this is for people under State Pension age; other benefits apply from then on",
            "Ask Age UK or Citizens Advice.",
        )
    for field, person in (("claimant", case.claimant), ("partner", case.partner)):
        if person is not None and age_on(person.born.last_day, as_at) < YOUNGEST:
            yield refused(
                f"{field}.born",
                person.born,
                "this is for people of 16 or over",
                f"{ADVISER} about benefits for children.",
            )
    for place, child in enumerate(case.children, start=1):
        if age_on(child.born.last_day, as_at) > OLDEST_CHILD:
            yield not_accepted(
                f"children[{place}].born",
                child.born,
                "list grown-up children under others_in_home",
                f"a child counts up to {OLDEST_CHILD} at most",
            )


def _over_pension_age(person: Person, as_at: date) -> bool:
    return state_pension_day(person.born.last_day) <= as_at
