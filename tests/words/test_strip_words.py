"""The sentences of the strips: each phrase is used, and each figure in them is the strips'."""

import ast
from pathlib import Path

from benefits_calc.analysis.overlap import ALWAYS_LEFT_OUT, GATE
from benefits_calc.analysis.strips import STATES
from benefits_calc.case import Case
from benefits_calc.words.page_catalogue import section as section_of
from benefits_calc.words.real_periods import worst_period_sentences
from benefits_calc.words.strips import overlap_sentences
from tests.analysis.walks import bola, marcus
from tests.engine.whole_cases import case_with, compared, scenario


def said(case: Case) -> str:
    comparison = compared(case, 16, thresholds=True)
    assert comparison.overlap is not None
    return " ".join(overlap_sentences(case, comparison.overlap, comparison.strips))


def test_every_state_cycle_and_thing_left_out_has_words():
    words = section_of("strips")
    assert set(words["states"]) == set(STATES)
    assert set(words["status_states"]) <= set(STATES)
    assert set(words["cycles"]) == {"weekly", "fortnightly", "four_weekly", "monthly"}
    assert set(words["left_out"]) == {*ALWAYS_LEFT_OUT, GATE, "line"}


def test_every_phrase_is_asked_for(syntax_trees: dict[Path, ast.Module]):
    modules = [
        Path("words", "strips.py"),
        Path("words", "real_periods.py"),
        Path("output", "tables.py"),
    ]
    source = "".join(ast.unparse(syntax_trees[path]) for path in modules)
    for section in ("table", "overlap", "real_periods"):
        for key in section_of(f"strips.{section}"):
            assert f"'{key.removesuffix('_in_any_period')}'" in source, key


def test_a_supported_home_is_told_both_cycles_and_what_it_rests_on():
    words = said(bola())
    assert "up to about 41.5 hours a week, paid weekly. In a month with 5 pay days" in words
    assert "it is up to about 35 hours" in words
    assert "This rests on keeping LCWRA" in words
    monthly = said(bola(job__paid="monthly"))
    assert "In a month with" not in monthly
    assert "up to about 41.5 hours a week, paid monthly." in monthly


def test_the_band_says_what_it_leaves_out_and_what_sets_it():
    words = said(marcus())
    assert "stops by rule up to 35.25 hours a week, paid every four weeks, even in" in words
    assert "In a usual month it is up to 60 hours" in words
    assert "Reviews can still happen." in words
    assert "Council tax reduction, which could not be worked out" in words
    assert "First to stop, from 15 hours 42 minutes a week: New Style ESA." in said(scenario("a04"))


def test_any_pay_that_changes_something_is_said():
    case = case_with(claimant={"born": "1991-06"})
    assert "From the first pay an amount in this list changes: Universal Credit." in said(case)


def test_without_payments_there_is_no_band():
    nothing = {"born": "1991-06"}
    case = case_with(claimant=nothing, benefits_now={}, claims_universal_credit=False)
    assert said(case) == "No payment is in this list."


def test_a_month_with_an_extra_pay_day_is_told_with_its_amounts():
    """No Universal Credit; Housing Benefit of 125.26 a week is 543 a month, and 262 is 1,135."""
    (told,) = worst_period_sentences(compared(bola(), 37.5))
    assert "in a Universal Credit month with 5 pay days there is no Universal Credit." in told
    assert "It usually comes 4 times in a year." in told
    assert "Housing Benefit is then about £543 for that month, not £1,135." in told
    assert "look at the journal" in told
    (told,) = worst_period_sentences(compared(marcus(), 16))
    assert "with 2 pay days Universal Credit is about £792, not £1,230." in told
    assert "It usually comes once in a year." in told
    assert "left over" not in told.lower()


def test_where_all_months_are_alike_nothing_is_told():
    assert worst_period_sentences(compared(bola(job__paid="monthly"), 37.5)) == []
