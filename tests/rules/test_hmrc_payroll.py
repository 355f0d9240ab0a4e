"""The rules against HMRC's rows for payroll software, and its rows of student loans.

Each row is a pay packet as a payroll makes it: whole weeks or months, cumulative or not, K codes
with their limit, every National Insurance letter at both sides of each threshold.
"""

from datetime import date

import numpy as np
import pytest

from benefits_calc.engine.payroll import _category
from tests.oracle.payroll_rows import pay_day, rows
from tests.rules.support import answer, employee
from tests.rules.test_hmrc_paye import loan_fact_of, tax_code_facts

AUTUMN = {2024: date(2024, 11, 28), 2025: date(2025, 11, 28), 2026: date(2026, 11, 27)}
LOANS = {"month": 12, "four_weeks": 13, "week": 52}


def packet(row):
    """A packet with what was paid and taxed before it, where the code is cumulative."""
    pay, due = float(row["gross"]), float(row["tax_due"])
    alone = row["week_1_or_month_1"] == "yes"
    before = (
        (1.0, 0.0, 0.0)
        if alone
        else (
            float(row["period"]),
            round(float(row["pay_to_date"]) - pay, 2),
            round(float(row["tax_to_date"]) - due, 2),
        )
    )
    facts = dict(
        zip(
            (
                "tax_period_number",
                "earlier_taxable_pay_this_tax_year",
                "earlier_income_tax_this_tax_year",
            ),
            before,
            strict=True,
        )
    )
    return employee(
        pay,
        pay_period=row["pay_period"],
        pay_date=pay_day(row),
        **facts,
        **tax_code_facts(row["tax_code"]),
    )


def test_tax_by_code():
    table = rows("hmrc-payroll-tax-2025.csv")
    found = answer([packet(row) for row in table]).person("income_tax_per_pay_period")
    assert len(table) == 168
    np.testing.assert_allclose(found, [float(row["tax_due"]) for row in table], atol=0.001)


def test_insurance_by_letter():
    table = rows("hmrc-payroll-insurance-2025.csv")
    jobs = [
        employee(
            float(row["gross"]),
            pay_period=row["pay_period"],
            pay_date=AUTUMN[2025],
            national_insurance_category=_category(row["category"]),
        )
        for row in table
    ]
    found = answer(jobs).person("national_insurance_per_pay_period")
    assert len(table) == 896
    assert {row["category"] for row in table} == set("ABCDEFHIJKLMNSVZ")
    np.testing.assert_allclose(found, [float(row["employee"]) for row in table], atol=0.001)


@pytest.mark.parametrize("period", LOANS)
@pytest.mark.parametrize("year", AUTUMN)
def test_student_loans_by_pay_period(year, period):
    table = [row for row in rows("hmrc-student-loan.csv") if row["tax_year"] == str(year)]
    jobs = [
        employee(
            round(float(row["wages_a_year"]) / LOANS[period], 2),
            pay_period=period,
            pay_date=AUTUMN[year],
            **{f"repays_student_loan_{plan}": False for plan in ("plan_1", "plan_2", "plan_4")}
            | {"repays_student_loan_plan_5": False, "repays_postgraduate_loan": False}
            | loan_fact_of(row["plan"]),
        )
        for row in table
    ]
    found = answer(jobs).person("student_loan_per_pay_period")
    assert len(table) == {2024: 28, 2025: 28, 2026: 35}[year]
    np.testing.assert_array_equal(found, [float(row[period]) for row in table])


@pytest.mark.parametrize(
    ("region", "pay", "tax"),
    [
        # Taxable pay of a month: bands end at 3,141.67 and, raised to a pound, 3,142.
        ("rest_of_uk", 3141.00, 628.20),
        ("rest_of_uk", 3142.00, 628.40),
        ("rest_of_uk", 3142.01, 628.46),
        ("rest_of_uk", 3143.00, 628.86),
        # Scotland's of 2026-27: 3,967 / 12 is 330.58, raised 331; 16,956 / 12 is 1,413.
        ("scotland", 330.00, 62.70),
        ("scotland", 331.00, 62.89),
        ("scotland", 331.01, 62.89),
        ("scotland", 332.00, 63.09),
        ("scotland", 1413.00, 279.29),
        ("scotland", 1414.00, 279.50),
    ],
)
def test_a_band_is_left_above_its_end_raised_to_a_pound(region, pay, tax):
    """By hand: 3,142 x 0.2; 628.3333 + 0.3334 x 0.4; 62.8108 + 1.4167 x 0.2; and so on."""
    job = employee(pay, tax_code_number=0.0, tax_code_region=region, pay_date=AUTUMN[2026])
    found = answer([job]).person("income_tax_per_pay_period")[0]
    assert found == pytest.approx(tax, abs=0.0001)
