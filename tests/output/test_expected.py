"""Files of results that somebody expected: written without a trace of the person, and run here."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from benefits_calc.analysis.comparison import compare
from benefits_calc.case import build_case
from benefits_calc.output.expected import expected_file
from tests.engine.whole_cases import scenario

FOLDER = Path(__file__).parents[1] / "expected"
FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_what_was_expected_comes_out(path: Path):
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    case = build_case(held["case"])
    worked = held["hours_per_week"]
    found = compare(case, (worked or 0.0,), with_thresholds=False)
    point = found.now if worked is None else found.points[0]
    assert held["source"]
    for line, amount in held["expected_per_month"].items():
        assert point.per_month[line] == amount, line


def test_there_are_some():
    assert FILES


def test_a_written_file_reads_back_and_tells_nobody():
    case = scenario("a02_kingston_supported_lcwra").at(date(2026, 12, 1))
    assert case.label
    assert case.job is not None
    assert case.job.title
    text = expected_file(case, 12.0, "housing_benefit", 1135.333, "a letter: from the council")
    assert case.label not in text
    assert case.job.title not in text
    held = yaml.safe_load(text)
    assert held["expected_per_month"] == {"housing_benefit": 1135.33}
    again = build_case(held["case"])
    assert again.claimant == case.claimant
    assert again.home == case.home
    assert again.as_at == date(2026, 12, 1)


def test_titles_of_present_jobs_and_special_circumstances_are_left_out_too():
    case = scenario("p1_lcwra_protected_rent").at(date(2026, 12, 1))
    facts = case.model_dump(mode="json", by_alias=True, exclude_unset=True)
    facts["claimant"]["jobs"] = [{"title": "bakery", "hourly_pay": 13, "hours_per_week": 2}]
    facts["job"]["replaces"] = "all"
    facts["circumstances"] = ["volunteering"]
    text = expected_file(build_case(facts), None, "net_pay", 100, "a payslip")
    assert "bakery" not in text
    assert "volunteering" not in text
    assert yaml.safe_load(text)["case"]["claimant"]["jobs"][0]["hourly_pay"] == 13
