"""Two people of the advisers' walks, as data: fictional, and told in the tests that use them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from benefits_calc.case import Case
from tests.engine.whole_cases import case_with

# LCWRA at the standard rate, a charity's supported flat at 281 a week of which 19 is not eligible.
BOLA: dict[str, Any] = {
    "claimant": {
        "born": "1993-05",
        "work_capability": "lcwra",
        "work_capability_since": "2026-08",
        "health_element": "standard",
    },
    "home": {
        "tenure": "supported",
        "supported_kind": "exempt",
        "rent": {"amount": 281, "per": "week"},
        "ineligible_charges": {"amount": 19, "per": "week"},
        "bedrooms": 1,
        "council_tax": {"liable": False},
    },
    "benefits_now__universal_credit__since": "2025-01",
    "benefits_now__housing_benefit": {"amount": 262, "per": "week"},
    "job__hours_per_week": 37.5,
    "job__paid": "weekly",
}
# LCWRA at the protected rate, PIP, a housing association's flat at 138 a week, 4.50 not eligible,
# in a council whose reduction is not worked out here.
MARCUS: dict[str, Any] = {
    "region": None,
    "council": "reading",
    "claimant__born": "1988-05",
    "claimant__pip": {"daily_living": "standard"},
    "home__rent": {"amount": 138, "per": "week"},
    "home__ineligible_charges": {"amount": 4.50, "per": "week"},
    "home__council_tax": {"liable": True},
    "benefits_now__council_tax_reduction": {"amount": 24, "per": "week"},
    "job__paid": "four_weekly",
}


def bola(**parts: Any) -> Case:
    return case_with(**{**deepcopy(BOLA), **parts})


def marcus(**parts: Any) -> Case:
    return case_with(**{**deepcopy(MARCUS), **parts})
