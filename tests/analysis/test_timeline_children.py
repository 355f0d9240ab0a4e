"""A child who stops counting within the months shown is never left out without a word."""

from datetime import date

import pytest

from benefits_calc.analysis.timeline import timeline
from benefits_calc.words.dated import warning_sentence
from tests.engine.dated_cases import p1


@pytest.mark.parametrize(
    ("child", "code", "day"),
    [
        # 16 on 31 August 2027 counts to that day; a day later, for one more year.
        ({"born": "2011-08-31"}, "child_at_sixteen", date(2027, 9, 1)),
        ({"born": "2011-09-01"}, None, None),
        ({"born": "2011-07", "in_education_until": "2028-06"}, None, None),
        (
            {"born": "2011-07", "in_education_until": "2027-12"},
            "child_leaves_school",
            date(2028, 1, 1),
        ),
        # School that ends before 31 August after the 16th birthday changes nothing till then.
        (
            {"born": "2011-07", "in_education_until": "2027-06"},
            "child_leaves_school",
            date(2027, 9, 1),
        ),
        # To 31 August after the 19th birthday, whatever goes on.
        (
            {"born": "2008-03", "in_education_until": "2028-03"},
            "child_leaves_school",
            date(2027, 9, 1),
        ),
    ],
)
def test_the_day_from_which_a_child_is_left_out(child: dict, code: str | None, day: date | None):
    found = timeline(p1(children=[child]), months=17)
    said = [item for item in found.warnings if item.code.startswith("child_")]
    assert [(item.code, item.facts["day"]) for item in said] == ([(code, day)] if code else [])
    assert all(warning_sentence(item).startswith("From 1 ") for item in said)


def test_months_from_then_on_are_without_the_child_and_those_before_are_not():
    line = timeline(p1(children=[{"born": "2011-07"}]), months=17).as_you_are
    amounts = {period.starts: period.maximum for period in line.periods}
    assert amounts[date(2027, 7, 8)] == amounts[date(2027, 6, 8)]
    assert amounts[date(2027, 8, 8)] == pytest.approx(amounts[date(2027, 7, 8)] - 351.88)
