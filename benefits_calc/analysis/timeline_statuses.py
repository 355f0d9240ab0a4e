"""What stands, changes or stops in each month, against the same month without the job."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from benefits_calc.analysis.dated_records import DatedStatus, Facts
from benefits_calc.analysis.timeline_clocks import RATE_IN_ANY_CLAIM, clocks_from
from benefits_calc.analysis.timeline_moves import moves_shown
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.case import Case
from benefits_calc.case.moving import gets_housing_benefit
from benefits_calc.engine.dated.hospital import ADULTS, carers_stopped, unpaid_share
from benefits_calc.engine.dated.periods import DAY
from benefits_calc.engine.dated.state import CLOSED, NIL, NOT_CLAIMED, PAID, PENNY, RECLAIMED

UC_REGULATIONS = "https://www.legislation.gov.uk/uksi/2013/376/regulation/"
ENTITLEMENT = "https://www.legislation.gov.uk/ukpga/2012/5/section/5"
TRANSITIONAL = "https://www.legislation.gov.uk/uksi/2014/1230/regulation/"
ESA = "https://www.legislation.gov.uk/uksi/2013/379/regulation/"
HOUSING_BENEFIT = "https://www.legislation.gov.uk/uksi/2006/213/regulation/71"
WEEKLY = {
    "carers_allowance": "https://www.legislation.gov.uk/uksi/1976/409/regulation/8",
    "carer_support_payment": "https://www.legislation.gov.uk/ssi/2023/302/regulation/10",
    "scottish_carer_supplement": "https://www.legislation.gov.uk/ssi/2023/302",
    "new_style_jsa": "https://www.legislation.gov.uk/uksi/2013/378/regulation/42",
    "pip": "https://www.legislation.gov.uk/uksi/2013/377/regulation/29",
    "adult_disability_payment": "https://www.legislation.gov.uk/ssi/2022/54/regulation/28",
    "disability_living_allowance": "https://www.legislation.gov.uk/uksi/1991/2890/regulation/8",
    "attendance_allowance": "https://www.legislation.gov.uk/uksi/1991/2740/regulation/6",
    "scottish_child_payment": "https://www.legislation.gov.uk/ssi/2020/351/regulation/18",
}
HALF_A_PENNY = 0.005
# How long what a move ended is said.
SAID_FOR = timedelta(days=31)
STOPPED_IN_HOSPITAL = (
    "pip",
    "adult_disability_payment",
    "disability_living_allowance",
    "attendance_allowance",
)
CARERS = ("carers_allowance", "carer_support_payment", "scottish_carer_supplement")
REPLACED_BY: dict[str, tuple[str, ...]] = {
    "universal_credit": ("net_pay",),
    "new_style_esa": ("universal_credit", "net_pay"),
    "carers_allowance": ("universal_credit", "net_pay"),
    "carer_support_payment": ("universal_credit", "net_pay"),
    "new_style_jsa": ("universal_credit", "net_pay"),
} | dict.fromkeys(STOPPED_IN_HOSPITAL, ())


def statuses_at(run: Run, place: int, month: date) -> tuple[DatedStatus, ...]:
    """Standings on the last day of a month."""
    last = (np.datetime64(month, "M") + 1).astype("datetime64[D]") - DAY
    calendar = run.settled.calendar_of(place)
    period = int(np.clip(calendar.period_of(np.array([last]))[0], 0, None))
    week = int(np.searchsorted(run.dated.calendar.weeks, last, side="right")) - 1
    return (
        *of_period(run, place, period),
        *of_weeks(run, place, _weeks_of(run, month, week)),
    )


def of_period(run: Run, place: int, period: int) -> tuple[DatedStatus, ...]:
    """Universal Credit and what goes with it, in one assessment period."""
    return (
        *_universal_credit(run, place, period),
        *_capability(run, place, period),
        *_transitional(run, place, period),
    )


def of_weeks(run: Run, place: int, weeks: slice) -> tuple[DatedStatus, ...]:
    """What is paid by the week, in some weeks that follow one another: as in the last of them."""
    last = weeks.stop - 1
    return (
        *_esa(run, place, last),
        *_weekly(run, place, weeks),
        *(_housing_benefit(run, place, last) or _left_housing_benefit(run, last)),
    )


def _universal_credit(run: Run, place: int, period: int) -> list[DatedStatus]:
    states = run.settled.states
    code = states.code[period, place]
    if code == NOT_CLAIMED:
        return []
    usual = states.code[period, 0] in PAID
    if code in (NIL, CLOSED):
        return [_nil(run, place, period, usual=usual)]
    if code == PENNY:
        reference = f"{UC_REGULATIONS}28"
        return [DatedStatus("universal_credit", "changes", "held_at_a_penny", reference)]
    if not usual:
        return [DatedStatus("universal_credit", "starts", "paid_again", ENTITLEMENT)]
    change = round(float(states.award[period, place] - states.award[period, 0]), 2)
    state = "changes" if change else "stays"
    why = "lower" if change < 0 else "higher" if change else "same"
    if why == "lower" and not _wages_lower_it(run, place, period):
        why = "lower_for_other_reasons"
    if why == "lower" and code == RECLAIMED:
        full = run.settled.awards.universal_credit[period, place]
        in_part = states.award[period, place] < full - HALF_A_PENNY
        why = "lower_after_claiming_again" if in_part else "lower_claimed_again_in_full"
    wages, usual_wages = (_wages(run, one, period) for one in (place, 0))
    if why == "lower" and wages <= usual_wages:
        # The same number of wages, and more in them; or what is left over of an earlier one.
        why = "lower_more_in_wages"
    facts: Facts = {
        "change": change,
        "wages": wages,
        "usual_wages": usual_wages,
        **_days_of(run, place, period),
    }
    return [DatedStatus("universal_credit", state, why, f"{UC_REGULATIONS}22", facts=facts)]


def _wages(run: Run, place: int, period: int) -> float:
    """How many wages a period counts, of the couple together."""
    return float(run.settled.earnings_of(place).packets[period, place].sum())


def _days_of(run: Run, place: int, period: int) -> dict[str, date]:
    """First and last day of a period."""
    calendar = run.settled.calendar_of(place)
    return {
        "period_from": calendar.period_starts[period].item(),
        "period_to": calendar.period_ends[period].item(),
    }


def _wages_lower_it(run: Run, place: int, period: int) -> bool:
    """Whether more of wages is taken off than without the job."""
    taken = run.settled.awards.uc_earnings_deduction
    return bool(taken[period, place] > taken[period, 0])


def _nil(run: Run, place: int, period: int, *, usual: bool) -> DatedStatus:
    """No award: as without the job, or taken to nothing by wages or savings."""
    states = run.settled.states
    if not usual:
        saved = run.settled.awards.has_too_much_capital[period, place]
        why = "nothing_paid_savings" if saved else "nothing_paid"
        return DatedStatus("universal_credit", "stays", why, ENTITLEMENT)
    why = "conditions_not_met"
    if states.for_income[period, place]:
        why = "nil_for_income"
    elif run.settled.awards.has_too_much_capital[period, place]:
        why = "savings_over_limit"
    until = clocks_from(run, place, period).get("same_periods")
    if why == "nil_for_income" and (until is None or _over(run, place, until, period)):
        why, until = "nil_for_long", None
    return DatedStatus(
        "universal_credit",
        "stops",
        why,
        ENTITLEMENT,
        certainty="dwp_decision" if states.code[period, place] == CLOSED else "rule",
        until=until,
        replaced_by=REPLACED_BY["universal_credit"],
        facts={
            "months_nil": float(states.months_nil[period, place] + 1),
            **_days_of(run, place, period),
        },
    )


def _over(run: Run, place: int, until: date, period: int) -> bool:
    """Whether a last day is before a period begins, so that nothing can be done by it."""
    return bool(np.datetime64(until) < run.settled.calendar_of(place).period_starts[period])


def _capability(run: Run, place: int, period: int) -> list[DatedStatus]:
    """The health decision and its element; a nil spell starts clocks, too long a one loses them."""
    found = run.dated.case.claimant.work_capability
    if found not in ("lcwra", "lcw"):
        return []
    states = run.settled.states
    reference = f"{UC_REGULATIONS}28"
    clocks = clocks_from(run, place, period)
    nil = states.code[period, place] in (NIL, CLOSED)
    until = clocks.get("health_element")
    basis = run.dated.case.claimant.health_element_basis
    keeps_rate = found == "lcwra" and basis in RATE_IN_ANY_CLAIM
    # An end for savings starts no clock: the finding is gone with the award (reg 28(3), (4)).
    if states.lost[: period + 1, place].any() or (nil and until is None):
        return [
            DatedStatus(
                found,
                "lost",
                "found_anew_rate_goes_on" if keeps_rate else "found_anew",
                reference,
                certainty="dwp_decision",
                replaced_by=("universal_credit",),
            )
        ]
    if nil:
        return [
            DatedStatus(
                found,
                "runs",
                "kept_if_claimed_by",
                reference,
                until=until,
                certainty="rule",
            )
        ]
    return [DatedStatus(found, "stays", "work_does_not_end_it", f"{UC_REGULATIONS}40")]


def _transitional(run: Run, place: int, period: int) -> list[DatedStatus]:
    states = run.settled.states
    amount = float(states.transitional_element[period, place])
    # What both lines of life lose, for savings for example, is a loss too.
    usual = float(states.transitional_element[: period + 1, 0].max())
    if usual <= 0 and amount <= 0:
        return []
    why = ("kept", "eroded", "low_earnings", "nil_spell")[states.transitional_why[period, place]]
    if why == "nil_spell" and not states.for_income[period, place]:
        why = "savings_over_limit"
    if amount <= 0:
        return [
            DatedStatus(
                "transitional_element", "lost", why, f"{TRANSITIONAL}57", facts={"was": usual}
            )
        ]
    if states.code[period, place] in (NIL, CLOSED):
        until = clocks_from(run, place, period).get("transitional_element")
        if until is None or _over(run, place, until, period):
            why = "nil_spell" if states.for_income[period, place] else "savings_over_limit"
            return [
                DatedStatus(
                    "transitional_element",
                    "lost",
                    why,
                    f"{TRANSITIONAL}57",
                    facts={"was": usual},
                )
            ]
        return [
            DatedStatus(
                "transitional_element",
                "runs",
                "kept_if_claimed_by",
                f"{TRANSITIONAL}57",
                until=until,
            )
        ]
    return [
        DatedStatus(
            "transitional_element", "stays", "kept", f"{TRANSITIONAL}55", facts={"amount": amount}
        )
    ]


def _esa(run: Run, place: int, week: int) -> list[DatedStatus]:
    weeks = run.dated.weeks
    usual = weeks.family["new_style_esa"][week, 0] > 0
    paid = weeks.family["new_style_esa"][week, place] > 0
    if not usual and not paid:
        return []
    if paid:
        works = bool(run.dated.week_earnings.hours[week, place].any())
        why = "permitted_work" if works else "same"
        return [DatedStatus("new_style_esa", "stays", why, f"{ESA}39", certainty="dwp_decision")]
    gone = bool(weeks.esa_gone[week, place].any())
    clocks = clocks_from(run, place, None)
    return [
        DatedStatus(
            "new_style_esa",
            "lost" if gone else "stops",
            "linking_over" if gone else "over_permitted_work",
            f"{ESA}86",
            certainty="dwp_decision",
            until=None if gone else clocks.get("new_style_esa"),
            replaced_by=REPLACED_BY["new_style_esa"],
        )
    ]


def _weeks_of(run: Run, month: date, last: int) -> slice:
    """Places of the weeks that begin in a month; the last one where none does."""
    first = np.datetime64(month, "M").astype("datetime64[D]")
    place = int(np.searchsorted(run.dated.calendar.weeks, first))
    return slice(min(place, last), last + 1)


def _weekly(run: Run, place: int, weeks: slice) -> list[DatedStatus]:
    """A benefit by the week: one week without it, or with less of it, is enough to say so."""
    found = []
    week = weeks.stop - 1
    for line, reference in WEEKLY.items():
        amounts = (
            run.local.scottish_child_payment
            if line == "scottish_child_payment"
            else run.dated.weeks.family[line]
        )
        paid_before = amounts[: week + 1, 0].any()
        shown = amounts[weeks, place]
        # A stay in hospital is in both lines of life: the most paid before stands beside it.
        usual = amounts[: weeks.stop, 0].max(initial=0.0)
        missed = shown < usual if line in STOPPED_IN_HOSPITAL else shown < amounts[weeks, 0]
        if amounts[week, place] > 0 and not missed.any():
            found.append(DatedStatus(line, "stays", "same", reference))
        elif paid_before:
            why = _why_weekly_stops(run, line, place, weeks)
            takes_its_place = REPLACED_BY.get(line, ("net_pay",))
            found.append(DatedStatus(line, "stops", why, reference, replaced_by=takes_its_place))
    return found


def _why_weekly_stops(run: Run, line: str, place: int, weeks: slice) -> str:
    """A stay in hospital, an award that ends without the job as well, or a limit of the week."""
    mondays = run.dated.calendar.weeks[weeks]
    if line in STOPPED_IN_HOSPITAL and any(
        unpaid_share(run.dated.case, who, mondays).any() for who in ADULTS
    ):
        return "hospital"
    moment = run.dated.weeks.moments[weeks.start]
    if line in CARERS and carers_stopped(run.dated.case, moment.day):
        return "hospital_care"
    amounts = run.dated.weeks.family.get(line)
    if amounts is not None and (amounts[weeks, 0] == amounts[weeks, place]).all():
        return "award_ended"
    return "week_over_limit"


def _left_housing_benefit(run: Run, week: int) -> list[DatedStatus]:
    """Housing Benefit that a move ended not long before."""
    monday: date = run.dated.calendar.weeks[week].item()
    return [
        DatedStatus(
            "housing_benefit",
            "stops",
            "moved_home" if _has_rent_part(after) else "moved_home_no_rent",
            "https://www.legislation.gov.uk/uksi/2006/213/regulation/79",
            certainty="council",
            replaced_by=("universal_credit",) if _has_rent_part(after) else (),
            who_can_help="council",
        )
        for day, before, after in moves_shown(run.dated)
        if timedelta() <= monday - day < SAID_FOR
        and gets_housing_benefit(before)
        and not gets_housing_benefit(after)
    ]


def _has_rent_part(case: Case) -> bool:
    """Whether Universal Credit can meet rent for a home."""
    return case.universal_credit_claimed and case.home.rent is not None


def _housing_benefit(run: Run, place: int, week: int) -> list[DatedStatus]:
    amounts = run.local.housing_benefit
    usual, paid = float(amounts[week, 0]), float(amounts[week, place])
    if usual <= 0 and paid <= 0:
        return []
    tested = bool(run.local.housing_benefit_means_tested[week, place])
    facts = {"per_week": paid, "usual_per_week": usual}
    # Nobody waits for Universal Credit to come back who does not claim it.
    by_wage = "means_test" if run.dated.case.universal_credit_claimed else "wage"
    if paid <= 0:
        why, state = f"{by_wage}_to_nothing", "stops"
    elif paid < usual:
        why, state = by_wage if tested else "lower", "changes"
    else:
        why, state = "same", "stays"
    return [
        DatedStatus(
            "housing_benefit",
            state,
            why,
            HOUSING_BENEFIT,
            certainty="council",
            replaced_by=() if state == "stays" else ("net_pay",),
            who_can_help="council",
            facts=facts,
        )
    ]
