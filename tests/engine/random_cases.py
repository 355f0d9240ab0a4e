"""Random whole cases for properties: plain data in the case format, the same from one seed."""

from __future__ import annotations

import random
from typing import Any

AS_AT = "2026-12-01"
PAID = ("weekly", "fortnightly", "four_weekly", "monthly")
RENTAL_AREAS = ("inner_south_west_london", "outer_south_london", "leeds", "swansea", "lothian")
COUNCILS = {
    "england": ("croydon", "oxford", "merton", "kingston_upon_thames", "leeds", "ealing", None),
    "wales": ("cardiff", "swansea"),
    "scotland": ("glasgow_city", "dundee_city"),
}


def random_case(seed: int) -> dict[str, Any]:
    """A household with a job, drawn from a seed."""
    draw = random.Random(seed)  # noqa: S311 - cases, not secrets
    nation = draw.choice(("england", "england", "scotland", "wales"))
    case: dict[str, Any] = {
        "label": f"random-{seed}",
        "as_at": AS_AT,
        "nation": nation,
        "claimant": _adult(draw, nation),
        "children": [_child(draw, nation) for _ in range(draw.choice((0, 0, 0, 1, 2, 3)))],
        "savings": draw.choice((0, 0, 300, 6000, 7250.5, 15999, 16001)),
        "benefits_now": {"universal_credit": _award(draw)},
        "job": _job(draw),
    }
    council = draw.choice(COUNCILS[nation])
    if council is not None:
        case["council"] = council
    else:
        case["region"] = draw.choice(("london", "rest_of_great_britain"))
    if draw.random() < 0.3:
        case["partner"] = _adult(draw, nation)
        if draw.random() < 0.4:
            case["job"]["who"] = "partner"
    if case["children"] and draw.random() < 0.8:
        case["benefits_now"]["child_benefit"] = {"amount": 27.05, "per": "week"}
    _home(draw, case)
    _jobs_now(draw, case)
    if draw.random() < 0.15:
        case["others_in_home"] = [_other(draw)]
    return case


def _adult(draw: random.Random, nation: str) -> dict[str, Any]:
    capability = draw.choice(("none", "awaiting_assessment", "lcw", "lcwra", "lcwra", "lcwra"))
    person: dict[str, Any] = {
        "born": f"{draw.randint(1964, 2007)}-{draw.randint(1, 11):02}",
        "work_capability": capability,
    }
    if capability in ("lcw", "lcwra"):
        person["work_capability_since"] = draw.choice(("2016-03", "2023-05", "2026-02", "2026-10"))
        person["health_element"] = draw.choice(("automatic", "protected", "standard"))
    if draw.random() < 0.4:
        award = "adp" if nation == "scotland" else "pip"
        person[award] = {
            "daily_living": draw.choice(("standard", "enhanced")),
            "mobility": draw.choice(("none", "standard")),
        }
    if draw.random() < 0.15:
        person["carer"] = {"hours_per_week": 35}
    if draw.random() < 0.1:
        person["self_employment"] = {
            "profit": {"amount": draw.choice((50, 300, 1200)), "per": "month"},
            "gainful": draw.random() < 0.5,
        }
    if draw.random() < 0.15:
        person["other_income"] = [
            {
                "kind": draw.choice(("occupational_pension", "child_maintenance", "trust")),
                "amount": draw.choice((12.34, 80.5, 260)),
                "per": draw.choice(("week", "month")),
            }
        ]
    return person


def _child(draw: random.Random, nation: str) -> dict[str, Any]:
    child: dict[str, Any] = {
        "born": f"{draw.choice((2012, 2015, 2018, 2021, 2025))}-{draw.randint(5, 11):02}",
        "sex": draw.choice("fm"),
    }
    if draw.random() < 0.2:
        child["cdp" if nation == "scotland" else "dla"] = {
            "care": draw.choice(("middle", "highest"))
        }
    if draw.random() < 0.3:
        child["childcare"] = {"amount": draw.choice((35, 120, 260)), "per": "week"}
    return child


def _award(draw: random.Random) -> dict[str, Any]:
    award: dict[str, Any] = {
        "assessment_period_starts_on": draw.randint(1, 28),
        "since": draw.choice(("2023-06", "2026-01", "2026-08")),
    }
    if draw.random() < 0.15:
        award["transitional_element"] = {"amount": 61.4, "per": "month"}
    if draw.random() < 0.2:
        award["deductions"] = [
            {"kind": draw.choice(("advance", "rent_arrears")), "amount": 45.5, "per": "month"}
        ]
    if draw.random() < 0.05:
        award["sanction"] = {"per_day": 9.4}
    return award


def _job(draw: random.Random) -> dict[str, Any]:
    job: dict[str, Any] = {
        "hourly_pay": draw.choice((8.0, 10.85, 12.71, 12.71, 13.5, 17.37, 24.0, 41.0)),
        "hours_per_week": draw.choice((8, 16, 20, 37.5)),
        "paid": draw.choice(PAID),
    }
    if draw.random() < 0.15:
        del job["hourly_pay"]
        job["pay"] = {"amount": 1500, "per": "month"}
    if draw.random() < 0.6:
        job["pension"] = {
            "scheme": draw.choice(("none", "net_pay", "relief_at_source", "salary_sacrifice")),
            "employee_percent": draw.choice((3, 5, 8)),
            "basis": draw.choice(("qualifying", "all")),
            "enrolment": draw.choice(("automatic", "joined", "opted_out")),
        }
    if draw.random() < 0.3:
        job["student_loan"] = draw.choice(("plan_1", "plan_2", "plan_4", "plan_5", "postgraduate"))
    if draw.random() < 0.3:
        job["tax_code"] = draw.choice(("1257L", "1257L M1", "BR", "0T", "S1257L", "C1257L", "K100"))
    if draw.random() < 0.3:
        job["costs"] = [{"kind": "travel", "amount": draw.choice((9.5, 18)), "per": "week"}]
    if draw.random() < 0.1:
        job["term_time"] = {"weeks": 39, "weeks_paid": 44}
    return job


def _home(draw: random.Random, case: dict[str, Any]) -> None:
    tenure = draw.choice(
        ("social_rent", "social_rent", "private_rent", "owned_outright", "mortgaged", "with_family")
    )
    home: dict[str, Any] = {"tenure": tenure, "council_tax": _council_tax(draw)}
    if tenure == "private_rent":
        case["rental_area"] = draw.choice(RENTAL_AREAS)
    if tenure in ("social_rent", "private_rent"):
        home["rent"] = {"amount": draw.choice((85.5, 138, 310.77, 525)), "per": "week"}
        home["bedrooms"] = draw.choice((1, 2, 3))
        if draw.random() < 0.3:
            home["ineligible_charges"] = {"amount": 6.25, "per": "week"}
    if tenure == "mortgaged":
        home["mortgage"] = {"amount": 590, "per": "month"}
    if tenure in ("owned_outright", "mortgaged") and draw.random() < 0.3:
        home["service_charges"] = {"eligible": {"amount": 61.2, "per": "month"}}
    if tenure == "with_family" and draw.random() < 0.5:
        home["board"] = {"amount": 30, "per": "week"}
    case["home"] = home


def _council_tax(draw: random.Random) -> dict[str, Any]:
    """A bill for every other household; its reduction is known for some councils only."""
    if draw.random() < 0.5:
        return {"liable": False}
    tax: dict[str, Any] = {"liable": True, "band": draw.choice("ABCDF")}
    if draw.random() < 0.3:
        tax["bill"] = {"amount": 1522.03, "per": "year"}
    return tax


def _jobs_now(draw: random.Random, case: dict[str, Any]) -> None:
    for who in ("claimant", "partner"):
        if who in case and draw.random() < 0.15:
            case[who]["jobs"] = [
                {
                    "hourly_pay": 12.71,
                    "hours_per_week": draw.choice((4, 10, 21)),
                    "paid": draw.choice(PAID),
                }
            ]
            if case["job"].get("who", "claimant") == who:
                case["job"]["replaces"] = draw.choice(("none", "all", 1))


def _other(draw: random.Random) -> dict[str, Any]:
    return {
        "born": f"{draw.randint(1950, 2004)}-03",
        "relation": draw.choice(("parent", "adult_child", "friend")),
    }
