"""Help that runs on for four weeks after New Style ESA: whom to tell, and what is not shown."""

from __future__ import annotations

from benefits_calc.analysis.dated_records import DatedMessage, Deadline
from benefits_calc.analysis.timeline_types import Run
from benefits_calc.engine.dated.extended import extended_of
from benefits_calc.engine.dated.months import Dated


def extended_deadlines(run: Run, place: int, who: str) -> list[Deadline]:
    """Whom to tell, within the weeks for which help runs on."""
    return [
        Deadline(
            by=item.ends,
            aim_for=item.begins,
            what=f"tell_council_extended_{item.line}",
            who=who,
            tell="council",
            rule=item.reference,
            keeps=(item.line,),
            certainty="council" if item.known else "unknown",
            facts={"first": item.begins, "last": item.ends},
        )
        for item in extended_of(run.dated)
        if item.scenario == place
    ]


def extended_warnings(dated: Dated) -> tuple[DatedMessage, ...]:
    """Weeks that may run on and are in no figure, as 26 weeks of the benefit are not shown."""
    lines = dict.fromkeys(item.line for item in extended_of(dated) if not item.known)
    return tuple(DatedMessage("extended_not_shown", {"line": line}, "unknown") for line in lines)
