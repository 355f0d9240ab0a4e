"""What a person does in the app, run without a browser."""

from __future__ import annotations

from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from benefits_calc.case import dump_case, load_case
from benefits_calc.resources import app_script, scenarios_directory
from benefits_calc.ui import pages
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import example_title

NAMES = sorted(path.stem for path in scenarios_directory().glob("*.yaml"))
P1 = "p1_lcwra_protected_rent"


def opened(name: str | None = None, page: str | None = None) -> AppTest:
    """The app at its start; with an example, at what it comes to; or at a page."""
    app = AppTest.from_file(str(app_script()), default_timeout=60).run()
    if name is not None:
        app.selectbox[0].select(example_title(name)).run()
    assert not app.exception
    return app if page is None else to(app, page)


def to(app: AppTest, code: str) -> AppTest:
    """Go to a page by the menu."""
    page = pages.named(code)
    app._page_hash = calc_hash("" if page == pages.FIRST else page.address)
    app.run()
    assert not app.exception
    assert app.title[0].value == pages_title(code)
    return app


def pages_title(code: str) -> str:
    """The title of a page."""
    return say("pages.titles", code)


def shown(app: AppTest) -> str:
    """All text made by us on the page, that of its buttons too."""
    return "\n".join([unescape(markup_of(app)), *(button.label for button in app.button)])


def markup_of(app: AppTest) -> str:
    """All HTML made by us on the page."""
    return "\n".join(getattr(part, "value", "") for part in app.get("html"))


def field(app: AppTest, label: str) -> Any:
    """A field by its label."""
    boxes = [*app.number_input, *app.selectbox, *app.radio, *app.text_input, *app.checkbox]
    return next(box for box in boxes if box.label == label)


def press(app: AppTest, label: str) -> AppTest:
    """Press a button."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def upload(app: AppTest, content: bytes, name: str = "case.yaml") -> AppTest:
    """Give a file to the page."""
    app.file_uploader[0].set_value((name, content, "application/yaml")).run()
    assert not app.exception
    return app


def as_file(name: str, kind: str = "yaml") -> bytes:
    """An example as a person's own file."""
    case = load_case(scenarios_directory() / f"{name}.yaml")
    return dump_case(case, "json" if kind == "json" else "yaml").encode()
