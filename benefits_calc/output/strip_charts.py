"""The picture of the strips: what each payment and standing does along the hours."""

from __future__ import annotations

from textwrap import wrap
from typing import Any, Final

from benefits_calc.analysis.comparison import Comparison
from benefits_calc.analysis.strips import Range, Strip
from benefits_calc.output.charts import CLEAR, COLOURS, EDGE, FONT, GRID, IN_A_BAR
from benefits_calc.words.band_parts import strip_state
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import most_hours
from benefits_calc.words.strips import strip_name

Figure = dict[str, Any]
# Each state has its own pattern and its own word: nothing is told by colour alone.
FILLS: Final = {
    "unchanged": (COLOURS["pay"], ""),
    "lower": (COLOURS["other"], "/"),
    "higher": (COLOURS["other"], "\\"),
    "starts": (COLOURS["universal_credit"], "."),
    "stopped": (CLEAR, ""),
    "none": (CLEAR, ""),
    "unknown": (CLEAR, "x"),
}
ROW_HEIGHT, ROOM_BELOW = 66, 64
# Letters of a name that stand in one line on a phone.
ROOM_FOR_A_NAME: Final = 44
# A word needs about this share of the width.
ROOM_FOR_A_WORD: Final = 0.13
BELOW_ITS_NAME: Final = 0.12


def strip_bars(comparison: Comparison) -> Figure:
    """One row a strip, as far as the hours that the page shows."""
    last = most_hours(comparison)
    strips = list(comparison.strips)[::-1]
    shown = [
        (row, strip, part)
        for row, strip in enumerate(strips)
        for part in strip.ranges
        if part.from_hours < last
    ]
    return {
        "data": [_segment(row, strip, part, last) for row, strip, part in shown],
        "layout": {
            "height": ROW_HEIGHT * len(strips) + ROOM_BELOW,
            "font": FONT,
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "showlegend": False,
            "barmode": "overlay",
            "bargap": 0.5,
            "margin": {"l": 8, "r": 12, "t": 4, "b": 56},
            "xaxis": {
                "title": {"text": say("band", "x_title")},
                "range": [0, last],
                "dtick": 8,
                "fixedrange": True,
                "gridcolor": GRID,
            },
            "yaxis": {"visible": False, "range": [-0.6, len(strips) - 0.3], "fixedrange": True},
            "annotations": [
                *(_name(row, strip) for row, strip in enumerate(strips)),
                *(
                    _word(row, strip, part, last)
                    for row, strip, part in shown
                    if FILLS[part.state][0] == CLEAR and _wide(part, last)
                ),
            ],
        },
    }


def _segment(row: int, strip: Strip, part: Range, last: float) -> Figure:
    fill, pattern = FILLS[part.state]
    end = min(part.to_hours, last)
    word = strip_state(strip, part)
    wide = _wide(part, last)
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row - BELOW_ITS_NAME],
        "x": [end - part.from_hours],
        "base": [part.from_hours],
        "width": 0.42,
        "text": [word if wide and fill != CLEAR else ""],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "constraintext": "none",
        "textfont": {"color": IN_A_BAR, "size": 14},
        "marker": {
            "color": fill,
            "line": {"color": EDGE, "width": 1},
            "pattern": {
                "shape": "" if wide else pattern,
                "fillmode": "overlay",
                "fgcolor": EDGE if fill == CLEAR else IN_A_BAR,
            },
        },
        "hovertemplate": f"{part.from_hours:g} to {end:g}: {word}<extra></extra>",
    }


def _wide(part: Range, last: float) -> bool:
    """Whether a word has room in a part of a strip."""
    return min(part.to_hours, last) - part.from_hours >= ROOM_FOR_A_WORD * last


def _word(row: int, strip: Strip, part: Range, last: float) -> Figure:
    """The word in a part without a fill: in the page's own colour of text."""
    return {
        "x": (part.from_hours + min(part.to_hours, last)) / 2,
        "y": row - BELOW_ITS_NAME,
        "text": strip_state(strip, part),
        "showarrow": False,
        "font": {"size": 14},
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
        "font": {"size": 14 if len(lines) == 1 else 12},
    }
