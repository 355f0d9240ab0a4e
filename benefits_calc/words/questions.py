"""Questions and answers in words: labels, options, places, dates, and what is wrong or missing."""

from __future__ import annotations

import re
from typing import Any, Final

from benefits_calc.case import Problem
from benefits_calc.case.titles import title_at
from benefits_calc.words.page_catalogue import say, section

REFUSED: Final = " is not worked out here: "
NOTHING: Final = "nothing"
# No sum of money is near it, so that nobody needs to read it.
MOST_POUNDS: Final = "10,000,000"
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\Z")
_RANGE: Final = re.compile(r"^(give )?(a whole number|a number|one line of text)[^;,]* \d+")
_SMALL: Final = frozenset(("and", "of", "upon", "on", "the", "with", "in", "le", "under", "y"))


def words_of(code: str) -> dict[str, Any]:
    """Everything that the catalogue says for a question; nothing where it has none."""
    found: dict[str, Any] = section("ask").get(code, {})
    return found


def label(code: str, who: str = "", **facts: str) -> str:
    """The question itself, for somebody else than the claimant where `who` names them."""
    words = words_of(code)
    return str(words.get(f"label_{who}") or words["label"]).format_map(facts)


def hint(code: str, **facts: str) -> str | None:
    """Help beside the question, if it has any."""
    found = words_of(code).get("hint")
    return None if found is None else str(found).format_map(facts)


def options(code: str, **facts: str) -> dict[str, str]:
    """The answers to choose from, by code, in order."""
    found = words_of(code)["options"]
    return {name: str(text).format_map(facts) for name, text in found.items()}


def month_in_words(text: str) -> str:
    """A month or day of a case in words: ``1986-05`` is "May 1986"."""
    found = _MONTH.fullmatch(text)
    if found is None:
        return text
    name = section("calendar")["months"][int(found[2]) - 1]
    start = f"{int(found[3])} " if found[3] else ""
    return f"{start}{name} {found[1]}"


def place_in_words(code: str) -> str:
    """A council or rental area as people write it: ``stoke_on_trent`` is "Stoke on Trent"."""
    words = code.split("_")
    if words[-2:] in (["city", "of"], ["county", "of"]):
        words, last = words[:-2], f", {words[-2].capitalize()} of"
    else:
        last = ""
    return (
        " ".join(
            word if place and word in _SMALL else word.capitalize()
            for place, word in enumerate(words)
        )
        + last
    )


def pattern_of(path: str) -> str:
    """A path without its places in lists, and without which of a couple it is about."""
    found = re.sub(r"\[\d+\]", "", path)
    return re.sub(r"^partner\.", "claimant.", found)


def taken_for(path: str) -> str:
    """What is taken for a fact that nobody knows; empty where there is nothing to say."""
    return str(section("answers.taken").get(pattern_of(path), ""))


def problem_in_words(problem: Problem, name: str = "") -> str:
    """A problem without names of fields: what to put right, or where to go.

    Args:
        problem: What is wrong or missing.
        name: The fact in a few words; its title where left out.
    """
    pattern = pattern_of(problem.field).removesuffix(".amount").removesuffix(".per")
    if REFUSED in problem.message:
        own = section("answers.refused").get(pattern)
        return str(own or _sentence(problem.message.split(REFUSED, 1)[1]))
    name = name or title_at(problem.field)
    takes = _takes(problem)
    if takes and problem.value != NOTHING:
        return say("answers", "wrong_takes", name=name, takes=takes)
    kind = "missing" if problem.value == NOTHING else "wrong"
    phrases = section(f"answers.{kind}")
    # What is said of a whole may be said of its parts, and not of theirs.
    for place in (pattern, pattern.rpartition(".")[0]):
        if place in phrases:
            return str(phrases[place])
    return say("answers", f"{kind}_other", name=name)


def _takes(problem: Problem) -> str:
    """The numbers that a field takes, where the answer is none of them."""
    if not _RANGE.search(problem.accepted):
        return ""
    words = problem.accepted.removeprefix("give ")
    return say("answers", "from_nought") if words.endswith(MOST_POUNDS) else words


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
