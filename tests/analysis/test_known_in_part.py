"""A line known at some points and not at others: shown where it is known, in no total."""

from typing import Any

import pytest

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.case import Case
from benefits_calc.output.contract import lines_of
from benefits_calc.words.money import Unit
from benefits_calc.words.page_tables import change_in_words, now_and_job
from tests.engine.whole_cases import case_with, compared

LINE = "council_tax_reduction"
NO_FINDING = {"born": "1991-06"}


def croydon(**parts: Any) -> Case:
    """Croydon's bands are held for times with Universal Credit, and not without."""
    tax = {"liable": True, "band": "B"}
    place: dict[str, Any] = {"region": None, "council": "croydon", "home__council_tax": tax}
    return case_with(claimant=NO_FINDING, **place, **parts)


def ends(case: Case) -> float:
    (line,) = [
        t for t in compared(case, 0, thresholds=True).thresholds if t.code == "universal_credit"
    ]
    return line.hours_per_week


def both(**parts: Any) -> Comparison:
    case = croydon(**parts)
    return compared(case, 0, 10, ends(case) + 1)


def test_known_where_it_is_known_and_null_where_not():
    comparison = both()
    known = compared(croydon(), 0, 10)
    assert [item.line for item in comparison.unknown] == [LINE]
    assert known.unknown == ()
    none, some, beyond = comparison.points
    for point, twin in zip((none, some), known.points, strict=True):
        assert lines_of(point)[LINE] == twin.per_month[LINE]
        # What stands in no total is not among the lines that make the totals.
        assert point.per_month[LINE] is None
    assert lines_of(beyond)[LINE] is None


def test_totals_of_every_point_are_made_of_the_same_lines():
    comparison, known = both(), compared(croydon(), 0, 10)
    reduction = lines_of(known.now)[LINE]
    assert reduction is not None
    assert comparison.now.total_income_per_month == pytest.approx(
        known.now.total_income_per_month - reduction
    )


def test_the_range_is_one_figure_where_the_line_is_known():
    comparison, known = both(), compared(croydon(), 0, 10)
    for point, twin in zip(comparison.points, known.points, strict=False):
        low, high = point.difference_range_per_month or (None, None)
        assert low == high == twin.difference_per_month
        assert point.kept_per_extra_pound == twin.kept_per_extra_pound
    beyond = comparison.points[2]
    low, high = beyond.difference_range_per_month or (0.0, 0.0)
    today = lines_of(known.now)[LINE]
    assert today is not None
    assert high - low == pytest.approx(today)
    assert beyond.kept_per_extra_pound is None


def test_now_as_worked_out_bounds_what_is_unknown_further_on():
    (item,) = both().unknown
    assert item.now_per_month == lines_of(compared(croydon(), 0).now)[LINE]


def test_a_letter_that_says_another_amount_bounds_what_is_unknown():
    comparison = both(benefits_now__council_tax_reduction={"amount": 20, "per": "week"})
    (item,) = comparison.unknown
    assert item.now_per_month == 86.67
    low, high = comparison.points[2].difference_range_per_month or (0.0, 0.0)
    assert high - low == pytest.approx(86.67)


def test_the_page_shows_what_is_known():
    comparison, unit = both(), Unit("month")
    some, beyond = comparison.points[1:]
    assert change_in_words(comparison, some, unit).count(" to ") == 0
    assert " to " in change_in_words(comparison, beyond, unit)
    rows = {row.header: row.cells for row in now_and_job(comparison, some, unit).rows}
    assert "not worked out" not in rows["Council tax reduction"]
    rows = {row.header: row.cells for row in now_and_job(comparison, beyond, unit).rows}
    assert "not worked out" in rows["Council tax reduction"]


def test_its_strip_is_known_as_far_as_it_is_known():
    case = croydon()
    last = ends(case)
    comparison = compared(case, 0, last + 1, thresholds=True)
    (strip,) = [s for s in comparison.strips if s.code == LINE]
    assert strip.ranges[0].state == "unchanged"
    (unknown,) = [part for part in strip.ranges if part.state == "unknown"]
    assert unknown.from_hours == last
    assert comparison.overlap is not None
    assert LINE in comparison.overlap.leaves_out
