"""Small whole cases for the tests of this folder to change."""

from __future__ import annotations

import copy
from typing import Any

BASE: dict[str, Any] = {
    "as_at": "2026-12-01",
    "nation": "england",
    "claimant": {"born": "1990-06"},
    "home": {"tenure": "social_rent", "rent": {"amount": 120, "per": "week"}},
    "benefits_now": {},
    "job": {"hourly_pay": 12.71, "hours_per_week": 16},
}


def changed(**parts: Any) -> dict[str, Any]:
    """The base with parts set by path, `__` standing for a step down; None takes a part out."""
    data = copy.deepcopy(BASE)
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
