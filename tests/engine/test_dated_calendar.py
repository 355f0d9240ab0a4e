"""Assessment periods and pay days through month ends, leap days, weekends and bank holidays."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from benefits_calc.engine.dated.periods import (
    calendar_of,
    monday_on_or_before,
    months_later,
    payment_days,
)
from tests.engine.dated_cases import p1


def periods_from(start_day: int, first: date, last: date):
    case = p1(benefits_now={"universal_credit": {"assessment_period_starts_on": start_day}})
    calendar = calendar_of(case, first, last)
    return list(
        zip(
            calendar.period_starts.astype(date).tolist(),
            calendar.period_ends.astype(date).tolist(),
            strict=True,
        )
    )


@pytest.mark.parametrize(
    ("start_day", "february", "march"),
    [
        # Reg 21(2): from the 31st the last day of a month; from the 29th or 30th, in February the
        # last day but one.
        (31, date(2028, 2, 29), date(2028, 3, 31)),
        (30, date(2028, 2, 28), date(2028, 3, 30)),
        (29, date(2028, 2, 28), date(2028, 3, 29)),
        (28, date(2028, 2, 28), date(2028, 3, 28)),
        (31, date(2027, 2, 28), date(2027, 3, 31)),
        (30, date(2027, 2, 27), date(2027, 3, 30)),
        (29, date(2027, 2, 27), date(2027, 3, 29)),
        (1, date(2027, 2, 1), date(2027, 3, 1)),
    ],
)
def test_periods_at_the_ends_of_february(start_day: int, february: date, march: date):
    found = periods_from(start_day, february.replace(day=1), march + timedelta(days=1))
    starts = [start for start, _ in found]
    assert february in starts
    assert march in starts


@pytest.mark.parametrize("start_day", [1, 5, 8, 28, 29, 30, 31])
def test_periods_follow_one_another_without_a_gap(start_day: int):
    found = periods_from(start_day, date(2026, 8, 1), date(2028, 5, 31))
    for (_, end), (following, _) in pairwise(found):
        assert following == end + timedelta(days=1)
    assert found[0][0] <= date(2026, 8, 1)
    assert found[-1][1] >= date(2028, 5, 31)


@pytest.mark.parametrize(
    ("end", "nation", "paid"),
    [
        (date(2026, 11, 7), "england", date(2026, 11, 13)),  # 14 November is a Saturday
        (date(2026, 12, 7), "england", date(2026, 12, 14)),
        (date(2026, 12, 18), "england", date(2026, 12, 24)),  # Christmas Day
        (date(2026, 12, 21), "england", date(2026, 12, 24)),  # the bank holiday for Boxing Day
        (date(2026, 12, 26), "scotland", date(2026, 12, 31)),  # 2 January is a Saturday
        (date(2027, 3, 22), "england", date(2027, 3, 25)),  # Easter Monday, then Good Friday
        (date(2027, 3, 22), "scotland", date(2027, 3, 29)),  # no bank holiday in Scotland
        (date(2027, 5, 24), "england", date(2027, 5, 28)),  # the spring bank holiday
    ],
)
def test_universal_credit_comes_seven_days_later_or_the_working_day_before(
    end: date, nation: str, paid: date
):
    assert payment_days(np.array([end], dtype="datetime64[D]"), nation)[0].item() == paid


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2027, 3, 28), date(2027, 3, 22)),  # clocks go forward
        (date(2026, 10, 25), date(2026, 10, 19)),  # and back
        (date(2026, 10, 26), date(2026, 10, 26)),
        (date(2028, 2, 29), date(2028, 2, 28)),
    ],
)
def test_a_benefit_week_begins_on_its_monday(day: date, monday: date):
    assert monday_on_or_before(np.array([day], dtype="datetime64[D]"))[0].item() == monday


def test_weeks_are_seven_days_apart_through_two_years():
    calendar = calendar_of(p1(), date(2026, 8, 1), date(2028, 5, 31))
    assert set(np.diff(calendar.weeks).astype(int)) == {7}
    assert calendar.weeks[0] <= np.datetime64("2026-07-05")


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2026, 10, 31), 16, date(2028, 2, 29)),
        (date(2026, 12, 15), -3, date(2026, 9, 15)),
    ],
)
def test_months_later_end_with_the_month(day: date, months: int, expected: date):
    assert months_later(day, months) == expected
