"""The command line. It computes nothing: it reads a case, asks the analysis and prints.

Exit status 0: done. 2: the input cannot be used; one line for each problem on standard error.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import click

from benefits_calc import __version__
from benefits_calc.cli_dated import timeline, way_back
from benefits_calc.cli_input import (
    Day,
    HoursList,
    OneLineErrors,
    OneNumberOfHours,
    page_width,
    print_json,
    read_case,
    says_what_is_wrong,
)


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="benefits-calc")
def main() -> None:
    """What a person would have at any weekly hours of work: wages, benefits, and why."""


main.add_command(timeline)
main.add_command(way_back)


@main.command()
@click.argument("case", type=click.Path())
@click.option("--hours", type=HoursList(), help="Weekly hours to compare, such as 0,8,16.")
@click.option("--on", type=Day(), help="The day the comparison is for; today if left out.")
@click.option("--weekly", is_flag=True, help="Amounts a week (JSON: beside those a month).")
@click.option("--json", "as_json", is_flag=True, help="Results format 1.")
@says_what_is_wrong
def compare(
    case: str, hours: tuple[float, ...] | None, on: date | None, *, weekly: bool, as_json: bool
) -> None:
    """Compare now with the job at each number of hours."""
    from benefits_calc.analysis.comparison import compare as comparison_of  # noqa: PLC0415

    comparison = comparison_of(read_case(case, on), hours)
    if as_json:
        from benefits_calc.output.contract import comparison_object  # noqa: PLC0415

        print_json(comparison_object(comparison, weekly=weekly))
    else:
        from benefits_calc.output.tables import PAGE_WIDTH, comparison_table  # noqa: PLC0415

        width = page_width(PAGE_WIDTH)
        click.echo(comparison_table(comparison, weekly=weekly, width=width), nl=False)


@main.command()
@click.argument("case", type=click.Path())
@click.option("--hours", type=OneNumberOfHours(), help="Weekly hours; now if left out.")
@click.option("--on", type=Day(), help="The day it is for; today if left out.")
@says_what_is_wrong
def explain(case: str, hours: float | None, on: date | None) -> None:
    """Print the working of each figure, line by line, with its law and rates."""
    from benefits_calc.analysis.explain import explain as explanation_of  # noqa: PLC0415
    from benefits_calc.output.tables import explanation_text  # noqa: PLC0415

    click.echo(explanation_text(explanation_of(read_case(case, on), hours)), nl=False)


@main.command()
@click.argument("case", type=click.Path())
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    required=True,
    help="File to write, ending in .html or .pdf.",
)
@click.option("--on", type=Day(), help="The day it is for; today if left out.")
@click.option("--weekly", is_flag=True, help="Amounts a week instead of a month.")
@click.option("--record", is_flag=True, help="The service's own record instead of the plan.")
@says_what_is_wrong
def plan(case: str, output: str, on: date | None, *, weekly: bool, record: bool) -> None:
    """Write the plan to take away: today, the job, other hours, what to do."""
    from benefits_calc.output.plan_file import plan_file  # noqa: PLC0415

    made = plan_file(read_case(case, on), Path(output).suffix, weekly=weekly, record=record)
    Path(output).write_bytes(made)


@main.command("hours-for")
@click.argument("case", type=click.Path())
@click.option(
    "--left-over", type=float, help="Pounds a month to have left over; as now if left out."
)
@click.option("--on", type=Day(), help="The day it is for; today if left out.")
@click.option("--json", "as_json", is_flag=True, help="The answer as JSON.")
@says_what_is_wrong
def hours_for(case: str, left_over: float | None, on: date | None, *, as_json: bool) -> None:
    """Say how many hours of the job leave a certain amount over."""
    from benefits_calc.analysis.hours_for import hours_for as hours_found  # noqa: PLC0415
    from benefits_calc.output.hours_for import hours_for_object  # noqa: PLC0415
    from benefits_calc.words.hours_for import hours_for_sentences  # noqa: PLC0415
    from benefits_calc.words.money import Unit  # noqa: PLC0415

    found = hours_found(read_case(case, on), left_over)
    if as_json:
        print_json(hours_for_object(found))
    else:
        click.echo("\n".join(hours_for_sentences(found, Unit(), as_now=left_over is None)))


@main.command()
@click.argument("case", type=click.Path())
@click.option("--on", type=Day(), help="The day it is for; today if left out.")
@click.option("--json", "as_json", is_flag=True, help="Results format 1.")
@click.option("--ics", type=click.Path(dir_okay=False), help="Write the days to a calendar file.")
@click.option("--named", is_flag=True, help="In the calendar, say what each day is for.")
@says_what_is_wrong
def tasks(case: str, on: date | None, ics: str | None, *, as_json: bool, named: bool) -> None:
    """List who must be told what, how and by when."""
    from benefits_calc.output.next_steps import (  # noqa: PLC0415
        next_steps,
        next_steps_object,
        next_steps_text,
    )

    steps = next_steps(read_case(case, on))
    if ics is not None:
        from benefits_calc.output.calendar_file import calendar_of_tasks  # noqa: PLC0415

        Path(ics).write_bytes(calendar_of_tasks(steps, named=named))
    elif as_json:
        print_json(next_steps_object(steps))
    else:
        click.echo(next_steps_text(steps), nl=False)


@main.command()
@click.argument("case", type=click.Path())
@click.option("--on", type=Day(), help="The day it is for; today if left out.")
@click.option("--json", "as_json", is_flag=True, help="Results format 1.")
@says_what_is_wrong
def reconcile(case: str, on: date | None, *, as_json: bool) -> None:
    """Compare the amounts in letters with what is worked out, and say why they may differ."""
    from benefits_calc.analysis.reconcile import reconcile as reconciliation_of  # noqa: PLC0415
    from benefits_calc.output.reconcile import (  # noqa: PLC0415
        reconciliation_object,
        reconciliation_text,
    )

    found = reconciliation_of(read_case(case, on))
    if as_json:
        print_json(reconciliation_object(found))
    else:
        click.echo(reconciliation_text(found), nl=False)


@main.command()
@click.option("--on", type=Day(), help="The day; today if left out.")
@says_what_is_wrong
def rates(on: date | None) -> None:
    """List the rates in force on a day, with their sources."""
    from benefits_calc.analysis.rates import rates_on  # noqa: PLC0415
    from benefits_calc.output.tables import rates_table  # noqa: PLC0415

    click.echo(rates_table(rates_on(on or date.today())), nl=False)  # noqa: DTZ011


@main.command()
@says_what_is_wrong
def new() -> None:
    """Print a case file to fill in, with comments."""
    from benefits_calc.case import case_template  # noqa: PLC0415

    click.echo(case_template(), nl=False)


@main.command()
@click.argument("case", type=click.Path())
@click.option("--on", type=Day(), help="The day it is for; today if left out.")
@says_what_is_wrong
def validate(case: str, on: date | None) -> None:
    """Check a case file: what is missing or impossible, field by field."""
    from benefits_calc.analysis.checking import check  # noqa: PLC0415

    checked = read_case(case, on)
    check(checked)
    for message in (*checked.messages(), *checked.notes()):
        click.echo(f"{message.field}: {message.text}")
    click.echo(f"{case}: can be used, as at {checked.as_at.isoformat()}")


@main.command()
def schema() -> None:
    """Print the case format as JSON Schema."""
    from benefits_calc.case.reference import case_schema  # noqa: PLC0415

    print_json(case_schema())


@main.command()
@click.option("--case", type=click.Path(), help="Case to time; a scenario if left out.")
@says_what_is_wrong
def bench(case: str | None) -> None:
    """Print how long comparisons take here."""
    from benefits_calc.analysis.bench import measured  # noqa: PLC0415
    from benefits_calc.resources import scenarios_directory  # noqa: PLC0415

    path = case or str(scenarios_directory() / "p1_lcwra_protected_rent.yaml")
    click.echo(measured(Path(path)), nl=False)


@main.command()
def app() -> None:
    """Open the page in the browser, on this machine only."""
    from benefits_calc.resources import app_script  # noqa: PLC0415
    from benefits_calc.settings import streamlit_options  # noqa: PLC0415

    arguments = [sys.executable, "-m", "streamlit", "run", str(app_script()), *streamlit_options()]
    if find_spec("streamlit") is None:
        click.echo('The page needs Streamlit: pip install "benefits-calc[app]"', err=True)
        sys.exit(2)
    if os.name == "posix":
        os.execv(sys.executable, arguments)  # noqa: S606 - the same interpreter, fixed words
    import subprocess  # noqa: PLC0415

    sys.exit(subprocess.call(arguments))  # noqa: S603
