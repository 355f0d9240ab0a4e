"""Results format 1: a comparison as the JSON object that partners and tests rely on."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.real_periods import RealPeriod
from benefits_calc.analysis.statuses import Status
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.engine.conversions import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from benefits_calc.engine.results import BENEFIT_LINES, COST_LINES
from benefits_calc.output.contract_of_clocks import clock_object, run_on_object
from benefits_calc.output.help_besides_money import help_object
from benefits_calc.output.reversible import reversible_object, until_of
from benefits_calc.output.strips import overlap_object, strip_object
from benefits_calc.words import sentences

FORMAT = 1
PAY_LINES = (
    "gross_pay",
    "income_tax",
    "national_insurance",
    "employee_pension",
    "student_loan",
    "payroll_giving",
    "net_pay",
)
LINE_ORDER = (
    *PAY_LINES,
    *BENEFIT_LINES,
    "child_benefit_charge",
    "partner_net_pay",
    "self_employment_net",
    "tax_on_benefits",
    "other_income",
    "total_income",
    *COST_LINES,
    "left_over",
)


def comparison_object(comparison: Comparison, *, weekly: bool = False) -> dict[str, Any]:
    """A comparison as format 1; `weekly` adds `per_week` beside every `per_month`."""
    dates, case = comparison.dates, comparison.case
    return {
        "format": FORMAT,
        "label": case.label,
        "as_at": dates.as_at.isoformat(),
        "rates_as_at": {
            "universal_credit": dates.assessment_period_start.isoformat(),
            "other": dates.as_at.isoformat(),
        },
        "program_version": comparison.program_version,
        "rules_version": comparison.program_version,
        "now": _point(comparison.now, weekly=weekly),
        "points": [_point(point, weekly=weekly) for point in comparison.points],
        "thresholds": [_threshold(threshold) for threshold in comparison.thresholds],
        "strips": [strip_object(strip) for strip in comparison.strips],
        "overlap": overlap_object(comparison),
        "could_claim_now": [
            {
                "what": item.line,
                "per_month": item.per_month,
                "why": sentences.could_claim_sentence(item),
                "reference": item.reference,
                "certainty": item.certainty,
            }
            for item in comparison.could_claim_now
        ],
        "clocks": [clock_object(clock, comparison.dates.as_at) for clock in comparison.clocks],
        "totals_leave_out": [item.line for item in comparison.unknown],
        "assumptions": [sentences.assumption_sentence(a) for a in comparison.assumptions],
        "not_covered": [sentences.gap_sentence(gap) for gap in comparison.not_covered],
        "warnings": sentences.warnings(comparison),
    }


def lines_of(point: Point) -> dict[str, float | None]:
    """Every line of a point in the contract's order, totals included."""
    known: dict[str, float | None] = {
        **point.per_month,
        **point.known_here,
        "total_income": point.total_income_per_month,
        "left_over": point.left_over_per_month,
    }
    return {line: known[line] for line in LINE_ORDER}


def per_week(per_month: float | None) -> float | None:
    """A month's amount as a week's."""
    if per_month is None:
        return None
    return round(per_month * MONTHS_PER_YEAR / WEEKS_PER_YEAR, 2)


def _point(point: Point, *, weekly: bool) -> dict[str, Any]:
    lines = lines_of(point)
    found: dict[str, Any] = {}
    if point.hours_per_week is not None:
        found["hours_per_week"] = point.hours_per_week
    if point.tax_code is not None:
        found["tax_code"] = point.tax_code
    found["per_month"] = lines
    if weekly:
        found["per_week"] = {line: per_week(amount) for line, amount in lines.items()}
    found["difference_per_month"] = point.difference_per_month
    if point.difference_range_per_month is not None:
        low, high = point.difference_range_per_month
        found["difference_per_month_range"] = {"low": low, "high": high}
    found["kept_per_extra_pound"] = point.kept_per_extra_pound
    found["usual_period"] = _period(point.usual_period)
    found["worst_period"] = _period(point.worst_period)
    found["statuses"] = [_status(status) for status in point.statuses]
    found["run_ons"] = [run_on_object(run_on) for run_on in point.run_ons]
    found["workings"] = point.workings
    found["depends_on_unverified"] = list(point.depends_on_unverified)
    found["help"] = [help_object(status) for status in point.help]
    return found


def _period(period: RealPeriod | None) -> dict[str, Any] | None:
    return None if period is None else asdict(period)


def _status(status: Status) -> dict[str, Any]:
    return {
        "what": status.code,
        "state": status.state,
        "why": f"{sentences.status_name(status)}: {sentences.status_why(status)}",
        "rule": status.reference,
        "certainty": status.certainty,
        "reversible": reversible_object(status.reversible),
    }


def _threshold(threshold: Threshold) -> dict[str, Any]:
    return {
        "hours_per_week": threshold.hours_per_week,
        "what": sentences.threshold_sentence(threshold),
        "code": threshold.code,
        "state": "starts" if threshold.starts else "stops",
        "gross_per_pay_period": threshold.gross_per_pay_period,
        "gross_per_month": threshold.gross_per_month,
        "loss_per_month": round(threshold.loss_per_month, 2),
        "change_per_month": threshold.change_per_month,
        "permanent": threshold.permanent,
        "until": until_of(threshold.reversible),
        "reversible": reversible_object(threshold.reversible),
        "tax_code": threshold.tax_code,
        "certainty": threshold.certainty,
        "rule": threshold.code,
        "reference": threshold.reference,
    }
