"""Whole pounds in the page's one unit of time, and differences as words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from benefits_calc.engine.conversions import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from benefits_calc.words.page_catalogue import say

Period = Literal["month", "week"]
PERIODS: Final[tuple[Period, ...]] = ("month", "week")


def whole(amount: float) -> int:
    """Whole pounds, half a pound up in size."""
    return int(Decimal(str(amount)).quantize(Decimal(1), ROUND_HALF_UP))


def pence(amount: float) -> str:
    """Pounds and pence, for workings."""
    return f"{'-' if amount < 0 else ''}£{abs(amount):,.2f}"


@dataclass(frozen=True)
class Unit:
    """The unit of time in which a page shows money; amounts go in as pounds a month.

    Attributes:
        period: month or week.
    """

    period: Period = "month"

    @property
    def each(self) -> str:
        """Such as "each month"."""
        return say("unit.each", self.period)

    def of(self, per_month: float) -> float:
        """Pounds in this unit, not rounded."""
        if self.period == "month":
            return per_month
        return per_month * MONTHS_PER_YEAR / WEEKS_PER_YEAR

    def per_month(self, amount: float) -> float:
        """Pounds a month of an amount in this unit."""
        if self.period == "month":
            return amount
        return amount * WEEKS_PER_YEAR / MONTHS_PER_YEAR

    def pounds(self, per_month: float) -> str:
        """Whole pounds; below nothing, how much short."""
        amount = whole(self.of(per_month))
        if amount < 0:
            return say("amount", "short", amount=f"£{-amount:,}")
        return f"£{amount:,}"

    def size(self, per_month: float) -> str:
        """Whole pounds without the sign."""
        return f"£{abs(whole(self.of(per_month))):,}"

    def changes(self, per_month: float) -> int:
        """Whole pounds of a difference, with its sign."""
        return whole(self.of(per_month))

    def more_or_less(self, per_month: float) -> str:
        """A difference as words, such as "£212 more"."""
        amount = self.changes(per_month)
        if amount == 0:
            return say("amount", "same")
        return say("amount", "more" if amount > 0 else "less", amount=self.size(per_month))

    def between(self, low: float, high: float) -> str:
        """A range of differences as words."""
        if self.changes(low) == self.changes(high):
            return self.more_or_less(high)
        least, most = self.size(low), self.size(high)
        if self.changes(low) >= 0:
            return say("amount", "between", low=least, high=most)
        if self.changes(high) <= 0:
            return say("amount", "between_less", low=most, high=least)
        return say("amount", "between_both", low=least, high=most)
