"""Calendar files: valid, stable, and telling nothing unless asked."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from benefits_calc.analysis.timeline import timeline
from benefits_calc.output.calendar_file import (
    Entry,
    calendar_file,
    calendar_of_line,
    calendar_of_tasks,
)
from benefits_calc.output.next_steps import next_steps
from tests.engine.whole_cases import NAMES, case_with, scenario
from tests.output.made import steps_of

# What an employer must not read in a title.
TELLS = re.compile(
    r"universal|credit|\besa\b|pip|benefit|council|disab|health|carer|allowance|sick|mental|"
    r"jobcentre|dwp|pw1|adviser|payment|prescri|hospital|lcw|support|claim|tax",
    re.IGNORECASE,
)


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def lines(data: bytes) -> list[str]:
    return data.decode("utf-8").split("\r\n")


@pytest.mark.parametrize("name", NAMES)
def test_files_are_valid_by_lines(name: str):
    """RFC 5545 3.1: lines end in CRLF and have at most 75 octets; required parts are there once."""
    job = scenario(name).job
    for named in (False, True):
        data = calendar_of_tasks(steps_of(name), named=named)
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert all(len(line.encode("utf-8")) <= 75 for line in lines(data))
        head = lines(data)[:5]
        assert head[0] == "BEGIN:VCALENDAR"
        assert {"VERSION:2.0", "PRODID:-//benefits_calc//next steps//EN"} <= set(head)
        blocks = data.decode().split("BEGIN:VEVENT")[1:]
        assert (len(blocks) >= 4) == (job is not None and job.starts is not None)
        for block in blocks:
            for part in ("UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "SUMMARY:"):
                assert block.count(f"\r\n{part}") == 1, part


@pytest.mark.parametrize("name", NAMES)
def test_neutral_titles_tell_nothing_and_there_is_no_more(name: str):
    data = calendar_of_tasks(steps_of(name))
    for event in events(data):
        assert not TELLS.search(str(event["summary"]))
        assert "description" not in event
        assert "location" not in event
    assert not TELLS.search(re.sub(r"PRODID:.*", "", data.decode()))
    assert scenario(name).label not in data.decode()


def test_every_neutral_title_of_the_catalogue_tells_nothing(package: Path):
    words = tomllib.loads((package / "words" / "next_steps_en.toml").read_text("utf-8"))
    titles = words["calendar_file"]
    neutral = {k: v for k, v in titles.items() if not k.endswith("_named") and k != "about"}
    assert {f"{code}_named" for code in neutral} == set(titles) - set(neutral) - {"about"}
    for title in neutral.values():
        assert not TELLS.search(title), title


def test_events_are_the_days_of_the_tasks():
    steps = steps_of("a01_merton_social_tenant_lcwra")
    found = {(str(e["summary"]), e["dtstart"].dt) for e in events(calendar_of_tasks(steps))}
    expected: set[tuple[str, date | None]] = set()
    for step, task in enumerate(steps.tasks, start=1):
        if task.by is not None:
            expected.add((f"Last day: step {step} of my plan", task.by))
            if task.aim_for != task.by:
                expected.add((f"To do: step {step} of my plan", task.aim_for))
    assert {(title, day) for title, day in found if "step" in title} == expected


def test_pay_days_payments_and_last_days_are_those_of_the_months():
    steps = steps_of("w3_manchester_supported_weekly")
    line = steps.situation.months
    assert line is not None
    found = [(str(e["summary"]), e["dtstart"].dt) for e in events(calendar_of_tasks(steps))]
    wages = [event.day for event in line.cash if event.what == "wage"]
    assert [day for title, day in found if title == "Pay day"] == wages
    assert wages[0] == date(2027, 1, 22)
    paid = [day for title, day in found if title == "Money due in"]
    # Nothing comes on 18 June, as the period before has five pay days.
    assert date(2027, 5, 20) in paid
    assert date(2027, 6, 18) not in paid
    assert ("Last day: see my plan", date(2027, 11, 13)) in found
    # Days to look at the journal: the first is a step of the plan, and is not there twice.
    looks = [title for title, day in found if day == date(2027, 6, 18)]
    (step,) = [n for n, t in enumerate(steps.tasks, start=1) if t.code == "journal_check"]
    assert [title for title in looks if title != "Pay day"] == [f"To do: step {step} of my plan"]
    assert ("To do: see my plan", date(2027, 8, 20)) in found


def test_both_halves_of_an_award_are_days_to_remember():
    """Scottish choice: Universal Credit twice a month, on the pay day and about 15 days after."""
    case = scenario("a06")
    line = timeline(case, months=3, before=0).lines[0]
    halves = sorted(e.day for e in line.cash if e.source == "universal_credit" and e.amount > 0)
    titles = [e for e in events(calendar_of_line(case, line)) if e["SUMMARY"] == "Money due in"]
    found = sorted(event.decoded("DTSTART") for event in titles)
    assert case.as_at is not None
    assert found == [day for day in halves if day >= case.as_at]
    assert len(found) >= 6


def test_amounts_stand_only_in_named_titles_and_only_where_rates_are_set():
    steps = steps_of("w3_manchester_supported_weekly")
    named = events(calendar_of_tasks(steps, named=True))
    wages = [e for e in named if str(e["summary"]).startswith("Wage")]
    assert re.fullmatch(r"Wage: about £\d+", str(wages[0]["summary"]))
    assert str(wages[-1]["summary"]) == "Wage"
    assert "£" not in calendar_of_tasks(steps).decode()
    line = steps.situation.months
    assert line is not None
    alone = calendar_of_line(steps.situation.case, line)
    shared = {str(e["uid"]) for e in events(alone)} & {str(e["uid"]) for e in named}
    assert len(shared) == len(events(alone)) - 1


def test_events_last_all_of_one_day_and_are_private():
    for event in events(calendar_of_tasks(steps_of("a02_kingston_supported_lcwra"))):
        assert type(event["dtstart"].dt) is date
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        assert event["class"] == "PRIVATE"
        assert event["transp"] == "TRANSPARENT"


def test_named_titles_say_what_to_do_and_why():
    steps = steps_of("a04_northampton_esa_permitted_work_owner")
    found = {str(e["summary"]): e for e in events(calendar_of_tasks(steps, named=True))}
    pw1 = found["Last day: Send form PW1 for permitted work"]
    assert "before the first shift" in str(pw1["description"])


def test_an_event_keeps_its_identity_when_its_day_moves_and_no_other_has_it():
    early, late = (
        events(calendar_of_tasks(next_steps(case_with(job__starts=day))))
        for day in ("2027-01-11", "2027-02-08")
    )
    identities = [str(e["uid"]) for e in early]
    assert len(set(identities)) == len(identities)
    steps = [{str(e["uid"]) for e in side if "step" in e["summary"]} for side in (early, late)]
    assert steps[0] == steps[1]
    assert {e["dtstart"].dt for e in early} != {e["dtstart"].dt for e in late}
    other = events(
        calendar_of_tasks(next_steps(case_with(label="other", job__starts="2027-01-11")))
    )
    assert not set(identities) & {str(e["uid"]) for e in other}


def test_the_same_case_makes_the_same_bytes():
    steps = steps_of("a01_merton_social_tenant_lcwra")
    assert calendar_of_tasks(steps) == calendar_of_tasks(steps)


def test_days_that_are_past_are_left_out():
    found = events(calendar_of_tasks(next_steps(case_with(job__starts="2026-11-20"))))
    assert found
    assert min(e["dtstart"].dt for e in found) >= date(2026, 12, 1)


def test_long_and_special_text_comes_back_as_it_was():
    text = "Ask; the, \\ office\nthen “wait” — £1,304.70 " * 5
    entry = Entry(date(2028, 2, 29), "x", "neutral", "Named, " + text.replace("\n", " "), text)
    (event,) = events(calendar_file("label", date(2026, 12, 1), [entry], named=True))
    assert str(event["description"]) == text
    assert event["dtend"].dt == date(2028, 3, 1)
