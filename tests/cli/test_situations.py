"""What people bring that a form forgets: each situation is worked out, refused, or answered.

Refused means status 2, one line for each problem and where to go; answered means worked out with a
message beside the figures; worked out means that the fact moves the figures as it should.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from benefits_calc.cli import main
from tests.engine.whole_cases import data_with

AWARD = "benefits_now__universal_credit__"
WEEK = {"amount": 100, "per": "week"}
ADVICE = "Citizens Advice"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def running(command: str = "compare", *options: str, **parts: Any) -> Result:
        path = tmp_path / "case.yaml"
        path.write_text(yaml.safe_dump(data_with(**parts)), encoding="utf-8")
        return CliRunner().invoke(main, [command, str(path), *options])

    return running


@pytest.fixture
def point(run: Run) -> Callable[..., dict[str, Any]]:
    """The lines at 16 hours, with the workings and what is said beside them."""

    def looking(**parts: Any) -> dict[str, Any]:
        done = run("compare", "--json", "--hours", "16", **parts)
        assert done.exit_code == 0, done.stderr
        found = json.loads(done.stdout)
        (at,) = found["points"]
        return at["per_month"] | {
            "workings": at["workings"],
            "said": " ".join(found["warnings"] + found["not_covered"] + found["assumptions"]),
        }

    return looking


# ------------------------------------------------------------------ refused, with where to go
REFUSED: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "Northern Ireland": ({"nation": "northern_ireland"}, ("Advice NI",)),
    "status that may bar benefits": (
        {"circumstances": ["immigration_restriction"]},
        ("immigration adviser",),
    ),
    "a death": ({"circumstances": ["bereavement"]}, ("Citizens Advice or Cruse", "no hurry")),
    "moving in together": (
        {"circumstances": ["couple_forming"]},
        ("before moving in", ADVICE),
    ),
    "separating": ({"circumstances": ["couple_separating"]}, (ADVICE,)),
    "prison": ({"circumstances": ["prison"]}, (ADVICE, "resettlement")),
    "probation hostel": ({"circumstances": ["probation_hostel"]}, (ADVICE,)),
    "abroad": ({"circumstances": ["abroad_over_a_month"]}, (ADVICE,)),
    "fostering": ({"circumstances": ["fostering"]}, (ADVICE,)),
    "kinship care": ({"circumstances": ["kinship_care"]}, (ADVICE,)),
    "a lodger": ({"circumstances": ["lodger"]}, (ADVICE,)),
    "planned self-employment": (
        {"job__kind": "self_employed"},
        ("as it comes and goes", "no trading allowance", ADVICE),
    ),
    "both over State Pension age": ({"claimant__born": "1955-03"}, ("pension",)),
    "one of a couple over State Pension age": (
        {"partner": {"born": "1955-03"}},
        ("Pension Credit",),
    ),
    "income-related ESA": (
        {"benefits_now__income_related_esa": WEEK},
        ("Do not claim Universal Credit", "cannot be had again"),
    ),
    "Income Support": (
        {"benefits_now__income_support": WEEK},
        ("31 March 2026", "usually Universal Credit", ADVICE),
    ),
    "income-based JSA": (
        {"benefits_now__income_based_jsa": WEEK},
        ("31 March 2026", "New Style JSA", ADVICE),
    ),
    "tax credits": (
        {"benefits_now__tax_credits": WEEK},
        ("5 April 2025", "usually Universal Credit", ADVICE),
    ),
    "Pension Credit": ({"benefits_now__pension_credit": WEEK}, ("for good", ADVICE)),
    "ordinary Housing Benefit": (
        {"benefits_now__housing_benefit": WEEK},
        ("1 July 2026", "supported or temporary", ADVICE),
    ),
    "full-time student without an exception": (
        {
            "claimant": {
                "born": "2002-06",
                "student": {
                    "full_time": True,
                    "course_start": "2026-09",
                    "course_end": "2029-06",
                    "loan": {"amount": 9000, "per": "year"},
                    "grant": {"amount": 0, "per": "year"},
                    "capability_decided_before": False,
                },
            }
        },
        ("money adviser",),
    ),
    "under 18 on Universal Credit": (
        {"claimant": {"born": "2009-06"}},
        ("young people's advice",),
    ),
}


@pytest.mark.parametrize("situation", REFUSED)
def test_refused_with_where_to_go(situation: str, run: Run):
    parts, says = REFUSED[situation]
    done = run(**parts)
    assert done.exit_code == 2
    assert done.stdout == ""
    for words in says:
        assert words.lower() in done.stderr.lower(), done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_refused_that_is_not_there(run: Run):
    assert run().exit_code == 0


# ------------------------------------------------------------------ answered with a message
ANSWERED: dict[str, tuple[dict[str, Any], str]] = {
    "hospital": (
        {"claimant__in_hospital_since": "2026-11-20", "claimant__pip": {"mobility": "standard"}},
        "stop being paid after 28 days",
    ),
    "a sanction in force": (
        {f"{AWARD}sanction": {"per_day": 10, "until": "2027-01-05"}},
        "until 2027-01-05",
    ),
    "a decision still open": (
        {"claimant__pending": [{"benefit": "pip", "stage": "appeal"}]},
        "Where possible, have it before hours rise",
    ),
    "an appointee": ({"claimant__appointee": True}, "The appointee must report"),
    "a care charge in England": (
        {"claimant__care_charge": {"amount": 20, "per": "week"}},
        "Wages are not counted in the council's charge",
    ),
    "after-care under section 117": (
        {"claimant__care_charge": {"amount": 20, "per": "week", "section_117": "yes"}},
        "After-care under section 117 is free",
    ),
    "an umbrella company": ({"job__kind": "umbrella"}, "gross pay on the payslip"),
    "supported permitted work": (
        {"job__supported_permitted_work": True},
        "The Jobcentre decides whether work counts",
    ),
    "debt relief": ({"circumstances": ["debt_relief"]}, "must be reported, and can end it"),
    "money taken from wages": (
        {"circumstances": ["attachment_of_earnings"]},
        "not allowed for by Universal Credit",
    ),
    "rent arrears": ({"circumstances": ["rent_arrears"]}, "Agree a payment plan"),
    "council tax arrears": ({"circumstances": ["council_tax_arrears"]}, "Agree a payment plan"),
    "volunteering": ({"circumstances": ["volunteering"]}, "real expenses is not wages"),
    "a trial shift": ({"circumstances": ["unpaid_trial"]}, "at least the minimum wage"),
    "therapeutic earnings": (
        {"circumstances": ["therapeutic_earnings"]},
        "With ESA it is now permitted work",
    ),
    "fear of being reported": (
        {"circumstances": ["afraid_of_being_reported"]},
        "report the job on the day it starts",
    ),
    "an inheritance": (
        {"circumstances": ["inheritance_or_compensation"]},
        "Get advice before it comes",
    ),
    "leaving supported housing": (
        {"circumstances": ["leaving_supported_housing"]},
        "before giving notice",
    ),
    "a baby on the way": (
        {"claimant__pregnant_due": "2027-04-01"},
        "figures are for the time before the birth",
    ),
    "savings over 6,000": ({"savings": 6500}, "back-payment of benefits or compensation"),
    "uneven weeks with a weekly limit": (
        {
            "claimant__new_style_esa": {"group": "support"},
            "job__pattern": [{"weeks": 2, "hours": 12}, {"weeks": "repeat", "hours": 18}],
        },
        "looked at week by week",
    ),
    "a war pension": (
        {"benefits_now__war_pension": {"amount": 40, "per": "week"}},
        "leaves a war pension out",
    ),
    "the family's own claim": (
        {"home__host": {"universal_credit_housing": True}},
        "The family's own benefits and council tax",
    ),
    "a child placed here": (
        {"children": [{"born": "2018-06", "looked_after": True}]},
        "not counted in Universal Credit",
    ),
    "an unknown council": (
        {
            "council": "leeds",
            "region": None,
            "home__council_tax": {"liable": True, "band": "B", "people_counted": 1},
        },
        "Ask the council what it would be",
    ),
}


@pytest.mark.parametrize("situation", ANSWERED)
def test_worked_out_with_what_to_know(situation: str, point: Callable[..., dict[str, Any]]):
    parts, words = ANSWERED[situation]
    assert words in point(**parts)["said"]


def test_what_is_said_is_not_said_to_everybody(point: Callable[..., dict[str, Any]]):
    plain = point(claimant__pip={"daily_living": "standard"})["said"]
    for situation, (_, words) in ANSWERED.items():
        assert words not in plain, situation


def test_help_not_claimed_is_named_beside_now(run: Run):
    def open_help(**parts: Any) -> set[str]:
        found = json.loads(run("compare", "--json", "--hours", "16", **parts).stdout)
        return {item["what"] for item in found["could_claim_now"]}

    billed = {
        "council": "newham",
        "region": None,
        "home__council_tax": {"liable": True, "band": "B", "people_counted": 1},
    }
    assert open_help(**billed) == {"pip", "severe_mental_impairment_discount"}
    assert open_help(claimant__pip={"mobility": "standard"}) == set()
    waiting = [{"benefit": "pip", "stage": "claim"}]
    assert open_help(claimant__pending=waiting) == set()
    scottish = {"nation": "scotland", "job__tax_code": "S1257L"}
    assert open_help(**scottish) == {"adult_disability_payment"}


# ------------------------------------------------------------------ worked out
def test_the_rate_on_the_statement_decides(point: Callable[..., dict[str, Any]]):
    # 429.80 and 217.26 a month.
    high, low = point(), point(claimant__health_element="standard")
    assert high["universal_credit"] - low["universal_credit"] == pytest.approx(212.54)


def test_not_enough_dates_show_the_lower_rate_and_say_so(point: Callable[..., dict[str, Any]]):
    facts = {"claimant__health_element": None, "claimant__work_capability_since": "2026-08"}
    found = point(**facts)
    assert found["workings"]["uc_lcwra_element"] == 217.26
    assert "£212.54 a month more" in found["said"]
    note = point(**facts, claimant__fit_note_from="2026-02")
    assert note["workings"]["uc_lcwra_element"] == 429.80


def test_a_break_ends_protection_unless_it_was_short_and_for_earnings(
    point: Callable[..., dict[str, Any]],
):
    automatic = {"claimant__health_element": None}

    def element(why: str, to: str) -> float:
        gap = [{"from": "2025-06", "to": to, "why": why}]
        found = point(**automatic, **{f"{AWARD}gaps": gap})
        return float(found["workings"]["uc_lcwra_element"])

    assert element("earnings", "2025-09") == 429.80
    assert element("earnings", "2026-02") == 217.26
    assert element("savings", "2025-07") == 217.26


def test_deductions_and_board_and_joint_tenancies(point: Callable[..., dict[str, Any]]):
    plain = point()
    debt = [{"kind": "rent_arrears", "amount": 30, "per": "month"}]
    taken = point(**{f"{AWARD}deductions": debt})
    assert taken["uc_deductions"] == 30
    assert plain["left_over"] - taken["left_over"] == pytest.approx(30)
    shared = point(home__joint_tenants=2)
    assert shared["rent"] == 225
    assert shared["workings"]["uc_housing_costs_element"] == 225
    board = point(
        home={
            "tenure": "with_family",
            "board": {"amount": 30, "per": "week"},
            "council_tax": {"liable": False},
        }
    )
    assert board["rent"] == 130
    assert board["workings"]["uc_housing_costs_element"] == 0


def test_an_owners_charges_and_a_transitional_element(point: Callable[..., dict[str, Any]]):
    home = {
        "tenure": "mortgaged",
        "mortgage": {"amount": 590, "per": "month"},
        "service_charges": {"eligible": {"amount": 120, "per": "month"}},
        "council_tax": {"liable": False},
    }
    assert point(home=home)["workings"]["uc_work_allowance"] == 710
    element = point(**{f"{AWARD}transitional_element": {"amount": 61, "per": "month"}})
    assert element["universal_credit"] - point()["universal_credit"] == pytest.approx(61)


def test_care_charges_are_subtracted_unchanged(point: Callable[..., dict[str, Any]]):
    charged = point(claimant__care_charge={"amount": 12, "per": "week"})
    assert charged["care_charge"] == 52
    assert point()["left_over"] - charged["left_over"] == pytest.approx(52)


def test_back_payments_do_not_end_the_award(point: Callable[..., dict[str, Any]]):
    kept = [{"kind": "benefit_arrears", "amount": 14000, "received": "2026-06"}]
    assert point(savings=19000)["universal_credit"] == 0
    assert point(savings=19000, savings_ignored=kept)["universal_credit"] > 0


def test_esa_alone_is_not_given_universal_credit_that_is_not_claimed(run: Run):
    parts = {
        "claimant__new_style_esa": {"group": "support", "claimed_from": "2021-02"},
        "claimant__health_element": None,
        "benefits_now": {"new_style_esa": {"amount": 145.90, "per": "week"}},
    }
    found = json.loads(run("compare", "--json", "--hours", "15", **parts).stdout)
    assert found["now"]["per_month"]["universal_credit"] == 0
    assert "universal_credit" in [item["what"] for item in found["could_claim_now"]]
    states = {item["what"]: item["state"] for item in found["points"][0]["statuses"]}
    assert states["higher_rate_by_esa"] == "stays"


def test_a_council_not_held_gives_a_range_and_never_a_share_kept(run: Run):
    place = {
        "council": "leeds",
        "region": None,
        "home__council_tax": {"liable": True, "band": "B", "people_counted": 1},
        "benefits_now__council_tax_reduction": {"amount": 24, "per": "week"},
    }
    (found,) = json.loads(run("compare", "--json", "--hours", "16", **place).stdout)["points"]
    spread = found["difference_per_month_range"]
    assert spread["high"] - spread["low"] == pytest.approx(104)
    assert found["kept_per_extra_pound"] is None
    assert found["per_month"]["council_tax_reduction"] is None
