"""Every answer of a case in words, by the page on which it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from benefits_calc.case.titles import title_at
from benefits_calc.words import questions
from benefits_calc.words.page_catalogue import say, section
from benefits_calc.words.records import Row

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
# By path, the question whose words for the answers are used.
QUESTION_OF: Final = {
    "nation": "nation",
    "region": "region",
    "claimant.work_capability": "capability",
    "claimant.health_element": "health_rate_short",
    "claimant.pip.daily_living": "daily_living",
    "claimant.pip.mobility": "mobility",
    "claimant.adp.daily_living": "daily_living",
    "claimant.adp.mobility": "mobility",
    "claimant.dla.care": "dla_care",
    "claimant.dla.mobility": "dla_mobility",
    "claimant.new_style_esa.group": "new_style_esa",
    "claimant.other_income.kind": "income_kind",
    "children.sex": "child_sex",
    "home.tenure": "tenure",
    "home.supported_kind": "supported_kind",
    "home.temporary_kind": "temporary_kind",
    "home.council_tax.band": "band",
    "others_in_home.relation": "other_relation",
    "benefits_now.universal_credit.amount_is": "uc_amount_is",
    "job.paid": "paid",
    "job.pay_day": "weekday",
    "job.replaces": "job_replaces",
    "job.who": "job_who",
    "job.pension.enrolment": "pension",
    "job.pension.scheme": "pension_scheme",
    "job.student_loan": "student_loan",
}
POUNDS: Final = ("amount", "hourly_pay", "savings", "balance", "expenses_per_week", "profit")
PLACES: Final = ("council", "rental_area")
NOT_SHOWN: Final = ("format",)
OTHER: Final = "other"


def page_of(path: str) -> str:
    """The page on which a fact is asked; "other" where none asks for it."""
    found = questions.pattern_of(path)
    while found:
        if found in PAGE_OF:
            return PAGE_OF[found]
        found = found.rpartition(".")[0]
    return OTHER


def answered(answers: Mapping[str, Any], unsure: tuple[str, ...]) -> dict[str, tuple[Row, ...]]:
    """By page, a row for each answer; those that were "I don't know" too."""
    found: dict[str, list[Row]] = {}
    for path, value in _facts("", answers):
        if path not in NOT_SHOWN:
            found.setdefault(page_of(path), []).append(Row(name_of(path), (_value(path, value),)))
    for path in unsure:
        row = Row(name_of(path), (say("answers", "unsure"),))
        found.setdefault(page_of(path), []).append(row)
    return {page: tuple(rows) for page, rows in found.items()}


def taken_as_given(unsure: tuple[str, ...]) -> tuple[str, ...]:
    """What was taken where somebody did not know, as far as the results do not say it."""
    known = section("answers.taken")
    return tuple(str(known[path]) for path in map(questions.pattern_of, unsure) if path in known)


def _facts(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Every fact with its path; pounds and their period are one."""
    if isinstance(value, Mapping) and "amount" in value and "per" in value:
        yield path, value
        rest = {name: item for name, item in value.items() if name not in ("amount", "per")}
        yield from _facts(path, rest)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _facts(f"{path}.{name}" if path else str(name), item)
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        for place, item in enumerate(value, start=1):
            yield from _facts(f"{path}[{place}]", item)
    elif value not in (None, [], {}):
        yield path, value


def name_of(path: str) -> str:
    """A fact in a few words, with whose it is."""
    names = section("answers.names")
    pattern = questions.pattern_of(path)
    title = str(names.get(pattern) or title_at(path))
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
        per = section("ask.per.options")[value["per"]]
        return f"£{value['amount']:,.2f} {per}".replace(".00 ", " ")
    if isinstance(value, bool):
        return say("answers", "yes" if value else "no")
    if isinstance(value, list):
        return ", ".join(_value(path, item) for item in value)
    if isinstance(value, float | int):
        in_pounds = questions.pattern_of(path).rpartition(".")[2] in POUNDS
        return f"£{value:,.2f}".replace(".00", "") if in_pounds else f"{value:,g}"
    return _text(questions.pattern_of(path), str(value))


def _text(pattern: str, value: str) -> str:
    options = questions.words_of(QUESTION_OF.get(pattern, "")).get("options", {})
    if value in options:
        return str(options[value])
    if pattern in PLACES:
        return questions.place_in_words(value)
    if pattern == "circumstances" and questions.words_of(value):
        return questions.label(value)
    return questions.month_in_words(value).replace("_", " ")
