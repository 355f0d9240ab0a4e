"""Money by its real dates: every stream of payments in and out, for all scenarios at once.

A stream pays on the same days in every scenario, or is a stream of one scenario's pay packets.
Days that nobody stated are taken as listed in `assumed_days`: weekly benefits on a Monday, in
four-weekly or fortnightly payments after the weeks they are for; what comes by the month on the
first. Money in comes before money out on a day.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.dated.award import adults_of
from benefits_calc.engine.dated.cycles import Cycle, Settled
from benefits_calc.engine.dated.local import Local
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.outgoings import costs_of
from benefits_calc.engine.dated.periods import DAY, WEEK, Days
from benefits_calc.engine.dated.state import CLOSED, NIL, NOT_CLAIMED, STATES
from benefits_calc.engine.dated.streams import Stream, inside, monthly
from benefits_calc.engine.dated.tax_on_benefits import tax_streams
from benefits_calc.engine.income import OWN_LINES, incomes
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.conversions import DAYS_PER_WEEK
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.working_days import working_day_on_or_before

Whole = NDArray[np.int64]
TRIES = "dwp.universal_credit.assessment_period.deemed_claims_after_nil_award"
SECOND_PAYMENT_DAYS = "dwp.universal_credit.assessment_period.second_payment_days_later"
# Weeks that one payment is for. Payments come on the Monday after them.
WEEKS_PER_PAYMENT = {
    "new_style_esa": 2,
    "new_style_jsa": 2,
    "carers_allowance": 4,
    "carer_support_payment": 4,
    "scottish_carer_supplement": 4,
    "carer_additional_person_payment": 4,
    "pip": 4,
    "adult_disability_payment": 4,
    "disability_living_allowance": 4,
    "child_disability_payment": 4,
    "attendance_allowance": 4,
    "child_benefit": 4,
    "guardians_allowance": 4,
    "scottish_child_payment": 4,
    "housing_benefit": 1,
}
# Reasons of a pay packet, in the order of its kinds.
WAGE_WHY = ("usual_wage", "first_wage", "last_wage", "only_wage", "redundancy_pay")


def streams_of(dated: Dated, settled: Settled, local: Local) -> tuple[Stream, ...]:
    """Every stream of a simulation, with Universal Credit as `settled` has it."""
    found = [
        *_wages(dated),
        *_universal_credit(dated, settled),
        *_weekly_benefits(dated, local),
        *_stated_income(dated),
        *_trade(dated, settled),
        *costs_of(dated, local),
        *tax_streams(dated),
    ]
    return tuple(stream for stream in found if stream.amounts.size)


def _wages(dated: Dated) -> list[Stream]:
    slips = dated.payslips
    first, last = np.datetime64(dated.calendar.first_day), np.datetime64(dated.calendar.last_day)
    slips_shown = (slips.paid_on >= first) & (slips.paid_on <= last)
    worker = 0 if dated.case.worker is dated.case.claimant else 1
    found = []
    for scenario in range(len(dated.scenarios)):
        for person in (0, 1):
            rows = np.flatnonzero(
                slips_shown & (slips.scenario == scenario) & (slips.person == person)
            )
            if not len(rows):
                continue
            mine = slips.where(rows)
            found.append(
                Stream(
                    what="wage" if person == worker else "partner_wage",
                    source="net_pay" if person == worker else "partner_net_pay",
                    days=mine.paid_on,
                    amounts=mine.net[:, np.newaxis],
                    why=np.array(WAGE_WHY, dtype=object)[mine.kind][:, np.newaxis],
                    facts={
                        "gross": mine.gross,
                        "income_tax": mine.income_tax,
                        "national_insurance": mine.national_insurance,
                        "employee_pension": mine.employee_pension,
                        "student_loan": mine.student_loan,
                        "statutory_sick_pay": mine.statutory_sick_pay,
                        "holiday_pay": mine.holiday_pay,
                        "counted_for_universal_credit": mine.uc_earned_income,
                        "work_from": mine.work_from,
                        "work_to": mine.work_to,
                        "due_on": mine.due_on,
                    },
                    only=scenario,
                )
            )
    return found


def _universal_credit(dated: Dated, settled: Settled) -> list[Stream]:
    """Awards on their days, each scenario's by the assessment periods of its own claims."""
    if (settled.states.code == NOT_CLAIMED).all():
        return []
    return [stream for cycle in settled.cycles for stream in _of_cycle(dated, cycle)]


def _of_cycle(dated: Dated, cycle: Cycle) -> list[Stream]:
    """Awards of the scenarios of one cycle; nothing in the others' columns."""
    states, calendar, awards = cycle.states, cycle.calendar, cycle.awards
    mine = np.zeros(states.code.shape[1], dtype=bool)
    mine[cycle.columns] = True
    packets = cycle.earnings.packets.sum(axis=2)
    payment = np.where(mine, to_penny(states.award - states.deductions), 0.0)
    code = np.array(STATES, dtype=object)[states.code]
    lowered = np.where(awards.uc_earnings_deduction > 0, "wages_counted", "wages_below_allowance")
    anew = np.maximum.accumulate(states.lost, axis=0)
    nothing_counted = np.where(anew, "no_wages_in_new_claim", "no_wages_counted")
    counted = np.where(packets > 0, lowered, nothing_counted).astype(object)
    why = np.where(np.isin(code, ("open",)), counted, code)
    saved = np.isin(states.code, (NIL, CLOSED)) & ~states.for_income
    why = np.where(saved & awards.has_too_much_capital.astype(bool), "savings_over_limit", why)
    facts = {
        "period_from": calendar.period_starts,
        "period_to": calendar.period_ends,
        "wages_counted": packets,
        "wage_moved": cycle.earnings.moved.any(axis=2),
        "earned_income": awards.uc_earned_income,
        "maximum": awards.uc_maximum_amount,
        "award": states.award,
        "deductions": states.deductions,
        "state": code,
        "claimed_on": states.claimed_on,
        "surplus_earnings": states.surplus,
    }
    # Nothing is worth saying while the claim may still be tried again; not for years after.
    tries = int(parameter_at(TRIES, calendar.first_day))
    nothing = np.isin(states.code, (NIL, CLOSED)) & (states.months_nil <= tries) & mine
    days = calendar.paid_on
    award = dated.case.benefits_now.universal_credit if dated.case.benefits_now else None
    twice = award is not None and award.paid == "twice_monthly"
    half = to_penny(payment / 2) if twice else payment
    first = Stream(
        "universal_credit_first_half" if twice else "universal_credit_payment",
        "universal_credit",
        days,
        half,
        why,
        facts,
        shown_at_nothing=nothing,
    )
    if not twice:
        return [inside(dated, first)]
    later = int(parameter_at(SECOND_PAYMENT_DAYS, calendar.first_day))
    second = Stream(
        "universal_credit_second_half",
        "universal_credit",
        working_day_on_or_before(days + later * DAY, dated.case.nation),
        to_penny(payment - half),
        why,
        facts,
    )
    return [inside(dated, first), inside(dated, second)]


def payment_weeks(dated: Dated, per: int) -> tuple[Days, Whole]:
    """Mondays on which a cycle pays, and the place of the first of its weeks.

    One of the payments falls on the Monday after the day that the case is for.
    """
    weeks = dated.calendar.weeks
    anchor = (np.datetime64(dated.case.as_at) - weeks[0]) // WEEK + 1
    places = np.arange(len(weeks) + 1)
    ends = places[(places - anchor) % per == 0]
    ends = ends[ends >= per]
    mondays = weeks[0] + ends * WEEK
    return mondays, ends - per


def _weekly_benefits(dated: Dated, local: Local) -> list[Stream]:
    amounts = dict(dated.weeks.family)
    amounts["scottish_child_payment"] = local.scottish_child_payment
    amounts["housing_benefit"] = local.housing_benefit
    found = []
    for line, per in WEEKS_PER_PAYMENT.items():
        weekly = amounts[line]
        if line == "housing_benefit" and local.housing_benefit_by_row.any():
            found.append(_in_step_with_rent(dated, local))
            continue
        if not weekly.any():
            continue
        mondays, first = payment_weeks(dated, per)
        whole = np.concatenate([np.zeros((1, weekly.shape[1])), np.cumsum(weekly, axis=0)])
        paid = to_penny(whole[np.minimum(first + per, len(weekly))] - whole[first])
        days = working_day_on_or_before(mondays, dated.case.nation)
        facts = {"weeks_from": mondays - per * WEEK, "weeks_to": mondays - DAY}
        found.append(
            inside(dated, Stream(f"{line}_payment", line, days, paid, "weekly_rate", facts))
        )
    return found


def _in_step_with_rent(dated: Dated, local: Local) -> Stream:
    """Housing Benefit for each week on its Monday, as the rent of the week falls due.

    For a home moved to in the middle of a week, on the day of the move for the rest of it.
    """
    weeks = dated.calendar.weeks
    every = np.arange(weeks[0], weeks[-1] + WEEK)
    rows = local.rows.at(every, housing_benefit=True)
    begins = np.flatnonzero(np.diff(rows, prepend=-1))
    days, row = every[begins], rows[begins]
    count = np.diff(begins, append=len(every))
    tested = local.means_tested_by_row[row]
    why = np.where(tested, "means_test", "weekly_rate").astype(object)
    why = np.where(local.extended_by_row[row], "extended_payment", why)
    facts = {"weeks_from": days, "weeks_to": days + (count - 1) * DAY}
    paid = to_penny(local.housing_benefit_by_row[row] * (count / DAYS_PER_WEEK)[:, np.newaxis])
    return inside(
        dated,
        Stream("housing_benefit_payment", "housing_benefit", days, paid, why, facts),
    )


def _stated_income(dated: Dated) -> list[Stream]:
    """Income as stated, on the first of the month, by line."""
    months = dated.calendar.firsts
    by_line: dict[str, list[float]] = {}
    stated = incomes(dated.case)
    for income in stated:
        line = income.kind if income.kind in OWN_LINES else "other_income"
        by_line.setdefault(line, [0.0] * len(months))
    for place, month in enumerate(months.astype(object)):
        for income in incomes(dated.case.model_copy(update={"as_at": month})):
            line = income.kind if income.kind in OWN_LINES else "other_income"
            by_line.setdefault(line, [0.0] * len(months))[place] += income.per_month
    scenarios = len(dated.scenarios)
    return [
        monthly(dated, f"{line}_payment", line, np.tile(np.array([amounts]).T, (1, scenarios)))
        for line, amounts in by_line.items()
    ]


def _trade(dated: Dated, settled: Settled) -> list[Stream]:
    """A trade's takings after tax, on the first of the month."""
    if all(person is None or person.self_employment is None for person in adults_of(dated.case)):
        return []
    net = settled.awards.run.family("self_employment_net")
    places = np.clip(dated.calendar.period_of(dated.calendar.firsts), 0, dated.calendar.periods - 1)
    return [monthly(dated, "self_employment_income", "self_employment_net", net[places])]
