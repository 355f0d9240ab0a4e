"""Published examples that are case files as they stand, run as `compare --json` runs them.

Where a publisher's method is not the law's, the case says by what and why, and both figures are
asserted: ours comes out, theirs does not.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from benefits_calc.cli import main

DATA = Path(__file__).parents[1] / "data" / "published-cases.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
USUAL = {
    "nation": "england",
    "benefits_now": {"universal_credit": {"assessment_period_starts_on": 8}},
    "job": {
        "hourly_pay": 12.71,
        "hours_per_week": 16,
        "tax_code": "1257L",
        "pension": {"scheme": "none"},
    },
}
MONTHS = 12


def point_of(case: dict[str, Any], hours: float, folder: Path) -> dict[str, Any]:
    """The point of a case at the hours, as the command prints it."""
    whole = USUAL | case
    whole |= {} if "council" in whole else {"region": "rest_of_great_britain"}
    path = folder / "case.yaml"
    path.write_text(json.dumps(whole), encoding="utf-8")
    done = CliRunner().invoke(main, ["compare", str(path), "--json", "--hours", f"{hours:g}"])
    assert done.exit_code == 0, done.stderr
    point: dict[str, Any] = json.loads(done.stdout)["points"][0]
    return point


def figure(point: dict[str, Any], path: str) -> float:
    part, line = path.split(".")
    if part == "per_year":
        return round(MONTHS * float(point["per_month"][line]), 2)
    return float(point[part][line])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_published_case(case: dict[str, Any], tmp_path: Path):
    point = point_of(case["case"], case["hours"], tmp_path)
    for path, printed in case["expected"].items():
        found = figure(point, path)
        differs = case.get("differs", {}).get(path)
        if differs is None:
            assert found == pytest.approx(printed, abs=case["tolerance"])
        else:
            assert found == pytest.approx(differs["ours"], abs=case["tolerance"])
            assert abs(differs["ours"] - printed) > case["tolerance"]
            assert len(differs["why"]) > 20


def test_each_case_says_where_it_is_from_and_under_what_licence():
    names = [case["id"] for case in CASES]
    assert len(names) == len(set(names)) >= 35
    for case in CASES:
        assert case["url"].startswith("https://")
        assert case["licence"]
        assert case["summary"]
