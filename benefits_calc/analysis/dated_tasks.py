"""Days and tasks that only the months around the start can tell: pay days, nil periods, clocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from benefits_calc.analysis.dated_records import CashEvent, Line
from benefits_calc.analysis.timeline import timeline
from benefits_calc.case import Case
from benefits_calc.engine.system import parameter_at

NIL, CLOSED, PENNY = "nil", "closed", "penny"
LOOK, ESA_AGAIN = "look_at_journal", "claim_esa_again"
KEEPS = "claim_to_keep_"
HOUSING_BENEFIT = "housing_benefit"
NHS_LIMIT = "passported.nhs.universal_credit_earnings_limit"

Facts = dict[str, str | date | tuple[date, ...]]


def job_months(case: Case) -> Line | None:
    """The months of the job at its offered hours; none where its first day is not given."""
    job = case.job
    if job is None or job.starts is None or not job.hours_per_week:
        return None
    return timeline(case, before=0).lines[0]


def dated_flags(case: Case, line: Line) -> Iterator[str]:
    """What is true of the months, by name."""
    if any(item.what == LOOK for item in line.deadlines):
        yield "nil_period"
    if any(item.what == ESA_AGAIN for item in line.deadlines):
        yield "esa_clock"
    over = over_nhs_limit(case, line)
    if over:
        every = sum(period.ends >= over[0] for period in line.periods) == len(over)
        yield "pay_over_nhs_limit_from_then_on" if every else "pay_over_nhs_limit_at_times"
    stretches = lower_rent_help(line)
    if stretches:
        back = stretches[0][1] is not None
        yield "housing_benefit_falls_at_times" if back else "housing_benefit_falls_from_then_on"


def dated_anchors(line: Line) -> dict[str, date | None]:
    """Days from which the times of tasks run."""
    wages = [event.day for event in line.cash if event.what == "wage"]
    after = [day for day in wages if line.starts_on is not None and day >= line.starts_on]
    looks = [item.by for item in line.deadlines if item.what == LOOK]
    again = [item.by for item in line.deadlines if item.what == ESA_AGAIN]
    return {
        "first_pay": min(after, default=None),
        "nil_statement": min(looks, default=None),
        "esa_clock": min(again, default=None),
        "rent_help_falls": min((start for start, _, _ in lower_rent_help(line)), default=None),
    }


def dated_facts(code: str, case: Case, line: Line) -> Facts:
    """What the sentence of a task needs from the months."""
    if code == "journal_check":
        looks = tuple(item.by for item in line.deadlines if item.what == LOOK)
        clocks = [item.by for item in line.deadlines if item.what.startswith(KEEPS)]
        return {"dates": looks, "claim_by": min(clocks, default=looks[0])}
    if code in ("council_in_nil_months", "council_lower_rent_help"):
        return _rent_help_facts(line)
    limit = f"£{_nhs_limit(case):,.0f}"
    if code == "prescriptions_not_free":
        return {"ends": over_nhs_limit(case, line), "limit": limit}
    if code == "prescriptions_end":
        return {"end": over_nhs_limit(case, line)[0], "limit": limit}
    return {}


def _rent_help_facts(line: Line) -> Facts:
    stretches = lower_rent_help(line)
    paid = [event.amount for event in line.cash if event.source == HOUSING_BENEFIT]
    return {
        "lower_from": tuple(start for start, _, _ in stretches),
        "back_from": tuple(end for _, end, _ in stretches if end is not None),
        "amount": f"£{stretches[0][2]:,.0f}",
        "a_week": f"£{max(paid) - min(paid):,.0f}",
    }


def over_nhs_limit(case: Case, line: Line) -> tuple[date, ...]:
    """Last days of the periods whose take-home pay is over the limit for free prescriptions."""
    if not line.periods:
        return ()
    limit = _nhs_limit(case)
    after = line.starts_on or date.min
    return tuple(p.ends for p in line.periods if p.ends >= after and p.earned_income > limit)


def _nhs_limit(case: Case) -> float:
    day = case.as_at or date.min
    return parameter_at(NHS_LIMIT + ("_with_child_or_limited_capability" * has_higher(case)), day)


def has_higher(case: Case) -> bool:
    """Whether the higher limit for help with NHS costs holds: a child, or a finding on health."""
    people = [case.claimant] + ([case.partner] if case.partner else [])
    return bool(case.children) or any(p.work_capability in ("lcw", "lcwra") for p in people)


def lower_rent_help(line: Line) -> list[tuple[date, date | None, float]]:
    """Stretches of lower Housing Benefit: first Monday, the Monday it is back, pounds lost."""
    paid = [event for event in line.cash if event.source == HOUSING_BENEFIT]
    if not paid:
        return []
    usual = max(event.amount for event in paid)
    found: list[tuple[date, date | None, float]] = []
    start: date | None = None
    lost = 0.0
    for event in paid:
        if event.amount < usual and start is None:
            start, lost = _from(event), 0.0
        if event.amount < usual:
            lost += usual - event.amount
        elif start is not None:
            found.append((start, _from(event), round(lost, 2)))
            start = None
    if start is not None:
        found.append((start, None, round(lost, 2)))
    return found


def _from(event: CashEvent) -> date:
    """First day of the weeks that a payment is for."""
    day = event.facts.get("weeks_from", event.day)
    return day if isinstance(day, date) else event.day
