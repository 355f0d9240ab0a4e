"""A later release of a library cannot change an answer unseen."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version


@pytest.fixture(scope="module")
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def requirements(project: dict) -> list[Requirement]:
    texts = list(project["dependencies"])
    for extra in project["optional-dependencies"].values():
        texts.extend(extra)
    found = [Requirement(text) for text in texts]
    return [one for one in found if canonicalize_name(one.name) != "benefits-calc"]


@pytest.fixture(scope="module")
def locked(root: Path) -> dict[str, Version]:
    lines = (root / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): Version(version) for name, version in pins}


def test_every_dependency_has_an_upper_bound(requirements: list[Requirement]):
    unbounded = [
        str(one)
        for one in requirements
        if not {"<", "<=", "==", "~="} & {bound.operator for bound in one.specifier}
    ]
    assert not unbounded


def test_the_lock_names_an_allowed_version_of_each(
    requirements: list[Requirement], locked: dict[str, Version]
):
    wrong = [
        f"{one}: {locked.get(canonicalize_name(one.name))}"
        for one in requirements
        if not (pin := locked.get(canonicalize_name(one.name))) or pin not in one.specifier
    ]
    assert not wrong


def test_each_dependency_is_explained(requirements: list[Requirement], root: Path):
    text = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = "\n".join(line for line in text.splitlines() if line.startswith("|"))
    unexplained = [
        one.name
        for one in requirements
        if not re.search(rf"(?<![\w-]){re.escape(one.name)}(?![\w-])", rows, re.IGNORECASE)
    ]
    assert not unexplained


def test_the_core_is_small(project: dict):
    names = {Requirement(text).name for text in project["dependencies"]}
    assert names == {"openfisca-core", "numpy", "pydantic", "PyYAML", "click", "icalendar"}
