"""Student finance spread over the assessment periods of a course year (UC regs 68 to 71)."""

from __future__ import annotations

from datetime import date

from benefits_calc.case.facts import Amount
from benefits_calc.case.person import Student
from benefits_calc.rules.conversions import per_year

# Where the case does not say: the long vacation begins on 1 July and the year in the month of
# the course's start. Listed as an assumption with the result.
_USUAL_BREAK = (7, 1)
_MONTHS = 12


def student_income_per_month(student: Student, as_at: date) -> float:
    """Student income of the assessment period, before the disregard; pounds a month.

    The loan that could be had is counted; with a loan the grant is not (reg 68(3)), and a special
    support loan or grant never is. Nothing is counted in the long vacation or outside the course.
    """
    loan = _share_of_year(student, student.loan, as_at)
    return loan if loan > 0 else _share_of_year(student, student.grant, as_at)


def student_money_per_month(student: Student, as_at: date, kind: str) -> float:
    """What there is to live on: the loan, or grants and special support; pounds a month."""
    parts = [student.loan] if kind == "student_loan" else [student.grant, student.special_support]
    return sum(_share_of_year(student, part, as_at) for part in parts)


def _share_of_year(student: Student, part: Amount | None, as_at: date) -> float:
    """An even share for each month of the course year; nothing in the vacation."""
    year_start, break_start = course_year(student, as_at)
    if part is None or not year_start <= as_at < break_start or not is_on_course(student, as_at):
        return 0.0
    periods = _months_between(year_start, break_start)
    return per_year(part.amount, part.per) / max(periods, 1)


def course_year(student: Student, as_at: date) -> tuple[date, date]:
    """First day of the course year in which the day falls, and of its long vacation."""
    start_month = student.course_start.first_day.month if student.course_start else 9
    year = as_at.year if as_at.month >= start_month else as_at.year - 1
    start = date(year, start_month, 1)
    usual = student.summer_break_from
    month, day = (usual.month, usual.day) if usual else _USUAL_BREAK
    break_year = year + 1 if month <= start_month else year
    return start, date(break_year, month, day)


def is_on_course(student: Student, as_at: date) -> bool:
    """Whether the day is in the course, vacations included (UC reg 13)."""
    after_start = student.course_start is None or as_at >= student.course_start.first_day
    before_end = student.course_end is None or as_at <= student.course_end.last_day
    return after_start and before_end


def _months_between(start: date, end: date) -> int:
    return (end.year - start.year) * _MONTHS + end.month - start.month
