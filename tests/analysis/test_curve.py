"""The line of money left over is that of a comparison at the same hours."""

import numpy as np
import pytest

from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.curve import curve_of
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


def test_a_switch_is_read_once_and_every_switch_has_a_code_of_its_own():
    outcome = evaluate(
        scenario(NAMES[0]), in_job(np.array([0.0, 16.0]), claims_universal_credit=True)
    )
    first, again = readings(outcome), readings(outcome, SWITCHES[:3])
    assert len(first) == len(SWITCHES)
    for code, reading in again.items():
        assert reading is first[code]
