"""Whole cases for the tests of what stands above the rules: a plain one, and parts to change."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import numpy as np

from benefits_calc.analysis.comparison import Comparison, Point, compare
from benefits_calc.case import Case, build_case, load_case
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job
from benefits_calc.engine.results import Results, results_of

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
NAMES = tuple(sorted(path.stem for path in SCENARIOS.glob("*.yaml")))

# Single, 35, found LCWRA long ago, social rent of 450 a month, nothing unknown: ladder P1 of the
# worked figures, as data, so that a test can change a part.
PLAIN: dict[str, Any] = {
    "label": "plain",
    "as_at": "2026-12-01",
    "nation": "england",
    "region": "rest_of_great_britain",
    "claimant": {
        "born": "1991-06",
        "work_capability": "lcwra",
        "work_capability_since": "2023-05",
        "health_element": "protected",
    },
    "home": {
        "tenure": "social_rent",
        "rent": {"amount": 450, "per": "month"},
        "bedrooms": 1,
        "council_tax": {"liable": False},
    },
    "benefits_now": {"universal_credit": {"assessment_period_starts_on": 8, "since": "2023-01"}},
    "job": {
        "hourly_pay": 12.71,
        "hours_per_week": 16,
        "paid": "monthly",
        "tax_code": "1257L",
        "pension": {"scheme": "net_pay"},
    },
}
NO_PENSION = {"scheme": "none"}


def data_with(**parts: Any) -> dict[str, Any]:
    """The plain case with parts set by path, `__` for a step down; None takes a part out."""
    data = copy.deepcopy(PLAIN)
    for path, value in parts.items():
        *steps, last = path.split("__")
        place = data
        for step in steps:
            place = place.setdefault(step, {})
        if value is None:
            place.pop(last, None)
        else:
            place[last] = value
    return data


def case_with(**parts: Any) -> Case:
    return build_case(data_with(**parts))


def scenario(name: str) -> Case:
    """A shipped scenario by its name, or by a beginning that no other has."""
    (path,) = [n for n in NAMES if n == name] or [n for n in NAMES if n.startswith(name)]
    return load_case(SCENARIOS / f"{path}.yaml")


def compared(case: Case, *hours: float, thresholds: bool = False) -> Comparison:
    return compare(case, hours or None, with_thresholds=thresholds)


def point_at(case: Case, hours: float) -> Point:
    (point,) = compared(case, hours).points
    return point


def lines_at(case: Case, hours: float) -> dict[str, float | None]:
    return point_at(case, hours).per_month


def money(point: Point, line: str) -> float:
    """An amount that must be known."""
    amount = point.per_month[line]
    assert amount is not None, line
    return amount


def at_pay(case: Case, pay_per_pay_period: float, hours: float = 20.0) -> Results:
    """Results at pay to the penny, the hours held."""
    return swept(case, np.array([hours]), np.array([pay_per_pay_period]))


def swept(case: Case, hours: Any, pay: Any = None) -> Results:
    """Results at many hours at once; at given pay where it is given."""
    claims = case.universal_credit_claimed
    extra: Any = 0.0
    if pay is not None:
        plain = evaluate(case, in_job(hours, claims_universal_credit=claims))
        extra = np.round(pay - plain.payroll.offer["contractual_pay_per_pay_period"], 2)
    points = in_job(hours, claims_universal_credit=claims, extra_pay_per_pay_period=extra)
    return results_of(evaluate(case, points))
