"""The fields of the job: what they show, and what they change."""

from dataclasses import replace

import pytest

from benefits_calc.case import CaseError, build_case
from benefits_calc.ui.job_values import in_words, values_of, with_values
from tests.ui.made import FACTS, case


def test_unchanged_fields_leave_the_case_as_it_is():
    found = case()
    assert with_values(found, values_of(found)) == found


def test_other_hours_leave_what_was_not_stated_an_assumption():
    changed = with_values(case(), replace(values_of(case()), hours=20.0))
    assert changed.job is not None
    assert changed.job.hours_per_week == 20.0
    assert not changed.job.pension_given


@pytest.mark.parametrize("per", ["week", "month", "year"])
def test_pay_for_another_time_takes_the_place_of_pay_an_hour(per):
    changed = with_values(case(), replace(values_of(case()), pay=900.0, per=per))
    assert changed.job is not None
    assert changed.job.hourly_pay is None
    assert changed.job.pay is not None
    assert (changed.job.pay.amount, changed.job.pay.per) == (900.0, per)
    assert values_of(changed).per == per


def test_a_salary_can_become_pay_an_hour():
    salaried = with_values(case(), replace(values_of(case()), pay=900.0, per="month"))
    back = with_values(salaried, replace(values_of(salaried), pay=13.0, per="hour"))
    assert back.job is not None
    assert (back.job.hourly_pay, back.job.pay) == (13.0, None)


def test_a_pension_is_stated_once_it_is_changed():
    values = replace(values_of(case()), pension="opted_out", scheme="salary_sacrifice", percent=6.0)
    job = with_values(case(), values).job
    assert job is not None
    pension = job.pension_in_force
    assert (pension.enrolment, pension.scheme, pension.employee_percent) == (
        "opted_out",
        "salary_sacrifice",
        6.0,
    )


def test_no_pension_is_shown_as_not_in_it_and_kept():
    none = case(pension={"scheme": "none"})
    assert values_of(none).pension == "opted_out"
    assert with_values(none, values_of(none)) == none


def test_a_case_without_a_job_gets_one():
    bare = build_case({name: value for name, value in FACTS.items() if name != "job"})
    assert values_of(bare).missing().keys() == {"hours", "pay"}
    job = with_values(bare, replace(values_of(bare), hours=10.0, pay=13.0)).job
    assert job is not None
    assert (job.hours_per_week, job.hourly_pay) == (10.0, 13.0)


def test_a_problem_names_the_field_as_the_page_does():
    with pytest.raises(CaseError) as caught:
        with_values(case(), replace(values_of(case()), hours=200.0))
    (problem,) = caught.value.problems
    line = in_words(problem.field, problem.message)
    assert line.startswith("Hours a week: 200 is not accepted")
    assert "168" in line
    assert "job." not in line
