"""The five walks on the pages and in the plan: every question has its answer, and how sure it is.

Figures are recomputed in tests/walks at the command line; here it is held that a person who opens
the app, or is handed the plan, finds the answer in words. Answers are regular expressions.
"""

import re
from functools import cache
from html import unescape

import pytest

from benefits_calc.case import Case, dump_case
from benefits_calc.case.loading import parse_case
from benefits_calc.output.plan_file import plan_file
from benefits_calc.words.page_catalogue import say
from tests.ui.app import field, opened, shown, to, upload
from tests.walks.run import path_of
from tests.walks.test_walk_newport import BACK_PAY
from tests.walks.test_walk_reading import IN_HOSPITAL

RULE = "This is the rule"
DWP = "This depends on a DWP decision"
COUNCIL = "This depends on the council"
PAGES = ("better_off", "month_by_month", "way_back", "what_to_do")
UMBRELLA = (("  title: warehouse operative\n", "  title: warehouse operative\n  kind: umbrella\n"),)

Answers = dict[str, tuple[str, ...]]
WALKS: dict[str, Answers] = {
    "w1": {
        "1 each month": (r"£1,433", r"£1,2(29|30)", r"£792", r"wage|Wage", r"£797", r"£64"),
        "1 the period with two pays": (r"14 January 2028", r"it counts 2 wages"),
        "2 better off": (
            r"between £[\d,]+ and £[\d,]+ more",
            r"your council must tell you",
            r"about £104 a month",
        ),
        "3 a review": (r"not by itself a reason", r"Planned reviews go on", DWP),
        "3 PIP": (r"A review can still look at how you manage", RULE),
        "4 prescriptions": (r"£935", r"7 January 2028", r"not the average"),
        "5 off sick": (
            r"Sick pay by law for these weeks comes to about £740 in all before tax, about £123",
            r"fit note",
            r"care team",
        ),
        "5 the job ends": (
            r"From 13 August 2027 payments are what they would be",
            r"nothing to claim again",
            r"each day later costs about £47",
            r"Nothing is lost for good",
            r"as long as the claim is open",
        ),
        "6 paid too much": (r"even when it was not your mistake", r"keep the message"),
    },
    "w2": {
        "1 two shifts": (r"PW1", r"before the first shift", RULE),
        "1 tax": (r"£83", r"The first payslips may show no tax"),
        "2 a third shift": (r"can break the award", r"Get advice before you say yes", DWP),
        "3 back again": (r"within 12 weeks, by 4 April 2027", r"it may not come back"),
        "4 missing now": (r"£170",),
        "5 Universal Credit first": (r"£430 a month", r"£217 a month", r"an assessment and a wait"),
        "6 the aunt": (r"savings over £16,000", r"New Style ESA does not look at savings"),
        "7 today": (r"You do not have to decide today",),
    },
    "w3": {
        "1 Housing Benefit": (r"£125 a week in place of £262", r"£547 less", COUNCIL),
        "1 which days": (r"17 May 2027", r"19 July 2027", r"14 June 2027"),
        "2 by the month": (r"Paid once a month in place of that", r"£87 of Universal Credit"),
        "2 thirty hours": (r"up to 35 hours a week, paid weekly, even in a month with 5 pay days",),
        "3 claim again": (r"journal on 18 June 2027", r"claim again that day", DWP),
        "3 the council both times": (r"tell it again when Universal Credit is back",),
        "4 who reports": (r"The appointee must report", r"Who: the appointee|the appointee\."),
        "5 the charge": (r"section 117 is free", r"Wages are not counted"),
        "7 my own flat": (r"£427 of wages .* in place of £710",),
        "8 PIP": (
            r"Personal Independence Payment \(PIP\) may be open",
            r"Work does not rule it out",
        ),
    },
    "w4": {
        "1 sixteen": (r"The limit is £204 a week, and changes in April", RULE),
        "2 seventeen": (r"16 hours 14 minutes", r"tax code S1257L"),
        "3 what comes back": (r"can be claimed again", r"[Ss]upplement"),
        "4 tax": (r"Tax on benefits and pensions", r"£36"),
        "5 overtime": (r"each rise, bonus or extra shift", r"averaged only if", DWP),
        "6 my father": (r"What the person you care for gets does not change",),
        "6 council tax and water": (r"Council tax reduction", r"water charges", COUNCIL),
        "7 if Dad dies": (r"Citizens Advice",),
    },
    "w5": {
        "1 my assessment": (r"no first (work capability )?assessment", r"16 hours", r"£881"),
        "2 at stake": (r"£430|£429\.80", r"£217", r"£427", DWP),
        "3 should I say no": (r"This does not say no to the job",),
        "4 weekly pay": (r"by 55p, from the first pound", r"it counts 5 wages", r"18 June 2027"),
        "4 pension": (r"signed up",),
        "5 if I leave": (r"health is a good reason", r"tell your work coach why", DWP),
        "6 council tax": (r"[Cc]ouncil tax reduction", r"ask the council|Ask the council"),
        "8 my mum": (r"[Kk]eep it (somewhere )?safe",),
    },
}
# The same people, with something else true of them: the facts of a question that looks ahead.
OTHERWISE: dict[str, tuple[str, tuple[tuple[str, str], ...], Answers]] = {
    "w1 in hospital, and then the job ends": (
        "w1",
        IN_HOSPITAL,
        {
            "5 PIP": (r"after 28 days in hospital", r"not paid from 3 July 2027"),
            "5 who tells": (r"Tell the office that pays it when you go in",),
        },
    ),
    "w3 through an umbrella company": (
        "w3",
        UMBRELLA,
        {"6 umbrella": (r"gross pay on the payslip",)},
    ),
    "w5 with back pay of PIP": (
        "w5",
        BACK_PAY,
        {"7 back pay": (r"20 November 2027", r"12 months")},
    ),
}


def plain(markup: str) -> str:
    """Markup as the words that are read, in one line."""
    text = re.sub(r"<style.*?</style>", " ", markup, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


@cache
def case_of(walk: str, changes: tuple[tuple[str, str], ...] = ()) -> Case:
    text = path_of(walk).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return parse_case(text, "yaml")


@cache
def screen(walk: str, changes: tuple[tuple[str, str], ...] = ()) -> str:
    """Everything on the pages of results, the two ways back that the plan has too."""
    app = upload(opened(), dump_case(case_of(walk, changes)).encode())
    found = []
    for page in PAGES:
        app = to(app, page)
        found.append(plain(shown(app)))
        found += [item.label for item in app.expander]
    app = to(app, "way_back")
    field(app, say("way_back_page", "kind")).set_value("sickness").run()
    found.append(plain(shown(app)))
    return " ".join(found)


@cache
def plan(walk: str, changes: tuple[tuple[str, str], ...] = ()) -> str:
    return plain(plan_file(case_of(walk, changes), ".html").decode())


def unanswered(text: str, answers: Answers) -> list[tuple[str, str]]:
    return [
        (question, answer)
        for question, found in answers.items()
        for answer in found
        if not re.search(answer, text)
    ]


@pytest.mark.parametrize("walk", WALKS)
def test_every_question_is_answered_on_screen(walk: str):
    assert unanswered(screen(walk), WALKS[walk]) == []


@pytest.mark.parametrize("walk", WALKS)
def test_every_question_is_answered_in_the_plan(walk: str):
    assert unanswered(plan(walk), WALKS[walk]) == []


@pytest.mark.parametrize("name", OTHERWISE)
def test_questions_that_look_ahead_are_answered(name: str):
    walk, changes, answers = OTHERWISE[name]
    assert unanswered(screen(walk, changes), answers) == []
    assert unanswered(plan(walk, changes), answers) == []


@pytest.mark.parametrize("walk", WALKS)
def test_the_plan_says_what_it_rests_on_and_names_no_diagnosis(walk: str):
    text = plan(walk)
    for part in (r"Rates of \d+ \w+ 20\d\d", "What we took as given", "Citizens Advice"):
        assert re.search(part, text), part
    assert not re.search(
        r"schizo|psychos|anxiety|depress|bipolar|cliff|worse off", text, re.IGNORECASE
    )
