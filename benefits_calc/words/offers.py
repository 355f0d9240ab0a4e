"""Jobs side by side: what each pays, what it leaves over, and what stops."""

from __future__ import annotations

from collections.abc import Sequence

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.statuses import STOPS
from benefits_calc.case.job import Job
from benefits_calc.words import sentences
from benefits_calc.words.money import Unit, pence
from benefits_calc.words.page_catalogue import joined, say
from benefits_calc.words.page_tables import change_in_words
from benefits_calc.words.records import Row, Table
from benefits_calc.words.times import hours


def offers_table(offers: Sequence[tuple[Comparison, Point]], unit: Unit) -> Table:
    """Jobs in the order in which they were kept: take-home pay, left over, what stops."""
    codes = ("offer", "take_home", "left_over", "difference", "stops")
    rows = tuple(_offer(comparison, point, unit) for comparison, point in offers)
    headers = tuple(say("offers", code) for code in codes)
    return Table(say("offers", "caption", each=unit.each), headers, rows)


def _offer(comparison: Comparison, point: Point, unit: Unit) -> Row:
    job = comparison.case.job
    stops = [sentences.status_name(s) for s in point.statuses if s.state == STOPS]
    cells = (
        unit.pounds(point.per_month["net_pay"] or 0.0),
        unit.pounds(point.left_over_per_month),
        change_in_words(comparison, point, unit),
        joined(stops) or say("offers", "none"),
    )
    return Row("" if job is None else offer_name(job), cells)


def offer_name(job: Job) -> str:
    """A job by its title, hours, pay and pay days."""
    if job.pay is not None:
        period = say("job.pers", job.pay.per)
        pay = say("offers", "per_period", amount=pence(job.pay.amount), period=period)
    else:
        pay = say("offers", "per_hour", amount=pence(job.hourly_pay or 0.0))
    worked = hours(job.hours_per_week or 0.0)
    name = say("offers", "name", hours=worked, pay=pay, cycle=say("lead.cycles", job.paid))
    return say("offers", "titled", title=job.title, name=name) if job.title else name
