"""Every answer of a case in words, by the page on which it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from benefits_calc.case import Problem
from benefits_calc.case.titles import title_at
from benefits_calc.words import asked, questions
from benefits_calc.words.page_catalogue import say, section

# By the start of a path, the page on which it is asked; the longest start counts.
PAGE_OF: Final = {
    "nation": "about_you",
    "claimant": "about_you",
    "partner": "about_you",
    "children": "about_you",
    "circumstances": "about_you",
    "claimant.care_leaver": "your_home",
    "claimant.homeless_hostel_3_months": "your_home",
    "claimant.domestic_abuse": "your_home",
    "council": "your_home",
    "region": "your_home",
    "rental_area": "your_home",
    "home": "your_home",
    "others_in_home": "your_home",
    "claimant.new_style_esa": "money_now",
    "claimant.jobs": "money_now",
    "claimant.other_income": "money_now",
    "claims_universal_credit": "money_now",
    "benefits_now": "money_now",
    "savings": "money_now",
    "savings_ignored": "money_now",
    "older": "money_now",
    "children.childcare": "the_job",
    "job": "the_job",
}
_PAGES: Final = PAGE_OF | {fact: page for page, facts in asked.ASKED_ON.items() for fact in facts}
POUNDS: Final = ("amount", "hourly_pay", "savings", "balance", "expenses_per_week", "profit")
PLACES: Final = ("council", "rental_area")
NOT_SHOWN: Final = ("format", "not_known")
# What is paid for a kind of thing: one answer, and the kind is its name.
BY_KIND: Final = {
    "claimant.other_income": "income_kind",
    "job.costs": "cost_kind",
    "savings_ignored": "left_out_kind",
    "benefits_now.universal_credit.deductions": "deduction_kind",
}
# By fact, its two answers where they are not no and yes.
TRUTHS: Final = {"home.shared": ("whole", "room")}
OTHER: Final = "other"
OPEN_DECISION: Final = "claimant.pending"


def page_of(path: str) -> str:
    """The page on which a fact is asked; "other" where none asks for it."""
    found = questions.pattern_of(path)
    while found:
        if found in _PAGES:
            return _PAGES[found]
        found = found.rpartition(".")[0]
    return OTHER


@dataclass(frozen=True)
class Answered:
    """An answer, or what a file says besides.

    Attributes:
        path: The fact.
        name: What it is, in a few words.
        answer: What was answered.
        taken: What is taken where the answer is "I don't know", if there is something to say.
    """

    path: str
    name: str
    answer: str
    taken: str = ""


def answered(answers: Mapping[str, Any], unsure: tuple[str, ...]) -> dict[str, list[Answered]]:
    """By page, each answer, those that were "I don't know" too; under "other", the file's own."""
    found: dict[str, list[Answered]] = {}
    stated = {name: value for name, value in answers.items() if name not in NOT_SHOWN}
    for path, value in _facts("", stated):
        # What was taken in place of an answer is said with "I don't know".
        if path in unsure:
            continue
        page = page_of(path) if asked.is_asked(path) else OTHER
        taken = questions.taken_for(path) if value == "unknown" else ""
        shown = Answered(path, name_of(path, _kind(path, value)), _value(path, value), taken)
        found.setdefault(page, []).append(shown)
    for path in unsure:
        shown = Answered(path, name_of(path), say("answers", "unsure"), questions.taken_for(path))
        found.setdefault(page_of(path), []).append(shown)
    return found


def _facts(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Every fact with its path; what is asked as one is one."""
    pattern = questions.pattern_of(path)
    if pattern == "circumstances":
        yield from ((f"{path}.{name}", True) for name in value)
    elif isinstance(value, Mapping):
        yield from _parts(path, pattern, value)
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        for place, item in enumerate(value, start=1):
            yield from _facts(f"{path}[{place}]", item)
    elif value not in (None, [], {}):
        yield path, value


def _parts(path: str, pattern: str, value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The facts inside one: pounds and their period are one, and so is an open decision."""
    if pattern == OPEN_DECISION:
        yield _question_of(path, value), _open_decision(value)
        return
    if pattern == "events" and _is_change_of_hours(value):
        day = questions.month_in_words(str(value.get("on", "")))
        yield (
            path,
            say("answers", "from_then", day=day, hours=f"{value.get('hours_per_week', 0):g}"),
        )
        return
    named: set[str] = set()
    by_kind = pattern in BY_KIND
    if value.get("weeks") == "repeat":
        yield path, say("answers", "all_that_follow")
        named = {"weeks"}
    if value.keys() >= ({"amount"} if by_kind else {"amount", "per"}):
        yield path, value
        named = {"amount", "per", "kind"} if by_kind else {"amount", "per"}
    for name, item in value.items():
        if name not in named:
            yield from _facts(f"{path}.{name}" if path else str(name), item)


def _is_change_of_hours(event: Mapping[str, Any]) -> bool:
    """The one kind of event that a page asks for: that of the job that is thought about."""
    return event.keys() <= {"kind", "on", "hours_per_week"} and event["kind"] == "change_of_hours"


def _question_of(path: str, found: Mapping[str, Any]) -> str:
    """Where an open decision is asked about: a claim with its benefit, a challenge by itself."""
    holder, benefit = path.rpartition("[")[0], found["benefit"]
    if found["stage"] == "claim" and benefit in ("pip", "adp"):
        return f"{holder.rpartition('.')[0]}.pip"
    return f"{holder}.{benefit}" if found["stage"] in ("reconsideration", "appeal") else path


def _open_decision(found: Mapping[str, Any]) -> str:
    """A decision that is still open, and since when."""
    parts = section("answers.open_decision")
    said = f"{parts[found['benefit']]}: {parts[found['stage']]}"
    since = found.get("since")
    return f"{said}, {questions.month_in_words(str(since))}" if since else said


def problem_line(problem: Problem) -> str:
    """What is missing or wrong, with the fact named as the list of answers names it."""
    path = problem.field.removesuffix(".amount").removesuffix(".per")
    return questions.problem_in_words(problem, name_of(path))


def _kind(path: str, value: Any) -> str:
    """The kind of thing that is paid for, in words; empty where there is none."""
    code = BY_KIND.get(questions.pattern_of(path))
    if code is None or not isinstance(value, Mapping):
        return ""
    return questions.options(code).get(value.get("kind", ""), "")


def name_of(path: str, kind: str = "") -> str:
    """A fact in a few words, with whose it is."""
    names = section("answers.names")
    pattern = questions.pattern_of(path)
    if pattern.startswith("circumstances."):
        return questions.label(pattern.partition(".")[2])
    title = str(kind or names.get(pattern) or title_at(path))
    # A title such as "Amount" says nothing without what it is an amount of.
    holder = path.rpartition(".")[0]
    if pattern not in names and holder.count(".") and title_at(holder) != title:
        title = f"{title_at(holder)}: {title[:1].lower()}{title[1:]}"
    place = re.search(r"\[(\d+)\]", path)
    start = path.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]
    if start == "partner":
        return say("answers.whose", "partner", name=title)
    if place and start in section("answers.whose"):
        return say("answers.whose", start, name=title, number=place[1])
    return f"{title} {place[1]}" if place else title


def _value(path: str, value: Any) -> str:
    if isinstance(value, Mapping):
        per = section("ask.per.options").get(value.get("per", ""), "")
        return f"£{value['amount']:,.2f} {per}".replace(".00 ", " ").strip()
    if isinstance(value, bool):
        return _truth(questions.pattern_of(path), value)
    if isinstance(value, list):
        return ", ".join(_value(path, item) for item in value)
    if isinstance(value, float | int):
        in_pounds = questions.pattern_of(path).rpartition(".")[2] in POUNDS
        return f"£{value:,.2f}".replace(".00", "") if in_pounds else f"{value:,g}"
    return _text(questions.pattern_of(path), str(value))


def _truth(pattern: str, value: bool) -> str:
    """Yes or no, in the words of its question where it has some."""
    options = questions.words_of(asked.ASKED.get(pattern, "")).get("options", {})
    name = TRUTHS.get(pattern, ("no", "yes"))[value]
    return str(options.get(name) or say("answers", name))


def _text(pattern: str, value: str) -> str:
    options = questions.words_of(asked.ASKED.get(pattern, "")).get("options", {})
    if value in options:
        return str(options[value])
    if value == "unknown":
        return say("answers", "unsure")
    if pattern in PLACES:
        return questions.place_in_words(value)
    return questions.month_in_words(value).replace("_", " ")
