"""What the README and the documents promise is there."""

import importlib
import importlib.util
import re
from pathlib import Path

import pytest

import benefits_calc

LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def command(root: Path):
    """Return the function by which CI reads a command out of the README."""
    spec = importlib.util.spec_from_file_location("readme", root / ".ci" / "readme_command.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.command


@pytest.mark.parametrize("name", ["app", "app on Windows", "test", "test on Windows", "browser"])
def test_each_command_is_one_line_that_builds_its_own_environment(name: str, command, readme: str):
    line = command(name, readme)
    assert "-m venv .venv" in line
    assert "-c requirements.lock" in line


def test_a_command_that_is_not_there_is_an_error(command):
    with pytest.raises(LookupError, match="'test'"):
        command("test", "<!-- command: test -->\n```sh\ntwo\nlines\n```\n")


def test_it_names_every_command_of_the_program(readme: str):
    cli = importlib.import_module("benefits_calc.cli")
    named = set(re.findall(r"^benefits-calc ([\w-]+)", readme, re.MULTILINE))
    assert named == set(cli.main.commands)


def test_the_files_it_names_exist(readme: str, root: Path):
    named = set(re.findall(r"scenarios/[\w.-]+", readme))
    assert named
    assert not [name for name in named if not (root / name).is_file()]


def test_links_between_documents_lead_somewhere(root: Path):
    documents = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    broken = [
        f"{document.relative_to(root)}: {target}"
        for document in documents
        for target in LINK.findall(document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert not broken


def test_the_change_log_tells_of_this_version(root: Path):
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {benefits_calc.__version__} " in text
