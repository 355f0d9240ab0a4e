"""Stays in hospital to the day: SI 2013/377 regs 30 and 32, UC Regs 2013 Sch 3 para 9."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benefits_calc.analysis.timeline import timeline
from benefits_calc.engine.dated.hospital import unpaid_on
from benefits_calc.engine.dated.months import simulate_months
from benefits_calc.engine.dated.scenario import AS_YOU_ARE
from benefits_calc.words.dated import warning_sentence
from tests.engine.dated_cases import SUPPORTED, p1

PIP = {"pip": {"daily_living": "standard"}}
# 4 January 2027 is a Monday.
IN = date(2027, 1, 4)


def stay(entered: date, left: date | None, **facts):
    return {"on": entered, "kind": "hospital", **({"until": left} if left else {}), **facts}


def unpaid_days(case, first: date, days: int) -> list[date]:
    every = [first + timedelta(days=n) for n in range(days)]
    return [day for day in every if unpaid_on(case, "claimant", day)]


def test_the_day_in_and_the_day_out_are_paid_and_so_are_28_days():
    case = p1(claimant=PIP, events=[stay(IN, date(2027, 2, 21))])
    found = unpaid_days(case, IN, 120)
    assert (found[0], found[-1], len(found)) == (date(2027, 2, 2), date(2027, 2, 20), 19)


@pytest.mark.parametrize(
    ("left", "unpaid"), [(date(2027, 2, 2), 0), (date(2027, 2, 3), 1), (date(2027, 2, 4), 2)]
)
def test_28_whole_days_cost_nothing_and_the_29th_is_not_paid(left: date, unpaid: int):
    case = p1(claimant=PIP, events=[stay(IN, left)])
    assert len(unpaid_days(case, IN, 60)) == unpaid


@pytest.mark.parametrize(("days_at_home", "joined"), [(27, True), (28, True), (29, False)])
def test_stays_are_joined_up_to_28_days_apart(days_at_home: int, joined: bool):
    # The first stay has 27 whole days, from 5 to 31 January; 1 February is the day of leaving.
    left = date(2027, 2, 1)
    again = left + timedelta(days=days_at_home - 1)
    case = p1(claimant=PIP, events=[stay(IN, left), stay(again, again + timedelta(days=20))])
    found = unpaid_days(case, IN, 120)
    assert bool(found) == joined
    if joined:
        # One whole day of the 28 was left.
        assert found[0] == again + timedelta(days=2)


def by_the_regulation(stays: list[tuple[int, int]]) -> set[int]:
    """Days unpaid, counted one by one: the reading of regs 30(1) and 32(2), (4) in plain steps."""
    unpaid: set[int] = set()
    counted, last = 0, None
    for entered, left in stays:
        inside = list(range(entered + 1, left))
        if not inside:
            continue
        if last is not None and inside[0] - last - 1 > 28:
            counted = 0
        for day in inside:
            counted += 1
            if counted > 28:
                unpaid.add(day)
        last = inside[-1]
    return unpaid


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(2, 60)), min_size=1, max_size=5))
def test_days_unpaid_agree_with_a_count_day_by_day(gaps: list[tuple[int, int]]):
    day, stays = 0, []
    for gap, length in gaps:
        entered = day + gap
        day = entered + length
        stays.append((entered, day))
    events = [stay(IN + timedelta(days=a), IN + timedelta(days=b)) for a, b in stays]
    case = p1(claimant=PIP, events=events)
    found = {(one - IN).days for one in unpaid_days(case, IN, day + 40)}
    assert found == by_the_regulation(stays)


def test_a_payment_holds_the_days_that_are_paid_to_the_penny():
    case = p1(claimant=PIP, events=[stay(IN, date(2027, 2, 21))])
    line = timeline(case, months=8).as_you_are
    paid = sum(e.amount for e in line.cash if e.source == "pip")
    usual = sum(
        e.amount for e in timeline(p1(claimant=PIP), months=8).as_you_are.cash if e.source == "pip"
    )
    assert usual - paid == pytest.approx(19 / 7 * 76.70, abs=0.05)


def awards(case) -> dict[date, float]:
    dated = simulate_months(case, (AS_YOU_ARE,), date(2026, 10, 1), date(2027, 12, 31))
    starts = dated.calendar.period_starts.astype(date).tolist()
    return dict(zip(starts, dated.manual.states.award[:, 0].round(2).tolist(), strict=True))


@pytest.mark.parametrize(
    ("left", "rent_goes_on"), [(date(2027, 7, 4), True), (date(2027, 7, 5), False)]
)
def test_rent_in_universal_credit_goes_on_for_six_months(left: date, rent_goes_on: bool):
    found = awards(p1(job=None, events=[stay(IN, left)]))
    # 4 January is in the period from 8 December.
    assert found[date(2026, 11, 8)] == 1304.70
    assert found[date(2026, 12, 8)] == (1304.70 if rent_goes_on else 854.70)
    assert found[date(2027, 7, 8)] == 1304.70


def test_a_stay_without_an_end_keeps_the_rent_for_six_months():
    found = awards(p1(job=None, events=[stay(IN, None)]))
    assert found[date(2027, 5, 8)] == 1304.70
    # 4 July is the last day of six months, and the period from 8 June holds the next.
    assert found[date(2027, 6, 8)] == 854.70


def couple(**partner):
    return p1(
        claimant=PIP | {"someone_is_paid_to_care": True},
        partner={
            "born": "1988-01",
            "carer": {
                "hours_per_week": 40.0,
                "carers_allowance": True,
                "people": [{"award": "pip_daily_living_standard", "in_this_home": True}],
            },
        }
        | partner,
        job=None,
        events=[stay(IN, date(2027, 2, 21))],
    )


def test_the_carers_benefit_of_a_partner_stops_with_the_payment_and_comes_back():
    dated = simulate_months(couple(), (AS_YOU_ARE,), date(2026, 10, 1), date(2027, 12, 31))
    weeks = dated.weeks
    care = {
        moment.day: float(amount)
        for moment, amount in zip(
            weeks.moments, weeks.family["carers_allowance"][:, 0], strict=True
        )
    }
    assert care[date(2027, 2, 1)] == 86.45
    assert care[date(2027, 2, 8)] == 0
    assert care[date(2027, 2, 15)] == 0
    assert care[date(2027, 2, 22)] == 86.45


def test_care_for_somebody_elsewhere_goes_on():
    case = couple(
        carer={
            "hours_per_week": 40.0,
            "carers_allowance": True,
            "people": [{"award": "pip_daily_living_standard", "in_this_home": False}],
        }
    )
    dated = simulate_months(case, (AS_YOU_ARE,), date(2026, 10, 1), date(2027, 12, 31))
    assert (dated.weeks.family["carers_allowance"][:, 0] == 86.45).sum() > 50
    assert dated.weeks.family["carers_allowance"][14:20, 0].min() > 0


def test_what_is_said_of_a_long_stay():
    case = p1(
        claimant=PIP | {"someone_is_paid_to_care": True},
        events=[stay(IN, date(2027, 8, 1))],
    )
    codes = [warning.code for warning in timeline(case).warnings]
    assert codes[-3:] == [
        "hospital_payment_stops_until",
        "hospital_carer_elsewhere",
        "hospital_over_six_months",
    ]
    words = " ".join(warning_sentence(warning) for warning in timeline(case).warnings)
    assert "not paid from 2 February 2027 to 31 July 2027" in words


def test_nothing_is_said_of_a_short_stay():
    case = p1(claimant=PIP, events=[stay(IN, date(2027, 2, 2))])
    assert not [w for w in timeline(case).warnings if w.code.startswith("hospital")]


@pytest.mark.parametrize(("weeks", "goes_on"), [(52, True), (53, False)])
def test_housing_benefit_goes_on_for_52_weeks(weeks: int, *, goes_on: bool):
    """HB Regs 2006 reg 7(16), (17): a longer stay that is foreseen ends it."""
    case = p1(home=SUPPORTED, job=None, events=[stay(IN, IN + timedelta(weeks=weeks))])
    cash = timeline(case, months=6).as_you_are.cash
    paid = {event.day: event.amount for event in cash if event.source == "housing_benefit"}
    assert paid[date(2026, 12, 28)] == 255.0
    assert paid.get(IN, 0.0) == (255.0 if goes_on else 0.0)


def carers_weeks(weeks_in: int) -> float:
    """Carer's Allowance of the last week of a carer's own stay in hospital."""
    carer = {
        "hours_per_week": 40.0,
        "carers_allowance": True,
        "people": [{"award": "pip_daily_living_standard"}],
    }
    case = p1(
        claimant={
            "carer": carer,
            "work_capability": "none",
            "work_capability_since": None,
            "health_element": None,
            "health_element_basis": None,
        },
        job=None,
        events=[stay(IN, IN + timedelta(weeks=weeks_in, days=1))],
    )
    weeks = simulate_months(case, (AS_YOU_ARE,), date(2026, 10, 1), date(2027, 8, 31)).weeks
    care = dict(
        zip(
            [moment.day for moment in weeks.moments],
            weeks.family["carers_allowance"][:, 0].tolist(),
            strict=True,
        )
    )
    assert care[IN + timedelta(weeks=weeks_in + 1)] == 86.45
    return care[IN + timedelta(weeks=weeks_in)]


@pytest.mark.parametrize(("weeks_in", "paid"), [(12, 86.45), (13, 0.0)])
def test_a_carers_own_stay_counts_as_care_for_twelve_weeks(weeks_in: int, paid: float):
    assert carers_weeks(weeks_in) == paid
