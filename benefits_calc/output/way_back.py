"""The way back as the JSON object of format 1, and as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from benefits_calc.analysis.way_back import WayBack
from benefits_calc.analysis.way_back_steps import Reclaim
from benefits_calc.engine.dated.leaving_money import Redundancy
from benefits_calc.output.contract import FORMAT
from benefits_calc.output.text import TEXT_WIDTH, wrapped
from benefits_calc.output.timeline import (
    change_object,
    deadline_object,
    gap_object,
    help_objects,
    line_object,
    month_object,
    status_object,
)
from benefits_calc.output.timeline_tables import amounts_column, changes_text, months_beside
from benefits_calc.words.dated import (
    assumption_sentence,
    dated,
    status_sentence,
    warning_sentence,
)
from benefits_calc.words.money_help_words import who_can_help
from benefits_calc.words.unknowns import left_out_sentences
from benefits_calc.words.way_back import (
    back_sentence,
    heading,
    reclaim_sentence,
    week_one_sentence,
)
from benefits_calc.words.way_back_parts import deadline_items, end_items, help_items


def way_back_object(found: WayBack) -> dict[str, Any]:
    """The way back, as format 1."""
    return {
        "format": FORMAT,
        "label": found.case.label,
        "as_at": found.case.as_at.isoformat() if found.case.as_at else None,
        "program_version": found.program_version,
        "rules_version": found.program_version,
        "kind": found.asked.kind,
        "what": heading(found),
        "hours_per_week": found.hours_per_week,
        "new_hours_per_week": found.asked.hours if found.asked.kind == "hours_drop" else None,
        "sick_weeks": found.asked.weeks if found.asked.kind == "sickness" else None,
        "starts_on": found.starts_on.isoformat(),
        "changes_on": found.changes_on.isoformat(),
        "back_on": None if found.back_on is None else found.back_on.isoformat(),
        "back_to": found.back_to,
        "back": back_sentence(found),
        "permanent": [status_object(status) for status in found.permanent],
        "months": [
            month_object(month) | {"in_job_total": total}
            for month, total in zip(found.months, found.in_job_totals, strict=True)
        ],
        "changes": [change_object(change) for change in found.changes],
        "week_one": [
            {"code": item.code, "what": week_one_sentence(item)} for item in found.week_one
        ],
        "redundancy": None if found.redundancy is None else _redundancy(found.redundancy),
        "reclaim": None if found.reclaim is None else _reclaim(found.reclaim),
        "deadlines": [deadline_object(item) for item in found.deadlines],
        "help": help_objects(found.help, found.case),
        "gap": gap_object(found.line.end_gap, found.case, after_end=True),
        "line": line_object(found.line, found.case),
        "as_you_are": line_object(found.as_you_are, found.case),
        "who_can_help": list(who_can_help()),
        "assumptions": [assumption_sentence(item) for item in found.assumptions],
        "totals_leave_out": [item.line for item in found.unknown],
        "not_covered": list(left_out_sentences(found.unknown, found.case)),
        "warnings": [warning_sentence(item) for item in found.warnings],
    }


def _redundancy(due: Redundancy) -> dict[str, Any]:
    return {
        "last_day": due.last_day.isoformat(),
        "complete_years": due.complete_years,
        "years_needed": due.years_needed,
        "weeks": due.weeks,
        "week_pay": due.week_pay,
        "amount": due.amount,
    }


def _reclaim(reclaim: Reclaim) -> dict[str, Any]:
    return {
        "by": reclaim.by.isoformat(),
        "aim_for": reclaim.aim_for.isoformat(),
        "needed": reclaim.needed,
        "price_per_day": reclaim.price_per_day,
        "late_award": reclaim.late_award,
        "full_award": reclaim.full_award,
        "rule": reclaim.rule,
        "what": reclaim_sentence(reclaim),
    }


def way_back_text(found: WayBack, width: int = TEXT_WIDTH) -> str:
    """The way back as text: where it settles first, then month by month, then what to do."""
    permanent = [status_sentence(status) for status in found.permanent]
    parts = [
        f"{found.case.label}: {heading(found)}",
        "\n".join([wrapped(back_sentence(found)), *_permanent(permanent)]),
        _list("way_back", "week_one", map(week_one_sentence, found.week_one)),
        wrapped(reclaim_sentence(found.reclaim)) if found.reclaim is not None else "",
        _months(found, width),
        changes_text(found.changes),
        _list("table", "deadlines", (item.text for item in deadline_items(found))),
        _gap(found),
        _list("table", "warnings", map(warning_sentence, found.warnings)),
        _list("table", "not_covered", left_out_sentences(found.unknown, found.case)),
        _list("table", "assumptions", map(assumption_sentence, found.assumptions)),
        "\n".join(map(wrapped, who_can_help())),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _permanent(said: list[str]) -> list[str]:
    if not said:
        return [wrapped(dated("way_back", "nothing_permanent"))]
    return [dated("way_back", "permanent"), *map(wrapped, said)]


def _months(found: WayBack, width: int) -> str:
    columns = {
        dated("table", "total"): [month.total for month in found.months],
        dated("way_back", "in_job"): list(found.in_job_totals),
        dated("table", "usual"): [month.as_you_are_total for month in found.months],
        dated("table", "left"): [month.left_over for month in found.months],
        dated("table", "usual_left"): [month.as_you_are_left_over for month in found.months],
    }
    made = [amounts_column(head, amounts) for head, amounts in columns.items()]
    return f"{dated('way_back', 'months')}\n{months_beside(found.months, made, width)}"


def _gap(found: WayBack) -> str:
    said = [item.text for item in end_items(found)]
    rows = [dated("table", "end_gap"), *map(wrapped, said)] if said else []
    help_said = [item.text for item in help_items(found)]
    return "\n".join([*rows, dated("table", "help"), *map(wrapped, help_said)])


def _list(group: str, head: str, sentences: Iterable[str]) -> str:
    said = list(dict.fromkeys(sentences))
    return "\n".join([dated(group, head), *map(wrapped, said)]) if said else ""
