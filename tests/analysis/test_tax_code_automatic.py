"""A tax code lowered for taxable benefits, and what it does to earnings limits."""

from typing import Any

import numpy as np
import pytest

from benefits_calc.rules.paye_codes import lowered_code
from tests.engine.whole_cases import case_with, compared, money, point_at

CARER = {
    "claims_universal_credit": False,
    "claimant": {
        "born": "1986-01",
        "work_capability": "none",
        "carer": {
            "hours_per_week": 40,
            "carers_allowance": True,
            "people": [{"award": "pip_daily_living_enhanced", "hours_per_week": 40}],
        },
    },
    "home": {"tenure": "with_family", "council_tax": {"liable": False}},
    "benefits_now": {"carers_allowance": {"amount": 86.45, "per": "week"}},
}


def carer(tax_code, nation="england", **job):
    offer = {"hourly_pay": 12.71, "hours_per_week": 17, "paid": "weekly", "tax_code": tax_code}
    return case_with(**CARER, nation=nation, job=offer | job)


@pytest.mark.parametrize(
    ("income", "k", "number"),
    [
        (0.0, False, 1257),
        (4495.40, False, 807),  # Carer's Allowance of 86.45 a week
        (7586.80, False, 498),  # ESA of 145.90 a week
        (12570.0, False, 0),
        (12570.01, True, 0),
        (15570.0, True, 299),
        (15580.0, True, 300),
    ],
)
def test_code_by_the_income_it_is_lowered_for(income, k, number):
    is_k, found = lowered_code(1257.0, np.array([income]))
    assert (bool(is_k[0]), float(found[0])) == (k, number)


def test_seventeen_hours_keep_carers_allowance_with_the_lowered_code_only():
    # 216.07 less tax 11.00 less half the pension of 4.80 is 202.67; without the tax 213.67.
    lowered, as_given = point_at(carer("automatic"), 17), point_at(carer("1257L"), 17)
    assert lowered.tax_code == "807L"
    assert lowered.per_month["carers_allowance"] == 374.62
    assert as_given.tax_code == "1257L"
    assert as_given.per_month["carers_allowance"] == 0
    assert as_given.per_month["income_tax"] == 0


def test_code_goes_back_up_where_the_benefit_has_stopped():
    point = point_at(carer("automatic"), 18)
    assert point.per_month["carers_allowance"] == 0
    assert point.tax_code == "1257L"
    assert point.per_month == point_at(carer("1257L"), 18).per_month


def test_tax_on_benefits_moves_from_its_own_line_into_the_pay_line():
    lowered, as_given = point_at(carer("automatic"), 16), point_at(carer("1257L"), 16)
    assert money(as_given, "income_tax") == 0
    taken = money(lowered, "income_tax") + money(lowered, "tax_on_benefits")
    assert taken == pytest.approx(money(as_given, "tax_on_benefits"), abs=1.0)
    # Codes leave out the last figure and tax starts at whole pounds: what is left is pence.
    assert money(lowered, "tax_on_benefits") < 1


@pytest.mark.parametrize(("nation", "code"), [("scotland", "S807L"), ("wales", "C807L")])
def test_code_carries_the_letter_of_the_nation(nation, code):
    assert point_at(carer("automatic", nation), 16).tax_code == code


def test_second_job_is_on_the_flat_code_all_the_same():
    first = {"hourly_pay": 12.71, "hours_per_week": 4, "paid": "weekly", "tax_code": "automatic"}
    carer: dict[str, Any] = {**CARER}
    claimant = {**carer["claimant"], "jobs": [first]}
    case = case_with(
        **{**CARER, "claimant": claimant},
        job=first | {"replaces": "none"},
    )
    point = point_at(case, 4)
    assert point.tax_code == "BR"
    # 50.84 - 50 of it taxed at the basic rate in whole pounds a week, none of the first job's.
    assert money(point, "income_tax") == pytest.approx(10.00 * 52 / 12, abs=0.01)


def test_esa_at_fifteen_hours_is_taxed_about_a_thousand_a_year():
    # 10,218 of pay less 198.90 of pension, and 7,586.80 of ESA: 1,007.18 a year, 83.93 a month.
    esa = {
        "claims_universal_credit": False,
        "claimant": {
            "born": "1974-02",
            "work_capability": "lcwra",
            "new_style_esa": {"group": "support", "since": "2020-01"},
        },
        "home": {"tenure": "owned_outright", "council_tax": {"liable": False}},
        "benefits_now": {"new_style_esa": {"amount": 145.90, "per": "week"}},
    }
    job = {"hourly_pay": 13.10, "hours_per_week": 15, "paid": "weekly"}
    given = point_at(case_with(**esa, job=job | {"tax_code": "1257L"}), 15)
    assert money(given, "tax_on_benefits") == pytest.approx(83.93, abs=0.02)
    lowered = point_at(case_with(**esa, job=job | {"tax_code": "automatic"}), 15)
    assert lowered.tax_code == "498L"
    taken = money(lowered, "income_tax") + money(lowered, "tax_on_benefits")
    assert taken == pytest.approx(83.93, abs=1.0)


@pytest.mark.parametrize(("code", "hours"), [("automatic", 17.15), ("1257L", 16.23)])
def test_lines_of_weekly_limits_name_the_code(code, hours):
    """206.17 less half the pension of 4.31 is 204.01: 16.22 hours pay 206.16.

    217.86 less 11.40 of tax and half the pension of 4.89 is 204.01 too: 17.14 hours pay 217.85.
    """
    lines = compared(carer(code), 17, thresholds=True).thresholds
    (line,) = [t for t in lines if t.code == "carers_benefit"]
    assert line.tax_code == ("807L" if code == "automatic" else code)
    assert line.hours_per_week == hours
    assert all(t.tax_code is None for t in lines if t.code == "workplace_pension")


@pytest.mark.parametrize(("pay", "code"), [(12.71, None), (13.60, "1257L")])
def test_a_limit_of_hours_is_moved_by_no_code(pay, code):
    """At 12.71 the 16 hours come first (203.36 is within 203.50), at 13.60 the pay does."""
    case = case_with(
        claims_universal_credit=False,
        claimant={
            "born": "1974-02",
            "work_capability": "lcwra",
            "new_style_esa": {"group": "support", "since": "2020-01"},
        },
        home={"tenure": "owned_outright", "council_tax": {"liable": False}},
        benefits_now={"new_style_esa": {"amount": 145.90, "per": "week"}},
        job={
            "hourly_pay": pay,
            "hours_per_week": 15,
            "paid": "weekly",
            "tax_code": "1257L",
            "pension": {"scheme": "none"},
        },
    )
    lines = compared(case, 15, thresholds=True).thresholds
    (line,) = [t for t in lines if t.code == "new_style_esa"]
    assert line.tax_code == code


def test_what_was_done_is_said():
    said = {a.code: a.facts for a in compared(carer("automatic"), 16).assumptions}
    assert said["tax_code_automatic"] == {"code": "807L"}
    assert "tax_code" not in said


@pytest.mark.parametrize("nation", ["england", "scotland"])
@pytest.mark.parametrize("pension", [400, 4800, 12000, 12570, 13000, 16000])
def test_code_takes_the_years_tax_on_everything_to_about_a_pound_a_month(nation, pension):
    """A pension is always taxed: both ways of collecting come to the same year."""
    plain = {
        "nation": nation,
        "claims_universal_credit": False,
        "claimant": {
            "born": "1966-01",
            "other_income": [{"kind": "occupational_pension", "amount": pension, "per": "year"}],
        },
        "home": {"tenure": "owned_outright", "council_tax": {"liable": False}},
        "benefits_now": {},
    }
    job = {"hourly_pay": 18, "paid": "monthly", "hours_per_week": 30}
    code = {"scotland": "S1257L"}.get(nation, "1257L")
    hours = (10, 20, 35)
    given = compared(case_with(**plain, job=job | {"tax_code": code}), *hours).points
    lowered = compared(case_with(**plain, job=job | {"tax_code": "automatic"}), *hours).points
    for one, other in zip(given, lowered, strict=True):
        taken = [money(p, "income_tax") + money(p, "tax_on_benefits") for p in (one, other)]
        assert taken[1] == pytest.approx(taken[0], abs=1.01), (one.hours_per_week, taken)
