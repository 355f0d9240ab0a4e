"""Tables of the advisers' page: exact lines, what a pound is worth, standings, offers."""

from __future__ import annotations

from collections.abc import Sequence

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.statuses import STOPS, Status
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.case.job import Job
from benefits_calc.words import sentences
from benefits_calc.words.catalogue import catalogue
from benefits_calc.words.money import pence
from benefits_calc.words.page_catalogue import joined, say, section
from benefits_calc.words.records import Link, Row, Table
from benefits_calc.words.times import hours

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
    back = say("advisers", "permanent" if item.permanent else "yes")
    cells = (pence(item.gross_per_pay_period), what, change, _sure(item.certainty), back)
    name = say("advisers", "law_label", name=what.partition(",")[0].rstrip("."))
    link = Link(say("advisers", "law_text"), item.reference, name) if item.reference else None
    return Row(f"{item.hours_per_week:.2f}", cells, link=link)


def _sure(certainty: str) -> str:
    if certainty == RULE:
        return section("statuses")["rule"].lower()
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
    headers = (say("advisers", "standing"), *(point_name(point) for point in comparison.points))
    rows = tuple(
        Row(name, tuple(_state(code, point) for point in comparison.points))
        for code, name in names.items()
    )
    return Table(say("advisers", "statuses_caption"), headers, rows, figures=False)


def _state(code: str, point: Point) -> str:
    states = section("statuses")
    found: Status | None = next((s for s in point.statuses if s.code == code), None)
    return str(states[found.state]).lower() if found else "–"


def offers_table(offers: Sequence[tuple[Comparison, Point]]) -> Table:
    """Offers side by side: take-home pay, what is left over, and what stops."""
    codes = ("offer", "take_home", "left_over", "difference", "stops")
    rows = tuple(_offer(comparison, point) for comparison, point in offers)
    headers = tuple(say("advisers", code) for code in codes)
    return Table(say("advisers", "variants_caption"), headers, rows)


def _offer(comparison: Comparison, point: Point) -> Row:
    job = comparison.case.job
    stops = [sentences.status_name(s) for s in point.statuses if s.state == STOPS]
    difference = (
        say("amount", "not_known") if comparison.unknown else pence(point.difference_per_month)
    )
    cells = (
        pence(point.per_month["net_pay"] or 0.0),
        pence(point.left_over_per_month),
        difference,
        joined(stops) or say("advisers", "none"),
    )
    return Row("" if job is None else offer_name(job), cells)


def offer_name(job: Job) -> str:
    """An offer by its hours, pay and pay days."""
    if job.pay is not None:
        period = say("job.pers", job.pay.per)
        pay = say("advisers", "per_period", amount=pence(job.pay.amount), period=period)
    else:
        pay = say("advisers", "per_hour", amount=pence(job.hourly_pay or 0.0))
    worked = hours(job.hours_per_week or 0.0)
    cycle = say("lead.cycles", job.paid)
    return say("advisers", "offer_name", hours=worked, pay=pay, cycle=cycle)
