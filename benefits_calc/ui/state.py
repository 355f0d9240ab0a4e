"""The only module that touches the session: the answers of one case, and what they come to.

Nothing here outlives the session, and nothing is shared between sessions. Answers are plain data
by path (`ui/draft.py`) and may be incomplete; what they come to is worked out when it is asked
for and kept until the answers or the day change.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, Final, TypeVar, cast

import streamlit as st

from benefits_calc.case import Case
from benefits_calc.case.job import Job
from benefits_calc.ui import draft
from benefits_calc.ui.answers import Answer, answer
from benefits_calc.ui.draft import Answers, Checked
from benefits_calc.ui.session import Session
from benefits_calc.words.money import Period, Unit

HELD: Final = "benefits_calc"
# Results of one session: the newest few, so that a long visit takes no more memory.
MOST_RESULTS: Final = 12
# As many offers as fit side by side.
MOST_OFFERS: Final = 5
UNSURE: Final = "unsure"
NOT_KNOWN: Final = "not_known"

T = TypeVar("T")


def _session() -> Session:
    # Asked for a hundred times a page: one look where it is there.
    try:
        return cast("Session", st.session_state[HELD])
    except KeyError:
        found = st.session_state[HELD] = Session()
        return found


# --- the answers -----------------------------------------------------------------------------


def begun() -> bool:
    """Whether anything was begun, opened or answered."""
    return _session().begun


def begin() -> None:
    """Begin with nothing answered."""
    _session().begun = True


def example() -> str | None:
    """The example that is open, if it is one."""
    return _session().example


def opened_file() -> bool:
    """Whether the answers came from a person's own file."""
    return _session().from_file


def has_own_answers() -> bool:
    """Whether a person typed something that is in no file and no example."""
    session = _session()
    return session.example is None and bool(session.answers or session.typed)


def opened_a_case() -> bool:
    """Whether the answers came from a file or an example, which may leave out what is not so."""
    session = _session()
    return session.from_file or session.example is not None


def day_of_rates(today: date) -> date:
    """The day whose rates are named in questions: the case's own, or today."""
    found = draft.value_at(_session().answers, "as_at")
    try:
        return date.fromisoformat(str(found)) if found else today
    except ValueError:
        return today


def value(path: str) -> Any:
    """What was answered at a path; None where nothing was. Not to be changed in place."""
    return draft.value_at(_session().answers, path)


def all_answers() -> Answers:
    """Everything answered, as plain data. Not to be changed in place."""
    return _session().answers


def put(path: str, found: Any) -> None:
    """Keep an answer; None takes it away."""
    session = _session()
    session.begun = True
    if draft.value_at(session.answers, path) == found:
        return
    _use(draft.with_value(session.answers, path, found))


def put_all(found: Answers) -> None:
    """Keep several answers by path; None takes one away."""
    for path, answered in found.items():
        put(path, answered)


def set_aside(path: str) -> None:
    """Take an answer away that no longer fits, and keep it in case it fits again."""
    held = value(path)
    if held is not None:
        _session().aside[path] = held
        put(path, None)


def take_back(path: str) -> None:
    """Put an answer back that was set aside, where nothing else was answered since."""
    held = _session().aside.pop(path, None)
    if held is not None and value(path) is None:
        put(path, held)


def _use(answers: Answers) -> None:
    session = _session()
    session.answers = answers
    session.results.clear()


def typed(path: str) -> str | None:
    """What was typed at a path and cannot be used, if anything."""
    return _session().typed.get(path)


def keep_typed(path: str, text: str | None) -> None:
    """Keep what was typed and cannot be used, so that it stays on the page; None: it is right."""
    session = _session()
    session.begun = True
    if text is None:
        session.typed.pop(path, None)
    else:
        session.typed[path] = text


def all_typed() -> dict[str, str]:
    """Everything typed that cannot be used, by path."""
    return dict(_session().typed)


def said(question: str) -> str | None:
    """An answer to a question that leaves no fact; "unsure" is kept with the case itself."""
    if question in all_unsure():
        return UNSURE
    return _session().said.get(question)


def set_said(question: str, found: str | None) -> None:
    """Keep an answer that leaves no fact; None where there is none."""
    unsure = all_unsure()
    if found == UNSURE and question not in unsure:
        put(NOT_KNOWN, [*unsure, question])
    elif found != UNSURE and question in unsure:
        put(NOT_KNOWN, [name for name in unsure if name != question] or None)
    held = _session().said
    if found in (None, UNSURE):
        held.pop(question, None)
    else:
        held[question] = str(found)


def all_unsure() -> tuple[str, ...]:
    """Every question answered with "I don't know"."""
    return tuple(value(NOT_KNOWN) or ())


def want(path: str) -> None:
    """Somebody goes to change the answer at a path; an empty one ends it."""
    session = _session()
    session.wanted, session.arriving = path, bool(path)


def wanted() -> str:
    """Path of the answer that somebody came to change, if any."""
    return _session().wanted


def arrives() -> bool:
    """Whether its question is shown for the first time since; once only."""
    session = _session()
    found, session.arriving = session.arriving, False
    return found


# --- the case, and what it comes to ----------------------------------------------------------


def checked(today: date) -> Checked:
    """The case that the answers make, or what keeps them from being one."""
    answers = _session().answers
    return once(("checked", today), lambda: draft.check(answers, today))


def current_case(today: date) -> Case | None:
    """The case as it stands, at its own day or today; None while it is not complete."""
    found = checked(today).case
    if found is None or found.as_at is not None:
        return found
    return once(("dated", today), lambda: found.at(today))


def current_answer(today: date) -> Answer | None:
    """What the case comes to; None while it is not complete or has no job.

    Raises:
        CaseError: where it cannot be worked out on that day.
    """
    case = current_case(today)
    if case is None or case.job is None:
        return None
    return once(("answer", today), lambda: answer(case, today))


def once(key: Hashable, work: Callable[[], T]) -> T:
    """What `work` gives, worked out once while the answers stay the same.

    Kept in this session only, the newest few; any change of the answers clears them. The key
    names what is worked out and everything besides the answers that it depends on.
    """
    results = _session().results
    if key in results:
        return cast("T", results[key])
    found = work()
    results[key] = found
    while len(results) > MOST_RESULTS:
        del results[next(iter(results))]
    return found


# --- offers side by side -----------------------------------------------------------------------


def offers() -> tuple[Job, ...]:
    """Jobs kept to be seen side by side, the newest last."""
    return _session().offers


def keep_offer(job: Job) -> None:
    """Keep a job beside those kept before; the same job once, and the newest few."""
    session = _session()
    others = tuple(held for held in session.offers if held != job)
    session.offers = (*others, job)[-MOST_OFFERS:]


def drop_offers() -> None:
    """Keep no job any longer."""
    _session().offers = ()


def change(case: Case, today: date) -> None:
    """Take a changed case in place of the one that is open.

    Raises:
        CaseError: where it cannot be worked out; the one that is open stays.
    """
    found = answer(case, today)
    _use(draft.answers_of(case))
    _session().results[("answer", today)] = found


def open_case(case: Case, name: str | None, today: date) -> None:
    """Open a case in place of everything answered.

    Args:
        case: The case.
        name: Name of the example that it is; None for a person's own file.
        today: The day on the clock.

    Raises:
        CaseError: where it cannot be worked out; what is open stays.
    """
    if case.job is not None:
        answer(case, today)
    _open(draft.answers_of(case), name)


def open_unfinished(answers: Answers) -> None:
    """Open answers that are not a whole case yet, in place of everything answered."""
    _open(answers, None)


def _open(answers: Answers, name: str | None) -> None:
    session = _session()
    _use(answers)
    session.example = name
    session.from_file = name is None
    session.begun = True
    session.typed.clear()
    session.said.clear()
    session.aside.clear()
    session.offers = ()
    session.problems = ()
    session.opened += 1
    if name is None:
        session.visit += 1


# --- the file that was tried last ------------------------------------------------------------


def problems() -> tuple[str, ...]:
    """What is wrong with the file that was tried last."""
    return _session().problems


def report(found: tuple[str, ...]) -> None:
    """Keep what is wrong with a file; what is open stays open, and the file itself goes."""
    session = _session()
    session.problems = found
    session.visit += 1


# --- widgets and the whole app ---------------------------------------------------------------


def unit() -> Unit:
    """The unit of time in which the whole app shows money."""
    return Unit(_session().period)


def set_period(period: Period) -> None:
    """Show money by the month or by the week from now on."""
    _session().period = period


def key_of_visit(name: str) -> str:
    """Key of a widget that is new after the app starts over or a file is opened."""
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
