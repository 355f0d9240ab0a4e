"""What every field of a page of questions shares: its place, help beside it, what is wrong.

What cannot be used stays on the screen, with what to put right beside it. A field says nothing
is missing until somebody asks for a result. A field that somebody came to change from the list
of answers is marked, gets the focus, and has the way back to the list under it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, Final

import streamlit as st

from benefits_calc.case import Problem
from benefits_calc.output import markup
from benefits_calc.ui import links, state
from benefits_calc.words import answers_list, asked, questions
from benefits_calc.words.page_catalogue import say, section

# To the field that somebody came to change, as soon as it stands on the page.
TO_WANTED: Final = """<script>
(function look(left) {
  const place = document.querySelector(".st-key-wanted");
  const field = place && place.querySelector("input, textarea, [role=combobox]");
  if (!field) { if (left) setTimeout(() => look(left - 1), 100); return; }
  setTimeout(() => {
    place.scrollIntoView({block: "center"});
    (place.querySelector("input:checked") || field).focus({preventScroll: true});
  }, 150);
})(50);
</script>"""

# Leaving the site, or loading it afresh, loses what was typed: the browser asks first.
ASK_BEFORE_LEAVING: Final = """<script>
window.onbeforeunload = (event) => { event.preventDefault(); return ""; };
</script>"""
NOTHING_TO_LOSE: Final = "<script>window.onbeforeunload = null;</script>"


class Beside:
    """The hint of a field, and what is wrong under it: one part of the page, not two.

    Args:
        hint: What helps to answer; None where nothing does.
    """

    def __init__(self, hint: str | None) -> None:
        self._said = "" if hint is None else markup.paragraphs([hint], "hint")
        self._is_element = bool(self._said)
        self._place = st.html(self._said) if self._is_element else st.container()

    def html(self, more: str) -> None:
        """Say more under what is said already."""
        self._said += more
        # An element is shown anew with all of it; a container takes what is added.
        self._place.html(self._said if self._is_element else more)


class FieldParts:
    """The places of the fields of one page, and what is beside each.

    Args:
        today: The day on the clock, for what depends on it.
        facts: Figures and names that labels and hints need.
    """

    def __init__(self, today: date, **facts: str) -> None:
        self.today = today
        self.facts = facts
        self._places: dict[str, Beside] = {}
        self._wanted = asked.place_of_question(state.wanted())
        self._is_found = False
        self._top = st.container()

    @property
    def asked_here(self) -> tuple[str, ...]:
        """The paths of the questions that stand on the page as it is."""
        return tuple(self._places)

    # --- what is wrong -----------------------------------------------------------------------

    def say_problems(self, *, missing: bool = False) -> bool:
        """Say beside each field what is wrong with it, and what is missing where that is asked.

        Returns:
            Whether anything on this page was said.
        """
        by_place: dict[str, list[str]] = {}
        found = state.checked(self.today)
        for problem in (*found.wrong, *(found.missing if missing else ())):
            place = self._place_of(problem)
            line = answers_list.problem_line(problem)
            if place is not None and line not in by_place.setdefault(place, []):
                by_place[place].append(line)
        for place, lines in by_place.items():
            self._places[place].html(markup.problems(say("answers", "put_right"), lines))
        if self._wanted and not self._is_found:
            name = answers_list.name_of(state.wanted())
            self._top.html(
                markup.paragraphs([say("check_answers", "not_here", name=name)], "wanted")
            )
        if state.has_own_answers():
            st.html(ASK_BEFORE_LEAVING, unsafe_allow_javascript=True)
        return bool(by_place)

    def _place_of(self, problem: Problem) -> str | None:
        path = problem.field
        while path:
            if path in self._places and state.typed(path) is None:
                return path
            inside = [place for place in self._places if place.startswith(f"{path}.")]
            if inside:
                return inside[0]
            path = path.rpartition(".")[0]
        return None

    # --- parts -------------------------------------------------------------------------------

    @contextmanager
    def _spot(self, path: str) -> Iterator[None]:
        """Where a question stands; marked if somebody came to change its answer."""
        if self._is_found or not self._is_wanted(path):
            yield
            return
        self._is_found = True
        with st.container(key="wanted"):
            st.html(markup.paragraphs([say("check_answers", "here")], "wanted"))
            yield
            links.link("check_answers", say("check_answers", "back"))
        if state.arrives():
            st.html(TO_WANTED, unsafe_allow_javascript=True)

    def _is_wanted(self, path: str) -> bool:
        """Whether it is the question, or the first of those that what is wanted consists of."""
        wanted = self._wanted
        return bool(wanted) and (path == wanted or path.startswith((f"{wanted}.", f"{wanted}[")))

    def _per(self, path: str, what: str, held: str, pers: tuple[str, ...]) -> str:
        names = section("ask.per.options")
        pers = pers if held in pers else (*pers, held)
        return st.selectbox(
            questions.label("per", what=what),
            pers,
            index=pers.index(held),
            format_func=names.__getitem__,
            key=self._key(path),
        )

    def _number(
        self,
        path: str,
        code: str,
        who: str,
        step: float,
        shape: str,
        facts: Mapping[str, str],
        *,
        key: str = "",
    ) -> float | None:
        held = state.value(path)
        found = st.number_input(
            questions.label(code, who, **{**self.facts, **facts}),
            value=None if held is None else float(held),
            step=step,
            format=shape,
            key=self._key(key or path),
        )
        return None if found is None else float(found)

    def _typed(
        self,
        path: str,
        code: str,
        who: str,
        read: Callable[[str], str | None],
        wrong: str,
        facts: dict[str, str],
    ) -> None:
        facts = {**self.facts, **facts}
        held = state.typed(path)
        if held is None:
            value = state.value(path)
            held = "" if value is None else questions.month_in_words(str(value))
        with self._spot(path):
            text = st.text_input(
                questions.label(code, who, **facts),
                value=held,
                max_chars=80,
                autocomplete="off",
                key=self._key(path),
            )
            found = read(text) if text.strip() else None
            is_wrong = bool(text.strip()) and found is None
            state.keep_typed(path, text if is_wrong else None)
            state.put(path, found)
            self._beside(path, code, facts)
        if is_wrong:
            self._places[path].html(
                markup.problems(say("answers", "put_right"), [say("answers", wrong)])
            )

    def _beside(self, path: str, code: str, facts: Mapping[str, Any]) -> None:
        self._places[path] = Beside(questions.hint(code, **facts))

    @staticmethod
    def _key(name: str) -> str:
        return state.key_of_case(name)


def plain(number: float | None) -> float | None:
    """A number as it was typed: whole numbers without a point."""
    return int(number) if number is not None and number.is_integer() else number
