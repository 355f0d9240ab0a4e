"""HMRC's own test rows for a yearly pay period through the rules (hmrc/tax-kalculator).

A yearly period gives a code its ten times the number plus nine of free pay and taxes the pence;
a real payroll never pays so. All rows of four years are here, but those
of its own lowering of the allowance above 100,000, which a payroll learns from a code.
"""

from datetime import date

import numpy as np
import pytest

from tests.oracle.test_hmrc_paye import PLANS, rows
from tests.oracle.wages import read_tax_code
from tests.rules.support import EARLIEST, NEVER, answer, employee

PAID_ON = date(2025, 11, 28)
PAID_IN = {
    2023: date(2023, 11, 28),
    2024: date(2024, 11, 28),
    2025: PAID_ON,
    2026: date(2026, 11, 27),
}
FLAT = {"BR": "br", "D0": "d0", "D1": "d1", "SBR": "br", "SD0": "d0", "SD1": "d1"}
FLAT |= {"SD2": "d2", "SD3": "d3"}
COLUMNS = {
    "income_tax_per_pay_period": "expected_yearly_income_tax",
    "national_insurance_per_pay_period": "expected_yearly_ni_employee",
    "net_pay_per_pay_period": "expected_yearly_take_home",
}


def tax_code_facts(text):
    """A printed tax code as the rules' facts."""
    code = read_tax_code(text)
    word = text.upper().split()[0].removeprefix("C")
    kinds = {"free_pay": "number", "nil": "nt", "k": "k", "flat": FLAT.get(word)}
    return {
        "tax_code_kind": kinds[code.kind],
        "tax_code_number": float(code.number),
        "tax_code_region": "scotland" if code.scottish else "rest_of_uk",
    }


def yearly(row, year=2025, **facts):
    pensioner = row["input_is_pension_age"] == "TRUE"
    return employee(
        float(row["input_wages"]),
        pay_period="year",
        pension_age_date=EARLIEST if pensioner else NEVER,
        **tax_code_facts(row[""]),
        **{"pay_date": PAID_IN[year]} | facts,
    )


def agrees(cases, table):
    answers = answer(cases)
    for variable, column in COLUMNS.items():
        expected = np.array([float(row[column]) for row in table])
        np.testing.assert_allclose(answers.person(variable), expected, atol=0.001, err_msg=variable)


@pytest.mark.parametrize(("year", "count"), [(2023, 15), (2024, 13), (2025, 15), (2026, 15)])
def test_tax_and_insurance(year, count):
    table = rows(f"hmrc-paye-{year}.csv")
    assert len(table) == count
    agrees([yearly(row, year) for row in table], table)


def test_insurance_after_the_rate_fell_on_6_january_2024():
    table = rows("hmrc-paye-2023-january.csv")
    assert len(table) == 9
    agrees([yearly(row, 2023, pay_date=date(2024, 1, 26)) for row in table], table)


def plan_of(row):
    found = [
        plan
        for name, plan in PLANS.items()
        if row.get(f"input_has_plan_{name}", row.get(f"input_has_{name}_plan")) == "TRUE"
    ]
    assert len(found) == 1
    return found[0]


def loan_fact_of(plan):
    name = "postgraduate_loan" if plan == "postgraduate" else f"student_loan_{plan}"
    return {f"repays_{name}": True}


@pytest.mark.parametrize(("year", "count"), [(2023, 20), (2024, 20), (2025, 20), (2026, 25)])
def test_student_loans(year, count):
    table = rows(f"hmrc-paye-{year}-student-loan.csv")
    assert len(table) == count
    agrees([yearly(row, year, **loan_fact_of(plan_of(row))) for row in table], table)


@pytest.mark.parametrize("year", PAID_IN)
def test_pensions_as_a_percentage(year):
    table = [
        row
        for row in rows(f"hmrc-paye-{year}-pension.csv")
        if row["input_pension_method"] == "PERCENTAGE"
    ]
    assert len(table) == 5
    agrees(
        [
            yearly(
                row,
                year,
                pension_scheme="net_pay",
                pension_basis="all",
                pension_enrolment="joined",
                pension_share_of_pay=float(row["input_pension_amount"]) / 100,
            )
            for row in table
        ],
        table,
    )


@pytest.mark.parametrize("year", PAID_IN)
def test_pensions_of_a_monthly_amount(year):
    # The rules take a percentage; twelve months' pounds stand in as the contribution itself.
    table = [
        row
        for row in rows(f"hmrc-paye-{year}-pension.csv")
        if row["input_pension_method"] != "PERCENTAGE"
    ]
    assert {row["input_pension_method"] for row in table} == {"MONTHLY_AMOUNT_IN_POUNDS"}
    assert len(table) == 5
    agrees(
        [
            yearly(
                row,
                year,
                pension_scheme="net_pay",
                pension_contribution_per_pay_period=round(
                    12 * float(row["input_pension_amount"]), 2
                ),
            )
            for row in table
        ],
        table,
    )


@pytest.mark.parametrize(
    ("code", "region", "tax"),
    [("1257L", "rest_of_uk", 1484.2), ("S1257L", "scotland", 1455.93)],
)
def test_a_code_is_read_for_its_nation(code, region, tax):
    facts = tax_code_facts(code)
    assert facts["tax_code_region"] == region
    job = employee(20000.0, pay_period="year", pay_date=PAID_ON, **facts)
    assert answer([job]).person("income_tax_per_pay_period").tolist() == [tax]
