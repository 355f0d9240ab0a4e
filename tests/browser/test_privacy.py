"""What is typed or opened goes nowhere but the page of the one who typed it."""

from urllib.parse import urlsplit

import pytest

from benefits_calc.case import dump_case, load_case, parse_case
from benefits_calc.resources import scenarios_directory
from tests.browser.steps import (
    arrived,
    choose,
    go_to,
    kept_by,
    set_number,
    settle,
    upload,
    write,
)

pytestmark = pytest.mark.browser

CANARY = "canary-7f3a"
QUESTIONS = ("About you", "Your home", "Money now", "Check your answers", "The job")
RESULTS = (
    "Better off?",
    "Month by month",
    "If it doesn't work out",
    "What to do",
    "For advisers",
    "About and rates",
)


def example(name="p1_lcwra_protected_rent"):
    return load_case(scenarios_directory() / f"{name}.yaml")


def test_a_marker_typed_in_and_opened_stays_on_the_page(opened, served):
    page = opened()
    asked, logged = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: logged.append(message.text))
    good = dump_case(example()).replace("label: p1", f"label: {CANARY}")
    assert CANARY in good
    upload(page, good.encode(), f"{CANARY}.yaml")
    page.get_by_text("Your own file is open.").wait_for()
    go_to(page, "The job")
    write(page, "What is the job?", CANARY)
    for title in (*QUESTIONS, *RESULTS):
        go_to(page, title)
        assert CANARY not in page.url
    go_to(page, "About you")
    write(page, "Your month and year of birth", CANARY)
    page.get_by_role("alert").filter(has_text="a month and a year").wait_for()
    go_to(page, "The job")
    write(page, "Tax code", CANARY)
    for title in (*QUESTIONS, RESULTS[0]):
        go_to(page, title)
        assert CANARY not in page.url
    go_to(page, "Start")
    upload(page, f"nation: {CANARY}\n".encode())
    page.get_by_role("alert").filter(has_text="could not be opened").wait_for()
    upload(page, f"{CANARY}: [\n".encode())
    page.get_by_role("alert").filter(has_text="could not be opened").wait_for()
    settle(page)
    assert len(asked) > 5
    hosts = {urlsplit(address).hostname for address in asked if "://" in address}
    assert hosts <= {"127.0.0.1"}
    assert not any(CANARY in address for address in asked)
    assert not any(CANARY in line for line in logged)
    assert CANARY not in str(page.context.cookies())
    assert CANARY not in kept_by(page)
    written = [file for file in served.output.parent.rglob("*") if file.is_file()]
    assert served.output in written
    assert not any(CANARY.encode() in file.read_bytes() for file in written)


def test_two_sessions_see_nothing_of_each_other(opened):
    first, second = opened(), opened()
    choose(first, "Andre")
    second.reload()
    arrived(second, "Start")
    go_to(second, "Better off?")
    assert second.locator(".bc-lead").count() == 0
    go_to(second, "Start")
    choose(second, "Kemi")
    assert "Kemi" not in first.inner_text("body")
    assert "Andre" not in second.locator("[data-testid=stMain]").inner_text()


def test_a_label_that_is_markup_stays_text(opened):
    page = opened()
    text = dump_case(example()).replace("label: p1", "label: '<img src=x onerror=alert(1)>'")
    upload(page, text.encode())
    page.get_by_text("Your own file is open.").wait_for()
    go_to(page, "Check your answers")
    assert page.locator("[data-testid=stMain] img").count() == 0


def test_a_saved_case_opens_again_with_what_was_changed(opened, tmp_path):
    page = opened()
    choose(page, "Single, 40, higher LCWRA rate, rents")
    go_to(page, "The job")
    set_number(page, "Hours a week", "12")
    page.get_by_role("button", name="Show what changes", exact=True).click()
    arrived(page, "Better off?")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save this case to a file").click()
    saved = tmp_path / "saved.yaml"
    waiting.value.save_as(saved)
    assert waiting.value.suggested_filename == "case.yaml"
    case = parse_case(saved.read_bytes())
    assert case.job is not None
    assert case.job.hours_per_week == 12
    page.get_by_role("button", name="Start over").click()
    arrived(page, "Start")
    upload(page, saved.read_bytes())
    page.get_by_role("heading", name="At 12 hours a week", exact=True).wait_for()
