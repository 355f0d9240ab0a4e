"""Walk 3, Manchester: "I'll lose my home." A supported flat, weekly pay, an appointee."""

import pytest

from tests.walks.run import cash, month, periods, point, printed, said, tasks

NAME = "w3"
MONTHLY = (("  paid: weekly\n  pay_day: friday\n", "  paid: monthly\n"),)
OWN_FLAT = (
    ("tenure: supported\n  supported_kind: exempt\n", "tenure: social_rent\n"),
    ("  housing_benefit: {amount: 262.00, per: week}\n", ""),
)


def test_1_will_housing_benefit_still_pay():
    """642.16 - 0.55 x (4 x 396.83 - 710) = 159.63; five pays are over the end of the award."""
    usual, worst = point(NAME, 37.5)["usual_period"], point(NAME, 37.5)["worst_period"]
    assert (usual["pay_days"], usual["universal_credit"]) == (4, 159.63)
    assert usual["housing_benefit"] == pytest.approx(262 * 52 / 12, abs=0.01)
    assert (worst["pay_days"], worst["universal_credit"]) == (5, 0)
    # 125.26 a week, so 136.74 a week of rent to find.
    assert worst["housing_benefit"] == pytest.approx(125.26 * 52 / 12, abs=0.01)
    nil = [p["starts"] for p in periods(NAME) if p["state"] == "nil"]
    assert nil == [
        "2027-05-14",
        "2027-07-14",
        "2027-10-14",
        "2028-01-14",
        "2028-04-14",
        "2028-07-14",
    ]
    assert all(p["wages_counted"] == 5 for p in periods(NAME) if p["state"] == "nil")
    weeks = {e["date"]: e["amount"] for e in cash(NAME, "housing_benefit")}
    assert weeks["2027-05-10"] == 262
    assert weeks["2027-05-24"] == 125.26
    task = tasks(NAME)["council_in_nil_months"]
    assert "17 May 2027" in task["what"]
    assert "£547" in task["why"]


def test_2_paid_monthly_or_thirty_hours():
    """By the month 1,718.92 is under the end of the award; five pays of 30 h are 1,659.45."""
    by_month = point(NAME, 37.5, changes=MONTHLY)
    assert by_month["per_month"]["net_pay"] == 1718.92
    assert by_month["worst_period"]["universal_credit"] > 0
    thirty = point(NAME, 30)["worst_period"]
    assert thirty["net_pay"] == 1659.45
    assert thirty["universal_credit"] == 119.96


def test_3_after_a_nil_month():
    task = tasks(NAME)["journal_check"]
    assert task["by"] == "2027-06-18"
    assert "claim again at once" in task["what"]
    assert "13 November 2027" in task["what"]
    assert "does not have to" in task["why"]
    assert task["certainty"] == "dwp_decision"
    council = tasks(NAME)["council_in_nil_months"]["what"]
    assert "when nothing is paid for a period, and again when Universal Credit is back" in council
    # The first Monday inside the nil period, and the first after it.
    assert "17 May 2027" in council
    assert "14 June 2027" in council
    deadlines = {d["code"] for d in printed("timeline", NAME)["deadlines"]}
    assert {"look_at_journal", "claim_to_keep_health_element"} <= deadlines


def test_4_who_reports():
    by_appointee = {code for code, task in tasks(NAME).items() if task["who"] == "appointee"}
    assert {"uc_journal", "council_hb", "journal_check", "supported_housing"} <= by_appointee
    assert tasks(NAME)["starter_checklist"]["who"] == "claimant"
    assert "appointee" in said("compare", NAME)


def test_5_the_home_charges_for_support():
    found = tasks(NAME)
    assert "is free" in found["section_117"]["what"]
    assert "wages are not counted at all" in found["care_charge_england"]["what"]
    assert month(NAME, 37.5, "care_charge") == 52.00


def test_6_an_umbrella_company():
    umbrella = (
        ("  title: warehouse operative\n", "  title: warehouse operative\n  kind: umbrella\n"),
    )
    warnings = printed("compare", NAME, changes=umbrella)["warnings"]
    assert any("gross pay on the payslip" in text for text in warnings)


def test_7_a_flat_of_my_own_later():
    """The work allowance goes from 710 to 427, and rent comes in Universal Credit."""
    here, there = point(NAME, 16)["workings"], point(NAME, 16, changes=OWN_FLAT)["workings"]
    assert (here["uc_work_allowance"], there["uc_work_allowance"]) == (710, 427)
    assert here["uc_housing_costs_element"] == 0
    assert there["uc_housing_costs_element"] == pytest.approx(262 * 52 / 12, abs=0.01)
    assert month(NAME, 16, "housing_benefit", changes=OWN_FLAT) == 0


def test_8_should_i_claim_pip():
    could = {item["what"]: item for item in printed("compare", NAME)["could_claim_now"]}
    assert "Work does not rule it out" in could["pip"]["why"]
    assert could["pip"]["certainty"] == "dwp_decision"
