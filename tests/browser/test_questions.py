"""From nothing to a first answer in a real browser, by mouse and by keyboard alone."""

import re

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.steps import (
    arrived,
    choose,
    find_in_list,
    go_to,
    pick,
    serious,
    settle,
    tab_to,
    too_wide,
    upload,
    write,
)

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
PAGES = ("About you", "Your home", "Money now", "Check your answers", "The job")
RESULTS = ("Better off?", "Month by month", "If it doesn't work out", "What to do", "For advisers")
MOST_INTERACTIONS = 15


@SIZES
def test_a_single_person_has_a_first_answer_in_few_interactions(opened, picture, size):
    page = opened(size)
    done = 0

    def did(step, *what):
        nonlocal done
        step(page, *what)
        done += 1

    did(press, "Begin")
    arrived(page, "About you")
    did(pick, "Where do you live?", "England")
    did(write, "Your month and year of birth", "5 1986")
    did(pick, "Has the DWP decided whether you are well enough to work?", LCWRA)
    did(pick, "Does your UC statement show £429.80 or £217.26?", "£429.80")
    did(pick, "Do you get PIP?", "No")
    picture(page, "about-you")
    did(follow, "Next: Your home")
    did(pick, "How do you live?", "I rent from the council or a housing association")
    did(write, "Rent, with every charge in it", "103.85")
    did(pick, "Do you get the council tax bill?", "No, or someone else does")
    picture(page, "your-home")
    did(follow, "Next: Money now")
    picture(page, "money-now")
    did(follow, "Next: The job")
    did(write, "Pay in pounds, before tax", "12.71")
    did(write, "Hours a week", "16")
    picture(page, "the-job")
    did(press, "Show what changes")
    arrived(page, "Better off?")
    # The ladder's person with a rent of 450 a month has 623 more; the rent stays the same here.
    assert "£623 more left over each month" in page.inner_text(".bc-lead")
    assert done <= MOST_INTERACTIONS
    assert too_wide(page) == []
    go_to(page, "Check your answers")
    picture(page, "check-answers")
    page.get_by_role("button", name="How you live", exact=True).click()
    arrived(page, "Your home")
    # The answer that is to be changed has the focus.
    chosen = page.locator(".st-key-wanted input:checked")
    page.wait_for_function("e => e === document.activeElement", arg=chosen.element_handle())


LCWRA = "Yes: not able to work, and no work activity needed (LCWRA, or support group)"


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def follow(page, name):
    page.get_by_role("link", name=name, exact=True).click()
    arrived(page, name.removeprefix("Next: ").removeprefix("Back: "))


def test_a_lone_parent_with_childcare(opened):
    page = opened(PHONE)
    press(page, "Begin")
    arrived(page, "About you")
    pick(page, "Where do you live?", "England")
    write(page, "Your month and year of birth", "April 1994")
    pick(page, "Has the DWP decided whether you are well enough to work?", "I don't know")
    pick(page, "Do you get PIP?", "No: I applied, and wait for the decision")
    write(page, "How many children or young people under 20 do you look after?", "1")
    write(page, "Child 1: month and year of birth", "6 2022")
    follow(page, "Next: Your home")
    find_in_list(page, "Which council sends the council tax bill?", "Sutton")
    pick(page, "How do you live?", "I rent from a private landlord")
    write(page, "Rent, with every charge in it", "1450")
    find_in_list(page, "Your rental area", "Outer South London")
    pick(page, "Do you get the council tax bill?", "Yes")
    follow(page, "Next: Money now")
    pick(page, "Do you get Universal Credit now?", "Yes")
    pick(
        page,
        "Does the council take something off your council tax (council tax reduction)?",
        "I don't know",
    )
    follow(page, "Next: The job")
    write(page, "Pay in pounds, before tax", "13.25")
    write(page, "Hours a week", "16")
    write(page, "Child 1: childcare while you work", "31")
    press(page, "Show what changes")
    arrived(page, "Better off?")
    assert "At 16 hours a week" in page.inner_text("body")
    go_to(page, "Check your answers")
    text = page.inner_text("[data-testid=stMain]")
    assert "Outer South London" in text
    assert "£31 a week" in text
    assert "We took it that there is none" in text


@SIZES
def test_by_keyboard_alone_to_a_first_answer(opened, size):
    page = opened(size)
    keys = page.keyboard

    def to_question(name):
        group = page.get_by_role("radiogroup", name=name, exact=True)
        tab_to(page, group)

    def type_into(label, text):
        tab_to(page, page.get_by_label(label, exact=True))
        keys.type(text)
        keys.press("Enter")
        settle(page)

    tab_to(page, page.get_by_role("button", name="Begin"))
    keys.press("Enter")
    arrived(page, "About you")
    to_question("Where do you live?")
    keys.press("ArrowDown")
    settle(page)
    keys.press("Space")
    settle(page)
    type_into("Your month and year of birth", "8 1984")
    tab_to(page, page.get_by_role("link", name="Next: Your home"))
    keys.press("Enter")
    arrived(page, "Your home")
    to_question("How do you live?")
    for _ in range(4):
        keys.press("ArrowDown")
    keys.press("Space")
    settle(page)
    tab_to(page, page.get_by_role("link", name="Next: Money now"))
    keys.press("Enter")
    arrived(page, "Money now")
    to_question("Do you get Universal Credit now?")
    keys.press("Space")
    settle(page)
    tab_to(page, page.get_by_role("link", name="Next: The job"))
    keys.press("Enter")
    arrived(page, "The job")
    type_into("Pay in pounds, before tax", "12.71")
    type_into("Hours a week", "12")
    tab_to(page, page.get_by_role("button", name="Show what changes", exact=True))
    keys.press("Enter")
    arrived(page, "Better off?")
    assert "At 12 hours a week" in page.inner_text("body")


def test_no_serious_finding_of_axe_with_nothing_with_faults_and_with_answers(opened):
    page = opened(PHONE)
    for title in (*PAGES, *RESULTS):
        go_to(page, title)
        assert serious(page) == [], title
        assert too_wide(page) == [], title
    go_to(page, "Start")
    upload(page, b"nation: mars\n")
    page.get_by_role("alert").filter(has_text="could not be opened").wait_for()
    assert serious(page) == []
    go_to(page, "About you")
    write(page, "Your month and year of birth", "the 80s")
    page.get_by_role("alert").filter(has_text="a month and a year").wait_for()
    page.get_by_text("My visa or status says no public funds").click()
    page.get_by_role("heading", name="Let us stop here for a moment").wait_for()
    assert serious(page) == []
    for title in (RESULTS[0], "Check your answers"):
        go_to(page, title)
        assert serious(page) == [], title
    go_to(page, "Start")
    choose(page, "Ewa")
    for title in PAGES:
        go_to(page, title)
        assert serious(page) == [], title
        for size in (DESK, PHONE):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            assert too_wide(page) == [], (title, size)
    write(page, "Hours a week", "200")
    page.get_by_role("alert").filter(has_text="from 0 to 168").wait_for()
    assert serious(page) == []
    go_to(page, RESULTS[1])
    assert serious(page) == []


def test_at_four_times_the_size_nothing_is_cut_and_the_menu_works(opened, picture):
    page = opened((320, 640))
    choose(page, "Huw, 45, and Nia, 44, one child, job for Huw")
    for title in PAGES:
        go_to(page, title)
        picture(page, f"four-times-{title.replace(' ', '-').lower()}")
        assert too_wide(page) == [], title


def test_back_and_forward_keep_the_answers(opened):
    page = opened()
    press(page, "Begin")
    arrived(page, "About you")
    write(page, "Your month and year of birth", "5 1986")
    follow(page, "Next: Your home")
    page.go_back()
    arrived(page, "About you")
    assert page.get_by_label("Your month and year of birth").input_value() == "May 1986"
    page.go_forward()
    arrived(page, "Your home")
    page.go_back()
    arrived(page, "About you")
    assert page.get_by_label("Your month and year of birth").input_value() == "May 1986"
    # Loading the page afresh would lose it: the browser asks first.
    asked = []

    def say_yes(dialog):
        asked.append(dialog.type)
        dialog.accept()

    page.once("dialog", say_yes)
    page.reload()
    arrived(page, "About you")
    assert asked == ["beforeunload"]


def test_loading_a_page_afresh_begins_afresh_and_says_what_to_do(opened):
    page = opened()
    choose(page, "Andre")
    assert re.search("/better-off$", page.url)
    page.reload()
    arrived(page, "Better off?")
    assert "There is nothing to show here yet" in page.inner_text("[data-testid=stMain]")
