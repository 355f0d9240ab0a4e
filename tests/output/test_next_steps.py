"""`tasks --json` is what docs/results-format.md says, and the text says the same."""

import json
from typing import Any

import pytest

from benefits_calc.output.next_steps import next_steps, next_steps_object, next_steps_text
from tests.engine.whole_cases import NAMES, scenario
from tests.output.test_contract import documented

__all__ = ["documented"]


def printed(name: str) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(
        json.dumps(next_steps_object(next_steps(scenario(name))), allow_nan=False)
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
    steps = next_steps(scenario(name))
    text = " ".join(next_steps_text(steps).split())
    for task in next_steps_object(steps)["tasks"]:
        assert f"{task['name']}. {task['in_words']['when']}" in text
        assert task["rule"] in text
    assert "None" not in text


def test_reviews_and_help_are_in_the_text():
    steps = next_steps(scenario("a03_northampton_supported_awaiting_assessment"))
    text = " ".join(next_steps_text(steps).split())
    result = next_steps_object(steps)
    gate = result["reassessment"]["first_assessment"]
    for sentence in [*gate["what"], *(i["what"] for i in result["money_help"])]:
        assert sentence in text
