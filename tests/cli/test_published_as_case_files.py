"""Published examples of the two years held, told as case files: from the words to `compare --json`.

Each case is written as somebody would who reads the example and the format's page, and run by the
command. Where the example gives pay after tax, the code is NT and the National Insurance letter C.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from benefits_calc.cli import main

DATA = Path(__file__).parents[1] / "data" / "published.yaml"
PUBLISHED = {case["id"]: case for case in yaml.safe_load(DATA.read_text(encoding="utf-8"))}
UNTAXED = {
    "tax_code": "NT",
    "national_insurance_category": "C",
    "pension": {"scheme": "none"},
}
NO_PENSION = {"tax_code": "1257L", "pension": {"scheme": "none"}}
OWNED = {"tenure": "owned_outright", "council_tax": {"liable": False}}
IN_2025, IN_2026 = "2025-11-20", "2026-11-20"
WEEKS, MONTHS = 52, 12
Point = dict[str, Any]
Told = Callable[..., list[Point]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Points of a case at the hours given, as the command prints them."""

    def telling(case: dict[str, Any], *hours: float) -> list[Point]:
        whole = {
            "nation": "england",
            "region": "rest_of_great_britain",
            "benefits_now": {"universal_credit": {"assessment_period_starts_on": 8}},
            "job": {"hourly_pay": 12.71, "hours_per_week": 16, **NO_PENSION},
        } | case
        path = tmp_path / "case.yaml"
        path.write_text(json.dumps(whole), encoding="utf-8")
        asked = ",".join(f"{each:g}" for each in hours or (0.0,))
        done = CliRunner().invoke(main, ["compare", str(path), "--json", "--hours", asked])
        assert done.exit_code == 0, done.stderr
        points: list[Point] = json.loads(done.stdout)["points"]
        return points

    return telling


def inputs(name: str) -> dict[str, Any]:
    found: dict[str, Any] = PUBLISHED[name]["inputs"]
    return found


def wanted(name: str) -> dict[str, Any]:
    assert PUBLISHED[name]["agrees"]
    found: dict[str, Any] = PUBLISHED[name]["recomputed"]
    return found


def salary(month: float, **more: Any) -> dict[str, Any]:
    """A job of that pay a month at 37.5 hours."""
    return {"pay": {"amount": month, "per": "month"}, "hours_per_week": 37.5, **more}


def social_rent(month: float, bedrooms: int) -> dict[str, Any]:
    return {
        "tenure": "social_rent",
        "rent": {"amount": month, "per": "month"},
        "bedrooms": bedrooms,
        "council_tax": {"liable": False},
    }


def test_one_of_a_couple_works_and_the_other_has_been_found_lcwra(told: Told):
    name = "dwphelp-1lbvkft-couple-lcwra-after"
    f = inputs(name)
    (point,) = told(
        {
            "as_at": IN_2025,
            "claimant": {"born": "1988-03"},
            "partner": {
                "born": "1988-05",
                "work_capability": "lcwra",
                "work_capability_since": "2025-05",
            },
            "home": social_rent(f["housing_element_month"], 1),
            "job": salary(f["earnings_net_month"], **UNTAXED),
        },
        37.5,
    )
    assert point["workings"]["uc_earnings_deduction"] == wanted(name)["earnings_deduction"]
    assert point["per_month"]["universal_credit"] == 1014.92  # the case's note


@pytest.mark.parametrize(
    ("name", "savings", "tariff"),
    [
        ("mirror-savings-6300", 6300, 8.70),
        ("pe-capital-16000-16001", 6000, 0.0),
        ("pe-capital-16000-16001", 6001, 4.35),
        ("pe-capital-16000-16001", 16000, 174.0),
    ],
)
def test_savings(name: str, savings: float, tariff: float, told: Told):
    assert tariff in (found := wanted(name)["tariff_income"], *_listed(found))
    case = {"as_at": IN_2025, "claimant": {"born": "1988-03"}, "home": OWNED, "savings": savings}
    (point,) = told(case)
    assert point["workings"]["uc_tariff_income"] == tariff
    assert point["per_month"]["universal_credit"] == pytest.approx(400.14 - tariff)


def test_a_pound_too_much_in_savings(told: Told):
    assert wanted("pe-capital-16000-16001")["eligible_at_16001"] is False
    case = {"as_at": IN_2025, "claimant": {"born": "1988-03"}, "home": OWNED, "savings": 16001}
    assert told(case)[0]["per_month"]["universal_credit"] == 0


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_childcare_of_a_worker_and_a_carer(told: Told):
    name = "adm-f7013-ben-sara"
    f = inputs(name)
    care = {"amount": f["childcare_year"], "per": "year"}
    (point,) = told(
        {
            "as_at": IN_2025,
            "claimant": {"born": "1988-03"},
            "partner": {"born": "1988-05", "carer": {"hours_per_week": 35}},
            "children": [{"born": "2021-03", "sex": "f", "childcare": care}],
            "home": OWNED,
            "job": salary(f["partner_earnings_year"] / MONTHS, **NO_PENSION),
        },
        37.5,
    )
    # The year's figure; a month is rounded to the penny.
    year = MONTHS * point["workings"]["uc_childcare_element"]
    assert year == pytest.approx(wanted(name)["childcare_element"], abs=0.06)


def test_the_minimum_income_floor_of_2025(told: Told):
    name = "dwp-mif-2025-26"
    trade = {"profit": {"amount": 100, "per": "month"}, "gainful": True}
    case = {
        "as_at": IN_2025,
        "claimant": {"born": "1988-03", "self_employment": trade},
        "home": OWNED,
    }
    (point,) = told(case)
    assert point["workings"]["uc_earned_income"] == wanted(name)["minimum_income_floor_net"]


def carer(day: str, job: dict[str, Any]) -> dict[str, Any]:
    cares = {
        "hours_per_week": 35,
        "carers_allowance": True,
        "people": [{"award": "pip_daily_living_standard"}],
    }
    return {
        "as_at": day,
        "claimant": {"born": "1988-03", "carer": cares},
        "home": OWNED,
        "benefits_now": {"carers_allowance": {"amount": 83.30, "per": "week"}},
        "job": job,
    }


def test_sixteen_hours_at_the_wage_of_2025_keep_carers_allowance(told: Told):
    f = inputs("contact-ca-2025")
    job = {"hourly_pay": f["hourly"], "hours_per_week": 16, "paid": "weekly", **NO_PENSION}
    at_16, at_17 = told(carer(IN_2025, job), f["hours_week"], 17)
    assert wanted("contact-ca-2025")["eligible"]
    assert at_16["per_month"]["carers_allowance"] > 0
    assert at_17["per_month"]["carers_allowance"] == 0


def test_a_month_over_the_carers_limit(told: Told):
    name = "brumdaily-ca-month"
    job = {"hourly_pay": 19.60, "hours_per_week": 10, "paid": "weekly", **NO_PENSION}
    within, over = told(carer(IN_2025, job), 10, 10.01)
    assert within["per_month"]["gross_pay"] == pytest.approx(196 * WEEKS / MONTHS, abs=0.005)
    lost = within["per_month"]["carers_allowance"] - over["per_month"]["carers_allowance"]
    four_weeks = lost * MONTHS / WEEKS * inputs(name)["weeks_over"]
    assert four_weeks == pytest.approx(wanted(name)["overpayment"], abs=0.02)


def test_half_of_a_pension_contribution_keeps_carers_allowance(told: Told):
    name = "pe-ca-2026-half-pension"
    f = inputs(name)
    pension = {
        "scheme": "net_pay",
        "basis": "all",
        "enrolment": "joined",
        "employee_percent": 100 * f["pension_year"] / f["earnings_gross_year"],
    }
    job = {
        "pay": {"amount": f["earnings_gross_year"], "per": "year"},
        "hours_per_week": 15,
        "paid": "weekly",
        "tax_code": "1257L",
    }
    # 211.54 a week before the pension, over the limit of 204; 201.92 after half of it.
    (kept,) = told(carer(IN_2026, job | {"pension": pension}), 15)
    (lost,) = told(carer(IN_2026, job | {"pension": {"scheme": "none"}}), 15)
    year = kept["per_month"]["carers_allowance"] * MONTHS
    assert year == pytest.approx(wanted(name)["carers_allowance"], abs=0.06)
    assert lost["per_month"]["carers_allowance"] == 0


def test_national_insurance_of_a_month(told: Told):
    name = "hmrc-ni-2026-A-month"
    case = {
        "as_at": IN_2026,
        "claimant": {"born": "1988-03"},
        "home": OWNED,
        "job": salary(inputs(name)["gross"], **NO_PENSION),
    }
    (point,) = told(case, 37.5)
    assert point["per_month"]["national_insurance"] == wanted(name)["employee_ni"]


@pytest.mark.parametrize("place", [0, 1])
def test_student_loans_of_a_month(place: int, told: Told):
    name = "govuk-student-loan-2025-26"
    f = inputs(name)
    job = salary(f["earnings_gross_month"][place], **NO_PENSION)
    case = {
        "as_at": IN_2025,
        "claimant": {"born": "1988-03"},
        "home": OWNED,
        "job": job | {"student_loan": f"plan_{f['plan'][place]}"},
    }
    (point,) = told(case, 37.5)
    assert point["per_month"]["student_loan"] == wanted(name)["repayment"][place]


@pytest.mark.parametrize("place", [0, 1])
def test_child_benefit_of_53_mondays(place: int, told: Told):
    name = "govuk-child-benefit-2026-full"
    children = inputs(name)["children"][place]
    case = {
        "as_at": IN_2026,
        "claimant": {"born": "1988-03"},
        "children": [{"born": "2019-03", "sex": "f"}] * children,
        "home": OWNED,
        "benefits_now": {"child_benefit": {"amount": 27.05, "per": "week"}},
    }
    (point,) = told(case)
    week = point["per_month"]["child_benefit"] * MONTHS / WEEKS
    assert week * 53 == pytest.approx(wanted(name)["child_benefit"][place], abs=0.07)


@pytest.mark.parametrize("place", [0, 1])
def test_the_charge_for_high_income(place: int, told: Told):
    name = "pe-hicbc-2026-rounding"
    income = inputs(name)["adjusted_net_income"][place]
    case = {
        "as_at": IN_2026,
        "claimant": {"born": "1988-03"},
        "children": [{"born": "2019-03", "sex": "f"}],
        "home": OWNED,
        "benefits_now": {"child_benefit": {"amount": 27.05, "per": "week"}},
        "job": {"pay": {"amount": income, "per": "year"}, "hours_per_week": 37.5, **NO_PENSION},
    }
    (point,) = told(case, 37.5)
    year = point["per_month"]["child_benefit_charge"] * MONTHS
    assert year == pytest.approx(wanted(name)["charge"][place], abs=0.07)


def test_a_tenant_whose_rent_is_above_the_allowance(told: Told):
    # Ashford's allowance for one bedroom is the example's 750.
    name = "ucplatform-rev8-single-private-2026"
    f = inputs(name)
    case = {
        "as_at": IN_2026,
        "claimant": {"born": "1988-03"},
        "rental_area": "ashford",
        "home": social_rent(f["rent_month"], 1) | {"tenure": "private_rent"},
        "savings": f["capital"],
        "job": salary(sum(f["payments_net"]) - f["pension_month"], **UNTAXED),
    }
    (point,) = told(case, 37.5)
    assert point["workings"]["uc_maximum_amount"] == wanted(name)["maximum_uc"]
    assert point["workings"]["uc_earnings_deduction"] == wanted(name)["earnings_deduction"]
    assert point["per_month"]["universal_credit"] == wanted(name)["uc_award"]


def test_a_worker_and_a_trader_with_two_children(told: Told):
    name = "pe-2026-couple-mif"
    f = inputs(name)
    profit = {"amount": f["self_employed_year"], "per": "year"}
    trade = {
        "profit": profit,
        "gainful": True,
        "tax_and_ni_paid": {"amount": 0, "per": "month"},
    }
    case = {
        "as_at": IN_2026,
        "claimant": {"born": "1996-03"},
        "partner": {"born": "1996-05", "self_employment": trade},
        "children": [{"born": "2011-03", "sex": "f"}, {"born": "2012-03", "sex": "f"}],
        "home": social_rent(f["rent_year"] / MONTHS, 2),
        "benefits_now": {
            "universal_credit": {"assessment_period_starts_on": 8},
            "child_benefit": {"amount": 44.95, "per": "week"},
        },
        "job": salary(f["earnings_gross_year"] / MONTHS, **NO_PENSION),
    }
    (point,) = told(case, 37.5)
    # The publisher taxes by the statute's 12,570; a code gives up to nine pounds more a year, of
    # which 55 per cent of a fifth comes off the award, and a payroll taxes whole pounds.
    year = MONTHS * point["per_month"]["universal_credit"]
    assert year == pytest.approx(wanted(name)["uc_award"], abs=2.50)


def test_permitted_work_at_the_limit_of_2025(told: Told):
    limit = wanted("esa-permitted-work-limits")["limit"][-1]
    job = {
        "hourly_pay": limit / 10,
        "hours_per_week": 10,
        "paid": "weekly",
        **UNTAXED,
    }
    case = {
        "as_at": IN_2025,
        "claimant": {
            "born": "1975-03",
            "work_capability": "lcwra",
            "new_style_esa": {"group": "support"},
        },
        "home": OWNED,
        "benefits_now": {"new_style_esa": {"amount": 140.55, "per": "week"}},
        "job": job,
    }
    at, over = told(case, 10, 10.01)
    assert at["per_month"]["new_style_esa"] == 609.05
    assert over["per_month"]["new_style_esa"] == 0
