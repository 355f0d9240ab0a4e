"""To a first answer in fifteen interactions: every press, choice and field filled counts as one.

Each step is taken as a person takes it, on the page on which it stands; nothing is prepared. A
step that leads to another page (the button at its end, or the menu) counts too.
"""

import pytest

from tests.ui.app import opened, press, shown, to
from tests.ui.test_questions import answered

MOST_INTERACTIONS = 15
BEGIN, SHOW = "Begin", "Show what changes"
BORN = ("Your month and year of birth", "5 1986")
CAPABILITY = "Has the DWP decided whether you are well enough to work?"
RATE = "Does your UC statement show £429.80 or £217.26?"
PAY, HOURS = ("Pay in pounds, before tax", 12.71), ("Hours a week", 16.0)
TENURE, RENT = "How do you live?", "Rent, with every charge in it"


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        pytest.param(
            (
                BEGIN,
                ("Where do you live?", "england"),
                BORN,
                (CAPABILITY, "lcwra"),
                (RATE, "protected"),
                ("Do you get PIP?", "no"),
                "to your_home",
                (TENURE, "social_rent"),
                (RENT, 103.85),
                ("Do you get the council tax bill?", "no"),
                "to money_now",
                "to the_job",
                PAY,
                HOURS,
                SHOW,
            ),
            "£623 more left over each month",
            id="renting, LCWRA",
        ),
        pytest.param(
            (
                BEGIN,
                ("Where do you live?", "england"),
                BORN,
                (CAPABILITY, "lcwra"),
                (RATE, "standard"),
                ("Do you get PIP?", "no"),
                "to your_home",
                (TENURE, "supported"),
                ("What kind of supported home is it?", "unsure"),
                (RENT, 281.0),
                ("Do you get the council tax bill?", "no"),
                "to the_job",
                PAY,
                HOURS,
                SHOW,
            ),
            "At 16 hours a week",
            id="supported home",
        ),
        pytest.param(
            (
                BEGIN,
                ("Where do you live?", "wales"),
                BORN,
                (CAPABILITY, "lcwra"),
                "to your_home",
                (TENURE, "owned_outright"),
                "to money_now",
                ("Do you get Universal Credit now?", "no"),
                ("Do you get New Style ESA?", "support"),
                "to the_job",
                PAY,
                HOURS,
                SHOW,
            ),
            "At 16 hours a week",
            id="New Style ESA alone",
        ),
        pytest.param(
            (
                BEGIN,
                ("Where do you live?", "scotland"),
                BORN,
                (CAPABILITY, "awaiting_assessment"),
                "to your_home",
                (TENURE, "private_rent"),
                (RENT, 500.0),
                ("Your rental area", "I don't know"),
                "to money_now",
                ("Do you get Universal Credit now?", "yes"),
                "to the_job",
                PAY,
                HOURS,
                SHOW,
            ),
            "At 16 hours a week",
            id="waiting, private rent, rental area not known",
        ),
    ],
)
def test_a_single_person_has_a_first_answer_in_few_interactions(steps, says):
    assert len(steps) <= MOST_INTERACTIONS
    app = opened()
    for step in steps:
        if isinstance(step, tuple):
            answered(app, step)
        elif step.startswith("to "):
            to(app, step.removeprefix("to "))
        else:
            app = press(app, step)
            if step == BEGIN:
                to(app, "about_you")
    assert app.title[0].value == "Better off?"
    assert says in shown(app)
