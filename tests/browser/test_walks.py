"""The five walks on a phone: each question's answer on a page and in the plan, with how sure it is.

What the answers come to is held by the walks at the command line; here it is held that a person
finds them, in words.
"""

import re

import pytest

from benefits_calc.case import dump_case, load_case
from benefits_calc.resources import scenarios_directory
from tests.browser.conftest import PHONE
from tests.browser.steps import arrived, go_to, open_every_part, upload, words_of

pytestmark = pytest.mark.browser

PAGES = ("Better off?", "Month by month", "If it doesn't work out", "What to do", "About and rates")
RULE, DWP, COUNCIL = (
    "This is the rule",
    "This depends on a DWP decision",
    "This depends on the council",
)

# By walk: the scenario, and for each question what answers it (regular expressions).
WALKS = {
    "reading": (
        "w1_reading_four_weekly",
        {
            "what do I get": (r"£1,433", r"£792"),
            "am I left with more": (r"between £[\d,]+ and £[\d,]+ more", r"Ask the council"),
            "a review": (r"not by itself a reason", r"Planned reviews go on", DWP),
            "PIP": (r"PIP", r"A review can still look at how you manage"),
            "prescriptions": (r"£935", r"7 January 2028"),
            "ill again": (r"Nothing is lost for good that we know of", r"In the first week"),
            "paid too much": (r"pay (it|some) back|paid too much",),
        },
    ),
    "leeds": (
        "w2_leeds_esa_owner",
        {
            "two shifts": (r"PW1", r"before the first shift", RULE),
            "tax": (r"The first payslips may show no tax",),
            "a third shift": (r"can break the award", r"Get advice before you say yes", DWP),
            "what am I missing": (r"£170",),
            "Universal Credit first": (r"Claimed while ESA runs, the higher amount can be kept",),
        },
    ),
    "manchester": (
        "w3_manchester_supported_weekly",
        {
            "will rent be paid": (r"there is no Universal Credit", r"£543", COUNCIL),
            "which months": (r"17 May 2027", r"£547"),
            "claim again": (r"journal", r"claim again at once"),
            "who reports": (r"[Aa]ppointee must report",),
            "the charge": (r"section 117 is free",),
            "PIP": (r"Personal Independence Payment \(PIP\) may be open to you",),
        },
    ),
    "dundee": (
        "w4_dundee_carer_four_weekly",
        {
            "is sixteen safe": (r"while net pay is within the weekly limit", RULE),
            "seventeen": (r"16 hours 14 minutes", r"tax code S1257L"),
            "what comes back": (r"can be claimed again, at any time",),
            "tax": (r"Tax on benefits and pensions", r"£36"),
            "whom to tell": (r"Social Security Scotland",),
            "council tax": (r"Council tax reduction", COUNCIL),
        },
    ),
    "newport": (
        "w5_newport_awaiting_assessment",
        {
            "my assessment": (r"no first (work capability )?assessment", r"16 hours"),
            "what is at stake": (r"£430|£429\.80", r"£217"),
            "should I say no": (r"This does not say no to the job",),
            "weekly pay": (r"5 pay days",),
            "if I leave": (r"health is a good reason", r"tell your work coach why"),
            "share of council tax": (r"[Cc]ouncil tax reduction",),
        },
    ),
}
# Said on a page only: the plan leaves it to the files and pages that it names.
ON_A_PAGE_ONLY = {"paid too much"}


@pytest.mark.parametrize("walk", list(WALKS))
def test_every_question_is_answered_on_screen_and_in_the_plan(opened, tmp_path, walk):
    name, questions = WALKS[walk]
    page = opened(PHONE)
    case = load_case(scenarios_directory() / f"{name}.yaml")
    upload(page, dump_case(case).encode())
    arrived(page, "Better off?")
    found = []
    plan = ""
    for title in PAGES:
        if title != "Better off?":
            go_to(page, title)
        open_every_part(page)
        found.append(words_of(page))
        if title == "What to do":
            with page.expect_download() as waiting:
                page.get_by_role("button", name="Save the plan as a web page").click()
            path = tmp_path / "plan.html"
            waiting.value.save_as(path)
            text = re.sub(r"<style.*?</style>|<[^>]+>", " ", path.read_text(encoding="utf-8"))
            plan = " ".join(text.replace("&#x27;", "'").split())
    screen = " ".join(found)
    unanswered = [
        (place, question, answer)
        for place, text in (("screen", screen), ("plan", plan))
        for question, answers in questions.items()
        if place == "screen" or question not in ON_A_PAGE_ONLY
        for answer in answers
        if not re.search(answer, text)
    ]
    assert unanswered == []
    # The plan carries the day of the law, what was taken as given, and what is not covered.
    for part in (r"Rates of \d+ \w+ 20\d\d", "What we took as given", "Not covered"):
        assert re.search(part, plan), part
    assert not re.search(r"schizo|psychos|anxiety|depress|bipolar", plan, re.IGNORECASE)
