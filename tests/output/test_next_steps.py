"""`tasks --json` is what docs/results-format.md says, and the text says the same."""

import json
from typing import Any

import pytest

from benefits_calc.analysis.reconcile import reconcile
from benefits_calc.output.next_steps import next_steps_object, next_steps_text
from benefits_calc.output.reconcile import reconciliation_object, reconciliation_text
from tests.engine.whole_cases import NAMES, case_with
from tests.output.made import steps_of
from tests.output.test_contract import documented

__all__ = ["documented"]


def printed(name: str) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(
        json.dumps(next_steps_object(steps_of(name)), allow_nan=False)
    )
    return result


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_documented(name: str, documented: dict[str, list[str]]):
    result = printed(name)
    # The first five are those of a comparison, and share a row of the table.
    assert list(result)[5:] == documented["What `tasks --json` prints"]
    for task in result["tasks"]:
        assert list(task) == documented["A task"]
    panel = result["reassessment"]
    assert list(panel) == documented["Reassessment"]
    for benefit in panel["benefits"]:
        for line in benefit["lines"]:
            assert list(line) == documented["A line about reviews"]
    if panel["first_assessment"] is not None:
        assert list(panel["first_assessment"]) == documented["The first assessment"]
    assert len(result["money_help"]) >= 3
    for item in result["money_help"]:
        assert list(item) == documented["Help with money"]
    assert any("Samaritans" in text for text in result["who_can_help"])


@pytest.mark.parametrize("name", NAMES)
def test_the_text_says_every_task_with_its_days(name: str):
    steps = steps_of(name)
    text = " ".join(next_steps_text(steps).split())
    for task in next_steps_object(steps)["tasks"]:
        assert f"{task['name']}. {task['in_words']['when']}" in text
        assert task["rule"] in text
    assert "None" not in text


def test_reviews_and_help_are_in_the_text():
    steps = steps_of("a03_northampton_supported_awaiting_assessment")
    text = " ".join(next_steps_text(steps).split())
    result = next_steps_object(steps)
    gate = result["reassessment"]["first_assessment"]
    for sentence in [*gate["what"], *(i["what"] for i in result["money_help"])]:
        assert sentence in text


STATEMENT = {"amount": 1092.16, "per": "month"}


def test_letters_are_printed_as_documented(documented: dict[str, list[str]]):
    case = case_with(benefits_now__universal_credit__amount=STATEMENT)
    result = json.loads(json.dumps(reconciliation_object(reconcile(case)), allow_nan=False))
    assert list(result)[5:] == documented["What `reconcile --json` prints"]
    assert result["period"] == {"starts": "2026-11-08", "ends": "2026-12-07"}
    (letter,) = result["letters"]
    assert list(letter) == documented["A letter"]
    assert letter["difference_per_month"] == -212.54
    for reason in letter["reasons"]:
        assert list(reason) == documented["A reason"]
    assert letter["reasons"][0]["code"] == "health_element_standard"


def test_letters_as_text_say_the_same_and_name_the_figures():
    case = case_with(benefits_now__universal_credit__amount=STATEMENT)
    found = reconcile(case)
    text = " ".join(reconciliation_text(found).split())
    (letter,) = reconciliation_object(found)["letters"]
    assert "1,092.16 1,304.70 -212.54" in text
    for sentence in [
        letter["what"],
        *(r["what"] for r in letter["reasons"]),
        *letter["what_to_do"],
    ]:
        assert sentence in text
    assert "nothing to compare" in reconciliation_text(reconcile(case_with()))


def test_a_letter_that_is_higher_says_that_it_may_have_to_be_paid_back():
    case = case_with(benefits_now__universal_credit__amount={"amount": 1400, "per": "month"})
    (letter,) = reconciliation_object(reconcile(case))["letters"]
    words = " ".join(letter["what_to_do"])
    assert "may have to pay it back even when it was not your mistake" in words
    assert "put the difference aside" in words
    assert "fraud" not in words.lower()


def test_each_letter_names_the_office_that_sent_it():
    case = case_with(
        nation="england",
        claimant__pip={"daily_living": "standard", "mobility": "none"},
        benefits_now__pip={"amount": 70, "per": "week"},
        benefits_now__council_tax_reduction={"amount": 5, "per": "week"},
        home__council_tax={"liable": True, "band": "B", "people_counted": 1},
        council="kingston_upon_thames",
        region=None,
    )
    found = reconciliation_object(reconcile(case))["letters"]
    said = {letter["benefit"]: " ".join(letter["what_to_do"]) for letter in found}
    assert "Ask the DWP's PIP team" in said["pip"]
    assert "Ask the council" in said["council_tax_reduction"]
    assert "journal" not in said["council_tax_reduction"]
