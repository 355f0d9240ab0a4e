"""Client pages are in plain words: no jargon, short sentences, a reading age of about ten.

The measure is the Automated Readability Index (Smith and Senter 1967): letters a word and words
a sentence. An index of 4 is read by somebody of nine or ten. Names that stand on people's own
letters (Universal Credit, council tax reduction) cannot be simpler, and count as short words.
"""

import re

import pytest

from benefits_calc.ui import pages
from benefits_calc.words.page_catalogue import section, sections
from tests.ui.app import opened, shown

JARGON = re.compile(
    r"\b(taper\w*|disregard\w*|marginal|withdrawal rate|capital|non-dependants?|tariff|"
    r"gateway|entitle\w*|eligib\w*|claimants?|liab\w*|statutory duty|pursuant|aforementioned|"
    r"in respect of|assessable|apportion\w*|accru\w*|nugatory|commence\w*|remunerat\w*|"
    r"per annum|gross|netted|null|boolean|yaml|enum\w*|field|parameter|schema)\b",
    re.IGNORECASE,
)
# Sections that clients read while they answer; the others are read by advisers or in files.
QUESTIONS = ("answers", "ask", "stops", "start", "check_answers", "letters", "money_now")
# Sentences with days in them: on the pages of months, the way back and what to do, and in the plan.
DATED = ("dated", "months", "cash", "changes", "way_back_page", "what_to_do", "money_help")
NAMES = re.compile(
    r"Universal Credit|Housing Benefit|Child Benefit|Citizens Advice|Samaritans|"
    r"Disability Living Allowance|Adult Disability Payment|Child Disability Payment|"
    r"Carer's Allowance|Carer Support Payment|New Style ESA|New Style JSA|council tax reduction|"
    r"Maternity Allowance|Statutory Sick Pay|Bereavement Support Payment|Northern Ireland|"
    r"Widowed Parent's Allowance|Industrial injuries benefit|Pension Credit|Income Support"
)
MOST_WORDS, FEWEST_WORDS = 30, 5
READING_INDEX = 4.0


def phrases(names):
    def walk(found, path):
        if isinstance(found, dict):
            for name, value in found.items():
                yield from walk(value, f"{path}.{name}")
        elif isinstance(found, str):
            yield path, found

    for name in names:
        yield from walk(section(name), name)


def sentences_in(text):
    plain = NAMES.sub("benefit", re.sub(r"\{\w+\}|£[\d,.]+", "ten", text))
    parts = (part.split() for part in re.split(r"[.?!:;]+(?:\s|$)", plain))
    # A label of a word or two is no sentence, and would make the rest look plainer than it is.
    return [words for words in parts if len(words) >= FEWEST_WORDS]


def reading_index(texts):
    sentences = [words for text in texts for words in sentences_in(text)]
    words = [word for found in sentences for word in found]
    letters = sum(len(re.sub(r"\W", "", word)) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(sentences) - 21.43


def test_the_measure_tells_plain_words_from_a_regulation():
    plain = ["You get the money each month. You can save the file and go on."]
    law = [
        (
            "The non-dependant deduction is disregarded where the claimant's entitlement to the "
            "housing costs element is determined in accordance with the preceding paragraph."
        )
    ]
    assert reading_index(plain) < 4
    assert reading_index(law) > 14
    assert JARGON.search(law[0])


@pytest.mark.parametrize("name", QUESTIONS + DATED)
def test_words_that_clients_read_have_no_jargon(name):
    assert name in sections()
    found = {path: hit[0] for path, text in phrases([name]) if (hit := JARGON.search(text))}
    assert found == {}


def test_no_sentence_of_the_questions_or_the_dates_is_long():
    long = [
        path
        for path, text in phrases(QUESTIONS + DATED)
        for words in sentences_in(text)
        if len(words) > MOST_WORDS
    ]
    assert long == []


def test_the_questions_are_read_by_somebody_of_about_ten():
    assert reading_index([text for _, text in phrases(QUESTIONS)]) <= READING_INDEX


@pytest.mark.parametrize("name", DATED)
def test_sentences_with_days_are_read_by_somebody_of_about_ten(name):
    assert reading_index([text for _, text in phrases([name])]) <= READING_INDEX


@pytest.mark.parametrize("page", [p.code for p in pages.built() if p.kind == "questions"])
def test_pages_of_questions_are_plain_as_they_stand(page):
    app = opened("a05_sutton_lone_parent_lcwra", page)
    text = re.sub(r"<style>.*?</style>", "", shown(app), flags=re.DOTALL)
    texts = [line for line in re.sub(r"<[^>]+>", "\n", text).splitlines() if line.strip()]
    labels = [box.label for kind in (app.radio, app.number_input, app.selectbox) for box in kind]
    assert reading_index([*texts, *labels]) <= READING_INDEX
    assert not [line for line in (*texts, *labels) if JARGON.search(line)]
