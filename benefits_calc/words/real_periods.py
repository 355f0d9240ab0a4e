"""Sentences of the months that have an extra pay day."""

from __future__ import annotations

from benefits_calc.analysis.comparison import Comparison, Point
from benefits_calc.analysis.real_periods import RealPeriod
from benefits_calc.words.strips import strip_phrase

SMALLEST_TO_SAY = 1.0


def worst_period_sentences(comparison: Comparison) -> list[str]:
    """What a month with the most pay days does at the job's hours; none where all are alike."""
    point = _of_the_job(comparison)
    if point is None or point.usual_period is None or point.worst_period is None:
        return []
    usual, worst = point.usual_period, point.worst_period
    if usual.universal_credit - worst.universal_credit < SMALLEST_TO_SAY:
        return []
    said = [_credit(point, usual, worst)]
    if usual.housing_benefit - worst.housing_benefit >= SMALLEST_TO_SAY:
        amounts = _both(worst.housing_benefit, usual.housing_benefit)
        said.append(strip_phrase("real_periods", "housing", **amounts))
    if not comparison.unknown:
        facts = _both(worst.left_over, usual.left_over)
        said.append(
            strip_phrase("real_periods", "left_over", pay_days=pay_days(usual.pay_days), **facts)
        )
    if not worst.universal_credit:
        said.append(strip_phrase("real_periods", "again"))
    in_table = point.per_month["universal_credit"] or 0.0
    if in_table >= SMALLEST_TO_SAY:
        # Pay by the month is a twelfth of the year's, as the table has it.
        said.append(strip_phrase("real_periods", "by_the_month", usual=_pounds(in_table)))
    return [" ".join(said)]


def _of_the_job(comparison: Comparison) -> Point | None:
    """The point at the hours offered, or the nearest one shown."""
    job = comparison.case.job
    offer = (job.hours_per_week if job is not None else None) or 0.0
    points = [point for point in comparison.points if point.hours_per_week]
    return min(points, key=lambda p: abs((p.hours_per_week or 0.0) - offer), default=None)


def _credit(point: Point, usual: RealPeriod, worst: RealPeriod) -> str:
    times = str(worst.periods_a_year)
    often = strip_phrase("real_periods", "once" if times == "1" else "times", times=times)
    return strip_phrase(
        "real_periods",
        "less" if worst.universal_credit else "nothing",
        hours=f"{point.hours_per_week or 0.0:g}",
        pay_days=str(worst.pay_days),
        times=often,
        **_both(worst.universal_credit, usual.universal_credit),
    )


def pay_days(count: int) -> str:
    """So many pay days, such as 2 pay days."""
    code = "one_pay_day" if count == 1 else "some_pay_days"
    return strip_phrase("real_periods", code, count=str(count))


def _both(here: float, usual: float) -> dict[str, str]:
    return {"here": _pounds(here), "usual": _pounds(usual)}


def _pounds(amount: float) -> str:
    sign = "-" if amount < 0 else ""
    return f"{sign}£{abs(amount):,.0f}"
