"""What a person does on the page, by mouse or by keyboard."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

LEAD = ".bc-lead"
MOST_TABS = 60
STILL = """() => document.querySelector('.st-key-phone_menu').getAnimations({subtree: true})
    .every(a => a.playState !== 'running')"""


def choose(page: Page, example: str) -> None:
    """Choose an example by the start of its title."""
    page.get_by_label("Try an example").click()
    page.keyboard.type(example)
    page.get_by_role("option").first.click()
    arrived(page, "Better off?")
    page.locator(LEAD).first.wait_for()


def go_to(page: Page, title: str) -> None:
    """Open a page by the menu: on a narrow screen it has to be unfolded first."""
    settle(page)
    narrow = page.locator(".st-key-phone_menu")
    if narrow.is_visible():
        link = narrow.get_by_role("link", name=title, exact=True)
        if not link.is_visible():
            narrow.get_by_text("All pages", exact=True).click()
            link.wait_for()
            # The list unfolds in steps: a press while it moves can miss.
            page.wait_for_function(STILL)
        link.click()
    else:
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()
    arrived(page, title)


def arrived(page: Page, title: str) -> None:
    """Wait for a page, and until it has run to its end."""
    page.get_by_role("heading", name=title, level=1, exact=True).wait_for()
    settle(page)


def pick(page: Page, question: str, answer: str) -> None:
    """Choose an answer of a question by mouse."""
    group = page.get_by_role("radiogroup", name=question, exact=True)
    group.get_by_text(answer, exact=True).click()
    settle(page)


def find_in_list(page: Page, question: str, typed: str) -> None:
    """Choose from a list that unfolds, by typing a part of the answer."""
    page.get_by_label(question, exact=True).click()
    page.keyboard.type(typed)
    page.get_by_role("option").first.click()
    settle(page)


def write(page: Page, question: str, text: str) -> None:
    """Type an answer, and leave the field."""
    set_number(page, question, text)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the script of the page has run to its end."""
    page.get_by_text("free software").last.wait_for()
    page.locator("[data-testid='stApp'][data-test-script-state='notRunning']").wait_for()


def set_number(page: Page, label: str, value: str) -> None:
    """Type a number into a field."""
    found = page.get_by_label(label, exact=True)
    found.fill(value)
    found.press("Tab")


def upload(page: Page, content: bytes, name: str = "case.yaml") -> None:
    """Give a file to the page."""
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/yaml", "buffer": content}
    )


def tab_to(page: Page, target: Locator) -> None:
    """Go to a control with the Tab key only.

    Raises:
        AssertionError: where the keyboard does not reach it.
    """
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate(
            "e => e === document.activeElement || e.contains(document.activeElement)"
        ):
            return
    raise AssertionError("the keyboard does not reach it")


TOO_WIDE = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
    .filter(e => !e.closest('svg') && e.getBoundingClientRect().width > 0
            && e.getBoundingClientRect().right > innerWidth + 2)
    .map(e => e.tagName + ' ' + e.className)"""
MOST_WAIT_FOR_CHARTS = 10_000


def too_wide(page: Page) -> list[str]:
    """What reaches past the right edge of the window by more than a rounding.

    Charts are drawn anew a moment after the window changes, so they are given that moment.
    """
    end = time.monotonic() + MOST_WAIT_FOR_CHARTS / 1000
    found: list[str] = page.evaluate(TOO_WIDE)
    while found and time.monotonic() < end:
        page.wait_for_timeout(250)
        found = page.evaluate(TOO_WIDE)
    return found


ABOUT_COLOUR: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}
# Some colours are reached in steps.
COLOURS_ARE_THERE = """() => Promise.allSettled(document.getAnimations()
    .filter(change => change instanceof CSSTransition).map(change => change.finished))"""
HEIGHT = "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"


def serious(page: Page) -> list[str]:
    """Serious and critical findings of axe on the whole page as it stands, in light and in dark.

    The window is as high as the page meanwhile: axe cannot tell the ground, and so the contrast,
    of words that are scrolled out of sight. In dark only the rules about colour are asked again:
    the page is the same but for its colours.
    """
    size = page.viewport_size or {"width": 1280, "height": 900}
    page.set_viewport_size({"width": size["width"], "height": page.evaluate(HEIGHT) + 200})
    found = _findings(page, {})
    show_in(page, "dark")
    found += [f"dark: {text}" for text in _findings(page, ABOUT_COLOUR)]
    show_in(page, "light")
    page.set_viewport_size(size)
    return found


def show_in(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Let the reader's system ask for light or for dark, and wait until the page is so."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        "scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme",
        arg=scheme,
    )
    page.evaluate(COLOURS_ARE_THERE)


def _findings(page: Page, options: dict[str, Any]) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  (browser extra)

    # What passes is not listed: of a long page that is most of what axe would send.
    asked = {"resultTypes": ["violations"], **options}
    response: dict[str, Any] = Axe().run(page, options=asked).response
    return [
        f"{found['id']}: {node['html'][:160]}"
        for found in response["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


def open_every_part(page: Page) -> None:
    """Open every part that is folded, the menu for narrow screens left out."""
    folded = page.locator("[data-testid=stMain] details:not([open]) > summary:visible")
    # What is opened leaves the list, so it is always the first that is next.
    for _ in range(folded.count()):
        folded.first.click()
    settle(page)


def words_of(page: Page) -> str:
    """Every word of the page as it stands, in one line."""
    return " ".join(page.locator("[data-testid=stMain]").inner_text().split())


# The browser's two stores, its databases by name, and every address and answer in its caches.
KEPT = """async () => {
  const cached = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const asked of await cache.keys()) {
      cached.push(name, asked.url, await (await cache.match(asked)).text());
    }
  }
  const bases = await indexedDB.databases();
  return JSON.stringify([{...localStorage}, {...sessionStorage}, bases, cached]);
}"""


def kept_by(page: Page) -> str:
    """Everything that the browser keeps for the page, besides cookies."""
    found: str = page.evaluate(KEPT)
    return found
