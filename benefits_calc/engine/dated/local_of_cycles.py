"""Help that follows the award, each scenario's from the run of its own assessment periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from benefits_calc.engine.dated.cycles import Cycle, joined
from benefits_calc.engine.dated.homes import DayRows
from benefits_calc.engine.dated.local import Local


def joined_local(cycles: Sequence[Cycle], parts: Sequence[Local]) -> Local:
    """Weekly amounts of every scenario; what is known must be known in every cycle."""
    if len(parts) == 1:
        return parts[0]
    found: dict[str, Any] = {}
    for each in fields(Local):
        values = [getattr(part, each.name) for part in parts]
        if isinstance(values[0], DayRows):
            # Weeks are the same in every cycle.
            found[each.name] = values[0]
        elif isinstance(values[0], bool):
            found[each.name] = all(values)
        else:
            found[each.name] = joined(cycles, values)
    return Local(**found)
