"""The line of money left over is that of a comparison at the same hours."""

import numpy as np
import pytest

from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.curve import curve_of
from benefits_calc.analysis.hours_for import hours_for
from benefits_calc.analysis.search import hundredths
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job
from benefits_calc.engine.switches import SWITCHES, readings
from tests.engine.whole_cases import NAMES, scenario

HOURS = (0.0, 0.01, 7.76, 12.0, 15.68, 16.0, 30.0)


@pytest.mark.parametrize("name", NAMES)
def test_it_has_the_figures_of_a_comparison(name: str):
    case = scenario(name)
    points = compare(case, HOURS, with_thresholds=False).points
    line = curve_of(case, HOURS).points
    assert [point.hours_per_week for point in line] == list(HOURS)
    for point, same in zip(line, points, strict=True):
        assert point.left_over_per_month == same.left_over_per_month
        assert point.difference_per_month == same.difference_per_month


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_from_a_run_made_before_is_what_runs_of_their_own_find(name: str):
    case = scenario(name)
    run = hundredths(case, HOURS)
    assert compare(case, HOURS, worked_out=run) == compare(case, HOURS)
    assert curve_of(case, HOURS, run) == curve_of(case, HOURS)
    assert hours_for(case, None, run) == hours_for(case)


def test_hours_that_a_run_lacks_are_worked_out():
    case = scenario(NAMES[0])
    run = hundredths(case)
    assert run.rows_at(np.array([16.0, 70.0])) is None
    assert curve_of(case, (16.0, 70.0), run) == curve_of(case, (16.0, 70.0))


def test_a_switch_is_read_once_and_every_switch_has_a_code_of_its_own():
    outcome = evaluate(
        scenario(NAMES[0]), in_job(np.array([0.0, 16.0]), claims_universal_credit=True)
    )
    first, again = readings(outcome), readings(outcome, SWITCHES[:3])
    assert len(first) == len(SWITCHES)
    for code, reading in again.items():
        assert reading is first[code]
