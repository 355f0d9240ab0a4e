"""The first sentences: a loss in pounds first, no gain while a line is unknown."""

import re
from dataclasses import replace

import pytest

from benefits_calc.analysis.statuses import Status
from benefits_calc.case import build_case
from benefits_calc.words.lead import lead
from benefits_calc.words.money import Unit
from tests.ui.made import (
    CHILD_BENEFIT,
    COUNCIL_NOT_HELD,
    COUNCIL_TODAY,
    CREDIT_STOPS,
    FACTS,
    GATE,
    LCWRA,
    PIP,
    case,
    comparison,
    point,
    threshold,
)

MONTH, WEEK = Unit("month"), Unit("week")
NOW = point(None, universal_credit=1000.0, rent=400.0)
COUNCIL = "your council tax reduction, which your council must tell you"


def said(found, unit=MONTH):
    return lead(found, found.points[0], unit)


def a_gain(*statuses, of=None, **parts):
    job = point(16, *statuses, gross_pay=800.0, net_pay=780.0, universal_credit=700.0, rent=400.0)
    return comparison(NOW, job, of=of, **parts)


def a_loss(*statuses, **parts):
    return comparison(NOW, point(16, *statuses, universal_credit=958.6, rent=400.0), **parts)


def test_what_stays_the_same_is_first_where_more_is_left():
    first, second, third, *_ = said(a_gain(LCWRA, PIP, CHILD_BENEFIT))
    assert "(LCWRA) and Personal Independence Payment (PIP)" in first
    assert "until a new decision or review" in first
    assert second == "This stays the same at these hours: Child Benefit."
    assert (
        third == "At 16 hours a week you would have about £480 more left over each month than now."
    )


def test_a_loss_is_the_first_sentence_in_pounds():
    first, second, *_ = said(a_loss(PIP))
    assert (
        first == "At 16 hours a week you would have about £41 less left over each month than now."
    )
    assert "Personal Independence Payment (PIP)" in second


def test_a_permanent_loss_comes_before_a_gain():
    lost = (threshold(15.1, -60.0, permanent=True),)
    first, *rest = said(a_gain(PIP, thresholds=lost))
    assert first.startswith("From 15 hours 6 minutes a week about £60 less is left over each month")
    assert "may not bring it back" in first
    assert any("£480 more" in sentence for sentence in rest)


def test_a_permanent_line_that_is_not_reached_is_not_the_first_sentence():
    lost = (threshold(20.0, -60.0, permanent=True),)
    assert "bring it back" not in said(a_gain(PIP, thresholds=lost))[0]


def test_no_gain_is_named_while_a_line_is_unknown():
    sentences = said(a_gain(PIP, unknown=(COUNCIL_NOT_HELD,)))
    money = next(sentence for sentence in sentences if "left over" in sentence)
    assert money == (
        f"At 16 hours a week you would have about £1,080 left over each month, before any change "
        f"in {COUNCIL}. Counted in the same way, you have about £600 now."
    )
    assert not any("more" in sentence or "keep" in sentence for sentence in sentences)


def test_a_loss_is_named_even_while_a_line_is_unknown():
    first = said(a_loss(PIP, unknown=(COUNCIL_NOT_HELD,)))[0]
    assert first == (
        "At 16 hours a week you would have about £41 less left over each month than now, "
        f"before any change in {COUNCIL}."
    )


def test_council_tax_that_nobody_asked_about_is_not_said_to_be_unknown_to_the_council():
    unknown = replace(COUNCIL_NOT_HELD, reason="not_asked")
    sentences = said(a_gain(unknown=(unknown,)))
    assert any("which nobody has asked you about yet" in sentence for sentence in sentences)
    assert not any("must tell you" in sentence for sentence in sentences)


def test_a_bound_of_what_could_be_lost_is_given_as_a_range():
    sentences = said(a_gain(PIP, unknown=(COUNCIL_TODAY,)))
    assert any("between £354 and £480 more left over" in sentence for sentence in sentences)


def test_a_range_that_reaches_a_loss_is_the_first_sentence():
    job = point(16, PIP, net_pay=100.0, universal_credit=950.0, rent=400.0)
    first = said(comparison(NOW, job, unknown=(COUNCIL_TODAY,)))[0]
    assert "could have up to £76 less, or up to £50 more" in first
    assert COUNCIL in first


def test_a_range_of_losses_only():
    first = said(a_loss(unknown=(COUNCIL_TODAY,)))[0]
    assert "between £41 and £167 less left over" in first


def test_the_week_is_the_unit_when_asked_for():
    sentence = next(s for s in said(a_gain(), WEEK) if "more left over" in s)
    assert sentence == (
        "At 16 hours a week you would have about £111 more left over each week than now."
    )


def test_about_the_same():
    same = comparison(NOW, point(16, universal_credit=1000.3, rent=400.0))
    assert "about the same left over each month" in said(same)[0]


def test_a_first_assessment_that_pay_bars_is_told_at_once():
    waits = build_case(
        {**FACTS, "claimant": {**FACTS["claimant"], "work_capability": "awaiting_assessment"}}
    )
    assert "no first assessment" in said(a_gain(GATE, of=waits))[1]


def test_somebody_who_waits_for_no_assessment_is_not_led_with_it():
    assert not any("no first assessment" in sentence for sentence in said(a_gain(GATE)))


def test_a_protection_that_ends_is_told_at_once():
    ends = Status("transitional_element", "stops", "dwp_decision", "https://x.test/")
    assert said(a_gain(ends))[1].startswith("Transitional protection in Universal Credit: ")


def test_what_stops_is_named():
    assert any("stops at these hours: Universal Credit" in s for s in said(a_gain(CREDIT_STOPS)))


def test_what_you_keep_names_costs_that_were_not_given():
    sentence = next(s for s in said(a_gain()) if "keep" in s)
    assert sentence.startswith("You would keep about £480 of the £800 you would earn before tax.")
    assert "none were given" in sentence


def test_with_costs_given_nothing_says_that_they_are_missing():
    costs = [{"kind": "travel", "amount": 10, "per": "week"}]
    sentence = next(s for s in said(a_gain(of=case(costs=costs))) if "keep" in s)
    assert "none were given" not in sentence


@pytest.mark.parametrize(
    ("paid", "words"), [("weekly", "every week"), ("four_weekly", "every four weeks")]
)
def test_an_extra_pay_day_is_told(paid, words):
    last = said(a_gain(of=case(paid=paid)))[-1]
    assert f"With pay {words}, some months have an extra pay day" in last


def test_a_large_drop_a_little_above_is_told_beside_a_gain():
    sentences = said(a_gain(thresholds=(threshold(18.0, -90.0),)))
    assert any("From 18 hours a week about £90 less" in sentence for sentence in sentences)


def test_a_payment_that_stops_a_little_above_is_told_whatever_the_pounds():
    sentences = said(a_gain(thresholds=(threshold(18.0, -7.0),)))
    assert any("more to know from 18 hours a week. From here Univ" in s for s in sentences)


def test_a_small_step_a_little_above_is_not_told_there():
    pension = replace(threshold(18.0, -7.0), code="workplace_pension", starts=True)
    assert not any("from 18 hours" in sentence for sentence in said(a_gain(thresholds=(pension,))))


def test_a_line_far_above_is_not_told_there():
    assert not any("40 hours" in s for s in said(a_gain(thresholds=(threshold(40.0, -90.0),))))


def test_costs_above_the_money_that_could_be_counted():
    now = point(None, universal_credit=300.0, rent=400.0)
    job = point(16, universal_credit=338.0, rent=400.0)
    sentences = said(comparison(now, job, unknown=(COUNCIL_NOT_HELD,)))
    assert any(re.search(r"about £62 each month more than the money we can", s) for s in sentences)
