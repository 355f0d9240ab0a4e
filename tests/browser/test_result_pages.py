"""Every page of results for six people: widths, zoom, headings, charts, contrast, keyboard.

By mouse each person's pages are gone through here on a desk and zoomed; on a phone the five walks
are (test_walks.py).
"""

import itertools
from urllib.parse import urlsplit

import pytest

from benefits_calc.words.page_parts import example_title
from tests.browser.conftest import DESK, PHONE
from tests.browser.steps import (
    arrived,
    choose,
    go_to,
    open_every_part,
    serious,
    settle,
    tab_to,
    too_wide,
)

pytestmark = pytest.mark.browser

PAGES = (
    "Better off?",
    "Month by month",
    "If it doesn't work out",
    "What to do",
    "For advisers",
)
CLIENT_PAGES = PAGES[:-1]
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
ABOUT = "About and rates"
PEOPLE = (
    "p1_lcwra_protected_rent",
    "a02_kingston_supported_lcwra",
    "a04_northampton_esa_permitted_work_owner",
    "a06_glasgow_adp_social_tenant",
    "a08_cardiff_couple_carer",
    "w3_manchester_supported_weekly",
)
# The same parts make everybody's pages: two people, one paid by the month and one by the week,
# show every part to axe, in light and dark.
PEOPLE_FOR_AXE = (PEOPLE[1], PEOPLE[5])
# Hundreds of rows, all alike.
AXE_ON = {PAGES[-1]: PEOPLE[-1:]}
# A window of 1280 pixels at 400 % has 320 of them.
ZOOMED = (320, 640)

HEADINGS = """() => [...document.querySelectorAll('[data-testid=stMain] :is(h1,h2,h3,h4,h5,h6)')]
  .filter(e => e.checkVisibility()).map(e => +e.tagName[1])"""
# Words cut off by their own box; a few pixels are the slant of a letter.
CUT_OFF = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
  .filter(e => e.children.length === 0 && e.textContent.trim() && e.clientWidth > 1
    && getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 3)
  .map(e => e.textContent)"""
# What a chart of bars draws: each bar, and how high they stand together. Lines drawn in one bar
# (of both partners, after tax, or all other money) have rows of their own in the table.
BARS = """() => [...document.querySelectorAll('.js-plotly-plot')].map(plot => {
  const bars = plot.data.filter(t => t.type === 'bar' && t.orientation !== 'h');
  const together = {};
  bars.forEach(t => t.y.forEach((y, i) => { together[i] = (together[i] || 0) + (y || 0); }));
  const single = bars.filter(t => !/both|after tax|^Other money/.test(t.name || ''));
  return [...single.flatMap(t => [...t.y]), ...Object.values(together)].filter(y => y);
})"""
CONTROLS = """() => [...document.querySelectorAll('[data-testid=stMain] :is(a[href], button,'
  + 'input, select, summary, [tabindex="0"])')].filter(e => e.checkVisibility()
    && !e.disabled && e.tabIndex >= 0 && !e.closest('svg'))
  .map((e, i) => { e.dataset.place = i; return e.type === 'radio' ? e.name : String(i); })"""
FOCUSED = """() => { const e = document.activeElement;
  return e.type === 'radio' ? e.name : (e.dataset.place || ''); }"""


def pounds(amount):
    return f"£{abs(amount) + 1e-9:,.0f}"


def figures(page):
    """Text of every table of the page, and what its charts draw."""
    tables = " ".join(page.locator("[data-testid=stMain] table").all_text_contents())
    return tables, page.evaluate(BARS)


@pytest.mark.parametrize("name", PEOPLE)
def test_pages_of_a_person(opened, picture, name):
    page = opened()
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    choose(page, example_title(name))
    for title in PAGES:
        go_to(page, title)
        levels = page.evaluate(HEADINGS)
        assert levels[0] == 1, title
        assert levels.count(1) == 1, title
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
        open_every_part(page)
        if name in AXE_ON.get(title, PEOPLE_FOR_AXE):
            assert serious(page) == [], title
        tables, charts = figures(page)
        missing = {pounds(bar) for bars in charts for bar in bars if pounds(bar) not in tables}
        assert missing == set(), title
        for size in (ZOOMED, PHONE, DESK) if name == PEOPLE[0] else (ZOOMED, DESK):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            settle(page)
            assert too_wide(page) == [], (title, size)
            assert page.evaluate(CUT_OFF) == [], (title, size)
    assert hosts <= {"127.0.0.1"}


@SIZES
@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_by_keyboard_alone_as_far_as_the_plan(opened, name, size):
    page = opened(size)
    tab_to(page, page.get_by_label("Try an example"))
    page.keyboard.type(example_title(name))
    page.keyboard.press("Enter")
    for title, after in itertools.pairwise(CLIENT_PAGES):
        arrived(page, title)
        assert page.locator(".bc-lead").first.is_visible()
        tab_to(page, page.get_by_role("link", name=f"Next: {after}", exact=True))
        page.keyboard.press("Enter")
    arrived(page, CLIENT_PAGES[-1])
    tab_to(page, page.get_by_role("button", name="Save the plan as a web page", exact=True))
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "plan.html"


def test_about_fits_and_has_no_serious_finding(opened):
    page = opened()
    go_to(page, ABOUT)
    open_every_part(page)
    assert page.evaluate(HEADINGS)[0] == 1
    assert serious(page) == []
    for size in (DESK, PHONE, ZOOMED):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        settle(page)
        assert too_wide(page) == [], size
        assert page.evaluate(CUT_OFF) == [], size


def test_the_keyboard_reaches_every_control(opened):
    page = opened()
    choose(page, example_title(PEOPLE[0]))
    for title in (*PAGES, ABOUT):
        go_to(page, title)
        wanted = set(page.evaluate(CONTROLS))
        assert len(wanted) > 5, title
        reached = set()
        page.locator("body").press("Tab")
        for _ in range(3 * len(wanted)):
            reached.add(page.evaluate(FOCUSED))
            if wanted <= reached:
                break
            page.keyboard.press("Tab")
        assert wanted - reached == set(), title
