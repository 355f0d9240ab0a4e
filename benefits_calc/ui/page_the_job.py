"""The job: pay, hours, how and when it is paid, pension, tax, costs of work, childcare."""

from __future__ import annotations

import streamlit as st

from benefits_calc.case.job import Pension
from benefits_calc.output import markup
from benefits_calc.ui import answers, links, state
from benefits_calc.ui.circumstance_questions import tick_circumstances
from benefits_calc.ui.fields import Fields
from benefits_calc.ui.income_questions import keep_what_the_statement_says
from benefits_calc.ui.job_questions import ask_childcare, ask_costs, ask_kind, ask_weeks
from benefits_calc.ui.state import UNSURE
from benefits_calc.words import questions
from benefits_calc.words.asked import CIRCUMSTANCES_OF_WORK
from benefits_calc.words.page_catalogue import say

PENSION = "job.pension"
LAST = "last_working_day"
OLD_NAME = "therapeutic_earnings"


def show() -> None:
    """Ask, and go on to what it comes to."""
    today = answers.today()
    fields = Fields(today)
    if state.value("job") is not None:
        keep_what_the_statement_says()
    st.html(markup.paragraphs([say("job", "intro"), say("answers", "optional")]))
    _whose(fields)
    fields.pay("job", "pay")
    fields.number("job.hours_per_week", "hours")
    with_result = st.container()
    fields.text("job.title", "job_title")
    ask_kind(fields)
    st.header(say("job", "pattern"), anchor=False)
    ask_weeks(fields)
    _days(fields)
    _pension(fields)
    _tax(fields)
    ask_costs(fields)
    ask_childcare(fields)
    _word_of_caution(fields)
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
    jobs = len(state.value(f"{person}.jobs") or ())
    held = state.value("job.replaces")
    if not jobs and held is None:
        return
    # With several jobs it can be one of them: the case holds its place in the list.
    each = tuple(str(place) for place in range(1, jobs + 1)) if jobs > 1 else ()
    current = None if held is None else str(held)
    found = fields.pick("job_replaces", current, path="job.replaces", only=("all", "none", *each))
    if found is not None and found != current:
        state.put("job.replaces", int(found) if found.isdigit() else found)


def _word_of_caution(fields: Fields) -> None:
    """Situations before or beside a job that have a rule of their own."""
    st.header(say("job", "besides"), anchor=False)
    on_esa = state.value("claimant.new_style_esa") is not None
    held = state.value("circumstances") or ()
    names = (name for name in CIRCUMSTANCES_OF_WORK if name != OLD_NAME or on_esa or name in held)
    tick_circumstances(fields, tuple(names))


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
    known = state.value("job.first_pay_date") is not None
    if not known or state.value("job.arrears_weeks") is not None:
        fields.number("job.arrears_weeks", "weeks_in_hand")
    if known or state.value("job.first_pay_amount") is not None:
        fields.number("job.first_pay_amount", "first_pay_amount", pence=True)


def _day_of_month(fields: Fields) -> None:
    path = "job.pay_day"
    held = state.value(path)
    if isinstance(held, str) and held != LAST:
        state.put(path, None)
    if fields.tick("last_working_day", current=held == LAST, path=path):
        state.put(path, LAST)
        return
    if held == LAST:
        state.put(path, None)
    fields.number(path, "pay_day_of_month")


def _earlier_pay(fields: Fields) -> None:
    """Pay and tax so far this tax year: they change the first wages, not a usual month."""
    names = {"job.pay_this_tax_year": "earlier_pay", "job.tax_this_tax_year": "earlier_tax"}
    held = any(state.value(path) is not None for path in names)
    ticked = fields.tick("p45", current=held or state.said("p45") == "yes")
    state.set_said("p45", "yes" if ticked else None)
    for path, code in names.items():
        if ticked:
            state.take_back(path)
            fields.number(path, code, pence=True)
        else:
            state.set_aside(path)


def _several_loans(fields: Fields, held: list[str]) -> None:
    """More than one plan, as a file has them: each can be taken away."""
    words = questions.options("student_loan")
    for plan in held:
        path = f"job.student_loan.{plan}"
        if not fields.tick("one_loan", current=True, path=path, name=words.get(plan, plan)):
            state.put("job.student_loan", [name for name in held if name != plan])


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
            state.set_aside(PENSION)
        else:
            state.take_back(PENSION)
            state.put(f"{PENSION}.enrolment", found)
            if state.value(f"{PENSION}.scheme") == "none":
                state.put(f"{PENSION}.scheme", None)
    if found not in ("automatic", "joined"):
        return
    if state.value(f"{PENSION}.employee_percent") is None and found != current:
        state.put(f"{PENSION}.employee_percent", Pension().employee_percent)
    fields.number(f"{PENSION}.employee_percent", "pension_percent")
    fields.choice(f"{PENSION}.basis", "pension_basis")
    fields.choice(f"{PENSION}.scheme", "pension_scheme")


def _tax(fields: Fields) -> None:
    st.header(say("job", "tax"), anchor=False)
    fields.text("job.tax_code", "tax_code")
    _earlier_pay(fields)
    path = "job.student_loan"
    held = state.value(path)
    if isinstance(held, list) and len(held) > 1:
        _several_loans(fields, held)
        return
    plan = (held[0] if held else "none") if isinstance(held, list) else held
    current = plan or state.said(path) or ("none" if state.opened_a_case() else None)
    found = fields.pick("student_loan", current, path=path)
    if found is not None and found != current:
        state.put(path, None if found == UNSURE else [] if found == "none" else [found])
        state.set_said(path, UNSURE if found == UNSURE else None)
