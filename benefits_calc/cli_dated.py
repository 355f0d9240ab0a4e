"""The commands of the months around the start, and of the way back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from benefits_calc.cli_input import (
    Day,
    HoursList,
    OneNumberOfHours,
    page_width,
    print_json,
    read_case,
    says_what_is_wrong,
)

MOST_MONTHS, MOST_MONTHS_BEFORE, MOST_SICK_WEEKS = 60, 24, 52


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
@click.option(
    "--ics", type=click.Path(dir_okay=False), help="Write pay days and last days to a calendar."
)
@click.option("--named", is_flag=True, help="In the calendar, say what each day is for.")
@says_what_is_wrong
def timeline(
    case: str,
    on: date | None,
    months: int,
    before: int,
    hours: tuple[float, ...] | None,
    job_ends_after: int | None,
    ics: str | None,
    *,
    as_json: bool,
    named: bool,
) -> None:
    """Show money by its real dates, with the job and without it."""
    from benefits_calc.analysis.timeline import timeline as timeline_of  # noqa: PLC0415

    found = timeline_of(
        read_case(case, on), hours, months=months, before=before, job_ends_after=job_ends_after
    )
    if ics is not None:
        from benefits_calc.output.calendar_file import calendar_of_line  # noqa: PLC0415

        line = found.lines[0] if found.lines else found.as_you_are
        Path(ics).write_bytes(calendar_of_line(found.case, line, named=named))
        return
    if as_json:
        from benefits_calc.output.timeline import timeline_object  # noqa: PLC0415

        print_json(timeline_object(found))
        return
    from benefits_calc.output.text import TEXT_WIDTH  # noqa: PLC0415
    from benefits_calc.output.timeline_tables import timeline_text  # noqa: PLC0415

    click.echo(timeline_text(found, page_width(TEXT_WIDTH)), nl=False)


@click.command(name="way-back")
@click.argument("case", type=click.Path())
@click.option("--on", type=Day(), help="The day the case is for; today if left out.")
@click.option("--hours", type=OneNumberOfHours(), help="Weekly hours in the job.")
@click.option(
    "--job-ends-after",
    type=click.IntRange(1, MOST_MONTHS),
    metavar="MONTHS",
    help="The job ends after this many months of work.",
)
@click.option(
    "--hours-drop-to",
    type=OneNumberOfHours(),
    help="The hours go down to this many a week.",
)
@click.option(
    "--sick-weeks",
    type=click.IntRange(1, MOST_SICK_WEEKS),
    metavar="WEEKS",
    help="This many weeks off sick.",
)
@click.option(
    "--after",
    type=click.IntRange(1, MOST_MONTHS),
    metavar="MONTHS",
    help="Months of work before the hours go down or the sickness begins; 6 if left out.",
)
@click.option("--json", "as_json", is_flag=True, help="Results format 1.")
@says_what_is_wrong
def way_back(
    case: str,
    on: date | None,
    hours: float | None,
    job_ends_after: int | None,
    hours_drop_to: float | None,
    sick_weeks: int | None,
    after: int | None,
    *,
    as_json: bool,
) -> None:
    """Show what follows if it does not work out, until money has settled.

    Say one of three things: when the job ends (--job-ends-after), how far the hours go down
    (--hours-drop-to), or how long somebody is off sick (--sick-weeks).
    """
    from benefits_calc.analysis.way_back import asked_for  # noqa: PLC0415
    from benefits_calc.analysis.way_back import way_back as way_back_of  # noqa: PLC0415
    from benefits_calc.output.text import TEXT_WIDTH  # noqa: PLC0415
    from benefits_calc.output.way_back import way_back_object, way_back_text  # noqa: PLC0415

    asked = asked_for(job_ends_after, hours_drop_to, sick_weeks, after)
    found = way_back_of(read_case(case, on), asked, hours)
    if as_json:
        print_json(way_back_object(found))
    else:
        click.echo(way_back_text(found, page_width(TEXT_WIDTH)), nl=False)
