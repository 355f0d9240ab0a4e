"""Pages of results that clients read: no jargon, no case label, and a reading age of about ten."""

import re

import pytest

from benefits_calc.ui import pages
from tests.ui.app import opened, shown
from tests.ui.test_plain_words import JARGON as JARGON_OF_QUESTIONS
from tests.ui.test_plain_words import reading_index

# An index of 4 is read by somebody of nine or ten; 6 would be eleven or twelve.
READING_INDEX = 4.0
JARGON = re.compile(
    r"\b(taper\w*|disregard\w*|unearned|assessment periods?|APs?|HCE|marginal|non-dependants?|"
    r"tariff income|claimants?|de minimis|passported|in respect of|pursuant|per annum|None|nan|"
    r"1 (?:hours|days|weeks|months|pay days)|0 days)\b"
)
CLIENT_PAGES = [page.code for page in pages.built() if page.kind == "results" and page.for_clients]
PEOPLE = (
    "p1_lcwra_protected_rent",
    "a04_northampton_esa_permitted_work_owner",
    "a05_sutton_lone_parent_lcwra",
    "a07_edinburgh_carer_lone_parent",
    "w3_manchester_supported_weekly",
    "w4_dundee_carer_four_weekly",
)


def lines_of(app):
    text = re.sub(r"<style>.*?</style>", "", shown(app), flags=re.DOTALL)
    text = re.sub(r"<t[dh][ >].*?</t[dh]>", "", text, flags=re.DOTALL)
    return [line for line in re.sub(r"<[^>]+>", "\n", text).splitlines() if line.strip()]


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("code", CLIENT_PAGES)
def test_a_page_of_results_is_plain(name, code):
    lines = lines_of(opened(name, code))
    assert len(lines) > 10
    assert [line for line in lines if JARGON.search(line)] == []
    assert [line for line in lines if JARGON_OF_QUESTIONS.search(line)] == []
    assert reading_index(lines) <= READING_INDEX


@pytest.mark.parametrize("code", CLIENT_PAGES)
def test_lcwra_is_never_without_its_meaning(code):
    lines = lines_of(opened(PEOPLE[0], code))
    # The title of the example that is open is the person's own choice.
    text = " ".join(line for line in lines if not line.startswith("Example:"))
    meaning = r"work-related activity \(LCWRA\)|health decision \(LCWRA\)"
    assert "LCWRA" not in text or re.search(meaning, text)
