"""Each file that can be taken away: that it comes, what is in it, and what must not be."""

import re

import pytest

from benefits_calc.case import dump_case, load_case, parse_case
from benefits_calc.resources import scenarios_directory
from tests.browser.steps import (
    arrived,
    go_to,
    kept_by,
    set_number,
    settle,
    upload,
    words_of,
    write,
)

pytestmark = pytest.mark.browser

CANARY = "canary-5d1c"
SOURCE = "Where your figure comes from (a letter, a rule, another calculator)"
NAME = "w1_reading_four_weekly"


def taken(page, button, folder):
    """The name and content of a file that a button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / "taken"
    waiting.value.save_as(path)
    return waiting.value.suggested_filename, path.read_bytes()


def test_every_file_comes_and_holds_what_it_should(opened, served, tmp_path):
    page, other = opened(), opened()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    case = load_case(scenarios_directory() / f"{NAME}.yaml")
    text = re.sub(r"(?m)^label: .*$", f"label: {CANARY}", dump_case(case))
    assert CANARY in text
    upload(page, text.encode())
    arrived(page, "Better off?")
    assert CANARY not in words_of(page)
    name, content = taken(page, "Save this case to a file", tmp_path)
    assert name == "case.yaml"
    assert parse_case(content).job == case.job

    go_to(page, "What to do")
    assert CANARY not in words_of(page)
    name, content = taken(page, "Save the plan as a PDF", tmp_path)
    assert name == "plan.pdf"
    assert content.startswith(b"%PDF-1.")
    assert b"/StructTreeRoot" in content
    assert b"/Lang" in content
    name, content = taken(page, "Save the plan as a web page", tmp_path)
    assert name == "plan.html"
    plan = content.decode()
    assert '<html lang="en' in plan
    assert "£1,433" in plan
    assert "<th" in plan
    assert "Tell the council about the job" in plan
    assert "5 February 2027" in plan
    name, content = taken(page, "Save the dates as a calendar file", tmp_path)
    assert name == "dates.ics"
    calendar = content.decode()
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert calendar.count("BEGIN:VEVENT") >= 3
    entries = calendar.partition("BEGIN:VEVENT")[2]
    assert not re.search(r"Universal Credit|LCWRA|PIP|benefit", entries)
    assert CANARY not in calendar

    go_to(page, "For advisers")
    assert CANARY not in words_of(page)
    name, content = taken(page, "Save the record to print", tmp_path)
    assert name == "record.html"
    assert "<h1" in content.decode()
    set_number(page, "The amount you expected, pounds a month", "1234.56")
    settle(page)
    write(page, SOURCE, f"letter {CANARY}")
    name, content = taken(page, "Save the expected result to a file", tmp_path)
    expected = content.decode()
    assert name == "expected.yaml"
    assert "1234.56" in expected
    # What was typed as the source is for the reader of the file; the label is not in it.
    assert expected.count(CANARY) == 1
    assert f"letter {CANARY}" in expected

    assert_kept_to_the_page(page, asked, other, served)


def assert_kept_to_the_page(page, asked, other, served):
    """The marker is in no address, cookie, store, other session or file of the server."""
    assert not any(CANARY in address for address in (*asked, page.url))
    assert CANARY not in str(page.context.cookies())
    assert CANARY not in kept_by(page)
    go_to(other, "For advisers")
    assert CANARY not in other.content()
    written = [file for file in served.output.parent.rglob("*") if file.is_file()]
    assert served.output in written
    assert not any(CANARY.encode() in file.read_bytes() for file in written)
