"""Charts as plain figures: parts that add up, names on them, both sides of every line."""

import json
from itertools import pairwise

import pytest
from plotly.graph_objects import Figure

from benefits_calc.output import charts
from benefits_calc.words.money import Unit
from tests.ui.made import comparison, line_of, point, threshold

MONTH, WEEK = Unit("month"), Unit("week")
NOW = point(
    None, universal_credit=1000.0, pip=400.0, child_benefit=100.0, other_income=20.0, rent=400.0
)
JOB = point(
    16,
    net_pay=900.0,
    universal_credit=700.0,
    pip=400.0,
    child_benefit=100.0,
    other_income=20.0,
    housing_benefit=30.0,
    child_benefit_charge=10.0,
    rent=400.0,
)
FOUND = comparison(NOW, JOB, thresholds=(threshold(7.76, -20.0), threshold(8.1, 0.0)))


def test_the_parts_add_up_to_the_totals():
    parts = charts.parts(FOUND, FOUND.points[0])
    assert sum(part.now for part in parts) == pytest.approx(NOW.total_income_per_month)
    assert sum(part.job for part in parts) == pytest.approx(JOB.total_income_per_month)


def test_there_are_at_most_five_colours_each_with_its_own_name():
    parts = charts.parts(FOUND, FOUND.points[0])
    assert [part.name for part in parts] == [
        "Take-home pay",
        "Universal Credit",
        "Personal Independence Payment (PIP)",
        "Housing Benefit",
        "Other money, after tax on it",
    ]
    assert len({charts.COLOURS[part.group] for part in parts}) == 5


def test_pay_of_a_couple_is_named_as_of_both():
    found = comparison(NOW, point(16, net_pay=900.0, partner_net_pay=500.0))
    assert charts.parts(found, found.points[0])[0].name == "Take-home pay of you both"


def test_every_part_is_named_on_the_picture_itself():
    spec = charts.bars(FOUND, FOUND.points[0], MONTH)
    written = " ".join(note["text"].replace("<br>", " ") for note in spec["layout"]["annotations"])
    for part in charts.parts(FOUND, FOUND.points[0]):
        assert part.name in written
    assert spec["layout"]["showlegend"] is False


def test_a_part_that_ends_is_named_as_of_now_only():
    found = comparison(NOW, point(16, net_pay=900.0))
    spec = charts.bars(found, found.points[0], MONTH)
    written = " ".join(note["text"].replace("<br>", " ") for note in spec["layout"]["annotations"])
    assert "Universal Credit (now only)" in written


def test_names_do_not_stand_on_each_other():
    found = comparison(
        NOW, point(16, net_pay=2000.0, universal_credit=1.0, pip=1.0, other_income=1)
    )
    spec = charts.bars(found, found.points[0], MONTH)
    names = [note for note in spec["layout"]["annotations"] if note.get("align") == "left"]
    heights = [note["y"] for note in names]
    assert len(heights) == 4
    room = 2000 * charts.ROOM_FOR_A_LABEL
    assert all(after - before >= room for before, after in pairwise(heights))


def test_the_name_of_a_part_that_ends_stands_inside_the_picture():
    now = point(None, universal_credit=1433.0, pip=464.0, council_tax_reduction=104.0)
    job = point(16, net_pay=863.0, universal_credit=1193.0, pip=464.0)
    found = comparison(now, job)
    layout = charts.bars(found, job, MONTH)["layout"]
    highest = max(
        note["y"]
        for note in layout["annotations"]
        if "now only" in note["text"].replace("<br>", " ")
    )
    assert highest + 2520 * charts.ROOM_FOR_A_LABEL < layout["yaxis"]["range"][1]


def test_a_week_of_the_bars():
    spec = charts.bars(FOUND, FOUND.points[0], WEEK)
    assert spec["data"][0]["y"] == [0.0, 207.69]


def test_the_line_has_both_sides_of_every_threshold_and_every_hour():
    hours = charts.curve_hours(FOUND)
    assert {7.75, 7.76, 8.09, 8.1, 0.0, 1.0, 15.0, 16.0} <= set(hours)
    assert list(hours) == sorted(hours)
    assert max(hours) == 16.0


def test_the_line_marks_thresholds_by_number_and_this_job_by_name():
    hours = charts.curve_hours(FOUND)
    fine = comparison(NOW, *(point(at, net_pay=10 * at, universal_credit=900.0) for at in hours))
    spec = charts.curve(FOUND, line_of(fine), FOUND.points[0], MONTH)
    line, marks, job = spec["data"]
    assert line["x"] == list(hours)
    assert marks["text"] == ["<b>1–2</b>"]  # noqa: RUF001  (a range: they are near)
    assert marks["x"] == [7.76]
    assert job["text"] == ["<b>this job</b>"]
    assert "16 hours a week" in charts.curve_alt(FOUND, line_of(fine), MONTH)


@pytest.mark.parametrize("unit", [MONTH, WEEK])
def test_figures_are_plain_data_that_plotly_takes(unit):
    fine = comparison(NOW, *(point(at, net_pay=10 * at) for at in charts.curve_hours(FOUND)))
    for spec in (
        charts.bars(FOUND, FOUND.points[0], unit),
        charts.curve(FOUND, line_of(fine), FOUND.points[0], unit),
    ):
        assert json.loads(json.dumps(spec)) == spec
        assert len(Figure(spec).data) == len(spec["data"])


def test_the_bars_in_words():
    words = charts.bars_alt(FOUND, FOUND.points[0], MONTH)
    assert "Now: Universal Credit £1,000, Personal Independence Payment (PIP) £400" in words
    assert "In this job: Take-home pay £900" in words


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("colour", [*charts.COLOURS.values(), charts.QUIET, charts.MARK])
def test_words_on_and_in_every_colour_can_be_read(colour):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5
