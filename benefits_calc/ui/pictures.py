"""Charts on a page: plain Plotly figures, handed on as they are."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure
from plotly.io import templates

from benefits_calc.output.charts import Figure

PLAIN_CHART = {"displayModeBar": False, "scrollZoom": False, "responsive": True}


class _AsItIs(BaseFigure):  # type: ignore[misc]
    """A figure that is plain data already.

    Plotly makes an object of each part of a figure to see that it is one, which takes longer than
    the rest of a page; our figures are seen to by a test instead.
    """

    def __init__(self, figure: Figure) -> None:
        self._figure = figure

    def to_dict(self) -> dict[str, Any]:
        """The figure, as it was given, on Plotly's own ground."""
        return {**self._figure, "layout": {"template": _template(), **self._figure["layout"]}}


@cache
def _template() -> dict[str, Any]:
    """What Plotly gives to every figure that names no template."""
    found: dict[str, Any] = templates[templates.default].to_plotly_json()
    return found


def show(figure: Figure, key: str, alt: str) -> None:
    """Show a chart as wide as its place, with words for those who do not see it."""
    st.plotly_chart(_AsItIs(figure), config=PLAIN_CHART, theme=None, key=key, alt=alt)
