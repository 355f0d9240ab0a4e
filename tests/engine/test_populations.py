"""A run hands out what it knows, and takes and refuses what OpenFisca's own simulation would."""

import gc
from weakref import ref

import numpy as np
import pytest
from openfisca_core.errors import CycleError, VariableNotFoundError
from openfisca_core.simulations import SimulationBuilder

from benefits_calc.engine.arrays import NOMINAL_MONTH, encoded, simulate
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job
from benefits_calc.engine.results import results_of
from benefits_calc.engine.system import rules_system
from tests.engine.whole_cases import scenario

HOURS = np.array([0.0, 9.0, 16.0, 37.5])


@pytest.fixture
def outcome():
    return evaluate(
        scenario("a08_cardiff_couple_carer"), in_job(HOURS, claims_universal_credit=True)
    )


def openfiscas_own(outcome):
    """The same inputs in the simulation that OpenFisca's builder makes."""
    run = outcome.simulation
    layout, rows = outcome.layout, outcome.points.count
    system, builder = rules_system(), SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("person", np.arange(layout.people * rows))
    units = builder.declare_entity("benunit", np.arange(layout.unit_count * rows))
    builder.join_with_persons(units, layout.person_units(rows), list(layout.roles) * rows)
    homes = builder.declare_entity("household", np.arange(rows))
    people = layout.person_households(rows)
    builder.join_with_persons(homes, people, ["member"] * len(people))
    core = builder.build(system)
    for population in run.core.populations.values():
        for name in run.given & population.known.keys():
            core.set_input(name, NOMINAL_MONTH, population.known[name])
    return core


def test_every_variable_comes_out_as_in_openfiscas_own_simulation(outcome):
    core, run = openfiscas_own(outcome), outcome.simulation
    names = [name for name, v in rules_system().variables.items() if v.entity.key != "person"]
    assert len(names) > 200
    for name in names:
        expected = np.asarray(core.calculate(name, NOMINAL_MONTH))
        np.testing.assert_array_equal(run.unit(name), expected, err_msg=name)


def test_a_run_goes_as_soon_as_nobody_needs_it():
    gc.disable()
    try:
        outcome = evaluate(
            scenario("p1_lcwra_protected_rent"), in_job(HOURS, claims_universal_credit=True)
        )
        results_of(outcome)
        pay = outcome.payroll.simulation
        assert pay is not None
        runs = [ref(outcome.simulation.core), ref(pay.core)]
        del outcome, pay
        assert [run() for run in runs] == [None, None]
    finally:
        gc.enable()


def test_a_value_put_in_takes_the_place_of_one_that_was_known(outcome):
    run = outcome.simulation
    before = run.person("employment_income").copy()
    run.core.set_input("employment_income", NOMINAL_MONTH, before + 1.0)
    assert (run.person("employment_income") == before + 1.0).all()


def test_a_variable_taken_away_is_worked_out_anew(outcome):
    run = outcome.simulation
    first = run.unit("universal_credit")
    run.core.delete_arrays("universal_credit")
    again = run.unit("universal_credit")
    assert again is not first
    assert (again == first).all()


def test_what_is_not_a_variable_or_not_of_the_entity_is_refused(outcome):
    core = outcome.simulation.core
    with pytest.raises(VariableNotFoundError):
        core.calculate("no_such_variable", NOMINAL_MONTH)
    with pytest.raises(ValueError, match="universal_credit"):
        core.populations["person"]("universal_credit", NOMINAL_MONTH)


def test_too_few_values_are_refused(outcome):
    with pytest.raises(ValueError, match="employment_income: 1 values for"):
        outcome.simulation.core.set_input("employment_income", NOMINAL_MONTH, np.zeros(1))


def test_a_variable_that_needs_itself_is_refused(outcome):
    core = outcome.simulation.core
    core._under_way.add("universal_credit")
    with pytest.raises(CycleError, match="universal_credit needs itself"):
        core.calculate("universal_credit", NOMINAL_MONTH)


def test_roles_of_one_row_repeat_over_the_rows():
    units = np.array([0, 0, 1, 1])
    run = simulate({}, {}, units, units, ["claimant", "partner"])
    people = run.core.populations["person"]
    roles = {role.key: role for role in run.core.populations["benunit"].entity.flattened_roles}
    assert people.has_role(roles["claimant"]).tolist() == [True, False, True, False]
    assert people.has_role(roles["partner"]).tolist() == [False, True, False, True]


def test_positions_of_an_enum_pass_through_as_they_are():
    once = encoded("pay_period", np.array(["week", "month"], dtype=object))
    assert encoded("pay_period", np.asarray(once)).tolist() == once.tolist()
