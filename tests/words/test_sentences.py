"""Sentences made for real cases are whole, and say what the figures say."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from benefits_calc.analysis.comparison import Comparison, compare
from benefits_calc.analysis.could_claim import CouldClaim
from benefits_calc.analysis.restoring import restoring
from benefits_calc.analysis.statuses import Status
from benefits_calc.case import build_case
from benefits_calc.words import sentences
from tests.engine.random_cases import random_case
from tests.engine.whole_cases import NAMES, case_with, compared, scenario, swept

SEEDS = range(0, 320, 8)
# What a hole in a sentence looks like.
HOLE = re.compile(r"\bnan\b|\bNone\b|\binf\b|[{}]|  |\( *\)|£ |£$| [.,;]|\.\.|-£0\.00")


@cache
def scenario_compared(name: str) -> Comparison:
    return compare(scenario(name))


def said(comparison: Comparison) -> Iterator[str]:
    for point in comparison.points:
        for status in point.statuses:
            yield sentences.status_name(status)
            yield sentences.status_why(status)
            yield sentences.status_why(status, weekly=True)
    yield from map(sentences.threshold_sentence, comparison.thresholds)
    yield from map(sentences.assumption_sentence, comparison.assumptions)
    yield from map(sentences.gap_sentence, comparison.not_covered)
    yield from map(sentences.could_claim_sentence, comparison.could_claim_now)
    yield from sentences.warnings(comparison)


@pytest.mark.parametrize("name", NAMES)
def test_sentences_of_scenarios_are_whole(name: str):
    texts = list(said(scenario_compared(name)))
    assert len(texts) > 10
    for text in texts:
        assert text
        assert not HOLE.search(text), text


def test_sentences_of_random_households_are_whole():
    for seed in SEEDS:
        for text in said(compare(build_case(random_case(seed)))):
            assert text
            assert not HOLE.search(text), (seed, text)


@pytest.mark.parametrize("name", NAMES)
def test_sentences_end_as_sentences(name: str):
    comparison = scenario_compared(name)
    whole = [
        *map(sentences.threshold_sentence, comparison.thresholds),
        *map(sentences.assumption_sentence, comparison.assumptions),
        *map(sentences.gap_sentence, comparison.not_covered),
        *(sentences.status_why(s) for p in comparison.points for s in p.statuses),
    ]
    for text in whole:
        assert text[0].isupper(), text
        assert text[-1] in ".!?0123456789", text


def payment(state: str, was: float, here: float, code: str = "universal_credit") -> Status:
    return Status(code, state, "rule", "", was, here)


def test_amounts_are_those_of_the_status_in_the_unit_asked_for():
    changes = payment("changes", 1304.70, 1064.81)
    assert "£1,304.70 to £1,064.81 a month" in sentences.status_why(changes)
    assert "£301.08 to £245.73 a week" in sentences.status_why(changes, weekly=True)


def test_a_rise_is_not_said_to_come_from_pay_that_counts():
    rises = sentences.status_why(payment("changes", 100.0, 200.0))
    assert rises == "It goes up from £100.00 to £200.00 a month."
    assert "pay counts" in sentences.status_why(payment("changes", 200.0, 100.0))


def test_what_stops_says_what_comes_back_and_whom_to_ask():
    """Where a payment stops, the same sentence says whether it comes back or who can help."""
    for code, words in {
        "universal_credit": "journal",
        "new_style_esa": "12 weeks",
        "carers_allowance": "again",
        "carer_support_payment": "again",
        "transitional_element": "advice",
        "higher_rate_by_esa": "advice",
    }.items():
        outcome = swept(case_with(), [16.0]).outcome
        stopped = replace(payment("stops", 50.0, 0.0, code), reversible=restoring(outcome, code))
        assert words in sentences.status_why(stopped), code


def test_what_is_kept_is_never_promised_for_ever():
    for code in ("lcwra", "lcw"):
        text = sentences.status_why(Status(code, "stays", "rule", ""))
        assert "until there is a new decision" in text
    assert "review" in sentences.status_why(payment("stays", 463.67, 463.67, "pip"))


def test_names_of_bars_and_exemptions_read_true_with_their_state():
    bar = Status("first_assessment_barred", "starts", "rule", "")
    assert sentences.status_name(bar).startswith("No first")
    search = Status("no_work_search", "starts", "rule", "")
    assert sentences.status_name(search).startswith("No need")


def test_help_not_claimed_is_said_in_whole_pounds():
    help_ = CouldClaim("universal_credit", 170.27, "")
    assert "about £170 a month" in sentences.could_claim_sentence(help_)
    assert "about £39 a week" in sentences.could_claim_sentence(help_, weekly=True)


def test_pay_below_the_minimum_wage_comes_first():
    low = compared(case_with(job__hourly_pay=12.00, savings=7000), 0, 16)
    found = sentences.warnings(low)
    assert found[0].startswith("The pay is £0.71 an hour below the minimum wage")
    assert len(found) > 1
    assert not any("minimum wage" in text for text in sentences.warnings(compared(case_with(), 16)))


def test_the_partner_is_called_your_partner():
    ill = {
        "born": "1985-03",
        "work_capability": "lcwra",
        "work_capability_since": "2026-08",
    }
    comparison = compared(case_with(partner=ill, claimant={"born": "1991-06"}), 16)
    found = [sentences.assumption_sentence(item) for item in comparison.assumptions]
    assert any("is used for your partner" in text for text in found)
