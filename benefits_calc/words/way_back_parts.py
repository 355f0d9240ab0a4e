"""The way back as parts of a page or of the plan."""

from __future__ import annotations

from benefits_calc.analysis.dated_records import Month
from benefits_calc.analysis.way_back import WayBack
from benefits_calc.words.changes import change_items
from benefits_calc.words.dated import deadline_sentence, status_sentence
from benefits_calc.words.money_help_words import money_help_sentence
from benefits_calc.words.month_tables import (
    around,
    cash_table,
    last_days,
    month_rows,
    not_in_them,
)
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.page_parts import with_certainty
from benefits_calc.words.records import Block, Item, Listing, Prose, Section, Table
from benefits_calc.words.way_back import (
    back_sentence,
    heading,
    reclaim_sentence,
    sick_pay_sentence,
    week_one_sentence,
)

# Months shown after everything is as it was, so that it can be seen to stay so.
MONTHS_SETTLED = 2


def lead_sentences(found: WayBack) -> tuple[str, ...]:
    """What happens, when it settles, what claiming again would bring, and what is for good."""
    said = [heading(found), back_sentence(found)]
    if sick := sick_pay_sentence(found):
        said.append(sick)
    if found.reclaim is not None:
        said.append(reclaim_sentence(found.reclaim))
    permanent = dict.fromkeys(map(status_sentence, found.permanent))
    if permanent:
        # What is lost for good comes before all else.
        return (heading(found), *permanent, *said[1:], *not_in_them(found.unknown))
    return (*said, say("way_back_page", "nothing_for_good"), *not_in_them(found.unknown))


def end_table(found: WayBack) -> Table:
    """Payments around the end, with what is in hand."""
    return cash_table(last_days(found.line), "caption_end")


def week_one_items(found: WayBack) -> tuple[Item, ...]:
    """What to do in the first week."""
    return tuple(Item("", text) for text in dict.fromkeys(map(week_one_sentence, found.week_one)))


def deadline_items(found: WayBack) -> tuple[Item, ...]:
    """Last days, in order."""
    return tuple(
        Item("", with_certainty(deadline_sentence(item), item.certainty))
        for item in found.deadlines
    )


def shown_months(found: WayBack) -> tuple[Month, ...]:
    """Months until payments are what they were, and a little further; all where they never are."""
    if found.back_on is None:
        return found.months
    back = (found.back_on.year, found.back_on.month)
    before = [m for m in found.months if (m.month.year, m.month.month) <= back]
    return found.months[: len(before) + MONTHS_SETTLED]


def help_items(found: WayBack) -> tuple[Item, ...]:
    """Help with money until it has settled."""
    return tuple(Item("", money_help_sentence(item, found.case)) for item in found.help)


def end_items(found: WayBack) -> tuple[Item, ...]:
    """The days without a wage after the end, how short money gets, and the lowest day."""
    return tuple(Item("", text) for text in around(found.line, after_end=True))


def months_table(found: WayBack) -> Table:
    """Money in of each month from the change on, beside things as they are."""
    rows = month_rows(shown_months(found))
    codes = ("month", "money_in", "as_you_are", "change")
    headers = tuple(say("way_back_page.columns", code) for code in codes)
    return Table(say("months", "caption"), headers, rows)


def way_back_section(found: WayBack) -> Section:
    """The way back for the plan: in short, the first week, and the last days."""
    blocks = _in_short(found)
    week = week_one_items(found)
    if week:
        blocks.append(Listing(week, say("way_back_page", "week_one"), boxes=True))
    ends = end_items(found)
    if ends:
        blocks.append(Listing(ends, say("way_back_page", "gap")))
    deadlines = deadline_items(found)
    if deadlines:
        blocks.append(Listing(deadlines, say("way_back_page", "deadlines"), boxes=True))
    changes = change_items(found.changes)
    if changes:
        blocks.append(Listing(changes, say("way_back_page", "statuses")))
    return Section(say("pages.titles", "way_back"), tuple(blocks))


def sick_section(found: WayBack, ended: WayBack) -> Section:
    """Weeks off sick, for the plan: in short, and what is to be done besides what the end asks."""
    said = {item.text for item in week_one_items(ended)}
    week = tuple(item for item in week_one_items(found) if item.text not in said)
    blocks = _in_short(found)
    if week:
        blocks.append(Listing(week, say("way_back_page", "week_one"), boxes=True))
    return Section(say("way_back_page", "sick"), tuple(blocks))


def _in_short(found: WayBack) -> list[Block]:
    first, *others = lead_sentences(found)
    return [Prose((first,), strong=True), Prose(tuple(others))]
