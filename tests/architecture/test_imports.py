"""Data moves one way, and each library is known in as few places as possible.

import-linter checks the direction too (pyproject.toml); this needs nothing but Python, says
which libraries each part may know, and reads imports inside functions as well.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "benefits_calc"

# Part of the package -> the parts it may import, and the libraries it may know.
MAY_IMPORT: dict[str, tuple[set[str], set[str]]] = {
    "__init__": (set(), set()),
    "settings": (set(), set()),
    "resources": (set(), set()),
    "rules": (set(), {"numpy", "openfisca_core", "yaml"}),
    "case": (set(), {"pydantic", "pydantic_core", "annotated_types", "yaml"}),
    "engine": ({"rules", "case", "__init__"}, {"numpy", "openfisca_core"}),
    "analysis": ({"engine", "case", "__init__"}, {"numpy"}),
    "words": ({"analysis", "engine", "case"}, set()),
    "output": (
        {"words", "analysis", "engine", "case", "resources", "__init__"},
        {"typst", "icalendar"},
    ),
    "ui": (
        {"output", "words", "analysis", "engine", "case", "resources", "settings", "__init__"},
        {"streamlit", "plotly", "pandas"},
    ),
    "cli_input": ({"case"}, {"click"}),
    "cli_dated": ({"cli_input", "output", "analysis"}, {"click"}),
    "cli": (
        {
            "cli_input",
            "cli_dated",
            "output",
            "words",
            "analysis",
            "engine",
            "case",
            "resources",
            "settings",
            "__init__",
        },
        {"click"},
    ),
    "__main__": ({"cli"}, set()),
}


def part_of(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


def imported_names(tree: ast.Module, path: Path) -> Iterator[tuple[str, int]]:
    """Yield the dotted name and the line of everything a module imports, wherever it does."""
    package = [PACKAGE, *path.parent.parts]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            if module == PACKAGE:
                yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield module, node.lineno


def faults_in(path: Path, tree: ast.Module) -> Iterator[str]:
    part = part_of(path)
    if part not in MAY_IMPORT:
        yield f"{path}: give the part {part!r} a row in MAY_IMPORT and in the layers"
        return
    parts, libraries = MAY_IMPORT[part]
    for name, line in imported_names(tree, path):
        top, _, below = name.partition(".")
        if top == PACKAGE:
            target = below.partition(".")[0]
            target = target if target in MAY_IMPORT else "__init__"
            if target != part and target not in parts:
                yield f"{path}:{line}: {part} may not import {target}"
        elif top not in sys.stdlib_module_names and top not in libraries:
            yield f"{path}:{line}: {part} may not know {top}"


def test_each_part_imports_only_what_it_may(syntax_trees: dict[Path, ast.Module]):
    assert syntax_trees, "no source was found"
    faults = [fault for path, tree in syntax_trees.items() for fault in faults_in(path, tree)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("path", "source", "says"),
    [
        ("rules/x.py", "from benefits_calc.engine import run", "rules may not import engine"),
        ("rules/x.py", "from ..case import facts", "rules may not import case"),
        ("words/x.py", "from benefits_calc import ui", "words may not import ui"),
        ("analysis/x.py", "def f():\n    import openfisca_core", "may not know openfisca_core"),
        ("cli.py", "import streamlit.web.cli", "cli may not know streamlit"),
        ("cli.py", "from benefits_calc.rules.entities import Person", "may not import rules"),
        ("elsewhere/x.py", "", "give the part 'elsewhere' a row"),
    ],
)
def test_the_check_sees_a_wrong_import(path: str, source: str, says: str):
    assert [says in fault for fault in faults_in(Path(path), ast.parse(source))] == [True]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("cli.py", "from benefits_calc import __version__\nimport click, json"),
        ("ui/pages/x.py", "from ..state import draft\nfrom benefits_calc.words import say"),
        ("engine/x.py", "from benefits_calc.rules.entities import Person"),
    ],
)
def test_the_check_lets_a_right_import_pass(path: str, source: str):
    assert list(faults_in(Path(path), ast.parse(source))) == []
