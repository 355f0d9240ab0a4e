"""Care for two people, and what is said to a carer after a death."""

import pytest

from benefits_calc.case import CaseError, build_case
from tests.engine.whole_cases import case_with, compared, data_with, money

PIP = "pip_daily_living_standard"


def carer(*hours: float, total: float, nation: str = "england", **facts):
    people = [{"award": PIP, "hours_per_week": each} for each in hours]
    paid = {"hours_per_week": total, "carers_allowance": True, "people": people} | facts
    line = "carer_support_payment" if nation == "scotland" else "carers_allowance"
    return case_with(
        nation=nation,
        claimant={"born": "1986-01", "work_capability": "none", "carer": paid},
        benefits_now__universal_credit={"assessment_period_starts_on": 8},
        **{f"benefits_now__{line}": {"amount": 86.45, "per": "week"}},
    )


@pytest.mark.parametrize(
    ("hours", "total", "paid"),
    [
        ((35, 20), 55, 374.62),
        ((20, 35), 55, 374.62),
        ((34.5, 34.5), 69, 0.0),
        ((20, 20), 40, 0.0),
        ((40, 40), 34, 0.0),
    ],
)
def test_thirty_five_hours_are_for_one_of_them(hours, total, paid):
    now = compared(carer(*hours, total=total), 8).now
    assert money(now, "carers_allowance") == paid
    assert (now.workings["uc_carer_element"] > 0) == (paid > 0)


def test_hours_of_one_person_are_those_of_the_carer():
    assert money(compared(carer(20, total=35), 8).now, "carers_allowance") == 374.62


@pytest.mark.parametrize(
    ("hours", "more"),
    [((35, 20), 10.0), ((20, 35), 10.0), ((35, 19.5), 0.0), ((35, 20, 20), 20.0)],
)
def test_scotland_pays_for_each_further_person_of_twenty_hours(hours, more):
    now = compared(carer(*hours, total=sum(hours), nation="scotland"), 8).now
    assert money(now, "carer_additional_person_payment") == round(more * 52 / 12, 2)


def codes(case):
    return {message.code for message in case.messages()}


def test_two_people_bring_a_word_of_caution():
    assert "two_people_cared_for" in codes(carer(35, 20, total=55))
    assert "two_people_cared_for" not in codes(carer(35, total=35))


@pytest.mark.parametrize(
    ("nation", "says"),
    [
        ("england", "Carer's Allowance goes on for up to 8 weeks"),
        ("scotland", "Carer Support Payment goes on"),
    ],
)
def test_a_carer_is_told_after_a_death_what_goes_on(nation, says):
    data = data_with(
        nation=nation,
        circumstances=["bereavement"],
        claimant__carer={"hours_per_week": 40, "carers_allowance": False},
    )
    with pytest.raises(CaseError, match=says) as refused:
        build_case(data)
    assert "Cruse" in str(refused.value)


def test_nobody_else_is_told_of_a_carers_payments():
    with pytest.raises(CaseError) as refused:
        build_case(data_with(circumstances=["bereavement"]))
    assert "Carer" not in str(refused.value)
