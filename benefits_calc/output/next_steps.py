"""What to do, as the JSON object of `tasks` and as text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from benefits_calc import __version__
from benefits_calc.analysis.affected import affected_people
from benefits_calc.analysis.dated_records import Help
from benefits_calc.analysis.money_help import money_help
from benefits_calc.analysis.reassessment import Reassessment, reassessment_in
from benefits_calc.analysis.situation import Situation, situation_of
from benefits_calc.analysis.tasks import Task, tasks_in
from benefits_calc.case import Case
from benefits_calc.output.contract import FORMAT
from benefits_calc.output.reassessment import reassessment_object, reassessment_text
from benefits_calc.output.text import wrapped
from benefits_calc.words.affected_words import affected_sentence
from benefits_calc.words.catalogue import phrase
from benefits_calc.words.money_help_words import money_help_sentence, who_can_help
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.task_words import task_words
from benefits_calc.words.times import day


@dataclass(frozen=True)
class NextSteps:
    """Everything that `tasks` says.

    Attributes:
        situation: The case now and in the job.
        tasks: What to do, dated tasks first.
        reassessment: What the job can mean for health reviews.
        money_help: Help with money that exists for a gap.
    """

    situation: Situation
    tasks: tuple[Task, ...]
    reassessment: Reassessment
    money_help: tuple[Help, ...]


def next_steps(case: Case) -> NextSteps:
    """Everything to do for a case with a job.

    Raises:
        CaseError: where there is no job, or its rates are not held.
    """
    situation = situation_of(case)
    return NextSteps(
        situation=situation,
        tasks=tasks_in(situation),
        reassessment=reassessment_in(situation),
        money_help=money_help(case),
    )


def next_steps_object(steps: NextSteps) -> dict[str, Any]:
    """What to do, as format 1."""
    case = steps.situation.case
    return {
        "format": FORMAT,
        "label": case.label,
        "as_at": _iso(case.as_at),
        "program_version": __version__,
        "rules_version": __version__,
        "tasks": [_task(step, task) for step, task in enumerate(steps.tasks, start=1)],
        "reassessment": reassessment_object(steps.reassessment),
        "affected_people": [
            {
                "code": item.code,
                "what": affected_sentence(item),
                "certainty": item.certainty,
                "rule": item.reference,
            }
            for item in affected_people(case)
        ],
        "money_help": [_help(item, case) for item in steps.money_help],
        "who_can_help": list(who_can_help()),
    }


def _task(step: int, task: Task) -> dict[str, Any]:
    words = task_words(task)
    return {
        "step": step,
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


def _help(item: Help, case: Case) -> dict[str, Any]:
    return {
        "code": item.code,
        "what": money_help_sentence(item, case),
        "ask": item.ask,
        "most": item.most,
        "certainty": item.certainty,
        "rule": item.reference,
    }


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def next_steps_text(steps: NextSteps) -> str:
    """What to do, as text: one paragraph a task."""
    case = steps.situation.case
    title = f"{case.label}: {tell('labels', 'heading')}"
    steps_in_order = list(enumerate(steps.tasks, start=1))
    parts = [title]
    for code, has_day in (("dated", True), ("undated", False)):
        tasks = [item for item in steps_in_order if (item[1].by is not None) == has_day]
        if tasks:
            parts += [tell("labels", code), *(_paragraph(step, task) for step, task in tasks)]
    parts += reassessment_text(steps.reassessment)
    others = [wrapped(affected_sentence(item)) for item in affected_people(case)]
    if others:
        parts.append("\n".join([tell("affected_people", "heading"), *others]))
    gap = [wrapped(money_help_sentence(item, case)) for item in steps.money_help]
    parts.append("\n".join([tell("money_help", "heading"), *gap]))
    parts.append("\n".join([tell("labels", "help_heading"), *map(wrapped, who_can_help())]))
    return "\n\n".join(parts) + "\n"


def _paragraph(step: int, task: Task) -> str:
    words = task_words(task)
    whom = f"{words.tell}, {words.how}"
    sure = phrase("certainty", task.certainty)
    checked = tell("labels", "checked", date=day(task.last_checked))
    rows = [
        f"{step}. {words.name}. {words.when}",
        f"{tell('labels', 'who')}: {words.who}. {tell('labels', 'tell')}: {whom}.",
        words.what,
        words.why,
        f"{tell('labels', 'evidence')}: {words.evidence}.",
        f"{sure} {tell('labels', 'law')}: {task.reference} {checked}",
    ]
    return "\n".join(wrapped(row, first=place == 0) for place, row in enumerate(rows))
