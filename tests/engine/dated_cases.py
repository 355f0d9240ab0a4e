"""Cases for dated runs, made small and changed one fact at a time."""

import json
from datetime import date
from typing import Any

from benefits_calc.case import Case
from benefits_calc.case.loading import parse_case

# Housing Benefit pays the rent of this home.
SUPPORTED: dict[str, Any] = {
    "tenure": "supported",
    "supported_kind": "exempt",
    "rent": {"amount": 255.0, "per": "week"},
    "council_tax": {"liable": False},
    "bedrooms": None,
}


def p1(**changes) -> Case:
    """R4.6: single, 40, LCWRA protected, rent 450; periods from the 8th; a job on 2 November."""
    facts = {
        "format": 1,
        "as_at": date(2026, 10, 20),
        "nation": "england",
        "region": "rest_of_great_britain",
        "claimant": {
            "born": "1986-05",
            "work_capability": "lcwra",
            "work_capability_since": "2023-10",
            "health_element": "protected",
            "health_element_basis": "pre_2026",
        },
        "home": {
            "tenure": "social_rent",
            "rent": {"amount": 450.0, "per": "month"},
            "bedrooms": 1,
            "council_tax": {"liable": False},
        },
        "benefits_now": {
            "universal_credit": {"assessment_period_starts_on": 8, "since": "2023-06"}
        },
        "job": {
            "starts": date(2026, 11, 2),
            "hourly_pay": 12.71,
            "hours_per_week": 20.0,
            "paid": "monthly",
            "pay_day": 28,
            "starter_declaration": "A",
            "pension": {
                "scheme": "net_pay",
                "employee_percent": 5.0,
                "basis": "qualifying",
                "enrolment": "automatic",
            },
        },
    }
    return case_of(merged(facts, changes))


def case_of(facts: dict) -> Case:
    """A case from plain facts, read as from a file."""
    return parse_case(json.dumps(facts, default=str), "json")


def merged(facts: dict, changes: dict) -> dict:
    """Facts with changes laid over them, part by part; None takes a part away."""
    found = dict(facts)
    for name, value in changes.items():
        if value is None:
            found.pop(name, None)
        elif isinstance(value, dict) and isinstance(found.get(name), dict):
            found[name] = merged(found[name], value)
        else:
            found[name] = value
    return found
