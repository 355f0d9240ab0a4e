"""Cases whose months reach the sentences of the dated part, and every sentence of a case."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from benefits_calc.analysis.dated_records import Line
from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.case import CaseError
from benefits_calc.words import dated as words
from benefits_calc.words import month_tables, way_back_parts
from benefits_calc.words.records import Item
from tests.engine.dated_cases import p1
from tests.engine.whole_cases import scenario

ASKED = (
    Asked("job_ends", 1),
    Asked("hours_drop", 2, hours=1.0),
    Asked("sickness", 3, weeks=1),
    Asked("sickness", 2, weeks=10),
)


LONG_NIL = {
    "job": {"hourly_pay": 30.0, "hours_per_week": 40.0},
    "events": [{"on": date(2027, 8, 31), "kind": "job_ends"}],
}
ELEMENT = {"universal_credit": {"transitional_element": {"amount": 68.71, "per": "month"}}}
RARE: dict[str, dict[str, Any]] = {
    "long nil": LONG_NIL,
    "long nil with an element": LONG_NIL | {"benefits_now": ELEMENT},
    "long nil, lcw": LONG_NIL
    | {
        "claimant": {"work_capability": "lcw", "health_element": None, "health_element_basis": None}
    },
    "long nil, severe": LONG_NIL | {"claimant": {"health_element_basis": "severe"}},
    "savings over the limit": {
        "benefits_now": ELEMENT,
        "events": [
            {"on": date(2027, 4, 20), "kind": "savings", "savings": 16_500},
            {"on": date(2027, 8, 10), "kind": "savings", "savings": 5_000},
        ],
    },
    "money in lieu of notice": {
        "events": [{"on": date(2027, 6, 10), "kind": "job_ends", "pay_in_lieu_of_notice": 6000}]
    },
    "surplus before the rates end": {
        "events": [{"on": date(2026, 12, 10), "kind": "job_ends", "pay_in_lieu_of_notice": 9000}]
    },
    "hospital": {
        "claimant": {"pip": {"daily_living": "standard"}},
        "events": [{"on": date(2027, 1, 4), "until": date(2027, 3, 30), "kind": "hospital"}],
    },
    "off sick": {
        "events": [{"on": date(2027, 1, 4), "until": date(2027, 2, 12), "kind": "sickness"}]
    },
    "hours move": {
        "events": [{"on": date(2027, 3, 1), "kind": "change_of_hours", "hours_per_week": 4.0}]
    },
    "tried again by itself": LONG_NIL | {"choices": {"uc_reclaim_mode": "automatic"}},
    "two wages in a period": {
        "benefits_now": {"universal_credit": {"assessment_period_starts_on": 30}},
        "job": {"pay_day": "last_working_day"},
    },
    "a wage the day after": {"job": {"starts": date(2026, 12, 1), "pay_day": 15}},
    "money for the end of a job": {
        "events": [{"on": date(2027, 6, 10), "kind": "job_ends", "redundancy_pay": 2000}]
    },
    "another job in its place": {
        "claimant": {
            "jobs": [{"hourly_pay": 12.71, "hours_per_week": 8, "paid": "monthly", "pay_day": 28}]
        },
        "job": {"replaces": "all"},
    },
    "only wage": {"events": [{"on": date(2026, 11, 12), "kind": "job_ends"}]},
}


def rare(name: str) -> Any:
    return p1(**RARE[name])


# Examples at other hours: New Style ESA over permitted work, a mortgage loan after a nil month,
# a carer's weekly limit, temporary accommodation, a parent.
OTHER_HOURS = {"w2": 22.5, "a12": 60.0, "w4": 30.0, "a11": 37.5, "a05": 30.0, "a02": 45.0}


def at_hours(name: str) -> Any:
    case = scenario(name)
    assert case.job is not None
    job = case.job.model_copy(update={"hours_per_week": OTHER_HOURS[name]})
    return case.model_copy(update={"job": job})


def short_runs() -> Iterator[str]:
    """A job without an hour, one that ends as the days shown do, and one that pays nothing."""
    for hours, months, ends in ((0.0, 6, 2), (20.0, 2, 2), (20.0, 1, None)):
        for line in timeline(p1(), (hours,), months=months, job_ends_after=ends).lines:
            yield from of_line(line)


def of_line(line: Line) -> Iterator[str]:
    yield from map(words.cash_why, line.cash)
    yield from (
        text for month in line.months for text in map(words.status_sentence, month.statuses)
    )
    yield from (
        text for month in line.months for text in map(words.message_sentence, month.messages)
    )
    yield from (item.text for item in month_tables.to_know_items(line))
    yield from (item.text for item in month_tables.deadline_items(line))
    for after_end in (False, True):
        yield from month_tables.around(line, after_end=after_end)
    yield month_tables.shows(line)


def of_items(items: tuple[Item, ...]) -> Iterator[str]:
    yield from (item.text for item in items)


def of_case(case: Any, *, asks: tuple[Asked, ...] = ASKED) -> Iterator[str]:
    """Every sentence of the timeline and of some ways back of a case."""
    made = timeline(case, months=16)
    for line in (made.as_you_are, *made.lines):
        yield from of_line(line)
    yield from month_tables.lead_sentences(made, (made.lines or (made.as_you_are,))[0])
    yield from map(words.warning_sentence, made.warnings)
    yield from map(words.assumption_sentence, made.assumptions)
    for asked in asks:
        try:
            found = way_back(case, asked)
        except CaseError:
            continue
        yield from of_line(found.line)
        yield from way_back_parts.lead_sentences(found)
        for items in (
            way_back_parts.week_one_items(found),
            way_back_parts.deadline_items(found),
            way_back_parts.end_items(found),
            way_back_parts.help_items(found),
        ):
            yield from of_items(items)
