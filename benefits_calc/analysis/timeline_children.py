"""What to say of young people who stop counting as children within the days shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from benefits_calc.analysis.dated_records import DatedMessage
from benefits_calc.case.ages import september_after
from benefits_calc.case.household import Child
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.system import parameter_at

AGE = "dwp.universal_credit.child.child_under_age"
LAST_AGE = "dwp.universal_credit.child.qualifying_young_person_last_age"


def children_warnings(dated: Dated) -> Iterator[DatedMessage]:
    """Each child who is left out of later months, and why (UC Regs reg 5; SI 2006/223 reg 3).

    A child counts to 31 August after the 16th birthday, and beyond it only while school or
    training is said to go on.
    """
    shown = dated.calendar
    for child in dated.case.children:
        code, day = _counts_until(child, shown.first_day)
        if shown.first_day < day <= shown.last_day:
            yield DatedMessage(code, {"day": day})


def _counts_until(child: Child, at: date) -> tuple[str, date]:
    """Why a child stops counting, and the first day on which it no longer does."""
    sixteen = september_after(child.born_date, int(parameter_at(AGE, at)))
    if child.in_education_until is None:
        return "child_at_sixteen", sixteen
    last = september_after(child.born_date, int(parameter_at(LAST_AGE, at)))
    ends = child.in_education_until.last_day + timedelta(days=1)
    return "child_leaves_school", max(sixteen, min(ends, last))
