"""What to do, health reviews and help with money, as parts of a page or of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benefits_calc.analysis.dated_records import Help
from benefits_calc.analysis.reassessment import BenefitReviews, Reassessment
from benefits_calc.analysis.tasks import Task
from benefits_calc.case import Case
from benefits_calc.words import review_words
from benefits_calc.words.catalogue import label_of
from benefits_calc.words.money_help_words import money_help_sentence
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import with_certainty
from benefits_calc.words.records import Block, Item, Link, Listing, Prose, Section
from benefits_calc.words.task_words import task_words
from benefits_calc.words.times import day

RULE = "rule"


def task_section(tasks: Sequence[Task]) -> Section:
    """Everything to do: a short list to tick, then each task in full."""
    short = tuple(_short(task) for task in tasks)
    return Section(
        tell("labels", "heading"),
        (Listing(short, boxes=True), *(_task(task) for task in tasks)),
    )


def _short(task: Task) -> Item:
    words = task_words(task)
    return Item("", say("what_to_do", "short", name=words.name, when=words.when))


def _task(task: Task) -> Listing:
    words = task_words(task)
    lines = {
        "when": words.when,
        "what": words.what,
        "who": say("what_to_do", "who_tells", who=words.who, tell=words.tell, how=words.how),
        "evidence": words.evidence,
        "why": with_certainty(words.why, task.certainty),
    }
    items = [Item(say("what_to_do.labels", code), text) for code, text in lines.items() if text]
    items[-1] = replace(items[-1], link=_law(words.name, task.reference))
    return Listing(tuple(items), words.name)


def _law(name: str, address: str) -> Link | None:
    if not address:
        return None
    return Link(say("statuses", "law"), address, say("statuses", "law_label", name=name))


def review_section(panel: Reassessment) -> tuple[Section, ...]:
    """What the job can mean for reviews of health; nothing where no award rests on health."""
    blocks: list[Block] = [_reviews(item) for item in panel.benefits]
    if panel.first_assessment is not None:
        blocks.insert(0, Prose(tuple(review_words.first_assessment(panel.first_assessment))))
    if not blocks:
        return ()
    checked = tell("labels", "checked", date=day(panel.last_checked))
    return (Section(tell("reviews", "heading"), (*blocks, Prose((checked,)))),)


def _reviews(found: BenefitReviews) -> Listing:
    name = label_of(found.benefit)
    lines = tuple(
        Item(
            review_words.question(line),
            with_certainty(review_words.answer(found.benefit, line), line.certainty),
            _law(name, line.reference),
        )
        for line in found.lines
    )
    notes = tuple(Item("", review_words.note(note)) for note in found.notes)
    return Listing((*lines, *notes), name)


def money_help_section(found: Sequence[Help], case: Case) -> tuple[Section, ...]:
    """Help with money while it is short, and whom to ask."""
    if not found:
        return ()
    items = tuple(Item("", money_help_sentence(item, case)) for item in found)
    return (Section(say("what_to_do", "money_help"), (Listing(items),)),)
