"""Whole case files against the second reading: the facts, read again from the format's own page.

What stands between a file and the rules (ages from months of birth, rent of a week, rooms, the
rate of a rental area, who counts) is read here a second time, with nothing of the program, and the
award and the wages of `compare` must be those of the second reading.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from benefits_calc.analysis.comparison import Point
from benefits_calc.case import CaseError, build_case
from tests.engine.random_cases import random_case
from tests.engine.whole_cases import compared
from tests.oracle import universal_credit as uc
from tests.oracle.households import (
    Child,
    Deduction,
    Home,
    Household,
    NonDependant,
    Person,
    SelfEmployment,
    Unearned,
)
from tests.oracle.money import per_month
from tests.oracle.wages import Employment, payslip, steady_month

D = Decimal
AREAS = Path(__file__).parents[2] / "benefits_calc/rules/data/local_housing_allowance.csv"
LONDON = {"croydon", "merton", "kingston_upon_thames", "ealing"}
PERIODS = {
    "weekly": ("week", 52),
    "fortnightly": ("two_weeks", 26),
    "four_weekly": ("four_weeks", 13),
    "monthly": ("month", 12),
}
CODES = {"england": "1257L", "wales": "C1257L", "scotland": "S1257L"}
SCHEME = {"scheme": "net_pay", "employee_percent": 5, "basis": "qualifying"}
DAYS = ("2025-05-20", "2025-11-30", "2026-03-10", "2026-05-12", "2026-12-01")
GROUPS = 8
CASES_A_GROUP = 40
WORKINGS = {
    "uc_standard_allowance": "standard_allowance",
    "uc_child_element": "child_elements",
    "uc_disabled_child_element": "disabled_child_additions",
    "uc_lcw_element": "lcw_element",
    "uc_lcwra_element": "lcwra_element",
    "uc_carer_element": "carer_element",
    "uc_childcare_element": "childcare_element",
    "uc_housing_costs_element": "housing_element",
    "uc_maximum_amount": "maximum",
    "uc_work_allowance": "work_allowance",
    "uc_earned_income": "earned_income",
    "uc_earnings_deduction": "earnings_deduction",
    "uc_unearned_income": "unearned_income",
    "uc_award_before_cap": "award_before_cap",
    "benefit_cap_reduction": "cap_reduction",
    "uc_deductions": "deductions",
}


def plain_case(seed: int) -> dict[str, Any]:
    """A random case without what the second reading does not hold."""
    case = random_case(seed)
    case["as_at"] = DAYS[seed % len(DAYS)]
    case["job"].pop("term_time", None)
    case["job"].pop("replaces", None)
    case["benefits_now"]["universal_credit"].pop("sanction", None)
    if case["as_at"] < "2026-04-06" and "plan_5" in str(case["job"].get("student_loan")):
        case["job"]["student_loan"] = "plan_2"
    for who in ("claimant", "partner"):
        adult = case.get(who)
        if adult is None:
            continue
        adult.pop("jobs", None)
        trade = adult.get("self_employment")
        if trade is not None:
            trade["tax_and_ni_paid"] = {"amount": 0, "per": "month"}
    # Births of later than the day compared make no child of the household yet.
    case["children"] = [c for c in case["children"] if c["born"] < case["as_at"][:7]]
    return case


def period_of(case: dict[str, Any]) -> tuple[date, date]:
    day = date.fromisoformat(case["as_at"])
    first = case["benefits_now"]["universal_credit"]["assessment_period_starts_on"]
    month = day.replace(day=1)
    if day.day < first:
        month = (month.replace(year=month.year - 1, month=12) if month.month == 1
                 else month.replace(month=month.month - 1))  # fmt: skip
    start = month.replace(day=first)
    return start, uc.last_day_of_period(start, 1)


def years_on(born: str, day: date) -> int:
    year, month = (int(part) for part in born.split("-")[:2])
    return day.year - year - ((day.month, day.day) < (month, 1))


def employment(case: dict[str, Any], hours: float, last: date) -> Employment | None:
    job = case["job"]
    if hours == 0:
        return None
    period, a_year = PERIODS[job["paid"]]
    if "pay" in job:
        year = D(str(job["pay"]["amount"])) * 12 * D(str(hours)) / D(str(job["hours_per_week"]))
    else:
        year = D(str(job["hourly_pay"])) * D(str(hours)) * 52
    pension = SCHEME | job.get("pension", {})
    who = case[job.get("who", "claimant")]
    loans = job.get("student_loan")
    return Employment(
        gross_per_pay_period=(year / a_year).quantize(D("0.01"), "ROUND_HALF_UP"),
        pay_period=period,
        tax_code=job.get("tax_code", CODES[case["nation"]]),
        pension_scheme=pension["scheme"],
        pension_percent=D(str(pension["employee_percent"])),
        pension_basis=pension["basis"],
        pension_enrolment=pension.get("enrolment", "automatic"),
        age=years_on(who["born"], date.fromisoformat(case["as_at"])),
        student_loans=frozenset([loans] if loans else []),
        paid_on=date.fromisoformat(case["as_at"]),
    )


def adult(case: dict[str, Any], who: str, hours: float, last: date) -> Person:
    facts = case[who]
    works = case["job"].get("who", "claimant") == who
    job = employment(case, hours, last) if works else None
    trade = facts.get("self_employment")
    award = facts.get("pip") or facts.get("adp") or {}
    since = facts.get("work_capability_since", "")
    old_award = case["benefits_now"]["universal_credit"]["since"] < "2026-04"
    rate = facts.get("health_element", "automatic")
    if rate == "automatic":
        rate = "protected" if since and since < "2026-04" and old_award else "standard"
    return Person(
        age=years_on(facts["born"], last),
        work_capability=facts["work_capability"],
        health_element=rate,
        lcw_element_saved=bool(since) and since < "2017-04",
        meets_carer_conditions="carer" in facts,
        pip_daily_living=award.get("daily_living", "none"),
        pip_mobility=award.get("mobility", "none"),
        in_paid_work=job is not None or trade is not None,
        employment=job,
        self_employment=None
        if trade is None
        else SelfEmployment(D(str(trade["profit"]["amount"])), gainful=trade["gainful"]),
    )


def child(facts: dict[str, Any]) -> Child:
    year, month = (int(part) for part in facts["born"].split("-"))
    care = (facts.get("dla") or facts.get("cdp") or {}).get("care", "none")
    return Child(date(year, month, 1), sex=facts["sex"], dla_care=care)


def second_reading(case: dict[str, Any], hours: float) -> Household:
    """The household of a case with its job at these hours, read from the format's page."""
    start, last = period_of(case)
    adults = [who for who in ("claimant", "partner") if who in case]
    people = [adult(case, who, hours, last) for who in adults]
    children = tuple(child(facts) for facts in case["children"])
    others = tuple(
        NonDependant(age=years_on(o["born"], last)) for o in case.get("others_in_home", ())
    )
    income = [
        Unearned(item["kind"], D(str(item["amount"])), item["per"])
        for who in adults
        for item in case[who].get("other_income", ())
        if item["kind"] != "child_maintenance"
    ]
    care = [
        per_month(D(str(facts["childcare"]["amount"])), "week")
        for facts in case["children"]
        if "childcare" in facts and hours
    ]
    award = case["benefits_now"]["universal_credit"]
    element = award.get("transitional_element", {"amount": 0})
    return Household(
        assessment_period_start=start,
        claimant=people[0],
        partner=people[1] if len(people) > 1 else None,
        children=children,
        non_dependants=others,
        home=home_of(case, people, children, others, last),
        capital=D(str(case["savings"])),
        unearned=tuple(income),
        childcare_charges_per_month=sum(care, D(0)),
        children_in_childcare=len(care),
        in_london=case.get("council") in LONDON or case.get("region") == "london",
        child_benefit_per_week=None if "child_benefit" in case["benefits_now"] else D(0),
        transitional_element=D(str(element["amount"])),
        deductions=tuple(
            Deduction(one["kind"], D(str(one["amount"]))) for one in award.get("deductions", ())
        ),
    )


def home_of(
    case: dict[str, Any],
    people: list[Person],
    children: tuple[Child, ...],
    others: tuple[NonDependant, ...],
    last: date,
) -> Home:
    facts = case["home"]
    tenure = facts["tenure"]
    if tenure in ("owned_outright", "mortgaged"):
        charges = facts.get("service_charges", {"eligible": {"amount": 0}})["eligible"]["amount"]
        return Home(
            "owned",
            owner_service_charge_per_month=D(str(charges)),
            owner_qualifying_period_served=True,
        )
    if tenure == "with_family":
        return Home()
    rooms = uc.bedrooms_needed(children, len(others), last)
    rent: dict[str, Any] = {
        "rent": D(str(facts["rent"]["amount"])),
        "rent_period": "week",
        "ineligible_charges": D(str(facts.get("ineligible_charges", {"amount": 0})["amount"])),
    }
    if tenure == "social_rent":
        return Home(tenure, spare_bedrooms=max(facts["bedrooms"] - rooms, 0), **rent)
    category = uc.lha_category(
        people[0], couple=len(people) > 1, children=children, non_dependants=len(others), on=last
    )
    return Home(tenure, lha_per_month=area_rate(case, category), **rent)


def area_rate(case: dict[str, Any], category: str) -> Decimal:
    with AREAS.open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        (found,) = {
            row["per_month_universal_credit"]
            for row in rows
            if row["broad_rental_market_area"] == case["rental_area"]
            and row["category"] == (category if category == "shared" else f"{category}_bedroom")
        }
    return D(found)


def differences(case: dict[str, Any], point: Point, hours: float) -> dict[str, tuple[Any, Any]]:
    household = second_reading(case, hours)
    expected = uc.universal_credit(household)
    pairs = {
        name: (point.workings[name], float(expected[other])) for name, other in WORKINGS.items()
    }
    pairs["universal_credit"] = (
        point.per_month["universal_credit"] or 0.0,
        float(expected["award"]),
    )
    who = case["job"].get("who", "claimant")
    job = (household.partner if who == "partner" else household.claimant).employment  # type: ignore[union-attr]
    if job is not None:
        slip = steady_month(payslip(job), job.pay_period)
        lines = {
            "gross_pay": slip.gross,
            "income_tax": slip.income_tax,
            "national_insurance": slip.national_insurance,
            "student_loan": slip.student_loan,
            "net_pay": slip.net,
        }
        pairs |= {
            name: (point.per_month[name] or 0.0, float(value)) for name, value in lines.items()
        }
    return {name: pair for name, pair in pairs.items() if abs(pair[0] - pair[1]) > 0.0051}


@pytest.mark.parametrize("group", range(GROUPS))
def test_case_files_give_the_award_and_wages_of_the_second_reading(group: int):
    done = 0
    for seed in range(group * 1000, group * 1000 + CASES_A_GROUP):
        data = plain_case(seed)
        hours = data["job"]["hours_per_week"]
        try:
            found = compared(build_case(data), 0, hours)
        except CaseError:
            continue
        for point, worked in zip(found.points, (0, hours), strict=True):
            assert differences(data, point, worked) == {}, (seed, worked)
        done += 1
    assert done > CASES_A_GROUP * 0.6
