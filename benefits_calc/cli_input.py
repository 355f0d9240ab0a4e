"""What every command shares: reading its input, and saying in one line what is wrong with it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
MOST_HOURS = 168.0
MOST_POINTS = 2000


def says_what_is_wrong(command: Command) -> Command:
    """Turn a problem with the input into its lines and exit status 2, never a traceback."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> Any:
        from benefits_calc.case import CaseError  # noqa: PLC0415 - the model is slow to import

        try:
            return command(*arguments, **options)
        except CaseError as error:
            click.echo(str(error), err=True)
        except BrokenPipeError:
            # Whoever read the output has gone, such as `head`: nothing is wrong with the input.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except OSError as error:
            reason = error.strerror or "it cannot be read"
            click.echo(f"{error.filename}: {reason}", err=True)
        sys.exit(2)

    return run  # type: ignore[return-value]


class Day(click.ParamType[date]):
    """A date such as 2026-12-01."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """Read the date, or fail with what is accepted."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value} is not accepted; give a date such as 2026-12-01", param, ctx)


class HoursList(click.ParamType[tuple[float, ...]]):
    """Weekly hours separated by commas."""

    name = "hours"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[float, ...]:
        """Read the hours, or fail with what is accepted."""
        if isinstance(value, tuple):
            return value
        try:
            hours = tuple(round(float(part), 2) for part in str(value).split(","))
        except ValueError:
            hours = ()
        in_range = all(0 <= number <= MOST_HOURS for number in hours)
        if not hours or not in_range or len(hours) > MOST_POINTS:
            accepted = f"give numbers from 0 to {MOST_HOURS:g} separated by commas, such as 0,8,16"
            self.fail(f"{value} is not accepted; {accepted}", param, ctx)
        return hours


def read_case(path: str, on: date | None) -> Any:
    """The case in a file, for the day asked for, the day in it, or today."""
    from benefits_calc.case import load_case  # noqa: PLC0415

    case = load_case(path)
    day = on or case.as_at or date.today()  # noqa: DTZ011 - the user's own day
    return case if day == case.as_at else case.at(day)


class OneNumberOfHours(click.ParamType[float]):
    """One number of weekly hours."""

    name = "hours"

    def convert(self, value: Any, param: Any, ctx: Any) -> float:
        """Read the hours, or fail with what is accepted."""
        try:
            hours = float(value)
        except ValueError:
            hours = -1.0
        if not 0 <= hours <= MOST_HOURS:
            accepted = f"give a number from 0 to {MOST_HOURS:g}"
            self.fail(f"{value} is not accepted; {accepted}", param, ctx)
        return round(hours, 2)


class OneLineErrors(click.Group):
    """A group whose errors of use are one line, without click's usage lines before them."""

    def main(  # type: ignore[override]
        self, args: Any = None, prog_name: str | None = None, **extra: Any
    ) -> Any:
        """Run a command; leave the process with its status where it stands alone."""
        alone = extra.pop("standalone_mode", True)
        try:
            status = super().main(args, prog_name, standalone_mode=False, **extra)
        except click.ClickException as error:
            if not alone:
                raise
            click.echo(error.format_message(), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(1)
        if not alone:
            return status
        sys.exit(status if isinstance(status, int) else 0)


def print_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, indent=1, ensure_ascii=False))


def page_width(of_a_file: int) -> int:
    """Characters that fit beside one another: the terminal's, or those of a page for a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else of_a_file
