"""The app in the browser: its frame and its list of pages, and nothing else.

Start it with `benefits-calc app`, or `streamlit run streamlit_app.py` in a checkout.
"""

from benefits_calc.ui.frame import start

start()
