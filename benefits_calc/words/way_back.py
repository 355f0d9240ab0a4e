"""Sentences of the way back, made from its record."""

from __future__ import annotations

from benefits_calc.analysis.dated_records import DatedMessage, Line
from benefits_calc.analysis.way_back import WayBack
from benefits_calc.analysis.way_back_steps import Reclaim
from benefits_calc.words.dated import counted, dated, pounds, said
from benefits_calc.words.times import day


def heading(found: WayBack) -> str:
    """What happens."""
    return dated(
        "way_back",
        f"heading_{found.asked.kind}",
        day=day(found.changes_on),
        months=counted("months", found.asked.after_months),
        hours=counted("hours", found.hours_per_week),
        new_hours=counted("hours", found.asked.hours),
        weeks=counted("weeks", found.asked.weeks),
    )


def back_sentence(found: WayBack) -> str:
    """From when payments are what they were, or that they are not."""
    if found.back_on is None:
        return dated("way_back", "not_back")
    return dated("way_back", f"back_{found.back_to}", day=day(found.back_on))


def sick_pay_sentence(found: WayBack) -> str:
    """What sick pay the weeks off bring; nothing where there is none."""
    amount = _sick_pay(found.line) - _sick_pay(found.in_job)
    if found.asked.kind != "sickness" or amount <= 0:
        return ""
    per_week = pounds(amount / found.asked.weeks)
    return dated("way_back", "sick_pay", amount=pounds(amount), per_week=per_week)


def _sick_pay(line: Line) -> float:
    return sum(float(str(event.facts.get("statutory_sick_pay") or 0)) for event in line.cash)


def week_one_sentence(message: DatedMessage) -> str:
    """One thing to do in the first week."""
    return dated("week_one", message.code, **said(message.facts))


def reclaim_sentence(reclaim: Reclaim) -> str:
    """By when to claim again, and the price of a day."""
    code = "reclaim_needed" if reclaim.needed else "reclaim_not_needed"
    return dated(
        "way_back",
        code,
        by=day(reclaim.by),
        aim_for=day(reclaim.aim_for),
        price=pounds(reclaim.price_per_day),
        late=pounds(reclaim.late_award),
        full=pounds(reclaim.full_award),
    )
