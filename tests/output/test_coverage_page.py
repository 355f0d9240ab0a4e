"""docs/coverage.md is made from the registries and is current."""

import subprocess
import sys
from pathlib import Path

import pytest

from benefits_calc.engine.coverage import programmes, schemes
from benefits_calc.output.contract import LINE_ORDER
from benefits_calc.output.coverage import coverage_page, main


def test_the_page_is_current(root: Path):
    page = (root / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert page == coverage_page(), "run python -m benefits_calc.output.coverage docs/coverage.md"


def test_every_programme_and_every_council_is_on_it():
    page = coverage_page()
    for entry in programmes():
        assert f"| {entry.title} |" in page
        assert entry.verified_from < entry.verified_until
    for scheme in schemes():
        served = bool(scheme.councils or scheme.whole_nation)
        assert (f"| {scheme.title} |" in page) is served


def test_lines_of_programmes_are_lines_of_the_results():
    named = [line for entry in programmes() for line in entry.lines]
    assert set(named) <= set(LINE_ORDER)
    assert len(named) == len(set(named))


def test_it_can_be_written_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "coverage.md"
    monkeypatch.setattr(sys, "argv", ["coverage", str(path)])
    main()
    assert path.read_text(encoding="utf-8") == coverage_page()


def test_it_can_be_printed(root: Path):
    command = [sys.executable, "-m", "benefits_calc.output.coverage"]
    done = subprocess.run(command, cwd=root, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout == coverage_page()
