"""Events that change the facts of a case, and what the past of an award hands to its future."""

from datetime import date
from typing import Any

import pytest

from benefits_calc.analysis.timeline import timeline
from benefits_calc.engine.dated.case_on import case_on, events_not_held
from benefits_calc.engine.dated.hospital import unpaid_on
from benefits_calc.engine.dated.months import Dated, simulate_months
from benefits_calc.engine.dated.scenario import AS_YOU_ARE
from benefits_calc.engine.dated.state import STATES
from tests.engine.dated_cases import p1

NO_JOB: dict[str, Any] = {"job": None}


def a_week(amount: float) -> dict[str, Any]:
    return {"amount": amount, "per": "week"}


def as_you_are(case: Any) -> Dated:
    return simulate_months(case, (AS_YOU_ARE,), date(2026, 10, 1), date(2027, 12, 31))


def awards(case: Any) -> dict[date, float]:
    dated = as_you_are(case)
    starts = dated.calendar.period_starts.astype(date).tolist()
    return dict(zip(starts, dated.manual.states.award[:, 0].round(2).tolist(), strict=True))


def states(case: Any) -> list[str]:
    return [STATES[code] for code in as_you_are(case).manual.states.code[:, 0]]


@pytest.mark.parametrize(
    ("event", "held"),
    [
        ({"kind": "birthday"}, True),
        ({"kind": "sickness"}, True),
        ({"kind": "savings", "savings": 100}, True),
        ({"kind": "savings"}, False),
        ({"kind": "move"}, False),
        ({"kind": "other"}, False),
        ({"kind": "award_decided", "benefit": "lcwra"}, True),
        (
            {"kind": "award_decided", "benefit": "pip", "amount": {"amount": 76.70, "per": "week"}},
            True,
        ),
        (
            {"kind": "award_decided", "benefit": "pip", "amount": {"amount": 50, "per": "week"}},
            False,
        ),
        ({"kind": "award_decided", "benefit": "pip"}, False),
        ({"kind": "award_ends", "benefit": "pip"}, True),
        ({"kind": "award_ends", "benefit": "a_pension"}, False),
    ],
)
def test_what_the_figures_cannot_hold_is_said(event: dict, held: bool):
    case = p1(events=[{"on": "2027-03-01", **event}])
    assert (events_not_held(case) == ()) == held
    codes = [item.code for item in timeline(case, months=4).warnings]
    assert ("event_not_held" in codes) == (not held)


def test_a_case_before_its_events_is_as_it_was():
    case = p1(events=[{"on": "2027-03-01", "kind": "savings", "savings": 9000}])
    assert case_on(case, date(2027, 2, 28)).savings == 0
    assert case_on(case, date(2027, 3, 1)).savings == 9000


def test_an_award_of_pip_that_ends_is_paid_no_more():
    case = p1(
        claimant={"pip": {"daily_living": "standard"}},
        events=[{"on": "2027-02-01", "kind": "award_ends", "benefit": "pip"}],
    )
    assert case_on(case, date(2027, 2, 1)).claimant.pip is None


def test_losing_lcwra_takes_its_element_from_the_period_of_the_decision():
    case = p1(events=[{"on": "2027-02-20", "kind": "award_ends", "benefit": "lcwra"}], **NO_JOB)
    found = awards(case)
    assert (found[date(2027, 1, 8)], found[date(2027, 2, 8)]) == (1304.70, 874.90)


def test_adult_disability_payment_is_read_by_its_own_rates():
    event = {
        "on": "2027-02-01",
        "kind": "award_decided",
        "benefit": "adp",
        "amount": {"amount": 76.70, "per": "week"},
    }
    case = p1(nation="scotland", region=None, events=[event])
    decided = case_on(case, date(2027, 2, 1)).claimant.adp
    assert decided is not None
    assert (decided.daily_living, decided.mobility) == ("standard", "none")


def test_somebody_in_hospital_already_is_counted_from_that_day():
    case = p1(claimant={"in_hospital_since": "2026-10-05"})
    assert not unpaid_on(case, "claimant", date(2026, 11, 2))
    assert unpaid_on(case, "claimant", date(2026, 11, 3))


# --- what an award brings with it --------------------------------------------------------------


def with_award(**facts: Any) -> Any:
    return p1(benefits_now={"universal_credit": facts}, **NO_JOB)


ELEMENT = {"amount": 100.0, "per": "month"}


def test_low_earnings_end_a_transitional_element_after_three_periods():
    # Periods from 8 September: three below the threshold, and none from the fourth.
    found = awards(with_award(transitional_element=ELEMENT, earned_above_threshold_at_start="yes"))
    assert [found[date(2026, month, 8)] for month in (9, 10, 11)] == [1404.70] * 3
    assert found[date(2026, 12, 8)] == 1304.70


def test_a_transitional_element_of_somebody_out_of_work_at_the_start_goes_on():
    found = awards(with_award(transitional_element=ELEMENT, earned_above_threshold_at_start="no"))
    assert set(found.values()) == {1404.70}


def test_a_rise_in_rent_lowers_a_transitional_element_for_good():
    home = {
        "tenure": "social_rent",
        "rent": {"amount": 480.0, "per": "month"},
        "bedrooms": 1,
        "council_tax": {"liable": False},
    }
    case = p1(
        benefits_now={"universal_credit": {"transitional_element": ELEMENT}},
        events=[{"on": "2027-02-20", "kind": "move", "home": home}],
        **NO_JOB,
    )
    dated = as_you_are(case)
    starts = dated.calendar.period_starts.astype(date).tolist()
    element = dict(zip(starts, dated.manual.states.transitional_element[:, 0], strict=True))
    assert (element[date(2027, 1, 8)], element[date(2027, 2, 8)]) == (100.0, 70.0)
    assert awards(case)[date(2027, 2, 8)] == 1404.70


def test_an_award_that_is_nil_already_must_be_claimed_again():
    found = states(with_award(nil_since="2026-07-08"))
    assert found[0] == "reclaimed"
    assert set(found[1:]) == {"open"}


def test_grace_from_the_cap_that_runs_already_ends_after_nine_months():
    case = p1(
        region="london",
        claimant={
            "work_capability": "none",
            "work_capability_since": None,
            "health_element": None,
            "health_element_basis": None,
        },
        home={"rent": {"amount": 1439.97, "per": "month"}},
        benefits_now={
            "universal_credit": {
                "earnings_last_12_months_over_threshold": True,
                "earnings_fell_on": "2026-08-08",
            }
        },
        **NO_JOB,
    )
    found = awards(case)
    assert found[date(2027, 4, 8)] == pytest.approx(424.90 + 1439.97)
    assert found[date(2027, 5, 8)] == 1413.92
