"""What stands around every page: title, width, style."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from benefits_calc.words.page_catalogue import say

STYLE = Path(__file__).with_name("style.css")


def set_up() -> None:
    """Set the page's title, layout and style."""
    st.set_page_config(
        page_title=say("page", "title"), layout="wide", initial_sidebar_state="collapsed"
    )
    st.html(STYLE)
