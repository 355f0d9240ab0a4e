"""The five people of the advisers' walks at the command line: what is printed, as data and text."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner, Result

from benefits_calc.cli import main
from tests.engine.whole_cases import SCENARIOS


def path_of(name: str) -> Path:
    (path,) = SCENARIOS.glob(f"{name}_*.yaml")
    return path


def run(
    command: str, name: str, *options: str, changes: tuple[tuple[str, str], ...] = ()
) -> Result:
    """Run a command on a scenario, with pieces of its text changed first."""
    text = path_of(name).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_text(text, encoding="utf-8")
        return CliRunner().invoke(main, [command, str(path), *options], catch_exceptions=False)


@cache
def printed(
    command: str, name: str, *options: str, changes: tuple[tuple[str, str], ...] = ()
) -> Any:
    """What a command prints as JSON."""
    result = run(command, name, *options, "--json", changes=changes)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@cache
def said(command: str, name: str, *options: str, changes: tuple[tuple[str, str], ...] = ()) -> str:
    """What a command prints as text, in one line."""
    result = run(command, name, *options, changes=changes)
    assert result.exit_code == 0, result.stderr
    return re.sub(r"\s+", " ", result.stdout)


def point(name: str, hours: float, *, changes: tuple[tuple[str, str], ...] = ()) -> Any:
    """The column of a comparison at some hours of those that the scenario shows."""
    points = printed("compare", name, changes=changes)["points"]
    (found,) = [item for item in points if item["hours_per_week"] == hours]
    return found


def month(name: str, hours: float, line: str, **options: Any) -> float:
    amount = point(name, hours, **options)["per_month"][line]
    assert isinstance(amount, float), line
    return amount


def status(name: str, hours: float, what: str) -> Any:
    (found,) = [s for s in point(name, hours)["statuses"] if s["what"] == what]
    return found


def tasks(name: str, *, changes: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    return {task["code"]: task for task in printed("tasks", name, changes=changes)["tasks"]}


def reviews(name: str, benefit: str) -> dict[str, Any]:
    panel = printed("tasks", name)["reassessment"]["benefits"]
    (found,) = [item for item in panel if item["benefit"] == benefit]
    return {line["question"]: line for line in found["lines"]}


def periods(name: str, *options: str, changes: tuple[tuple[str, str], ...] = ()) -> list[Any]:
    timeline = printed("timeline", name, *options, changes=changes)
    found: list[Any] = timeline["lines"][0]["assessment_periods"]
    return found


def cash(
    name: str, source: str, *options: str, changes: tuple[tuple[str, str], ...] = ()
) -> list[Any]:
    timeline = printed("timeline", name, *options, changes=changes)
    return [event for event in timeline["cash"] if event["from"] == source]
