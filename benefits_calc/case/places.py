"""Whether the places named are known; the lists are the rules' data and are handed in."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from benefits_calc.case.model import Case
from benefits_calc.case.moving import moved
from benefits_calc.case.problems import CaseError, Problem, not_accepted

# A rental area that nobody could name: help with the rent is then not limited by one.
AREA_NOT_KNOWN = "unknown"


def place_problems(
    case: Case,
    councils: Mapping[str, str],
    rental_areas: Collection[str],
    london: Collection[str] = (),
) -> list[Problem]:
    """What is wrong with the places of a case.

    Args:
        case: The case.
        councils: Every council's name and its nation.
        rental_areas: Every broad rental market area.
        london: The councils in Greater London; without them `region` is not compared.
    """
    found = [*_council(case, councils, london), *_rental_area(case, rental_areas)]
    for place, event in enumerate(case.events, start=1):
        if event.kind != "move" or event.home is None:
            continue
        there = moved(case, event)
        new = [] if event.council is None else [*_council(there, councils, london)]
        new += _rental_area(there, rental_areas)
        at = f"events[{place}]"
        found += [
            replace(problem, field=f"{at}.{problem.field}", message=f"{at}.{problem.message}")
            for problem in new
        ]
    return found


def check_places(
    case: Case,
    councils: Mapping[str, str],
    rental_areas: Collection[str],
    london: Collection[str] = (),
) -> None:
    """Refuse a case with a place that is not known.

    Raises:
        CaseError: naming each such place, with near matches.
    """
    problems = place_problems(case, councils, rental_areas, london)
    if problems:
        raise CaseError(problems)


def _council(case: Case, councils: Mapping[str, str], london: Collection[str]) -> Iterator[Problem]:
    if case.council is None:
        return
    nation = councils.get(case.council)
    if nation is None:
        in_nation = [name for name, where in councils.items() if where == case.nation]
        yield _unknown("council", case.council, in_nation, f"a council in {case.nation}")
        return
    if nation != case.nation:
        yield not_accepted(
            "council",
            case.council,
            f"give a council in {case.nation}, or nation: {nation}",
            f"it is in {nation} and nation is {case.nation}",
        )
    if london and case.region is not None:
        region = "london" if case.council in london else "rest_of_great_britain"
        if region != case.region:
            yield not_accepted(
                "region",
                case.region,
                f"give {region}, or leave it out",
                f"council is {case.council}",
            )


def _rental_area(case: Case, rental_areas: Collection[str]) -> Iterator[Problem]:
    used = case.home.tenure == "private_rent" and case.rental_area != AREA_NOT_KNOWN
    if used and case.rental_area is not None and case.rental_area not in rental_areas:
        yield _unknown("rental_area", case.rental_area, rental_areas, "a broad rental market area")


def _unknown(field: str, name: str, known: Collection[str], kind: str) -> Problem:
    near = (
        difflib.get_close_matches(name, known, n=3)
        or sorted(other for other in known if name in other or other in name)[:3]
    )
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    return not_accepted(field, name, f"give {kind}{meant}", "it is not known")
