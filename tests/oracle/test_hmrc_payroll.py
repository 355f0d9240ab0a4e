"""The second reading against HMRC's rows for payroll software, 2025-26."""

from decimal import Decimal

import pytest

from tests.oracle.payroll_rows import rows
from tests.oracle.wages import cumulative_income_tax, national_insurance, student_loan

D = Decimal
LOANS = {"month": 12, "four_weeks": 13, "week": 52}


def test_tax_by_code():
    wrong = []
    table = rows("hmrc-payroll-tax-2025.csv")
    for row in table:
        pay, due = D(row["gross"]), D(row["tax_due"])
        alone = row["week_1_or_month_1"] == "yes"
        (found,) = cumulative_income_tax(
            [pay],
            row["tax_code"] + (" M1" if alone else ""),
            row["pay_period"],
            2025,
            first_period=int(row["period"]),
            pay_before=D(row["pay_to_date"]) - pay,
            tax_before=D(row["tax_to_date"]) - due,
        )
        if found != due:
            wrong.append((row["test"], found, due))
    assert len(table) == 168
    assert wrong == []


def test_insurance_by_letter():
    table = rows("hmrc-payroll-insurance-2025.csv")
    wrong = [
        (row["test"], row["pay_period"])
        for row in table
        if national_insurance(D(row["gross"]), row["pay_period"], category=row["category"])
        != D(row["employee"])
    ]
    assert len(table) == 896
    assert wrong == []


@pytest.mark.parametrize("period", LOANS)
@pytest.mark.parametrize("year", [2025, 2026])
def test_student_loans_by_pay_period(year, period):
    table = [row for row in rows("hmrc-student-loan.csv") if row["tax_year"] == str(year)]
    wrong = []
    for row in table:
        pay = round(D(row["wages_a_year"]) / LOANS[period], 2)
        found = student_loan(pay, period, frozenset([row["plan"]]), year)
        if found != D(row[period]):
            wrong.append((row["wages_a_year"], row["plan"], found, row[period]))
    assert len(table) >= 28
    assert wrong == []
