"""The refusal near State Pension age and the rules' table must name the same day."""

from datetime import date, timedelta

import pytest

from benefits_calc.case import ages
from benefits_calc.engine.tables import state_pension_day

BIRTHS = [date(1954, 10, 6) + timedelta(days=3 * step) for step in range(1200)]


def test_the_case_and_the_table_agree_on_every_third_birth_from_1954_to_1964():
    differ = [born for born in BIRTHS if ages.state_pension_day(born) != state_pension_day(born)]
    assert differ == []


# Pensions Act 2014 s.26: 66 for births before 6 April 1960, then a month later for each month
# of birth, 67 for births from 6 March 1961.
@pytest.mark.parametrize(
    ("born", "reaches"),
    [
        (date(1960, 4, 5), date(2026, 4, 5)),
        (date(1960, 4, 6), date(2026, 5, 6)),
        (date(1960, 5, 5), date(2026, 6, 5)),
        (date(1961, 3, 5), date(2028, 2, 5)),
        (date(1961, 3, 6), date(2028, 3, 6)),
    ],
)
def test_the_day_by_the_act(born: date, reaches: date):
    assert state_pension_day(born) == reaches
