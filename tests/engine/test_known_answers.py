"""The hand-worked answers of the fictional clients, each met by its whole case file.

They were worked with tax taken over the year: where tax is due, tax by the pay period moves a week
by up to 13 pence.
"""

from datetime import date

import pytest

from tests.engine.whole_cases import at_pay, compared, money, point_at, scenario

HOURS = (0, 8, 14, 15, 20, 30, 37.5)
UNTAXED_HOURS = 15
BY_THE_PAY_PERIOD = 0.14
# A03: by the hours above, Housing Benefit a week and what is left after the eligible rent of 255.
NEW_RULE = (
    (255.00, 255.00, 255.00, 246.96, 207.91, 159.54, 114.93),
    (98.05, 143.81, 178.13, 182.61, 203.64, 246.78, 270.80),
)
OLD_RULE = (
    (255.00, 255.00, 255.00, 196.43, 157.38, 109.02, 64.40),
    (98.05, 143.81, 178.13, 132.09, 153.11, 196.26, 220.28),
)
RENT = 255.00


@pytest.mark.parametrize(
    ("day", "benefit", "left"), [("2026-12-01", *NEW_RULE), ("2026-09-20", *OLD_RULE)]
)
def test_supported_house_before_and_after_5_october_2026(
    day: str, benefit: tuple[float, ...], left: tuple[float, ...]
):
    case = scenario("a03_northampton_supported_no_lcwra")
    as_of = case.at(date.fromisoformat(day))
    for point, hours, paid, kept in zip(
        compared(as_of, *HOURS).points, HOURS, benefit, left, strict=True
    ):
        # A month of 52/12 weeks is to the penny, so a week of it is to a fraction of one.
        near = 0.012 if hours <= UNTAXED_HOURS else BY_THE_PAY_PERIOD
        hb, pay, uc = (
            money(point, line) * 12 / 52
            for line in ("housing_benefit", "net_pay", "universal_credit")
        )
        assert hb == pytest.approx(paid, abs=near), hours
        assert pay + uc - (RENT - hb) == pytest.approx(kept, abs=near), hours


@pytest.mark.parametrize(
    ("name", "maximum", "allowance", "net_month", "gross_week", "hours"),
    [
        ("a02", 424.90 + 429.80, 710, 2264.00, 631.60, 49.7),
        ("a11", 424.90 + 217.26, 427, 1594.56, 417.04, 32.8),
    ],
)
def test_where_universal_credit_is_nil_in_supported_and_temporary_homes(
    name: str, maximum: float, allowance: float, net_month: float, gross_week: float, hours: float
):
    case = scenario(name)
    assert maximum / 0.55 + allowance == pytest.approx(net_month, abs=0.005)
    (nil,) = [
        line
        for line in compared(case, thresholds=True).thresholds
        if line.code == "universal_credit"
    ]
    at, under = (
        at_pay(case, nil.gross_per_pay_period - less, nil.hours_per_week) for less in (0, 0.01)
    )
    assert at.lines["universal_credit"][0] == 0
    assert under.lines["universal_credit"][0] >= 0.01
    # The penny on the payslip at which it ends is within a pound of tax of the algebra's point.
    assert at.lines["net_pay"][0] == pytest.approx(net_month, abs=0.60)
    assert nil.gross_per_month * 12 / 52 == pytest.approx(gross_week, abs=0.10)
    assert nil.gross_per_month * 12 / 52 / 12.71 == pytest.approx(hours, abs=0.05)


def test_library_work_makes_up_for_esa_at_about_29_hours():
    """342.40 a week at 15 hours before tax; wages alone bring it at about 29.2, with no pension."""
    case = scenario("a04")
    assert case.job is not None
    pension = case.job.pension_in_force.model_copy(update={"scheme": "none"})
    alone = case.job.model_copy(update={"pension": pension})
    without = case.model_copy(update={"job": alone})
    at_15 = point_at(without, 15)
    week = (money(at_15, "gross_pay") + money(at_15, "new_style_esa")) * 12 / 52
    assert week == pytest.approx(342.40, abs=0.01)
    below, above = (money(point_at(without, hours), "net_pay") * 12 / 52 for hours in (29.1, 29.3))
    assert below < 342.40 < above
