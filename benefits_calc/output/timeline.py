"""A timeline as the JSON object of format 1."""

from __future__ import annotations

from typing import Any

from benefits_calc.analysis.dated_records import (
    CashEvent,
    DatedChange,
    DatedMessage,
    DatedStatus,
    Deadline,
    Help,
    Line,
    LowestPoint,
    MoneyGap,
    Month,
    Period,
    Timeline,
)
from benefits_calc.case import Case
from benefits_calc.output.contract import FORMAT
from benefits_calc.words.dated import (
    assumption_sentence,
    cash_title,
    cash_why,
    deadline_sentence,
    gap_sentences,
    lowest_sentence,
    message_sentence,
    status_sentence,
    warning_sentence,
)
from benefits_calc.words.money_help_words import money_help_sentence
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.unknowns import left_out_sentences

NOT_YET_SET = "not_yet_set"


def timeline_object(timeline: Timeline) -> dict[str, Any]:
    """Every line of life; `cash`, `months` and `deadlines` are those of the first with a job."""
    lines = [line_object(line, timeline.case) for line in timeline.lines]
    as_you_are = line_object(timeline.as_you_are, timeline.case)
    first = lines[0] if lines else as_you_are
    return {
        "format": FORMAT,
        "label": timeline.case.label,
        "as_at": timeline.case.as_at.isoformat() if timeline.case.as_at else None,
        "program_version": timeline.program_version,
        "rules_version": timeline.program_version,
        "first_day": timeline.first_day.isoformat(),
        "last_day": timeline.last_day.isoformat(),
        "rates_verified_until": timeline.rates_verified_until.isoformat(),
        "cash": first["cash"],
        "months": first["months"],
        "deadlines": first["deadlines"],
        "as_you_are": as_you_are,
        "lines": lines,
        "totals_leave_out": [item.line for item in timeline.unknown],
        "assumptions": [assumption_sentence(item) for item in timeline.assumptions],
        "not_covered": list(left_out_sentences(timeline.unknown, timeline.case)),
        "warnings": [warning_sentence(item) for item in timeline.warnings],
    }


def line_object(line: Line, case: Case) -> dict[str, Any]:
    """One line of life."""
    return {
        "hours_per_week": line.hours_per_week,
        "starts_on": _day(line.starts_on),
        "job_ends_on": _day(line.job_ends_on),
        "cash": [_cash(event) for event in line.cash],
        "changes": [change_object(change) for change in line.changes],
        "months": [month_object(month) for month in line.months],
        "assessment_periods": [_period(period) for period in line.periods],
        "deadlines": [deadline_object(item) for item in line.deadlines],
        "first_wage_gap": gap_object(line.first_wage_gap, case, after_end=False),
        "end_gap": gap_object(line.end_gap, case, after_end=True),
        "lowest_after_start": _lowest(line.lowest_after_start, after_end=False),
        "lowest_after_end": _lowest(line.lowest_after_end, after_end=True),
        "messages": [_message(item) for item in line.messages],
        "reclaim_mode": line.reclaim_mode,
        "automatic_difference": line.automatic_difference,
    }


def deadline_object(deadline: Deadline) -> dict[str, Any]:
    """A last day, what it keeps and whom to tell."""
    return {
        "by": deadline.by.isoformat(),
        "aim_for": _day(deadline.aim_for),
        "what": deadline_sentence(deadline),
        "code": deadline.what,
        "who": deadline.who,
        "tell": tell("offices", deadline.tell),
        "rule": deadline.rule,
        "keeps": list(deadline.keeps),
        "certainty": deadline.certainty,
        "can_be_extended": deadline.can_be_extended,
    }


def gap_object(gap: MoneyGap | None, case: Case, *, after_end: bool) -> dict[str, Any] | None:
    """A gap in days and pounds, with the help that exists."""
    if gap is None:
        return None
    return {
        "last_full_payment": _day(gap.last_full_payment),
        "first_money": _day(gap.first_money),
        "days": gap.days,
        "short_by": gap.short_by,
        "short_on": _day(gap.short_on),
        "lower_payment": _day(gap.lower_payment),
        "what": list(gap_sentences(gap, after_end=after_end)),
        "help": help_objects(gap.help, case),
    }


def help_objects(found: tuple[Help, ...], case: Case) -> list[dict[str, Any]]:
    """Help with money: what it is, its most, and whom to ask."""
    return [
        {
            "code": item.code,
            "what": money_help_sentence(item, case),
            "ask": tell("offices", item.ask),
            "most": item.most,
            "certainty": item.certainty,
            "reference": item.reference,
        }
        for item in found
    ]


def _cash(event: CashEvent) -> dict[str, Any]:
    found = {
        "date": event.day.isoformat(),
        "what": event.what,
        "title": cash_title(event),
        "amount": event.amount,
        "from": event.source,
        "why": cash_why(event),
        "why_code": event.why,
        "running_total": event.running_total,
    }
    return found | _rates(not_set=event.rates_not_yet_set)


def month_object(month: Month) -> dict[str, Any]:
    """A calendar month."""
    found = {
        "month": f"{month.month:%Y-%m}",
        "per_source": dict(month.per_source),
        "costs": dict(month.costs),
        "total": month.total,
        "as_you_are_total": month.as_you_are_total,
        "left_over": month.left_over,
        "as_you_are_left_over": month.as_you_are_left_over,
        "statuses": [status_object(status) for status in month.statuses],
        "messages": [message_sentence(message) for message in month.messages],
        "totals_leave_out": list(month.not_known),
    }
    return found | _rates(not_set=month.rates_not_yet_set)


def _period(period: Period) -> dict[str, Any]:
    found = {
        "starts": period.starts.isoformat(),
        "ends": period.ends.isoformat(),
        "paid_on": period.paid_on.isoformat(),
        "state": period.state,
        "maximum": period.maximum,
        "earned_income": period.earned_income,
        "wages_counted": period.wages_counted,
        "award": period.award,
        "deductions": period.deductions,
        "worked_out": period.worked_out,
    }
    return found | _rates(not_set=period.rates_not_yet_set)


def _rates(*, not_set: bool) -> dict[str, str]:
    return {"rates": NOT_YET_SET} if not_set else {}


def status_object(status: DatedStatus) -> dict[str, Any]:
    """What stands, changes or stops."""
    return {
        "what": status.code,
        "state": status.state,
        "why": status_sentence(status),
        "why_code": status.why,
        "rule": status.reference,
        "certainty": status.certainty,
        "until": _day(status.until),
        "replaced_by": list(status.replaced_by),
        "who_can_help": status.who_can_help,
    }


def change_object(change: DatedChange) -> dict[str, Any]:
    """What is so from a day on, and the later days on which it is so again."""
    return {
        "from": change.day.isoformat(),
        "again": [day.isoformat() for day in change.again],
        **status_object(change.status),
    }


def _message(message: DatedMessage) -> dict[str, str]:
    return {
        "code": message.code,
        "what": message_sentence(message),
        "certainty": message.certainty,
    }


def _lowest(lowest: LowestPoint | None, *, after_end: bool) -> dict[str, Any] | None:
    if lowest is None:
        return None
    return {
        "date": lowest.day.isoformat(),
        "running_total": lowest.running_total,
        "as_you_are_running_total": lowest.as_you_are_running_total,
        "counted_from": lowest.counted_from.isoformat(),
        "in_hand": lowest.in_hand,
        "as_you_are_in_hand": lowest.as_you_are_in_hand,
        "what": lowest_sentence(lowest, after_end=after_end),
    }


def _day(value: Any) -> str | None:
    return None if value is None else str(value.isoformat())
