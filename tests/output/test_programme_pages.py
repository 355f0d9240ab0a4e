"""Each programme of the registry has its page: criterion, rule, variable, source, fields, gaps."""

import re
from pathlib import Path
from typing import Any

import pytest

from benefits_calc.case import Case
from benefits_calc.engine.coverage import programmes
from benefits_calc.engine.system import rules_system

NAMES = [entry.id for entry in programmes()]
HEADER = "| criterion | rule | variable | source |"


def page_of(root: Path, name: str) -> str:
    path = root / "docs" / "programmes" / f"{name.replace('_', '-')}.md"
    assert path.is_file(), f"{name} has no page: write {path.name} like the others"
    return path.read_text(encoding="utf-8")


def rows_of(page: str) -> list[list[str]]:
    """Cells of the rows under each header of criteria."""
    found, inside = [], False
    for line in page.splitlines():
        if line == HEADER:
            inside = True
        elif inside and line.startswith("| "):
            found.append([cell.strip() for cell in line.strip("|").split(" | ")])
        elif not line.startswith("|"):
            inside = False
    return found


def section(page: str, heading: str) -> str:
    match = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert match, f"no section {heading}"
    return match.group(1).strip()


@pytest.mark.parametrize("name", NAMES)
def test_each_programme_has_a_page_with_its_parts(name: str, root: Path):
    page = page_of(root, name)
    assert page.startswith("# ")
    rows = rows_of(page)
    assert len(rows) >= 3
    for row in rows:
        assert len(row) == 4, row
        assert all(row[:2]), row
    assert any(row[3] for row in rows)
    assert section(page, "Case fields")
    assert section(page, "Known gaps").startswith("- ")
    assert re.search(r"\b(Law|Rules):", page)


@pytest.mark.parametrize("name", NAMES)
def test_every_variable_on_it_is_a_rule(name: str, root: Path):
    variables = rules_system().variables
    for row in rows_of(page_of(root, name)):
        for named in re.findall(r"`([a-z_0-9]+)`", row[2]):
            assert named in variables, f"{name}: {named}"


def fields_of(model: Any) -> set[str]:
    """Names of every field of the case, at any depth."""
    found: set[str] = set()
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        found |= set(part.get("properties", {}))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_field_on_it_is_a_field_of_the_case(name: str, root: Path):
    known = fields_of(Case)
    named = re.findall(r"`([a-z_.]+)`", section(page_of(root, name), "Case fields"))
    assert named
    for path in named:
        for step in path.split("."):
            assert step in known, f"{name}: {path}"


def test_the_index_lists_every_page_and_nothing_else(root: Path):
    folder = root / "docs" / "programmes"
    index = (folder / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([a-z-]+\.md)\)", index)
    pages = sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")
    assert sorted(linked) == pages


def test_every_link_of_the_pages_leads_somewhere(root: Path):
    for path in (root / "docs").rglob("*.md"):
        for target in re.findall(
            r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)", path.read_text("utf-8")
        ):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
