"""Hours that change from week to week, against limits that look at a week.

New Style ESA averages hours over a whole cycle of work, and looks at the pay of any week (ESA
Regs 2013 reg 39(1)(c), (2)); a carer's benefit looks at a week's pay, which DWP may average over
a recognisable cycle (SI 1996/2745 reg 8(3)); Housing Benefit averages (HB Regs 2006 reg 29).
Pay of a longer period is spread over its weeks, so a busy week counts with those paid with it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benefits_calc.analysis.assumptions import Assumption
from benefits_calc.case import Case
from benefits_calc.case.job import Job
from benefits_calc.engine.evaluate import Outcome, evaluate
from benefits_calc.engine.points import in_job
from benefits_calc.engine.system import parameter_at

# Weeks whose pay comes together; a month is taken as its four whole weeks.
WEEKS_PAID_TOGETHER = {"weekly": 1, "fortnightly": 2, "four_weekly": 4, "monthly": 4}
AVERAGE, BUSIEST = 0, 1
SAME_HOURS = 0.005
CARERS_LIMIT = "dwp.carers_allowance.earnings_limit_per_week"


@dataclass(frozen=True)
class Cycle:
    """Weeks of work that come again and again.

    Attributes:
        weeks: How many weeks the cycle has.
        average: Hours a week over all of it, weeks off included.
        low: Hours of its quietest week.
        high: Hours of its busiest week.
        most_paid_together: Hours a week of the busiest run of weeks that are paid together.
    """

    weeks: int
    average: float
    low: float
    high: float
    most_paid_together: float


def cycle_of(job: Job) -> Cycle | None:
    """The cycle of a job's uneven hours; None where hours are even or settle for good."""
    steps = job.pattern or ()
    if not steps or steps[-1].weeks == "repeat":
        return None
    runs = [np.full(step.weeks, step.hours) for step in steps if isinstance(step.weeks, int)]
    hours = np.concatenate(runs)
    if hours.max() - hours.min() < SAME_HOURS:
        return None
    together = WEEKS_PAID_TOGETHER[job.paid]
    repeated = np.resize(hours, len(hours) + together - 1)
    sums = np.convolve(repeated, np.ones(together), mode="valid")
    return Cycle(
        weeks=len(hours),
        average=round(float(hours.mean()), 2),
        low=float(hours.min()),
        high=float(hours.max()),
        most_paid_together=round(float(sums.max()) / together, 2),
    )


def uneven_weeks(case: Case) -> tuple[Assumption, ...]:
    """What uneven hours do to limits that look at a week, at the hours of the offer."""
    if case.job is None or not case.job.pattern:
        return ()
    cycle = cycle_of(case.job)
    if cycle is None:
        last = case.job.pattern[-1]
        return (Assumption("uneven_settles", {"hours": f"{last.hours:g}"}),)
    facts = {
        "weeks": str(cycle.weeks),
        "average": f"{cycle.average:g}",
        "low": f"{cycle.low:g}",
        "high": f"{cycle.high:g}",
    }
    found = [Assumption("uneven_average", facts)]
    usual = case.job.hours_per_week
    if usual is not None and abs(usual - cycle.average) > SAME_HOURS:
        found.append(Assumption("uneven_average_is_another", facts | {"usual": f"{usual:g}"}))
    hours = np.array([cycle.average, cycle.most_paid_together])
    outcome = evaluate(case, in_job(hours, claims_universal_credit=case.universal_credit_claimed))
    found += [*_permitted_work(outcome, facts), *_carers_benefit(outcome, facts)]
    if case.home.tenure in ("supported", "temporary"):
        found.append(Assumption("uneven_housing_benefit"))
    return tuple(found)


def _permitted_work(outcome: Outcome, facts: dict[str, str]) -> list[Assumption]:
    """Hours by the average, pay by the busiest weeks that are paid together."""
    if outcome.case.worker.new_style_esa is None:
        return []
    worker = outcome.worker
    earned = outcome.person("permitted_work_earnings_per_week", worker)
    limit = float(outcome.person("permitted_work_higher_limit_per_week", worker)[AVERAGE])
    allowed = bool(outcome.person("is_within_permitted_work", worker)[AVERAGE])
    if not allowed:
        state = "average_over"
    else:
        state = "week_over" if float(earned[BUSIEST]) > limit else "within"
    return [_limit("permitted_work", state, facts, float(earned[BUSIEST]), limit)]


def _carers_benefit(outcome: Outcome, facts: dict[str, str]) -> list[Assumption]:
    carer = outcome.case.worker.carer
    if carer is None or not carer.carers_allowance:
        return []
    earned = outcome.person("carers_earnings_per_week", outcome.worker)
    limit = parameter_at(CARERS_LIMIT, outcome.dates.as_at)
    over = [float(earned[place]) > limit for place in (AVERAGE, BUSIEST)]
    state = "average_over" if over[AVERAGE] else "week_over" if over[BUSIEST] else "within"
    return [_limit("carer", state, facts, float(earned[BUSIEST]), limit)]


def _limit(code: str, state: str, facts: dict[str, str], earned: float, limit: float) -> Assumption:
    money = {"earned": f"£{earned:,.2f}", "limit": f"£{limit:,.2f}"}
    return Assumption(f"uneven_{code}_{state}", facts | money)
