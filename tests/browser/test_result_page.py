"""The result of an example in a real browser: phone and desktop, mouse and keyboard."""

import json
import re
import sys

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.steps import choose, go_to, set_number, settle, tab_to, too_wide

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@SIZES
def test_the_whole_page_by_mouse(opened, picture, size):
    page = opened(size)
    picture(page, "empty")
    choose(page, "Single, 40, higher LCWRA rate, rents")
    assert "£623 more left over each month" in page.inner_text(".bc-lead")
    go_to(page, "The job")
    set_number(page, "Hours a week", "20")
    page.get_by_role("button", name="Show what changes", exact=True).click()
    page.get_by_role("heading", name="At 20 hours a week", exact=True).wait_for()
    settle(page)
    assert "£713 more left over each month" in page.inner_text(".bc-lead")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert page.locator(".js-plotly-plot").count() == 3
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


def test_the_whole_page_by_keyboard(opened):
    page = opened(PHONE)
    tab_to(page, page.get_by_label("Try an example"))
    page.keyboard.type("Single, 40, no health")
    page.keyboard.press("Enter")
    page.locator(".bc-lead").first.wait_for()
    settle(page)
    go_to(page, "The job")
    tab_to(page, page.get_by_label("Hours a week", exact=True))
    page.keyboard.press("Control+A")
    page.keyboard.type("8")
    tab_to(page, page.get_by_role("button", name="Show what changes", exact=True))
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


GROUND = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
# Words of a chart outside its bars, which have white words.
CHART_WORDS = """() => [...new Set([...document.querySelectorAll('.js-plotly-plot text')]
    .filter(e => !e.classList.contains('bartext')).map(e => getComputedStyle(e).fill))]"""
DARK, LIGHT = "rgb(16, 25, 31)", "rgb(255, 255, 255)"
WORDS_IN_DARK, WORDS_IN_LIGHT = "rgb(233, 240, 244)", "rgb(22, 36, 45)"


def wait_for_chart_words(page, colour: str) -> None:
    """Charts come after the page: wait until every word of theirs has one colour, this one."""
    page.wait_for_function(
        f"wanted => JSON.stringify(({CHART_WORDS})()) === wanted", arg=json.dumps([colour])
    )


def test_a_dark_screen_gets_a_dark_page_and_paper_a_light_one(opened, picture):
    page = opened(DESK, "dark")
    choose(page, "Andre")
    picture(page, "dark")
    app = page.locator(".stApp")
    assert app.evaluate(GROUND) == [DARK, WORDS_IN_DARK]
    wait_for_chart_words(page, WORDS_IN_DARK)
    page.emulate_media(media="print", color_scheme="dark")
    assert app.evaluate(GROUND) == [LIGHT, WORDS_IN_LIGHT]
    wait_for_chart_words(page, WORDS_IN_LIGHT)
    for hidden in ("stSidebar", "stDownloadButton"):
        assert not page.get_by_test_id(hidden).first.is_visible()


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
