"""The app in the browser: its frame and its list of pages, and nothing else.

Start it with `benefits-calc app`, or `streamlit run streamlit_app.py` in a checkout.
"""

import streamlit as st

from benefits_calc.ui.frame import set_up
from benefits_calc.ui.job_page import show
from benefits_calc.words.page_catalogue import say

set_up()
st.navigation([st.Page(show, title=say("page", "title"), default=True)], position="top").run()
