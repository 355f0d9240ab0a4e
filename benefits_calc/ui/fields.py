"""Fields of a page of questions: each shows the answer that is held and keeps the one given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from benefits_calc.ui import reading, state
from benefits_calc.ui.field_parts import FieldParts, plain
from benefits_calc.ui.state import UNSURE
from benefits_calc.words import questions
from benefits_calc.words.page_catalogue import say

PERS: Final = ("week", "fortnight", "four_weeks", "month", "year")
PAY_PERS: Final = ("hour", *PERS)
# More answers than these stand in a list that unfolds and can be searched.
MOST_SIDE_BY_SIDE: Final = 9


class Fields(FieldParts):
    """The fields of one page, and the place beside each for what is wrong with it."""

    # --- one of a few ------------------------------------------------------------------------

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
        index = names.index(current) if current in names else None
        key = self._key(f"{code}-{path or who}")
        label = questions.label(code, who, **facts)
        found: str | None
        with self._spot(path):
            if len(names) <= MOST_SIDE_BY_SIDE:
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

    def yes_no(
        self, code: str, *, is_yes: bool, path: str = "", who: str = "", **facts: str
    ) -> bool:
        """A question answered with yes or no, no at first."""
        current = "yes" if is_yes else "no"
        return self.pick(code, current, path=path, who=who, only=None, **facts) == "yes"

    def truth(self, path: str, code: str, *, who: str = "", **facts: str) -> bool | None:
        """A question answered with yes or no, nothing at first; "unsure" leaves the fact out."""
        held = state.value(path)
        current = state.said(path) if held is None else "yes" if held else "no"
        found = self.pick(code, current, path=path, who=who, only=None, **facts)
        if found is not None and found != current:
            state.put(path, {"yes": True, "no": False}.get(found))
            state.set_said(path, UNSURE if found == UNSURE else None)
        return None if found is None else {"yes": True, "no": False}.get(found)

    def place(
        self, path: str, code: str, names: Mapping[str, str], not_known: str | None = None
    ) -> str | None:
        """A place out of many, found by typing a part of its name; or not known.

        Args:
            path: The fact.
            code: The question.
            names: By code, the places as people write them.
            not_known: What the case holds where nobody knows it; left out without.
        """
        held = state.value(path) or state.said(path)
        held = UNSURE if held and held == not_known else held
        codes = (UNSURE, *sorted(names, key=names.__getitem__))
        words = {**names, UNSURE: say("answers", "unsure")}
        found: str | None
        with self._spot(path):
            found = st.selectbox(
                questions.label(code, **self.facts),
                codes,
                index=codes.index(held) if held in codes else None,
                format_func=words.__getitem__,
                placeholder=say("answers", "type_to_find"),
                key=self._key(f"{code}-{len(codes)}"),
            )
            self._beside(path, code, self.facts)
        if found is not None or held in codes:
            unsure = found == UNSURE
            state.put(path, not_known if unsure else found)
            state.set_said(path, UNSURE if unsure and not_known is None else None)
        return None if found == UNSURE else found

    def tick(
        self, code: str, *, current: bool, path: str = "", who: str = "", **facts: str
    ) -> bool:
        """A box to tick."""
        facts = {**self.facts, **facts}
        with self._spot(path):
            found = st.checkbox(
                questions.label(code, who, **facts),
                value=current,
                key=self._key(f"{code}-{path or who}"),
            )
            self._beside(path or code, code, facts)
        return found

    def ticked(self, path: str, code: str, *, who: str = "", **facts: str) -> bool:
        """A box for a fact that is so or is left out."""
        held = bool(state.value(path))
        found = self.tick(code, current=held, path=path, who=who, **facts)
        if found != held:
            state.put(path, found or None)
        return found

    # --- numbers -----------------------------------------------------------------------------

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
        with self._spot(path):
            found = self._number(path, code, who, step, "%.2f" if pence else "%g", facts)
            state.put(path, plain(found))
            self._beside(path, code, {**self.facts, **facts})
        return found

    def count(
        self, code: str, current: int, most: int, *, path: str = "", who: str = "", **facts: str
    ) -> int:
        """How many there are, none at first."""
        facts = {**self.facts, **facts}
        with self._spot(path):
            found = st.number_input(
                questions.label(code, who, **facts),
                value=current,
                step=1,
                min_value=0,
                max_value=most,
                key=self._key(f"{code}-{path}" if who else code),
            )
            self._beside(path or code, code, facts)
        return int(found)

    def rows(self, path: str, code: str, most: int, *, who: str = "", **facts: str) -> range:
        """How many rows a list of facts has; the last go first, and come back as they were."""
        held = len(state.value(path) or ())
        wanted = self.count(code, held, max(most, held), path=path, who=who, **facts)
        for place in range(held, wanted, -1):
            state.set_aside(f"{path}[{place}]")
        for place in range(held + 1, wanted + 1):
            state.take_back(f"{path}[{place}]")
            if state.value(f"{path}[{place}]") is None:
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
        key: str = "",
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
            key: A name of its own, where its place in a list may change.
            **facts: What label and hint need.
        """
        facts = {**self.facts, **facts}
        what = questions.label(code, who, **facts)
        with self._spot(path):
            left, right = st.columns([3, 2])
            with left:
                amount = self._number(
                    f"{path}.amount", code, who, 1.0, "%.2f", facts, key=key and f"{key}.amount"
                )
            with right:
                held = state.value(f"{path}.per") or default
                per = self._per(f"{key or path}.per", what, held, pers)
            if amount is not None:
                state.put(f"{path}.amount", plain(amount))
                state.put(f"{path}.per", per)
            elif keeps:
                state.put(f"{path}.amount", None)
            else:
                state.put(path, None)
            self._beside(path, code, facts)

    def pay(self, path: str, code: str, *, who: str = "", **facts: str) -> None:
        """Pay of a job: by the hour, or for a time."""
        facts = {**self.facts, **facts}
        what = questions.label(code, who, **facts)
        salary = state.value(f"{path}.pay.amount")
        held = state.value(f"{path}.hourly_pay") if salary is None else salary
        with self._spot(f"{path}.hourly_pay"):
            left, right = st.columns([3, 2])
            with left:
                found = st.number_input(
                    what,
                    value=None if held is None else float(held),
                    step=0.1,
                    format="%.2f",
                    key=self._key(f"{path}.amount"),
                )
            with right:
                per_held = "hour" if salary is None else state.value(f"{path}.pay.per")
                per = self._per(f"{path}.pay.per", what, per_held, PAY_PERS)
            amount = plain(None if found is None else float(found))
            if per == "hour" or amount is None:
                state.put(f"{path}.pay", None)
                state.put(f"{path}.hourly_pay", amount)
            else:
                state.put(f"{path}.hourly_pay", None)
                state.put(f"{path}.pay", {"amount": amount, "per": per})
            self._beside(f"{path}.hourly_pay", code, facts)

    # --- dates and words ---------------------------------------------------------------------

    def month(self, path: str, code: str, *, who: str = "", **facts: str) -> None:
        """A month, typed in any usual way."""
        self._typed(path, code, who, reading.read_month, "month_wrong", facts)

    def day(self, path: str, code: str, *, who: str = "", **facts: str) -> None:
        """A day, typed in any usual way."""
        self._typed(path, code, who, reading.read_day, "day_wrong", facts)

    def text(self, path: str, code: str, *, who: str = "", **facts: str) -> None:
        """A line of text; empty leaves the fact out."""
        self._typed(path, code, who, lambda text: text.strip(), "", facts)
