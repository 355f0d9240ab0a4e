"""Bad input: a clear line for each problem on standard error, status 2, nothing else."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from benefits_calc.cli import main
from tests.engine.whole_cases import SCENARIOS, data_with

P1 = str(SCENARIOS / "p1_lcwra_protected_rent.yaml")
COMMANDS = ("compare", "explain", "validate")
AN_ALIAS_BOMB = "a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]\n"
Write = Callable[[str | bytes | dict[str, Any]], str]

# What is wrong: the file, and what the line must name.
FILES: dict[str, tuple[str | bytes | dict[str, Any], str]] = {
    "empty": ("", "nothing is not accepted"),
    "only a comment": ("# nothing\n", "nothing is not accepted"),
    "not UTF-8": (b"\xff\xfe\x00", "not UTF-8"),
    "broken YAML": ("claimant: {born: 1990-06", "line 2"),
    "broken JSON": ('{"claimant": ', "line 2"),
    "a list": ("- 1\n- 2\n", "give a case file with the facts"),
    "a bomb of aliases": (AN_ALIAS_BOMB, "anchors"),
    "too deep": ("[" * 5000, "nested more than"),
    "too long": ("x: " + "y" * 400_000, "256 KiB"),
    "a tag": ("claimant: !!python/object:os.system {}\n", "line 1"),
    "a key twice": ("nation: england\nnation: wales\n", "nation"),
    "two documents": ("nation: england\n---\nnation: wales\n", "one YAML"),
    "wrong type": (data_with(claimant=3), "claimant: 3 is not accepted"),
    "unknown name": (data_with(surprise=1), "surprise: unknown name"),
    "impossible day": (data_with(as_at="2026-02-30"), "there is no such day"),
    "negative pay": (data_with(job__hourly_pay=-1), "job.hourly_pay: -1"),
    "too many hours": (data_with(job__hours_per_week=169), "job.hours_per_week: 169"),
    "not a number": (data_with(job__hourly_pay="a lot"), "job.hourly_pay"),
    "infinite": ("nation: england\nsavings: .inf\n", "savings"),
    "Northern Ireland": (data_with(nation="northern_ireland"), "northern_ireland"),
    "past rates": (data_with(as_at="2019-05-01"), "2019-05-01"),
    "future rates": (data_with(as_at="2031-05-01"), "2031-05-01"),
    "council": (data_with(council="croyden", region=None), "did you mean croydon"),
    "council elsewhere": (data_with(council="cardiff", region=None), "it is in wales"),
    "rental area": (
        data_with(home__tenure="private_rent", rental_area="outer_south_londom"),
        "did you mean outer_south_london",
    ),
    "no rental area": (data_with(home__tenure="private_rent"), "rental_area: nothing given"),
    "no claimant": (data_with(claimant=None), "claimant"),
    "job not there": (data_with(job__replaces=2), "job.replaces"),
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writing(content: str | bytes | dict[str, Any]) -> str:
        path = tmp_path / "case.yaml"
        if isinstance(content, dict):
            content = yaml.safe_dump(content)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return writing


def refused(*arguments: str) -> list[str]:
    """The lines on standard error of a command that must refuse."""
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == 2, (result.stdout, result.exception)
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines
    assert all(line.strip() for line in lines)
    assert "Traceback" not in result.stderr
    return lines


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", FILES)
def test_a_bad_file_is_one_line(kind: str, command: str, write: Write):
    content, words = FILES[kind]
    lines = refused(command, write(content))
    named = [line for line in lines if words in line]
    assert named, lines
    if not isinstance(content, str | bytes):
        assert len(lines) == 1, lines


def test_a_line_for_each_problem(write: Write):
    lines = refused("compare", write(data_with(job__hourly_pay=-1, savings=-5, nation="france")))
    assert len(lines) == 3
    for name in ("job.hourly_pay: -1", "savings: -5", "nation: france"):
        assert len([line for line in lines if name in line]) == 1


@pytest.mark.parametrize("command", ["compare", "bench"])
def test_no_job_to_compare(command: str, write: Write):
    option = ["--case"] if command == "bench" else []
    (line,) = refused(command, *option, write(data_with(job=None)))
    assert line.startswith("job: nothing given")


def test_no_job_to_explain_at_hours(write: Write):
    (line,) = refused("explain", write(data_with(job=None)), "--hours", "16")
    assert line.startswith("job: nothing given")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_is_not_there_and_a_folder(command: str, tmp_path: Path):
    (line,) = refused(command, str(tmp_path / "none.yaml"))
    assert "no such file" in line.lower()
    (line,) = refused(command, str(tmp_path))
    assert "directory" in line.lower()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(write: Write):
    path = write(data_with())
    Path(path).chmod(0)
    (line,) = refused("compare", path)
    assert "permission" in line.lower()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("compare", P1, "--hours", "abc"), "abc is not accepted"),
        (("compare", P1, "--hours", ""), "is not accepted"),
        (("compare", P1, "--hours", "0,169"), "0,169 is not accepted"),
        (("compare", P1, "--hours", "-1"), "-1 is not accepted"),
        (("compare", P1, "--hours", "nan"), "nan is not accepted"),
        (("compare", P1, "--hours", "inf"), "inf is not accepted"),
        (("compare", P1, "--on", "2026-02-30"), "2026-02-30 is not accepted"),
        (("compare", P1, "--on", "soon"), "soon is not accepted"),
        (("compare", P1, "--on", "2027-06-01"), "2027-06-01 is not accepted"),
        (("compare", P1, "--on", "2022-06-01"), "2022-06-01 is not accepted"),
        (("explain", P1, "--hours", "nan"), "nan is not accepted"),
        (("explain", P1, "--hours", "169"), "169 is not accepted"),
        (("explain", P1, "--hours", "many"), "many is not accepted"),
        (("explain", P1, "--on", "2031-05-01"), "2031-05-01 is not accepted"),
        (("rates", "--on", "2031-05-01"), "2031-05-01 is not accepted"),
        (("rates", "--on", "1999-01-01"), "1999-01-01 is not accepted"),
        (("compare",), "Missing argument"),
        (("compare", P1, "extra"), "extra"),
        (("compare", P1, "--colour"), "--colour"),
        (("guess",), "guess"),
    ],
)
def test_bad_use_is_one_line(arguments: tuple[str, ...], words: str):
    (line,) = refused(*arguments)
    assert words in line


@pytest.mark.parametrize("kind", ["broken YAML", "negative pay", "future rates"])
def test_in_a_process_of_its_own(kind: str, write: Write, tmp_path: Path):
    content, words = FILES[kind]
    path = write(content)
    before = sorted(tmp_path.iterdir())
    command = [sys.executable, "-m", "benefits_calc", "compare", path, "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert sorted(tmp_path.iterdir()) == before


def test_the_words_of_a_refusal_do_not_repeat_what_is_private(write: Write):
    """A label that holds a name is refused by its form, and the file's other facts are not said."""
    lines = refused("compare", write(data_with(savings=-5)))
    assert not any("1991-06" in line or "lcwra" in line for line in lines)
