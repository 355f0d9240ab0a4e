"""A wheel holds all that the program reads, and nothing that it does not."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

import pytest

import benefits_calc


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def names(wheel: zipfile.ZipFile) -> set[str]:
    return set(wheel.namelist())


def files_below(folder: Path) -> set[Path]:
    return {
        path.relative_to(folder)
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_it_holds_every_file_of_the_package(names: set[str], package: Path):
    wanted = {f"benefits_calc/{path.as_posix()}" for path in files_below(package)}
    assert "benefits_calc/py.typed" in wanted
    assert not wanted - names


def test_it_holds_the_example_cases(names: set[str], root: Path):
    wanted = {
        f"benefits_calc/scenarios/{path.as_posix()}" for path in files_below(root / "scenarios")
    }
    assert wanted
    assert not wanted - names


def test_it_holds_the_entry_file_of_the_app(names: set[str]):
    assert "benefits_calc/streamlit_app.py" in names


def test_it_holds_nothing_beside_the_package(names: set[str]):
    assert {name.split("/")[0] for name in names} == {
        "benefits_calc",
        f"benefits_calc-{benefits_calc.__version__}.dist-info",
    }


def test_it_carries_version_licence_and_command(wheel: zipfile.ZipFile):
    about = zipfile.Path(wheel) / f"benefits_calc-{benefits_calc.__version__}.dist-info"
    headers = HeaderParser().parsestr((about / "METADATA").read_text(encoding="utf-8"))
    assert headers["Version"] == benefits_calc.__version__
    assert headers["License-Expression"] == "AGPL-3.0-or-later"
    assert headers["Requires-Python"] == ">=3.11"
    assert "GNU AFFERO" in (about / "licenses" / "LICENSE").read_text(encoding="utf-8")
    commands = (about / "entry_points.txt").read_text(encoding="utf-8")
    assert "benefits-calc = benefits_calc.cli:main" in commands
