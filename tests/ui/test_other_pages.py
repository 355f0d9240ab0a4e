"""The pages for advisers and about the program, jobs side by side, and how many hours."""

import pytest

from benefits_calc.words.page_catalogue import say
from tests.ui.app import NAMES, P1, field, opened, press, shown, to


@pytest.mark.parametrize("name", NAMES)
def test_the_advisers_page_shows_the_working_of_every_example(name):
    text = shown(opened(name, "for_advisers"))
    assert say("advisers", "thresholds_caption") in text
    assert "legislation.gov.uk" in text
    assert "None" not in text
    assert "nan" not in text.split()


def test_the_working_of_another_point():
    app = opened(P1, "for_advisers")
    assert "Every step at 16 hours a week" in shown(app)
    field(app, say("advisers", "point")).select_index(0).run()
    assert "Every step at 16 hours a week" not in shown(app)


def test_what_was_expected_needs_an_amount():
    app = opened(P1, "for_advisers")
    assert say("advisers", "expected_missing") in shown(app)
    field(app, say("advisers", "expected_amount")).set_value(900.0).run()
    assert say("advisers", "expected_missing") not in shown(app)
    assert not app.exception


def test_rates_have_values_days_and_sources():
    app = opened(None, "about")
    groups = field(app, say("about", "rates_which"))
    assert "Universal Credit" in groups.options
    groups.select("Universal Credit").run()
    text = shown(app)
    assert "£424.90" in text
    assert "https://www.legislation.gov.uk/" in text
    assert say("about", "programmes_caption") in text
    # "Higher rate" stands under the benefit that it is a rate of, and hours are hours.
    field(app, say("about", "rates_which")).select("Benefits of the DWP").run()
    text = shown(app)
    assert text.index("Attendance Allowance</th>") < text.index("Higher rate</th>")
    assert "hour per weeks" not in text
    assert "35 hours per week" in text


def test_jobs_side_by_side():
    app = press(opened(P1, "better_off"), say("offers", "keep"))
    assert "16 hours at £12.71 an hour" in shown(app)
    hours = 20.0
    to(app, "the_job")
    field(app, say("ask.hours", "label")).set_value(hours)
    press(app, say("job", "submit"))
    press(to(app, "better_off"), say("offers", "keep"))
    text = shown(app)
    assert text.index("16 hours at £12.71") < text.index("20 hours at £12.71")
    press(app, say("offers", "drop"))
    assert "16 hours at £12.71" not in shown(app)


def test_how_many_hours_for_an_amount():
    app = opened(P1, "better_off")
    each = say("unit.each", "month")
    assert "at least what you have left over now" in shown(app)
    field(app, say("hours_for", "ask", each=each)).set_value(1155.0).run()
    # 855 without work, and 300 more under the work allowance: 5.45 hours at 12.71.
    assert "about 5 hours 28 minutes a week or more" in shown(app)
