"""The job: pay, hours, how and when it is paid, pension, tax, costs of work, childcare."""

from __future__ import annotations

import streamlit as st

from benefits_calc.case.job import Pension
from benefits_calc.output import markup
from benefits_calc.ui import answers, links, state
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.state import UNSURE
from benefits_calc.words.page_catalogue import say

PENSION = "job.pension"
COST_PERS = ("day", "week", "four_weeks", "month", "year")
MOST_STRETCHES = 6
LAST = "last_working_day"


def show() -> None:
    """Ask, and go on to what it comes to."""
    today = answers.today()
    fields = Fields(today)
    st.html(markup.paragraphs([say("job", "intro"), say("answers", "optional")]))
    _whose(fields)
    fields.pay("job", "pay")
    fields.number("job.hours_per_week", "hours")
    with_result = st.container()
    _pattern(fields)
    _days(fields)
    _pension(fields)
    _tax(fields)
    _costs(fields)
    _childcare(fields)
    pressed = _button(with_result, "result") | _button(st.container(), "result_below")
    said = fields.say_problems(missing=pressed)
    if not pressed or said:
        return
    if state.checked(today).case is None or state.value("job") is None:
        links.go("check_answers")
    links.go("better_off")


def _button(place: st.delta_generator.DeltaGenerator, name: str) -> bool:
    return place.button(
        say("job", "submit" if name == "result" else "submit_below"),
        type="primary",
        key=state.key_of_visit(name),
    )


def _whose(fields: Fields) -> None:
    if state.value("partner") is not None:
        fields.choice("job.who", "job_who", default="claimant")
    person = "partner" if state.value("job.who") == "partner" else "claimant"
    if not state.value(f"{person}.jobs"):
        return
    held = state.value("job.replaces")
    if held in (None, "all", "none"):
        fields.choice("job.replaces", "job_replaces")


def _pattern(fields: Fields) -> None:
    st.header(say("job", "pattern"), anchor=False)
    path = "job.pattern"
    if not fields.yes_no("varies", is_yes=state.value(path) is not None):
        state.put(path, None)
        return
    if state.value(path) is None:
        state.put(path, [{}, {}])
    for place in fields.rows(path, "stretches", MOST_STRETCHES):
        step, number = f"{path}[{place}]", str(place)
        if state.value(f"{step}.weeks") != "repeat":
            fields.number(f"{step}.weeks", "stretch_weeks", number=number)
        fields.number(f"{step}.hours", "stretch_hours", number=number)


def _days(fields: Fields) -> None:
    st.header(say("job", "days"), anchor=False)
    fields.day("job.starts", "starts")
    fields.day("job.ends", "ends")
    fields.choice("job.paid", "paid")
    if state.value("job.paid") in (None, "monthly"):
        _day_of_month(fields)
    else:
        if isinstance(state.value("job.pay_day"), int) or state.value("job.pay_day") == LAST:
            state.put("job.pay_day", None)
        fields.choice("job.pay_day", "weekday")
    fields.day("job.first_pay_date", "first_pay")


def _day_of_month(fields: Fields) -> None:
    path = "job.pay_day"
    held = state.value(path)
    if isinstance(held, str) and held != LAST:
        state.put(path, None)
    if fields.tick("last_working_day", current=held == LAST):
        state.put(path, LAST)
        return
    if held == LAST:
        state.put(path, None)
    fields.number(path, "pay_day_of_month")


def _pension(fields: Fields) -> None:
    st.header(say("job", "pension_heading"), anchor=False)
    held = state.value(PENSION)
    current = state.said(PENSION)
    if held is not None:
        joined = held.get("enrolment", "automatic")
        current = "opted_out" if held.get("scheme") == "none" else joined
    found = fields.pick("pension", current, path=PENSION)
    if found is not None and found != current:
        state.set_said(PENSION, UNSURE if found == UNSURE else None)
        if found == UNSURE:
            state.put(PENSION, None)
        else:
            state.put(f"{PENSION}.enrolment", found)
            if state.value(f"{PENSION}.scheme") == "none":
                state.put(f"{PENSION}.scheme", None)
    if found not in ("automatic", "joined"):
        return
    if state.value(f"{PENSION}.employee_percent") is None and found != current:
        state.put(f"{PENSION}.employee_percent", Pension().employee_percent)
    fields.number(f"{PENSION}.employee_percent", "pension_percent")
    fields.choice(f"{PENSION}.scheme", "pension_scheme")


def _tax(fields: Fields) -> None:
    st.header(say("job", "tax"), anchor=False)
    fields.text("job.tax_code", "tax_code")
    path = "job.student_loan"
    held = state.value(path)
    if isinstance(held, list) and len(held) > 1:
        return
    plan = (held[0] if held else "none") if isinstance(held, list) else held
    current = plan or state.said(path) or ("none" if state.opened_a_case() else None)
    found = fields.pick("student_loan", current, path=path)
    if found is not None and found != current:
        state.put(path, None if found == UNSURE else [] if found == "none" else [found])
        state.set_said(path, UNSURE if found == UNSURE else None)


def _costs(fields: Fields) -> None:
    st.header(say("job", "costs"), anchor=False)
    fields.cost("travel", "travel", COST_PERS)
    fields.cost("other", "other_costs", COST_PERS)
    costs = state.value("job.costs") or []
    by_day = any(cost.get("per") in ("day", "shift") for cost in costs)
    if by_day or state.value("job.shifts_per_week") is not None:
        fields.number("job.shifts_per_week", "shifts")
    if state.value("claimant.new_style_esa") is not None:
        path = "job.supported_permitted_work"
        held = bool(state.value(path))
        if fields.tick("permitted", current=held) != held:
            state.put(path, not held)


def _childcare(fields: Fields) -> None:
    children = state.value("children") or []
    if not children:
        return
    st.header(say("job", "childcare"), anchor=False)
    for place in range(1, len(children) + 1):
        path, number = f"children[{place}].childcare", str(place)
        fields.money(path, "childcare", number=number)
        if state.value(path) is None:
            continue
        held = state.value(f"{path}.registered")
        ticked = fields.tick(
            "childcare_registered", current=held is not False, who=number, number=number
        )
        if ticked != (held is not False):
            state.put(f"{path}.registered", ticked)
