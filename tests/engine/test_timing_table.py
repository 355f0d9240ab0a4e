"""A table of benefits, positions in the cycle, months worked and pay cycles, read a second time.

Each row is held to `plain_calendar`, which counts days one by one: month ends and leap days, a tax
year of 53 pay days, clock changes, Easter and Christmas in both countries' bank holidays.
"""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import numpy as np
import pytest

from benefits_calc.analysis.timeline import timeline, timeline_of
from benefits_calc.engine.dated.from_events import in_the_job
from benefits_calc.engine.dated.months import simulate_months
from benefits_calc.engine.dated.periods import months_later
from benefits_calc.engine.dated.scenario import AS_YOU_ARE, Scenario
from benefits_calc.rules.working_days import bank_holidays_of
from tests.engine import plain_calendar as plain
from tests.engine.dated_cases import p1

START_DAYS = (1, 5, 6, 7, 12, 28, 29, 30, 31)
NATIONS = ("england", "scotland")
# Cycle, pay day as the case says it, and the first pay day of a job begun on 2 November 2026 or,
# in the run through the leap day, on 1 November 2027.
CYCLES: tuple[tuple[str, int | str, tuple[str, str]], ...] = (
    ("weekly", "monday", ("2026-11-09", "2027-11-08")),  # 53 Mondays in 2026-27
    ("weekly", "friday", ("2026-11-13", "2027-11-12")),
    ("fortnightly", "thursday", ("2026-11-19", "2027-11-18")),
    ("four_weekly", "wednesday", ("2026-12-02", "2027-12-01")),
    ("monthly", 1, ("2026-12-01", "2027-12-01")),
    ("monthly", 28, ("2026-11-28", "2027-11-28")),
    ("monthly", 31, ("2026-11-30", "2027-11-30")),
    ("monthly", "last_working_day", ("2026-11-30", "2027-11-30")),
)
MONTHS_WORKED = (1, 2, 5, 6, 13)
RUNS = (
    # As at, first and last day of work at the earliest, first and last day shown.
    (date(2026, 10, 20), date(2026, 11, 2), date(2026, 10, 1), date(2027, 10, 31)),
    (date(2027, 3, 20), date(2027, 11, 1), date(2027, 10, 1), date(2028, 10, 31)),
)
BANK_HOLIDAYS_HELD = date(2028, 12, 31)
MAXIMUM, ALLOWANCE = "1304.70", "427"


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("year", [2025, 2026, 2027, 2028])
def test_bank_holidays_follow_from_their_rules(nation: str, year: int):
    held = {day.item() for day in bank_holidays_of(nation) if day.item().year == year}
    assert held == plain.holidays(year, nation)


def first_pay_day(cycle: int, run: int, nation: str) -> date:
    """The first pay day; the last working day of November 2026 in Scotland is the 27th."""
    _, pay_day, first = CYCLES[cycle]
    day = date.fromisoformat(first[run])
    return plain.working_day(day, nation) if pay_day == "last_working_day" else day


def a_case(start_day: int, cycle: int, run: int, nation: str) -> Any:
    paid, pay_day, _ = CYCLES[cycle]
    return p1(
        as_at=RUNS[run][0],
        nation=nation,
        region="rest_of_great_britain" if nation == "england" else None,
        benefits_now={
            "universal_credit": {"assessment_period_starts_on": start_day, "since": "2023-06"}
        },
        choices={"reallocate_double_pay": False},
        job={
            "starts": RUNS[run][1],
            "hours_per_week": 25.0,
            "paid": paid,
            "pay_day": pay_day,
            "first_pay_date": first_pay_day(cycle, run, nation),
            "tax_code": "1257L M1",
            "starter_declaration": None,
        },
    )


def lines_of_life(case: Any) -> tuple[Scenario, ...]:
    """Things as they are, and the job for one to thirteen months and without an end."""
    start = case.job.starts
    ends = [months_later(start, months) - timedelta(days=1) for months in MONTHS_WORKED]
    return (
        AS_YOU_ARE,
        *(in_the_job(case, 25.0, job_ends_on=end) for end in ends),
        in_the_job(case, 25.0),
    )


TABLE = [
    (start_day, cycle, run, NATIONS[(start_day + cycle) % 2])
    for start_day, cycle, run in product(START_DAYS, range(len(CYCLES)), range(len(RUNS)))
    # Both runs for the days that February treats in a way of its own, one for the others.
    if start_day >= 28 or run == (start_day + cycle) % 2
]


@pytest.mark.parametrize(("start_day", "cycle", "run", "nation"), TABLE)
def test_wages_fall_into_periods_as_the_days_do(start_day: int, cycle: int, run: int, nation: str):
    case = a_case(start_day, cycle, run, nation)
    _, _, first, last = RUNS[run]
    scenarios = lines_of_life(case)
    dated = simulate_months(case, scenarios, first, last)
    calendar = dated.calendar
    read = plain.periods(start_day, first - timedelta(days=80), last + timedelta(days=80))
    starts = [day.item() for day in calendar.period_starts]
    ours = [period for period in read if starts[0] <= period[0] <= starts[-1]]
    assert list(zip(starts, (d.item() for d in calendar.period_ends), strict=True)) == ours
    paid = [plain.working_day(end + timedelta(days=7), nation) for _, end in ours]
    assert [day.item() for day in calendar.paid_on] == paid

    pay_cycle, pay_day, _ = CYCLES[cycle]
    first_due = first_pay_day(cycle, run, nation)
    until = min(last + timedelta(days=200), BANK_HOLIDAYS_HELD)
    due_days = plain.pay_days(first_due, until, pay_cycle, pay_day, nation)
    slips = dated.payslips
    for place in range(len(scenarios)):
        mine = slips.where((slips.scenario == place) & (slips.due_on <= np.datetime64(until)))
        due = [day.item() for day in mine.due_on]
        # One packet on each pay day from the first, none left out and none besides.
        assert due == due_days[: len(due)]
        assert [d.item() for d in mine.paid_on] == [plain.working_day(d, nation) for d in due]
        if place == len(scenarios) - 1:
            assert due[-1] >= last
        for row, (begins, ends) in enumerate(ours):
            earned = sum(
                (
                    Decimal(f"{amount:.2f}")
                    for day, amount in zip(due, mine.uc_earned_income, strict=True)
                    if begins <= day <= ends
                ),
                Decimal(0),
            )
            expected = plain.award(MAXIMUM, ALLOWANCE, earned)
            found = Decimal(f"{dated.manual.states.award[row, place]:.2f}")
            assert found == expected, (begins, place, earned)


# Weekly rates by the Monday from which they are paid.
BENEFITS: dict[str, tuple[int, dict[date, str], dict[str, Any]]] = {
    "pip": (
        4,
        {date(2025, 4, 7): "73.90", date(2026, 4, 6): "76.70"},
        {"claimant": {"pip": {"daily_living": "standard"}}},
    ),
    "child_benefit": (
        4,
        {date(2025, 4, 7): "26.05", date(2026, 4, 6): "27.05"},
        {
            "children": [{"born": "2018-05"}],
            "benefits_now": {"child_benefit": {"amount": 27.05, "per": "week"}},
        },
    ),
    "carers_allowance": (
        4,
        {date(2025, 4, 7): "83.30", date(2026, 4, 6): "86.45"},
        {
            "claimant": {"carer": {"hours_per_week": 35, "carers_allowance": True}},
            "benefits_now": {"carers_allowance": {"amount": 86.45, "per": "week"}},
        },
    ),
    "new_style_esa": (
        2,
        {date(2025, 4, 7): "140.55", date(2026, 4, 6): "145.90"},
        {
            "claimant": {"new_style_esa": {"group": "support", "since": "2016-01"}},
            "benefits_now": {"new_style_esa": {"amount": 145.90, "per": "week"}},
        },
    ),
}


@pytest.mark.parametrize("as_at", [date(2026, 2, 11) + timedelta(days=8 * n) for n in range(4)])
@pytest.mark.parametrize("line", BENEFITS)
def test_weekly_benefits_are_paid_as_the_weeks_run(line: str, as_at: date):
    weeks, rates, facts = BENEFITS[line]
    case = p1(as_at=as_at, job=None, **facts)
    first, last = date(2026, 2, 1), date(2027, 1, 31)
    found = timeline_of(case, (AS_YOU_ARE,), first, last).as_you_are.cash
    paid = [(e.day, Decimal(f"{e.amount:.2f}")) for e in found if e.source == line]
    # One payment falls on the Monday after the day of the case.
    anchor = next(
        day for day in plain.days(as_at + plain.DAY, as_at + plain.WEEK) if day.weekday() == 0
    )
    assert paid == plain.weekly_payments(first, last, anchor, weeks, rates, "england")


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("start_day", START_DAYS)
def test_universal_credit_money_comes_on_its_days(start_day: int, nation: str):
    # Through a leap February, two Easters, a Christmas, and the rates of April.
    case = p1(
        as_at=date(2027, 3, 20),
        nation=nation,
        region="rest_of_great_britain" if nation == "england" else None,
        benefits_now={"universal_credit": {"assessment_period_starts_on": start_day}},
        job=None,
    )
    first, last = date(2027, 3, 1), date(2028, 12, 31)
    cash = timeline_of(case, (AS_YOU_ARE,), first, last).as_you_are.cash
    ends = [e for _, e in plain.periods(start_day, date(2026, 12, 1), date(2029, 3, 1))]
    paid = [plain.working_day(end + timedelta(days=7), nation) for end in ends]
    found = [(e.day, e.amount) for e in cash if e.source == "universal_credit"]
    assert found == [(day, 1304.70) for day in paid if first <= day <= last]


def test_rent_help_is_for_each_week_through_a_clock_change():
    home = {
        "tenure": "supported",
        "supported_kind": "exempt",
        "rent": {"amount": 262.0, "per": "week"},
        "council_tax": {"liable": False},
    }
    cash = timeline(p1(home=home, job=None), months=12).as_you_are.cash
    mondays = [e.day for e in cash if e.source == "housing_benefit"]
    read = [d for d in plain.days(mondays[0], mondays[-1]) if d.weekday() == plain.MONDAY]
    assert mondays == read
    assert {date(2026, 10, 26), date(2027, 3, 29)} <= set(mondays)
    assert {e.amount for e in cash if e.source == "housing_benefit"} == {262.0}


WEEKS_WORKED = (1, 4, 9, 26)


@pytest.mark.parametrize("cycle", range(len(CYCLES)))
@pytest.mark.parametrize("line", ["carers_allowance", "new_style_esa"])
def test_a_weekly_limit_stops_the_weeks_of_the_work(line: str, cycle: int):
    """17 hours are over both limits: each week of them stops the benefit, however pay comes."""
    paid, pay_day, first = CYCLES[cycle]
    _, rates, facts = BENEFITS[line]
    start = date(2026, 11, 2)
    case = p1(
        **facts,
        job={
            "starts": start,
            "hours_per_week": 17.0,
            "paid": paid,
            "pay_day": pay_day,
            "first_pay_date": date.fromisoformat(first[0]),
            "tax_code": "1257L M1",
            "starter_declaration": None,
            "pension": {
                "scheme": "none",
                "employee_percent": None,
                "basis": None,
                "enrolment": None,
            },
        },
    )
    ends = [start + timedelta(weeks=weeks, days=-1) for weeks in WEEKS_WORKED]
    scenarios = (AS_YOU_ARE, *(in_the_job(case, 17.0, job_ends_on=end) for end in ends))
    weeks = simulate_months(case, scenarios, date(2026, 10, 1), date(2027, 8, 31)).weeks
    amounts = weeks.family[line]
    for place, last in enumerate(ends, start=1):
        # New Style ESA that stopped for more than twelve weeks is taken as gone.
        gone = line == "new_style_esa" and WEEKS_WORKED[place - 1] > 12
        for row, moment in enumerate(weeks.moments):
            monday = moment.day
            if start <= monday <= last or (gone and monday > last):
                expected = 0.0
            else:
                expected = float(rates[max(day for day in rates if day <= monday)])
            assert amounts[row, place] == expected, (monday, last)


def test_a_tax_year_can_hold_fifty_three_pay_days():
    mondays = plain.pay_days(date(2026, 4, 6), date(2027, 4, 5), "weekly", "monday", "england")
    assert len(mondays) == 53
    case = a_case(8, 0, 0, "england")
    jobs = case.job.model_copy(update={"starts": date(2026, 3, 30), "first_pay_date": mondays[0]})
    dated = simulate_months(
        case.model_copy(update={"job": jobs}),
        (in_the_job(case, 25.0),),
        date(2026, 6, 1),
        date(2027, 5, 31),
    )
    due = {day.item() for day in dated.payslips.due_on}
    assert {day for day in mondays if day >= min(due)} == {d for d in due if d <= mondays[-1]}
    fifty_third = dated.payslips.where(dated.payslips.due_on == np.datetime64(mondays[-1]))
    week_before = dated.payslips.where(dated.payslips.due_on == np.datetime64(mondays[-2]))
    assert fifty_third.net[0] == week_before.net[0]
