"""The line of money left over against hours, as a plain Plotly figure.

A number stands at each line of the law, and a mark at this job; beside it stands a table.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.curve import Curve
from benefits_calc.output.charts import EDGE, GRID, TEXT, Figure, layout
from benefits_calc.words.money import Unit
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import curve_sentences, marked, most_hours

MARK, JOB = "#b0611a", "#2b79ad"
HEIGHT = 420
# Where a line is drawn on a phone, and what a number at it takes, in pixels.
PHONE: Final = (235.0, 300.0)
LETTER, LETTER_HEIGHT, BESIDE = 9.0, 18.0, 6.0
# A number before this would stand on the axis: it goes to the right of its mark.
FIRST_HOURS = 2.0
# Room that the words at this job take on a phone.
LABEL_HOURS = 6.0
JUST_BELOW_HOURS = 0.01
ROOM_BESIDE_HOURS = 2.5


def curve_hours(comparison: Comparison) -> tuple[float, ...]:
    """Hours at which to draw the line: every hour shown, and both sides of each threshold."""
    most = most_hours(comparison)
    found = {0.0, most, *(float(whole) for whole in range(math.floor(most) + 1))}
    found |= {point.hours_per_week or 0.0 for point in comparison.points}
    for threshold in marked(comparison):
        at = threshold.hours_per_week
        found |= {at, round(max(at - JUST_BELOW_HOURS, 0.0), 2)}
    return tuple(sorted(found))


def curve(comparison: Comparison, fine: Curve, point: Point, unit: Unit) -> Figure:
    """Money left over against hours, with a number at each line and a mark at this job."""
    at = [item.hours_per_week or 0.0 for item in fine.points]
    left = [round(unit.of(item.left_over_per_month), 2) for item in fine.points]
    now = unit.of(comparison.now.left_over_per_month)
    chosen_x, chosen_y = point.hours_per_week or 0.0, unit.of(point.left_over_per_month)
    most = most_hours(comparison)
    by_hours = dict(zip(at, left, strict=True))
    scale = scale_of(by_hours, most)
    lines = [threshold.hours_per_week for threshold in marked(comparison)]
    marks = marks_of(lines, by_hours, scale)
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "lines",
                "name": say("hours", "left_over"),
                "x": at,
                "y": left,
                "line": {"color": TEXT, "width": 3},
                "hovertemplate": "%{x:g} h: £%{y:,.0f}<extra></extra>",
            },
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": say("causes", "heading"),
                "x": [mark.hours for mark in marks],
                "y": [mark.height for mark in marks],
                "text": [f"<b>{mark.text}</b>" for mark in marks],
                "textposition": [_place(mark, by_hours, scale) for mark in marks],
                "textfont": {"size": 15},
                "marker": {"color": MARK, "size": 11, "symbol": "circle"},
                "cliponaxis": False,
                "hoverinfo": "skip",
            },
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": say("hours", "job_mark"),
                "x": [chosen_x],
                "y": [round(chosen_y, 2)],
                "text": [f"<b>{say('hours', 'job_mark')}</b>"],
                "textposition": "bottom right" if chosen_x <= most - LABEL_HOURS else "top left",
                "textfont": {"size": 15},
                "marker": {"color": JOB, "size": 15, "symbol": "diamond"},
                "cliponaxis": False,
                "hoverinfo": "skip",
            },
        ],
        "layout": {
            **layout(HEIGHT),
            "xaxis": {
                "title": {"text": say("hours", "x_title"), "font": {"size": 15}},
                "range": [-1, most + 1.5],
                "dtick": 8 if most <= 48 else 24,  # noqa: PLR2004  (a day's work, or three)
                "fixedrange": True,
                "gridcolor": GRID,
                "zeroline": False,
            },
            "yaxis": {
                "tickprefix": "£",
                "tickformat": ",d",
                "fixedrange": True,
                "gridcolor": GRID,
                "zeroline": False,
                "nticks": 6,
                "automargin": True,
            },
            "margin": {"l": 8, "r": 8, "t": 24, "b": 48},
            "shapes": [
                {
                    "type": "line",
                    "x0": 0,
                    "x1": most,
                    "y0": now,
                    "y1": now,
                    "line": {"color": EDGE, "width": 2, "dash": "dash"},
                }
            ],
            "annotations": [
                {
                    "x": most,
                    "y": now,
                    "text": say(
                        "hours",
                        "now_line",
                        amount=unit.pounds(comparison.now.left_over_per_month),
                    ),
                    "showarrow": False,
                    "xanchor": "right",
                    "yanchor": "bottom",
                    "font": {"size": 15},
                }
            ],
        },
    }


class Mark(NamedTuple):
    """A point on the line with the numbers of the lines of the law that stand there."""

    hours: float
    height: float
    numbers: tuple[int, ...]

    @property
    def text(self) -> str:
        """One number, or the first and the last."""
        first, last = self.numbers[0], self.numbers[-1]
        return str(first) if first == last else f"{first}–{last}"  # noqa: RUF001  (a range)


class Scale(NamedTuple):
    """How many hours and pounds a pixel is on a phone."""

    hours: float
    pounds: float

    def width_of(self, mark: Mark) -> float:
        """Hours that the numbers of a mark take, to the left of it."""
        return (LETTER * len(mark.text) + BESIDE) * self.hours

    def are_on_each_other(self, first: Mark, second: Mark) -> bool:
        """Whether the numbers of two marks have no room for both."""
        beside = second.hours - first.hours < self.width_of(second)
        return beside and abs(second.height - first.height) < LETTER_HEIGHT * self.pounds


def scale_of(left: dict[float, float], most: float) -> Scale:
    """The scale of a line drawn on a phone, from money left over by hours."""
    rise = max(left.values()) - min(left.values()) or 1.0
    return Scale((most + ROOM_BESIDE_HOURS) / PHONE[0], rise / PHONE[1])


def marks_of(lines: Sequence[float], left: dict[float, float], scale: Scale) -> list[Mark]:
    """A mark for each line of the law, or for several whose numbers would stand on each other.

    Args:
        lines: Hours of each line, rising; the first has the number 1.
        left: Money left over by hours, with those of every line.
        scale: What a pixel is.
    """
    found: list[Mark] = []
    for number, at in enumerate(lines, start=1):
        mark = Mark(at, left[at], (number,))
        while found and scale.are_on_each_other(found[-1], mark):
            before = found.pop()
            mark = before._replace(numbers=before.numbers + mark.numbers)
        found.append(mark)
    return found


def _place(mark: Mark, left: dict[float, float], scale: Scale) -> str:
    """Where the numbers stand: above, or below where the line comes down on them."""
    start = mark.hours - scale.width_of(mark)
    in_the_way = any(start <= at < mark.hours and left[at] > mark.height for at in left)
    return "bottom right" if in_the_way or mark.hours < FIRST_HOURS else "top left"


def curve_alt(comparison: Comparison, fine: Curve, unit: Unit) -> str:
    """What the line shows, in words."""
    sentence = " ".join(curve_sentences(comparison, fine, unit))
    return say("hours", "alt", each=unit.each, sentence=sentence)
