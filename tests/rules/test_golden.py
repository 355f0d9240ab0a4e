"""The worked ladder of hours and the points where Universal Credit ends, through the rules.

The figures were worked by hand from the law: single, 25 or over, minimum wage, paid monthly,
code 1257L on a month-1 basis, 5 % net-pay pension on band earnings.
"""

from datetime import date, timedelta

import numpy as np
import pytest

from benefits_calc.case import load_case
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job
from benefits_calc.engine.results import results_of
from tests.oracle.test_oracle import NIL_POINTS, ROWS
from tests.rules.support import answer, claimant, family

LCWRA = {"work_capability": "lcwra", "health_element_rate": "protected"}
NEW_LCWRA = {"work_capability": "lcwra", "health_element_rate": "standard"}
RENT_450 = {"tenure": "social_rent", "rent_per_month": 450.0}
# P1 to P4: capability, home, maximum amount, work allowance.
LADDERS = {
    "P1": (LCWRA, RENT_450, 1304.70, 427.0),
    "P2": (NEW_LCWRA, RENT_450, 1092.16, 427.0),
    "P3": (LCWRA, {}, 854.70, 710.0),
    "P4": ({}, RENT_450, 874.90, 0.0),
}
# First and last assessment periods at 2026-27 rates whose pay day is in that tax year too.
STARTS = [date(2026, 4, 6), date(2026, 7, 31), date(2026, 11, 8), date(2027, 3, 16)]
PAY_COLUMNS = (
    "employment_income",
    "employee_pension_contributions",
    "income_tax",
    "national_insurance",
    "net_pay",
)
JOB = {
    "hourly_pay": 12.71,
    "pension_scheme": "net_pay",
    "pension_share_of_pay": 0.05,
}


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize(("name", "ladder"), LADDERS.items(), ids=list(LADDERS))
def test_hours_ladder(start, name, ladder):
    capability, home, maximum, allowance = ladder
    rows = [
        family(
            claimant(
                birth_date=date(1986, 1, 1),
                hours_per_week=float(row[0]),
                pay_date=start + timedelta(days=20),
                **JOB,
                **capability,
            ),
            assessment_period_start=start,
            **home,
        )
        for row in ROWS
    ]
    answers = answer(rows)
    expected = np.array([[float(cell) for cell in row] for row in ROWS])
    for place, column in enumerate(PAY_COLUMNS, 1):
        np.testing.assert_array_equal(answers.person(column), expected[:, place], column)
    awards = expected[:, 6 + list(LADDERS).index(name)]
    np.testing.assert_array_equal(answers.unit("universal_credit"), awards)
    np.testing.assert_array_equal(answers.unit("uc_maximum_amount"), maximum)
    np.testing.assert_array_equal(answers.unit("uc_work_allowance"), allowance)
    total = np.round(answers.person("net_pay") + answers.unit("universal_credit"), 2)
    np.testing.assert_array_equal(total, np.round(expected[:, 5] + awards, 2))


TOTALS = {  # hours: net pay and Universal Credit together, P1 to P4
    0.0: (1304.70, 1092.16, 854.70, 874.90),
    16.0: (1927.98, 1715.44, 1633.63, 1263.33),
    20.0: (2018.07, 1805.53, 1723.72, 1353.42),
    30.0: (2186.62, 1974.08, 1892.27, 1521.97),
    37.5: (2313.06, 2100.52, 2018.71, 1718.92),
}


@pytest.mark.parametrize("hours", TOTALS)
def test_totals_of_the_ladder(hours):
    answers = answer(
        family(claimant(hours_per_week=hours, **JOB, **capability), **home)
        for capability, home, _, _ in LADDERS.values()
    )
    totals = answers.person("net_pay") + answers.unit("universal_credit")
    assert np.round(totals, 2).tolist() == list(TOTALS[hours])


def nil_point_facts(person, home):
    facts = {"work_capability": person.work_capability}
    if person.work_capability == "lcwra":
        facts["health_element_rate"] = person.health_element
    rent = RENT_450 if home.tenure == "social_rent" else {}
    return facts, rent


@pytest.mark.parametrize(("person", "home", "first_nil", "algebraic"), NIL_POINTS)
@pytest.mark.parametrize("start", [date(2026, 4, 6), date(2026, 11, 8), date(2027, 4, 11)])
def test_first_penny_without_universal_credit_and_the_one_before(
    person, home, first_nil, algebraic, start
):
    capability, rent = nil_point_facts(person, home)
    nil = float(first_nil)
    nets = [round(nil - 0.01, 2), nil, round(nil + 0.01, 2)]
    answers = answer(
        family(
            claimant(person.age, uc_employed_earnings=net, **capability),
            assessment_period_start=start,
            **rent,
        )
        for net in nets
    )
    before, at, after = answers.unit("universal_credit")
    assert before >= 0.01
    assert (at, after) == (0, 0)
    assert answers.unit("is_entitled_to_universal_credit").tolist() == [True, False, False]
    assert abs(float(algebraic) - nil) <= 0.011


@pytest.mark.parametrize("name", LADDERS)
def test_ladder_from_its_case_file(name, root):
    (path,) = (root / "scenarios").glob(f"{name.lower()}_*.yaml")
    case = load_case(path)
    hours = np.array([float(row[0]) for row in ROWS])
    results = results_of(evaluate(case, in_job(hours, claims_universal_credit=True)))
    expected = np.array([[float(cell) for cell in row] for row in ROWS])
    awards = expected[:, 6 + list(LADDERS).index(name)]
    np.testing.assert_array_equal(results.lines["net_pay"], expected[:, 5])
    np.testing.assert_array_equal(results.lines["universal_credit"], awards)
    np.testing.assert_array_equal(results.total_income, np.round(expected[:, 5] + awards, 2))
