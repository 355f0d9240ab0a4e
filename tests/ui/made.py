"""Comparisons made by hand, so that what the words say is held against figures in the test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from benefits_calc.analysis.assumptions import Gap
from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.curve import Curve, CurvePoint
from benefits_calc.analysis.statuses import Status
from benefits_calc.analysis.thresholds import Threshold
from benefits_calc.case import Case, build_case
from benefits_calc.engine.dates import ComparisonDates
from benefits_calc.engine.results import COST_LINES, INCOME_LINES, TAKEN_FROM_INCOME, Unknown

LAW = "https://www.legislation.gov.uk/ukpga/2012/5"
FACTS: dict[str, Any] = {
    "as_at": "2026-12-01",
    "nation": "england",
    "claimant": {"born": "1990-06"},
    "home": {"tenure": "social_rent", "rent": {"amount": 400, "per": "month"}},
    "benefits_now": {"universal_credit": {"assessment_period_starts_on": 8}},
    "job": {"hourly_pay": 12.71, "hours_per_week": 16, "paid": "monthly"},
}
LCWRA = Status("lcwra", "stays", "rule", LAW)
PIP = Status("pip", "stays", "rule", LAW, 400.0, 400.0)
CHILD_BENEFIT = Status("child_benefit", "stays", "rule", LAW, 100.0, 100.0)
CREDIT_STOPS = Status("universal_credit", "stops", "rule", LAW, 900.0, 0.0)
GATE = Status("first_assessment_barred", "starts", "rule", LAW)
COUNCIL_NOT_HELD = Unknown("council_tax_reduction", "council_not_held", None)
COUNCIL_TODAY = Unknown("council_tax_reduction", "council_not_held", 126.0)


def case(**job: Any) -> Case:
    """A single tenant with a job of 16 hours."""
    return build_case({**FACTS, "job": {**FACTS["job"], **job}})


def point(hours: float | None, *statuses: Status, **lines: float | None) -> Point:
    """A point whose totals are the sums of its lines."""
    every = dict.fromkeys((*INCOME_LINES, *TAKEN_FROM_INCOME, *COST_LINES, "gross_pay"), 0.0)
    per_month: dict[str, float | None] = {**every, **lines}
    known = {line: amount or 0.0 for line, amount in per_month.items()}
    income = sum(known[line] for line in INCOME_LINES)
    income -= sum(known[line] for line in TAKEN_FROM_INCOME)
    left = income - sum(known[line] for line in COST_LINES)
    return Point(
        hours_per_week=hours,
        per_month=per_month,
        total_income_per_month=income,
        left_over_per_month=left,
        difference_per_month=0.0,
        difference_range_per_month=None,
        kept_per_extra_pound=None,
        statuses=statuses,
        workings={},
    )


def comparison(now: Point, *points: Point, of: Case | None = None, **parts: Any) -> Comparison:
    """A comparison whose differences follow from its points."""
    unknown: tuple[Unknown, ...] = parts.get("unknown", ())
    lost = sum(item.now_per_month or 0.0 for item in unknown)
    moved = tuple(
        replace(
            item,
            difference_per_month=(gain := item.left_over_per_month - now.left_over_per_month),
            difference_range_per_month=(gain - lost, gain) if lost else None,
        )
        for item in points
    )
    blank: dict[str, Any] = {
        "thresholds": (),
        "could_claim_now": (),
        "unknown": (),
        "assumptions": (),
        "not_covered": tuple(Gap(item.reason, item.line) for item in unknown),
    }
    return Comparison(
        case=of or case(),
        dates=ComparisonDates(
            date(2026, 12, 1), date(2026, 11, 8), date(2026, 12, 7), start_day_given=True
        ),
        program_version="0",
        now=now,
        points=moved,
        **{**blank, **parts},
    )


def threshold(hours: float, change: float, *, permanent: bool = False) -> Threshold:
    """Universal Credit stopping at some hours."""
    return Threshold(
        code="universal_credit",
        starts=False,
        hours_per_week=hours,
        gross_per_pay_period=1000.4,
        gross_per_month=1000.4,
        change_per_month=change,
        line=None,
        reference=LAW,
        certainty="rule",
        permanent=permanent,
    )


def line_of(found: Comparison) -> Curve:
    """The line through the points of a comparison made by hand."""
    return Curve(
        tuple(
            CurvePoint(p.hours_per_week or 0.0, p.left_over_per_month, p.difference_per_month)
            for p in found.points
        )
    )
