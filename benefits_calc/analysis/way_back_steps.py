"""What to do first when a job has ended or changed, and what claiming again late costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benefits_calc.analysis.dated_records import DatedMessage, Facts
from benefits_calc.analysis.requirements import ALL, NONE, requirements_now
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.case import Case
from benefits_calc.engine.conversions import DAYS_PER_MONTH
from benefits_calc.engine.dated.leaving_money import Redundancy, redundancy_pay
from benefits_calc.engine.dated.state import OPEN, PENNY
from benefits_calc.engine.dated.weekly import ESA
from benefits_calc.engine.system import parameter_at

RECLAIM_DAYS = "dwp.universal_credit.assessment_period.reclaim_days_after_job_ends"
RECLAIM_RULE = "https://www.legislation.gov.uk/uksi/2013/376/regulation/22A"
NEW_CLAIM_RULE = "https://www.legislation.gov.uk/uksi/2013/380/regulation/26"


@dataclass(frozen=True)
class Reclaim:
    """Claiming again, and what each day of waiting costs.

    Attributes:
        by: Last day that covers the whole period: seven days after the job ends.
        aim_for: Day to aim for.
        needed: Whether the award would have ended, so that it must be claimed again.
        price_per_day: About how much each day later costs, pounds.
        late_award: What the period would pay if claimed a fortnight after the last day, pounds.
        full_award: What it pays claimed in time.
        rule: The law.
    """

    by: date
    aim_for: date
    needed: bool
    price_per_day: float
    late_award: float
    full_award: float
    rule: str


def week_one(
    run: Run, scenario: int, kind: str, changes_on: date, settled: int
) -> tuple[DatedMessage, ...]:
    """What to do first, in order, with the days it is for."""
    case, states = run.dated.case, run.settled.states
    calendar = run.settled.calendar_of(scenario)
    facts: Facts = {"day": changes_on}
    codes = [f"tell_universal_credit_{kind}"] if case.universal_credit_claimed else []
    if kind == "job_ends":
        codes.append("ask_for_last_pay")
        codes += [_sanction_code(case)] if case.universal_credit_claimed else []
    if kind == "sickness":
        codes += ["tell_employer_sick", "fit_note"]
    line = case.claimant.new_style_esa
    if line is not None:
        codes += _esa_codes(run, scenario, changes_on)
    if run.local.housing_benefit.any() or run.local.council_tax_reduction.any():
        codes.append("tell_council" if case.universal_credit_claimed else "tell_council_of_pay")
    if case.claimant.carer is not None and case.claimant.carer.carers_allowance:
        codes.append("tell_carers_benefit")
    codes += ["help_with_money", "talk_to_someone"]
    found = [DatedMessage(code, facts) for code in codes]
    if case.universal_credit_claimed and settled < calendar.periods:
        rises = calendar.paid_on[settled].item()
        # What reaches the account, as in the table beside it.
        amount = float((states.award - states.deductions)[settled, scenario])
        found.insert(1, DatedMessage("rises_by_itself", {"day": rises, "amount": amount}))
    return tuple(found)


def _esa_codes(run: Run, scenario: int, changes_on: date) -> tuple[str, ...]:
    """The claimant's New Style ESA goes on, can be picked up, or has stopped for too long.

    Nothing of it once its days have run out: that is so with the job and without it.
    """
    weeks, mondays = run.dated.weeks, run.dated.calendar.weeks
    following = int(np.searchsorted(mondays, np.datetime64(changes_on), side="right"))
    week = min(following, len(mondays) - 1)
    usual = weeks.counted[ESA][:, 0, 0] > 0
    if not (weeks.esa_stopped[:, scenario, 0] & usual).any():
        return ("tell_esa_goes_on",) if usual[week] else ()
    if not usual[week]:
        return ()
    if not weeks.esa_gone[week, scenario, 0]:
        return ("tell_esa",)
    claimed = run.dated.case.universal_credit_claimed
    return ("esa_stopped_for_long" if claimed else "esa_stopped_for_long_claim",)


def _sanction_code(case: Case) -> str:
    """Leaving a job matters only to somebody asked to look for work (UC Regs Part 8)."""
    capability = case.worker.work_capability
    if capability in ("lcwra", "lcw"):
        return f"no_sanction_{capability}"
    found = requirements_now(case)
    return {ALL: "sanction_possible", NONE: "no_sanction_asked_nothing"}.get(
        found, "no_sanction_preparation"
    )


def reclaim(run: Run, scenario: int, ends: date) -> Reclaim | None:
    """Within seven days of the job ending, and what waiting costs (UC Regs reg 22A)."""
    if not run.dated.case.universal_credit_claimed:
        return None
    manual = run.dated.manual
    calendar = manual.calendar_of(scenario)
    period = int(calendar.period_of(np.array([np.datetime64(ends)]))[0])
    rows = slice(period, min(period + 2, calendar.periods))
    days = int(parameter_at(RECLAIM_DAYS, ends))
    by = ends + timedelta(days=days)
    anew = [calendar.period_starts[row].item() for row in calendar.begun_anew]
    # A new claim that waits for the last wage has a day of its own.
    by = next((day for day in anew if day > ends), by)
    late = np.datetime64(by + timedelta(days=2 * days))
    place = min(int(calendar.period_of(np.array([late]))[0]), calendar.periods - 1)
    full = float(manual.awards.universal_credit[place, scenario])
    left = int((calendar.period_ends[place] - late).astype(np.int64)) + 1
    return Reclaim(
        by=by,
        aim_for=ends + timedelta(days=1) if by <= ends + timedelta(days=days) else by,
        needed=bool((~np.isin(manual.states.code[rows, scenario], (OPEN, PENNY))).any()),
        price_per_day=round(full / DAYS_PER_MONTH, 2),
        late_award=round(full / DAYS_PER_MONTH * left, 2),
        full_award=full,
        rule=NEW_CLAIM_RULE if calendar.begun_anew else RECLAIM_RULE,
    )


def redundancy_of(run: Run, scenario: int) -> Redundancy | None:
    """Statutory redundancy pay of the job thought about, at its end in a line of life."""
    dated = run.dated
    for item in dated.employments:
        line = item.lines[scenario]
        if item.facts.is_offer and line is not None:
            return redundancy_pay(dated.case, item, dated.scenarios[scenario], line.last)
    return None


def redundancy_said(due: Redundancy | None) -> tuple[DatedMessage, ...]:
    """What it comes to, or after how many years it is due."""
    if due is None:
        return ()
    if not due.amount:
        return (DatedMessage("redundancy_not_due", {"years": float(due.years_needed)}),)
    return (DatedMessage("redundancy_due", {"amount": due.amount}),)
