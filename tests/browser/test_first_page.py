"""The first page in a real browser: phone and desktop, mouse and keyboard, nobody left out."""

import os
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benefits_calc.case import dump_case, load_case, parse_case
from benefits_calc.resources import scenarios_directory
from tests.browser.conftest import DESK, PHONE
from tests.browser.steps import choose, go_to, serious, set_number, settle, tab_to, too_wide, upload

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
CANARY = "canary-7f3a"


@pytest.fixture
def picture(tmp_path: Path):
    """Save a picture of the whole page: in BENEFITS_CALC_PICTURES where it names a folder."""
    folder = Path(os.environ.get("BENEFITS_CALC_PICTURES") or tmp_path)

    def take(page, name):
        height = page.evaluate(
            "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"
        )
        size = page.viewport_size
        page.set_viewport_size({"width": size["width"], "height": height + 60})
        page.wait_for_timeout(400)
        path = folder / f"{name}-{size['width']}.png"
        page.screenshot(path=path)
        page.set_viewport_size(size)
        assert path.stat().st_size > 10_000

    return take


def example(name="p1_lcwra_protected_rent"):
    return load_case(scenarios_directory() / f"{name}.yaml")


@SIZES
def test_the_whole_page_by_mouse(opened, picture, size):
    page = opened(size)
    picture(page, "empty")
    choose(page, "Single, 40, higher LCWRA rate, rents")
    assert "£623 more left over each month" in page.inner_text(".bc-lead")
    go_to(page, "The job")
    set_number(page, "Hours a week", "20")
    page.get_by_role("button", name="Show what changes").click()
    page.get_by_role("heading", name="At 20 hours a week", exact=True).wait_for()
    settle(page)
    assert "£713 more left over each month" in page.inner_text(".bc-lead")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert page.locator(".js-plotly-plot").count() == 2
    assert page.get_by_role("table").count() == 2
    assert page.get_by_role("rowheader", name="Universal Credit").count() >= 1
    picture(page, "result")
    page.get_by_text("each week", exact=True).first.click()
    page.get_by_text("£165 more left over each week").wait_for()
    page.get_by_text("What these figures rest on").click()
    page.get_by_role("heading", name="Not covered").wait_for()
    page.get_by_text("Show the working in pence").click()
    page.get_by_text("Every step at 20 hours a week").wait_for()
    picture(page, "working")
    assert too_wide(page) == []
    page.get_by_role("button", name="Start over").click()
    page.get_by_role("heading", name="Start", level=1).wait_for()
    assert page.locator(".bc-lead").count() == 0


@SIZES
def test_the_whole_page_by_keyboard(opened, size):
    page = opened(size)
    tab_to(page, page.get_by_label("Try an example"))
    page.keyboard.type("Single, 40, no health")
    page.keyboard.press("Enter")
    page.locator(".bc-lead").wait_for()
    settle(page)
    go_to(page, "The job")
    tab_to(page, page.get_by_label("Hours a week", exact=True))
    page.keyboard.press("Control+A")
    page.keyboard.type("8")
    tab_to(page, page.get_by_role("button", name="Show what changes"))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="At 8 hours a week", exact=True).wait_for()
    settle(page)
    tab_to(page, page.get_by_role("radio", name="each month"))
    page.keyboard.press("ArrowRight")
    page.get_by_text(re.compile("left over each week than now")).wait_for()
    tab_to(page, page.get_by_label("Show the working in pence"))
    page.keyboard.press("Space")
    page.get_by_text("Every step at 8 hours a week").wait_for()
    tab_to(page, page.get_by_role("button", name="Start over"))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Start", level=1).wait_for()


@SIZES
def test_no_serious_finding_of_axe_in_any_state(opened, picture, size):
    page = opened(size)
    assert serious(page) == []
    upload(page, b"nation: mars\n")
    page.get_by_role("alert").filter(has_text="could not be opened").wait_for()
    picture(page, "broken-file")
    assert serious(page) == []
    choose(page, "Kemi")
    go_to(page, "The job")
    set_number(page, "Hours a week", "200")
    page.get_by_role("button", name="Show what changes").click()
    page.get_by_role("alert").filter(has_text="Hours a week: 200").wait_for()
    picture(page, "broken-hours")
    assert serious(page) == []
    page.get_by_text("What these figures rest on").click()
    page.get_by_text("Show the working in pence").click()
    page.get_by_text("Every step at 30 hours a week").wait_for()
    assert serious(page) == []


@pytest.mark.parametrize("name", ["Andre", "Denise", "Gillian", "Imran", "Lorna"])
def test_pictures_fit_on_a_phone(opened, picture, name):
    page = opened(PHONE)
    choose(page, name)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    picture(page, name.lower())
    assert too_wide(page) == []
    # Every word on a chart stands inside it.
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
        const box = plot.getBoundingClientRect();
        return [...plot.querySelectorAll('svg text')].filter(text => {
          const own = text.getBoundingClientRect();
          return own.width > 0 && (own.left < box.left - 1 || own.right > box.right + 1
            || own.top < box.top - 1 || own.bottom > box.bottom + 1);
        }).map(text => text.textContent);
      })"""
    )
    assert cut == []


def test_a_dark_screen_gets_the_same_readable_page(opened, picture):
    page = opened(DESK, "dark")
    choose(page, "Andre")
    picture(page, "dark")
    assert serious(page) == []


def test_the_page_asks_no_other_host_and_puts_nothing_in_its_address(opened, served):
    page = opened()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.get_by_role("heading", name="1. Choose a case").wait_for()
    choose(page, "Andre")
    assert {urlsplit(address).hostname for address in asked if "://" in address} <= {"127.0.0.1"}
    assert len(asked) > 5
    assert page.url.rstrip("/") == served.address


def test_two_sessions_see_nothing_of_each_other(opened):
    first, second = opened(), opened()
    choose(first, "Andre")
    second.reload()
    second.get_by_text("Choose an example, or open your case file").wait_for()
    assert second.locator(".bc-lead").count() == 0
    choose(second, "Kemi")
    assert "Kemi" not in first.inner_text("body")
    assert "Andre" not in second.locator("[data-testid=stMain]").inner_text()


def test_what_stands_in_a_file_goes_nowhere_but_the_page(opened, served):
    page = opened()
    asked, logged = [], []
    page.on(
        "request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"[:9999])
    )
    page.on("console", lambda message: logged.append(message.text))
    good = dump_case(example()).replace("label: p1", f"label: {CANARY}")
    assert CANARY in good
    upload(page, good.encode(), f"{CANARY}.yaml")
    page.get_by_text(f"Your file: {CANARY}").wait_for()
    settle(page)
    upload(page, f"nation: {CANARY}\n".encode())
    page.get_by_role("alert").filter(has_text=CANARY).wait_for()
    upload(page, f"{CANARY}: [\n".encode())
    page.get_by_text("This file could not be opened").wait_for()
    addresses = [entry.split(" ")[0] for entry in asked]
    assert not any(CANARY in address for address in addresses)
    assert CANARY not in page.url
    assert not any(CANARY in line for line in logged)
    assert CANARY not in served.output.read_text(encoding="utf-8")


def test_a_label_that_is_markup_stays_text(opened):
    page = opened()
    text = dump_case(example()).replace("label: p1", "label: '<img src=x onerror=alert(1)>'")
    upload(page, text.encode())
    page.get_by_text("Your file: <img src=x onerror=alert(1)>").wait_for()
    assert page.locator("[data-testid=stMain] img").count() == 0


def test_a_saved_case_opens_again_with_what_was_changed(opened, tmp_path):
    page = opened()
    choose(page, "Single, 40, higher LCWRA rate, rents")
    go_to(page, "The job")
    set_number(page, "Hours a week", "12")
    page.get_by_role("button", name="Show what changes").click()
    page.get_by_role("heading", name="At 12 hours a week", exact=True).wait_for()
    settle(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save this case to a file").click()
    saved = tmp_path / "saved.yaml"
    waiting.value.save_as(saved)
    assert waiting.value.suggested_filename == "case.yaml"
    case = parse_case(saved.read_bytes())
    assert case.job is not None
    assert case.job.hours_per_week == 12
    page.get_by_role("button", name="Start over").click()
    page.get_by_role("heading", name="Start", level=1).wait_for()
    upload(page, saved.read_bytes())
    page.get_by_role("heading", name="At 12 hours a week", exact=True).wait_for()


def test_links_to_the_law_open_beside_the_page(opened):
    page = opened()
    choose(page, "Andre")
    links = page.get_by_role("link", name=re.compile("opens in a new tab"))
    assert links.count() >= 5
    for link in links.all():
        assert link.get_attribute("target") == "_blank"
        assert (link.get_attribute("href") or "").startswith("https://www.legislation.gov.uk/")


@pytest.mark.skipif(sys.platform == "win32", reason="sizes of text are set by the system there")
def test_at_four_times_the_size_nothing_is_cut(opened):
    page = opened((320, 640))
    choose(page, "Huw, 45, and Nia, 44, one child, job for Huw")
    assert too_wide(page) == []
