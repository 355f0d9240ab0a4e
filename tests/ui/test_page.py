"""The app itself, run without a browser."""

import gc
import math
import re
from datetime import date
from itertools import pairwise

import pytest

from benefits_calc.analysis.comparison import compare
from benefits_calc.case import load_case, parse_case
from benefits_calc.output.plan_file import plan_file
from benefits_calc.resources import scenarios_directory
from benefits_calc.ui import answers, pages
from benefits_calc.words.page_parts import example_title
from tests.ui.app import (
    NAMES,
    P1,
    as_file,
    field,
    markup_of,
    opened,
    press,
    shown,
    to,
    upload,
)


def pressed(app):
    return press(app, "Show what changes")


@pytest.mark.parametrize("page", [page.code for page in pages.built()])
@pytest.mark.parametrize("name", [None, P1])
def test_every_page_opens_with_nothing_answered_and_with_a_case(page, name):
    app = opened(name, page)
    text = shown(app)
    assert ("There is nothing to show here yet" in text) == (
        name is None and pages.named(page).kind == "results"
    )
    assert ("116 123" in text) == pages.named(page).for_clients


def test_no_two_pages_share_an_address_and_each_step_leads_on():
    assert len({page.address for page in pages.ALL}) == len(pages.ALL)
    steps = [page for page in pages.built() if page.step]
    for first, second in pairwise(steps):
        assert pages.around(first)[1] == second
        assert pages.around(second)[0] == first


def test_an_empty_page_says_what_to_do_and_whom_to_call():
    text = shown(opened())
    assert "what money you have now" in text
    assert "It is not saved and not shared." in text
    for number in ("0800 144 8848", "116 123"):
        assert number in text


@pytest.mark.parametrize("name", NAMES)
def test_every_example_gives_the_figures_of_the_comparison(name):
    case = load_case(scenarios_directory() / f"{name}.yaml")
    assert case.job is not None
    hours = case.job.hours_per_week
    assert hours is not None
    found = compare(case, (hours,))
    text = shown(opened(name))
    assert f"At {hours:g} hours a week" in text
    for point in (found.now, found.points[0]):
        left = point.left_over_per_month
        whole = math.floor(abs(left) + 0.5)  # half a pound goes up
        amount = f"£{whole:,}" if left >= 0 else f"£{whole:,} short"
        assert f"<td>{amount}</td>" in text
    for heading in ("Rates of 1 December 2026", "Program version"):
        assert heading in text


def test_other_hours_pay_and_pension_change_the_figures():
    app = opened(P1)
    before = shown(app)
    assert "£623 more" in before  # 854.70 now, 1,477.98 at 16 hours, by the law file's ladder
    to(app, "the_job")
    field(app, "Hours a week").set_value(20.0)
    after = shown(pressed(app))
    assert "At 20 hours a week you would have about £713 more" in after
    to(app, "the_job")
    field(app, "Pay in pounds, before tax").set_value(1500.0)
    field(app, "Per: Pay in pounds, before tax").select("a month")
    assert "£713 more" not in shown(pressed(app))
    to(app, "the_job")
    field(app, "Would you pay into the workplace pension?").set_value("opted_out")
    assert "Workplace pension" not in shown(pressed(app))


def test_a_week_is_shown_throughout():
    app = opened(P1)
    field(app, "Show all the money").set_value("week").run()
    text = shown(app)
    assert "£144 more left over each week" in text
    assert "each month" not in text
    assert "Pounds each week" in text


def test_impossible_hours_are_told_beside_the_field_and_nothing_is_lost():
    app = opened(P1, "the_job")
    field(app, "Hours a week").set_value(200.0)
    field(app, "Pay in pounds, before tax").set_value(15.0)
    text = shown(pressed(app))
    assert "Hours a week: please give a number from 0 to 168" in text
    assert field(app, "Hours a week").value == 200.0
    assert field(app, "Pay in pounds, before tax").value == 15.0
    assert "Hours a week: please give a number from 0 to 168" in shown(to(app, "better_off"))


@pytest.mark.parametrize(("kind", "name"), [("yaml", "my.yaml"), ("json", "my.json")])
def test_a_file_is_opened(kind, name):
    app = upload(opened(), as_file(P1, kind), name)
    assert app.title[0].value == "Better off?"
    assert "£623 more" in shown(app)
    text = shown(to(app, "start"))
    assert "Your own file is open." in text
    assert "p1" not in re.findall(r"\w+", text)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe\x00", "UTF-8"),
        (b"nation: mars\n", "nation"),
        (b"a: [1", "line"),
        (b"", "the case"),
        (b"# " + b"x" * (257 * 1024), "too large"),
    ],
)
def test_a_broken_file_is_told_and_the_open_case_stays(content, says):
    app = upload(opened(P1, "start"), content)
    text = shown(app)
    assert "This file could not be opened" in text
    assert says in text
    assert "£623 more" in shown(to(app, "better_off"))


def test_a_good_file_clears_what_was_wrong_with_the_last():
    app = upload(opened(), b"nation: mars\n")
    app = upload(app, as_file(P1))
    assert "could not be opened" not in shown(app)


def test_markup_in_a_file_is_never_markup():
    text = as_file(P1).replace(b"label: p1", b"label: <b>p1</b>")
    assert b"<b>p1</b>" in text
    app = upload(opened(), text)
    for page in ("start", "check_answers", "better_off", "for_advisers"):
        assert "<b>p1</b>" not in markup_of(to(app, page))
    record = plan_file(parse_case(text), ".html", record=True).decode()
    assert "&lt;b&gt;p1&lt;/b&gt;" in record
    assert "<b>p1</b>" not in record


def test_a_file_without_a_day_is_for_today(monkeypatch):
    monkeypatch.setattr(answers, "today", lambda: date(2026, 6, 3))
    text = as_file(P1).replace(b"as_at: '2026-12-01'\n", b"").replace(b"as_at: 2026-12-01\n", b"")
    assert b"as_at" not in text
    assert "Rates of 3 June 2026" in shown(upload(opened(), text))


def test_a_day_outside_the_rates_is_told():
    text = as_file(P1).replace(b"2026-12-01", b"2035-12-01")
    assert "could not be opened" in shown(upload(opened(), text))


def test_a_file_without_a_job_asks_for_one():
    text = as_file(P1).decode()
    text = text[: text.index("job:")]
    app = upload(opened(), text.encode())
    assert app.title[0].value == "Check your answers"
    assert "Tell us about a job" in shown(to(app, "better_off"))
    to(app, "the_job")
    field(app, "Pay in pounds, before tax").set_value(12.71)
    assert "Hours a week: give a number" in shown(pressed(app))
    field(app, "Hours a week").set_value(16.0)
    field(app, "Pay in pounds, before tax").set_value(12.71)
    assert "At 16 hours a week you would have" in shown(pressed(app))


def test_starting_over_clears_everything():
    app = opened(P1)
    press(app, "Start over")
    assert "what money you have now" in shown(app)
    assert app.title[0].value == "Start"
    assert app.selectbox[0].value is None


def test_two_sessions_see_nothing_of_each_other():
    first, second = opened(P1, "the_job"), opened()
    field(first, "Hours a week").set_value(20.0)
    pressed(first)
    second.run()
    assert "what money you have now" in shown(second)
    assert "nothing to show here yet" in shown(to(second, "better_off"))
    assert "£713 more" not in shown(second)


def test_the_working_is_there_when_asked_for():
    app = opened(P1)
    assert "Pounds and pence" not in shown(app)
    app.checkbox[0].check().run()
    assert not app.exception
    text = shown(app)
    assert "£1,477.98" in text
    assert "Every step at 16 hours a week" in text


def test_another_example_takes_the_place_of_the_first():
    app = opened(P1, "start")
    app.selectbox[0].select(example_title("p4_no_lcw_rent")).run()
    assert "£388 more" in shown(app)


def test_the_rules_are_not_walked_by_the_collector_after_each_press():
    opened(P1)
    assert gc.get_freeze_count() > 100_000
