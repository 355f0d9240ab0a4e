"""An answer becomes a fact of the case, and the fact changes what it should.

What it changes is one of: the figures of a usual month, the months by date, what is said or to be
done, or nothing beside what is checked (the letters). Each step starts from the answers before it,
so a question that appears only with another is answered after it.
"""

from datetime import date
from typing import Any

import pytest

from benefits_calc.analysis.affected import affected_people
from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.reassessment import reassessment_in
from benefits_calc.analysis.situation import situation_of
from benefits_calc.analysis.tasks import tasks_in
from benefits_calc.analysis.timeline import timeline
from benefits_calc.case import build_case, dump_case
from benefits_calc.ui import draft
from tests.ui.app import opened, to, upload
from tests.ui.test_questions import answered, answers

DAY = date(2026, 12, 1)
SINGLE: dict[str, Any] = {
    "as_at": "2026-12-01",
    "nation": "england",
    "council": "merton",
    "claimant": {
        "born": "1990-06",
        "work_capability": "lcwra",
        "health_element": "standard",
        "work_capability_since": "2026-08",
    },
    "home": {
        "tenure": "social_rent",
        "rent": {"amount": 130, "per": "week"},
        "council_tax": {"liable": True, "band": "B"},
    },
    "benefits_now": {"universal_credit": {"assessment_period_starts_on": 8}},
    "job": {"hourly_pay": 12.71, "hours_per_week": 16, "starts": "2027-01-11"},
}


def with_parts(**parts):
    """The single person, with whole parts of the file in place of theirs."""
    found = {**SINGLE, **parts}
    found["claimant"] = {**SINGLE["claimant"], **parts.get("claimant", {})}
    found["job"] = {**SINGLE["job"], **parts.get("job", {})}
    return {name: part for name, part in found.items() if part is not None}


COUPLE = with_parts(partner={"born": "1991-03"}, children=[{"born": "2020-05"}])
NOT_LIMITED = with_parts(
    claimant={"work_capability": "none", "health_element": "automatic"}, job={"hours_per_week": 8}
)
PRIVATE = with_parts(
    rental_area="outer_south_london",
    claimant={"born": "1998-01"},
    home={"tenure": "private_rent", "rent": {"amount": 1300, "per": "month"}},
)
IN_SCOTLAND = with_parts(nation="scotland", council="glasgow_city", children=[{"born": "2020-05"}])
WITH_FAMILY = with_parts(home={"tenure": "with_family", "council_tax": {"liable": False}})
OWNER = with_parts(home={"tenure": "mortgaged", "mortgage": {"amount": 590, "per": "month"}})
SUPPORTED = with_parts(
    home={
        "tenure": "supported",
        "supported_kind": "exempt",
        "rent": {"amount": 281, "per": "week"},
    },
    benefits_now={
        "universal_credit": {"assessment_period_starts_on": 8},
        "housing_benefit": {"amount": 262, "per": "week"},
    },
)
ON_ESA = with_parts(
    claimant={
        "work_capability": "lcw",
        "health_element": "automatic",
        "work_capability_since": "2026-08",
    },
    benefits_now={"new_style_esa": {"amount": 191.1, "per": "fortnight"}},
    job={"hours_per_week": 8},
)
ON_ESA["claimant"]["new_style_esa"] = {"group": "work_related"}


def figures(case):
    """What is left over now and in the job, and every line of both."""
    found = compare(case, (case.job.hours_per_week,), with_thresholds=False)
    return [(point.left_over_per_month, point.per_month) for point in (found.now, *found.points)]


def months(case):
    """The months of the job and those without it."""
    found = timeline(case, months=6)
    return repr((found.as_you_are.months, [line.months for line in found.lines]))


def said(case):
    """Messages, assumptions, what is left out, tasks, reviews, and other people's claims."""
    found = compare(case, (case.job.hours_per_week,), with_thresholds=False)
    situation = situation_of(case)
    return repr(
        (
            [m.code for m in case.messages()],
            found.assumptions,
            found.not_covered,
            tasks_in(situation),
            reassessment_in(situation),
            affected_people(case),
        )
    )


def nothing(_):
    """A part of an answer: what goes with it comes next."""


ABOUT_YOU = (
    ("When is the next health review? (month and year)", "6 2027", "claimant.next_review", said),
    (
        "I asked the DWP to look at this decision again, or appealed",
        True,
        "claimant.pending[1]",
        said,
    ),
    ("Do you get PIP?", "pip", "claimant.pip", nothing),
    ("Daily living part", "standard", "claimant.pip.daily_living", figures),
    (
        "Someone gets Carer's Allowance, or the like, for looking after me",
        True,
        "claimant.someone_is_paid_to_care",
        said,
    ),
    (
        "I asked for the decision on PIP to be looked at again, or appealed",
        True,
        "claimant.pending[2]",
        nothing,
    ),
    ("I am in hospital now", True, None, nothing),
    ("In hospital since which day?", "1 10 2026", "claimant.in_hospital_since", months),
    ("I am expecting a baby", True, None, nothing),
    ("The day the baby is due", "1 3 2027", "claimant.pregnant_due", said),
    ("Someone else deals with my benefits for me (an appointee)", True, "claimant.appointee", said),
    ("I have a debt relief order or something like it", True, "circumstances", said),
)
HOME = (
    (
        "The bill is one band lower because of a disability",
        True,
        "home.council_tax.disabled_band_reduction",
        figures,
    ),
    (
        "A doctor has certified a severe mental impairment for me, for council tax",
        True,
        "claimant.severe_mental_impairment_certified",
        figures,
    ),
    ("How many other adults live with you?", 2, "others_in_home", None),
    ("Adult 1: who is it?", "sibling", "others_in_home[1].relation", None),
    ("Adult 1: month and year of birth", "3 1990", "others_in_home[1].born", None),
    ("Adult 2: who is it?", "other", "others_in_home[2].relation", None),
    ("Adult 2: month and year of birth", "3 1991", "others_in_home[2].born", nothing),
    ("Adult 1: pay before tax", 400.0, "others_in_home[1].gross_earnings.amount", None),
    ("Adult 1: hours of paid work a week", 20.0, "others_in_home[1].hours_per_week", figures),
    ("Adult 2: gets Pension Credit", True, "others_in_home[2].benefits", figures),
    ("Adult 2: studies full time", True, "others_in_home[2].student", nothing),
    ("Adult 2: lives as a couple with", "1", "others_in_home[2].partner_of", figures),
)
AREA = (
    ("Your rental area", "I don't know", "rental_area", figures),
    (
        '"Housing" on your Universal Credit statement',
        800.0,
        "home.local_housing_allowance",
        figures,
    ),
    ("I was in care as a child", True, "claimant.care_leaver", nothing),
)
FAMILY = (
    ("What you pay your family or friends", 40.0, "home.board", figures),
    ("Help with rent in their Universal Credit", True, "home.host.universal_credit_housing", said),
    ("Council tax reduction", True, "home.host.council_tax_reduction", said),
    (
        "The council tax discount for one adult",
        True,
        "home.host.single_person_discount",
        said,
    ),
)
LOAN = (
    (
        "Mortgage interest loan from the DWP, as paid to the lender",
        150.0,
        "home.mortgage_interest_loan.amount.amount",
        said,
    ),
)
CARE = (
    ("What the council charges you for care", 12.0, "claimant.care_charge.amount", figures),
    ("Is this after-care under section 117?", "yes", "claimant.care_charge.section_117", said),
    ("I may move to a home of my own because of the job", True, "circumstances", said),
)
UC = "benefits_now.universal_credit"
MONEY = (
    ("How many sums are taken off your Universal Credit?", 1, f"{UC}.deductions", None),
    ("Taken off 1: what for?", "fine", f"{UC}.deductions[1].kind", None),
    ("Taken off 1: how much", 20.0, f"{UC}.deductions[1].amount", figures),
    ("Taken off 1: last day", "1 3 2027", f"{UC}.deductions[1].ends", months),
    ('"Transitional protection" on the statement', 50.0, f"{UC}.transitional_element", figures),
    (
        "When it began, did you (and your partner) have wages?",
        "no",
        f"{UC}.earned_above_threshold_at_start",
        nothing,
    ),
    ("The rent part goes straight to the landlord", True, f"{UC}.rent_to_landlord", said),
    (
        "Discretionary Housing Payment from the council",
        15.0,
        "benefits_now.discretionary_housing_payment",
        figures,
    ),
    ("Savings and money in the bank, all together", 9000.0, "savings", figures),
    ("How many parts of it are back-payments or compensation?", 1, "savings_ignored", None),
    (
        "Savings to leave out 1: where is it from?",
        "benefit_arrears",
        "savings_ignored[1].kind",
        None,
    ),
    ("Savings to leave out 1: how much", 2000.0, "savings_ignored[1].amount", figures),
    (
        "Savings to leave out 1: when it came (month and year)",
        "3 2026",
        "savings_ignored[1].received",
        nothing,
    ),
    ("I expect an inheritance or compensation", True, "circumstances", said),
    ("Do you work for yourself now?", "yes", None, None),
    ("Money in, less costs of the work", 100.0, "claimant.self_employment.profit", figures),
    (
        "When did this work begin? (month and year)",
        "2 2026",
        "claimant.self_employment.started",
        None,
    ),
    (
        "Has the DWP decided that this is your main work?",
        "yes",
        "claimant.self_employment.gainful",
        nothing,
    ),
    (
        "Last day of the start-up year",
        "31 1 2027",
        "claimant.self_employment.start_up_until",
        said,
    ),
    (
        "Tax and National Insurance that you pay on it yourself",
        120.0,
        "claimant.self_employment.tax_and_ni_paid",
        figures,
    ),
)
PARTNERS_MONEY = (
    ("Does your partner get New Style JSA?", "yes", "partner.new_style_jsa", None),
    (
        "When did your partner's JSA begin? (month and year)",
        "10 2026",
        "partner.new_style_jsa.since",
        figures,
    ),
    (
        "How many days of it has your partner been paid so far?",
        40.0,
        "partner.new_style_jsa.days_used",
        said,
    ),
    (
        "Your partner's New Style JSA, as on the letter",
        191.1,
        "benefits_now.new_style_jsa",
        nothing,
    ),
    ("Does your partner get New Style JSA?", "no", "partner.new_style_jsa", figures),
    ("Does your partner get New Style ESA?", "assessment", "partner.new_style_esa.group", figures),
    (
        "When did your partner's ESA begin? (month and year)",
        "10 2026",
        "partner.new_style_esa.claimed_from",
        nothing,
    ),
    ("How many paid jobs does your partner have now?", 1, "partner.jobs", None),
    ("Your partner's job 1: pay before tax", 13.0, "partner.jobs[1].hourly_pay", None),
    ("Your partner's job 1: hours a week", 10.0, "partner.jobs[1].hours_per_week", figures),
    ("Your partner's job 1: how often paid", "weekly", "partner.jobs[1].paid", months),
    ("Does your partner work for themselves now?", "yes", None, None),
    (
        "Your partner's money in, less costs of the work",
        200.0,
        "partner.self_employment.profit",
        figures,
    ),
    ("How many other sorts of money come in for your partner?", 1, "partner.other_income", None),
    (
        "Your partner's other money 1: what is it?",
        "personal_pension",
        "partner.other_income[1].kind",
        None,
    ),
    ("Your partner's other money 1: how much", 30.0, "partner.other_income[1].amount", figures),
    ("How many paid jobs do you have now?", 0, None, nothing),
)
SANCTION = (
    ("There is a sanction on my Universal Credit now", True, None, None),
    ("The sanction: pounds a day", 3.0, f"{UC}.sanction.per_day", figures),
    ("The sanction: last day", "20 1 2027", f"{UC}.sanction.until", months),
)
ESA = (
    (
        "When did ESA begin? (month and year)",
        "8 2026",
        "claimant.new_style_esa.claimed_from",
        nothing,
    ),
    ("In this group since? (month and year)", "9 2026", "claimant.new_style_esa.since", nothing),
    ("How many days of it have been paid so far?", 100.0, "claimant.new_style_esa.days_used", said),
    (
        "The letter shows a work-related activity component",
        True,
        "claimant.new_style_esa.wrac_protected",
        figures,
    ),
)
SCOTLAND = (
    ("How often is Universal Credit paid?", "twice_monthly", f"{UC}.paid", nothing),
    (
        "Scottish Child Payment, as paid to you",
        112.8,
        "benefits_now.scottish_child_payment",
        figures,
    ),
)
THE_JOB = (
    ("What is the job?", "shop assistant", "job.title", nothing),
    ("How would you be employed?", "umbrella", "job.kind", said),
    ("How would you be employed?", "apprentice", None, None),
    (
        "Would it be the first year of the apprenticeship?",
        "yes",
        "job.apprentice.first_year",
        nothing,
    ),
    ("Is there work in school terms only?", "yes", None, None),
    ("Weeks of work in a year", 39.0, "job.term_time.weeks", figures),
    ("Weeks paid in a year, holiday pay too", 44.0, "job.term_time.weeks_paid", figures),
    ("Does the year's pay come in equal parts?", "no", "job.term_time.spread_over_year", nothing),
    ("How many breaks without pay do you know the days of?", 1, "job.term_time.breaks", None),
    ("Break 1: first day", "15 2 2027", "job.term_time.breaks[1].first", None),
    ("Break 1: last day", "28 2 2027", "job.term_time.breaks[1].last", months),
    ("How often would the hours change later on?", 1, "events", None),
    ("Change 1: from which day", "1 3 2027", "events[1].on", None),
    ("Change 1: hours a week from then on", 20.0, "events[1].hours_per_week", months),
    ("How many weeks do you work before the first pay?", 3.0, "job.arrears_weeks", nothing),
    ("First pay day", "12 2 2027", "job.first_pay_date", months),
    ("First pay, if it is not the usual pay", 300.0, "job.first_pay_amount", months),
    ("Would you pay into the workplace pension?", "joined", "job.pension.enrolment", figures),
    ("Which pay is your share taken from?", "all", "job.pension.basis", figures),
    ("I have a P45 from another job this tax year", True, None, None),
    ("P45: pay this tax year", 14000.0, "job.pay_this_tax_year", None),
    ("P45: tax this tax year", 286.0, "job.tax_this_tax_year", months),
    ("Getting to work and back", 18.0, "job.costs[1].amount", figures),
    ("How many other costs of going to work are there?", 1, "job.costs", None),
    ("Other cost 1: what is it for?", "meals", "job.costs[2].kind", None),
    ("Other cost 1: how much", 5.0, "job.costs[2].amount", figures),
    ("The job begins with an unpaid trial", True, "circumstances", said),
)
CHILDCARE = (
    ("Child 1: childcare while you work", 60.0, "children[1].childcare.amount", figures),
    (
        "Child 1: does it cost another amount in the school holidays?",
        "yes",
        None,
        None,
    ),
    (
        "Child 1: weeks a year at the usual cost",
        39.0,
        "children[1].childcare.weeks_per_year",
        figures,
    ),
    (
        "Child 1: childcare in the school holidays",
        100.0,
        "children[1].childcare.holiday.amount",
        None,
    ),
    (
        "Child 1: weeks of holiday childcare a year",
        13.0,
        "children[1].childcare.holiday.weeks_per_year",
        figures,
    ),
)


@pytest.mark.parametrize(
    ("facts", "page", "steps"),
    [
        pytest.param(SINGLE, "about_you", ABOUT_YOU, id="about you"),
        pytest.param(SINGLE, "your_home", HOME, id="home"),
        pytest.param(PRIVATE, "your_home", AREA, id="rental area"),
        pytest.param(WITH_FAMILY, "your_home", FAMILY, id="with family"),
        pytest.param(OWNER, "your_home", LOAN, id="owner"),
        pytest.param(SUPPORTED, "your_home", CARE, id="supported"),
        pytest.param(SINGLE, "money_now", MONEY, id="money"),
        pytest.param(COUPLE, "money_now", PARTNERS_MONEY, id="partner's money"),
        pytest.param(ON_ESA, "money_now", ESA, id="ESA"),
        pytest.param(NOT_LIMITED, "money_now", SANCTION, id="sanction"),
        pytest.param(IN_SCOTLAND, "money_now", SCOTLAND, id="Scotland"),
        pytest.param(SINGLE, "the_job", THE_JOB, id="the job"),
        pytest.param(COUPLE, "the_job", CHILDCARE, id="childcare"),
    ],
)
def test_an_answer_becomes_a_fact_and_changes_what_it_should(facts, page, steps):
    app = upload(opened(), dump_case(build_case(facts)).encode())
    to(app, page)
    before = answers(app)
    for label, value, path, changes in steps:
        answered(app, (label, value))
        after = answers(app)
        if path is not None:
            assert draft.value_at(after, path) != draft.value_at(before, path), label
        if changes is not None:
            if changes is not nothing:
                assert changes(case_of(after)) != changes(case_of(before)), label
            before = after


def case_of(found):
    return build_case(found).at(DAY)
