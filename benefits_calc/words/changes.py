"""What changes, by its day: one item a day, each thing once, with the days it comes again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from benefits_calc.analysis.dated_records import DatedChange, DatedMessage, Line
from benefits_calc.words.dated import message_sentence, status_sentence
from benefits_calc.words.page_catalogue import joined, say
from benefits_calc.words.page_parts import with_certainty
from benefits_calc.words.records import Item
from benefits_calc.words.times import day


def change_sentence(change: DatedChange) -> str:
    """How it stands from the day on, and how sure that is."""
    return with_certainty(status_sentence(change.status), change.status.certainty)


def again_sentence(days: tuple[date, ...]) -> str:
    """The later days on which it is so again; nothing where there are none."""
    return say("changes", "again", days=joined(list(map(day, days)))) if days else ""


def change_items(changes: Iterable[DatedChange]) -> tuple[Item, ...]:
    """An item for each day on which something changes, in order."""
    return tuple(
        Item(f"{day(on)}.", " ".join(_of_a_day(list(found))))
        for on, found in groupby(changes, key=lambda change: change.day)
    )


def line_sentences(line: Line) -> tuple[str, ...]:
    """What is to be known of a line as a whole, and of pay that DWP may count elsewhere: once."""
    moved = [m for month in line.months for m in month.messages if m.code == "wage_moved"]
    found = [_sure(message) for message in (*line.messages, *moved[:1])]
    days = tuple(m.facts["day"] for m in moved[1:] if isinstance(m.facts["day"], date))
    return tuple(dict.fromkeys(text for text in (*found, again_sentence(days)) if text))


def _sure(message: DatedMessage) -> str:
    text = message_sentence(message)
    # What is unknown of a message is in its words: its figures were worked out.
    return text if message.certainty == "unknown" else with_certainty(text, message.certainty)


def _of_a_day(changes: list[DatedChange]) -> list[str]:
    """Everything of one day; days that all of it shares are named once."""
    days = list(dict.fromkeys(change.again for change in changes))
    if len(changes) > 1 and len(days) == 1 and days[0]:
        said = joined(list(map(day, days[0])))
        return [*map(change_sentence, changes), say("changes", "again_all", days=said)]
    return [
        text
        for change in changes
        for text in (change_sentence(change), again_sentence(change.again))
        if text
    ]
