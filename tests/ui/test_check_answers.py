"""Check your answers: each answer leads to its question, and nothing a file says is hidden."""

import pytest

from benefits_calc.case import build_case, dump_case
from benefits_calc.ui.field_parts import FieldParts
from benefits_calc.words import asked, questions
from benefits_calc.words.answers_list import answered as answered_of
from tests.ui import households
from tests.ui.app import opened, press, shown, to, upload
from tests.ui.test_questions import answered, answers

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


@pytest.fixture
def asked_here(monkeypatch):
    """By page, the paths of the questions that stood on it when it was last shown."""
    found = {}
    said = FieldParts.say_problems

    def recorded(fields, **how):
        found["last"] = fields.asked_here
        return said(fields, **how)

    monkeypatch.setattr(FieldParts, "say_problems", recorded)
    return found


@pytest.mark.parametrize("name", households.ALL)
def test_each_answer_of_a_file_has_its_question_on_its_page(name, asked_here):
    facts = households.ALL[name]
    app = upload(opened(), dump_case(build_case(facts)).encode())
    held = dict(answers(app))
    for page, rows in answered_of(held, ()).items():
        if page not in asked.ASKED_ON:
            continue
        to(app, page)
        places = [asked.place_of_question(row.path) for row in rows]
        stand = asked_here["last"]
        assert [at for at in places if not any(path.startswith(at) for path in stand)] == []
    # A look at the pages changed nothing.
    assert answers(app) == held


def test_the_households_have_an_answer_to_every_question():
    answered_paths = {
        questions.pattern_of(row.path)
        for facts in households.ALL.values()
        for page, rows in answered_of(facts, ()).items()
        if page in asked.ASKED_ON
        for row in rows
    }
    left = set(asked.ASKED) - answered_paths - WITHOUT_A_ROW
    assert {path for path in left if not path.startswith("circumstances.")} == set()


# What is named with its amount, what is no fact, and what is for one in Scotland's children.
WITHOUT_A_ROW = {
    "older",
    "claimant.new_style_jsa",
    "claimant.new_style_esa",
    "job.pension",
    "job.costs.kind",
    "savings_ignored.kind",
    "claimant.other_income.kind",
    "benefits_now.universal_credit.deductions.kind",
}


def test_what_no_page_asks_is_shown_and_kept_when_an_answer_changes():
    case = build_case(households.RENTING_COUPLE)
    app = upload(opened(), dump_case(case).encode())
    text = shown(to(app, "check_answers"))
    own = text.split("Your file also says")[1]
    for line in ("Name of the file", "every-answer-1", "Holiday pay", "Hours shown side by side"):
        assert line in own
    answered(to(app, "money_now"), (SAVINGS, 7100.0))
    for page in asked.ASKED_ON:
        to(app, page)
    saved = build_case(answers(app))
    changed = {**households.RENTING_COUPLE, "savings": 7100}
    assert dump_case(saved) == dump_case(build_case(changed))


def test_what_a_slip_takes_away_comes_back_with_the_answer_before():
    app = upload(opened(), dump_case(build_case(households.RENTING_COUPLE)).encode())
    held = dict(answers(app))
    for page, label, slip, before in (
        ("about_you", "How many children or young people under 20 do you look after?", 0, 2),
        ("about_you", "Do you live with a husband, wife or partner?", "no", "yes"),
        ("about_you", "I am expecting a baby", False, True),
        ("about_you", "Do you get PIP?", "unsure", "pip"),
        ("about_you", "Child 1: is a disability benefit paid for this child?", "no", "dla"),
        ("your_home", "How do you live?", "with_family", "private_rent"),
        ("money_now", "Does your partner get New Style JSA?", "unsure", "yes"),
        (
            "money_now",
            "Does the council take something off your council tax (council tax reduction)?",
            "no",
            "yes",
        ),
        ("money_now", "Do you get Universal Credit now?", "no", "yes"),
        ("money_now", "Do you work for yourself now?", "no", "yes"),
        ("the_job", "Is there work in school terms only?", "no", "yes"),
    ):
        answered(to(app, page), (label, slip))
        assert answers(app) != held, label
        answered(app, (label, before))
        assert build_case(answers(app)) == build_case(held), label


def test_i_do_not_know_goes_into_the_file_and_comes_back_with_what_is_taken():
    app = opened("p1_lcwra_protected_rent", "about_you")
    answered(app, ("Do you get PIP?", "unsure"))
    answered(to(app, "your_home"), ("Which council sends the council tax bill?", "I don't know"))
    held = answers(app)
    assert held["not_known"] == ["claimant.pip", "council"]
    other = upload(opened(), dump_case(build_case(held)).encode())
    assert answers(other) == held
    text = shown(to(other, "check_answers"))
    for said in ("You did not know about PIP", "You did not know the council."):
        assert said in text
        assert said in shown(to(other, "better_off"))
        to(other, "check_answers")
    # An answer takes the place of what was not known.
    answered(to(other, "about_you"), ("Do you get PIP?", "no"))
    assert answers(other)["not_known"] == ["council"]


def test_every_question_that_may_not_be_known_says_what_is_taken():
    may = {
        path
        for path, code in asked.ASKED.items()
        if {"unsure", "unknown"} & questions.words_of(code).get("options", {}).keys()
    }
    may |= {"council"}
    assert {path for path in may if not questions.taken_for(path)} <= ONE_PART_SAYS_IT


ONE_PART_SAYS_IT = {
    # The fact under which the answer is kept says it for all of them.
    "claimant.new_style_esa.group",
    "job.pension.enrolment",
}


def test_what_cannot_be_used_is_said_once_and_the_list_still_stands():
    app = opened("p1_lcwra_protected_rent", "about_you")
    born = "Your month and year of birth"
    answered(app, (born, "the 80s"))
    to(app, "the_job")
    answered(app, ("Tax code", "the 80s"))
    to(app, "check_answers")
    lines = [button.label for button in app.button if "to_do-" in (button.key or "")]
    assert len(lines) == len(set(lines)) >= 1
    assert sum("the 80s" in line for line in lines) >= 1
