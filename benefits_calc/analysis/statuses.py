"""What stays, changes, starts or stops at each point, against things as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from benefits_calc.analysis.restoring import Restoring, restored_once_below, restoring
from benefits_calc.case import Case
from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.results import BENEFIT_LINES, Results, reference_of_line
from benefits_calc.engine.switches import ONLY_WITH_AN_AWARD, SWITCHES, readings
from benefits_calc.engine.transitional import YES, earned_enough_at_start, transitional_threshold

STAYS, CHANGES, STARTS, STOPS = "stays", "changes", "starts", "stops"
RULE = "rule"
WORKED_OUT_BY_COUNCIL = ("housing_benefit", "council_tax_reduction")
# Awards that no hours or pay end by rule: shown even though their amount never moves.
UNTOUCHED_BY_WORK = (
    "pip",
    "adult_disability_payment",
    "disability_living_allowance",
    "child_disability_payment",
    "attendance_allowance",
    "child_benefit",
    "guardians_allowance",
)
# Switches that are a status of their own, and not only a bend in a line.
STATUS_SWITCHES = (
    "workplace_pension",
    "national_insurance_credit",
    "first_assessment_barred",
    "held_at_a_penny",
    "benefit_cap",
    "no_work_search",
    "owner_service_charges",
)
# What goes on only while a payment does; never begun by work.
LOW_EARNINGS = "transitional_element_low_earnings"
PROTECTIONS = ("transitional_element", "mortgage_interest_loan", "higher_rate_by_esa")
SMALLEST_CHANGE = 0.005


@dataclass(frozen=True)
class Status:
    """One status at one point.

    Attributes:
        code: What it is about.
        state: stays, changes, starts or stops.
        certainty: rule, dwp_decision, council or unknown.
        reference: The law.
        was_per_month: Amount now, for a payment.
        is_per_month: Amount at the point, for a payment.
        reversible: For what stops, and for a gate: whether and until when it can be had again.
    """

    code: str
    state: str
    certainty: str
    reference: str
    was_per_month: float | None = None
    is_per_month: float | None = None
    reversible: Restoring | None = None


def statuses(now: Results, now_row: int, points: Results, row: int) -> tuple[Status, ...]:
    """Statuses of one point against now, those that stay first."""
    found = [*held_by_decision(points.outcome.case), *_payments(now, now_row, points, row)]
    found += _switched(now, now_row, points, row)
    found = [_with_low_earnings(status, points, row) for status in found]
    order = (STAYS, CHANGES, STARTS, STOPS)
    each = (_with_the_way_back(points.outcome, status) for status in found)
    return tuple(sorted(each, key=lambda status: order.index(status.state)))


def _with_the_way_back(outcome: Outcome, status: Status) -> Status:
    if status.state == STOPS:
        return replace(status, reversible=restoring(outcome, status.code))
    if status.state == STARTS:
        return replace(status, reversible=restored_once_below(status.code))
    return status


def _with_low_earnings(status: Status, points: Results, row: int) -> Status:
    """Transitional protection that three months of these earnings would end, as an end.

    Only where earnings reached the threshold in the first period of the award (reg 56(2)).
    """
    if status.code != "transitional_element" or status.state != STAYS:
        return status
    case, day = points.outcome.case, points.outcome.dates.assessment_period_start
    threshold, sure = transitional_threshold(case, day)
    earned = float(points.workings["uc_earned_income"][row])
    if earned >= threshold or earned_enough_at_start(case, day) != YES:
        return status
    certainty = "dwp_decision" if sure else "unknown"
    return Status(LOW_EARNINGS, STOPS, certainty, status.reference)


def held_by_decision(case: Case) -> tuple[Status, ...]:
    """LCWRA and LCW in Universal Credit: no hours and no pay end them.

    With New Style ESA alone the finding goes with the ESA, which has a status of its own.
    """
    if not case.universal_credit_claimed:
        return ()
    people = [case.claimant] + ([case.partner] if case.partner else [])
    held = {person.work_capability for person in people} & {"lcw", "lcwra"}
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/41"
    return tuple(Status(code, STAYS, RULE, reference) for code in sorted(held))


def _payments(now: Results, now_row: int, points: Results, row: int) -> list[Status]:
    found = []
    for line in BENEFIT_LINES:
        if line not in points.lines:
            continue
        was, here = float(now.lines[line][now_row]), float(points.lines[line][row])
        if was == 0 and here == 0:
            continue
        certainty = "council" if line in WORKED_OUT_BY_COUNCIL else "rule"
        found.append(Status(line, _state(was, here), certainty, reference_of_line(line), was, here))
    return found


def _state(was: float, here: float) -> str:
    if here == 0:
        return STOPS
    if was == 0:
        return STARTS
    return STAYS if abs(was - here) < SMALLEST_CHANGE else CHANGES


def _switched(now: Results, now_row: int, points: Results, row: int) -> list[Status]:
    shown = tuple(s for s in SWITCHES if s.code in (*STATUS_SWITCHES, *PROTECTIONS))
    before, after = readings(now.outcome, shown), readings(points.outcome, shown)
    found = []
    for switch in shown:
        if switch.code in ONLY_WITH_AN_AWARD and points.lines["universal_credit"][row] == 0:
            continue
        was, here = bool(before[switch.code][now_row]), bool(after[switch.code][row])
        if not (was or here) or (switch.code in PROTECTIONS and not was):
            continue
        state = STAYS if was and here else STARTS if here else STOPS
        found.append(Status(switch.code, state, switch.certainty, switch.reference))
    return found
