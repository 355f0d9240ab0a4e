"""Sentences of tasks, made from their records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from benefits_calc.analysis.tasks import Task
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.page_catalogue import joined
from benefits_calc.words.times import day


@dataclass(frozen=True)
class TaskWords:
    """One task in words.

    Attributes:
        name: A short heading.
        what: What to do.
        why: Why, and what being late would mean.
        who: Who does it.
        tell: Whom to tell.
        how: By which way.
        evidence: What to have ready, as one list in words.
        when: The days, as a sentence.
    """

    name: str
    what: str
    why: str
    who: str
    tell: str
    how: str
    evidence: str
    when: str


def task_words(task: Task) -> TaskWords:
    """A task in words."""
    facts = {name: _said(value) for name, value in task.facts.items()}
    return TaskWords(
        name=tell("tasks", f"{task.code}.name", **facts),
        what=tell("tasks", f"{task.code}.what", **facts),
        why=tell("tasks", f"{task.code}.why", **facts),
        who=tell("people", task.who),
        tell=tell("offices", task.tell),
        how=tell("channels", task.how),
        evidence=joined([tell("evidence", code) for code in task.evidence]),
        when=_when(task),
    )


def _said(value: str | date | tuple[date, ...]) -> str:
    if isinstance(value, tuple):
        return joined([day(item) for item in value])
    return day(value) if isinstance(value, date) else value


def _when(task: Task) -> str:
    if task.by is None:
        return tell("labels", "no_day")
    if task.on_the_day:
        return tell("labels", "on_day", date=day(task.by))
    if task.aim_for is None or task.aim_for == task.by:
        return tell("labels", "last_day", date=day(task.by))
    return tell("labels", "both_days", aim=day(task.aim_for), date=day(task.by))
