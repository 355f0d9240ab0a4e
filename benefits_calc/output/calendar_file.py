"""Days to remember as a calendar file (RFC 5545) for any calendar program.

Titles are neutral unless asked for by name: an employer, or anybody who sees the calendar on a
phone or a shared screen, learns nothing of a benefit or an illness. Nothing in the file names the
person, and an entry keeps its identity when the file is made again, so that a calendar replaces
it instead of showing it twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from benefits_calc.analysis.dated_records import CashEvent, Deadline, Line
from benefits_calc.analysis.dated_tasks import LOOK
from benefits_calc.analysis.tasks import Task
from benefits_calc.case import Case
from benefits_calc.output.next_steps import NextSteps
from benefits_calc.words.dated import cash_why, deadline_sentence
from benefits_calc.words.next_steps_catalogue import tell
from benefits_calc.words.task_words import task_words

# Made once, at random: what turns a label and a code into an identity of our own.
IDENTITIES = UUID("5b0f1f0e-3f0d-4d6c-9d3c-6a1f3f7c2b8e")
PRODUCT = "-//benefits_calc//next steps//EN"
A_DAY = timedelta(days=1)
# Events of money that are days to remember, and their kind here.
MONEY = {
    "wage": "wage",
    "universal_credit_payment": "payment",
    "universal_credit_first_half": "payment",
    "universal_credit_second_half": "payment",
}


@dataclass(frozen=True)
class Entry:
    """One day to remember.

    Attributes:
        day: The day.
        identity: What stays the same when the file is made again: kind, code and place.
        neutral: A title that tells nothing.
        named: A title that says what it is.
        details: More, for named entries only.
    """

    day: date
    identity: str
    neutral: str
    named: str
    details: str = ""


def calendar_of_tasks(steps: NextSteps, *, named: bool = False) -> bytes:
    """Days of the tasks, pay days and last days as an .ics file; neutral titles unless `named`."""
    case, months = steps.situation.case, steps.situation.months
    entries = list(task_entries(steps))
    # A day that a task names already is not named twice.
    taken = {entry.day for entry in entries if entry.identity.startswith("task/journal_check")}
    if months is not None:
        looks = {f"look/{LOOK}/{day.isoformat()}" for day in taken}
        entries += [e for e in line_entries(case, months) if e.identity not in looks]
    return calendar_file(case.label, case.as_at or date.min, entries, named=named)


def calendar_of_line(case: Case, line: Line, *, named: bool = False) -> bytes:
    """Pay days, payments and last days of one line of a timeline as an .ics file."""
    entries = list(line_entries(case, line))
    return calendar_file(case.label, case.as_at or date.min, entries, named=named)


def line_entries(case: Case, line: Line) -> Iterator[Entry]:
    """Wages, payments of Universal Credit and last days that the months give, from today on."""
    today = case.as_at or date.min
    wages = 0
    for event in line.cash:
        wages += event.what == "wage"
        if event.day >= today and event.amount > 0 and event.what in MONEY:
            kind = MONEY[event.what]
            which = str(wages) if kind == "wage" else event.day.isoformat()
            yield Entry(
                day=event.day,
                identity=f"{kind}/{which}",
                neutral=tell("calendar_file", kind),
                named=_named_money(event, kind),
                details=cash_why(event),
            )
    for deadline in line.deadlines:
        yield from _deadline(deadline, today)


def _named_money(event: CashEvent, kind: str) -> str:
    """What comes, and about how much where its rates are set."""
    name = tell("calendar_file", f"{kind}_named")
    if event.rates_not_yet_set:
        return name
    return tell("calendar_file", "about", name=name, amount=f"£{event.amount:,.0f}")


def _deadline(deadline: Deadline, today: date) -> Iterator[Entry]:
    kind = "look" if deadline.what == LOOK else "deadline"
    days = {f"{kind}_aim": deadline.aim_for, kind: deadline.by}
    if deadline.aim_for == deadline.by:
        days.pop(f"{kind}_aim")
    for code, day in days.items():
        if day is not None and day >= today:
            yield Entry(
                day=day,
                identity=f"{code}/{deadline.what}/{deadline.by.isoformat()}",
                neutral=tell("calendar_file", code),
                named=tell("calendar_file", f"{code}_named"),
                details=deadline_sentence(deadline),
            )


def task_entries(steps: NextSteps) -> Iterator[Entry]:
    """The day to aim for and the last day of every dated task, none of them past."""
    today = steps.situation.case.as_at or date.min
    for place, task in enumerate(steps.tasks, start=1):
        for kind, day in _days(task):
            if day >= today:
                words = task_words(task)
                yield Entry(
                    day=day,
                    identity=f"task/{task.code}/{kind}",
                    neutral=tell("calendar_file", kind, step=str(place)),
                    named=tell("calendar_file", f"{kind}_named", name=words.name),
                    details=f"{words.what}\n\n{words.why}",
                )


def _days(task: Task) -> Iterator[tuple[str, date]]:
    if task.by is None:
        return
    if task.aim_for is not None and task.aim_for != task.by:
        yield "aim", task.aim_for
    yield ("aim" if task.on_the_day else "last_day"), task.by


def calendar_file(label: str, made_on: date, entries: list[Entry], *, named: bool) -> bytes:
    """The calendar, as the bytes of an .ics file.

    Args:
        label: The case's own reference, which keeps two cases in one calendar apart.
        made_on: The day of the case.
        entries: Days to remember.
        named: Whether titles say what each day is for.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    stamp = datetime.combine(made_on, time(), tzinfo=UTC)
    for entry in sorted(entries, key=lambda entry: (entry.day, entry.identity)):
        calendar.add_component(_event(label, entry, stamp, named=named))
    data: bytes = calendar.to_ical()
    return data


def _event(label: str, entry: Entry, stamp: datetime, *, named: bool) -> Event:
    event = Event()
    event.add("uid", str(uuid5(IDENTITIES, f"{label}/{entry.identity}")))
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + A_DAY)
    event.add("summary", entry.named if named else entry.neutral)
    if named and entry.details:
        event.add("description", entry.details)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
