"""The page of the way back: every example, and each way it may not work out."""

import pytest

from benefits_calc.words.page_catalogue import say, section
from tests.ui.app import NAMES, P1, field, opened, shown


@pytest.mark.parametrize("name", NAMES)
def test_every_example_has_a_way_back(name):
    text = shown(opened(name, "way_back"))
    assert say("months", "caption") in text
    for broken in ("None", "nan", "{", "}"):
        assert broken not in text.split("<style>")[0].split()


@pytest.mark.parametrize("kind", ["job_ends", "hours_drop", "sickness"])
def test_each_way_has_its_own_question_and_answer(kind):
    app = opened(P1, "way_back")
    field(app, say("way_back_page", "kind")).set_value(kind).run()
    assert not app.exception
    labels = [box.label for box in app.number_input]
    assert (say("way_back_page", "to_hours") in labels) == (kind == "hours_drop")
    assert (say("way_back_page", "weeks") in labels) == (kind == "sickness")


def test_after_the_job_universal_credit_is_back_in_full():
    # With work, 16 hours at 12.71, the award is 1,064.81; without it 1,304.70.
    assert "£1,305" in shown(opened(P1, "way_back"))


def test_the_kinds_are_those_of_the_record():
    assert set(section("way_back_page.kinds")) == {"job_ends", "hours_drop", "sickness"}
