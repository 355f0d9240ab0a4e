"""Walk 2, Leeds: on New Style ESA for years, no Universal Credit, and shifts of 7.5 hours."""

import pytest

from tests.walks.run import month, point, printed, said, status, tasks

NAME = "w2"
FIRST = (
    ("claims_universal_credit: false", "claims_universal_credit: true"),
    ("  work_capability_since: 2016-05\n", "  work_capability_since: 2016-05\n  {rate}\n"),
)


def claimed(rate: str) -> tuple[tuple[str, str], ...]:
    """Universal Credit claimed, with the health element at a rate."""
    (claim, (old, new)) = FIRST
    return (claim, (old, new.replace("{rate}", f"health_element: {rate}")))


def test_1_two_shifts_are_permitted_work():
    """15 hours and 195.00 are within 16 hours and 203.50; ESA is 145.90 x 52 / 12."""
    assert month(NAME, 15, "new_style_esa") == 632.23
    pw1 = tasks(NAME)["pw1"]
    assert (pw1["by"], pw1["aim_for"]) == ("2027-01-11", "2027-01-04")
    assert "before the first shift" in pw1["what"]
    # ESA 7,586.80 and 9,945 of pay a year: about 83 a month, and nothing on the payslip.
    assert month(NAME, 15, "tax_on_benefits") == pytest.approx(82.70, abs=0.01)
    assert month(NAME, 15, "income_tax") == 0
    assert "The first payslips may show no tax" in tasks(NAME)["tax_on_benefits"]["why"]


def test_2_a_third_shift_in_a_week():
    assert month(NAME, 22.5, "new_style_esa") == 0
    task = tasks(NAME)["extra_shift_advice"]
    assert task["certainty"] == "dwp_decision"
    assert "can break the award" in task["what"]
    assert "Get advice before you say yes" in task["what"]
    lines = printed("compare", NAME)["thresholds"]
    (limit,) = [t for t in lines if t["code"] == "new_style_esa"]
    assert 15 < limit["hours_per_week"] < 16
    assert limit["permanent"] is True


def test_3_if_esa_stops_it_can_come_back_within_twelve_weeks():
    """The first week over the limits begins on 11 January 2027: twelve weeks end on 4 April."""
    deadlines = printed("timeline", NAME, "--hours", "22.5")["deadlines"]
    (again,) = [d for d in deadlines if d["code"] == "claim_esa_again"]
    assert again["by"] == "2027-04-04"
    assert "old contributions will probably not do" in again["what"]
    assert "12 weeks" in status(NAME, 22.5, "new_style_esa")["why"]


def test_4_what_am_i_missing_now():
    """424.90 + 429.80 = 854.70, less 12 steps of 4.35 for 9,000 and 632.23 of ESA: 170.27."""
    could = printed("compare", NAME)["could_claim_now"]
    (credit,) = [item for item in could if item["what"] == "universal_credit"]
    assert credit["per_month"] == 170.27
    assert month(NAME, 15, "universal_credit") == 0
    task = tasks(NAME)["uc_advice_before_esa_ends"]
    assert "Claimed while ESA runs, the higher amount can be kept." in task["why"]


def test_5_universal_credit_first_and_then_three_shifts():
    """854.70 - 52.20 - 0.55 x (net pay - 710); at the standard rate 212.54 less."""
    protected = point(NAME, 22.5, changes=claimed("protected"))["per_month"]
    standard = point(NAME, 22.5, changes=claimed("standard"))["per_month"]
    expected = 854.70 - 52.20 - 0.55 * (protected["net_pay"] - 710)
    assert protected["universal_credit"] == pytest.approx(expected, abs=0.01)
    assert protected["universal_credit"] == pytest.approx(546, abs=1)
    assert protected["universal_credit"] - standard["universal_credit"] == pytest.approx(212.54)
    assert "higher_rate_by_esa" in {t["code"] for t in printed("compare", NAME)["thresholds"]}
    assert status(NAME, 22.5, "higher_rate_by_esa")["state"] == "stops"


def test_6_an_inheritance_of_ten_thousand():
    """19,000 is over 16,000: no Universal Credit at all, and ESA as before."""
    richer = (("savings: 9000", "savings: 19000"),)
    comparison = printed("compare", NAME, changes=richer)
    assert "universal_credit" not in {item["what"] for item in comparison["could_claim_now"]}
    assert comparison["now"]["per_month"]["new_style_esa"] == 632.23
    on_credit = (*claimed("protected"), *richer)
    assert month(NAME, 15, "universal_credit", changes=on_credit) == 0


def test_7_nothing_has_to_be_decided_today():
    assert "You do not have to decide today." in said("tasks", NAME)
    assert "Citizens Advice" in said("tasks", NAME)
    assert "you should claim" not in said("compare", NAME).lower()
