"""More figures of the publishers of tests/data/published.yaml, kind by kind."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from benefits_calc.engine.payroll import _category
from tests.rules.support import answer, child, claimant, employee, family, one, other_adult

DATA = Path(__file__).parents[1] / "data" / "published-siblings.yaml"
KINDS: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
UC = "dwp.universal_credit"
IN_2024 = date(2024, 11, 8)
HELD_FOR = date(2025, 11, 8)


def rows(kind):
    assert KINDS[kind]["source"]
    assert KINDS[kind]["licence"]
    return KINDS[kind]["rows"]


def test_national_insurance():
    table = rows("national_insurance")
    jobs = [
        employee(
            pay,
            pay_period=period,
            pay_date=date(year, 11, 28),
            national_insurance_category=_category(letter),
        )
        for year, period, letter, pay, _ in table
    ]
    found = answer(jobs).person("national_insurance_per_pay_period")
    np.testing.assert_allclose(found, [row[-1] for row in table], atol=0.001)


@pytest.mark.parametrize("row", rows("pension"), ids=str)
def test_pension(row):
    pay, period, basis, percent, worker, employer = row
    job = employee(
        pay,
        pay_period=period,
        pay_date=date(2025, 11, 28),
        pension_scheme="net_pay",
        pension_basis=basis,
        pension_enrolment="joined",
        pension_share_of_pay=percent / 100,
    )
    found = one(job)
    if worker is not None:
        assert found.person("pension_contribution_per_pay_period")[0] == worker
    if employer is not None:
        assert found.person("employer_pension_contribution_per_pay_period")[0] == employer


@pytest.mark.parametrize("row", rows("child_benefit_charge"), ids=str)
def test_charge_for_high_income(row):
    income, percent = row
    # Two children of 2024-25: 25.60 + 16.95 a week, 2,212.60 a year. ITEPA 2003 s.681C(3): the
    # pence of the benefit go first, then those of the charge.
    due = percent * 2212 // 100
    payer = claimant(adjusted_net_income_per_year=float(income))
    found = one(family(payer, child_benefit_per_week=42.55, assessment_period_start=IN_2024))
    assert found.unit("child_benefit_charge_per_year")[0] == due


def test_single_renter_of_2022():
    f = KINDS["older_households"]["single_under_35"]
    rates = {
        f"{UC}.standard_allowance.single_25_or_over": f["standard_allowance"],
        f"{UC}.taper.rate": 0.55,
    }
    row = family(
        claimant(
            30,
            pay_period="year",
            additional_pay_per_pay_period=float(f["earnings_gross_year"]),
            pension_scheme="net_pay",
            pension_contribution_per_pay_period=float(f["pension_year"]),
        ),
        assessment_period_start=HELD_FOR,
        tenure="private_rent",
        rent_per_month=f["rent_year"] / 12,
        local_housing_allowance_shared_per_month=f["lha_shared_month"],
    )
    got = one(row, rates)
    assert got.unit("uc_housing_costs_element")[0] == f["expected"]["housing_element"]
    assert got.unit("uc_earnings_deduction")[0] == f["expected"]["earnings_deduction"]


def test_lone_parent_with_another_adult_of_2022():
    f = KINDS["older_households"]["lone_parent_with_another_adult"]
    rates = {
        f"{UC}.standard_allowance.single_under_25": f["standard_allowance"],
        f"{UC}.child.first_born_before_6_april_2017": f["child_element"],
        f"{UC}.housing.non_dependant_contribution": f["contribution"],
    }
    row = family(
        claimant(f["age"]),
        child(f["child_age"]),
        others=[other_adult(f["other_age"])],
        assessment_period_start=HELD_FOR,
        tenure="private_rent",
        rent_per_month=f["rent_year"] / 12,
        local_housing_allowance_three_bedrooms_per_month=round(
            f["lha_week_three_bedroom"] * 52 / 12, 2
        ),
    )
    award = one(row, rates).unit("universal_credit")[0]
    assert round(12 * award, 2) == f["expected"]["uc_award_year"]
