"""Tables of the advisers' page: exact lines, what a pound is worth, standings, offers."""

from __future__ import annotations

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.statuses import Status
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.words import sentences
from benefits_calc.words.catalogue import catalogue
from benefits_calc.words.money import pence
from benefits_calc.words.page_catalogue import say, section
from benefits_calc.words.records import Link, Row, Table
from benefits_calc.words.times import day, hours

RULE = "rule"


def point_name(point: Point) -> str:
    """How a point is called: now, or its hours."""
    if point.hours_per_week is None:
        return say("advisers", "now")
    return say("advisers", "at_hours", hours=hours(point.hours_per_week))


def thresholds_table(comparison: Comparison) -> Table:
    """Every exact line with its pay, change, certainty and law."""
    job = comparison.case.job
    cycle = say("lead.cycles", job.paid if job else "monthly")
    headers = (
        say("advisers", "where"),
        say("advisers", "pay", cycle=cycle),
        say("advisers", "what"),
        say("advisers", "change"),
        say("advisers", "sure"),
        say("advisers", "back"),
        say("advisers", "law_text"),
    )
    rows = tuple(_threshold(item) for item in comparison.thresholds)
    return Table(say("advisers", "thresholds_caption"), headers, rows, figures=False)


def _threshold(item: Threshold) -> Row:
    what = sentences.threshold_sentence(item)
    change = pence(item.change_per_month)
    cells = (
        pence(item.gross_per_pay_period),
        what,
        change,
        _sure(item.certainty),
        _back(item),
    )
    name = say(
        "advisers", "law_label", name=sentences.threshold_phrase(item).partition(",")[0].rstrip(".")
    )
    link = Link(say("advisers", "law_text"), item.reference, name) if item.reference else None
    return Row(f"{item.hours_per_week:.2f}", cells, link=link)


def _back(item: Threshold) -> str:
    """Whether what stops here can be had again, and until when; nothing where none stops."""
    if item.permanent:
        return say("advisers", "permanent")
    found = item.reversible
    if found is None:
        return ""
    if found.within is not None and found.within.until is not None:
        return say("advisers", "until", day=day(found.within.until))
    return say("advisers", "yes" if found.can_be_restored else "no")


def _sure(certainty: str) -> str:
    if certainty == RULE:
        return str(section("statuses")["rule"]).lower()
    return str(catalogue()["certainty"][certainty])


def kept_table(comparison: Comparison) -> Table:
    """What is left of the next pound of pay at each number of hours."""
    rows = tuple(
        Row(point_name(point), (_kept(point), pence(point.left_over_per_month)))
        for point in comparison.points
    )
    headers = tuple(say("advisers", code) for code in ("where", "kept", "left_over"))
    return Table(say("advisers", "kept_caption"), headers, rows)


def _kept(point: Point) -> str:
    if point.kept_per_extra_pound is None:
        return say("advisers", "kept_step")
    return f"{point.kept_per_extra_pound * 100:.1f}p"


def statuses_table(comparison: Comparison) -> Table:
    """Each standing at each number of hours, in words."""
    names: dict[str, str] = {}
    for point in comparison.points:
        for status in point.statuses:
            names.setdefault(status.code, sentences.status_name(status))
    worked = (hours(point.hours_per_week or 0.0) for point in comparison.points)
    headers = (say("advisers", "standing"), *worked)
    rows = tuple(
        Row(name, tuple(_state(code, point) for point in comparison.points))
        for code, name in names.items()
    )
    return Table(say("advisers", "statuses_caption"), headers, rows, figures=False)


def _state(code: str, point: Point) -> str:
    states = section("statuses")
    found: Status | None = next((s for s in point.statuses if s.code == code), None)
    return str(states[found.state]).lower() if found else ""
