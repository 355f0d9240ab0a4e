"""Walk 1, Reading: "Will I get ill again and have nothing?" Four-weekly pay, LCWRA and PIP."""

from pathlib import Path

import pytest

from tests.walks.run import cash, month, periods, point, printed, reviews, run, said, status, tasks

NAME = "w1"
# Six weeks in hospital from the fifth month, off sick at the same time; then the job ends.
EVENTS = """events:
  - {on: 2027-06-04, until: 2027-07-15, kind: hospital}
  - {on: 2027-06-04, until: 2027-07-15, kind: sickness}
  - {on: 2027-07-16, kind: job_ends}
job:
"""
IN_HOSPITAL = (("job:\n", EVENTS),)


def test_1_what_will_i_really_get_each_month():
    """424.90 + 429.80 + 133.50 x 52 / 12 = 1,433.20; a wage is 813.44 less 5 % of 333.44: 796.77.

    One wage: 1433.20 - 0.55 x (796.77 - 427) = 1229.83; two: 1433.20 - 0.55 x 1166.54 = 791.60.
    """
    assert printed("compare", NAME)["now"]["per_month"]["universal_credit"] == 1433.20
    assert month(NAME, 16, "uc_deductions") == 63.74
    found = point(NAME, 16)
    assert found["usual_period"]["net_pay"] == 796.77
    assert found["usual_period"]["universal_credit"] == 1229.83
    assert found["worst_period"]["universal_credit"] == 791.60
    double = [p for p in periods(NAME) if p["wages_counted"] == 2]
    # Pay days every 28 days from 5 February 2027: 10 December and 7 January fall in one period.
    assert [(p["starts"], p["award"]) for p in double] == [("2027-12-08", 791.60)]
    assert double[0]["paid_on"] == "2028-01-14"
    (wage,) = [e for e in cash(NAME, "net_pay") if e["date"] == "2027-02-05"]
    assert wage["amount"] == 796.77
    (paid,) = [e for e in cash(NAME, "universal_credit") if e["date"] == "2028-01-14"]
    assert paid["amount"] == pytest.approx(791.60 - 63.74)


def test_2_am_i_left_with_more():
    """The scheme is not held: between keeping and losing all of 24 a week, 104.00 a month."""
    between = point(NAME, 16)["difference_per_month_range"]
    assert between["high"] - between["low"] == pytest.approx(104.00)
    assert between["low"] > 0
    assert printed("compare", NAME)["totals_leave_out"] == ["council_tax_reduction"]
    assert "Ask the council" in said("compare", NAME)


def test_3_will_starting_set_off_a_review_and_will_pip_be_taken():
    for benefit in ("universal_credit", "pip"):
        lines = reviews(NAME, benefit)
        assert [lines[q]["answer"] for q in lines] == ["no", "yes", "yes"]
        assert lines["starts_review"]["in_force"] == "2026-04-30"
        assert lines["starts_review"]["one_secondary_source"] is True
    assert status(NAME, 16, "pip")["state"] == "stays"
    assert "A review can still look at how you manage" in status(NAME, 16, "pip")["why"]


def test_4_what_about_prescriptions():
    """796.77 is under 935 and 1,593.54 over it: free but after the period with two pay days."""
    task = tasks(NAME)["prescriptions_not_free"]
    assert "£935" in task["what"]
    assert "7 January 2028" in task["what"]
    assert task["what"].count("202") == 1
    assert "not the average" in task["why"]


def test_5_hospital_for_six_weeks_and_then_the_job_ends():
    """PIP is not paid from 3 to 14 July 2027; sick pay by 123.25; nothing to claim again."""
    timeline = printed("timeline", NAME, changes=IN_HOSPITAL)
    pip = {e["date"]: e["amount"] for e in cash(NAME, "pip", changes=IN_HOSPITAL)}
    assert pip["2027-06-21"] == 306.80
    # Whole days from 5 June, 28 of them paid; 15 July, the day of leaving, is paid too.
    assert pip["2027-07-19"] == round(16 / 7 * 76.70, 2)
    assert pip["2027-09-13"] == 306.80
    wages = {e["date"]: e["amount"] for e in cash(NAME, "net_pay", changes=IN_HOSPITAL)}
    assert 0 < wages["2027-07-23"] < wages["2027-06-25"] < 796.77
    states = [p["state"] for p in periods(NAME, changes=IN_HOSPITAL)]
    assert set(states) == {"open"}
    assert timeline["deadlines"] == []
    gap = timeline["lines"][0]["end_gap"]
    assert (gap["last_full_payment"], gap["first_money"]) == ("2027-07-23", "2027-09-14")
    full = {e["date"]: e["amount"] for e in cash(NAME, "universal_credit", changes=IN_HOSPITAL)}
    assert full["2027-09-14"] == pytest.approx(1433.20 - 63.74)
    july = next(m for m in timeline["months"] if m["month"] == "2027-07")
    assert next(s for s in july["statuses"] if s["what"] == "lcwra")["state"] == "stays"


def test_5_the_way_back_says_what_to_do_in_the_first_week():
    text = said("way-back", NAME, "--sick-weeks", "6", "--after", "5")
    assert "What to do in the first week" in text
    assert "fit note" in text
    assert "Nothing is different for good." in text
    assert "your care team" in text
    assert "What to do in the first week" in said("way-back", NAME, "--job-ends-after", "6")


def test_6_if_they_pay_me_too_much():
    changes = (("{amount: 1433.20, per: month}", "{amount: 1500.00, per: month}"),)
    (letter, *_) = printed("reconcile", NAME, changes=changes)["letters"]
    assert letter["difference_per_month"] == 66.80
    words = " ".join(letter["what_to_do"])
    assert "may have to pay it back even when it was not your mistake" in words
    assert "keep the message" in words
    for command in ("reconcile", "tasks", "compare"):
        assert "fraud" not in said(command, NAME, changes=changes).lower()


def test_6_the_statement_after_two_pays_is_explained():
    changes = (("{amount: 1433.20, per: month}", "{amount: 791.60, per: month}"),)
    (letter, *_) = printed("reconcile", NAME, changes=changes)["letters"]
    assert letter["reasons"][0]["code"] == "new_job_most"
    assert letter["reasons"][0]["match"] == "exact"


def test_7_what_do_i_bring(tmp_path: Path):
    path = tmp_path / "plan.html"
    assert run("plan", NAME, "--output", str(path)).exit_code == 0
    page = path.read_text(encoding="utf-8")
    assert "Tell the council about the job" in page
    assert "£" in page
