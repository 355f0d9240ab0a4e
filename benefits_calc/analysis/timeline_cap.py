"""The day until which grace holds off the benefit cap, as a deadline (UC Regs 2013 reg 82)."""

from __future__ import annotations

from datetime import date

import numpy as np

from benefits_calc.analysis.dated_records import AIM_EARLIER, Deadline
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.engine.dated.state import PAID

REGULATION = "https://www.legislation.gov.uk/uksi/2013/376/regulation/82"


def end_of_grace(run: Run, place: int, who: str) -> list[Deadline]:
    """Last days of grace after which the cap lowers the award; none while it never would."""
    manual = run.dated.manual
    held_off = manual.states.in_grace[:, place] & np.isin(manual.states.code[:, place], PAID)
    lowered = manual.awards.benefit_cap_reduction[:, place]
    calendar = manual.calendar_of(place)
    found = []
    for row in np.flatnonzero(held_off[:-1] & ~held_off[1:] & (lowered[1:] > 0)):
        by: date = calendar.period_ends[row].item()
        found.append(
            Deadline(
                by=by,
                aim_for=by - AIM_EARLIER,
                what="benefit_cap_grace_ends",
                who=who,
                tell="welfare_rights",
                rule=REGULATION,
                keeps=("universal_credit",),
                facts={"price_per_month": round(float(lowered[row + 1]), 2)},
            )
        )
    return found
