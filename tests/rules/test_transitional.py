"""The transitional element: its start, its fall as other elements rise, and the earnings rule."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benefits_calc.case import CaseError, build_case
from benefits_calc.engine.transitional import (
    earned_enough_at_start,
    transitional_elements,
    transitional_threshold,
)
from benefits_calc.rules.transitional import ELEMENTS, relevant_increases
from tests.engine.whole_cases import case_with, compared, data_with, money, point_at
from tests.oracle.universal_credit import eroded_transitional_element
from tests.rules.support import claimant, figure

NOTHING = dict.fromkeys(ELEMENTS, np.zeros(1))
AS_AT = date(2026, 12, 1)


def elements(**amounts):
    return NOTHING | {f"uc_{name}": np.array([value]) for name, value in amounts.items()}


def test_rates_of_april_2026_take_so_much_from_a_hundred_pounds():
    # 400.14 to 424.90 and 423.27 to 429.80: 24.76 + 6.53 leave 68.71.
    found = figure(
        "transitional_element",
        claimant(work_capability="lcwra", health_element_rate="protected"),
        assessment_period_start=date(2026, 4, 8),
        previous_transitional_element=100.0,
        previous_uc_standard_allowance=400.14,
        previous_uc_lcwra_element=423.27,
    )
    assert found == 68.71


def test_a_rise_above_what_is_left_ends_it():
    found = figure(
        "transitional_element",
        claimant(),
        previous_transitional_element=24.75,
        previous_uc_standard_allowance=400.14,
    )
    assert found == 0


def test_a_new_element_counts_whole_though_another_goes():
    before, now = elements(carer_element=163.73), elements(lcwra_element=343.63)
    assert relevant_increases(before, now)[0] == 343.63


@pytest.mark.parametrize(
    ("before", "now", "rise"),
    [
        ({"lcw_element": 158.76}, {"lcwra_element": 429.80}, 271.04),
        ({"lcw_element": 158.76}, {"lcwra_element": 217.26}, 58.50),
        # LCWRA was there already: nothing replaces anything.
        ({"lcw_element": 158.76, "lcwra_element": 400.0}, {"lcwra_element": 429.80}, 29.80),
        ({"housing_costs_element": 450.0}, {"housing_costs_element": 470.0}, 20.0),
        ({"housing_costs_element": 450.0}, {}, 0.0),
        ({"standard_allowance": 424.90}, {"standard_allowance": 424.90}, 0.0),
    ],
)
def test_relevant_increases(before, now, rise):
    assert relevant_increases(elements(**before), elements(**now))[0] == pytest.approx(rise)


def test_childcare_takes_nothing_away():
    assert not any("childcare" in name for name in ELEMENTS)


pence = st.integers(0, 60_000)
path_of_five = st.lists(st.tuples(pence, pence), min_size=5, max_size=5)


@given(
    first=st.lists(pence, min_size=2, max_size=2),
    paths=st.lists(
        st.lists(st.tuples(pence, pence), min_size=5, max_size=5), min_size=2, max_size=2
    ),
)
def test_whole_paths_equal_one_period_after_another(first, paths):
    """Against the second reading, which knows one period and its rises."""
    months = {name: np.zeros((2, 5)) for name in ELEMENTS}
    months["uc_standard_allowance"] = np.array([[a / 100 for a, _ in path] for path in paths])
    months["uc_housing_costs_element"] = np.array([[b / 100 for _, b in path] for path in paths])
    found = transitional_elements(np.array(first) / 100, months)
    for row, path in enumerate(paths):
        left = Decimal(first[row]) / 100
        assert found[row, 0] == pytest.approx(float(left))
        for month in range(1, 5):
            rises = [
                max(Decimal(path[month][part] - path[month - 1][part]) / 100, Decimal(0))
                for part in (0, 1)
            ]
            left = eroded_transitional_element(left, rises)
            assert found[row, month] == pytest.approx(float(left), abs=1e-9)


# --- first amounts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("legacy", "indicative", "above", "start"),
    [
        (1042.38, 809.64, 0.0, 232.74),
        (800.0, 809.64, 0.0, 0.0),
        (500.0, 0.0, 30.0, 530.0),
    ],
)
def test_initial_amount(legacy, indicative, above, start):
    found = figure(
        "transitional_element_at_start",
        claimant(),
        total_legacy_amount=legacy,
        indicative_universal_credit_amount=indicative,
        indicative_income_above_maximum=above,
    )
    assert found == start


LCWRA = {"work_capability": "lcwra", "health_element_rate": "protected"}


@pytest.mark.parametrize(
    ("day", "person", "facts", "amount"),
    [
        (date(2026, 11, 8), LCWRA, {}, 148.82),
        (date(2026, 11, 8), {}, {}, 353.44),
        (date(2026, 4, 5), LCWRA, {}, 143.37),
        (date(2026, 4, 5), {}, {}, 340.50),
        (date(2026, 11, 8), {}, {"legacy_severe_disability_premium": "couple"}, 502.27),
        (date(2026, 11, 8), LCWRA, {"legacy_severe_disability_premium": "couple"}, 502.27),
        (date(2026, 11, 8), LCWRA, {"legacy_enhanced_disability_premium": "single"}, 243.43),
        (date(2026, 11, 8), {}, {"legacy_disability_premium": "single"}, 547.17),
        (date(2026, 11, 8), {}, {"legacy_disability_premium": "couple"}, 630.52),
        (date(2026, 11, 8), {}, {"legacy_disabled_children": 2.0}, 752.18),
        (date(2026, 11, 8), {}, {"legacy_severe_disability_premium": "none"}, 0.0),
    ],
)
def test_severe_disability_premium_element(day, person, facts, amount):
    premiums = {"legacy_severe_disability_premium": "single"} | facts
    found = figure(
        "transitional_element", claimant(**person), assessment_period_start=day, **premiums
    )
    assert found == amount


# --- a case -------------------------------------------------------------------------------------
UC = "benefits_now__universal_credit"


def test_premiums_of_the_older_award_make_the_first_period():
    case = case_with(
        **{
            f"{UC}__since": "2026-11-08",
            f"{UC}__older_premiums": {"severe_disability": "single"},
        }
    )
    assert compared(case, 16).now.workings["uc_transitional_element"] == 148.82


def test_later_the_amount_on_the_statement_is_asked_for():
    data = data_with(**{f"{UC}__older_premiums": {"severe_disability": "single"}})
    with pytest.raises(CaseError, match="transitional_element"):
        build_case(data)


def protected(**award):
    element = {"amount": 100, "per": "month"}
    parts = {f"{UC}__{name}": value for name, value in award.items()}
    return case_with(**{f"{UC}__transitional_element": element} | parts)


def test_threshold_is_that_of_the_day_the_award_began():
    # 18 hours at 11.44 from 13 May 2024, 15 hours at 10.42 before; 18 at 12.71 today.
    for since, threshold in (("2024-06", 892.0), ("2024-01", 677.0), ("2026-11", 991.0)):
        assert transitional_threshold(protected(since=since), AS_AT) == (threshold, True)
    assert transitional_threshold(protected(since=None), AS_AT) == (991.0, False)


@pytest.mark.parametrize(
    ("earned", "found"), [(892.0, "yes"), (891.99, "no"), (0.0, "no"), (None, "unknown")]
)
def test_first_period_decides_whether_low_pay_can_end_it(earned, found):
    case = protected(since="2024-06", first_period_earned_income=earned)
    assert earned_enough_at_start(case, AS_AT) == found


def codes(case, hours):
    return {s.code: s.state for s in point_at(case, hours).statuses if "transitional" in s.code}


def test_low_pay_after_a_first_period_of_enough_is_said_to_end_it():
    case = protected(since="2024-06", first_period_earned_income=900)
    assert codes(case, 8) == {"transitional_element_low_earnings": "stops"}
    assert money(point_at(case, 20), "net_pay") > 892
    assert codes(case, 20) == {"transitional_element": "stays"}


@pytest.mark.parametrize("earned", [0, None])
def test_without_such_a_first_period_low_pay_does_nothing(earned):
    case = protected(since="2024-06", first_period_earned_income=earned)
    assert codes(case, 8) == {"transitional_element": "stays"}
