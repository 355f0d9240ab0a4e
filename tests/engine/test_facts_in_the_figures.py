"""Each kind of fact in a case file does to the figures what it says."""

from typing import Any

import numpy as np
import pytest

from benefits_calc.case import CaseError
from tests.engine.whole_cases import (
    NO_PENSION,
    case_with,
    compared,
    lines_at,
    money,
    point_at,
    swept,
)

PARTNER = {"born": "1990-03"}
CHILD = {"born": "2019-06"}


def award(**parts: Any) -> float:
    return money(compared(case_with(**parts)).now, "universal_credit")


# --- jobs ----------------------------------------------------------------------------------


def test_partners_job_is_the_pay_lines_and_the_other_takes_home_nothing():
    point = point_at(case_with(partner=PARTNER, job__who="partner"), 16)
    assert money(point, "gross_pay") == 881.23
    assert money(point, "partner_net_pay") == 0


def test_the_other_partners_present_job_is_partner_net_pay():
    held = {"hourly_pay": 13, "hours_per_week": 10, "paid": "monthly"}
    partner = {**PARTNER, "jobs": [held]}
    mine, theirs = (
        point_at(case_with(partner=partner, job__who=who, job__replaces=replaces), 16)
        for who, replaces in (("claimant", None), ("partner", "none"))
    )
    assert money(mine, "partner_net_pay") == 563.33
    assert money(mine, "gross_pay") == 881.23
    assert money(theirs, "partner_net_pay") == 0
    assert money(theirs, "gross_pay") == pytest.approx(881.23 + 563.33)


def test_second_job_is_taxed_by_br_and_has_its_own_national_insurance():
    """Two jobs of 1,000: neither is over 1,048 for National Insurance; BR takes a fifth."""
    held = {
        "pay": {"amount": 1000, "per": "month"},
        "hours_per_week": 18,
        "paid": "monthly",
        "pension": NO_PENSION,
    }
    case = case_with(
        claimant__jobs=[held],
        job={
            "pay": {"amount": 1000, "per": "month"},
            "hours_per_week": 18,
            "paid": "monthly",
            "replaces": "none",
            "pension": NO_PENSION,
        },
    )
    lines = lines_at(case, 18)
    assert (lines["gross_pay"], lines["national_insurance"]) == (2000, 0)
    assert lines["income_tax"] == 200.00


@pytest.mark.parametrize(
    ("jobs_now", "replaces", "second"),
    [(1, "none", True), (1, "all", False), (1, 1, False), (2, 1, False), (2, 2, True)],
)
def test_a_job_that_replaces_the_first_has_its_code(jobs_now: int, replaces: Any, second: bool):
    held = {"hourly_pay": 12.71, "hours_per_week": 4, "paid": "monthly"}
    case = case_with(claimant__jobs=[held] * jobs_now, job__replaces=replaces, job__tax_code=None)
    said = [a.facts["code"] for a in compared(case, 16).assumptions if a.code == "tax_code"]
    assert said == (["BR"] if second else ["1257L"])


@pytest.mark.parametrize(("replaces", "gross"), [("none", 1982.76), ("all", 881.23), (2, 1431.99)])
def test_which_present_job_goes_on(replaces: Any, gross: float):
    held = [
        {"hourly_pay": 12.71, "hours_per_week": 10, "paid": "monthly"},
        {"hourly_pay": 12.71, "hours_per_week": 10, "paid": "monthly"},
    ]
    case = case_with(claimant__jobs=held, job__replaces=replaces)
    assert lines_at(case, 16)["gross_pay"] == pytest.approx(gross, abs=0.02)
    assert compared(case, 0).now.per_month["gross_pay"] == 1101.54


def test_salary_is_in_proportion_to_hours():
    case = case_with(job__hourly_pay=None, job__pay={"amount": 1200, "per": "month"})
    gross = {hours: lines_at(case, hours)["gross_pay"] for hours in (0, 8, 16, 24)}
    assert gross == {0: 0, 8: 600, 16: 1200, 24: 1800}


def test_term_time_pay_is_spread_and_is_not_below_the_minimum_wage():
    case = case_with(job__term_time={"weeks": 39, "weeks_paid": 44}, job__hourly_pay=13.25)
    point = point_at(case, 16)
    assert money(point, "gross_pay") == round(16 * 13.25 * 44 / 12, 2)
    assert point.minimum_wage_shortfall_per_hour == 0
    low = case_with(job__term_time={"weeks": 39, "weeks_paid": 44}, job__hourly_pay=12.00)
    assert point_at(low, 16).minimum_wage_shortfall_per_hour == pytest.approx(0.71)


@pytest.mark.parametrize(
    ("born", "apprentice", "wage"),
    [
        ("2005-02", None, 12.71),
        ("2006-02", None, 10.85),
        ("2006-02", {"first_year": True}, 8.00),
        ("1990-02", {"first_year": True}, 8.00),
        ("1990-02", {"first_year": False}, 12.71),
    ],
)
def test_apprentices_and_the_young_have_their_own_minimum_wage(
    born: str, apprentice: Any, wage: float
):
    parts = {"claimant__born": born, "job__hourly_pay": 5.00, "job__apprentice": apprentice}
    short = point_at(case_with(**parts), 20).minimum_wage_shortfall_per_hour
    assert short == pytest.approx(wage - 5.00, abs=0.005)


# --- pensions ------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["net_pay", "relief_at_source", "salary_sacrifice"])
def test_pension_schemes_differ_only_in_how_tax_is_saved(scheme: str):
    """2,000 a month, 5 per cent of the 1,480 above 520 is 74.00."""
    case = case_with(
        job__hourly_pay=None,
        job__pay={"amount": 2000, "per": "month"},
        job__hours_per_week=40,
        job__pension={"scheme": scheme},
    )
    lines = lines_at(case, 40)
    tax = {"net_pay": 175.40, "relief_at_source": 190.20, "salary_sacrifice": 175.40}[scheme]
    insurance = 70.23 if scheme == "salary_sacrifice" else 76.15
    taken = {"net_pay": 74.00, "relief_at_source": 59.20, "salary_sacrifice": 74.00}[scheme]
    assert lines["income_tax"] == pytest.approx(tax, abs=0.41)
    assert lines["national_insurance"] == pytest.approx(insurance, abs=0.01)
    net = 2000 - tax - insurance - taken
    assert lines["net_pay"] == pytest.approx(net, abs=0.45)


def test_relief_at_source_counts_gross_for_universal_credit_unless_net_is_chosen():
    gross, net = (
        point_at(
            case_with(
                job__pension={"scheme": "relief_at_source"}, choices={"ras_uc_deduction": choice}
            ),
            30,
        )
        for choice in ("gross", "net")
    )
    relief = round((1652.30 - 520) * 0.05 * 0.2, 2)
    earned = [point.workings["uc_earned_income"] for point in (gross, net)]
    assert earned[1] - earned[0] == pytest.approx(relief, abs=0.02)


def test_opted_out_and_joined():
    at_10 = [
        lines_at(case_with(job__pension={"scheme": "net_pay", "enrolment": how}), hours)[
            "employee_pension"
        ]
        for how, hours in (("automatic", 12), ("joined", 12), ("automatic", 20), ("opted_out", 20))
    ]
    assert at_10[0] == at_10[3] == 0
    assert at_10[1] == round((660.92 - 520) * 0.05, 2)
    assert at_10[2] == 29.08


# --- tax codes -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nation", "code"), [("england", "1257L"), ("scotland", "S1257L"), ("wales", "C1257L")]
)
def test_the_nation_gives_the_code(nation: str, code: str):
    case = case_with(nation=nation, job__tax_code=None)
    said = [a.facts["code"] for a in compared(case, 30).assumptions if a.code == "tax_code"]
    assert said == [code]
    stated = case_with(nation=nation, job__tax_code=code)
    assert lines_at(case, 30)["income_tax"] == lines_at(stated, 30)["income_tax"]


def test_scottish_starter_rate_takes_less_and_wales_as_england():
    tax = {
        code: lines_at(case_with(job__tax_code=code), 25)["income_tax"]
        for code in ("1257L", "S1257L", "C1257L")
    }
    assert tax["C1257L"] == tax["1257L"] == 57.00
    assert tax["S1257L"] == round(285 * 0.19, 2)


def test_marriage_allowance_claimed_lowers_tax_by_a_fifth_of_it():
    plain, given = (
        lines_at(case_with(job__tax_code=None, job__marriage_allowance_claimed=given), 30)
        for given in (False, True)
    )
    assert plain["income_tax"] == 109.40
    assert plain["income_tax"] - (given["income_tax"] or 0) == pytest.approx(21.00, abs=0.21)


# --- self-employment -----------------------------------------------------------------------


def test_self_employment_goes_on_beside_the_job():
    trade = {"profit": {"amount": 300, "per": "month"}, "gainful": False}
    now = compared(case_with(claimant__self_employment=trade)).now
    at_16 = point_at(case_with(claimant__self_employment=trade), 16)
    assert money(now, "self_employment_net") == 300
    assert money(now, "universal_credit") == 1304.70
    # With the job the year's profit and pay are over 12,570 together; a fifth is tax.
    year = 12 * (881.23 - 18.06 + 300)
    trade_tax = (year - 12570) * 0.2 / 12
    earned = 863.17 + 300 - trade_tax
    assert at_16.workings["uc_earned_income"] == pytest.approx(earned, abs=0.05)
    assert money(at_16, "gross_pay") == 881.23


def test_a_household_with_children_and_a_trade_is_worked_out():
    trade = {"profit": {"amount": 900, "per": "month"}, "gainful": False}
    other = {"born": "1960-02", "relation": "parent"}
    case = case_with(claimant__self_employment=trade, children=[CHILD], others_in_home=[other])
    assert money(compared(case).now, "self_employment_net") == 900


# --- home ----------------------------------------------------------------------------------


def test_a_joint_tenant_pays_and_is_helped_with_a_share():
    alone = compared(case_with()).now
    one_of_two = compared(case_with(home__joint_tenants=2)).now
    assert money(alone, "rent") == 450
    assert money(one_of_two, "rent") == 225
    assert one_of_two.workings["uc_housing_costs_element"] == 225
    assert one_of_two.left_over_per_month == alone.left_over_per_month


def test_joint_tenants_who_are_a_couple_pay_it_all_and_a_stated_share_is_used():
    couple = compared(case_with(partner=PARTNER, home__joint_tenants=2)).now
    assert money(couple, "rent") == 450
    third = compared(case_with(home__joint_tenants=3, home__share=0.5)).now
    assert money(third, "rent") == 225
    assert third.workings["uc_housing_costs_element"] == 225


def test_charges_that_benefits_do_not_meet_are_paid_and_not_helped_with():
    now = compared(case_with(home__ineligible_charges={"amount": 20, "per": "week"})).now
    assert money(now, "rent") == 450
    assert now.workings["uc_housing_costs_element"] == pytest.approx(450 - 86.67, abs=0.01)


def test_service_charges_on_top_of_rent():
    charges = {
        "eligible": {"amount": 10, "per": "week"},
        "not_eligible": {"amount": 5, "per": "week"},
    }
    now = compared(case_with(home__service_charges=charges)).now
    assert money(now, "rent") == pytest.approx(450 + 65.00)
    assert now.workings["uc_housing_costs_element"] == pytest.approx(450 + 43.33)


def test_rent_free_weeks():
    rent = {"amount": 100, "per": "week", "weeks_charged": 48}
    now = compared(case_with(home__rent=rent)).now
    assert money(now, "rent") == 400
    assert now.workings["uc_housing_costs_element"] == 400


def test_board_is_paid_and_never_a_housing_cost():
    home = {
        "tenure": "with_family",
        "board": {"amount": 30, "per": "week"},
        "council_tax": {"liable": False},
    }
    now = compared(case_with(home=home)).now
    assert money(now, "rent") == 130
    assert now.workings["uc_housing_costs_element"] == 0
    assert now.workings["uc_work_allowance"] == 710


def test_council_tax_bill_is_taken_off_only_where_given():
    bill = {"liable": True, "bill": {"amount": 1522.03, "per": "year"}}
    assert lines_at(case_with(home__council_tax=bill), 0)["council_tax"] == 126.84
    band = {"liable": True, "band": "B"}
    assert lines_at(case_with(home__council_tax=band), 0)["council_tax"] == 0


# --- award ---------------------------------------------------------------------------------


def test_universal_credit_is_claimed_as_stated_or_as_benefits_now_says():
    nothing: dict[str, Any] = {"benefits_now": {}}
    assert award() == 1304.70
    assert award(**nothing) == 0
    assert award(**nothing, claims_universal_credit=True) > 0
    assert award(**nothing, claims_universal_credit=False) == 0


def test_what_could_be_claimed_stands_beside_now_and_not_in_it():
    unclaimed: dict[str, Any] = {"benefits_now": {}, "claims_universal_credit": False}
    comparison = compared(case_with(**unclaimed), 16)
    assert comparison.now.per_month["universal_credit"] == 0
    could, pip = comparison.could_claim_now
    assert (could.line, could.per_month) == ("universal_credit", 1304.70)
    assert (pip.line, pip.per_month) == ("pip", None)
    with_pip: dict[str, Any] = {"claimant__pip": {"daily_living": "standard"}}
    assert compared(case_with(**with_pip)).could_claim_now == ()
    assert compared(case_with(**with_pip, **unclaimed, savings=16001)).could_claim_now == ()


def test_deductions_come_off_what_is_left_and_not_off_the_award():
    deductions = [
        {"kind": "rent_arrears", "amount": 20, "per": "month"},
        {"kind": "advance", "amount": 10, "per": "month", "ends": "2026-11-30"},
    ]
    plain = compared(case_with()).now
    now = compared(case_with(benefits_now__universal_credit__deductions=deductions)).now
    assert money(now, "universal_credit") == money(plain, "universal_credit")
    assert money(now, "uc_deductions") == 20
    assert now.workings["uc_payment"] == 1284.70
    assert plain.left_over_per_month - now.left_over_per_month == pytest.approx(20)


def test_deductions_stop_with_the_award():
    deductions = [{"kind": "advance", "amount": 60, "per": "month"}]
    case = case_with(benefits_now__universal_credit__deductions=deductions)
    results = swept(case, np.array([0.0, 40.0, 80.0]))
    assert results.lines["uc_deductions"][0] == 60
    assert results.lines["universal_credit"][2] == results.lines["uc_deductions"][2] == 0
    assert (results.workings["uc_payment"] >= 0).all()


def test_transitional_element_adds_to_the_award():
    element = {"amount": 61, "per": "month"}
    assert award(benefits_now__universal_credit__transitional_element=element) == 1365.70


@pytest.mark.parametrize(
    ("capability", "until", "lost"),
    [("none", None, 8.4 * 30), ("none", "2026-11-30", 0.0), ("lcwra", None, 0.0)],
)
def test_a_sanction_in_force(capability: str, until: Any, lost: float):
    """The assessment period from 8 November has 30 days; with LCWRA nothing is taken."""
    claimant = {"born": "1991-06", "work_capability": capability}
    if capability == "lcwra":
        claimant |= {"work_capability_since": "2023-05", "health_element": "protected"}
    sanction = {"per_day": 8.4} | ({"until": until} if until else {})
    plain = award(claimant=claimant)
    cut = award(claimant=claimant, benefits_now__universal_credit__sanction=sanction)
    assert plain - cut == pytest.approx(lost, abs=0.005)


def test_savings_count_less_what_is_left_out():
    assert award(savings=6000) == 1304.70
    assert award(savings=6250.01) == pytest.approx(1304.70 - 8.70)
    ignored = [{"kind": "benefit_arrears", "amount": 10000}]
    assert award(savings=16500, savings_ignored=ignored) == pytest.approx(1304.70 - 8.70)
    assert award(savings=16500) == 0


def test_the_cap_is_by_region_or_by_council():
    """A couple with three children, no disability: 1,835.00 outside London, 2,110.25 in it."""
    family = {
        "claimant": {"born": "1991-06"},
        "partner": PARTNER,
        "children": [{"born": "2019-06"}, {"born": "2021-06"}, {"born": "2023-06"}],
        "home__rent": {"amount": 1500, "per": "month"},
        "home__bedrooms": 3,
    }
    outside = award(**family)
    assert outside == award(**family, region=None, council="leeds")
    inside = award(**family, region="london")
    assert inside == award(**family, region=None, council="croydon")
    assert (outside, inside) == (1835.00, 2110.25)


def test_childcare_is_paid_while_working_and_unregistered_care_is_paid_without_help():
    listed = {"amount": 50, "per": "week"}
    family = {"children": [{**CHILD, "childcare": listed}]}
    now, at_16 = compared(case_with(**family), 16).now, point_at(case_with(**family), 16)
    assert (money(now, "childcare"), money(at_16, "childcare")) == (0, 216.67)
    assert at_16.workings["uc_childcare_element"] == pytest.approx(0.85 * 216.67, abs=0.01)
    family = {"children": [{**CHILD, "childcare": {**listed, "registered": False}}]}
    unlisted = point_at(case_with(**family), 16)
    assert money(unlisted, "childcare") == 216.67
    assert unlisted.workings["uc_childcare_element"] == 0


def test_costs_of_work_are_constant_above_nought_hours():
    costs = [
        {"kind": "travel", "amount": 18, "per": "week"},
        {"kind": "meals", "amount": 3, "per": "shift"},
    ]
    case = case_with(job__costs=costs, job__shifts_per_week=2)
    found = [lines_at(case, hours)["work_costs"] for hours in (0, 0.5, 16, 40)]
    assert found == [0, 104.00, 104.00, 104.00]


def test_student_finance_stated_as_income_is_not_counted_twice():
    student = {
        "full_time": True,
        "course_start": "2025-09",
        "course_end": "2028-06",
        "loan": {"amount": 9000, "per": "year"},
        "grant": {"amount": 0, "per": "year"},
        "capability_decided_before": True,
        "summer_break_from": "2027-06-14",
    }
    pip = {"daily_living": "standard"}
    parts = {"claimant__student": student, "claimant__pip": pip}
    assert compared(case_with(**parts)).now.per_month["other_income"] == 1000.00
    stated = [{"kind": "student_loan", "amount": 750, "per": "month"}]
    again = compared(case_with(**parts, claimant__other_income=stated)).now
    assert again.per_month["other_income"] == 750


def test_no_job_is_asked_for_by_name():
    with pytest.raises(CaseError, match="job: nothing given"):
        compared(case_with(job=None))
