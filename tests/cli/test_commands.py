"""The commands as people run them."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from benefits_calc import __version__
from benefits_calc.cli import main
from tests.engine.whole_cases import NAMES, SCENARIOS, compared, scenario

P1 = str(SCENARIOS / "p1_lcwra_protected_rent.yaml")
A02 = str(SCENARIOS / "a02_kingston_supported_lcwra.yaml")
A01 = str(SCENARIOS / "a01_merton_social_tenant_lcwra.yaml")


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=text, catch_exceptions=False)


def done(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    return result.stdout


def in_a_process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benefits_calc", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)


# --- compare -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_compare_prints_a_table_and_the_same_figures_as_json(name: str):
    path = str(SCENARIOS / f"{name}.yaml")
    table, result = done("compare", path), json.loads(done("compare", path, "--json"))
    left = [point["per_month"]["left_over"] for point in (result["now"], *result["points"])]
    rows = [line for line in table.splitlines() if line.startswith("Money left over ")]
    shown = {float(cell.replace(",", "")) for row in rows for cell in row.split()[3:]}
    assert shown == set(left)
    assert "None" not in table
    assert "nan" not in table.split()
    assert result["label"] in table


def test_compare_at_given_hours():
    result = json.loads(done("compare", P1, "--json", "--hours", "0,8,16.25"))
    assert [point["hours_per_week"] for point in result["points"]] == [0, 8, 16.25]
    assert result["points"][1]["per_month"]["universal_credit"] == 1297.21


def test_compare_on_another_day():
    result = json.loads(done("compare", P1, "--json", "--hours", "0", "--on", "2025-12-01"))
    assert result["as_at"] == "2025-12-01"
    assert result["now"]["workings"]["uc_standard_allowance"] == 400.14
    # The assessment period still begins in March, before the new rates.
    result = json.loads(done("compare", A02, "--json", "--hours", "0", "--on", "2026-04-07"))
    assert result["rates_as_at"] == {"universal_credit": "2026-03-08", "other": "2026-04-07"}


def test_compare_by_the_week():
    table = done("compare", P1, "--weekly", "--hours", "16")
    assert "pounds a week" in table
    assert "203.36" in table
    result = json.loads(done("compare", P1, "--weekly", "--json", "--hours", "16"))
    assert result["points"][0]["per_week"]["gross_pay"] == 203.36
    assert result["points"][0]["per_month"]["gross_pay"] == 881.23


def test_compare_in_a_process_of_its_own(tmp_path: Path):
    finished = in_a_process("compare", P1, "--json", "--hours", "16", cwd=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert json.loads(finished.stdout)["points"][0]["per_month"]["universal_credit"] == 1064.81
    assert not list(tmp_path.iterdir())


def test_compare_into_a_pipe_that_closes():
    """As into `head`: the reader goes after one line, and nothing is said on standard error."""
    command = [sys.executable, "-m", "benefits_calc", "rates", "--on", "2026-12-01"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


# --- explain -------------------------------------------------------------------------------


def test_explain_gives_each_figure_with_its_law_and_rate():
    text = done("explain", P1, "--hours", "16")
    assert text.startswith("At 16 hours a week\n")
    figures = re.findall(r"^\S.*: .* \[(?:given|worked out)\]$", text, re.MULTILINE)
    assert len(figures) > 30
    award = text.split("Universal Credit, after the cap and any sanction")[1]
    assert award.splitlines()[0].startswith(", before deductions (household): 1,064.81 per month")
    assert "law: https://www.legislation.gov.uk/uksi/2013/376/regulation/22" in text
    assert re.search(r"rate: .* = 0.55 since \d{4}-\d\d-\d\d; ", text)


@pytest.mark.parametrize("hours", [None, 16.0, 37.5])
@pytest.mark.parametrize("path", [P1, A02])
def test_explain_agrees_with_compare(path: str, hours: float | None):
    text = done("explain", path, *([] if hours is None else ["--hours", str(hours)]))
    comparison = compared(scenario(Path(path).stem), hours or 0)
    point = comparison.now if hours is None else comparison.points[0]
    found = re.search(r"before deductions \(household\): ([\d,.]+) per month", text)
    assert found is not None
    assert float(found[1].replace(",", "")) == point.per_month["universal_credit"]


def test_explain_now_says_so():
    assert done("explain", P1).startswith("Now\n")


# --- rates, new, validate, schema, bench, help ---------------------------------------------


def test_rates_have_values_dates_and_sources():
    text = done("rates", "--on", "2026-12-01")
    rows = text.splitlines()
    assert len(rows) > 200
    whole = re.compile(r"[\w.]+ = [\w.+-]+ \(.*\) since \d{4}-\d\d-\d\d \[.*\] .*https?://")
    for row in rows:
        assert whole.match(row), row
    (taper,) = [row for row in rows if row.startswith("dwp.universal_credit.taper")]
    assert " = 0.55 " in taper


def test_rates_are_those_of_the_day():
    name = "dwp.universal_credit.standard_allowance.single_25_or_over = "
    assert f"{name}424.9 " in done("rates", "--on", "2026-12-01")
    assert f"{name}400.14 " in done("rates", "--on", "2025-12-01")


def test_a_new_case_file_can_be_used_as_it_is(tmp_path: Path):
    path = tmp_path / "case.yaml"
    path.write_text(done("new"), encoding="utf-8")
    assert "can be used" in done("validate", str(path), "--on", "2026-12-01")
    assert "Money left over" in done("compare", str(path), "--on", "2026-12-01")


@pytest.mark.parametrize("name", NAMES)
def test_validate_says_that_a_scenario_can_be_used(name: str):
    path = str(SCENARIOS / f"{name}.yaml")
    assert done("validate", path).splitlines()[-1] == f"{path}: can be used, as at 2026-12-01"


def test_schema_is_a_json_schema():
    schema = json.loads(done("schema"))
    assert schema["type"] == "object"
    assert {"claimant", "home", "job", "nation"} <= set(schema["properties"])
    assert schema["additionalProperties"] is False


def test_bench_prints_its_figures():
    text = done("bench", "--case", P1)
    for name in ("compare, whole process", "sweep of 97 points", "one point", "exact thresholds"):
        assert re.search(rf"^.*{name}.* [\d.]+ ms$", text, re.MULTILINE), name
    assert re.search(r"^variables evaluated +\d+$", text, re.MULTILINE)


def test_help_names_every_command():
    text = done("--help")
    for command in (
        "compare",
        "explain",
        "tasks",
        "rates",
        "new",
        "validate",
        "schema",
        "bench",
        "app",
    ):
        assert re.search(rf"^  {command} ", text, re.MULTILINE), command
        assert done(command, "-h").startswith("Usage: ")
    assert __version__ in done("--version")


def test_today_is_the_day_where_the_file_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "case.yaml"
    text = Path(P1).read_text(encoding="utf-8")
    path.write_text(re.sub(r"^as_at:.*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    result = json.loads(done("compare", str(path), "--json", "--on", "2026-11-30"))
    assert result["as_at"] == "2026-11-30"


def test_tasks_and_reconcile_print_text_json_and_a_calendar(tmp_path: Path):
    for command, key in (("tasks", "tasks"), ("reconcile", "letters")):
        assert "a02-kingston" in done(command, A02)
        assert json.loads(done(command, A02, "--json"))[key]
    path = tmp_path / "days.ics"
    assert done("tasks", A02, "--ics", str(path)) == ""
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    result = run("tasks", A02, "--ics", str(tmp_path / "none" / "days.ics"))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_timeline_as_a_calendar_is_neutral_unless_named(tmp_path: Path):
    path = tmp_path / "money.ics"
    a01 = str(SCENARIOS / "a01_merton_social_tenant_lcwra.yaml")
    assert done("timeline", a01, "--ics", str(path)) == ""
    neutral = path.read_bytes()
    assert b"SUMMARY:Pay day" in neutral
    assert b"Universal" not in neutral
    assert done("timeline", a01, "--ics", str(path), "--named") == ""
    assert b"SUMMARY:Universal Credit" in path.read_bytes()
