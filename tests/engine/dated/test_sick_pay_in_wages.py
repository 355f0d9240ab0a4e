"""Statutory Sick Pay in pay packets, worked out by hand (20 hours at 12.71: 254.20 a week)."""

import datetime as dt
from typing import Any

import pytest

from benefits_calc.engine.dated.payslips import Payslips
from tests.engine.dated.dated_pay import days, offered, pounds, slips_of
from tests.engine.whole_cases import case_with

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2027, 12, 31)


def wages(*spells: tuple[str, str | None], hours: float = 20.0, **parts: Any) -> Payslips:
    plain: dict[str, Any] = {
        "as_at": "2026-11-01",
        "job__starts": "2026-11-02",
        "job__hours_per_week": hours,
        "job__paid": "weekly",
        "job__pension": {"scheme": "none"},
        "events": [
            {"on": first, "kind": "sickness"} | ({"until": last} if last else {})
            for first, last in spells
        ],
    }
    case = case_with(**{**plain, **parts})
    return offered(slips_of(case, hours, first=FIRST, last=LAST))


def by_week(slips: Payslips) -> dict[str, tuple[float, float]]:
    """Gross and sick pay by the Monday of the week worked."""
    return dict(
        zip(
            days(slips.work_from),
            zip(pounds(slips.gross), pounds(slips.statutory_sick_pay), strict=True),
            strict=True,
        )
    )


def test_a_week_off_is_a_weeks_sick_pay():
    weeks = by_week(wages(("2027-02-08", "2027-02-14")))
    assert weeks["2027-02-01"] == (254.20, 0)
    assert weeks["2027-02-08"] == (123.25, 123.25)
    assert weeks["2027-02-15"] == (254.20, 0)


def test_low_pay_has_four_fifths():
    # 10 hours are 127.10 a week: 80% is 101.68.
    assert by_week(wages(("2027-02-08", "2027-02-14"), hours=10))["2027-02-08"] == (101.68, 101.68)


def test_part_of_a_week():
    # Two days at work, 101.68, and three days of sick pay, 73.95.
    assert by_week(wages(("2027-02-10", "2027-02-14")))["2027-02-08"] == (175.63, 73.95)


def test_sick_pay_ends_after_28_weeks():
    weeks = by_week(wages(("2027-01-04", None)))
    paid = [week for week, (_, sick) in weeks.items() if sick > 0]
    assert (paid[0], paid[-1], len(paid)) == ("2027-01-04", "2027-07-12", 28)
    assert weeks["2027-07-19"] == (0, 0)


@pytest.mark.parametrize(
    ("back_until", "weeks_paid"),
    # 56 days between the spells link them; 57 do not.
    [("2027-05-10", 8), ("2027-05-11", 12)],
)
def test_spells_close_together_share_28_weeks(back_until: str, weeks_paid: int):
    # Twenty weeks off, to Sunday 14 March 2027, and then twelve.
    again = dt.date.fromisoformat(back_until)
    slips = wages(
        ("2026-10-26", "2027-03-14"),
        (back_until, (again + dt.timedelta(days=12 * 7 - 1)).isoformat()),
        job__starts="2026-09-07",
        as_at="2026-09-01",
    )
    later = slips.statutory_sick_pay[slips.work_from >= slips.work_from.dtype.type("2027-04-01")]
    assert round(float(later.sum()) / 123.25, 2) == weeks_paid


def test_before_april_2026_three_days_are_waited():
    weeks = by_week(
        wages(
            ("2026-03-30", "2026-04-12"),
            as_at="2026-01-05",
            job__starts="2026-01-05",
        )
    )
    # Five days less three at 118.75 / 5; from 6 April at 123.25, the flat rate kept.
    assert weeks["2026-03-30"] == (47.50, 47.50)
    assert weeks["2026-04-06"][0] == 123.25


def test_normal_earnings_are_those_before_the_illness():
    # Down to 4 hours the week before: seven weeks of 254.20 and one of 50.84 average 228.78.
    change = {"on": "2027-02-01", "kind": "change_of_hours", "hours_per_week": 4}
    events = [change, {"on": "2027-02-08", "kind": "sickness", "until": "2027-02-14"}]
    assert by_week(wages(events=events))["2027-02-08"] == (123.25, 123.25)
    # At 8 hours all through, 80% of 101.68 is 81.34 and a fraction: raised to the penny.
    assert by_week(wages(("2027-02-08", "2027-02-14"), hours=8))["2027-02-08"][1] == 81.35


@pytest.mark.parametrize(("first", "paid"), [("2027-01-25", 0.0), ("2027-02-01", 123.25)])
def test_new_style_esa_before_the_job_is_claimed_again_instead(first: str, paid: float):
    # 85 days after 2 November 2026 is 26 January 2027.
    last = (dt.date.fromisoformat(first) + dt.timedelta(days=4)).isoformat()
    esa = {"group": "support", "since": "2024-01"}
    slips = wages((first, last), claimant__new_style_esa=esa)
    assert by_week(slips)[first] == (paid, paid)


def test_the_partners_illness_is_not_the_claimants():
    partner = {"born": "1990-01"}
    events = [{"on": "2027-02-08", "kind": "sickness", "until": "2027-02-14", "who": "partner"}]
    weeks = by_week(wages(partner=partner, events=events))
    assert weeks["2027-02-08"] == (254.20, 0)
