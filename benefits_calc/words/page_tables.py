"""The page's tables: now and in this job, left over by hours, and the working."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.explain import Explanation, rates_that_matter
from benefits_calc.engine.results import COST_LINES, INCOME_LINES, TAKEN_FROM_INCOME
from benefits_calc.engine.workings import Step
from benefits_calc.words.catalogue import label_of
from benefits_calc.words.money import Unit, pence
from benefits_calc.words.page_catalogue import say
from benefits_calc.words.records import Link, Row, Table
from benefits_calc.words.times import day, hours
from benefits_calc.words.unknowns import NOT_ASKED, depends_on, open_lines
from benefits_calc.words.values import value_with_unit

PAY_LINES: Final = (
    "gross_pay",
    "income_tax",
    "national_insurance",
    "employee_pension",
    "student_loan",
    "payroll_giving",
)
ALWAYS_SHOWN: Final = ("net_pay", "rent")


def now_and_job(comparison: Comparison, point: Point, unit: Unit) -> Table:
    """Every line that is paid, taken or unknown, now and in the job."""
    coming_in = (*INCOME_LINES, *TAKEN_FROM_INCOME)
    rows = [
        Row(say("now_and_job", "coming_in"), kind="group"),
        *_lines(comparison, point, unit, coming_in),
        _total(comparison, point, unit),
        Row(say("now_and_job", "going_out"), kind="group"),
        *_lines(comparison, point, unit, COST_LINES),
        _left_over(comparison, point, unit),
    ]
    headers = tuple(say("now_and_job", code) for code in ("line", "now", "job", "change"))
    return Table(say("now_and_job", "caption", each=unit.each), headers, tuple(rows))


def _lines(
    comparison: Comparison, point: Point, unit: Unit, lines: tuple[str, ...]
) -> Iterator[Row]:
    now = comparison.now.per_month
    reasons = {item.line: item for item in comparison.unknown}
    for line in lines:
        was, then = now.get(line, 0.0), point.per_month.get(line, 0.0)
        if was is None or then is None:
            item = reasons[line]
            code = "not_asked" if item.reason == NOT_ASKED else "not_worked_out"
            today, here = item.now_per_month, point.known_here.get(line)
            first = say("amount", code) if today is None else unit.pounds(today)
            second = say("amount", code) if here is None else unit.pounds(here)
            change = say("amount", "not_known")
            if today is not None and here is not None:
                change = unit.more_or_less(here - today)
            yield Row(label_of(line), (first, second, change))
        elif was or then or line in ALWAYS_SHOWN:
            cells = (unit.pounds(was), unit.pounds(then), unit.more_or_less(then - was))
            if line in TAKEN_FROM_INCOME:
                cells = (_taken(cells[0]), _taken(cells[1]), cells[2])
            yield Row(label_of(line), cells)


def _taken(amount: str) -> str:
    return say("amount", "taken", amount=amount)


def _total(comparison: Comparison, point: Point, unit: Unit) -> Row:
    was, then = comparison.now.total_income_per_month, point.total_income_per_month
    known = unit.more_or_less(then - was)
    change = say("amount", "not_known") if comparison.unknown else known
    return Row(
        say("now_and_job", "total_income"), (unit.pounds(was), unit.pounds(then), change), "total"
    )


def _left_over(comparison: Comparison, point: Point, unit: Unit) -> Row:
    now = comparison.now.left_over_per_month
    cells = (unit.pounds(now), unit.pounds(point.left_over_per_month))
    change = change_in_words(comparison, point, unit)
    return Row(say("now_and_job", "left_over"), (*cells, change), "total")


def change_in_words(comparison: Comparison, point: Point, unit: Unit) -> str:
    """The change in money left over: no gain is named while a line is unknown."""
    if open_lines(comparison):
        if unit.changes(point.difference_per_month) < 0:
            return unit.more_or_less(point.difference_per_month)
        return say("amount", "not_known")
    if depends_on(comparison.unknown) and point.difference_range_per_month is not None:
        return unit.between(*point.difference_range_per_month)
    return unit.more_or_less(point.difference_per_month)


def by_hours(comparison: Comparison, chosen: Point, unit: Unit) -> Table:
    """Take-home pay and money left over at each number of hours."""
    rows = [_by_hours_row(comparison, comparison.now, unit, say("hours", "as_now"))]
    for point in comparison.points:
        if _is_as_now(comparison, point):
            continue
        worked = point.hours_per_week or 0.0
        shown, is_chosen = hours(worked), worked == chosen.hours_per_week
        name = say("hours", "this_job", hours=shown) if is_chosen else shown
        rows.append(
            _by_hours_row(comparison, point, unit, name, kind="chosen" if is_chosen else "line")
        )
    headers = tuple(say("hours", code) for code in ("hours", "net_pay", "left_over", "change"))
    if all(row.cells[-1] in ("", say("amount", "not_known")) for row in rows):
        headers, rows = headers[:-1], [replace(row, cells=row.cells[:-1]) for row in rows]
    return Table(say("hours", "caption", each=unit.each), headers, tuple(rows))


def _is_as_now(comparison: Comparison, point: Point) -> bool:
    """No hours in the job, and nothing else that differs: the row of now says it."""
    return point.hours_per_week == 0 and point.per_month == comparison.now.per_month


def _by_hours_row(
    comparison: Comparison, point: Point, unit: Unit, name: str, kind: Any = "line"
) -> Row:
    is_now = point.hours_per_week is None
    change = "" if is_now else change_in_words(comparison, point, unit)
    pay = unit.pounds(point.per_month["net_pay"] or 0.0)
    return Row(name, (pay, unit.pounds(point.left_over_per_month), change), kind)


# --- the working, for advisers ---------------------------------------------------------------


def lines_in_pence(comparison: Comparison, point: Point) -> Table:
    """Every line of both columns, in pounds and pence a month."""
    rows = []
    for line in (*PAY_LINES, *INCOME_LINES, *TAKEN_FROM_INCOME, *COST_LINES):
        was, then = comparison.now.per_month.get(line), point.per_month.get(line)
        if was or then or line in PAY_LINES:
            rows.append(Row(label_of(line), (_pence(was), _pence(then))))
    now = comparison.now
    totals = {
        "total_income": (now.total_income_per_month, point.total_income_per_month),
        "left_over": (now.left_over_per_month, point.left_over_per_month),
    }
    rows += [
        Row(label_of(line), (pence(was), pence(then)), "total")
        for line, (was, then) in totals.items()
    ]
    headers = tuple(say("now_and_job", code) for code in ("line", "now", "job"))
    return Table(say("working", "lines_caption"), headers, tuple(rows))


def _pence(amount: float | None) -> str:
    return say("amount", "not_worked_out") if amount is None else pence(amount)


def steps(explanation: Explanation) -> Table:
    """Every step of the working at one number of hours, with its law."""
    rows = tuple(
        Row(_capital(step.label), (step.who, _value(step), _rates(step)), link=_law(step))
        for step in explanation.steps
        if not step.given
    )
    headers = tuple(say("working", code) for code in ("step", "who", "value", "rates", "law"))
    shown = hours(explanation.hours_per_week or 0.0)
    return Table(say("working", "steps_caption", hours=shown), headers, rows)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rates(step: Step) -> str:
    """Each rate that the step took, with the first day of its value."""
    return "; ".join(
        say(
            "working",
            "rate_read",
            value=value_with_unit(rate.value, rate.unit),
            day=day(date.fromisoformat(rate.since)),
        )
        for rate in rates_that_matter(step)
    )


def _law(step: Step) -> Link | None:
    if not step.references:
        return None
    name = say("working", "law_label", name=step.label)
    return Link(say("working", "law"), step.references[0], name)


def _value(step: Step) -> str:
    if isinstance(step.value, bool):
        return say("working", "yes" if step.value else "no")
    if isinstance(step.value, int | float):
        return f"{step.value:,.2f}"
    return str(step.value)
