"""Check your answers: each answer leads to its question, and nothing a file says is hidden."""

from tests.ui.app import opened, press, shown, to
from tests.ui.test_questions import answered

HERE = "This is the answer that you came to change."
SAVINGS = "Savings and money in the bank, all together"


def ways_to_answers(app):
    """By path of the fact, the button that leads to its question."""
    return {
        button.key.partition("change-")[2].rpartition("-")[0]: button
        for button in app.button
        if "change-" in button.key
    }


def test_an_answer_leads_to_its_question_and_the_mark_goes_again():
    app = opened("p1_lcwra_protected_rent", "money_now")
    answered(app, (SAVINGS, 250.0))
    to(app, "check_answers")
    ways_to_answers(app)["savings"].click().run()
    assert app.title[0].value == "Money now"
    assert shown(app).count(HERE) == 1
    answered(to(app, "money_now"), (SAVINGS, 300.0))
    # Still marked, with the way back, until the list is looked at again.
    assert HERE in shown(app)
    text = shown(to(app, "check_answers"))
    assert "£300" in text
    assert HERE not in shown(to(app, "money_now"))


def test_what_is_missing_leads_to_its_question_too():
    app = press(opened(), "Begin")
    to(app, "check_answers")
    press(app, "How you live is not answered yet.")
    assert app.title[0].value == "Your home"
    assert HERE in shown(app)
