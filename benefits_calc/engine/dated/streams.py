"""A stream of payments: days, amounts for every scenario, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benefits_calc.engine.arrays import Floats
from benefits_calc.engine.dated.months import Dated
from benefits_calc.engine.dated.periods import Days
from benefits_calc.rules.rounding import to_penny
from benefits_calc.rules.working_days import working_day_on_or_before


@dataclass(frozen=True)
class Stream:
    """Payments of one kind.

    Attributes:
        what: Code of the event.
        source: Line of the results.
        days: Day of each payment.
        amounts: Pounds by payment and scenario; below 0 is money out.
        why: Code of the reason, by payment and scenario, or one for all.
        facts: What sentences need, by name: by payment and scenario, or by payment.
        shown_at_nothing: Payments of nothing that are worth saying, by payment and scenario.
        only: The one scenario that it belongs to; None for all.
    """

    what: str
    source: str
    days: Days
    amounts: Floats
    why: NDArray[Any] | str
    facts: Mapping[str, NDArray[Any]]
    shown_at_nothing: NDArray[np.bool_] | None = None
    only: int | None = None


def inside(dated: Dated, stream: Stream) -> Stream:
    """The payments of the days shown."""
    first, last = np.datetime64(dated.calendar.first_day), np.datetime64(dated.calendar.last_day)
    rows = (stream.days >= first) & (stream.days <= last)
    shown = stream.shown_at_nothing
    return replace(
        stream,
        days=stream.days[rows],
        amounts=stream.amounts[rows],
        why=stream.why if isinstance(stream.why, str) else stream.why[rows],
        facts={name: values[rows] for name, values in stream.facts.items()},
        shown_at_nothing=None if shown is None else shown[rows],
    )


def monthly(
    dated: Dated, what: str, source: str, amounts: Floats, *, on_the_day: bool = False
) -> Stream:
    """What comes or goes on the first of each month, by `Calendar.firsts` and scenario.

    Money in comes on the working day before, if need be; with `on_the_day` it does not, being
    taken off a bill and not paid.
    """
    days = dated.calendar.firsts
    if amounts.sum() > 0 and not on_the_day:
        days = working_day_on_or_before(days, dated.case.nation)
    return inside(dated, Stream(what, source, days, to_penny(amounts), "monthly_amount", {}))
