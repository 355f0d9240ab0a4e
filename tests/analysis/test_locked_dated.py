"""Letters' amounts in dated months, the way back and the hours for an amount: as compared."""

from datetime import date
from typing import Any

import pytest

from benefits_calc.analysis.hours_for import hours_for
from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.case import Case
from benefits_calc.words.dated import assumption_sentence
from tests.engine.dated_cases import SUPPORTED, p1
from tests.engine.whole_cases import case_with, compared, money

PIP = {"pip": {"daily_living": "standard"}}


def statement(amount: float, **more: Any) -> dict[str, Any]:
    return {
        "universal_credit": {
            "assessment_period_starts_on": 8,
            "since": "2023-06",
            "amount": {"amount": amount, "per": "month"},
            "locked": True,
            **more,
        }
    }


def letter(amount: float) -> dict[str, Any]:
    return {"amount": amount, "per": "week", "locked": True}


def paid(line: Any, source: str) -> dict[date, float]:
    return {event.day: event.amount for event in line.cash if event.source == source}


@pytest.mark.parametrize("amount", [1250.00, 1304.70, 1340.25])
def test_as_you_are_is_the_statement_and_the_job_moves_it_by_what_is_worked_out(amount: float):
    plain = timeline(p1(), months=3)
    locked = timeline(p1(benefits_now=statement(amount)), months=3)
    assert set(paid(locked.as_you_are, "universal_credit").values()) == {amount}
    more = amount - 1304.70
    before, after = (paid(shown.lines[0], "universal_credit") for shown in (plain, locked))
    assert before.keys() == after.keys()
    for day, worked_out in before.items():
        assert after[day] == pytest.approx(worked_out + more, abs=0.005)
    for period in locked.as_you_are.periods:
        assert (period.award, period.worked_out) == (amount, amount)


def test_a_statement_after_deductions_is_what_is_paid():
    taken = [{"kind": "advance", "amount": 50, "per": "month"}]
    now = statement(1254.70, amount_is="after_deductions", deductions=taken)
    line = timeline(p1(benefits_now=now), months=3).as_you_are
    assert set(paid(line, "universal_credit").values()) == {1254.70}


def test_it_never_goes_below_nothing_and_a_nil_period_stays_nil():
    job = {"hours_per_week": 37.5, "hourly_pay": 25.0}
    plain = timeline(p1(job=job), months=3).lines[0]
    locked = timeline(p1(job=job, benefits_now=statement(1340.25)), months=3).lines[0]
    states = [period.state for period in plain.periods]
    assert "nil" in states
    assert [period.state for period in locked.periods] == states
    assert all(p.award == 0 for p in locked.periods if p.state in ("nil", "closed"))
    low = timeline(p1(benefits_now=statement(100.0)), months=3).lines[0]
    assert min(period.award for period in low.periods) == 0


def test_the_change_of_april_is_applied_to_the_letter():
    """From 12 April 2027 what is enacted rises; the difference to the letter stays the same."""
    plain = timeline(p1(), months=9).as_you_are
    locked = timeline(p1(benefits_now=statement(1340.25)), months=9).as_you_are
    apart = {
        round(b.award - a.award, 2) for a, b in zip(plain.periods, locked.periods, strict=True)
    }
    assert apart == {35.55}


def test_a_weekly_letter_is_paid_in_its_weeks():
    now = statement(1304.70) | {"pip": letter(80.0)}
    line = timeline(p1(claimant=PIP, benefits_now=now), months=3).lines[0]
    assert set(paid(line, "pip").values()) == {320.0}


def test_a_letter_of_housing_benefit_holds_and_stops_with_the_home():
    now = {"universal_credit": {"assessment_period_starts_on": 8}, "housing_benefit": letter(240.0)}
    case = p1(home=SUPPORTED, benefits_now=now)
    assert set(paid(timeline(case, months=3).as_you_are, "housing_benefit").values()) == {240.0}
    dearer = {k: v for k, v in SUPPORTED.items() if v is not None}
    dearer |= {"rent": {"amount": 300.0, "per": "week"}}
    moving = p1(
        home=SUPPORTED,
        benefits_now=now,
        events=[{"on": "2026-12-07", "kind": "move", "home": dearer}],
    )
    found = paid(timeline(moving, months=3).as_you_are, "housing_benefit")
    assert (found[date(2026, 11, 30)], found[date(2026, 12, 7)]) == (240.0, 300.0)


def test_the_way_back_comes_back_to_the_letter():
    found = way_back(p1(benefits_now=statement(1340.25)), Asked("job_ends", 3))
    assert found.line.periods[-1].award == 1340.25
    assert found.back_on == way_back(p1(), Asked("job_ends", 3)).back_on


def test_what_is_said_of_letters():
    used = timeline(p1(benefits_now=statement(1340.25)), months=3).assumptions
    (said,) = [item for item in used if item.code == "locked_amount"]
    assert "£1,340" in assumption_sentence(said)
    nothing = p1(benefits_now={"universal_credit": {}, "council_tax_reduction": letter(25.0)})
    (said,) = [i for i in timeline(nothing, months=3).assumptions if i.code == "locked_not_used"]
    assert "is not used" in assumption_sentence(said)
    assert not [i for i in timeline(p1(), months=3).assumptions if i.code.startswith("locked")]


def test_months_as_you_are_are_the_comparisons_now():
    for amount in (1250.0, 1340.25):
        case = p1(benefits_now=statement(amount))
        now = money(compared(case, 20.0).now, "universal_credit")
        months = timeline(case, months=3).as_you_are.months
        assert {month.per_source["universal_credit"] for month in months} == {now}


@pytest.mark.parametrize("amount", [1204.70, 1304.70, 1404.70])
def test_hours_for_an_amount_rest_on_the_letter(amount: float):
    """The same extra money a month moves the target reached, not the hours of now's money."""

    def with_letter(at: float) -> Case:
        return case_with(
            benefits_now__universal_credit__amount={"amount": at, "per": "month"},
            benefits_now__universal_credit__locked=True,
        )

    plain, locked = case_with(), with_letter(amount)
    target = compared(plain, 10).points[0].left_over_per_month
    found = hours_for(plain, target)
    moved = hours_for(locked, target + amount - 1304.70)
    assert moved.stretches == found.stretches
    assert hours_for(locked).target_per_month == compared(locked, 10).now.left_over_per_month
