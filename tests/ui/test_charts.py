"""Charts as plain figures: parts that add up, names on them, both sides of every line."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from plotly.graph_objects import Figure

from benefits_calc.output import charts, curve_chart, strip_charts
from benefits_calc.settings import STREAMLIT_SETTINGS
from benefits_calc.ui import frame
from benefits_calc.words.money import Unit
from tests.contrast import contrast
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
    hours = curve_chart.curve_hours(FOUND)
    assert {7.75, 7.76, 8.09, 8.1, 0.0, 1.0, 15.0, 16.0} <= set(hours)
    assert list(hours) == sorted(hours)
    assert max(hours) == 16.0


def test_the_line_marks_thresholds_by_number_and_this_job_by_name():
    hours = curve_chart.curve_hours(FOUND)
    fine = comparison(NOW, *(point(at, net_pay=10 * at, universal_credit=900.0) for at in hours))
    spec = curve_chart.curve(FOUND, line_of(fine), FOUND.points[0], MONTH)
    line, marks, job = spec["data"]
    assert line["x"] == list(hours)
    assert marks["text"] == ["<b>1–2</b>"]  # noqa: RUF001  (a range: they are near)
    assert marks["x"] == [7.76]
    assert job["text"] == ["<b>this job</b>"]
    assert "16 hours a week" in curve_chart.curve_alt(FOUND, line_of(fine), MONTH)


def test_numbers_that_would_stand_on_each_other_are_one_range():
    left = {float(at): 10.0 * at for at in range(41)}
    scale = curve_chart.scale_of(left, 40.0)
    marks = curve_chart.marks_of([5.0, 6.0, 7.0, 20.0], left, scale)
    assert [mark.text for mark in marks] == ["1–3", "4"]  # noqa: RUF001  (a range)
    assert not any(scale.are_on_each_other(*pair) for pair in pairwise(marks))
    # The same hours far apart in height have room for both.
    steep = {**left, 7.0: 400.0}
    apart = curve_chart.marks_of([5.0, 7.0], steep, curve_chart.scale_of(steep, 40.0))
    assert [mark.text for mark in apart] == ["1", "2"]


def test_a_number_stands_below_where_the_line_falls_onto_it():
    at = curve_chart.curve_hours(FOUND)
    fall = [point(hours, net_pay=1000.0 if hours < 8.1 else 10 * hours) for hours in at]
    marks = curve_chart.curve(FOUND, line_of(comparison(NOW, *fall)), FOUND.points[0], MONTH)[
        "data"
    ][1]
    assert marks["text"] == ["<b>1</b>", "<b>2</b>"]
    assert marks["textposition"] == ["top left", "bottom right"]


@pytest.mark.parametrize("unit", [MONTH, WEEK])
def test_figures_are_plain_data_that_plotly_takes(unit):
    fine = comparison(NOW, *(point(at, net_pay=10 * at) for at in curve_chart.curve_hours(FOUND)))
    for spec in (
        charts.bars(FOUND, FOUND.points[0], unit),
        curve_chart.curve(FOUND, line_of(fine), FOUND.points[0], unit),
    ):
        assert json.loads(json.dumps(spec)) == spec
        assert len(Figure(spec).data) == len(spec["data"])


def test_the_bars_in_words():
    words = charts.bars_alt(FOUND, FOUND.points[0], MONTH)
    assert "Now: Universal Credit £1,000, Personal Independence Payment (PIP) £400" in words
    assert "In this job: Take-home pay £900" in words


@pytest.mark.parametrize("colour", charts.COLOURS.values())
def test_words_in_every_bar_can_be_read(colour):
    assert contrast(charts.IN_A_BAR, colour) >= 4.5


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize(
    "colour", [*charts.COLOURS.values(), charts.EDGE, curve_chart.MARK, curve_chart.JOB]
)
def test_what_is_drawn_stands_out_from_a_light_and_a_dark_page(colour, ground):
    assert contrast(colour, str(STREAMLIT_SETTINGS[f"theme.{ground}.backgroundColor"])) >= 3


def colours_of_words(spec):
    """Every colour that a chart gives to words outside bars."""
    layout = spec["layout"]
    fonts = [note.get("font", {}) for note in layout["annotations"]]
    fonts += [layout["font"], *(axis.get("tickfont", {}) for axis in (layout["xaxis"],))]
    fonts += [trace.get("textfont", {}) for trace in spec["data"] if trace["type"] != "bar"]
    return [font["color"] for font in fonts if "color" in font]


def test_words_outside_bars_are_left_to_the_colour_of_the_page():
    fine = line_of(
        comparison(NOW, *(point(at, net_pay=at) for at in curve_chart.curve_hours(FOUND)))
    )
    for spec in (
        charts.bars(FOUND, FOUND.points[0], MONTH),
        curve_chart.curve(FOUND, fine, FOUND.points[0], MONTH),
        strip_charts.strip_bars(FOUND),
    ):
        assert colours_of_words(spec) == []
        assert spec["layout"]["paper_bgcolor"] == charts.CLEAR
        assert spec["layout"]["plot_bgcolor"] == charts.CLEAR
    style = Path(frame.__file__).with_name("style.css").read_text(encoding="utf-8")
    assert "fill: currentColor !important" in style


TOKEN = re.compile(r"--bc-(\w[\w-]*): (#[0-9a-f]{6});")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_our_own_colours_stand_out_from_the_ground_of_their_theme(theme):
    style = Path(frame.__file__).with_name("style.css").read_text(encoding="utf-8")
    light, _, rest = style.partition("@media screen and (prefers-color-scheme: dark)")
    tokens = dict(TOKEN.findall(light if theme == "light" else rest.partition("/*")[0]))
    least = {"accent": 3, "link": 4.5, "strong-line": 3, "alert": 4.5, "button": 3}
    ground = str(STREAMLIT_SETTINGS[f"theme.{theme}.backgroundColor"])
    assert set(least) < set(tokens)
    assert [name for name in least if contrast(tokens[name], ground) < least[name]] == []
    assert contrast(tokens["button-text"], tokens["button"]) >= 4.5
    # Every colour of the style is one of these, or for paper.
    after = rest.partition("@media print")[0].partition("/* Charts")[2]
    assert not re.search(r"#[0-9a-f]{3,6}\b", after)
