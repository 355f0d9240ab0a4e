"""Three questions for each benefit, the notes, and the line before a first assessment."""

from datetime import date
from typing import Any

import pytest

from benefits_calc.analysis.money_help import help_data, money_help
from benefits_calc.analysis.reassessment import Reassessment, reassessment_in, review_data
from benefits_calc.analysis.situation import situation_of
from benefits_calc.case import Case
from tests.engine.whole_cases import case_with, scenario

QUESTIONS = ["starts_review", "planned_review", "job_looked_at"]
LCWRA = {"born": "1991-06", "work_capability": "lcwra", "work_capability_since": "2023-05"}


def panel(case: Case) -> Reassessment:
    return reassessment_in(situation_of(case))


def notes(case: Case, benefit: str = "universal_credit") -> list[str]:
    (found,) = [item for item in panel(case).benefits if item.benefit == benefit]
    return [note.code for note in found.notes]


def answers(case: Case, benefit: str) -> list[str]:
    (found,) = [item for item in panel(case).benefits if item.benefit == benefit]
    assert [line.question for line in found.lines] == QUESTIONS
    return [line.answer for line in found.lines]


def test_work_starts_no_review_and_a_planned_one_can_come_and_look_at_it():
    for benefit in ("universal_credit", "pip"):
        assert answers(scenario("a01"), benefit) == ["no", "yes", "yes"]
    assert answers(scenario("a04"), "new_style_esa") == ["no", "yes", "yes"]
    assert answers(scenario("a06"), "adult_disability_payment") == ["no", "yes", "yes"]


def test_the_new_rule_has_its_day_and_its_doubt_and_scotland_has_its_own():
    (uc, _) = panel(scenario("a01")).benefits
    first = uc.lines[0]
    assert (first.in_force, first.one_secondary_source) == (date(2026, 4, 30), True)
    (_, adp) = panel(scenario("a06")).benefits
    assert adp.lines[0].in_force is None
    assert "scotland_separate" in [note.code for note in adp.notes]


@pytest.mark.parametrize(("starts", "answer"), [("2026-04-29", "not_known"), ("2026-04-30", "no")])
def test_a_job_from_before_the_rule_has_the_older_answer(starts: str, answer: str):
    assert answers(case_with(job__starts=starts), "universal_credit")[0] == answer


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, ["reason_not_known"]),
        ({"lcwra_reason": "substantial_risk"}, ["substantial_risk"]),
        ({"lcwra_reason": "descriptor"}, []),
        ({"lcwra_reason": "treatment"}, ["treatment"]),
        (
            {"lcwra_reason": "descriptor", "health_element_basis": "severe"},
            ["severe_conditions"],
        ),
        ({"lcwra_reason": "descriptor", "next_review": "2027-06"}, ["next_review"]),
    ],
)
def test_the_reason_and_the_next_review_are_said(parts: dict[str, Any], expected: list[str]):
    assert notes(case_with(claimant=LCWRA | parts)) == expected


def test_somebody_found_fit_has_no_lines_but_the_rule_about_new_evidence():
    (found,) = panel(case_with(claimant={"born": "1991-06", "work_capability": "none"})).benefits
    assert found.lines == ()
    assert [note.code for note in found.notes] == ["found_fit"]
    assert panel(case_with(claimant={"born": "1991-06"})).benefits == ()


def waiting(hours: float, since: str = "2026-02", **parts: Any) -> Case:
    claimant = {
        "born": "1995-05",
        "work_capability": "awaiting_assessment",
        "awaiting_assessment_since": since,
        "fit_note_from": f"{since}-12",
    }
    return case_with(claimant=claimant | parts, job__hours_per_week=hours, job__paid="weekly")


def test_sixteen_hours_at_the_living_wage_reach_the_line_and_less_does_not():
    """16 x 12.71 x 52 / 12 = 881.23, and 15 hours 826.15 (regulation 41(2))."""
    gates = {hours: panel(waiting(hours)).first_assessment for hours in (15, 16, 20)}
    for hours, gate in gates.items():
        assert gate is not None
        assert gate.gross_per_month == 881.23
        assert gate.barred_from_hours == 16
        assert gate.barred_at_offer == (hours >= 16)
        assert gate.offer_gross_per_month == round(hours * 12.71 * 52 / 12 + 1e-9, 2)


def test_what_is_at_stake_turns_on_when_the_wait_began():
    """429.80 where the wait began before 6 April 2026, 217.26 after; 427 to earn with rent."""
    before, after = (panel(waiting(20, since)).first_assessment for since in ("2026-02", "2026-05"))
    assert before is not None
    assert after is not None
    assert (before.element_if_found, after.element_if_found) == (429.80, 217.26)
    assert before.element_if_wait_broken == after.element_if_wait_broken == 217.26
    assert before.work_allowance_if_found == 427
    assert before.waiting_since == date(2026, 2, 1)


def test_pip_lets_the_assessment_go_ahead_at_any_pay():
    gate = panel(waiting(20, pip={"daily_living": "standard"})).first_assessment
    assert gate is not None
    assert (gate.exempt, gate.barred_at_offer, gate.barred_from_hours) == (True, False, None)


def test_there_is_no_line_without_a_wait():
    assert panel(case_with()).first_assessment is None


def test_every_benefit_has_every_question_once():
    benefits = {entry["benefit"] for entry in review_data()}
    for benefit in benefits:
        asked = [entry["question"] for entry in review_data() if entry["benefit"] == benefit]
        assert asked == QUESTIONS


@pytest.mark.parametrize(
    ("nation", "fund"),
    [
        ("england", "crisis_and_resilience_fund"),
        ("wales", "discretionary_assistance_fund"),
        ("scotland", "scottish_welfare_fund"),
    ],
)
def test_each_nation_has_its_own_fund(nation: str, fund: str):
    funds = {
        "crisis_and_resilience_fund",
        "discretionary_assistance_fund",
        "scottish_welfare_fund",
    }
    codes = {item.code for item in money_help(case_with(nation=nation))}
    assert codes & funds == {fund}
    assert ("discretionary_housing_payment" in codes) == (nation != "england")


@pytest.mark.parametrize(
    ("parts", "most"),
    [
        ({}, 348),
        ({"partner": {"born": "1990-01"}}, 464),
        ({"children": [{"born": "2018-03"}]}, 812),
    ],
)
def test_a_budgeting_advance_has_its_most_by_family(parts: dict[str, Any], most: float):
    (advance,) = [i for i in money_help(case_with(**parts)) if i.code == "budgeting_advance"]
    assert advance.most == most


def test_help_through_universal_credit_is_for_those_on_it():
    codes = {item.code for item in money_help(scenario("a04"))}
    assert not codes & {"budgeting_advance", "new_claim_advance", "travel_discount_card"}
    assert {"flexible_support_fund", "wage_advance"} <= codes
    assert len({entry["code"] for entry in help_data()}) == len(help_data())
