"""The chart of calendar months: a bar a month, and a dashed line for things as they are."""

from __future__ import annotations

from typing import Any, Final

from benefits_calc.analysis.dated_records import Line
from benefits_calc.output.charts import (
    CLEAR,
    COLOURS,
    EDGE,
    FONT,
    GRID,
    IN_A_BAR,
    TEXT,
    swatch,
)
from benefits_calc.words.month_tables import month_name, shows
from benefits_calc.words.page_catalogue import say

Figure = dict[str, Any]
HEIGHT: Final = 420
# Bars of months whose amounts are not announced are hatched, so that it shows without colour.
HATCH: Final = "/"
ROOM_ABOVE: Final = 1.18
MONTHS_BETWEEN_LABELS: Final = 3


def month_bars(line: Line) -> Figure:
    """Money coming in with the job, beside the same months without it."""
    months = line.months
    names = [month_name(month) for month in months]
    totals = [round(month.total, 2) for month in months]
    usual = [round(month.as_you_are_total, 2) for month in months]
    highest = max([*totals, *usual, 1.0])
    return {
        "data": [_bars(line, names, totals), _line(names, usual)],
        "layout": {
            "height": HEIGHT,
            "font": FONT,
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "showlegend": False,
            "bargap": 0.25,
            "margin": {"l": 56, "r": 8, "t": 8, "b": 56},
            "xaxis": {
                "tickvals": list(range(0, len(months), MONTHS_BETWEEN_LABELS)),
                "ticktext": [
                    f"{months[place].month:%b<br>%Y}"
                    for place in range(0, len(months), MONTHS_BETWEEN_LABELS)
                ],
                "range": [-0.6, len(months) - 0.4],
                "fixedrange": True,
                "showgrid": False,
                "zeroline": False,
            },
            "yaxis": {
                "range": [0, highest * ROOM_ABOVE],
                "tickprefix": "£",
                "tickformat": ",.0f",
                "fixedrange": True,
                "gridcolor": GRID,
                "zeroline": True,
                "zerolinecolor": EDGE,
            },
            "annotations": _names(highest),
        },
    }


def _bars(line: Line, names: list[str], totals: list[float]) -> Figure:
    return {
        "type": "bar",
        "name": say("months", "bar"),
        "x": list(range(len(totals))),
        "y": totals,
        "customdata": names,
        "marker": {
            "color": COLOURS["pay"],
            "pattern": {
                "shape": [HATCH if month.rates_not_yet_set else "" for month in line.months],
                "fillmode": "overlay",
                "fgcolor": IN_A_BAR,
                "size": 7,
                "solidity": 0.35,
            },
        },
        "hovertemplate": "%{customdata}: £%{y:,.0f}<extra></extra>",
    }


def _line(names: list[str], usual: list[float]) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": say("months", "line"),
        "x": list(range(len(usual))),
        "y": usual,
        "customdata": names,
        "line": {"color": TEXT, "width": 3, "dash": "dash"},
        "hovertemplate": "%{customdata}: £%{y:,.0f}<extra></extra>",
    }


def _names(highest: float) -> list[Figure]:
    """The names of bars and line, at the top where nothing is in their way."""
    top = highest * ROOM_ABOVE
    texts = (
        f"{swatch(COLOURS['pay'])} {say('months', 'bar')}",
        f"– – {say('months', 'line')}",  # noqa: RUF001
    )
    return [
        {
            "x": place,
            "xref": "paper",
            "y": top,
            "text": f"<b>{text}</b>",
            "showarrow": False,
            "xanchor": "left",
            "yanchor": "top",
            "font": {"size": 14},
        }
        for place, text in zip((0.01, 0.4), texts, strict=True)
    ]


def month_bars_alt(line: Line) -> str:
    """What the chart shows, in words."""
    return say("months", "chart_alt", sentence=shows(line))
