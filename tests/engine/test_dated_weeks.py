"""Benefits by the week in a dated run, the gates between them, and payments on their own days."""

from datetime import date, timedelta

import numpy as np
import pytest

from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.engine.dated.from_events import scenarios_of
from benefits_calc.engine.dated.months import Dated, simulate_months
from benefits_calc.engine.dated.scenario import AS_YOU_ARE
from tests.engine.dated_cases import p1
from tests.engine.whole_cases import scenario

FIRST, LAST = date(2026, 10, 1), date(2027, 9, 30)
MONDAY_OF_MORE_HOURS = date(2027, 1, 4)


def simulated(case, *scenarios, last: date = LAST) -> Dated:
    chosen = scenarios or scenarios_of(case, (case.job.hours_per_week,))
    return simulate_months(case, chosen, FIRST, last)


def weekly(dated: Dated, line: str, place: int = 1) -> dict[date, float]:
    amounts = dated.weeks.family[line][:, place]
    return {m.day: float(a) for m, a in zip(dated.weeks.moments, amounts, strict=True)}


# --- New Style ESA: permitted work by the week, and the linking weeks --------------------------


def with_esa(weeks_over: int):
    """Support group, no Universal Credit; 15 hours a week, and 22.5 for some weeks from January."""
    back = MONDAY_OF_MORE_HOURS + timedelta(weeks=weeks_over)
    return p1(
        claims_universal_credit=False,
        claimant={
            "health_element": None,
            "health_element_basis": None,
            "new_style_esa": {"group": "support", "since": "2016-01"},
        },
        benefits_now={
            "universal_credit": None,
            "new_style_esa": {"amount": 145.90, "per": "week"},
        },
        job={
            "starts": "2026-11-02",
            "hourly_pay": 13.0,
            "hours_per_week": 15.0,
            "paid": "weekly",
            "pay_day": "friday",
            "pension": {
                "scheme": "none",
                "employee_percent": None,
                "basis": None,
                "enrolment": None,
            },
        },
        events=[
            {"on": str(MONDAY_OF_MORE_HOURS), "kind": "change_of_hours", "hours_per_week": 22.5},
            {"on": str(back), "kind": "change_of_hours", "hours_per_week": 15.0},
        ],
    )


def test_a_week_of_permitted_work_keeps_esa_and_a_week_over_it_does_not():
    found = weekly(simulated(with_esa(1)), "new_style_esa")
    assert found[MONDAY_OF_MORE_HOURS - timedelta(weeks=1)] == 145.90
    assert found[MONDAY_OF_MORE_HOURS] == 0
    assert found[MONDAY_OF_MORE_HOURS + timedelta(weeks=1)] == 145.90


@pytest.mark.parametrize(("weeks_over", "amount"), [(12, 145.90), (13, 0.0)])
def test_esa_is_picked_up_again_within_twelve_weeks(weeks_over: int, amount: float):
    found = weekly(simulated(with_esa(weeks_over)), "new_style_esa")
    assert found[MONDAY_OF_MORE_HOURS + timedelta(weeks=weeks_over)] == amount


def test_the_last_day_to_pick_esa_up_is_a_deadline():
    line = timeline(with_esa(20), months=9).lines[0]
    (deadline,) = [item for item in line.deadlines if item.what == "claim_esa_again"]
    assert deadline.by == MONDAY_OF_MORE_HOURS + timedelta(weeks=12, days=-1)
    last = line.months[-1].statuses
    assert ("new_style_esa", "lost") in [(status.code, status.state) for status in last]


@pytest.mark.parametrize(
    ("line", "fact", "most"),
    [
        ("new_style_esa", {"group": "work_related", "days_used": 300}, 365),
        ("new_style_jsa", {"days_used": 100}, 182),
    ],
)
def test_days_of_a_contributory_benefit_run_out(line: str, fact: dict, most: int):
    health = {"work_capability": "lcw", "health_element": None, "health_element_basis": None}
    case = p1(claimant={line: fact, **health}, benefits_now={line: {"amount": 90, "per": "week"}})
    found = weekly(simulated(case, AS_YOU_ARE), line, 0)
    assert case.as_at is not None
    over = case.as_at + timedelta(days=most - fact["days_used"])
    paid = [monday for monday, amount in found.items() if amount > 0]
    assert max(paid) < over <= max(paid) + timedelta(weeks=1)


def test_an_award_counts_each_day_of_a_benefit_that_ends_within_its_period():
    # JSA ends within a period: each day of it is 12/365 of the month's 93.55 x 52/12.
    case = p1(
        claimant={"new_style_jsa": {"days_used": 100}},
        benefits_now={"new_style_jsa": {"amount": 90, "per": "week"}},
    )
    dated = simulated(case, AS_YOU_ARE)
    unearned = dated.manual.awards.uc_unearned_income[:, 0]
    whole = max(unearned)
    week = max(weekly(dated, "new_style_jsa", 0).values())
    assert whole == pytest.approx(week * 52 / 12, abs=0.005)
    partial = [amount for amount in unearned if 0 < amount < whole]
    assert len(partial) == 1
    days = partial[0] / (whole * 12 / 365)
    assert days == pytest.approx(round(days), abs=0.001)


# --- carers ------------------------------------------------------------------------------------


def test_carers_allowance_follows_the_week_of_the_work():
    case = p1(
        claimant={"carer": {"hours_per_week": 35.0, "carers_allowance": True}},
        benefits_now={"carers_allowance": {"amount": 86.45, "per": "week"}},
        job={
            "paid": "weekly",
            "pay_day": "friday",
            "hours_per_week": 16.0,
            "tax_code": "1257L M1",
            "starter_declaration": None,
        },
        events=[
            {"on": "2027-01-04", "kind": "change_of_hours", "hours_per_week": 17.0},
            {"on": "2027-01-18", "kind": "change_of_hours", "hours_per_week": 16.0},
        ],
    )
    found = weekly(simulated(case), "carers_allowance")
    assert [found[date(2026, 12, 28)], found[date(2027, 1, 4)], found[date(2027, 1, 11)]] == [
        86.45,
        0.0,
        0.0,
    ]
    assert found[date(2027, 1, 18)] == 86.45


# --- payments ----------------------------------------------------------------------------------


def test_twice_a_month_is_two_halves():
    case = p1(
        nation="scotland", region=None, benefits_now={"universal_credit": {"paid": "twice_monthly"}}
    )
    cash = timeline(case, (0.0,), months=2, before=1).as_you_are.cash
    halves = [event for event in cash if event.source == "universal_credit"]
    assert sum(event.amount for event in halves[:2]) == pytest.approx(1304.70)
    assert (halves[1].day - halves[0].day).days in range(12, 18)


def test_a_deduction_ends_on_its_day():
    debt = {"kind": "advance", "amount": 50.0, "ends": "2027-01-31"}
    case = p1(benefits_now={"universal_credit": {"deductions": [debt]}})
    periods = {p.starts: p for p in timeline(case, (0.0,), months=6).as_you_are.periods}
    assert periods[date(2026, 12, 8)].deductions == 50.0
    assert periods[date(2027, 1, 8)].deductions == 0.0
    assert periods[date(2026, 12, 8)].award == 1304.70


def test_no_payment_comes_on_a_weekend_or_bank_holiday():
    case = p1(claimant={"pip": {"daily_living": "enhanced"}})
    for event in timeline(case).lines[0].cash:
        if event.amount > 0:
            assert np.is_busday(np.datetime64(event.day))
            assert event.day not in {date(2026, 12, 25), date(2027, 3, 26), date(2027, 3, 29)}


def test_every_payment_has_a_source_and_the_totals_are_its_sums():
    line = timeline(p1()).lines[0]
    assert all(event.source and event.what and event.why for event in line.cash)
    total = 0.0
    for event in line.cash:
        total = round(total + event.amount, 2)
        assert event.running_total == total
    assert [event.day for event in line.cash] == sorted(event.day for event in line.cash)


# --- holding at a penny, and the price of a late claim -----------------------------------------


def test_an_award_is_held_at_a_penny_while_a_decision_is_awaited():
    case = p1(
        claimant={
            "work_capability": "awaiting_assessment",
            "work_capability_since": None,
            "health_element": None,
            "health_element_basis": None,
            "awaiting_assessment_since": "2026-02",
            "pip": {"daily_living": "standard"},
        },
        job={"hours_per_week": 37.5, "tax_code": "1257L M1", "starter_declaration": None},
    )
    line = timeline(case, months=3).lines[0]
    held = next(period for period in line.periods if period.wages_counted)
    assert (held.state, held.award) == ("penny", 0.01)
    assert not [item for item in line.deadlines if item.what == "look_at_journal"]


def test_twelve_days_of_an_award_are_twelve_times_twelve_365ths():
    # The job ends on 3 February; seven days and a fortnight later 12 days of the period are left.
    found = way_back(p1(job={"starts": "2026-11-04"}), Asked("job_ends", 3))
    assert found.changes_on == date(2027, 2, 3)
    assert found.reclaim is not None
    assert found.reclaim.full_award == 1304.70
    assert found.reclaim.late_award == 514.73


# --- hospital, and then the job ends (the first walk) ------------------------------------------


def test_hospital_and_the_end_of_the_job_bring_everything_back():
    events = [
        {"on": "2027-04-05", "kind": "hospital", "until": "2027-05-16"},
        {"on": "2027-04-05", "kind": "sickness", "until": "2027-05-16"},
        {"on": "2027-05-16", "kind": "job_ends"},
    ]
    case = p1(
        claimant={"pip": {"daily_living": "standard"}},
        job={"paid": "four_weekly", "pay_day": "friday", "hours_per_week": 16.0},
        events=events,
    )
    line = timeline(case, months=12).lines[0]
    sick = sum(float(str(e.facts.get("statutory_sick_pay", 0))) for e in line.cash)
    assert sick == pytest.approx(6 * 123.25, abs=0.01)
    pip = [event for event in line.cash if event.source == "pip"]
    # 28 days from 6 April end on 3 May, and 16 May is the day of leaving: 12 days unpaid.
    assert sum(e.amount for e in pip) == pytest.approx(
        76.70 * 4 * len([e for e in pip if e.amount]) - 76.70 * 12 / 7, abs=0.01
    )
    assert all(period.state == "open" for period in line.periods)
    assert line.periods[-1].award == 1304.70
    assert line.end_gap is not None
    assert line.end_gap.first_money is not None
    assert not [item for item in line.deadlines if item.what == "reclaim_after_job_ends"]


def test_council_tax_and_its_reduction_fall_on_one_day_and_make_the_bill():
    line = timeline(scenario("a06"), (0.0,), months=12).as_you_are
    bill = {e.day: e.amount for e in line.cash if e.what == "council_tax_instalment"}
    credit = {e.day: e.amount for e in line.cash if e.what == "council_tax_reduction_credit"}
    assert set(credit) == set(bill)
    assert {day.day for day in bill} == {1}
    assert all(0 < credit[day] <= -bill[day] for day in bill)


def test_pensions_come_on_the_working_day_before_the_first():
    case = p1(
        claimant={"other_income": [{"kind": "occupational_pension", "amount": 100, "per": "month"}]}
    )
    days = [e.day for e in timeline(case).as_you_are.cash if e.source == "other_income"]
    assert date(2026, 10, 30) in days  # 1 November is a Sunday
    assert date(2026, 12, 31) in days  # New Year's Day
    assert len(days) == len(set(days))
