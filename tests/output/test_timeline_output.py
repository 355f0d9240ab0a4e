"""Every sentence of timelines and ways back is whole, and their JSON has the fields of the page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.cli import main
from benefits_calc.output.timeline import timeline_object
from benefits_calc.output.timeline_tables import timeline_text
from benefits_calc.output.way_back import way_back_object, way_back_text
from benefits_calc.words.page_catalogue import section
from tests.engine.dated_cases import p1
from tests.engine.test_dated_months import well_paid, with_element
from tests.engine.whole_cases import NAMES, SCENARIOS, scenario

BROKEN = re.compile(r"\bnan\b|\bNone\b|[{}]|\binf\b|\s{2,}|£-|NaT|: \.|\(\)")
HOURS = (8.0, 37.5, 60.0)
ASKED = (Asked("job_ends", 2), Asked("hours_drop", 2, hours=4.0), Asked("sickness", 2, weeks=6))
RESULTS = Path(__file__).resolve().parents[2] / "docs" / "results-format.md"


def texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
    elif isinstance(node, str):
        yield node


def whole(node: Any) -> None:
    said = list(texts(node))
    assert said
    assert [text for text in said if BROKEN.search(text) or not text.strip()] == []


def able_to_ask(case: Any) -> tuple[float, ...] | None:
    return HOURS if case.job is not None else None


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_a_scenario_is_whole(name: str):
    case = scenario(name)
    found = timeline(case, able_to_ask(case), months=9, job_ends_after=4)
    made = timeline_object(found)
    whole({key: value for key, value in made.items() if key != "label"})
    assert json.loads(json.dumps(made, allow_nan=False)) == made
    assert not BROKEN.search(" ".join(timeline_text(found).split()))


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.kind)
@pytest.mark.parametrize("name", ["p1", "a04", "a06", "a08_cardiff_couple_carer_partner", "a11"])
def test_every_sentence_of_a_way_back_is_whole(name: str, asked: Asked):
    case = scenario(name)
    found = way_back(case, asked, 16.0)
    made = way_back_object(found)
    whole({key: value for key, value in made.items() if key != "label"})
    assert json.dumps(made, allow_nan=False)
    assert way_back_text(found)


@pytest.mark.parametrize("months", [2, 4, 8])
def test_every_sentence_of_a_nil_spell_is_whole(months: int):
    for case in (with_element(months), well_paid(months)):
        whole(timeline_object(timeline(case, months=20)))


def test_a_sentence_stands_for_every_state_of_a_period():
    why = section("dated.why")
    assert {"penny", "nil", "closed", "retried", "reclaimed"} <= set(why)


def documented(heading: str) -> set[str]:
    text = RESULTS.read_text(encoding="utf-8")
    part = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"`([a-z_]+)`", part))


def test_the_fields_are_those_of_the_page():
    made = timeline_object(timeline(p1(), months=3, job_ends_after=1))
    names = documented("A timeline") | {
        "format",
        "label",
        "as_at",
        "program_version",
        "rules_version",
    }
    line = made["lines"][0]
    for part in (
        made,
        line,
        line["cash"][0],
        line["months"][0],
        line["assessment_periods"][0],
        line["first_wage_gap"],
        line["lowest_after_start"],
    ):
        assert set(part) <= names, set(part) - names
    back = way_back_object(way_back(p1(), Asked("job_ends", 2)))
    names |= documented("The way back from a job")
    assert set(back) | set(back["reclaim"]) <= names, set(back) - names


def run(*arguments: str) -> Any:
    return CliRunner().invoke(main, list(arguments))


def test_the_commands_print_tables_and_json():
    path = str(SCENARIOS / "p1_lcwra_protected_rent.yaml")
    told = run("timeline", path, "--months", "3", "--hours", "0,16", "--before", "1")
    assert told.exit_code == 0
    assert "In the job, 16 hours a week" in told.output
    made = json.loads(run("timeline", path, "--months", "3", "--json").output)
    assert [line["hours_per_week"] for line in made["lines"]] == [16.0]
    assert made["cash"] == made["lines"][0]["cash"]
    back = json.loads(run("way-back", path, "--job-ends-after", "3", "--json").output)
    assert back["kind"] == "job_ends"
    assert "job ends on" in run("way-back", path, "--job-ends-after", "3").output


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((), "give one of"),
        (("--sick-weeks", "2", "--hours-drop-to", "4"), "give one of"),
        (("--hours-drop-to", "40"), "fewer than the 16 hours"),
        (("--job-ends-after", "0"), "not in the range"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_exit_2(options: tuple[str, ...], says: str):
    told = run("way-back", str(SCENARIOS / "p1_lcwra_protected_rent.yaml"), *options)
    assert told.exit_code == 2
    assert says in told.output
    assert len(told.output.strip().splitlines()) == 1


def test_a_case_without_a_job_has_its_own_months():
    case = p1().model_copy(update={"job": None})
    made = timeline_object(timeline(case, months=3))
    assert made["lines"] == []
    assert made["cash"] == made["as_you_are"]["cash"]
