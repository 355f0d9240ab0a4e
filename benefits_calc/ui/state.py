"""The only module that touches the session: one case, its answer, and what is wrong with it.

Nothing here outlives the session, and nothing is shared between sessions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import cast

import streamlit as st

from benefits_calc.case import Case
from benefits_calc.ui.answers import Answer, answer

HELD = "benefits_calc"


@dataclass(frozen=True)
class Draft:
    """The case as it stands.

    Attributes:
        case: The facts, without the day where the file has none.
        example: Name of the example it came from; None for a person's own file.
    """

    case: Case
    example: str | None


@dataclass
class Session:
    """Everything that one session holds.

    Attributes:
        draft: The case as it stands.
        answer: What it comes to, and the case and day it was worked out for.
        problems: What is wrong with the file that was tried last.
        visit: Grows when the page starts over, so that every widget is new.
        opened: Grows with each case opened, so that the job's fields are new.
    """

    draft: Draft | None = None
    answer: tuple[Case, date, Answer] | None = None
    problems: tuple[str, ...] = field(default_factory=tuple)
    visit: int = 0
    opened: int = 0


def _session() -> Session:
    if HELD not in st.session_state:
        st.session_state[HELD] = Session()
    return cast("Session", st.session_state[HELD])


def draft() -> Draft | None:
    """The case as it stands, if one is open."""
    return _session().draft


def problems() -> tuple[str, ...]:
    """What is wrong with the file that was tried last."""
    return _session().problems


def report(found: tuple[str, ...]) -> None:
    """Keep what is wrong with a file; what is open stays open, and the file itself goes."""
    session = _session()
    session.problems = found
    session.visit += 1


def open_draft(case: Case, example: str | None, today: date) -> None:
    """Open another case.

    Raises:
        CaseError: where it cannot be worked out; the one that is open stays.
    """
    found = None if case.job is None else answer(case, today)
    session = _session()
    session.draft = Draft(case, example)
    session.answer = None if found is None else (case, today, found)
    session.problems = ()
    session.opened += 1
    if example is None:
        session.visit += 1


def change(case: Case, today: date) -> None:
    """Change the case that is open.

    Raises:
        CaseError: where it cannot be worked out; the one that is open stays.
    """
    found = answer(case, today)
    session = _session()
    session.draft = Draft(case, None if session.draft is None else session.draft.example)
    session.answer = (case, today, found)


def current_answer(today: date) -> Answer | None:
    """What the open case comes to; worked out again only when the case or the day is another.

    Raises:
        CaseError: where it cannot be worked out on that day.
    """
    session = _session()
    if session.draft is None or session.draft.case.job is None:
        return None
    case = session.draft.case
    if session.answer is None or session.answer[0] is not case or session.answer[1] != today:
        session.answer = (case, today, answer(case, today))
    return session.answer[2]


def key_of_visit(name: str) -> str:
    """Key of a widget that is new after the page starts over or a file is opened."""
    return f"{name}-{_session().visit}"


def key_of_case(name: str) -> str:
    """Key of a widget that is new with each case opened."""
    session = _session()
    return f"{name}-{session.visit}-{session.opened}"


def start_over() -> None:
    """Forget everything, what stands in the widgets included."""
    visit = _session().visit + 1
    st.session_state.clear()
    st.session_state[HELD] = Session(visit=visit)
