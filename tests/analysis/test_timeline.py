"""Timelines against worked examples: to the penny and the day."""

from datetime import date

import pytest

from benefits_calc.analysis.timeline import timeline
from tests.engine.dated_cases import p1


def payments(line, source):
    return [(event.day, event.amount) for event in line.cash if event.source == source]


def test_the_worked_timeline_of_a_job_of_three_months():
    # Paid on the 28th from November to January; the last wage's period ends on 7 February.
    case = p1(events=[{"on": date(2027, 1, 31), "kind": "job_ends"}])
    line = timeline(case, months=6, before=1).lines[0]
    assert payments(line, "universal_credit") == [
        (date(2026, 10, 14), 1304.70),
        (date(2026, 11, 13), 1304.70),
        (date(2026, 12, 14), 952.06),
        (date(2027, 1, 14), 952.06),
        (date(2027, 2, 12), 952.06),
        (date(2027, 3, 12), 1304.70),
        (date(2027, 4, 14), 1304.70),
        (date(2027, 5, 14), 1304.70),
    ]
    assert payments(line, "net_pay") == [
        (date(2026, 11, 27), 1068.17),
        (date(2026, 12, 24), 1068.17),
        (date(2027, 1, 28), 1068.17),
    ]
    assert line.end_gap is not None
    assert line.end_gap.days == 43
    assert line.end_gap.first_money == date(2027, 3, 12)


def test_with_no_job_both_lines_are_the_same():
    found = timeline(p1(), (0.0,))
    assert found.lines[0].cash == found.as_you_are.cash
    assert [month.total for month in found.lines[0].months] == [
        month.as_you_are_total for month in found.lines[0].months
    ]


def test_the_calendar_adds_up_to_the_awards():
    line = timeline(p1()).lines[0]
    shown = [p for p in line.periods if date(2026, 8, 1) <= p.paid_on <= date(2028, 5, 31)]
    paid = sum(amount for _, amount in payments(line, "universal_credit"))
    assert paid == pytest.approx(sum(p.award - p.deductions for p in shown))
    assert sum(month.total for month in line.months) - sum(
        sum(month.costs.values()) for month in line.months
    ) == pytest.approx(line.cash[-1].running_total)


def test_months_after_the_verified_rates_are_marked():
    found = timeline(p1())
    marked = [p.starts for p in found.lines[0].periods if p.rates_not_yet_set]
    assert marked[0] == date(2027, 4, 8)
    assert "rates_not_yet_set" in [item.code for item in found.warnings]
    rent = [event for event in found.lines[0].cash if event.source == "rent"]
    assert not any(event.rates_not_yet_set for event in rent)
