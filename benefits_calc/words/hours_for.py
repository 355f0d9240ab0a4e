"""How many hours it takes, in words."""

from __future__ import annotations

from benefits_calc.analysis.hours_for import HoursFor, Stretch
from benefits_calc.words.catalogue import label_of
from benefits_calc.words.money import Unit
from benefits_calc.words.page_catalogue import joined, say
from benefits_calc.words.times import hours, hours_and_minutes, is_any_work


def hours_for_sentences(found: HoursFor, unit: Unit, *, as_now: bool) -> tuple[str, ...]:
    """The answer, what it counts as lost, and how far was looked.

    Args:
        found: The answer.
        unit: Month or week.
        as_now: Whether the target is what is left over now.
    """
    if found.unknown:
        return (say("hours_for", "unknown", what=joined([label_of(x) for x in found.unknown])),)
    facts = {"target": unit.pounds(found.target_per_month), "each": unit.each}
    most = hours(found.searched_to_hours)
    if not found.stretches:
        return (say("hours_for", "never", most=most, **facts),)
    where = _stretch(found.stretches[0])
    for stretch in found.stretches[1:]:
        where = say("hours_for", "and_again", first=where, second=_stretch(stretch))
    said = [say("hours_for", "as_now" if as_now else "asked", where=where, **facts)]
    said += [
        say("hours_for", "worst", what=label_of(line), amount=unit.pounds(paid), each=unit.each)
        for line, paid in found.counted_as_lost
    ]
    return (*said, say("hours_for", "searched", most=most))


def _stretch(stretch: Stretch) -> str:
    if is_any_work(stretch.from_hours):
        if stretch.to_hours is None:
            return say("hours_for", "any")
        end = hours_and_minutes(stretch.to_hours, at_most=True)
        return say("hours_for", "up_to", end=end)
    start = hours_and_minutes(stretch.from_hours)
    if stretch.to_hours is None:
        return say("hours_for", "from", hours=start)
    return say(
        "hours_for", "between", hours=start, end=hours_and_minutes(stretch.to_hours, at_most=True)
    )
