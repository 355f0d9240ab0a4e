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
    for task in printed(name)["tasks"]:
        assert list(task) == documented["A task"]


@pytest.mark.parametrize("name", NAMES)
def test_the_text_says_every_task_with_its_days(name: str):
    steps = next_steps(scenario(name))
    text = " ".join(next_steps_text(steps).split())
    for task in next_steps_object(steps)["tasks"]:
        assert f"{task['name']}. {task['in_words']['when']}" in text
        assert task["rule"] in text
    assert "None" not in text
