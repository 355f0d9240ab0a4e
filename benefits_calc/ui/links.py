"""Going from page to page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NoReturn

import streamlit as st

from benefits_calc.ui import pages
from benefits_calc.words.page_catalogue import say

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage


def page_of(page: pages.Page) -> StreamlitPage:
    """A page as Streamlit knows it."""
    return st.Page(
        _runner(page),
        title=say("pages.titles", page.code),
        url_path=page.address,
        default=page == pages.FIRST,
    )


@cache
def _runner(page: pages.Page):  # type: ignore[no-untyped-def]  # noqa: ANN202
    from benefits_calc.ui import frame  # noqa: PLC0415  (the frame leads to pages, pages to here)

    def run() -> None:
        frame.run(page)

    return run


def link(code: str, label: str | None = None) -> None:
    """A link to a page, by its title or other words."""
    page = pages.named(code)
    st.page_link(page_of(page), label=label or say("pages.titles", code))


def go(code: str) -> NoReturn:
    """Leave for another page."""
    st.switch_page(page_of(pages.named(code)))
