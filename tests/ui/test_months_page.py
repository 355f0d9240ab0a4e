"""The page of months: every example, its figures, and the chart beside its table."""

import pytest

from benefits_calc.analysis.timeline import timeline
from benefits_calc.output.dated_charts import month_bars, month_bars_alt
from benefits_calc.words import month_tables
from benefits_calc.words.page_catalogue import say
from tests.engine.whole_cases import scenario
from tests.ui.app import NAMES, P1, opened, shown


@pytest.mark.parametrize("name", NAMES)
def test_every_example_has_its_months(name):
    text = shown(opened(name, "month_by_month"))
    assert say("months", "caption") in text
    assert say("cash", "caption") in text
    for broken in ("None", "nan", "{", "}"):
        assert broken not in text.split("<style>")[0].split()


@pytest.fixture(scope="module")
def line():
    return timeline(scenario(P1)).lines[0]


def test_the_chart_has_the_figures_of_the_table(line):
    bars, usual = month_bars(line)["data"]
    assert bars["y"] == [round(month.total, 2) for month in line.months]
    assert usual["y"] == [round(month.as_you_are_total, 2) for month in line.months]
    rows = [row for row in month_tables.months_table(line).rows if row.kind == "line"]
    assert [row.cells[0] for row in rows] == [f"£{amount:,.0f}" for amount in bars["y"]]
    names = [name.removesuffix(" (amounts not yet known)") for name in bars["customdata"]]
    assert names == [row.header for row in rows]
    assert month_tables.shows(line) in month_bars_alt(line)


def test_months_not_yet_known_are_hatched_and_named(line):
    shapes = month_bars(line)["data"][0]["marker"]["pattern"]["shape"]
    rows = month_tables.months_table(line).rows
    (place,) = [n for n, row in enumerate(rows) if row.kind == "group"]
    assert "not yet known" in rows[place].header
    # A line of words stands before the first of the months that are hatched.
    assert [shape != "" for shape in shapes] == [n >= place for n in range(len(rows) - 1)]
    assert any(shapes)
    assert not all(shapes)


def test_in_hand_starts_at_nothing_where_the_table_starts(line):
    events = month_tables.first_days(line)
    assert line.starts_on is not None
    assert events[0].day >= line.starts_on.replace(day=1)
    # The last payment of Universal Credit in full, so nothing in the table is below nothing.
    assert events[0].what == "universal_credit_payment"
    assert events[0].amount == 1304.70
    first = month_tables.cash_table(events).rows[0].cells
    size = first[0].rpartition(" ")[0]
    assert first[1].lstrip("-") == size


def test_what_the_bars_show_is_between_the_least_and_the_most(line):
    # 16 hours at 12.71 a month, less pension; 45p of each pound over 427 is kept.
    assert "£623 more" in month_tables.shows(line)
