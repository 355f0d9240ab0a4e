"""Four weeks as before when work ends New Style ESA, in the weeks of a timeline."""

from datetime import date
from typing import Any

import pytest

from benefits_calc.analysis.timeline import timeline
from benefits_calc.case import Case
from benefits_calc.words.dated import cash_why, deadline_sentence, warning_sentence
from tests.engine.dated_cases import SUPPORTED, p1
from tests.engine.whole_cases import compared

WEEKLY = {"paid": "weekly", "pay_day": None, "hours_per_week": 30.0}


def on_esa(**changes: Any) -> Case:
    esa = {"group": "support", **changes.pop("esa", {"claimed_from": "2024-01"})}
    job = {"starts": "2027-01-13", **WEEKLY} | changes.pop("job", {})
    facts: dict[str, Any] = {
        "claims_universal_credit": False,
        "claimant": {"health_element": None, "health_element_basis": None, "new_style_esa": esa},
        "home": SUPPORTED,
        "benefits_now": {
            "universal_credit": None,
            "new_style_esa": {"amount": 145.90, "per": "week"},
        },
        "job": job,
    }
    return p1(**(facts | changes))


def rent_help(case: Case) -> dict[date, float]:
    cash = timeline(case, months=4).lines[0].cash
    return {event.day: event.amount for event in cash if event.source == "housing_benefit"}


@pytest.mark.parametrize(
    ("starts", "last"),
    [
        # A Wednesday: the week in which ESA ended is paid as it was, and four more.
        ("2027-01-13", date(2027, 2, 8)),
        # A Monday: four weeks from the day.
        ("2027-01-11", date(2027, 2, 1)),
        ("2027-01-18", date(2027, 2, 8)),
    ],
)
def test_four_weeks_from_the_monday_after_esa_ended(starts: str, last: date):
    found = rent_help(on_esa(job={"starts": starts}))
    as_before = [day for day, amount in found.items() if amount == 255.0]
    assert max(as_before) == last
    after = {amount for day, amount in found.items() if day > last}
    assert after
    assert all(0 < amount < 255.0 for amount in after)


def test_the_weeks_are_those_of_the_comparison():
    case = on_esa()
    (found,) = compared(case, 30).points[0].run_ons
    line = timeline(case, months=4).lines[0]
    (told,) = [item for item in line.deadlines if "extended" in item.what]
    assert (found.starts_on, found.ends_on) == (told.aim_for, told.by)
    assert (told.aim_for, told.by) == (date(2027, 1, 18), date(2027, 2, 14))
    assert "14 February 2027" in deadline_sentence(told)
    why = {e.day: cash_why(e) for e in line.cash if e.source == "housing_benefit"}
    assert "as before for four weeks" in why[date(2027, 2, 8)]
    assert "as before" not in why[date(2027, 2, 15)]
    assert "as before" not in why[date(2027, 1, 4)]


@pytest.mark.parametrize(("since", "runs"), [("2026-07-13", True), ("2026-07-14", False)])
def test_twenty_six_weeks_before_the_week_of_the_work(since: str, runs: bool):
    """26 weeks from 13 July 2026 end on 10 January 2027; ESA stops in the week after."""
    found = rent_help(on_esa(esa={"claimed_from": since}, job={"starts": "2027-01-11"}))
    assert (found[date(2027, 1, 25)] == 255.0) == runs


def test_weeks_not_shown_are_said_and_not_counted():
    case = on_esa(esa={"claimed_from": None})
    assert rent_help(case)[date(2027, 1, 25)] < 255.0
    shown = timeline(case, months=4)
    (said,) = [w for w in shown.warnings if w.code == "extended_not_shown"]
    assert said.certainty == "unknown"
    assert warning_sentence(said).startswith("Housing Benefit may go on")


@pytest.mark.parametrize(("ends", "runs"), [("2027-02-21", True), ("2027-02-05", False)])
def test_work_lasts_five_weeks(ends: str, runs: bool):
    found = rent_help(on_esa(job={"starts": "2027-01-18", "ends": ends}))
    assert (found[date(2027, 1, 25)] == 255.0) == runs


def test_nothing_runs_on_within_permitted_work():
    line = timeline(on_esa(job={"hours_per_week": 10.0}), months=4).lines[0]
    assert not [item for item in line.deadlines if "extended" in item.what]


# --- council tax reduction ----------------------------------------------------------------------

OWNED: dict[str, Any] = {
    "tenure": "owned_outright",
    "rent": None,
    "bedrooms": None,
    "council_tax": {"liable": True, "band": "B", "people_counted": 1},
}


def owner(nation: str, council: str) -> Case:
    return on_esa(home=OWNED, nation=nation, council=council, region=None)


@pytest.mark.parametrize(
    ("nation", "council", "law"),
    [
        ("scotland", "glasgow_city", "ssi/2021/249/regulation/85"),
        ("wales", "cardiff", "wsi/2013/3029/schedule/6/paragraph/39"),
    ],
)
def test_the_reduction_runs_on_in_scotland_and_wales(nation: str, council: str, law: str):
    case = owner(nation, council)
    line = timeline(case, months=4).lines[0]
    credit = {e.day: e.amount for e in line.cash if e.source == "council_tax_reduction"}
    (told,) = [item for item in line.deadlines if "extended" in item.what]
    assert law in told.rule
    assert (told.aim_for, told.by) == (date(2027, 1, 18), date(2027, 2, 14))
    bill = next(-e.amount for e in line.cash if e.source == "council_tax")
    # The whole bill is met to 14 February, and nothing after it.
    assert credit[date(2027, 1, 1)] == bill
    assert credit[date(2027, 2, 1)] == pytest.approx(14 * bill * 12 / 365, abs=0.01)
    assert date(2027, 3, 1) not in credit
    codes = [found.code for found in compared(case, 30).points[0].run_ons]
    assert codes == ["council_tax_extended_reduction"]


def test_in_england_it_is_to_be_asked():
    comparison = compared(owner("england", "merton"), 30)
    assert comparison.points[0].run_ons == ()
    assert "extended_reduction_ask" in [gap.code for gap in comparison.not_covered]
    line = timeline(owner("england", "merton"), months=4).lines[0]
    assert not [item for item in line.deadlines if "extended" in item.what]
