"""What one session holds, and nothing else; only `ui/state.py` reads and changes it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from benefits_calc.case.job import Job
from benefits_calc.ui.draft import Answers
from benefits_calc.words.money import Period


@dataclass
class Session:
    """Everything that one session holds.

    Attributes:
        answers: What was answered or opened, as plain data.
        begun: Whether anything was begun, opened or answered.
        example: Name of the example it came from; None for a person's own.
        from_file: Whether it came from a person's own file.
        said: By question, an answer that leaves no fact, such as "unsure".
        typed: By path, what was typed and cannot be used.
        aside: By path, what another answer took away, so that it can come back with it.
        results: What the answers come to, the newest last.
        offers: Jobs kept to be seen side by side.
        problems: What is wrong with the file that was tried last.
        period: The unit of time of the whole app.
        visit: Grows when the app starts over, so that every widget is new.
        opened: Grows with each case opened, so that its fields are new.
        wanted: Path of the answer that somebody came to change.
        arriving: Whether they are on their way to it.
    """

    answers: Answers = field(default_factory=dict)
    begun: bool = False
    example: str | None = None
    from_file: bool = False
    said: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    aside: dict[str, Any] = field(default_factory=dict)
    results: dict[Hashable, Any] = field(default_factory=dict)
    offers: tuple[Job, ...] = ()
    problems: tuple[str, ...] = ()
    period: Period = "month"
    visit: int = 0
    opened: int = 0
    wanted: str = ""
    arriving: bool = False
