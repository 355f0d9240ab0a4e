"""How fast a comparison is on this machine: figures to read, not a test."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np

from benefits_calc.analysis.comparison import compare
from benefits_calc.analysis.timeline import timeline
from benefits_calc.analysis.way_back import Asked, way_back
from benefits_calc.case import load_case
from benefits_calc.engine.evaluate import evaluate
from benefits_calc.engine.points import in_job
from benefits_calc.engine.results import results_of

RUNS = 15
NINE_HOURS = (0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 25.0, 30.0, 37.5)
SWEEP_HOURS = np.arange(0.0, 48.01, 0.5)


def measured(path: Path) -> str:
    """Time the whole process, a sweep, one point and a full comparison; medians of several runs.

    Raises:
        CaseError: where the case cannot be compared.
    """
    case = load_case(path)
    claims = case.universal_credit_claimed
    sweep = in_job(SWEEP_HOURS, claims_universal_credit=claims)
    one = in_job(np.array([16.0]), claims_universal_credit=claims)
    compare(case)
    outcome = evaluate(case, sweep)
    results_of(outcome)
    pay = outcome.payroll.simulation
    variables = outcome.simulation.variables_evaluated() + (pay.variables_evaluated() if pay else 0)
    rows = [
        ("compare, whole process", _median(lambda: _whole_process(path), 3)),
        (f"sweep of {len(SWEEP_HOURS)} points", _median(lambda: results_of(evaluate(case, sweep)))),
        ("one point", _median(lambda: results_of(evaluate(case, one)))),
        ("compare without thresholds", _median(lambda: compare(case, with_thresholds=False))),
        ("compare with exact thresholds", _median(lambda: compare(case))),
        ("timeline, 18 months x 1", _median(lambda: timeline(case))),
        (f"timeline, 18 months x {len(NINE_HOURS)}", _median(lambda: timeline(case, NINE_HOURS))),
        ("way back", _median(lambda: way_back(case, Asked("job_ends")))),
    ]
    lines = [f"{name:<32}{seconds * 1000:>9.1f} ms" for name, seconds in rows]
    lines.append(f"{'variables evaluated':<32}{variables:>9}")
    memory = _peak_memory_megabytes()
    if memory is not None:
        lines.append(f"{'peak memory of a compare process':<32}{memory:>9.0f} MB")
    return "\n".join(lines) + "\n"


def _median(run: Callable[[], object], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return statistics.median(times)


def _whole_process(path: Path) -> None:
    command = [sys.executable, "-m", "benefits_calc", "compare", str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - own program


def _peak_memory_megabytes() -> float | None:
    """Largest memory of the processes timed; None where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ModuleNotFoundError:
        return None
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024**2
