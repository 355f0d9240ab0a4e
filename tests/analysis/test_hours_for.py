"""The fewest hours that leave an amount over, and where the money dips below it again."""

import json
import math

import pytest
from click.testing import CliRunner

from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.hours_for import hours_for
from benefits_calc.case import CaseError
from benefits_calc.cli import main
from benefits_calc.words.hours_for import hours_for_sentences
from benefits_calc.words.money import Unit
from tests.engine.whole_cases import NAMES, SCENARIOS, scenario

KNOWN = [name for name in NAMES if not hours_for(scenario(name)).unknown]


def left_over(name: str, hours: float) -> float:
    return compare(scenario(name), (hours,), with_thresholds=False).points[0].left_over_per_month


def test_under_the_work_allowance_every_pound_stays():
    # 300 pounds a month at 12.71 an hour, 52 weeks shared over 12 months.
    found = hours_for(scenario("p1_lcwra_protected_rent"), 854.70 + 300)
    (stretch,) = found.stretches
    assert stretch.from_hours == math.ceil(300 * 12 / 52 / 12.71 * 100) / 100
    assert stretch.to_hours is None


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("more", [0, 150, 600])
def test_both_sides_of_every_edge(name: str, more: float):
    case = scenario(name)
    now = compare(case, (0.0,), with_thresholds=False).now.left_over_per_month
    found = hours_for(case, now + more)
    assert found.stretches or more
    for stretch in found.stretches:
        assert left_over(name, stretch.from_hours) >= found.target_per_month - 0.005
        if stretch.from_hours > 0.01:
            before = left_over(name, round(stretch.from_hours - 0.01, 2))
            assert before < found.target_per_month
        if stretch.to_hours is not None:
            after = left_over(name, round(stretch.to_hours + 0.01, 2))
            assert after < found.target_per_month


def test_a_payment_that_stops_makes_two_stretches():
    case = scenario("a04_northampton_esa_permitted_work_owner")
    now = compare(case, (0.0,), with_thresholds=False).now.left_over_per_month
    found = hours_for(case, now + 300)
    assert len(found.stretches) == 2
    assert found.stretches[0].to_hours is not None
    # Permitted work ends at 16 hours at the latest.
    assert found.stretches[0].to_hours < 16
    assert "and again" in hours_for_sentences(found, Unit(), as_now=False)[0]


def test_more_than_any_hours_bring():
    found = hours_for(scenario("p4_no_lcw_rent"), 100_000)
    assert found.stretches == ()
    assert found.left_over_per_month is None
    assert "no number of hours" in hours_for_sentences(found, Unit(), as_now=False)[0]


def test_no_answer_while_council_tax_help_is_unknown():
    found = hours_for(scenario("a11_croydon_temporary_accommodation"))
    assert found.unknown == ("council_tax_reduction",)
    assert found.stretches == ()
    (said,) = hours_for_sentences(found, Unit(), as_now=True)
    assert said.startswith("We cannot say")


def test_help_that_could_be_lost_is_named_with_what_is_paid_now():
    found = hours_for(scenario("w1_reading_four_weekly"))
    # 24 a week from the council's letter, which is in what is left over now.
    ((line, paid),) = found.counted_as_lost
    assert line == "council_tax_reduction"
    assert paid == pytest.approx(24 * 52 / 12)
    now = compare(scenario("w1_reading_four_weekly"), (16.0,)).now.left_over_per_month
    assert found.target_per_month == pytest.approx(now + 104)
    said = " ".join(hours_for_sentences(found, Unit(), as_now=True))
    assert "You have £104 of it each month now" in said


def test_it_needs_a_job():
    case = scenario("p1_lcwra_protected_rent").model_copy(update={"job": None})
    with pytest.raises(CaseError, match="job"):
        hours_for(case)


def test_the_command():
    path = str(SCENARIOS / "p1_lcwra_protected_rent.yaml")
    said = CliRunner().invoke(main, ["hours-for", path], catch_exceptions=False)
    assert said.exit_code == 0
    assert "£855" in said.stdout
    result = CliRunner().invoke(main, ["hours-for", path, "--left-over", "1154.7", "--json"])
    assert json.loads(result.stdout)["stretches"] == [{"from_hours": 5.45, "to_hours": None}]
