"""What to do, as the JSON object of `tasks` and as text."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date
from typing import Any

from benefits_calc import __version__
from benefits_calc.analysis.situation import Situation, situation_of
from benefits_calc.analysis.tasks import Task, tasks_in
from benefits_calc.case import Case
from benefits_calc.output.contract import FORMAT
from benefits_calc.words.catalogue import phrase
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.task_words import task_words
from benefits_calc.words.times import day

TEXT_WIDTH = 100


@dataclass(frozen=True)
class NextSteps:
    """Everything that `tasks` says.

    Attributes:
        situation: The case now and in the job.
        tasks: What to do, dated tasks first.
    """

    situation: Situation
    tasks: tuple[Task, ...]


def next_steps(case: Case) -> NextSteps:
    """Everything to do for a case with a job.

    Raises:
        CaseError: where there is no job, or its rates are not held.
    """
    situation = situation_of(case)
    return NextSteps(situation, tasks_in(situation))


def next_steps_object(steps: NextSteps) -> dict[str, Any]:
    """What to do, as format 1."""
    case = steps.situation.case
    return {
        "format": FORMAT,
        "label": case.label,
        "as_at": _iso(case.as_at),
        "program_version": __version__,
        "rules_version": __version__,
        "tasks": [_task(task) for task in steps.tasks],
    }


def _task(task: Task) -> dict[str, Any]:
    words = task_words(task)
    return {
        "code": task.code,
        "name": words.name,
        "what": words.what,
        "why": words.why,
        "who": task.who,
        "tell": task.tell,
        "how": task.how,
        "evidence": list(task.evidence),
        "aim_for": _iso(task.aim_for),
        "by": _iso(task.by),
        "in_words": {
            "who": words.who,
            "tell": words.tell,
            "how": words.how,
            "evidence": words.evidence,
            "when": words.when,
        },
        "certainty": task.certainty,
        "rule": task.reference,
        "last_checked": task.last_checked.isoformat(),
    }


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def next_steps_text(steps: NextSteps) -> str:
    """What to do, as text: one paragraph a task."""
    case = steps.situation.case
    title = f"{case.label}: {tell('labels', 'heading')}"
    dated = [task for task in steps.tasks if task.by is not None]
    undated = [task for task in steps.tasks if task.by is None]
    parts = [title]
    for code, tasks in (("dated", dated), ("undated", undated)):
        if tasks:
            parts += [tell("labels", code), *map(_paragraph, tasks)]
    return "\n\n".join(parts) + "\n"


def _paragraph(task: Task) -> str:
    words = task_words(task)
    whom = f"{words.tell}, {words.how}"
    sure = phrase("certainty", task.certainty)
    checked = tell("labels", "checked", date=day(task.last_checked))
    rows = [
        f"{words.name}. {words.when}",
        f"{tell('labels', 'who')}: {words.who}. {tell('labels', 'tell')}: {whom}.",
        words.what,
        words.why,
        f"{tell('labels', 'evidence')}: {words.evidence}.",
        f"{sure} {tell('labels', 'law')}: {task.reference} {checked}",
    ]
    return "\n".join(_wrapped(row, first=place == 0) for place, row in enumerate(rows))


def _wrapped(text: str, *, first: bool) -> str:
    return textwrap.fill(
        text,
        TEXT_WIDTH,
        initial_indent="- " if first else "  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
