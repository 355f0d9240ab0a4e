"""The catalogue has a phrase for everything that can be said, and none that is never said."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benefits_calc.analysis.could_claim import SEVERE_MENTAL_IMPAIRMENT
from benefits_calc.analysis.statuses import STATUS_SWITCHES
from benefits_calc.analysis.thresholds import FALL, STEP
from benefits_calc.engine.results import BENEFIT_LINES, WORKINGS
from benefits_calc.engine.switches import SWITCHES
from benefits_calc.output.contract import LINE_ORDER
from benefits_calc.words.catalogue import catalogue, label_of, phrase

STATES = {"stays", "changes", "starts", "stops"}
CERTAINTIES = {"rule", "dwp_decision", "council", "unknown"}
# What is held by a decision: which states it can have at a point, and so has words for.
HELD = {
    "lcwra": {"stays"},
    "lcw": {"stays"},
    "transitional_element": {"stays", "stops"},
    "transitional_element_low_earnings": {"stops"},
    "mortgage_interest_loan": {"stays", "stops"},
    "higher_rate_by_esa": {"stays", "stops"},
}
SWITCHED = {"stays", "starts", "stops"}
# Words that frighten, blame, rank or promise.
BANNED = re.compile(
    r"cliff|\btrap|worse off|better off|scroung|burden|workless|nothing at risk|"
    r"\bfails?\b|\bfailed\b|\bfailure\b|lose everything|punish|guarantee",
    re.IGNORECASE,
)
# The name of a page, which asks and does not say.
A_QUESTION = "page_en: pages.titles.better_off"
LONGEST_AVERAGE_WORDS, LONGEST_SENTENCE_WORDS = 20, 36
LONGEST_AVERAGE_LETTERS = 5.2


def all_phrases(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from all_phrases(value, f"{path}{key}.")
        elif isinstance(value, str):
            yield f"{path}{key}", value


def every_catalogue(package: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((package / "words").glob("*.toml")):
        words = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from ((f"{path.stem}: {key}", text) for key, text in all_phrases(words))


def codes_made(trees: dict[Path, ast.Module], name: str) -> set[str]:
    """First arguments of every call of `name`; an f-string gives what stands before its brace."""
    found = set()
    for tree in trees.values():
        for node in ast.walk(tree):
            called = isinstance(node, ast.Call) and getattr(node.func, "id", "") == name
            if called and isinstance(node, ast.Call) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
                if isinstance(first, ast.JoinedStr):
                    found.add(f"{ast.unparse(first)[2:].partition('{')[0]}*")
    return found


def test_every_line_and_step_has_a_name_and_no_other_has():
    words = catalogue()
    assert set(words["lines"]) == set(LINE_ORDER)
    assert set(words["workings"]) == (set(WORKINGS) | {"uc_payment"}) - set(words["lines"])
    for line in (*LINE_ORDER, *WORKINGS, "uc_payment"):
        assert label_of(line).strip()
    with pytest.raises(KeyError):
        label_of("no_such_line")


def test_every_status_has_words_for_every_state():
    statuses = catalogue()["statuses"]
    assert set(statuses["payment"]) == STATES | {"rises"}
    for code, states in HELD.items():
        assert set(statuses[code]) == states | {"name"}
    for code in STATUS_SWITCHES:
        assert set(statuses[code]) == SWITCHED | {"name"}, code
    payments = set(statuses) - set(HELD) - set(STATUS_SWITCHES) - {"payment"}
    assert payments <= set(BENEFIT_LINES)
    for code in payments:
        assert set(statuses[code]) <= STATES, code


def test_every_threshold_has_words_for_both_ways():
    thresholds = catalogue()["thresholds"]
    assert set(thresholds) == {switch.code for switch in SWITCHES} | {FALL, STEP}
    for switch in SWITCHES:
        assert {"starts"} <= set(thresholds[switch.code]) <= {"starts", "stops"}, switch.code
        assert "stops" in thresholds[switch.code] or not switch.said_when_it_stops
    assert set(thresholds[FALL]) == set(thresholds[STEP]) == {"starts"}


def test_every_assumption_and_gap_has_a_phrase_and_no_other_has(
    syntax_trees: dict[Path, ast.Module],
):
    made = codes_made(syntax_trees, "Assumption")
    assert "pension" in made
    held = set(catalogue()["assumptions"])
    stems = tuple(code.removesuffix("*") for code in made if code.endswith("*"))
    assert {code for code in made if not code.endswith("*")} <= held
    assert not {code for code in held - made if not code.startswith(stems)}
    gaps = codes_made(syntax_trees, "Gap")
    reasons = set(catalogue()["gaps"]) - gaps
    assert gaps <= set(catalogue()["gaps"])
    # Why a line is unknown is a gap too; its code stands in the engine.
    source = "".join(
        ast.unparse(tree) for path, tree in syntax_trees.items() if path.parts[0] == "engine"
    )
    assert {reason for reason in reasons if f"'{reason}'" not in source} == set()


def test_every_other_phrase_is_asked_for_somewhere(syntax_trees: dict[Path, ast.Module]):
    source = "".join(ast.unparse(tree) for tree in syntax_trees.values())
    for section in ("table", "warnings"):
        for key in catalogue()[section]:
            assert f"phrase('{section}', '{key}'" in source, (section, key)
    assert set(catalogue()["states"]) == STATES
    assert set(catalogue()["certainty"]) == CERTAINTIES
    assert set(catalogue()["who"]) == {"claimant", "partner"}
    could = (set(catalogue()["could_claim"]) | set(catalogue()["could_claim_unknown"])) - {
        SEVERE_MENTAL_IMPAIRMENT
    }
    assert could <= set(BENEFIT_LINES)
    assert set(catalogue()["could_claim_for_later"]) == {SEVERE_MENTAL_IMPAIRMENT}
    assert set(catalogue()["could_claim_names"]) == {SEVERE_MENTAL_IMPAIRMENT}
    assert set(catalogue()["periods"]) == {"week", "month"}
    assert set(catalogue()["pay_days"]) == {"weekly", "fortnightly", "four_weekly", "monthly"}


def test_a_missing_fact_is_an_error_and_not_an_empty_place():
    with pytest.raises(KeyError):
        phrase("assumptions", "tax_code")
    assert phrase("assumptions", "tax_code", code="BR").startswith("Tax code BR.")


def test_no_phrase_has_a_banned_word(package: Path):
    found = [(key, text) for key, text in every_catalogue(package) if BANNED.search(text)]
    assert [key for key, _ in found] in ([], [A_QUESTION])


def test_phrases_are_plain_and_whole(package: Path):
    for key, text in every_catalogue(package):
        assert text == text.strip(), key
        assert "  " not in text, key
        assert text.count("{") == text.count("}"), key
        for _, field, _, _ in string.Formatter().parse(text):
            assert field is None or field.isidentifier(), key


def sentences_in(text: str) -> list[list[str]]:
    """Sentences of three words and more, as words."""
    split = re.split(r"(?<=[.!?:])\s+", text)
    return [words for part in split if len(words := part.split()) > 2]


def test_sentences_are_short_and_words_plain():
    """Twenty words a sentence on average and none much longer; the short words of everyday."""
    sections = ("statuses", "thresholds", "assumptions", "gaps", "warnings", "could_claim")
    found = [
        words
        for section in sections
        for _, text in all_phrases(catalogue()[section])
        for words in sentences_in(text)
    ]
    assert len(found) > 100
    longest = max(found, key=len)
    assert len(longest) <= LONGEST_SENTENCE_WORDS, " ".join(longest)
    assert sum(map(len, found)) / len(found) <= LONGEST_AVERAGE_WORDS
    letters = [len(word.strip(".,;:()'")) for words in found for word in words]
    assert sum(letters) / len(letters) <= LONGEST_AVERAGE_LETTERS
