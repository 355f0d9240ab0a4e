"""What stays, changes, starts or stops at each point, against things as they are."""

from __future__ import annotations

from dataclasses import dataclass

from benefits_calc.engine.evaluate import Outcome
from benefits_calc.engine.results import BENEFIT_LINES, Results, reference_of_line
from benefits_calc.engine.switches import ONLY_WITH_AN_AWARD, SWITCHES, readings

STAYS, CHANGES, STARTS, STOPS = "stays", "changes", "starts", "stops"
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
    """

    code: str
    state: str
    certainty: str
    reference: str
    was_per_month: float | None = None
    is_per_month: float | None = None


def statuses(now: Results, now_row: int, points: Results, row: int) -> tuple[Status, ...]:
    """Statuses of one point against now, those that stay first."""
    found = [*_health(points, row), *_payments(now, now_row, points, row)]
    found += _switched(now, now_row, points, row)
    order = (STAYS, CHANGES, STARTS, STOPS)
    return tuple(sorted(found, key=lambda status: order.index(status.state)))


def _health(points: Results, row: int) -> list[Status]:
    """LCWRA and LCW in Universal Credit: no hours and no pay end them.

    With New Style ESA alone the status goes with the ESA, which has a status of its own.
    Transitional protection goes with the award.
    """
    case = points.outcome.case
    if not case.universal_credit_claimed:
        return _health_beside_esa(points, row)
    people = [case.claimant] + ([case.partner] if case.partner else [])
    held = {person.work_capability for person in people} & {"lcw", "lcwra"}
    reference = "https://www.legislation.gov.uk/uksi/2013/376/regulation/41"
    found = [Status(code, STAYS, "rule", reference) for code in sorted(held)]
    award = case.benefits_now.universal_credit if case.benefits_now else None
    element = award.transitional_element if award is not None else None
    if element is not None and element.amount > 0:
        rule = "https://www.legislation.gov.uk/uksi/2014/1230/regulation/56"
        state = STAYS if points.lines["universal_credit"][row] > 0 else STOPS
        found.append(Status("transitional_element", state, "dwp_decision", rule))
    return found


def _health_beside_esa(points: Results, row: int) -> list[Status]:
    """What a later claim for Universal Credit would bring hangs on the ESA going on."""
    if not _keeps_higher_rate_by_esa(points.outcome, row):
        return []
    state = STAYS if points.lines["new_style_esa"][row] > 0 else STOPS
    rule = "https://www.legislation.gov.uk/uksi/2026/113/regulation/3"
    return [Status("higher_rate_by_esa", state, "rule", rule)]


def _keeps_higher_rate_by_esa(outcome: Outcome, row: int) -> bool:
    """Somebody in the support group to whom Universal Credit would pay the protected rate."""
    people = [(0, outcome.case.claimant)]
    if outcome.case.partner is not None and outcome.layout.partner is not None:
        people.append((outcome.layout.partner, outcome.case.partner))
    return any(
        bool(outcome.person("has_protected_lcwra_rate", place)[row])
        for place, person in people
        if person.new_style_esa is not None and person.new_style_esa.group == "support"
    )


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
    shown = tuple(switch for switch in SWITCHES if switch.code in STATUS_SWITCHES)
    before, after = readings(now.outcome, shown), readings(points.outcome, shown)
    found = []
    for switch in shown:
        if switch.code in ONLY_WITH_AN_AWARD and points.lines["universal_credit"][row] == 0:
            continue
        was, here = bool(before[switch.code][now_row]), bool(after[switch.code][row])
        if not (was or here):
            continue
        state = STAYS if was and here else STARTS if here else STOPS
        found.append(Status(switch.code, state, switch.certainty, switch.reference))
    return found
