"""Every sentence of the dated part, for every code: made from its record, whole and in words.

Two readings. Sentences of real runs (the examples, cases made for rare codes, random households)
are read one by one. Phrases that no run reaches are filled with made-up facts at their edges.
"""

import re
import string
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benefits_calc.analysis.dated_records import DatedMessage, MoneyGap
from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.case import build_case
from benefits_calc.output.next_steps import next_steps, next_steps_object
from benefits_calc.output.timeline import timeline_object
from benefits_calc.output.way_back import way_back_object
from benefits_calc.words import dated as words
from benefits_calc.words import way_back_parts
from benefits_calc.words.page_catalogue import section
from tests.engine.dated_cases import p1
from tests.engine.random_cases import random_case
from tests.engine.whole_cases import NAMES, scenario
from tests.words.dated_corpus import (
    ASKED,
    OTHER_HOURS,
    RARE,
    at_hours,
    of_case,
    rare,
    short_runs,
)

# What a hole, a code or a wrong number looks like.
WRONG = {
    "a hole": r"\bnan\b|\bNone\b|\binf\b|NaT|[{}]|  |\( *\)|£ |£$|£-| [.,;:]|\.\.|^\s|\s$",
    "a code": r"\b[a-z]+_[a-z_]+\b",
    "a bare date": r"\b\d{4}-\d\d(-\d\d)?\b",
    "one of many": r"(?<![\d.,])1 (wages|days|weeks|months|hours|packets|periods)\b",
    "a lone sign": r"(?<!\w)-£0(\.00)?\b|\b-\d",
}
MOST_SEED = 4000


def wrong(text: str) -> list[str]:
    return [name for name, pattern in WRONG.items() if re.search(pattern, text)]


def whole(texts: Iterator[str]) -> int:
    said = list(texts)
    bad = [(text, wrong(text)) for text in said if wrong(text) or not text]
    assert bad == []
    return len(said)


def sentences(texts: Iterator[str]) -> None:
    """Whole, from a capital or a number to a full stop."""
    said = list(texts)
    whole(iter(said))
    assert [t for t in said if not (t[0].isupper() or t[0].isdigit() or t[0] in '"£')] == []
    assert [t for t in said if t[-1] not in '.:?"'] == []


def strings(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            if name in ("what", "why", "title", "back", "ask", "help") or not isinstance(
                value, str
            ):
                yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)
    elif isinstance(node, str) and " " in node:
        yield node


@settings(max_examples=12)
@given(st.integers(0, MOST_SEED), st.sampled_from(ASKED))
def test_sentences_of_random_households_are_whole(seed: int, asked: Asked):
    case = build_case(random_case(seed))
    sentences(of_case(case, asks=(asked,)))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_as_json_is_whole(name: str):
    case = scenario(name)
    made = timeline_object(timeline(case, months=8))
    back = way_back_object(way_back(case, Asked("job_ends", 4)))
    steps = next_steps_object(next_steps(case))
    assert whole(text for node in (made, back, steps) for text in strings(node)) > 100


def every_code() -> list[tuple[str, str]]:
    """Every phrase of the dated part, by group and code."""

    def walk(found: dict[str, Any], group: str) -> Iterator[tuple[str, str]]:
        for name, value in found.items():
            if isinstance(value, dict):
                yield from walk(value, f"{group}.{name}".lstrip("."))
            else:
                yield group, name

    return list(walk(section("dated"), ""))


# Facts at their edges: each is filled with one value after another.
EDGES: dict[str, tuple[str, ...]] = {
    "reason": ("For 8 May 2027 to 7 June 2027.",),
    "line": ("Carer's Allowance",),
    "kind": ("hospital",),
    "code": ("first week",),
    "mark": ("*",),
    "label": ("a01",),
    "version": ("0.1.0",),
    "wages": ("no wage", "one wage", "2 wages"),
    "earned_income": ("£0", "£427", "£1,594"),
    "amount": ("£0", "£9.50", "£1,305"),
    "hours": ("1 hour a week", "37.5 hours a week"),
    "new_hours": ("0 hours a week",),
    "months": ("1 month", "6 months"),
    "weeks": ("1 week", "2 weeks"),
    "count": ("2",),
    "years": ("2", "20"),
    "days": ("2", "46"),
    "usual": ("£0 in hand",),
    "change": ("£1", "£642"),
    "after": ("31 March 2027",),
}
MONEY = ("price", "short", "late", "full", "per_week", "usual_per_week", "statutory_sick_pay")


def edge(name: str) -> tuple[str, ...]:
    if name in EDGES:
        return EDGES[name]
    if name in MONEY or name.endswith("earnings"):
        return ("£0", "£21", "£1,305")
    return ("1 December 2026", "29 February 2028")


@pytest.mark.parametrize(("group", "code"), every_code())
def test_every_phrase_is_whole_at_its_edges(group: str, code: str):
    text = str(section(f"dated.{group}" if group else "dated")[code])
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name]
    for place in range(max([len(edge(name)) for name in names], default=1)):
        facts = {name: edge(name)[place % len(edge(name))] for name in names}
        said = words.dated(group, code, **facts)
        if group in ("counted", "wages") or code == "mark":
            continue
        assert wrong(said) == [], said


@cache
def heard(kind: str, name: str) -> tuple[tuple[str, ...], frozenset[tuple[str, str]]]:
    """Every sentence of a case, and the phrases that it was made from."""
    codes = set()
    say = vars(words)["say"]

    def listening(group: str, code: str, /, **facts: str) -> str:
        codes.add((group.removeprefix("dated."), code))
        return say(group, code, **facts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "say", listening)
        texts = tuple(of_case(CASES[kind](name)) if name else short_runs())
    return texts, frozenset(codes)


CASES = {"example": scenario, "rare": rare, "at other hours": at_hours}
EVERY = (
    *(("example", name) for name in NAMES),
    *(("rare", name) for name in RARE),
    *(("at other hours", name) for name in OTHER_HOURS),
    ("short", ""),
)


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_sentences_of_a_case_are_whole(kind: str, name: str):
    sentences(iter(heard(kind, name)[0]))


@cache
def other_tests() -> str:
    here = Path(__file__)
    files = sorted(here.parents[1].rglob("test_*.py"))
    return "".join(path.read_text(encoding="utf-8") for path in files if path != here)


def named_in_a_test(code: str) -> bool:
    """Whether a test of its own holds a code, by its name or by that of its reason."""
    parts = code.split("_")
    names = ["_".join(parts[place:]) for place in range(min(2, len(parts) - 1))]
    return any(f'"{name}"' in other_tests() for name in names)


def test_statuses_reasons_and_deadlines_are_reached_by_real_months():
    """Each code of a record is made by some run, but for those listed with their reason."""
    groups = ("why", "deadlines", "messages", "week_one", "gap", "statuses")
    asked = {pair for pair in every_code() if pair[0].split(".")[0] in groups}
    reached = frozenset().union(*(heard(kind, name)[1] for kind, name in EVERY))
    held = {pair for pair in asked - reached if named_in_a_test(pair[1])}
    assert asked - reached - held - set(NOT_REACHED) == set()
    # A code that is reached after all leaves the list.
    assert set(NOT_REACHED) & reached == set()


# Codes that no example of these reaches, and why.
NOT_REACHED: dict[tuple[str, str], str] = {
    ("gap", "end_one_day"): "made below",
    ("gap", "end_same_day"): "made below",
    ("gap", "end_only"): "made below",
    ("gap", "first_wage_unknown"): "made below",
    ("statuses.housing_benefit", "changes_lower"): "lower beside Universal Credit: by an event",
    ("statuses.housing_benefit", "stops_means_test_to_nothing"): "a low rent and high pay",
    ("statuses.housing_benefit", "stops_moved_home"): "tests of moving home",
    ("deadlines", "move_tell_housing_benefit_address"): "tests of moving home",
    ("deadlines", "tell_council_extended_council_tax_reduction"): "tests of extended payments",
    ("deadlines", "tell_council_extended_housing_benefit"): "tests of extended payments",
    ("why", "extended_payment"): "tests of extended payments",
    ("why", "part_of_rent"): "tests of moving home",
    ("statuses.transitional_element", "lost_kept"): "none on either line, and then one",
    ("statuses.transitional_element", "lost_low_earnings"): "tests/engine/test_dated_months.py",
    ("statuses.universal_credit", "starts_paid_again"): "nothing without the job, paid with it",
    ("statuses.universal_credit", "stops_conditions_not_met"): "pension age within the months",
    ("statuses.weekly", "stops_award_ended"): "tests/output/test_timeline_reads_true.py",
}
FIRST, LAST = date(2027, 1, 14), date(2027, 1, 15)


@pytest.mark.parametrize("after_end", [False, True])
@pytest.mark.parametrize("full", [None, FIRST, LAST, date(2027, 1, 12)])
@pytest.mark.parametrize("money", [None, LAST])
@pytest.mark.parametrize("short", [0.0, 0.4, 90.0])
def test_a_gap_is_said_in_days_and_pounds(
    full: date | None, money: date | None, short: float, *, after_end: bool
):
    days = (money - full).days if money and full else None
    gap = MoneyGap(full, money, days, short, None, (), FIRST if short else None)
    said = words.gap_sentences(gap, after_end=after_end)
    sentences(iter(said))
    assert ("less than without the job: that is on 14 January 2027" in said[1]) == (short > 0)
    if days is not None:
        assert (f"are {days} days" in said[0]) == (days > 1)


@pytest.mark.parametrize(("count", "said"), [(1, "1 month"), (2, "2 months"), (24, "24 months")])
def test_one_is_one(count: int, said: str):
    assert words.counted("months", count) == said
    case = p1()
    heading = way_back_parts.lead_sentences(way_back(case, Asked("job_ends", count)))[0]
    assert f"after {said} at 20 hours a week" in heading


def test_facts_without_an_amount_are_an_error_and_not_a_gap():
    for facts in ({}, {"wages": float("nan")}):
        with pytest.raises((KeyError, ValueError)):
            words.message_sentence(DatedMessage("several_wages", facts))
