"""What to do in each shipped scenario, worked out once a process."""

from functools import cache

from benefits_calc.output.next_steps import NextSteps, next_steps
from tests.engine.whole_cases import scenario


@cache
def steps_of(name: str) -> NextSteps:
    return next_steps(scenario(name))
