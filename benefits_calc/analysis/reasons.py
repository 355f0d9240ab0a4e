"""A likely reason for a letter to differ from the figure, and how well it matches."""

from __future__ import annotations

from dataclasses import dataclass, field

EXACT, NEAR, POSSIBLE = "exact", "near", "possible"
MATCHES = (EXACT, NEAR, POSSIBLE)
# Weeks turned into months round once more than the letter did.
A_PENNY_OR_TWO, A_POUND = 0.025, 1.0


@dataclass(frozen=True)
class Reason:
    """One reason why a letter may differ.

    Attributes:
        code: Its name in the catalogue.
        match: exact, near or possible.
        figure_per_month: What the letter would show for this reason, where it can be worked out.
        facts: What its sentence needs.
    """

    code: str
    match: str
    figure_per_month: float | None = None
    facts: dict[str, str] = field(default_factory=dict)


def match_of(letter: float, figure: float) -> str | None:
    """How well a figure matches a letter, pounds a month both; none if it does not."""
    apart = abs(letter - figure)
    if apart <= A_PENNY_OR_TWO:
        return EXACT
    return NEAR if apart <= A_POUND else None
