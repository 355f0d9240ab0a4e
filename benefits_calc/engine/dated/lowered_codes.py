"""Tax codes that are automatic: lowered for taxable benefits, as a comparison lowers them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.dated.packets import Rows
from benefits_calc.engine.dated.scenario import Scenario
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job, now, together
from benefits_calc.rules.choices import TaxCodeKind


def with_lowered_codes(
    case: Case, rows: Rows, scenarios: tuple[Scenario, ...], columns: dict[str, NDArray[Any]]
) -> dict[str, NDArray[Any]]:
    """The columns with kind and number of each automatic code, at each scenario's hours.

    The code is that of the day of the case, for the whole run: HMRC is taken to know of the job.
    """
    jobs = [block.item.facts.job for block in rows.blocks]
    automatic = rows.of_blocks([job.tax_code_is_automatic for job in jobs])
    if not automatic.any():
        return columns
    claims = case.universal_credit_claimed
    hours = np.array([each.hours_per_week for each in scenarios if each.takes_job])
    points = now(claims_universal_credit=claims)
    if len(hours):
        points = together(points, in_job(hours, claims_universal_credit=claims))
    point = np.cumsum([each.takes_job for each in scenarios]) * [e.takes_job for e in scenarios]
    payroll = evaluate(case, points).payroll
    found = dict(columns)
    if payroll.simulation is None:
        return found
    place = rows.of_blocks([block.item.place for block in rows.blocks])
    at = place * points.count + point[rows.scenario]
    names = np.array(list(TaxCodeKind.__members__))
    kinds = names[payroll.simulation.person("tax_code_kind")]
    numbers = payroll.simulation.person("tax_code_number")
    found["tax_code_kind"] = np.where(automatic, kinds[at], columns["tax_code_kind"])
    found["tax_code_number"] = np.where(automatic, numbers[at], columns["tax_code_number"])
    return found
