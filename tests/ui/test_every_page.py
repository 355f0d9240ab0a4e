"""What stands on every page: whom to talk to, what to do about a figure of the DWP, the way out."""

import pytest

from benefits_calc.ui import pages
from benefits_calc.words.page_catalogue import say, section
from tests.ui.app import P1, opened, shown, to

HELP = ("advice", "samaritans", "differ_ask", "differ_wrong", "differ_too_much")


def test_what_to_do_about_a_figure_is_said_whole():
    words = section("help")
    assert "Citizens Advice" in words["advice"]
    assert "welfare rights" in words["advice"]
    assert "116 123" in words["samaritans"]
    assert "mandatory reconsideration" in words["differ_wrong"].lower()
    assert "one month" in words["differ_wrong"]


@pytest.mark.parametrize("name", [None, P1])
def test_every_client_page_says_whom_to_talk_to_empty_and_with_a_result(name):
    app = opened(name)
    for page in pages.built():
        text = shown(to(app, page.code))
        assert all((say("help", code) in text) == page.for_clients for code in HELP), page.code
        # Starting over: from the first page of questions on.
        labels = {button.label for button in app.button}
        begun = name is not None or page != pages.FIRST
        assert (say("keep", "start_over") in labels) == begun, page.code


def test_a_page_without_a_result_does_not_lead_on():
    app = opened(None)
    for page in pages.built():
        if page.kind != "results":
            continue
        links = [link.proto.label for link in to(app, page.code).get("page_link")]
        assert links
        assert not any(label.startswith("Next") for label in links), page.code
