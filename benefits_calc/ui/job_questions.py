"""Questions about the kind of work, its weeks, costs and childcare, asked where they matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import streamlit as st

from benefits_calc.ui import state
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.person_questions import WHO
from benefits_calc.words.page_catalogue import say

COST_PERS = ("day", "week", "four_weeks", "month", "year")
MOST_STRETCHES, MOST_COSTS, MOST_CHANGES, MOST_BREAKS = 6, 6, 3, 6
APPRENTICE = "job.apprentice"
CHANGE = "change_of_hours"


def ask_kind(fields: Fields) -> None:
    """Employed, an apprentice, through an umbrella company, or for oneself."""
    held = state.value("job.kind") or "employed"
    is_apprentice = state.value(APPRENTICE) is not None or state.said(APPRENTICE) == "yes"
    current = "apprentice" if is_apprentice else held
    found = fields.pick("job_kind", current, path="job.kind")
    if found is not None and found != current:
        state.put("job.kind", None if found in ("employed", "apprentice") else found)
        state.set_said(APPRENTICE, "yes" if found == "apprentice" else None)
        (state.take_back if found == "apprentice" else state.set_aside)(APPRENTICE)
    if found == "apprentice":
        fields.truth(f"{APPRENTICE}.first_year", "first_year")


def ask_weeks(fields: Fields) -> None:
    """Hours that are not the same every week, school terms, and a change later on."""
    _pattern(fields)
    _terms(fields)
    _changes(fields)


def _pattern(fields: Fields) -> None:
    path = "job.pattern"
    if not fields.yes_no("varies", is_yes=state.value(path) is not None, path=path):
        state.set_aside(path)
        return
    state.take_back(path)
    if state.value(path) is None:
        state.put(path, [{}, {}])
    for place in fields.rows(path, "stretches", MOST_STRETCHES):
        step, number = f"{path}[{place}]", str(place)
        if state.value(f"{step}.weeks") != "repeat":
            fields.number(f"{step}.weeks", "stretch_weeks", number=number)
        fields.number(f"{step}.hours", "stretch_hours", number=number)


def _terms(fields: Fields) -> None:
    path = "job.term_time"
    is_yes = state.value(path) is not None or state.said(path) == "yes"
    if not fields.yes_no("term_time", is_yes=is_yes, path=path):
        state.set_said(path, None)
        state.set_aside(path)
        return
    state.set_said(path, "yes")
    state.take_back(path)
    fields.number(f"{path}.weeks", "term_weeks")
    fields.number(f"{path}.weeks_paid", "term_weeks_paid")
    if state.value(path) is None:
        return
    spread = fields.truth(f"{path}.spread_over_year", "term_spread")
    if spread is False or state.value(f"{path}.breaks"):
        for place in fields.rows(f"{path}.breaks", "term_breaks", MOST_BREAKS):
            for name, code in (("first", "break_first"), ("last", "break_last")):
                fields.day(f"{path}.breaks[{place}].{name}", code, number=str(place))


def _changes(fields: Fields) -> None:
    """Other hours from a day on; what else a file says will happen stays as it is."""
    rows = _rows_of(
        fields,
        "events",
        "hour_changes",
        MOST_CHANGES,
        is_one=_is_of_this_job,
        new={"kind": CHANGE},
    )
    for number, path in rows:
        fields.day(f"{path}.on", "change_on", number=number)
        fields.number(f"{path}.hours_per_week", "change_hours", number=number)


def _is_of_this_job(event: Mapping[str, Any]) -> bool:
    return event.get("kind") == CHANGE and event.keys() <= {"kind", "on", "hours_per_week"}


def ask_costs(fields: Fields) -> None:
    """Travel first, then others; care for somebody looked after; permitted work."""
    st.header(say("job", "costs"), anchor=False)
    _travel(fields)
    _other_costs(fields)
    costs = state.value("job.costs") or []
    by_day = any(cost.get("per") in ("day", "shift") for cost in costs)
    if by_day or state.value("job.shifts_per_week") is not None:
        fields.number("job.shifts_per_week", "shifts")
    for person, who in WHO.items():
        works = person == (state.value("job.who") or "claimant")
        path = f"{person}.carer.care_costs"
        if (works and state.value(f"{person}.carer") is not None) or state.value(path) is not None:
            fields.money(path, "care_costs", who=who)
    held = state.value("job.supported_permitted_work")
    if held is not None or state.value("claimant.new_style_esa") is not None:
        fields.ticked("job.supported_permitted_work", "permitted")


def _is_travel(cost: Mapping[str, Any]) -> bool:
    return cost.get("kind") == "travel"


def _place_of_travel() -> int:
    """The first cost that is for travel; a new place where there is none."""
    costs = state.value("job.costs") or []
    found = (place for place, cost in enumerate(costs, 1) if _is_travel(cost))
    return next(found, len(costs) + 1)


def _travel(fields: Fields) -> None:
    path = f"job.costs[{_place_of_travel()}]"
    fields.money(path, "travel", pers=COST_PERS, key="travel")
    if state.value(path) is not None:
        state.put(f"{path}.kind", "travel")


def _other_costs(fields: Fields) -> None:
    costs = state.value("job.costs") or []
    travel = _place_of_travel()
    first = costs[travel - 1] if travel <= len(costs) else None
    rows = _rows_of(
        fields, "job.costs", "other_costs", MOST_COSTS, is_one=lambda c: c is not first, new={}
    )
    for number, path in rows:
        fields.choice(f"{path}.kind", "cost_kind", number=number)
        named = {"key": f"cost-{number}", "number": number}
        fields.money(path, "cost_amount", pers=COST_PERS, keeps=True, **named)


def _rows_of(
    fields: Fields,
    path: str,
    code: str,
    most: int,
    *,
    is_one: Callable[[Mapping[str, Any]], bool],
    new: Mapping[str, Any],
) -> Iterator[tuple[str, str]]:
    """Rows of a list that holds others too: a running number, and the path of each."""
    held = state.value(path) or []
    places = [place for place, item in enumerate(held, 1) if is_one(item)]
    wanted = fields.count(code, len(places), max(most, len(places)), path=f"{path}.{code}")
    for place in reversed(places[wanted:]):
        state.put(f"{path}[{place}]", None)
    for place in range(len(held) + 1, len(held) + 1 + wanted - len(places)):
        state.put(f"{path}[{place}]", dict(new))
        places.append(place)
    for number, place in enumerate(places[:wanted], start=1):
        yield str(number), f"{path}[{place}]"


def ask_childcare(fields: Fields) -> None:
    """What is paid for each child, and in the holidays where that is another amount."""
    children = state.value("children") or []
    if not children:
        return
    st.header(say("job", "childcare"), anchor=False)
    for place in range(1, len(children) + 1):
        path, number = f"children[{place}].childcare", str(place)
        fields.money(path, "childcare", number=number)
        if state.value(path) is None:
            continue
        held = state.value(f"{path}.registered")
        where = f"{path}.registered"
        ticked = fields.tick(
            "childcare_registered", current=held is not False, path=where, number=number
        )
        if ticked != (held is not False):
            state.put(where, ticked)
        _holidays(fields, path, number)


def _holidays(fields: Fields, path: str, number: str) -> None:
    holiday = f"{path}.holiday"
    is_yes = state.value(holiday) is not None or state.said(holiday) == "yes"
    is_yes = fields.yes_no("holiday_childcare", is_yes=is_yes, path=holiday, number=number)
    state.set_said(holiday, "yes" if is_yes else None)
    weeks = f"{path}.weeks_per_year"
    if is_yes or state.value(weeks) is not None:
        fields.number(weeks, "childcare_weeks", number=number)
    if not is_yes:
        state.put(holiday, None)
        return
    fields.money(holiday, "holiday_amount", number=number)
    if state.value(holiday) is not None:
        fields.number(f"{holiday}.weeks_per_year", "holiday_weeks", number=number)
