"""Pay days and the work that each pays for, by tables and by what must always hold."""

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.dated.dated_pay import calendar_of, days

MONTHLY = [
    # pay day, nation: due days from November 2026 on.
    (28, "england", ["2026-11-28", "2026-12-28", "2027-01-28", "2027-02-28", "2027-03-28"]),
    (31, "england", ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"]),
    ("friday", "england", ["2026-11-27", "2026-12-25", "2027-01-29", "2027-02-26", "2027-03-26"]),
    (
        "last_working_day",
        "england",
        ["2026-11-30", "2026-12-31", "2027-01-29", "2027-02-26", "2027-03-31"],
    ),
    (
        "last_working_day",
        "scotland",
        ["2026-11-27", "2026-12-31", "2027-01-29", "2027-02-26", "2027-03-31"],
    ),
]
PAID = {
    "2026-11-28": "2026-11-27",
    "2026-12-28": "2026-12-24",  # a bank holiday, after Christmas and a weekend
    "2026-12-25": "2026-12-24",
    "2027-01-31": "2027-01-29",
    "2027-02-28": "2027-02-26",
    "2027-03-28": "2027-03-25",  # Easter Day, after Good Friday
    "2027-03-26": "2027-03-25",
}


@pytest.mark.parametrize(("pay_day", "nation", "due"), MONTHLY)
def test_monthly_pay_days(pay_day: Any, nation: str, due: list[str]):
    calendar = calendar_of("2026-11-02", nation=nation, pay_day=pay_day)
    assert days(calendar.due_on[:5]) == due
    assert days(calendar.paid_on[:5]) == [PAID.get(day, day) for day in due]


def test_the_last_day_of_a_leap_february():
    calendar = calendar_of("2028-02-01", until="2028-03-31", pay_day=31)
    assert days(calendar.due_on[:2]) == ["2028-02-29", "2028-03-31"]


# Pay up to the 15th is for the month before; arrears_weeks says otherwise.
@pytest.mark.parametrize(
    ("job", "due", "work"),
    [
        ({"pay_day": 16}, "2026-11-16", ("2026-11-01", "2026-11-30")),
        ({"pay_day": 15}, "2026-12-15", ("2026-11-01", "2026-11-30")),
        ({"pay_day": 28, "arrears_weeks": 4}, "2026-12-28", ("2026-11-01", "2026-11-30")),
        ({"pay_day": 28, "arrears_weeks": 1}, "2026-11-28", ("2026-11-01", "2026-11-30")),
        ({"pay_day": 10, "arrears_weeks": 0}, "2026-11-10", ("2026-11-01", "2026-11-30")),
        ({"first_pay_date": "2026-11-10"}, "2026-11-10", ("2026-11-01", "2026-11-30")),
        ({"first_pay_date": "2026-12-10"}, "2026-12-10", ("2026-11-01", "2026-11-30")),
        # Too late for November's payroll: the first wage is for both months.
        (
            {"pay_day": 28, "first_pay_date": "2026-12-28"},
            "2026-12-28",
            ("2026-11-01", "2026-12-31"),
        ),
        (
            {"pay_day": 28, "first_pay_date": "2026-11-30"},
            "2026-11-30",
            ("2026-11-01", "2026-11-30"),
        ),
    ],
)
def test_the_first_monthly_wage(job: dict[str, Any], due: str, work: tuple[str, str]):
    calendar = calendar_of("2026-11-02", **job)
    first = calendar.packet_of_period == 0
    assert str(calendar.due_on[0]) == due
    assert (str(calendar.period_from[first][0]), str(calendar.period_to[first][-1])) == work


def test_a_job_begun_after_the_pay_day_is_first_paid_the_month_after():
    calendar = calendar_of("2026-11-30", pay_day=28)
    assert days(calendar.due_on[:2]) == ["2026-12-28", "2027-01-28"]
    assert list(calendar.packet_of_period[:3]) == [0, 0, 1]


# Started on Monday 2 November 2026.
@pytest.mark.parametrize(
    ("job", "due", "work"),
    [
        ({"paid": "weekly"}, "2026-11-13", ("2026-11-02", "2026-11-08")),
        ({"paid": "weekly", "arrears_weeks": 0}, "2026-11-06", ("2026-11-02", "2026-11-08")),
        ({"paid": "weekly", "arrears_weeks": 2}, "2026-11-20", ("2026-11-02", "2026-11-08")),
        ({"paid": "weekly", "pay_day": "thursday"}, "2026-11-12", ("2026-11-02", "2026-11-08")),
        (
            {"paid": "weekly", "first_pay_date": "2026-11-05"},
            "2026-11-05",
            ("2026-11-02", "2026-11-08"),
        ),
        (
            {"paid": "weekly", "first_pay_date": "2026-11-19"},
            "2026-11-19",
            ("2026-11-02", "2026-11-15"),
        ),
        ({"paid": "fortnightly"}, "2026-11-20", ("2026-11-02", "2026-11-15")),
        ({"paid": "four_weekly"}, "2026-12-04", ("2026-11-02", "2026-11-29")),
        # The employer's four weeks end on 15 November: the first packet is for two of them.
        (
            {"paid": "four_weekly", "first_pay_date": "2026-11-20"},
            "2026-11-20",
            ("2026-10-19", "2026-11-15"),
        ),
    ],
)
def test_the_first_wage_by_weeks(job: dict[str, Any], due: str, work: tuple[str, str]):
    calendar = calendar_of("2026-11-02", **job)
    first = calendar.packet_of_period == 0
    assert str(calendar.due_on[0]) == due
    assert (str(calendar.period_from[first][0]), str(calendar.period_to[first][-1])) == work
    between = {"weekly": 7, "fortnightly": 14, "four_weekly": 28}[job["paid"]]
    assert set(np.diff(calendar.due_on).astype(int)) == {between}


def test_a_wage_due_on_good_friday_comes_the_day_before():
    calendar = calendar_of("2027-03-01", paid="weekly", until="2027-04-30")
    at = days(calendar.due_on).index("2027-03-26")
    assert str(calendar.paid_on[at]) == "2027-03-25"


@pytest.mark.parametrize(
    ("job", "codes"),
    [
        ({"pay_day": 28, "arrears_weeks": 0}, set()),
        ({"pay_day": 28}, {"weeks_in_hand"}),
        ({}, {"pay_day", "weeks_in_hand"}),
        ({"paid": "weekly", "pay_day": "friday", "arrears_weeks": 1}, set()),
        ({"paid": "four_weekly"}, {"pay_day", "weeks_in_hand", "pay_cycle"}),
        ({"paid": "four_weekly", "first_pay_date": "2026-12-04"}, {"weeks_in_hand"}),
    ],
)
def test_each_default_is_recorded(job: dict[str, Any], codes: set[str]):
    assert set(calendar_of("2026-11-02", **job).assumed) == codes


@settings(deadline=None, max_examples=300)
@given(
    start=st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31)),
    paid=st.sampled_from(["weekly", "fortnightly", "four_weekly", "monthly"]),
    day=st.one_of(st.none(), st.integers(1, 31), st.sampled_from(["friday", "last_working_day"])),
    arrears=st.one_of(st.none(), st.integers(0, 6)),
    wait=st.one_of(st.none(), st.integers(0, 60)),
    nation=st.sampled_from(["england", "scotland"]),
)
def test_every_day_of_work_is_paid_once_in_order(
    start: dt.date, paid: str, day: Any, arrears: Any, wait: Any, nation: str
):
    if paid != "monthly" and day not in (None, "friday"):
        day = "tuesday"
    first = None if wait is None else (start + dt.timedelta(days=wait)).isoformat()
    calendar = calendar_of(
        start.isoformat(),
        until=(start + dt.timedelta(days=500)).isoformat(),
        nation=nation,
        paid=paid,
        pay_day=day,
        arrears_weeks=arrears,
        first_pay_date=first,
    )
    one = np.timedelta64(1, "D")
    assert (calendar.period_from[1:] == calendar.period_to[:-1] + one).all()
    assert calendar.period_from[0] <= np.datetime64(start)
    assert calendar.period_to[0] >= np.datetime64(start)
    assert (np.diff(calendar.packet_of_period) >= 0).all()
    assert set(calendar.packet_of_period) == set(range(calendar.count))
    assert (np.diff(calendar.due_on) > np.timedelta64(0)).all()
    assert (calendar.paid_on <= calendar.due_on).all()
    assert np.is_busday(calendar.paid_on).all()
    assert calendar.due_on[0] >= np.datetime64(start)
    assert calendar.due_on[-1] >= np.datetime64(start + dt.timedelta(days=500))
    if first is not None:
        assert str(calendar.due_on[0]) == first


@pytest.mark.parametrize(
    ("paid", "counts"), [("fortnightly", {2: 10, 3: 2}), ("four_weekly", {1: 11, 2: 1})]
)
def test_paydays_in_the_assessment_periods_of_a_year(paid: str, counts: dict[int, int]):
    # UC Essentials, pay frequency: 26 and 13 pays in twelve periods.
    calendar = calendar_of("2026-11-02", paid=paid, until="2028-12-31")
    starts = np.arange("2027-02", "2028-02", dtype="datetime64[M]").astype("datetime64[D]")
    found = [
        int(((calendar.due_on >= first) & (calendar.due_on < after)).sum())
        for first, after in zip(starts, [*starts[1:], np.datetime64("2028-02-01")], strict=True)
    ]
    assert {count: found.count(count) for count in set(found)} == counts
