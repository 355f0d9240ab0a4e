"""Example cases and the app's entry file are found in a checkout and in an installed wheel."""

from pathlib import Path

import pytest

from benefits_calc import resources


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty installation: a package folder with nothing in or beside it."""
    package = tmp_path / "site-packages" / "benefits_calc"
    package.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    return package


def test_a_checkout_has_them_at_the_top(root: Path):
    assert resources.scenarios_directory() == root / "scenarios"
    assert resources.app_script() == root / "streamlit_app.py"


def test_an_installed_wheel_has_them_inside_the_package(installation: Path):
    (installation / "scenarios").mkdir()
    (installation.parent / "scenarios").mkdir()
    (installation / "streamlit_app.py").touch()
    assert resources.scenarios_directory() == installation / "scenarios"
    assert resources.app_script() == installation / "streamlit_app.py"


def test_an_installation_without_them_says_what_is_missing(installation: Path):
    with pytest.raises(FileNotFoundError, match=r"scenarios is missing"):
        resources.scenarios_directory()
    with pytest.raises(FileNotFoundError, match=r"streamlit_app\.py is missing"):
        resources.app_script()
