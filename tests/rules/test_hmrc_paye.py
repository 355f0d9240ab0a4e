"""HMRC's own test rows for a yearly pay period through the rules (hmrc/tax-kalculator).

A yearly period gives a code its ten times the number plus nine of free pay and taxes the pence;
a real payroll never pays so. All rows of the three files are here.
"""

from datetime import date

import numpy as np
import pytest

from tests.oracle.test_hmrc_paye import PLANS, rows
from tests.oracle.wages import read_tax_code
from tests.rules.support import EARLIEST, NEVER, answer, employee

PAID_ON = date(2025, 11, 28)
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


def yearly(row, **facts):
    pensioner = row["input_is_pension_age"] == "TRUE"
    return employee(
        float(row["input_wages"]),
        pay_period="year",
        pay_date=PAID_ON,
        pension_age_date=EARLIEST if pensioner else NEVER,
        **tax_code_facts(row[""]),
        **facts,
    )


def agrees(cases, table):
    answers = answer(cases)
    for variable, column in COLUMNS.items():
        expected = np.array([float(row[column]) for row in table])
        np.testing.assert_allclose(answers.person(variable), expected, atol=0.001, err_msg=variable)


def test_tax_and_insurance():
    table = rows("hmrc-paye-2025.csv")
    assert len(table) == 15
    agrees([yearly(row) for row in table], table)


def plan_of(row):
    found = [
        plan
        for name, plan in PLANS.items()
        if row.get(f"input_has_plan_{name}", row.get(f"input_has_{name}_plan")) == "TRUE"
    ]
    assert len(found) == 1
    return found[0]


def loan_fact(row):
    plan = plan_of(row)
    name = "postgraduate_loan" if plan == "postgraduate" else f"student_loan_{plan}"
    return {f"repays_{name}": True}


def test_student_loans():
    table = rows("hmrc-paye-2025-student-loan.csv")
    assert len(table) == 20
    agrees([yearly(row, **loan_fact(row)) for row in table], table)


def test_pensions_as_a_percentage():
    table = [
        row
        for row in rows("hmrc-paye-2025-pension.csv")
        if row["input_pension_method"] == "PERCENTAGE"
    ]
    assert len(table) == 5
    agrees(
        [
            yearly(
                row,
                pension_scheme="net_pay",
                pension_basis="all",
                pension_enrolment="joined",
                pension_share_of_pay=float(row["input_pension_amount"]) / 100,
            )
            for row in table
        ],
        table,
    )


def test_pensions_of_a_monthly_amount():
    # The rules take a percentage; twelve months' pounds stand in as the contribution itself.
    table = [
        row
        for row in rows("hmrc-paye-2025-pension.csv")
        if row["input_pension_method"] != "PERCENTAGE"
    ]
    assert {row["input_pension_method"] for row in table} == {"MONTHLY_AMOUNT_IN_POUNDS"}
    assert len(table) == 5
    agrees(
        [
            yearly(
                row,
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
