"""Walk 4, Dundee: "One hour too many and I owe it all back." A carer and the weekly limit."""

import pytest

from tests.walks.run import month, point, printed, run, said, status, tasks

NAME = "w4"


def before_tax_and_council_tax(hours: float) -> float:
    lines = point(NAME, hours)["per_month"]
    total = lines["total_income"] + lines["tax_on_benefits"] - lines["council_tax_reduction"]
    assert isinstance(total, float)
    return total


def test_1_is_sixteen_hours_safe():
    """203.36 less half of 4.17 is 201.28, under 204; half an hour more is over it."""
    assert month(NAME, 16, "carer_support_payment") == 374.62
    assert month(NAME, 16.5, "carer_support_payment") == 0
    (limit,) = [t for t in printed("compare", NAME)["thresholds"] if t["code"] == "carers_benefit"]
    assert limit["hours_per_week"] == 16.23
    # 824.66 in four weeks: a week 206.165, less half of 5 % of what is over 120: 204.01.
    assert limit["gross_per_pay_period"] == 824.66
    warnings = printed("timeline", NAME)["warnings"]
    assert any("31 March 2027" in text and "not yet known" in text for text in warnings)


def test_2_and_seventeen():
    """216.07 less 2.40 of pension is 213.67 with the usual code: over, and both payments stop."""
    assert month(NAME, 17, "carer_support_payment") == 0
    assert month(NAME, 17, "scottish_carer_supplement") == 0
    assert point(NAME, 17)["tax_code"] == "S1257L"


def test_3_what_do_i_lose_if_it_stops():
    """86.45 x 52 / 12 comes back in Universal Credit but for tapered pay; 11.70 a week does not."""
    at_16, at_17 = point(NAME, 16)["per_month"], point(NAME, 17)["per_month"]
    more_pay = at_17["net_pay"] - at_16["net_pay"]
    rise = at_17["universal_credit"] - at_16["universal_credit"]
    assert rise == pytest.approx(374.62 - 0.55 * more_pay, abs=0.01)
    assert at_17["scottish_carer_supplement"] - at_16["scottish_carer_supplement"] == -50.70
    assert "does not make up for it" in status(NAME, 17, "scottish_carer_supplement")["why"]
    # Before tax on the carer's benefit and council tax reduction the extra hour brings less.
    assert before_tax_and_council_tax(16) == pytest.approx(1485.03, abs=0.02)
    assert before_tax_and_council_tax(17) == pytest.approx(1457.88, abs=0.02)
    workings = point(NAME, 17)["workings"]
    assert workings["uc_maximum_amount"] == point(NAME, 16)["workings"]["uc_maximum_amount"]


def test_4_tax_on_the_carers_benefit():
    """86.45 and 11.70 a week with pay over the allowance, at the starter rate of 19 per cent."""
    assert month(NAME, 16, "tax_on_benefits") == pytest.approx(36, abs=0.5)
    assert "tax_on_benefits" in tasks(NAME)


def test_5_overtime_and_whom_to_tell():
    task = tasks(NAME)["carer_support_payment"]
    assert task["tell"] == "social_security_scotland"
    assert task["by"] == "2027-01-11"
    assert "each rise, bonus or extra shift" in task["what"]
    assert "averaged only if" in task["why"]


def test_6_my_father_and_the_council_tax():
    """The Scottish scheme is worked out; nothing of anybody else's is in these figures."""
    comparison = printed("compare", NAME)
    assert comparison["totals_leave_out"] == []
    assert comparison["now"]["per_month"]["council_tax_reduction"] == pytest.approx(72.07)
    assert status(NAME, 16, "council_tax_reduction")["certainty"] == "council"
    assert "council_ctr" in tasks(NAME)


def test_7_if_the_person_cared_for_dies():
    changes = (("savings: 0\n", "savings: 0\ncircumstances: [bereavement]\n"),)
    result = run("compare", NAME, changes=changes)
    assert result.exit_code == 2
    assert "circumstances" in result.stderr
    assert "Citizens Advice" in said("tasks", NAME)
