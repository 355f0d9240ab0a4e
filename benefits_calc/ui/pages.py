"""Every page of the app, in one place and in order.

A page is a module of `benefits_calc.ui` with a function `show`. A page of questions or of
information has `show()`; a page of results has `show(found)` with the answer that the frame has
ready, and the frame says what is still missing where there is none. Its title comes from the
catalogue, section `pages`. A page whose module is not there does not
appear.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, Literal

Kind = Literal["questions", "results", "information"]


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        code: Its name in the catalogue, and its address; fixed.
        module: Its module in `benefits_calc.ui`.
        kind: questions and information stand by themselves; results need an answer.
        step: Whether Back and Next lead through it.
        leads_on: Whether the frame shows the way on; one that has it in its own buttons says no.
        for_clients: Whether it carries the line on whom to talk to.
        by_month_or_week: Whether its money is by the month or the week, as the reader chooses.
    """

    code: str
    module: str
    kind: Kind
    step: bool = True
    leads_on: bool = True
    for_clients: bool = True
    by_month_or_week: bool = True

    @property
    def address(self) -> str:
        """Its last part of the address."""
        return self.code.replace("_", "-")

    @property
    def is_built(self) -> bool:
        """Whether its module is there."""
        return find_spec(f"benefits_calc.ui.{self.module}") is not None

    @property
    def show(self) -> Callable[..., Any]:
        """Its function; imported when the page is opened, so that pages may name each other."""
        found: Callable[..., Any] = import_module(f"benefits_calc.ui.{self.module}").show
        return found


ALL: Final = (
    Page("start", "page_start", "information"),
    Page("about_you", "page_about_you", "questions"),
    Page("your_home", "page_your_home", "questions"),
    Page("money_now", "page_money_now", "questions"),
    Page("check_answers", "page_check_answers", "questions", step=False),
    Page("the_job", "page_the_job", "questions", leads_on=False),
    Page("better_off", "page_better_off", "results"),
    Page("month_by_month", "page_month_by_month", "results", by_month_or_week=False),
    Page("way_back", "page_way_back", "results", by_month_or_week=False),
    Page("what_to_do", "page_what_to_do", "results"),
    Page(
        "for_advisers",
        "page_for_advisers",
        "results",
        step=False,
        for_clients=False,
        by_month_or_week=False,
    ),
    Page("about", "page_about", "information", step=False),
)
FIRST: Final = ALL[0]


@cache
def built() -> tuple[Page, ...]:
    """The pages that are there, in order."""
    return tuple(page for page in ALL if page.is_built)


def named(code: str) -> Page:
    """A page by its code.

    Raises:
        KeyError: where there is none.
    """
    return {page.code: page for page in ALL}[code]


def around(page: Page) -> tuple[Page | None, Page | None]:
    """The steps before and after a page, where there are such steps."""
    steps = [found for found in built() if found.step or found == page]
    place = steps.index(page)
    before = steps[place - 1] if place else None
    after = steps[place + 1] if place + 1 < len(steps) else None
    return before, after
