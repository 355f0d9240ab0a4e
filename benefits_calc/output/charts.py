"""Charts as plain Plotly figures: dictionaries, made from a comparison and nothing else.

Each stands beside a table with the same figures. Nothing is told by colour alone: every part has
its name on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.engine.results import BENEFIT_LINES, TAKEN_FROM_INCOME
from benefits_calc.words.catalogue import label_of
from benefits_calc.words.money import Unit
from benefits_calc.words.page_catalogue import joined, say

Figure = dict[str, Any]

# A chart has no ground of its own: it stands on a light page and on a dark one. Each colour is
# dark enough for white text in it (4.5 to 1) and apart from both grounds (3 to 1). Words outside
# bars, and lines, take the page's own colour of text (style.css).
COLOURS: Final = {
    "pay": "#2b79ad",
    "universal_credit": "#3a7f55",
    "disability": "#8a66b0",
    "housing": "#97671c",
    "other": "#64747e",
}
IN_A_BAR, CLEAR, EDGE, GRID = "#ffffff", "rgba(0,0,0,0)", "#7d8b94", "rgba(125,139,148,0.35)"
# Lines are drawn in the page's own colour of text; this one is for a page without our style.
TEXT = "#16242d"
DISABILITY: Final = (
    "pip",
    "adult_disability_payment",
    "disability_living_allowance",
    "child_disability_payment",
    "attendance_allowance",
)
HOUSING: Final = ("housing_benefit", "council_tax_reduction")
PAY: Final = ("net_pay", "partner_net_pay", "self_employment_net")
BARS_HEIGHT = 420
# A label needs this share of the height of the tallest bar.
ROOM_FOR_A_LABEL = 0.085
FONT: Final = {"family": "Source Sans, Source Sans Pro, sans-serif", "size": 15}


# --- now and in this job ---------------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """One colour of the bars, pounds a month."""

    group: str
    name: str
    now: float
    job: float


def parts(comparison: Comparison, point: Point) -> tuple[Part, ...]:
    """Money coming in, in at most five parts, which add up to the totals."""
    lines = {
        "pay": PAY,
        "universal_credit": ("universal_credit",),
        "disability": DISABILITY,
        "housing": HOUSING,
        "other": (*_other_benefits(), "other_income"),
    }
    found = []
    for group, members in lines.items():
        now, job = _sum(comparison.now, members), _sum(point, members)
        if group == "other":
            now -= _sum(comparison.now, TAKEN_FROM_INCOME)
            job -= _sum(point, TAKEN_FROM_INCOME)
        if now > 0 or job > 0:
            name = _name(group, members, comparison, point)
            if group == "other" and _charged(comparison.now, point):
                name = say("groups", "after_charges", name=name)
            found.append(Part(group, name, now, job))
    return tuple(found)


def _charged(now: Point, point: Point) -> bool:
    """Whether tax or a charge comes off, so that the part is less than its lines."""
    return _sum(now, TAKEN_FROM_INCOME) > 0 or _sum(point, TAKEN_FROM_INCOME) > 0


def _other_benefits() -> tuple[str, ...]:
    elsewhere = {"universal_credit", *DISABILITY, *HOUSING}
    return tuple(line for line in BENEFIT_LINES if line not in elsewhere)


def _sum(point: Point, lines: tuple[str, ...]) -> float:
    return sum(point.per_month.get(line) or 0.0 for line in lines)


def _name(group: str, lines: tuple[str, ...], comparison: Comparison, point: Point) -> str:
    """The line's own name where the part has only one."""
    held = [
        line for line in lines if comparison.now.per_month.get(line) or point.per_month.get(line)
    ]
    if group == "pay" and "partner_net_pay" in held:
        return say("groups", "pay_both")
    if group in ("disability", "housing", "other") and len(held) == 1:
        return label_of(held[0])
    return say("groups", group)


def bars(comparison: Comparison, point: Point, unit: Unit) -> Figure:
    """Two stacked bars with each part's name and amount on it or beside it."""
    shown = parts(comparison, point)
    names = [say("now_and_job", "now"), say("now_and_job", "job")]
    tallest = max(
        sum(max(part.now, 0.0) for part in shown), sum(max(part.job, 0.0) for part in shown), 1.0
    )
    room = tallest * ROOM_FOR_A_LABEL
    traces = [
        {
            "type": "bar",
            "name": part.name,
            "x": [0, 1],
            "y": [round(unit.of(amount), 2) for amount in (part.now, part.job)],
            "text": [
                unit.pounds(amount) if amount >= room / 1.6 else ""
                for amount in (part.now, part.job)
            ],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "constraintext": "none",
            "textfont": {"color": IN_A_BAR, "size": 15},
            "marker": {"color": COLOURS[part.group], "line": {"color": IN_A_BAR, "width": 2}},
            "hovertemplate": f"{part.name}: £%{{y:,.0f}}<extra></extra>",
            "width": 0.82,
        }
        for part in shown
    ]
    names_beside = _names_beside(shown, tallest, unit)
    # Three lines of a name at the most stand above the place of the highest.
    highest_name = max((note["y"] for note in names_beside), default=0.0)
    top = max(unit.of(tallest) * 1.12, highest_name + 1.6 * unit.of(room))
    return {
        "data": traces,
        "layout": {
            **layout(BARS_HEIGHT),
            "barmode": "stack",
            "xaxis": {
                "tickvals": [0, 1],
                "ticktext": names,
                "range": [-0.46, 2.35],
                "fixedrange": True,
                "tickfont": {"size": 16},
                "showgrid": False,
                "zeroline": False,
            },
            "yaxis": {"visible": False, "range": [0, top], "fixedrange": True},
            "margin": {"l": 4, "r": 4, "t": 8, "b": 36},
            "annotations": [
                *_totals(comparison, point, unit, shown),
                *names_beside,
            ],
        },
    }


def _totals(
    comparison: Comparison, point: Point, unit: Unit, shown: tuple[Part, ...]
) -> list[Figure]:
    heights = [sum(max(p.now, 0.0) for p in shown), sum(max(p.job, 0.0) for p in shown)]
    totals = [comparison.now.total_income_per_month, point.total_income_per_month]
    return [
        {
            "x": place,
            "y": unit.of(height),
            "text": f"<b>{unit.pounds(total)}</b>",
            "showarrow": False,
            "yanchor": "bottom",
            "font": {"size": 17},
        }
        for place, (height, total) in enumerate(zip(heights, totals, strict=True))
    ]


def _names_beside(shown: tuple[Part, ...], tallest: float, unit: Unit) -> list[Figure]:
    """Names to the right of the second bar, moved apart where parts are thin."""
    heights, bottom = [], 0.0
    for part in shown:
        height = max(part.job, 0.0)
        heights.append(bottom + height / 2)
        bottom += height
    lines = [
        _wrapped(part.name if part.job > 0 else say("now_and_job", "now_only", name=part.name))
        for part in shown
    ]
    gap = tallest * ROOM_FOR_A_LABEL
    places = _apart(heights, [gap * (text.count("<br>") + 1) for text in lines])
    return [
        {
            "x": 1.46,
            "y": unit.of(place),
            "text": f"{swatch(COLOURS[part.group])} {text}",
            "showarrow": False,
            "xanchor": "left",
            "align": "left",
            "font": {"size": 14},
        }
        for part, text, place in zip(shown, lines, places, strict=True)
    ]


def swatch(colour: str) -> str:
    """A small square of a bar's colour, before its name."""
    return f'<span style="color:{colour}">■</span>'


def _wrapped(name: str, width: int = 15) -> str:
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return "<br>".join(lines)


def _apart(places: list[float], sizes: list[float]) -> list[float]:
    """Places in rising order, each moved up until it clears the one below."""
    found: list[float] = []
    for place, size in zip(places, sizes, strict=True):
        least = found[-1] + (size + sizes[len(found) - 1]) / 2 if found else size / 2
        found.append(max(place, least))
    return found


def bars_alt(comparison: Comparison, point: Point, unit: Unit) -> str:
    """What the bars show, in words."""
    shown = parts(comparison, point)
    now = joined([f"{part.name} {unit.pounds(part.now)}" for part in shown if part.now])
    job = joined([f"{part.name} {unit.pounds(part.job)}" for part in shown if part.job])
    return say("now_and_job", "bars_alt", each=unit.each, now=now or "£0", job=job or "£0")


def layout(height: int) -> Figure:
    """What every chart with a height of its own has in common."""
    return {
        "height": height,
        "autosize": True,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "font": FONT,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "separators": ".,",
    }
