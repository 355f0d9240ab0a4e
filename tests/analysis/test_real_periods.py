"""Pay counts in the period in which it is received: fewer and more pay days, both sides."""

import pytest

from benefits_calc.analysis.comparison import Point
from benefits_calc.analysis.real_periods import RealPeriod
from benefits_calc.engine.pay_days import pay_days_in_period
from benefits_calc.engine.points import PayDays
from tests.analysis.walks import bola, marcus
from tests.engine.whole_cases import NAMES, case_with, compared, money, point_at, scenario

WEEKS_A_MONTH = 52 / 12


def periods(point: Point) -> tuple[RealPeriod, RealPeriod]:
    assert point.usual_period is not None
    assert point.worst_period is not None
    return point.usual_period, point.worst_period


@pytest.mark.parametrize(
    ("paid", "fewest", "most"),
    [("weekly", 4, 5), ("fortnightly", 2, 3), ("four_weekly", 1, 2), ("monthly", 1, 1)],
)
def test_pay_days_of_a_period(paid: str, fewest: int, most: int):
    """28 days hold four weeks; 31 can hold five pay days of a weekday."""
    assert pay_days_in_period(paid, PayDays.fewest) == fewest
    assert pay_days_in_period(paid, PayDays.most) == most


def test_full_time_in_a_supported_home_paid_weekly():
    """642.16 - 0.55 x (4 x 396.83 - 710) is 159.63; five pays are over 710 + 642.16 / 0.55.

    Then the council counts 396.83 and half of the 17.83 paid into the pension, less 5, 77.73 and
    17.10, over 95.55 a week, at 65 per cent: 262 less 136.74 is 125.26 a week.
    """
    usual, worst = periods(point_at(bola(), 37.5))
    assert (usual.pay_days, usual.net_pay, usual.universal_credit) == (4, 1587.32, 159.63)
    assert usual.housing_benefit == pytest.approx(262 * WEEKS_A_MONTH, abs=0.01)
    assert (worst.pay_days, worst.net_pay, worst.universal_credit) == (5, 1984.15, 0)
    assert worst.housing_benefit == pytest.approx(125.26 * WEEKS_A_MONTH, abs=0.01)
    rent = 281 * WEEKS_A_MONTH
    for period in (usual, worst):
        money_in = period.net_pay + period.universal_credit + period.housing_benefit
        assert period.left_over == pytest.approx(money_in - rent, abs=0.01)


def test_thirty_hours_paid_weekly_never_takes_the_award_away():
    """Five pays of 331.89 are 1,659.45: 642.16 - 0.55 x 949.45 is 119.96."""
    usual, worst = periods(point_at(bola(), 30))
    assert worst.net_pay == 1659.45
    assert worst.universal_credit == 119.96
    assert worst.housing_benefit == usual.housing_benefit


def test_the_same_job_paid_monthly_has_the_same_period_every_month():
    point = point_at(bola(job__paid="monthly"), 37.5)
    usual, worst = periods(point)
    assert usual == worst
    assert usual.pay_days == 1
    assert usual.net_pay == money(point, "net_pay") == 1718.92
    assert usual.universal_credit == money(point, "universal_credit") > 0
    assert usual.left_over == point.left_over_per_month


def test_four_weekly_pay_has_a_period_with_two():
    """Elements 424.90 + 429.80 + 578.50 are 1,433.20; pay of 796.77 comes once or twice."""
    comparison = compared(marcus(), 16)
    assert money(comparison.now, "universal_credit") == 1433.20
    usual, worst = periods(comparison.points[0])
    assert (usual.net_pay, usual.universal_credit) == (796.77, 1229.83)
    assert (worst.net_pay, worst.universal_credit) == (1593.54, 791.60)


@pytest.mark.parametrize("name", NAMES)
def test_more_pay_days_never_raise_the_award(name: str):
    for paid in ("weekly", "fortnightly", "four_weekly"):
        case = scenario(name)
        assert case.job is not None
        uneven = case.model_copy(update={"job": case.job.model_copy(update={"paid": paid})})
        for point in compared(uneven, 0, 8, 16, 24, 37.5).points:
            usual, worst = periods(point)
            assert usual.pay_days < worst.pay_days
            assert usual.net_pay <= worst.net_pay
            capped = point.workings["benefit_cap_reduction"] > 0
            assert capped or usual.universal_credit >= worst.universal_credit


@pytest.mark.parametrize(
    ("paid", "periods_with_most"), [("weekly", 4), ("fortnightly", 2), ("four_weekly", 1)]
)
@pytest.mark.parametrize("hours", [10, 20, 37.5])
def test_twelve_periods_are_the_years_pay(paid: str, periods_with_most: int, hours: float):
    """Four periods of five weekly pays and eight of four are 52: twelve average months."""
    point = point_at(case_with(job__paid=paid), hours)
    usual, worst = periods(point)
    few, most = 12 - periods_with_most, periods_with_most
    assert (
        few * usual.pay_days + most * worst.pay_days
        == {"weekly": 52, "fortnightly": 26, "four_weekly": 13}[paid]
    )
    year = few * usual.net_pay + most * worst.net_pay
    # The average month rounds each of its lines to the penny.
    assert year == pytest.approx(12 * money(point, "net_pay"), abs=0.36)


def test_a_job_that_goes_on_has_its_own_pay_days():
    """100 a week is kept beside monthly pay: five of it, and one of the other."""
    kept = {
        "hourly_pay": 12.50,
        "hours_per_week": 8,
        "paid": "weekly",
        "pension": {"scheme": "none"},
    }
    case = case_with(claimant__jobs=[kept], job__replaces="none", job__pension={"scheme": "none"})
    comparison = compared(case, 0, 8)
    assert comparison.now.worst_period is not None
    assert comparison.now.worst_period.net_pay == 500
    usual, worst = periods(comparison.points[1])
    assert worst.net_pay - usual.net_pay == 100
    assert usual.universal_credit - worst.universal_credit == pytest.approx(55)
