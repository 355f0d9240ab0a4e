"""The commands of the months around the start, and of the way back."""

from __future__ import annotations

from datetime import date

import click

from benefits_calc.cli_input import Day, HoursList, print_json, read_case, says_what_is_wrong

MOST_MONTHS, MOST_MONTHS_BEFORE = 60, 24


@click.command()
@click.argument("case", type=click.Path())
@click.option("--on", type=Day(), help="The day the case is for; today if left out.")
@click.option(
    "--months", type=click.IntRange(1, MOST_MONTHS), default=18, help="Months from the start."
)
@click.option(
    "--before", type=click.IntRange(0, MOST_MONTHS_BEFORE), default=3, help="Months before it."
)
@click.option("--hours", type=HoursList(), help="Weekly hours in the job; its own if left out.")
@click.option(
    "--job-ends-after", type=click.IntRange(1, MOST_MONTHS), help="The job ends after N months."
)
@click.option("--json", "as_json", is_flag=True, help="Results format 1.")
@says_what_is_wrong
def timeline(
    case: str,
    on: date | None,
    months: int,
    before: int,
    hours: tuple[float, ...] | None,
    job_ends_after: int | None,
    *,
    as_json: bool,
) -> None:
    """Show money by its real dates, with the job and without it."""
    from benefits_calc.analysis.timeline import timeline as timeline_of  # noqa: PLC0415

    found = timeline_of(
        read_case(case, on), hours, months=months, before=before, job_ends_after=job_ends_after
    )
    if as_json:
        from benefits_calc.output.timeline import timeline_object  # noqa: PLC0415

        print_json(timeline_object(found))
        return
    from benefits_calc.output.timeline_tables import timeline_text  # noqa: PLC0415

    click.echo(timeline_text(found), nl=False)
