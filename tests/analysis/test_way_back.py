"""The way back: when payments are again what they were, and the price of claiming late."""

from datetime import date

import pytest

from benefits_calc.analysis.way_back import Asked, asked_for, way_back
from benefits_calc.case import CaseError
from tests.engine.dated_cases import p1

NOT_ILL = {"work_capability": "none", "health_element": None}


def test_a_job_that_ends_leaves_everything_as_it_was():
    # The last wage, for the day in February, falls in the period to 7 March.
    found = way_back(p1(), Asked("job_ends", 3))
    assert found.changes_on == date(2027, 2, 1)
    assert found.back_on == date(2027, 3, 12)
    assert found.back_to == "as_you_are"
    assert found.permanent == ()
    assert found.months[-1].total == found.months[-1].as_you_are_total
    assert found.reclaim is not None
    assert not found.reclaim.needed
    assert found.reclaim.by == date(2027, 2, 8)


def test_each_day_of_waiting_costs_twelve_365ths_of_the_award():
    found = way_back(p1(), Asked("job_ends", 3))
    assert found.reclaim is not None
    assert found.reclaim.full_award == 1304.70
    assert found.reclaim.price_per_day == pytest.approx(1304.70 * 12 / 365, abs=0.005)


def test_weeks_off_sick_come_back_to_the_job():
    found = way_back(p1(), Asked("sickness", 3, weeks=6))
    assert found.back_to == "in_job"
    assert found.back_on is not None
    assert found.months[-1].total == found.in_job_totals[-1]
    sick = [event for event in found.line.cash if event.facts.get("statutory_sick_pay")]
    # Six weeks at the lower of 123.25 and 80 per cent of 254.20 a week.
    assert sum(float(str(event.facts["statutory_sick_pay"])) for event in sick) == pytest.approx(
        6 * 123.25
    )


def test_fewer_hours_settle_at_the_award_of_those_hours():
    found = way_back(p1(), Asked("hours_drop", 3, hours=8))
    # 8 hours: 440.61 a month, 13.61 of it over 427.
    last = found.line.periods[-2]
    assert last.award == pytest.approx(1304.70 - 7.49)
    assert found.back_to == "fewer_hours"


@pytest.mark.parametrize(
    ("capability", "code"),
    [
        ("lcwra", "no_sanction_lcwra"),
        ("lcw", "no_sanction_lcw"),
        ("none", "sanction_possible"),
    ],
)
def test_leaving_is_said_by_group(capability: str, code: str):
    case = p1(claimant=NOT_ILL | {"work_capability": capability})
    codes = [item.code for item in way_back(case, Asked("job_ends", 3)).week_one]
    assert code in codes


@pytest.mark.parametrize(
    ("claimant", "children", "code"),
    [
        ({"carer": {"hours_per_week": 35}}, [], "no_sanction_asked_nothing"),
        ({}, [{"born": "2026-06"}], "no_sanction_asked_nothing"),
        ({}, [{"born": "2024-12"}], "no_sanction_preparation"),
        ({}, [{"born": "2020-12"}], "sanction_possible"),
    ],
    ids=["a carer", "a baby", "a child of two", "a child at school"],
)
def test_leaving_is_said_by_who_is_cared_for(claimant: dict, children: list, code: str):
    found = way_back(p1(claimant=NOT_ILL | claimant, children=children), Asked("job_ends", 3))
    assert code in {item.code for item in found.week_one}


def test_one_thing_is_asked_for():
    with pytest.raises(CaseError, match="give one of"):
        asked_for(3, None, 6, None)
    with pytest.raises(CaseError, match="fewer than the 20 hours"):
        way_back(p1(), Asked("hours_drop", 3, hours=20))
