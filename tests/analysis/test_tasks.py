"""Who must be told what, how and by when: each situation brings its tasks, and no other's."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from benefits_calc.analysis.tasks import Task, add_months, task_data, tasks_of
from benefits_calc.case import Case, CaseError
from tests.engine.whole_cases import NAMES, case_with, scenario
from tests.output.made import steps_of

START = date(2027, 1, 11)


def tasks(case: Case) -> dict[str, Task]:
    return {task.code: task for task in tasks_of(case)}


@cache
def dated(name: str) -> dict[str, Task]:
    return tasks(scenario(name))


def starting(**parts: object) -> dict[str, Task]:
    return tasks(case_with(job__starts=START.isoformat(), **parts))


def test_universal_credit_is_told_by_the_first_day():
    task = starting()["uc_journal"]
    assert (task.who, task.tell, task.how) == ("claimant", "universal_credit", "journal")
    assert (task.aim_for, task.by) == (date(2027, 1, 4), START)
    assert "uc_journal" not in tasks(scenario("a04"))


def test_permitted_work_and_its_end_are_different_tasks():
    esa = scenario("a04")
    assert "pw1" in tasks(esa)
    assert "esa_ends" not in tasks(esa)
    more = tasks(case_from(esa, hours=16))
    assert "esa_ends" in more
    assert "pw1" not in more


def case_from(case: Case, hours: float) -> Case:
    job = case.job
    assert job is not None
    return case.model_copy(update={"job": job.model_copy(update={"hours_per_week": hours})})


def test_the_route_to_the_higher_rate_is_a_task_while_esa_is_the_only_claim():
    assert tasks(scenario("a04"))["uc_advice_before_esa_ends"].who == "adviser"
    assert "uc_advice_before_esa_ends" not in starting()


def test_the_council_has_its_own_days_for_each_help():
    found = tasks(scenario("a01"))
    # 21 days from 11 January; the adviser aims a week earlier.
    assert found["council_ctr"].by == date(2027, 2, 1)
    assert found["council_ctr"].aim_for == date(2027, 1, 25)
    supported = tasks(scenario("a02"))
    # A month from the start.
    assert supported["council_hb"].by == date(2027, 2, 11)
    assert "supported_housing" in supported
    assert "council_ctr" not in supported


def test_childcare_is_to_have_ready_only_where_it_is_paid_for():
    assert "childcare_costs" in dated("a05")["uc_journal"].evidence
    assert "childcare_costs" not in starting()["uc_journal"].evidence


def test_the_law_of_council_tax_reduction_is_that_of_the_nation():
    assert dated("a01")["council_ctr"].reference.endswith("uksi/2012/2885/schedule/8")
    assert dated("a06")["council_ctr"].reference.endswith("ssi/2021/249")


def test_carers_tell_the_office_of_their_nation():
    scottish = tasks(scenario("a07"))
    assert scottish["carer_support_payment"].tell == "social_security_scotland"
    assert "carers_allowance" not in scottish
    welsh = tasks(scenario("a08_cardiff_couple_carer_partner_job"))
    assert welsh["carers_allowance"].tell == "carers_unit"
    assert welsh["carers_allowance"].who == "partner"
    assert welsh["starter_checklist"].who == "partner"


def test_disability_benefits_are_told_only_of_changed_needs_and_by_nation():
    assert tasks(scenario("a01"))["pip_only_if_needs_change"].by is None
    glasgow = tasks(scenario("a06"))
    assert glasgow["adp_only_if_needs_change"].tell == "social_security_scotland"
    assert "pip_only_if_needs_change" not in glasgow
    assert "pip_only_if_needs_change" not in starting()


def test_leaving_a_job_is_said_by_group():
    groups = {
        "leaving_no_requirements": starting(),
        "leaving_can_be_sanctioned": tasks(
            scenario("a03_northampton_supported_awaiting_assessment")
        ),
        "leaving_preparation_group": starting(
            claimant={
                "born": "1991-06",
                "work_capability": "lcw",
                "work_capability_since": "2016-01",
            }
        ),
    }
    for code, found in groups.items():
        assert {name for name in groups if name in found} == {code}


def test_an_appointee_reports_and_the_worker_still_fills_in_the_employers_form():
    born = {"born": "1991-06", "work_capability": "lcwra", "work_capability_since": "2023-05"}
    found = starting(claimant={**born, "health_element": "protected", "appointee": True})
    assert found["uc_journal"].who == "appointee"
    assert found["starter_checklist"].who == "claimant"
    assert found["first_payslip"].who == "specialist"


def test_care_charges_and_after_care():
    def charged(section: str, nation: str = "england") -> set[str]:
        claimant = {
            "born": "1991-06",
            "care_charge": {"amount": 20, "per": "week", "section_117": section},
        }
        return set(starting(claimant=claimant, nation=nation))

    assert {"care_charge_england", "section_117"} <= charged("yes")
    assert "section_117" not in charged("no")
    assert "care_charge_elsewhere" in charged("no", "wales")
    assert "care_charge_england" not in charged("no", "wales")


def test_somebody_elses_claim_is_told():
    assert "others_claim" in tasks(scenario("a09"))
    assert "others_claim" not in starting()


def test_a_disregard_of_back_payment_ends_a_year_after_it_came():
    part = {"kind": "benefit_arrears", "amount": 4000, "received": "2026-09-15"}
    task = starting(savings=7000, savings_ignored=[part])["arrears_savings"]
    assert task.by == date(2027, 9, 15)
    assert task.facts == {"lower": "£6,000", "upper": "£16,000"}


def test_payslips_are_looked_at_in_the_first_and_third_month():
    found = starting(job__first_pay_date="2027-01-29")
    assert found["first_payslip"].aim_for == date(2027, 1, 29)
    assert found["third_payslip"].aim_for == date(2027, 3, 29)


def test_the_prescription_limit_goes_with_health_or_a_child():
    assert starting()["prescriptions"].facts == {"limit": "£935"}
    plain = starting(claimant={"born": "1991-06"})
    assert plain["prescriptions_end"].facts["limit"] == "£435"
    assert "prescriptions" not in tasks(scenario("a06"))
    assert "prescriptions" not in starting(job__hours_per_week=30)


def test_without_a_first_day_nothing_is_dated_and_nothing_is_lost():
    dated, undated = starting(), tasks(case_with())
    assert set(dated) == set(undated)
    assert all(task.by is None for task in undated.values())


def test_the_day_to_aim_for_is_never_before_today_or_after_the_last_day():
    close = tasks(case_with(job__starts="2026-12-03"))["uc_journal"]
    assert (close.aim_for, close.by) == (date(2026, 12, 1), date(2026, 12, 3))
    past = tasks(case_with(job__starts="2026-11-20"))["uc_journal"]
    assert (past.aim_for, past.by) == (date(2026, 11, 20), date(2026, 11, 20))


@pytest.mark.parametrize("name", NAMES)
def test_dated_tasks_come_first_in_order_and_aim_a_week_early(name: str):
    found = steps_of(name).tasks
    days = [task.by for task in found if task.by is not None]
    assert days == sorted(days)
    assert all(task.by is None for task in found[len(days) :])
    for task in found:
        if task.by is None or task.code == "access_to_work":
            continue
        early = timedelta(days=0 if task.on_the_day else 7)
        assert task.aim_for == task.by - early, task.code


def test_the_months_give_the_first_pay_day():
    """Weekly pay a week in hand: work from Monday 11 January is paid on Friday 22 January."""
    found = dated("w3")
    assert found["first_payslip"].aim_for == date(2027, 1, 22)
    assert found["supported_housing"].by == date(2027, 1, 22)


def test_the_journal_is_looked_at_on_the_day_of_each_statement_without_an_award():
    """From the 14th, 14 May to 13 June 2027 is the first with five Fridays, and is paid 18 June."""
    task = dated("w3")["journal_check"]
    assert task.on_the_day
    assert task.by == task.aim_for == date(2027, 6, 18)
    looks = task.facts["dates"]
    assert isinstance(looks, tuple)
    assert looks[0] == task.by
    # Six months from 14 May, less a day.
    assert task.facts["claim_by"] == date(2027, 11, 13)
    assert task.who == "appointee"


def test_the_council_is_told_when_help_with_rent_falls_and_when_it_is_back():
    """Mondays of the weeks that begin inside the nil period: four weeks of about 136.70 less."""
    task = dated("w3")["council_in_nil_months"]
    lower, back = task.facts["lower_from"], task.facts["back_from"]
    assert isinstance(lower, tuple)
    assert isinstance(back, tuple)
    assert (lower[0], back[0]) == (date(2027, 5, 17), date(2027, 6, 14))
    assert all(day.weekday() == 0 for day in (*lower, *back))
    assert task.facts["amount"] == "£547"


def test_prescriptions_by_the_last_full_period_and_not_by_the_average():
    """796.77 is under 935, and two pays, 1,593.54, in 8 December 2027 to 7 January 2028 over it."""
    found = dated("w1")
    assert found["prescriptions_not_free"].facts["ends"] == (date(2028, 1, 7),)
    assert "prescriptions" not in found
    always = dated("w3")["prescriptions_end"]
    assert always.facts["end"] == date(2027, 2, 13)


def test_esa_that_has_stopped_can_be_claimed_again_until_a_day():
    """A week over the limits from Monday 11 January: twelve weeks from there end on 4 April."""
    found = tasks(case_from(scenario("w2"), hours=22.5))
    assert found["claim_esa_again"].by == date(2027, 4, 4)
    assert "claim_esa_again" not in dated("w2")


def test_a_job_without_hours_is_refused():
    for change in ({"job": None}, {"job__hours_per_week": None}):
        with pytest.raises(CaseError, match=r"job\.hours_per_week"):
            tasks_of(case_with(**change))


def test_every_entry_names_a_public_source_and_the_day_it_was_looked_at():
    codes = [entry["code"] for entry in task_data()]
    assert len(set(codes)) == len(codes) > 30
    for entry in task_data():
        assert entry["reference"].startswith(("https://www.legislation.gov.uk/", "https://www.gov"))
        assert isinstance(entry["checked"], date)
        assert entry["certainty"] in {"rule", "dwp_decision", "council", "unknown"}


def test_months_end_where_the_month_ends():
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2027, 12, 31), 2) == date(2028, 2, 29)
    for earlier, later in pairwise(add_months(date(2026, 11, 30), n) for n in range(24)):
        assert timedelta(27) < later - earlier < timedelta(32)


def test_a_birth_brings_its_own_tasks_and_last_days():
    born = [{"on": "2027-02-20", "kind": "birth"}]
    found = starting(events=born)
    # Periods begin on the 8th; 42 days; three and six months.
    assert found["birth_universal_credit"].by == date(2027, 3, 7)
    assert found["birth_register"].by == date(2027, 4, 3)
    assert found["birth_child_benefit"].by == date(2027, 5, 20)
    assert found["birth_grant"].by == date(2027, 8, 20)
    assert not {"birth_register_scotland", "birth_scottish_child_payment"} & set(found)
    assert not [code for code in starting() if code.startswith("birth_")]


def test_a_birth_in_scotland_has_other_offices_and_days():
    born = [{"on": "2027-02-20", "kind": "birth"}]
    found = starting(events=born, nation="scotland", region=None)
    assert found["birth_register_scotland"].by == date(2027, 3, 13)
    assert found["birth_scottish_child_payment"].by == date(2027, 2, 20)
    assert found["birth_grant_scotland"].tell == "social_security_scotland"
    assert not {"birth_register", "birth_grant"} & set(found)


def test_the_grant_for_a_first_child_is_for_a_first_child():
    born = [{"on": "2027-02-20", "kind": "birth"}]
    assert "birth_grant" not in starting(events=born, children=[{"born": "2020-05"}])
