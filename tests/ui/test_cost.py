"""What an answer costs, so that it does not grow unseen: runs of the rules, parts of a page, work.

Time depends on the machine and on who else is at it; these do not, or by little. The measure
itself, over real websockets, is `python -m tests.load`.
"""

import re
import subprocess
import sys
import time
from datetime import date

import pytest

from benefits_calc.engine import evaluate
from benefits_calc.ui.answers import answer
from tests.engine.whole_cases import scenario
from tests.ui.app import P1, opened

TODAY = date(2026, 12, 1)
WEEKLY = "a03_northampton_supported_awaiting_assessment"


@pytest.mark.parametrize(("name", "most"), [(P1, 3), (WEEKLY, 4)])
def test_an_answer_takes_few_runs_of_the_rules(monkeypatch, name, most):
    runs = []
    once = evaluate._evaluate

    def counted(*given):
        runs.append(given)
        return once(*given)

    monkeypatch.setattr(evaluate, "_evaluate", counted)
    answer(scenario(name), TODAY)
    assert 1 <= len(runs) <= most


def test_an_answer_takes_little_work():
    case = scenario(P1)
    answer(case, TODAY)
    work = []
    for _ in range(3):
        start = time.process_time()
        answer(case, TODAY)
        work.append(time.process_time() - start)
    # A tenth of this where it was written; a slow machine, with coverage measured, may need more.
    assert min(work) < 0.5


@pytest.mark.parametrize(("page", "most"), [("the_job", 100), ("better_off", 105)])
def test_a_page_has_few_parts(page, most):
    # Each part is a message to the browser and takes the server about as long as any other.
    parts = sum(1 for _ in opened(P1, page).main)
    assert 20 < parts <= most


def test_the_load_test_answers():
    command = "-m tests.load --sessions 2 --think 0.1 --seconds 3"
    done = subprocess.run(
        [sys.executable, *command.split()], capture_output=True, text=True, timeout=120, check=True
    )
    figures = re.search(r"(\d+) answers in 3 s", done.stdout)
    work = re.search(r"processors: (\d+) ms an answer", done.stdout)
    memory = re.search(r"server: (\d+) MB at first, (\d+) MB at the end", done.stdout)
    assert figures
    assert int(figures[1]) >= 2
    assert work
    assert int(work[1]) < 1000
    assert memory
    assert int(memory[2]) - int(memory[1]) < 100
