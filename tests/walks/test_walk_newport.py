"""Walk 5, Newport: "They haven't even assessed me yet." Weekly pay, waiting since February 2026."""

import re
from pathlib import Path

import pytest

from tests.walks.run import month, periods, point, printed, run, said, status, tasks

NAME = "w5"
FIFTEEN = (("hours_per_week: 20", "hours_per_week: 15"),)
SAVINGS = """savings: 4000
savings_ignored: [{kind: benefit_arrears, amount: 4000, received: 2026-11-20}]
"""
BACK_PAY = (("savings: 0\n", SAVINGS),)


def gate(**options: tuple[tuple[str, str], ...]) -> dict[str, object]:
    found: dict[str, object] = printed("tasks", NAME, **options)["reassessment"]["first_assessment"]
    return found


def test_1_what_happens_to_my_assessment():
    """20 x 12.71 x 52 / 12 = 1,101.53 is over 16 x 12.71 x 52 / 12 = 881.23; 826.15 is not."""
    at_20, at_15 = gate(), gate(changes=FIFTEEN)
    assert (at_20["gross_per_month"], at_20["offer_gross_per_month"]) == (881.23, 1101.53)
    assert at_20["barred_at_offer"] is True
    assert (at_15["offer_gross_per_month"], at_15["barred_at_offer"]) == (826.15, False)
    assert at_20["barred_from_hours"] == 16
    assert status(NAME, 16, "first_assessment_barred")["state"] == "starts"
    assert "first_assessment_barred" not in {s["what"] for s in point(NAME, 15)["statuses"]}


def test_2_what_is_at_stake():
    found = gate()
    assert found["waiting_since"] == "2026-02-12"
    assert (found["element_if_found"], found["element_if_wait_broken"]) == (429.80, 217.26)
    assert found["work_allowance_if_found"] == 427
    assert "for the DWP to decide" in said("tasks", NAME)


def test_3_so_should_i_say_no():
    text = said("tasks", NAME)
    assert "This does not say no to the job." in text
    assert "Fewer hours now and more after a decision is one way" in text
    assert "assessment_before_more_hours" in tasks(NAME)
    assert "you should not" not in text


def test_4_weekly_pay():
    """No work allowance: 55p from the first pound; five pays in some periods, with their days."""
    assert point(NAME, 8)["workings"]["uc_work_allowance"] == 0
    now = printed("compare", NAME)["now"]["per_month"]["universal_credit"]
    # 338.58 under 25, and 337.41 for a room in a shared house in Newport.
    assert now == pytest.approx(675.99)
    assert month(NAME, 8, "universal_credit") == pytest.approx(now - 0.55 * 440.61, abs=0.01)
    five = [p["starts"] for p in periods(NAME) if p["wages_counted"] == 5]
    assert five[0] == "2027-05-14"
    assert status(NAME, 20, "workplace_pension")["state"] == "starts"


def test_5_if_i_cannot_cope_and_leave():
    task = tasks(NAME)["leaving_can_be_sanctioned"]
    assert "before you leave" in task["what"]
    assert "Health is a reason they must look at" in task["why"]
    assert task["certainty"] == "dwp_decision"
    back = said("way-back", NAME, "--job-ends-after", "3")
    assert "tell your work coach why, on health grounds" in back
    found_ill = (
        ("work_capability: awaiting_assessment", "work_capability: lcwra"),
        ("  awaiting_assessment_since: 2026-02-12\n", "  work_capability_since: 2026-12\n"),
    )
    assert "leaving_no_requirements" in tasks(NAME, changes=found_ill)


def test_6_my_share_of_council_tax_and_my_rent():
    comparison = printed("compare", NAME)
    assert comparison["now"]["workings"]["uc_housing_costs_element"] == 337.41
    assert comparison["totals_leave_out"] == ["council_tax_reduction"]
    assert any("Ask the council" in text for text in comparison["not_covered"])
    pip = (("  fit_note_from: 2026-02-12\n", "  pip: {daily_living: standard, mobility: none}\n"),)
    with_pip = printed("compare", NAME, changes=pip)["now"]["workings"]
    # With PIP for daily living the rate for a home of one's own, so the whole rent of 90 a week.
    assert with_pip["uc_housing_costs_element"] == 390.00


def test_7_back_pay_of_pip():
    """Left out for twelve months from the day it came; under 6,000 in any case."""
    now = printed("compare", NAME, changes=BACK_PAY)["now"]
    assert now["workings"]["uc_tariff_income"] == 0
    task = tasks(NAME, changes=BACK_PAY)["arrears_savings"]
    assert task["by"] == "2027-11-20"
    assert "12 months" in task["what"]


def test_8_can_my_mum_see_this(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing is written unless asked for, and a calendar tells whoever sees it nothing."""
    monkeypatch.chdir(tmp_path)
    for command in ("compare", "tasks", "timeline"):
        assert run(command, NAME).exit_code == 0
    assert list(tmp_path.iterdir()) == []
    assert run("tasks", NAME, "--ics", "days.ics").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["days.ics"]
    written = Path("days.ics").read_text(encoding="utf-8")
    assert not re.search(r"credit|assess|health|w5|newport", written, re.IGNORECASE)
