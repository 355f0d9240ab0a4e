"""Help that follows the award: Housing Benefit, council tax reduction, Scottish Child Payment.

Each benefit week looks at the assessment period that holds its Monday: while there is an award the
council ignores earnings; in a nil period the means test applies (HB Regs 2006 reg 2(3B) and Part
6), and no rule bridges it, Scotland's council tax apart (SSI 2025/24 regs 9 and 10).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.case import Case
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.council_tax import is_liable, is_reduction_claimed
from benefits_calc.engine.dated.award import Awards
from benefits_calc.engine.dated.earnings import PeriodEarnings, WeekEarnings
from benefits_calc.engine.dated.periods import Calendar
from benefits_calc.engine.dated.rows import DatedRun, Given, last_day_held
from benefits_calc.engine.dated.state import CLOSED, NIL, PAID, States
from benefits_calc.engine.dated.weekly import Weeks, weekly_pay
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.conversions import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from benefits_calc.rules.rounding import to_penny

Booleans = NDArray[np.bool_]
UC = "dwp.universal_credit"
# Figures of the award that councils take from DWP, as they are in the period of the week.
AS_IN_AWARD = (
    "uc_earned_income",
    "uc_unearned_income",
    "uc_tariff_income",
    "uc_maximum_amount",
    "uc_lcwra_element",
    "uc_child_element",
    "uc_disabled_child_element",
    "uc_childcare_element",
    "uc_carer_element",
    "uc_housing_costs_element",
)
ONLY_WITH_AWARD = ("uc_award_before_cap", "benefit_cap_reduction", "universal_credit")


@dataclass(frozen=True)
class Local:
    """Weekly amounts by week and scenario, pounds.

    Attributes:
        housing_benefit: Housing Benefit.
        council_tax_reduction: Council tax reduction, not rounded; 0 where it is not known.
        council_tax_bill: The bill for a month, before it.
        scottish_child_payment: Scottish Child Payment.
        reduction_known: Whether the reduction is worked out in every week.
        housing_benefit_means_tested: Weeks in which the means test applies.
    """

    housing_benefit: Floats
    council_tax_reduction: Floats
    council_tax_bill: Floats
    scottish_child_payment: Floats
    reduction_known: bool
    housing_benefit_means_tested: Booleans


def local_help(
    case: Case,
    calendar: Calendar,
    weeks: Weeks,
    earnings: tuple[PeriodEarnings, WeekEarnings],
    awards: Awards,
    states: States,
) -> Local:
    """Work out what follows the award in every week; nothing at all where nothing is asked."""
    scenarios = states.code.shape[1]
    nothing = np.zeros((len(weeks.moments), scenarios))
    if not _is_asked(case):
        return Local(nothing, nothing, nothing, nothing, True, nothing.astype(bool))
    period = np.clip(calendar.period_of(calendar.weeks), 0, calendar.periods - 1)
    by_period, by_week = earnings
    given = Given(
        person=_person(weeks, by_period, by_week, period),
        unit=_unit(calendar, awards, states, period),
        works=nothing.astype(bool),
    )
    held = last_day_held("council_tax_reduction")
    moments = [replace(moment, rates_on=min(moment.day, held)) for moment in weeks.moments]
    run = DatedRun(moments, scenarios, given)
    claimed = is_reduction_claimed(case)
    known = np.asarray(run.unit("council_tax_reduction_is_known"), dtype=bool)
    liable = is_liable(case)
    return Local(
        housing_benefit=run.unit("housing_benefit_per_week"),
        council_tax_reduction=(
            np.where(known, run.unit("council_tax_reduction_per_week"), 0.0)
            if claimed and liable
            else nothing
        ),
        council_tax_bill=run.unit("council_tax_bill") if liable else nothing,
        scottish_child_payment=run.unit("scottish_child_payment_per_week"),
        reduction_known=bool(known.all() or (run.unit("council_tax_bill") == 0).all()),
        housing_benefit_means_tested=(
            np.asarray(run.unit("meets_housing_benefit_conditions"), dtype=bool)
            & ~np.asarray(run.unit("has_income_ignored_by_housing_benefit"), dtype=bool)
        ),
    )


def _is_asked(case: Case) -> bool:
    homes = [case.home, *(event.home for event in case.events if event.home is not None)]
    with_housing_benefit = any(home.tenure in ("supported", "temporary") for home in homes)
    children = bool(case.children) or any(event.kind == "birth" for event in case.events)
    scottish_children = case.nation == "scotland" and children
    return with_housing_benefit or scottish_children or is_liable(case)


def _person(
    weeks: Weeks, by_period: PeriodEarnings, by_week: WeekEarnings, period: NDArray[np.int64]
) -> dict[str, NDArray[Any]]:
    found: dict[str, NDArray[Any]] = dict(weekly_pay(by_week))
    found["uc_employed_earnings"] = by_period.counted[period]
    found["is_in_paid_work"] = by_week.hours > 0
    for line, amounts in weeks.counted.items():
        found[line] = to_penny(amounts * WEEKS_PER_YEAR / MONTHS_PER_YEAR)
    return found


def _unit(
    calendar: Calendar, awards: Awards, states: States, period: NDArray[np.int64]
) -> dict[str, NDArray[Any]]:
    paid = np.isin(states.code, PAID)
    found: dict[str, NDArray[Any]] = {name: getattr(awards, name)[period] for name in AS_IN_AWARD}
    found |= {name: np.where(paid, getattr(awards, name), 0.0)[period] for name in ONLY_WITH_AWARD}
    tries = int(
        parameter_at(f"{UC}.assessment_period.deemed_claims_after_nil_award", calendar.first_day)
    )
    # Nil for income, in the months that DWP may treat as claimed (SSI 2025/24 regs 9 and 10).
    bridged = np.isin(states.code, (NIL, CLOSED)) & states.for_income & (states.months_nil <= tries)
    found["has_bridged_nil_universal_credit_award"] = bridged[period]
    return found
