"""A result that somebody expected, as a file that can become a test.

The case goes in without its label, the titles of jobs and the special circumstances, which change
no figure, so that nothing in words tells who it is about.
"""

from __future__ import annotations

import json

from benefits_calc.case import Case, dump_case
from benefits_calc.case.loading import dump_plain

NOT_FOR_OTHERS = ("label", "circumstances")
NOTE = """# A result that was expected. Put the file into tests/expected/ to make it a test.
# Before you pass it on: change birth months and amounts that could tell who it is about.
"""


def expected_file(
    case: Case, hours_per_week: float | None, line: str, expected_per_month: float, source: str
) -> str:
    """The file's text.

    Args:
        case: The case, with its day.
        hours_per_week: Hours in the job; None for things as they are.
        line: Line of the results.
        expected_per_month: Pounds a month that were expected.
        source: Where that figure comes from.
    """
    held = json.loads(dump_case(case, "json"))
    for name in NOT_FOR_OTHERS:
        held.pop(name, None)
    people = [held.get(person) or {} for person in ("claimant", "partner")]
    for job in (held.get("job") or {}, *(job for who in people for job in who.get("jobs", ()))):
        job.pop("title", None)
    content = {
        "source": source,
        "hours_per_week": hours_per_week,
        "expected_per_month": {line: round(expected_per_month, 2)},
        "case": held,
    }
    return NOTE + dump_plain(content)
