"""What the engine reads from a case: given or assumed, readings, messages, tax codes, places."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from benefits_calc.case import CaseError, TaxCode, build_case, check_places, parse_tax_code
from benefits_calc.case.facts import When
from benefits_calc.case.job import Pension
from tests.case.cases import changed

COUNCILS = {"kingston_upon_thames": "england", "leeds": "england", "cardiff": "wales"}
AREAS = ("outer_south_west_london", "leeds", "cardiff")


def test_a_case_cannot_be_changed():
    case = build_case(changed())
    with pytest.raises(ValidationError):
        setattr(case, "savings", 5.0)  # noqa: B010


def test_a_pension_left_out_is_the_assumed_one_and_known_to_be():
    assumed = build_case(changed()).job
    stated = build_case(changed(job__pension={})).job
    assert assumed is not None
    assert stated is not None
    assert (assumed.pension_given, stated.pension_given) == (False, True)
    assert (
        assumed.pension_in_force
        == stated.pension_in_force
        == Pension(
            scheme="net_pay", employee_percent=5.0, basis="qualifying", enrolment="automatic"
        )
    )
    assert not assumed.paid_given
    assert assumed.paid == "monthly"


@pytest.mark.parametrize(
    ("claims", "now", "claimed"),
    [
        ("automatic", {}, False),
        ("automatic", {"universal_credit": {}}, True),
        (True, {}, True),
        (False, {}, False),
    ],
)
def test_universal_credit_is_claimed_as_stated_or_as_paid_now(claims, now, claimed):
    case = build_case(changed(claims_universal_credit=claims, benefits_now=now))
    assert case.universal_credit_claimed is claimed


@pytest.mark.parametrize(
    ("replaces", "kept"), [("none", [6.0, 9.0]), ("all", []), (1, [9.0]), (2, [6.0])]
)
def test_replaced_jobs_go_and_others_stay(replaces, kept):
    jobs = [{"hourly_pay": 12.71, "hours_per_week": hours} for hours in (6, 9)]
    case = build_case(changed(claimant__jobs=jobs, job__replaces=replaces))
    assert [job.hours_per_week for job in case.jobs_kept] == kept


def test_the_worker_is_the_one_whose_job_it_is():
    case = build_case(changed(partner={"born": "1988-02"}, job__who="partner"))
    assert case.worker is case.partner


def test_a_case_at_another_day_is_checked_again():
    case = build_case(changed(as_at=None, children=[{"born": "2027-01"}]))
    assert case.at(dt.date(2027, 1, 1)).as_at == dt.date(2027, 1, 1)
    with pytest.raises(CaseError, match=r"children\[1\]\.born: 2027-01 is not accepted"):
        case.at(dt.date(2026, 12, 1))
    assert case.as_at is None


def test_a_birth_knows_its_day_or_its_month():
    month, day = When("1996-02"), When("1996-02-10")
    assert (month.exact, month.first_day, month.last_day) == (
        False,
        dt.date(1996, 2, 1),
        dt.date(1996, 2, 29),
    )
    assert (day.exact, day.first_day, day.last_day) == (True, *[dt.date(1996, 2, 10)] * 2)


def test_nothing_bare_becomes_nothing():
    case = build_case(
        changed(
            claimant__student=False,
            claimant__attendance_allowance="none",
            home__board=0,
            job__student_loan="plan_1",
            benefits_now={"universal_credit": {"transitional_element": 0, "deductions": 0}},
        )
    )
    assert case.claimant.student is None
    assert case.claimant.attendance_allowance is None
    assert case.home.board is None
    assert case.job is not None
    assert case.job.student_loan == ("plan_1",)
    assert case.benefits_now is not None
    assert case.benefits_now.universal_credit is not None
    assert case.benefits_now.universal_credit.transitional_element is None
    assert case.benefits_now.universal_credit.deductions == ()


def test_savings_counted_leave_out_what_is_named():
    part = {"kind": "benefit_arrears", "amount": 4000, "received": "2026-09"}
    case = build_case(changed(savings=5000, savings_ignored=[part]))
    assert case.savings_counted == 1000


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"claimant__in_hospital_since": "2026-11-20"}, "hospital", "claimant.in_hospital_since"),
        ({"claimant__appointee": True}, "appointee", "claimant.appointee"),
        ({"claimant__born": "2009-06"}, "under_18", "claimant.born"),
        (
            {"claimant__pending": [{"benefit": "pip", "stage": "appeal"}]},
            "pending",
            "claimant.pending",
        ),
        ({"claimant__foster_carer": True}, "foster_carer", "claimant.foster_carer"),
        (
            {"children": [{"born": "2020-01", "looked_after": True}]},
            "looked_after",
            "children[1].looked_after",
        ),
        (
            {"job__supported_permitted_work": True},
            "supported_permitted_work",
            "job.supported_permitted_work",
        ),
        ({"partner": {"born": "1980-01", "appointee": True}}, "appointee", "partner.appointee"),
        ({"claimant__pregnant_due": "2027-03-01"}, "pregnancy", "claimant.pregnant_due"),
        ({"savings": 14_000}, "savings", "savings"),
        ({"circumstances": ["debt_relief"]}, "debt_relief", "circumstances[1]"),
        ({"job__kind": "umbrella"}, "umbrella", "job.kind"),
        (
            {"claimant__care_charge": {"amount": 30, "per": "week", "section_117": "yes"}},
            "section_117",
            "claimant.care_charge.section_117",
        ),
        (
            {"benefits_now": {"universal_credit": {"sanction": {"per_day": 13.9}}}},
            "sanction",
            "benefits_now.universal_credit.sanction",
        ),
    ],
)
def test_a_situation_is_worked_out_with_a_message(change, code, field):
    messages = {message.code: message for message in build_case(changed(**change)).messages()}
    assert messages[code].field == field
    assert messages[code].text.endswith(".")


def test_a_plain_case_has_no_messages_and_no_notes():
    case = build_case(changed())
    assert case.messages() == ()
    assert case.notes() == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"nation": "scotland", "claimant__pip": {"mobility": "standard"}}, "pip_in_scotland"),
        ({"rental_area": "leeds"}, "rental_area_unused"),
        ({"job__starts": "2026-11-01"}, "starts_before"),
        ({"benefits_now": {"universal_credit": {"paid": "twice_monthly"}}}, "twice_monthly"),
    ],
)
def test_how_a_fact_was_read_is_noted(change, code):
    assert [note.code for note in build_case(changed(**change)).notes()] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1257L", TaxCode("rest_of_uk", "number", 1257)),
        ("s1257l", TaxCode("scotland", "number", 1257)),
        ("C1257L M1", TaxCode("wales", "number", 1257, non_cumulative=True)),
        ("1257L W1/M1", TaxCode("rest_of_uk", "number", 1257, non_cumulative=True)),
        ("1257LX", TaxCode("rest_of_uk", "number", 1257, non_cumulative=True)),
        ("1383M", TaxCode("rest_of_uk", "number", 1383)),
        ("BR", TaxCode("rest_of_uk", "br")),
        ("SBR W1", TaxCode("scotland", "br", non_cumulative=True)),
        ("0T", TaxCode("rest_of_uk", "zero_t")),
        ("D0", TaxCode("rest_of_uk", "d0")),
        ("SD3", TaxCode("scotland", "d3")),
        ("NT", TaxCode("rest_of_uk", "nt")),
        ("K475", TaxCode("rest_of_uk", "k", 475)),
        ("CK20", TaxCode("wales", "k", 20)),
    ],
)
def test_a_tax_code_is_read_into_its_parts(text, code):
    assert parse_tax_code(text) == code


@pytest.mark.parametrize("text", ["", "L", "1257", "L1257", "1257Q", "D2", "CD3", "1257L M2", "K"])
def test_what_is_no_tax_code_is_refused_with_the_forms_accepted(text):
    with pytest.raises(ValueError, match="1257L"):
        parse_tax_code(text)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            {"council": "kingston"},
            (
                "council: kingston is not accepted because it is not known; "
                "give a council in england; did you mean kingston_upon_thames?"
            ),
        ),
        ({"council": "ledes"}, "did you mean leeds?"),
        ({"council": "cardiff"}, "council: cardiff is not accepted because it is in wales"),
        (
            {"council": "leeds", "region": "london"},
            "region: london is not accepted because council is leeds; give rest_of_great_britain",
        ),
        (
            {"home__tenure": "private_rent", "rental_area": "outer_south_west"},
            (
                "rental_area: outer_south_west is not accepted because it is not known; give a "
                "broad rental market area; did you mean outer_south_west_london?"
            ),
        ),
    ],
)
def test_an_unknown_place_is_named_with_near_ones(change, line):
    case = build_case(changed(**change))
    with pytest.raises(CaseError) as caught:
        check_places(case, COUNCILS, AREAS, london=("kingston_upon_thames",))
    assert line in str(caught.value)


def test_known_places_pass_and_an_unused_rental_area_is_not_checked():
    case = build_case(changed(council="leeds", region="rest_of_great_britain", rental_area="moon"))
    check_places(case, COUNCILS, AREAS, london=("kingston_upon_thames",))
    assert [note.code for note in case.notes()] == ["rental_area_unused"]
