"""Clocks that run on the day of a case, and what runs on after a job has ended a benefit."""

from datetime import date, timedelta

import pytest

from benefits_calc.engine.clocks import clocks_of
from benefits_calc.output.contract_of_clocks import clock_object, run_on_object
from tests.engine.whole_cases import case_with, compared, money, point_at

AS_AT = date(2026, 12, 1)
HOME = {
    "tenure": "supported",
    "supported_kind": "exempt",
    "rent": {"amount": 255, "per": "week"},
    "council_tax": {"liable": False},
}
ESA_JOB = {
    "hourly_pay": 12.71,
    "hours_per_week": 30,
    "paid": "weekly",
    "pension": {"scheme": "none"},
    "starts": "2027-01-13",
}


def on_esa(group, **esa):
    found = {"assessment": "awaiting_assessment", "support": "lcwra"}.get(group, "lcw")
    award = {"group": group} | esa
    return case_with(
        claims_universal_credit=False,
        claimant={"born": "1986-01", "work_capability": found, "new_style_esa": award},
        benefits_now={"new_style_esa": {"amount": 95.55, "per": "week"}},
    )


def clocks(case, as_at=AS_AT):
    return {clock.code: clock for clock in clocks_of(case, as_at)}


def test_claim_of_first_january_pays_to_the_last_of_december():
    # 365 days from 1 January 2026, no leap day between.
    case = on_esa(group="work_related", claimed_from="2026-01-01")
    found = clocks(case)["new_style_esa_days"]
    assert found.ends_on == date(2026, 12, 31)
    assert not found.exact


@pytest.mark.parametrize(
    ("used", "ends"),
    [
        (0, AS_AT + timedelta(days=364)),
        (364, AS_AT),
        (365, None),
    ],
)
def test_days_left_of_the_year_count_from_today(used, ends):
    found = clocks(on_esa(group="work_related", days_used=used)).get("new_style_esa_days")
    assert (found.ends_on if found else None) == ends


def test_no_limit_in_the_support_group():
    assert clocks(on_esa(group="support", claimed_from="2026-01-01", days_used=200)) == {}


def test_unknown_days_make_no_clock():
    assert clocks(on_esa(group="work_related")) == {}
    # Where the group began later than the claim, the days before it may not have counted.
    assert clocks(on_esa(group="work_related", claimed_from="2025-01", since="2026-06")) == {}


def test_assessment_phase_is_thirteen_weeks_and_waits_for_the_decision():
    case = on_esa(group="assessment", claimed_from="2026-10-05")
    found = clocks(case)
    assert found["assessment_phase"].ends_on == date(2027, 1, 3)  # 91 days, the first included
    assert found["assessment_phase"].certainty == "dwp_decision"
    assert found["new_style_esa_days"].certainty == "dwp_decision"
    assert "assessment_phase" in clocks(case, date(2027, 1, 3))
    assert "assessment_phase" not in clocks(case, date(2027, 1, 4))


@pytest.mark.parametrize(
    ("jsa", "ends"),
    [
        ({"days_used": 181}, AS_AT),
        ({"days_used": 182}, None),
        ({"since": "2026-09-01"}, date(2027, 3, 1)),
    ],
)
def test_jobseekers_allowance_has_182_days(jsa, ends):
    case = case_with(
        claims_universal_credit=False,
        claimant={"born": "1986-01", "work_capability": "none", "new_style_jsa": jsa},
        benefits_now={"new_style_jsa": {"amount": 95.55, "per": "week"}},
    )
    found = clocks(case).get("new_style_jsa_days")
    assert (found.ends_on if found else None) == ends


def test_back_payment_is_left_out_for_a_year_and_a_sanction_has_its_day():
    case = case_with(
        savings=9000,
        savings_ignored=[{"kind": "benefit_arrears", "amount": 4000, "received": "2026-03-15"}],
        benefits_now__universal_credit__sanction={"per_day": 13.9, "until": "2026-12-20"},
    )
    found = clocks(case)
    assert found["benefit_arrears"].ends_on == date(2027, 3, 14)
    assert found["sanction"].ends_on == date(2026, 12, 20)


def test_clocks_stand_in_the_results_first_to_end_first():
    case = on_esa(group="assessment", claimed_from="2026-10-05", days_used=57)
    comparison = compared(case, 10)
    ends = [clock.ends_on for clock in comparison.clocks]
    assert ends == sorted(ends)
    assert [clock.code for clock in comparison.clocks] == ["assessment_phase", "new_style_esa_days"]
    printed = clock_object(comparison.clocks[1], AS_AT)
    assert printed["days_left"] == 365 - 57
    assert "365 days" in printed["why"]


# --- the four weeks of Housing Benefit (reg 73) -------------------------------------------------


def supported(job=ESA_JOB, home=HOME, **esa):
    award = {"group": "support", "since": "2024-01"} | esa
    return case_with(
        claims_universal_credit=False,
        claimant={"born": "1986-01", "work_capability": "lcwra", "new_style_esa": award},
        home=home,
        benefits_now={
            "new_style_esa": {"amount": 145.90, "per": "week"},
            "housing_benefit": {"amount": 255, "per": "week"},
        },
        job=job,
    )


def test_housing_benefit_runs_on_for_four_weeks_from_the_next_monday():
    point = point_at(supported(), 30)
    (found,) = point.run_ons
    # 13 January 2027 is a Wednesday.
    assert (found.starts_on, found.ends_on) == (date(2027, 1, 18), date(2027, 2, 14))
    assert found.per_week == 255.00
    assert found.then_per_week == round(money(point, "housing_benefit") * 12 / 52, 2) < 255
    assert found.certainty == "council"
    printed = run_on_object(found)
    assert printed["ends_on"] == "2027-02-14"
    assert "14 February 2027" in printed["why"]


def test_a_start_on_a_monday_runs_on_from_that_day():
    (found,) = point_at(supported(ESA_JOB | {"starts": "2027-01-11"}), 30).run_ons
    assert found.starts_on == date(2027, 1, 11)


def test_without_a_first_day_the_weeks_have_no_dates():
    (found,) = point_at(supported({**ESA_JOB, "starts": None}), 30).run_ons
    assert (found.weeks, found.starts_on, found.ends_on) == (4, None, None)
    assert "4 weeks" in run_on_object(found)["why"]


@pytest.mark.parametrize(
    ("since", "certainty"),
    [
        ("2026-07-15", "council"),  # 26 weeks to 13 January 2027
        ("2026-07-16", None),
        (None, "unknown"),
    ],
)
def test_twenty_six_weeks_on_the_benefit(since, certainty):
    found = point_at(supported(since=since), 30).run_ons
    assert [item.certainty for item in found] == ([certainty] if certainty else [])


@pytest.mark.parametrize(("ends", "runs"), [("2027-02-16", 1), ("2027-02-15", 0)])
def test_work_has_to_be_expected_to_last_five_weeks(ends, runs):
    assert len(point_at(supported(ESA_JOB | {"ends": ends}), 30).run_ons) == runs


def test_nothing_runs_on_where_esa_goes_on_or_rent_is_not_helped_by_the_council():
    assert point_at(supported(), 12).run_ons == ()
    rented = {
        "tenure": "social_rent",
        "rent": {"amount": 100, "per": "week"},
        "bedrooms": 1,
        "council_tax": {"liable": False},
    }
    case = case_with(
        claims_universal_credit=False,
        claimant={
            "born": "1986-01",
            "work_capability": "lcwra",
            "new_style_esa": {"group": "support", "since": "2024-01"},
        },
        home=rented,
        benefits_now={"new_style_esa": {"amount": 145.90, "per": "week"}},
        job=ESA_JOB,
    )
    assert point_at(case, 30).run_ons == ()


def test_weeks_that_run_on_are_paid_as_they_were_before_the_benefit_cap():
    """HB Regs reg 73E. 283.71 - 95.55 of New Style ESA = 188.16 is paid now of a rent of 400."""
    home = {
        "tenure": "temporary",
        "temporary_kind": "housing_association",
        "rent": {"amount": 400, "per": "week"},
        "council_tax": {"liable": False},
    }
    award = {"group": "work_related", "claimed_from": "2026-04-06"}
    case = case_with(
        claims_universal_credit=False,
        claimant={"born": "1986-01", "work_capability": "lcw", "new_style_esa": award},
        home=home,
        benefits_now={
            "new_style_esa": {"amount": 95.55, "per": "week"},
            "housing_benefit": {"amount": 188.16, "per": "week"},
        },
        job=ESA_JOB,
    )
    comparison = compared(case, 30)
    assert round(money(comparison.now, "housing_benefit") * 12 / 52, 2) == 188.16
    (found,) = comparison.points[0].run_ons
    assert found.per_week == 400.0
