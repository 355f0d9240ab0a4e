"""The picture of the strips: what each payment and standing does along the hours."""

from __future__ import annotations

from textwrap import wrap
from typing import Any, Final

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.analysis.strips import Range, Strip
from benefits_calc.output.charts import FONT, PAPER, TEXT
from benefits_calc.words.band_parts import strip_state
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import most_hours
from benefits_calc.words.strips import strip_name

Figure = dict[str, Any]
# Each state has its own pattern and its own word: nothing is told by colour alone.
FILLS: Final = {
    "unchanged": ("#17567d", "", PAPER),
    "lower": ("#8fb3c9", "/", TEXT),
    "higher": ("#8fb3c9", "\\", TEXT),
    "starts": ("#d7e5d9", ".", TEXT),
    "stopped": (PAPER, "", TEXT),
    "none": (PAPER, "", TEXT),
    "unknown": ("#eceff1", "x", TEXT),
}
ROW_HEIGHT, ROOM_BELOW = 58, 64
# Letters of a name that stand in one line on a phone.
ROOM_FOR_A_NAME: Final = 44
# A word needs about this share of the width.
ROOM_FOR_A_WORD: Final = 0.13


def strip_bars(comparison: Comparison) -> Figure:
    """One row a strip, as far as the hours that the page shows."""
    last = most_hours(comparison)
    strips = list(comparison.strips)[::-1]
    return {
        "data": [
            _segment(row, strip, part, last)
            for row, strip in enumerate(strips)
            for part in strip.ranges
            if part.from_hours < last
        ],
        "layout": {
            "height": ROW_HEIGHT * len(strips) + ROOM_BELOW,
            "font": FONT,
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "showlegend": False,
            "barmode": "overlay",
            "bargap": 0.5,
            "margin": {"l": 8, "r": 12, "t": 4, "b": 56},
            "xaxis": {
                "title": {"text": say("band", "x_title")},
                "range": [0, last],
                "dtick": 8,
                "fixedrange": True,
                "gridcolor": "#dde3e6",
            },
            "yaxis": {"visible": False, "range": [-0.6, len(strips) - 0.3], "fixedrange": True},
            "annotations": [_name(row, strip) for row, strip in enumerate(strips)],
        },
    }


def _segment(row: int, strip: Strip, part: Range, last: float) -> Figure:
    fill, pattern, ink = FILLS[part.state]
    end = min(part.to_hours, last)
    word = strip_state(strip, part)
    wide = end - part.from_hours >= ROOM_FOR_A_WORD * last
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row - 0.12],
        "x": [end - part.from_hours],
        "base": [part.from_hours],
        "width": 0.42,
        "text": [word if wide else ""],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "constraintext": "none",
        "textfont": {"color": ink, "size": 14},
        "marker": {
            "color": fill,
            "line": {"color": TEXT, "width": 1},
            "pattern": {"shape": "" if wide else pattern, "fillmode": "overlay", "fgcolor": TEXT},
        },
        "hovertemplate": f"{part.from_hours:g} to {end:g}: {word}<extra></extra>",
    }


def _name(row: int, strip: Strip) -> Figure:
    name = strip_name(strip.code)
    # On a phone a long name goes over two lines, a little smaller, between the bars.
    lines = wrap(name, ROOM_FOR_A_NAME)
    return {
        "x": 0,
        "y": row + 0.12,
        "text": "<br>".join(lines),
        "align": "left",
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "bottom",
        "font": {"size": 14 if len(lines) == 1 else 12, "color": TEXT},
    }
