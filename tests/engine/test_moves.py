"""Moving home: SI 2013/381 Sch 1 para 20, HB Regs 2006 regs 76, 79 and 80, by the day."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benefits_calc.analysis.tasks import tasks_of
from benefits_calc.analysis.timeline import timeline
from benefits_calc.case import Case, CaseError
from benefits_calc.engine.dated.months import simulate_months
from benefits_calc.engine.dated.scenario import AS_YOU_ARE, in_job
from benefits_calc.words.dated import deadline_sentence, status_sentence, warning_sentence
from tests.engine.dated_cases import SUPPORTED, p1

TEMPORARY = SUPPORTED | {
    "tenure": "temporary",
    "supported_kind": None,
    "temporary_kind": "council_owned",
}
FLAT: dict[str, Any] = {
    "tenure": "social_rent",
    "rent": {"amount": 120.0, "per": "week"},
    "bedrooms": 1,
    "council_tax": {"liable": False},
}


def without_none(home: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in home.items() if value is not None}


def moving(day: str, before: dict[str, Any], after: dict[str, Any], **changes: Any) -> Case:
    """P1 in one home, and from a day in another; periods begin on the 8th."""
    more = changes.pop("event", {})
    event = {"on": day, "kind": "move", "home": without_none(after)} | more
    return p1(home=before, events=[event], **changes)


def awards(case: Case, hours: float | None = None) -> dict[date, float]:
    line = AS_YOU_ARE if hours is None else in_job(hours)
    dated = simulate_months(case, (line,), date(2026, 10, 1), date(2027, 12, 31))
    starts = dated.calendar.period_starts.astype(date).tolist()
    return dict(zip(starts, dated.manual.states.award[:, 0].round(2).tolist(), strict=True))


def paid(case: Case, source: str) -> dict[date, float]:
    cash = timeline(case, months=10).as_you_are.cash
    return {event.day: event.amount for event in cash if event.source == source}


# --- Universal Credit: the whole period ---------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "january", "february"),
    [("2027-02-07", 1374.70, 1374.70), ("2027-02-08", 854.70, 1374.70)],
)
def test_the_home_of_the_last_day_counts_for_the_whole_period(
    day: str, january: float, february: float
):
    """854.70 is 424.90 and 429.80; the rent of 120 a week is 520 a month."""
    found = awards(moving(day, SUPPORTED, FLAT))
    assert (found[date(2027, 1, 8)], found[date(2027, 2, 8)]) == (january, february)
    assert found[date(2026, 12, 8)] == 854.70


def test_leaving_supported_housing_lowers_the_work_allowance():
    """20 hours: 1,068.17 take-home. 710 is left alone before, 427 after (UC Regs reg 22)."""
    found = awards(moving("2027-01-20", SUPPORTED, FLAT), 20.0)
    assert found[date(2026, 12, 8)] == round(854.70 - 0.55 * (1068.17 - 710.0), 2)
    assert found[date(2027, 1, 8)] == round(1374.70 - 0.55 * (1068.17 - 427.0), 2)


def test_going_into_supported_housing_raises_it_again():
    found = awards(moving("2027-01-20", FLAT, SUPPORTED), 20.0)
    assert found[date(2026, 12, 8)] == round(1374.70 - 0.55 * (1068.17 - 427.0), 2)
    assert found[date(2027, 1, 8)] == round(854.70 - 0.55 * (1068.17 - 710.0), 2)


def test_from_temporary_to_supported_only_the_allowance_changes():
    """UC(TP) Regs 2014 reg 5A: the lower allowance in a temporary home, the higher after it."""
    case = moving("2027-01-20", TEMPORARY, SUPPORTED)
    found = awards(case, 20.0)
    assert found[date(2026, 12, 8)] == round(854.70 - 0.55 * (1068.17 - 427.0), 2)
    assert found[date(2027, 1, 8)] == round(854.70 - 0.55 * (1068.17 - 710.0), 2)


# --- rent and Housing Benefit: the days ---------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "last_monday"),
    [
        ("2027-01-17", date(2027, 1, 11)),
        ("2027-01-18", date(2027, 1, 11)),
        ("2027-01-19", date(2027, 1, 18)),
        ("2027-01-24", date(2027, 1, 18)),
    ],
)
def test_housing_benefit_ends_with_the_week_of_the_move(day: str, last_monday: date):
    """18 January 2027 is a Monday: the week before is the last that is owed for (reg 79(8))."""
    found = paid(moving(day, SUPPORTED, FLAT), "housing_benefit")
    assert max(found) == last_monday
    assert set(found.values()) == {255.0}


def test_rent_of_the_new_home_is_owed_from_the_day():
    found = paid(moving("2027-01-20", SUPPORTED, FLAT), "rent")
    assert found[date(2027, 1, 18)] == -255.0
    assert found[date(2027, 1, 20)] == -85.71
    assert found[date(2027, 1, 25)] == -120.0


def test_housing_benefit_of_a_first_such_home_begins_with_the_day():
    case = moving("2027-01-20", FLAT, SUPPORTED)
    help_with_rent, rent = paid(case, "housing_benefit"), paid(case, "rent")
    assert min(help_with_rent) == date(2027, 1, 20)
    assert help_with_rent[date(2027, 1, 20)] == 182.14
    assert help_with_rent[date(2027, 1, 25)] == 255.0
    # The flat is owed for to 19 January, two days of its last week.
    assert rent[date(2027, 1, 18)] == -34.29
    assert rent[date(2027, 1, 20)] == -182.14


def test_from_one_home_to_another_housing_benefit_changes_on_the_day():
    dearer = SUPPORTED | {"rent": {"amount": 350.0, "per": "week"}}
    found = paid(moving("2027-01-20", SUPPORTED, dearer), "housing_benefit")
    assert found[date(2027, 1, 18)] == 72.86
    assert found[date(2027, 1, 20)] == 250.0
    assert found[date(2027, 1, 25)] == 350.0


def test_rent_by_the_month_is_shared_by_days():
    """31 days: 19 in the old home at 450, 12 in the new one at 620."""
    new = FLAT | {"rent": {"amount": 620.0, "per": "month"}}
    old = FLAT | {"rent": {"amount": 450.0, "per": "month"}}
    found = paid(moving("2027-01-20", old, new), "rent")
    assert found[date(2027, 1, 1)] == -275.81
    assert found[date(2027, 1, 20)] == -240.0
    assert found[date(2027, 2, 1)] == -620.0


@pytest.mark.parametrize("home", [SUPPORTED, FLAT, TEMPORARY])
@pytest.mark.parametrize("day", ["2027-01-18", "2027-01-20", "2027-01-31", "2027-02-01"])
def test_a_move_to_the_same_home_changes_no_total(home: dict[str, Any], day: str):
    def totals(case: Case) -> dict[str, float]:
        found: dict[str, float] = {}
        for event in timeline(case, months=8).lines[0].cash:
            found[event.source] = round(found.get(event.source, 0.0) + event.amount, 2)
        return found

    still = totals(p1(home=home))
    moved = totals(moving(day, home, home))
    assert moved.keys() == still.keys()
    for source, amount in moved.items():
        assert amount == pytest.approx(still[source], abs=0.02), source


# --- council tax --------------------------------------------------------------------------------

LIABLE = FLAT | {"council_tax": {"liable": True, "band": "A", "people_counted": 1}}


def test_council_tax_of_both_councils_goes_by_days():
    there = {"event": {"council": "croydon"}}
    case = moving("2027-01-20", LIABLE, LIABLE, council="merton", region=None, **there)
    bills = paid(case, "council_tax")
    merton, croydon = -bills[date(2026, 12, 1)], -bills[date(2027, 3, 1)]
    assert merton != croydon
    assert bills[date(2027, 1, 1)] == pytest.approx(-merton * 19 / 31, abs=0.01)
    assert bills[date(2027, 2, 1)] == pytest.approx(-croydon * (1 + 12 / 31), abs=0.01)


def test_the_reduction_is_the_new_councils_scheme_from_the_day():
    there = {"event": {"council": "kingston_upon_thames"}}
    both = {"council": "merton", "region": None, "job": None}
    case = moving("2027-01-20", LIABLE, LIABLE, **both, **there)
    credit, bill = paid(case, "council_tax_reduction"), paid(case, "council_tax")
    before = paid(p1(home=LIABLE, **both), "council_tax_reduction")
    after = paid(
        p1(home=LIABLE, **(both | {"council": "kingston_upon_thames"})), "council_tax_reduction"
    )
    assert credit[date(2026, 12, 1)] == before[date(2026, 12, 1)]
    assert credit[date(2027, 3, 1)] == after[date(2027, 3, 1)]
    part = before[date(2027, 1, 1)] * 19 / 31
    assert credit[date(2027, 1, 1)] == pytest.approx(part, abs=0.02)
    # February at a day's rate, and the 12 days of January that are paid for with it.
    rest = after[date(2027, 2, 1)] / 28 * 40
    assert credit[date(2027, 2, 1)] == pytest.approx(rest, abs=0.02)
    assert all(credit[day] <= -bill[day] for day in credit)


def test_a_council_whose_scheme_is_not_held_makes_the_reduction_unknown():
    there = {"event": {"council": "reading"}}
    case = moving("2027-01-20", LIABLE, LIABLE, council="merton", region=None, **there)
    assert [item.line for item in timeline(case).unknown] == ["council_tax_reduction"]


def test_a_first_bill_comes_with_a_first_flat():
    case = moving("2027-01-20", SUPPORTED, LIABLE, council="merton", region=None)
    bills = paid(case, "council_tax")
    assert min(bills) == date(2027, 2, 1)


# --- transitional protection --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claimant", "kept", "code"),
    [
        ({"pip": {"daily_living": "standard"}}, 120.0, "move_transitional_kept"),
        ({}, 0.0, "move_transitional_used_up"),
    ],
)
def test_rent_taken_over_from_housing_benefit_and_transitional_protection(
    claimant: dict[str, Any], kept: float, code: str
):
    """SSWP v JA [2024] UKUT 52 (AAC) for severely disabled people; reg 55(2) for others."""
    element = {"transitional_element": {"amount": 120.0, "per": "month"}}
    case = moving(
        "2027-01-20",
        SUPPORTED,
        FLAT,
        claimant=claimant,
        job=None,
        benefits_now={"universal_credit": {"assessment_period_starts_on": 8} | element},
    )
    found = awards(case)
    assert found[date(2026, 12, 8)] == 974.70
    assert found[date(2027, 1, 8)] == round(1374.70 + kept, 2)
    assert code in [warning.code for warning in timeline(case).warnings]


# --- what is said and what is to be done --------------------------------------------------------


def test_what_is_said_of_leaving_supported_housing():
    shown = timeline(moving("2027-01-20", SUPPORTED, LIABLE, council="merton", region=None))
    words = " ".join(warning_sentence(warning) for warning in shown.warnings)
    assert "£427 a month and not £710, from the period from 8 January 2027" in words
    assert "the last day is taken to be 24 January 2027" in words
    assert "up to 4 weeks" in words
    assert "a rent part: £520" in words
    january = next(m for m in shown.lines[0].months if m.month == date(2027, 1, 1))
    said = [status_sentence(s) for s in january.statuses if s.code == "housing_benefit"]
    assert said == [s for s in said if "ended with the old home" in s]
    assert len(said) == 1


def test_without_universal_credit_the_new_rent_has_no_help_and_that_is_said():
    none = {"claims_universal_credit": False, "benefits_now": {"universal_credit": None}}
    case = moving("2027-01-20", SUPPORTED, FLAT, **none)
    codes = [warning.code for warning in timeline(case).warnings]
    assert "move_no_rent_help" in codes
    assert "move_rent_part_starts" not in codes
    claimed = timeline(moving("2027-01-20", SUPPORTED, FLAT)).warnings
    assert "move_no_rent_help" not in [warning.code for warning in claimed]


def test_last_days_of_a_move_out_of_housing_benefit():
    shown = timeline(moving("2027-01-20", SUPPORTED, LIABLE, council="merton", region=None))
    days = {item.what: item.by for item in shown.lines[0].deadlines}
    assert days == {
        "move_tell_housing_benefit": date(2027, 1, 20),
        "move_claim_council_tax_reduction": date(2027, 1, 20),
        "move_tell_universal_credit": date(2027, 2, 7),
        "move_tell_council_tax": date(2027, 2, 10),
    }
    assert all(deadline_sentence(item) for item in shown.lines[0].deadlines)


@pytest.mark.parametrize(
    ("day", "by"),
    [
        ("2027-01-18", date(2027, 1, 24)),
        ("2027-01-24", date(2027, 1, 24)),
        ("2027-01-25", date(2027, 1, 31)),
    ],
)
def test_housing_benefit_is_claimed_in_the_week_of_the_move(day: str, by: date):
    shown = timeline(moving(day, FLAT, SUPPORTED))
    days = {item.what: item.by for item in shown.as_you_are.deadlines}
    assert days["move_claim_housing_benefit"] == by


def test_nothing_is_said_without_a_move():
    shown = timeline(p1(home=SUPPORTED))
    assert not [w.code for w in shown.warnings if w.code.startswith("move")]
    assert not [d.what for d in shown.lines[0].deadlines if d.what.startswith("move")]


def test_tasks_of_a_move():
    out = {task.code: task.by for task in tasks_of(moving("2027-01-20", SUPPORTED, FLAT))}
    assert out["move_universal_credit"] == date(2027, 1, 20)
    assert "move_housing_benefit_ends" in out
    assert "move_housing_benefit_claim" not in out
    into = {task.code for task in tasks_of(moving("2027-01-20", FLAT, SUPPORTED))}
    assert "move_housing_benefit_claim" in into
    assert "move_housing_benefit_ends" not in into
    assert not {t.code for t in tasks_of(p1()) if t.code.startswith("move_")}


# --- facts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "field"),
    [
        ({"home": {"tenure": "supported"}}, r"events\[1\]\.home\.supported_kind"),
        ({"home": {"tenure": "social_rent"}}, r"events\[1\]\.home\.rent"),
        ({"home": FLAT | {"tenure": "private_rent"}}, r"events\[1\]\.rental_area"),
        ({"kind": "hospital", "council": "merton"}, r"events\[1\]\.council"),
    ],
)
def test_a_new_home_needs_the_facts_of_a_home(event: dict[str, Any], field: str):
    with pytest.raises(CaseError, match=field):
        p1(events=[{"on": "2027-01-20", "kind": "move"} | event])


@pytest.mark.parametrize("council", ["glasgow_city", "nowhere_at_all"])
def test_a_council_of_another_nation_or_of_none_is_refused(council: str):
    case = moving("2027-01-20", FLAT, FLAT, event={"council": council})
    with pytest.raises(CaseError, match=r"events\[1\]\.council"):
        timeline(case)


def test_family_stays_behind_and_others_come_along():
    family = {
        "tenure": "with_family",
        "council_tax": {"liable": False},
        "rent": None,
        "bedrooms": None,
    }
    parents = [{"relation": "parent", "born": "1960-01"}]
    case = moving("2027-01-20", family, FLAT, others_in_home=parents, job=None)
    assert awards(case)[date(2027, 2, 8)] == 1374.70
    both = moving("2027-01-20", FLAT, FLAT, others_in_home=parents, job=None)
    assert awards(both)[date(2027, 2, 8)] == round(1374.70 - 96.55, 2)


# --- a second reading, day by day ---------------------------------------------------------------


def days_of(before: dict[str, Any], after: dict[str, Any], on: date) -> dict[str, float]:
    """Rent and Housing Benefit of 7 December 2026 to 28 February 2027, counted day by day."""
    supported = ("supported", "temporary")
    old_helped, new_helped = (home["tenure"] in supported for home in (before, after))
    first, last = date(2026, 12, 7), date(2027, 2, 28)
    sunday = on + timedelta(days=6 - on.weekday())
    # The week of a move out of such a home is owed and helped to its Sunday.
    old_until = sunday if old_helped and not new_helped and on.weekday() else on - timedelta(days=1)
    rent = help_with_rent = 0.0
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day <= old_until:
            rent += before["rent"]["amount"] / 7
            help_with_rent += before["rent"]["amount"] / 7 * old_helped
        if day >= on:
            rent += after["rent"]["amount"] / 7
            help_with_rent += after["rent"]["amount"] / 7 * new_helped
    return {"rent": rent, "housing_benefit": help_with_rent}


HOMES = (SUPPORTED, TEMPORARY, FLAT, FLAT | {"rent": {"amount": 97.35, "per": "week"}})


@settings(max_examples=25)
@given(st.sampled_from(HOMES), st.sampled_from(HOMES), st.integers(1, 76))
def test_rent_and_help_agree_with_a_count_day_by_day(
    before: dict[str, Any], after: dict[str, Any], number: int
):
    on = date(2026, 12, 7) + timedelta(days=number)
    # Whole weeks on both sides of the move: 7 December is a Monday, 28 February a Sunday.
    cash = timeline(moving(on.isoformat(), before, after, job=None), months=6).as_you_are.cash
    expected = days_of(before, after, on)
    for source, sign in (("rent", -1), ("housing_benefit", 1)):
        found = sum(
            event.amount * sign
            for event in cash
            if event.source == source and date(2026, 12, 7) <= event.day <= date(2027, 2, 28)
        )
        assert found == pytest.approx(expected[source], abs=0.02), (source, on)
