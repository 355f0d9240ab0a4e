"""What every test may ask for, and how Hypothesis behaves."""

import ast
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent

# The first example of a property builds the tax and benefit system, and machines differ in
# speed: a deadline would fail tests for being on a slow one. In CI the examples are the same
# every time, so that a red build can be repeated.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def package(root: Path) -> Path:
    """Return the folder of the package's source."""
    return root / "benefits_calc"


@pytest.fixture(scope="session")
def syntax_trees(package: Path) -> dict[Path, ast.Module]:
    """Return every module of the package, parsed, by its path below the package."""
    return {path.relative_to(package): ast.parse(text) for path, text in _sources(package)}


def _sources(package: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(package.rglob("*.py")):
        yield path, path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Return an installed Chromium; a browser test without one fails instead of passing unseen."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        pytest.fail("no Chromium: install it or name it in the environment variable CHROMIUM")
    return found


@pytest.fixture(scope="session")
def chromium_arguments() -> list[str]:
    """Return arguments that keep Chromium to the page, and let root start it (in CI)."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*quiet, "--no-first-run", *(["--no-sandbox"] if as_root else [])]


@pytest.fixture(scope="session")
def browser(chromium_path: str, chromium_arguments: list[str]) -> "Iterator[Browser]":
    """One Chromium for every test; each opens pages of its own, with nothing remembered."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (only in the browser extra)

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium_path, args=chromium_arguments)
        yield found
        found.close()
