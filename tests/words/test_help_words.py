"""Words of help besides money: one for every item, state and trigger, plain and whole."""

import string
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.analysis.help_besides_money import (
    GAINED,
    KEPT,
    LOST,
    NOT_AFFECTED,
    OPEN,
    UNTOUCHED,
    VARIES,
    HelpStatus,
)
from benefits_calc.output.help_besides_money import help_object, help_text
from benefits_calc.rules.help_items import help_items
from benefits_calc.words.help_words import help_change, help_name, help_pounds, help_state, help_why
from benefits_calc.words.page_catalogue import section
from tests.analysis.walks import marcus
from tests.engine.whole_cases import NAMES, compared, scenario

STATES = {OPEN, KEPT, VARIES, GAINED, LOST, NOT_AFFECTED}
WORDS = section("besides_money")
ITEMS = {item.id: item for item in help_items()}
LONGEST_SENTENCE_WORDS, LONGEST_AVERAGE_WORDS = 30, 16


@cache
def of_scenario(name: str) -> Comparison:
    return compared(scenario(name), 0, 12, 20, 37.5, 60)


def statuses(name: str) -> Iterator[HelpStatus]:
    comparison = of_scenario(name)
    for point in (comparison.now, *comparison.points):
        yield from point.help


def test_every_item_and_no_other_has_words():
    assert set(WORDS["items"]) == set(ITEMS)
    for code, own in WORDS["items"].items():
        assert {"name", "what"} <= set(own) <= {"name", "what", VARIES, GAINED, LOST}, code


def test_every_state_trigger_question_and_value_has_words():
    assert set(WORDS["states"]) == STATES
    assert set(WORDS["why"]) == STATES
    triggers = {item.trigger for item in ITEMS.values()}
    assert set(WORDS["triggers"]) == set(WORDS["why"][OPEN]) == triggers
    touched = triggers - set(UNTOUCHED)
    for state in (KEPT, VARIES, GAINED, LOST):
        assert set(WORDS["why"][state]) == touched, state
    assert set(WORDS["why"][NOT_AFFECTED]) == triggers - touched
    assert set(WORDS["asks"]) == {ask for item in ITEMS.values() for ask in item.asks}
    pers = {item.value.per for item in ITEMS.values() if item.value}
    assert set(WORDS["value"]) == pers
    certainties = {item.certainty for item in ITEMS.values()}
    assert set(WORDS["certainty"]) == certainties | {"not_verified"}


def test_whatever_can_end_says_what_to_do_then():
    """What replaces it, or who can help; that it opens again stands with its trigger."""
    for code, item in ITEMS.items():
        if item.trigger not in (*UNTOUCHED, "work"):
            assert LOST in WORDS["items"][code], code
    for trigger, text in WORDS["why"][LOST].items():
        assert "opens again" in text or trigger == "work"


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_found_can_be_said(name: str):
    for status in statuses(name):
        for text in (help_why(status), help_name(status.code), help_state(status)):
            assert text == text.strip()
            assert "{" not in text
        assert help_why(status).endswith(".")
        assert help_object(status)["why"] == help_why(status)
    for point in of_scenario(name).points:
        text = help_text(point)
        assert all(len(line) <= 100 for line in text.splitlines())
        assert "None" not in text
        assert all(help_name(status.code) in text.replace("\n  ", " ") for status in point.help)


def test_the_limit_is_said_with_the_pay_of_both_kinds_of_month():
    (status,) = [s for s in compared(marcus(), 16).points[0].help if s.code == "prescriptions"]
    for text in (help_why(status), help_change(status)):
        assert "£935" in text
        assert "£796.77 in a usual month" in text
        assert "£1,593.54 in a month with an extra pay day" in text
        assert "FP57" in text
    assert "up to £114.50 a year" in help_why(status)


def test_pay_by_the_month_is_said_once():
    (status,) = [
        s
        for s in compared(marcus(job__paid="monthly"), 16).points[0].help
        if s.code == "prescriptions"
    ]
    assert "it would be £863.17." in help_why(status)
    assert "extra pay day" not in help_why(status)


def test_what_was_not_checked_is_said():
    for name in NAMES:
        for status in statuses(name):
            assert ("We could not check" in help_why(status)) != status.verified


def test_pounds_have_pence_where_there_are_any():
    assert help_pounds(90.0) == "£90"
    assert help_pounds(114.5) == "£114.50"
    assert help_pounds(1200.0) == "£1,200"


def sentences(node: Any) -> Iterator[str]:
    for value in node.values():
        if isinstance(value, dict):
            yield from sentences(value)
        else:
            yield from (part for part in value.replace(": ", ". ").split(". ") if part)


def test_sentences_are_short():
    lengths = [len(text.split()) for text in sentences(WORDS) if len(text.split()) > 2]
    assert max(lengths) <= LONGEST_SENTENCE_WORDS
    assert sum(lengths) / len(lengths) <= LONGEST_AVERAGE_WORDS


def test_the_file_holds_one_section_so_that_no_other_file_meets_it(package: Any):
    text = (package / "words" / "help_en.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(text)) == {"besides_money"}
    for _, field, _, _ in string.Formatter().parse(text.split("[besides_money.items", 1)[1]):
        assert field is None
