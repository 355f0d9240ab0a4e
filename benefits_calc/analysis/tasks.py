"""Who must be told what, how and by when, as a job starts: records, no sentences."""

from __future__ import annotations

import calendar
import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from benefits_calc.analysis.dated_records import AIM_EARLIER
from benefits_calc.analysis.dated_tasks import (
    NHS_LIMIT,
    Facts,
    dated_anchors,
    dated_facts,
    has_higher,
)
from benefits_calc.analysis.situation import Situation, situation_of
from benefits_calc.case import Case
from benefits_calc.case.moving import moves_of
from benefits_calc.engine.system import parameter_at

LCWRA = "dwp.universal_credit.lcwra"
CARERS_LIMITS = {
    "carers_allowance": "dwp.carers_allowance",
    "carer_support_payment": "social_security_scotland.carer_support_payment",
}
SAVINGS_LIMITS = {
    "lower": "dwp.universal_credit.capital.lower_limit",
    "upper": "dwp.universal_credit.capital.upper_limit",
}


@dataclass(frozen=True)
class Task:
    """One thing to do.

    Attributes:
        code: Its name in the catalogue.
        who: claimant, partner, appointee, specialist or adviser.
        tell: Whom to tell or ask: a code.
        how: By which way: a code.
        evidence: What to have at hand: codes.
        aim_for: A day with a week to spare; none where there is no day.
        by: The last day; none where there is no day.
        reference: The law, or the page that says so.
        certainty: rule, dwp_decision, council or unknown.
        last_checked: When the entry was last looked at.
        facts: What its sentence needs besides.
        on_the_day: Whether it is for that day itself, neither before nor later.
    """

    code: str
    who: str
    tell: str
    how: str
    evidence: tuple[str, ...]
    aim_for: date | None
    by: date | None
    reference: str
    certainty: str
    last_checked: date
    facts: Facts = field(default_factory=dict)
    on_the_day: bool = False


@cache
def task_data() -> tuple[dict[str, Any], ...]:
    """Every task the program knows, as the data file has it."""
    text = (files("benefits_calc.analysis") / "data" / "tasks.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["task"])


def tasks_of(case: Case) -> tuple[Task, ...]:
    """Everything to do for a case with a job, dated tasks first.

    Raises:
        CaseError: where there is no job, or its rates are not held.
    """
    return tasks_in(situation_of(case))


def tasks_in(situation: Situation) -> tuple[Task, ...]:
    """Everything to do in a situation, dated tasks first."""
    found = [_task(entry, situation) for entry in task_data() if situation.holds(entry["when"])]
    return tuple(sorted(found, key=lambda task: (task.by is None, task.by or date.min)))


def _task(entry: dict[str, Any], situation: Situation) -> Task:
    by = last_day(entry, anchors(situation), situation)
    today = situation.case.as_at
    return Task(
        code=entry["code"],
        who=_who(entry["who"], situation),
        tell=entry["tell"],
        how=entry["how"],
        evidence=_evidence(entry, situation),
        aim_for={"today": today, "on_the_day": by}.get(entry.get("aim", ""), _aim(by, today)),
        by=by,
        reference=entry.get("reference_in", {}).get(situation.case.nation, entry["reference"]),
        certainty=entry["certainty"],
        last_checked=entry["checked"],
        facts=_facts(entry["code"], situation),
        on_the_day=entry.get("aim") == "on_the_day",
    )


def _evidence(entry: dict[str, Any], situation: Situation) -> tuple[str, ...]:
    more = entry.get("evidence_if", {})
    return (*entry["evidence"], *(code for flag, code in more.items() if flag in situation.flags))


def _facts(code: str, situation: Situation) -> Facts:
    """What a task's sentence gives: figures of the law on the day, and days of the months."""
    case = situation.case
    if situation.months is not None and (found := dated_facts(code, case, situation.months)):
        return found
    day = case.as_at or date.min
    end = "_with_child_or_limited_capability" if has_higher(case) else ""
    limits = {
        "arrears_savings": SAVINGS_LIMITS,
        "prescriptions": {"limit": f"{NHS_LIMIT}{end}"},
        "uc_advice_before_esa_ends": {
            "limit": SAVINGS_LIMITS["upper"],
            "higher": f"{LCWRA}.protected",
            "lower": f"{LCWRA}.standard",
        },
    } | {
        carer: {"limit": f"{path}.earnings_limit_per_week"} for carer, path in CARERS_LIMITS.items()
    }
    return {name: f"£{parameter_at(path, day):,.0f}" for name, path in limits.get(code, {}).items()}


def _who(role: str, situation: Situation) -> str:
    """The person behind a role; an appointee reports in the place of whom they act for."""
    case = situation.case
    who = {
        "reporter": "claimant",
        "worker": case.job.who if case.job else "claimant",
        "carer": situation.carer,
    }.get(role, role)
    person = {"claimant": case.claimant, "partner": case.partner}.get(who)
    if role != "worker" and person is not None and person.appointee:
        return "appointee"
    return who


def anchors(situation: Situation) -> dict[str, date | None]:
    """Days from which times run, as far as the case tells them."""
    case = situation.case
    job = case.job
    arrears = [
        part.received.first_day
        for part in case.savings_ignored
        if part.kind == "benefit_arrears" and part.received is not None
    ]
    known = {
        "start": job.starts if job else None,
        "first_pay": job.first_pay_date if job else None,
        "arrears": min(arrears, default=None),
        **_births(situation),
        "move": min((e.on for e in moves_of(case) if e.on >= (case.as_at or e.on)), default=None),
    }
    return known if situation.months is None else known | dated_anchors(situation.months)


def _births(situation: Situation) -> dict[str, date | None]:
    """The day of the first birth to come, and the last day of its assessment period."""
    born = min((e.on for e in situation.case.events if e.kind == "birth"), default=None)
    periods = situation.months.periods if situation.months else ()
    ends = (p.ends for p in periods if born is not None and p.starts <= born <= p.ends)
    return {"birth": born, "birth_period": next(ends, born)}


def last_day(
    entry: dict[str, Any], days: dict[str, date | None], situation: Situation
) -> date | None:
    """The last day of a task; none where it has none, or the day it runs from is not known."""
    start = days.get(entry.get("from", ""))
    if start is None:
        return None
    within = entry.get("within")
    if within is None:
        return start
    if isinstance(within, int):
        # Our own choice, not the law's: so many months on, with a week to do it.
        return add_months(start, within) + AIM_EARLIER
    count = round(parameter_at(within, situation.case.as_at or start))
    if entry["unit"] == "month":
        return add_months(start, count)
    return start + timedelta(days=count * (7 if entry["unit"] == "week" else 1))


def _aim(by: date | None, today: date | None) -> date | None:
    """A week before the last day, but not before today unless the last day is past too."""
    if by is None:
        return None
    early = by - AIM_EARLIER
    return early if today is None else max(early, min(today, by))


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day where there is no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return day.replace(
        year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1])
    )
