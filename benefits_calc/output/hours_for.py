"""How many hours it takes, as JSON."""

from __future__ import annotations

from typing import Any

from benefits_calc.analysis.hours_for import HoursFor


def hours_for_object(found: HoursFor) -> dict[str, Any]:
    """The answer as a plain object; docs/results-format.md names its keys."""
    return {
        "format": 1,
        "target_per_month": round(found.target_per_month, 2),
        "stretches": [
            {"from_hours": stretch.from_hours, "to_hours": stretch.to_hours}
            for stretch in found.stretches
        ],
        "left_over_per_month": found.left_over_per_month,
        "unknown": list(found.unknown),
        "at_worst": found.at_worst,
        "counted_as_lost": [
            {"line": line, "now_per_month": paid} for line, paid in found.counted_as_lost
        ],
        "searched_to_hours": found.searched_to_hours,
    }
