"""The pages of questions: what is answered becomes a case, and nothing else does."""

from datetime import date

import pytest

from benefits_calc.case import build_case, dump_case, dump_plain, load_case, parse_case
from benefits_calc.resources import scenarios_directory
from benefits_calc.ui import draft, pages
from tests.ui.app import NAMES, field, opened, press, shown, to, upload


def answers(app):
    return app.session_state["benefits_calc"].answers


def fill(app, **answered):
    """Answer questions by their label, one after the other, as a person does."""
    for label, value in answered.items():
        box = field(app, label)
        (box.input if hasattr(box, "input") else box.set_value)(value)
        app.run()
        assert not app.exception


def answered(app, *pairs):
    for label, value in pairs:
        fill(app, **{label: value})


@pytest.mark.parametrize("name", NAMES)
def test_a_look_at_every_page_leaves_an_opened_case_as_it_was(name):
    case = load_case(scenarios_directory() / f"{name}.yaml")
    app = upload(opened(), dump_case(case).encode())
    for page in pages.built():
        to(app, page.code)
    assert dump_case(build_case(answers(app))) == dump_case(case)


ABOUT_YOU = (
    ("Where do you live?", "england"),
    ("Your month and year of birth", "5 1986"),
    ("Has the DWP decided whether you are well enough to work?", "lcwra"),
    ("Does your UC statement show £429.80 or £217.26?", "protected"),
    ("Do you get PIP?", "no"),
)


def test_a_single_person_answers_and_gets_the_figures_of_the_ladder():
    app = press(opened(), "Begin")
    assert app.title[0].value == "About you"
    answered(app, *ABOUT_YOU)
    to(app, "your_home")
    answered(
        app,
        ("How do you live?", "social_rent"),
        ("Rent, with every charge in it", 450.0),
        ("Per: Rent, with every charge in it", "month"),
        ("Do you get the council tax bill?", "no"),
    )
    to(app, "money_now")
    to(app, "the_job")
    answered(app, ("Pay in pounds, before tax", 12.71), ("Hours a week", 16.0))
    text = shown(press(app, "Show what changes"))
    # 854.70 now and 1,477.98 at 16 hours, by the law file's ladder for such a person.
    assert "£623 more" in text
    assert answers(app)["claimant"] == {
        "born": "1986-05",
        "work_capability": "lcwra",
        "health_element": "protected",
    }
    assert answers(app)["benefits_now"] == {"universal_credit": {}}


def test_what_cannot_be_read_stays_on_the_page_and_is_named():
    app = press(opened(), "Begin")
    answered(app, ("Your month and year of birth", "the 80s"))
    assert "We need a month and a year" in shown(app)
    to(app, "your_home")
    text = shown(to(app, "check_answers"))
    assert '"the 80s" could not be used' in text
    to(app, "about_you")
    assert field(app, "Your month and year of birth").value == "the 80s"
    answered(app, ("Your month and year of birth", "5 1986"))
    assert "We need a month and a year" not in shown(app)


def test_no_name_of_a_field_is_ever_shown():
    app = press(opened(), "Begin")
    answered(app, ("Your month and year of birth", "5 2020"))
    for page in pages.built():
        text = shown(to(app, page.code))
        for name in (
            "claimant.born",
            "home.tenure",
            "nothing given",
            "not accepted",
            "benefits_now",
        ):
            assert name not in text, page.code


def test_an_unanswered_case_lists_what_is_still_to_do_with_the_way_there():
    app = press(opened(), "Begin")
    text = shown(to(app, "check_answers"))
    for line in ("Where you live", "Your month and year of birth", "How you live"):
        assert f"{line} is not answered yet." in text
    answered(to(app, "about_you"), *ABOUT_YOU[:2])
    answered(to(app, "your_home"), ("How do you live?", "owned_outright"))
    text = shown(to(app, "check_answers"))
    assert "Whether you get Universal Credit is not answered yet." in text


def test_i_do_not_know_is_kept_and_said_as_taken():
    app = press(opened(), "Begin")
    answered(app, ("Has the DWP decided whether you are well enough to work?", "unsure"))
    text = shown(to(app, "check_answers"))
    assert "I don't know" in text
    assert "We took it that there is none" in text
    assert "claimant" not in answers(app)


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("My visa or status says no public funds, or I am not sure", "immigration adviser"),
        ("Someone close to me has died in the last months", "sorry for your loss"),
    ],
)
def test_where_figures_could_harm_kind_words_stand_in_their_place(label, says):
    app = opened("p1_lcwra_protected_rent", "about_you")
    field(app, label).check().run()
    assert says in shown(app)
    text = shown(to(app, "better_off"))
    assert says in text
    assert "£623" not in text
    to(app, "about_you")
    field(app, label).uncheck().run()
    assert "£623" in shown(to(app, "better_off"))


def test_an_older_benefit_stops_the_figures():
    app = opened("p1_lcwra_protected_rent", "money_now")
    answered(app, ("Do you get one of these older benefits?", "income_related_esa"))
    assert "do not claim Universal Credit" in shown(to(app, "better_off"))


def test_another_nation_forgets_the_council():
    app = opened("a01_merton_social_tenant_lcwra", "about_you")
    answered(app, ("Where do you live?", "wales"))
    assert "council" not in answers(app)


def test_rows_come_and_go():
    app = press(opened(), "Begin")
    answered(app, ("How many children or young people under 20 do you look after?", 2))
    answered(app, ("Child 2: month and year of birth", "June 2019"))
    assert answers(app)["children"] == [{}, {"born": "2019-06"}]
    answered(app, ("How many children or young people under 20 do you look after?", 0))
    assert "children" not in answers(app)


def test_a_saved_case_has_what_was_answered_and_opens_the_same():
    app = opened("a05_sutton_lone_parent_lcwra", "money_now")
    answered(app, ("Savings and money in the bank, all together", 250.0))
    case = draft.check(answers(app), date(2026, 12, 1)).case
    assert case is not None
    assert case.savings == 250
    assert parse_case(dump_case(case)) == case


def test_a_letter_is_compared_and_a_difference_has_a_likely_reason():
    app = opened("p1_lcwra_protected_rent", "money_now")
    assert "Put in an amount from a letter" in shown(app)
    # Standard allowance 424.90, protected rate 429.80 and rent 450: all of the award.
    answered(app, ("Universal Credit on the latest statement", 1304.70))
    assert "Your letters and our figures agree" in shown(app)
    answered(app, ("Universal Credit on the latest statement", 854.70))
    text = shown(app)
    assert "The letter is £450.00 a month less than the figure." in text
    assert "Help with rent may not be in the award. This fits to the penny." in text
    field(app, "Universal Credit: the letter is right, so use its amount").check().run()
    assert answers(app)["benefits_now"]["universal_credit"]["locked"] is True


def test_an_unfinished_case_is_saved_and_opened_again():
    app = press(opened(), "Begin")
    answered(app, *ABOUT_YOU)
    held = dict(answers(app))
    text = dump_plain(held)
    other = upload(opened(), text.encode())
    assert other.title[0].value == "Check your answers"
    assert answers(other) == held
    assert "How you live is not answered yet." in shown(other)


def test_a_file_with_a_reason_to_stop_opens_and_says_whom_to_ask():
    case = load_case(scenarios_directory() / "p1_lcwra_protected_rent.yaml")
    text = dump_case(case) + "circumstances: [immigration_restriction]\n"
    app = upload(opened(), text.encode())
    assert "immigration adviser" in shown(app)
    assert "£" not in shown(to(app, "better_off")).split("Citizens Advice")[0]


def test_what_was_taken_for_i_do_not_know_stands_with_the_figures():
    app = opened("p1_lcwra_protected_rent", "the_job")
    answered(app, ("Do you pay back a student loan from wages?", "unsure"))
    text = shown(to(app, "better_off"))
    assert "You did not know about a student loan." in text


def test_hours_that_change_are_kept_as_stretches_and_asked_for_where_missing():
    app = opened("p1_lcwra_protected_rent", "the_job")
    answered(app, ("Are the hours the same every week?", "yes"))
    text = shown(press(app, "Show what changes"))
    assert "Please give the weeks and the hours of each stretch." in text
    for number, weeks, hours in ((1, 2.0, 20.0), (2, 2.0, 10.0)):
        answered(
            app,
            (f"Stretch {number}: how many weeks", weeks),
            (f"Stretch {number}: hours a week", hours),
        )
    assert answers(app)["job"]["pattern"] == [{"weeks": 2, "hours": 20}, {"weeks": 2, "hours": 10}]
    assert press(app, "Show what changes").title[0].value == "Better off?"
