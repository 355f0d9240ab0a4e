"""Every message names the field, the value and what is accepted; situations are refused kindly."""

from __future__ import annotations

import datetime as dt

import pytest

from benefits_calc.case import CaseError, build_case
from tests.case.cases import changed

STUDENT = {
    "full_time": True,
    "course_start": "2025-09",
    "course_end": "2028-06",
    "loan": {"amount": 0, "per": "year"},
    "grant": {"amount": 0, "per": "year"},
    "capability_decided_before": True,
}
PRESENT = [{"hourly_pay": 12.71, "hours_per_week": 6}]
TWO_CHILDREN = [{"born": "2014-03"}, {"born": "2019-03"}]

# what is changed, the field named, the value named, part of what is accepted
BAD = [
    ({"nation": "northern_ireland"}, "nation", "northern_ireland", "england, scotland or wales"),
    ({"nation": "france"}, "nation", "france", "england, scotland or wales"),
    ({"nation": None}, "nation", "nothing", "england, scotland or wales"),
    ({"format": 2}, "format", "2", "1"),
    ({"label": "a\nb"}, "label", "a\\nb", "one line"),
    ({"label": "x" * 81}, "label", "xxx", "80 characters"),
    ({"as_at": "2026-02-30"}, "as_at", "2026-02-30", "2026-12-01"),
    ({"as_at": "2026-12"}, "as_at", "2026-12", "2026-12-01"),
    ({"as_at": 20261201}, "as_at", "20261201", "2026-12-01"),
    ({"council": "Kingston upon Thames"}, "council", "Kingston", "small letters"),
    ({"region": "london_ish"}, "region", "london_ish", "rest_of_great_britain"),
    ({"claims_universal_credit": "yes"}, "claims_universal_credit", "yes", "true, false or"),
    ({"claims_universal_credit": 1}, "claims_universal_credit", "1", "true, false or automatic"),
    ({"benefits_now": None}, "claims_universal_credit", "nothing", "{} for nothing"),
    ({"savings": -1}, "savings", "-1", "from 0 to 10,000,000"),
    ({"savings": "300"}, "savings", "300", "a number"),
    ({"savings": True}, "savings", "true", "a number"),
    ({"savings": float("nan")}, "savings", "NaN", "a number"),
    ({"compare_hours": []}, "compare_hours", "[]", "a list of"),
    ({"compare_hours": [0, 169]}, "compare_hours[2]", "169", "from 0 to 168"),
    ({"job__hourly_pay": -12.71}, "job.hourly_pay", "-12.71", "from 0"),
    ({"job__hours_per_week": 200}, "job.hours_per_week", "200", "from 0 to 168"),
    ({"job__hours_per_week": None}, "job.hours_per_week", "nothing", "from 0 to 168"),
    ({"job__hourly_pay": None}, "job.hourly_pay", "nothing", "pay such as"),
    ({"job__pay": {"amount": 1200, "per": "month"}}, "job.pay", "1200 a month", "one of hourly"),
    ({"job__pay": 1200}, "job.pay", "1200", "{amount, per}"),
    ({"job__pay": {"amount": 1200}}, "job.pay.per", "nothing", "fortnight"),
    ({"job__paid": "sometimes"}, "job.paid", "sometimes", "four_weekly"),
    ({"job__pay_day": 32}, "job.pay_day", "32", "from 1 to 31"),
    ({"job__pay_day": "sunday"}, "job.pay_day", "sunday", "last_working_day"),
    ({"job__pay_day": 28, "job__paid": "weekly"}, "job.pay_day", "28", "weekday"),
    (
        {"job__pay_day": "last_working_day", "job__paid": "four_weekly"},
        "job.pay_day",
        "last_working_day",
        "weekday",
    ),
    (
        {"job__starts": "2026-12-07", "job__first_pay_date": "2026-12-04"},
        "job.first_pay_date",
        "2026-12-04",
        "`starts` on",
    ),
    (
        {
            "job__term_time": {
                "weeks": 39,
                "breaks": [{"first": "2027-04-02", "last": "2027-04-01"}],
            }
        },
        "job.term_time.breaks[1].last",
        "2027-04-01",
        "`first` on",
    ),
    ({"job__tax_code": "1257"}, "job.tax_code", "1257", "1257L"),
    ({"job__tax_code": "D2"}, "job.tax_code", "D2", "Scotland"),
    (
        {"job__tax_code": "BR", "job__starter_declaration": "A"},
        "job.starter_declaration",
        "A",
        "one of tax_code and starter_declaration",
    ),
    ({"job__student_loan": "plan_3"}, "job.student_loan[1]", "plan_3", "plan_5"),
    ({"job__student_loan": ["plan_2", "x"]}, "job.student_loan[2]", "x", "postgraduate"),
    ({"job__who": "partner"}, "job.who", "partner", "claimant"),
    ({"job__kind": "self_employed"}, "job.kind", "self_employed", "adviser"),
    ({"job__replaces": 0}, "job.replaces", "0", "from 1 to 20"),
    ({"job__replaces": 1}, "job.replaces", "1", "none, all"),
    ({"claimant__jobs": PRESENT}, "job.replaces", "nothing", "a place in jobs from 1 to 1"),
    ({"claimant__jobs": PRESENT, "job__replaces": 2}, "job.replaces", "2", "from 1 to 1"),
    (
        {"claimant__jobs": [{"hourly_pay": 12.71}], "job__replaces": "all"},
        "claimant.jobs[1].hours_per_week",
        "nothing",
        "from 0 to 168",
    ),
    ({"job__pension": {"employee_percent": 101}}, "job.pension.employee_percent", "101", "100"),
    ({"job__pension": "none"}, "job.pension", "none", "{scheme"),
    (
        {"job__costs": [{"kind": "travel", "amount": 3, "per": "day"}]},
        "job.shifts_per_week",
        "nothing",
        "days or shifts",
    ),
    (
        {"job__costs": [{"kind": "travel", "amount": 18, "per": "fort"}]},
        "job.costs[1].per",
        "fort",
        "shift, day",
    ),
    (
        {"job__starts": "2027-02-01", "job__ends": "2027-01-01"},
        "job.ends",
        "2027-01-01",
        "after starts",
    ),
    (
        {"job__pattern": [{"weeks": "repeat", "hours": 1}, {"weeks": 1, "hours": 2}]},
        "job.pattern[1].weeks",
        "repeat",
        "number of weeks",
    ),
    ({"job__pattern": [{"weeks": 0, "hours": 1}]}, "job.pattern[1].weeks", "0", "from 1 to 520"),
    (
        {
            "job__hourly_pay": None,
            "job__pay": {"amount": 900, "per": "month"},
            "job__hours_per_week": 0,
        },
        "job.hours_per_week",
        "0",
        "the hours that the salary is for",
    ),
    ({"claimant__born": "1990"}, "claimant.born", "1990", "1997-03"),
    ({"claimant__born": "1990-13"}, "claimant.born", "1990-13", "1997-03"),
    ({"claimant__born": 1990}, "claimant.born", "1990", "1997-03"),
    ({"claimant__born": "1890-01"}, "claimant.born", "1890-01", "1900-01"),
    ({"claimant__born": "2027-01"}, "claimant.born", "2027-01", "pregnant_due"),
    ({"claimant__born": "1960-07"}, "claimant.born", "1960-07", "the full date"),
    ({"claimant__born": "1955-05"}, "claimant.born", "1955-05", "Age UK"),
    ({"claimant__born": "1960-04-05"}, "claimant.born", "1960-04-05", "Age UK"),
    ({"claimant__born": "2011-01"}, "claimant.born", "2011-01", "adviser"),
    ({"partner": {"born": "1955-05"}}, "partner.born", "1955-05", "adviser"),
    (
        {"claimant__born": "1955-05", "partner": {"born": "1980-05"}},
        "claimant.born",
        "1955-05",
        "adviser",
    ),
    ({"claimant__work_capability": "LCW"}, "claimant.work_capability", "LCW", "awaiting"),
    (
        {"claimant__pip": {"daily_living": "standard"}, "claimant__dla": {"care": "middle"}},
        "claimant.dla",
        "dla together with pip",
        "only one of pip, adp, dla",
    ),
    (
        {"nation": "scotland", "claimant__pip": {}, "claimant__adp": {}},
        "claimant.adp",
        "adp together with pip",
        "only one of",
    ),
    ({"claimant__adp": {"mobility": "standard"}}, "claimant.adp", "Adult", "nation: scotland"),
    ({"claimant__pip": {"daily_living": "high"}}, "claimant.pip.daily_living", "high", "enhanced"),
    (
        {"claimant__new_style_esa": {"group": "support"}},
        "claimant.work_capability",
        "none",
        "lcwra",
    ),
    (
        {"claimant__new_style_esa": {"group": "assessment"}, "claimant__new_style_jsa": {}},
        "claimant.new_style_jsa",
        "New Style JSA",
        "one of",
    ),
    (
        {"claimant__health_element": "protected", "claimant__health_element_basis": "new"},
        "claimant.health_element_basis",
        "new",
        "pre_2026",
    ),
    ({"claimant__student": True}, "claimant.student", "true", "full_time"),
    (
        {"claimant__student": {"full_time": True, "course_start": "2026-09"}},
        "claimant.student.course_end",
        "nothing",
        "adviser",
    ),
    (
        {"claimant__student": {**STUDENT, "course_end": "2025-01"}},
        "claimant.student.course_end",
        "2025-01",
        "after course_start",
    ),
    (
        {"claimant__other_income": [{"kind": "lottery", "amount": 1, "per": "week"}]},
        "claimant.other_income[1].kind",
        "lottery",
        "occupational_pension",
    ),
    ({"children": [{"born": "2017-04"}]}, "children[1].born", "2017-04", "full date"),
    ({"children": [{"born": "2000-04"}]}, "children[1].born", "2000-04", "others_in_home"),
    ({"children": TWO_CHILDREN}, "children[1].sex", "nothing", "f or m"),
    ({"children": [{"born": "2020-01", "cdp": {}}]}, "children[1].cdp", "cdp", "scotland"),
    (
        {"children": [{"born": "2020-01", "childcare": {"amount": 5}}]},
        "children[1].childcare.per",
        "nothing",
        "four_weeks",
    ),
    (
        {"others_in_home": [{"born": "1970-01", "relation": "lodger"}]},
        "others_in_home[1].relation",
        "lodger",
        "adviser",
    ),
    (
        {"others_in_home": [{"born": "1970-01", "relation": "parent", "partner_of": 1}]},
        "others_in_home[1].partner_of",
        "1",
        "somebody else",
    ),
    ({"home__tenure": "boat"}, "home.tenure", "boat", "with_family"),
    ({"home": None}, "home", "nothing", "tenure"),
    ({"home__rent": None}, "home.rent", "nothing", "amount: 120"),
    ({"home__tenure": "owned_outright"}, "home.rent", "120 a week", "leave it out"),
    ({"home__tenure": "supported"}, "home.supported_kind", "nothing", "council_hostel"),
    ({"home__supported_kind": "exempt"}, "home.supported_kind", "exempt", "tenure: supported"),
    ({"home__tenure": "private_rent"}, "rental_area", "nothing", "postcode"),
    ({"home": {"tenure": "mortgaged"}}, "home.mortgage", "nothing", "what is paid"),
    (
        {"home__mortgage": {"amount": 5, "per": "week"}},
        "home.mortgage",
        "5 a week",
        "tenure: mortgaged",
    ),
    (
        {"home__rent": {"amount": 500, "per": "month", "weeks_charged": 48}},
        "home.rent.weeks_charged",
        "48",
        "per: week",
    ),
    (
        {"home__ineligible_charges": {"amount": 130, "per": "week"}},
        "home.ineligible_charges.amount",
        "130",
        "from 0 to 120",
    ),
    ({"home__share": 0}, "home.share", "0", "above 0 and up to 1"),
    ({"home__council_tax": {"band": "J"}}, "home.council_tax.band", "J", "A, B"),
    ({"home__council_tax": {"band": "I"}}, "home.council_tax.band", "I", "A to H"),
    (
        {"home__council_tax": {"people_counted": 2}},
        "home.council_tax.people_counted",
        "2",
        "others_in_home",
    ),
    ({"home__council_tax": {"liable": "maybe"}}, "home.council_tax.liable", "maybe", "unknown"),
    (
        {"savings": 10, "savings_ignored": [{"kind": "benefit_arrears", "amount": 20}]},
        "savings_ignored",
        "20.00 in all",
        "at most 10.00",
    ),
    (
        {"benefits_now": {"universal_credit": {}}, "claims_universal_credit": False},
        "claims_universal_credit",
        "false",
        "true or automatic",
    ),
    (
        {"benefits_now": {"universal_credit": {"assessment_period_starts_on": 32}}},
        "benefits_now.universal_credit.assessment_period_starts_on",
        "32",
        "from 1 to 31",
    ),
    (
        {"benefits_now": {"income_related_esa": {"amount": 95.55, "per": "week"}}},
        "benefits_now.income_related_esa",
        "95.55",
        "Do not claim Universal Credit",
    ),
    (
        {"benefits_now": {"tax_credits": {"amount": 9, "per": "week"}}},
        "benefits_now.tax_credits",
        "9.00",
        "adviser",
    ),
    (
        {"benefits_now": {"pip": {"amount": 9, "per": "week", "who": "partner"}}},
        "benefits_now.pip.who",
        "partner",
        "claimant",
    ),
    ({"circumstances": ["bereavement"]}, "circumstances[1]", "bereavement", "Cruse"),
    ({"circumstances": ["immigration_restriction"]}, "circumstances[1]", "immigration", "adviser"),
    ({"circumstances": ["winning"]}, "circumstances[1]", "winning", "one of"),
    (
        {"events": [{"on": "2027-02-01", "kind": "hospital", "until": "2027-01-01"}]},
        "events[1].until",
        "2027-01-01",
        "onwards",
    ),
    (
        {"events": [{"on": "2027-02-01", "kind": "change_of_hours"}]},
        "events[1].hours_per_week",
        "nothing",
        "new hours",
    ),
    (
        {"events": [{"on": "2027-02-01", "kind": "change_of_pay"}]},
        "events[1].hourly_pay",
        "nothing",
        "pay such as",
    ),
    (
        {
            "events": [
                {
                    "on": "2027-02-01",
                    "kind": "change_of_pay",
                    "hourly_pay": 13,
                    "pay": {"amount": 900, "per": "month"},
                }
            ]
        },
        "events[1].pay",
        "900 a month",
        "one of hourly_pay",
    ),
    (
        {"events": [{"on": "2027-02-01", "kind": "sickness", "holiday_pay": 50}]},
        "events[1].holiday_pay",
        "50",
        "job_ends",
    ),
    (
        {"events": [{"on": "2027-02-01", "kind": "sickness", "who": "partner"}]},
        "events[1].who",
        "partner",
        "claimant",
    ),
    (
        {"events": [{"on": "2027-02-01", "kind": "job_ends", "job": 2}]},
        "events[1].job",
        "2",
        "leave it out",
    ),
    ({"job__hours_per_wek": 5}, "job.hours_per_wek", "hours_per_wek", "hours_per_week?"),
    ({"clamant": {}}, "clamant", "clamant", "claimant?"),
]


@pytest.mark.parametrize(("change", "field", "value", "accepted"), BAD)
def test_the_line_names_field_value_and_what_is_accepted(change, field, value, accepted):
    with pytest.raises(CaseError) as caught:
        build_case(changed(**change))
    named = [problem for problem in caught.value.problems if problem.field == field]
    assert named, str(caught.value)
    problem = named[0]
    assert value in problem.value or problem.value == value
    assert accepted in problem.accepted
    assert len(problem.message.splitlines()) == 1
    assert problem.message.startswith(f"{field}: ")
    assert problem.value in problem.message
    assert problem.accepted in problem.message


def test_the_example_of_the_brief_reads_word_for_word():
    with pytest.raises(CaseError) as caught:
        build_case(changed(job__hours_per_week=200))
    assert str(caught.value) == (
        "job.hours_per_week: 200 is not accepted; give a number from 0 to 168"
    )


def test_all_problems_come_together_one_a_line():
    with pytest.raises(CaseError) as caught:
        build_case(changed(job__hours_per_week=200, savings=-1), source="mine.yaml")
    lines = str(caught.value).splitlines()
    assert [line.split(": ")[1] for line in lines] == ["savings", "job.hours_per_week"]
    assert all(line.startswith("mine.yaml: ") for line in lines)


def test_several_facts_that_disagree_are_all_named():
    with pytest.raises(CaseError) as caught:
        build_case(changed(nation="northern_ireland", home__rent=None, job__hourly_pay=None))
    assert [problem.field for problem in caught.value.problems] == [
        "nation",
        "home.rent",
        "job.hourly_pay",
    ]


def test_a_name_with_a_line_break_cannot_forge_a_second_line():
    with pytest.raises(CaseError) as caught:
        build_case({**changed(), "a\nb": 1})
    assert len(str(caught.value).splitlines()) == 1


def test_long_values_are_cut_short():
    with pytest.raises(CaseError) as caught:
        build_case(changed(nation="x" * 5000))
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("born", "day", "working_age"),
    [
        ("1960-04-05", "2026-04-04", True),
        ("1960-04-05", "2026-04-05", False),
        ("1960-04-06", "2026-05-05", True),
        ("1960-04-06", "2026-05-06", False),
        ("1960-07-31", "2026-11-29", True),
        ("1960-07-31", "2026-11-30", False),
        ("1961-01-31", "2027-11-30", False),
        ("1961-03-05", "2028-02-04", True),
        ("1961-03-05", "2028-02-05", False),
        ("1961-03-06", "2028-03-05", True),
        ("1961-03-06", "2028-03-06", False),
    ],
)
def test_state_pension_age_by_the_timetable(born, day, working_age):
    case = build_case(changed(claimant__born=born, as_at=None))
    if working_age:
        assert case.at(dt.date.fromisoformat(day)).claimant.born_exactly
    else:
        with pytest.raises(CaseError, match="under State Pension age"):
            case.at(dt.date.fromisoformat(day))


def test_a_month_of_birth_is_not_enough_where_the_day_decides():
    case = build_case(changed(claimant__born="1959-11", as_at=None))
    with pytest.raises(CaseError, match="full date"):
        case.at(dt.date(2025, 11, 10))
    assert case.at(dt.date(2025, 10, 31)).as_at == dt.date(2025, 10, 31)


@pytest.mark.parametrize(
    "change",
    [
        {"savings": 16_001},
        {"claimant__student": False},
        {"claimant__pip": "none", "claimant__new_style_esa": "none"},
        {"claimant__student": STUDENT},
        {"job__student_loan": "none"},
        {"job__student_loan": ["plan_2", "postgraduate"]},
        {"benefits_now": {"universal_credit": {"transitional_element": 0, "deductions": 0}}},
        {"claimant__jobs": PRESENT, "job__replaces": "none"},
        {"claimant__jobs": PRESENT, "job__replaces": 1},
        {"claimant__jobs": [{"pay": {"amount": 2450, "per": "month"}}], "job__replaces": "all"},
        {"children": [{"born": "2017-04-06"}]},
        {"children": [{**child, "sex": "f"} for child in TWO_CHILDREN]},
        {"children": TWO_CHILDREN, "home": {"tenure": "with_family"}},
        {"children": TWO_CHILDREN[1:]},
        {"home__council_tax": {"people_counted": 1, "liable": "unknown"}},
        {"home__rent": {"amount": 0, "per": "week"}},
        {"home__rent": {"amount": 100, "per": "week", "weeks_charged": 48}},
        {"claims_universal_credit": True, "benefits_now": None},
        {"job": None},
    ],
)
def test_what_is_accepted(change):
    assert build_case(changed(**change)).nation == "england"
