"""What is wrong or missing is said with the fact's own name, by what is there to put right."""

from datetime import date

import pytest

from benefits_calc.ui import draft
from benefits_calc.words.answers_list import problem_line
from tests.ui.test_every_question import SINGLE

UC = "benefits_now.universal_credit"


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        ("savings", -1, "Savings: please give a number of 0 or more."),
        (f"{UC}.assessment_period_starts_on", 40, "please give a whole number from 1 to 31."),
        ("job.arrears_weeks", 99, "Weeks before the first pay: please give a number from 0 to 53."),
        ("home.rent.amount", -5, "Rent: please give a number of 0 or more."),
        ("job.costs[1]", {"amount": 1, "per": "week"}, "Please say what each cost is for"),
        ("job.term_time.weeks_paid", 3, "Please give the weeks of work in a year."),
        ("claimant.self_employment", {"gainful": True}, "Please give the money in, less costs"),
        (f"{UC}.sanction", {"until": "2026-12-12"}, "how many pounds a day the sanction takes"),
        ("events", [{"kind": "change_of_hours"}], "the day and the hours of each change"),
        ("job.first_pay_date", "2026-01-01", "The first pay day would be before the first day"),
        ("partner", {}, "The month and year of birth is not answered yet."),
        (
            "benefits_now.housing_benefit",
            {"amount": 5, "per": "week"},
            "Housing Benefit goes on only in supported and temporary homes.",
        ),
    ],
)
def test_what_to_put_right_names_the_fact_itself(path, value, line):
    found = draft.check(draft.with_value(SINGLE, path, value), date(2026, 12, 1))
    said = [problem_line(problem) for problem in found.problems]
    assert any(line in text for text in said), said
    assert not any("job is not answered" in text for text in said)
    # A part of one thing never puts the blame on another.
    assert not any("Your month and year of birth" in text for text in said)
