"""What changes is said by its day and once; gaps and lowest days are those of the payments."""

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from benefits_calc.analysis.dated_records import Line, Timeline
from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.engine.dated.hospital import unpaid_spells
from benefits_calc.output.timeline_tables import timeline_text
from benefits_calc.output.way_back import way_back_text
from benefits_calc.words.changes import change_items
from benefits_calc.words.dated import lowest_sentence
from benefits_calc.words.month_tables import around, cash_table, first_days
from tests.engine.dated_cases import p1
from tests.engine.whole_cases import NAMES, scenario

ALIKE = 5.0


@cache
def ending(name: str) -> Timeline:
    """A scenario whose job ends after five months."""
    return timeline(scenario(name), months=12, job_ends_after=5)


def paid(line: Line, source: str) -> dict[date, float]:
    found: dict[date, float] = {}
    for event in line.cash:
        if event.source == source:
            found[event.day] = found.get(event.day, 0.0) + event.amount
    return found


def by_period(line: Line) -> dict[object, tuple[date, float]]:
    """First day of payment and Universal Credit paid, by the first day of the period."""
    found: dict[object, tuple[date, float]] = {}
    for event in line.cash:
        if event.source == "universal_credit":
            first, amount = found.get(event.facts["period_from"], (event.day, 0.0))
            found[event.facts["period_from"]] = first, amount + event.amount
    return found


def since(line: Line, first: date, last: date) -> float:
    """Money from one day to another, both with it."""
    return sum(event.amount for event in line.cash if first <= event.day <= last)


@pytest.mark.parametrize("name", NAMES)
def test_universal_credit_changes_on_the_day_that_its_payment_does(name: str):
    found = ending(name)
    for line in found.lines:
        with_job, without = (by_period(each) for each in (line, found.as_you_are))
        for change in line.changes:
            if change.status.code != "universal_credit" or "change" not in change.status.facts:
                continue
            period = change.status.facts["period_from"]
            paid_on, amount = with_job[period]
            assert change.day == paid_on
            moved = amount - without[period][1]
            assert moved == pytest.approx(change.status.facts["change"], abs=0.02), change.day


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_twice(name: str):
    for line in ending(name).lines:
        said = [
            (c.status.code, c.status.state, c.status.why, c.status.facts.get("wages"))
            for c in line.changes
        ]
        amounts: list[Any] = [
            c.status.facts.get("change", c.status.facts.get("per_week")) for c in line.changes
        ]
        for place, one in enumerate(said):
            for other, what in enumerate(said[:place]):
                if one == what:
                    assert amounts[place] is not None
                    assert abs(amounts[place] - amounts[other]) >= ALIKE
        days = [item.name for item in change_items(line.changes)]
        assert max(Counter(days).values(), default=1) == 1
        assert [change.day for change in line.changes] == sorted(c.day for c in line.changes)


def test_months_with_a_fifth_pay_day_are_named_by_their_days():
    """Paid weekly on Fridays, periods from the 14th: five pay days bring the award to nothing."""
    line = timeline(scenario("w3")).lines[0]
    nil = [day for day, amount in paid(line, "universal_credit").items() if amount == 0]
    (change,) = [c for c in line.changes if c.status.why == "nil_for_income"]
    assert [change.day, *change.again] == nil
    assert nil[0] == date(2027, 6, 18)
    (rent,) = [c for c in line.changes if c.status.why == "means_test"]
    lower = [day for day, amount in paid(line, "housing_benefit").items() if amount < 262]
    # Each stretch of lower weeks is named by its first Monday.
    stretches = [day for before, day in pairwise(lower) if (day - before).days > 7]
    assert [rent.day, *rent.again] == [lower[0], *stretches]


def test_payment_that_stops_in_hospital_is_said_on_its_first_day():
    """In on 4 January 2027: 28 days after the first one end on 1 February."""
    stay = {"on": date(2027, 1, 4), "until": date(2027, 3, 30), "kind": "hospital"}
    case = p1(claimant={"pip": {"daily_living": "standard"}}, events=[stay])
    (first, _) = unpaid_spells(case, "claimant")[0]
    (change,) = [c for c in timeline(case).lines[0].changes if c.status.why == "hospital"]
    assert change.day == first == date(2027, 2, 2)


def test_how_things_stand_at_first_is_no_change():
    line = timeline(p1()).lines[0]
    assert line.starts_on is not None
    assert all(change.day > line.starts_on for change in line.changes)
    assert timeline(p1(), (0.0,)).lines[0].changes == ()
    assert timeline(p1()).as_you_are.changes == ()


@pytest.mark.parametrize("asked", [Asked("job_ends", 3), Asked("sickness", 3, weeks=6)])
def test_the_way_back_says_what_changes_until_it_has_settled(asked: Asked):
    found = way_back(scenario("w3"), asked)
    assert found.back_on is not None
    assert found.changes
    assert all(found.changes_on <= c.day <= found.back_on for c in found.changes)


@pytest.mark.parametrize("name", NAMES)
def test_the_lowest_day_and_what_is_short_are_those_of_the_payments(name: str):
    found = ending(name)
    for line in found.lines:
        assert line.starts_on is not None
        assert line.job_ends_on is not None
        for lowest, first in (
            (line.lowest_after_start, line.starts_on),
            (line.lowest_after_end, line.job_ends_on + timedelta(days=1)),
        ):
            assert lowest is not None
            assert lowest.counted_from <= lowest.day
            assert lowest.counted_from <= first or not paid(line, "universal_credit")
            held = since(line, lowest.counted_from, lowest.day)
            assert lowest.in_hand == pytest.approx(held, abs=0.005)
            usual = since(found.as_you_are, lowest.counted_from, lowest.day)
            assert lowest.as_you_are_in_hand == pytest.approx(usual, abs=0.005)
            days = {e.day for e in line.cash if e.day >= first}
            least = min((since(line, lowest.counted_from, day) for day in days), default=held)
            assert held <= least + 0.005
        for gap, first in (
            (line.first_wage_gap, line.starts_on),
            (line.end_gap, max([*paid(line, "net_pay"), line.job_ends_on])),
        ):
            assert gap is not None
            after = [e.day for each in (line, found.as_you_are) for e in each.cash]
            until = gap.first_money or found.last_day
            beside = [
                since(found.as_you_are, first, day) - since(line, first, day)
                for day in sorted({day for day in after if first < day < until})
            ]
            if gap is line.end_gap:
                on = since(found.as_you_are, first, first) - since(line, first, first)
                beside = [each - on for each in beside]
            assert gap.short_by == pytest.approx(max([*beside, 0.0]), abs=0.005)
            assert (gap.short_on is not None) == (gap.short_by > 0)


def test_after_the_end_what_was_earned_before_does_not_hide_a_short_month():
    """The last wage lowers the award once more, 447.59 in place of 671.29, in August."""
    found = way_back(scenario("w4"), Asked("job_ends", 6))
    gap = found.line.end_gap
    assert gap is not None
    assert gap.last_full_payment == date(2027, 7, 30)
    assert gap.first_money == date(2027, 9, 14)
    usual = paid(found.as_you_are, "universal_credit")[date(2027, 8, 13)]
    lower = paid(found.line, "universal_credit")[date(2027, 8, 13)]
    assert (usual, lower) == (671.29, 447.59)
    assert gap.short_by >= usual - lower


def test_what_is_paid_again_in_part_is_not_a_full_payment():
    """A claim made again during the job: its first payment counts four wages of the period."""
    found = way_back(scenario("w3"), Asked("job_ends", 6))
    gap = found.line.end_gap
    assert gap is not None
    assert gap.first_money == found.back_on == date(2027, 8, 20)


def test_without_universal_credit_nothing_is_said_to_be_missing():
    found = way_back(scenario("w2"), Asked("job_ends", 6))
    said = " ".join(around(found.line, after_end=True))
    assert "No full payment" not in said
    assert "on its own days" in said


@pytest.mark.parametrize("name", ["p1", "w1", "w3", "w4", "w5"])
def test_the_lowest_day_stands_in_the_table_beside_it(name: str):
    line = timeline(scenario(name)).lines[0]
    lowest = line.lowest_after_start
    assert lowest is not None
    events = first_days(line)
    assert events[0].day == lowest.counted_from
    rows = cash_table(events).rows
    (shown,) = [
        row.cells[1] for row, event in zip(rows, events, strict=True) if event.day == lowest.day
    ][-1:]
    assert f"{shown} in hand" in lowest_sentence(lowest, after_end=False)


@pytest.mark.parametrize("width", [80, 100])
@pytest.mark.parametrize("name", NAMES)
def test_tables_fit_the_width(name: str, width: int):
    made = timeline_text(ending(name), width)
    told = way_back_text(way_back(scenario(name), Asked("job_ends", 2), 8.0), width)
    for text in (made, told):
        table = [row for row in text.splitlines() if re.match(r"[A-Z][a-z]{2} \d{4}\*? ", row)]
        assert len(table) > 5
        assert max(map(len, table)) <= width
        assert max(map(len, text.splitlines()[2:])) <= 100
