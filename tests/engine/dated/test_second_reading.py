"""Whole packets against the second reading of the law, packet by packet in exact decimals."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.dated.dated_pay import offered, slips_of
from tests.engine.whole_cases import case_with
from tests.oracle.wages import Employment, is_enrolled, payslip

D = Decimal
PERIODS = {
    "weekly": "week",
    "fortnightly": "two_weeks",
    "four_weekly": "four_weeks",
    "monthly": "month",
}


jobs = st.fixed_dictionaries(
    {
        "paid": st.sampled_from(list(PERIODS)),
        "hourly_pay": st.sampled_from([12.71, 13.37, 28.5]),
        "pattern": st.lists(
            st.fixed_dictionaries(
                {"weeks": st.just(3), "hours": st.sampled_from([0, 4, 15.5, 20, 37.5])}
            ),
            min_size=1,
            max_size=3,
        ),
        "pension": st.fixed_dictionaries(
            {
                "scheme": st.sampled_from(
                    ["none", "net_pay", "relief_at_source", "salary_sacrifice"]
                ),
                "basis": st.sampled_from(["qualifying", "all"]),
            }
        ),
        "student_loan": st.sampled_from([[], ["plan_1"], ["plan_2", "postgraduate"]]),
        "national_insurance_category": st.sampled_from(["A", "B", "C", "J"]),
        "tax_code": st.sampled_from(["1257L M1", "S1257L M1", "BR M1"]),
    }
)


@settings(deadline=None, max_examples=150)
@given(
    start=st.dates(dt.date(2025, 4, 20), dt.date(2026, 12, 20)),
    job=jobs,
    lasts=st.integers(40, 300),
    holiday_pay=st.sampled_from([0, 151.37]),
)
def test_a_month_1_packet_is_the_second_readings(
    start: dt.date, job: dict[str, Any], lasts: int, holiday_pay: float
):
    end = {
        "on": (start + dt.timedelta(days=lasts)).isoformat(),
        "kind": "job_ends",
        "holiday_pay": holiday_pay,
    }
    given_job = {**job, "starts": start.isoformat(), "hours_per_week": 20}
    parts = {f"job__{name}": part for name, part in given_job.items()}
    case = case_with(as_at=start.isoformat(), events=[end], **parts)
    first_year_ends = dt.date(start.year + (start >= dt.date(start.year, 4, 6)), 4, 5)
    slips = offered(slips_of(case, 20.0, first=start, last=first_year_ends))
    enrolled = False
    for row in range(slips.count):
        due: dt.date = slips.due_on[row].item()
        if due > first_year_ends:
            continue
        seen = Employment(
            D(str(round(float(slips.gross[row]), 2))),
            pay_period=PERIODS[job["paid"]],
            tax_code=job["tax_code"],
            pension_scheme=job["pension"]["scheme"],
            pension_basis=job["pension"]["basis"],
            ni_category=job["national_insurance_category"],
            student_loans=frozenset(job["student_loan"]),
            age=35,
            paid_on=due,
        )
        enrolled = enrolled or is_enrolled(seen)
        seen = replace(seen, pension_enrolment="joined" if enrolled else "opted_out")
        read = payslip(seen)
        found = [
            round(float(getattr(slips, name)[row]), 2)
            for name in (
                "employee_pension",
                "income_tax",
                "national_insurance",
                "student_loan",
                "net",
                "uc_earned_income",
            )
        ]
        assert found == [
            float(each)
            for each in (
                read.pension_from_pay,
                read.income_tax,
                read.national_insurance,
                read.student_loan,
                read.net,
                read.uc_earned_income,
            )
        ]
