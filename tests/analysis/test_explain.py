"""The working agrees with the comparison, and every step has its law."""

import pytest

from benefits_calc.analysis.explain import explain, rates_that_matter
from benefits_calc.case import CaseError
from benefits_calc.engine.workings import Step
from tests.engine.whole_cases import NAMES, case_with, compared, money, point_at, scenario

FIGURES = {
    "universal_credit": "universal_credit",
    "uc_maximum_amount": None,
    "net_pay": "net_pay",
    "employment_income": "gross_pay",
    "income_tax": "income_tax",
    "national_insurance": "national_insurance",
}


def steps(name: str, hours: float | None) -> tuple[Step, ...]:
    return explain(scenario(name), hours).steps


@pytest.mark.parametrize("name", NAMES)
def test_values_are_those_of_the_comparison(name: str):
    case = scenario(name)
    worker = case.job.who if case.job else "claimant"
    for hours in (None, 16.0):
        point = compared(case).now if hours is None else point_at(case, hours)
        found = {(step.name, step.who): step.value for step in steps(name, hours) if not step.given}
        for variable, line in FIGURES.items():
            owner = "household" if variable.startswith(("uc_", "universal")) else worker
            value = found.get((variable, owner), 0.0)
            if line is None:
                assert value == point.workings[variable]
            elif (variable, owner) in found:
                assert value == pytest.approx(money(point, line), abs=1e-9), variable
            else:
                assert money(point, line) == 0, variable


@pytest.mark.parametrize("name", NAMES)
def test_every_step_worked_out_has_its_law_and_every_rate_its_source(name: str):
    for step in steps(name, 16.0):
        assert step.label
        if step.given:
            continue
        assert step.references, step.name
        assert all(reference.startswith("https://") for reference in step.references), step.name
        for rate in step.rates:
            assert rate.references, rate.path
            assert rate.description
            assert rate.since <= "2026-12-01"


def test_a_step_comes_after_what_it_is_made_from():
    names = [step.name for step in steps("p1_", 16.0)]
    order = ["employment_income", "uc_earned_income", "uc_earnings_deduction", "universal_credit"]
    places = [names.index(name) for name in order]
    assert places == sorted(places)


def test_the_rates_read_are_those_in_force():
    read = {
        rate.path: rate.value for step in steps("p1_", 30.0) for rate in rates_that_matter(step)
    }
    assert read["dwp.universal_credit.standard_allowance.single_25_or_over"] == 424.90
    assert 0.55 in read.values()
    assert 429.80 in read.values()


def test_now_can_be_explained_without_a_job_and_hours_cannot():
    case = case_with(job=None)
    assert explain(case, None).steps
    with pytest.raises(CaseError, match="job: nothing given"):
        explain(case, 16)
