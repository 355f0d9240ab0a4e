"""Clocks that a nil period, the end of a job or a stopped benefit starts, as dated deadlines.

Every deadline is worked out as if the claim must be made again by hand (the automatic way is a
power of DWP's, not a right). `by` is the last lawful day and `aim_for` a week before it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from benefits_calc.analysis.dated_records import AIM_EARLIER, Deadline, Facts
from benefits_calc.analysis.timeline_cap import end_of_grace
from benefits_calc.analysis.timeline_extended import extended_deadlines
from benefits_calc.analysis.timeline_moves import move_deadlines
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.engine.conversions import DAYS_PER_MONTH
from benefits_calc.engine.dated.periods import months_later
from benefits_calc.engine.dated.state import CLOSED, NIL, PAID, RECLAIMED, RETRIED
from benefits_calc.engine.dated.weekly import ESA
from benefits_calc.engine.system import parameter_at

UC = "dwp.universal_credit"
MORTGAGE_LOAN = "dwp.mortgage_interest_loan.restart_months"
ESA_LINKING = "dwp.employment_and_support_allowance.linking_weeks"
UC_REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"
CLAIMS = "https://www.legislation.gov.uk/uksi/2013/380/regulation/"
# In the facts of a deadline: no award in the next period either.
CLOSED_AGAIN = "closed_again"
# Reasons for the higher LCWRA amount that a break does not end (UC Regs reg 40A).
RATE_IN_ANY_CLAIM = ("severe", "terminal")


def clocks_from(run: Run, place: int, period: int | None) -> dict[str, date]:
    """Last days of the clocks that run in a period, by what they keep."""
    found: dict[str, date] = {}
    states = run.settled.states
    if period is not None and states.code[period, place] in (NIL, CLOSED):
        found |= _nil_clocks(run, place, period)
    stopped = _esa_stopped(run, place)
    if stopped is not None:
        weeks = int(parameter_at(ESA_LINKING, stopped))
        found["new_style_esa"] = stopped + timedelta(weeks=weeks, days=-1)
    return found


def _nil_clocks(run: Run, place: int, period: int) -> dict[str, date]:
    """The clocks of a nil spell; none where it began for savings (reg 27A, 28; TP Regs 57)."""
    states = run.settled.states
    since = states.first_nil[period, place]
    if np.isnat(since):
        return {}
    first: date = since.item()
    keeps: dict[str, date] = {}
    same = int(parameter_at(f"{UC}.assessment_period.same_periods_reclaim_months", first))
    keeps["same_periods"] = months_later(first, same) - timedelta(days=1)
    if not states.for_income[period, place]:
        return keeps
    months = int(parameter_at(f"{UC}.lcwra.waiting_reaward_gap_months", first))
    rate = int(parameter_at(f"{UC}.lcwra.pre_2026_gap_months", first))
    keeps["health_element"] = months_later(first, months) - timedelta(days=1)
    keeps["protected_rate"] = months_later(first, rate) - timedelta(days=1)
    # Three months that begin with the last day of the first nil period.
    last_of_first = months_later(first, 1) - timedelta(days=1)
    loan = int(parameter_at(MORTGAGE_LOAN, first))
    keeps["mortgage_loan"] = months_later(first, loan) - timedelta(days=1)
    revive = int(parameter_at(f"{UC}.transitional.reaward_months", first))
    keeps["transitional_element"] = months_later(last_of_first, revive) - timedelta(days=1)
    return keeps


def _esa_stopped(run: Run, place: int) -> date | None:
    """First day of the first week in which work keeps New Style ESA from being paid."""
    weeks = run.dated.weeks
    # Once its days have run out there is nothing that work keeps from being paid.
    stopped = (weeks.esa_stopped[:, place] & (weeks.counted[ESA][:, 0] > 0)).any(axis=1)
    if not stopped.any():
        return None
    found: date = run.dated.calendar.weeks[int(np.argmax(stopped))].item()
    return found


def deadlines_of(
    run: Run, place: int, start: date | None, ends: date | None
) -> tuple[Deadline, ...]:
    """Every dated deadline of one line, earliest first."""
    moves = move_deadlines(run.dated, place, _who(run))
    if start is None:
        return tuple(sorted(moves, key=lambda item: (item.by, item.what)))
    found = [
        *moves,
        *extended_deadlines(run, place, _who(run)),
        *_after_nil(run, place),
        *_after_job(run, place, ends),
        *_first_days(run, place),
        *_new_claims(run, place, ends),
        *end_of_grace(run, place, _who(run)),
        *_esa(run, place),
    ]
    shown = [item for item in found if item.by >= run.dated.calendar.first_day]
    return tuple(sorted(shown, key=lambda item: (item.by, item.what)))


def _who(run: Run) -> str:
    return "appointee" if run.dated.case.claimant.appointee else "claimant"


def _aim(by: date, not_before: date) -> date:
    return max(by - AIM_EARLIER, min(not_before, by))


def _after_nil(run: Run, place: int) -> list[Deadline]:
    found = []
    states, calendar = run.dated.manual.states, run.dated.manual.calendar_of(place)
    # DWP tries again only after income ended an award, and savings over the limit bar any claim.
    for row in np.flatnonzero((states.code[:, place] == NIL) & states.for_income[:, place]):
        told: date = calendar.paid_on[row].item()
        found.append(
            Deadline(
                by=told,
                aim_for=told,
                what="look_at_journal",
                who=_who(run),
                tell="universal_credit",
                rule=f"{CLAIMS}32A",
                keeps=("universal_credit",),
                certainty="dwp_decision",
                facts={
                    "period_from": calendar.period_starts[row].item(),
                    "period_to": calendar.period_ends[row].item(),
                    **_while_wages_go_on(states.code[row + 1 : row + 2, place]),
                },
            )
        )
        clocks = _nil_clocks(run, place, int(row)) if row < calendar.periods else {}
        paid = np.flatnonzero(np.isin(states.code[row:, place], PAID))
        for item in _claims_by(run, clocks, told):
            again: Facts = {}
            # An award that begins only after the last day is none to hurry for.
            if len(paid) and calendar.period_starts[row + paid[0]] <= np.datetime64(item.by):
                again = {"paid_again": calendar.paid_on[row + paid[0]].item()}
            found.append(replace(item, facts={**item.facts, **again}))
    return found


def _while_wages_go_on(following: NDArray[np.int8]) -> dict[str, str]:
    """Whether wages take the next period to nothing as well, so that a claim then pays nothing."""
    return {"then": CLOSED_AGAIN} if (following == CLOSED).any() else {}


def _claims_by(run: Run, clocks: dict[str, date], told: date) -> list[Deadline]:
    """What each clock keeps; the transitional element's, the shortest, comes first."""
    case = run.dated.case
    capability = case.claimant.work_capability
    award = case.benefits_now.universal_credit if case.benefits_now else None
    element = award.transitional_element if award else None
    wanted = []
    if element is not None and element.amount > 0:
        wanted.append(
            ("transitional_element", "https://www.legislation.gov.uk/uksi/2014/1230/regulation/57")
        )
    if capability == "lcwra":
        wanted.append(("health_element", f"{UC_REGULATIONS}28"))
        basis = case.claimant.health_element_basis
        if case.claimant.health_element != "standard" and basis not in (*RATE_IN_ANY_CLAIM, "new"):
            wanted.append(("protected_rate", f"{UC_REGULATIONS}27A"))
    if capability == "lcw":
        wanted.append(
            (
                "health_element",
                "https://www.legislation.gov.uk/uksi/2017/204/schedule/2/paragraph/8",
            )
        )
    if case.home.mortgage_interest_loan is not None:
        wanted.append(
            ("mortgage_loan", "https://www.legislation.gov.uk/uksi/2017/725/regulation/9")
        )
    wanted.append(("same_periods", f"{UC_REGULATIONS}21"))
    return [
        Deadline(
            by=clocks[name],
            aim_for=_aim(clocks[name], told),
            what=f"claim_to_keep_{name}",
            who=_who(run),
            tell="universal_credit",
            rule=rule,
            keeps=(name,),
            certainty="rule" if name != "protected_rate" else "dwp_decision",
            facts=_price(run, name, clocks[name]),
        )
        for name, rule in wanted
        if name in clocks
    ]


def _price(run: Run, name: str, by: date) -> dict[str, float]:
    """What missing a deadline costs a month, where that is one figure."""
    protected = parameter_at(f"{UC}.lcwra.protected", by)
    standard = parameter_at(f"{UC}.lcwra.standard", by)
    award = run.dated.case.benefits_now.universal_credit if run.dated.case.benefits_now else None
    if name == "protected_rate":
        return {"price_per_month": round(protected - standard, 2)}
    if name == "transitional_element" and award and award.transitional_element:
        return {"price_per_month": award.transitional_element.amount}
    return {}


def _after_job(run: Run, place: int, ends: date | None) -> list[Deadline]:
    """Within seven days of the job ending, where the award is not open then (reg 22A)."""
    states, calendar = run.dated.manual.states, run.dated.manual.calendar_of(place)
    if ends is None or ends > calendar.last_day:
        return []
    period = int(calendar.period_of(np.array([np.datetime64(ends)]))[0])
    if period < 0:
        return []
    rows = states.code[period : period + 3, place]
    if any(period < anew <= period + 2 for anew in calendar.begun_anew):
        return []
    not_open = np.isin(rows, (NIL, CLOSED, RECLAIMED, RETRIED)).any()
    if not not_open:
        return []
    days = int(parameter_at(f"{UC}.assessment_period.reclaim_days_after_job_ends", ends))
    by = ends + timedelta(days=days)
    following = min(period + 1, calendar.periods - 1)
    full = float(run.dated.manual.awards.universal_credit[following, place])
    return [
        Deadline(
            by=by,
            aim_for=ends + timedelta(days=1),
            what="reclaim_after_job_ends",
            who=_who(run),
            tell="universal_credit",
            rule=f"{UC_REGULATIONS}22A",
            keeps=("universal_credit",),
            can_be_extended=True,
            facts={"price_per_day": round(full / DAYS_PER_MONTH, 2)},
        )
    ]


def _first_days(run: Run, place: int) -> list[Deadline]:
    """Out of work for longer than seven days, a claim covers the period only from its day on."""
    states, calendar = run.dated.manual.states, run.dated.manual.calendar_of(place)
    found = []
    for row in np.flatnonzero(states.code[:, place] == RECLAIMED):
        full = float(run.dated.manual.awards.universal_credit[row, place])
        if states.award[row, place] >= full:
            continue
        first: date = calendar.period_starts[row].item()
        found.append(
            Deadline(
                by=first,
                aim_for=first,
                what="claim_on_first_day",
                who=_who(run),
                tell="universal_credit",
                rule=f"{UC_REGULATIONS}22A",
                keeps=("universal_credit",),
                can_be_extended=True,
                facts={"price_per_day": round(full / DAYS_PER_MONTH, 2)},
            )
        )
    return found


def _new_claims(run: Run, place: int, ends: date | None) -> list[Deadline]:
    """A claim too late for the old days: paid from its own day, and first a month after it."""
    manual = run.dated.manual
    calendar = manual.calendar_of(place)
    found = []
    for row in calendar.begun_anew:
        by: date = calendar.period_starts[row].item()
        paid = np.flatnonzero(manual.states.award[row:, place] > 0)
        if not len(paid):
            continue
        first = row + int(paid[0])
        full = float(manual.states.award[first, place])
        found.append(
            Deadline(
                by=by,
                aim_for=ends + timedelta(days=1) if ends and by - AIM_EARLIER <= ends < by else by,
                what="new_claim",
                who=_who(run),
                tell="universal_credit",
                rule=f"{CLAIMS}26",
                keeps=("universal_credit",),
                can_be_extended=True,
                facts={
                    "price_per_day": round(full / DAYS_PER_MONTH, 2),
                    "first_payment": calendar.paid_on[first].item(),
                },
            )
        )
    return found


def _esa(run: Run, place: int) -> list[Deadline]:
    stopped = _esa_stopped(run, place)
    if stopped is None:
        return []
    by = clocks_from(run, place, None)["new_style_esa"]
    return [
        Deadline(
            by=by,
            aim_for=_aim(by, stopped),
            what="claim_esa_again",
            who=_who(run),
            tell="esa",
            rule="https://www.legislation.gov.uk/uksi/2013/379/regulation/86",
            keeps=("new_style_esa",),
            certainty="dwp_decision",
        )
    ]
