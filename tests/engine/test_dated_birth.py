"""A birth in dated months: each benefit from its own day, and as if the child were known."""

from datetime import date, timedelta
from typing import Any

import pytest

from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.timeline import timeline
from benefits_calc.engine.dated.months import simulate_months
from benefits_calc.engine.dated.scenario import AS_YOU_ARE
from tests.engine.dated_cases import case_of, p1
from tests.engine.random_cases import random_case

FIRST, LAST = date(2026, 10, 1), date(2027, 9, 30)
NO_FINDING = {
    "work_capability": "none",
    "work_capability_since": None,
    "health_element": None,
    "health_element_basis": None,
}
ELDEST, ANOTHER = 27.05, 17.90


def born(day: str, **changes: Any) -> Any:
    return p1(job=None, events=[{"on": day, "kind": "birth"}], **changes)


def weekly(case: Any, line: str) -> dict[date, float]:
    weeks = simulate_months(case, (AS_YOU_ARE,), FIRST, LAST).weeks
    amounts = weeks.family[line][:, 0]
    return {m.day: float(a) for m, a in zip(weeks.moments, amounts, strict=True)}


def awards(case: Any) -> dict[date, float]:
    return {p.starts: p.award for p in timeline(case, months=8).as_you_are.periods}


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        ("2027-02-02", date(2027, 2, 8)),  # a Tuesday
        ("2027-02-07", date(2027, 2, 8)),  # a Sunday
        # Not there as the week of that Monday began at midnight (SSCBA 1992 s.147(2)).
        ("2027-02-08", date(2027, 2, 15)),
        ("2027-02-09", date(2027, 2, 15)),
    ],
)
def test_child_benefit_begins_with_the_monday_after_the_birth(day: str, monday: date):
    found = weekly(born(day), "child_benefit")
    assert found[monday] == ELDEST
    assert found[monday - timedelta(weeks=1)] == 0


def test_another_child_brings_the_lower_rate():
    children = [{"born": "2020-05"}]
    paid = {"child_benefit": {"amount": ELDEST, "per": "week"}}
    found = weekly(born("2027-02-03", children=children, benefits_now=paid), "child_benefit")
    assert (found[date(2027, 2, 1)], found[date(2027, 2, 8)]) == (ELDEST, ELDEST + ANOTHER)


def test_child_benefit_that_is_not_paid_for_others_is_not_taken_for_the_baby():
    found = weekly(born("2027-02-03", children=[{"born": "2020-05"}]), "child_benefit")
    assert set(found.values()) == {0.0}


@pytest.mark.parametrize("day", ["2027-02-08", "2027-02-20", "2027-03-07"])
def test_the_child_element_is_for_the_whole_period_of_the_birth(day: str):
    found = awards(born(day))
    assert found[date(2027, 1, 8)] == 1304.70
    assert found[date(2027, 2, 8)] == pytest.approx(1304.70 + 303.94)


def test_a_third_child_brings_an_element_since_april_2026():
    children = [{"born": "2018-05"}, {"born": "2020-05"}]
    found = awards(born("2027-02-20", children=children))
    assert found[date(2027, 2, 8)] - found[date(2027, 1, 8)] == pytest.approx(303.94)


def test_no_third_element_in_a_period_of_before_april_2026():
    children = [{"born": "2018-05"}, {"born": "2020-05"}]
    case = born("2026-03-20", children=children, as_at="2026-02-20")
    periods = timeline(case, months=4).as_you_are.periods
    by_start = {p.starts: p.maximum for p in periods}
    assert by_start[date(2026, 3, 8)] == by_start[date(2026, 2, 8)]
    # A whole element, and the year's higher rates.
    assert by_start[date(2026, 4, 8)] - by_start[date(2026, 3, 8)] > 303.94


def test_a_first_child_brings_another_room():
    home = {"tenure": "private_rent", "rent": {"amount": 1500.0, "per": "month"}, "bedrooms": 2}
    case = born("2027-02-20", rental_area="leeds", home=home)
    periods = {p.starts: p.maximum for p in timeline(case, months=8).as_you_are.periods}
    # The published monthly rates for one and two bedrooms in Leeds are 675.00 and 775.00.
    rise = periods[date(2027, 2, 8)] - periods[date(2027, 1, 8)]
    assert rise == pytest.approx(303.94 + 775.00 - 675.00)


def test_a_first_child_brings_a_work_allowance():
    # No finding on health: 12 hours at 12.71 are wholly tapered until there is a child.
    case = p1(
        claimant=NO_FINDING,
        job={"hours_per_week": 12.0, "tax_code": "1257L M1", "starter_declaration": None},
        events=[{"on": "2027-02-20", "kind": "birth"}],
    )
    periods = {p.starts: p for p in timeline(case, months=6).lines[0].periods}
    before, after = periods[date(2027, 1, 8)], periods[date(2027, 2, 8)]
    assert before.award == pytest.approx(before.maximum - 0.55 * before.earned_income, abs=0.005)
    left = after.earned_income - 427
    assert after.award == pytest.approx(after.maximum - 0.55 * left, abs=0.005)


def test_the_family_cap_takes_the_place_of_the_single_one_and_counts_child_benefit():
    case = born(
        "2027-02-20",
        region="london",
        claimant=NO_FINDING,
        home={"rent": {"amount": 2400.0, "per": "month"}},
    )
    found = awards(case)
    assert found[date(2027, 1, 8)] == 1413.92
    # 2,110.25 a month less Child Benefit of the period.
    assert found[date(2027, 3, 8)] == pytest.approx(2110.25 - 27.05 * 52 / 12, abs=0.01)


def test_scottish_child_payment_is_taken_as_claimed_for_a_first_child():
    case = born("2027-02-03", nation="scotland", region=None)
    cash = timeline(case, months=6).as_you_are.cash
    paid = [event for event in cash if event.source == "scottish_child_payment"]
    assert paid
    assert min(event.day for event in paid) > date(2027, 2, 3)


@pytest.mark.parametrize("seed", range(12))
def test_months_after_a_birth_are_a_comparison_s_with_the_child(seed: int):
    facts = random_case(seed)
    facts["job"].pop("replaces", None)
    facts["children"] = []
    for who in ("claimant", "partner"):
        if who in facts:
            facts[who].pop("jobs", None)
            facts[who].pop("self_employment", None)
    facts["savings"] = 300
    facts["benefits_now"].pop("child_benefit", None)
    # A stated sum of council tax or rent is not the subject; neither is an element that erodes.
    facts["benefits_now"]["universal_credit"].pop("transitional_element", None)
    birth = {"on": "2026-12-20", "kind": "birth"}
    case = case_of({**facts, "as_at": "2026-12-01", "events": [birth]})
    paid = {"child_benefit": {"amount": ELDEST, "per": "week"}}
    if facts["nation"] == "scotland":
        paid["scottish_child_payment"] = {"amount": 28.20, "per": "week"}
    with_child = case_of(
        {
            **facts,
            "as_at": "2027-03-01",
            "children": [{"born": "2026-12-20"}],
            "benefits_now": {**facts["benefits_now"], **paid},
        }
    )
    now = compare(with_child, (0.0,), with_thresholds=False).now.per_month
    line = timeline(case, (0.0,), months=6).as_you_are
    start = facts["benefits_now"]["universal_credit"]["assessment_period_starts_on"]
    period = next(p for p in line.periods if p.starts <= date(2027, 3, 1) <= p.ends)
    assert period.starts.day == start
    assert period.award == pytest.approx(now["universal_credit"], abs=0.011)
    week = weekly(case, "child_benefit")[date(2027, 3, 1)]
    assert round(week * 52 / 12, 2) == pytest.approx(now["child_benefit"], abs=0.011)
