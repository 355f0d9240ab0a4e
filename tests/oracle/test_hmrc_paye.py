"""HMRC's own test rows for a yearly pay period, 2025-26 (hmrc/tax-kalculator, Apache-2.0)."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.oracle.wages import Employment, income_tax, national_insurance, payslip

D = Decimal
DATA = Path(__file__).parent.parent / "data"
PAID_ON = date(2025, 11, 28)
PLANS = {
    "one": "plan_1",
    "two": "plan_2",
    "four": "plan_4",
    "five": "plan_5",
    "postgraduate": "postgraduate",
}


def rows(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [dict(row) for row in csv.DictReader(lines[1:])]


def yearly_job(row, **facts):
    return Employment(
        D(row["input_wages"]),
        pay_period="year",
        tax_code=row[""],
        paid_on=PAID_ON,
        **{"pension_scheme": "none"} | facts,
    )


def agrees(slip, row):
    assert slip.income_tax == D(row["expected_yearly_income_tax"])
    assert slip.national_insurance == D(row["expected_yearly_ni_employee"])
    assert slip.net == D(row["expected_yearly_take_home"])


@pytest.mark.parametrize("row", rows("hmrc-paye-2025.csv"))
def test_tax_and_insurance(row):
    agrees(payslip(yearly_job(row)), row)


@pytest.mark.parametrize("row", rows("hmrc-paye-2025-student-loan.csv"))
def test_student_loans(row):
    plans = frozenset(
        plan
        for name, plan in PLANS.items()
        if row.get(f"input_has_plan_{name}", row.get(f"input_has_{name}_plan")) == "TRUE"
    )
    assert len(plans) == 1
    agrees(payslip(yearly_job(row, student_loans=plans)), row)


@pytest.mark.parametrize("row", rows("hmrc-paye-2025-pension.csv"))
def test_pensions(row):
    given = D(row["input_pension_amount"])
    if row["input_pension_method"] == "PERCENTAGE":
        agrees(
            payslip(
                yearly_job(
                    row,
                    pension_scheme="net_pay",
                    pension_percent=given,
                    pension_basis="all",
                    pension_enrolment="joined",
                )
            ),
            row,
        )
        return
    pay = D(row["input_wages"])
    tax = income_tax(pay - 12 * given, row[""], "year", PAID_ON)
    insurance = national_insurance(pay, "year")
    assert (tax, insurance) == (
        D(row["expected_yearly_income_tax"]),
        D(row["expected_yearly_ni_employee"]),
    )
    assert pay - 12 * given - tax - insurance == D(row["expected_yearly_take_home"])
