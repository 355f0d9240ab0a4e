"""A birth: one child more, and the benefits that are claimed for a first child.

For Universal Credit the child counts for the whole period of the birth (SI 2013/381 Sch 1 para
20); Child Benefit begins with the Monday after it (SSCBA 1992 s.147(2); SI 2003/492 reg 13), and a
claim within three months is for all of it (reg 6).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from benefits_calc.case import Case
from benefits_calc.case.benefits_now import BenefitLine, BenefitsNow
from benefits_calc.case.facts import When
from benefits_calc.case.household import Child
from benefits_calc.case.plans import Event
from benefits_calc.engine.dated.periods import months_later
from benefits_calc.engine.system import parameter_at
from benefits_calc.rules.conversions import MONTHS_PER_YEAR

SHARE_UNDER_AGE = "dwp.universal_credit.housing.child_share_any_sex_under_age"
# Claimed for a first child, and their rate.
CLAIMED_AT_BIRTH = {
    "child_benefit": "hmrc.child_benefit.eldest_per_week",
    "scottish_child_payment": "social_security_scotland.scottish_child_payment.weekly_rate",
}


def with_child_born(case: Case, event: Event, _day: date) -> Case:
    """The case with the child of a birth; what is claimed for a first child is claimed at once."""
    # The checks of a new case are for whoever writes one; a birth adds a child of that day.
    child = Child.model_construct(
        **{name: field.get_default() for name, field in Child.model_fields.items()}
        | {"born": When(event.on.isoformat()), "sex": _sex_to_share(case, event.on)}
    )
    now = case.benefits_now or BenefitsNow()
    lines = {
        name: BenefitLine(amount=parameter_at(path, event.on), per="week")
        for name, path in CLAIMED_AT_BIRTH.items()
        if not case.children and getattr(now, name) is None and _can_claim(case, name)
    }
    return case.model_copy(
        update={
            "children": (*case.children, child),
            "benefits_now": now.model_copy(update=lines),
        }
    )


def _can_claim(case: Case, line: str) -> bool:
    """Scottish Child Payment goes with Universal Credit in Scotland; Child Benefit with a child."""
    scottish = case.nation == "scotland" and case.universal_credit_claimed
    return line != "scottish_child_payment" or scottish


def _sex_to_share(case: Case, born: date) -> Literal["f", "m"] | None:
    """The sex with which a child of unknown sex can share the room of an older one."""
    young = int(parameter_at(SHARE_UNDER_AGE, born))
    months = int(young * MONTHS_PER_YEAR)
    older = [c.sex for c in case.children if c.sex and months_later(c.born_date, months) <= born]
    odd = [sex for sex in older if older.count(sex) % 2]
    return odd[0] if odd else None
