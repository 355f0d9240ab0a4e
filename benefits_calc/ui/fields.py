"""Fields of a page of questions: each shows the answer that is held and keeps the one given.

What cannot be used stays on the screen, with what to put right beside it. A field says nothing
is missing until somebody asks for a result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from benefits_calc.case import Problem
from benefits_calc.output import markup
from benefits_calc.ui import reading, state
from benefits_calc.ui.state import UNSURE
from benefits_calc.words import questions
from benefits_calc.words.page_catalogue import say, section

PERS: Final = ("week", "fortnight", "four_weeks", "month", "year")
PAY_PERS: Final = ("hour", *PERS)
# More answers than these stand in a list that unfolds and can be searched.
MOST_SIDE_BY_SIDE: Final = 9


class Fields:
    """The fields of one page, and the place beside each for what is wrong with it.

    Args:
        today: The day on the clock, for what depends on it.
        facts: Figures and names that labels and hints need.
    """

    def __init__(self, today: date, **facts: str) -> None:
        self.today = today
        self.facts = facts
        self._places: dict[str, DeltaGenerator] = {}

    # --- fields ------------------------------------------------------------------------------

    def pick(
        self,
        code: str,
        current: str | None,
        *,
        path: str = "",
        who: str = "",
        only: tuple[str, ...] | None = None,
        **facts: str,
    ) -> str | None:
        """A choice between a few answers; what it means is the page's to keep."""
        facts = {**self.facts, **facts}
        words = questions.options(code, **facts)
        names = [name for name in words if only is None or name in only]
        side_by_side = len(names) <= MOST_SIDE_BY_SIDE
        index = names.index(current) if current in names else None
        key = self._key(f"{code}-{path or who}")
        label = questions.label(code, who, **facts)
        found: str | None
        if side_by_side:
            found = st.radio(label, names, index=index, format_func=words.__getitem__, key=key)
        else:
            found = st.selectbox(
                label,
                names,
                index=index,
                format_func=words.__getitem__,
                placeholder=say("answers", "choose"),
                key=key,
            )
        self._beside(path or code, code, facts)
        return found

    def choice(
        self,
        path: str,
        code: str,
        *,
        who: str = "",
        default: str | None = None,
        only: tuple[str, ...] | None = None,
        **facts: str,
    ) -> str | None:
        """A choice whose answers are the case's own words; "unsure" leaves the fact out."""
        held = state.value(path)
        current = held if held is not None else state.said(path) or default
        found = self.pick(code, current, path=path, who=who, only=only, **facts)
        # What was only taken as given stays unsaid, so that an opened case stays as it was.
        if found is not None and found != current:
            state.put(path, None if found == UNSURE else found)
            state.set_said(path, UNSURE if found == UNSURE else None)
        return found

    def yes_no(self, code: str, *, is_yes: bool, who: str = "", **facts: str) -> bool:
        """A question answered with yes or no, no at first."""
        found = self.pick(code, "yes" if is_yes else "no", path="", who=who, only=None, **facts)
        return found == "yes"

    def place(self, path: str, code: str, names: Mapping[str, str]) -> str | None:
        """A place out of many, found by typing a part of its name."""
        held = state.value(path)
        codes = sorted(names, key=names.__getitem__)
        found: str | None = st.selectbox(
            questions.label(code, **self.facts),
            codes,
            index=codes.index(held) if held in codes else None,
            format_func=names.__getitem__,
            placeholder=say("answers", "type_to_find"),
            key=self._key(f"{code}-{len(codes)}"),
        )
        if found is not None or held in codes:
            state.put(path, found)
        self._beside(path, code, self.facts)
        return found

    def number(
        self,
        path: str,
        code: str,
        *,
        who: str = "",
        step: float = 1.0,
        pence: bool = False,
        **facts: str,
    ) -> float | None:
        """A number; empty leaves the fact out."""
        found = self._number(path, code, who, step, "%.2f" if pence else "%g", facts)
        state.put(path, _plain(found))
        self._beside(path, code, {**self.facts, **facts})
        return found

    def count(self, code: str, current: int, most: int, *, path: str = "") -> int:
        """How many there are, none at first."""
        found = st.number_input(
            questions.label(code, **self.facts),
            value=current,
            step=1,
            min_value=0,
            max_value=most,
            key=self._key(code),
        )
        self._beside(path or code, code, self.facts)
        return int(found)

    def rows(self, path: str, code: str, most: int) -> range:
        """How many rows a list of facts has; new ones begin empty, the last go first."""
        held = len(state.value(path) or ())
        wanted = self.count(code, held, most, path=path)
        for place in range(held, wanted, -1):
            state.put(f"{path}[{place}]", None)
        for place in range(held + 1, wanted + 1):
            state.put(f"{path}[{place}]", {})
        return range(1, wanted + 1)

    def money(
        self,
        path: str,
        code: str,
        *,
        who: str = "",
        default: str = "week",
        pers: tuple[str, ...] = PERS,
        keeps: bool = False,
        **facts: str,
    ) -> None:
        """Pounds and what they are for; no pounds leave the fact out.

        Args:
            path: Where amount and period stand.
            code: The question.
            who: Whom it is about.
            default: What the pounds are for at first.
            pers: What they may be for.
            keeps: Whether what else stands at the path stays without pounds.
            **facts: What label and hint need.
        """
        facts = {**self.facts, **facts}
        left, right = st.columns([3, 2])
        with left:
            amount = self._number(f"{path}.amount", code, who, 1.0, "%.2f", facts)
        with right:
            what = questions.label(code, who, **facts)
            per = self._per(f"{path}.per", what, state.value(f"{path}.per") or default, pers)
        if amount is not None:
            state.put(f"{path}.amount", _plain(amount))
            state.put(f"{path}.per", per)
        elif keeps:
            state.put(f"{path}.amount", None)
        else:
            state.put(path, None)
        self._beside(path, code, facts)

    def pay(self, path: str, code: str, **facts: str) -> None:
        """Pay of a job: by the hour, or for a time."""
        facts = {**self.facts, **facts}
        salary = state.value(f"{path}.pay.amount")
        held = state.value(f"{path}.hourly_pay") if salary is None else salary
        left, right = st.columns([3, 2])
        with left:
            found = st.number_input(
                questions.label(code, **facts),
                value=None if held is None else float(held),
                step=0.1,
                format="%.2f",
                key=self._key(f"{path}.amount"),
            )
        with right:
            per_held = "hour" if salary is None else state.value(f"{path}.pay.per")
            what = questions.label(code, **facts)
            per = self._per(f"{path}.pay.per", what, per_held, PAY_PERS)
        amount = _plain(None if found is None else float(found))
        if per == "hour" or amount is None:
            state.put(f"{path}.pay", None)
            state.put(f"{path}.hourly_pay", amount)
        else:
            state.put(f"{path}.hourly_pay", None)
            state.put(f"{path}.pay", {"amount": amount, "per": per})
        self._beside(f"{path}.hourly_pay", code, facts)

    def cost(self, kind: str, code: str, pers: tuple[str, ...]) -> None:
        """One cost of work of a kind; several of the kind, from a file, stay as they are."""
        costs = state.value("job.costs") or []
        places = [place for place, cost in enumerate(costs, start=1) if cost.get("kind") == kind]
        if len(places) > 1:
            return
        place = places[0] if places else len(costs) + 1
        path = f"job.costs[{place}]"
        left, right = st.columns([3, 2])
        with left:
            amount = self._number(f"{path}.amount", code, "", 1.0, "%.2f", {}, key=f"cost-{kind}")
        with right:
            held = state.value(f"{path}.per") or "week"
            per = self._per(f"cost-{kind}.per", questions.label(code), held, pers)
        if amount is None:
            state.put(path, None)
        else:
            state.put(f"{path}.kind", kind)
            state.put(f"{path}.amount", _plain(amount))
            state.put(f"{path}.per", per)
        self._beside(path, code, {})

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

    def month(self, path: str, code: str, *, who: str = "", **facts: str) -> None:
        """A month, typed in any usual way."""
        self._typed(path, code, who, reading.read_month, "month_wrong", facts)

    def day(self, path: str, code: str, *, who: str = "", **facts: str) -> None:
        """A day, typed in any usual way."""
        self._typed(path, code, who, reading.read_day, "day_wrong", facts)

    def text(self, path: str, code: str, *, who: str = "", **facts: str) -> None:
        """A line of text; empty leaves the fact out."""
        self._typed(path, code, who, lambda text: text.strip(), "", facts)

    def tick(self, code: str, *, current: bool, who: str = "", **facts: str) -> bool:
        """A box to tick."""
        facts = {**self.facts, **facts}
        found = st.checkbox(
            questions.label(code, who, **facts), value=current, key=self._key(f"{code}-{who}")
        )
        self._beside(code, code, facts)
        return found

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
            line = questions.problem_in_words(problem)
            if place is not None and line not in by_place.setdefault(place, []):
                by_place[place].append(line)
        for place, lines in by_place.items():
            self._places[place].html(markup.problems(say("answers", "put_right"), lines))
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
        hint = questions.hint(code, **facts)
        if hint is not None:
            st.html(markup.paragraphs([hint], "hint"))
        self._places[path] = st.container()

    @staticmethod
    def _key(name: str) -> str:
        return state.key_of_case(name)


def _plain(number: float | None) -> float | None:
    """A number as it was typed: whole numbers without a point."""
    return int(number) if number is not None and number.is_integer() else number
