"""What a timeline says is true of the month that it stands beside: causes, tenses, losses."""

from datetime import date

import pytest

from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.case import CaseError, build_case
from benefits_calc.output.timeline import timeline_object
from benefits_calc.output.timeline_tables import timeline_text
from benefits_calc.words.dated import cash_why, status_sentence
from benefits_calc.words.month_tables import lead_sentences
from benefits_calc.words.way_back import reclaim_sentence
from tests.engine.dated_cases import p1
from tests.engine.whole_cases import NAMES, scenario

LONG_NIL = {
    "job": {"hourly_pay": 30.0, "hours_per_week": 40.0},
    "events": [{"on": date(2027, 8, 31), "kind": "job_ends"}],
}


def over_the_limit(**changes):
    """Savings of 16,500 from 20 April to 9 August 2027."""
    events = [
        {"on": date(2027, 4, 20), "kind": "savings", "savings": 16_500},
        {"on": date(2027, 8, 10), "kind": "savings", "savings": 5_000},
    ]
    return p1(events=events, **changes)


def said(month) -> str:
    return " ".join(map(status_sentence, month.statuses))


def month_of(line, year: int, number: int):
    return next(month for month in line.months if month.month == date(year, number, 1))


@pytest.mark.parametrize(
    "award",
    [{}, {"transitional_element": {"amount": 68.71, "per": "month"}}],
    ids=["no element", "an element"],
)
def test_an_end_for_savings_is_said_and_starts_no_clock(award: dict):
    found = timeline(over_the_limit(benefits_now={"universal_credit": award}))
    line = found.lines[0]
    text = said(month_of(line, 2027, 5))
    assert "has to be made again" in text
    assert "can be picked up" not in text
    paid = next(e for e in line.cash if e.day == date(2027, 5, 14) and e.amount == 0)
    assert "savings are over the limit" in cash_why(paid)
    assert ("used up" in text, "savings went over" in text) == (False, bool(award))
    assert timeline_text(found)
    assert timeline_object(found)
    # Nothing is tried again by itself where savings, not pay, ended the award.
    assert "tried_again_likely" not in {item.code for item in line.messages}
    wages = timeline(p1(**LONG_NIL)).lines[0]
    assert "tried_again_likely" in {item.code for item in wages.messages}


def test_a_last_day_that_is_past_is_no_longer_asked_for():
    line = timeline(p1(**LONG_NIL)).lines[0]
    # The first period without an award begins on 8 December or 8 November 2026.
    for month in line.months:
        for status in month.statuses:
            if status.until is not None:
                assert status.until >= month.month, status
    assert "new payment dates" in said(month_of(line, 2027, 8))


def test_what_is_lower_without_wages_is_not_said_to_come_from_wages():
    line = timeline(p1(**LONG_NIL)).lines[0]
    text = said(month_of(line, 2027, 12))
    assert "because" not in text
    assert "lower than without the job, although no more of your wage is counted" in text
    later = [e for e in line.cash if e.source == "universal_credit" and e.day > date(2027, 11, 1)]
    assert later
    # 874.90 or 1,092.16 in place of 1,304.70 is not the full amount.
    assert all(e.amount < 1304.70 and "full amount" not in cash_why(e) for e in later)


def test_one_week_without_a_weekly_benefit_is_said():
    carer = {
        "hours_per_week": 40,
        "carers_allowance": True,
        "people": [{"award": "pip_daily_living_standard"}],
    }
    case = p1(
        claimant={"work_capability": "none", "health_element": "automatic", "carer": carer}
        | {"work_capability_since": None, "health_element_basis": None},
        benefits_now={"carers_allowance": {"amount": 86.45, "per": "week"}},
        job={
            "hours_per_week": 16.0,
            "paid": "weekly",
            "pay_day": "friday",
            "pattern": [
                {"weeks": 5, "hours": 16.0},
                {"weeks": 1, "hours": 20.0},
                {"weeks": "repeat", "hours": 16.0},
            ],
        },
    )
    line = timeline(case).lines[0]
    # The sixth week of work is that of 7 December 2026: 254.20 against a limit of 204.
    stopped = [m.month for m in line.months if "Carer's Allowance stops" in said(m)]
    assert stopped == [date(2026, 12, 1)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"as_at": date(2019, 5, 1)}, "as_at"), ({"job": {"starts": date(2019, 5, 1)}}, "job.starts")],
)
def test_days_before_the_rates_are_refused_in_a_line(changes: dict, field: str):
    with pytest.raises(CaseError, match=field):
        timeline(p1(**changes))


def test_a_wage_with_sick_pay_in_it_says_so():
    case = p1(events=[{"on": date(2027, 1, 4), "until": date(2027, 2, 12), "kind": "sickness"}])
    wages = [e for e in timeline(case).lines[0].cash if e.source == "net_pay"]
    sick = [e.day for e in wages if "sick pay" in cash_why(e)]
    assert sick == [date(2027, 1, 28), date(2027, 2, 26)]


def test_an_award_that_ended_long_before_the_job_must_be_claimed_again():
    # Nil from the first full wage; the job ends in the ninth month, long after six periods.
    case = p1(job={"hourly_pay": 22.0, "hours_per_week": 40.0})
    for months in (7, 8, 9):
        found = way_back(case, Asked("job_ends", months))
        assert found.reclaim is not None
        assert found.reclaim.needed
        assert "nothing to claim again" not in reclaim_sentence(found.reclaim)


@pytest.mark.parametrize("basis", ["severe", "terminal"])
def test_a_rate_that_any_claim_brings_is_not_said_to_be_lost(basis: str):
    line = timeline(p1(claimant={"health_element_basis": basis}, **LONG_NIL)).lines[0]
    assert "claim_to_keep_protected_rate" not in [item.what for item in line.deadlines]
    assert "at the rate for new claims" not in said(month_of(line, 2027, 8))
    usual = timeline(p1(**LONG_NIL)).lines[0]
    assert "claim_to_keep_protected_rate" in [item.what for item in usual.deadlines]


def test_surplus_earnings_are_said_where_they_count():
    # A wage with 6,000 in lieu of notice in it; the law's own limit of 300 from April 2027.
    ends = {"on": date(2027, 6, 10), "kind": "job_ends", "pay_in_lieu_of_notice": 6000}
    line = timeline(p1(events=[ends])).lines[0]
    told = [
        e for e in line.cash if e.source == "universal_credit" and "counts again" in cash_why(e)
    ]
    assert told
    assert all("not yet set" in cash_why(e) for e in told)
    assert all(e.amount < 1304.70 for e in told)


def test_a_pound_of_tax_does_not_hold_up_the_way_back_for_a_year():
    # Off sick from 11 March 2027 with hospital around it: six weeks, and pay is whole from June.
    stay = {"on": date(2027, 3, 2), "until": date(2027, 4, 20), "kind": "hospital"}
    case = p1(job={"starts": date(2027, 1, 11)}, events=[stay])
    found = way_back(case, Asked("sickness", 2, weeks=6))
    assert found.back_on is not None
    assert found.back_on < date(2027, 8, 1)


def test_a_period_claimed_late_is_not_laid_on_wages_alone():
    case = build_case(
        {
            "as_at": "2026-12-01",
            "nation": "england",
            "region": "rest_of_great_britain",
            "claimant": {"born": "1990-06", "work_capability": "none"},
            "home": {
                "tenure": "social_rent",
                "rent": {"amount": 100, "per": "week"},
                "bedrooms": 1,
                "council_tax": {"liable": False},
            },
            "savings": 0,
            "benefits_now": {"universal_credit": {"assessment_period_starts_on": 20}},
            "job": {
                "hourly_pay": 13.0,
                "hours_per_week": 37.5,
                "paid": "monthly",
                "pay_day": 28,
                "starts": "2027-01-04",
            },
        }
    )
    line = timeline(case, months=7, job_ends_after=3).lines[0]
    april = next(month for month in line.months if month.month == date(2027, 4, 1))
    said = [status_sentence(status) for status in april.statuses]
    assert any("only the days from the new claim are paid" in text for text in said)
    assert not any("because it counts" in text for text in said)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_comparison_leaves_out_the_months_leave_out_too(name: str):
    case = scenario(name)
    hours = 16.0
    left_out = [item.line for item in compare(case, (hours,), with_thresholds=False).unknown]
    made = timeline(case, (hours,), months=4)
    assert [item.line for item in made.unknown] == left_out
    for month in made.lines[0].months:
        assert list(month.not_known) == left_out


def test_help_with_council_tax_that_is_paid_today_and_not_held_is_said_first():
    # 24.00 a week on the letter is 104.00 a month.
    case = scenario("w1_reading_four_weekly")
    made = timeline(case)
    first, before, today, *_ = lead_sentences(made, made.lines[0])
    assert "more" in first
    assert before.startswith("This is before any change in your council tax reduction")
    assert "about £104 a month" in today
    found = timeline_object(made)
    assert found["totals_leave_out"] == ["council_tax_reduction"]
    assert any("£104" in text for text in found["not_covered"])
    back = way_back(case, Asked("job_ends"))
    assert [item.line for item in back.unknown] == ["council_tax_reduction"]


def test_an_award_that_ends_is_not_put_down_to_a_stay_in_hospital():
    pip = {"pip": {"daily_living": "standard"}}
    ends = {"on": "2027-02-01", "kind": "award_ends", "benefit": "pip"}
    found = timeline(p1(claimant=pip, events=[ends]), months=4).lines[0]
    assert "PIP) ends with or without the job" in said(month_of(found, 2027, 2))
    stay = {"on": "2027-02-01", "until": "2027-04-30", "kind": "hospital"}
    found = timeline(p1(claimant=pip, events=[stay]), months=4).lines[0]
    assert "after 28 days in hospital" in said(month_of(found, 2027, 3))
