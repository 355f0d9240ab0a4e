"""Sentences and refusals that turn on facts beside the job: none that is untrue of the case."""

from datetime import date, timedelta
from typing import Any

import pytest

from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.case import CaseError
from benefits_calc.words.changes import change_items
from benefits_calc.words.dated import (
    cash_title,
    deadline_sentence,
    message_sentence,
    warning_sentence,
)
from tests.engine.dated_cases import p1

SUPPORTED = {
    "tenure": "supported",
    "supported_kind": "exempt",
    "rent": {"amount": 245.0, "per": "week"},
    "bedrooms": None,
    "council_tax": {"liable": False},
}
ESA = {"new_style_esa": {"group": "support", "since": "2021-05", "claimed_from": "2021-02"}}
ESA_PAID = {"universal_credit": None, "new_style_esa": {"amount": 145.90, "per": "week"}}


def esa_only(**changes: Any) -> Any:
    paid = ESA_PAID | {"housing_benefit": {"amount": 245, "per": "week"}}
    health = {"health_element": None, "health_element_basis": None}
    job = {"hours_per_week": 30.0, "starter_declaration": None, "tax_code": "1257L"}
    facts: dict[str, Any] = {"home": SUPPORTED, "benefits_now": paid, "job": job}
    return p1(claimant=ESA | health, **{**facts, **changes})


def test_nobody_waits_for_universal_credit_that_is_not_claimed():
    line = timeline(esa_only()).lines[0]
    rent = {f"{c.status.state}_{c.status.why}" for c in line.changes}
    assert "changes_wage" in rent
    words = " ".join(item.text for item in change_items(line.changes))
    assert "the council looks at your wage" in words
    assert "when Universal Credit is back" not in words


def test_a_wage_that_leaves_no_housing_benefit_waits_for_no_universal_credit_either():
    """A rent of 60 a week, 35 hours: 65 per cent of what is over the applicable amount is more."""
    home = SUPPORTED | {"rent": {"amount": 60.0, "per": "week"}}
    paid = ESA_PAID | {"housing_benefit": {"amount": 60, "per": "week"}}
    line = timeline(esa_only(home=home, benefits_now=paid)).lines[0]
    assert "stops_wage_to_nothing" in {f"{c.status.state}_{c.status.why}" for c in line.changes}


def test_esa_that_stopped_for_long_beside_universal_credit_asks_for_no_other_claim():
    paid = {"new_style_esa": {"amount": 145.90, "per": "week"}}
    found = way_back(p1(claimant=ESA, benefits_now=paid), Asked("job_ends", 6))
    codes = [step.code for step in found.week_one]
    assert "esa_stopped_for_long" in codes
    assert "esa_stopped_for_long_claim" not in codes


def test_an_award_that_another_wage_keeps_at_nothing_is_not_put_down_to_savings():
    """The partner's wage leaves nothing, with the job and without it; savings are none."""
    job = {"title": "other", "pay": {"amount": 6000, "per": "month"}, "paid": "monthly"}
    case = p1(partner={"born": "1986-01", "jobs": [job | {"tax_code": "1257L"}]})
    line = timeline(case).lines[0]
    whys = {f"{s.state}_{s.why}" for month in line.months for s in month.statuses}
    assert "stays_nothing_paid" in whys
    assert "stays_nothing_paid_savings" not in whys


@pytest.mark.parametrize(
    ("months", "code"), [(1, "tell_esa"), (2, "tell_esa"), (3, "esa_stopped_for_long_claim")]
)
def test_esa_that_can_no_longer_be_picked_up_leads_to_advice(months: int, code: str):
    """The job begins on Monday 2 November 2026: twelve weeks end on 24 January 2027."""
    found = way_back(esa_only(), Asked("job_ends", months))
    codes = [step.code for step in found.week_one]
    assert code in codes
    assert ("tell_esa" in codes) == (code == "tell_esa")
    assert "tell_council_of_pay" in codes


def test_savings_over_the_limit_ask_for_no_claim_on_the_day():
    case = p1(
        savings=15000,
        events=[
            {"on": "2027-02-10", "kind": "savings", "savings": 17000},
            {"on": "2027-12-02", "kind": "savings", "savings": 9000},
        ],
    )
    line = timeline(case).lines[0]
    asked = {deadline.what for deadline in line.deadlines}
    assert not asked & {"look_at_journal", "claim_to_keep_same_periods"}
    assert "nothing_paid_savings" in {c.status.why for c in line.changes}


def test_tax_on_benefits_that_is_worked_out_is_not_said_to_be_unknown():
    case = p1(
        claimant={
            "carer": {
                "hours_per_week": 40.0,
                "carers_allowance": True,
                "people": [{"award": "pip_daily_living_standard", "in_this_home": False}],
            }
        },
        benefits_now={"carers_allowance": {"amount": 86.45, "per": "week"}},
        job={"hours_per_week": 16.0, "tax_code": "1257L", "starter_declaration": None},
    )
    (said,) = [m for m in timeline(case).lines[0].messages if m.code == "tax_on_benefits_year"]
    assert said.certainty == "rule"
    assert "5 April 2028" in message_sentence(said)


@pytest.mark.parametrize(("day", "refused"), [("2026-11-01", True), ("2026-11-02", False)])
def test_a_job_does_not_end_before_its_first_day(day: str, *, refused: bool):
    events = [{"on": day, "kind": "job_ends"}]
    if not refused:
        assert timeline(p1(events=events), months=2).lines[0].job_ends_on == date(2026, 11, 2)
        return
    with pytest.raises(CaseError) as caught:
        p1(events=events)
    assert [problem.field for problem in caught.value.problems] == ["events[1].on"]


def test_a_stay_without_an_end_says_when_the_rent_part_goes():
    """In on 4 December 2026: six months end on 4 June 2027, in the period to 7 June."""
    found = timeline(p1(events=[{"on": "2026-12-04", "kind": "hospital"}]), months=12)
    (said,) = [w for w in found.warnings if w.code == "hospital_end_not_known"]
    assert "5 June 2027" in warning_sentence(said)
    maximum = {p.starts: p.maximum for p in found.as_you_are.periods}
    assert maximum[date(2027, 4, 8)] - maximum[date(2027, 5, 8)] == pytest.approx(450)


def test_payment_goes_on_from_the_day_of_leaving_hospital():
    """Out on Sunday 28 March 2027."""
    stay = {"on": date(2027, 1, 4), "until": date(2027, 3, 28), "kind": "hospital"}
    case = p1(claimant={"pip": {"daily_living": "standard"}}, events=[stay])
    changes = [c for c in timeline(case).lines[0].changes if c.status.code == "pip"]
    assert [c.day for c in changes] == [date(2027, 2, 2), date(2027, 3, 28)]


def test_what_lies_after_the_months_shown_is_said():
    event = {"kind": "savings", "savings": 100}
    shown = timeline(p1(), months=3).last_day
    last = timeline(p1(events=[event | {"on": shown}]), months=3)
    after = timeline(p1(events=[event | {"on": shown + timedelta(days=1)}]), months=3)
    assert "event_after_these_months" not in [w.code for w in last.warnings]
    assert "event_after_these_months" in [w.code for w in after.warnings]


@pytest.mark.parametrize(("months", "over"), [(6, True), (36, False)])
def test_months_that_are_over_before_the_day_of_the_case_say_so(months: int, *, over: bool):
    case = p1(job={"starts": date(2025, 3, 3), "starter_declaration": None, "tax_code": "1257L"})
    codes = [w.code for w in timeline(case, months=months).warnings]
    assert ("months_are_over" in codes) == over


def test_esa_whose_days_run_out_is_not_picked_up_again():
    """170 of 365 days used on 20 October 2026: it ends in May 2027, with the job and without it."""
    esa = {"group": "work_related", "since": "2026-05", "claimed_from": "2026-05", "days_used": 170}
    health = {"work_capability": "lcw", "health_element": None, "health_element_basis": None}
    case = p1(
        claimant=health | {"new_style_esa": esa},
        benefits_now={"new_style_esa": {"amount": 95.55, "per": "week"}},
        job={"hours_per_week": 10.0, "starter_declaration": None, "tax_code": "1257L"},
    )
    assert "claim_esa_again" not in {item.what for item in timeline(case).lines[0].deadlines}
    codes = {step.code for step in way_back(case, Asked("job_ends", 9)).week_one}
    assert not codes & {"tell_esa", "tell_esa_goes_on", "esa_stopped_for_long"}
    assert "tell_esa_goes_on" in {s.code for s in way_back(case, Asked("job_ends", 3)).week_one}


def test_a_claim_that_pays_nothing_before_its_last_day_is_not_urged():
    """Full-time wages leave nothing for ten months; the award begins after the last day."""
    health = {
        "work_capability": "none",
        "work_capability_since": None,
        "health_element": None,
        "health_element_basis": None,
    }
    case = p1(
        claimant=health,
        job={"hours_per_week": 40.0, "starter_declaration": None, "tax_code": "1257L"},
        events=[{"on": "2027-09-17", "kind": "job_ends"}],
    )
    line = timeline(case).lines[0]
    (item,) = [d for d in line.deadlines if d.what == "claim_to_keep_same_periods"]
    assert any(period.award > 0 and period.starts > item.by for period in line.periods)
    assert "each day without a claim costs money" not in deadline_sentence(item)


def test_a_home_without_rent_has_no_rent_part_to_look_for():
    moves = {"on": "2027-02-10", "kind": "move"}
    family = {"tenure": "with_family", "council_tax": {"liable": False}}
    rented = {"tenure": "social_rent", "rent": {"amount": 100, "per": "week"}, "bedrooms": 1}
    paid = {"housing_benefit": {"amount": 245, "per": "week"}}
    whys = []
    for home in (family, rented | {"council_tax": {"liable": False}}):
        case = p1(home=SUPPORTED, benefits_now=paid, events=[moves | {"home": home}])
        whys += [c.status.why for c in timeline(case).lines[0].changes if "moved" in c.status.why]
    assert whys == ["moved_home_no_rent", "moved_home"]


def test_a_way_back_before_the_rates_of_councils_is_refused_and_not_a_fault():
    job = {"starts": date(2024, 6, 3), "starter_declaration": None, "tax_code": "1257L"}
    liable = {"rent": {"amount": 110, "per": "week"}, "council_tax": {"liable": True, "band": "B"}}
    ends = {"on": "2026-01-30", "kind": "job_ends", "redundancy_pay": 13000}
    case = p1(council="merton", region=None, home=liable, job=job, events=[ends], savings=4000)
    with pytest.raises(CaseError) as caught:
        way_back(case, Asked("job_ends", 12))
    assert [problem.field for problem in caught.value.problems] == ["job.starts"]


def test_a_carers_benefit_that_stops_for_hospital_says_so():
    """In on 15 February 2027: the payment of the one cared for stops on 16 March."""
    carer = {
        "hours_per_week": 40.0,
        "carers_allowance": True,
        "people": [{"award": "pip_daily_living_enhanced", "in_this_home": True}],
    }
    case = p1(
        claimant={"pip": {"daily_living": "enhanced"}, "someone_is_paid_to_care": True},
        partner={"born": "1990-01", "carer": carer},
        benefits_now={
            "pip": {"amount": 114.60, "per": "week"},
            "carers_allowance": {"amount": 86.45, "per": "week", "who": "partner"},
        },
        events=[{"on": "2027-02-15", "kind": "hospital", "until": "2027-05-15"}],
    )
    (stop,) = [
        c
        for c in timeline(case).lines[0].changes
        if c.status.code == "carers_allowance" and c.status.state == "stops"
    ]
    assert (stop.day, stop.status.why) == (date(2027, 3, 22), "hospital_care")
    (text,) = [item.text for item in change_items((stop,))]
    assert "because of the stay in hospital" in text


def test_money_for_the_end_of_a_job_is_not_called_a_wage():
    ends = {"on": "2027-03-31", "kind": "job_ends", "redundancy_pay": 3000}
    cash = timeline(p1(events=[ends])).lines[0].cash
    (paid,) = [event for event in cash if event.amount == 3000]
    assert cash_title(paid) == "Redundancy pay"
