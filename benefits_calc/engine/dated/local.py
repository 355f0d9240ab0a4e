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
from benefits_calc.case.moving import gets_housing_benefit, moved, moves_of
from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.council_tax import is_liable, is_reduction_claimed
from benefits_calc.engine.dated.award import Awards, with_savings
from benefits_calc.engine.dated.case_on import case_on
from benefits_calc.engine.dated.earnings import PeriodEarnings, WeekEarnings
from benefits_calc.engine.dated.homes import DayRows, rows_of_days
from benefits_calc.engine.dated.hospital import away_too_long_for_housing_benefit, without_rent
from benefits_calc.engine.dated.periods import WEEK, Calendar
from benefits_calc.engine.dated.rows import DatedRun, Given, Moment, last_day_held
from benefits_calc.engine.dated.state import CLOSED, NIL, PAID, States
from benefits_calc.engine.dated.steady_work import last_days_of_steady_work
from benefits_calc.engine.dated.weekly import ESA, JSA, Weeks, weekly_pay
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
    """Weekly amounts by row and scenario, pounds: a row for each week, then one for each move.

    Attributes:
        rows: Which row holds on which day.
        housing_benefit_by_row: Housing Benefit.
        housing_benefit_before_cap_by_row: The same before the benefit cap.
        extended_by_row: Whether it is paid as before for some weeks (HB Regs 2006 reg 73).
        means_tested_by_row: Whether the means test of Housing Benefit applies.
        council_tax_reduction: Council tax reduction, not rounded; 0 where it is not known.
        council_tax_bill: The bill for a month, before it.
        scottish_child_payment: Scottish Child Payment, by week alone.
        reduction_known: Whether the reduction is worked out in every week.
    """

    rows: DayRows
    housing_benefit_by_row: Floats
    housing_benefit_before_cap_by_row: Floats
    extended_by_row: Booleans
    means_tested_by_row: Booleans
    council_tax_reduction: Floats
    council_tax_bill: Floats
    scottish_child_payment: Floats
    reduction_known: bool

    @property
    def housing_benefit(self) -> Floats:
        """Housing Benefit by week, of the home on its Monday."""
        return self.housing_benefit_by_row[: len(self.rows.weeks)]

    @property
    def housing_benefit_means_tested(self) -> Booleans:
        """Weeks in which the means test applies."""
        return self.means_tested_by_row[: len(self.rows.weeks)]


def local_help(
    case: Case,
    calendar: Calendar,
    weeks: Weeks,
    earnings: tuple[PeriodEarnings, WeekEarnings],
    awards: Awards,
    states: States,
    more_savings: Floats,
) -> Local:
    """Work out what follows the award in every week; nothing at all where nothing is asked."""
    rows = rows_of_days(case, calendar)
    week = np.concatenate([np.arange(len(calendar.weeks)), _weeks_of_moves(rows)])
    scenarios = states.code.shape[1]
    nothing = np.zeros((len(week), scenarios))
    if not _is_asked(case):
        weekly, no = nothing[: len(calendar.weeks)], nothing.astype(bool)
        return Local(rows, nothing, nothing, no, no, nothing, nothing, weekly, True)
    period = np.clip(calendar.period_of(calendar.weeks), 0, calendar.periods - 1)[week]
    by_period, by_week = earnings
    moments = _moments(case, weeks, rows)
    given = Given(
        person=_person(calendar, weeks, by_period, by_week, (week, period)),
        unit=_unit(calendar, awards, states, period) | with_savings(moments, more_savings[week]),
        childcare_share=nothing,
    )
    run = DatedRun(moments, scenarios, given)
    known = np.asarray(run.unit("council_tax_reduction_is_known"), dtype=bool)
    liable = np.array([[is_liable(moment.case)] for moment in moments])
    claimed = np.array([[is_reduction_claimed(moment.case)] for moment in moments])
    bill = np.where(liable, run.unit("council_tax_bill"), 0.0)
    reduction = run.unit("council_tax_reduction_per_week")
    return Local(
        rows=rows,
        housing_benefit_by_row=run.unit("housing_benefit_per_week"),
        housing_benefit_before_cap_by_row=run.unit("housing_benefit_before_cap_per_week"),
        extended_by_row=nothing.astype(bool),
        means_tested_by_row=(
            np.asarray(run.unit("meets_housing_benefit_conditions"), dtype=bool)
            & ~np.asarray(run.unit("has_income_ignored_by_housing_benefit"), dtype=bool)
        ),
        council_tax_reduction=np.where(known & liable & claimed, reduction, 0.0),
        council_tax_bill=bill,
        scottish_child_payment=run.unit("scottish_child_payment_per_week")[: len(calendar.weeks)],
        reduction_known=bool((known | (bill == 0)).all()),
    )


def _weeks_of_moves(rows: DayRows) -> NDArray[np.int64]:
    """Place of the week that each move is in."""
    days = np.array([move.on for move in rows.moves], dtype="datetime64[D]")
    found: NDArray[np.int64] = ((days - rows.weeks[0]) // WEEK).astype(np.int64)
    return found


def _moments(case: Case, weeks: Weeks, rows: DayRows) -> list[Moment]:
    """The weeks, then the weeks of moves as they are from the day of the move."""
    held = last_day_held("council_tax_reduction")
    moved = [
        replace(weeks.moments[place], case=case_on(case, move.on))
        for place, move in zip(_weeks_of_moves(rows), rows.moves, strict=True)
    ]
    return [
        replace(moment, case=_housed(case, moment), rates_on=min(moment.day, held))
        for moment in (*weeks.moments, *moved)
    ]


def _housed(case: Case, moment: Moment) -> Case:
    """The case without rent to meet while its only adult is away for too long."""
    if not away_too_long_for_housing_benefit(case, moment.day):
        return moment.case
    return without_rent(moment.case)


def _is_asked(case: Case) -> bool:
    homes = [case, *(moved(case, event) for event in moves_of(case))]
    children = bool(case.children) or any(event.kind == "birth" for event in case.events)
    scottish_children = case.nation == "scotland" and children
    return scottish_children or any(gets_housing_benefit(at) or is_liable(at) for at in homes)


def _person(
    calendar: Calendar,
    weeks: Weeks,
    by_period: PeriodEarnings,
    by_week: WeekEarnings,
    places: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> dict[str, NDArray[Any]]:
    week, period = places
    found: dict[str, NDArray[Any]] = {
        name: values[week] for name, values in weekly_pay(by_week).items()
    }
    found["uc_employed_earnings"] = by_period.counted[period]
    found["is_in_paid_work"] = by_week.hours[week] > 0
    for line, amounts in weeks.counted.items():
        found[line] = to_penny(amounts[week] * WEEKS_PER_YEAR / MONTHS_PER_YEAR)
    if any(moment.case.home.tenure == "temporary" for moment in weeks.moments):
        last = last_days_of_steady_work(
            weeks.moments[0].case,
            calendar,
            by_week.hours,
            tuple(weeks.counted[line] for line in (ESA, JSA)),
        )
        # Where rates stand still at their last day, so does the day that weeks are counted to.
        held = np.datetime64(last_day_held("council_tax_reduction"))
        past = np.maximum(calendar.weeks - held, np.timedelta64(0, "D"))
        found["last_day_of_steady_work"] = (last - past[:, np.newaxis, np.newaxis])[week]
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
